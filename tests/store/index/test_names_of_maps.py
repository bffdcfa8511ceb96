"""Maps of an index are called as those of the folder, also where ids look like those of others."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.cli.collecting import open_maps
from argmap.cli.indexed import ask_index, open_index
from argmap.cli.options import MapChoice
from argmap.store.index.building import build
from argmap.store.index.survey import Wish

IDS = ["c", "b", "b/c", "b/c/d", "c/d", "-2", "b-2/c"]
FILES = ["a.json", "a/b.json", "a/b/c.json", "a-2.json", "a/b-2.json", "a-000001.json", "a.jsonl"]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A map with ids that may begin with what other maps are called."""
    claims = draw(st.lists(st.sampled_from(IDS), max_size=3, unique=True))
    sections = draw(st.lists(st.sampled_from(IDS), max_size=2, unique=True))
    relation = draw(st.sampled_from([id for id in IDS if id not in claims]))
    step = {"id": relation, "kind": "support", "premises": claims[:1]}
    return json.dumps(
        {
            "name": "m",
            "claims": [
                {"id": id, "text": id, "section": draw(st.sampled_from([None, *sections]))}
                for id in claims
            ],
            "relations": [step | {"target": {"type": "claim", "id": claims[-1]}}] if claims else [],
            "sections": [{"id": id, "title": id, "level": 1} for id in sections],
        }
    )


FOLDERS = st.dictionaries(st.sampled_from(FILES), documents(), min_size=1, max_size=5)


def write(folder: Path, files: Mapping[str, str]) -> None:
    for path in folder.rglob("*.json*"):
        if str(path.relative_to(folder)) not in files:
            path.unlink()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text if name.endswith("json") else f"{text}\n{text}\n")


@settings(max_examples=25)
@given(st.lists(FOLDERS, min_size=1, max_size=3))
def test_no_two_records_have_one_id_and_the_names_are_those_of_the_folder(
    states: list[dict[str, str]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        index = str(folder / "argmap.index")
        for files in states:
            write(folder, files)
            build(Wish([name]), index, lambda *_: None, 1)
            if not any('"text"' in text for text in files.values()):
                continue
            read = open_maps([name], MapChoice())
            asked, loaded = ask_index(index, MapChoice()), open_index(index, MapChoice())
            assert [part.name for part in loaded.parts] == [part.name for part in read.parts]
            assert [part.own for part in loaded.parts] == [part.own for part in read.parts]
            assert loaded.whole == read.whole
            assert list(asked.whole.claims) == list(read.whole.claims)
            for claim in read.whole.claims.values():
                assert asked.whole.claims[claim.id] == claim
            for relation in read.whole.relations.values():
                assert asked.whole.relations[relation.id] == relation
            assert dict(asked.whole.sections) == dict(read.whole.sections)


def test_ids_of_nested_maps_that_are_the_same_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(FILES[:2], '{"claims": [{"id": "b/c"}, {"id": "c"}]}'))
    index = str(tmp_path / "argmap.index")
    build(Wish([str(tmp_path)]), index, lambda *_: None, 1)
    assert list(ask_index(index, MapChoice()).whole.claims) == [
        "a/b/c", "a/c", "a/b-2/b/c", "a/b-2/c",
    ]  # fmt: skip
