"""Writing xAIF: the graph as AIF is written, in what is around it."""

from collections.abc import Collection, Mapping
from typing import Any

from argmap.formats._format import Written
from argmap.formats._json_text import in_pieces
from argmap.formats._losses import Losses
from argmap.formats.aif.extension import KEY, of_map
from argmap.formats.aif.numbering import remembered
from argmap.formats.aif.order import fresh_numbers
from argmap.formats.aif.writing import NO_ITEMS, GraphWriter
from argmap.formats.xaif.document import (
    GRAPH,
    drawn,
    participant,
    quotes_in,
    usual_around,
    usual_lists,
    without,
)
from argmap.model.anchor import Anchor
from argmap.model.map import ArgumentMap


def write(map: ArgumentMap) -> Written:
    """The map as an xAIF document."""
    data = map.data.get("xaif")
    own: Mapping[str, Any] = data if isinstance(data, dict) else NO_ITEMS
    around = own.get("document")
    kept = (remembered(map.data) or NO_ITEMS).get("document")
    lists: Mapping[str, Any] = kept if isinstance(kept, dict) else NO_ITEMS
    known = lists.get("participants")
    participants: list[Any] = list(known) if isinstance(known, list) else []

    def new_person(name: str) -> object:
        used = [each.get("participantID") for each in participants if isinstance(each, dict)]
        id = next(fresh_numbers([*used, 0]))
        participants.append(participant(id, name))
        return id

    def quotes(nodes: Collection[str]) -> Mapping[str, Anchor]:
        return quotes_in(around, nodes) if isinstance(around, dict) else NO_ITEMS

    writer = GraphWriter(map, Losses("xAIF"), participants, quotes, new_person)
    graph = writer.document()
    usual = usual_lists(graph.get("nodes", ()), ())
    if participants or not known:
        usual["participants"] = participants
    absent = own.get("absent") or ()
    graph |= {
        key: value
        for key, value in usual.items()
        if key not in graph and (value or key not in absent)
    }
    if known != participants and participants:
        graph["participants"] = participants
    if "schemefulfillments" in lists:
        graph["schemefulfillments"] = _fulfilments(lists["schemefulfillments"], usual, writer)
    whole = of_map(map, ("aif", "xaif"))
    if whole:
        graph[KEY] = whole
        writer.note_whole()
    if not isinstance(around, dict):
        dialog = any(node.get("type") == "L" for node in graph.get("nodes", ()))
        return _written({GRAPH: graph, **usual_around(dialog=dialog)}, writer)
    elsewhere = own.get("missing") or ()
    gone = {id for id in drawn(around) if id not in writer.nodes and id not in elsewhere}
    return _written({GRAPH: graph, **without(around, gone)}, writer)


def _written(document: Mapping[str, Any], writer: GraphWriter) -> Written:
    return Written(in_pieces(document), writer.losses.diagnostics())


def _fulfilments(remembered: object, usual: Mapping[str, list[Any]], writer: GraphWriter) -> object:
    """Those remembered of nodes that are there, and those of nodes whose schemes are new."""
    added = [each for each in usual["schemefulfillments"] if str(each["nodeID"]) in writer.anew]
    if not isinstance(remembered, list):
        return added or remembered
    kept = [
        each
        for each in remembered
        if not isinstance(each, dict)
        or "nodeID" not in each
        or (str(each["nodeID"]) in writer.nodes and str(each["nodeID"]) not in writer.anew)
    ]
    return kept + added
