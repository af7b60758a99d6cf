"""Báo cáo: sentences proposed beside a text, changed figures brought up to date, figures against the tables."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat
from pytestqt.qtbot import QtBot

from data import commands, report_queries
from data.model import Attribution, Category, CellState, DataValue
from data.periods import parse_period
from reports.report import ReportRequest
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle
from ui import theme
from ui.screens.report_narrative import ReportNarrative
from ui.session import Session
from ui.widgets.narrative_list import NarrativeList
from ui.widgets.report_texts import ReportTexts

BY = Attribution(user="Lan", now=NOW)
PLAN, PERIOD = "lao-cai-2024", "2024Q3"
REQUEST = ReportRequest(kind="plan_progress", plan=PLAN, period=PERIOD)
INSURED = "Tỷ lệ người dân tham gia bảo hiểm y tế"
MISSED = f"{INSURED} chưa đạt: kết quả 92,50%, chỉ tiêu giao > 98%, còn thiếu 221 người."
ENTER, DELETE, ESCAPE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Down
ALT = Qt.KeyboardModifier.AltModifier


def insure(session: Session, count: int) -> None:
    """So many of 4.000 people are insured."""
    figures = {"insured_persons": count, "population_end": 4000}
    values = [
        DataValue(element, PERIOD, Category.DEFAULT, CellState.FIGURE, str(figure))
        for element, figure in figures.items()
    ]
    session.write(lambda: commands.save_data_values(session.store, values, BY))


@pytest.fixture
def texts(qtbot: QtBot, session: Session) -> ReportTexts:
    """The texts of the plan's report, 92,5 % insured, worked out."""
    insure(session, 3700)
    settle(qtbot, session)
    widget = ReportTexts()
    qtbot.addWidget(widget)
    widget.resize(420, 700)
    narrative = ReportNarrative(session, widget, widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.show_texts(())
    narrative.show(REQUEST)
    widget.edits["difficulties"].setFocus()
    wait_for(qtbot, offers(widget), MISSED)
    return widget


def offers(texts: ReportTexts) -> NarrativeList:
    """The proposals for the difficulties."""
    return texts.sections["difficulties"].proposals


def remarks(texts: ReportTexts) -> NarrativeList:
    """What is said of the difficulties."""
    return texts.sections["difficulties"].remarks


def lines(shown: NarrativeList) -> list[str]:
    """The lines of a list."""
    return [shown.item(row).text() for row in range(shown.count())]


def wait_for(qtbot: QtBot, shown: NarrativeList, start: str, count: int = 1) -> None:
    """Wait until so many lines begin like this."""
    qtbot.waitUntil(lambda: sum(line.startswith(start) for line in lines(shown)) == count, timeout=10_000)


def take_over(qtbot: QtBot, session: Session, texts: ReportTexts) -> None:
    """Put the first proposal into the text, by keys."""
    press(ENTER, ALT, to=texts.edits["difficulties"])
    press(ENTER, to=offers(texts))
    settle(qtbot, session)
    wait_for(qtbot, offers(texts), MISSED, 0)


def stored(session: Session) -> list[tuple[str, str, str]]:
    """The linked sentences of the file: section, rule, sentence."""
    return [(each.section, each.rule, each.sentence) for each in report_queries.sentences(session.store, PLAN, PERIOD)]


def test_a_proposal_is_taken_over_by_keys_and_keeps_its_link(
    qtbot: QtBot, session: Session, texts: ReportTexts
) -> None:
    take_over(qtbot, session, texts)
    assert texts.edits["difficulties"].toPlainText() == MISSED
    assert stored(session) == [("difficulties", "missed", MISSED)]


def test_the_rule_of_the_line_with_the_keys_is_told(texts: ReportTexts) -> None:
    press(ENTER, ALT, to=texts.edits["difficulties"])
    tip = texts.sections["difficulties"].tip
    assert "Quy tắc: Chỉ tiêu chưa đạt" in tip.text()
    assert "Delete: bỏ qua" in tip.text()
    press(ESCAPE, to=offers(texts))
    assert texts.edits["difficulties"].hasFocus()
    assert tip.isHidden()


def test_a_proposal_is_passed_over(texts: ReportTexts) -> None:
    press(ENTER, ALT, to=texts.edits["difficulties"])
    press(DELETE, to=offers(texts))
    assert not any(line.startswith(MISSED) for line in lines(offers(texts)))
    assert texts.edits["difficulties"].toPlainText() == ""


def test_editing_undoing_and_redoing_keep_the_link(qtbot: QtBot, session: Session, texts: ReportTexts) -> None:
    take_over(qtbot, session, texts)
    edit = texts.edits["difficulties"]
    edit.undo()
    texts.flush()
    settle(qtbot, session)
    assert stored(session) == []
    edit.redo()
    texts.flush()
    settle(qtbot, session)
    edit.insert_line("Đường xa.")
    edit.replace(0, len(INSURED), "Bảo hiểm y tế")
    texts.flush()
    settle(qtbot, session)
    assert stored(session) == [("difficulties", "missed", MISSED.replace(INSURED, "Bảo hiểm y tế"))]


@pytest.fixture
def changed(qtbot: QtBot, session: Session, texts: ReportTexts) -> ReportTexts:
    """A sentence was taken over, and then a figure changed."""
    take_over(qtbot, session, texts)
    insure(session, 3600)
    wait_for(qtbot, remarks(texts), "Số đã đổi: 92,50% → 90,00%")
    return texts


def test_a_changed_figure_is_told_with_word_and_amber(changed: ReportTexts) -> None:
    assert "còn thiếu 221 người → còn thiếu 321 người" in lines(remarks(changed))[0]
    (mark,) = changed.edits["difficulties"].extraSelections()
    assert mark.cursor.selectedText() == MISSED
    assert mark.format.underlineColor() == theme.colour("warn")
    assert mark.format.hasProperty(QTextFormat.Property.BackgroundBrush)


def test_one_key_brings_the_sentence_up_to_date(qtbot: QtBot, session: Session, changed: ReportTexts) -> None:
    press(ENTER, ALT, to=changed.edits["difficulties"])
    press(ENTER, to=remarks(changed))
    settle(qtbot, session)
    new = MISSED.replace("92,50%", "90,00%").replace("221", "321")
    wait_for(qtbot, remarks(changed), "Số đã đổi", 0)
    assert changed.edits["difficulties"].toPlainText() == new
    assert stored(session) == [("difficulties", "missed", new)]


def test_one_key_lets_the_sentence_stand(qtbot: QtBot, session: Session, changed: ReportTexts) -> None:
    press(ENTER, ALT, to=changed.edits["difficulties"])
    press(DELETE, to=remarks(changed))
    settle(qtbot, session)
    wait_for(qtbot, remarks(changed), "Số đã đổi", 0)
    assert changed.edits["difficulties"].toPlainText() == MISSED
    (link,) = report_queries.sentences(session.store, PLAN, PERIOD)
    assert link.figures[0].printed == "90,00%"


def test_a_sentence_that_holds_no_more_waits_for_a_person(qtbot: QtBot, session: Session, changed: ReportTexts) -> None:
    insure(session, 4000)
    qtbot.waitUntil(lambda: "không còn nêu" in "".join(lines(remarks(changed))), timeout=10_000)
    press(ENTER, ALT, to=changed.edits["difficulties"])
    press(ENTER, to=remarks(changed))
    assert changed.edits["difficulties"].toPlainText() == MISSED


def test_a_figure_that_differs_from_the_tables_is_told_and_led_to(qtbot: QtBot, texts: ReportTexts) -> None:
    edit = texts.edits["difficulties"]
    edit.setPlainText("Đường xa.\nBảo hiểm y tế mới đạt 95,2 %, mở 12 buổi, 350 lượt. Đề nghị …")
    texts.flush()
    wait_for(qtbot, remarks(texts), f"Bạn viết 95,2 % nhưng bảng 1 là 92,50% ({INSURED})")
    assert lines(remarks(texts))[1:] == [
        "▸ 2 số không có trong bảng nào của báo cáo này",
        "“…” còn chờ bạn viết",
    ]
    press(ENTER, ALT, to=edit)
    edit.blockSignals(True)
    edit.insert_line("Thêm.")  # typed since: the place is found again
    edit.blockSignals(False)
    press(ENTER, to=remarks(texts))
    assert edit.hasFocus()
    assert edit.textCursor().selectedText() == "95,2 %"


def test_the_section_that_is_worked_on_shows_its_lists(texts: ReportTexts) -> None:
    texts.edits["summary"].setFocus()
    assert not offers(texts).isVisible()
    texts.edits["difficulties"].setFocus()
    assert offers(texts).isVisible()


def test_a_report_that_cannot_be_made_proposes_nothing(qtbot: QtBot, session: Session, texts: ReportTexts) -> None:
    narrative = texts.findChild(ReportNarrative)
    assert narrative is not None
    narrative.show(month())
    settle(qtbot, session)
    assert lines(offers(texts)) == []


def month() -> ReportRequest:
    """A period that no report on a plan is made for."""
    return ReportRequest(kind="plan_progress", plan=PLAN, period=parse_period("202407").code)


def test_a_section_that_is_not_worked_on_tells_in_its_caption(changed: ReportTexts) -> None:
    part = changed.sections["difficulties"]
    changed.edits["summary"].setFocus()
    assert part.label.text() == "Khó khăn, &vướng mắc – cần xem lại: 1"
    assert not part.remarks.isVisible()


@pytest.mark.parametrize("points", [10, 16])
def test_a_text_that_is_not_worked_on_shows_two_whole_lines(qtbot: QtBot, points: int) -> None:
    widget = ReportTexts()
    qtbot.addWidget(widget)
    font = widget.font()
    font.setPointSize(points)
    widget.setFont(font)
    widget.resize(300, 200)
    with qtbot.waitExposed(widget):
        widget.show()
    for edit in (widget.edits["difficulties"], widget.edits["next_steps"]):
        edit.setPlainText("một\nhai\nba")
        second = edit.document().findBlockByNumber(1)
        bottom = edit.blockBoundingGeometry(second).translated(edit.contentOffset()).bottom()
        assert bottom <= edit.viewport().height()
