"""Layout by Graphviz' ``dot``, as pygraphviz carries it."""

from argmap.render.layout._records import Direction, Graph, Laid, Place, Point, framed

NEEDS = "pygraphviz"
_INCH = 72


def arrange(graph: Graph, direction: Direction) -> Laid:
    """The graph laid out from conclusions to premises, with the routes turned round."""
    from pygraphviz import AGraph

    rankdir = "LR" if direction == "right" else "TB"
    drawn = AGraph(directed=True, strict=False, rankdir=rankdir, splines="polyline",
                   ranksep="0.6", nodesep="0.3", compound="true")  # fmt: skip
    names = {box.id: f"n{n}" for n, box in enumerate(graph.boxes)}
    inside: dict[str | None, list[str]] = {}
    for box in graph.boxes:
        drawn.add_node(names[box.id], label="", shape="box", fixedsize="true",
                       width=box.width / _INCH, height=box.height / _INCH)  # fmt: skip
        inside.setdefault(box.group, []).append(names[box.id])
    clusters = {None: drawn}
    for n, group in enumerate(graph.groups):
        # The invisible label keeps the room for the heading; an empty one would not.
        cluster = clusters[group.parent].add_subgraph(inside.get(group.id, []), f"cluster{n}")
        cluster.graph_attr.update(label=" ", fontsize=str(graph.header / 1.4), margin="14")
        clusters[group.id] = cluster
    for n, edge in enumerate(graph.edges):
        drawn.add_edge(names[edge.target], names[edge.source], key=f"e{n}", arrowhead="none")
    drawn.layout(prog="dot")
    places = {}
    for box in graph.boxes:
        x, y = map(float, drawn.get_node(names[box.id]).attr["pos"].split(","))
        places[box.id] = Place(x - box.width / 2, -y - box.height / 2, box.width, box.height)
    routes = {}
    for n, edge in enumerate(graph.edges):
        found = drawn.get_edge(names[edge.target], names[edge.source], f"e{n}")
        routes[edge.id] = _route(found.attr["pos"])
    frames = {}
    for group in graph.groups:
        left, low, right, high = map(float, clusters[group.id].graph_attr["bb"].split(","))
        frames[group.id] = Place(left, -high, right - left, high - low)
    return framed(places, routes, frames)


def _route(spline: str) -> tuple[Point, ...]:
    """The corners of a spline of straight pieces, from its end to its beginning."""
    points = [tuple(map(float, pair.split(","))) for pair in spline.replace("\\\n", "").split()]
    return tuple(Point(x, -y) for x, y in reversed(points[::3]))
