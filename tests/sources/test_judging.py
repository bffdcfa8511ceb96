from argmap.sources.anchoring import digest
from argmap.sources.judging import judge
from argmap.sources.locating import Held, in_order, locate
from argmap.sources.nearest import likeness
from argmap.sources.passages import Passage, SourceText

OLD = (
    "Plans begin at dawn. The mill turns slowly in spring. Grain is dear. "
    "Bakers wake before the sun does.\n\nMice eat what they find. Owls eat mice."
)


def stands(new: str, *kept: str, old: str = OLD) -> list[str | None]:
    """What stands, in a new text, for each of the passages of the old one that are anchored."""
    was, source = SourceText(old), SourceText(new)
    passages = []
    for words in kept:
        start = old.index(words)
        held = Held(start, start + len(words), digest(words), was.place_of(start))
        held.claims = [words]
        passages.append(held)
    passages.sort(key=lambda held: (held.start, -held.end))
    locate(passages, source)

    def like(held: Held, piece: Passage) -> float:
        return likeness(held.claims[0], piece.text)

    found = judge(passages, in_order(passages), source, like)
    return [
        source.at(*held.now) if held.now else found[i].text if i in found else None
        for i, held in enumerate(passages)
    ]


MILL, GRAIN = "The mill turns slowly in spring.", "Grain is dear."
BAKERS, MICE, OWLS = (
    "Bakers wake before the sun does.",
    "Mice eat what they find.",
    "Owls eat mice.",
)


def test_what_stands_between_the_neighbours_is_the_changed_passage() -> None:
    assert stands(OLD.replace(GRAIN, "Bread is."), MILL, GRAIN, BAKERS) == [
        MILL,
        "Bread is.",
        BAKERS,
    ]


def test_text_that_stood_there_before_is_not_the_passage_taken_out() -> None:
    assert stands(OLD.replace(MILL + " ", ""), MILL, BAKERS) == [None, BAKERS]
    assert stands(OLD.replace(GRAIN + " ", ""), GRAIN, MICE) == [None, MICE]


def test_of_two_passages_the_changed_one_gets_the_text_that_is_left() -> None:
    new = OLD.replace(MILL + " ", "").replace("before the sun", "long before the sun")
    assert stands(new, "Plans begin at dawn.", MILL, BAKERS, MICE) == [
        "Plans begin at dawn.",
        None,
        "Bakers wake long before the sun does.",
        MICE,
    ]


def test_a_sentence_and_its_clause_share_their_fate() -> None:
    clause = "slowly in spring"
    changed = "The mill turns quickly in spring."
    assert stands(OLD.replace("slowly", "quickly"), MILL, clause, GRAIN) == [
        changed,
        changed,
        GRAIN,
    ]
    assert stands(OLD.replace(MILL + " ", ""), MILL, clause, GRAIN, "Plans begin at dawn.") == [
        "Plans begin at dawn.",
        None,
        None,
        GRAIN,
    ]


def test_a_clause_outlives_a_change_to_the_rest_of_its_sentence() -> None:
    assert stands(OLD.replace("The mill", "Our mill"), MILL, "slowly in spring", GRAIN) == [
        "Our mill turns slowly in spring.",
        "slowly in spring",
        GRAIN,
    ]


def test_overlapping_passages_leave_only_what_is_theirs_alone() -> None:
    both = f"{MILL} {GRAIN}"
    assert stands(OLD.replace("The mill", "Our mill"), both, f"{GRAIN} {BAKERS}") == [
        "Our mill turns slowly in spring.",
        f"{GRAIN} {BAKERS}",
    ]


def test_a_passage_that_moved_in_is_not_what_another_became() -> None:
    new = OLD.replace(f" {OWLS}", "").replace(GRAIN, OWLS)
    assert stands(new, MILL, GRAIN, BAKERS, MICE, OWLS) == [MILL, None, BAKERS, MICE, OWLS]


def test_after_the_last_neighbour_the_paragraph_decides() -> None:
    old = OLD + "\n\nReply to us."
    assert stands(old.replace(f" {OWLS}", ""), MICE, OWLS, old=old) == [MICE, None]
    assert stands(old.replace("Owls", "Cats"), MICE, OWLS, old=old) == [MICE, "Cats eat mice."]


def test_a_lone_anchor_is_judged_by_its_place() -> None:
    assert stands(OLD.replace("Owls", "Cats"), OWLS) == ["Cats eat mice."]
    assert stands("", OWLS) == [None]


def test_a_hash_that_never_was_is_shown_what_stands_at_its_offsets() -> None:
    source = SourceText(OLD)
    start = OLD.index(MILL)
    whole = Held(start, start + len(MILL), digest(MILL))
    part = Held(start + 4, start + 8, "0" * 12)
    locate([whole, part], source)
    found = judge([whole, part], {0}, source, lambda _, __: 0)
    assert {index: piece.text for index, piece in found.items()} == {1: "mill"}
