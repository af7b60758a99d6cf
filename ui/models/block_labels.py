"""Which rows and columns of a form a block from a spreadsheet belongs to, by the labels and heads it brings along.

Labels are held against the form's with or without tone marks, with or without numbering ("1.", "– nam"). No Qt.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data.errors import UserError
from data.form_layout import EntryForm
from data.model import Category
from data.numbers import bare
from data.periods import Period, parse_period
from ui.models.block_columns import Figures, is_compared_head, own_columns

Block = Sequence[Sequence[str]]

LINES_LOOKED_AT, COLUMNS_LOOKED_AT = 60, 16
_NUMBERING = re.compile(r"^(?:\(?\d{1,3}(?:\.\d{1,3})*\s*[.):/]+\s*|\d{1,3}\s+(?=\D)|[ivx]{1,5}[.)]\s*|[-–—•*+]\s*)+")
_NO_WORD = re.compile(r"[^0-9a-z%]+")
_SEXES = {"nam": Category.MALE, "nu": Category.FEMALE, "male": Category.MALE, "female": Category.FEMALE}
_TOGETHER = frozenset(("tong", "tong so", "tong cong", "cong", "chung", "ca hai", "total"))
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTER = re.compile(r"q(?:uy|uarter)?\.?\s*(iv|i{1,3}|[1-4])(?:\D+(\d{2}|\d{4}))?")
_MONTH = re.compile(r"(?:t|thang|m|month)\.?\s*(1[0-2]|0?[1-9])(?:\D+(\d{2}|\d{4}))?")
_BARE_MONTH = re.compile(r"(1[0-2]|0?[1-9])/(\d{4})")
_YEAR = re.compile(r"(?:nam|year)\s*(\d{4})")


class Recognised(NamedTuple):
    """Where a block belongs.

    Attributes:
        rows: For each line of the block the row of the form; None where the form has no such row.
        columns: For each column the period typed (its place among the form's), or None where it holds no figures.
        heads: Lines that are heads.
        has_labels: Whether the rows come from labels; else from where the block is put down.
        has_heads: Whether the columns come from heads.
        label_column: Column of the labels, or -1.
        sexes: For each column the sex that its head names (DEFAULT: both together); empty where none names any.
        compared: Columns left out because they hold the compared period's figures.
        choices: Columns of which a person has to say which one is the first of the form's; empty where it is known.
    """

    rows: tuple[int | None, ...]
    columns: tuple[int | None, ...]
    heads: frozenset[int] = frozenset()
    has_labels: bool = False
    has_heads: bool = False
    label_column: int = -1
    sexes: tuple[Category | None, ...] = ()
    compared: tuple[int, ...] = ()
    choices: tuple[int, ...] = ()


class Cursor(NamedTuple):
    """Where a block is put down.

    Attributes:
        row, part: Row of the form and place of the period.
        compared: What stands beside each row: the compared period's figure as text.
        chosen: The first column of the form's own figures, where a person said so.
    """

    row: int
    part: int
    compared: Sequence[str] = ()
    chosen: int | None = None


def recognise(form: EntryForm, block: Block, at: Cursor) -> Recognised:
    """Where a block belongs when it is put down somewhere in the form."""
    row, part = at.row, at.part
    width = max((len(line) for line in block), default=0)
    names = _names(form)
    label_column = _label_column(names, block)
    labelled = _labelled(form, names, block, label_column, row) if label_column >= 0 else ()
    heads = frozenset(_heads(form, block, label_column, labelled))
    rows = labelled or _lines_from(row, len(block), heads)
    columns = _columns_by_heads(form, block, heads, width)
    if columns is not None and (labelled or width > 1):  # of one column alone the cursor says where it goes
        return Recognised(rows, columns, heads, bool(labelled), has_heads=True, label_column=label_column)
    sexes = _sexes_by_heads(block, heads, width)
    if sexes:
        columns = tuple(None if sex is None else part for sex in sexes)
        return Recognised(rows, columns, heads, bool(labelled), has_heads=True, label_column=label_column, sexes=sexes)
    found = Recognised(rows, (), heads, bool(labelled), label_column=label_column)
    own = own_columns(_figures(form, block, found, at), at.chosen)
    places = _columns_from(form, own.figures, part, width)
    return found._replace(columns=places, compared=own.compared, choices=own.choices)


def _figures(form: EntryForm, block: Block, found: Recognised, at: Cursor) -> Figures:
    """The columns behind the labels and units, with what tells them apart."""
    width, label = max((len(line) for line in block), default=0), found.label_column
    units = {column for column in range(label + 1, width) if _is_unit_column(form, block, found.rows, column)}
    columns = tuple(column for column in range(label + 1, width) if column not in units)
    named = {
        column
        for number in found.heads
        for column, text in enumerate(block[number])
        if is_compared_head(text) or period_of(text, form.whole.year) == form.compared
    }
    is_template = label == 1 and units == {label + 1} and _is_numbered(form, block, found.rows)
    return Figures(form, block, found.rows, at.compared, columns, frozenset(named), is_template)


def _is_numbered(form: EntryForm, block: Block, rows: Sequence[int | None]) -> bool:
    """Whether the first column numbers the rows as the form does."""
    known = [(line[0].strip(), form.rows[row].number) for line, row in zip(block, rows, strict=True) if row is not None]
    return bool(known) and all(text == number for text, number in known)


# --- rows ----------------------------------------------------------------------------------------------------------


def label_key(text: str) -> str:
    """A label as it is looked up: without tone marks, case, numbering and punctuation."""
    plain = bare(unicodedata.normalize("NFC", text)).strip()
    return _NO_WORD.sub(" ", _NUMBERING.sub("", plain)).strip()


def _names(form: EntryForm) -> Mapping[str, int]:
    """Key of each row's name -> the row; sexes are found under their total."""
    found: dict[str, int] = {}
    for place, row in enumerate(form.rows):
        if not row.is_part:
            found.setdefault(label_key(row.element.name_vi), place)
            found.setdefault(label_key(row.element.name_en), place)
    return found


def _label_column(names: Mapping[str, int], block: Block) -> int:
    """The column with the most names of the form; -1 when there is none."""
    hits: dict[int, int] = {}
    for line in block[:LINES_LOOKED_AT]:
        for column, text in enumerate(line[:COLUMNS_LOOKED_AT]):
            if len(text) > 1 and label_key(text) in names:
                hits[column] = hits.get(column, 0) + 1
    return max(hits, key=lambda column: (hits[column], -column)) if hits else _sex_column(block)


def _sex_of(text: str) -> Category | None:
    """The sex that a label names: "– nam", "Nữ"; "năm" is a year, though it sounds alike without its tone mark."""
    return None if "ă" in unicodedata.normalize("NFC", text).casefold() else _SEXES.get(label_key(text))


def _sex_column(block: Block) -> int:
    """A block of sexes alone: its first column says so in every line."""
    are_sexes = all(line and _sex_of(line[0]) is not None for line in block)
    return 0 if are_sexes and len(block[0]) > 1 else -1


def _labelled(
    form: EntryForm, names: Mapping[str, int], block: Block, column: int, start: int
) -> tuple[int | None, ...]:
    """The row that each line's label names."""
    rows: list[int | None] = []
    total: int | None = next((place for place in range(start, -1, -1) if not form.rows[place].is_part), None)
    for line in block:
        key = label_key(line[column]) if column < len(line) else ""
        sex = _sex_of(line[column]) if key else None
        if sex is None:
            total = names.get(key)
            rows.append(total)
        else:
            rows.append(sex_row(form, total, sex))
    return tuple(rows)


def sex_row(form: EntryForm, total: int | None, sex: Category) -> int | None:
    """The row of one sex under a total."""
    if total is None:
        return None
    code = form.rows[total].element.code
    places = (place for place, row in enumerate(form.rows) if row.element.code == code and row.category is sex)
    return next(places, None)


def _lines_from(row: int, count: int, heads: frozenset[int]) -> tuple[int | None, ...]:
    """Rows one below the other, heads passed over."""
    rows: list[int | None] = []
    for line in range(count):
        rows.append(None if line in heads else row)
        row += line not in heads
    return tuple(rows)


# --- columns -------------------------------------------------------------------------------------------------------


def _heads(form: EntryForm, block: Block, label_column: int, labelled: Sequence[int | None]) -> list[int]:
    """Lines above the figures that name periods."""
    found: list[int] = []
    for number, line in enumerate(block[:3]):
        if labelled and labelled[number] is not None:
            break
        texts = [text for column, text in enumerate(line) if text and column != label_column]
        periods = [text for text in texts if period_of(text, form.whole.year) is not None]
        is_wordy = bool(labelled and texts) and not any(_is_figure(text) for text in texts if text not in periods)
        is_dated = bool(periods) and len(periods) == len(texts) and not all(text.isdecimal() for text in texts)
        if not is_wordy and not is_dated:
            break
        found.append(number)
    return found


def _is_figure(text: str) -> bool:
    return text[:1].isdecimal()


def _columns_by_heads(
    form: EntryForm, block: Block, heads: frozenset[int], width: int
) -> tuple[int | None, ...] | None:
    """The period that each column's head names; None when no head names one of the form's."""
    places = {part: place for place, part in enumerate(form.parts)}
    columns: list[int | None] = [None] * width
    for number in heads:
        for column, text in enumerate(block[number]):
            period = period_of(text, form.whole.year)
            if period in places:
                columns[column] = places[period]
    return tuple(columns) if any(column is not None for column in columns) else None


def _sexes_by_heads(block: Block, heads: frozenset[int], width: int) -> tuple[Category | None, ...]:
    """The sex that each column's head names, for tables with both sexes side by side; empty when none names one."""
    sexes: list[Category | None] = [None] * width
    for number in heads:
        for column, text in enumerate(block[number]):
            key = label_key(text)
            sexes[column] = _sex_of(text) or (Category.DEFAULT if key in _TOGETHER else sexes[column])
    return tuple(sexes) if Category.MALE in sexes and Category.FEMALE in sexes else ()


def _is_unit_column(form: EntryForm, block: Block, rows: Sequence[int | None], column: int) -> bool:
    """Whether a column holds the units of its rows, and nothing else."""
    pairs = [
        (line[column], form.rows[row].element.unit)
        for line, row in zip(block, rows, strict=True)
        if row is not None and row < len(form.rows) and column < len(line) and line[column]
    ]
    return bool(pairs) and all(label_key(text) == label_key(unit) for text, unit in pairs)


def _columns_from(form: EntryForm, figures: Sequence[int], part: int, width: int) -> tuple[int | None, ...]:
    """Figures side by side from a period on; from the first one when they fill the form exactly."""
    first = 0 if len(figures) >= len(form.parts) > 1 else part
    places = {column: first + number for number, column in enumerate(figures)}
    return tuple(places.get(column) for column in range(width))


def period_of(text: str, year: int) -> Period | None:
    """The period that a head names: "Q III/24", "Quý 3 năm 2024", "T7", "7/2024"; of ``year`` where it names none."""
    plain = " ".join(bare(unicodedata.normalize("NFKC", text)).split())
    try:
        return parse_period(plain.upper())
    except UserError:
        pass
    if match := _QUARTER.fullmatch(plain):
        number = _ROMAN.get(match[1]) or int(match[1])
        return Period(_year(match[2], year), number * 3 - 2, number * 3)
    if match := _MONTH.fullmatch(plain) or _BARE_MONTH.fullmatch(plain):
        return Period(_year(match[2], year), int(match[1]), int(match[1]))
    match = _YEAR.fullmatch(plain)
    return Period(int(match[1]), 1, 12) if match else None


def _year(text: str | None, year: int) -> int:
    if text is None:
        return year
    return int(text) + (2000 if len(text) == 2 else 0)
