from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.map import ArgumentMap
from argmap.render.layout import (
    Box,
    Direction,
    Edge,
    Graph,
    Group,
    Laid,
    Place,
    Point,
    arrange,
    engines,
    missing,
)  # fmt: skip
from argmap.render.picture.content import of_claims
from argmap.render.picture.scene import compose
from scenes import crowded, run_over, spilt
from small_maps import maps

DIRECTIONS: tuple[Direction, ...] = ("right", "down")
ENGINES = [
    pytest.param(
        name, marks=pytest.mark.skipif(bool(missing(name)), reason=f"{name} is not installed")
    )
    for name in engines()
]
NESTED = Graph(
    (
        Box("a", 100, 40, "outer"), Box("b", 120, 60, "inner"), Box("c", 100, 40, "inner"),
        Box("d", 80, 40), Box("e", 90, 30, "other"),
    ),
    (
        Edge("1", "b", "a"), Edge("2", "c", "b"), Edge("3", "d", "a"), Edge("4", "e", "d"),
        Edge("5", "e", "c"), Edge("6", "a", "e"), Edge("7", "d", "d"),
    ),
    (Group("outer"), Group("inner", "outer"), Group("other")),
)  # fmt: skip


def inside(inner: Place, outer: Place) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
    )


def on_border(point: Point, place: Place) -> bool:
    across = place.x - 1 <= point.x <= place.x + place.width + 1
    along = place.y - 1 <= point.y <= place.y + place.height + 1
    within = (
        place.x + 1 < point.x < place.x + place.width - 1
        and place.y + 1 < point.y < place.y + place.height - 1
    )
    return across and along and not within


def on_canvas(laid: Laid) -> bool:
    ground = Place(-0.01, -0.01, laid.width + 0.02, laid.height + 0.02)
    points = [Place(x, y, 0, 0) for route in laid.routes.values() for x, y in route]
    return all(inside(each, ground) for each in (*laid.places.values(), *points))


def test_the_engines_are_the_files_of_the_folder() -> None:
    assert engines() == ["graphlay", "graphviz", "layers"]
    assert missing("layers") == ""


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("engine", ENGINES)
def test_everything_has_a_place_of_its_own_size_and_a_route(
    engine: str, direction: Direction
) -> None:
    laid = arrange(NESTED, direction, engine)
    assert laid == arrange(NESTED, direction, engine)
    assert on_canvas(laid)
    assert not crowded(list(laid.places.values()))
    for box in NESTED.boxes:
        assert laid.places[box.id][2:] == pytest.approx((box.width, box.height))
    for edge in NESTED.edges:
        route = laid.routes[edge.id]
        assert on_border(route[0], laid.places[edge.source])
        assert on_border(route[-1], laid.places[edge.target])


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("engine", [each for each in ENGINES if each.values[0] != "layers"])
def test_frames_hold_what_is_in_them_and_nothing_else(engine: str, direction: Direction) -> None:
    laid = arrange(NESTED, direction, engine)
    held = {
        group: {id for id, place in laid.places.items() if place.overlaps(frame)}
        for group, frame in laid.frames.items()
    }
    assert held == {"outer": {"a", "b", "c"}, "inner": {"b", "c"}, "other": {"e"}}
    assert inside(laid.frames["inner"], laid.frames["outer"])


@pytest.mark.parametrize("engine", ENGINES)
def test_premises_lie_where_the_direction_says(engine: str) -> None:
    graph = Graph((Box("a", 50, 20), Box("b", 50, 20)), (Edge("1", "b", "a"),))
    right = arrange(graph, "right", engine).places
    down = arrange(graph, "down", engine).places
    assert right["b"].x >= right["a"].x + 50
    assert down["b"].y >= down["a"].y + 20


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_laid_out_as_nothing(engine: str) -> None:
    assert arrange(Graph(()), "right", engine) == Laid({}, {}, {}, 0, 0)


@settings(max_examples=100)
@given(maps(), st.sampled_from(DIRECTIONS), st.sampled_from(["graphlay", "layers"]))
def test_any_map_is_laid_out_without_collisions(
    map: ArgumentMap, direction: Direction, engine: str
) -> None:
    if missing(engine):
        return
    scene = compose(of_claims(map, "any"), direction, engine)
    assert not crowded([*(box.place for box in scene.boxes), *(place for _, place in scene.joints)])
    assert not run_over(scene)
    assert not spilt(scene)


@settings(max_examples=60)
@given(maps())
def test_plain_layers_turn_corners_only_at_right_angles(map: ArgumentMap) -> None:
    scene = compose(of_claims(map, "any"), "right", "layers")
    joints = {joint.id for joint, _ in scene.joints}
    for drawn in scene.links:
        if joints.isdisjoint((drawn.link.source, drawn.link.target)):
            for start, end in pairwise(drawn.points):
                assert start.x == pytest.approx(end.x) or start.y == pytest.approx(end.y)


def test_plain_layers_take_deep_and_wide_maps() -> None:
    many = 20_000
    boxes = tuple(Box(str(n), 10, 10) for n in range(many))
    chain = tuple(Edge(str(n), str(n), str(n - 1)) for n in range(1, many))
    star = tuple(Edge(str(n), str(n), "0") for n in range(1, many))
    deep = arrange(Graph(boxes, chain), "right", "layers")
    assert deep.places[str(many - 1)].x > many * 10
    wide = arrange(Graph(boxes, star), "down", "layers")
    assert len({place.x for id, place in wide.places.items() if id != "0"}) == many - 1
