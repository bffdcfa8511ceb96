from argmap.sources.anchoring import digest
from argmap.sources.locating import Held, in_order, locate
from argmap.sources.passages import SourceText

OLD = "Ants march. Bees hum all day. Ants march. Cats sleep on the warm wall. Dogs bark."


def hold(text: str, *passages: str) -> list[Held]:
    """The passages, each after the one before it unless only an earlier place is left."""
    made, position = [], 0
    for words in passages:
        start = text.find(words, position)
        start = text.index(words) if start < 0 else start
        made.append(Held(start, start + len(words), digest(words)))
        position = start + 1
    return sorted(made, key=lambda held: (held.start, -held.end))


def located(passages: list[Held], text: str) -> list[str | None]:
    locate(passages, SourceText(text))
    return [text[slice(*held.now)] if held.now else None for held in passages]


def test_passages_are_found_where_they_were() -> None:
    held = hold(OLD, "Ants march.", "Bees hum all day.")
    assert located(held, OLD) == ["Ants march.", "Bees hum all day."]
    assert [one.now for one in held] == [(0, 11), (12, 29)]


def test_a_run_of_sentences_is_found_with_other_spacing() -> None:
    run = "Ants march. Cats sleep on the warm wall."
    assert located(hold(OLD, run), "Owls hoot.\n\n" + OLD.replace(". ", ".\n  ")) == [
        "Ants march.\n  Cats sleep on the warm wall."
    ]


def test_a_clause_is_found_in_a_sentence_that_was_rewritten_around_it() -> None:
    held = hold(OLD, "sleep on the warm wall")
    assert located(held, "Today the cats sleep on the warm wall, as ever.") == [
        "sleep on the warm wall"
    ]


def test_of_equal_passages_the_one_between_its_neighbours_is_found() -> None:
    held = hold(OLD, "Bees hum all day.", "Ants march.", "Cats sleep on the warm wall.")
    new = OLD.replace("Ants march. Bees", "Owls hoot at night. Ants march. Bees")
    located(held, new)
    assert held[1].now == (new.rindex("Ants"), new.rindex("Ants") + len("Ants march."))


def test_of_equal_passages_the_one_taken_out_is_not_found() -> None:
    held = hold(OLD, "Ants march.", "Bees hum all day.", "Ants march.", "Dogs bark.")
    new = "Owls hoot. " + OLD.replace("Ants march. Cats", "Cats")
    assert located(held, new) == ["Ants march.", "Bees hum all day.", None, "Dogs bark."]


def test_a_changed_passage_is_not_mistaken_for_words_inside_another() -> None:
    text = "Red cocks lay none. Grey hens lay eggs in the barn."
    held = hold(text, "Red cocks lay", "Grey hens lay eggs in the barn.")
    held[0].hash = digest("hens lay eggs")
    assert located(held, text) == [None, "Grey hens lay eggs in the barn."]


def test_chinese_passages_are_found_though_no_blank_begins_them() -> None:
    old = "今天下雨。猫在墙上睡觉，狗在叫。"
    assert located(hold(old, "狗在叫"), "昨天也下雨了。猫在墙上睡觉，狗在叫。") == ["狗在叫"]


def test_many_equal_passages_are_all_found_in_order() -> None:
    text = "Yes. " * 3000
    held = [Held(i, i + 4, digest("Yes.")) for i in range(0, len(text), 5)]
    locate(held, SourceText("No. " + text))
    assert [one.now for one in held] == [(one.start + 4, one.end + 4) for one in held]


def test_the_order_is_kept_by_as_many_as_possible() -> None:
    held = [Held(i, i + 1, "") for i in range(6)]
    for one, start in zip(held, (0, 40, 10, 20, 30, 5), strict=True):
        one.now = start, start + 1
    held[3].now = None
    assert in_order(held) == {0, 2, 4}


def test_a_clause_keeps_its_order_within_its_sentence() -> None:
    sentence, clause, last = Held(0, 9, ""), Held(0, 4, ""), Held(5, 9, "")
    sentence.now, clause.now, last.now = (20, 29), (20, 24), (25, 29)
    assert in_order([sentence, clause, last]) == {0, 1, 2}
    assert in_order([]) == set()
