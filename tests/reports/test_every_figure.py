"""Every figure on paper is the model's and no other: drafts and frozen reports of every kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from data import assessment_queries, queries, report_queries, rural_queries
from data.assessment.readings import readings_of
from data.assessment.records import SELF_LAYER, Answer, Assessed
from data.assessment.scoring import score
from data.calculation import Calculator
from data.catalogue import load_catalogue
from data.commands import open_station
from data.documents.codes import printed_code
from data.documents.records import ELECTRONIC, PAPER
from data.model import Attribution, Category
from data.periods import Period, parse_period, year_to_date
from data.queries import Store
from reports.document import BarChart, Block, Cell, Paragraph, ParagraphKind, ReportDocument, Table
from reports.freezing import Order, freeze
from reports.pdf import render_pdf
from reports.registry import make_report, report_kinds
from reports.report import ReportRequest
from reports.tree import document_of
from tests.reports.assessment_builders import MADE_UP, SHIPPED, write_scored_example
from tests.reports.figures_of_model import Model, complaints
from tests.reports.figures_of_points import Points, progress_complaints, self_assessment_complaints
from tests.reports.figures_on_paper import differences, figures

NOW = datetime(2026, 1, 20, 8, tzinfo=UTC)
REQUESTS = {
    "quarter of a plan": ReportRequest(kind="plan_progress", plan="lao-cai-2024", period="2024Q3"),
    "year of a plan": ReportRequest(kind="plan_progress", plan="lao-cai-2023-ntm", period="2024"),
    "criteria in a quarter": ReportRequest(kind="criteria_progress", criteria_set=MADE_UP, period="2024Q3"),
    "points of criteria": ReportRequest(kind="self_assessment", criteria_set=SHIPPED, period="2024"),
    "points of items": ReportRequest(kind="self_assessment", criteria_set=MADE_UP, period="2024"),
    "new rural": ReportRequest(kind="new_rural_health", criteria_set="894-QD-UBND-LAO-CAI", period="2024"),
}
ON_PAPER = ("plan_progress", "criteria_progress")


class Printed(NamedTuple):
    """A document with its PDF; ``code`` stands on every page of a frozen one."""

    document: ReportDocument
    pdf: bytes
    code: str = ""


class Papers(NamedTuple):
    """A report, drawn as a draft and frozen."""

    request: ReportRequest
    draft: Printed
    frozen: Printed


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example station, scored by a set and by a table."""
    return write_scored_example(tmp_path_factory.mktemp("figures"), NOW)


@pytest.fixture(scope="module")
def papers(station: Path) -> Callable[[str], Papers]:
    """Every report by its name, each PDF drawn once, when it is first asked for."""

    @cache
    def papers_named(name: str) -> Papers:
        with open_station(station, writing=True) as store:
            return papers_of(store, REQUESTS[name])

    return papers_named


def papers_of(store: Store, request: ReportRequest) -> Papers:
    """A report drawn twice; what plans and committees get goes out on paper, the others with an electronic number."""
    catalogue = load_catalogue()
    document = make_report(store, catalogue, request)
    order = Order(request, PAPER if request.kind in ON_PAPER else ELECTRONIC, "thử")
    frozen = freeze(store, catalogue, order, Attribution(user="Lan", now=NOW))
    kept = document_of(json.loads(report_queries.snapshot_bytes(store, frozen.report))["document"])
    drawn = Printed(kept, frozen.pdf, printed_code(frozen.report.code))
    return Papers(request, Printed(document, render_pdf(document)), drawn)


def test_every_kind_of_report_is_held() -> None:
    assert {request.kind for request in REQUESTS.values()} == set(report_kinds())


@pytest.mark.parametrize("name", REQUESTS)
def test_paper_holds_the_figures_of_its_document_and_no_other(papers: Callable[[str], Papers], name: str) -> None:
    for document, pdf, code in (papers(name).draft, papers(name).frozen):
        for found in differences(pdf, document, code):
            assert not found.missing, found
            assert not found.unexplained, found


@pytest.mark.parametrize("name", REQUESTS)
def test_documents_hold_the_figures_of_the_model(station: Path, papers: Callable[[str], Papers], name: str) -> None:
    given = papers(name)
    with open_station(station, writing=False) as store:
        assert said_of(store, given.request, given.draft.document) == []
        assert said_of(store, given.request, given.frozen.document) == []


# --- and they can fail ---------------------------------------------------------------------------------------------


def test_a_digit_changed_on_paper_is_found_on_both_sides(papers: Callable[[str], Papers]) -> None:
    document, pdf, _ = papers("new rural").draft
    changed = with_other_digit(document, 3)
    found = [each for each in differences(pdf, changed) if each.missing or each.unexplained]
    assert len(found) == 1
    assert found[0].missing.total() == found[0].unexplained.total() == 1


@pytest.mark.parametrize("column", [0, 1, 3, 4, 5])
def test_a_digit_changed_in_a_table_of_targets_is_found(
    station: Path, papers: Callable[[str], Papers], column: int
) -> None:
    request, draft, _ = papers("quarter of a plan")
    with open_station(station, writing=False) as store:
        assert len(said_of(store, request, with_other_digit(draft.document, column))) == 1


@pytest.mark.parametrize("column", [0, 2, 3])
def test_a_digit_changed_in_a_table_of_points_is_found(
    station: Path, papers: Callable[[str], Papers], column: int
) -> None:
    request, draft, _ = papers("points of items")
    with open_station(station, writing=False) as store:
        assert len(said_of(store, request, with_other_digit(draft.document, column))) == 1


def test_a_digit_changed_in_a_sentence_or_a_chart_is_found(station: Path, papers: Callable[[str], Papers]) -> None:
    request, draft, _ = papers("quarter of a plan")
    blocks = draft.document.blocks
    point = next(block for block in blocks if isinstance(block, Paragraph) and block.kind is ParagraphKind.POINT)
    chart = next(block for block in blocks if isinstance(block, BarChart))
    bars = (replace(chart.bars[0], printed=other_digit(chart.bars[0].printed)), *chart.bars[1:])
    with open_station(station, writing=False) as store:
        for old, new in ((point, replace(point, text=other_digit(point.text))), (chart, replace(chart, bars=bars))):
            changed = tuple(new if block is old else block for block in blocks)
            assert len(said_of(store, request, replace(draft.document, blocks=changed))) == 1


def with_other_digit(document: ReportDocument, column: int) -> ReportDocument:
    """The document with one digit changed in the first cell of a column of its first table that holds one."""
    table = next(block for block in document.blocks if isinstance(block, Table))
    row = next(row for row in table.rows if figures(row.cells[column].text))
    cell: Cell = replace(row.cells[column], text=other_digit(row.cells[column].text))
    cells = (*row.cells[:column], cell, *row.cells[column + 1 :])
    rows = tuple(replace(row, cells=cells) if each is row else each for each in table.rows)
    changed = replace(table, rows=rows)
    blocks: tuple[Block, ...] = tuple(changed if block is table else block for block in document.blocks)
    return replace(document, blocks=blocks)


def other_digit(words: str) -> str:
    """The words with their last digit one higher."""
    place = max(place for place, letter in enumerate(words) if letter.isdigit())
    return words[:place] + str((int(words[place]) + 1) % 10) + words[place + 1 :]


# --- the model -----------------------------------------------------------------------------------------------------


def said_of(store: Store, request: ReportRequest, document: ReportDocument) -> list[str]:
    """What a document says otherwise than the engine."""
    period = parse_period(request.period)
    if request.kind in ("plan_progress", "new_rural_health"):
        return complaints(document, model_of(store, request, period))
    if request.kind == "self_assessment":
        return self_assessment_complaints(document, points_of(store, request, period))
    return progress_complaints(document, points_so_far(store, request, period))


def model_of(store: Store, request: ReportRequest, period: Period) -> Model:
    """Results of a plan, or of a new-rural set."""
    catalogue = load_catalogue()
    calculator = Calculator(catalogue, queries.load_figures(store))
    hides = not queries.profile_on(store, period.last_day).receiver_is_health_sector
    if request.plan:
        plan = catalogue.plans[request.plan]
        results = queries.judge(store, calculator, period).results(plan, period)
        return Model(calculator, period, results, hides, plan, appraised=_appraised(store, period))
    found = rural_queries.rural_results(store, calculator, rural_queries.rural_set(store, request.criteria_set), period)
    known = [each.result for each in found if each.result is not None]
    ground = queries.comment_of(store, "criteria_score", str(period.year), Category.DEFAULT)
    return Model(calculator, period, known, hides, rural=found, grounds=(ground,), appraised=_appraised(store, period))


def _appraised(store: Store, period: Period) -> dict[tuple[str, str], str]:
    """Comments that name a layer of appraisal."""
    codes = ("criteria_score", "criteria_groups_below_half", "criteria_fatal_fails")
    keys = [(code, str(year)) for code in codes for year in (period.year - 1, period.year)]
    comments = {key: queries.comment_of(store, *key, Category.DEFAULT) for key in keys}
    return {key: comment for key, comment in comments.items() if comment.startswith("Thẩm định: ")}


def points_of(store: Store, request: ReportRequest, period: Period) -> Points:
    """Points of the station and of the appraisal layers."""
    catalogue = load_catalogue()
    assessed = assessment_queries.assessed(store, period.year, request.criteria_set)
    layers = (SELF_LAYER, *(layer.name for layer in assessed.layers if layer.name != SELF_LAYER))
    results = [
        assessment_queries.scored(store, catalogue, assessed.assessment, layer, answers_in(assessed, layer))
        for layer in layers
    ]
    return Points(Calculator(catalogue, queries.load_figures(store)), assessed, results, period)


def points_so_far(store: Store, request: ReportRequest, period: Period) -> Points:
    """The station's own points, its figures counted up to the end of a quarter."""
    catalogue, year = load_catalogue(), period.year
    used = assessment_queries.used_set(store, year, request.criteria_set)
    assessed = assessment_queries.assessed(store, year, request.criteria_set)
    calculator = assessment_queries.calculator_for(store, catalogue, used, year)
    readings = readings_of(used, calculator, year, year_to_date(period))
    place = assessment_queries.place_on(store, catalogue, year)
    result = score(used, SELF_LAYER, answers_in(assessed, SELF_LAYER), readings, place)
    return Points(calculator, assessed, [result], period)


def answers_in(assessed: Assessed, layer: str) -> Mapping[str, Answer]:
    """The answers of a layer by the code of their item."""
    return assessment_queries.of_layer(assessed.answers, layer)
