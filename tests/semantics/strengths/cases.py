"""Maps to take strengths of: made by hand from short words, or drawn by hypothesis."""

from collections.abc import Sequence

from hypothesis import strategies as st

from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation, TargetType

unit = st.floats(0, 1).map(lambda number: round(number, 3))
_KINDS: list[Kind] = ["support", "rebuttal", "undercut", "entailment"]


def relation(
    id: str, kind: Kind, premises: str, target: str, weight: float | None = None
) -> Relation:
    """A relation between claims of one letter each, or on a relation where the target is longer."""
    type: TargetType = "relation" if len(target) > 1 else "claim"
    return Relation(id, kind, tuple(premises), target, type, weight=weight)


def claims(**weights: float | None) -> list[Claim]:
    """Claims with these weights."""
    return [Claim(id, weight=weight) for id, weight in weights.items()]


def map_of(claims: Sequence[Claim], *relations: Relation) -> ArgumentMap:
    """A map of claims and relations."""
    return ArgumentMap(claims, relations)


@st.composite
def maps(draw: st.DrawFn, *, circular: bool = True) -> ArgumentMap:
    """A map of up to seven claims, with linked premises and steps that bear on steps."""
    names = "abcdefg"[: draw(st.integers(2, 7))]
    drawn = [Claim(name, weight=draw(st.none() | unit)) for name in names]
    relations: list[Relation] = []
    for number in range(draw(st.integers(0, 9))):
        target = draw(st.integers(1, len(names) - 1))
        pool = names if circular else names[:target]
        premises = draw(st.sets(st.sampled_from(pool), min_size=1, max_size=3))
        kind = draw(st.sampled_from(_KINDS))
        step = relation(f"r{number}", kind, "".join(sorted(premises)), names[target])
        # A relation on a step leads to no later claim than the step does, so no circle is made.
        below = [r for r in relations if circular or max(premises) < _end(r, relations)]
        on = draw(st.sampled_from([None, *below]))
        if on is not None:
            step = step._replace(target=on.id, target_type="relation")
        relations.append(step._replace(weight=draw(st.none() | unit)))
    return ArgumentMap(drawn, relations)


def _end(relation: Relation, relations: Sequence[Relation]) -> str:
    """The claim that a relation comes out at."""
    by_id = {each.id: each for each in relations}
    while relation.target_type == "relation":
        relation = by_id[relation.target]
    return relation.target
