"""The tabs beside the score table: dry run, what to do first, figures that decide; and the pages in place of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import assessment_queries
from data.model import Category
from data.numbers import bare
from data.periods import parse_period
from tests.ui.assessing import MADE_UP, SHIPPED, VECTORS, answer, begin, figure, import_table, shown, type_figures, wait
from tests.ui.test_mnemonics import twice
from tests.ui.tools import press
from ui.findings import collect
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.models.entry_rows import CellId
from ui.screens.assessment import AssessmentScreen
from ui.screens.assessment_actions import ActionsView
from ui.screens.assessment_pages import BUILDERS
from ui.screens.assessment_views import AssessmentView
from ui.screens.criteria_page import SubPage
from ui.screens.report_pages import ReportPages
from ui.screens.screen import Place
from ui.session import Session
from ui.widgets.search_box import matching

CONTROL = Qt.KeyboardModifier.ControlModifier
DRY_RUN, ACTIONS, TURNING = 2, 3, 4
WHO = 6


def opened(qtbot: QtBot, screen: AssessmentScreen, tab: int) -> AssessmentView:
    """A tab with what it has worked out."""
    for _ in range(tab):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_PageDown, CONTROL)  # type: ignore[no-untyped-call]
    view = screen.views[tab - 1]
    assert screen.bodies.currentWidget() is view
    qtbot.waitUntil(lambda: bool(view.notes.text()), timeout=10_000)
    return view


def test_the_dry_run_states_what_it_supposes_and_why_points_go(qtbot: QtBot, session: Session) -> None:
    type_figures(session, *(figure("steering_meetings", f"2024Q{each}", "1") for each in (1, 2, 3, 4)))
    screen = shown(qtbot, session, MADE_UP)
    view = opened(qtbot, screen, DRY_RUN)
    assert "Tự chấm 3 → dự kiến phúc tra 0/100 điểm: Không đạt" in view.head.text()
    assert "Chưa có dân số theo cơ quan thống kê" in view.notes.text()
    assert "chưa có giấy tờ còn hiệu lực thì 0 điểm" in view.notes.text()
    assert view.model.lines[0].texts[2:] == ("3", "0", "−3", "chưa có minh chứng")


def test_the_dry_run_of_the_shipped_set_never_passes(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, "14", "10", "12", "9", "19", "12", "6", "11", "3", "4")
    wait(qtbot, screen)
    view = opened(qtbot, screen, DRY_RUN)
    assert "chưa kiểm tra điểm liệt" in view.notes.text()
    assert "Đạt" not in view.head.text()


def test_the_cheapest_way_is_told_and_follows_a_changed_effort(qtbot: QtBot, session: Session) -> None:
    code = import_table(session, VECTORS)
    screen = shown(qtbot, session, code)
    answer(screen, "10", "8", "10", "7", "15", "10", "5", "9", "2", "2", "c")
    wait(qtbot, screen)
    view = opened(qtbot, screen, ACTIONS)
    assert "Cách ít công nhất để đủ mức: 1; tổng công sức 3, tổng điểm 79 → 83" in view.head.text()
    assert "xét hết mọi cách" in view.notes.text()
    view.table.choose("4")
    press(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "mức: 4; tổng công sức 1, tổng điểm 79 → 81" in view.head.text(), timeout=10_000)
    choices = assessment_queries.assessed(session.store, 2024, code).choices
    assert [(each.item, each.effort) for each in choices] == [("4", 1)]
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "tổng công sức 3" in view.head.text(), timeout=10_000)


def test_who_can_act_is_changed_with_f2_and_emptied_for_the_set_s_own(qtbot: QtBot, session: Session) -> None:
    code = import_table(session, VECTORS)
    screen = shown(qtbot, session, code)
    answer(screen, "10", "8", "10", "7", "15", "10", "5", "9", "2", "2", "c")
    wait(qtbot, screen)
    view = opened(qtbot, screen, ACTIONS)

    def who() -> str:
        return next(line.texts[WHO] for line in view.model.lines if line.subject == "4")

    qtbot.waitUntil(lambda: bool(view.model.lines), timeout=10_000)
    of_set = who()
    view.table.choose("4")
    press(Qt.Key.Key_1)
    for typed in ("UBND xã", ""):
        press(Qt.Key.Key_F2, to=view.table)
        assert screen.reason.field.placeholderText() == of_set
        screen.reason.field.setText(typed)
        press(Qt.Key.Key_Return, to=screen.reason.field)
        qtbot.waitUntil(lambda typed=typed: who() == (typed or of_set), timeout=10_000)  # type: ignore[misc]
        assert view.table.hasFocus()
    choices = assessment_queries.assessed(session.store, 2024, code).choices
    assert [(each.item, each.effort, each.responsible) for each in choices] == [("4", 1, "")]


def test_what_to_do_first_can_start_from_the_dry_run(qtbot: QtBot, session: Session) -> None:
    """Points that are lost for missing evidence appear as actions, with the reason."""
    type_figures(session, *(figure("steering_meetings", f"2024Q{each}", "1") for each in (1, 2, 3, 4)))
    screen = shown(qtbot, session, MADE_UP)
    view = opened(qtbot, screen, ACTIONS)
    assert isinstance(view, ActionsView)
    qtbot.waitUntil(lambda: bool(view.model.lines), timeout=10_000)
    assert view.head.text().startswith("Tính từ điểm tự chấm: 3 điểm.")
    assert "1.1" not in [line.subject for line in view.model.lines]
    qtbot.keyClick(view.starts, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    qtbot.waitUntil(lambda: "phúc tra thử: 0 điểm" in view.head.text(), timeout=10_000)
    line = next(line for line in view.model.lines if line.subject == "1.1")
    assert line.texts[1].endswith("(chưa có minh chứng)")
    assert line.texts[2:5] == ("0", "3", "+3")
    assert twice(screen) == []


def test_a_figure_that_decides_leads_to_its_cell(qtbot: QtBot, session: Session) -> None:
    type_figures(session, *(figure("steering_meetings", f"2024Q{each}", "0") for each in (1, 2, 3)))
    type_figures(session, figure("steering_meetings", "2024Q4", "1"))
    screen = shown(qtbot, session, MADE_UP)
    view = opened(qtbot, screen, TURNING)
    cells = [line.subject for line in view.model.lines if isinstance(line.subject, CellId)]
    assert [each.data_element for each in cells]
    view.table.choose(CellId("steering_meetings", "2024Q4", Category.DEFAULT))
    with qtbot.waitSignal(screen.left_for) as left:
        press(Qt.Key.Key_Return)
    assert (left.args[0].screen, left.args[0].cell.period) == ("data_entry", "2024Q4")


def test_enter_on_an_item_goes_back_to_the_table(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    view = opened(qtbot, screen, ACTIONS)
    qtbot.waitUntil(lambda: bool(view.model.lines), timeout=10_000)
    view.table.choose("3")
    press(Qt.Key.Key_Return)
    assert screen.table.hasFocus()
    assert screen.model.rows[screen.table.currentIndex().row()].code == "3"


@pytest.mark.parametrize("name", list(BUILDERS))
def test_every_page_opens_about_the_assessment_and_goes_back_with_esc(
    qtbot: QtBot, session: Session, name: str
) -> None:
    screen = shown(qtbot, session, SHIPPED)
    screen.pages.open(name)
    page = screen.stack.currentWidget()
    assert isinstance(page, SubPage)
    assert page.about[:2] == (2024, SHIPPED)
    qtbot.wait(200)
    page.go_back()
    assert screen.stack.currentWidget() is screen.front
    assert screen.table.hasFocus()


def test_the_menu_opens_every_page(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    texts = [action.text().partition("\t")[0] for action in screen.head.menu.actions() if action.text()]
    assert "Minh chứng của nội dung" in texts
    assert "Quyết định công nhận" in texts


def test_printing_leads_to_the_report_of_the_year(qtbot: QtBot, session: Session) -> None:
    session.set_period(parse_period("2024Q3"))
    begin(session, SHIPPED)
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    screen = window.show_screen("assessment", keys=True)
    assert isinstance(screen, AssessmentScreen)
    qtbot.waitUntil(lambda: bool(screen.model.rows), timeout=10_000)
    screen.pages.print_sheet()
    pages = window.current_screen()
    assert isinstance(pages, ReportPages)
    reports = pages.writing
    qtbot.waitUntil(lambda: reports.choice.subject == SHIPPED, timeout=10_000)
    assert reports.choice.kind == "self_assessment"
    request = reports.choice.request(session.period)
    assert request is not None
    assert request.period == "2024"


def test_the_tabs_are_walked_with_the_arrows(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    screen.tabs.setFocus()
    for place in (1, 2, 3, 4):
        press(Qt.Key.Key_Right, to=screen.tabs)
        assert screen.tabs.currentIndex() == place
        qtbot.waitUntil(lambda place=place: bool(screen.views[place - 1].notes.text()), timeout=10_000)  # type: ignore[misc]
        assert screen.tabs.hasFocus()


@pytest.mark.parametrize("typed", ["minh chung tu cham", "bo tieu chi nhap", "quyet dinh cong nhan"])
def test_the_pages_are_found_by_name(session: Session, typed: str) -> None:
    opened_: list[Place] = []
    findings = collect(session.catalogue, opened_.append)
    matching(findings, [bare(each.text) for each in findings], typed)[0].open()
    assert opened_[0].screen == "assessment"
    assert opened_[0].form in BUILDERS
