"""The figures that proposed sentences on a plan may say, each found by its key and printed as in the tables.

Keys (``FigureLink.what``): ``value/TARGET``, ``fraction/TARGET``, ``gap/TARGET``, ``asked/TARGET`` (what the plan
asks), ``change/TARGET`` (against the same period of last year), ``margin/TARGET`` (distance from what is asked),
``count/VERDICT`` and ``names/VERDICT``. TARGET is the id of a target.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from data.documents.records import FigureLink
from data.model import IndicatorValue, Number, Status, TargetResult, Verdict
from data.narrative.facts import change, is_broken
from data.numbers import format_number
from data.periods import Period, parse_period
from data.printing import limit_of, printed_target, with_unit
from data.targets import without_repeats
from reports.sections.figures import FigureWriter
from reports.sections.wording import borrowed_words, lower
from reports.texts import text

TOTAL = "total"
JUDGED = "judged"
_VERDICTS = {JUDGED: (Verdict.MET, Verdict.NOT_MET), **{each.value: (each,) for each in Verdict}}
_OF_POINTS = {"%": "points", "‰": "points_of_thousand"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBook:
    """The results of a plan in one period, and how each of their figures prints.

    Attributes:
        results: All targets held against the period.
        breaks: Days on which the figures' meaning changed: nothing is compared across them.
    """

    period: Period
    results: Sequence[TargetResult]
    writer: FigureWriter
    breaks: tuple[date, ...] = ()
    _by_id: Mapping[str, TargetResult] = field(init=False)

    def __post_init__(self) -> None:
        """Find results by their target."""
        object.__setattr__(self, "_by_id", {each.target.id: each for each in without_repeats(self.results)})

    @property
    def kept(self) -> tuple[TargetResult, ...]:
        """The results without repeated targets, in catalogue order."""
        return tuple(self._by_id.values())

    def figure(self, what: str, category: str = TOTAL, period: str = "") -> FigureLink:
        """A figure as it prints now."""
        link = FigureLink(what=what, category=category, period=period or self.period.code, printed="")
        return link._replace(printed=self.printed(link))

    def printed(self, link: FigureLink) -> str:
        """How a linked figure prints now; empty where there is nothing to print, or nothing that may be printed."""
        kind, _, subject = link.what.partition("/")
        if kind == "count" and subject in _VERDICTS:
            return format_number(len(self._of(subject)), 0)
        if kind == "names" and subject in _VERDICTS:
            return "; ".join(dict.fromkeys(self.name(each) for each in self._of(subject)))
        result = self._by_id.get(subject)
        if result is None or kind not in _PRINTERS:
            return ""
        return _PRINTERS[kind](self, result, link)

    def name(self, result: TargetResult) -> str:
        """The indicator as the plan calls it."""
        return self.writer.calculator.catalogue.indicators[result.target.indicator].name_vi

    def is_plain(self, result: TargetResult) -> bool:
        """Whether a result says a number of the target's own indicator, and all of it may be printed."""
        value = result.value
        return (
            value.indicator == result.target.indicator
            and value.value is not None
            and self.writer.indicator(value).unit not in ("boolean", "class")
            and not any(self.writer.is_hidden(each) for each in (value, *result.by_sex))
        )

    @staticmethod
    def is_borrowed(value: IndicatorValue) -> bool:
        """Whether a figure behind the value was taken from another period: the asked one reported none of its own."""
        return bool(value.borrowed)

    def in_year(self, result: TargetResult, year: int, category: str = TOTAL) -> IndicatorValue:
        """The same indicator in the same period of another year."""
        return self.writer.calculator.value(result.value.indicator, self.period.in_year(year), category)

    def difference(self, result: TargetResult) -> Number | None:
        """Change against the same period of last year, as printed; None where the two cannot be compared."""
        before = self.in_year(result, self.period.year - 1)
        if before.value is None or result.value.value is None or not self.is_plain(result):
            return None
        if before.status is not Status.OK or self.writer.is_hidden(before) or result.value.first_year is not None:
            return None
        if self.is_borrowed(before) or self.is_borrowed(result.value):
            return None
        if is_broken(self.breaks, before.period, self.period):
            return None
        return change(before.value, result.value.value, self.writer.indicator(result.value).decimals)

    def distance(self, result: TargetResult) -> Number | None:
        """How far a plain share lies from what is asked, in points; None for anything else."""
        limit, value = limit_of(result), result.value.value
        if limit is None or value is None or limit.high is not None or not self.is_plain(result):
            return None
        indicator = self.writer.indicator(result.value)
        if indicator.unit != "%" or result.previous is not None or result.by_sex or result.value.first_year is not None:
            return None
        return change(limit.value, value, indicator.decimals)

    def amount(self, result: TargetResult, number: Number) -> str:
        """A difference with its unit: "1,2 điểm phần trăm", "3 ca"."""
        indicator = self.writer.indicator(result.value)
        shown = format_number(number if number >= 0 else -number, indicator.decimals)
        if indicator.unit_vi in _OF_POINTS:
            return text(f"proposal.{_OF_POINTS[indicator.unit_vi]}", number=shown)
        return with_unit(indicator, shown)

    def _of(self, subject: str) -> list[TargetResult]:
        return [each for each in self.kept if each.verdict in _VERDICTS[subject]]

    def _value(self, result: TargetResult, link: FigureLink) -> str:
        period = parse_period(link.period)
        if period == self.period and link.category == TOTAL:
            value = result.value
        else:
            value = self.writer.calculator.value(result.value.indicator, period, link.category)
        shown = self.writer.result_text(value, limit_of(result))
        if self.writer.indicator(result.value).unit == "boolean":
            shown = lower(shown)
        if value.borrowed:
            others = "; ".join(dict.fromkeys(borrowed_words(period) for _, period in value.borrowed))
            shown = f"{shown} ({others})"
        if result.value.indicator != result.target.indicator:
            return text("plan.yardstick", name=self.writer.indicator(result.value).name_vi, result=shown)
        return shown

    def _fraction(self, result: TargetResult, _link: FigureLink) -> str:
        return self.writer.fraction_text(result.value)

    def _gap(self, result: TargetResult, _link: FigureLink) -> str:
        return self.writer.gap_text(result)

    def _asked(self, result: TargetResult, _link: FigureLink) -> str:
        return printed_target(result.target, self.writer.calculator.catalogue.indicators[result.target.indicator])

    def _change(self, result: TargetResult, _link: FigureLink) -> str:
        difference = self.difference(result)
        if difference is None:
            return ""
        if not difference:
            return text("proposal.unchanged")
        key = "proposal.up" if difference > 0 else "proposal.down"
        return text(key, amount=self.amount(result, difference))

    def _margin(self, result: TargetResult, _link: FigureLink) -> str:
        distance = self.distance(result)
        if distance is None:
            return ""
        key = "proposal.above" if distance >= 0 else "proposal.below"
        return text(key, amount=self.amount(result, distance))


_PRINTERS: Mapping[str, Callable[[PlanBook, TargetResult, FigureLink], str]] = {
    "value": PlanBook._value,
    "fraction": PlanBook._fraction,
    "gap": PlanBook._gap,
    "asked": PlanBook._asked,
    "change": PlanBook._change,
    "margin": PlanBook._margin,
}
