from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.query.search import Hit, count, is_misspelt, nearest, nearest_names, search
from pace import pace

CLAIMS = [
    Claim("shade", "Shade", "Trees give shade to people who walk."),
    Claim("walk", "People walk", "Some people walk to the shop under trees."),
    Claim("oak", "", "An oak is old.", wordings=("The oak has stood for years.",)),
    Claim("café", "Café", "Coffee is drunk there.", tags=("Two Words",)),
]
MAP = ArgumentMap(CLAIMS)
WORDS = [word for claim in CLAIMS for word in f"{claim.title} {claim.text}".split()]


def found(words: str) -> list[str]:
    return [hit.claim for hit in search(MAP, words)]


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("shade", ["shade"]),
        ("SHA", ["shade"]),
        ("hade", []),
        ("walk", ["walk", "shade"]),
        ("people walk", ["walk", "shade"]),
        ("walk people", ["walk", "shade"]),
        ("trees", ["shade", "walk"]),
        ("stood years", ["oak"]),
        ("two words", ["café"]),
        ("cafe\u0301", ["café"]),
        ("oak, old!", ["oak"]),
        ("oak coffee", []),
        ("", []),
        ("?!", []),
    ],
)
def test_claims_are_found_by_the_beginnings_of_all_their_words(
    words: str, claims: list[str]
) -> None:
    assert found(words) == claims


def test_a_better_fit_scores_higher() -> None:
    claims = [
        Claim("1", tags=("x y",)),
        Claim("2", text="y and x"),
        Claim("3", title="y and x"),
        Claim("4", text="a x y"),
        Claim("5", title="a x y"),
        Claim("6", title="X, y."),
        Claim("7", text="x y"),
    ]
    hits = search(ArgumentMap(claims), "x y")
    assert [hit.claim for hit in hits] == ["6", "7", "5", "4", "3", "2", "1"]
    scores = [hit.score for hit in hits]
    assert scores[0] == scores[1] == 100
    assert len(set(scores)) == 6
    assert not any(hit.near for hit in hits)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_more_words_find_no_more_claims(words: list[str]) -> None:
    assert set(found(" ".join(words))) <= set(found(" ".join(words[1:]))) or len(words) == 1
    assert set(found(" ".join(words))) == set(found(" ".join(reversed(words))))


@settings(deadline=None)
@given(st.sampled_from(CLAIMS), st.data())
def test_a_claim_is_found_by_any_of_its_words(claim: Claim, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(claim.text.split()), min_size=1))
    assert claim.id in found(" ".join(words))


def test_what_is_nearest_is_found_in_spite_of_typing_errors() -> None:
    hits = nearest(MAP, "tres giv shad to peple")
    assert hits[0].claim == "shade"
    assert all(hit.near and hit.score <= 100 for hit in hits)
    assert hits == sorted(hits, key=lambda hit: -hit.score)


def test_nothing_is_near_to_nonsense() -> None:
    assert nearest(MAP, "qqqq zzzz") == []
    assert nearest(MAP, "") == []
    assert nearest(ArgumentMap([]), "shade") == []


def test_a_claim_is_nearest_once_though_title_and_text_are_like_the_words() -> None:
    map = ArgumentMap([Claim("a", "Rain falls", "Rain falls."), Claim("b", "Rain fell")])
    assert [hit.claim for hit in nearest(map, "rain fals")] == ["a", "b"]


def test_no_more_are_nearest_than_asked_and_equals_stay_in_order() -> None:
    map = ArgumentMap([Claim(f"c{n}", "The same") for n in range(9)])
    assert [hit.claim for hit in nearest(map, "the samme")] == ["c0", "c1", "c2"]
    assert len(nearest(map, "the samme", limit=5)) == 5


def test_a_letter_or_two_wrong_is_misspelt_and_other_words_are_not() -> None:
    assert is_misspelt(MAP, "walk", "peple walk")
    assert is_misspelt(MAP, "oak", "an oak is odl")
    assert not is_misspelt(MAP, "walk", "people")
    assert not is_misspelt(MAP, "oak", "an elm is old and tall")


def test_the_nearest_names_come_best_first_as_they_are_written() -> None:
    names = ["Double-Edged Sword", "Outlook", "Advantages"]
    assert nearest_names("double edge sword", names)[0] == "Double-Edged Sword"
    assert nearest_names("qqqq", names) == []
    assert nearest_names("outlok", []) == []


def test_a_large_map_is_searched_in_linear_time() -> None:
    claims = [Claim(f"c{n}", f"Title {n}", f"Text number {n} of many.") for n in range(20_000)]
    begun = process_time()
    assert search(ArgumentMap(claims), "text 19999") == [Hit("c19999", 60.0)]
    assert process_time() - begun < 3 * pace()


FORMS = ArgumentMap(
    [
        Claim("a", "Attack", "A state attacked another."),
        Claim("b", "Attacks", "Cyber attacks of a state."),
        Claim("c", "Cyber", "An attack that is cyber."),
        Claim("d", "Tactics", "Tact and tacks.", tags=("attack",)),
    ]
)


def test_other_forms_of_a_word_are_found_after_all_that_have_it() -> None:
    assert search(FORMS, "attacks") == [
        Hit("b", 100.0), Hit("a", 40.0), Hit("c", 40.0), Hit("d", 40.0),
    ]  # fmt: skip
    assert [hit.claim for hit in search(FORMS, "attacking states")] == ["a", "b"]
    assert search(FORMS, "tactician") == []


def test_words_in_quotes_are_found_as_they_are_one_after_the_other() -> None:
    assert [hit.claim for hit in search(FORMS, "cyber attack")] == ["b", "c"]
    assert [hit.claim for hit in search(FORMS, '"cyber attacks"')] == ["b"]
    assert search(FORMS, '"cyber attack"') == []
    assert [hit.claim for hit in search(FORMS, 'state "another"')] == ["a"]
    assert [hit.claim for hit in search(FORMS, '"attack tact')] == ["d"]  # opened, never closed


def test_no_more_are_found_than_asked_and_all_are_counted() -> None:
    assert [hit.claim for hit in search(FORMS, "attack", 2)] == ["a", "b"]
    assert count(FORMS, "attack") == 4
    assert count(FORMS, "nothing") == 0
