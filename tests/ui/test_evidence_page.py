"""Minh chứng: what is asked for stands there; papers are added, changed, taken over and checked by keys alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import assessment_commands, assessment_queries
from data.assessment.evidence import FileState
from data.assessment.records import Evidence
from tests.ui.assessment_sets import BY, CODE, SHIPPED, begun, made_up_table, quiet, shown
from tests.ui.tools import press, type_text
from ui.screens.evidence import EvidencePage
from ui.screens.evidence_words import Spot
from ui.session import Session

DECISION = "Quyết định kiện toàn Ban Chỉ đạo"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> EvidencePage:
    """The register of the made-up table for 2024, which was not begun yet."""
    made_up_table(session)
    page = EvidencePage(session)
    shown(qtbot, page)
    page.show_about(2024, CODE)
    page.take_focus()
    quiet(qtbot, page)
    return page


def papers(page: EvidencePage) -> tuple[Evidence, ...]:
    return assessment_queries.evidence_of(page.session.store, 2024, CODE)


def states(page: EvidencePage) -> list[str]:
    return [line.texts[5] for line in page.model.lines if not line.is_heading]


def keep(qtbot: QtBot, page: EvidencePage) -> None:
    page.form.keep.click()
    quiet(qtbot, page)


def test_what_the_set_asks_for_is_missing_at_first(page: EvidencePage) -> None:
    assert page.model.lines[2].texts[0].strip() == DECISION
    assert states(page)[0] == "Còn thiếu"
    assert "còn thiếu" in page.work.text()


def test_a_paper_is_added_by_keys_for_the_line_under_the_cursor(
    qtbot: QtBot, page: EvidencePage, tmp_path: Path
) -> None:
    scan = tmp_path / "qd.pdf"
    scan.write_bytes(b"scan")
    press(Qt.Key.Key_Insert)
    assert page.form.title.text() == DECISION
    page.form.path.setText(f'"{scan}"')
    page.form.number.setText("12/QĐ-UBND")
    page.form.day.setText("05/02/2024")
    page.form.until.setText("31/12/2026")
    press(ENTER, text="\r", to=page.form.number)
    quiet(qtbot, page)
    (paper,) = papers(page)
    assert (paper.item, paper.asked, paper.path, paper.size) == ("1.1", DECISION, str(scan), 4)
    assert (paper.paper_date, paper.valid_until) == (date(2024, 2, 5), date(2026, 12, 31))
    assert len(paper.sha256) == 64
    assert page.table.hasFocus()
    assert states(page)[0] == "Có"
    assert assessment_queries.assessments(page.session.store) == ()


@pytest.mark.parametrize(("path", "said"), [("khong-co.pdf", "Không còn tệp"), ("", "Xin ghi tên văn bản")])
def test_what_cannot_be_kept_is_said_and_stays_in_the_form(
    qtbot: QtBot, page: EvidencePage, path: str, said: str
) -> None:
    page.add()
    page.form.title.setText("Biên bản" if path else " ")
    page.form.path.setText(path)
    keep(qtbot, page)
    assert said in page.line.text
    assert page.form.isVisible()
    assert papers(page) == ()


def test_a_wrong_day_is_said_and_nothing_is_kept(qtbot: QtBot, page: EvidencePage) -> None:
    page.add()
    page.form.until.setText("31/02/2024")
    keep(qtbot, page)
    assert "31/02/2024" in page.line.text
    assert papers(page) == ()


def test_a_paper_is_changed_without_its_file_being_there(qtbot: QtBot, page: EvidencePage, tmp_path: Path) -> None:
    scan = tmp_path / "qd.pdf"
    scan.write_bytes(b"scan")
    page.add()
    page.form.path.setText(str(scan))
    keep(qtbot, page)
    scan.unlink()
    press(Qt.Key.Key_F2)
    page.form.pages.setText("3")
    keep(qtbot, page)
    (paper,) = papers(page)
    assert (paper.pages, paper.size) == ("3", 4)


def test_a_paper_is_taken_away_after_a_question(qtbot: QtBot, page: EvidencePage) -> None:
    page.add()
    keep(qtbot, page)
    press(Qt.Key.Key_Delete)
    page.line.answers[0].click()
    quiet(qtbot, page)
    assert papers(page) == ()
    assert states(page)[0] == "Còn thiếu"


def test_pressing_enter_twice_keeps_one_paper(qtbot: QtBot, page: EvidencePage) -> None:
    page.add()
    for _ in range(2):
        page.form.hand_on()
    quiet(qtbot, page)
    assert len(papers(page)) == 1


def test_files_are_checked_and_what_is_wrong_becomes_work(qtbot: QtBot, page: EvidencePage, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"scan")
        page.add()
        page.form.title.setText(name)
        page.form.path.setText(str(tmp_path / name))
        keep(qtbot, page)
    (tmp_path / "b.pdf").write_bytes(b"other")
    page.check_files()
    quiet(qtbot, page)
    assert page._files == {1: FileState.SAME, 2: FileState.CHANGED}
    assert "1 tệp còn nguyên" in page.line.text
    page.shows.setCurrentIndex(1)
    assert "Tệp đã bị thay đổi" in states(page)
    page.table.choose(next(line.subject for line in page.model.lines if getattr(line.subject, "number", 0) == 2))
    (tmp_path / "b.pdf").unlink()
    page.open_file()
    quiet(qtbot, page)
    assert "Không còn tệp" in page.line.text


def test_checking_can_be_stopped(qtbot: QtBot, page: EvidencePage, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"scan")
    page.add()
    page.form.path.setText(str(tmp_path / "a.pdf"))
    keep(qtbot, page)
    page.check_files()
    page.escape()
    qtbot.waitUntil(lambda: page.line.text == "Đã dừng.")
    assert page._files == {}


def test_last_years_valid_papers_are_taken_over_with_one_button(qtbot: QtBot, session: Session) -> None:
    table = made_up_table(session)
    begun(session, 2023, table)
    old = Evidence(2023, CODE, "1.1", "Quyết định", asked=DECISION)
    ended = old._replace(title="Hợp đồng", valid_until=date(2024, 1, 1))
    assessment_commands.save_evidence(session.store, [old, ended], BY)
    page = EvidencePage(session)
    shown(qtbot, page)
    page.show_about(2024, CODE)
    quiet(qtbot, page)
    assert "1 giấy tờ" in page.buttons["carry"].text()
    page.buttons["carry"].click()
    quiet(qtbot, page)
    assert [paper.title for paper in papers(page)] == ["Quyết định"]
    assert not page.buttons["carry"].isEnabled()


def test_a_set_that_asks_for_no_papers_says_so(qtbot: QtBot, session: Session) -> None:
    page = EvidencePage(session)
    shown(qtbot, page)
    page.show_about(2024, SHIPPED, "5")
    quiet(qtbot, page)
    assert "chưa ghi giấy tờ phải có" in page.work.text()
    assert page.table.subject == Spot("5")


def test_escape_closes_the_form_then_the_page(qtbot: QtBot, page: EvidencePage) -> None:
    told: list[bool] = []
    page.left.connect(lambda: told.append(True))
    page.add()
    press(Qt.Key.Key_Escape)
    assert (page.form.isVisible(), told) == (False, [])
    assert QApplication.focusWidget() is page.table
    page.escape()
    assert told == [True]


def test_one_button_at_a_time_claims_escape(page: EvidencePage) -> None:
    def claims() -> list[bool]:
        return ["Esc" in button.text() for button in (page.form.leave, page.back)]

    assert claims()[1]
    page.add()
    assert claims() == [True, False]
    page.line.say("…")
    assert claims() == [False, False]
    page.escape()
    page.escape()
    assert claims()[1]


def test_what_is_typed_is_there_when_the_page_is_opened_again(qtbot: QtBot, page: EvidencePage) -> None:
    page.add()
    page.form.note.setText("chưa xong")
    page.hide()
    page.show()
    page.show_about(2024, CODE)
    quiet(qtbot, page)
    page.take_focus()
    assert page.form.isVisible()
    assert page.form.note.text() == "chưa xong"
    assert page.focusWidget() is page.form.title


def test_choosing_another_line_names_the_paper_after_it(page: EvidencePage) -> None:
    page.add()
    page.form.asked.setCurrentIndex(2)
    page.form.asked.activated.emit(2)
    assert page.form.title.text() == page.form.asked.itemText(2)
    page.form.title.setFocus()
    type_text("x")
    page.form.asked.activated.emit(2)
    assert page.form.title.text().endswith("x")


def test_suggested_papers_are_marked_and_answer_no_line(qtbot: QtBot, session: Session) -> None:
    page = EvidencePage(session)
    shown(qtbot, page)
    page.show_about(2024, SHIPPED, "1")
    quiet(qtbot, page)
    page.add()
    suggested = [row for row in range(page.form.asked.count()) if page.form.asked.itemText(row).startswith("gợi ý: ")]
    page.form.asked.setCurrentIndex(suggested[0])
    page.form.asked.activated.emit(suggested[0])
    assert page.form.title.text() == page.form.asked.itemText(suggested[0]).removeprefix("gợi ý: ")
    page.form.keep.click()
    quiet(qtbot, page)
    (paper,) = assessment_queries.evidence_of(session.store, 2024, SHIPPED)
    assert (paper.item, paper.asked) == ("1", "")


def test_a_new_paper_is_proposed_for_the_first_open_line_and_may_stand_for_none(
    qtbot: QtBot, page: EvidencePage
) -> None:
    page.add()
    page.form.keep.click()
    quiet(qtbot, page)
    assert page.register is not None
    page.form.show_paper(papers(page)[0]._replace(number=0, asked="", title=""), page.offered(page.register), "")
    second = page.form.asked.itemText(2)
    assert (page.form.asked.currentText(), page.form.title.text()) == (second, second)
    page.form.asked.setCurrentIndex(0)
    page.form.title.setText("Kế hoạch hoạt động năm")
    page.form.keep.click()
    quiet(qtbot, page)
    assert [paper.asked for paper in papers(page)] == [DECISION, ""]


def test_another_item_takes_the_proposed_line_and_its_title_along(page: EvidencePage) -> None:
    page.add()
    page.form.item.setCurrentIndex(1)
    assert page.form.title.text() == page.form.asked.currentText()
    assert page.form.title.text() != DECISION


def test_what_is_typed_survives_ins_and_is_asked_about_on_esc(page: EvidencePage) -> None:
    page.add()
    page.form.number.setText("12/QĐ")
    press(Qt.Key.Key_Insert, to=page.table)
    assert page.form.number.text() == "12/QĐ"
    assert "trước khi ghi giấy tờ khác" in page.line.text
    page.escape()
    assert (page.line.isHidden(), page.form.isVisible()) == (True, True)
    page.escape()
    assert (page.form.isVisible(), len(page.line.answers)) == (True, 2)
    page.line.answers[0].click()
    assert not page.form.isVisible()


@pytest.mark.parametrize("field", ["item", "asked", "until", "title"])
def test_enter_keeps_the_paper_from_every_field(qtbot: QtBot, page: EvidencePage, field: str) -> None:
    page.add()
    getattr(page.form, field).setFocus()
    press(ENTER, text="\r", to=getattr(page.form, field))
    quiet(qtbot, page)
    assert len(papers(page)) == 1


def test_last_years_papers_begin_no_assessment(qtbot: QtBot, session: Session) -> None:
    begun(session, 2023, made_up_table(session))
    assessment_commands.save_evidence(session.store, [Evidence(2023, CODE, "1.1", "Quyết định", asked=DECISION)], BY)
    page = EvidencePage(session)
    shown(qtbot, page)
    page.show_about(2024, CODE)
    quiet(qtbot, page)
    page.carry_over()
    quiet(qtbot, page)
    assert [each.year for each in assessment_queries.assessments(session.store)] == [2023]
    assert [paper.title for paper in papers(page)] == ["Quyết định"]
    assert states(page)[0] == "Có"
    assert not page.buttons["carry"].isEnabled()


def test_a_lost_or_changed_file_shows_as_soon_as_the_page_does(
    qtbot: QtBot, page: EvidencePage, tmp_path: Path
) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"scan")
        page.add()
        page.form.title.setText(name)
        page.form.path.setText(str(tmp_path / name))
        keep(qtbot, page)
    (tmp_path / "a.pdf").unlink()
    (tmp_path / "b.pdf").write_bytes(b"longer than before")
    page.show_about(2024, CODE)
    quiet(qtbot, page)
    assert {"Không còn tệp", "Tệp đã bị thay đổi"} <= set(states(page))
    page.check_files()
    quiet(qtbot, page)
    assert "Không còn tệp: a.pdf. Tệp đã bị thay đổi: b.pdf." in page.line.text


def test_the_page_says_on_which_day_papers_must_hold(page: EvidencePage) -> None:
    assert page.register is not None
    assert page.register.day == min(page.session.today, date(2024, 12, 31))
    assert f"{page.register.day:%d/%m/%Y}" in page.said.text()
