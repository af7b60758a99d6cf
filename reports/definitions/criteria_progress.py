"""Progress criterion by criterion in a quarter: the steering committee of the commune to the health centre.

Source: Kế hoạch của UBND thành phố Lào Cai, 01/2023 (duy trì Bộ tiêu chí quốc gia về y tế xã), mục VII: "Ban chỉ đạo …
của xã tổng hợp báo cáo đánh giá tiến độ thực hiện từng tiêu chí theo quý, gửi về Trung tâm Y tế"; "trong báo
cáo phản ánh được … hoạt động của từng thành viên".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data import assessment_queries, queries
from data.assessment.definitions import Completeness
from data.assessment.evidence import counted, work_list
from data.assessment.suggestions import OnRecord, suggestions_of
from data.catalogue.content import Catalogue
from data.model import ObligationProgress, Profile, ReportText, Station
from data.periods import PeriodType, parse_period
from data.printing import printed_points
from reports.days import day_text
from reports.document import Block, Head, Heading, Paragraph, ParagraphKind, ReportDocument, Signature
from reports.report import Basis, Report, ReportRequest
from reports.sections.assessment_input import all_sets, assessed_or_empty, points_so_far, set_in_force
from reports.sections.assessment_words import basis_words, certainty_words, noun_of, set_marks, set_words, version_words
from reports.sections.basis import bound_elements
from reports.sections.criteria_status import Status, details_table, leads_of, overview_table
from reports.sections.duties import states_for
from reports.sections.figures import FigureWriter
from reports.sections.gathered import marks_of, own_text, section_to_write
from reports.sections.letter import head_of
from reports.sections.wording import lower, period_words
from reports.texts import text

KIND = "criteria_progress"
HEALTH_CENTRE = "trung tâm y tế"


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaProgressInput:
    """Everything the report says, gathered.

    Attributes:
        profile: The station's details on the last day of the quarter.
        leads_plan: Short title of the plan that names the leads; empty where none does.
    """

    station: Station
    profile: Profile
    status: Status
    leads_plan: str = ""
    texts: tuple[ReportText, ...] = ()

    @property
    def issuer(self) -> str:
        """The steering committee of the commune."""
        return text("progress.issuer", place=self.station.place)


def collect(store: queries.Store, catalogue: Catalogue, request: ReportRequest) -> CriteriaProgressInput:
    """Ask the station file for everything the report says.

    Raises:
        UserError: period_unknown, criteria_set_unknown, criteria_set_not_in_force.
    """
    period = parse_period(request.period)
    year, day = period.year, period.last_day
    used = set_in_force(store, year, request.criteria_set)
    assessed = assessed_or_empty(store, year, used)
    has_points = used.completeness is not Completeness.NAMES_ONLY
    profile = queries.profile_on(store, request.details_day)
    bound = [plan for plan in queries.bound_plans(store) if plan in catalogue.plans]
    states = [state for plan in bound for state in queries.obligation_states(store, plan)]
    recorded = OnRecord(
        plans=bound, states=list(states_for(states, period).values()), evidence=assessed.evidence, year=year
    )
    leads = leads_of(used, [catalogue.plans[plan] for plan in bound], catalogue.criteria_4667_to_1300)
    calculator = assessment_queries.calculator_for(store, catalogue, used, year)
    status = Status(
        criteria_set=used,
        period=period,
        writer=FigureWriter(calculator, not profile.receiver_is_health_sector),
        result=points_so_far(store, calculator, assessed, period) if has_points else None,
        suggestions=suggestions_of(used, catalogue, recorded),
        tasks=work_list(used, assessed, assessment_queries.place_on(store, catalogue, year), day),
        leads=leads[1] if leads is not None else {},
    )
    return CriteriaProgressInput(
        station=queries.station_on(store, day),
        profile=profile,
        status=status,
        leads_plan=leads[0].short_title_vi if leads is not None else "",
        texts=queries.report_texts(store, request.text_key, period.code),
    )


def make_document(given: CriteriaProgressInput) -> ReportDocument:
    """Lay the report out; a draft, with number and day left open."""
    used, period = given.status.criteria_set, period_words(given.status.period)
    return ReportDocument(
        kind=KIND,
        head=_head(given),
        type_name=text("progress.type_name"),
        subject=text("progress.subject", period=period, title=used.title_vi),
        addressees=(_addressee(given.profile),),
        has_addressees=True,
        blocks=tuple(_body(given)),
        recipients=_recipients(given),
        signature=Signature(prefix=text("progress.signer_prefix"), post=text("progress.signer_post"), name=""),
        marks=(*marks_of(given.station), *set_marks(used)),
    )


def _head(given: CriteriaProgressInput) -> Head:
    """The committee under the people's committee of the commune; place as of the station."""
    parent = text("progress.parent_body", place=given.station.place)
    symbol = text("progress.symbol")
    return replace(head_of(given.profile), parent_body=parent, issuer=given.issuer, symbol=symbol)


def _addressee(profile: Profile) -> str:
    """The health centre by its full name where the settings hold one."""
    known = (*profile.receivers, profile.parent_body, *profile.recipients)
    named = (name.strip().lstrip("- ").rstrip(";. ") for name in known)
    return next((name for name in named if name.lower().startswith(HEALTH_CENTRE)), text("progress.addressee"))


def _recipients(given: CriteriaProgressInput) -> tuple[str, ...]:
    commune = text("progress.parent_body", place=given.station.place)
    archive = text("head.archive", archive=given.profile.archive or text("head.records"))
    return (text("head.as_above"), f"- {commune};", f"- {text('progress.members')};", archive)


def _body(given: CriteriaProgressInput) -> Iterator[Block]:
    status, period = given.status, period_words(given.status.period)
    basis = basis_words(status.criteria_set)
    yield Paragraph(text=text("progress.following", basis=basis, issuer=given.issuer, period=period))
    yield Heading(level=1, text=text("progress.section_summary"))
    for words in _summary(given):
        yield Paragraph(text=words)
    yield Paragraph(text=version_words(status.criteria_set), kind=ParagraphKind.REMARK)
    yield from own_text(given.texts, status.period, "summary")
    yield Heading(level=1, text=text("progress.section_criteria"))
    overview = overview_table(status)
    if given.leads_plan:
        overview = replace(overview, remarks=(text("progress.leads_remark", plan=given.leads_plan), *overview.remarks))
    yield overview
    yield details_table(status)
    yield from section_to_write(text("progress.section_members"), [])
    for section in ("difficulties", "proposals"):
        yield from section_to_write(text(f"progress.section_{section}"), own_text(given.texts, status.period, section))
    if next_steps := own_text(given.texts, status.period, "next_steps"):
        yield Heading(level=1, text=text("progress.section_next_steps"))
        yield from next_steps
    yield Paragraph(text=text("progress.closing", period=period, issuer=given.issuer))


def _summary(given: CriteriaProgressInput) -> Iterator[str]:
    status = given.status
    yield " ".join(filter(None, (set_words(status.criteria_set), certainty_words(status.criteria_set))))
    yield _points_words(status)
    yield _duties_words(status)
    found = counted(status.tasks)
    shown = [(state, found[state]) for state in found if f"evidence_{state.value}" in COUNTED]
    if shown:
        counts = ", ".join(text(f"assessment.evidence_{state.value}", count=count) for state, count in shown)
        yield text("progress.papers", day=day_text(status.period.last_day), counts=counts)


COUNTED = ("evidence_missing", "evidence_expired", "evidence_expiring")


def _points_words(status: Status) -> str:
    result = status.result
    if result is None:
        return text("progress.no_points")
    return text(
        "progress.points",
        scored=len(result.leaves) - len(result.unscored),
        items=len(result.leaves),
        noun=noun_of(status.criteria_set),
        year=status.period.year,
        points=printed_points(result.total, result.limit),
        most=printed_points(result.max_total),
    )


def _duties_words(status: Status) -> str:
    """How many different duties are in which state; one under several criteria counts once."""
    duties = {duty.obligation.id: duty.state for each in status.suggestions for duty in each.obligations}
    if not duties:
        return text("progress.no_duties")
    numbers = Counter(None if state is None else state.state for state in duties.values())
    counts = [
        text("progress.state_count", state=lower(text(f"state.{state.value}")), count=numbers[state])
        for state in ObligationProgress
        if numbers[state]
    ]
    if numbers[None]:
        counts.append(text("progress.not_recorded", count=numbers[None]))
    return text("progress.duties", all=len(duties), counts=", ".join(counts))


def basis_of(store: queries.Store, catalogue: Catalogue, request: ReportRequest) -> Basis:
    """What the report rests on.

    Raises:
        UserError: As ``collect``.
    """
    given = collect(store, catalogue, request)
    used, year = given.status.criteria_set, given.status.period.year
    indicators, elements = bound_elements(catalogue, used)
    states = [state for plan in queries.bound_plans(store) for state in queries.obligation_states(store, plan)]
    return Basis(
        indicators=indicators,
        elements=elements,
        needed=elements,
        first_year=year - 2,
        definition=used,
        recorded={"assessed": assessed_or_empty(store, year, used), "obligation_states": states},
    )


REPORT = Report(
    kind=KIND,
    needs_set=True,
    sets=all_sets,
    period_types=(PeriodType.QUARTER,),
    basis=basis_of,
    document=lambda store, catalogue, request: make_document(collect(store, catalogue, request)),
)
