import pytest

from argmap.model.anchor import Anchor
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.sources.anchored import Anchored, flaw
from argmap.sources.anchoring import anchor, digest
from argmap.sources.passages import SourceText

HASH = "0123456789ab"


@pytest.mark.parametrize(
    ("anchor", "says"),
    [
        (Anchor(), "neither"),
        (Anchor(place="¶1.1"), "neither"),
        (Anchor(start=3, hash=HASH), "one offset"),
        (Anchor(start=-1, end=3, hash=HASH), "before the text"),
        (Anchor(start=3, end=2, hash=HASH), "before it begins"),
        (Anchor(start=3, end=3, hash=HASH), "before it begins"),
        (Anchor(start=0, end=3, hash="xyz"), "twelve"),
        (Anchor(start=0, end=3, hash=HASH + "0"), "twelve"),
        (Anchor(start=0, end=3), "without a hash"),
        (Anchor(hash=HASH), "without offsets"),
        (Anchor(start=0, end=3, hash=digest(" ")), "no words"),
        (Anchor(quote=" \n"), "no words"),
        (Anchor(quote="fox", hash=HASH), "not that of its quote"),
    ],
)
def test_a_malformed_anchor_has_a_flaw(anchor: Anchor, says: str) -> None:
    assert says in flaw(anchor)


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor(start=0, end=3, hash=HASH),
        Anchor(start=0, end=3, hash=HASH.upper()),
        Anchor(start=10**9, end=10**9 + 1, hash=HASH),
        Anchor(quote="fox"),
        Anchor(quote="fox", hash=digest("fox"), start=0, end=3),
    ],
)
def test_a_well_formed_anchor_has_no_flaw(anchor: Anchor) -> None:
    assert flaw(anchor) == ""


def test_claims_with_the_same_passage_share_it() -> None:
    source = SourceText("Foxes run. Hens do not.")
    same = anchor(source, source.sentences[1])
    draft = Draft()
    for id in ("a", "b"):
        draft.claim(Claim(id, source=same))
    anchored = Anchored(draft.build()[0], source)
    assert [held.claims for held in anchored.passages] == [["a", "b"]]
    assert anchored.now("a") == anchored.now("b") == (11, 23)
    assert anchored.now("c") is None


def test_offsets_tell_equal_quotes_apart() -> None:
    draft = Draft()
    draft.claim(Claim("a", source=Anchor(quote="hen", start=9, end=12)))
    anchored = Anchored(draft.build()[0], SourceText("hen, hen, hen"))
    assert anchored.quoted == {"a": [(10, 13)]}
