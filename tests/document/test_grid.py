"""Every place of a table is taken exactly once, whatever its cells span."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.document.grid import laid_out
from prongsai.document.model import cell


def test_a_spanning_cell_takes_its_places_in_the_rows_below() -> None:
    rows = ((cell("ก", rows=2, columns=2), cell("ข")), (cell("ค"),))

    first, second = laid_out(rows, 3)

    assert [(spot.cell.text, spot.column, spot.columns, spot.first) for spot in first + second] == [
        ("ก", 0, 2, True),
        ("ข", 2, 1, True),
        ("ก", 0, 2, False),
        ("ค", 2, 1, True),
    ]


def test_what_a_row_lacks_is_empty() -> None:
    (row,) = laid_out(((cell("ก"),),), 3)

    assert [spot.cell.text for spot in row] == ["ก", "", ""]


def test_more_cells_than_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="'ข'"):
        list(laid_out(((cell("ก"), cell("ข")),), 1))


@given(st.lists(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), max_size=1), max_size=8), st.integers(1, 6))
def test_every_column_of_every_row_is_taken_once(spans: list[list[tuple[int, int]]], width: int) -> None:
    rows = tuple(tuple(cell("ก", columns=columns, rows=down) for columns, down in row) for row in spans)

    try:
        placed = list(laid_out(rows, width))
    except ValueError:
        return

    for spots in placed:
        taken = [column for spot in spots for column in range(spot.column, spot.column + spot.columns)]
        assert taken == list(range(width))
