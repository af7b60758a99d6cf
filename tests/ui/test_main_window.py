"""The window: Vietnamese, rail, first steps, search, period, closing, names for those who hear it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from data import commands
from data.model import Attribution, Category, CellState, DataValue
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import press, type_text
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.models.agenda_model import AgendaLine
from ui.screens.data_entry import DataEntryScreen
from ui.screens.due_list import DueListScreen
from ui.screens.registry import SCREENS
from ui.screens.screen import Place
from ui.session import Session

BY = Attribution(user="Lan", now=NOW)


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    """The window over the new station file, shown."""
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def lines_of(window: MainWindow) -> list[AgendaLine]:
    """Lines of the due list."""
    screen = window.screen_named("due_list")
    assert isinstance(screen, DueListScreen)
    return screen.model.lines


def test_the_window_speaks_vietnamese(window: MainWindow) -> None:
    texts = [window.rail.item(row).text() for row in range(window.rail.count())]
    assert texts == [
        "Việc cần làm", "Nhập số liệu", "Chỉ tiêu", "Tự chấm điểm", "Công việc", "Báo cáo", "Cài đặt",
    ]  # fmt: skip
    assert window.header.station.text() == "Trạm Y tế xã Tả Phời"
    assert "Quý III/2024" in window.header.picker.text()


def test_a_new_file_is_led_through_its_first_steps(window: MainWindow) -> None:
    lines = lines_of(window)
    assert lines[0].title == "Năm phút đầu tiên"
    assert [line.place.form for line in lines[1:3] if isinstance(line.place, Place)] == ["plans", "profile"]


def test_bound_plans_bring_reports_and_targets(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    session.write(lambda: commands.bind_plans(session.store, ["lao-cai-2024", "lao-cai-2023-ntm"], BY))
    qtbot.waitUntil(lambda: any(line.title.startswith("Chỉ tiêu chưa đạt") for line in lines_of(window)), timeout=5000)
    qtbot.waitUntil(lambda: any("thiếu số liệu" in line.title for line in lines_of(window)), timeout=5000)
    assert any(line.title == "Báo cáo đến hạn" for line in lines_of(window))


def test_every_screen_opens_by_its_key_and_names_all_it_focuses(qtbot: QtBot, window: MainWindow) -> None:
    for entry in SCREENS:
        window.show_screen(entry.name, keys=True)
        QApplication.processEvents()
    unnamed = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
        and widget.objectName() not in ("qt_spinbox_lineedit", "qt_scrollarea_viewport")
        and not _is_in_combo_box(widget)
        and type(widget).__name__ not in ("QSplitterHandle", "QScrollBar", "QLabel")
    ]
    assert unnamed == []


def _is_in_combo_box(widget: QWidget) -> bool:
    """Whether it is the list that a combo box drops, which speaks for itself."""
    parent = widget.parent()
    return parent is not None and parent.inherits("QComboBoxPrivateContainer")


def test_the_cursor_of_the_due_list_never_rests_on_a_heading(window: MainWindow) -> None:
    window.show_screen("due_list", keys=True)
    kinds = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        press(key)
        screen = window.screen_named("due_list")
        assert isinstance(screen, DueListScreen)
        kinds.append(lines_of(window)[screen.view.currentIndex().row()].kind)
    assert kinds == ["item"] * 5


def test_a_lead_that_changes_the_period_says_so_and_leads_back(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.period
    window.go(Place("reports", plan="lao-cai-2024", period="2023"))
    assert "Năm 2023" in window.notice.text
    window.notice.answers[0].click()
    assert (window.session.period, window.notice.isVisible()) == (before, False)


@pytest.mark.parametrize("way", ["screen", "period", "question"])
def test_the_way_back_is_offered_until_something_else_is_done(qtbot: QtBot, window: MainWindow, way: str) -> None:
    window.go(Place("reports", period="2023"))
    assert window.notice.isVisible()
    if way == "screen":
        window.show_screen("due_list")
    elif way == "period":
        window.session.set_period(parse_period("2022"))
    else:
        window.screen_named("reports").writing.line.ask("?", [("Có", lambda: None)])  # type: ignore[attr-defined]
    assert not window.notice.isVisible()


def test_keys_are_called_as_on_the_keyboard(window: MainWindow) -> None:
    assert QKeySequence("Alt+Return").toString(QKeySequence.SequenceFormat.NativeText) == "Alt+Enter"


def test_search_finds_without_tone_marks(qtbot: QtBot, window: MainWindow) -> None:
    window.header.search.start(None)
    type_text("bao hiem y te")
    assert any("bảo hiểm y tế" in text for text in window.header.search.findings_shown())
    press(Qt.Key.Key_Return)
    assert isinstance(window.current_screen(), DataEntryScreen)


def test_the_period_is_chosen_in_the_header(qtbot: QtBot, window: MainWindow) -> None:
    window.header.picker.step(forward=False)
    assert window.session.period == parse_period("2024Q2")
    assert "Quý II/2024" in window.header.picker.text()


def test_the_status_bar_says_when_and_where_it_was_saved(qtbot: QtBot, window: MainWindow) -> None:
    value = DataValue(
        data_element="population_end", period="2024Q3", category=Category.DEFAULT, state=CellState.FIGURE, value="4127"
    )
    session = window.session
    session.write(lambda: commands.save_data_values(session.store, [value], BY))
    qtbot.waitUntil(lambda: "Đã lưu 14:05:09" in window._saved.text(), timeout=5000)
    assert window._where.text() == str(session.path)


def test_the_window_stays_until_everything_is_on_disk(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    session.write(lambda: commands.bind_plans(session.store, ["lao-cai-2024"], BY))
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
    assert session.writer.is_empty


def test_period_and_window_are_remembered(qtbot: QtBot, window: MainWindow) -> None:
    window.session.set_period(parse_period("2023"))
    window.remember()
    again = MainWindow(window.session, Memory())
    qtbot.addWidget(again)
    assert again.session.period == parse_period("2023")


def test_a_small_screen_is_filled_when_the_window_is_first_opened(qtbot: QtBot, window: MainWindow) -> None:
    assert window.screen().availableGeometry().width() < 1500
    assert window.isMaximized()


def test_text_grows_and_shrinks(qtbot: QtBot, window: MainWindow) -> None:
    before = QApplication.font().pointSizeF()
    window.change_text_size(1)
    assert QApplication.font().pointSizeF() == before + 1
    assert window.rail.font().pointSizeF() == before + 1
    assert window.header.station.font().pointSizeF() > before + 1
    window.change_text_size(-1)
    assert QApplication.font().pointSizeF() == before


def test_recent_files_are_kept_newest_first(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "window.ini")
    for name in ("a.sotram", "b.sotram", "a.sotram"):
        (tmp_path / name).touch()
        memory.add_recent(tmp_path / name)
    assert [path.name for path in memory.recent()] == ["a.sotram", "b.sotram"]
