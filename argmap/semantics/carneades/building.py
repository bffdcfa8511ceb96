"""The argument graph of a map.

A support is an argument, and a rebuttal one for the *complement* of its target, which is the other
position of an issue with it. Contraries and contradictions make an issue of their claims; those
that something bears on are rebuttals in both directions instead. Two rebuttals of one premise,
one each way, make an issue, too, unless more is said of them. An undercut is an argument for
the undercutter of a relation, and what supports a relation one for its warrant; if a relation has
both, these are the positions of an issue. Equivalent claims are one statement.

In a map of Carneades itself, claims whose ids are the same term are one statement, a relation that
is a contrary since its claims are positions of an issue says nothing by itself, and arguments are
weighed as their schemes say. In any other, an argument weighs what its relation weighs, 1 unless
it is said; claims that nothing speaks for are assumed. One that is at issue is no more than
asserted, which is an argument for it, of its own weight: else no rebuttal could do anything.
"""

from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import NamedTuple

from argmap.model.claim import NO_DATA
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.semantics.carneades import riding
from argmap.semantics.carneades.graph import Argument, Graph, Issue, Statement, graph_of
from argmap.semantics.carneades.same import same_claims
from argmap.semantics.carneades.schemes import schemes_of
from argmap.semantics.carneades.standards import Standard, preponderance
from argmap.semantics.carneades.verdict import NotDone
from argmap.semantics.carneades.weighing import BASIC, Function, function
from argmap.semantics.carneades.weighing.linked import whole_or_nothing

_CONVERGENT = "convergent"


class Built(NamedTuple):
    """The graph of a map; which statement each claim is, and what each relation comes to.

    A relation comes to arguments, by number, or else to the statements that it joins.
    """

    graph: Graph
    statement_of: dict[str, int]
    arguments_of: dict[str, list[int]]
    ends_of: dict[str, tuple[int, ...]]
    not_done: tuple[NotDone, ...]


def build(map: ArgumentMap) -> Built:
    """The graph of a map.

    Linear, but that an equivalence of k statements is k (k - 1) arguments, and apart from what
    deriving arguments by schemes costs.
    """
    builder = Builder(map)
    builder.take_relations()
    if builder.own:
        from argmap.semantics.carneades.theory import take_theory

        take_theory(builder)
    builder.take_what_is_given()
    return builder.built()


class Builder:
    """A graph in the making; ``own`` says that the map is one of Carneades itself."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self.own = riding.is_carneades(map.data)
        self.statements: list[Statement] = []
        self.arguments: list[Argument] = []
        self.issues: list[Issue] = []
        self.not_done: list[NotDone] = []
        self.schemes = schemes_of(map.data, self.not_done)
        self._statement_of: dict[str, int] = {}
        self._arguments_of: dict[str, list[int]] = {id: [] for id in map.relations}
        self._ends_of: dict[str, tuple[int, ...]] = {}
        self._complements: dict[int, int] = {}
        self._undercutters: dict[str, int] = {}
        self._warrants: dict[str, int] = {}
        self._mutual: set[str] = set()
        self._supported: set[int] = set()
        self._awaiting: list[int] = []
        self._unknown_schemes: dict[str, None] = {}
        for name, claims in same_claims(map):
            self._statement_of |= dict.fromkeys(claims, self.add(Statement(name, claims)))

    def add(self, statement: Statement) -> int:
        """The number of a new statement."""
        self.statements.append(statement)
        return len(self.statements) - 1

    def argue(self, argument: Argument) -> int:
        """The number of a new argument."""
        number = len(self.arguments)
        self.arguments.append(argument)
        if argument.function.awaits_rivals:
            self._awaiting.append(number)
        return number

    def contest(self, positions: Iterable[int], standard: Standard, name: str = "") -> None:
        """Make an issue of different statements."""
        self.issues.append(Issue(tuple(dict.fromkeys(positions)), standard, name))

    def built(self) -> Built:
        """All that was taken in."""
        for name in self._unknown_schemes:
            why = "is not defined; its arguments are linked"
            self.not_done.append(NotDone("scheme", name, why))
        graph = graph_of(self.statements, self.arguments, self.issues)
        for number in self._awaiting:
            issues = {i for p in self.arguments[number].premises for i in graph.issues_of[p]}
            rivals = {p for issue in issues for p in self.issues[issue].positions}
            self.arguments[number] = self.arguments[number]._replace(awaits=tuple(sorted(rivals)))
        parts = self._statement_of, self._arguments_of, self._ends_of
        return Built(graph, *parts, tuple(self.not_done))

    def take_relations(self) -> None:
        """Take in the relations, those of a convergent argument together."""
        self._take_mutual()
        done: set[str] = set()
        for relation in self.map.relations.values():
            if relation.id not in done:
                together = self._together(relation)
                done.update(each.id for each in together)
                self._take(together)

    def _take_mutual(self) -> None:
        """Make an issue of each two statements that rebut each other, and no more is said."""
        ways: dict[tuple[int, int], list[Relation]] = {}
        for relation in self.map.relations.values():
            on_claim = relation.kind == "rebuttal" and relation.target_type == "claim"
            plain = relation.weight is None and not self.map.bearing_on(relation.id)
            if on_claim and plain and len(relation.premises) == 1:
                way = self._statement_of[relation.premises[0]], self._statement_of[relation.target]
                ways.setdefault(way, []).append(relation)
        for (one, other), relations in ways.items():
            if one != other and (other, one) in ways:
                self._mutual |= {relation.id for relation in relations}
                if one < other:
                    self.contest((one, other), preponderance, relations[0].id)

    def _together(self, relation: Relation) -> list[Relation]:
        """The relations that are one argument of Carneades."""
        piece = self.map.argument_of(relation.id)
        if not self.own or piece is None or piece.gist is not None:
            return [relation]
        steps = [self.map.relations[step] for step in piece.relations if step in self.map.relations]
        same = {(step.kind, step.target, step.scheme, len(step.premises)) for step in steps}
        return steps if same == {("support", relation.target, _CONVERGENT, 1)} else [relation]

    def _take(self, relations: Sequence[Relation]) -> None:
        relation = relations[0]
        premises = self._premises(relations)
        if relation.target_type == "relation":
            places = self._undercutters if relation.stance == "against" else self._warrants
            self._lead(relations, premises, self._guard(relation.target, places))
        elif relation.symmetric:
            self._join(relation, premises)
        elif relation.id in self._mutual:
            self._ends_of[relation.id] = (premises[0], self._statement_of[relation.target])
        elif relation.stance == "against":
            self._rebut(relations, premises, self._statement_of[relation.target])
        else:
            self._supported.add(self._statement_of[relation.target])
            self._lead(relations, premises, self._statement_of[relation.target])

    def _premises(self, relations: Sequence[Relation]) -> tuple[int, ...]:
        """The premises; the gist of a sketched argument of Carneades itself is none."""
        piece = self.map.argument_of(relations[0].id)
        gist = piece.gist if self.own and piece is not None else None
        if gist is not None and self.map.bearing_on(gist):
            gist = None
        ids = (id for relation in relations for id in relation.premises if id != gist)
        return tuple(dict.fromkeys(self._statement_of[id] for id in ids))

    def _join(self, relation: Relation, premises: tuple[int, ...]) -> None:
        """Take in a relation that holds in all directions."""
        ends = tuple(dict.fromkeys((*premises, self._statement_of[relation.target])))
        if self.own and riding.part(relation.data, "issue") is not None:
            self._ends_of[relation.id] = ends
        elif relation.stance == "for":
            self._ends_of[relation.id] = ends
            for one, other in permutations(ends, 2):
                self._lead([relation], (one,), other)
        elif len(ends) > 1 and not self.map.bearing_on(relation.id):
            self._ends_of[relation.id] = ends
            self.contest(ends, preponderance, relation.id)
        else:
            for one, other in permutations(ends, 2) if len(ends) > 1 else [ends * 2]:
                self._rebut([relation], (one,), other)

    def _rebut(self, relations: Sequence[Relation], premises: tuple[int, ...], target: int) -> None:
        if target not in self._complements:
            self._complements[target] = self.add(Statement())
            self.contest((target, self._complements[target]), preponderance)
        self._lead(relations, premises, self._complements[target])

    def _guard(self, relation: str, places: dict[str, int]) -> int:
        """The undercutter or the warrant of a relation."""
        if relation not in places:
            places[relation] = self.add(Statement())
            if relation in self._undercutters and relation in self._warrants:
                both = self._undercutters[relation], self._warrants[relation]
                self.contest(both, preponderance)
        return places[relation]

    def _lead(self, relations: Sequence[Relation], premises: tuple[int, ...], to: int) -> None:
        """Take in an argument, with places for what bears on it."""
        relation = relations[0]
        on_it = [(each.id, on.stance) for each in relations for on in self.map.bearing_on(each.id)]
        for_it = dict.fromkeys(id for id, stance in on_it if stance == "for")
        against = dict.fromkeys(id for id, stance in on_it if stance == "against")
        scheme = self.schemes.get(relation.scheme) if self.own else None
        argument = Argument(
            to,
            self._weigh(relation),
            premises,
            tuple(self._guard(id, self._warrants) for id in for_it),
            tuple(self._guard(id, self._undercutters) for id in against),
            tuple(each.id for each in relations),
            properties=scheme.properties if scheme else NO_DATA,
        )
        number = self.argue(argument)
        for each in relations:
            self._arguments_of[each.id].append(number)

    def _weigh(self, relation: Relation) -> Function:
        """How an argument is weighed, by its scheme or by what it says itself."""
        if not self.own:
            return whole_or_nothing(relation.weight)
        scheme = self.schemes.get(relation.scheme)
        if scheme is not None:
            return scheme.function or whole_or_nothing()
        if relation.scheme in BASIC:
            return function(relation.scheme, {}) or whole_or_nothing()
        if relation.scheme and relation.weight is None:
            self._unknown_schemes[relation.scheme] = None
        return whole_or_nothing(relation.weight if relation.scheme else None)

    def take_what_is_given(self) -> None:
        """Assume or assert what needs no reason; leave open what the map is unsure of."""
        at_issue = {position for issue in self.issues for position in issue.positions}
        doubt = -1
        for number, statement in enumerate(list(self.statements)):
            if not statement.claims or statement.assumed:
                continue
            given = self._given(number, statement)
            if given is None:
                if doubt < 0:
                    doubt = self.add(Statement())
                    self.argue(Argument(doubt, whole_or_nothing(), (doubt,)))
                self.argue(Argument(number, whole_or_nothing(), (doubt,)))
            elif given and (self.own or number not in at_issue):
                self.statements[number] = statement._replace(assumed=True)
            elif given:
                weights = [self.map.claims[id].weight for id in statement.claims]
                said = [weight for weight in weights if weight is not None]
                self.argue(Argument(number, whole_or_nothing(max(said, default=None))))

    def _given(self, number: int, statement: Statement) -> bool | None:
        """Whether a statement needs no reason; none if the map leaves that open."""
        said = [self.map.claims[id].data for id in statement.claims]
        if any(data.get("assumed") is True for data in said):
            return True
        if any(data.get("unsure") is True for data in said):
            return None
        withheld = any(data.get("assumed") is False for data in said)
        return not self.own and not withheld and number not in self._supported
