import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.anchor import Anchor
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.span import Span
from argmap.sources.anchoring import anchor, digest
from argmap.sources.passages import SourceText, parse_place
from argmap.sources.verifying import shown, uncovered, verify
from pace import pace

OWN = """Why the Town Should Keep Its Ferry

The ferry has crossed the river since 1840. It is slow, and it is loved. Dr. Holm, who ran
it for twenty years, called it “the town's front door.”

A bridge would be quicker. However, a bridge costs 3.5 million, i.e. more than the town takes
in a year! Who would pay? The county has refused twice.

The ferry brings visitors. They eat in the inns near the landing, and they stay the night.
Without them two of the five inns would close.

Some say that the boat is not safe. The U.S. Coast Guard, which looked at the hull in May, found
nothing wrong with it.

So the council should mend the boat and leave the bridge to our children. It can do so this year.
"""
SEED = Path(__file__).parents[2].parent / "shared" / "seeds" / "000_26d0c9900f2a9054.txt"
TEXTS = ["own", "op-ed"]


def read(name: str) -> str:
    if name == "own":
        return OWN
    if not SEED.exists():
        pytest.skip(f"the op-ed is not at hand: no {SEED.parent.name}/{SEED.name}")
    return SEED.read_text(encoding="utf-8")


def paragraph(place: str) -> int:
    named = parse_place(place)
    assert named is not None
    return named[0]


def claims_for(source: SourceText, last: int = 15) -> ArgumentMap:
    """One claim for each sentence up to a paragraph, called by its place."""
    draft = Draft()
    for part in source.sentences:
        if 1 <= paragraph(part.place) <= last:
            draft.claim(Claim(part.place, text=part.text, source=anchor(source, part)))
    return draft.build()[0]


def one_claim(anchor: Anchor, text: str = "Ferries float.") -> ArgumentMap:
    draft = Draft()
    draft.claim(Claim("a", text=text, source=anchor, span=Span("m.argdown", 3, 1, 3, 9)))
    return draft.build()[0]


def told(diagnostics: list[Diagnostic]) -> list[tuple[str, tuple[str, ...]]]:
    return [(found.code, found.claims) for found in diagnostics if found.code != "AN04"]


def anchors(map: ArgumentMap) -> Iterator[tuple[str, int, int]]:
    for claim in map.claims.values():
        assert claim.source is not None
        assert claim.source.start is not None
        assert claim.source.end is not None
        yield claim.id, claim.source.start, claim.source.end


@pytest.mark.parametrize("name", TEXTS)
def test_an_unchanged_text_is_clean(name: str) -> None:
    text = read(name)
    map = claims_for(SourceText(text))
    assert verify(map, SourceText(text)) == []
    assert verify(map, SourceText("\ufeff" + text.replace("\n", "\r\n"))) == []


@pytest.mark.parametrize("new", ["xylophone", "Xylophone.", "", "y"])
@pytest.mark.parametrize("name", TEXTS)
def test_any_changed_word_is_reported_for_its_sentence_alone(name: str, new: str) -> None:
    source = SourceText(read(name))
    map = claims_for(source)
    for id, start, end in anchors(map):
        for word in re.finditer(r"\S+", source.at(start, end)):
            if word[0] == new:
                continue
            first, last = start + word.start(), start + word.end()
            changed = source.text[:first] + new + source.text[last:]
            assert told(verify(map, SourceText(changed))) == [("AN01", (id,))], (id, word[0])


@pytest.mark.parametrize("name", TEXTS)
def test_any_deleted_sentence_is_reported_alone(name: str) -> None:
    source = SourceText(read(name))
    map = claims_for(source)
    for id, start, end in anchors(map):
        for first, last in ((start, end), (start, end + 1), (start - 1, end)):
            if "\n" in source.at(first, start) + source.at(end, last):
                continue  # to join paragraphs is more than to delete a sentence
            changed = source.text[:first] + source.text[last:]
            assert told(verify(map, SourceText(changed))) == [("AN02", (id,))], id


@pytest.mark.parametrize("name", TEXTS)
def test_any_moved_paragraph_is_reported_for_those_that_took_part(name: str) -> None:
    source = SourceText(read(name))
    map = claims_for(source)
    count = max(paragraph(id) for id in map.claims)
    size = [0] * (count + 1)
    for id in map.claims:
        size[paragraph(id)] += 1
    blocks = [part.text for part in source.paragraphs]
    for here in range(1, count + 1):
        for there in range(1, count + 1):
            order = [*blocks[:here], *blocks[here + 1 :]]
            order.insert(there, blocks[here])
            found = told(verify(map, SourceText("\n\n".join(order))))
            passed = {*range(min(here, there), max(here, there) + 1)} - {here}
            reported = {paragraph(claims[0]) for _, claims in found}
            assert {code for code, _ in found} <= {"AN03"}
            assert bool(found) is (here != there)
            if sum(size[other] for other in passed) > size[here]:
                assert reported == {here}
            else:
                assert reported <= {here} | passed


@pytest.mark.parametrize("name", TEXTS)
def test_text_put_in_before_gives_one_note(name: str) -> None:
    source = SourceText(read(name))
    map = claims_for(source)
    (note,) = verify(map, SourceText("New title of this page\n\n" + source.text))
    assert (note.code, note.severity, note.claims) == ("AN04", "note", tuple(map.claims))
    assert str(len(map.claims)) in note.message


def test_what_stands_there_now_is_in_the_hint() -> None:
    source = SourceText(OWN)
    (found, *_) = verify(claims_for(source), SourceText(OWN.replace("would pay", "will pay")))
    where = OWN.index("Who would")
    assert found.severity == "error"
    for part in ("¶2.3", f"{where} to {where + 13}", "Who will pay?"):
        assert part in found.hint


def test_a_deleted_passage_is_told_its_nearest() -> None:
    source = SourceText(OWN)
    changed = SourceText(OWN.replace("Who would pay? ", ""))
    draft = Draft()
    for part in source.sentences[1:]:
        words = "the county refused to pay" if part.place == "¶2.3" else part.text
        draft.claim(Claim(part.place, text=words, source=anchor(source, part)))
    (found, *_) = verify(draft.build()[0], changed)
    assert (found.code, found.severity) == ("AN02", "error")
    assert "¶2.3" in found.message
    assert "The county has refused twice." in found.hint


def test_a_moved_passage_is_told_its_new_place() -> None:
    text = "Ants dig. Bees fly. Cows graze. Dogs bark."
    map = claims_for(SourceText(text))
    (found, *_) = verify(map, SourceText("Bees fly. Cows graze. Dogs bark.\n\nAnts dig."))
    assert (found.code, found.severity, found.claims) == ("AN03", "warning", ("¶1.1",))
    assert "from ¶1.1 to ¶2.1" in found.message
    assert "34 to 43" in found.hint


def test_every_claim_of_a_changed_passage_is_reported() -> None:
    source = SourceText(OWN)
    sentence = source.sentences[1]
    clause = source.find("crossed the river")
    assert clause is not None
    draft = Draft()
    for id, part in (("a", sentence), ("b", sentence), ("c", clause)):
        draft.claim(Claim(id, text="It crosses.", source=anchor(source, part)))
    draft.claim(Claim("d", text="Loved.", source=anchor(source, source.sentences[2])))
    changed = SourceText(OWN.replace("the river", "the stream"))
    assert told(verify(draft.build()[0], changed)) == [("AN01", (id,)) for id in "abc"]


@pytest.mark.parametrize("quote", ["a bridge would\nbe  quicker", "THE FERRY BRINGS visitors."])
def test_a_quote_is_found_whatever_its_spacing_and_case(quote: str) -> None:
    assert verify(one_claim(Anchor(quote=quote)), SourceText(OWN)) == []


def test_a_quote_that_is_not_there_is_told_the_nearest_passage() -> None:
    map = one_claim(Anchor(quote="A bridge would be faster."))
    (found,) = verify(map, SourceText(OWN))
    assert (found.code, found.severity, found.claims) == ("AN05", "error", ("a",))
    assert found.span == map.claims["a"].span
    assert "A bridge would be quicker." in found.hint
    assert "¶2.1" in found.hint


def test_a_quote_that_is_there_twice_needs_context() -> None:
    (found,) = verify(one_claim(Anchor(quote="the boat")), SourceText(OWN))
    assert (found.code, found.severity) == ("AN06", "warning")
    assert "2 times" in found.message
    assert "¶4.1, ¶5.1" in found.hint
    assert verify(one_claim(Anchor(quote="the boat", prefix="mend")), SourceText(OWN)) == []
    assert verify(one_claim(Anchor(quote="the boat", suffix=" is not")), SourceText(OWN)) == []


def test_quotes_made_from_every_sentence_hold() -> None:
    source = SourceText(OWN + "\n\nWho would pay?")
    draft = Draft()
    for part in source.sentences[1:]:
        draft.claim(Claim(part.place, source=anchor(source, part, quote=True)))
    map = draft.build()[0]
    assert verify(map, source) == []
    assert uncovered(map, source) == []


@pytest.mark.parametrize(
    ("place", "holds"),
    [
        ("¶2.3", True),
        ("2.3", True),
        ("¶2", True),
        ("¶2.3–2.4", True),
        ("", True),
        ("p. 9", True),
        ("¶2.4", False),
        ("¶3", False),
    ],
)
def test_a_place_is_checked_where_the_offsets_are_right(place: str, holds: bool) -> None:
    source = SourceText(OWN)
    passage = source.find("Who would pay?")
    assert passage is not None
    map = one_claim(anchor(source, passage)._replace(place=place))
    found = verify(map, source)
    assert told(found) == ([] if holds else [("AN07", ("a",))])
    assert all("¶2.3" in one.hint for one in found)
    assert told(verify(map, SourceText("Hear, hear!\n\n" + OWN))) == []


def test_a_malformed_anchor_is_an_error_and_harms_no_other() -> None:
    source = SourceText(OWN)
    draft = Draft()
    draft.claim(Claim("a", source=Anchor(start=9, end=2, hash="0" * 12)))
    draft.claim(Claim("b", source=anchor(source, source.sentences[1])))
    draft.claim(Claim("c"))
    (found,) = verify(draft.build()[0], source)
    assert (found.code, found.severity, found.claims) == ("AN08", "error", ("a",))


def test_findings_come_in_the_order_of_the_map() -> None:
    source = SourceText(OWN)
    map = claims_for(source)
    found = told(verify(map, SourceText("Something else entirely.")))
    assert [claims[0] for _, claims in found] == list(map.claims)
    assert {code for code, _ in found} <= {"AN01", "AN02"}


def test_sentences_that_no_passage_overlaps_are_uncovered() -> None:
    source = SourceText(OWN)
    clause = source.find("they stay the night")
    assert clause is not None
    map = one_claim(anchor(source, clause))
    others = [part for part in source.sentences if part.place not in {"¶0", "¶3.2"}]
    assert uncovered(map, source) == others
    assert uncovered(claims_for(source), source) == []
    shifted = SourceText("It floats.\n\n" + OWN)
    assert [part.text for part in uncovered(claims_for(source), shifted)][:1] == ["It floats."]


def test_nothing_unprintable_is_shown() -> None:
    assert shown("a\x1b[31m\u202eb\x00\n c") == "a[31mb c"
    assert len(shown("word " * 100)) <= 80
    source = SourceText("Old words stand here.")
    map = one_claim(anchor(source, source.sentences[0]))
    (found,) = verify(map, SourceText("New \x1b[2Jwords stand here."))
    assert found.code == "AN01"
    assert "\x1b" not in f"{found.message}{found.hint}"


@given(st.text(alphabet="Ab. \n\x00é。"), st.text(alphabet="Ab. \n\x00é。"))
def test_any_text_can_be_verified_against_any_other(old: str, new: str) -> None:
    source = SourceText(old)
    map = claims_for(source)
    assert verify(map, source) == []
    found = verify(map, SourceText(new))
    lost = {claims[0] for code, claims in told(found) if code in {"AN01", "AN02"}}
    for id, start, end in anchors(map):
        assert id in lost or digest(source.at(start, end)) in {
            digest(new[here:there])
            for here in range(len(new))
            for there in range(here + 1, len(new) + 1)
        }


@pytest.mark.parametrize(
    "text",
    ["", " " * 10**7, "a" * 10**7, "ab cd " * 10**6, ". " * 10**6, "e" + "\u0301\u0323" * 10**5],
    ids=["empty", "blank", "one word", "one line", "stops", "marks"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    map = claims_for(SourceText(OWN))
    begun = time.process_time()
    assert {code for code, _ in told(verify(map, SourceText(text)))} <= {"AN01", "AN02"}
    assert len(verify(one_claim(Anchor(quote="not there")), SourceText(text))) == 1
    assert time.process_time() - begun < 30 * pace()


def test_many_anchors_in_a_long_text_take_no_square_time() -> None:
    text = "\n\n".join(f"Sentence {n} is here. It has a number." for n in range(5000))
    map = claims_for(SourceText(text), last=5000)
    begun = time.process_time()
    changed = text.replace("Sentence 7 is", "Sentence seven is")
    assert told(verify(map, SourceText(changed))) == [("AN01", ("¶8.1",))]
    assert time.process_time() - begun < 30 * pace()
