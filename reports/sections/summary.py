"""The sentences on the whole: how many targets have which verdict, which are missed and by how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from data.model import TargetResult, Verdict
from data.periods import Period
from data.printing import limit_of, printed_target
from data.targets import clauses_of, without_repeats
from reports.document import Paragraph, ParagraphKind
from reports.sections.figures import FigureWriter
from reports.sections.wording import period_words, until_words
from reports.texts import text

MOST_NAMED = 8
"""Targets without figures that are still listed by name; more are read in the table."""


def count_paragraphs(results: Sequence[TargetResult], period: Period) -> Iterator[Paragraph]:
    """How many targets have which verdict, and how far that can be said inside the year."""
    kept = without_repeats(results)
    if any(result.outside_plan for result in kept):
        yield Paragraph(text=text("plan.outside"))
    yield Paragraph(text=_count_sentence(results, kept, period))
    if any(result.is_provisional for result in kept):
        yield Paragraph(text=text("plan.provisional", until=until_words(period)))


def detail_paragraphs(results: Sequence[TargetResult], writer: FigureWriter) -> Iterator[Paragraph]:
    """The missed targets with their gaps, those not yet due that are behind, and what is missing or undecided."""
    kept = without_repeats(results)
    missed = [_missed(result, results, writer) for result in kept if result.verdict is Verdict.NOT_MET]
    yield from _listed("plan.missed_head", missed)
    yield from _listed("plan.ahead_head", [_missed(result, results, writer) for result in _ahead(kept, writer)])
    for verdict in (Verdict.MISSING, Verdict.UNDECIDED):
        yield from _named(verdict, [_name(result, writer) for result in kept if result.verdict is verdict])


def _named(verdict: Verdict, names: Sequence[str]) -> Iterator[Paragraph]:
    """The targets of a verdict by name; only their number where the names would fill the page."""
    if len(names) > MOST_NAMED:
        yield Paragraph(text=text(f"plan.{verdict.value}_many", count=len(names)))
    elif names:
        yield Paragraph(text=text(f"plan.{verdict.value}_head", names="; ".join(dict.fromkeys(names))))


def _listed(head: str, points: Sequence[str]) -> Iterator[Paragraph]:
    if points:
        yield Paragraph(text=text(head))
    for index, words in enumerate(points, start=1):
        yield Paragraph(text=words + ("." if index == len(points) else ";"), kind=ParagraphKind.POINT)


def _ahead(kept: Sequence[TargetResult], writer: FigureWriter) -> list[TargetResult]:
    """Targets not yet due whose gap is known and open; of several horizons of an indicator the nearest."""
    nearest: dict[str, TargetResult] = {}
    for result in sorted(kept, key=lambda each: each.target.horizon.year):
        if result.verdict is Verdict.NOT_DUE and writer.gap_text(result):
            nearest.setdefault(result.target.indicator, result)
    return [result for result in kept if nearest.get(result.target.indicator) is result]


def _count_sentence(results: Sequence[TargetResult], kept: Sequence[TargetResult], period: Period) -> str:
    numbers = Counter(result.verdict for result in kept)
    counts = "; ".join(
        text("plan.count_of", count=numbers[verdict], verdict=text(f"verdict.{verdict.value}").lower())
        for verdict in Verdict
        if numbers[verdict]
    )
    key = "plan.count_repeated" if len(kept) < len(results) else "plan.count"
    return text(key, all=len(results), kept=len(kept), period=period_words(period), counts=counts)


def _missed(result: TargetResult, results: Sequence[TargetResult], writer: FigureWriter) -> str:
    own = writer.calculator.catalogue.indicators[result.target.indicator]
    printed = writer.result_text(result.value, limit_of(result))
    if result.value.indicator != result.target.indicator:
        printed = text("plan.yardstick", name=writer.indicator(result.value).name_vi, result=printed)
    target = printed_target(result.target, own)
    if result.verdict is Verdict.NOT_DUE:
        target = text("plan.target_in", target=target, year=result.target.horizon.year)
    clause = clauses_of(result, results)
    key = "plan.missed" if clause else "plan.missed_without_clause"
    words = text(key, name=own.name_vi, clause=clause, result=printed, target=target)
    gap = writer.gap_text(result)
    return f"{words}, {gap}" if gap else words


def _name(result: TargetResult, writer: FigureWriter) -> str:
    return writer.calculator.catalogue.indicators[result.target.indicator].name_vi
