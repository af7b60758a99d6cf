"""Figures of results as cells: value with its remarks, fraction, gap; small confidential counts left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data.calculation import Calculator
from data.definitions import Indicator
from data.gap import Limit
from data.model import IndicatorValue, Number, Status, TargetResult, Verdict
from data.numbers import NOT_APPLICABLE_SIGN, NOT_REPORTED_SIGN
from data.printing import gap_of, is_small_number, limit_of, printed_number, printed_value, with_unit
from reports.document import Cell
from reports.sections.wording import figure_text, span_remarks
from reports.texts import text

SMALLEST_SHOWN = 5
UNIT_ROOM = 10
"""Letters of a figure with its unit that still stand on one line; a longer unit goes below the figure."""


@dataclass(frozen=True, slots=True)
class FigureWriter:
    """Writes the figures of one report.

    Attributes:
        calculator: Formulas over the station's figures.
        hides_small_counts: Whether counts from 1 to 4 of confidential indicators are left out (CONTRACT C4).
    """

    calculator: Calculator
    hides_small_counts: bool

    def indicator(self, value: IndicatorValue) -> Indicator:
        """The indicator a value belongs to."""
        return self.calculator.catalogue.indicators[value.indicator]

    def is_hidden(self, value: IndicatorValue) -> bool:
        """Whether a value could point at a person: a confidential count from 1 to 4, or one not yet known."""
        if not (self.hides_small_counts and self.indicator(value).confidential):
            return False
        if value.numerator is None:
            return value.provisional is not None
        return is_small_count(value.numerator)

    def result_text(self, value: IndicatorValue, limit: Limit | None) -> str:
        """The printed value with its unit."""
        if self.is_hidden(value):
            return text("table.hidden")
        indicator = self.indicator(value)
        if value.value is None and value.choice is None and value.provisional is not None:
            return with_unit(indicator, printed_number(value.provisional, indicator.decimals))
        return with_unit(indicator, printed_value(indicator, value, limit))

    def result_cell(self, result: TargetResult) -> Cell:
        """Value, unit and what must stand beside it: "lũy kế", both sexes."""
        limit = limit_of(result)
        if result.verdict is Verdict.NOT_APPLICABLE and result.value.value is None:
            return Cell(text=NOT_APPLICABLE_SIGN)
        cell = self.value_cell(result.value, limit)
        sexes = zip(("male", "female"), result.by_sex, strict=False)
        both = [text(f"table.{sex}", value=self.result_text(each, limit)) for sex, each in sexes]
        return replace(cell, remarks=(*both, *cell.remarks))

    def value_cell(self, value: IndicatorValue, limit: Limit | None) -> Cell:
        """A value with its unit, a long unit on its own line, and "lũy kế", "2/3 tháng", "số năm 2023"."""
        words, remarks = self._folded(self.result_text(value, limit), value)
        is_partial = value.status is Status.MISSING and value.provisional is not None
        return Cell(text=words, remarks=(*remarks, *span_remarks(value)), is_grey=is_partial)

    def is_small_number(self, result: TargetResult) -> bool:
        """Whether "Số nhỏ, tỷ lệ dao động mạnh" stands beside the result."""
        return is_small_number(self.indicator(result.value), result.value, limit_of(result))

    def _folded(self, words: str, value: IndicatorValue) -> tuple[str, list[str]]:
        unit = self.indicator(value).unit_vi
        if len(words) > UNIT_ROOM and words.endswith(f" {unit}"):
            return words.removesuffix(f" {unit}"), [unit]
        return words, []

    def fraction_text(self, value: IndicatorValue) -> str:
        """Numerator and denominator, the numerator alone where the formula has no denominator."""
        if value.status is Status.NOT_STATION_LEVEL or self.indicator(value).unit == "boolean":
            return ""
        if value.numerator is None:
            return NOT_REPORTED_SIGN if value.status is Status.MISSING else ""
        upper = self.count_text(value.numerator, is_confidential=self.indicator(value).confidential)
        if value.denominator is None:
            return upper
        return f"{upper}/{self.count_text(value.denominator, is_confidential=self.indicator(value).confidential)}"

    def count_text(self, number: Number, *, is_confidential: bool) -> str:
        """A count; "< 5" for a small one of a confidential indicator."""
        if self.hides_small_counts and is_confidential and is_small_count(number):
            return text("table.hidden_count")
        return figure_text(number)

    def gap_text(self, result: TargetResult) -> str:
        """The gap in words: "còn thiếu 132 người", "vượt 1 ca", or empty."""
        gap = gap_of(result, self.calculator)
        if gap is None:
            return ""
        if any(self.is_hidden(value) for value in (result.value, *result.by_sex)):
            return text("table.hidden")
        return text(f"table.gap_{gap.kind}", number=gap.number, noun=gap.noun)


def is_small_count(number: Number) -> bool:
    """Whether a count is 1 to 4: nobody can be recognised in a zero."""
    return 0 < number < SMALLEST_SHOWN
