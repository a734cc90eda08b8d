"""Every snippet of docs/词库格式.md does what the text around it says."""

import re

import pytest

from linter import Linter
from linter.proving import prove
from phrasebook import layout
from phrasebook.problems import PhrasebookError
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "词库格式.md").read_text("utf-8")
RIGHT = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
WRONG = re.findall(r"```yaml 有错\n(.*?)```\n\n```text\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize(
    "snippet", RIGHT, ids=[" ".join(re.findall(r"id: (\S+)", snippet)[:1]) for snippet in RIGHT]
)
def test_a_right_snippet_loads_and_holds(tmp_path, snippet):
    path = tmp_path / "f.yaml"
    path.write_text(snippet, "utf-8")
    assert [str(problem) for problem in prove(Linter.load(path)) if problem.at.path == str(path)] == []


@pytest.mark.parametrize(("snippet", "messages"), WRONG, ids=[messages[:20] for _, messages in WRONG])
def test_a_wrong_snippet_gets_the_message_shown(tmp_path, snippet, messages):
    path = tmp_path / "f.yaml"
    path.write_text(snippet, "utf-8")
    with pytest.raises(PhrasebookError) as raised:
        Linter.load(path)
    told = "".join(f"{each.at.line}:{each.at.column}: {each.message}\n" for each in raised.value.problems)
    assert re.sub(r"（\S*rules/forbidden.yaml:\d+:\d+）", "（rules/forbidden.yaml:行:列）", told) == messages


def test_all_snippets_are_found():
    assert TEXT.count("```yaml") == len(RIGHT) + len(WRONG)
    assert len(RIGHT) >= 9
    assert len(WRONG) >= 8


@pytest.mark.parametrize(
    "word",
    [
        *(
            field.name
            for record in (layout.RULE, layout.CHANGE, layout.SLOT, layout.SITUATION, layout.PHRASE)
            for field in record.fields
        ),
        *layout.SLOT_TYPE.meanings,
        *layout.SEVERITY.meanings,
        *layout.JUDGE.meanings,
        *layout.ABOUT.meanings,
    ],
)
def test_every_key_and_choice_is_mentioned(word):
    assert re.search(rf"\b{word}\b", TEXT)
