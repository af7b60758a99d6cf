"""Sentences proposed for the report on a plan. What each rule says in words stands in ``[rule]``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.documents.records import FigureLink
from data.model import Number, TargetResult, Verdict
from data.narrative.facts import is_broken, worse_run
from reports.sections.gathered import YEARS_SHOWN
from reports.sections.proposals import Rule, Said, said
from reports.sections.proposals_book import JUDGED, PlanBook
from reports.sections.wording import capital, period_words


def _judged(book: PlanBook) -> Iterator[Said]:
    """How many of the judged targets are met."""
    keys = {"judged": JUDGED, "met": Verdict.MET.value, "not_met": Verdict.NOT_MET.value}
    figures = {name: book.figure(f"count/{verdict}") for name, verdict in keys.items()}
    if figures["judged"].printed != "0":
        yield said("judged", figures, period=capital(period_words(book.period)))


def _margins(book: PlanBook) -> Iterator[Said]:
    """The targets met by the largest margin, in points."""
    far = [
        (-_size(distance), place, result)
        for place, result in enumerate(book.kept)
        if result.verdict is Verdict.MET and (distance := book.distance(result))
    ]
    for _, _, result in sorted(far, key=lambda each: each[:2]):
        yield said("margin", _figures(book, result, "value", "margin", "asked"), name=book.name(result))


def _changes(book: PlanBook) -> Iterator[Said]:
    """Changes against the same period of last year: shares by points, then counts by their share of last year."""
    found: list[tuple[bool, Number, int, TargetResult]] = []
    for place, result in enumerate(_each_indicator_once(book.kept)):
        difference = book.difference(result)
        if difference is not None:
            is_share = book.writer.indicator(result.value).unit == "%"
            found.append((not is_share, -_size(difference), place, result))
    key = "change_year" if book.period.is_year else "change"
    for _, _, _, result in sorted(found, key=lambda each: each[:3]):
        figures = _figures(book, result, "value", "change")
        before = book.period.in_year(book.period.year - 1).code
        figures["before"] = book.figure(f"value/{result.target.id}", period=before)
        yield said(key, figures, name=book.name(result))


def _small(book: PlanBook) -> Iterator[Said]:
    """Shares of so few that one case more or less changes much."""
    for result in _each_indicator_once(book.kept):
        is_told = book.is_plain(result) and not book.writer.indicator(result.value).confidential
        if is_told and book.writer.is_small_number(result):
            yield said("small", _figures(book, result, "value", "fraction"), name=book.name(result))


def _missed(book: PlanBook) -> Iterator[Said]:
    """The targets not met, with both sexes where each is bound, and the gap."""
    for result in book.kept:
        is_told = result.value.value is not None or result.value.choice is not None
        if result.verdict is not Verdict.NOT_MET or not is_told or _is_hidden(book, result):
            continue
        figures = _figures(book, result, "value", "asked", "gap")
        key = "missed" if figures["gap"].printed else "missed_without_gap"
        if result.by_sex:
            key = f"{key}_sexes"
            figures |= {sex: book.figure(f"value/{result.target.id}", sex) for sex in ("male", "female")}
        if not figures["gap"].printed:
            del figures["gap"]
        yield said(key, figures, name=book.name(result))


def _missing(book: PlanBook) -> Iterator[Said]:
    """The targets whose figures are not reported."""
    yield from _named(book, "missing", Verdict.MISSING)


def _worse(book: PlanBook) -> Iterator[Said]:
    """Indicators that are worse than in the year before three times running."""
    for result in _each_indicator_once(book.kept):
        indicator = book.writer.indicator(result.value)
        if not book.is_plain(result) or result.value.first_year is not None:
            continue
        years = range(book.period.year - YEARS_SHOWN + 1, book.period.year + 1)
        values = [(year, book.in_year(result, year)) for year in years]
        shown = [
            (year, None if book.writer.is_hidden(value) or book.is_borrowed(value) else value.value)
            for year, value in values
        ]
        run = worse_run(shown, indicator.direction, indicator.decimals)
        if not run or is_broken(book.breaks, book.period.in_year(run[0]), book.period):
            continue
        figures = {
            f"value{place}": book.figure(f"value/{result.target.id}", period=book.period.in_year(year).code)
            for place, year in enumerate(run)
        }
        words = {f"year{place}": str(year) for place, year in enumerate(run)}
        yield said("worse_year" if book.period.is_year else "worse", figures, name=indicator.name_vi, **words)


def _asking(book: PlanBook) -> Iterator[Said]:
    """What is still needed for a missed target; what is asked for, a person writes."""
    for result in book.kept:
        if result.verdict is Verdict.NOT_MET and _has_gap(book, result):
            yield said("asking", _figures(book, result, "asked", "gap"), name=book.name(result))


def _going_on(book: PlanBook) -> Iterator[Said]:
    """Inside the year: what is still needed until its end."""
    for result in book.kept:
        if result.is_provisional and result.verdict is Verdict.NOT_MET and _has_gap(book, result):
            figures = _figures(book, result, "gap", "asked")
            yield said("going_on", figures, name=book.name(result), year=str(book.period.year))


def _ahead(book: PlanBook) -> Iterator[Said]:
    """Targets of a later year that are not reached yet, the nearest years first; each indicator with its nearest."""
    early = (each for each in book.kept if each.verdict is Verdict.NOT_DUE and book.is_plain(each))
    behind = sorted((each for each in early if _has_gap(book, each)), key=lambda each: each.target.horizon.year)
    for result in _each_indicator_once(behind):
        figures = _figures(book, result, "value", "gap", "asked")
        yield said("ahead", figures, name=book.name(result), year=str(result.target.horizon.year))


def _to_report(book: PlanBook) -> Iterator[Said]:
    """The figures that are still to be reported."""
    yield from _named(book, "to_report", Verdict.MISSING)


PLAN_RULES: tuple[Rule[PlanBook], ...] = (
    Rule(code="judged", section="summary", make=_judged),
    Rule(code="margin", section="summary", make=_margins),
    Rule(code="change", section="summary", make=_changes),
    Rule(code="small", section="summary", make=_small),
    Rule(code="missed", section="difficulties", make=_missed),
    Rule(code="missing", section="difficulties", make=_missing),
    Rule(code="worse", section="difficulties", make=_worse),
    Rule(code="asking", section="proposals", make=_asking),
    Rule(code="going_on", section="next_steps", make=_going_on),
    Rule(code="ahead", section="next_steps", make=_ahead),
    Rule(code="to_report", section="next_steps", make=_to_report),
)
"""In the order in which they are offered."""

MOST_NAMED = 8


def _named(book: PlanBook, key: str, verdict: Verdict) -> Iterator[Said]:
    count = book.figure(f"count/{verdict.value}")
    if count.printed == "0":
        return
    figures = {"count": count, "names": book.figure(f"names/{verdict.value}")}
    if sum(result.verdict is verdict for result in book.kept) > MOST_NAMED:
        del figures["names"]
        key = f"{key}_many"
    yield said(key, figures)


def _each_indicator_once(results: Iterable[TargetResult]) -> Iterator[TargetResult]:
    """Results without those on an indicator that came before: of its horizons and scopes the first one speaks."""
    seen: set[str] = set()
    for result in results:
        if result.value.indicator not in seen:
            seen.add(result.value.indicator)
            yield result


def _figures(book: PlanBook, result: TargetResult, *kinds: str) -> dict[str, FigureLink]:
    return {kind: book.figure(f"{kind}/{result.target.id}") for kind in kinds}


def _is_hidden(book: PlanBook, result: TargetResult) -> bool:
    """Whether any value could point at a person (CONTRACT C4)."""
    return any(book.writer.is_hidden(each) for each in (result.value, *result.by_sex))


def _has_gap(book: PlanBook, result: TargetResult) -> bool:
    """Whether the gap is a number that may be printed."""
    return result.gap is not None and bool(result.gap) and not _is_hidden(book, result)


def _size(number: Number) -> Number:
    return number if number >= 0 else -number
