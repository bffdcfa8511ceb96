"""Factorized: the more of the premises at issue are an argument's own, the more it weighs.

The premises at issue are those of all arguments for any position of the issue; of all arguments
for the conclusion, if that is not at issue. As in case-based reasoning with factors (HYPO).
"""

from argmap.semantics.carneades.weighing._function import Argument, Function, Weighing, stand


def make(_settings: object) -> Function:
    """The function that weighs nothing unless all premises are in, and else their share."""

    def weigh(argument: Argument, weighing: Weighing) -> float:
        if stand(argument, weighing) < len(argument.premises):
            return 0.0
        return len(argument.premises) / max(1, _at_issue(argument, weighing))

    return Function(weigh)


def _at_issue(argument: Argument, weighing: Weighing) -> int:
    key = "premises", weighing.contest(argument.conclusion)
    if key not in weighing.known:
        rivals = weighing.rivals(argument.conclusion)
        weighing.known[key] = len({premise for rival in rivals for premise in rival.premises})
    count: int = weighing.known[key]
    return count
