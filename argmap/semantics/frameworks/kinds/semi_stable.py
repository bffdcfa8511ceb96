"""Semi-stable semantics: complete labellings than which none leaves less undecided."""

from functools import partial

from argmap.semantics.frameworks.encodings import COMPLETE
from argmap.semantics.frameworks.kinds._maximal import MOST_DECIDED, maximal, maximal_example
from argmap.semantics.frameworks.kinds._semantics import Semantics

SEMANTICS = Semantics(
    name="semi-stable",
    code="SST",
    encoding=COMPLETE,
    exists=True,
    labellings=partial(maximal, MOST_DECIDED),
    example=partial(maximal_example, MOST_DECIDED),
)
