"""The documents about verdicts, as pydantic models."""

from typing import Annotated, Literal

from pydantic import Field

from argmap.contract.models import Part, Record, Stance

Label = Literal["in", "out", "undecided"]
Rule = Literal[
    "granted", "unopposed", "supported", "rebutted", "tied", "unsupported", "circular",
    "withdrawn", "open", "blocked",
]  # fmt: skip


class Verdict(Record):
    """A claim and what it comes to."""

    claim: str
    label: Label


class Judged(Part):
    """How a map was evaluated, and what was supposed for it."""

    semantics: str
    ties: Literal["undecided", "out"]
    loops: Literal["out", "undecided"]
    assumed: list[str]
    withdrawn: list[str]


class Evaluate(Judged):
    """What claims come to; those of relations and arguments are by id.

    A relation is in if it counts, an argument if all its steps do.
    """

    schema_: Literal["argmap/evaluate/1"] = Field(alias="schema")
    verdicts: list[Verdict]
    relation_labels: dict[str, Label]
    argument_labels: dict[str, Label]


class Reason(Record):
    """One line of an explanation, in the order printed.

    ``rule`` says why the claim has its label, and is null where that does not matter. But for the
    first line, the claim is the ``premise``-th of the ``premises`` of ``relation``, which has the
    label ``step`` and speaks for or against the claim above, or with ``on_step`` the step by which
    that one is brought up. ``repeat``: the rule is told of above.
    """

    depth: Annotated[int, Field(ge=0)]
    claim: str
    label: Label
    rule: Rule | None
    relation: str | None
    stance: Stance | None
    step: Label | None
    premise: int
    premises: int
    on_step: bool
    repeat: bool


class Why(Judged):
    """Why a claim has its label."""

    schema_: Literal["argmap/why/1"] = Field(alias="schema")
    claim: str
    label: Label
    reasons: list[Reason]
