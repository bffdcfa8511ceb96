import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.query.meant import Meant, argument_meant, claim_meant

CLAIMS = [
    Claim("shade", "Shade of trees", "Trees give shade."),
    Claim("rain", "Rain", "Rain falls in spring."),
    Claim("snow", "Snow", "Snow falls in winter.", wordings=("It snows.",)),
    Claim("t1", "Twin", "One of two."),
    Claim("t2", "Twin", "The other of two."),
    Claim("oak-tree", "", "An oak grows slowly."),
]
ARGUMENTS = [
    Argument("why-trees", "Why Trees", relations=("r1", "r2")),
    Argument("rain", "Rain Again", gist="rain", relations=("r1",)),
    Argument("empty", "Nothing Yet"),
]
RELATIONS = [
    Relation("r1", "support", ("rain",), "oak-tree"),
    Relation("r2", "support", ("oak-tree",), "shade"),
]
MAP = ArgumentMap(CLAIMS, RELATIONS, ARGUMENTS)


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("shade", "shade"),
        ("Shade of trees", "shade"),
        ("shade OF trees!", "shade"),
        ("trees give shade", "shade"),
        ("OAK tree", "oak-tree"),
        ("it snows", "snow"),
        ("Why Trees", "shade"),
        ("<why trees>", "shade"),
    ],
)
def test_a_claim_named_in_full_is_meant_without_a_guess(words: str, claim: str) -> None:
    assert claim_meant(MAP, words) == Meant(claim)


@settings(deadline=None)
@given(st.sampled_from(CLAIMS))
def test_every_claim_is_meant_by_its_id_and_its_text(claim: Claim) -> None:
    assert claim_meant(MAP, claim.id) == Meant(claim.id)
    assert claim_meant(MAP, claim.text.upper()) == Meant(claim.id)


def test_an_id_comes_before_a_title_and_a_title_before_a_folded_one() -> None:
    map = ArgumentMap([Claim("a", "b"), Claim("b", "B"), Claim("c", "B ")])
    assert claim_meant(map, "b") == Meant("b")
    assert claim_meant(map, "B") == Meant("b")
    assert claim_meant(map, "B ") == Meant("c")


def test_a_claim_that_alone_has_the_words_is_guessed() -> None:
    assert claim_meant(MAP, "spring") == Meant("rain", guessed=True)
    assert claim_meant(MAP, "grows slow") == Meant("oak-tree", guessed=True)


def test_a_misspelt_claim_is_guessed() -> None:
    assert claim_meant(MAP, "an oak grow slowley") == Meant("oak-tree", guessed=True)


def test_two_claims_of_one_title_are_candidates() -> None:
    assert claim_meant(MAP, "twin") == Meant(candidates=("t1", "t2"), fits=True)
    assert claim_meant(MAP, "Twin") == Meant(candidates=("t1", "t2"), fits=True)


def test_several_claims_with_the_words_are_candidates_best_first() -> None:
    assert claim_meant(MAP, "falls in") == Meant(candidates=("rain", "snow"), fits=True)


def test_a_much_better_fit_is_guessed_before_the_others() -> None:
    map = ArgumentMap([Claim("a", "", "One of the tall trees."), Claim("b", "Tall trees here")])
    assert claim_meant(map, "tall trees") == Meant("b", guessed=True)


def test_of_words_that_nothing_has_the_nearest_claims_are_named() -> None:
    meant = claim_meant(MAP, "shadows of the trees")
    assert meant.claim == ""
    assert not meant.fits
    assert "shade" in meant.candidates
    assert len(meant.candidates) <= 3


@pytest.mark.parametrize("words", ["", "  ", "qqqqq", "?!", "#"])
def test_words_like_nothing_mean_nothing(words: str) -> None:
    assert claim_meant(MAP, words) == Meant()


def test_claims_without_titles_are_not_meant_by_no_words() -> None:
    assert claim_meant(ArgumentMap([Claim("a", text="?")]), "") == Meant()


@settings(deadline=None)
@given(st.text(max_size=12))
def test_what_is_meant_is_in_the_map(words: str) -> None:
    meant = claim_meant(MAP, words)
    assert {meant.claim, *meant.candidates} <= {"", *MAP.claims}
    assert not (meant.claim and meant.candidates)


@pytest.mark.parametrize("words", ["why-trees", "Why Trees", "<Why Trees>", "why trees?"])
def test_a_reconstructed_argument_is_meant_by_id_or_title(words: str) -> None:
    assert argument_meant(MAP, words) == ARGUMENTS[0]


@pytest.mark.parametrize("words", ["rain", "Rain Again", "", "<>", "trees"])
def test_a_sketched_argument_is_its_gist_and_not_meant_as_an_argument(words: str) -> None:
    assert argument_meant(MAP, words) is None


def test_an_argument_without_steps_means_no_claim() -> None:
    assert argument_meant(MAP, "Nothing Yet") == ARGUMENTS[2]
    assert claim_meant(MAP, "Nothing Yet").claim == ""
