"""What a check costs a process, and what a linter promises to threads."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tonelint.config import Settings
from tonelint.kinds import expressions
from tonelint.linter import Linter
from tonelint.memo import Memo
from tonelint.rulebook import loader, source

CHECKED = """
import sys, tonelint
english = "Hi Sara,\\n\\nWe regret that the parcel was lost, so we can't ship it.\\n\\nBest,\\nTom"
persian = "سلام خانم مرادی،\\n\\nمتأسفانه سفارش لغو شد و نمی‌توانیم بفرستیم.\\n\\nبا احترام"
for text, name in [(english, "Sara Moradi"), (persian, "خانم مرادی")]:
    report = tonelint.check(text, customer_name=name, customer_message=text, channel="email")
    assert report.findings and report.rewrite("review") != text
print(*sys.modules)
"""
NEVER = ("hazm", "numpy", "click", "dataclasses", "inspect", "pathlib", "argparse", "logging", "subprocess", "tempfile",
         "random", "ast", "urllib", "email", "asyncio", "multiprocessing", "concurrent", "decimal", "textwrap")  # fmt: skip


def modules(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8", check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_a_check_loads_nothing_that_it_does_not_need() -> None:
    # what the interpreter itself loads, such as site packages with start-up files, is not counted
    loaded = modules(CHECKED) - modules("import sys; print(*sys.modules)")
    assert "tonelint" in loaded
    assert loaded.isdisjoint(NEVER)


def test_importing_tonelint_loads_neither_rules_nor_yaml() -> None:
    loaded = modules("import sys, tonelint; print(*sys.modules)") - modules("import sys; print(*sys.modules)")
    assert loaded.isdisjoint(["yaml", "regex", "json", *NEVER])


@pytest.mark.parametrize("forgetful", [False, True], ids=["memos are kept", "memos start anew all the time"])
def test_threads_share_a_linter(monkeypatch: pytest.MonkeyPatch, forgetful: bool) -> None:
    rules = loader.load(source.folders()).rules
    texts = [examples[0].text for rule in rules for side in (rule.bad, rule.good) for examples in side.values()][::6]
    if forgetful:
        ask = Memo.__missing__
        monkeypatch.setattr(Memo, "__missing__", lambda memo, key: memo.clear() or ask(memo, key))
    monkeypatch.setattr(expressions, "_SECONDS", 60)  # on a busy machine a thread waits long for its turn
    linter, interval = Linter(), sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            # neighbours check the same reply at the same time, from the first one on, when nothing is compiled yet
            together = list(threads.map(linter.check, [text for text in texts for _ in range(4)]))
    finally:
        sys.setswitchinterval(interval)
    alone = [linter.check(text) for text in texts]
    assert any(report.findings for report in alone)
    for number, report in enumerate(together):  # one by one: so what differs is told
        assert report == alone[number // 4]


def test_the_order_of_sets_decides_nothing() -> None:
    """Python orders strings in sets anew in each process; reports must not show it."""
    script = (
        "import tonelint\n"
        "for text in ('Hi Sara,\\nUnfortunately we cannot refund it. You have to wait.\\nSupport Team',\n"
        "             'سلام خانم مرادی\\nمتأسفانه نمی‌توانیم لغو کنیم و مدارک ناقص می‌باشد. باید صبر کنید.'):\n"
        "    print(tonelint.check(text, channel='email').findings)\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, encoding="utf-8", check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(said) == 1


def test_a_linter_can_be_sent_to_another_process() -> None:
    linter = Linter(Settings(off=("cannot",), language="fa"))
    again = pickle.loads(pickle.dumps(linter))
    text = "Hi Sara, unfortunately we cannot refund it and it was decided."
    assert again.check(text) == linter.check(text)
    assert len(pickle.dumps(linter)) < 2000
