"""The records that documents are made of, as pydantic models."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal[
    "support", "rebuttal", "undercut", "contrary", "contradiction", "entailment", "equivalence"
]
Stance = Literal["for", "against"]
Data = dict[str, Any]


class Record(BaseModel):
    """Anything in a document: its fields are exactly those listed."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Span(Record):
    """Where a thing was written; lines and columns count from 1, the end is included."""

    file: str
    line: Annotated[int, Field(ge=1)]
    column: Annotated[int, Field(ge=1)]
    end_line: Annotated[int, Field(ge=1)]
    end_column: Annotated[int, Field(ge=1)]


class Anchor(Record):
    """Where in its source text a claim is made; offsets in characters, the end excluded."""

    place: str
    start: int | None
    end: int | None
    hash: str
    quote: str = ""
    prefix: str = ""
    suffix: str = ""


class Mark(Record):
    """Emphasis, a link, a tag or a mention in a text; the end is excluded."""

    kind: Literal["bold", "italic", "link", "tag", "statement-mention", "argument-mention"]
    start: int
    end: int
    target: str = ""


class Claim(Record):
    """One proposition."""

    id: str
    title: str
    text: str
    tags: list[str]
    section: str | None
    span: Span | None
    source: Anchor | None
    weight: Annotated[float, Field(ge=0, le=1)] | None = None
    wordings: list[str] = []
    marks: list[Mark] = []
    data: Data = {}


class Target(Record):
    """What a relation bears on."""

    type: Literal["claim", "relation"]
    id: str


class Relation(Record):
    """One step from linked premises to a target."""

    id: str
    kind: Kind
    premises: list[str]
    target: Target
    span: Span | None
    scheme: str = ""
    weight: float | None = None
    label: str = ""
    data: Data = {}


class Argument(Record):
    """Relations that are treated as one piece.

    ``gist`` is the claim that stands for a sketch; ``statements`` are the claims that are listed as
    premises and conclusions, in order.
    """

    id: str
    title: str
    text: str
    relations: list[str]
    gist: str | None
    tags: list[str]
    section: str | None
    span: Span | None
    wordings: list[str] = []
    statements: list[str] = []
    marks: list[Mark] = []
    data: Data = {}


class Section(Record):
    """A heading."""

    id: str
    title: str
    level: Annotated[int, Field(ge=1)]
    parent: str | None
    tags: list[str]
    span: Span | None
    marks: list[Mark] = []
    data: Data = {}


class Finding(Record):
    """A diagnostic."""

    code: str
    severity: Literal["error", "warning", "note"]
    message: str
    hint: str
    span: Span | None
    claims: list[str]


class Document(Record):
    """Anything that ``--json`` prints."""

    schema_: str = Field(alias="schema")


class Part(Document):
    """A document that holds a part of a map; relations have all their ends in it."""

    claims: list[Claim]
    relations: list[Relation]
    arguments: list[Argument]
    sections: list[Section]
