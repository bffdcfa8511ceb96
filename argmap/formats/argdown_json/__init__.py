"""Argdown JSON: what ``argdown json`` prints."""

import re
from collections.abc import Mapping
from typing import Any

from argmap.formats._format import Converted, Format, Reading, Source, Written
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap

_HEEDED = frozenset({"model", "color", "group", "selection", "map"})
"""The keys of front matter that change what is exported, or only what is drawn of it."""
_BEGINNING = re.compile(r'\s*\{\s*"(?:arguments|statements)"\s*:\s*\{')


def _looks_like(text: str) -> bool:
    """Whether it begins as such an export does."""
    return _BEGINNING.match(text) is not None


def read(source: Source) -> Reading:
    """The map that an export describes; what is not as it should be is reported."""
    from argmap.formats.argdown_json.reading import read as read_export

    return read_export(source)


def write(map: ArgumentMap) -> Written:
    """The export of the Argdown text that the map is written as."""
    from argmap.formats.argdown import write as write_argdown

    written = write_argdown(map)
    converted = convert(Source(written.text, map.name))
    return converted.written._replace(losses=written.losses)


def convert(source: Source) -> Converted:
    """The export of an Argdown text, with what a map has no room for: every mention of a claim."""
    from argmap.formats._json_text import in_pieces
    from argmap.formats.argdown.parser import parse
    from argmap.formats.argdown.settle import contradictions
    from argmap.formats.argdown_json.export import export

    document, diagnostics = parse(source)
    diagnostics += contradictions(document)
    exported = export(document)
    return Converted(Written(in_pieces(exported), _lost(document.front, exported)), diagnostics)


def _lost(front: Mapping[str, object], exported: Mapping[str, Any]) -> list[Diagnostic]:
    """What is said in a text and has no place in its export."""
    from argmap.formats._losses import Losses

    losses = Losses("Argdown JSON")
    for key in front:
        if key not in _HEEDED:
            losses.drop("keys of the front matter", key)
    for record in (*exported["statements"].values(), *exported["arguments"].values()):
        for member in record["members"]:
            if isinstance(member.get("data", {}).get("relation"), dict):
                losses.change("descriptions of relations", "data of claims", record["title"])
    return losses.diagnostics()


FORMAT = Format(
    name="argdown-json",
    title="Argdown JSON",
    suffixes=(".argdown.json",),
    looks_like=_looks_like,
    read=read,
    write=write,
    direct={"argdown": convert},
)
