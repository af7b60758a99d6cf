"""A report of about twelve pages with two charts; beside the same text and charts through plain platypus."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import NamedTuple

from data import commands
from data.errors import UserError
from data.periods import parse_period
from reports.document import BarChart, ReportDocument, TrendChart
from reports.registry import find_report, make_report, render_report
from reports.report import ReportRequest
from tests.benchmarks.measure import ROOT, NotMeasured, Reading, in_turn, python, ratio_reading, run
from tests.benchmarks.platypus import build, story_of
from tests.benchmarks.workshop import Workshop

KIND = "plan_progress"
PERIODS = ("2024", "2024M9", "2024Q3")
PAGES, CHARTS = 12, 2
COLD_ROUNDS, WARM_ROUNDS = 9, 9
COLD, WARM = 1.2, 1.5

ROWS = (
    ("twelve-page report, cold process / plain platypus", f"≤ {COLD} ×"),
    ("the same, warm", f"≤ {WARM} ×"),
    ("the report that was measured", f"about {PAGES} pages, {CHARTS} charts"),
)

_PLAIN = "from tests.benchmarks.platypus import main; main()"


class Found(NamedTuple):
    """The report that is nearest to twelve pages with two charts."""

    request: ReportRequest
    document: ReportDocument
    pages: int
    charts: int


def measure(workshop: Workshop, path: Path) -> list[Reading]:
    """Cold, warm, and what it was."""
    with commands.open_station(path, writing=False) as store:
        found = _nearest(workshop, store)
        story = story_of(found.document)
        prepared = workshop.folder / "story.pickle"
        prepared.write_bytes(pickle.dumps(story))
        _, plain_pages = build(story)
        warm = {
            "ours": lambda: render_report(store, workshop.catalogue, found.request),
            "plain": lambda: build(story),
        }
        in_turn(warm, 1)
        warm_times = in_turn(warm, WARM_ROUNDS)
    cold = {
        "ours": lambda: run(_command(path, found.request, workshop.folder / "ours.pdf"), workshop.environment),
        "plain": lambda: run(python("-c", _PLAIN, prepared, workshop.folder / "plain.pdf"), workshop.environment),
    }
    in_turn(cold, 1)
    cold_times = in_turn(cold, COLD_ROUNDS)
    text = f"{found.request.plan} {found.request.period}: {found.pages} pages ({plain_pages}), {found.charts} charts"
    return [
        ratio_reading(cold_times, "ours", "plain", COLD),
        ratio_reading(warm_times, "ours", "plain", WARM),
        Reading(text),
    ]


def _nearest(workshop: Workshop, store: commands.Store) -> Found:
    try:
        types = find_report(KIND).period_types
    except UserError as error:
        raise NotMeasured(f"no report {KIND}") from error
    requests = [
        ReportRequest(kind=KIND, plan=plan, period=period)
        for plan in workshop.catalogue.plans
        for period in PERIODS
        if parse_period(period).type in types
    ]
    found = [_draw(workshop, store, request) for request in requests]
    return min(found, key=lambda each: (each.charts != CHARTS, abs(each.pages - PAGES)))


def _draw(workshop: Workshop, store: commands.Store, request: ReportRequest) -> Found:
    document = make_report(store, workshop.catalogue, request)
    pages: list[int] = []

    def count(_drawn: int, total: int) -> bool:
        pages.append(total)
        return True

    render_report(store, workshop.catalogue, request, count)
    blocks = [*document.blocks, *(block for appendix in document.appendices for block in appendix.blocks)]
    charts = sum(isinstance(block, BarChart | TrendChart) for block in blocks)
    return Found(request, document, pages[-1], charts)


def _command(path: Path, request: ReportRequest, out: Path) -> list[str | Path]:
    words: list[str | Path] = ["--kind", request.kind, "--plan", request.plan, "--period", request.period, "--out", out]
    return python(ROOT / "main.py", "report", path, *words)
