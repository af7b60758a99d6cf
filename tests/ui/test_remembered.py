"""What a person arranged by hand is there again: columns, splitters, the plan shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QHeaderView
from pytestqt.qtbot import QtBot

from data import commands
from data.catalogue import load_catalogue
from data.model import Attribution, NewStation
from tests.ui.conftest import NOW
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.models.target_model import CLAUSE, NAME, RESULT, TARGET
from ui.screens.indicators import IndicatorsScreen
from ui.screens.report_pages import ReportPages
from ui.session import Session

BY = Attribution(user="Lan", now=NOW)
PLANS = ["lao-cai-2024", "lao-cai-2023-ntm"]


def shown_window(qtbot: QtBot, session: Session) -> MainWindow:
    """A window over the station file, with what was remembered."""
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    window.resize(1300, 700)
    with qtbot.waitExposed(window):
        window.show()
    return window


def targets_of(qtbot: QtBot, window: MainWindow) -> IndicatorsScreen:
    """The targets, worked out."""
    screen = window.show_screen("indicators")
    assert isinstance(screen, IndicatorsScreen)
    qtbot.waitUntil(lambda: bool(screen.model.rows), timeout=20_000)
    return screen


def drag(head: QHeaderView, column: int, by: int) -> None:
    """Take the border at the right of a column and pull it."""
    start = QPoint(head.sectionViewportPosition(column) + head.sectionSize(column) - 1, head.height() // 2)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(head.viewport(), start + QPoint(by, 0))
    QTest.mouseRelease(
        head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(by, 0)
    )


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    """A window over a station with two plans."""
    commands.bind_plans(session.store, PLANS, BY)
    return shown_window(qtbot, session)


def test_a_dragged_column_stays_as_it_was_made(qtbot: QtBot, window: MainWindow) -> None:
    screen = targets_of(qtbot, window)
    before = screen.table.columnWidth(CLAUSE)
    drag(screen.table.horizontalHeader(), CLAUSE, 60)
    assert screen.table.columnWidth(CLAUSE) == before + 60
    window.remember()
    again = targets_of(qtbot, shown_window(qtbot, window.session))
    assert abs(again.table.columnWidth(CLAUSE) - (before + 60)) <= 1
    assert again.table.widths.save().startswith(f"{CLAUSE}:")
    assert " " not in again.table.widths.save()


def other_file(tmp_path: Path) -> Session:
    """Another station's file, which another plan binds."""
    path = tmp_path / "khac.sotram"
    commands.create_station(path, NewStation(code="TYT_KHAC", name="Trạm Y tế xã Khác", place="xã Khác"), NOW)
    store = commands.open_station(path, writing=True)
    commands.bind_plans(store, ["can-tho-2025-2030"], BY)
    return Session(store, load_catalogue(), lambda: NOW, "", "vi")


def plans_of(window: MainWindow, name: str) -> QComboBox:
    """The list of plans of a screen."""
    screen = window.show_screen(name)
    plans = getattr(screen.writing if isinstance(screen, ReportPages) else screen, "plans")  # noqa: B009 - of two kinds
    assert isinstance(plans, QComboBox)
    return plans


def test_the_plan_of_one_file_is_not_shown_in_another(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for name in ("reports", "indicators"):
        plans = plans_of(window, name)
        plans.setCurrentIndex(plans.findData(PLANS[1]))
    window.remember()
    other = other_file(tmp_path)
    shown = shown_window(qtbot, other)
    assert [plans_of(shown, name).currentData() for name in ("reports", "indicators")] == ["can-tho-2025-2030"] * 2
    other.close()
    again = shown_window(qtbot, window.session)
    assert [plans_of(again, name).currentData() for name in ("reports", "indicators")] == [PLANS[1]] * 2


def test_a_double_click_on_the_border_fits_the_column_again(qtbot: QtBot, window: MainWindow) -> None:
    screen = targets_of(qtbot, window)
    drag(screen.table.horizontalHeader(), CLAUSE, 60)
    screen.table.horizontalHeader().sectionHandleDoubleClicked.emit(CLAUSE)
    assert screen.table.widths.save() == ""


def test_columns_are_as_wide_as_what_they_hold(qtbot: QtBot, window: MainWindow) -> None:
    screen = targets_of(qtbot, window)
    metrics = screen.table.fontMetrics()
    for column in (CLAUSE, RESULT, TARGET):
        word = max(
            (word for row in range(screen.model.rowCount()) for word in screen.model.index(row, column).data().split()),
            key=metrics.horizontalAdvance,
            default="",
        )
        assert screen.table.columnWidth(column) >= metrics.horizontalAdvance(word)
    assert screen.table.columnWidth(NAME) > screen.table.columnWidth(TARGET)


def test_widths_follow_the_text_size(qtbot: QtBot, window: MainWindow) -> None:
    table = targets_of(qtbot, window).table
    drag(table.horizontalHeader(), CLAUSE, 60)
    before = table.columnWidth(CLAUSE)
    window.change_text_size(1)
    window.change_text_size(1)
    QApplication.processEvents()
    assert table.columnWidth(CLAUSE) > before
    window.change_text_size(-1)
    window.change_text_size(-1)


@pytest.mark.parametrize("text", ["", "x", "1:", "9999:1", "1:2:3", "1:-5", "2:0"])
def test_a_damaged_memory_does_no_harm(qtbot: QtBot, window: MainWindow, text: str) -> None:
    table = targets_of(qtbot, window).table
    table.widths.restore(text)
    assert all(table.columnWidth(column) >= 0 for column in range(table.model().columnCount()))


def test_splitter_and_plan_are_there_again(qtbot: QtBot, window: MainWindow) -> None:
    pages = window.show_screen("reports")
    assert isinstance(pages, ReportPages)
    screen = pages.writing
    screen.plans.setCurrentIndex(1)
    screen.splitter.setSizes([500, 600])
    before = screen.splitter.sizes()
    window.remember()
    again = shown_window(qtbot, window.session).show_screen("reports")
    assert isinstance(again, ReportPages)
    assert again.writing.plans.currentData() == PLANS[1]
    assert again.writing.splitter.sizes() == before
