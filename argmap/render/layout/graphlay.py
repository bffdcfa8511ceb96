"""Layout by graphlay: layers, orthogonal routes, nested groups."""

from typing import Any

from argmap.render.layout import layers
from argmap.render.layout._hits import runs_over
from argmap.render.layout._records import Direction, Graph, Laid, Place, Point, framed

NEEDS = "graphlay"
_OPTIONS: dict[str, Any] = {
    "spacing": {
        "layer_gap": 46, "node_gap": 24, "port_gap": 14, "compound_padding": 18, "dummy_gap": 16,
    },
    "routing": {"style": "orthogonal"},
}  # fmt: skip
_LARGE = 400
"""More boxes than this are laid out with less effort."""

_WIDER = (1.3, 1.7, 2.2, 3.0)


def arrange(graph: Graph, direction: Direction) -> Laid:
    """The graph laid out from conclusions to premises, with the routes turned round.

    Now and then a route runs through a box: then there are other tries, with more room, and in
    the end plain layers, where no route does, unless there are groups to be framed.
    """
    first = _arranged(graph, direction, 1.0)
    if len(graph.boxes) > _LARGE or not runs_over(graph, first):
        return first
    tries = (_arranged(graph, direction, wider) for wider in _WIDER)
    found = next((laid for laid in tries if not runs_over(graph, laid)), None)
    if found is not None:
        return found
    return first if graph.groups else layers.arrange(graph, direction)


def _arranged(graph: Graph, direction: Direction, room: float) -> Laid:
    from graphlay import layout

    number = {id: n for n, id in enumerate(each.id for each in graph.groups)}
    nodes: list[dict[str, Any]] = [
        {"size": {"width": 1, "height": 1}, **_within(group.parent, number)}
        for group in graph.groups
    ]
    index: dict[str, int] = {}
    for box in graph.boxes:
        index[box.id] = len(nodes)
        size = {"width": box.width, "height": box.height}
        nodes.append({"size": size, **_within(box.group, number)})
    edges = [{"source": index[e.target], "target": index[e.source]} for e in graph.edges]
    options = _OPTIONS | {
        "direction": "leftright" if direction == "right" else "topbottom",
        "effort": "fast" if len(graph.boxes) > _LARGE else "balanced",
        "spacing": {name: room * gap for name, gap in _OPTIONS["spacing"].items()}
        | {"compound_header": graph.header if graph.groups else 0},
    }
    laid = layout({"nodes": nodes, "edges": edges}, options=options)
    routes = {
        edge.id: tuple(Point(p["x"], p["y"]) for p in reversed(drawn["points"]))
        for edge, drawn in zip(graph.edges, laid.edges, strict=True)
    }
    places = {id: _place(laid.nodes[n]) for id, n in index.items()}
    return framed(places, routes, {id: _place(laid.nodes[n]) for id, n in number.items()})


def _within(group: str | None, number: dict[str, int]) -> dict[str, int]:
    return {} if group is None else {"parent": number[group]}


def _place(node: dict[str, Any]) -> Place:
    width, height = node["size"]["width"], node["size"]["height"]
    return Place(node["center"]["x"] - width / 2, node["center"]["y"] - height / 2, width, height)
