"""The yearly self-assessment: report of the station to its commune, minutes, score sheet, list of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data import assessment_queries, queries
from data.assessment.definitions import CriteriaSet
from data.assessment.evidence import EvidenceTask, work_list
from data.assessment.records import SELF_LAYER, Assessed
from data.assessment.results import Place, Result
from data.catalogue.content import Catalogue
from data.model import Profile, ReportText, Station
from data.periods import Period, PeriodType, parse_period
from reports.days import day_text
from reports.document import Appendix, Block, Heading, Paragraph, ReportDocument
from reports.report import Basis, Report, ReportRequest
from reports.sections.assessment_evidence import EvidenceList, by_item, evidence_table
from reports.sections.assessment_input import assessed_or_empty, set_in_force, sets_with_points
from reports.sections.assessment_minutes import Meeting, minutes_of
from reports.sections.assessment_summary import (
    basis_paragraphs,
    layer_paragraphs,
    missing_paragraphs,
    points_paragraphs,
)
from reports.sections.assessment_tables import (
    ScoreSheet,
    criteria_chart,
    criteria_table,
    differences_table,
    score_sheet,
)
from reports.sections.assessment_words import basis_words, is_appraised, set_marks
from reports.sections.basis import bound_elements
from reports.sections.gathered import marks_of, own_text, section_to_write
from reports.sections.letter import (
    appendix_reference,
    commune_signature,
    head_of,
    recipients_of,
    seal_size_of,
    signature_of,
    station_signature,
    team_signature,
)
from reports.texts import text

KIND = "self_assessment"


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfAssessmentInput:
    """Everything the report says, gathered.

    Attributes:
        profile: The station's details on the last day of the year.
        assessed: What is recorded of the assessment; empty where none was begun.
        results: The station's own first, then the appraisal layers in their order.
        tasks: What is missing or expired among the evidence on that day.
    """

    catalogue: Catalogue
    period: Period
    station: Station
    profile: Profile
    assessed: Assessed
    results: tuple[Result, ...]
    place: Place
    tasks: tuple[EvidenceTask, ...] = ()
    texts: tuple[ReportText, ...] = ()

    @property
    def criteria_set(self) -> CriteriaSet:
        """The set in the version of the assessment."""
        return self.results[0].criteria_set

    @property
    def last_day(self) -> date:
        """31 December of the assessed year."""
        return self.period.last_day


def collect(store: queries.Store, catalogue: Catalogue, request: ReportRequest) -> SelfAssessmentInput:
    """Ask the station file for everything the report says.

    Raises:
        UserError: period_unknown, criteria_set_unknown, criteria_set_not_in_force, criteria_set_without_points.
    """
    period = parse_period(request.period)
    year, day = period.year, period.last_day
    used = set_in_force(store, year, request.criteria_set)
    assessed = assessed_or_empty(store, year, used)
    names = [SELF_LAYER, *(layer.name for layer in assessed.layers if layer.name != SELF_LAYER)]
    results = tuple(
        assessment_queries.scored(
            store, catalogue, assessed.assessment, name, assessment_queries.of_layer(assessed.answers, name)
        )
        for name in names
    )
    place = assessment_queries.place_on(store, catalogue, year)
    return SelfAssessmentInput(
        catalogue=catalogue,
        period=period,
        station=queries.station_on(store, day),
        profile=queries.profile_on(store, request.details_day),
        assessed=assessed,
        results=results,
        place=place,
        tasks=work_list(used, assessed, place, day),
        texts=queries.report_texts(store, request.text_key, period.code),
    )


def make_document(given: SelfAssessmentInput) -> ReportDocument:
    """Lay the report out; a draft, with number and day left open."""
    profile, year = given.profile, given.period.year
    addressee = text("assessment.addressee", place=given.station.place)
    return ReportDocument(
        kind=KIND,
        head=head_of(profile),
        type_name=text("assessment.type_name"),
        subject=text("assessment.subject", year=year, title=given.criteria_set.title_vi),
        addressees=(addressee,),
        has_addressees=True,
        blocks=tuple(_body(given)),
        recipients=recipients_of(profile, (addressee,)),
        signature=signature_of(profile),
        seal_size=seal_size_of(profile),
        minutes=(minutes_of(_meeting(given)),),
        appendices=tuple(_appendices(given)),
        marks=(*marks_of(given.station), *set_marks(given.criteria_set)),
    )


def _meeting(given: SelfAssessmentInput) -> Meeting:
    """What the meeting knew: the station's own points."""
    return Meeting(profile=given.profile, assessed=given.assessed, result=given.results[0], place=given.place)


def _body(given: SelfAssessmentInput) -> Iterator[Block]:
    own, year, issuer = given.results[0], given.period.year, given.profile.name
    yield Paragraph(text=text("assessment.following", basis=basis_words(own.criteria_set), issuer=issuer, year=year))
    yield Heading(level=1, text=text("assessment.section_basis"))
    yield from basis_paragraphs(own, given.assessed, given.place)
    yield Heading(level=1, text=text("assessment.section_points"))
    yield from points_paragraphs(own)
    yield from own_text(given.texts, given.period, "summary")
    yield criteria_table(given.results, text("score_table.criteria_caption", year=year))
    yield criteria_chart(own, text("score_table.chart_caption", year=year))
    yield Heading(level=1, text=text("assessment.section_layers"))
    yield from layer_paragraphs(given.results, given.assessed)
    yield from _differences(given.results, year)
    yield Heading(level=1, text=text("assessment.section_missing"))
    yield from missing_paragraphs(own, given.tasks, given.catalogue, day_text(given.last_day))
    for section in ("difficulties", "proposals"):
        yield from section_to_write(text(f"assessment.section_{section}"), own_text(given.texts, given.period, section))
    if next_steps := own_text(given.texts, given.period, "next_steps"):
        yield Heading(level=1, text=text("assessment.section_next_steps"))
        yield from next_steps
    yield Paragraph(text=text("assessment.closing", year=year, issuer=issuer))


def _differences(results: Sequence[Result], year: int) -> Iterator[Block]:
    if len(results) < 2:
        return
    table = differences_table(results, text("score_table.differences_caption", year=year))
    if table is not None:
        yield table
        return
    is_whole = all(is_appraised(leaf) for result in results[1:] for leaf in result.leaves)
    yield Paragraph(text=text("assessment.no_differences" if is_whole else "assessment.no_differences_answered"))


def _appendices(given: SelfAssessmentInput) -> Iterator[Appendix]:
    used, year, papers = given.criteria_set, given.period.year, by_item(given.assessed.evidence)
    reference = appendix_reference(given.profile)
    sheet = ScoreSheet(results=given.results, catalogue=given.catalogue, papers=papers)
    yield Appendix(
        label=text("score_table.label", roman="I"),
        title=text("score_table.sheet_title", year=year, title=used.title_vi),
        reference=reference,
        blocks=(score_sheet(sheet),),
        is_landscape=True,
        signers=(
            station_signature(given.profile),
            commune_signature(given.station),
            team_signature(),
        ),
    )
    listed = evidence_table(EvidenceList(result=given.results[0], papers=papers, day=given.last_day))
    empty = (Paragraph(text=text("evidence_table.none")),)
    yield Appendix(
        label=text("score_table.label", roman="II"),
        title=text("score_table.evidence_title", year=year),
        reference=reference,
        blocks=empty if listed is None else (listed,),
        is_landscape=True,
    )


def basis_of(store: queries.Store, catalogue: Catalogue, request: ReportRequest) -> Basis:
    """What the report rests on.

    Raises:
        UserError: As ``collect``.
    """
    given = collect(store, catalogue, request)
    indicators, elements = bound_elements(catalogue, given.criteria_set)
    return Basis(
        indicators=indicators,
        elements=elements,
        needed=elements,
        first_year=given.period.year - 2,
        definition=given.criteria_set,
        recorded={"assessed": given.assessed, "place": given.place},
    )


REPORT = Report(
    kind=KIND,
    needs_set=True,
    sets=sets_with_points,
    period_types=(PeriodType.YEAR,),
    basis=basis_of,
    document=lambda store, catalogue, request: make_document(collect(store, catalogue, request)),
)
