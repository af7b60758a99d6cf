"""Cài đặt, Ngày nghỉ và kỳ số liệu: days off typed by keyboard, the law's days, the cut of administrative reports."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import due_queries, queries
from data.history import RecordsAsked
from data.periods import Cut
from data.record_history import record_history
from data.working_days import HolidayKind, proposal
from tests.ui.tools import press, settle, type_text
from ui.record_words import journal_line
from ui.screens.screen import Place
from ui.screens.settings import SettingsScreen
from ui.screens.settings_dates import DatesPage
from ui.session import Session
from ui.widgets.date_field import DateField


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> DatesPage:
    """The page of a new file on 3 October 2024."""
    screen = SettingsScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    screen.go(Place("settings", form="dates"))
    return screen.dates


def type_day(field: DateField, text: str) -> None:
    """Type over the field and press Enter."""
    field.setFocus()
    field.selectAll()
    type_text(text)
    press(Qt.Key.Key_Return, text="\r", to=field)


def days(page: DatesPage, kind: HolidayKind, year: int = 2024) -> list[date]:
    """Days of one kind that the file holds."""
    found = due_queries.holidays_in(page._session.store, year)
    return [each.day for each in found if each.kind is kind]


def said(page: DatesPage) -> str:
    return page._line.text


def test_a_new_file_counts_the_days_of_the_law_and_names_what_lacks(page: DatesPage) -> None:
    assert [line.subject for line in page.model.lines] == list(proposal(2024))
    assert "Năm 2024 chưa nhập gì" in page.lacking.text()
    assert "Tết Âm lịch (0 trên 5 ngày), Giỗ Tổ Hùng Vương (0 trên 1 ngày)" in page.lacking.text()
    assert not due_queries.has_holidays(page._session.store, 2024)


def test_days_off_are_typed_by_keyboard(qtbot: QtBot, page: DatesPage) -> None:
    page.remark.setText("theo thông báo")
    page.until.setText("14/2/2024")
    type_day(page.day, "8/2/2024")
    settle(qtbot, page._session)
    assert days(page, HolidayKind.TET) == [date(2024, 2, day) for day in range(8, 15)]
    assert days(page, HolidayKind.NEW_YEAR) == [date(2024, 1, 1)]  # what the law dates stays
    assert said(page) == "Đã lưu: 08/02/2024–14/02/2024, Tết Âm lịch."
    assert "Tết" not in page.lacking.text()
    assert page.model.lines[1].texts == ("08/02/2024, thứ Năm", "Tết Âm lịch", "theo thông báo")
    assert page.until.text() == ""


def test_enter_in_the_last_day_keeps_all_days(qtbot: QtBot, page: DatesPage) -> None:
    page.day.setText("08/02/2024")
    type_day(page.until, "09/02/2024")
    settle(qtbot, page._session)
    assert days(page, HolidayKind.TET) == [date(2024, 2, 8), date(2024, 2, 9)]


def test_a_complete_year_is_called_so(qtbot: QtBot, page: DatesPage) -> None:
    for kind, first, last in (
        (HolidayKind.TET, "8/2/2024", "14/2/2024"),
        (HolidayKind.HUNG_KINGS, "18/4/2024", ""),
        (HolidayKind.NATIONAL, "3/9/2024", ""),
    ):
        page.kind.setCurrentIndex(page.kind.findData(kind))
        page.until.setText(last)
        type_day(page.day, first)
        settle(qtbot, page._session)
    assert page.lacking.text() == "Năm 2024: đã nhập đủ số ngày nghỉ theo luật."


def test_a_day_is_changed_and_taken_away(qtbot: QtBot, page: DatesPage) -> None:
    page.table.setCurrentIndex(page.model.index(1, 0))
    assert page.day.text() == "30/04/2024"
    page.kind.setCurrentIndex(page.kind.findData(HolidayKind.OTHER))
    page.keep.click()
    settle(qtbot, page._session)
    assert days(page, HolidayKind.OTHER) == [date(2024, 4, 30)]
    page.table.choose(page.model.lines[1].subject)
    press(Qt.Key.Key_Delete, to=page.table)
    settle(qtbot, page._session)
    assert date(2024, 4, 30) not in [each.day for each in due_queries.holidays_in(page._session.store, 2024)]
    assert said(page) == "Đã bỏ ngày 30/04/2024."
    page.propose.click()
    settle(qtbot, page._session)
    assert days(page, HolidayKind.VICTORY) == [date(2024, 4, 30)]
    assert not page.propose.isEnabled()


def test_the_proposal_is_kept_for_the_year_chosen(qtbot: QtBot, page: DatesPage) -> None:
    page.year.setCurrentIndex(page.year.findData(2022))
    page.year.activated.emit(page.year.currentIndex())
    page.propose.click()
    settle(qtbot, page._session)
    assert due_queries.has_holidays(page._session.store, 2022)
    assert due_queries.holidays_in(page._session.store, 2022) == proposal(2022)


def test_a_day_of_another_year_leads_there(qtbot: QtBot, page: DatesPage) -> None:
    type_day(page.day, "23/1/2020")
    settle(qtbot, page._session)
    assert page.year.currentText() == "2020"
    assert page.year.itemText(0) == "2020"
    assert days(page, HolidayKind.TET, 2020) == [date(2020, 1, 23)]


@pytest.mark.parametrize(
    ("first", "last", "kind", "sentence"),
    [
        ("31/2/2024", "", HolidayKind.TET, "Xin gõ ngày như 08/02/2024."),
        ("", "", HolidayKind.TET, "Xin gõ ngày như 08/02/2024."),
        ("8/2/2024", "mai", HolidayKind.TET, "Xin gõ ngày như 08/02/2024."),
        ("8/2/2024", "7/2/2024", HolidayKind.TET, "Ngày cuối phải sau ngày đầu"),
        ("31/12/2024", "1/1/2025", HolidayKind.TET, "Ngày cuối phải sau ngày đầu"),
        ("8/2/2024", "", HolidayKind.WORKED, "Chỉ thứ Bảy, Chủ nhật mới là ngày làm bù."),
    ],
)
def test_what_is_no_day_off_is_refused_in_a_sentence(
    page: DatesPage, first: str, last: str, kind: HolidayKind, sentence: str
) -> None:
    page.kind.setCurrentIndex(page.kind.findData(kind))
    page.day.setText(first)
    page.until.setText(last)
    page.keep.click()
    assert sentence in said(page)
    assert not due_queries.has_holidays(page._session.store, 2024)


def test_the_cut_of_administrative_reports_holds_from_its_day(qtbot: QtBot, page: DatesPage) -> None:
    type_day(page.since, "01/01/2025")
    page.cut.setCurrentIndex(page.cut.findData(Cut.FIFTEENTH.value))
    page.cut.activated.emit(page.cut.currentIndex())
    settle(qtbot, page._session)
    assert queries.report_cuts(page._session.store) == ((date(2025, 1, 1), Cut.FIFTEENTH),)
    assert page.cut_now.text() == "từ 01/01/2025: từ ngày 15 tháng trước đến ngày 14"
    type_day(page.since, "01/01/2024")
    assert page.cut.currentData() == Cut.CALENDAR.value


def test_a_cut_without_a_day_is_refused(page: DatesPage) -> None:
    page.since.setText("hôm qua")
    page.cut.setCurrentIndex(1)
    page.cut.activated.emit(1)
    assert said(page) == "Xin gõ ngày như 01/01/2025."
    assert queries.report_cuts(page._session.store) == ()


def test_rules_and_laws_say_how_certain_they_are(qtbot: QtBot, page: DatesPage) -> None:
    qtbot.waitUntil(lambda: page.rule_model.rowCount() > 0, timeout=5000)
    assert "Bộ luật Lao động 2019, Điều 112" in page.law.text()
    assert "chưa kiểm chứng" in page.law.text()
    assert "Không áp dụng cho báo cáo thống kê" in page.decree.text()
    lines = [line.texts for line in page.rule_model.lines]
    head = "Thông tư 23/2025/TT-BYT, từ 01/07/2025 đến 28/02/2027 (theo nguồn thứ cấp, chưa đọc văn bản gốc)"
    assert (head, "") in lines
    texts = "điều về thời hạn gửi: “05 ngày làm việc”; bảng Phụ lục IV: “15 ngày”"
    assert ("Số liệu năm cho Biểu 2", texts) in lines
    assert ("Trung tâm Y tế huyện", "đến 30/06/2025; từ kiến thức chung, chưa kiểm chứng") in lines


def test_the_log_reads_days_off_as_days(qtbot: QtBot, page: DatesPage) -> None:
    page.propose.click()
    settle(qtbot, page._session)
    entry = record_history(page._session.store, RecordsAsked(kinds=("setting",), most=1))[0]
    line = journal_line(page._session.catalogue, entry)
    assert line.what.startswith("Ngày nghỉ")
    assert "30/04/2024" in line.after
