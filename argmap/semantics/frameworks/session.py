"""A search among the labellings of a framework, question after question."""

from collections.abc import Iterable, Sequence

from argmap.semantics.frameworks.deadline import Deadline
from argmap.semantics.frameworks.encodings import Encoding
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.grounding import grounded_labelling
from argmap.semantics.frameworks.refine import Literal, Refine
from argmap.semantics.frameworks.solver import Solver
from argmap.semantics.label import IN, OUT, UNDECIDED


class Session:
    """The labellings of an encoding that contain ``start``, and those of them that are fine.

    ``open`` are the arguments that ``start`` leaves undecided; only they have literals, and only
    for them a solver is asked. It is loaded with the first question that ``start`` does not answer.
    """

    def __init__(
        self,
        framework: Framework,
        encoding: Encoding,
        start: bytes | None,
        deadline: Deadline,
        refine: Refine | None,
    ) -> None:
        if not encoding.complete:
            start = bytes(len(framework))
        self.framework = framework
        self.start = grounded_labelling(framework) if start is None else start
        self.open = [a for a, label in enumerate(self.start) if label == UNDECIDED]
        self._encoding = encoding
        self._deadline = deadline
        self._refine = refine
        self._number = dict(zip(self.open, range(len(self.open)), strict=True))
        self._last = encoding.variables * len(self.open)
        self._ranges: dict[int, int] = {}
        self._waiting: list[list[int]] = []
        self._solver: Solver | None = None
        self._empty = False

    def literal(self, argument: int, label: int) -> int:
        """What says that an open argument is in, or out."""
        number = self._number[argument]
        if self._encoding.variables == 1:
            return number + 1 if label == IN else -number - 1
        return 2 * number + (1 if label == IN else 2)

    def decided(self, argument: int) -> int:
        """What says that an open argument is in or out."""
        if argument not in self._ranges:
            literal = self.fresh()
            self._ranges[argument] = literal
            self.add([-literal, self.literal(argument, IN), self.literal(argument, OUT)])
        return self._ranges[argument]

    def fresh(self) -> int:
        """A literal that says nothing yet."""
        self._last += 1
        return self._last

    def add(self, clause: list[int]) -> None:
        """Seek from now on only labellings in which one of these literals holds."""
        if not clause:
            self._empty = True
        elif self._solver is None:
            self._waiting.append(clause)
        else:
            self._solver.add(clause)

    def exclude_parts_of(self, labelling: bytes) -> None:
        """Seek from now on only labellings in which something is in that is not in here."""
        self.add([self.literal(a, IN) for a in self.open if labelling[a] != IN])

    def prefer(self, arguments: Iterable[int], label: int) -> None:
        """Propose labellings that give these open arguments this label, as far as may be."""
        literals = [self.literal(argument, label) for argument in arguments]
        if literals:
            self._asked().prefer(literals)

    def first(self) -> bytes | None:
        """A labelling, if there is one: ``start`` if it is fine."""
        if self._encoding.variables == 1 and self.open:
            return self.find()
        return self.start if self._is_fine(self.start) else self.find()

    def find(self, assumed: Sequence[int] = (), some: list[int] | None = None) -> bytes | None:
        """A labelling in which all these literals hold, and some of those, if there is one.

        Raises :class:`OutOfTimeError` if that cannot be told in time, and
        :class:`SolverMissing` if there is nobody to ask.
        """
        if self._empty or (some is not None and not some):
            return None
        guard = self.fresh() if some else 0
        if some:
            self.add([-guard, *some])
        found = self._find([guard, *assumed] if some else list(assumed))
        if some:
            self.add([-guard])
        return found

    def _find(self, assumed: list[int]) -> bytes | None:
        if not self.open:
            return self.start if self._is_fine(self.start) else None
        solver = self._asked()
        while not self._empty:
            model = solver.model(assumed)
            if model is None:
                return None
            labelling = self._labelling(model)
            if self._is_fine(labelling):
                return labelling
        return None

    def _asked(self) -> Solver:
        if self._solver is None:
            number = self._number
            attackers = self.framework.attackers
            among = [[number[b] for b in attackers[a] if b in number] for a in self.open]
            self._solver = Solver((*self._encoding.clauses(among), *self._waiting), self._deadline)
        return self._solver

    def _labelling(self, model: Sequence[int]) -> bytes:
        labels = bytearray(self.start)
        if self._encoding.variables == 1:
            for argument, into in zip(self.open, model, strict=False):
                labels[argument] = IN if into > 0 else OUT
        else:
            for argument, into, out in zip(self.open, model[::2], model[1::2], strict=False):
                if into > 0:
                    labels[argument] = IN
                elif out > 0:
                    labels[argument] = OUT
        return bytes(labels)

    def _is_fine(self, labelling: bytes) -> bool:
        """Whether nothing is wrong with a labelling; otherwise it is not proposed again."""
        wrong = self._refine(labelling) if self._refine else []
        if wrong and not any(_fails(clause, labelling) for clause in wrong):
            raise ValueError("the clauses do not rule out the labelling that was proposed")
        for clause in wrong:
            self._refined(clause)
        return not wrong

    def _refined(self, clause: Iterable[Literal]) -> None:
        literals = []
        for argument, label, holds in clause:
            if argument in self._number:
                literal = self.literal(argument, label)
                literals.append(literal if holds else -literal)
            elif (self.start[argument] == label) == holds:
                return
        self.add(literals)


def _fails(clause: Iterable[Literal], labelling: bytes) -> bool:
    return all((labelling[argument] == label) != holds for argument, label, holds in clause)
