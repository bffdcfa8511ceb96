"""What is in an index is what is in the files, whether it is loaded or asked for bit by bit."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.cli.collecting import open_maps
from argmap.cli.indexed import ask_index, open_index
from argmap.cli.input import Opened
from argmap.cli.options import MapChoice
from argmap.formats import named
from argmap.graph.measure import measure
from argmap.graph.paths import chains
from argmap.graph.total import Measured
from argmap.graph.trace import conclusions, reasons
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS
from argmap.query.groups import group, groups
from argmap.query.meant import arguments_meant, claim_meant
from argmap.query.narrowing import narrowed
from argmap.query.search import Searchable, count, nearest, search
from argmap.store.index import finding
from argmap.store.index.building import build
from argmap.store.index.survey import Wish
from full_maps import full_maps

WORDS = st.sampled_from(
    ["war", "wars", "War of words", "peace", "peaceful", "is it peace?", "the", "the war", "e-war",
     "é", "Éa", "日本", "ﬁne", "x/y", "a~b", "~", "§", "\ud800x", "wörd", "war the", "peace of war"]
)  # fmt: skip
QUOTED = ['"the war"', 'war "of words"', "m0/war", "m1 the", "wa", "pea w", "m0", "tag"]
TEXTS = WORDS | st.text(max_size=6)
MAPS = st.lists(full_maps(TEXTS).filter(lambda each: bool(each.claims)), min_size=1, max_size=3)


def made(folder: Path, maps: Sequence[ArgumentMap]) -> str:
    """The index of a folder in which the maps are."""
    for number, map in enumerate(maps):
        write = named("json").write
        assert write is not None
        text = write(map).text
        (folder / f"m{number}.json").write_text(text, encoding="utf-8")
    index = str(folder / "argmap.index")
    build(Wish([str(folder)]), index, lambda *_: None, 1)
    return index


def both(folder: str, index: str) -> tuple[Opened, Opened]:
    """The folder as it is read, and its index as it is asked."""
    return open_maps([folder], MapChoice()), ask_index(index, MapChoice())


@settings(max_examples=12)
@given(MAPS)
def test_an_index_gives_back_what_was_read(maps: list[ArgumentMap]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = made(Path(folder), maps)
        read, loaded = open_maps([folder], MapChoice()), open_index(index, MapChoice())
        assert loaded.whole == read.whole
        assert [part.own for part in loaded.parts] == [part.own for part in read.parts]
        assert [part.map for part in loaded.parts] == [part.map for part in read.parts]


@settings(max_examples=12)
@given(MAPS)
def test_every_record_is_fetched_as_it_is(maps: list[ArgumentMap]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read, asked = (each.whole for each in both(folder, made(Path(folder), maps)))
        assert len(asked.claims) == len(read.claims)
        assert list(asked.claims) == list(read.claims)
        for claim in read.claims.values():
            assert asked.claims[claim.id] == claim
            assert list(asked.bearing_on(claim.id)) == list(read.bearing_on(claim.id))
            assert list(asked.drawn_from(claim.id)) == list(read.drawn_from(claim.id))
            assert list(reasons(asked, [claim.id])) == list(reasons(read, [claim.id]))
            assert list(conclusions(asked, claim.id)) == list(conclusions(read, claim.id))
        for relation in read.relations.values():
            assert asked.relations[relation.id] == relation
            assert list(asked.bearing_on(relation.id)) == list(read.bearing_on(relation.id))
        assert dict(asked.sections) == dict(read.sections)
        assert dict(asked.arguments) == dict(read.arguments)


@settings(max_examples=12)
@given(
    MAPS,
    st.data(),
)
def test_a_part_is_kept_as_from_the_files(maps: list[ArgumentMap], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read, asked = (each.whole for each in both(folder, made(Path(folder), maps)))
        some = data.draw(st.sets(st.sampled_from(sorted(read.claims))))
        assert asked.keep(some) == read.keep(some)
        ends = data.draw(st.tuples(*[st.sampled_from(sorted(read.claims))] * 2))
        assert chains(asked, *ends) == chains(read, *ends)


@settings(max_examples=12)
@given(
    MAPS,
    st.lists(WORDS, min_size=1, max_size=2).map(" ".join)
    | st.sampled_from(QUOTED)
    | st.text(max_size=3),
)
def test_words_find_and_name_the_same(maps: list[ArgumentMap], words: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read, asked = (each.whole for each in both(folder, made(Path(folder), maps)))
        names = [words, *list(read.claims)[:3], *(g.id for g in groups(read)[:3])]
        names += [claim.title for claim in list(read.claims.values())[:3]]
        for name in names:
            assert search(asked, name) == search(read, name)
            assert search(asked, name, 2) == search(read, name, 2)
            assert count(asked, name) == count(read, name)
            assert nearest(asked, name) == nearest(read, name)
            assert claim_meant(asked, name) == claim_meant(read, name)
            assert arguments_meant(asked, name) == arguments_meant(read, name)
            assert group(asked, name) == group(read, name)


@settings(max_examples=20)
@given(MAPS, st.data())
def test_words_find_the_same_in_a_part(maps: list[ArgumentMap], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read, asked = (each.whole for each in both(folder, made(Path(folder), maps)))
        known = sorted({each.id for each in groups(read)})
        some = st.lists(st.sampled_from(known), max_size=2) if known else st.just([])
        kept, left_out = data.draw(some), data.draw(some)
        kinds = data.draw(st.sets(st.sampled_from(KINDS), max_size=2))
        parts = []
        for map in (read, asked):
            inside, outside = (
                [found for name in names if (found := group(map, name)) is not None]
                for names in (kept, left_out)
            )
            parts.append(narrowed(map, inside, outside, kinds))
        in_files, in_index = parts
        assert isinstance(in_index, Searchable)
        assert list(in_index.claims) == list(in_files.claims)
        assert len(in_index.claims) == len(in_files.claims)
        assert bool(in_index.claims) == bool(in_files.claims)
        for claim in read.claims:
            assert (claim in in_index.claims) == (claim in in_files.claims)
        for words in ("war", "peace", "is", "§", "tag", "c0", "x/y"):
            assert search(in_index, words) == search(in_files, words)
            assert search(in_index, words, 1) == search(in_files, words, 1)
            assert count(in_index, words) == count(in_files, words)
            assert nearest(in_index, words) == nearest(in_files, words)
            with mock.patch.object(finding, "_FEW", 0):
                assert search(in_index, words) == search(in_files, words)


@settings(max_examples=12)
@given(MAPS, st.lists(WORDS, min_size=1, max_size=2).map(" ".join) | st.sampled_from(QUOTED))
def test_many_hits_are_ranked_by_sqlite_as_by_looking(maps: list[ArgumentMap], words: str) -> None:
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(finding, "_FEW", 0):
        read, asked = (each.whole for each in both(folder, made(Path(folder), maps)))
        assert search(asked, words) == search(read, words)
        assert search(asked, words, 1) == search(read, words, 1)


def test_what_is_nearest_in_a_large_index_is_found_by_words_that_are_nearly_the_same() -> None:
    claims = [Claim(f"c{n}", text=f"The costs of number {n} are high") for n in range(300)]
    claims[123] = Claim("c123", text="Espionage undermines diplomacy")
    map = ArgumentMap(claims)
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.object(finding, "_LOOKED_THROUGH", 0),
    ):
        asked = ask_index(made(Path(folder), [map]), MapChoice()).whole
        assert [hit.claim for hit in nearest(asked, "espionge undermine diplomcy")] == ["c123"]
        assert nearest(asked, "qqqq zzzz") == []
        assert nearest(asked, "§") == []
        assert claim_meant(asked, "espionage undermins diplomacy").claim == "c123"


@settings(max_examples=20)
@given(MAPS)
def test_the_measures_that_are_kept_are_those_of_the_maps(maps: list[ArgumentMap]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read, asked = both(folder, made(Path(folder), maps))
        assert isinstance(asked.whole, Measured)
        measures = asked.whole.measures()
        assert measures == measure(read.whole)
        totals = asked.whole.totals()
        assert totals.maps == len(read.parts or [read])
        for name in ("claims", "arguments", "kinds", "depth", "components"):
            assert getattr(totals, name) == getattr(measures, name), name
        for name in ("cycles", "theses", "unsupported", "isolated", "unanswered"):
            assert getattr(totals, name) == len(getattr(measures, name)), name
