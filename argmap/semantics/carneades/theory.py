"""What a Carneades file says besides its statements and arguments: issues and schemes.

The arguments that schemes derive have undercutters of their own, called like ``undercut(a1)``;
each exception of a scheme is an argument for the undercutter. Their assumptions are assumed.
"""

from argmap.semantics.carneades import riding
from argmap.semantics.carneades.building import Builder
from argmap.semantics.carneades.derivation import ARGUMENT, Instance, derive
from argmap.semantics.carneades.graph import Argument, Statement
from argmap.semantics.carneades.issue_schemes import positions_of
from argmap.semantics.carneades.standards import STANDARDS, Standard, preponderance
from argmap.semantics.carneades.terms import Term, normal, parsed, shape, spelt, substituted
from argmap.semantics.carneades.verdict import NotDone
from argmap.semantics.carneades.weighing.linked import whole_or_nothing


def take_theory(builder: Builder) -> None:
    """Take in all that a file has besides its statements and arguments."""
    _Theory(builder).take()


class _Theory:
    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._statement_of = {s.name: n for n, s in enumerate(builder.statements) if s.name}
        self._arguments = 0

    def take(self) -> None:
        builder = self._builder
        facts = []
        for statement in builder.statements:
            claims = (builder.map.claims[id] for id in statement.claims)
            if any(claim.data.get("assumed") is True for claim in claims):
                term = parsed(statement.name)
                facts += [] if term is None else [term]
        known = self._known_instances()
        if any(scheme.conclusions for scheme in builder.schemes.values()):
            for instance in derive(list(builder.schemes.values()), facts, builder.not_done):
                if _key(instance) not in known:
                    self._instantiate(instance)
        self._take_issues()

    def _known_instances(self) -> set[tuple[str, ...]]:
        """The schemes, with what their variables are, that the file has arguments of."""
        found = set()
        for relation in self._builder.map.relations.values():
            said = riding.mapping(riding.part(relation.data, "argument"))
            found.add((relation.scheme, *map(normal, riding.words(said.get("parameters")))))
        return found

    def _named(self, pattern: Term, instance: Instance) -> int:
        """The statement that a pattern comes to."""
        return self._called(spelt(substituted(pattern, instance.bound)))

    def _called(self, name: str) -> int:
        if name not in self._statement_of:
            self._statement_of[name] = self._builder.add(Statement(name))
        return self._statement_of[name]

    def _next_undercutter(self) -> int:
        """The undercutter of the next argument that is derived, whose id no other one has."""
        ids = self._builder.map
        while True:
            self._arguments += 1
            id = f"a{self._arguments}"
            if id not in ids.relations and id not in ids.arguments and id not in ids.claims:
                return self._called(f"undercut({id})")

    def _instantiate(self, instance: Instance) -> None:
        scheme, builder = instance.scheme, self._builder
        assumed = [self._named(term, instance) for term in scheme.assumptions]
        for number in assumed:
            builder.statements[number] = builder.statements[number]._replace(assumed=True)
        heads = [t for t in (*scheme.premises, *scheme.deletions) if shape(t)[0] != ARGUMENT]
        premises = [*(self._named(term, instance) for term in heads), *assumed]
        undercutter = self._next_undercutter()
        for term in scheme.conclusions:
            argument = Argument(
                self._named(term, instance),
                scheme.function or whole_or_nothing(),
                tuple(dict.fromkeys(premises)),
                undercutters=(undercutter,),
                properties=scheme.properties,
            )
            builder.argue(argument)
        for term in scheme.exceptions:
            premise = self._named(term, instance)
            undercut = (self._next_undercutter(),)
            undercutting = Argument(
                undercutter, whole_or_nothing(), (premise,), undercutters=undercut
            )
            builder.argue(undercutting)

    def _take_issues(self) -> None:
        """Take in the issues of the file, and those that issue schemes make or add to."""
        builder = self._builder
        said = riding.mapping(riding.part(builder.map.data, "issues"))
        issues = {str(name): issue for name, issue in said.items()}
        positions = {name: self._positions(issue) for name, issue in issues.items()}
        issue_of = {p: name for name, found in positions.items() for p in found}
        terms = {parsed(name): number for name, number in self._statement_of.items()}
        known = {term: number for term, number in terms.items() if term is not None}
        for name, found in positions_of(builder.map.data, known, builder.not_done):
            there = [issue_of[position] for position in found if position in issue_of]
            issue = there[0] if there else f"{name}.{len(positions) + 1}"
            new = [position for position in found if position not in issue_of]
            positions.setdefault(issue, []).extend(new)
            issue_of |= dict.fromkeys(new, issue)
        for name, found in positions.items():
            builder.contest(found, self._standard(name, issues.get(name)), name)

    def _positions(self, issue: object) -> list[int]:
        words = map(normal, riding.words(riding.mapping(issue).get("positions")))
        return [self._statement_of[word] for word in words if word in self._statement_of]

    def _standard(self, name: str, issue: object) -> Standard:
        said = str(riding.mapping(issue).get("standard") or "PE")
        if said.upper() not in STANDARDS:
            why = f"has the standard {said!r}, which is none; it is settled by PE"
            self._builder.not_done.append(NotDone("standard", name, why))
        return STANDARDS.get(said.upper(), preponderance)


def _key(instance: Instance) -> tuple[str, ...]:
    values = (instance.bound.get(name, name) for name in instance.scheme.variables)
    return (instance.scheme.id, *map(spelt, values))
