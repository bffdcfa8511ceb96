"""What a map loses in each format is told in words, and declared by the format."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats import Format, all_formats, named
from argmap.formats._losses import Losses, singular
from argmap.model.anchor import Anchor
from argmap.model.argument import Argument
from argmap.model.claim import Claim, Mark
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.section import Section
from full_maps import full_maps
from losses import kind_of_loss

WRITABLE = [format for format in all_formats() if format.write is not None]
CLAIMS = [Claim("a", text="A."), Claim("b", text="B."), Claim("c", text="C.")]


def dropped(format: Format, map: ArgumentMap) -> set[str]:
    assert format.write is not None
    return {kind_of_loss(loss) for loss in format.write(map).losses if loss.code == "LS01"}


def _telling_maps() -> Iterator[ArgumentMap]:
    """Maps that together have everything that some format cannot express."""
    anchor = Anchor("p. 3", 2, 9, "A sunny place", "sha256:1", "before", "after")
    yield ArgumentMap(
        [
            Claim("a", "Title", "A.", ("t",), "s1", None, anchor, 0.5, ("other words",),
                  (Mark("bold", 0, 1),), {"speaker": ["Ann", "Bob"], "colour": "red"}),
            *CLAIMS[1:],
        ],
        [
            Relation("r1", "support", ("a", "b"), "c", "claim", "A scheme", 0.5, "label",
                     data={"colour": "red", "roles": {"major": "nobody"}}),
            Relation("r2", "undercut", ("b",), "r1", "relation"),
            Relation("r3", "support", ("b",), "r2", "relation"),
            Relation("r4", "undercut", ("b",), "r3", "relation"),
            Relation("r5", "contrary", ("b",), "b"),
            Relation("r6", "contrary", ("b",), "c", scheme="A scheme", weight=0.5),
        ],
        [
            Argument("x", "Title", "Words.", ("r1",), tags=("u",), section="s2", statements=("b",)),
            Argument("y", relations=("r1",)),
            Argument("z", statements=("a",)),
        ],
        [Section("s1", "One"), Section("s2", "Two")],
        data={"author": "Ann"},
    )  # fmt: skip
    yield ArgumentMap([Claim("a", data={"expect": "maybe"}), Claim("b", source=anchor)])
    yield ArgumentMap([Claim("a", text="A.")], (), [Argument("a", "Title", "A.", gist="a")])
    resources = {"resources": [{"id": "text"}]}
    yield ArgumentMap([Claim("a", source=anchor)], data={"sadface": {"document": resources}})
    deep: object = "end"
    for _ in range(1000):
        deep = [deep]
    yield ArgumentMap([Claim("a", "Title", "A.", source=Anchor(quote="Not A."), data={"k": deep})])


def test_formats_that_can_be_written_are_many() -> None:
    assert {"json", "aif", "kialo", "dot"} <= {format.name for format in WRITABLE}


@pytest.mark.parametrize("format", WRITABLE, ids=[each.name for each in WRITABLE])
def test_what_a_format_declares_to_lose_is_lost(format: Format) -> None:
    lost = {what for map in _telling_maps() for what in dropped(format, map)}
    assert lost == set(format.loses)
    assert len(format.loses) == len(lost)


@given(full_maps())
@settings(max_examples=100, suppress_health_check=list(HealthCheck))
def test_no_format_drops_what_it_does_not_declare(map: ArgumentMap) -> None:
    for format in WRITABLE:
        assert dropped(format, map) <= set(format.loses), format.name


def test_formats_call_the_same_thing_by_the_same_word() -> None:
    words = {what for format in WRITABLE for what in format.loses}
    assert len({singular(what) for what in words}) == len(words)
    assert not any(what == singular(what) for what in words)


def test_argmaps_own_json_and_aif_lose_nothing() -> None:
    for name in ("json", "aif", "xaif"):
        assert named(name).loses == ()


def _told(losses: Losses) -> list[tuple[str, str]]:
    return [(each.message, each.hint) for each in losses.diagnostics()]


def test_one_thing_is_named_in_the_singular() -> None:
    losses = Losses("Kialo")
    losses.drop("tags", "x")
    losses.drop("texts of arguments", "y")
    losses.change("contraries", "issues", "z")
    losses.hide("places in sections", "x")
    assert _told(losses) == [
        ("dropped: 1 tag (x), Kialo cannot express tags", ""),
        ("dropped: 1 text of an argument (y), Kialo cannot express texts of arguments", ""),
        ("changed: 1 contrary (z) into an issue, as near as Kialo comes", ""),
        (
            "only for argmap: 1 place in a section (x), Kialo has no words for places in sections",
            "",
        ),
    ]


def test_many_things_are_counted_and_some_named_and_all_are_in_the_data() -> None:
    losses = Losses("Kialo")
    ids = [f"r{number}" for number in range(1, 25)]
    for id in ids:
        losses.drop("undercuts", id)
    losses.drop("tags", "x", 3)
    losses.drop("tags", "y")
    assert _told(losses) == [
        (
            "dropped: 24 undercuts (r1, r2, r3, r4, r5 and 19 more), Kialo cannot express them",
            "`--json` names them all",
        ),
        ("dropped: 4 tags (x, y), Kialo cannot express them", ""),
    ]
    assert losses.diagnostics()[0].claims == tuple(ids)
