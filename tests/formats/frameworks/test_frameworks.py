import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Source, detect, named, reader_of
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.semantics.evaluation import Policies, evaluate
from argmap.semantics.reasoning import equivalent
from conftest import SHARED
from pace import pace
from small_maps import with_givens

DATA = SHARED / "data"
NAMES = ["af", "apx", "tgf"]
SAMPLES = [
    *sorted(DATA.glob("tgf/*.tgf")), *sorted(DATA.glob("dung/*/*.tgf")),
    *sorted(DATA.glob("dung/*/*.apx")), *sorted(DATA.glob("dung/*/*.dl")),
    *sorted(DATA.glob("dung/iccma/*.af")), *sorted(DATA.glob("dung/gradual/*.bag")),
]  # fmt: skip
FORMAT_OF = {".dl": "apx", ".bag": "apx", ".af": "af", ".apx": "apx", ".tgf": "tgf"}


def shape(map: ArgumentMap) -> object:
    """All that is not about places in a file."""
    claims = [claim._replace(span=None) for claim in map.claims.values()]
    relations = [relation._replace(span=None) for relation in map.relations.values()]
    return claims, relations, dict(map.data)


@pytest.mark.skipif(not SAMPLES, reason="the real frameworks are not at hand")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_real_framework_is_read_and_written_as_it_was(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    name = FORMAT_OF[path.suffix]
    assert detect(text).name == name
    map, found = reader_of(named(name))(Source(text, path.name))
    assert not found
    assert map.claims
    written = named(name).write(map)  # type: ignore[misc]
    assert bool(written.losses) == (path.suffix == ".bag")
    if not written.losses:
        again = reader_of(named(name))(Source(written.text, path.name))
        assert not again.diagnostics
        assert shape(again.map) == shape(map)


names_of_arguments = st.text(max_size=6)


@st.composite
def attack_graphs(draw: st.DrawFn) -> ArgumentMap:
    ids = draw(st.lists(names_of_arguments, unique=True, min_size=1, max_size=5))
    ends = st.sampled_from(ids)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=6))
    taken = {id for id in ids if id.startswith("r")}
    relations = [
        Relation(f"x{n}-{len(taken)}-edge", "rebuttal", (a,), b) for n, (a, b) in enumerate(pairs)
    ]
    return ArgumentMap([Claim(id) for id in ids], relations)


@settings(deadline=None)
@given(attack_graphs(), st.sampled_from(["af", "apx"]))
def test_attack_graphs_come_back_whatever_their_arguments_are_called(
    map: ArgumentMap, name: str
) -> None:
    written = named(name).write(map)  # type: ignore[misc]
    assert not written.losses
    text = written.text
    again, found = reader_of(named(name))(Source(text))
    assert not found
    if "" not in map.claims:
        assert list(again.claims) == list(map.claims)
        ends = [(r.premises, r.target) for r in map.relations.values()]
        assert [(r.premises, r.target) for r in again.relations.values()] == ends


@settings(deadline=None)
@given(attack_graphs())
def test_tgf_keeps_the_graph_and_tells_which_ids_it_changed(map: ArgumentMap) -> None:
    written = named("tgf").write(map)  # type: ignore[misc]
    again, found = reader_of(named("tgf"))(Source(written.text))
    assert not found
    changed = {id for loss in written.losses for id in loss.claims}
    assert {id for id in map.claims if id not in again.claims} <= changed
    assert len(again.claims) == len(map.claims)
    assert len(again.relations) == len(map.relations)


@settings(deadline=None)
@given(st.text() | st.text(alphabet='arg(t,). \n"#%p f123+-'), st.sampled_from(NAMES))
def test_no_text_upsets_a_reader_and_every_line_is_read_or_reported(text: str, name: str) -> None:
    reading = reader_of(named(name))(Source(text))
    assert reading.map.claims or reading.diagnostics or not text.strip() or "%" in text


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        ("af", "1 2\n", ["IC01", "IC03"]),
        ("af", "p af 2\n1 3\nx\n", ["IC01", "IC03"]),
        ("af", "p af 1\np af 2\n", ["IC02"]),
        ("af", "p af 99999999999\n", ["IC04"]),
        ("apx", "arg(a).\narg(a).\natt(a,b).\n", ["AP02", "AP03"]),
        ("apx", "arg(a).\natt(a).\nfoo(a).\n", ["AP01", "AP01"]),
        ("apx", "arg(a, 7).\n", ["AP04"]),
        ("tgf", "a\nb\n#\na b likes\n", ["TG04"]),
        ("tgf", "a\na\n#\na\na c\n#\n", ["TG02", "TG01", "TG01", "TG03"]),
        ("tgf", "a\nb\n", ["TG01"]),
    ],
)
def test_what_is_wrong_is_reported_where_it_stands(name: str, text: str, codes: list[str]) -> None:
    found = reader_of(named(name))(Source(text, "f")).diagnostics
    assert [each.code for each in found] == codes
    assert all(each.span and each.span.file == "f" for each in found)


def test_labels_of_edges_say_support_and_attack_and_are_kept() -> None:
    text = "a It rains\nb\n#\na b +\nb a -\na b supports\na b\n"
    map, found = reader_of(named("tgf"))(Source(text))
    assert not found
    kinds = [relation.kind for relation in map.relations.values()]
    assert kinds == ["support", "rebuttal", "support", "rebuttal"]
    assert map.claims["a"].text == "It rains"
    assert named("tgf").write(map).text == text  # type: ignore[misc]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_in_another_way_is_told(name: str) -> None:
    map = ArgumentMap(
        [Claim("a", tags=("t",)), Claim("b"), Claim("c")],
        [
            Relation("x", "rebuttal", ("a",), "b"),
            Relation("y", "undercut", ("c",), "x", "relation"),
            Relation("z", "rebuttal", ("a", "b"), "c"),
            Relation("w", "contradiction", ("a",), "c"),
            Relation("v", "support", ("c",), "b"),
        ],
    )
    losses = named(name).write(map).losses  # type: ignore[misc]
    assert [(loss.message.split(",")[0], loss.claims) for loss in losses] == [
        ("dropped: 1 tag (a)", ("a",)),
        ("changed: 1 undercut (y) into attacks that come to the same", ("y",)),
        ("changed: 1 rebuttal with linked premises (z) into attacks that come to the same", ("z",)),
        ("changed: 1 contradiction (w) into attacks that come to the same", ("w",)),
        ("changed: 1 support (v) into attacks that come to the same", ("v",)),
    ]


@settings(max_examples=200)
@given(with_givens(), st.sampled_from(NAMES))
def test_a_framework_comes_to_what_its_map_does(map: ArgumentMap, name: str) -> None:
    written = named(name).write(map)  # type: ignore[misc]
    again, found = reader_of(named(name))(Source(written.text))
    assert not found
    loops = Policies(loops="undecided")
    labels = evaluate(map, loops).verdicts.claims
    told = evaluate(again, loops).verdicts.claims
    for claims in equivalent(map):
        first = claims[0]
        assert told[first] == labels[first]
    assert all(relation.kind == "rebuttal" for relation in again.relations.values())


@pytest.mark.parametrize("name", NAMES)
def test_an_edit_of_the_map_shows(name: str) -> None:
    text = {
        "af": "p af 2\n# hi\n1 2\n",
        "apx": "arg(1).\narg(2).\natt(1,2).\n",
        "tgf": "1\n2\n#\n1 2\n",
    }
    map, _ = reader_of(named(name))(Source(text[name]))
    less = named(name).write(map.keep({"2"})).text  # type: ignore[misc]
    again, _ = reader_of(named(name))(Source(less))
    assert list(again.claims) == ["2"]
    assert not again.relations


@pytest.mark.parametrize("name", NAMES)
def test_other_texts_are_not_claimed(name: str) -> None:
    looks_like = named(name).looks_like
    for text in [
        "", "#", "{}", "# Title\n\n[A]: b\n", "[A]\n#\n  + [B]\n",
        "arg(umentation) matters", "p af", "a\n#\nb\n", "Some words here\n#\n",
    ]:  # fmt: skip
        assert not looks_like(text)


@pytest.mark.parametrize("name", NAMES)
def test_reading_is_linear_in_lines_and_in_long_ones(name: str) -> None:
    long = {"af": "1 " * 100_000, "apx": "arg(a)." * 100_000, "tgf": "a " * 100_000}[name]
    begun = time.process_time()
    named(name).looks_like(long)
    reader_of(named(name))(Source(long))
    assert time.process_time() - begun < 5 * pace()
