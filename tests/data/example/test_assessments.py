"""The example's self-assessments: complete, honest about what the shipped set leaves open, in step with its figures."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data import assessment_queries, commands, queries
from data.assessment.recognition import TitleState, title_on
from data.assessment.records import SELF_LAYER
from data.assessment.results import AssessmentVerdict
from data.catalogue import Catalogue
from data.example import ExampleStation, write_station
from data.example.assessments import APPRAISAL, CRITERIA_SET
from data.model import Category, CellState, DataValue

NOW = datetime(2025, 9, 20, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, example: ExampleStation) -> Path:
    """The example's file."""
    made = tmp_path_factory.mktemp("example") / "x.sotram"
    write_station(made, example, NOW)
    return made


@pytest.mark.parametrize(
    ("year", "layer", "total"),
    [(2023, SELF_LAYER, "88.5"), (2023, APPRAISAL, "84"), (2024, SELF_LAYER, "90"), (2024, APPRAISAL, "87.5")],
)
def test_every_layer_is_complete_and_never_passes(
    path: Path, catalogue: Catalogue, year: int, layer: str, total: str
) -> None:
    with commands.open_station(path, writing=False) as store:
        result = assessment_queries.result(store, catalogue, year, CRITERIA_SET, layer)
    assert (float(result.total), result.unscored) == (float(total), ())
    assert (result.verdict, result.knock_outs_unknown) == (AssessmentVerdict.NO_GROUND, True)


@pytest.mark.parametrize(("year", "points", "day"), [("2023", "84", "15/12/2023"), ("2024", "87.5", "18/12/2024")])
def test_the_appraisal_gives_the_score_that_the_figures_had(
    path: Path, example: ExampleStation, year: str, points: str, day: str
) -> None:
    typed = {value.data_element: value for value in example.values if value.period == year}
    with commands.open_station(path, writing=False) as store:
        stored = {value.data_element: value for value in queries.data_values(store, [year])}
    for code in ("criteria_score", "criteria_groups_below_half", "criteria_fatal_fails"):
        assert stored[code].value == typed[code].value
    comment = f"Thẩm định: Sở Y tế (ví dụ), {day} (1300-QD-BYT)"
    score = DataValue("criteria_score", year, Category.DEFAULT, CellState.FIGURE, points, comment)
    assert stored["criteria_score"] == score
    assert stored["criteria_fatal_fails"].comment == ""


def test_the_title_of_2023_is_valid_for_three_years(path: Path) -> None:
    with commands.open_station(path, writing=False) as store:
        title = title_on(assessment_queries.recognitions(store), NOW.date())
    assert title.record is not None
    assert (title.state, title.record.valid_to, title.next_year) == (TitleState.VALID, date(2027, 3, 19), 2026)


def test_papers_stand_without_files_and_one_has_run_out(path: Path) -> None:
    with commands.open_station(path, writing=False) as store:
        papers = [paper for year in (2023, 2024) for paper in assessment_queries.evidence_of(store, year, CRITERIA_SET)]
    assert [paper.item for paper in papers] == ["1", "1", "1", "6"]
    assert {paper.path for paper in papers} == {""}
    assert [paper.title for paper in papers if paper.valid_until and paper.valid_until < NOW.date()] == [
        "Kế hoạch hoạt động năm của Ban Chỉ đạo"
    ]


def test_nobody_is_named_and_all_bodies_are_marked(example: ExampleStation) -> None:
    layers = [layer for each in example.assessed for layer in each.layers]
    assert {layer.scorer for layer in layers} == {"(họ tên người chấm)"}
    assert {layer.name for layer in layers} == {SELF_LAYER, "Sở Y tế (ví dụ)"}
    titles = [each.recognition for each in example.assessed if each.recognition is not None]
    assert all("(ví dụ)" in title.issuer and "(ví dụ)" in title.decision for title in titles)
