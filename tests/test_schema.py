"""The published JSON Schema is the one the checks are made from, and judges files as they do."""

import json

import jsonschema
import pytest
import yaml

from phrasebook import layout, shipped
from phrasebook.schema import schema
from phrasebook.shapes import Many, Named, Record
from tests.books import RULE, complaints, write
from tests.conftest import ROOT

PUBLISHED = ROOT / "docs" / "phrasebook.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(json.loads(PUBLISHED.read_text("utf-8")))
HEADER = "# yaml-language-server: $schema=../docs/phrasebook.schema.json\n"


def test_the_published_schema_is_up_to_date():
    """After a change: python -m phrasebook.schema > docs/phrasebook.schema.json."""
    assert json.loads(PUBLISHED.read_text("utf-8")) == json.loads(json.dumps(schema()))


def test_the_schema_is_a_schema():
    VALIDATOR.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize("path", sorted(shipped.rules().glob("*.yaml")), ids=lambda path: path.name)
def test_built_in_files_are_valid_and_name_the_schema(path):
    text = path.read_text("utf-8")
    assert list(VALIDATOR.iter_errors(yaml.load(text, yaml.CSafeLoader))) == []
    assert HEADER in text


SAME_VERDICT = [
    ("version: 1", "version: 1"),
    ("version: 1", "version: 2"),
    ("title:", "titel:"),
    ("title: 推诿", "title: 123"),
    ("title: 推诿", "title: ''"),
    ("title: 推诿", "title:"),
    ("    title: 推诿\n", ""),
    ("id: not-my-job", "id: Not_My_Job"),
    ("severity: error", "severity: eror"),
    ("phrases: [这事不归我管]", "phrases: 这事不归我管"),
    ("phrases: [这事不归我管]", "phrases: [{text: 这事不归我管, forms: [不归我管]}]"),
    ("phrases: [这事不归我管]", "phrases: [{txt: 这事不归我管}]"),
    ("[这件事我来帮您处理]", "[{say: 我来处理}]"),
    ("[这件事我来帮您处理]", "[{say: 我来处理, use: a}]"),
    ("bad: [这事不归我管呀]", "bad: []"),
    ("rules:", "groups: {我: [我]}\nrules:"),
    ("rules:", "groups: {我 们: [我]}\nrules:"),
    ("rules:", "extra: 1\nrules:"),
]


@pytest.mark.parametrize(("old", "new"), SAME_VERDICT, ids=[new or old for old, new in SAME_VERDICT])
def test_schema_and_checks_agree(tmp_path, old, new):
    text = RULE.replace(old, new)
    accepted = VALIDATOR.is_valid(yaml.load(text, yaml.CSafeLoader))
    assert accepted == (complaints(*write(tmp_path, f=text)) == [])


@pytest.mark.parametrize("change", ["{id: a}", "{id: a, off: maybe}", "{off: true}"])
def test_changes_must_change_something(change):
    assert not VALIDATOR.is_valid(yaml.safe_load(f"version: 1\nchanges: [{change}]"))


def records(shape, seen=()):
    if isinstance(shape, Many | Named):
        yield from records(shape.of, seen)
    elif isinstance(shape, Record) and shape not in seen:
        yield shape
        for field in shape.fields:
            yield from records(field.shape, (*seen, shape))


def test_every_key_is_explained_in_chinese():
    for record in records(layout.FILE):
        for field in record.fields:
            assert any("\u4e00" <= character <= "\u9fff" for character in field.about), (
                record.key,
                field.name,
            )
