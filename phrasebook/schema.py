"""The JSON Schema of rule files, for editors; `python -m phrasebook.schema` prints it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

from phrasebook import layout
from phrasebook.shapes import Choice, Field, Flag, Many, Named, Number, Record, Shape, Words

Json = Mapping[str, object]


def schema() -> Json:
    """The whole schema, draft 2020-12, with Chinese descriptions; from `layout`, like the checks."""
    records: dict[str, Json] = {}
    top = _record(layout.FILE, records)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "话术词库",
        "description": "话术（huashu）的规则文件：不能说的话、应该说的话、情景和句型",
        **top,
        "$defs": records,
    }


def _record(shape: Record, records: dict[str, Json]) -> Json:
    properties = {field.name: _field(field, records) for field in shape.fields}
    one = [{"required": [name]} for name in shape.one_of]
    some = [{"required": [name]} for name in shape.some_of]
    return {
        "type": "object",
        "properties": properties,
        "required": [field.name for field in shape.fields if field.required],
        "additionalProperties": False,
        **({"oneOf": one} if one else {}),
        **({"anyOf": some} if some else {}),
    }


def _field(field: Field, records: dict[str, Json]) -> Json:
    about = field.about
    if isinstance(field.shape, Choice):
        about += "。" + "；".join(f"{word} = {meaning}" for word, meaning in field.shape.meanings.items())
    return {"description": about, **_shape(field.shape, records)}


def _shape(shape: Shape, records: dict[str, Json]) -> Json:
    match shape:
        case Words():
            return {
                "type": "string",
                "minLength": 1,
                **({"pattern": f"^({shape.pattern})$"} if shape.pattern else {}),
            }
        case Choice():
            return {"enum": list(shape.meanings), "enumDescriptions": list(shape.meanings.values())}
        case Number():
            return (
                {"enum": list(shape.allowed)}
                if shape.allowed
                else {"type": "integer", "minimum": 1, "maximum": shape.most}
            )
        case Flag():
            return {"type": "boolean"}
        case Many():
            return {
                "type": "array",
                "items": _shape(shape.of, records),
                **({"minItems": shape.least} if shape.least else {}),
            }
        case Named():
            names = _shape(shape.key, records)
            return {
                "type": "object",
                "propertyNames": names,
                "additionalProperties": _shape(shape.of, records),
            }
        case Record():
            return _reference(shape, records)


def _reference(shape: Record, records: dict[str, Json]) -> Json:
    """A record by name, defined on the way; where a plain text may stand for it, either."""
    if shape.key not in records:
        records[shape.key] = {}
        records[shape.key] = {"title": shape.name, **_record(shape, records)}
    whole = {"$ref": f"#/$defs/{shape.key}"}
    return {"anyOf": [_shape(shape.shapes[shape.short], records), whole]} if shape.short else whole


def main() -> int:
    """Print the schema: `python -m phrasebook.schema > docs/phrasebook.schema.json`."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    sys.stdout.buffer.write(text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
