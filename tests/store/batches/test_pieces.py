"""A map that is read piece by piece is the map that is read at once, or it is refused."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from argmap.graph.shares import Settled, Share, Way, found, reach, settle
from argmap.graph.trace import conclusions
from argmap.graph.walk import grounds_of
from argmap.model.diagnostic import Diagnostic
from argmap.model.relation import KINDS
from argmap.store.batches import pieces as module
from argmap.store.batches.pieces import Dealt, deal, in_pieces, pieces
from argmap.store.reading import read

FIRST = '{"id": "c0", "text": "The first."}'
ids = st.sampled_from([f"c{n}" for n in range(5)] + [f"r{n}" for n in range(4)] + ["c1-2", ""])
claims = st.fixed_dictionaries({"id": ids, "text": st.just("Ü\r\n")})
relations = st.fixed_dictionaries(
    {
        "id": ids,
        "kind": st.sampled_from(KINDS),
        "premises": st.lists(ids, min_size=1, max_size=2),
        "target": st.fixed_dictionaries(
            {"type": st.sampled_from(["claim", "claim", "relation"]), "id": ids}
        ),
    }
)
others = st.sampled_from(
    [
        "", "{", "}", '{"id": "c1",', '{"id": "c1", "te', '"text": "x"}', "[1,", "2]", "nonsense",
        '{"id": "c2", "text": 1}', '{"id": 3, "text": ""}', '{"text": "no id"}', "\ufeff", "1e999",
        '{"kind": "support", "premises": [], "id": "r1", "target": {"type": "claim", "id": "c0"}}',
        '{"id": "c3", "text": ""} {"id": "c4", "text": ""}', '{"id": "a", "gist": "c1"}', "\r",
        '{"schema": "argmap/lines/1", "name": "n"}', '{"id": "s", "title": "", "level": 1}',
    ]
)  # fmt: skip
written = st.lists(
    claims.map(json.dumps) | relations.map(json.dumps) | relations.map(json.dumps) | others,
    max_size=12,
).map("\n".join)


class Here:
    """A share that answers at once."""

    def __init__(self, number: int, of: int) -> None:
        self._share = Share(number, of)

    def __getattr__(self, name: str) -> object:
        class Answer:
            def __init__(self, *args: str) -> None:
                self._answer = getattr(share, name)(*args)

            def result(self) -> object:
                return self._answer

        share = self._share
        return Answer


def dealt(file: Path, size: int, of: int) -> Iterator[Dealt]:
    """What each piece holds, where pieces have about so many bytes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_SIZE", size)
        for piece in pieces(str(file)):
            yield deal(piece, of)


def shared_out(every: list[Dealt], of: int) -> tuple[list[Here], Settled]:
    shares = [Here(number, of) for number in range(of)]
    for one in every:
        for share, rows in zip(shares, one.rows, strict=True):
            share.add(rows)  # type: ignore[operator]
    return shares, settle(shares)


def wrong(found: list[Diagnostic], *codes: str) -> set[tuple[str, str]]:
    return {(str(each), each.hint) for each in found if each.code in codes}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written, st.integers(1, 200), st.integers(1, 3), st.sampled_from(["\n", "\r\n"]))
@example('{"id": "c1", "te', 1, 2, "\n")
@example('{"id": "c1", "te\n{"id": "c2", "text": "as it is"}', 1, 2, "\n")
def test_a_map_is_the_same_piece_by_piece(
    tmp_path: Path, text: str, size: int, of: int, end: str
) -> None:
    file = tmp_path / "map.jsonl"
    file.write_bytes(f"{FIRST}\n{text}".replace("\n", end).encode())
    whole = read(str(file))
    every = list(dealt(file, size, of))
    problems = [problem for one in every for problem in one.problems]
    if any(one.fatal for one in every):
        return
    assert wrong(problems, "JS02", "JS03") == wrong(whole.diagnostics, "JS02", "JS03")
    for way in ("down", "up"):
        shares, settled = shared_out(every, of)
        if settled.taken:
            assert wrong(whole.diagnostics, "MAP02")
            return
        assert settled.lost == len(wrong(whole.diagnostics, "MAP01"))
        for claim in whole.map.claims:
            shares, _ = shared_out(every, of)
            ways: list[Way] = ["down"] if way == "down" else ["up"]
            reach(shares, claim, ways)
            reached = set(grounds_of(whole.map, claim))
            if way == "up":
                reached = {step.claim for step in conclusions(whole.map, claim)}
            assert list(found(shares)) == [
                id for id in whole.map.claims if id in reached or id == claim
            ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "", "text": "x"}', "map.jsonl:2:1: JS03 this is one of the claims that have no"),
        ('"\0"', "map.jsonl:2:1: IN02 this is a binary file"),
        ('"\udce4"', "map.jsonl:2:2: IN03 this is not UTF-8"),
    ],
)
def test_what_only_the_whole_map_tells_is_refused(tmp_path: Path, line: str, why: str) -> None:
    file = tmp_path / "map.jsonl"
    file.write_bytes(f"{FIRST}\n{line}\n{FIRST}\n".encode(errors="surrogateescape"))
    fatal = next(one.fatal for one in dealt(file, 1, 2) if one.fatal)
    assert str(fatal).removeprefix(f"{tmp_path}/").startswith(why)


@pytest.mark.parametrize(
    ("raw", "encoding", "can"),
    [
        (FIRST.encode(), None, True),
        (b"\xef\xbb\xbf" + FIRST.encode(), "latin-1", True),
        (FIRST.encode(), "UTF8", True),
        (FIRST.encode(), "latin-1", False),
        (FIRST.encode("utf-16"), None, False),
        (b'{"schema": "argmap/map/1", "claims": []}\n', None, False),
        (b"[A]: One.\n", None, False),
    ],
)
def test_records_on_lines_are_told_by_the_first(
    tmp_path: Path, raw: bytes, encoding: str | None, can: bool
) -> None:
    file = tmp_path / "map.jsonl"
    file.write_bytes(raw)
    assert in_pieces(str(file), encoding) is can
    assert not in_pieces(str(tmp_path / "none"), encoding)
