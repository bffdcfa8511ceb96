"""Layout by Graphviz' ``dot``, as pygraphviz carries it."""

from collections.abc import Iterator

from argmap.render.layout._records import Direction, Graph, Laid, Place, Point, framed

NEEDS = "pygraphviz"
_INCH = 72


def arrange(graph: Graph, direction: Direction) -> Laid:
    """The graph laid out from conclusions to premises, with the routes turned round."""
    from json import loads

    from pygraphviz import AGraph

    # Everything goes by number: no text of a map gets into the language of dot.
    drawn = AGraph(string="\n".join(_written(graph, direction)))
    done = loads(drawn.draw(format="json0", prog="dot"))
    objects = {each["name"]: each for each in done.get("objects", ())}
    places = {}
    for n, box in enumerate(graph.boxes):
        x, y = map(float, objects[f"n{n}"]["pos"].split(","))
        places[box.id] = Place(x - box.width / 2, -y - box.height / 2, box.width, box.height)
    splines = {each["id"]: each["pos"] for each in done.get("edges", ())}
    routes = {edge.id: _route(splines[f"e{n}"]) for n, edge in enumerate(graph.edges)}
    frames = {}
    for n, group in enumerate(graph.groups):
        left, low, right, high = map(float, objects[f"cluster{n}"]["bb"].split(","))
        frames[group.id] = Place(left, -high, right - left, high - low)
    return framed(places, routes, frames)


def _written(graph: Graph, direction: Direction) -> Iterator[str]:
    rankdir = "LR" if direction == "right" else "TB"
    yield f"digraph {{ rankdir={rankdir} splines=polyline ranksep=0.6 nodesep=0.3"
    # The margin has room for a heading; a label would be measured, with the fonts there are.
    yield f'margin={graph.header} node [shape=box label="" fixedsize=true] edge [arrowhead=none]'
    inside: dict[str | None, list[str]] = {}
    for n, box in enumerate(graph.boxes):
        size = f"width={box.width / _INCH:.4f} height={box.height / _INCH:.4f}"
        inside.setdefault(box.group, []).append(f"n{n} [{size}]")
    below: dict[str | None, list[str]] = {}
    numbers = {}
    for n, group in enumerate(graph.groups):
        below.setdefault(group.parent, []).append(group.id)
        numbers[group.id] = n
    waiting = [*inside.get(None, ()), *below.get(None, ())][::-1]
    while waiting:
        piece = waiting.pop()
        if piece not in numbers:
            yield piece
            continue
        yield f"subgraph cluster{numbers[piece]} {{ margin={graph.header}"
        waiting += ["}", *below.get(piece, ()), *inside.get(piece, ())]
    index = {box.id: n for n, box in enumerate(graph.boxes)}
    for n, edge in enumerate(graph.edges):
        yield f'n{index[edge.target]} -> n{index[edge.source]} [id="e{n}"]'
    yield "}"


def _route(spline: str) -> tuple[Point, ...]:
    """The corners of a spline of straight pieces, from its end to its beginning."""
    points = [tuple(map(float, pair.split(","))) for pair in spline.split()]
    return tuple(Point(x, -y) for x, y in reversed(points[::3]))
