"""Frameworks that are read without a map: the quick way and the other say the same."""

from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import (
    AttackGraph,
    Source,
    detect_framework,
    framework_formats,
    named,
    reader_of,
)
from argmap.formats._framework import Framework
from conftest import SHARED

DUNG = SHARED / "data" / "dung"
FORMAT_OF = {".dl": "apx", ".bag": "apx", ".af": "af", ".apx": "apx", ".tgf": "tgf"}
SAMPLES = sorted(path for path in DUNG.glob("*/*") if path.suffix in FORMAT_OF)

NAMES = ["af", "apx", "tgf"]
PIECES = {
    "af": ["p af 3", "p  af 3", "p af 0", "1 2", "2 1", "3 3", "1 2", " 1 2", "1  2",
           "01 2", "4 1", "1 2 3", "# note", '# 1 is "a"', " # note", "", "1", "x y", "٣ 1"],
    "apx": ["arg(a).", "arg(b).", "arg(c).", "arg( a ).", 'arg("a b").', "arg(a,0.5).", "att(a,b).",
            "att(b,a).", "att(c,c).", "att(a,d).", "att(a, b).", "att(a,b)", "support(a,b).",
            "% note", "arg(a). att(a,a).", "", "arg(a", "att(a)."],
    "tgf": ["a", "b", "c", "a label", "#", " #", "a b", "b a", "c c", "a  b", "a d", "a b +",
            "a b -", "a b so", "# b", "", "a#", "#a"],
}  # fmt: skip


def attacks_of(name: str, text: str) -> AttackGraph:
    read = named(name).attacks
    assert read is not None
    return read(Source(text, "f"))


def the_long_way(name: str, text: str) -> AttackGraph:
    parsed = import_module(f"argmap.formats.{name}").parsed(Source(text, "f"))
    framework = parsed if isinstance(parsed, Framework) else parsed[0]
    return framework.graph()


def the_quick_way(name: str, text: str) -> AttackGraph | None:
    found: AttackGraph | None = import_module(f"argmap.formats.{name}").plain(text)
    return found


def test_the_formats_of_frameworks_are_those_that_hold_nothing_else() -> None:
    assert [format.name for format in framework_formats()] == NAMES == sorted(PIECES)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=150)
@given(st.data())
def test_what_is_read_quickly_is_what_the_reader_says(name: str, data: st.DataObject) -> None:
    """The graph has what the map has, and whatever is wrong is told in the same words."""
    lines = data.draw(st.lists(st.sampled_from(PIECES[name]), max_size=7))
    text = "\n".join(lines) + data.draw(st.sampled_from(["", "\n"]))
    graph = attacks_of(name, text)
    assert graph == the_long_way(name, text)
    quick = the_quick_way(name, text)
    assert quick is None or quick == graph
    map, found = reader_of(named(name))(Source(text, "f"))
    codes = {"IC", "AP", "TG"}
    assert graph.diagnostics == [each for each in found if each.code[:2] in codes]
    assert len(graph.names) == len(map.claims)
    attacks = [r for r in map.relations.values() if r.kind == "rebuttal"]
    assert sum(len(own) for own in graph.attackers) == len(attacks)
    assert (graph.support is None) == (len(attacks) == len(map.relations))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("af", "# one\np af 3\n1 2\n# two\n2 1\n2 3"),
        ("apx", "arg(1).\narg(2).\narg(3).\natt(1,2).\natt(2,1).\natt(2,3).\n"),
        ("tgf", "1\n2\n3\n#\n1 2\n2 1\n2 3\n"),
    ],
)
def test_what_is_well_formed_is_read_the_quick_way(name: str, text: str) -> None:
    assert the_quick_way(name, text) == (["1", "2", "3"], [[1], [0], [1]], [], None)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("af", "p af 2\n1 3\n"), ("af", "p af 2\n0 1\n"), ("af", "p af 2\np af 2\n"), ("af", ""),
        ("af", "p af 999999999\n"), ("apx", "arg(a).\narg(a).\n"), ("apx", "arg(a).\natt(a,b).\n"),
        ("tgf", "a\na\n#\n"), ("tgf", "a\n#\na b\n"), ("tgf", "a\n"), ("tgf", "a\n#\n#\n"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_left_to_the_reader(name: str, text: str) -> None:
    assert the_quick_way(name, text) is None
    assert attacks_of(name, text).diagnostics


def test_names_are_those_of_the_file() -> None:
    text = 'p af 2\n# 1 is "alibi"\n1 2\n'
    assert attacks_of("af", text).names == ["1", "2"]
    assert attacks_of("af", text + " 2 1\n").names == ["1", "2"]
    assert attacks_of("apx", '% 1 is "alibi"\narg(1).arg("two words").').names == ["1", "two words"]
    assert attacks_of("tgf", "a A label\n#\n").names == ["a"]


@pytest.mark.skipif(not SAMPLES, reason="the real frameworks are not at hand")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_real_framework_is_read_the_same_both_ways(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    name = FORMAT_OF[path.suffix]
    found = detect_framework(text, path.name)
    assert found is not None
    assert found.name == name
    assert attacks_of(name, text) == the_long_way(name, text)


@pytest.mark.parametrize(
    ("text", "file", "name"),
    [
        ("p af 1\n", "x", "af"), ("arg(a).\n", "", "apx"), ("a\n#\n", "<stdin>", "tgf"),
        ("arg(a).\n", "x.af", "apx"), ("nonsense", "x.af", "af"), ("nonsense", "x.dl", "apx"),
        ("", "x.AF", "af"),
    ],
)  # fmt: skip
def test_a_framework_is_known_by_what_it_says_and_else_by_its_suffix(
    text: str, file: str, name: str
) -> None:
    found = detect_framework(text, file)
    assert found is not None
    assert found.name == name


def test_what_is_no_framework_is_in_no_format() -> None:
    assert detect_framework("[A]: b.\n  - [C]: d.\n", "x.argdown") is None
    assert detect_framework("", "") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("af", 'p af 3\n# 1 is "a"\n1 2\n3 3\n'),
        ("apx", "arg(a).\narg(b).\natt(a,b).\natt(b,b).\n"),
        ("tgf", "a\nb\n#\na b\nb b\n"),
    ],
)
def test_what_solvers_write_is_read_the_quick_way(
    name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = the_long_way(name, text)
    module = import_module(f"argmap.formats.{name}")
    monkeypatch.setattr(module, "parsed", None)
    assert attacks_of(name, text) == expected
