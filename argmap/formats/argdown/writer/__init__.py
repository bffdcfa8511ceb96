"""From a map to Argdown: every field of every record, in a text that an author would like to read.

First it is decided how each record is to be written (``cast``, ``structure``), then in which order
(``plan``), and then it is put in words (``words``); what Argdown's own signs say otherwise, or not
at all, is said in metadata, by comparing what is written with what will be read.
"""

from collections.abc import Mapping

from argmap.formats._format import Written
from argmap.formats.argdown.problems import problem
from argmap.formats.argdown.writer.about import Relating
from argmap.formats.argdown.writer.cast import Cast
from argmap.formats.argdown.writer.flow import Flow
from argmap.formats.argdown.writer.plan import Planner
from argmap.formats.argdown.writer.words import Words
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap

_MOST_NAMED = 5
_LOOSE = frozenset({"support", "rebuttal"})
_STRICT = frozenset({"entailment", "contrary"})


def write(map: ArgumentMap) -> Written:
    """The map in Argdown."""
    model, front = _front(map)
    cast = Cast(
        map,
        strict=model.get("mode") == "strict",
        keep_tags=not model.get("removeTagsFromText"),
    )
    lines = Planner(map, cast, Relating(map, cast)).plan()
    words = Words(map, cast)
    pieces = [_fenced(front, words.flow), *words.written(lines)]
    while pieces and pieces[-1] == "\n":
        pieces.pop()
    return Written(pieces, _losses(words.flow))


def _front(map: ArgumentMap) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """The settings that hold for the text, and its front matter."""
    data = dict(map.data)
    if "map" in data:
        data = {"map": {"data": data}}
    model = data.get("model")
    if "model" in data:
        return model if isinstance(model, Mapping) else {}, data
    settings = _settings(map)
    if not settings:
        return {}, data
    told = dict(data.get("map", {}))  # type: ignore[call-overload]  # made here
    return settings, {"model": settings, **data, "map": {"without": ["model"], **told}}


def _settings(map: ArgumentMap) -> dict[str, object]:
    """What makes the text read better: strict mode, and tags that are no part of texts."""
    settings: dict[str, object] = {}
    kinds = {relation.kind for relation in map.relations.values()}
    if kinds & _STRICT and not kinds & _LOOSE:
        settings["mode"] = "strict"
    records: tuple[Claim | Argument, ...] = (*map.claims.values(), *map.arguments.values())
    tagged = any(record.tags for record in records)
    marked = any(mark.kind == "tag" for record in records for mark in record.marks)
    if tagged and not marked:
        settings["removeTagsFromText"] = True
    return settings


def _fenced(front: Mapping[str, object], flow: Flow) -> str:
    return f"===\n{flow.lines(front)}\n===\n\n" if front else ""


def _losses(flow: Flow) -> list[Diagnostic]:
    """What could not be said: half characters, numbers that are none, nesting without end."""
    if not flow.lost:
        return []
    ids = [id for id in flow.lost if id]
    what = ", ".join(map(repr, ids[:_MOST_NAMED])) or "the map itself"
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return [problem("AD35", None, what=f"{what}{more}")]
