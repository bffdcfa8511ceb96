"""Which arguments can be written as premise–conclusion structures, and how their lines run."""

from collections import Counter
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from argmap.formats.argdown.writer.trail import Trail
from argmap.model.argument import Argument
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation


class Under(NamedTuple):
    """A relation under a statement, how deep, and whether it stands under its premise."""

    depth: int
    relation: Relation
    incoming: bool


class Listed(NamedTuple):
    """A numbered statement, and what is written under it."""

    claim: str
    under: list[Under]


class Drawn(NamedTuple):
    """An inference; ``uses`` are the numbers of its premises if they have to be said."""

    relation: Relation
    uses: tuple[int, ...] = ()


class Structure(NamedTuple):
    """A premise–conclusion structure; ``exact`` if it lists what its argument lists."""

    lines: list[Listed | Drawn]
    exact: bool

    @property
    def claims(self) -> list[str]:
        """The claims of its lines."""
        return [line.claim for line in self.lines if isinstance(line, Listed)]

    @property
    def last(self) -> str:
        """The step that leads to its conclusion."""
        return next(line.relation.id for line in reversed(self.lines) if isinstance(line, Drawn))

    @property
    def mentioned(self) -> list[str]:
        """All claims in it, in the order in which they are mentioned."""
        found = []
        for line in self.lines:
            if isinstance(line, Listed):
                found.append(line.claim)
                for _, relation, incoming in line.under:
                    found.append(relation.target if incoming else relation.premises[0])
        return found


def structures(map: ArgumentMap, gists: AbstractSet[str]) -> dict[str, Structure]:
    """The structure of each argument without a gist that can have one; linear in the map.

    Its steps are its own, and in the order of the map; whatever is written between them can stand
    under its lines; and none of its statements is the gist of an argument.
    """
    bundles = [a for a in map.arguments.values() if a.gist is None]
    steps = Counter(step for a in bundles for step in dict.fromkeys(a.relations))
    relations = list(map.relations.values())
    at = {relation.id: number for number, relation in enumerate(relations)}
    found = {}
    for argument in bundles:
        places = [at[step] for step in argument.relations]
        if not places or places != sorted(set(places)):
            continue
        own = [relations[place] for place in places]
        if any(steps[step.id] > 1 or step.target_type != "claim" for step in own):
            continue
        structure = _structure(argument, own)
        if not structure.lines or not gists.isdisjoint(structure.claims):
            continue
        if _weave(structure.lines, relations, places[0], steps):
            found[argument.id] = structure
    return found


def single(relation: Relation) -> Structure:
    """The structure of linked premises that are no argument."""
    premises = [Listed(premise, []) for premise in relation.premises]
    return Structure([*premises, Drawn(relation), Listed(relation.target, [])], exact=True)


def _structure(argument: Argument, steps: list[Relation]) -> Structure:
    """The lines as its author lists them, or else as the steps need them."""
    lines = _lines(argument.statements, steps) if argument.statements else None
    if lines is not None:
        return Structure(lines, exact=True)
    needed: list[str] = []
    there: set[str] = set()
    for step in steps:
        new = [premise for premise in dict.fromkeys(step.premises) if premise not in there]
        needed += (*new, step.target)
        there.update(new, [step.target])
    return Structure(_lines(tuple(needed), steps) or [], exact=False)


def _lines(listed: tuple[str, ...], steps: list[Relation]) -> list[Listed | Drawn] | None:
    """The lines, if each step finds its conclusion in the list, and its premises before that."""
    lines: list[Listed | Drawn] = []
    number: dict[str, int] = {}
    since: dict[str, None] = {}
    concluded = 0
    waiting = iter(steps)
    step = next(waiting, None)
    for at, claim in enumerate(listed, 1):
        if step and at > 1 and claim == step.target and number.keys() >= set(step.premises):
            uses = () if tuple(since) == step.premises else tuple(number[p] for p in step.premises)
            lines.append(Drawn(step, uses))
            since = {}
            step = next(waiting, None)
            concluded = at
        lines.append(Listed(claim, []))
        number.setdefault(claim, at)
        since[claim] = None
    return lines if step is None and concluded == len(listed) else None


def _weave(
    lines: list[Listed | Drawn], relations: list[Relation], first: int, steps: Counter[str]
) -> bool:
    """Put the relations between the first and the last step under the lines; whether it can be.

    Each stands under the first line that it can stand under, so that their order is kept.
    """
    at = first
    last = next(n for n in range(len(lines) - 1, -1, -1) if isinstance(lines[n], Drawn))
    step = ""
    for number, line in enumerate(lines):
        if isinstance(line, Drawn):
            if relations[at].id != line.relation.id:
                return False
            step = line.relation.id
            at += 1
        elif at > first and number < last:
            trail = Trail()
            trail.begin(line.claim, step)
            step = ""
            while at < len(relations) and relations[at].id not in steps:
                put = _put(trail, relations[at])
                if put is None:
                    break
                line.under.append(put)
                at += 1
    return True


def _put(trail: Trail, relation: Relation) -> Under | None:
    if len(relation.premises) > 1:
        return None
    premise, target = relation.premises[0], relation.target
    reversible = relation.target_type == "claim" and relation.kind != "contradiction"
    if relation.target_type == "relation":
        if relation.target != trail.step or relation.kind != "undercut":
            return None
        target = str(trail.root)
    place = trail.find(premise, target, reversible=reversible)
    if place is None:
        return None
    depth, incoming = place
    trail.grow(depth, target if incoming else premise)
    return Under(depth, relation, incoming)
