"""Sổ văn bản đi: numbers are taken, kept and given up by keys; what is issued is locked; the book is printed."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from data import commands, report_commands, report_queries
from data.documents.records import DocumentNumber, NumberState
from data.people import AccountChange, Role
from tests.ui.assessment_sets import BY, quiet, shown
from tests.ui.test_mnemonics import twice
from tests.ui.tools import press
from ui.screens import paper_out
from ui.screens.register_page import RegisterPage
from ui.session import Session
from ui.widgets.heading import Quiet

DAY = date(2024, 10, 3)
ENTER = Qt.Key.Key_Return
PLAN = DocumentNumber(2024, "KH", 0, NumberState.ISSUED, symbol="KH-TYT", day=DAY, title="Kế hoạch tiêm chủng")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> RegisterPage:
    """The register of a station with one paper."""
    commands.save_setting(session.store, "document_symbol", date(2024, 1, 1), "BC-TYT", BY)
    commands.save_setting(session.store, "signer_name", date(2024, 1, 1), "Lò Thị Mẩy", BY)
    report_commands.give_number(session.store, PLAN, BY)
    page = RegisterPage(session)
    shown(qtbot, page)
    page.activate()
    quiet(qtbot, page)
    page.take_focus()
    return page


def numbers(page: RegisterPage) -> tuple[DocumentNumber, ...]:
    return report_queries.numbers(page.session.store)


def give_reason(qtbot: QtBot, page: RegisterPage, reason: str) -> None:
    page.reason.field.setText(reason)
    press(ENTER, text="\r", to=page.reason.field)
    quiet(qtbot, page)


def reserved(qtbot: QtBot, page: RegisterPage) -> None:
    """Keep the next number of the plans."""
    report_commands.give_number(page.session.store, PLAN._replace(state=NumberState.RESERVED, reason="chờ ký"), BY)
    page.show_values()
    quiet(qtbot, page)
    page.table.choose((2024, "KH", 2))


def test_the_register_says_what_stands_in_it_and_what_follows(page: RegisterPage) -> None:
    assert page.model.lines[1].texts[:3] == ("01/KH-TYT", "03/10/2024", "Kế hoạch tiêm chủng")
    assert "KH 02" in page.said.text()


def test_a_number_is_taken_by_keys_with_the_symbol_of_that_day(qtbot: QtBot, page: RegisterPage) -> None:
    press(Qt.Key.Key_Insert, to=page.table)
    quiet(qtbot, page)
    form = page.form
    assert (form.symbol.text(), form.signer.text(), form.number.text()) == ("KH-TYT", "Lò Thị Mẩy", "Số 02")
    form.series.setCurrentIndex(form.series.findData("CV"))
    form.series.activated.emit(form.series.currentIndex())
    quiet(qtbot, page)
    assert (form.symbol.text(), form.number.text()) == ("TYT", "Số 01")
    form.title.setText("V/v đề nghị cấp vắc xin")
    form.sent_to.setText("Sở Y tế; UBND xã")
    press(ENTER, text="\r", to=form.title)
    assert not form.title.hasFocus()
    assert form.isVisible()  # Enter goes on to the next field: a number needs a key of its own
    press(ENTER, Qt.KeyboardModifier.ControlModifier, text="\r", to=form.copies)
    quiet(qtbot, page)
    line = report_queries.numbers(page.session.store)[0]
    assert (line.series, line.number, line.state, line.day) == ("CV", 1, NumberState.ISSUED, DAY)
    assert line.receivers == "Sở Y tế\nUBND xã"
    assert page.table.subject == (2024, "CV", 1)
    assert page.table.hasFocus()


def test_no_letter_of_the_form_stands_for_two_things(qtbot: QtBot, page: RegisterPage) -> None:
    page.add()
    quiet(qtbot, page)
    assert twice(page.form) == []


def test_what_is_missing_is_said_and_stays_in_the_form(qtbot: QtBot, page: RegisterPage) -> None:
    page.add()
    quiet(qtbot, page)
    page.form.hand_on()
    quiet(qtbot, page)
    assert "trích yếu" in page.line.text
    assert page.form.isVisible()
    assert len(numbers(page)) == 1


def test_of_an_issued_line_the_details_are_open_and_the_rest_is_locked_with_the_reason(
    qtbot: QtBot, page: RegisterPage
) -> None:
    press(Qt.Key.Key_F2, to=page.table)
    form = page.form
    locked = [form.day, form.symbol, form.title, form.signer]
    assert all(field.isReadOnly() for field in locked)
    assert "Điều 18" in form.why.text()
    form.acknowledged.setText("Vàng Seo Páo")
    form.sent_on.setText("04/10/2024")
    form.hand_on()
    quiet(qtbot, page)
    (line,) = numbers(page)
    assert (line.acknowledged, line.sent_on, line.title) == ("Vàng Seo Páo", date(2024, 10, 4), PLAN.title)


def test_a_day_that_does_not_follow_the_numbers_is_asked_about(qtbot: QtBot, page: RegisterPage) -> None:
    page.add()
    quiet(qtbot, page)
    page.form.title.setText("Kế hoạch truyền thông")
    page.form.day.setText("01/10/2024")
    page.form.hand_on()
    assert "thứ tự" in page.line.text
    page.line.answers[0].click()
    quiet(qtbot, page)
    assert [each.day for each in numbers(page)] == [DAY, date(2024, 10, 1)]


def test_a_number_is_reserved_with_a_reason_and_issued_later(qtbot: QtBot, page: RegisterPage) -> None:
    page.add()
    quiet(qtbot, page)
    page.form.fate.setCurrentIndex(1)
    assert page.form.reason.isVisible()
    page.form.hand_on()
    quiet(qtbot, page)
    assert "lý do" in page.line.text
    page.form.reason.setText("chờ Trưởng trạm ký")
    page.form.hand_on()
    quiet(qtbot, page)
    assert numbers(page)[1].state is NumberState.RESERVED
    page.change()
    page.form.fate.setCurrentIndex(0)
    page.form.title.setText("Kế hoạch phòng chống dịch")
    page.form.hand_on()
    quiet(qtbot, page)
    assert (numbers(page)[1].state, numbers(page)[1].title) == (NumberState.ISSUED, "Kế hoạch phòng chống dịch")


def test_the_next_number_is_skipped_only_with_a_reason(qtbot: QtBot, page: RegisterPage) -> None:
    page.ask_skip()
    assert not page.reason.button.isEnabled()
    give_reason(qtbot, page, "viết hỏng")
    skipped = numbers(page)[1]
    assert (skipped.number, skipped.state, skipped.reason) == (2, NumberState.SKIPPED, "viết hỏng")
    assert "không dùng lại" in page.line.text


def test_a_reserved_number_is_skipped_itself(qtbot: QtBot, page: RegisterPage) -> None:
    reserved(qtbot, page)
    page.ask_skip()
    give_reason(qtbot, page, "không ban hành")
    assert [each.state for each in numbers(page)] == [NumberState.ISSUED, NumberState.SKIPPED]


def test_a_number_is_cancelled_by_del_with_a_reason_and_stays_as_a_line(qtbot: QtBot, page: RegisterPage) -> None:
    press(Qt.Key.Key_Delete, to=page.table)
    give_reason(qtbot, page, "thu hồi")
    assert numbers(page)[0].state is NumberState.CANCELLED
    assert page.model.lines[1].texts[6] == "Đã hủy: thu hồi"
    press(Qt.Key.Key_Delete, to=page.table)
    assert "không dùng lại" in page.line.text


def test_lines_are_sought_without_tone_marks_and_by_type(qtbot: QtBot, page: RegisterPage) -> None:
    page.finder.setText("tiem chung")
    assert page.model.rowCount() == 2
    page.finder.setText("khac")
    assert page.model.rowCount() == 0
    press(Qt.Key.Key_Escape, to=page.finder)
    assert page.finder.text() == ""
    page.series.setCurrentIndex(page.series.findData("BC"))
    page.series.activated.emit(page.series.currentIndex())
    assert page.model.rowCount() == 0


def test_typing_is_asked_about_before_it_is_dropped(qtbot: QtBot, page: RegisterPage) -> None:
    page.add()
    quiet(qtbot, page)
    page.form.title.setText("dở dang")
    page.add()
    assert page.form.title.text() == "dở dang"
    page.line.clear()
    press(Qt.Key.Key_Escape, to=page.form.title)
    page.line.answers[0].click()
    assert not page.form.isVisible()


def test_who_only_types_figures_is_told_why_the_register_is_closed(qtbot: QtBot, page: RegisterPage) -> None:
    commands.save_account(page.session.store, AccountChange("Mai", Role.ENTRY), BY)
    page.session.set_user("Mai")
    assert not page.buttons["add"].isEnabled()
    assert "Mai" in page.buttons["add"].toolTip()
    assert [each.text() for each in page.findChildren(Quiet) if each.isVisible() and "Mai" in each.text()] != []
    press(Qt.Key.Key_Insert, to=page.table)
    assert "Mai" in page.line.text
    assert not page.form.isVisible()


@pytest.mark.parametrize(("key", "ending"), [("save", ".pdf"), ("sheet", ".xlsx")])
def test_the_register_is_saved(
    qtbot: QtBot, page: RegisterPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, ending: str
) -> None:
    target = tmp_path / f"so{ending}"
    asked: list[str] = []

    def ask(_page: object, name: str, _kinds: str) -> Path:
        asked.append(name)
        return target

    monkeypatch.setattr(paper_out, "ask_target", ask)
    button: QPushButton = page.buttons[key]
    button.click()
    qtbot.waitUntil(lambda: page.line.text.startswith("Đã lưu"), timeout=20_000)
    assert asked == [f"So-van-ban-di_TYT_TA_PHOI_2024{ending}"]
    if ending == ".xlsx":
        from openpyxl import load_workbook

        sheet = load_workbook(io.BytesIO(target.read_bytes())).active
        assert sheet is not None
        assert [cell.value for cell in sheet[4]][:3] == ["01/KH-TYT", "03/10/2024", "Kế hoạch tiêm chủng"]
    else:
        assert target.read_bytes().startswith(b"%PDF")


def test_the_register_is_printed(
    qtbot: QtBot, page: RegisterPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer, target = QPrinter(), tmp_path / "in.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    monkeypatch.setattr("ui.print_dialog.ask_printer", lambda _page, _count, _name, **_with: printer)
    page.buttons["print"].click()
    qtbot.waitUntil(lambda: "máy in" in page.line.text, timeout=20_000)
    assert page.line.text.startswith("Đã chuyển 1 trang")
    assert target.read_bytes().startswith(b"%PDF")
