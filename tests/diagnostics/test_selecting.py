import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics.explanation import names
from argmap.diagnostics.selecting import ALL, Layer, is_wanted, meant, nearest

NAMES = {"AD01": "unclosed-comment", "AD11": "mixed-indentation", "RE05": "circular-support"}
CODES = sorted(names())
prefixes = st.sampled_from(sorted({code[:size] for code in CODES for size in range(len(code) + 1)}))
layers = st.builds(
    Layer,
    st.none() | st.lists(prefixes, max_size=3).map(tuple),
    st.lists(prefixes, max_size=3).map(tuple),
)


@pytest.mark.parametrize(
    ("word", "prefix"),
    [
        ("AD01", "AD01"),
        ("ad01", "AD01"),
        (" RE05 ", "RE05"),
        ("AD", "AD"),
        ("a", "A"),
        ("AD0", "AD0"),
        ("ALL", ALL),
        ("all", ALL),
        ("circular-support", "RE05"),
        ("Circular-Support", "RE05"),
        ("AD2", None),
        ("AD011", None),
        ("circular", None),
        ("", None),
        (" ", None),
    ],
)
def test_a_word_is_a_code_its_beginning_its_name_or_all(word: str, prefix: str | None) -> None:
    assert meant(word, NAMES) == prefix


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("circular", "circular-support"),
        ("Mixed-Identation", "mixed-indentation"),
        ("RE5", "RE05"),
        ("zzz", None),
        ("NOPE", None),
    ],
)
def test_the_nearest_is_offered_for_a_word_that_means_nothing(word: str, first: str | None) -> None:
    assert next(iter(nearest(word, NAMES)), None) == first


@pytest.mark.parametrize(
    ("code", "given", "wanted"),
    [
        ("RE02", [], True),
        ("RE02", [Layer()], True),
        ("RE02", [Layer(("RE",))], True),
        ("AD02", [Layer(("RE",))], False),
        ("RE02", [Layer(None, ("RE",))], False),
        ("RE02", [Layer(("RE02",), ("RE",))], True),
        ("RE03", [Layer(("RE02",), ("RE",))], False),
        ("RE02", [Layer((ALL,), ("RE02",))], False),
        ("RE02", [Layer(("RE02",), ("RE02",))], False),
        ("RE02", [Layer((), ())], False),
        # The command line begins anew with what it selects …
        ("RE02", [Layer((ALL,), ("RE02",)), Layer(("RE",))], True),
        ("AD02", [Layer((ALL,), ("RE02",)), Layer(("RE",))], False),
        # … and adds to what is configured where it only ignores.
        ("RE02", [Layer(("RE",)), Layer(None, ("RE02",))], False),
        ("AD02", [Layer(("RE",)), Layer(None, ("RE02",))], False),
        ("RE03", [Layer(("RE",)), Layer(None, ("RE02",))], True),
    ],
)
def test_the_longest_prefix_of_the_last_layer_decides(
    code: str, given: list[Layer], wanted: bool
) -> None:
    assert is_wanted(code, given) == wanted


@given(st.sampled_from(CODES), st.lists(layers, max_size=3))
def test_a_full_code_in_the_last_layer_is_the_last_word(code: str, before: list[Layer]) -> None:
    assert is_wanted(code, [*before, Layer((code,), (ALL,))])
    assert not is_wanted(code, [*before, Layer(None, (code,))])


@given(st.sampled_from(CODES), st.lists(layers, max_size=3), layers)
def test_a_layer_that_selects_makes_the_ones_before_it_forgotten(
    code: str, before: list[Layer], last: Layer
) -> None:
    if last.select is not None:
        assert is_wanted(code, [*before, last]) == is_wanted(code, [last])


@given(st.sampled_from(CODES), st.lists(layers, max_size=3))
def test_a_layer_that_says_nothing_changes_nothing(code: str, given: list[Layer]) -> None:
    assert is_wanted(code, [*given, Layer()]) == is_wanted(code, given)
