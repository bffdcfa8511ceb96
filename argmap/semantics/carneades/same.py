"""Claims that are one statement."""

from collections.abc import Iterator

from argmap.model.map import ArgumentMap
from argmap.semantics.carneades import riding
from argmap.semantics.carneades.terms import normal


def same_claims(map: ArgumentMap) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The claims, those that are the same together; with the term that they are in Carneades.

    Claims are the same if an equivalence joins them that nothing bears on. In a map of Carneades
    itself so are those whose ids are spelt alike but for spaces. Nearly linear.
    """
    own = riding.is_carneades(map.data)
    above = {id: id for id in map.claims}

    def top(id: str) -> str:
        while above[id] != id:
            above[id] = id = above[above[id]]
        return id

    spelt: dict[str, str] = {}
    for id in map.claims if own else ():
        above[top(id)] = top(spelt.setdefault(normal(id), id))
    for relation in map.relations.values():
        if relation.kind == "equivalence" and relation.target_type == "claim":
            for premise in () if map.bearing_on(relation.id) else relation.premises:
                above[top(premise)] = top(relation.target)
    joined: dict[str, list[str]] = {}
    for id in map.claims:
        joined.setdefault(top(id), []).append(id)
    for claims in joined.values():
        yield normal(claims[0]) if own else "", tuple(claims)
