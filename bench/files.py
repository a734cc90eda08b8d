"""Wall time of checking 2,000 files of 110 characters as a whole process, beside textlint with prh and AutoCorrect.

`python -m bench.files` measures ours; `--peers FOLDER` the others as well, installed there from the npm registry
if they are not yet (`npm install textlint textlint-rule-prh autocorrect-node`).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES, LENGTH = 2_000, 110
COUNTS = (10, 100, 1_000)
PEERS = ("textlint", "textlint-rule-prh", "autocorrect-node")
WORDS = "退款 发货 物流 订单 质量 价格 规格 安装 维修 合同 发票 会员 积分 地址 颜色 尺码 赠品 活动 套餐 客服".split()
SENTENCES = (
    "您好，请问有什么可以帮您？",
    "您的订单今天下午发出，预计后天送到。",
    "给您带来不便，非常抱歉，我马上帮您核实。",
    "感谢您的耐心等候，祝您生活愉快！",
    "请您提供一下订单号，我帮您查询物流。",
)


def phrases(count: int) -> list[str]:
    chance = random.Random(count)
    made: dict[str, None] = {}
    while len(made) < count:
        first, second, third = chance.sample(WORDS, 3)
        made[f"{first}的{second}没有{third}"] = None
    return list(made)


def write_replies(folder: Path) -> None:
    chance = random.Random(1)
    folder.mkdir()
    for number in range(FILES):
        text = "".join(chance.choice(SENTENCES) for _ in range(LENGTH // 10))
        (folder / f"{number:04}.txt").write_text(text[:LENGTH] + "\n", "utf-8")


def write_rules(folder: Path, count: int) -> None:
    """The same phrases for each of the three."""
    said = phrases(count)
    rules = [
        f"  - {{id: r-{number}, title: 标题, scenario: 推诿, severity: error, why: 客户会失望。, phrases: [{phrase}], "
        f"alternatives: [我马上帮您核实], bad: [{phrase}], good: [您好]}}"
        for number, phrase in enumerate(said)
    ]
    (folder / "rules.yaml").write_text("\n".join(["version: 1", "rules:", *rules, ""]), "utf-8")
    prh = [f"  - expected: 改说{number}\n    pattern: {phrase}" for number, phrase in enumerate(said)]
    (folder / "prh.yml").write_text("\n".join(["version: 1", "rules:", *prh, ""]), "utf-8")
    textlint = {"rules": {"prh": {"rulePaths": [str(folder / "prh.yml")]}}}
    (folder / "textlintrc.json").write_text(json.dumps(textlint), "utf-8")
    words = [f"    - {phrase} = 改说{number}" for number, phrase in enumerate(said)]
    lines = ["rules:", "  spellcheck: 2", "spellcheck:", "  words:", *words, ""]
    (folder / ".autocorrectrc").write_text("\n".join(lines), "utf-8")


def wall(command: list[str], times: int = 3) -> float:
    """The best of a few runs, in seconds; raises where the tool failed rather than found."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
        best = min(best, time.perf_counter() - start)
        if done.returncode > 1:
            raise RuntimeError(done.stderr.decode(errors="replace")[-500:])
    return best


def commands(folder: Path, peers: Path | None) -> dict[str, list[str]]:
    replies, rules = str(folder / "replies"), str(folder / "rules.yaml")
    ours = [sys.executable, "-m", "linter.commands", "check", replies, "--no-builtin", "--rules", rules]
    if peers is None:
        return {"huashu": ours}
    tools = peers / "node_modules" / ".bin"
    return {
        "huashu": ours,
        "textlint": [str(tools / "textlint"), "--config", str(folder / "textlintrc.json"), f"{replies}/*.txt"],
        "autocorrect": [
            str(tools / "autocorrect"), "--lint", "--config", str(folder / ".autocorrectrc"), replies
        ],
    }  # fmt: skip


def install(peers: Path) -> None:
    if not (peers / "node_modules" / ".bin" / "textlint").exists():
        peers.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--silent", *PEERS], cwd=peers, check=True
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--peers", type=Path, help="measure textlint and AutoCorrect too, installed in this folder"
    )
    peers = parser.parse_args().peers
    if peers:
        peers = peers.absolute()
        install(peers)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_replies(folder / "replies")
        print(f"seconds for {FILES:,} files of {LENGTH} characters, best of three")
        for count in COUNTS:
            write_rules(folder, count)
            told = {name: wall(command) for name, command in commands(folder, peers).items()}
            print(
                f"{count:>6} phrases  " + "  ".join(f"{name} {seconds:.2f}" for name, seconds in told.items())
            )


if __name__ == "__main__":
    main()
