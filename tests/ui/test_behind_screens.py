"""What screens ask off the GUI thread, asked here directly; small widgets on their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from data import commands
from data.catalogue import load_catalogue
from data.model import Attribution, Category, CellState, DataValue, IndicatorValue, Status, TargetResult, Verdict
from data.periods import Period, parse_period
from reports.report import ReportRequest
from tests.ui.conftest import NOW
from tests.ui.tools import press
from ui import clipboard
from ui.knowledge import Knowledge
from ui.models.entry_rows import CellId, lay_out
from ui.models.target_model import TREND, TargetModel
from ui.screens import entry_facts
from ui.screens.due_targets import target_lines
from ui.screens.indicator_facts import explained, target_rows, with_trend
from ui.screens.report_work import draft, pdf_bytes
from ui.session import Session
from ui.tasks import Cancelled, Task
from ui.widgets.ledger_table import LedgerTable
from ui.widgets.period_picker import PeriodPicker, _Calendar, following
from ui.widgets.sparkline import Bars, Sparkline
from ui.widgets.trend_delegate import TrendDelegate

BY = Attribution(user="Lan", now=NOW)
PLAN, PERIOD = "lao-cai-2024", parse_period("2024Q3")
REQUEST = ReportRequest(kind="plan_progress", period=PERIOD.code, plan=PLAN)


@pytest.fixture
def filled(session: Session) -> Session:
    """Insured persons and population of three years' third quarters, and the plan of 2024 bound."""
    values = [
        DataValue(data_element=code, period=period, category=Category.DEFAULT, state=CellState.FIGURE, value=text)
        for period in ("2022Q4", "2023Q4", "2024Q3", "2024Q4")
        for code, text in (("population_end", "4127"), ("insured_persons", "4043"))
    ]
    commands.save_data_values(session.store, values, BY)
    commands.bind_plans(session.store, [PLAN], BY)
    return session


def test_the_draft_for_word_has_every_table(filled: Session) -> None:
    page, text = draft(filled, REQUEST)
    assert page.count("<table") >= 2
    assert "97,96%" in page
    assert "97,96%" in text
    assert "<script" not in page


def test_a_report_can_be_stopped_while_it_is_drawn(filled: Session) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        pdf_bytes(filled, REQUEST, task)


def test_missed_targets_come_first_and_say_the_gap(filled: Session) -> None:
    lines = target_lines(filled, PERIOD)
    assert lines[0].verdict == "not_met"
    assert any(line.side == "Chưa đạt: còn thiếu 2 người" for line in lines)


def test_the_trend_has_a_point_for_each_year(qtbot: QtBot, filled: Session) -> None:
    plan = filled.catalogue.plans[PLAN]
    rows = with_trend(filled, plan, PERIOD, target_rows(filled, plan, PERIOD))
    row = next(row for row in rows if row.result.target.indicator == "health_insurance_coverage")
    assert [year for year, value, _printed in row.trend if value is not None] == [2022, 2023, 2024]
    model = TargetModel()
    model.show_rows(rows)
    table = LedgerTable("Chỉ tiêu", model)
    table.setItemDelegateForColumn(TREND, TrendDelegate(table))
    qtbot.addWidget(table)
    assert not table.grab().isNull()


def test_every_cell_of_the_tree_knows_who_typed_it(filled: Session) -> None:
    plan = filled.catalogue.plans[PLAN]
    row = next(
        row for row in target_rows(filled, plan, PERIOD) if row.result.target.indicator == "health_insurance_coverage"
    )
    found = explained(filled, plan, row, PERIOD)
    assert {entry.who for entry in found.entries.values()} == {"Lan"}
    assert CellId("insured_persons", "2024Q3", Category.DEFAULT) in found.entries


def test_a_cell_knows_the_targets_it_feeds(filled: Session) -> None:
    source = entry_facts.Source(filled.store, filled.catalogue, Knowledge(filled.catalogue), "vi")
    cell = CellId("insured_persons", "2024Q3", Category.DEFAULT)
    known = entry_facts.with_targets(source, entry_facts.quick_facts(source, cell), PERIOD)
    assert len(known.periods) == 12
    assert known.series[-1] == 4043
    assert [fed.result.value.indicator for fed in known.targets] == ["health_insurance_coverage"]


def test_a_yearly_form_is_shown_for_the_year_around_the_period(filled: Session) -> None:
    data_set = filled.catalogue.data_sets["finance.year"]
    form = lay_out(filled.catalogue, data_set, PERIOD, same_last_year=False)
    assert (form.whole.code, form.compared.code, form.has_total) == ("2024", "2023", False)


def test_the_calendar_of_periods_is_walked_with_arrows(qtbot: QtBot) -> None:
    picker = PeriodPicker(PERIOD)
    qtbot.addWidget(picker)
    calendar = _Calendar(PERIOD, picker)
    calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    chosen: list[Period] = []
    calendar.chosen.connect(chosen.append)
    press(Qt.Key.Key_PageUp, to=calendar)
    calendar._choose(parse_period("2023S1"))
    assert [period.code for period in chosen] == ["2023S1"]


@pytest.mark.parametrize(
    ("period", "after"),
    [("202412", "202501"), ("2024Q4", "2025Q1"), ("2024S1", "2024S2"), ("2024M9", "2025M9"), ("2024", "2025")],
)
def test_the_period_after(period: str, after: str) -> None:
    assert following(parse_period(period)).code == after


def test_bars_are_shares_of_the_highest(qtbot: QtBot) -> None:
    line = Sparkline()
    qtbot.addWidget(line)
    line.show_bars(Bars((1, None, 4), 2), "1, trống, 4")
    assert line.heights() == [0.25, None, 1.0]
    assert not line.grab().isNull()


def test_a_block_from_a_spreadsheet_may_hold_quotes(qtbot: QtBot) -> None:
    assert clipboard.read_block('1\t"a ""b"""\r\n2\t\r\n') == [["1", 'a "b"'], ["2", ""]]


def test_tables_are_escaped_for_word() -> None:
    assert "&lt;b&gt;" in clipboard.table_html(["Tên"], [["<b>"]])


def test_work_after_closing_is_not_started(session: Session) -> None:
    started: list[int] = []
    session.tasks.close()
    session.tasks.run(lambda _task: started.append(1), lambda _result: None)
    assert started == []


def test_every_widget_of_the_picker_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    picker = PeriodPicker(PERIOD)
    qtbot.addWidget(picker)
    calendar = _Calendar(PERIOD, picker)
    buttons = [child for child in calendar.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert buttons
    assert all(button.accessibleName() for button in buttons)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, entry_facts.TargetLine(190, is_everywhere=False)),
        ({"operator": "ask"}, None),
        ({"target_value": None}, None),
        ({"by_sex": ("male",)}, None),
    ],
)
def test_a_target_is_drawn_at_the_scale_of_the_figures_only(changes: dict[str, Any], expected: object) -> None:
    catalogue = load_catalogue()
    period = parse_period("2024Q4")
    value = IndicatorValue(
        "health_insurance_coverage", "total", period, period, Status.OK, numerator=180, denominator=200
    )
    target = catalogue.plans["lao-cai-2024"].targets[0]
    result = TargetResult(target, value, ">=", Verdict.NOT_MET, target_value=95)._replace(**changes)
    cell = CellId("insured_persons", "2024Q4", Category.DEFAULT)
    assert entry_facts.target_line(catalogue, cell, result) == expected


@pytest.mark.parametrize(
    ("cell", "span"),
    [
        (CellId("insured_male", "2024Q4", Category.DEFAULT), "2024Q4"),
        (CellId("insured_persons", "2024Q4", Category.MALE), "2024Q4"),
        (CellId("insured_persons", "2024Q4", Category.DEFAULT), "2024"),
    ],
)
def test_a_target_of_other_figures_or_months_is_no_line(cell: CellId, span: str) -> None:
    catalogue = load_catalogue()
    period = parse_period(span)
    value = IndicatorValue("health_insurance_coverage", "total", period, period, Status.OK, denominator=200)
    result = TargetResult(catalogue.plans["lao-cai-2024"].targets[0], value, ">=", Verdict.NOT_MET, target_value=95)
    assert entry_facts.target_line(catalogue, cell, result) is None
