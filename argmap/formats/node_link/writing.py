"""Writing a map as node-link JSON."""

from typing import Any

from argmap.formats._property_graph import ridden
from argmap.formats._property_graph.writing import graph_of
from argmap.model.map import ArgumentMap

FORMAT_KEY = "node-link"
USUAL = {"directed": True, "multigraph": False}
"""What a document says besides its graph."""


def document_of(map: ArgumentMap) -> dict[str, Any]:
    """The document of a map."""
    graph = graph_of(map, FORMAT_KEY)
    riding = ridden(map.data, FORMAT_KEY)
    rest = riding.get("document")
    document: dict[str, Any] = dict(rest) if isinstance(rest, dict) else dict(USUAL)
    if graph.attributes:
        document["graph"] = graph.attributes
    document["nodes"] = [{**node.attributes, "id": node.id} for node in graph.nodes]
    array = "links" if riding.get("array") == "links" else "edges"
    document[array] = [
        {**link.attributes, "source": link.source, "target": link.target} for link in graph.links
    ]
    return document
