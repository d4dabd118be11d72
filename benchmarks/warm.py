"""What `peers.py` runs in each peer's own interpreter: replies checked in a process that runs already."""

_TWICE = """
for _ in range(2):
    spent = []
    for text in texts:
        begun = time.process_time()
        check(text)
        spent.append(1000 * (time.process_time() - begun))
print(json.dumps(spent))
"""
# Each reads replies as a JSON list from a file, checks them all twice, and prints the milliseconds of the second time.
WARM = {
    "proselint": """
import json, sys, time
from proselint.checks import __register__
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
registry = CheckRegistry()
registry.register_many(__register__)
texts = json.load(open(sys.argv[1], encoding="utf-8"))
check = lambda text: list(LintFile("<text>", text).lint(DEFAULT))
"""
    + _TWICE,
    "write-good": """
const check = require("write-good"), texts = JSON.parse(require("fs").readFileSync(process.argv[1], "utf-8"));
let spent;
for (let round = 0; round < 2; round++) {
    spent = texts.map(text => { const begun = process.cpuUsage(); check(text); const used = process.cpuUsage(begun);
                                return (used.user + used.system) / 1000; });
}
console.log(JSON.stringify(spent));
""",
    "tonelint": """
import json, sys, time
from tonelint.linter import Linter
check, texts = Linter().check, json.load(open(sys.argv[1], encoding="utf-8"))
"""
    + _TWICE,
}
