"""What an explanation consists of."""

from typing import Literal, NamedTuple

from argmap.model.relation import Stance
from argmap.semantics.label import Label

Rule = Literal[
    "granted", "unopposed", "supported", "rebutted", "tied", "unsupported", "circular",
    "withdrawn", "open", "blocked",
]  # fmt: skip
"""Why a claim has its label.

``unopposed``: nothing needs to be said for it, and nothing is said against it; ``granted``: nothing
needs to be said for it, and all steps against it fall. ``supported``: a step for it stands, and all
steps against it fall. ``rebutted``: a step against it stands. ``tied``: what it is in a tie with
stands apart from that, and ties are lost. ``unsupported``: all steps for it fall, if there are any.
``circular``: it is held up by itself alone. ``withdrawn``: it is supposed not to be there.
``open``: the map says that it is unsure. ``blocked``: it hangs on something undecided.
"""


class Reason(NamedTuple):
    """One line of an explanation: a claim, its label, and why it has it.

    The line at depth 0 is the claim asked about. Every other claim is brought up as the
    ``premise``-th of the ``premises`` of a ``relation``, which has the label ``step`` and speaks as
    ``stance`` says: for or against the claim above or, with ``on_step``, the step by which that one
    is brought up. ``rule`` is empty for a claim whose label does not matter, and ``repeat`` says
    that the rule is told of above. Of a claim that is rebutted, ``more`` steps against it stand
    than the one that is told. With ``apart`` the label is not the verdict on a claim but what it
    would be if it were in no tie.
    """

    depth: int
    claim: str
    label: Label
    rule: Rule | Literal[""] = ""
    relation: str = ""
    stance: Stance = "for"
    step: Label = "in"
    premise: int = 1
    premises: int = 1
    on_step: bool = False
    repeat: bool = False
    more: int = 0
    apart: bool = False
