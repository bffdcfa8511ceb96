"""Labels: what an evaluation says of a claim, a step or an argument."""

from typing import Literal, get_args

Label = Literal["in", "out", "undecided"]
"""``in``: it stands. ``out``: something that stands speaks against it, or nothing speaks for it.
``undecided``: neither can be said (Caminada 2006)."""

LABELS: tuple[Label, ...] = get_args(Label)

UNDECIDED, IN, OUT = 0, 1, 2
"""Labels as codes, so that a labelling of very many arguments is a string of bytes."""

LABEL_OF: tuple[Label, ...] = ("undecided", "in", "out")
"""The label of each code."""
