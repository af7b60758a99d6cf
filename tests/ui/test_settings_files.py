"""Cài đặt, page of files: figures from a CSV file are checked, shown, then imported as a whole; and written as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.exchange.csv_rows import HEADER
from data.model import Attribution, Category, CellState, DataValue
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.settings import PAGES, SettingsScreen
from ui.screens.settings_files import FilesPage
from ui.session import Session

BY = Attribution(user="Lan", now=NOW)
HEAD = ",".join(HEADER)


def row(element: str, value: str, period: str = "2024Q3") -> str:
    """One record of a file of this station."""
    return f"{element},{period},TYT_TA_PHOI,default,,{value},,,,"


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> FilesPage:
    """The page, shown in its screen."""
    screen = SettingsScreen(session)
    qtbot.addWidget(screen)
    screen.resize(1100, 700)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.list.setCurrentRow(PAGES.index("files"))
    return screen.files


def check(qtbot: QtBot, page: FilesPage, path: Path) -> None:
    """Have a file checked, and wait for what it would do."""
    page.check(path)
    qtbot.waitUntil(lambda: page.currentWidget() is page.result, timeout=10_000)


def figures_file(folder: Path, *rows: str) -> Path:
    """A file of figures as a spreadsheet writes it."""
    path = folder / "so-lieu.csv"
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join([HEAD, *rows, ""]).encode())
    return path


def test_a_sound_file_is_imported_by_one_button(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    path = figures_file(tmp_path, row("population_end", "4127"), row("population_male_end", "1950"))
    check(qtbot, page, path)
    assert "2 số liệu: 2 mới, 0 thay đổi" in page.result.summary.text()
    assert page.result.accept.text() == "&Nhập 2 số liệu"
    assert queries.data_values(page._session.store) == []
    page.result.accept.click()
    settle(qtbot, page._session)
    assert [value.value for value in queries.data_values(page._session.store)] == ["4127", "1950"]
    assert page.currentIndex() == 0
    assert "2 số liệu mới" in page._line.text


def test_who_imports_stands_in_the_history(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    check(qtbot, page, figures_file(tmp_path, row("population_end", "4127")))
    with qtbot.waitSignal(page._session.bus.changed) as told:
        page.result.accept.click()
    assert told.args is not None
    assert told.args[0].keys == (("population_end", "2024Q3", "default"),)
    (entry,) = queries.history(page._session.store, "population_end", "2024Q3")
    assert entry.who == "Lan"


def test_the_faults_of_a_file_are_listed_and_nothing_is_written(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    rows = [row("population_end", "x"), *(row("unknown_element", str(number)) for number in range(60))]
    check(qtbot, page, figures_file(tmp_path, *rows))
    lines = page.result.sentences.toPlainText().split("\n")
    assert len(lines) == 51
    assert lines[0].startswith("so-lieu.csv:2: ")
    assert lines[-1].startswith("… và ")
    assert page.result.accept.isHidden()
    page.result.copy.click()
    assert QGuiApplication.clipboard().text().startswith("so-lieu.csv:2: ")
    assert queries.data_values(page._session.store) == []


def test_contradictions_are_sentences_before_the_import(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    rows = (("population_end", "100"), ("population_male_end", "90"), ("population_female_end", "20"))
    check(qtbot, page, figures_file(tmp_path, *(row(*each) for each in rows)))
    assert page.result.sentences.toPlainText().startswith("quý III/2024: ")
    assert page.result.accept.isVisible()


def test_a_file_that_changes_nothing_has_nothing_to_import(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    path = figures_file(tmp_path, row("population_end", "4127"))
    check(qtbot, page, path)
    page.result.accept.click()
    settle(qtbot, page._session)
    check(qtbot, page, path)
    assert "đã có" in page.result.heading.text()
    assert page.result.accept.isHidden()


def test_figures_typed_meanwhile_are_checked_again(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    check(qtbot, page, figures_file(tmp_path, row("population_end", "4127")))
    session = page._session
    typed = DataValue(
        data_element="population_end", period="2024Q3", category=Category.DEFAULT, state=CellState.FIGURE, value="4100"
    )
    session.write(lambda: commands.save_data_values(session.store, [typed], BY))
    qtbot.waitUntil(lambda: "0 mới, 1 thay đổi" in page.result.summary.text(), timeout=10_000)


def test_the_check_can_be_stopped(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    page.check(figures_file(tmp_path, *([row("population_end", "4127")] * 20_000)))
    page.busy.cancel()
    qtbot.waitUntil(lambda: "Đã dừng" in page._line.text, timeout=10_000)
    assert page.currentIndex() == 0
    assert page.busy.isHidden()


def test_escape_leaves_a_checked_file_alone(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    check(qtbot, page, figures_file(tmp_path, row("population_end", "4127")))
    press(Qt.Key.Key_Escape, to=page.result.accept)
    page.result.back.click()
    assert page.currentIndex() == 0
    assert page.buttons["import"].hasFocus()


def test_a_missing_file_is_a_sentence(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    page.check(tmp_path / "khong-co.csv")
    qtbot.waitUntil(lambda: "khong-co.csv" in page._line.text, timeout=10_000)


def test_the_period_is_written_as_a_file_that_can_be_imported(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    check(qtbot, page, figures_file(tmp_path, row("population_end", "4127"), row("population_end", "4100", "2024Q2")))
    page.result.accept.click()
    page.export(tmp_path / "ra.csv")
    qtbot.waitUntil(lambda: "ra.csv" in page._line.text, timeout=10_000)
    assert (tmp_path / "ra.csv").read_text(encoding="utf-8") == f"{HEAD}\n{row('population_end', '4127')}\n"


def test_an_export_never_replaces_a_station_file(qtbot: QtBot, page: FilesPage) -> None:
    before = page._session.path.read_bytes()
    page.export(page._session.path)
    qtbot.waitUntil(lambda: bool(page._line.text), timeout=10_000)
    assert page._session.path.read_bytes() == before


def test_the_import_is_found_by_its_words(qtbot: QtBot, session: Session) -> None:
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    session.set_period(parse_period("2024Q3"))
    window.header.search.start(None)
    window.header.search.setText("nhap so lieu tu tep")
    assert window.header.search.findings_shown()[0].startswith("Nhập số liệu từ tệp CSV")
    press(Qt.Key.Key_Return)
    screen = window.current_screen()
    assert isinstance(screen, SettingsScreen)
    assert screen.files.buttons["import"].hasFocus()
