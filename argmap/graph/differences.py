"""What differs between two maps: claims and relations that came, went, or say something else."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Literal, NamedTuple

from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.names import fold
from argmap.model.relation import Relation

_SAID_BY_CLAIMS = (
    "id", "title", "text", "wordings", "tags", "weight", "source", "data",
)  # fmt: skip
_SAID_BY_RELATIONS = ("scheme", "weight", "label", "data")
Key = Callable[[str], Hashable]


class Difference(NamedTuple):
    """A claim or relation before and after; nothing before if it came, nothing after if it went.

    ``fields`` are those that say something else, if it is in both.
    """

    what: Literal["claim", "relation"]
    before: Claim | Relation | None
    after: Claim | Relation | None
    fields: tuple[str, ...] = ()


def differences(old: ArgumentMap, new: ArgumentMap) -> list[Difference]:
    """All differences: of claims, then of relations; what is in the new map in its order, the rest.

    A claim is the same if it has the same id, else if it has the same words, but for case,
    punctuation and spacing. A relation is the same if it leads in the same way from the same
    claims to the same target, else if it has the same id and either of these. Where a thing is
    written, and the ids of relations, make no difference. Linear.
    """
    same = _matched(old.claims, new.claims, [(_itself, _itself), (_words(old), _words(new))])
    found = [
        _claim(old, new, before, after) for before, after in _pairs(old.claims, new.claims, same)
    ]
    numbers: dict[Hashable, int] = {}
    now = {before: after for after, before in same.items()}
    lines, new_lines = _lines(old, now, numbers), _lines(new, {}, numbers)
    keys: list[tuple[Key, Key]] = [
        (lines.__getitem__, new_lines.__getitem__),
        (_end(old, now), _end(new, {})),
        (_beginning(old, now), _beginning(new, {})),
    ]
    steps = _matched(old.relations, new.relations, keys)
    for before, after in _pairs(old.relations, new.relations, steps):
        led = before is None or after is None or lines[before] == new_lines[after]
        found.append(_relation(old, new, before, after, led=led))
    return [each for each in found if each.fields or not (each.before and each.after)]


def _itself(id: str) -> str:
    return id


def _words(map: ArgumentMap) -> Key:
    return lambda claim: fold(map.claims[claim].text or map.claims[claim].title)


def _end(map: ArgumentMap, now: Mapping[str, str]) -> Key:
    def key(relation: str) -> Hashable:
        target = map.relations[relation].target
        return relation, now.get(target, target)

    return key


def _beginning(map: ArgumentMap, now: Mapping[str, str]) -> Key:
    def key(relation: str) -> Hashable:
        premises = map.relations[relation].premises
        return relation, tuple(sorted(now.get(premise, premise) for premise in premises))

    return key


def _matched(
    old: Iterable[str], new: Iterable[str], ways: Iterable[tuple[Key, Key]]
) -> dict[str, str]:
    """For each new id the old one that is the same, by the first way that finds any."""
    left = dict.fromkeys(old)
    found: dict[str, str] = {}
    for old_key, new_key in ways:
        waiting: dict[Hashable, list[str]] = {}
        for id in reversed(left):
            waiting.setdefault(old_key(id), []).append(id)
        for id in new:
            key = new_key(id)
            if id not in found and key != "" and waiting.get(key):
                found[id] = waiting[key].pop()
                del left[found[id]]
    return found


def _pairs(
    old: Iterable[str], new: Iterable[str], same: Mapping[str, str]
) -> list[tuple[str | None, str | None]]:
    """Old and new ids side by side, in the order of the new ones; what went comes last."""
    kept = set(same.values())
    pairs: list[tuple[str | None, str | None]] = [(same.get(id), id) for id in new]
    return pairs + [(id, None) for id in old if id not in kept]


def _lines(
    map: ArgumentMap, now: Mapping[str, str], numbers: dict[Hashable, int]
) -> dict[str, int]:
    """A number for each relation, the same for those that lead in one way from and to the same.

    Claims are known by what they are called ``now``. What a relation bears on is settled before
    it, so that a step on a step needs no recursion.
    """
    found: dict[str, int] = {}
    for first in map.relations:
        way = [first]
        while way:
            relation = map.relations[way[-1]]
            on_step = relation.target_type == "relation"
            if on_step and relation.target not in found:
                way.append(relation.target)
                continue
            way.pop()
            target: Hashable = (
                found[relation.target] if on_step else now.get(relation.target, relation.target)
            )
            ends = [now.get(premise, premise) for premise in relation.premises]
            if relation.symmetric and not on_step:
                ends, target = [*ends, str(target)], None
            line = (relation.kind, relation.target_type, tuple(sorted(ends)), target)
            found[relation.id] = numbers.setdefault(line, len(numbers))
    return found


def _claim(old: ArgumentMap, new: ArgumentMap, before: str | None, after: str | None) -> Difference:
    one = old.claims[before] if before is not None else None
    other = new.claims[after] if after is not None else None
    if one is None or other is None:
        return Difference("claim", one, other)
    fields = [f for f in _SAID_BY_CLAIMS if getattr(one, f) != getattr(other, f)]
    if _section(old, one) != _section(new, other):
        fields.append("section")
    return Difference("claim", one, other, tuple(fields))


def _section(map: ArgumentMap, claim: Claim) -> str:
    section = map.sections.get(claim.section or "")
    return section.title if section else ""


def _relation(
    old: ArgumentMap, new: ArgumentMap, before: str | None, after: str | None, *, led: bool
) -> Difference:
    """The difference of two relations, which lead from and to the same if ``led``."""
    one = old.relations[before] if before is not None else None
    other = new.relations[after] if after is not None else None
    if one is None or other is None:
        return Difference("relation", one, other)
    fields = [f for f in _SAID_BY_RELATIONS if getattr(one, f) != getattr(other, f)]
    if not led:
        ends = [f for f in ("kind", "premises", "target") if getattr(one, f) != getattr(other, f)]
        fields = [*(ends or ["target"]), *fields]
    return Difference("relation", one, other, tuple(fields))
