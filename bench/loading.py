"""CPU time of loading rule files: for the first time, and from the kept copy.

`python -m bench.loading`. The made-up rules are rich: four phrases with sources and forms, two alternatives, four
examples, 960 bytes. Each load is a process of its own, as in a command; importing is not counted.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

COUNTS = (100, 1_000, 10_000)
HEAD = "version: 1\ndocuments: {handbook: 客服手册}\ngroups: {我: [我, 我们, 咱, 咱们, 这边]}\nrules:\n"
TIMED = """
import sys, time
from phrasebook.loading import load
import phrasebook.cache
start = time.process_time()
load(*sys.argv[1:], builtin=len(sys.argv) == 1)
print(time.process_time() - start)
"""


def rules(count: int) -> str:
    chance = random.Random(count)
    return HEAD + "".join(_rule(number, chance) for number in range(count))


def _rule(number: int, chance: random.Random) -> str:
    def words(length: int) -> str:
        return "".join(chr(chance.randrange(0x4E00, 0x5E00)) for _ in range(length))

    return f"""
  - id: rule-{number}
    title: 推诿：{words(6)}
    scenario: 推诿
    severity: error
    why: 客户听到这句话会觉得{words(10)}。
    phrases:
      - text: {words(9)}
        document: handbook
        section: 语言规范(3) > 禁忌语
        forms: ["{words(3)}{{我}}{words(4)}", "[{words(2)}]{words(6)}"]
      - text: {words(10)}
        document: handbook
        section: 语言规范(3) > 禁忌语
      - {words(8)}
      - "{words(3)}{{我}}{words(4)}"
    alternatives:
      - say: {words(12)}
      - {words(12)}
    exceptions: [{words(5)}]
    bad: [{words(15)}, {words(15)}]
    good: [{words(15)}, {words(15)}]
"""


def seconds(home: str, *paths: Path) -> float:
    """CPU seconds of one load in a fresh process whose cache folder is below `home`."""
    command = [sys.executable, "-c", TIMED, *map(str, paths)]
    environment = {**os.environ, "XDG_CACHE_HOME": home, "LOCALAPPDATA": home, "HOME": home}
    return float(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)


def _row(name: str, *paths: Path) -> str:
    with tempfile.TemporaryDirectory() as home:
        first = seconds(home, *paths)
        kept = min(seconds(home, *paths) for _ in range(3))
    return f"{name:>10} {first:>12.3f} {kept:>12.3f}"


def main() -> int:
    print(f"{'rules':>10} {'first load s':>12} {'kept copy s':>12}")
    print(_row("built-in"))
    with tempfile.TemporaryDirectory() as folder:
        for count in COUNTS:
            path = Path(folder) / f"{count}.yaml"
            path.write_text(rules(count), "utf-8")
            print(_row(f"{count:,}", path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
