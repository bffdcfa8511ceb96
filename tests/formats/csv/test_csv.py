"""Tables are read with all that they say, and written as they came."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Source, detect, json, named, names
from argmap.formats.csv import FORMAT, read, write
from argmap.formats.csv.columns import known, table_of
from argmap.formats.csv.problems import PROBLEMS
from argmap.model.anchor import Anchor
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from conftest import Run
from full_maps import full_maps

TREES = """id,text
shade,Trees give shade.
streets,"Streets need trees, all of them."
pipes,"Roots break pipes.
They say."

source,target,type
shade,streets,pro
pipes,streets,con
"""


def _read(text: str, **beside: str) -> tuple[ArgumentMap, list[str]]:
    files = {name.replace("_", "."): said for name, said in beside.items()}
    map, found = read(Source(text, files.pop("name", "map.csv"), files.get))
    return map, [str(each) for each in found]


def _cells(text: str, delimiter: str = ",") -> list[list[str]]:
    """The cells of a text as the standard library reads them."""
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def _placeless(map: ArgumentMap) -> tuple[object, ...]:
    """What of a map does not say where it was written; an anchor that says nothing is none."""
    claims = [
        claim._replace(span=None, source=None if claim.source == Anchor() else claim.source)
        for claim in map.claims.values()
    ]
    others = [
        record._replace(span=None)
        for table in (map.relations, map.arguments, map.sections)
        for record in table.values()
    ]
    return claims, others, map.name, dict(map.data)


def _spanless(map: ArgumentMap) -> ArgumentMap:
    return ArgumentMap(
        *(
            [record._replace(span=None) for record in table.values()]
            for table in (map.claims, map.relations, map.arguments, map.sections)
        ),  # type: ignore[arg-type]
        name=map.name,
        data=map.data,
    )


def test_two_tables_are_claims_and_relations() -> None:
    map, found = _read(TREES)
    assert not found
    assert [(claim.id, claim.text) for claim in map.claims.values()] == [
        ("shade", "Trees give shade."),
        ("streets", "Streets need trees, all of them."),
        ("pipes", "Roots break pipes.\nThey say."),
    ]
    assert [r[:4] for r in map.relations.values()] == [
        ("r1", "support", ("shade",), "streets"),
        ("r2", "rebuttal", ("pipes",), "streets"),
    ]
    assert [str(claim.span) for claim in map.claims.values()] == [
        "map.csv:2:1",
        "map.csv:3:1",
        "map.csv:4:1",
    ]
    assert write(map).text == TREES


CAME = {
    "usual": "id,text\na,A\n",
    "pairs of words": "Claim ID;Statement;Weight\na;A;0,5\nb;B, too;\n\nFrom;To\na;b\n",
    "tabs": "id\ttitle\tmood\na\tA\tgood, or bad\nb\tB\t\n",
    "other columns": "id,text,speaker,year\na,A,Ann,1999\nb,B,,\n",
    "no ids": "text,note\nTrees give shade.,x\nTrees give shade.,y\n,z\n",
    "some ids": "id,text\n,Trees.\nb,B\n\npremises,target\nTrees.,b\n",
    "by title": "title,text\nShade,Trees.\nB,C\n\nsource,target,kind\nShade,B,con\nTrees.,B,+\n",
    "linked": 'id,text\na,\nb,\nc,\n\npremises,target\na;b,c\n"a, b",c\n"[""a"", ""b""]",c\n',
    "undercut": "id,text\na,A\nb,B\n\nid,source,target,type\ns,a,b,for\n,a,s,undercuts\n",
    "relations first": "source,target\na,b\n\nid,text\na,A\nb,B\n",
    "edges alone": "source,target,type\nb,a,attack\nc,b,support\n",
    "anchors": "id,text,place,start,end,hash\na,A,¶1,0,5,abcdefabcdef\n",
    "source in one cell": 'id,text,source\na,A,"{""quote"": ""so it is""}"\nb,B,Smith 2020\n',
    "columns twice": "id,text,extra,extra,,\na,A,1,2,3,4\n",
    "sections": "id,text,section\na,A,s\n\nid,title,level,parent\nr,Root,1,\ns,Sub,2,r\n",
    "sections by name": "id,text,section\na,A,One\nb,B,\nc,C,Two words\nd,D,One\n",
    "arguments": "id,text\na,A\nb,B\n\nid,source,target\ns,a,b\n\nid,title,relations\nx,X,s\n",
    "the map": 'id,text\na,A\n\nname,data\nTrees,"{""author"": ""Ann""}"\n',
    "data": 'id,text,data\na,A,"{""k"":[1,2]}"\nb,B,\n',
    "nothing": "id,text\n",
    "empty cells": 'text,title\n"",""\n',
    "quotes": 'id,text\na,"He said ""no"", and left.\n\n id,text"\n',
}  # fmt: skip


@pytest.mark.parametrize("text", CAME.values(), ids=CAME.keys())
def test_what_was_read_is_written_with_the_same_cells(text: str) -> None:
    map, found = read(Source(text, "map.csv"))
    assert not [str(each) for each in found if each.severity == "error"]
    between = json.read(Source(json.write(map).text, "map.json")).map
    assert between == map
    written = write(between)
    assert not written.losses
    delimiter = next(sign for sign in ";\t," if sign in text)
    again = written.text
    assert _cells(again, delimiter) == _cells(text, delimiter)
    assert read(Source(again, "map.csv")).map.claims.keys() == map.claims.keys()


def test_a_usual_file_has_nothing_riding() -> None:
    map, found = _read(CAME["usual"])
    assert not found
    assert not map.data
    assert not map.claims["a"].data


def test_what_rides_is_little() -> None:
    map, _ = _read(CAME["pairs of words"])
    assert map.data == {
        "csv": {
            "delimiter": ";",
            "tables": [["Claim ID", "Statement", "Weight"], ["From", "To"]],
        }
    }
    assert map.claims["a"].weight == 0.5
    assert map.claims["a"].data == {"csv": {"weight": "0,5"}}
    assert not map.claims["b"].data


def test_edits_show() -> None:
    map, _ = _read(TREES)
    claims = [
        claim._replace(text="Shade is cool.", tags=("new",)) if claim.id == "shade" else claim
        for claim in map.claims.values()
    ]
    relations = [
        relation._replace(kind="rebuttal", weight=0.25) for relation in map.relations.values()
    ]
    edited = ArgumentMap(claims, relations, name=map.name, data=map.data).keep({"shade", "streets"})
    assert write(edited).text == (
        "id,text,tags\n"
        "shade,Shade is cool.,new\n"
        'streets,"Streets need trees, all of them.",\n'
        "\n"
        "source,target,type,weight\n"
        "shade,streets,rebuttal,0.25\n"
    )


def test_an_id_is_written_as_soon_as_it_would_not_be_made_again() -> None:
    map, _ = _read("text\nTrees give shade.\n")
    claim = map.claims["trees-give-shade"]._replace(text="Trees are tall.")
    edited = ArgumentMap([claim], name=map.name, data=map.data)
    assert write(edited).text == "text,id\nTrees are tall.,trees-give-shade\n"


def test_a_pair_of_files_is_one_map() -> None:
    claims, relations = TREES.split("\n\n")
    for first, second, name, other in (
        (claims, relations, "x.claims.csv", "x.relations.csv"),
        (relations, claims, "x.relations.csv", "x.claims.csv"),
        (claims, relations, "nodes.csv", "edges.csv"),
    ):
        map, found = read(Source(first, f"dir/{name}", {other: second}.get))
        assert not found
        assert len(map.relations) == 2
        files = {record.span.file for record in map.claims.values() if record.span}
        assert files == {f"dir/{name if first == claims else other}"}
        assert _cells(write(map).text) == _cells(TREES)


FAULTS = {
    "CS01": ("a,b\nc,d\n", "1:1"),
    "CS02": ('id,text\na,"A\nb,B\n', "2:3"),
    "CS03": ('id,text\na,"A"B\n', "2:6"),
    "CS04": ("id,text\na,A,B\n", "2:5"),
    "CS05": ("id,title,text\na,A\n", "2:3"),
    "CS06": ("id,text\na,A\n\nsource,target,kind\na,a,hugs\n", "5:5"),
    "CS07": ("id,text\na,A\n\nsource,target\na,b\n", "5:3"),
    "CS08": ("id,text,weight\na,A,2\n", "2:5"),
    "CS09": ("id,text,claim\na,A,B\n", "1:1"),
    "CS10": ("source,target\na,b\n", "1:1"),
    "CS11": ("id,text\na,A\n\nsource,target\na,\n", "5:3"),
    "CS12": ("id,text\na,A\n\nb,B\n", "4:1"),
    "CS14": ("id,text\na,A\n\nid,title,level\ns,S,1\ns,T,1\n", "6:1"),
    "CS13": ("id,text\na,A\n\nname,data\nx,{}\ny,{}\n", "6:1"),
}


@pytest.mark.parametrize("code", PROBLEMS)
def test_each_fault_is_reported_at_its_place_and_alone(code: str) -> None:
    text, place = FAULTS[code]
    _, found = _read(text)
    assert [each.split(" ")[:2] for each in found] == [[f"map.csv:{place}:", code]]


def test_duplicates_and_bad_cells_are_read_and_reported() -> None:
    map, found = _read("id,text,weight,marks,data\na,A,x,{,1\na,B,,,\n")
    assert list(map.claims) == ["a", "a-2"]
    assert [each.split(" ")[1] for each in found] == ["CS08", "CS08", "CS08", "MAP02"]
    assert _cells(write(map).text)[1] == ["a", "A", "x", "{", "1"]


def test_what_a_cell_cannot_hold_is_changed_and_noted() -> None:
    claims = [Claim("a\0", text="one\r\ntwo\rthree \ud800"), Claim("b", tags=("\r",))]
    map = ArgumentMap(claims, [Relation("r", "support", ("a\0",), "b")])
    written = write(map)
    assert [loss.code for loss in written.losses] == ["LS02"]
    assert written.losses[0].claims == ("a\0",)
    back, found = _read(written.text)
    assert not found
    assert back.claims["a\ufffd"].text == "one\ntwo\nthree \ufffd"
    assert back.relations["r"].premises == ("a\ufffd",)
    assert back.claims["b"].tags == ("\r",)


FIT = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=8)


@settings(max_examples=150)
@given(
    full_maps(FIT | st.sampled_from([";", "a;b", "[", " a", "c0", "r1", '"', "\n\n", "id,text"]))
)
def test_every_field_of_every_record_comes_back(map: ArgumentMap) -> None:
    map = _spanless(map)
    written = write(map)
    assert not written.losses
    back, found = _read(written.text)
    assert not found
    assert _placeless(back) == _placeless(map)


CELL = st.sampled_from(["", "a", "b", "A b", "id", "0.5", "pro", "[", "{}", " ", '"', '""', "x;y"])
HEADER = st.sampled_from(
    ["id", "text", "source", "target", "type", "title", "x", "", "weight", "data", "level", "gist",
     "marks", "premises", "tags", "name"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.tuples(st.lists(HEADER, max_size=4),
                          st.lists(st.lists(CELL, max_size=4), max_size=4)), max_size=3),
       st.sampled_from(",;\t"))  # fmt: skip
def test_tables_without_faults_come_back_as_they_were(
    tables: list[tuple[list[str], list[list[str]]]], delimiter: str
) -> None:
    text = "\n".join(
        "".join(delimiter.join(row) + "\n" for row in (header, *rows)) for header, rows in tables
    )
    map, found = read(Source(text, "map.csv"))
    between = json.read(Source(json.write(map).text, "map.json")).map
    assert between == map
    written = write(between).text
    again, _ = read(Source(written, "map.csv"))
    assert again.claims.keys() == map.claims.keys()
    assert again.relations.keys() == map.relations.keys()
    if not found and _once(map, text, delimiter):
        assert again.data == map.data
        assert _filled(written, delimiter) == _filled(text, delimiter)


def _once(map: ArgumentMap, text: str, delimiter: str) -> bool:
    """Whether a text has no two tables of the same kind, and is cut where it was meant to be."""
    layout = map.data.get("csv", {"delimiter": ",", "tables": []})
    assert isinstance(layout, dict)
    tables = sum(table_of(row) != "" and known(row) > 1 for row in _cells(text, delimiter))
    return layout["delimiter"] == delimiter and tables <= max(1, len(layout["tables"]))


def _filled(text: str, delimiter: str) -> list[list[str]]:
    """The rows that are not empty, without empty cells at their ends."""
    rows = []
    for row in _cells(text, delimiter):
        while row and not row[-1]:
            row.pop()
        if row:
            rows.append(row)
    return rows


@settings(max_examples=100)
@given(st.text(max_size=40) | st.text(alphabet='ab,;"\n\tidtex[]{}', max_size=60))
def test_any_text_is_read_or_reported(text: str) -> None:
    map, found = read(Source(text, "map.csv"))
    written = write(map).text
    if not found:
        assert {sign for sign in text if sign.isalnum()} <= set(written)


def test_only_tables_look_like_tables() -> None:
    for text in (*CAME.values(), TREES):
        if text.startswith("text,note"):
            continue
        assert FORMAT.looks_like(text), text
        assert detect(text, "map.txt").name == "csv"
    prose = [
        "[Shade]: Trees, text and id.\n",
        "id\n1\n",
        "Trees, streets; and pipes.\n",
        "",
        '{"id": 1, "text": 2}',
        "1 2\n#\n1 2\n",
        "a,b\n1,2\n",
        "arg(a). att(a,b).\n",
    ]
    assert not [text for text in prose if FORMAT.looks_like(text)]


def test_what_other_formats_write_is_no_table() -> None:
    map, _ = _read(TREES)
    for name in names():
        format = named(name)
        if format.write is not None and name != "csv":
            assert not FORMAT.looks_like(format.write(map).text), name


def test_lists_that_look_like_names_are_written_as_lists() -> None:
    claims = [Claim("a"), Claim("b"), Claim("c", title="a; b"), Claim("r"), Claim("x", text="r1")]
    relations = [
        Relation("r1", "support", ("a", "b"), "r"),
        Relation("r2", "undercut", ("c",), "r1", "relation"),
    ]
    map = ArgumentMap(claims, relations, name="lists")
    back, found = _read(write(map).text)
    assert not found
    assert _placeless(back) == _placeless(map)


def test_what_two_claims_are_called_names_neither() -> None:
    _, found = _read("id,title\na,Same\nb,Same\nc,C\n\nsource,target\nSame,c\n")
    assert found == ["map.csv:7:1: CS07 the relation refers to 'Same', which no table has"]


def test_a_large_table_takes_time_in_proportion() -> None:
    rows = "".join(f"c{n},text {n}\n" for n in range(5000))
    edges = "".join(f"c{n},c{n // 2},pro\n" for n in range(1, 5000))
    text = f"id,text\n{rows}\nsource,target,type\n{edges}"
    map, found = _read(text)
    assert not found
    assert write(map).text == text


def test_deep_and_open_cells_are_reported() -> None:
    deep = "[" * 100_000
    _, found = _read(f"id,text,marks,data\na,A,{deep},{deep}\n")
    assert [each.split(" ")[1] for each in found] == ["CS08", "CS08"]
    _, found = _read("id,text\n" + '"' * 100_001)
    assert "CS02" in found[0]


def test_tables_go_through_pipes(run: Run) -> None:
    done = run("convert", "-", "--to", "csv", stdin=TREES)
    assert (done.stdout, done.stderr, done.code) == (TREES, "", 0)
