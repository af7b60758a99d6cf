"""The table of an entry form: the last figures in grey, boxes or figures of this period, the register to look in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from data.definitions import DataElement, Source
from data.exchange.sheet_texts import over_text, period_title, printed_cell, row_label, row_unit
from data.figures import Figures
from data.form_layout import CellId, EntryForm, EntryRow
from data.model import DataValue
from reports.document import Align, Cell, Column, Row, Table
from reports.sections.wording import period_words
from reports.texts import text

ROW_HEIGHT = 7.5
"""Millimetres: what a hand needs."""
DOT_WIDTH = 3.9
"""Millimetres of one sign of a dotted line."""
MARK_WIDTH, PADDING = 6.0, 2.6
TYPE_WIDTH = 165.0
HOLDING = "\u00a0"
"""A space that no line is broken at, where there is room."""
NUMBER, UNIT = 9.5, 16.0
_WIDTHS = {1: (24.0, 26.0), 2: (22.0, 21.0), 3: (19.0, 17.5)}
_NARROWEST = (18.0, 15.0)
"""Millimetres of the last figure and of each box, by the number of boxes."""
_NAMES = {1: 60.0, 2: 53.0, 3: 45.0}
_NARROWEST_NAME = 40.0


class FormFigures(NamedTuple):
    """What a form on paper is made of.

    Attributes:
        values: Cells of the form's periods and of the compared ones.
        registers: Data element -> the station's own name of the register that its figure comes from.
        sources: Sources of the catalogue, suggested where the station named no register.
        is_filled: Whether the figures that are there are printed, or the boxes stay empty.
    """

    form: EntryForm
    values: tuple[DataValue, ...]
    registers: Mapping[str, str]
    sources: Mapping[str, Source]
    is_filled: bool


def form_table(given: FormFigures) -> Table:
    """All lines of a form, with what the signs mean under them."""
    suggested = _suggested(given)
    rows = tuple(_rows(given, suggested))
    is_last_year = given.form.compared == given.form.whole.in_year(given.form.whole.year - 1)
    compared = period_title(given.form.compared).replace(" ", HOLDING)
    before = text("form.last_year" if is_last_year else "form.before", period=compared)
    parts = given.form.parts
    beside, part = _WIDTHS.get(len(parts), _NARROWEST)
    name = _NAMES.get(len(parts), _NARROWEST_NAME)
    heads = [text("form.this_period")] if len(parts) == 1 else [period_title(each) for each in parts]
    columns = (
        _column("number", NUMBER, Align.CENTER),
        _column("name", name),
        _column("unit", UNIT),
        Column(title=before, width=beside, align=Align.COMMA, keeps_share=True),
        *(Column(title=head, width=part, align=Align.COMMA, keeps_share=True) for head in heads),
        _column("register", _register_width(len(parts))),
    )
    return Table(caption="", columns=columns, rows=rows, remarks=_legend(given, suggested), row_height=ROW_HEIGHT)


def _column(key: str, width: float, align: Align = Align.LEFT) -> Column:
    return Column(title=text(f"form.{key}"), width=width, align=align, keeps_share=True)


def _register_width(parts: int) -> float:
    """What the other columns leave."""
    beside, part = _WIDTHS.get(parts, _NARROWEST)
    return TYPE_WIDTH - NUMBER - UNIT - beside - part * parts - _NAMES.get(parts, _NARROWEST_NAME)


def _rows(given: FormFigures, suggested: Mapping[str, int]) -> Iterator[Row]:
    figures = Figures.of(given.values)
    values = {CellId(value.data_element, value.period, value.category): value for value in given.values}
    for row in given.form.rows:
        beside = Cell(text=over_text(figures, row, given.form.compared), is_grey=True)
        boxes = (
            printed_cell(values.get(CellId(row.element.code, part.code, row.category))) if given.is_filled else ""
            for part in given.form.parts
        )
        yield Row(
            cells=(
                Cell(text=row.number),
                Cell(text=row_label(row)),
                Cell(text=row_unit(row)),
                beside,
                *(Cell(text=box) for box in boxes),
                _register_cell(row, given, suggested),
            ),
            is_held=row.is_part,
        )


def _register_cell(row: EntryRow, given: FormFigures, suggested: Mapping[str, int]) -> Cell:
    """The station's own register; else a line to write it on, with a suggestion where the catalogue has one."""
    if row.is_part:
        return Cell()
    own = given.registers.get(row.element.code, "")
    if own:
        return Cell(text=own)
    key = _source_key(row.element, given.sources)
    mark = text("form.suggested", number=suggested[key]) if key else ""
    room = _register_width(len(given.form.parts)) - PADDING - (MARK_WIDTH if mark else 0)
    return Cell(text="…" * int(room / DOT_WIDTH) + mark)


def _source_key(element: DataElement, sources: Mapping[str, Source]) -> str:
    return next((key for key in element.source_keys if key in sources), "")


def _suggested(given: FormFigures) -> dict[str, int]:
    """Sources of the elements whose register the station did not name, numbered in the order of the form."""
    keys = (
        _source_key(row.element, given.sources)
        for row in given.form.rows
        if not row.is_part and not given.registers.get(row.element.code)
    )
    return {key: number for number, key in enumerate(dict.fromkeys(filter(None, keys)), start=1)}


def _legend(given: FormFigures, suggested: Mapping[str, int]) -> tuple[str, ...]:
    lines = [text("form.legend"), text("form.legend_grey", period=period_words(given.form.compared))]
    if suggested:
        listed = "; ".join(_numbered(suggested.items(), given.sources))
        lines.append(text("form.legend_register", sources=listed))
    return tuple(lines)


def _numbered(suggested: Iterable[tuple[str, int]], sources: Mapping[str, Source]) -> Iterator[str]:
    for key, number in suggested:
        yield text("form.source", number=number, title=sources[key].title.partition(" (")[0])
