from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.anatomy import Anatomy
from argmap.graph.derived import Edge, edges, merged
from argmap.model.argument import Argument
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS
from small_maps import map_of, maps

# Two arguments: x from a to b, and y from b to c.
CHAIN = map_of("a support b", "b support c", "d contrary b", "e entailment a", "f equivalence a")
TWO = ArgumentMap(
    CHAIN.claims.values(),
    CHAIN.relations.values(),
    [Argument("x", relations=("r1",)), Argument("y", relations=("r2",))],
)


def among(map: ArgumentMap, *nodes: str) -> set[Edge]:
    """The edges among these claims and arguments."""
    claims = {node for node in nodes if node in map.claims}
    arguments = {node for node in nodes if node in map.arguments}
    return set(edges(Anatomy(map), claims, arguments))


def follows(kind: str, source: str, target: str, *via: str, relations: str = "") -> Edge:
    found = next(k for k in KINDS if k == kind)
    return Edge(found, source, target, tuple(relations.split()), via, derived=True)


def test_a_premise_supports_its_argument_and_the_argument_its_conclusion() -> None:
    assert among(TWO, "a", "x", "b") == {follows("support", "a", "x"), follows("support", "x", "b")}


def test_a_conclusion_that_another_argument_uses_supports_that_argument() -> None:
    assert among(TWO, "x", "y") == {follows("support", "x", "y", "b")}


def test_a_conclusion_that_is_a_node_stands_between_two_arguments() -> None:
    assert among(TWO, "x", "b", "y") == {
        follows("support", "x", "b"),
        follows("support", "b", "y"),
    }


def test_what_conflicts_with_a_premise_attacks_the_argument_and_a_conclusion_attacks_back() -> None:
    assert among(TWO, "d", "y") == {follows("rebuttal", "d", "y", "b", relations="r3")}
    assert among(TWO, "d", "x") == {follows("rebuttal", "x", "d", "b", relations="r3")}


def test_it_does_not_matter_in_which_direction_a_conflict_is_written() -> None:
    turned = map_of("a support b", "b contrary d")
    map = ArgumentMap(
        turned.claims.values(), turned.relations.values(), [Argument("x", relations=("r1",))]
    )
    assert among(map, "d", "x") == {follows("rebuttal", "x", "d", "b", relations="r2")}


def test_what_entails_a_premise_or_is_equivalent_to_it_supports_the_argument() -> None:
    assert among(TWO, "e", "x") == {follows("support", "e", "x", "a", relations="r4")}
    assert among(TWO, "f", "x") == {follows("support", "f", "x", "a", relations="r5")}


def test_between_claims_a_relation_is_what_it_is_written_as() -> None:
    assert among(TWO, "d", "b") == {Edge("contrary", "d", "b", ("r3",))}


def test_a_circular_argument_supports_itself() -> None:
    drawn = map_of("a support b", "b support a")
    circular = Argument("x", relations=("r1", "r2"), statements=("a", "b", "a"))
    map = ArgumentMap(drawn.claims.values(), drawn.relations.values(), [circular])
    assert among(map, "x") == {follows("support", "x", "x", "a")}


def test_edges_of_one_kind_between_two_nodes_are_one() -> None:
    one = Edge("contrary", "a", "b", ("r1",))
    other = Edge("contrary", "b", "a", ("r2",), ("c",), derived=True)
    assert merged([one, other]) == [Edge("contrary", "a", "b", ("r1", "r2"), ("c",))]
    forth, back = one._replace(kind="support"), other._replace(kind="support")
    assert merged([forth, back]) == [forth, back]


@given(maps())
def test_without_arguments_nothing_follows(map: ArgumentMap) -> None:
    anatomy = Anatomy(map)
    found = edges(anatomy, map.claims.keys(), ())
    if not anatomy.arguments:
        assert not [edge for edge in found if edge.derived]
        assert {id for edge in found for id in edge.relations} == map.relations.keys()


@given(maps(), st.sets(st.integers(0, 6)))
def test_edges_join_only_what_is_shown(map: ArgumentMap, numbers: set[int]) -> None:
    anatomy = Anatomy(map)
    claims = {f"c{number}" for number in numbers}
    shown = claims | anatomy.arguments.keys()
    for edge in edges(anatomy, claims, anatomy.arguments.keys()):
        assert {edge.source, edge.target} <= shown
        assert set(edge.via) <= set(map.claims) - {edge.source, edge.target}
        assert edge.derived == bool(edge.via or not edge.relations)
