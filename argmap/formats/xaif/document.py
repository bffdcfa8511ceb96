"""What an xAIF document has besides an AIF graph, for reading and writing alike."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from argmap.formats.xaif.passages import marked, node_of
from argmap.model.anchor import Anchor

GRAPH = "AIF"
_DRAWINGS = ("OVA", "ova")
_IDS = ("nodeID", "fromID", "toID")


def usual_around(*, dialog: bool) -> dict[str, Any]:
    """What is around the graph of a map from elsewhere; a dialogue is one that has utterances."""
    drawing = {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []}
    return {"text": "", "dialog": dialog, "OVA": drawing}


def usual_lists(nodes: Iterable[Any], names: Iterable[str]) -> dict[str, list[Any]]:
    """The lists that the graph of a map from elsewhere has besides those of AIF."""
    return {
        "schemefulfillments": [
            {"nodeID": node["nodeID"], "schemeID": node["schemeID"]}
            for node in nodes
            if isinstance(node, dict) and "nodeID" in node and node.get("schemeID") is not None
        ],
        "descriptorfulfillments": [],
        "participants": [participant(number, name) for number, name in enumerate(names, 1)],
    }


def participant(id: object, name: str) -> dict[str, object]:
    """One who says something."""
    return {"participantID": id, "firstname": name, "surname": ""}


def quotes_in(around: Mapping[str, Any], nodes: Collection[str]) -> dict[str, Anchor]:
    """The passages of the text by the nodes that they are marked as those of."""
    text = around.get("text")
    html = text.get("txt") if isinstance(text, dict) else text
    if not isinstance(html, str) or "<" not in html:
        return {}
    found = {node_of(id, nodes): anchor for id, anchor in marked(html).items()}
    return {id: anchor for id, anchor in found.items() if id in nodes}


def drawn(around: Mapping[str, Any]) -> Iterator[str]:
    """The nodes that are drawn, or that drawn edges lead from or to."""
    for key in _DRAWINGS:
        drawing = around.get(key)
        for items in drawing.values() if isinstance(drawing, dict) else ():
            for item in items if isinstance(items, list) else ():
                if isinstance(item, dict):
                    yield from (str(item[id]) for id in _IDS if id in item)


def without(around: Mapping[str, Any], gone: Collection[str]) -> dict[str, Any]:
    """What is around a graph when nodes of it are gone: they are not drawn any more."""
    if not gone:
        return dict(around)
    found = dict(around)
    for key in _DRAWINGS:
        drawing = found.get(key)
        if isinstance(drawing, dict):
            found[key] = {
                name: [item for item in items if not _is_of(item, gone)]
                if isinstance(items, list)
                else items
                for name, items in drawing.items()
            }
    return found


def _is_of(item: object, nodes: Collection[str]) -> bool:
    return isinstance(item, dict) and any(str(item[id]) in nodes for id in _IDS if id in item)
