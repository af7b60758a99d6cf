"""Báo cáo: texts kept as typed, preview, saving, cancelling, the way from a typed figure to the printed page."""

from __future__ import annotations

import io
import re
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.errors import SoTramError
from data.model import Attribution
from data.periods import parse_period
from reports.texts import text, words
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle, shown_screen, type_text
from ui.models.work_model import STATES, progress_word
from ui.print_pages import PrintOut, print_pages
from ui.screens.indicators import IndicatorsScreen
from ui.screens.plan_work import PlanWorkScreen
from ui.screens.report_work import write_file
from ui.screens.reports import ReportsScreen
from ui.screens.screen import Screen
from ui.session import Session
from ui.tasks import Task

BY = Attribution(user="Lan", now=NOW)


def report_screen(qtbot: QtBot, session: Session, period: str = "2024Q3") -> ReportsScreen:
    """The report of the plan of 2024."""
    commands.bind_plans(session.store, ["lao-cai-2024"], BY)
    session.set_period(parse_period(period))
    screen = ReportsScreen(session)
    qtbot.addWidget(screen)
    screen.resize(1200, 700)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activate()
    return screen


def text_of(screen: ReportsScreen) -> str:
    """Text of the pages shown."""
    if not screen._bytes:
        return ""
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(screen._bytes)).pages)


def test_from_a_typed_figure_to_the_printed_page(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    session.set_period(parse_period("2024Q3"))
    entry = shown_screen(qtbot, session, "population.quarter")
    entry.grid.go_to()
    rows = entry.entry_model.form.rows if entry.entry_model.form else ()
    place = next(place for place, row in enumerate(rows) if row.element.code == "population_end")
    entry.grid.setCurrentIndex(entry.entry_model.index(place, 4))
    type_text("4127")
    press(Qt.Key.Key_Return)
    settle(qtbot, session)
    screen = report_screen(qtbot, session)
    qtbot.waitUntil(lambda: screen.preview.page_count > 0, timeout=30_000)
    path = write_file(tmp_path / "bao-cao.pdf", screen._bytes)
    printed = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "4.127" in printed
    assert "Trạm Y tế xã Tả Phời" in printed


def test_texts_are_kept_and_printed(qtbot: QtBot, session: Session) -> None:
    screen = report_screen(qtbot, session)
    screen.texts.edits["difficulties"].setPlainText("Thiếu <b>& bác sĩ")
    screen.texts.flush()
    settle(qtbot, session)
    kept = queries.report_texts(session.store, "lao-cai-2024", "2024Q3")
    assert [(each.section, each.text) for each in kept] == [("difficulties", "Thiếu <b>& bác sĩ")]
    qtbot.waitUntil(lambda: "Thiếu <b>& bác sĩ" in text_of(screen), timeout=30_000)


def test_a_month_is_refused_in_a_sentence(qtbot: QtBot, session: Session) -> None:
    screen = report_screen(qtbot, session, "202407")
    qtbot.waitUntil(lambda: bool(screen.line.text), timeout=10_000)
    assert "tháng" in screen.line.text


def test_a_plan_that_does_not_bind_is_said_before_it_is_saved(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = report_screen(qtbot, session)
    path = tmp_path / "khac.pdf"
    monkeypatch.setattr("ui.screens.reports.ask_target", lambda *_: path)
    screen.plans.setCurrentIndex(screen.plans.findData("can-tho-2025-2030"))
    screen.buttons["save"].click()
    assert "không giao cho trạm" in screen.line.text
    assert not path.exists()
    qtbot.waitUntil(lambda: screen.preview.page_count > 0 or bool(screen.line.text), timeout=30_000)


def test_making_can_be_cancelled(qtbot: QtBot, session: Session) -> None:
    screen = report_screen(qtbot, session)
    qtbot.waitUntil(lambda: screen.busy.task is not None, timeout=5000)
    screen.busy.cancel()
    qtbot.waitUntil(lambda: "F5" in screen.line.text, timeout=30_000)
    assert screen._bytes == b""


def test_the_draft_is_copied_for_word(qtbot: QtBot, session: Session) -> None:
    screen = report_screen(qtbot, session)
    screen._copy()
    qtbot.waitUntil(lambda: "Word" in screen.line.text, timeout=30_000)
    data = QGuiApplication.clipboard().mimeData()
    assert "<table" in data.html()
    assert "BÁO CÁO" in data.text()


def test_printing_draws_every_page(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    screen = report_screen(qtbot, session)
    qtbot.waitUntil(lambda: bool(screen._bytes), timeout=30_000)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    count = print_pages(PrintOut(printer, screen._bytes), Task())
    assert count == screen.preview.page_count == len(PdfReader(tmp_path / "in.pdf").pages)


def test_saving_into_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SoTramError):
        write_file(tmp_path / "khong-co" / "a.pdf", b"x")


@pytest.mark.parametrize("name", ["tram.sotram", "tram.sotram-backup", "tram.sotram-backup.hong"])
def test_pages_are_never_saved_over_a_station_file_or_a_backup(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"kept")
    with pytest.raises(SoTramError, match="out_is_"):
        write_file(tmp_path / name, b"x")
    assert (tmp_path / name).read_bytes() == b"kept"


def mnemonics(screen: QWidget) -> list[str]:
    """The letters that Alt takes on a screen."""
    texts = [label.text() for label in screen.findChildren(QLabel)]
    texts += [button.text() for button in screen.findChildren(QAbstractButton)]
    found = [re.search(r"(?<!&)&(\w)", each) for each in texts]
    return [match[1].upper() for match in found if match is not None]


@pytest.mark.parametrize("screen_class", [ReportsScreen, IndicatorsScreen, PlanWorkScreen])
def test_alt_and_a_letter_mean_one_thing(qtbot: QtBot, session: Session, screen_class: type[Screen]) -> None:
    screen = screen_class(session)
    qtbot.addWidget(screen)
    letters = [*mnemonics(screen), "K"]  # the header has the period
    assert sorted(letters) == sorted(set(letters))


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_C])
def test_keys_work_while_the_header_has_the_focus(qtbot: QtBot, session: Session, key: Qt.Key) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Kỳ")
    screen = ReportsScreen(session)
    used: list[str] = []
    for shortcut in screen.findChildren(QShortcut):
        shortcut.activated.disconnect()
        shortcut.activated.connect(partial(used.append, shortcut.key().toString()))
    layout = QVBoxLayout(window)
    layout.addWidget(button)
    layout.addWidget(screen)
    with qtbot.waitActive(window):
        window.show()
    button.setFocus()
    shift = Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_C else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier | shift)
    assert used == ["Ctrl+S" if key == Qt.Key.Key_S else "Ctrl+Shift+C"]


def test_the_file_is_named_after_station_plan_and_period(qtbot: QtBot, session: Session) -> None:
    screen = report_screen(qtbot, session)
    assert screen.suggested_name() == "Bao-cao_TYT_TA_PHOI_lao-cai-2024_2024Q3.pdf"


def test_the_texts_are_called_as_on_paper(qtbot: QtBot, session: Session) -> None:
    screen = report_screen(qtbot, session)
    for section, edit in screen.texts.edits.items():
        assert text(f"plan.section_{section}").endswith(f". {edit.accessibleName()}")


def test_states_of_work_are_called_as_on_paper(session: Session) -> None:
    assert {state.value: progress_word(state) for state in STATES} == words("state")
