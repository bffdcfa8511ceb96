"""What labels and reasons say of the claims and relations of a map."""

from collections.abc import Iterable

from argmap.model.map import ArgumentMap
from argmap.semantics.carneades.building import Built
from argmap.semantics.carneades.graph import Argument
from argmap.semantics.carneades.labelling import Evaluation
from argmap.semantics.carneades.verdict import Carneades, Reason
from argmap.semantics.label import IN, LABEL_OF, OUT, UNDECIDED


def report(map: ArgumentMap, built: Built, found: Evaluation) -> Carneades:
    """The labels of all claims and relations, by their ids; linear."""
    return _Report(map, built, found).report()


class _Report:
    def __init__(self, map: ArgumentMap, built: Built, found: Evaluation) -> None:
        self._map, self._built, self._found = map, built, found
        self._graph = built.graph

    def report(self) -> Carneades:
        graph, labels = self._graph, self._found.labels
        of = self._built.statement_of
        reasons = [self._reason(number) for number in range(len(graph.statements))]
        derived = {
            statement.name: number
            for number, statement in enumerate(graph.statements)
            if statement.name and not statement.claims
        }
        relations = {id: self._relation(id) for id in self._map.relations}
        numbers = [*of.items(), *derived.items()]
        return Carneades(
            {id: LABEL_OF[labels[of[id]]] for id in self._map.claims},
            {id: LABEL_OF[label] for id, (label, _) in relations.items()},
            {name: LABEL_OF[labels[number]] for name, number in derived.items()},
            {id: reason for id, (_, reason) in relations.items()}
            | {id: reasons[number] for id, number in numbers},
            dict(self._weights()),
            self._built.not_done,
        )

    def _weights(self) -> Iterable[tuple[str, float]]:
        for argument, weight in zip(self._graph.arguments, self._found.weights, strict=True):
            if weight >= 0:
                yield from ((relation, weight) for relation in argument.relations)

    def _reason(self, statement: int) -> Reason:
        """Why a statement has its label, by relations and issues of the map."""
        rule, number, step = self._found.reasons[statement]
        if rule == "supported":
            return Reason(rule, step, self._graph.arguments[number].relations)
        if number < 0:
            return Reason(rule, step)
        issue = self._graph.issues[number]
        own = rule == "prevails"
        positions = [p for p in issue.positions if (p == statement) == own]
        return Reason(rule, step, self._weightiest(positions), issue.name)

    def _weightiest(self, statements: Iterable[int]) -> tuple[str, ...]:
        """The relations of the arguments for statements that weigh most, if any weighs anything."""
        weights = self._found.weights
        numbers = [a for statement in statements for a in self._graph.arguments_for[statement]]
        most = max((weights[number] for number in numbers), default=0.0)
        best = (number for number in numbers if weights[number] == most > 0)
        return self._relations(best)

    def _relations(self, numbers: Iterable[int]) -> tuple[str, ...]:
        arguments = (self._graph.arguments[number] for number in numbers)
        return tuple(dict.fromkeys(id for argument in arguments for id in argument.relations))

    def _relation(self, id: str) -> tuple[int, Reason]:
        """The label of a relation, and why it has it."""
        if id in self._built.ends_of:
            return self._joined(self._built.ends_of[id])
        numbers = self._built.arguments_of[id]
        weighed = [(self._label(id, number), number) for number in numbers]
        standing = next(((label, n) for label, n in weighed if label == IN), None)
        label, number = standing or max(weighed, key=lambda each: each[0] != OUT)
        if label == UNDECIDED:
            return label, Reason()
        step = max(self._found.steps[n] for n in ([number] if standing else numbers))
        return label, Reason(*self._why(self._graph.arguments[number], label, step))

    def _joined(self, ends: Iterable[int]) -> tuple[int, Reason]:
        """The label of a relation that joins statements: it bears on them if one is in."""
        labels = {end: self._found.labels[end] for end in ends}
        steps = [self._found.reasons[end].step for end, label in labels.items() if label == IN]
        if steps:
            return IN, Reason("ends", 1 + min(steps))
        if UNDECIDED in labels.values():
            return UNDECIDED, Reason()
        return OUT, Reason("ends", 1 + max(self._found.reasons[end].step for end in labels))

    def _label(self, id: str, number: int) -> int:
        """The label of one argument; of a convergent one, that of the premise of this relation."""
        argument, weight = self._graph.arguments[number], self._found.weights[number]
        if weight < 0:
            return UNDECIDED
        if weight and len(argument.relations) > 1:
            premises = (self._built.statement_of[p] for p in self._map.relations[id].premises)
            return IN if all(self._found.labels[p] == IN for p in premises) else OUT
        return IN if weight else OUT

    def _why(self, argument: Argument, label: int, step: int) -> tuple[str, int, tuple[str, ...]]:
        labels = self._found.labels
        cut = [number for number in argument.undercutters if labels[number] == IN]
        if label == IN:
            return "weighs", step, ()
        if cut:
            return "undercut", step, self._weightiest(cut)
        if any(labels[number] == OUT for number in argument.warrants):
            return "unwarranted", step, ()
        return "weighs nothing", step, ()
