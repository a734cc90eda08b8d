"""One golden file for each output format, and what a hostile reply may not do to any of them."""

import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from linter.files import workers
from linter.files.run import Run
from linter.reporters import REPORTERS, reporter
from linter.reporters.look import Look, cells, excerpt, harmless
from linter.settings.orders import Order
from tests.plain_linter import PlainLinter

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"text": "txt", "markdown": "md", "junit": "xml", "github": "github.txt", "gitlab": "gitlab.json"}
FILES = {
    "回复.txt": "您好，这个不归我管哦\n我不知道呢，大概明天吧\n",
    "快捷短语.csv": '快捷短语编码,快捷短语\nK1,"亲,不归我管"\n',
    "宏.json": '[{"short_code": "a", "content": "我不知道"}]',
    "坏.json": '[{"content": "我不',
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "Linter", PlainLinter)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(format, folder, files, **look):
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8", newline="")
    run = Run(Order((".",)))
    return "".join(reporter(format)(run, Look(**look))), run


@pytest.mark.parametrize("format", REPORTERS)
def test_golden(format, folder):
    told, run = written(format, folder, FILES, statistics=True)
    golden = GOLDEN / f"report.{ENDINGS.get(format, format)}"
    told = re.sub(r'"semanticVersion": "[^"]*"', '"semanticVersion": "0.0.0"', told)
    if os.environ.get("HUASHU_RECORD"):
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")
    assert run.exit_code == 2


HOSTILE = "\x1b[31m\u202e::error::x\n::warning file=a::我不知道\r\n]]>&<script>`|*@all\x07%0A \ud800 不归我管"


@pytest.mark.parametrize("format", REPORTERS)
def test_a_hostile_reply_stays_data(format, folder):
    told, _ = written(
        format, folder, {"a,b:c.jsonl": json.dumps({"text": HOSTILE, "id": "\x1b[2J\n::error::"})}
    )
    assert "\x1b" not in told
    assert "\u202e" not in told or format in ("json", "jsonl", "sarif", "gitlab", "rdjson", "junit")
    told.encode()
    if format == "github":
        assert all(
            re.match(r"::(error|warning|notice) file=a%2Cb%3Ac\.jsonl,|话术", line)
            for line in told.splitlines()
        )
    if format == "junit":
        ElementTree.fromstring(told)
    if format in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(told)
    if format == "jsonl":
        assert [json.loads(line)["type"] for line in told.splitlines()] == ["finding", "finding", "summary"]


@pytest.mark.parametrize(
    "format", ["json", "sarif", "gitlab", "rdjson", "junit", "markdown", "github", "jsonl", "text"]
)
def test_nothing_found_is_well_formed(format, folder):
    told, run = written(format, folder, {"a.txt": "您好"})
    assert run.exit_code == 0
    if format in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(told)
    if format == "junit":
        assert ElementTree.fromstring(told).get("failures") == "0"


def test_json_is_as_promised(folder):
    told, _ = written("json", folder, {"a.txt": "您好\n不归我管"})
    report = json.loads(told)
    (finding,) = report["findings"]
    assert (
        list(finding)
        == (
            "path id line column end_line end_column start end text rule severity phrase match why suggestions source"
        ).split()
    )
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (2, 1, 2, 5)
    assert (finding["start"], finding["end"], finding["text"]) == (3, 7, "不归我管")
    assert finding["suggestions"] == [{"start": 3, "end": 7, "text": "我来帮您处理"}]
    assert report["version"] == 1
    assert report["problems"] == []
    assert report["summary"]["errors"] == 1


SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {"required": ["id"]},
                                    }
                                },
                            }
                        },
                    },
                    "invocations": {"items": {"required": ["executionSuccessful"]}},
                    "results": {
                        "items": {
                            "required": ["message", "ruleId", "locations"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"required": ["text"]},
                                "locations": {
                                    "items": {
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation", "region"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "properties": {
                                                            "uri": {"pattern": r"^[A-Za-z0-9%_./~\-]+$"}
                                                        }
                                                    },
                                                    "region": {
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                            "endLine": {"type": "integer", "minimum": 1},
                                                            "endColumn": {"type": "integer", "minimum": 1},
                                                        }
                                                    },
                                                },
                                            }
                                        }
                                    }
                                },
                            },
                        }
                    },
                },
            },
        },
    },
}


def test_sarif_has_what_the_standard_requires(folder):
    told, _ = written("sarif", folder, FILES)
    report = json.loads(told)
    jsonschema.validate(report, SARIF)
    run = report["runs"][0]
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} == known
    assert run["invocations"][0]["executionSuccessful"] is False
    assert "坏" not in report["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("中文", 4), ("，。", 4), ("é", 1), ("👍", 2), ("a\u200d", 1), ("", 0)]
)
def test_cells(text, width):
    assert cells(text) == width


@pytest.mark.parametrize(("line", "start", "end", "width"), [
    ("您好，这个不归我管哦", 5, 9, 100),
    ("很" * 200 + "不归我管" + "长" * 200, 200, 204, 40),
    ("不归我管" + "长" * 200, 0, 4, 20),
    ("\t不归我管\x1b", 1, 5, 40),
    ("不" * 100, 0, 100, 20),
])  # fmt: skip
def test_carets_stand_under_the_words(line, start, end, width):
    shown = excerpt(line, start, end, width)
    whole = shown.before + shown.marked + shown.after
    assert cells(whole) <= width + 1
    assert len(shown.carets) - len(shown.carets.lstrip()) == cells(shown.before)
    assert shown.carets.count("^") == cells(shown.marked)
    assert shown.marked.rstrip("…") in harmless(line[start:end])


def test_colour_marks_the_words_only_when_asked(folder):
    plain, _ = written("text", folder, {"a.txt": "不归我管"})
    coloured, _ = written("text", folder, {"a.txt": "不归我管"}, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[31m不归我管\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
