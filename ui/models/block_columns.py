"""Which columns of a block hold the form's own figures: compared figures, notes and gaps are told apart. No Qt.

A column is never guessed: where more columns hold figures than the form has, and nothing decides, a person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from data.form_layout import EntryForm
from data.numbers import CANONICAL_DECIMAL, Ambiguous, Draft, Figure, bare, parse_figure

COMPARED_HEAD = re.compile(r"cung ky|(?:ky|nam|quy|thang) truoc|(?:last|previous) (?:year|quarter|month|period)|before")
LEAST_EQUAL = 2
"""So many figures other than 0 have to be those of the compared period where the columns would fit the form as well."""
ROUNDED = Fraction(1, 200)
"""What stands beside the grid is rounded to two decimals."""


class Figures(NamedTuple):
    """The columns behind the labels and units.

    Attributes:
        rows: For each line of the block its row of the form, or None.
        compared: What stands beside each row of the form: the compared period's figure as text.
        columns: Columns that may hold figures, from left to right.
        named: Columns whose heads say that they are compared figures.
        is_template: Whether numbers, names and units stand as in the program's own spreadsheet.
    """

    form: EntryForm
    block: Sequence[Sequence[str]]
    rows: Sequence[int | None]
    compared: Sequence[str]
    columns: tuple[int, ...]
    named: frozenset[int] = frozenset()
    is_template: bool = False


class Columns(NamedTuple):
    """What became of them.

    Attributes:
        figures: Columns that are put down side by side.
        compared: Columns left out because they are those of the compared period.
        choices: Columns to choose the first one from; empty where nothing is to be asked.
    """

    figures: tuple[int, ...]
    compared: tuple[int, ...] = ()
    choices: tuple[int, ...] = ()


def own_columns(given: Figures, chosen: int | None = None) -> Columns:
    """The columns of the form's own figures; ``chosen`` is the first one as a person said."""
    most = len(given.form.parts)
    if chosen is not None:
        return Columns(tuple(column for column in given.columns if column >= chosen)[:most])
    compared = tuple(column for column in given.columns if column in given.named)
    left = tuple(column for column in given.columns if column not in given.named)
    if not compared and len(left) > 1 and _is_compared(given, left[0], is_needed=len(left) > most):
        compared, left = left[:1], left[1:]
    if len(left) > most:
        left = _without_gaps(given, left, most)
    if len(left) > most:
        return Columns((), compared, left[: len(left) - most + 1])
    return Columns(left, compared)


def _is_compared(given: Figures, column: int, *, is_needed: bool) -> bool:
    """Whether a column holds what stands beside the grid, or is the place for it in the program's own spreadsheet."""
    equal = other = telling = 0
    for text, beside, row in _pairs(given, column):
        is_equal = _is_same(given, row, text, beside)
        equal, other = equal + is_equal, other + (not is_equal)
        telling += is_equal and text.strip("0,. ") != ""
    if given.is_template and is_needed:
        return other <= equal
    return not other and (equal > 0 if is_needed else telling >= LEAST_EQUAL)


def _pairs(given: Figures, column: int) -> list[tuple[str, str, int]]:
    """Each text of a column with what stands beside its row."""
    found = []
    for line, row in zip(given.block, given.rows, strict=True):
        if row is not None and row < len(given.compared) and column < len(line) and line[column].strip():
            found.append((line[column].strip(), given.compared[row], row))
    return found


def _is_same(given: Figures, row: int, text: str, beside: str) -> bool:
    if text == beside:
        return True
    one, other = _readings(given, row, text), _readings(given, row, beside)
    return any(abs(Fraction(a) - Fraction(b)) <= ROUNDED for a in one for b in other)


def _readings(given: Figures, row: int, text: str) -> tuple[str, ...]:
    """The numbers that a text can be."""
    element = given.form.rows[row].element
    parsed = parse_figure(text, element.value_type, element.choices)
    if isinstance(parsed, Ambiguous):
        return parsed.readings
    is_number = isinstance(parsed, Figure) and CANONICAL_DECIMAL.fullmatch(parsed.value)
    return (parsed.value,) if is_number and isinstance(parsed, Figure) else ()


def _without_gaps(given: Figures, columns: tuple[int, ...], most: int) -> tuple[int, ...]:
    """Without what holds no figure: gaps before and behind the figures, remarks; between months a gap is a month."""
    is_empty = {column: not _holds_figures(given, column) for column in columns}
    while len(columns) > most and is_empty[columns[0]]:
        columns = columns[1:]
    while len(columns) > most and is_empty[columns[-1]]:
        columns = columns[:-1]
    return tuple(column for column in columns if not is_empty[column]) if most == 1 else columns


def _holds_figures(given: Figures, column: int) -> bool:
    for line, row in zip(given.block, given.rows, strict=True):
        text = line[column].strip() if column < len(line) else ""
        if not text or row is None or row >= len(given.form.rows):
            continue
        element = given.form.rows[row].element
        if text[:1].isdecimal() or not isinstance(parse_figure(text, element.value_type, element.choices), Draft):
            return True
    return False


def is_compared_head(text: str) -> bool:
    """Whether a head says that its column holds figures of another period: "Cùng kỳ", "Kỳ trước"."""
    return COMPARED_HEAD.search(bare(text)) is not None
