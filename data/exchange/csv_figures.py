"""Figures from a DHIS2 data-value CSV: all rows are checked, and all of them are taken or none.

Source: CONTRACT section 2, import.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.definitions import DataElement
from data.errors import Fault, FaultsError, UserError
from data.exchange.csv_rows import HEADER, Row, file_fault, read_rows
from data.exchange.figure_text import Matches, figure_fault, matcher, shown
from data.model import Category, CellState, DataValue
from data.periods import Period, PeriodType, parse_period

FAULTS_KEPT = 50
"""So many faults are kept to be shown; the others are only counted."""

_CATEGORIES = {category.value: category for category in Category}
_ATTRIBUTES = frozenset(("", "default"))
_STEP = 5_000

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFile:
    """What a file of figures is held against.

    Attributes:
        name: The file's name, as it stands in front of each fault.
        station: Code of the station that the figures must belong to.
        today: A period that begins after this day is refused.
        locked: (data element, period) -> title of the form that was marked complete for it.
        held: The cells of these forms; a row that says the same changes nothing and is not refused.
    """

    name: str
    station: str
    today: date
    catalogue: Catalogue
    locked: Mapping[tuple[str, str], str] = field(default_factory=dict)
    held: Collection[DataValue] = ()


class _Known(NamedTuple):
    """A data element as the rows are held against it."""

    element: DataElement
    frequency: PeriodType
    categories: frozenset[str]
    matches: Matches


class _Periods(dict[str, PeriodType | None]):
    """Length of each period that occurs; None for what is no period or has not begun."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def __missing__(self, code: str) -> PeriodType | None:
        try:
            period = parse_period(code)
        except UserError:
            self[code] = None
        else:
            self[code] = period.type if period.first_day <= self._today else None
        return self[code]


def read_figures(content: bytes, file: ImportFile, progress: Progress | None = None) -> list[DataValue]:
    """The figures of a file, in its order.

    Args:
        content: The whole file.
        file: What it is held against.
        progress: Called with bytes done (estimated from the lines) and bytes in all; may raise.

    Raises:
        FaultsError: ``csv_refused`` with the first 50 faults of the file and their number ``total``.
    """
    whole = file_fault(content, file.name)
    if whole is not None:
        raise FaultsError("csv_refused", (whole,), file=file.name, total=1)
    reader = _Reader(file)
    reader.read(_reporting(read_rows(content), content, progress))
    if reader.fault_count:
        total = reader.fault_count
        raise FaultsError("csv_refused", tuple(reader.faults), file=file.name, total=total)
    return reader.values


def _reporting(rows: Iterable[Row], content: bytes, progress: Progress | None) -> Iterable[Row]:
    if progress is None:
        return rows
    return _reported(rows, content.count(b"\n") + 1, progress)


def _reported(rows: Iterable[Row], lines: int, progress: Progress) -> Iterable[Row]:
    for number, row in enumerate(rows):
        if number % _STEP == 0:
            progress(min(row[0], lines), lines)
        yield row
    progress(lines, lines)


class CellRules:
    """What a cell and its figure are held against, one row after another."""

    __slots__ = ("_today", "known", "periods")

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        """Take the catalogue; a period that begins after ``today`` is refused."""
        self._today = today
        self.known = {element.code: _known(element) for element in catalogue.data_elements.values()}
        self.periods = _Periods(today)

    def element_faults(self, code: str, period: str, place: str) -> Iterator[Fault]:
        """What is wrong with a data element and the period it is given for."""
        known = self.known.get(code)
        if known is None:
            yield Fault("csv_element_unknown", place, {"element": shown(code)})
        yield from self._period_faults(period, known, place)

    def category_faults(self, code: str, category: str, place: str) -> Iterator[Fault]:
        """What is wrong with the sex a figure is given for."""
        return _category_faults(category, self.known.get(code), place)

    def value_faults(self, code: str, value: str, place: str) -> Iterator[Fault]:
        """What is wrong with the text of a figure; that of an unknown element is only missing or there."""
        known = self.known.get(code)
        if known is not None and not known.matches(value):
            yield figure_fault(value, known.element, place)
        elif known is None and not value.strip():
            yield Fault("csv_value_blank", place)

    def _period_faults(self, text: str, known: _Known | None, place: str) -> Iterator[Fault]:
        try:
            period = parse_period(text)
        except UserError:
            yield Fault("csv_period_unknown", place, {"period": shown(text)})
            return
        if period.first_day > self._today:
            yield Fault("csv_period_future", place, {"period": text})
        if known is not None and period.type is not known.frequency:
            right = {"period": text, "element": known.element.code}
            right["right"] = _right_periods(period, known.frequency)
            yield Fault(f"csv_period_not_{known.frequency.value}", place, right)


def _category_faults(text: str, known: _Known | None, place: str) -> Iterator[Fault]:
    if text not in _CATEGORIES:
        yield Fault("csv_category_unknown", place, {"category": shown(text)})
    elif known is not None and text not in known.categories:
        element = known.element
        part = element.male_element if text == "male" else element.female_element
        names = {"element": element.code, "category": text}
        if part is None:
            yield Fault("csv_category_not_kept", place, names)
        else:
            yield Fault("csv_category_is_element", place, {**names, "part": part})


class _Reader:
    """Goes through the rows once; a sound row costs look-ups alone, the others are explained."""

    def __init__(self, file: ImportFile) -> None:
        self.values: list[DataValue] = []
        self.faults: list[Fault] = []
        self.fault_count = 0
        self._file = file
        self._rules = CellRules(file.catalogue, file.today)
        self._lines: dict[tuple[str, str, str], int] = {}

    def read(self, rows: Iterable[Row]) -> None:
        """Take every sound row and explain every other."""
        station, periods, lines = self._file.station, self._rules.periods, self._lines
        known_of, take, locked = self._rules.known.get, self.values.append, self._file.locked
        for line, fields, fault in rows:
            if fault:
                self._refuse_row(line, fields, fault)
                continue
            code, period, unit, category, attribute, value, _, _, comment, _ = fields
            known = known_of(code)
            if (
                known is None
                or periods[period] is not known.frequency
                or unit != station
                or category not in known.categories
                or attribute not in _ATTRIBUTES
                or not known.matches(value)
                or lines.setdefault((code, period, category), line) != line
            ):
                self._explain(line, fields)
                continue
            cell = DataValue(code, period, _CATEGORIES[category], CellState.FIGURE, value, comment)
            if (code, period) in locked and cell not in self._file.held:
                names = {"element": code, "period": period, "form": locked[code, period]}
                self._keep(Fault("csv_period_complete", self._place(line), names))
            take(cell)

    def _refuse_row(self, line: int, fields: list[str], fault: str) -> None:
        parameters = {}
        if fault == "csv_columns":
            parameters = {"found": str(len(fields)), "needed": str(len(HEADER))}
        self._keep(Fault(fault, self._place(line), parameters))

    def _explain(self, line: int, fields: list[str]) -> None:
        """Keep every fault of one row."""
        code, period, unit, category, attribute, value = fields[:6]
        place = self._place(line)
        for fault in self._rules.element_faults(code, period, place):
            self._keep(fault)
        if unit != self._file.station:
            wanted = {"unit": shown(unit), "station": self._file.station}
            self._keep(Fault("csv_unit_unknown", place, wanted))
        for fault in self._rules.category_faults(code, category, place):
            self._keep(fault)
        if attribute not in _ATTRIBUTES:
            self._keep(Fault("csv_attribute_unknown", place, {"attribute": shown(attribute)}))
        for fault in self._rules.value_faults(code, value, place):
            self._keep(fault)
        first = self._lines.setdefault((code, period, category), line)
        if first != line:
            self._keep(Fault("csv_duplicate", place, {"first": str(first)}))

    def _keep(self, fault: Fault) -> None:
        self.fault_count += 1
        if len(self.faults) < FAULTS_KEPT:
            self.faults.append(fault)

    def _place(self, line: int) -> str:
        return f"{self._file.name}:{line}"


def _known(element: DataElement) -> _Known:
    by_sex = element.sex_disaggregated and element.male_element is None
    categories = frozenset(_CATEGORIES) if by_sex else frozenset((Category.DEFAULT.value,))
    return _Known(element, element.frequency, categories, matcher(element))


def _right_periods(period: Period, frequency: PeriodType) -> str:
    """How a period of the right length is written, near the one that was given."""
    parts = period.parts(frequency)
    if parts is None:
        return period.around(frequency).code
    return parts[0].code if len(parts) == 1 else f"{parts[0].code} … {parts[-1].code}"
