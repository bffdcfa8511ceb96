from hypothesis import given

from argmap.graph.same import representatives
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from small_maps import MANY, chain, map_of, maps


def test_claims_in_the_same_words_come_to_the_first_of_them() -> None:
    texts = ("Cars foul the air.", "Else.", "cars foul the AIR!", "", "", "?")
    map = ArgumentMap([Claim(f"c{number}", text=text) for number, text in enumerate(texts)])
    assert representatives(map) == {
        "c0": "c0", "c1": "c1", "c2": "c0", "c3": "c3", "c4": "c4", "c5": "c5"
    }  # fmt: skip


def test_so_do_claims_called_equivalent_directly_or_by_way_of_others() -> None:
    map = map_of("a", "b", "d equivalence c", "c equivalence b", "e support a")
    assert representatives(map) == {"a": "a", "b": "b", "c": "b", "d": "b", "e": "e"}


def test_words_and_equivalences_go_together() -> None:
    claims = [Claim("a", text="A."), Claim("b", text="B."), Claim("c", text="b")]
    map = ArgumentMap(claims, [Relation("r", "equivalence", ("c",), "a")])
    assert set(representatives(map).values()) == {"a"}


@given(maps())
def test_the_first_comes_to_itself_and_the_ends_of_an_equivalence_to_the_same(
    map: ArgumentMap,
) -> None:
    same = representatives(map)
    place = list(map.claims).index
    assert all(same[first] == first and place(first) <= place(c) for c, first in same.items())
    for relation in map.relations.values():
        if relation.kind == "equivalence" and relation.target_type == "claim":
            assert len({same[end] for end in (*relation.premises, relation.target)}) == 1


def test_a_long_chain_of_equivalences_is_one() -> None:
    assert set(representatives(chain(MANY, "equivalence")).values()) == {"c0"}
