"""Stage semantics: conflict-free sets than which none decides more (Verheij 1996).

What such a set attacks is out, and the rest undecided; what is in need not contain what is in under
the grounded labelling.
"""

from functools import partial

from argmap.semantics.frameworks.encodings import CONFLICT_FREE
from argmap.semantics.frameworks.kinds._maximal import MOST_DECIDED, maximal, maximal_example
from argmap.semantics.frameworks.kinds._semantics import Semantics

SEMANTICS = Semantics(
    name="stage",
    code="STG",
    encoding=CONFLICT_FREE,
    exists=True,
    labellings=partial(maximal, MOST_DECIDED),
    example=partial(maximal_example, MOST_DECIDED),
)
