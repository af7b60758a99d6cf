"""The page of reports as four tabs: walked with keys, led to from elsewhere, each built when it is first shown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.papers import PERIOD, PLAN, REQUEST, Papers, freeze_two
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.frozen_page import FrozenPage
from ui.screens.report_pages import FROZEN, PRINTS, REGISTER, WRITE, ReportPages
from ui.screens.screen import Place
from ui.session import Session

SECONDS = 30_000


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, new_station: Path) -> Papers:
    return freeze_two(Path(shutil.copyfile(new_station, tmp_path_factory.mktemp("papers") / "tram.sotram")))


@pytest.fixture
def station_file(tmp_path: Path, papers: Papers) -> Path:
    return Path(shutil.copyfile(papers.path, tmp_path / "tram.sotram"))


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    made = MainWindow(session, Memory())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def pages_of(window: MainWindow) -> ReportPages:
    screen = window.screen_named("reports")
    assert isinstance(screen, ReportPages)
    return screen


def test_the_tabs_are_walked_with_a_key_and_built_when_shown(qtbot: QtBot, window: MainWindow) -> None:
    window.show_screen("reports", keys=True)
    pages, names = pages_of(window), []
    assert pages.bodies.count() == 1
    for _ in range(4):
        names.append(pages.name)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert [*names, pages.name] == [WRITE, FROZEN, REGISTER, PRINTS, WRITE]
    assert pages.bodies.count() == 4


def test_the_pages_of_a_report_keep_their_keys(qtbot: QtBot, window: MainWindow, papers: Papers) -> None:
    window.go(Place("reports", form=FROZEN, target=papers.on_paper))
    page = pages_of(window).page_named(FROZEN)
    assert isinstance(page, FrozenPage)
    qtbot.waitUntil(lambda: page.preview.page_count > 1, timeout=SECONDS)
    page.preview.view.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert (pages_of(window).name, page.preview.page) == (FROZEN, 1)


def test_a_frozen_report_is_led_to_by_its_code(qtbot: QtBot, window: MainWindow, papers: Papers) -> None:
    window.go(Place("reports", form=FROZEN, target=papers.numbered))
    page = pages_of(window).page_named(FROZEN)
    assert isinstance(page, FrozenPage)
    qtbot.waitUntil(lambda: page.row is not None and page.row.report.code == papers.numbered, timeout=SECONDS)
    window.go(Place("reports", form=FROZEN, target=papers.on_paper))
    qtbot.waitUntil(lambda: page.row is not None and page.row.report.code == papers.on_paper, timeout=SECONDS)


def test_a_report_to_be_replaced_is_shown_where_it_is_written(window: MainWindow) -> None:
    pages = pages_of(window)
    window.show_screen("reports")
    pages.show_tab(FROZEN)
    pages.write_report(REQUEST.key)
    assert pages.name == WRITE
    assert (pages.writing.choice.subject, window.session.period.code) == (PLAN, PERIOD)


def test_the_report_of_a_plan_is_led_to_from_any_tab(window: MainWindow) -> None:
    window.show_screen("reports")
    pages = pages_of(window)
    pages.show_tab(REGISTER)
    window.go(Place("reports", plan="lao-cai-2024"))
    assert pages.name == WRITE
    assert pages.writing.choice.subject == "lao-cai-2024"
