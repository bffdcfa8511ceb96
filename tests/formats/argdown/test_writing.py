"""What is written is read again as the same map: every record in its order, with every field.

Left out of the comparison are spans, which tell where a map was written, and its name, which is
that of its file.
"""

from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Reading, Source
from argmap.formats.argdown import FORMAT, read, write
from argmap.formats.json.records import map_records
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS
from conftest import ROOT, SHARED, WITHOUT_DATA
from full_maps import full_maps, syntax
from pace import pace
from small_maps import LARGE, map_of, maps

OFFICIAL = SHARED / "data" / "argdown" / "source"
OURS = [
    path
    for folder in ("corpus", "examples", "tests/formats/argdown/cases")
    for path in sorted((ROOT / folder).glob("*.argdown"))
]
THEIRS = sorted(path for path in OFFICIAL.rglob("*") if path.is_file())
WRITTEN = Path(__file__).parent / "written"


def reading(path: Path) -> Reading:
    def include(other: str) -> str | None:
        found = path.parent / other
        return found.read_text(encoding="utf-8") if found.is_file() else None

    return read(Source(path.read_text(encoding="utf-8"), path.name, include))


def records(map: ArgumentMap) -> dict[str, Any]:
    """All that is compared."""
    document = {"data": dict(map.data), **map_records(map)}
    for group in ("claims", "relations", "arguments", "sections"):
        for record in document[group]:
            record.pop("span")
    return document


def assert_kept(map: ArgumentMap) -> Reading:
    """What is read of the map as it is written, once it is the same."""
    written = write(map)
    assert not written.losses
    text = written.text
    again = read(Source(text))
    assert records(again.map) == records(map), text
    assert write(again.map).text == text
    return again


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_maps_are_kept(path: Path) -> None:
    before = {found.code for found in reading(path).diagnostics}
    assert {found.code for found in assert_kept(reading(path).map).diagnostics} <= before


@pytest.mark.skipif(not THEIRS, reason=WITHOUT_DATA)
@pytest.mark.parametrize("path", THEIRS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_official_maps_are_kept(path: Path) -> None:
    before = {found.code for found in reading(path).diagnostics}
    assert {found.code for found in assert_kept(reading(path).map).diagnostics} <= before


@settings(deadline=None, max_examples=100)
@given(full_maps() | full_maps(syntax) | full_maps(st.sampled_from(["", "a", "b", "c"])))
def test_every_field_is_kept(map: ArgumentMap) -> None:
    assert not assert_kept(map).diagnostics


@settings(deadline=None, max_examples=100)
@given(maps(most=12))
def test_every_shape_is_kept(map: ArgumentMap) -> None:
    assert not assert_kept(map).diagnostics


@pytest.mark.parametrize("name", LARGE)
def test_large_maps_are_written_and_read_in_linear_time(name: str) -> None:
    map = LARGE[name](30_000)
    begun = process_time()
    text = write(map).text
    assert process_time() - begun < 4 * pace()
    assert len(text) < 100 * len(map.claims)
    again = read(Source(text))
    assert not again.diagnostics
    assert list(again.map.claims) == list(map.claims)
    ends = [(r.kind, r.premises, r.target) for r in again.map.relations.values()]
    assert ends == [(r.kind, r.premises, r.target) for r in map.relations.values()]


@pytest.mark.parametrize("path", sorted(WRITTEN.glob("*.argdown")), ids=lambda path: path.stem)
def test_the_layout_is_this(path: Path) -> None:
    """Each file is as argmap writes it."""
    assert write(reading(path).map).text == path.read_text(encoding="utf-8")


def test_a_strict_map_is_written_in_strict_mode() -> None:
    text = write(map_of("b entailment a", "c contrary a", "d contradiction a")).text
    assert text.startswith("===\nmodel: {mode: strict}\nmap: {without: [model]}\n===\n\n[A]")
    assert "kind" not in text
    assert "><" in text


def test_a_map_with_other_kinds_as_well_is_not() -> None:
    text = write(map_of("b entailment a", "c rebuttal a")).text
    assert text.startswith("[A]: This is a.")
    assert "kind: entailment" in text


def test_tags_that_stand_in_no_text_stand_behind_it() -> None:
    draft = Draft()
    draft.claim(Claim("a", title="A", text="A claim.", tags=("good", "two words")))
    assert "[A]: A claim. #good #(two words)\n" in write(draft.build()[0]).text


def unwritable() -> Iterator[Any]:
    deep: Any = []
    for _ in range(500):
        deep = [deep]
    yield {"x": deep}
    yield {"x": float("inf")}
    yield {"x": float("nan")}
    yield {"x": "\ud800"}
    yield {"\udfff": 1}
    yield {"x": {1, 2}}


@pytest.mark.parametrize("data", list(unwritable()), ids=range(6))
def test_what_cannot_be_written_is_a_loss_that_names_the_claim(data: dict[str, object]) -> None:
    draft = Draft()
    draft.claim(Claim("lossy", text="A claim.", data=data))
    written = write(draft.build()[0])
    assert [(loss.code, loss.severity) for loss in written.losses] == [("AD35", "warning")]
    assert "'lossy'" in written.losses[0].message
    text = written.text
    assert text.encode("utf-8")
    again = read(Source(text))
    assert not again.diagnostics
    assert again.map.claims["lossy"].text == "A claim."


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_kept_in_both_directions_and_linked(kind: str) -> None:
    assert_kept(map_of(f"b {kind} a", f"a {kind} c", f"d e {kind} c", f"f {kind} r1"))


def test_the_format_can_write() -> None:
    assert FORMAT.write is write
