"""Maps for tests: drawn by hand in a line a step, by chance, or very large ones."""

from functools import cache

from hypothesis import strategies as st

from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, Kind, Relation, TargetType

MANY = 100_000


def map_of(*lines: str) -> ArgumentMap:
    """The map with a relation for each line like ``b c support a``, called r1, r2, …

    Targets that are called like a relation are relations. A line of one word is a claim alone;
    other claims are made where they are first named, targets before premises.
    """
    draft = Draft()
    made: set[str] = set()
    for line in lines:
        words = line.split()
        for word in (words[-1], *words[:-2]):
            if word not in made and not _is_relation(word):
                draft.claim(Claim(word, title=word.upper(), text=f"This is {word}."))
                made.add(word)
        if len(words) > 1:
            target_type: TargetType = "relation" if _is_relation(words[-1]) else "claim"
            kind = next(kind for kind in KINDS if kind == words[-2])
            draft.relation(Relation("", kind, tuple(words[:-2]), words[-1], target_type))
    map, diagnostics = draft.build()
    assert not diagnostics
    return map


@st.composite
def maps(
    draw: st.DrawFn,
    *,
    kinds: tuple[Kind, ...] = KINDS,
    acyclic: bool = False,
    most: int = 7,
) -> ArgumentMap:
    """Any small map; if acyclic, its premises are later claims than where they lead."""
    count = draw(st.integers(1, most))
    draft = Draft()
    for number in range(count):
        draft.claim(Claim(f"c{number}", text=f"Claim {number}."))
    ends: list[int] = []
    for _ in range(draw(st.integers(0, most + 3))):
        on_step = draw(st.booleans()) and draw(st.booleans()) and bool(ends)
        target = draw(st.integers(0, len(ends) - 1 if on_step else count - 1))
        end = ends[target] if on_step else target
        least = end + 1 if acyclic else 0
        if least == count:
            continue
        premises = draw(st.lists(st.integers(least, count - 1), min_size=1, max_size=3))
        ends.append(end)
        draft.relation(
            Relation(
                "",
                draw(st.sampled_from(kinds)),
                tuple(f"c{premise}" for premise in premises),
                f"r{target + 1}" if on_step else f"c{target}",
                "relation" if on_step else "claim",
            )
        )
    return draft.build()[0]


@st.composite
def with_givens(draw: st.DrawFn, most: int = 6) -> ArgumentMap:
    """Any small map, of which some claims are said to be granted, not granted, or open."""
    map = draw(maps(most=most))
    said = st.sampled_from([{}, {}, {}, {"assumed": True}, {"assumed": False}, {"unsure": True}])
    claims = [claim._replace(data=draw(said)) for claim in map.claims.values()]
    return ArgumentMap(claims, map.relations.values(), map.arguments.values())


@cache
def chain(length: int = MANY, kind: Kind = "support") -> ArgumentMap:
    """Claims each of which bears on the one before."""
    return _large(length, [((number,), kind, number - 1) for number in range(1, length)])


@cache
def ring(length: int = MANY) -> ArgumentMap:
    """A chain whose first claim supports its last."""
    steps: list[tuple[tuple[int, ...], Kind, int]]
    steps = [((number,), "support", number - 1) for number in range(1, length)]
    return _large(length, [*steps, ((0,), "support", length - 1)])


@cache
def star(size: int = MANY) -> ArgumentMap:
    """One claim that all others speak against."""
    return _large(size, [((number,), "rebuttal", 0) for number in range(1, size)])


@cache
def tower(height: int = MANY) -> ArgumentMap:
    """A support, an undercut of it, an undercut of that, and so on."""
    draft = Draft()
    for number in range(height + 1):
        draft.claim(Claim(f"c{number}", text=f"Claim {number}."))
    draft.relation(Relation("r1", "support", ("c1",), "c0"))
    for number in range(2, height + 1):
        draft.relation(
            Relation(f"r{number}", "undercut", (f"c{number}",), f"r{number - 1}", "relation")
        )
    return draft.build()[0]


LARGE = {"chain": chain, "ring": ring, "star": star, "tower": tower}


def _large(size: int, steps: list[tuple[tuple[int, ...], Kind, int]]) -> ArgumentMap:
    draft = Draft()
    for number in range(size):
        draft.claim(Claim(f"c{number}", text=f"Claim {number}."))
    for premises, kind, target in steps:
        draft.relation(Relation("", kind, tuple(f"c{p}" for p in premises), f"c{target}"))
    return draft.build()[0]


def _is_relation(word: str) -> bool:
    return word[0] == "r" and word[1:].isdigit()
