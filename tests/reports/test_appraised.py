"""Figures that come from a recognised appraisal say so on paper, beside the wording of the catalogue (CONTRACT C3)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data import assessment_commands, assessment_queries, commands
from data.assessment.records import Answer, Assessment, Layer
from data.catalogue import load_catalogue
from data.model import Attribution, Category, CellState, DataValue, NewStation
from data.queries import Store
from reports.document import ReportDocument, Table
from reports.registry import make_report
from reports.report import ReportRequest
from reports.sections.appraised import appraised_in

BY = Attribution(user="Lan", now=datetime(2025, 1, 3, 1, 0, tzinfo=UTC))
SET, TEAM = "1300-QD-BYT", "Sở Y tế (ví dụ)"
POINTS = ("13", "9", "11", "8", "16", "11", "5", "10", "1.5", "3")
SCORE = "– Điểm tự chấm Bộ tiêu chí quốc gia về y tế xã"
SOURCE = "Sở Y tế (ví dụ), 05/3/2024, theo Quyết định số 1300/QĐ-BYT"
REQUESTS = (
    ReportRequest(kind="plan_progress", plan="lao-cai-2024", period="2024"),
    ReportRequest(kind="new_rural_health", criteria_set="318-QD-TTG-NTM", period="2024"),
)


@pytest.fixture
def station_file(tmp_path: Path) -> Path:
    new = NewStation(code="TYT_TA_PHOI", name="Trạm Y tế xã Tả Phời", place="xã Tả Phời")
    commands.create_station(tmp_path / "a.sotram", new, BY.now)
    return tmp_path / "a.sotram"


@pytest.fixture
def store(station_file: Path) -> Store:
    opened = commands.open_station(station_file, writing=True)
    head = Assessment(year=2024, criteria_set=SET, version=assessment_queries.criteria_set(opened, SET).version)
    answers = [Answer(str(number), TEAM, points) for number, points in enumerate(POINTS, start=1)]
    assessment_commands.save_answers(opened, load_catalogue(), head, answers, BY)
    layer = Layer(2024, SET, TEAM, 1, scored_on=date(2024, 3, 5))
    assessment_commands.save_layer(opened, layer, BY)
    assessment_commands.recognise_layer(opened, load_catalogue(), layer, BY)
    return opened


def annex_remarks(document: ReportDocument, line: str) -> tuple[str, ...]:
    (table,) = (block for block in document.appendices[0].blocks if isinstance(block, Table))
    return next(cell.remarks for row in table.rows for cell in row.cells if cell.text == line)


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda each: each.kind)
def test_the_annex_says_that_the_points_are_the_appraised_ones(store: Store, request_: ReportRequest) -> None:
    with store:
        document = make_report(store, load_catalogue(), request_)
    assert annex_remarks(document, SCORE) == (f"Điểm thẩm định đã công nhận, không phải điểm tự chấm: {SOURCE}",)
    below = annex_remarks(document, "– Số tiêu chí đạt dưới 50% số điểm")
    assert below == (f"Theo kết quả thẩm định đã công nhận: {SOURCE}",)


def test_the_ground_of_the_year_cites_the_decision_and_no_code(store: Store) -> None:
    with store:
        found = appraised_in(store, (2023, 2024))
    assert found.grounds == {"2023": "", "2024": f"Thẩm định đã công nhận: {SOURCE}"}
    assert found.years == {2024}


def test_a_typed_figure_keeps_its_own_comment(station_file: Path) -> None:
    score = DataValue("criteria_score", "2024", Category.DEFAULT, CellState.FIGURE, "86", "Quyết định 7")
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, [score], BY)
        found = appraised_in(store, (2024,))
        document = make_report(store, load_catalogue(), REQUESTS[0])
    assert (found.grounds, found.remarks, found.years) == ({"2024": "Quyết định 7"}, {}, frozenset())
    assert annex_remarks(document, SCORE) == ()
