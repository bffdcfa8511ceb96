from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.rows import packed

PAIRS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9)), max_size=30)


@given(PAIRS)
def test_each_row_has_the_values_of_its_key_in_the_order_given(
    pairs: list[tuple[int, int]],
) -> None:
    rows = packed(7, [key for key, _ in pairs], [value for _, value in pairs])
    expected = [[value for key, value in pairs if key == row] for row in range(7)]
    assert [list(row) for row in rows] == expected
    assert [list(rows[row]) for row in range(len(rows))] == expected
    assert rows.lengths() == [len(row) for row in expected]
    assert list(zip(rows.rows(), rows.values, strict=True)) == [
        (row, value) for row, values in enumerate(expected) for value in values
    ]


@given(PAIRS)
def test_turned_rows_lead_back(pairs: list[tuple[int, int]]) -> None:
    rows = packed(7, [key for key, _ in pairs], [value for _, value in pairs])
    turned = rows.turned(10)
    assert [list(row) for row in turned] == [
        sorted(key for key, value in pairs if value == number) for number in range(10)
    ]


def test_there_can_be_no_rows_and_empty_ones() -> None:
    assert list(packed(0, [], [])) == []
    assert [list(row) for row in packed(2, [], [])] == [[], []]
