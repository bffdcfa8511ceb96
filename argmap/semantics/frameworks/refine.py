"""What may be asked of a labelling beyond its semantics, such as that support is founded."""

from collections.abc import Callable

Literal = tuple[int, int, bool]
"""An argument, ``IN`` or ``OUT``, and whether it has that label or has it not."""

Refine = Callable[[bytes], list[list[Literal]]]
"""Called with every labelling that is proposed; gives clauses that rule it out, or none if it is
fine. At least one literal of each clause must hold in *every* labelling that is fine, for clauses
are kept for the rest of the search; and none in the labelling proposed, for one of the clauses."""
