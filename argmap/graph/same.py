"""Claims that come to the same: said in the same words, or called equivalent."""

from argmap.model.map import ArgumentMap
from argmap.model.names import fold


def representatives(map: ArgumentMap) -> dict[str, str]:
    """For each claim the first of those that come to the same, itself if there is no other.

    Claims come to the same if their texts have the same words (case, punctuation and spacing
    make no difference), if an equivalence joins them, or by way of others. Linear but for the
    inverse of Ackermann's function: a union of sets with path halving.
    """
    place = {claim: number for number, claim in enumerate(map.claims)}
    first = {claim: claim for claim in map.claims}

    def root(claim: str) -> str:
        while first[claim] != claim:
            first[claim] = claim = first[first[claim]]
        return claim

    def join(claim: str, other: str) -> None:
        one, two = root(claim), root(other)
        if place[one] <= place[two]:
            first[two] = one
        else:
            first[one] = two

    said: dict[str, str] = {}
    for claim in map.claims.values():
        words = fold(claim.text)
        if words:
            join(said.setdefault(words, claim.id), claim.id)
    for relation in map.relations.values():
        if relation.kind == "equivalence" and relation.target_type == "claim":
            for premise in relation.premises:
                join(premise, relation.target)
    return {claim: root(claim) for claim in map.claims}
