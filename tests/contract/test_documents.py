import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema  # type: ignore[import-untyped]
import pytest
from pydantic import ValidationError

from argmap.contract.__main__ import generate
from argmap.contract.documents import DOCUMENTS
from argmap.contract.models import Claim, Document
from argmap.contract.shipped import names, schema
from argmap.formats import Source
from argmap.formats.argdown import read as read_argdown
from argmap.formats.json import read as read_json
from argmap.formats.json import write as write_json
from argmap.formats.json.records import map_records
from argmap.formats.json_lines import write as write_lines
from conftest import Run

MAP = """===
title: On trees
author: Nobody
===

# Trees {weight: 1}

[Shade]: Trees give *shade*, see [this](http://x.y). #cool {weight: 0.7}
  + [Leaves]: Leaves stop light. {source: {place: ¶1.1, quote: Leaves stop light}}
    <_ <Autumn>: In autumn there are none. #(not now)
  - [Roots]: Roots break pavements.
    - [Pipes]: Pipes break first.

[Shade]: Trees are cool.

## Money

[Cheap]: Trees are cheap. #money
  + [Shade]
  >< [Dear]: Trees are dear. #money

[Worth]: Trees are worth having.
  + [Cheap]
  - [Dear]

<Sum>: Adding up.

(1) [Cheap]
(2) A third thing.
-- sum rule --
(3) [Worth]
"""
SOURCE = "On Trees\n\nLeaves stop light. Roots are strong.\n\nPipes break.\n"
MODELS = {get_args(m.model_fields["schema_"].annotation)[0].split("/")[1]: m for m in DOCUMENTS}

COMMANDS = {
    "show the map": "show",
    "show a section": "show money",
    "show a tag": "show cool",
    "show a claim": "show shade",
    "show an argument": "show <Sum>",
    "show arguments as nodes": "show --arguments",
    "show the nodes of a group": "show money --arguments --no-selection",
    "trace": "trace shade",
    "trace up": "trace leaves --up",
    "trace one deep": "trace worth --depth 1",
    "trace a side": "trace worth --only rebuttal",
    "path": "path pipes worth",
    "no path": "path worth pipes",
    "find": "find trees",
    "find nothing": "find treees",
    "find a group": "find --tag money",
    "stats": "stats",
    "stats of robustness": "stats --robustness",
    "stats of a part": "stats --without money",
    "check": "check",
    "check a choice": "check --select RE",
    "check against a source": "check --source text.txt",
    "explain": "explain",
    "explain a code": "explain RE05",
    "show the map with verdicts": "show --verdicts",
    "show a tag with verdicts": "show cool --verdicts",
    "trace with verdicts": "trace shade --verdicts",
    "evaluate": "evaluate",
    "evaluate by strength": "evaluate --strength",
    "evaluate as carneades": "evaluate --carneades",
    "evaluate by choice": "evaluate --semantics preferred --mode credulous",
    "evaluate a claim": "evaluate shade --withdraw leaves --assume roots",
    "evaluate a group": "evaluate money --ties out --loops undecided",
    "flip": "flip shade",
    "flip by attack": "flip worth --by attack",
    "why": "why shade",
    "why undecided": "why cheap",
    "why without": "why worth --withdraw shade",
    "anchor": "anchor text.txt",
    "anchor a place": "anchor text.txt 1.2",
    "anchor what is uncovered": "anchor text.txt --uncovered",
    **{f"list {what}": f"list {what}" for what in
       ("claims", "groups", "arguments", "relations", "maps", "formats")},
}  # fmt: skip
ITEMS = {
    "evaluate": "verdicts",
    "why": "reasons",
    "flip": "sets",
    "show": "claims",
    "trace": "steps",
    "path": "chains",
    "find": "claims",
    "stats": "balance",
    "check": "findings",
    "explain": "explanations",
    "anchor": "passages",
}
CLAIM: dict[str, Any] = {
    "id": "a", "title": "", "text": "", "tags": [], "section": None, "span": None, "source": None,
}  # fmt: skip
NO_ANSWER = {"no path", "find nothing"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "m.argdown").write_text(MAP, encoding="utf-8")
    (tmp_path / "m.af").write_text("p af 3\n1 2\n2 1\n2 3\n", encoding="utf-8")
    (tmp_path / "text.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def asked(run: Run, command: str, *more: str) -> str:
    """What a command prints about the map; fails if there is no answer."""
    done = run(*command.split(), *more, ARGMAP_MAP="m.argdown")
    assert done.code in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def bare(record: Document, document: dict[str, Any]) -> dict[str, Any]:
    """What the model has kept of a document."""
    kept: dict[str, Any] = record.model_dump(by_alias=True, exclude_unset=True)
    assert kept.keys() == document.keys()
    return kept


def objects(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # a JSON Schema
    """Every schema of an object in a schema."""
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if part.get("type") == "object" and "properties" in part:
                yield part
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


def test_the_shipped_schemas_are_those_of_the_models() -> None:
    generated = generate()
    assert names() == sorted(generated)
    for name, text in generated.items():
        assert schema(name) == text, "run python -m argmap.contract"


@pytest.mark.parametrize("name", names())
def test_a_shipped_schema_is_a_schema_and_names_itself(name: str) -> None:
    text = json.loads(schema(name))
    jsonschema.Draft202012Validator.check_schema(text)
    assert text["$id"] == f"argmap/{name}/1"
    assert text["properties"]["schema"]["const"] == f"argmap/{name}/1"


@pytest.mark.parametrize("name", names())
def test_no_object_of_a_schema_has_unknown_fields(name: str) -> None:
    assert all(part["additionalProperties"] is False for part in objects(json.loads(schema(name))))


@pytest.mark.parametrize("name", ["", "nope", "../documents", "map.json"])
def test_there_is_no_other_schema(name: str) -> None:
    with pytest.raises(KeyError):
        schema(name)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("what", COMMANDS)
def test_an_answer_is_what_its_schema_and_its_model_say(run: Run, what: str) -> None:
    text = asked(run, COMMANDS[what], "--json")
    document = json.loads(text)
    name = COMMANDS[what].split()[0]
    assert text.startswith(f'{{"schema": "argmap/{name}/1", ')
    assert text.count("\n") == 1
    jsonschema.Draft202012Validator(json.loads(schema(name))).validate(document)
    assert bare(MODELS[name].model_validate(document, strict=True), document) == document


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("compare", "evaluate --compare"),
        ("labellings", "evaluate --all --semantics preferred"),
        ("witness", "why cheap --semantics preferred"),
        ("witness", "why pipes --semantics stable"),
        ("contributions", "why shade --strength"),
        ("weighed", "why worth --carneades"),
        ("diff", "diff m.argdown cyber-diplomacy"),
        ("list", "list maps -m m.argdown"),
        ("solve", "solve -p DC-PR -f m.af -a 1"),
        ("solve", "solve -p EE-CO -f m.af"),
        ("solve", "solve -p CE-ST -f m.af"),
    ],
)
def test_an_option_can_ask_for_another_document(run: Run, name: str, command: str) -> None:
    document = json.loads(asked(run, command, "--json"))
    assert document["schema"] == f"argmap/{name}/1"
    jsonschema.Draft202012Validator(json.loads(schema(name))).validate(document)
    assert bare(MODELS[name].model_validate(document, strict=True), document) == document


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("what", [what for what in COMMANDS if what not in NO_ANSWER])
def test_ndjson_has_a_line_for_each_item_of_the_document(run: Run, what: str) -> None:
    command = COMMANDS[what]
    items = ITEMS.get(command.split()[0]) or command.split()[1]
    items = "nodes" if "--arguments" in command else items
    document = json.loads(asked(run, command, "--json"))
    lines = asked(run, command, "--ndjson").splitlines()
    assert [json.loads(line) for line in lines] == document[items]
    assert document[items] or what == "check"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("what", [w for w in COMMANDS if w.split()[0] in {"show", "trace", "path"}])
def test_a_part_of_a_map_has_all_ends_of_its_relations(run: Run, what: str) -> None:
    document = json.loads(asked(run, COMMANDS[what], "--json"))
    ids = {"claim": [], "relation": []} | {
        kind: [record["id"] for record in document[f"{kind}s"]] for kind in ("claim", "relation")
    }
    sections = {record["id"] for record in document["sections"]}
    for relation in document["relations"]:
        assert set(relation["premises"]) <= set(ids["claim"])
        assert relation["target"]["id"] in ids[relation["target"]["type"]]
    for argument in document["arguments"]:
        assert set(argument["relations"]) <= set(ids["relation"])
        assert argument["gist"] in {None, *ids["claim"]}
    assert all(claim["section"] in {None, *sections} for claim in document["claims"])


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", ["show", "show money", "trace worth", "path pipes worth"])
def test_what_is_printed_can_be_asked_again(run: Run, command: str) -> None:
    text = asked(run, command, "--json")
    reading = read_json(Source(text))
    assert not reading.diagnostics
    document = json.loads(text)
    for array in ("claims", "relations", "arguments", "sections"):
        assert map_records(reading.map)[array] == document[array]


@pytest.mark.usefixtures("folder")
def test_every_step_of_a_trace_is_in_its_part_of_the_map(run: Run) -> None:
    document = json.loads(asked(run, "trace shade", "--json"))
    claims = {record["id"] for record in document["claims"]}
    relations = {record["id"] for record in document["relations"]}
    assert document["root"] in claims
    assert {step["claim"] for step in document["steps"]} <= claims
    assert {step["relation"] for step in document["steps"]} == relations
    assert {step["direction"] for step in document["steps"]} == {"up", "down"}


def test_a_whole_map_is_what_its_schema_says() -> None:
    reading = read_argdown(Source(MAP, "m.argdown"))
    assert not reading.diagnostics
    document = json.loads(write_json(reading.map).text)
    jsonschema.Draft202012Validator(json.loads(schema("map"))).validate(document)
    assert bare(MODELS["map"].model_validate(document, strict=True), document) == document


def test_the_lines_of_a_map_are_what_their_schemas_say() -> None:
    map = read_argdown(Source(MAP, "m.argdown")).map
    heading, *records = (json.loads(line) for line in write_lines(map).text.splitlines())
    assert bare(MODELS["lines"].model_validate(heading, strict=True), heading) == heading
    assert records == [record for array in map_records(map).values() for record in array]


@pytest.mark.parametrize("name", [name for name in MODELS if name != "list"])
def test_a_document_without_its_fields_or_with_others_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        MODELS[name].model_validate({"schema": f"argmap/{name}/1"})
    with pytest.raises(ValidationError, match="extra"):
        MODELS[name].model_validate({"schema": f"argmap/{name}/1", "mood": "good"})


@pytest.mark.parametrize("field", ["mood", "txt", "hidden"])
def test_a_record_with_an_unknown_field_is_refused(field: str) -> None:
    assert Claim.model_validate(CLAIM).id == "a"
    with pytest.raises(ValidationError, match="extra"):
        Claim.model_validate(CLAIM | {field: 1})


@pytest.mark.parametrize("version", ["argmap/stats/2", "argmap/trace/1", "", None])
def test_a_document_of_another_schema_is_refused(version: object) -> None:
    with pytest.raises(ValidationError, match="schema"):
        MODELS["stats"].model_validate({"schema": version})


@pytest.mark.parametrize("weight", [-0.1, 1.1, "heavy"])
def test_a_weight_lies_between_nought_and_one(weight: object) -> None:
    with pytest.raises(ValidationError, match="weight"):
        Claim.model_validate(CLAIM | {"weight": weight})
