"""Assessments to print, without a database: the shipped set, the made-up tables, their answers and papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from data import assessment_commands, assessment_queries
from data.assessment import writer
from data.assessment.definitions import CriteriaSet, leaves
from data.assessment.evidence import work_list
from data.assessment.records import SELF_LAYER, Answer, Assessed, Assessment, Evidence, Layer, StoredSet
from data.assessment.results import Place, Reading, Result
from data.assessment.scoring import score
from data.assessment.shipped import shipped_sets
from data.catalogue import load_catalogue
from data.commands import open_station
from data.example import write_example
from data.exchange.criteria_files import read_criteria_file
from data.model import Attribution, Status
from data.numbers import exact
from data.periods import parse_period
from reports.definitions.self_assessment import SelfAssessmentInput, make_document
from reports.document import Paragraph, ReportDocument, Table
from reports.pdf import render_pdf
from tests.builders import make_station
from tests.reports.pdf_reading import whole_text
from tests.reports.plan_builders import PROFILE

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "criteria"
YEAR = 2024
PLACE = Place(zone="2", region="mien_nui")
APPRAISED = "Sở Y tế"
SHIPPED, MADE_UP = "1300-QD-BYT", "BANG-THU-47"

SHIPPED_POINTS = ("13", "9", "11", "8", "16", "11", "5", "10", "1.5", "3")
"""Points of the ten criteria of the shipped set, the ninth exactly at its half."""

FIGURES = {
    "1.1": "2", "1.2": "1", "1.3": "1", "1.4": "3",
    "2.1": "5", "2.2": "1", "2.3": "4", "2.4": "100",
    "3.1": "1", "3.4": "1",
    "4.1": "96.9", "4.2": "80", "4.3": "1",
    "5.1": "100", "5.2": "94.96", "5.3": "90", "5.5": "91", "5.6": "95", "5.7": "0", "5.8": "98.4", "5.9": "100",
    "6.1": "81.6", "6.2": "20", "6.3": "87.5", "6.4": "82.9", "6.5": "1", "6.6": "67.4",
    "7.1": "85.1", "7.2": "98", "7.3": "9.41",
    "8.1": "68.4", "8.2": "6", "8.3": "100",
    "9.1": "14",
    "10.1": "1", "10.2": "99.3",
}  # fmt: skip
"""What the figures say to the bound leaves of the made-up table of 47 items."""

TYPED = {
    "1.5.1": "1.5", "1.5.2": "1", "2.5": "yes", "3.2": "650", "3.3": "9", "3.5": "yes", "3.6": "yes", "4.4": "1",
    "5.4": "yes", "9.2": "day_du", "10.3": "1",
}  # fmt: skip
"""What the station typed to the other leaves."""


@cache
def shipped_set() -> CriteriaSet:
    """The set of 2023 as it comes with the program: criteria alone."""
    return next(each for each in shipped_sets() if each.id == "1300-QD-BYT")


@cache
def made_up_table(name: str = "bang-thu-47") -> CriteriaSet:
    """A made-up table."""
    return read_criteria_file(GOLDEN / f"{name}.yaml", load_catalogue()).criteria_set


def answers_of(given: Mapping[str, str], layer: str = SELF_LAYER, reason: str = "") -> dict[str, Answer]:
    """Answers by item."""
    return {item: Answer(item=item, layer=layer, answer=answer, reason=reason) for item, answer in given.items()}


def readings_for(criteria_set: CriteriaSet, figures: Mapping[str, str] = FIGURES) -> dict[str, Reading]:
    """What figures say to bound leaves, by item; those that are not named are missing."""
    found = {}
    for _, item in leaves(criteria_set):
        if item.binds is not None:
            code = item.binds.indicator or item.binds.data_element
            text = figures.get(item.code)
            value = None if text is None else exact(text)
            status = Status.MISSING if text is None else Status.OK
            found[item.code] = Reading(code=code, status=status, value=value, missing=() if text else (code,))
    return found


def result_of(
    criteria_set: CriteriaSet,
    answers: Mapping[str, Answer],
    layer: str = SELF_LAYER,
    figures: Mapping[str, str] = FIGURES,
) -> Result:
    """A layer scored."""
    return score(criteria_set, layer, answers, readings_for(criteria_set, figures), PLACE)


def make_paper(item: str, title: str, **changes: Any) -> Evidence:
    """A paper of evidence."""
    return Evidence(**{"year": YEAR, "criteria_set": "BANG-THU-47", "item": item, "title": title, **changes})


def make_assessment(
    criteria_set: CriteriaSet,
    own: Mapping[str, str],
    appraised: Mapping[str, str] | None = None,
    papers: Sequence[Evidence] = (),
    *,
    figures: Mapping[str, str] = FIGURES,
    **changes: Any,
) -> SelfAssessmentInput:
    """Everything the report says: the station's answers, perhaps a layer of appraisal, papers."""
    layers = [Layer(year=YEAR, criteria_set=criteria_set.id, name=SELF_LAYER)]
    answers = answers_of(own)
    results = [result_of(criteria_set, answers, figures=figures)]
    if appraised is not None:
        layers.append(
            Layer(
                year=YEAR, criteria_set=criteria_set.id, name=APPRAISED, place=1,
                scorer="Đoàn thẩm định", scored_on=date(2025, 3, 12), remark="Cần bổ sung chứng nhận.",
            )
        )  # fmt: skip
        results.append(result_of(criteria_set, answers_of(appraised, APPRAISED, "theo hồ sơ"), APPRAISED))
    head = Assessment(year=YEAR, criteria_set=criteria_set.id, version=criteria_set.version)
    assessed = Assessed(assessment=head, layers=tuple(layers), answers=tuple(answers.values()), evidence=tuple(papers))
    period = parse_period(str(YEAR))
    fields: dict[str, Any] = {
        "catalogue": load_catalogue(),
        "period": period,
        "station": make_station(),
        "profile": PROFILE,
        "assessed": assessed,
        "results": tuple(results),
        "place": PLACE,
        "tasks": work_list(criteria_set, assessed, PLACE, period.last_day),
    }
    return SelfAssessmentInput(**{**fields, **changes})


def shipped_input(points: Sequence[str] = SHIPPED_POINTS, **changes: Any) -> SelfAssessmentInput:
    """The shipped set with points typed for each criterion."""
    own = {str(number): point for number, point in enumerate(points, start=1) if point}
    return make_assessment(shipped_set(), own, **changes)


def table_input(**changes: Any) -> SelfAssessmentInput:
    """The made-up table of 47 items: figures, answers, a layer of appraisal that differs, papers."""
    appraised = {**TYPED, **FIGURES_AS_ANSWERS, "1.5.1": "1", "2.5": "no"}
    papers = (
        make_paper(
            "1.1", "Quyết định kiện toàn Ban Chỉ đạo", paper_number="12/QĐ-UBND", paper_date=date(2024, 1, 15),
            pages="1-2", path="D:\\Minh chứng\\QD-12.pdf", size=1200, sha256="ab" * 32, number=1,
            asked="Quyết định kiện toàn Ban Chỉ đạo",
        ),
        make_paper("1.1", "Biên bản họp 6 tháng", number=2, asked="Biên bản họp Ban Chỉ đạo"),
        make_paper("2.5", "Chứng nhận đào tạo", number=3, valid_until=date(2024, 11, 2), asked="Chứng nhận đào tạo"),
        make_paper("5.2", "Sổ tiêm chủng năm 2024", number=4, valid_until=date(2025, 1, 31), note="Phòng tiêm"),
    )  # fmt: skip
    return make_assessment(made_up_table(), TYPED, appraised, papers, **changes)


def write_scored_example(folder: Path, now: datetime) -> Path:
    """The example station with points of the shipped set, and answers of two layers to the made-up table."""
    path: Path = write_example(folder, now)
    by, catalogue = Attribution(user="Lan", now=now), load_catalogue()
    content = writer.canonical(read_criteria_file(GOLDEN / "bang-thu-47.yaml", catalogue).tree)
    stored = StoredSet(code=MADE_UP, version=writer.version_of(content), content=content)
    shipped = {str(number): point for number, point in enumerate(SHIPPED_POINTS, start=1)}
    appraised = {"1.5.1": "1", "2.5": "no"}
    with open_station(path, writing=True) as store:
        assessment_commands.save_definition(store, stored, by)
        for code, given in ((SHIPPED, shipped), (MADE_UP, TYPED)):
            version = assessment_queries.used_set(store, YEAR, code).version
            head = Assessment(year=YEAR, criteria_set=code, version=version)
            answers = [*answers_of(given).values()]
            if code == MADE_UP:
                answers += answers_of({**given, **appraised}, APPRAISED).values()
            assessment_commands.save_answers(store, catalogue, head, answers, by)
    return path


def _as_answer(item: str, figure: str) -> str:
    """A figure as somebody types it: yes and no where the leaf asks for that."""
    found = next(leaf for _, leaf in leaves(made_up_table()) if leaf.code == item)
    scoring = found.scored.scoring
    return {"1": "yes", "0": "no"}[figure] if scoring is not None and scoring.value == "yes_no" else figure


FIGURES_AS_ANSWERS = {item: _as_answer(item, figure) for item, figure in FIGURES.items()}


# --- reading documents ---------------------------------------------------------------------------------------------


def sentences(document: ReportDocument) -> list[str]:
    """All running text of the body."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def all_text(given: SelfAssessmentInput) -> str:
    """The text of every page."""
    return whole_text(render_pdf(make_document(given)))


def sheet(document: ReportDocument) -> Table:
    """The score sheet."""
    table = document.appendices[0].blocks[0]
    assert isinstance(table, Table)
    return table


def row_of(table: Table, code: str) -> tuple[str, ...]:
    """The texts of a row with their remarks."""
    found = next(row for row in table.rows if row.cells[0].text == code)
    return tuple(" | ".join(filter(None, (cell.text, *cell.remarks))) for cell in found.cells)
