import pytest

from argmap.sources.nearest import nearest
from argmap.sources.passages import SourceText

SOURCE = SourceText(
    "Of Bees\n\nBees make honey from nectar. Wasps make paper from wood.\n\n"
    "A hive may hold sixty thousand bees. In winter they eat what they stored."
)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("wasps build with paper made of wood", "¶1.2"),
        ("Bees make honey out of nectar", "¶1.1"),
        ("sixty thousand live in one hive", "¶2.1"),
        ("they eat their stores in winter", "¶2.2"),
        ("thousend", "¶2.1"),
    ],
)
def test_the_nearest_sentence_shares_the_telling_words(words: str, place: str) -> None:
    found = nearest(SOURCE, words)
    assert found is not None
    assert found.place == place


def test_an_empty_text_has_no_nearest_sentence() -> None:
    assert nearest(SourceText(""), "bees") is None


def test_words_like_nothing_have_no_nearest_sentence() -> None:
    assert nearest(SOURCE, "蜂蜜") is None
    assert nearest(SOURCE, "") is None


def test_of_equals_the_first_is_nearest() -> None:
    found = nearest(SourceText("Bees hum. Wasps sting. Bees hum."), "Bees hum.")
    assert found is not None
    assert found.place == "¶1.1"
