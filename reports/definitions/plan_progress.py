"""Progress of one plan in one period: narrative, table of targets, charts, duties, user's own text, annex."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from data import queries
from data.calculation import Calculator
from data.catalogue.content import Catalogue
from data.model import Completion, IndicatorValue, ObligationState, Profile, ReportText, Station, TargetResult
from data.periods import Period, PeriodType, parse_period
from data.plan_definitions import Plan
from reports.document import (
    Appendix,
    Block,
    Chart,
    Heading,
    Paragraph,
    ParagraphKind,
    ReportDocument,
    Table,
)
from reports.report import Basis, Report, ReportRequest
from reports.sections.annex import annex_table, shown_elements
from reports.sections.appraised import NONE_APPRAISED, Appraised, appraised_in
from reports.sections.basis import indicators_of, needed_elements
from reports.sections.charts import bar_charts, trend_charts
from reports.sections.duties import duty_tables
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
from reports.sections.remarks import completion_reasons, cut_lines, legend
from reports.sections.summary import count_paragraphs, detail_paragraphs
from reports.sections.targets import columns, target_rows
from reports.sections.wording import citation, period_words
from reports.texts import text

PERIOD_TYPES = (PeriodType.QUARTER, PeriodType.HALF_YEAR, PeriodType.NINE_MONTHS, PeriodType.YEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanProgressInput:
    """Everything the report says, gathered.

    Attributes:
        profile: The station's details on the last day of the period.
        results: All targets of the plan held against the period, in catalogue order.
        trends: Target id -> the same period of earlier years and this one, oldest first.
        contradictions: How many validation rules fail among the figures behind the results.
        completions: Forms marked complete; those with a reason are named on page 1.
        cuts: Code of a form -> ``calendar`` or ``fifteenth``.
        appraised: Figures that come from a recognised appraisal.
    """

    catalogue: Catalogue
    plan: Plan
    period: Period
    station: Station
    profile: Profile
    calculator: Calculator
    results: tuple[TargetResult, ...]
    trends: Mapping[str, tuple[tuple[int, IndicatorValue], ...]]
    obligation_states: tuple[ObligationState, ...] = ()
    texts: tuple[ReportText, ...] = ()
    contradictions: int = 0
    completions: tuple[Completion, ...] = ()
    cuts: Mapping[str, str] = field(default_factory=dict)
    appraised: Appraised = NONE_APPRAISED

    @property
    def writer(self) -> FigureWriter:
        """Writes the figures, hiding what the receiver may not see."""
        return FigureWriter(self.calculator, not self.profile.receiver_is_health_sector)


def collect(store: queries.Store, catalogue: Catalogue, request: ReportRequest) -> PlanProgressInput:
    """Ask the station file for everything the report says.

    Raises:
        UserError: plan_unknown (``plan``), period_unknown.
    """
    plan = queries.plan_of(catalogue, request.plan)
    period = parse_period(request.period)
    first = min(period.year - YEARS_SHOWN, plan.first_year - 1)
    figures = queries.load_figures(store, years=range(first, period.year + 1))
    calculator = Calculator(catalogue, figures)
    results = queries.judge(store, calculator, period).results(plan, period)
    last_day = period.last_day
    station = queries.station_on(store, last_day)
    return PlanProgressInput(
        catalogue=catalogue,
        plan=plan,
        period=period,
        station=station,
        profile=queries.profile_on(store, request.details_day),
        calculator=calculator,
        results=results,
        trends=trends_of(calculator, results, period),
        obligation_states=queries.obligation_states(store, plan.id),
        texts=queries.report_texts(store, plan.id, period.code),
        contradictions=contradictions_of(calculator, results, period, station.series_breaks),
        completions=queries.completions(store),
        cuts=cuts_of(store, catalogue, period),
        appraised=appraised_in(store, (period.year - 1, period.year)),
    )


def make_document(given: PlanProgressInput) -> ReportDocument:
    """Lay the report out; a draft, with number and day left open."""
    profile, period = given.profile, given.period
    return ReportDocument(
        kind="plan_progress",
        head=head_of(profile),
        type_name=text("plan.type_name"),
        subject=text("plan.subject", period=period_words(period), title=given.plan.title_vi),
        addressees=profile.receivers,
        has_addressees=True,
        blocks=tuple(_body(given)),
        recipients=recipients_of(profile, profile.receivers),
        signature=signature_of(profile),
        seal_size=seal_size_of(profile),
        appendices=(_annex(given),),
        marks=tuple(marks_of(given.station)),
    )


def _body(given: PlanProgressInput) -> Iterator[Block]:
    period, issuer = period_words(given.period), given.profile.name
    yield Paragraph(text=text("plan.following", citation=citation(given.plan), issuer=issuer, period=period))
    yield Heading(level=1, text=text("plan.section_summary"))
    yield from count_paragraphs(given.results, given.period)
    yield from _completion_reasons(given)
    yield from own_text(given.texts, given.period, "summary")
    yield from detail_paragraphs(given.results, given.writer)
    if given.contradictions:
        words = text("plan.contradictions", count=given.contradictions)
        yield Paragraph(text=words, kind=ParagraphKind.REMARK)
    yield Heading(level=1, text=text("plan.section_results"))
    yield _targets_table(given)
    yield from _charts(given)
    yield Heading(level=1, text=text("plan.section_duties"))
    tables = duty_tables(given.plan, given.obligation_states, given.period)
    yield from tables
    if not tables:
        yield Paragraph(text=text("plan.no_duties"))
    for section in ("difficulties", "proposals"):
        yield from section_to_write(text(f"plan.section_{section}"), own_text(given.texts, given.period, section))
    if next_steps := own_text(given.texts, given.period, "next_steps"):
        yield Heading(level=1, text=text("plan.section_next_steps"))
        yield from next_steps
    yield Paragraph(text=text("plan.closing", period=period, issuer=issuer))


def _completion_reasons(given: PlanProgressInput) -> Iterator[Paragraph]:
    """On page 1: the forms behind these figures that were completed although something was open, and why."""
    elements = shown_elements(given.results, given.writer)
    for words in completion_reasons(given.catalogue, given.completions, elements, given.period):
        yield Paragraph(text=words)


def _targets_table(given: PlanProgressInput) -> Table:
    rows = target_rows(given.plan, given.period, given.results, given.writer)
    elements = shown_elements(given.results, given.writer)
    remarks = (
        *legend(rows, given.results, given.writer, given.period),
        *cut_lines(given.catalogue, given.cuts, elements, given.period),
    )
    caption = text("table.results_caption", period=period_words(given.period))
    return Table(caption=caption, columns=columns(given.period, given.results), rows=rows, remarks=remarks)


def _charts(given: PlanProgressInput) -> Iterator[Block]:
    charts: list[Chart] = [
        *bar_charts(given.results, given.period, given.writer),
        *trend_charts(given.results, given.trends, given.period, given.writer),
    ]
    yield from numbered(charts)


def _annex(given: PlanProgressInput) -> Appendix:
    table = annex_table(given.results, given.writer, given.appraised.remarks)
    elements = shown_elements(given.results, given.writer)
    cuts = cut_lines(given.catalogue, given.cuts, elements, given.period)
    remarks = (*table.remarks, *cuts, text("annex.end"))
    return appendix_of(given.profile, text("annex.title"), (replace(table, remarks=remarks),))


def basis_of(store: queries.Store, catalogue: Catalogue, request: ReportRequest) -> Basis:
    """What the report rests on.

    Raises:
        UserError: As ``collect``.
    """
    given = collect(store, catalogue, request)
    indicators = indicators_of(given.results)
    targets = {target.id for target in given.plan.targets}
    decisions = [decision for decision in queries.decisions(store) if decision.target in targets]
    return Basis(
        indicators=indicators,
        elements=frozenset(queries.elements_needed(catalogue, indicators)),
        needed=needed_elements(catalogue, given.results),
        first_year=min(given.period.year - YEARS_SHOWN, given.plan.first_year - 1),
        definition=given.plan,
        recorded={"obligation_states": given.obligation_states, "decisions": decisions, "cuts": given.cuts},
    )


REPORT = Report(
    kind="plan_progress",
    needs_plan=True,
    period_types=PERIOD_TYPES,
    document=lambda store, catalogue, request: make_document(collect(store, catalogue, request)),
    basis=basis_of,
)
