"""A map as it is evaluated: statements, and steps that speak for or against them.

Whatever the map calls them, there are only two things. A *statement* is a claim, or the *warrant*
of a relation that something bears on: that the step may be taken. A *step* leads from premises,
which only count together, to a statement that it speaks for or against:

    a step stands        iff all its premises stand;      it falls iff one of them falls
    a statement stands   iff it has a ground, and all steps against it fall
    a statement falls    iff a step against it stands, or it is not given and all steps for it fall
    its ground stands    iff it is given, or a step for it stands

An undercut is thus a step against a warrant, and backing (Toulmin 1958) a step for one. Claims
that are joined by equivalences are one statement. Contraries and contradictions are steps in both
directions, between each two of the claims that they join. Claims that nothing speaks for are
given, unless the map says otherwise; this is support as necessity (Nouioua and Risch 2011) with
evidence to start from (Oren and Norman 2008). A map whose data say ``assumed: false`` grants only
claims that say ``assumed: true``; so does Carneades, and its maps are read as they were meant.
"""

from array import array
from collections.abc import Collection
from itertools import permutations, repeat
from typing import Literal, NamedTuple

from argmap.graph.rows import packed
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.semantics.carneades.riding import is_carneades
from argmap.semantics.label import IN, OUT, UNDECIDED

Ties = Literal["undecided", "out"]


class Step(NamedTuple):
    """Statements that together speak for or against a statement."""

    premises: tuple[int, ...]
    target: int
    speaks_for: bool
    relation: str


class Statement(NamedTuple):
    """The claims, all equivalent, or the relation whose warrant it is.

    ``apart_from_ties``: these claims, if only what speaks one-sidedly about them is counted.
    """

    claims: tuple[str, ...] = ()
    warrant_of: str = ""
    apart_from_ties: bool = False


class WhatIf(NamedTuple):
    """A change of a map that is only supposed: claims that are granted, ids that are taken away."""

    assumed: Collection[str] = ()
    withdrawn: Collection[str] = ()


AS_IT_IS = WhatIf()


class Reasoning:
    """The statements and steps of a map, by number, and how they hang together.

    ``given`` is the label that each statement has by itself: in if it needs no reason, undecided if
    the map leaves it open, else out. ``speaking_for`` and ``speaking_against`` are the steps to a
    statement, ``used_in`` the steps from it. ``refused`` are the statements and ``broken`` the
    steps that are taken away. Linear in the map, but that a symmetric relation of k claims is
    k (k - 1) steps.
    """

    def __init__(
        self, map: ArgumentMap, ties: Ties = "undecided", what_if: WhatIf = AS_IT_IS
    ) -> None:
        self.map = map
        self.what_if = what_if
        self.statements: list[Statement] = []
        self.steps: list[Step] = []
        self.statement_of: dict[str, int] = {}
        """The statement of each claim, by its id."""
        self.warrant_of: dict[str, int] = {}
        """The warrant of each relation that something bears on, by the relation's id."""
        self._first_step: dict[str, int] = {}
        for claims in equivalent(map):
            self.statement_of |= dict.fromkeys(claims, len(self.statements))
            self.statements.append(Statement(claims))
        for id in map.relations:
            if map.bearing_on(id):
                self.warrant_of[id] = len(self.statements)
                self.statements.append(Statement(warrant_of=id))
        self._tied = tied_relations(map) if ties == "out" else frozenset()
        self.apart = self._split()
        """For each statement in a tie, if ties count, the one that it would be without."""
        for relation in map.relations.values():
            self._take(relation)
        self.index()
        self._ask_what_is_given()

    def _split(self) -> dict[int, int]:
        """For each statement in a tie another: what it would be if there were no ties."""
        apart: dict[int, int] = {}
        for id in self._tied:
            relation = self.map.relations[id]
            for end in (*relation.premises, relation.target):
                own = self.statement_of[end]
                if own not in apart:
                    apart[own] = len(self.statements)
                    claims = self.statements[own].claims
                    self.statements.append(Statement(claims, apart_from_ties=True))
        for own, other in apart.items():
            self.steps.append(Step((other,), own, speaks_for=True, relation=""))
        return apart

    def _take(self, relation: Relation) -> None:
        """Add the steps of a relation; what is in a tie is set against what the other would be."""
        if is_identity(self.map, relation):
            return
        statement_of = self.statement_of
        if len(relation.premises) == 1:
            premises: tuple[int, ...] = (statement_of[relation.premises[0]],)
        else:
            premises = tuple(dict.fromkeys(statement_of[p] for p in relation.premises))
        if relation.target_type == "relation":
            self._lead(relation, premises, self.warrant_of[relation.target])
        elif relation.symmetric:
            ends = dict.fromkeys((*premises, self.statement_of[relation.target]))
            for one, other in permutations(ends, 2) if len(ends) > 1 else [(*ends, *ends)]:
                self._lead(relation, (one,), other)
        else:
            self._lead(relation, premises, self.statement_of[relation.target])

    def _lead(self, relation: Relation, premises: tuple[int, ...], target: int) -> None:
        if relation.id in self._tied:
            premises = tuple(self.apart[premise] for premise in premises)
        else:
            target = self.apart.get(target, target)
        if relation.id in self.warrant_of:
            premises = (*premises, self.warrant_of[relation.id])
        self._first_step.setdefault(relation.id, len(self.steps))
        self.steps.append(Step(premises, target, relation.stance == "for", relation.id))

    def steps_of(self, relation: str) -> range:
        """The steps of a relation, by its id; an equivalence has none."""
        first = end = self._first_step.get(relation, len(self.steps))
        while end < len(self.steps) and self.steps[end].relation == relation:
            end += 1
        return range(first, end)

    def index(self) -> None:
        """Find out anew which steps lead to each statement and from it."""
        count = len(self.statements)
        sides = array("i"), array("i")
        targets = array("i"), array("i")
        premises, used = array("i"), array("i")
        for number, step in enumerate(self.steps):
            sides[step.speaks_for].append(number)
            targets[step.speaks_for].append(step.target)
            for premise in step.premises:
                premises.append(premise)
                used.append(number)
        self.speaking_against, self.speaking_for = map(packed, repeat(count), targets, sides)
        self.used_in = packed(count, premises, used)

    def _ask_what_is_given(self) -> None:
        self._grants = grants(self.map)
        self._assumed = frozenset(self.what_if.assumed)
        self.given = bytearray(map(self._given, range(len(self.statements))))
        withdrawn = self.what_if.withdrawn
        refused = {self.statement_of[id] for id in withdrawn if id in self.statement_of}
        self.refused = refused | {self.apart[own] for own in refused if own in self.apart}
        self.broken = {step for id in withdrawn for step in self.steps_of(id)}

    def _given(self, number: int) -> int:
        statement = self.statements[number]
        if number in self.apart:
            return OUT
        said = [data for id in statement.claims if (data := self.map.claims[id].data)]
        if self.what_if.assumed and not self._assumed.isdisjoint(statement.claims):
            return IN
        if said:
            if any(data.get("unsure") is True for data in said):
                return UNDECIDED
            if any(data.get("assumed") is True for data in said):
                return IN
            if any(data.get("assumed") is False for data in said):
                return OUT
        if statement.claims and not self._grants:
            return OUT
        for step in self.speaking_for[number]:
            if not says_the_same(self.map.relations[self.steps[step].relation]):
                return OUT
        return IN

    def name(self, statement: int) -> str:
        """The id of the claim, or of the relation whose warrant the statement is."""
        named = self.statements[statement]
        return named.warrant_of or named.claims[0]


def grants(map: ArgumentMap) -> bool:
    """Whether a map grants claims without reasons that do not say what they are."""
    return map.data.get("assumed") is not False and not is_carneades(map.data)


def tied_relations(map: ArgumentMap) -> frozenset[str]:
    """The relations that set claims against each other, so that neither has the better of it.

    Contraries and contradictions do, and so do two rebuttals of one premise, one each way.
    """
    conflicts = [r for r in map.relations.values() if r.stance == "against"]
    conflicts = [r for r in conflicts if r.target_type == "claim"]
    single = {(*r.premises, r.target) for r in conflicts if len(r.premises) == 1}
    return frozenset(
        relation.id
        for relation in conflicts
        if relation.symmetric
        or (len(relation.premises) == 1 and (relation.target, *relation.premises) in single)
    )


def says_the_same(relation: Relation) -> bool:
    """Whether a relation says that its claims are equivalent, and so is no reason for them."""
    return relation.kind == "equivalence" and relation.target_type == "claim"


def is_identity(map: ArgumentMap, relation: Relation) -> bool:
    """Whether a relation makes its claims one: an equivalence that nothing bears on."""
    return says_the_same(relation) and not map.bearing_on(relation.id)


def equivalent(map: ArgumentMap) -> list[tuple[str, ...]]:
    """The claims, those that equivalences join together; in the order written."""
    identities = [each for each in map.relations.values() if is_identity(map, each)]
    if not identities:
        return [(id,) for id in map.claims]
    above = {id: id for id in map.claims}

    def top(id: str) -> str:
        while above[id] != id:
            above[id] = id = above[above[id]]
        return id

    for relation in identities:
        for premise in relation.premises:
            above[top(premise)] = top(relation.target)
    joined: dict[str, list[str]] = {}
    for id in map.claims:
        joined.setdefault(top(id), []).append(id)
    return [tuple(claims) for claims in joined.values()]
