"""What tests of traces share: traces that have to end, and what they are measured by."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from hypothesis import strategies as st

from argmap.graph.trace import Step, turned
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation, Stance
from small_maps import map_of

limits = st.none() | st.integers(0, 4)
sides = st.sampled_from([None, "support", "rebuttal"])
some_roots = st.lists(st.sampled_from(["c0", "c1", "c2"]), min_size=1, max_size=3)

UNDERCUT_TWICE_SEEN = map_of(
    "b support a", "c support a", "b contrary c", "u undercut r3"
)  # the contrary is seen from b and from c, and what undercuts it with it
LINKED_FROM_BOTH = map_of("a support x", "a support y", "x y support c", "c support d")


def ended(steps: Iterator[Step]) -> list[Step]:
    """The steps of a trace of a small map; fails if there is no end of them."""
    found = list(islice(steps, 2_000))
    assert len(found) < 2_000
    return found


def within(map: ArgumentMap, roots: Iterable[str]) -> list[str]:
    return [root for root in roots if root in map.claims]


def distances_down(map: ArgumentMap, roots: Iterable[str], kinds: Iterable[str]) -> dict[str, int]:
    """Relations between the roots and each claim under them; what undercuts adds one more."""
    kinds = set(kinds)
    found = dict.fromkeys(roots, 0)
    waiting = list(found)
    steps: dict[str, int] = {}
    for node in waiting:  # grows under way
        at = found[node] if node in found else steps[node]
        for relation in map.bearing_on(node):
            if relation.kind not in kinds:
                continue
            ends = map.premises_for(relation, node)
            for premise in ends:
                if premise not in found:
                    found[premise] = at + 1
                    waiting.append(premise)
            # A symmetric relation with a step has no other end at a claim, and is not told there.
            if ends and relation.id not in steps:
                steps[relation.id] = at + 1
                waiting.append(relation.id)
    return found


def leads_to(map: ArgumentMap, relation: Relation) -> tuple[str, Stance]:
    """The claim that a relation comes out at, and what it comes to for that claim."""
    stance = relation.stance
    while relation.target_type == "relation":
        relation = map.relations[relation.target]
        stance = turned(stance, relation)
    return relation.target, stance


def onward(map: ArgumentMap, claim: str, kinds: Iterable[str]) -> list[tuple[str, str, Stance]]:
    return [
        (relation.id, *leads_to(map, relation))
        for relation in map.drawn_from(claim)
        if relation.kind in kinds and not relation.symmetric
    ]


def distances_up(map: ArgumentMap, root: str, kinds: Iterable[str]) -> dict[str, int]:
    found = {root: 0}
    waiting = [root]
    for claim in waiting:  # grows under way
        for _, end, _ in onward(map, claim, kinds):
            if end not in found:
                found[end] = found[claim] + 1
                waiting.append(end)
    return found


def told(steps: Iterable[Step]) -> dict[str, int]:
    """The claims told in full, each with its depth; fails if one is told twice."""
    full = [step for step in steps if not step.repeat]
    assert max(Counter(step.claim for step in full).values(), default=1) == 1
    return {step.claim: step.depth for step in full}


def parents(steps: list[Step]) -> list[Step | None]:
    """For each step the one above it on its chain."""
    found: list[Step | None] = []
    path: list[Step] = []
    for step in steps:
        del path[step.depth :]
        found.append(path[-1] if path else None)
        path += [step] * (step.depth + 1 - len(path))
    return found


def ways(steps: list[Step]) -> list[list[str]]:
    """For each step the claims above it on its chain."""
    found, path = [], list[str]()
    for step in steps:
        del path[step.depth :]
        found.append(list(path))
        path += [step.claim] * (step.depth + 1 - len(path))
    return found
