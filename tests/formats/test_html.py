from __future__ import annotations

import pytest

from tonelint.formats.html import is_html, layer


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Hi</p><p>there</p>", "Hi\n\nthere"),
        ("Hi<br><br/>there", "Hi\n\nthere"),
        ("<div>Hi</div>\n<div>there</div>", "Hi\nthere"),
        ("<p>Hi</p><p><br></p><p>there</p>", "Hi\n\nthere"),
        ("<p>Hi \n\t <b>Sara </b>, a  b</p>", "Hi Sara , a b"),
        ("Hi <b>Sara</b>,\n\nyou &amp; we\n", "Hi Sara,\n\nyou & we\n"),
        ("<ul><li>a</li><li>b</li></ul><ol><li>c<ul><li>d</li></ul></li><li>e</li></ol>", "- a\n- b\n\n1. c\n\n- d\n\n2. e"),
        ("a &lt; b &amp; c &copy; &nosuch; &#8204;&#x200c; AT&T", "a < b & c © &nosuch; \u200c\u200c AT&T"),
        ("a < b, 2<3, x<>y", "a < b, 2<3, x<>y"),
        ("<style>x</style><script>if (a<b) '</p>'</script>Hi<!-- <p>no</p> -->", "Hi"),
        ("<pre>no\n  code</pre>Hi <code>a&amp;b</code><blockquote>no <blockquote>no</blockquote> no</blockquote>!", "Hi `a&b`\n\n!"),
        ('<a href="a>b" title=\'<p>\'>Hi</a><img alt="no">', "Hi"),
        ('Hi <attribute key="user.name" default="there"/>, {{x}} {% if a %}', "Hi {{user.name}}, {{x}} {% if a %}"),
        ("Hi<p", "Hi"),
        ("Hi<!-- never closed", "Hi"),
        ("Hi<script>never closed", "Hi"),
        ("<P>Hi</P>", "Hi"),
        ("<p>  </p>", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_what_people_read(source: str, text: str) -> None:
    assert layer(source).text == text


@pytest.mark.parametrize("text", ["a < b > c", "<name>, hi", "{{a&b}}", "R&D; x", "<pretty>", "if a<b", "<3"])
def test_what_is_no_html(text: str) -> None:
    assert not is_html(text)


def test_a_place_is_that_of_the_character() -> None:
    source = "<p>Hi&nbsp;<b>Sara</b>,<br>you</p>"
    made = layer(source)
    for word in ("Hi", "Sara", "you"):
        at = made.run(made.text.index(word), made.text.index(word) + len(word))
        assert source[slice(*at)] == word
    assert source[slice(*made.run(2, 3))] == "&nbsp;" and source[slice(*made.run(8, 9))] == "<br>"
