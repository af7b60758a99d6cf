"""Cài đặt, the log of changes: what it says, what it asks for, and that it is read page by page."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import commands
from data.catalogue import load_catalogue
from data.history import RecordEntry
from data.model import Completion, ObligationProgress, ObligationState
from data.people import AccountChange, Role
from ui.record_words import journal_line
from ui.screens import settings_journal
from ui.screens.settings import SettingsScreen
from ui.screens.settings_journal import JournalPage
from ui.session import Session

MOMENT = datetime(2025, 10, 5, 7, 30, tzinfo=UTC)


def entry(record: str, key: dict[str, str], old: dict[str, str] | None, new: dict[str, str] | None) -> RecordEntry:
    return RecordEntry(place=(1, 1), at=MOMENT, who="Lan", why="", kind="", record=record, key=key, old=old, new=new)


ACCOUNT = {"role": "entry", "is_active": "yes", "pin": "", "recovery": ""}
SETTING = {"key": "signer_name", "valid_from": "2025-07-01"}
DECISION = {"target": "lao-cai-2024/natural_increase_rate-2024", "period": ""}
FORM = {"data_set": "population.quarter", "period": "2025Q3"}


REPORT = {
    "kind": "plan_progress",
    "subject": "lao-cai-2024",
    "period": "2024Q3",
    "snapshot": "0",
    "pdf": "1",
    "way": "paper",
    "supersedes": "FGHJK12345",
    "reason": "sửa số",
    "elements": "[]",
    "first_year": "2019",
}
STEP = {"kind": "sign_digital", "day": "2024-10-05", "party": "Lan", "means": "head", "reference": "1f", "file": "0"}
CHECK = {"kind": "plan_progress", "subject": "lao-cai-2024", "period": "2024Q3"}
NUMBER = {"year": "2024", "series": "BC", "number": "5"}
FATE = {"state": "cancelled", "symbol": "BC-TYT", "reason": "lập nhầm"}
FILE = {"kind": "scan", "path": "/a.pdf", "size": "5", "sha256": "0"}
SENTENCE = {"plan": "lao-cai-2024", "period": "2024Q3", "section": "summary", "number": "1"}


@pytest.mark.parametrize(
    ("found", "what", "before", "after"),
    [
        (
            entry("report", {"code": "ABCDE12345"}, None, REPORT),
            "Báo cáo đã chốt, mã ABCDE-12345",
            "",
            "Tiến độ kế hoạch; lao-cai-2024; Quý III/2024; đánh số bằng tay; thay thế FGHJK-12345; sửa số",
        ),
        (
            entry("report_step", {"report": "ABCDE12345", "number": "2"}, None, STEP),
            "Báo cáo mã ABCDE-12345: Ký số",
            "",
            "05/10/2024; Lan; người đứng đầu; 1f",
        ),
        (
            entry("report_check", CHECK, None, {"digest": "0", "findings": '["blanks=3"]', "reason": "chờ số"}),
            "Kiểm tra báo cáo: Tiến độ kế hoạch, lao-cai-2024, Quý III/2024",
            "",
            "ô trống: 3; chờ số",
        ),
        (
            entry("document_number", NUMBER, {"state": "reserved", "symbol": "BC-TYT"}, FATE),
            "Sổ văn bản đi năm 2024: 05/BC-TYT",
            "đã giữ",
            "đã hủy; lập nhầm",
        ),
        (
            entry("report_attachment", {"report": "ABCDE12345", "number": "1"}, None, FILE),
            "Tệp của báo cáo mã ABCDE-12345",
            "",
            "bản quét trang đã ký; /a.pdf",
        ),
        (
            entry("report_sentence", SENTENCE, None, {"sentence": "Đạt 95%.", "rule": "best", "figures": "[]"}),
            "Câu gắn với số liệu, Quý III/2024",
            "",
            "Đạt 95%.",
        ),
        (
            entry("account", {"name": "Hoa"}, ACCOUNT, ACCOUNT | {"pin": "*", "role": "head"}),
            "Người dùng “Hoa”",
            "nhập liệu; không có PIN",
            "trưởng trạm; có PIN",
        ),
        (
            entry("setting", SETTING, None, {"value": "Lan", "note": ""}),
            "Họ tên người ký, từ ngày 01/07/2025",
            "",
            "Lan",
        ),
        (
            entry("setting", {"key": "bound_plans", "valid_from": "1900-01-01"}, None, {"value": '["lao-cai-2024"]'}),
            "Kế hoạch áp dụng",
            "",
            load_catalogue().plans["lao-cai-2024"].short_title_vi,
        ),
        (
            entry("complete_data_set_registration", FORM, {"elements": "[]", "reason": ""}, None),
            "Phiếu “Dân số (quý)”, quý III/2025",
            "đã hoàn thành",
            "đã mở lại",
        ),
        (
            entry("rule_note", {"data_element": "?", "period": "2025"}, None, {"note": ""}),
            "Ghi chú: ?, năm 2025",
            "",
            "",
        ),
        (entry("", {}, None, None), "Tệp được phục hồi", "", ""),
        (
            entry("setting", {"key": "gone", "valid_from": "1900-01-01"}, {"value": "x"}, None),
            "gone",
            "x",
            "đã bỏ",
        ),
    ],
    ids=[
        "report",
        "step",
        "check",
        "number",
        "file",
        "sentence",
        "account",
        "detail",
        "plans",
        "reopened",
        "unknown element",
        "restore",
        "unknown setting",
    ],
)
def test_a_change_is_said_in_words(vietnamese: None, found: RecordEntry, what: str, before: str, after: str) -> None:
    line = journal_line(load_catalogue(), found)
    assert (line.when, line.who) == ("05/10/2025 14:30", "Lan")
    assert (line.what, line.before, line.after) == (what, before, after)


def page_of(qtbot: QtBot, session: Session) -> JournalPage:
    screen = SettingsScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    screen.list.setCurrentRow(settings_journal_row(screen))
    qtbot.waitUntil(lambda: screen.journal.model.rowCount() > 0)
    return screen.journal


def settings_journal_row(screen: SettingsScreen) -> int:
    pages = [screen.pages.widget(row) for row in range(screen.pages.count())]
    return next(row for row, page in enumerate(pages) if page is not None and page.isAncestorOf(screen.journal))


def test_the_page_shows_the_newest_changes_first(qtbot: QtBot, session: Session) -> None:
    commands.save_account(session.store, AccountChange(name="Hoa", role=Role.ENTRY), session.by())
    page = page_of(qtbot, session)
    assert "Hoa" in page.model.lines[0].what
    assert page.older.isHidden()


def test_older_changes_are_read_when_they_are_asked_for(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_journal, "PAGE", 3)
    for number in range(4):
        state = ObligationState(item_id=f"x/{number}", period="2025", state=ObligationProgress.DONE)
        commands.save_obligation_state(session.store, state, session.by())
    page = page_of(qtbot, session)
    assert [line.what.split(",")[0] for line in page.model.lines] == ["x/3", "x/2", "x/1"]
    page.older.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)
    assert page.model.lines[3].what.startswith("x/0")


def test_kind_and_days_filter(qtbot: QtBot, session: Session, vietnamese: None) -> None:
    completion = Completion(data_set="population.quarter", period="2025Q2", elements=("population_end",))
    commands.complete(session.store, [completion], session.by())
    page = page_of(qtbot, session)
    page.kind.setCurrentIndex(2)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.model.lines[0].after == "đã hoàn thành"
    page.until.show_day(date(2020, 1, 1))
    page.since.show_day(date(2019, 1, 1))
    page.show_values()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert not page.empty.isHidden()


def test_the_whole_table_can_be_copied(qtbot: QtBot, session: Session) -> None:
    page = page_of(qtbot, session)
    page.table.copy_selection()
    assert len(QApplication.clipboard().text().splitlines()) >= page.model.rowCount()
