"""Small rule files for tests, and what loading them complains of."""

from pathlib import Path

from phrasebook.loading import load
from phrasebook.problems import PhrasebookError

RULE = """\
version: 1
rules:
  - id: not-my-job
    title: 推诿
    scenario: 推诿
    severity: error
    why: 客户会觉得被推开了。
    phrases: [这事不归我管]
    alternatives: [这件事我来帮您处理]
    bad: [这事不归我管呀]
    good: [这个不归属于保修范围]
"""


def write(folder: Path, **files: str) -> list[Path]:
    """Each text in a file of its own, named as the argument."""
    paths = []
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path)
    return paths


def complaints(*paths: Path, **options: object) -> list[str]:
    """`name:line:column: message` of every problem, in their order."""
    try:
        load(*paths, builtin=False, **options)
    except PhrasebookError as error:
        return [str(problem).replace(f"{paths[0].parent}/", "") for problem in error.problems]
    return []
