"""From draft to frozen in the window: the strip, the check list, freezing, and freezing anew when figures changed."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from data import report_queries
from data.documents.codes import printed_code
from data.documents.records import ELECTRONIC
from data.documents.states import ReportState
from data.errors import UserError
from data.model import Category, CellState, DataValue
from data.people import Role
from data.periods import parse_period
from tests.ui.papers import CELL, PERIOD, PLAN, Papers, freeze_two, type_figure
from tests.ui.people import add
from tests.ui.test_mnemonics import letters as seen_letters
from tests.ui.tools import settle
from ui.models.entry_rows import CellId
from ui.screens.report_life import CHECK, FREEZE, SHOW
from ui.screens.report_life_work import DETAILS
from ui.screens.reports import ReportsScreen
from ui.screens.screen import Place
from ui.session import Session

NEW_PERIOD = "2023Q4"
SECONDS = 30_000


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, new_station: Path) -> Papers:
    return freeze_two(Path(shutil.copyfile(new_station, tmp_path_factory.mktemp("papers") / "tram.sotram")))


@pytest.fixture
def station_file(tmp_path: Path, papers: Papers) -> Path:
    return Path(shutil.copyfile(papers.path, tmp_path / "tram.sotram"))


def shown(
    qtbot: QtBot, session: Session, period: str = NEW_PERIOD, subject: tuple[str, str] = ("plan_progress", PLAN)
) -> ReportsScreen:
    """The page of a period, where it is known how the report stands."""
    session.set_period(parse_period(period))
    screen = ReportsScreen(session)
    qtbot.addWidget(screen)
    screen.resize(1200, 700)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.choice.show_subject(*subject)
    screen.activate()
    qtbot.waitUntil(lambda: screen.life.looked is not None, timeout=SECONDS)
    return screen


def opened(qtbot: QtBot, screen: ReportsScreen, deed: str) -> None:
    """Press a button of the strip and wait for what it opens."""
    screen.life.buttons[deed].click()
    qtbot.waitUntil(screen.life.view.isVisible, timeout=SECONDS)


def frozen_anew(qtbot: QtBot, screen: ReportsScreen, before: str) -> str:
    """Press "Freeze now" and wait; the code of what stands then."""
    screen.life.view.keep.click()

    def code() -> str:
        found = report_queries.standing_report(screen.session.store, screen.life.looked.request.key)  # type: ignore[union-attr]
        return found.code if found is not None else ""

    qtbot.waitUntil(lambda: code() not in ("", before), timeout=SECONDS)
    return code()


def test_a_draft_is_checked_with_a_reason_for_what_is_open(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    assert "● nháp" in screen.life.strip.stages.text()
    assert "chưa kiểm tra" in screen.life.strip.said.text()
    QTest.keyClick(screen.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(screen.life.view.isVisible, timeout=SECONDS)
    assert screen.life.view.table.hasFocus()
    screen.life.view.keep.click()
    assert "lý do" in screen.life.view.line.text
    screen.life.view.reason.setText("Chờ số của huyện")
    screen.life.view.keep.click()
    looked = screen.life.looked
    assert looked is not None
    qtbot.waitUntil(lambda: report_queries.check_of(session.store, looked.request.key) is not None, timeout=SECONDS)
    qtbot.waitUntil(lambda: "● đã kiểm tra" in screen.life.strip.stages.text(), timeout=SECONDS)
    assert "Chờ số của huyện" in screen.life.strip.said.text()
    assert not screen.life.view.isVisible()
    assert not screen.life.buttons[FREEZE].hasFocus()
    opened(qtbot, screen, FREEZE)
    said = screen.life.view.said.text()
    assert f"Còn để mở – Chưa báo cáo: {len(looked.points.blanks)}" in said
    assert "Lý do còn để mở: Chờ số của huyện." in said


def test_the_letter_that_records_a_check_never_freezes(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    letters = []
    for deed in (CHECK, FREEZE):
        opened(qtbot, screen, deed)
        letters.append(QKeySequence.mnemonic(screen.life.view.keep.text()).toString())
        assert Counter(seen_letters(screen))[letters[-1]] == 1
        screen.life.close()
    assert letters == ["Alt+G", "Alt+A"]


def test_lines_of_the_check_list_lead_to_the_cell_and_to_the_details(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    places: list[Place] = []
    screen.left_for.connect(places.append)
    opened(qtbot, screen, CHECK)
    lines = screen.life.view.model.lines
    blank = next(row for row, line in enumerate(lines) if isinstance(line.subject, CellId))
    detail = next(row for row, line in enumerate(lines) if isinstance(line.subject, tuple) and DETAILS in line.subject)
    for row in (blank, detail):
        screen.life.view.table.opened.emit(screen.life.view.model.index(row, 0))
    assert places == [Place("data_entry", cell=lines[blank].subject), Place("settings", form=DETAILS)]  # type: ignore[arg-type]


def test_freezing_shows_the_next_number_and_stops_at_nothing_new(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    opened(qtbot, screen, FREEZE)
    view = screen.life.view
    assert "02/" in view.electronic.text()
    view.electronic.setChecked(True)
    view.reason.setText("Chờ số của huyện")
    code = frozen_anew(qtbot, screen, "")
    report = report_queries.frozen_report(session.store, code)
    number = report_queries.number_of(session.store, code)
    assert report.way == ELECTRONIC
    assert number is not None
    assert number.number == 2
    qtbot.waitUntil(lambda: "● đã chốt" in screen.life.strip.stages.text(), timeout=SECONDS)
    assert not screen.life.buttons[FREEZE].isEnabled()
    assert "không có gì thay đổi" in screen.life.buttons[FREEZE].toolTip()


def test_a_committees_report_is_numbered_on_paper_alone(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, "2024Q3", ("criteria_progress", "1300-QD-BYT"))
    opened(qtbot, screen, CHECK)
    assert any("viết tay" in line.texts[0] for line in screen.life.view.model.lines)
    screen.life.close()
    opened(qtbot, screen, FREEZE)
    view = screen.life.view
    assert (view.paper.isEnabled(), view.electronic.isEnabled()) == (True, False)
    assert "Ban Chỉ đạo" in view.electronic.text()


def test_changed_figures_are_shown_before_a_report_replaces_another(
    qtbot: QtBot, session: Session, papers: Papers
) -> None:
    type_figure(session.store, "4321", reason="Đếm lại sổ hộ")
    screen = shown(qtbot, session, PERIOD)
    assert "≠ số liệu hiện tại: 1 ô" in screen.life.strip.said.text()
    assert f"Đang lập báo cáo thay thế cho {printed_code(papers.on_paper)} (đã chốt)" in screen.life.strip.said.text()
    assert "● nháp" in screen.life.strip.stages.text()
    assert "có thay đổi từ lần kiểm tra trước" in screen.life.strip.said.text()
    assert "Kiểm tra (Ctrl+Enter)" in screen.life.strip.said.text()
    opened(qtbot, screen, FREEZE)
    view = screen.life.view
    assert [line.texts[1:3] + line.texts[4:] for line in view.model.lines] == [("4.127", "4.321", "Đếm lại sổ hộ")]
    view.reason.setText("Đếm lại sổ hộ")
    code = frozen_anew(qtbot, screen, papers.on_paper)
    assert report_queries.frozen_report(session.store, code).supersedes == papers.on_paper
    assert report_queries.states(session.store)[papers.on_paper] is ReportState.SUPERSEDED


def test_what_is_frozen_and_unchanged_leads_to_the_frozen_reports(
    qtbot: QtBot, session: Session, papers: Papers
) -> None:
    screen = shown(qtbot, session, PERIOD)
    asked: list[str] = []
    screen.life.frozen_asked.connect(asked.append)
    assert not screen.life.buttons[CHECK].isEnabled()
    screen.life.next_deed()
    assert asked == [papers.on_paper]


@pytest.mark.parametrize(
    ("role", "may_check", "may_freeze"),
    [(Role.ENTRY, False, False), (Role.CHECK, True, False), (Role.HEAD, True, True)],
)
def test_what_a_role_may_not_do_is_disabled_and_says_why(
    qtbot: QtBot, session: Session, role: Role, may_check: bool, may_freeze: bool
) -> None:
    add(session, "Hoa", role)
    session.set_user("Hoa")
    screen = shown(qtbot, session)
    buttons = screen.life.buttons
    assert (buttons[CHECK].isEnabled(), buttons[FREEZE].isEnabled()) == (may_check, may_freeze)
    assert ("Hoa" in buttons[FREEZE].toolTip()) != may_freeze
    assert not buttons[SHOW].isEnabled()


def test_nothing_is_frozen_while_a_figure_is_not_saved(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    cell = DataValue(CELL, PERIOD, Category.DEFAULT, CellState.FIGURE, "5")
    session.unsaved.add([cell], UserError("step_needs_reason"))
    screen.life.buttons[FREEZE].click()
    settle(qtbot, session)
    assert "chưa lưu" in screen.line.text
    assert not screen.life.view.isVisible()


def test_esc_goes_back_to_the_pages(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    opened(qtbot, screen, CHECK)
    QTest.keyClick(screen.windowHandle(), Qt.Key.Key_Escape)
    assert screen.preview.isVisible()
