"""The sentences on the whole: how many targets have which verdict, which are missed and by how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from data.model import TargetResult, Verdict
from data.periods import Period
from data.printing import limit_of, printed_target
from reports.document import Paragraph, ParagraphKind
from reports.sections.figures import FigureWriter
from reports.sections.targets import clauses_of, kept_results
from reports.sections.wording import period_words, until_words
from reports.texts import text


def summary_paragraphs(results: Sequence[TargetResult], period: Period, writer: FigureWriter) -> Iterator[Paragraph]:
    """Counts for each verdict, the missed targets with their gaps, and what is missing or undecided."""
    kept = kept_results(results)
    if any(result.outside_plan for result in kept):
        yield Paragraph(text=text("plan.outside"))
    yield Paragraph(text=_count_sentence(results, kept, period))
    if any(result.is_provisional for result in kept):
        yield Paragraph(text=text("plan.provisional", until=until_words(period)))
    missed = [_missed(result, results, writer) for result in kept if result.verdict is Verdict.NOT_MET]
    if missed:
        yield Paragraph(text=text("plan.missed_head"))
        for index, words in enumerate(missed):
            end = "." if index == len(missed) - 1 else ";"
            yield Paragraph(text=words + end, kind=ParagraphKind.POINT)
    for verdict in (Verdict.MISSING, Verdict.UNDECIDED):
        names = [_name(result, writer) for result in kept if result.verdict is verdict]
        if names:
            yield Paragraph(text=text(f"plan.{verdict.value}_head", names="; ".join(dict.fromkeys(names))))


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
    words = text(
        "plan.missed",
        name=_name(result, writer),
        clause=clauses_of(result, results),
        result=writer.result_text(result.value, limit_of(result)),
        target=printed_target(result.target, own),
    )
    gap = writer.gap_text(result)
    return f"{words}, {gap}" if gap else words


def _name(result: TargetResult, writer: FigureWriter) -> str:
    return writer.calculator.catalogue.indicators[result.target.indicator].name_vi
