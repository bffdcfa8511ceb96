"""The shipped map says what the op-ed argues, in words of our own."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.graph.pairs import pairs
from argmap.model.map import ArgumentMap
from argmap.query.groups import group
from argmap.sources.passages import Passage, SourceText
from argmap.sources.verifying import uncovered, verify
from conftest import ROOT

CORPUS = ROOT / "corpus"
MAP = CORPUS / "cyber-diplomacy.argdown"
RUN = 8
PARAGRAPHS = 15


@cache
def op_ed() -> ArgumentMap:
    reading = read(Source(MAP.read_text(encoding="utf-8"), MAP.name))
    assert not reading.diagnostics
    return reading.map


@pytest.fixture
def article(shared: Path) -> str:
    (file,) = (shared / "seeds").glob("*.txt")
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "definition",
        "double-edged-sword",
        "advantages",
        "challenges",
        "outlook",
        "united-states",
        "natanz",
        "islamic-state",
        "mapper",
    ],
)
def test_the_groups_are_there(name: str) -> None:
    found = group(op_ed(), name)
    assert found is not None
    assert len(found.claims) > 1


def test_every_claim_is_named_and_stated() -> None:
    for claim in op_ed().claims.values():
        assert claim.title
        assert claim.text
        assert claim.section


def test_every_claim_is_anchored_or_said_to_be_ours() -> None:
    notes = (CORPUS / "README.md").read_text(encoding="utf-8")
    for claim in op_ed().claims.values():
        if claim.source is None:
            assert claim.tags == ("mapper",) or claim.title in notes.partition("not say")[2]


def test_the_closing_claim_has_two_linked_reasons_and_the_challenges_it_concedes() -> None:
    map = op_ed()
    supports = [r for r in map.bearing_on("here-to-stay") if r.kind == "support"]
    rebuttals = [r for r in map.bearing_on("here-to-stay") if r.kind == "rebuttal"]
    assert [len(r.premises) for r in supports] == [2]
    (conceded,) = rebuttals
    assert [r.kind for r in map.bearing_on(conceded.id)] == ["undercut"]


def test_the_double_edged_pairs_are_pairs() -> None:
    found = pairs(op_ed())
    assert len(found) == 3
    assert {pair.over for pair in found} == {"worth-having"}
    sword = [r for r in op_ed().bearing_on("double-edged-sword") if r.kind == "support"]
    assert len(sword) == 3


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("natanz", ["Natanz", "2010", "Olympic Games", "Stuxnet", "success"]),
        ("islamic-state", ["2015", "networks", "data", "success", "terrorism"]),
    ],
)
def test_the_operations_are_told_with_year_name_and_outcome(name: str, words: list[str]) -> None:
    found = group(op_ed(), name)
    assert found is not None
    told = " ".join(op_ed().claims[claim].text for claim in found.claims)
    assert all(word in told for word in words)


def test_the_author_alone_still_makes_one_argument() -> None:
    map = op_ed()
    mapper = group(map, "mapper")
    assert mapper is not None
    alone = map.keep(set(map.claims) - set(mapper.claims))
    reached: set[str] = set()
    waiting = ["here-to-stay"]
    while waiting:
        claim = waiting.pop()
        if claim in reached:
            continue
        reached.add(claim)
        for relation in alone.relations.values():
            end = relation
            while end.target_type == "relation":
                end = alone.relations[end.target]
            ends = {*relation.premises, end.target, *end.premises}
            if claim in ends:
                waiting += ends
    assert reached == set(alone.claims)


def test_every_anchor_holds(article: str) -> None:
    assert not verify(op_ed(), SourceText(article))


def test_every_sentence_is_covered(article: str) -> None:
    left = uncovered(op_ed(), SourceText(article))
    assert [p.place for p in left if int(p.place[1:].partition(".")[0]) <= PARAGRAPHS] == []


def _wrong(text: str) -> list[str]:
    """What the anchors say of a changed article, apart from notes."""
    found = verify(op_ed(), SourceText(text))
    return [finding.code for finding in found if finding.severity != "note"]


def _sentences(article: str) -> list[Passage]:
    sentences = SourceText(article).sentences
    return [each for each in sentences if 1 <= int(each.place[1:].partition(".")[0]) <= PARAGRAPHS]


def test_any_changed_word_is_noticed(article: str) -> None:
    for sentence in _sentences(article):
        for word in re.finditer(r"\w[\w’'-]*", sentence.text):
            start, end = (sentence.start + offset for offset in word.span())
            assert _wrong(f"{article[:start]}changed{article[end:]}"), (sentence.place, word[0])


def test_any_deleted_sentence_is_noticed(article: str) -> None:
    for sentence in _sentences(article):
        rest = article[sentence.end :].removeprefix(" ")
        assert _wrong(article[: sentence.start] + rest), sentence.place


def test_any_moved_paragraph_is_noticed(article: str) -> None:
    paragraphs = [each for each in SourceText(article).paragraphs if each.place != "¶0"]
    moving = paragraphs[:PARAGRAPHS]
    before, after = article[: moving[0].start], article[moving[-1].end :]
    for source, target in permutations(range(PARAGRAPHS), 2):
        order = [each.text for each in moving]
        order.insert(target, order.pop(source))
        assert _wrong(before + "\n\n".join(order) + after), (source + 1, target + 1)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("’", "").replace("'", "").lower())


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def test_no_file_repeats_eight_words_of_the_article(article: str) -> None:
    theirs = set(_runs(article))
    skipped = {".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
    for path in ROOT.rglob("*"):
        if path.is_file() and not skipped.intersection(path.parts) and path.stat().st_size < 10**6:
            text = path.read_text(encoding="utf-8", errors="ignore")
            assert theirs.isdisjoint(_runs(text)), path
