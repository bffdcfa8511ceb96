"""Which relations of a map are written as which arguments of a Carneades file."""

from argmap.formats.carneades.riding import ridden
from argmap.model.argument import Argument
from argmap.model.map import ArgumentMap
from argmap.model.names import Names
from argmap.model.relation import AGAINST, Relation


class Plan:
    """The arguments of a file, and what they are called.

    ``keys`` has the key of the argument that each relation is written as. ``gists`` are the claims
    that stand for arguments without premises, ``groups`` the relations that are one convergent
    argument, by the first of them, ``grouped`` all of these, and ``arguments`` the arguments that
    are told by either.
    ``undercutters`` has the statement that undercuts an argument, by its key. ``conclusions`` has
    those of undercuts and rebuttals that are written as arguments, ``opposites`` the texts of the
    statements that are made for these.
    """

    def __init__(self, map: ArgumentMap) -> None:
        self.keys: dict[str, str] = {}
        self.gists: set[str] = set()
        self.groups: dict[str, tuple[Argument, list[Relation]]] = {}
        self.arguments: set[str] = set()
        self.undercutters: dict[str, str] = {}
        self.conclusions: dict[str, str] = {}
        self.opposites: dict[str, str] = {}
        self.contrary_to: dict[str, str] = {}
        self._map = map
        self._names = Names()
        self._statements = Names()
        self.grouped: set[str] = set()
        for claim in map.claims:
            self._statements.take(claim)
        for argument in map.arguments.values():
            if not self._find_gist(argument):
                self._find_group(argument)
        self._name_steps()
        self._settle_undercuts()

    def take(self, wanted: str) -> str:
        """A key that no other argument has."""
        return self._names.take(wanted)

    def _find_gist(self, argument: Argument) -> bool:
        """Whether an argument is one without premises."""
        gist = argument.gist
        if gist is None or len(argument.relations) != 1 or argument.title or argument.text:
            return False
        claim, step = self._map.claims[gist], self._map.relations[argument.relations[0]]
        bare = claim._replace(id="", span=None, data={}) == claim.__class__("")
        alone = not self._map.bearing_on(gist) and len(self._map.drawn_from(gist)) == 1
        if not (bare and alone and claim.data == {"assumed": True}):
            return False
        if step.kind != "support" or step.premises != (gist,) or step.target_type != "claim":
            return False
        self.gists.add(gist)
        self.arguments.add(argument.id)
        return True

    def _find_group(self, argument: Argument) -> None:
        """Take an argument for a convergent one if it is."""
        steps = [self._map.relations[id] for id in argument.relations]
        if argument.gist or argument.title or argument.text or argument.statements:
            return
        if len({(s.kind, s.scheme, s.target, s.target_type, s.weight) for s in steps}) != 1:
            return
        first = steps[0]
        told = (first.kind, first.scheme, first.target_type, first.weight)
        if len(steps) < 2 or told != ("support", "convergent", "claim", None):  # noqa: PLR2004  # one is none
            return
        if any(len(s.premises) > 1 or s.data or s.label or s.id in self.grouped for s in steps):
            return
        undercuts = [self._against(step) for step in steps]
        if len({tuple(u.premises for u in each) for each in undercuts}) != 1:
            return
        if not all(self._is_plain(u) for each in undercuts for u in each) or len(undercuts[0]) > 1:
            return
        self.groups[first.id] = argument, steps
        self.arguments.add(argument.id)
        self.grouped.update(step.id for step in steps)

    def _against(self, relation: Relation) -> list[Relation]:
        """What is held against a step itself."""
        on_it = self._map.bearing_on(relation.id)
        return [r for r in on_it if r.target_type == "relation" and r.kind in AGAINST]

    def _is_plain(self, undercut: Relation) -> bool:
        """Whether an undercut is no more than a statement that undercuts."""
        said = undercut.scheme or undercut.label or undercut.data or undercut.weight is not None
        one = undercut.kind == "undercut" and len(undercut.premises) == 1
        return one and not said and not self._against(undercut)

    def _name_steps(self) -> None:
        """Give all that bears on claims a key, but for what joins claims in both directions."""
        for relation in self._map.relations.values():
            if relation.target_type != "claim" or relation.kind in {"contrary", "contradiction"}:
                continue
            if relation.kind == "rebuttal":
                self.conclusions[relation.id] = self._opposite_of(relation.target)
            if relation.id in self.groups:
                argument, steps = self.groups[relation.id]
                key = self.take(_key(argument.data, argument.id))
                self.keys.update((step.id, key) for step in steps)
            elif relation.id not in self.grouped:
                name = relation.premises[0] if relation.premises[0] in self.gists else relation.id
                self.keys[relation.id] = self.take(_key(relation.data, name))

    def _opposite_of(self, claim: str) -> str:
        if claim not in self.contrary_to:
            id = self._statements.take(f"¬{claim}")
            self.contrary_to[claim] = id
            self.opposites[id] = f"It is not so: {self._map.claims[claim].words}"
        return self.contrary_to[claim]

    def _settle_undercuts(self) -> None:
        """What undercuts steps, and what undercuts that, and so on."""
        waiting = [self._map.relations[id] for id in self.keys]
        seen: set[str] = set()
        for step in waiting:  # grows under way
            key = self.keys[step.id]
            undercuts = self._against(step)
            if len(undercuts) == 1 and self._is_plain(undercuts[0]):
                self.undercutters[key] = undercuts[0].premises[0]
                continue
            for undercut in undercuts:
                if undercut.id in seen:
                    continue
                seen.add(undercut.id)
                if key not in self.undercutters:
                    self.undercutters[key] = self._statements.take(f"undercut({key})")
                    self.opposites[self.undercutters[key]] = f"The argument {key} does not apply."
                self.conclusions[undercut.id] = self.undercutters[key]
                self.keys[undercut.id] = self.take(_key(undercut.data, undercut.id))
                waiting.append(undercut)


def _key(data: object, id: str) -> str:
    """What an argument was called in its file, else its id."""
    name = ridden(data).get("id") if isinstance(data, dict) else None
    return name if isinstance(name, str) and name else id
