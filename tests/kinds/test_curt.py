import tonelint


def test_a_rule_of_one_language_leaves_the_other_alone() -> None:
    """In Persian such a reply sends the customer away; the rule has no words for it in English."""
    assert "curt-sent-off" in {found.rule for found in tonelint.check("به بانک بگید.", channel="chat").findings}
    english = tonelint.check("Your meter is theirs. Ask the council.", channel="chat").findings
    assert "curt-sent-off" not in {found.rule for found in english}
