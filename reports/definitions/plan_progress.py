"""Progress of one plan in one period: narrative, table of targets, charts, duties, user's own text, annex."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from data import queries
from data.calculation import Calculator
from data.catalogue.content import Catalogue
from data.model import Completion, IndicatorValue, ObligationState, Profile, ReportText, Station, TargetResult
from data.periods import Period, PeriodType, parse_period
from data.plan_definitions import Plan
from data.validation import RuleBook
from reports.document import (
    Appendix,
    Block,
    Chart,
    Heading,
    Paragraph,
    ParagraphKind,
    ReportDocument,
    Table,
    WritingLines,
)
from reports.report import Report, ReportRequest
from reports.sections.annex import annex_table, shown_elements
from reports.sections.charts import bar_charts, trend_charts
from reports.sections.duties import duty_tables
from reports.sections.figures import FigureWriter
from reports.sections.letter import appendix_of, head_of, recipients_of, signature_of
from reports.sections.remarks import completion_reasons, cut_lines, legend
from reports.sections.summary import count_paragraphs, detail_paragraphs
from reports.sections.targets import columns, target_rows
from reports.sections.wording import citation, period_words
from reports.texts import text

PERIOD_TYPES = (PeriodType.QUARTER, PeriodType.HALF_YEAR, PeriodType.NINE_MONTHS, PeriodType.YEAR)
OWN_LENGTHS = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR)
YEARS_SHOWN = 5
EMPTY_LINES = 3


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
    cuts = {code: _cut(store, code, period) for code in catalogue.data_sets}
    return PlanProgressInput(
        catalogue=catalogue,
        plan=plan,
        period=period,
        station=station,
        profile=queries.profile_on(store, last_day),
        calculator=calculator,
        results=results,
        trends=trends_of(calculator, results, period),
        obligation_states=queries.obligation_states(store, plan.id),
        texts=queries.report_texts(store, plan.id, period.code),
        contradictions=_contradictions(calculator, results, period, station.series_breaks),
        completions=queries.completions(store),
        cuts=cuts,
    )


def _contradictions(
    calculator: Calculator, results: tuple[TargetResult, ...], period: Period, breaks: tuple[date, ...]
) -> int:
    """How many rules fail among the figures behind the results, in the period and in what lies inside it."""
    codes = {result.value.indicator for result in results}
    elements = {element for code in codes for element in calculator.formula(code).elements}
    book = RuleBook(calculator.catalogue, breaks)
    inner = {part for length in OWN_LENGTHS for part in period.parts(length) or ()}
    return len(book.broken(calculator.figures, dict.fromkeys(inner, elements)))


def trends_of(
    calculator: Calculator, results: tuple[TargetResult, ...], period: Period
) -> dict[str, tuple[tuple[int, IndicatorValue], ...]]:
    """The asked period in this year and the four before, for what each target compares."""
    years = range(period.year - YEARS_SHOWN + 1, period.year + 1)
    return {
        result.target.id: tuple(
            (year, calculator.value(result.value.indicator, period.in_year(year))) for year in years
        )
        for result in results
    }


def make_document(given: PlanProgressInput) -> ReportDocument:
    """Lay the report out; a draft, with number and day left open."""
    profile, period = given.profile, given.period
    marks = [text("head.draft")]
    if given.station.is_example:
        marks.append(text("head.example"))
    return ReportDocument(
        kind="plan_progress",
        head=head_of(profile),
        type_name=text("plan.type_name"),
        subject=text("plan.subject", period=period_words(period), title=given.plan.title_vi),
        addressees=profile.receivers,
        has_addressees=True,
        blocks=tuple(_body(given)),
        recipients=recipients_of(profile),
        signature=signature_of(profile),
        appendices=(_annex(given),),
        marks=tuple(marks),
    )


def _body(given: PlanProgressInput) -> Iterator[Block]:
    period, issuer = period_words(given.period), given.profile.name
    yield Paragraph(text=text("plan.following", citation=citation(given.plan), issuer=issuer, period=period))
    yield Heading(level=1, text=text("plan.section_summary"))
    yield from count_paragraphs(given.results, given.period)
    yield from _completion_reasons(given)
    yield from _own_text(given, "summary")
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
        yield Heading(level=1, text=text(f"plan.section_{section}"))
        paragraphs = _own_text(given, section)
        yield from paragraphs
        if not paragraphs:
            yield WritingLines(count=EMPTY_LINES)
    if next_steps := _own_text(given, "next_steps"):
        yield Heading(level=1, text=text("plan.section_next_steps"))
        yield from next_steps
    yield Paragraph(text=text("plan.closing", period=period, issuer=issuer))


def _completion_reasons(given: PlanProgressInput) -> Iterator[Paragraph]:
    """On page 1: the forms behind these figures that were completed although something was open, and why."""
    elements = shown_elements(given.results, given.writer)
    for words in completion_reasons(given.catalogue, given.completions, elements, given.period):
        yield Paragraph(text=words)


def _own_text(given: PlanProgressInput, section: str) -> list[Paragraph]:
    """What the user wrote for a section of this report."""
    return [
        Paragraph(text=each.text)
        for each in given.texts
        if each.section == section and each.period == given.period.code and each.text.strip()
    ]


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
    for number, chart in enumerate(charts, start=1):
        yield replace(chart, caption=text("charts.numbered", number=number, caption=chart.caption))


def _annex(given: PlanProgressInput) -> Appendix:
    table = annex_table(given.results, given.writer)
    elements = shown_elements(given.results, given.writer)
    cuts = cut_lines(given.catalogue, given.cuts, elements, given.period)
    remarks = (*table.remarks, *cuts, text("annex.end"))
    return appendix_of(given.profile, text("annex.title"), (replace(table, remarks=remarks),))


def _cut(store: queries.Store, code: str, period: Period) -> str:
    """A form's cut as of the last day of the period (CONTRACT P8)."""
    valid = [each for each in queries.settings_history(store, f"cut.{code}") if each.valid_from <= period.last_day]
    return valid[-1].value if valid else "calendar"


REPORT = Report(
    kind="plan_progress",
    needs_plan=True,
    period_types=PERIOD_TYPES,
    document=lambda store, catalogue, request: make_document(collect(store, catalogue, request)),
)
