"""The documents about verdicts, as pydantic models."""

from typing import Annotated, Literal

from pydantic import Field

from argmap.contract.models import Document, Part, Record, Stance

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


class Outcome(Record):
    """A claim and what it comes to: a label, or a strength; null if it was not found."""

    claim: str
    label: Label | None = None
    strength: Annotated[float, Field(ge=0, le=1)] | None = None


class Evaluate(Judged):
    """What claims come to; those of relations and arguments are by id.

    A relation is in if it counts, an argument if all its steps do. ``remarks`` are what has to be
    known to understand the verdicts.
    """

    schema_: Literal["argmap/evaluate/1"] = Field(alias="schema")
    mode: Literal["skeptical", "credulous"]
    verdicts: list[Outcome]
    relation_labels: dict[str, Label]
    argument_labels: dict[str, Label]
    remarks: list[str]


class Labelling(Record):
    """The claims that are in, out and undecided in one labelling."""

    in_: list[str] = Field(alias="in")
    out: list[str]
    undecided: list[str]


class Labellings(Judged):
    """Labellings of a map, one by one."""

    schema_: Literal["argmap/labellings/1"] = Field(alias="schema")
    labellings: list[Labelling]


class Disagreement(Record):
    """A claim that semantics disagree about, what each says, and what makes the difference."""

    claim: str
    labels: dict[str, Label | None]
    causes: list[Literal["tie", "loop", "choice", "standard", "weight"]]


class Compare(Part):
    """Where semantics disagree about a map; so many claims were compared."""

    schema_: Literal["argmap/compare/1"] = Field(alias="schema")
    compared: int
    disagreements: list[Disagreement]
    remarks: list[str]


class Reason(Record):
    """One line of an explanation, in the order printed.

    ``rule`` says why the claim has its label, and is null where that does not matter. But for the
    first line, the claim is the ``premise``-th of the ``premises`` of ``relation``, which has the
    label ``step`` and speaks for or against the claim above, or with ``on_step`` the step by which
    that one is brought up. ``repeat``: the rule is told of above. ``more`` steps that stand speak
    against a claim that is rebutted, beside the one that is told. ``apart``: the label is what the
    claim would be if it were in no tie.
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
    more: int
    apart: bool


class Settled(Record):
    """What the claim comes to if an unsure claim holds, and if it does not."""

    unsure: str
    if_so: Label
    if_not: Label


class Why(Judged):
    """Why a claim has its label; ``settled_by`` are the open questions that would settle it."""

    schema_: Literal["argmap/why/1"] = Field(alias="schema")
    claim: str
    label: Label
    reasons: list[Reason]
    settled_by: list[Settled]


class Witness(Judged):
    """How far a claim's label depends on the labelling.

    ``label`` is what it has in all labellings, or null. ``one`` and ``other`` are then two
    labellings that differ in it, by the claims that they label differently.
    """

    schema_: Literal["argmap/witness/1"] = Field(alias="schema")
    claim: str
    label: Label | None
    one: dict[str, Label]
    other: dict[str, Label] | None


class Contribution(Record):
    """How fast a strength changes with the base score of a claim, or with a relation's weight."""

    id: str
    type: Literal["claim", "relation"]
    slope: float


class Removal(Record):
    """What a relation makes of a strength: the difference to what it is without it."""

    relation: str
    difference: float | None


class Share(Record):
    """The Shapley value of a claim, and its standard error: 0 if the value is exact."""

    claim: str
    share: float
    error: float


class Shapley(Record):
    """What share each claim has in a strength, the largest first.

    Together they are the strength less what it would be ``alone``. ``orders`` were drawn by chance;
    0 if the shares are exact.
    """

    alone: float
    orders: int
    shares: list[Share]


class Contributions(Judged):
    """What the strength of a claim is made of; contributions have the largest first.

    ``shapley`` is there if it was asked for and found.
    """

    schema_: Literal["argmap/contributions/1"] = Field(alias="schema")
    claim: str
    strength: float | None
    contributions: list[Contribution]
    removals: list[Removal]
    shapley: Shapley | None


class Decided(Record):
    """A claim, its label, and the rule of Carneades that gives it; empty where none does yet.

    But for the first, it is a premise of ``relation``, which weighs ``weight``.
    """

    depth: Annotated[int, Field(ge=0)]
    claim: str
    label: Label
    rule: str
    issue: str
    relation: str
    weight: float | None
    repeat: bool


class Weighed(Part):
    """What decided a claim as Carneades weighs reasons."""

    schema_: Literal["argmap/weighed/1"] = Field(alias="schema")
    claim: str
    label: Label
    reasons: list[Decided]


class FlipSet(Record):
    """Claims and relations that together change the verdict, and what it is then."""

    elements: list[str]
    label: Label


class Flip(Judged):
    """What would change a verdict, smallest sets first.

    ``more`` if there are other sets; ``searched`` is false if the search was given up.
    """

    schema_: Literal["argmap/flip/1"] = Field(alias="schema")
    claim: str
    label: Label
    wanted: list[Label]
    by: Literal["withdraw", "attack"]
    sets: list[FlipSet]
    more: bool
    searched: bool


class Solve(Document):
    """The solution of a problem of the ICCMA competition.

    ``decided`` is false if time ran out; everything after it is then null. ``answer`` is yes or no,
    ``witness`` an extension that shows it, if one was found; ``extensions`` are all of them, and
    ``count`` is how many there are. What the problem does not ask for is null.
    """

    schema_: Literal["argmap/solve/1"] = Field(alias="schema")
    problem: str
    semantics: str
    argument: str | None
    decided: bool
    answer: bool | None
    witness: list[str] | None
    extensions: list[list[str]] | None
    count: Annotated[int, Field(ge=0)] | None
