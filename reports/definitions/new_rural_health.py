"""Health indicators of a new-rural set in one half-year or year: verdicts, gaps, where each level comes from, annex."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from data import queries, rural_queries
from data.calculation import Calculator
from data.catalogue.content import Catalogue
from data.model import IndicatorValue, Profile, ReportText, Station, Verdict
from data.periods import Period, PeriodType
from reports.document import Appendix, Block, Heading, Paragraph, ParagraphKind, ReportDocument, Table
from reports.report import Basis, Report, ReportRequest, SetName, checked_period
from reports.sections.annex import annex_table, shown_elements
from reports.sections.appraised import CRITERIA_SCORE, NONE_APPRAISED, Appraised, appraised_in
from reports.sections.basis import indicators_of, needed_elements
from reports.sections.charts import bar_charts, trend_charts
from reports.sections.figures import FigureWriter
from reports.sections.gathered import (
    YEARS_SHOWN,
    contradictions_of,
    cuts_of,
    marks_of,
    numbered,
    own_text,
    section_to_write,
    trends_of,
)
from reports.sections.letter import appendix_of, head_of, recipients_of, seal_size_of, signature_of
from reports.sections.remarks import cut_lines, legend
from reports.sections.rural_tables import (
    Judged,
    criteria_remark,
    mark_of,
    result_columns,
    result_rows,
    set_sentences,
    source_table,
    units_of,
    unknown_sentences,
    verdict_words,
)
from reports.sections.summary import detail_paragraphs
from reports.sections.wording import period_words, until_words
from reports.texts import text

COMMUNE = "xa"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRuralInput:
    """Everything the report says, gathered.

    Attributes:
        profile: The station's details on the last day of the period.
        judged: The set held against the period.
        trends: Target id -> the same period of earlier years and this one, oldest first.
        contradictions: How many validation rules fail among the figures behind the results.
        cuts: Code of a form -> ``calendar`` or ``fifteenth``.
        appraised: Figures that come from a recognised appraisal.
    """

    catalogue: Catalogue
    judged: Judged
    station: Station
    profile: Profile
    calculator: Calculator
    trends: Mapping[str, tuple[tuple[int, IndicatorValue], ...]]
    texts: tuple[ReportText, ...] = ()
    contradictions: int = 0
    cuts: Mapping[str, str] = field(default_factory=dict)
    appraised: Appraised = NONE_APPRAISED

    @property
    def period(self) -> Period:
        """The period that is reported."""
        return self.judged.period

    @property
    def writer(self) -> FigureWriter:
        """Writes the figures, hiding what the receiver may not see."""
        return FigureWriter(self.calculator, not self.profile.receiver_is_health_sector)


def collect(store: queries.Store, catalogue: Catalogue, request: ReportRequest) -> NewRuralInput:
    """Ask the station file for everything the report says.

    Raises:
        UserError: rural_set_unknown (``set``), and as ``checked_period``.
    """
    period = checked_period(REPORT, request)
    rural_set = rural_queries.rural_set(store, request.criteria_set)
    figures = queries.load_figures(store, years=range(period.year - YEARS_SHOWN, period.year + 1))
    calculator = Calculator(catalogue, figures)
    results = rural_queries.rural_results(store, calculator, rural_set, period)
    appraised = appraised_in(store, (period.year - 1, period.year))
    judged = Judged(
        rural_set=rural_set,
        results=results,
        place=rural_queries.rural_place_on(store, period.last_day),
        period=period,
        grounds=appraised.grounds,
        recognised=appraised.years,
    )
    station = queries.station_on(store, period.last_day)
    return NewRuralInput(
        catalogue=catalogue,
        judged=judged,
        station=station,
        profile=queries.profile_on(store, request.details_day),
        calculator=calculator,
        trends=trends_of(calculator, judged.targets, period),
        texts=queries.report_texts(store, request.text_key, period.code),
        contradictions=contradictions_of(calculator, judged.targets, period, station.series_breaks),
        cuts=cuts_of(store, catalogue, period),
        appraised=appraised,
    )


def make_document(given: NewRuralInput) -> ReportDocument:
    """Lay the report out; a draft, with number and day left open. Every page says that the set is not official."""
    profile = given.profile
    return ReportDocument(
        kind="new_rural_health",
        head=head_of(profile),
        type_name=text("rural.type_name"),
        subject=text("rural.subject", period=period_words(given.period)),
        addressees=profile.receivers,
        has_addressees=True,
        blocks=tuple(_body(given)),
        recipients=recipients_of(profile, profile.receivers),
        signature=signature_of(profile),
        seal_size=seal_size_of(profile),
        appendices=(_annex(given),) if given.judged.targets else (),
        marks=(*marks_of(given.station), mark_of(given.judged.rural_set)),
    )


def _body(given: NewRuralInput) -> Iterator[Block]:
    period, issuer, rural_set = period_words(given.period), given.profile.name, given.judged.rural_set
    named = {"title": rural_set.title_vi, "decision": rural_set.decision}
    is_later = rural_set.first_year > given.period.year
    following = "rural.following_later" if is_later else "rural.following"
    yield Paragraph(text=text(following, **named, issuer=issuer, period=period))
    yield Heading(level=1, text=text("rural.section_summary"))
    yield from (Paragraph(text=words) for words in _summary(given))
    yield from own_text(given.texts, given.period, "summary")
    known = [each.result for each in given.judged.results if each.result is not None and each.unknown is None]
    yield from detail_paragraphs(known, given.writer)
    if given.contradictions:
        words = text("plan.contradictions", count=given.contradictions)
        yield Paragraph(text=words, kind=ParagraphKind.REMARK)
    yield Heading(level=1, text=text("rural.section_results"))
    yield _results_table(given)
    yield from _charts(given)
    yield Heading(level=1, text=text("rural.section_sources"))
    yield from (Paragraph(text=words) for words in set_sentences(rural_set))
    yield source_table(rural_set, units_of(rural_set, given.catalogue))
    yield Paragraph(text=text("rural.set_version", version=rural_set.version), kind=ParagraphKind.REMARK)
    for section in ("difficulties", "proposals"):
        yield from section_to_write(text(f"rural.section_{section}"), own_text(given.texts, given.period, section))
    closing = "rural.closing" if given.judged.targets else "rural.closing_without_annex"
    yield Paragraph(text=text(closing, period=period, issuer=issuer))


def _summary(given: NewRuralInput) -> Iterator[str]:
    """How many indicators have which verdict, how far that can be said, and what cannot be known yet."""
    judged, station = given.judged, given.station
    if station.place_kind != COMMUNE:
        yield text("rural.not_commune", place=station.place)
    if judged.reference_year is not None:
        yield text("rural.outside")
    if not judged.targets:
        yield text("rural.names_only", all=len(judged.results))
        return
    counted = {"all": len(judged.results), "period": period_words(given.period), "counts": _counts(judged)}
    year = judged.reference_year
    yield text("rural.count", **counted) if year is None else text("rural.count_outside", **counted, year=year)
    if any(result.is_provisional for result in judged.targets):
        yield text("plan.provisional", until=until_words(given.period))
    yield from unknown_sentences(judged)


def _counts(judged: Judged) -> str:
    """How many indicators have which verdict, in the order of the verdicts; those without a known level last."""
    numbers = Counter(verdict_words(each) for each in judged.results)
    order = (*(text(f"verdict.{verdict.value}") for verdict in Verdict), text("rural.not_judged"))
    return "; ".join(
        text("plan.count_of", count=numbers[words], verdict=words.lower()) for words in order if numbers[words]
    )


def _results_table(given: NewRuralInput) -> Table:
    judged, writer, period = given.judged, given.writer, given.period
    rows = result_rows(judged, writer)
    elements = shown_elements(judged.targets, writer)
    remarks = [*legend(rows, judged.targets, writer, period)]
    if elements:
        remarks += cut_lines(given.catalogue, given.cuts, elements, period)
    if any(each.unknown is not None or each.result is None for each in judged.results):
        remarks.insert(1, text("rural.legend_unknown_level"))
    if CRITERIA_SCORE in elements:
        remarks.append(criteria_remark(judged))
    caption = text("rural.results_caption", period=period_words(period))
    return Table(caption=caption, columns=result_columns(judged), rows=rows, remarks=tuple(remarks))


def _charts(given: NewRuralInput) -> Iterator[Block]:
    targets, period, writer = given.judged.targets, given.period, given.writer
    yield from numbered([*bar_charts(targets, period, writer), *trend_charts(targets, given.trends, period, writer)])


def _annex(given: NewRuralInput) -> Appendix:
    targets, writer = given.judged.targets, given.writer
    table = annex_table(targets, writer, given.appraised.remarks)
    cuts = cut_lines(given.catalogue, given.cuts, shown_elements(targets, writer), given.period)
    remarks = (*table.remarks, *cuts, text("annex.end"))
    return appendix_of(given.profile, text("annex.title"), (replace(table, remarks=remarks),))


def basis_of(store: queries.Store, catalogue: Catalogue, request: ReportRequest) -> Basis:
    """What the report rests on.

    Raises:
        UserError: As ``collect``.
    """
    given = collect(store, catalogue, request)
    indicators = indicators_of(given.judged.targets)
    return Basis(
        indicators=indicators,
        elements=frozenset(queries.elements_needed(catalogue, indicators)),
        needed=needed_elements(catalogue, given.judged.targets),
        first_year=given.period.year - YEARS_SHOWN,
        definition=given.judged.rural_set,
        recorded={"place": given.judged.place, "grounds": given.judged.grounds, "cuts": given.cuts},
    )


REPORT = Report(
    kind="new_rural_health",
    needs_set=True,
    sets=lambda store: tuple(
        SetName(each.id, each.title_vi, each.origin == "own", (each.first_year, each.last_year))
        for each in rural_queries.rural_sets(store)
    ),
    period_types=(PeriodType.HALF_YEAR, PeriodType.YEAR),
    basis=basis_of,
    document=lambda store, catalogue, request: make_document(collect(store, catalogue, request)),
)
