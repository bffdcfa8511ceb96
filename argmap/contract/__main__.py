"""Write the JSON Schemas of all documents to the folder they are shipped in."""

import json
from pathlib import Path
from typing import get_args

from argmap.contract.documents import DOCUMENTS

SCHEMAS = Path(__file__).parent / "schemas"


def generate() -> dict[str, str]:
    """The text of each schema, by name."""
    schemas = {}
    for document in DOCUMENTS:
        (identifier,) = get_args(document.model_fields["schema_"].annotation)
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": identifier,
            **document.model_json_schema(),
        }
        text = json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=False)
        schemas[identifier.split("/")[1]] = text + "\n"
    return schemas


if __name__ == "__main__":
    for name, text in generate().items():
        (SCHEMAS / f"{name}.json").write_text(text, encoding="utf-8")
