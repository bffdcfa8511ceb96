"""One map made of several, in which each can still be told from the others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.model.claim import Claim
from argmap.model.collection import Part, parts, united
from argmap.model.map import ArgumentMap
from argmap.model.names import Names, fold
from argmap.model.relation import Relation
from argmap.semantics.reasoning import grants


class Merged(NamedTuple):
    """The one map, how many ids are others in it, and how many equivalences were added."""

    map: ArgumentMap
    renamed: int
    equivalences: int


def merge(
    maps: Sequence[tuple[str, ArgumentMap]],
    name: str,
    *,
    qualify: bool = False,
    equivalent: bool = False,
) -> Merged:
    """One map of several, each in a section that is called like it and has its title and data.

    Ids that several of them have are qualified by its name, with ``qualify`` all are. What is
    granted in a map is granted in the merged one, and nothing else. With ``equivalent``, claims of
    different maps that say the same in the same words are joined by equivalences. Linear.
    """
    counts = Counter(id for _, map in maps for id in _ids(map))
    single = frozenset() if qualify else frozenset(id for id, n in counts.items() if n == 1)
    members = parts(maps, single)
    whole = united(map(_telling_all, members), name)
    changed = sum(len(_ids(part.own) - single) for part in members)
    if not equivalent:
        return Merged(whole, changed, 0)
    added = list(_equivalences(members, _ids(whole)))
    joined = ArgumentMap(
        whole.claims.values(), (*whole.relations.values(), *added), whole.arguments.values(),
        whole.sections.values(), name=name,
    )  # fmt: skip
    return Merged(joined, changed, len(added))


def _ids(map: ArgumentMap) -> set[str]:
    return {*map.claims, *map.relations, *map.arguments, *map.sections}


def _telling_all(part: Part) -> ArgumentMap:
    """The map with what it says of itself in its section, and of its claims in each of them."""
    map = part.map
    data = {key: value for key, value in map.data.items() if key != "title"}
    home = map.sections[part.name]._replace(data=data)
    sections = {**map.sections, part.name: home}
    claims = list(map.claims.values())
    if not grants(map):
        claims = [_ungranted(claim) for claim in claims]
    return ArgumentMap(
        claims, map.relations.values(), map.arguments.values(), sections.values(), name=map.name
    )


def _ungranted(claim: Claim) -> Claim:
    """The claim as one that is not granted without a reason, unless it says what it is."""
    if "assumed" in claim.data or claim.data.get("unsure") is True:
        return claim
    return claim._replace(data={**claim.data, "assumed": False})


def _equivalences(members: Sequence[Part], taken: Iterable[str]) -> Iterator[Relation]:
    """From each claim to the first that says the same, if that is of another map."""
    names = Names()
    for id in taken:
        names.take(id)
    first: dict[str, tuple[str, str]] = {}
    for part in members:
        for claim in part.map.claims.values():
            words = fold(claim.text or claim.title)
            home, other = (
                first.setdefault(words, (part.name, claim.id)) if words else (part.name, "")
            )
            if home != part.name:
                yield Relation(names.take("same"), "equivalence", (claim.id,), other)
