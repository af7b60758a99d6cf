"""Turning figures: those whose change by one unit, alone, changes the verdict. Exact: every single change is scored.

Changed are every figure that a person typed and a leaf is scored from:

* the cells of the station behind bound leaves, in the assessed year: one more and one less, a figure with decimals in
  its last typed place, a yes/no turned over; choices have no unit and are left alone;
* the numbers answered to leaves that are no yes/no and no choice: one more and one less, points given by hand one step.

Nothing goes below 0, points given by hand not above their maximum. Only the leaves that read a figure are scored again;
changes that give a data element the same value over the year (one more in any month of a sum) are scored once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from data.aggregation import ElementValue, element_over
from data.assessment.answers import choices_of
from data.assessment.definitions import Binding, CriteriaSet, Scoring, leaves
from data.assessment.readings import reading_of, readings_of
from data.assessment.records import Answer
from data.assessment.results import AssessmentVerdict, Clause, LeafPoints, Place, Reading, Result, Source
from data.assessment.scoring import leaf_points, score
from data.assessment.verdict import result_of
from data.calculation import Calculator, Formula
from data.definitions import DataElement, ValueType
from data.figures import Cell, CellKey, Figures, part_code
from data.model import Category, CellState
from data.numbers import CANONICAL_DECIMAL, exact, exact_text
from data.periods import Period


class FigureCase(NamedTuple):
    """What the search needs.

    Attributes:
        criteria_set: The version that the assessment uses.
        layer: Whose answers: ``tu_cham`` or an appraisal layer.
        answers: Of that layer, by item code.
        calculator: The catalogue over the station's figures.
        year: Assessed year.
        place: Zone and region.
    """

    criteria_set: CriteriaSet
    layer: str
    answers: Mapping[str, Answer]
    calculator: Calculator
    year: int
    place: Place


class TurningFigure(NamedTuple):
    """A figure that decides: one unit more or less, and the verdict is another.

    Attributes:
        item: Code of the leaf that a typed answer belongs to; empty for a figure of the station.
        element, period, category: The cell of a figure of the station; empty for a typed answer.
        items: Codes of the leaves whose points or knock-out change, in the order of the table.
        direction: +1 or -1.
        text, changed: Canonical text before and after.
        before, after: Verdicts. Where there is no ground before and after, a clause that fails whatever the open leaves
            get appears where none was, or the last such one vanishes.
        appearing, vanishing: Clauses that fail only after the change, and only before it.
    """

    item: str
    element: str
    period: str
    category: str
    items: tuple[str, ...]
    direction: int
    text: str
    changed: str
    before: AssessmentVerdict
    after: AssessmentVerdict
    appearing: tuple[Clause, ...] = ()
    vanishing: tuple[Clause, ...] = ()


class _Change(NamedTuple):
    """One figure changed by one unit; ``item`` for an answer, else ``cell``."""

    direction: int
    text: str
    changed: str
    cell: CellKey = ("", "", "")
    item: str = ""


class _Changed(Calculator):
    """A calculator in which some data elements have other values over the year; all else is asked of the first one."""

    def __init__(self, base: Calculator, values: Mapping[str, ElementValue]) -> None:
        """Hold the other values, which are totals."""
        super().__init__(base.catalogue, base.figures)
        self._base = base
        self._changed = values

    def formula(self, indicator: str) -> Formula:
        """The parsed formula of an indicator."""
        return self._base.formula(indicator)

    def element(self, code: str, span: Period, category: str = "total") -> ElementValue:
        """A data element over a span."""
        value = self._changed.get(code)
        return value if value is not None else self._base.element(code, span, category)


class _Search:
    """The base result, and which leaves read which data element."""

    def __init__(self, case: FigureCase) -> None:
        """Score the set once as it stands."""
        self.case = case
        self.year = Period(case.year, 1, 12)
        self.readings = readings_of(case.criteria_set, case.calculator, case.year)
        self.result = score(case.criteria_set, case.layer, case.answers, self.readings, case.place)
        self.table = list(leaves(case.criteria_set))
        self._cells: dict[str, dict[CellKey, Cell]] = {}
        self._known: dict[tuple[tuple[str, ElementValue], ...], Result | None] = {}
        self.readers: dict[str, list[tuple[int, Binding]]] = {}
        for place, (_, item) in enumerate(self.table):
            if item.binds is not None and not self.readings[item.code].is_gone:
                for code in self._elements_of(item.binds):
                    self.readers.setdefault(code, []).append((place, item.binds))

    def turning_cells(self) -> Iterator[TurningFigure]:
        """The station's own figures that turn the verdict, in the order of the table and of time."""
        holders: dict[CellKey, list[str]] = {}
        for code in self.readers:
            for key in self._cells_of(code):
                holders.setdefault(key, []).append(code)
        for key, codes in holders.items():
            for change in _cell_changes(
                self.case.calculator.catalogue.data_elements[key[0]], key, self._cells_of(codes[0])[key]
            ):
                after = self._after_cell(change, codes)
                if after is not None:
                    yield self._turned(change, after)

    def turning_answers(self) -> Iterator[TurningFigure]:
        """The typed numbers that turn the verdict, in the order of the table."""
        for place, leaf in enumerate(self.result.leaves):
            for change in _answer_changes(self.case.criteria_set, leaf):
                answer = self.case.answers[leaf.item.code]._replace(answer=change.changed)
                after = self._after({place: (answer, leaf.reading)})
                if after is not None:
                    yield self._turned(change, after)

    def _elements_of(self, binding: Binding) -> Sequence[str]:
        return (
            self.case.calculator.formula(binding.indicator).elements if binding.indicator else (binding.data_element,)
        )

    def _cells_of(self, code: str) -> dict[CellKey, Cell]:
        """The stored cells of an element in the year, of its sexes too, in the order of time."""
        if code not in self._cells:
            calculator = self.case.calculator
            element = calculator.catalogue.data_elements[code]
            keys = (
                (
                    part_code(element, each.value),
                    part.code,
                    each.value if part_code(element, each.value) == code else "default",
                )
                for part in self.year.parts(element.frequency) or ()
                for each in Category
            )
            stored = calculator.figures.cells
            self._cells[code] = {key: stored[key] for key in keys if key in stored}
        return self._cells[code]

    def _after_cell(self, change: _Change, codes: Sequence[str]) -> Result | None:
        """The result with a changed cell, which these elements hold; None where the verdict stays."""
        calculator = self.case.calculator
        cells = {key: cell for code in codes for key, cell in self._cells_of(code).items()}
        figures = Figures({**cells, change.cell: (CellState.FIGURE.value, change.changed)})
        values = {code: element_over(figures, calculator.catalogue.data_elements[code], self.year) for code in codes}
        if all(value == calculator.element(code, self.year) for code, value in values.items()):
            return None
        known = tuple(values.items())
        if known not in self._known:
            self._known[known] = self._after_values(values)
        return self._known[known]

    def _after_values(self, values: Mapping[str, ElementValue]) -> Result | None:
        calculator = _Changed(self.case.calculator, values)
        return self._after(
            {
                place: (self.case.answers.get(self.table[place][1].code), reading_of(binding, calculator, self.year))
                for code in values
                for place, binding in self.readers[code]
            }
        )

    def _after(self, changed: Mapping[int, tuple[Answer | None, Reading | None]]) -> Result | None:
        """The result with other answers or readings of some leaves; None where the verdict stays."""
        points = list(self.result.leaves)
        for place, (answer, reading) in changed.items():
            number, item = self.table[place][0].number, self.table[place][1]
            points[place] = leaf_points(self.case.criteria_set, (number, item), answer, reading, self.case.place)
        if all(_counts(points[place]) == _counts(self.result.leaves[place]) for place in changed):
            return None
        after = result_of(self.case.criteria_set, self.case.layer, points)
        return after if _standing(after) != _standing(self.result) else None

    def _turned(self, change: _Change, after: Result) -> TurningFigure:
        before = self.result
        pairs = zip(before.leaves, after.leaves, strict=True)
        return TurningFigure(
            item=change.item,
            element=change.cell[0],
            period=change.cell[1],
            category=change.cell[2],
            items=tuple(old.item.code for old, new in pairs if _counts(old) != _counts(new)),
            direction=change.direction,
            text=change.text,
            changed=change.changed,
            before=before.verdict,
            after=after.verdict,
            appearing=_only_in(after, before),
            vanishing=_only_in(before, after),
        )


def turning_figures(case: FigureCase) -> tuple[TurningFigure, ...]:
    """All turning figures: the station's cells in the order of the table and of time, then the typed answers.

    Raises:
        UserError: criteria_set_without_points, as ``scoring.score``.
    """
    search = _Search(case)
    return (*search.turning_cells(), *search.turning_answers())


def _cell_changes(element: DataElement, key: CellKey, cell: Cell) -> Iterator[_Change]:
    """The changes of a stored cell by one unit; none for dashes, drafts and choices."""
    state, text = cell
    if state != CellState.FIGURE.value or element.value_type is ValueType.CHOICE:
        return
    if element.value_type is ValueType.BOOLEAN:
        is_true = text == "true"
        yield _Change(-1 if is_true else 1, text, "false" if is_true else "true", cell=key)
        return
    unit = Fraction(1, 10 ** len(text.partition(".")[2]))
    for direction in (-1, 1):
        number = exact(text) + direction * unit
        if number >= 0:
            yield _Change(direction, text, exact_text(number), cell=key)


def _answer_changes(criteria_set: CriteriaSet, leaf: LeafPoints) -> Iterator[_Change]:
    """The changes of an answered number by one unit; none where the answer does not count or is no number."""
    scored = leaf.item.scored
    is_number = scored.scoring is not Scoring.YES_NO and not choices_of(scored)
    counts = leaf.source in (Source.ANSWER, Source.OVERRIDE) and leaf.points is not None
    if not (is_number and counts and CANONICAL_DECIMAL.fullmatch(leaf.answer)):
        return
    by_hand = scored.scoring is Scoring.MANUAL
    for direction in (-1, 1):
        number = exact(leaf.answer) + direction * (criteria_set.point_step if by_hand else 1)
        if number >= 0 and not (by_hand and number > (scored.max_points or 0)):
            yield _Change(direction, leaf.answer, exact_text(number), item=leaf.item.code)


def _counts(leaf: LeafPoints) -> tuple[object, ...]:
    """What of a leaf the verdict is made from."""
    return leaf.points, leaf.max_points, leaf.knock_out_hit


def _standing(result: Result) -> tuple[AssessmentVerdict, bool]:
    """The verdict; without ground also whether it is lost already."""
    return result.verdict, bool(result.foreseen)


def _only_in(result: Result, other: Result) -> tuple[Clause, ...]:
    """Clauses that fail in one result and not in the other."""
    known = {(clause.kind, clause.subject) for clause in other.foreseen}
    return tuple(clause for clause in result.foreseen if (clause.kind, clause.subject) not in known)
