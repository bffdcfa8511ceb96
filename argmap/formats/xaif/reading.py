"""Reading xAIF: the graph as AIF is read, with what is said around it."""

from typing import Any

from argmap.formats._format import Reading, Source
from argmap.formats._json_text import NotJsonError, loaded
from argmap.formats.aif.problems import Problems
from argmap.formats.aif.reading import GraphReader
from argmap.formats.aif.speakers import names_of
from argmap.formats.xaif.document import GRAPH, drawn, quotes_in, usual_around, usual_lists
from argmap.model.map import ArgumentMap

_HINT = 'xAIF is an object whose "AIF" is one with arrays of nodes, edges and locutions'
_Document = dict[str, Any]


def read(source: Source) -> Reading:
    """The map of an xAIF document; what is odd about it is reported, and kept for writing."""
    problems = Problems(source, GRAPH)
    try:
        document = loaded(source)
    except NotJsonError as error:
        problems.nothing(str(error), _HINT, "XA01", error.span)
        return Reading(ArgumentMap((), name=source.name), problems.found)
    graph = document.get(GRAPH) if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(graph, dict) or "nodes" not in graph:
        problems.nothing('this is not xAIF: it has no "AIF" with nodes', _HINT, "XA01")
        return Reading(ArgumentMap((), name=source.name), problems.found)
    nodes = graph["nodes"] if isinstance(graph["nodes"], list) else []
    ids = {str(node["nodeID"]) for node in nodes if isinstance(node, dict) and "nodeID" in node}
    participants = graph.get("participants")
    around = _around(document, nodes, ids, _without_usual_lists(graph, nodes))
    quotes = quotes_in(document, ids)
    return GraphReader(graph, problems, source.name, participants, quotes).read(around)


def _around(document: _Document, nodes: list[Any], ids: set[str], absent: list[str]) -> _Document:
    """What to remember of what is around a graph."""
    around = {key: value for key, value in document.items() if key != GRAPH}
    dialog = any(isinstance(node, dict) and node.get("type") == "L" for node in nodes)
    usual = usual_around(dialog=dialog)
    data: _Document = {"absent": absent} if absent else {}
    if around != usual or not isinstance(around["dialog"], bool):
        data["document"] = around
        missing = list(dict.fromkeys(id for id in drawn(around) if id not in ids))
        data |= {"missing": missing} if missing else {}
    return {"xaif": data} if data else {}


def _without_usual_lists(graph: _Document, nodes: list[Any]) -> list[str]:
    """Takes out of a graph the lists that are there for any map; which of them it has not."""
    names = names_of(graph.get("participants"))
    locutions = graph.get("locutions")
    persons = (
        (str(each.get("personID")) for each in locutions or () if isinstance(each, dict))
        if isinstance(locutions, list)
        else ()
    )
    spoken = dict.fromkeys(names[person] for person in persons if person in names)
    usual = usual_lists(nodes, spoken)
    absent = [key for key in usual if key not in graph]
    for key, value in usual.items():
        if key in graph and graph[key] == value and _same_types(graph[key], value):
            del graph[key]
    return absent


def _same_types(one: list[Any], other: list[Any]) -> bool:
    """Whether numbers that are equal are of one type, too: ``1`` is not ``true``."""
    return repr(one) == repr(other)
