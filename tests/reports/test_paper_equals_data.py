"""Tables are read back from the PDF: targets against ``data.entries``, points against ``data.assessment.entries``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from data import assessment_queries, queries
from data.assessment.entries import Scene, assessment_entry
from data.assessment.results import Place, Source
from data.catalogue import load_catalogue
from data.commands import open_station
from data.entries import Entry, target_entries
from data.example import write_example
from data.numbers import exact
from data.periods import parse_period
from data.printing import printed_points
from reports.registry import render_report
from reports.report import ReportRequest
from reports.sections.assessment_input import points_so_far
from reports.sections.assessment_words import points_text
from tests.reports.assessment_builders import MADE_UP, SHIPPED, write_scored_example
from tests.reports.pdf_reading import Line, Run, lines, read, runs, whole_text

# Hundreds of pages are read back: what draws them is measured where it is tested.
pytestmark = pytest.mark.no_cover

NOW = datetime(2026, 1, 20, 8, tzinfo=UTC)
PERIODS = ("2024Q3", "2024S1", "2024M9", "2024")
SAMPLE = [(plan, PERIODS[(n + k) % 4]) for n, plan in enumerate(load_catalogue().plans) for k in (0, 2)]
"""Each plan for two of the periods, every period for some plans."""
COLUMNS = 8
NUMBER, TARGET, RESULT, VERDICT, GAP = 0, 3, 4, 6, 7
WORDS = {
    "met": "Đạt",
    "not_met": "Chưa đạt",
    "missing": "Thiếu số liệu",
    "no_denominator": "Không có đối tượng",
    "not_station_level": "Không thuộc trạm",
    "not_applicable": "Không áp dụng",
    "not_due": "Chưa đến mốc",
    "undecided": "Chờ người kết luận",
}
BOOLEAN = {"1": "Có", "0": "Không"}

Row = tuple[str, ...]


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example station."""
    path: Path = write_example(tmp_path_factory.mktemp("example"), NOW)
    return path


@pytest.mark.parametrize(("plan", "period"), SAMPLE)
def test_results_verdicts_and_gaps_on_paper_are_those_of_the_data(station: Path, plan: str, period: str) -> None:
    catalogue = load_catalogue()
    with open_station(station, writing=False) as store:
        pdf = render_report(store, catalogue, ReportRequest(kind="plan_progress", plan=plan, period=period))
        results = queries.plan_results(store, catalogue, plan, parse_period(period))
    entries = [
        entry
        for entry in target_entries(catalogue, results, "X")
        if entry["category"] == "total" and "repeats" not in entry
    ]
    rows = list(target_rows(pdf))
    assert [row[NUMBER] for row in rows] == [str(number) for number in range(1, len(entries) + 1)]
    for row, entry in zip(rows, entries, strict=True):
        assert_row(row, entry)


def assert_row(row: Row, entry: Entry) -> None:
    """Target, result, verdict and gap as printed."""
    assert row[TARGET].replace(" ", "").startswith(str(entry["printed_target"]).replace(" ", "")), (row, entry)
    assert re.match(rf"{WORDS[str(entry['verdict'])]}( mốc \d+)?$", row[VERDICT]), (row, entry)
    if row[RESULT].startswith("(*)"):
        assert row[GAP] in ("", "(*)")
        return
    if entry["value"] is not None or entry["provisional"] is None:
        printed = BOOLEAN.get(str(entry["printed"])) if entry["unit"] == "boolean" else None
        assert row[RESULT].startswith(printed or str(entry["printed"])), (row, entry)
    gap = entry["gap"]
    found = re.search(r"(còn thiếu|vượt) ([\d.]+) ", row[GAP])
    assert (found[2].replace(".", "") if found else None) == (gap if gap != "0" else None), (row, entry)


def target_rows(pdf: bytes) -> Iterator[Row]:
    """The rows of the first table with eight columns, cell by cell, heads left out; it begins on page 1 or 2."""
    for page in range(len(read(pdf).pages)):
        drawn = lines(pdf, page)
        upright = [each for each in drawn if each.x == each.to_x and each.length > 5]
        spans = {(round(each.y, 1), round(each.to_y, 1)) for each in upright}
        parts = [(span, _edges(upright, span)) for span in sorted(spans)]
        parts = [(span, edges) for span, edges in parts if len(edges) == COLUMNS + 1]
        if not parts and page > 1:
            return
        for span, edges in parts:
            yield from _table_rows(edges, _heights(drawn, *span), runs(pdf, page))


# --- points of an assessment ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scored_station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example station with points of the shipped set, and answers of two layers to the made-up table."""
    return write_scored_example(tmp_path_factory.mktemp("scored"), NOW)


@pytest.mark.parametrize("code", [SHIPPED, MADE_UP])
def test_points_on_paper_are_those_of_the_data(scored_station: Path, code: str) -> None:
    catalogue = load_catalogue()
    with open_station(scored_station, writing=False) as store:
        request = ReportRequest(kind="self_assessment", period="2024", criteria_set=code)
        pdf = render_report(store, catalogue, request)
        layers = [layer.name for layer in assessment_queries.assessed(store, 2024, code).layers]
        scored = [assessment_queries.result(store, catalogue, 2024, code, layer) for layer in layers]
    columns = 5 + len(layers)
    entries: list[Any] = [assessment_entry(result, Scene("X", 2024, Place())) for result in scored]
    rows = {row[0]: row for row in sheet_rows(pdf, columns)}
    items = zip(*(entry["items"] for entry in entries), strict=True)
    for layers_of_item in items:
        row = rows.pop(str(layers_of_item[0]["item"]))
        assert row[2] == printed(layers_of_item[0]["max_points"]), row
        assert [cell.rstrip("*") for cell in row[3 : 3 + len(entries)]] == [
            printed(item["points"]) for item in layers_of_item
        ], row
    for criterion in () if code == SHIPPED else entries[0]["criteria"]:
        row = rows.pop(str(criterion["criterion"]))
        assert row[2:4] == (printed(criterion["max_points"]), printed(criterion["points"])), row
    total = next(row for row in sheet_rows(pdf, columns) if row[1] == "Tổng cộng")
    assert list(total[2 : 3 + len(entries)]) == [
        printed(entries[0]["max_total"]),
        *(printed(e["total"]) for e in entries),
    ]
    verdict = {"dat": "Đạt", "khong_dat": "Không đạt", "chua_du_can_cu": "Chưa đủ căn cứ"}[str(entries[0]["verdict"])]
    assert f"Kết luận: {verdict}" in whole_text(pdf)


@pytest.mark.parametrize("code", [SHIPPED, MADE_UP])
def test_points_so_far_on_paper_are_those_of_the_data(scored_station: Path, code: str) -> None:
    catalogue = load_catalogue()
    with open_station(scored_station, writing=False) as store:
        request = ReportRequest(kind="criteria_progress", period="2024Q3", criteria_set=code)
        pdf = render_report(store, catalogue, request)
        used = assessment_queries.used_set(store, 2024, code)
        calculator = assessment_queries.calculator_for(store, catalogue, used, 2024)
        assessed = assessment_queries.assessed(store, 2024, code)
        scored = points_so_far(store, calculator, assessed, parse_period("2024Q3"))
        year = assessment_queries.result(store, catalogue, 2024, code)
    pages = range(len(read(pdf).pages))
    found = [run.text for page in pages for run in runs(pdf, page) if re.fullmatch(r"[\d,…]+/[\d,]+", run.text)]
    expected = [f"{points_text(leaf.points)}/{printed_points(leaf.max_points)}" for leaf in scored.leaves]
    assert found[-len(expected) :] == expected
    typed = [leaf.item.binds is None or leaf.source is Source.OVERRIDE for leaf in year.leaves]
    for leaf, whole, is_typed in zip(scored.leaves, year.leaves, typed, strict=True):
        assert not is_typed or leaf.points == whole.points


def printed(text: object) -> str:
    """A figure of an entry as paper prints it."""
    return "…" if text is None else printed_points(exact(str(text)))


def sheet_rows(pdf: bytes, columns: int) -> Iterator[Row]:
    """The rows of tables with so many columns on pages that lie on their side, heads and sums of pages left out."""
    boxes = [page.mediabox for page in read(pdf).pages]
    for page in [number for number, box in enumerate(boxes) if box.width > box.height]:
        drawn = lines(pdf, page)
        upright = [each for each in drawn if each.x == each.to_x and each.length > 5]
        for span in sorted({(round(each.y, 1), round(each.to_y, 1)) for each in upright}):
            edges = _edges(upright, span)
            if len(edges) == columns + 1:
                rows = _table_rows(edges, _heights(drawn, *span), runs(pdf, page))
                yield from (row for row in rows if row[1] != "Cộng trang")


# --- reading tables ------------------------------------------------------------------------------------------------


def _edges(upright: list[Line], span: tuple[float, float]) -> list[float]:
    return sorted(each.x for each in upright if (round(each.y, 1), round(each.to_y, 1)) == span)


def _heights(drawn: list[Line], top: float, bottom: float) -> list[float]:
    return sorted({each.y for each in drawn if each.y == each.to_y and top - 0.1 <= each.y <= bottom + 0.1})


def _table_rows(edges: list[float], heights: list[float], drawn: list[Run]) -> Iterator[Row]:
    for upper, lower in list(itertools.pairwise(heights))[1:]:
        band = sorted((run for run in drawn if upper < run.y < lower), key=lambda run: (run.y, run.x))
        yield tuple(
            " ".join(run.text.strip() for run in band if left - 0.1 < run.x < right)
            for left, right in itertools.pairwise(edges)
        )
