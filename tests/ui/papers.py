"""A station with frozen reports to test with: made once for each module, copied for each test."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from data import commands
from data.catalogue import load_catalogue
from data.commands import Store
from data.documents.records import ELECTRONIC, PAPER
from data.model import Attribution, Category, CellState, DataValue
from reports.freezing import Order, freeze
from reports.report import ReportRequest
from tests.ui.conftest import NOW

BY = Attribution(user="Lan", now=NOW)
PLAN, PERIOD = "lao-cai-2023-ntm", "2023Q3"
"""Its reports are owed each quarter by the commune's own steering committee."""
REQUEST = ReportRequest(kind="plan_progress", period=PERIOD, plan=PLAN)
OTHER = ReportRequest(kind="plan_progress", period="2023Q2", plan=PLAN)
DUTY = "lao-cai-2023-ntm/rd6"
CELL = "population_end"


class Papers(NamedTuple):
    """Where the file lies, and the codes of its two reports: one on paper, one with a printed number."""

    path: Path
    on_paper: str
    numbered: str


def type_figure(store: Store, value: str, period: str = PERIOD, reason: str = "") -> None:
    """Type the figure that the reports rest on."""
    cell = DataValue(CELL, period, Category.DEFAULT, CellState.FIGURE, value)
    commands.save_data_values(store, [cell], BY._replace(user="Hoa", reason=reason))


def freeze_two(path: Path) -> Papers:
    """Bind the plan, type a figure, and freeze two reports."""
    catalogue = load_catalogue()
    with commands.open_station(path, writing=True) as store:
        commands.bind_plans(store, [PLAN], BY)
        type_figure(store, "4127")
        reason = "Trưởng trạm đồng ý"
        on_paper = freeze(store, catalogue, Order(REQUEST, PAPER, reason), BY)
        numbered = freeze(store, catalogue, Order(OTHER, ELECTRONIC, reason), BY)
    return Papers(path, on_paper.report.code, numbered.report.code)
