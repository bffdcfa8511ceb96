"""Who speaks: the proponent of a map's conclusions, or an opponent."""

from argmap.model.map import ArgumentMap

_TYPES = {"proponent": "pro", "opponent": "opp"}
_OTHER = {"pro": "opp", "opp": "pro"}


def roles(map: ArgumentMap) -> dict[str, str]:
    """For each claim ``pro`` or ``opp``.

    The one who is said to speak; else the one of the claim or step that it is for, and the other
    one of what it is against; conclusions are the proponent's. Linear.
    """
    known = {
        claim.id: _TYPES[speaker]
        for claim in map.claims.values()
        if isinstance(speaker := claim.data.get("speaker"), str) and speaker in _TYPES
    }
    roots = [id for id in map.claims if id not in known and not map.drawn_from(id)]
    known |= dict.fromkeys(roots, "pro")
    for start in (*list(known), *map.claims):
        waiting = [(start, known.setdefault(start, "pro"))]
        while waiting:
            at, role = waiting.pop()
            for relation in map.bearing_on(at):
                premise_role = role if relation.stance == "for" else _OTHER[role]
                for premise in map.premises_for(relation, at):
                    if premise not in known:
                        known[premise] = premise_role
                        waiting.append((premise, premise_role))
                if map.bearing_on(relation.id):
                    waiting.append((relation.id, premise_role))
    return known
