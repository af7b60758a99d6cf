"""The table of targets is read back from the PDF and held against ``data.entries``, for every plan and period."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data import queries
from data.catalogue import load_catalogue
from data.commands import open_station
from data.entries import Entry, target_entries
from data.example import write_example
from data.periods import parse_period
from reports.registry import render_report
from reports.report import ReportRequest
from tests.reports.pdf_reading import Line, Run, lines, read, runs

NOW = datetime(2026, 1, 20, 8, tzinfo=UTC)
PERIODS = ("2024Q3", "2024S1", "2024M9", "2024")
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


@pytest.mark.parametrize("plan", list(load_catalogue().plans))
@pytest.mark.parametrize("period", PERIODS)
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
