"""Preferred semantics: complete labellings than which none has more in."""

from functools import partial

from argmap.semantics.frameworks.encodings import COMPLETE
from argmap.semantics.frameworks.kinds._maximal import MOST_IN, maximal, maximal_example
from argmap.semantics.frameworks.kinds._semantics import Semantics

SEMANTICS = Semantics(
    name="preferred",
    code="PR",
    encoding=COMPLETE,
    exists=True,
    labellings=partial(maximal, MOST_IN),
    example=partial(maximal_example, MOST_IN),
)
