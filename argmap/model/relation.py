"""Relations: single steps of reasoning."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from argmap.model.claim import NO_DATA
from argmap.model.span import Span

Kind = Literal[
    "support", "rebuttal", "undercut", "contrary", "contradiction", "entailment", "equivalence"
]
Stance = Literal["for", "against"]
TargetType = Literal["claim", "relation"]

KINDS: tuple[Kind, ...] = get_args(Kind)
AGAINST: frozenset[Kind] = frozenset({"rebuttal", "undercut", "contrary", "contradiction"})
"""The kinds whose premises speak against their target; all others speak for it."""
SYMMETRIC: frozenset[Kind] = frozenset({"contrary", "contradiction", "equivalence"})
"""The kinds that hold in both directions."""


class Relation(NamedTuple):
    """One step from one or more premises to a target.

    ``premises`` are ids of claims; several premises of one relation are *linked*: they bear on
    the target only together. ``target`` is the id of a claim, or of another relation where the
    step itself is what is attacked (undercut) or backed; ``target_type`` says which.
    """

    id: str
    kind: Kind
    premises: tuple[str, ...]
    target: str
    target_type: TargetType = "claim"
    scheme: str = ""
    weight: float | None = None
    label: str = ""
    span: Span | None = None
    data: Mapping[str, object] = NO_DATA

    @property
    def stance(self) -> Stance:
        """Whether the premises speak for or against the target."""
        return "against" if self.kind in AGAINST else "for"

    @property
    def symmetric(self) -> bool:
        """Whether the relation holds in both directions."""
        return self.kind in SYMMETRIC
