"""Việc cần làm: each report says by which text it is due, how certain that is, and how long is left."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from data import commands
from data.due import DueReport, DueText, Terms, due_in_plans
from data.due_statistics import due_in_rules
from data.history import RecordsAsked
from data.model import ObligationProgress, ObligationState
from data.periods import Cut, Period
from data.record_history import record_history
from data.statistics_rules import load_rules
from data.working_days import WorkingDays, proposal
from tests.builders import make_duty, make_plan
from tests.ui.tools import settle
from ui.due_words import days_words, reason_words, report_line
from ui.models.agenda_model import AgendaLine
from ui.record_words import journal_line
from ui.screens.due_list import DueListScreen
from ui.screens.due_sent import sendable
from ui.screens.due_statistics import load_statistics, warning_lines
from ui.screens.screen import Place
from ui.session import Session

FULL = WorkingDays(
    off=frozenset(each.day for each in proposal(2026)), complete=frozenset({2026}), listed=frozenset({2026})
)


def statistic(code: str, today: date, days: WorkingDays = FULL) -> DueReport:
    """What is due of one report that has ended."""
    reports = due_in_rules(load_rules(), {}, Terms(today, days=days))
    return next(each for each in reports if each.duty.id == code and not each.is_running)


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> DueListScreen:
    """The due list of a station that one plan binds, with its statistics."""
    commands.bind_plans(session.store, ["lao-cai-2023-ntm"], session.by())
    screen = DueListScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: screen._statistics is not None, timeout=5000)
    return screen


def line_of(screen: DueListScreen, title: str, period: str) -> AgendaLine:
    return next(line for line in screen.model.lines if line.title == title and line.detail.startswith(period))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, ("quá hạn 1 ngày (05/01/2026)", "bad")),
        (0, ("hạn hôm nay (05/01/2026)", "warn")),
        (14, ("còn 14 ngày (05/01/2026)", "warn")),
        (15, ("còn 15 ngày (05/01/2026)", "text")),
    ],
)
def test_days_left_are_said_in_words(vietnamese: None, days: int, expected: tuple[str, str]) -> None:
    report = statistic("tt-23-2025/year", date(2026, 1, 3))._replace(days_left=days)
    assert days_words(report) == expected


def test_the_earlier_of_two_parts_of_a_text_names_both(vietnamese: None) -> None:
    report = statistic("tt-23-2025/year", date(2026, 1, 3))
    assert reason_words(report, {"secondary source seen": "theo nguồn thứ cấp"}) == [
        "Thông tư 23/2025/TT-BYT: sớm hơn giữa “05 ngày” (bảng Phụ lục IV, 05/01/2026) và “05 ngày làm việc” "
        "(điều về thời hạn gửi, 08/01/2026)",
        "theo nguồn thứ cấp",
    ]


def test_the_earlier_of_two_texts_names_both(vietnamese: None) -> None:
    report = statistic("tt-37-2019/month", date(2024, 10, 3))
    texts = (DueText("Kế hoạch A", "trước ngày 6/10", date(2024, 10, 5)), *report.texts)
    said = reason_words(report._replace(due_on=texts[0].due_on, texts=texts), {})[0]
    assert said == (
        "sớm hơn giữa Kế hoạch A “trước ngày 6/10” (05/10/2024) "
        "và Thông tư 37/2019/TT-BYT “05 ngày làm việc” (07/10/2024)"
    )


def test_what_a_list_lacks_and_a_day_off_are_said(vietnamese: None) -> None:
    lacking = statistic("tt-37-2019/month", date(2024, 10, 3), WorkingDays())
    assert reason_words(lacking, {})[-1] == "chưa nhập đủ ngày nghỉ năm 2024"
    off = statistic("tt-23-2025/month", date(2025, 10, 3))
    assert "rơi vào ngày nghỉ" in reason_words(off, {})


def test_a_period_cut_on_the_14th_says_its_days(vietnamese: None) -> None:
    plan = make_plan(first_year=2024, last_year=2024, reporting_duties=(make_duty("quarter", to_vi=""),))
    report, *_others = due_in_plans([plan], {}, Terms(date(2024, 9, 20), [(date(1900, 1, 1), Cut.FIFTEENTH)]))
    line = report_line(report, sendable(report, {}, Period(2024, 7, 9)), "", {})
    assert line.detail == "Quý III/2024 (từ 15/06/2024 đến 14/09/2024) · UBND các xã, phường"
    assert line.side == "đã hết kỳ ngày 14/09/2024"
    done = report_line(report._replace(is_open=False), sendable(report, {}, Period(2024, 7, 9)), "", {})
    assert done.side == "xong"


def test_statistics_join_the_list_after_the_first_paint(screen: DueListScreen) -> None:
    line = line_of(screen, "Báo cáo thống kê y tế tháng", "Tháng 9/2024")
    assert line.side == "còn 4 ngày (07/10/2024)"
    assert "Trạm Y tế → Trung tâm Y tế huyện" in line.detail
    assert "theo Thông tư 37/2019/TT-BYT: “05 ngày làm việc” · theo nguồn thứ cấp" in line.detail
    assert line.place == Place("data_entry", period="202409")


def test_days_off_to_be_entered_lead_to_their_page(screen: DueListScreen) -> None:
    (line,) = [line for line in screen.model.lines if line.title.startswith("Nhập ngày nghỉ năm 2024")]
    assert line.place == Place("settings", form="dates")


def test_statistics_are_marked_as_sent(qtbot: QtBot, screen: DueListScreen) -> None:
    line = line_of(screen, "Báo cáo thống kê y tế tháng", "Tháng 9/2024")
    screen.view.setCurrentIndex(screen.model.index(screen.model.lines.index(line)))
    screen.sent.start()
    screen.sent.accept.click()
    settle(qtbot, screen.session)
    assert screen.line.text == "Báo cáo thống kê y tế tháng, Tháng 9/2024: đã đánh dấu gửi."
    screen._fill()
    assert line_of(screen, "Báo cáo thống kê y tế tháng", "Tháng 9/2024").side == "đã gửi"
    entry = record_history(screen.session.store, RecordsAsked(most=1))[0]
    assert journal_line(screen.session.catalogue, entry).what.startswith("Báo cáo thống kê y tế tháng")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 30), []),
        (date(2026, 12, 1), ["Thông tư 23/2025/TT-BYT hết hiệu lực từ ngày 01/03/2027"]),
        (date(2027, 2, 28), ["Thông tư 23/2025/TT-BYT hết hiệu lực từ ngày 01/03/2027"]),
        (
            date(2027, 3, 1),
            ["Thông tư 23/2025/TT-BYT đã hết hiệu lực từ ngày 01/03/2027; chưa biết quy định thay thế"],
        ),
    ],
)
def test_the_end_of_a_circular_is_told_in_time(vietnamese: None, today: date, expected: list[str]) -> None:
    lines = warning_lines(load_statistics(), (), today)
    assert [line.title for line in lines] == expected
    assert all(line.detail.startswith("Văn bản thay thế đang được soạn thảo, chưa có số.") for line in lines)


def test_a_station_without_plans_and_figures_has_nothing_to_read(qtbot: QtBot, session: Session) -> None:
    screen = DueListScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    screen._work_out()
    assert screen._statistics is None
    assert not screen.sent.isVisible()


def test_what_was_sent_keeps_its_note_instead_of_the_reason(vietnamese: None) -> None:
    report = statistic("tt-37-2019/month", date(2024, 10, 3))
    state = ObligationState(report.duty.id, "202409", ObligationProgress.DONE, "gửi ngày 03/10/2024")
    sent = sendable(report, {(report.duty.id, "202409"): state}, Period(2024, 7, 9))
    line = report_line(report, sent, "", {})
    assert (line.side, line.sign) == ("đã gửi", "done")
    assert line.detail.endswith("gửi ngày 03/10/2024")
