"""Argdown JSON: what ``argdown json`` prints."""

import re
from collections.abc import Iterable, Mapping
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
    from argmap.formats import names
    from argmap.formats._json_text import in_pieces
    from argmap.formats.argdown import write as write_argdown

    written = write_argdown(map)
    exported, _, _ = _exported(Source(written.text, map.name))
    formats = set(names())
    said = [key for key in map.data if key not in formats]
    return Written(in_pieces(exported), written.losses + _lost(said, exported))


def convert(source: Source) -> Converted:
    """The export of an Argdown text, with what a map has no room for: every mention of a claim."""
    from argmap.formats._json_text import in_pieces

    exported, front, diagnostics = _exported(source)
    return Converted(Written(in_pieces(exported), _lost(front, exported)), diagnostics)


def _exported(source: Source) -> tuple[dict[str, Any], Iterable[str], list[Diagnostic]]:
    """The export of a text, the keys of its front matter, and what is wrong with the text."""
    from argmap.formats.argdown.parser import parse
    from argmap.formats.argdown.settle import contradictions
    from argmap.formats.argdown_json.export import export

    document, diagnostics = parse(source)
    diagnostics += contradictions(document)
    return export(document), document.front, diagnostics


def _lost(said: Iterable[str], exported: Mapping[str, Any]) -> list[Diagnostic]:
    """What is said in a text, or of a map by these keys, and has no place in the export."""
    from argmap.formats._losses import Losses
    from argmap.formats.argdown.described import RELATION_KEYS

    losses = Losses("Argdown JSON")
    for key in said:
        if key not in _HEEDED:
            losses.drop("metadata entries", key)
    for record in (*exported["statements"].values(), *exported["arguments"].values()):
        for member in record["members"]:
            if isinstance(member.get("data", {}).get("relation"), dict):
                losses.change("descriptions of relations", "data of claims", record["title"])
    for title, argument in exported["arguments"].items():
        for line in argument.get("pcs", ()):
            said_of_step = line.get("inference", {}).get("data", {}).keys()
            if said_of_step & (RELATION_KEYS | {"argument"}):
                losses.change("descriptions of steps", "data of steps", title)
    return losses.diagnostics()


FORMAT = Format(
    name="argdown-json",
    title="Argdown JSON",
    suffixes=(".argdown.json",),
    looks_like=_looks_like,
    read=read,
    write=write,
    loses=("metadata entries",),
    direct={"argdown": convert},
)
