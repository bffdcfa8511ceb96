"""The documents about files that are written, and about what changes, as pydantic models."""

from typing import Literal

from pydantic import Field

from argmap.contract.models import Claim, Document, Finding, Record, Relation


class FormattedFile(Record):
    """A file that was formatted; ``findings`` are why it could not be.

    ``text`` is there where the layout is only asked for, ``diff`` where what changes is.
    """

    file: str
    changed: bool
    written: bool
    text: str | None = None
    diff: str | None = None
    findings: list[Finding]


class Fmt(Document):
    """Files in their canonical layout."""

    schema_: Literal["argmap/fmt/1"] = Field(alias="schema")
    files: list[FormattedFile]


class ConvertedMap(Record):
    """A map and where it went; ``losses`` are what the format cannot express, with ids."""

    file: str
    output: str
    read_as: str
    written: bool
    findings: list[Finding]
    losses: list[Finding]


class Convert(Document):
    """Maps in another format."""

    schema_: Literal["argmap/convert/1"] = Field(alias="schema")
    to: str
    maps: list[ConvertedMap]


class Difference(Record):
    """A claim or relation before and after, and the fields that say something else.

    Nothing ``before`` if it came, nothing ``after`` if it went.
    """

    what: Literal["claim", "relation"]
    before: Claim | Relation | None
    after: Claim | Relation | None
    fields: list[str]


class Diff(Document):
    """What differs between two maps."""

    schema_: Literal["argmap/diff/1"] = Field(alias="schema")
    before: str
    after: str
    differences: list[Difference]
