"""The example station and what is frozen of it."""

from __future__ import annotations

from datetime import UTC, datetime

from data import commands
from data.catalogue import load_catalogue
from data.documents.records import PAPER
from data.model import Attribution, Category, CellState, DataValue
from data.queries import Store
from reports.freezing import Frozen, Order, freeze
from reports.report import ReportRequest

NOW = datetime(2025, 10, 3, 2, 5, 9, tzinfo=UTC)
BY = Attribution(user="Người thử", now=NOW)
SET_REPORT = ReportRequest(kind="self_assessment", criteria_set="1300-QD-BYT", period="2024")
PLAN_REPORT = ReportRequest(kind="plan_progress", plan="lao-cai-2024", period="2024Q3")


def frozen_now(store: Store, request: ReportRequest = SET_REPORT, *, way: str = PAPER, reason: str = "") -> Frozen:
    """A report frozen of today's figures."""
    return freeze(store, load_catalogue(), Order(request, way, reason), BY)


def type_figure(store: Store, element: str, period: str, value: str, *, reason: str = "") -> None:
    """Change a figure."""
    cell = DataValue(element, period, Category.DEFAULT, CellState.FIGURE if value else CellState.NOT_REPORTED, value)
    commands.save_data_values(store, [cell], BY._replace(reason=reason))
