"""Typing figures: keys, states, marks, drafts, questions, pasting, undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import queries
from data.errors import EnvironmentFault
from data.model import Category, CellState, DataValue
from data.periods import parse_period
from tests.ui.tools import press, settle, shown_screen, type_text
from ui.models.entry_model import FIRST_PART, FlagRole
from ui.session import Session

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
POPULATION, INSURANCE = "population.quarter", "coverage.quarter"


@pytest.fixture(autouse=True)
def _third_quarter(session: Session) -> None:
    session.set_period(parse_period("2024Q3"))


def stored(session: Session) -> dict[tuple[str, str, str], DataValue]:
    """All cells on disk."""
    values = queries.data_values(session.store)
    return {(value.data_element, value.period, value.category.value): value for value in values}


def test_typing_replaces_keeps_the_first_key_and_enter_goes_down(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    for figure in ("4120", "2090", "2030"):
        type_text(figure)
        press(ENTER)
    settle(qtbot, session)
    element = screen.entry_model.form.rows[0].element.code if screen.entry_model.form else ""
    on_disk = stored(session)
    assert [on_disk[element, "2024Q3", each].value for each in ("default", "male", "female")] == [
        "4120",
        "2090",
        "2030",
    ]
    assert screen.grid.currentIndex().row() == 3


def test_the_mark_stands_until_the_figure_is_on_disk(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("5")
    press(ENTER)
    assert screen.entry_model.pending_count == 1
    settle(qtbot, session)
    assert screen.entry_model.pending_count == 0


def test_a_figure_that_is_refused_stays_in_its_cell_and_counts_as_nothing(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown_screen(qtbot, session, POPULATION)

    def full(*_arguments: object) -> None:
        raise EnvironmentFault("disk_full", file=session.path)

    monkeypatch.setattr("data.commands.save_data_values", full)
    type_text("5")
    press(ENTER)
    settle(qtbot, session)
    assert "đầy" in screen.line.text
    assert screen.entry_model.index(0, FIRST_PART).data() == "5"
    assert screen.entry_model.filled()[0] == 0


def test_text_that_is_no_figure_is_kept_as_a_draft(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("12a")
    press(ENTER)
    settle(qtbot, session)
    (value,) = stored(session).values()
    assert (value.state, value.value) == (CellState.DRAFT, "12a")
    assert "bản nháp" in screen.line.text


def test_a_sum_is_added_up_and_its_terms_stay_as_comment(qtbot: QtBot, session: Session) -> None:
    shown_screen(qtbot, session, POPULATION)
    type_text("12+7+9")
    press(ENTER)
    settle(qtbot, session)
    (value,) = stored(session).values()
    assert (value.value, value.comment) == ("28", "12+7+9")


def test_a_dash_is_not_applicable_and_delete_is_not_reported(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("-")
    press(ENTER)
    settle(qtbot, session)
    assert [value.state for value in stored(session).values()] == [CellState.NOT_APPLICABLE]
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete)
    settle(qtbot, session)
    assert not stored(session)
    assert screen.grid.currentIndex().data() == ""


def test_text_with_two_readings_is_asked_at_the_edge(qtbot: QtBot, session: Session) -> None:
    session.set_period(parse_period("2024"))
    screen = shown_screen(qtbot, session, "finance.year")
    type_text("1.234")
    press(ENTER)
    assert [button.text() for button in screen.line.answers[:2]] == ["1.234 (Alt+1)", "1,234 (Alt+2)"]
    screen.line.answers[1].click()
    settle(qtbot, session)
    assert [value.value for value in stored(session).values()] == ["1.234"]
    assert screen.grid.hasFocus()


def test_f2_edits_and_arrows_then_move_inside(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("45")
    press(ENTER)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Home)
    type_text("3")
    press(ENTER)
    settle(qtbot, session)
    assert [value.value for value in stored(session).values()] == ["345"]
    assert screen.grid.currentIndex().row() == 1


def test_nothing_is_accepted_while_a_letter_is_composed(qtbot: QtBot, session: Session) -> None:
    shown_screen(qtbot, session, POPULATION)
    type_text("1")
    editor = QApplication.focusWidget()
    assert editor is not None
    QApplication.sendEvent(editor, QInputMethodEvent("ô", []))
    press(ENTER)
    assert QApplication.focusWidget() is editor
    settle(qtbot, session)
    assert not stored(session)


def test_a_block_is_pasted_after_a_look_at_what_changes(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    QGuiApplication.clipboard().setText("4.120\n2.090\nabc\n4.130\n")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    preview = screen.paster.preview
    assert preview.summary.text() == "3 ô sẽ đổi, 1 ô bị từ chối."
    assert not stored(session)
    preview.accept.click()
    settle(qtbot, session)
    assert sorted(value.value for value in stored(session).values()) == ["2090", "4120", "4130"]


def test_copying_gives_text_and_html(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("4120")
    press(ENTER)
    press(Qt.Key.Key_Up)
    screen.grid.copy_selection()
    data = QGuiApplication.clipboard().mimeData()
    assert "4.120" in data.text()
    assert "<td align=right>4.120</td>" in data.html()


def test_undo_takes_back_the_last_entry(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    for figure in ("5", "6"):
        type_text(figure)
        press(ENTER)
        settle(qtbot, session)
    screen.undoer.undo_last()  # what Ctrl+Z calls
    settle(qtbot, session)
    assert [value.value for value in stored(session).values()] == ["5"]
    assert screen.grid.currentIndex().row() == 1


def test_a_monthly_form_in_a_quarter_has_three_columns_and_a_total(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, "vital_events.month")
    for figure in ("6", "3"):
        type_text(figure)
        press(TAB)
    settle(qtbot, session)
    model = screen.entry_model
    assert {period for _element, period, _category in stored(session)} == {"202407", "202408"}
    assert model.index(0, FIRST_PART + 3).data() == "(9) 2/3"
    assert not model.flags(model.index(0, FIRST_PART + 3)) & Qt.ItemFlag.ItemIsEditable


def test_contradictions_are_said_with_their_numbers(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    for figure in ("4120", "2090", "2000"):
        type_text(figure)
        press(ENTER)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: screen.sentences.count() > 0 and "4.090" in screen.sentences.item(0).text(), timeout=5000)
    assert screen.entry_model.index(0, FIRST_PART).data(FlagRole) == "error"


def test_the_pane_says_who_typed_what(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    for figure in ("5", "6"):
        type_text(figure)
        press(ENTER)
        press(Qt.Key.Key_Up)
        settle(qtbot, session)
    qtbot.waitUntil(lambda: "5 → 6" in screen.pane.text(), timeout=5000)
    assert "03/10/2024 14:05 · Lan" in screen.pane.text()


def test_yes_and_no_are_typed_by_their_first_letter(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, "services.quarter")
    model = screen.entry_model
    last = model.index(model.rowCount() - 1, FIRST_PART)
    screen.grid.setCurrentIndex(last)
    type_text("c")
    press(TAB)
    settle(qtbot, session)
    assert [value.value for value in stored(session).values()] == ["true"]
    assert last.data() == "Có"


def test_the_sum_of_both_sexes_stands_where_the_total_is_blank(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    screen.grid.setCurrentIndex(screen.entry_model.index(1, FIRST_PART))
    for figure in ("2090", "2030"):
        type_text(figure)
        press(ENTER)
    assert screen.entry_model.index(0, FIRST_PART).data() == "4.120"
    settle(qtbot, session)
    assert {value.category for value in stored(session).values()} == {Category.MALE, Category.FEMALE}


def test_a_form_that_is_not_kept_counts_as_finished(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, INSURANCE)
    row = screen.form_model.row_of(INSURANCE)
    screen.forms.keeping_asked.emit(row)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: not screen.form_model.lines[row].is_kept, timeout=5000)
    assert screen.form_model.lines[row].is_finished
    assert "không thu thập" in screen.form_model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_was_said_of_a_text_goes_when_its_cell_is_emptied(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    cell = screen.grid.current_cell()
    for text in ("abc", "1,234"):
        screen.grid.go_to(cell)
        type_text(text)
        press(ENTER)
        settle(qtbot, session)
        assert screen.line.isVisible()
        screen.grid.go_to(cell)
        press(Qt.Key.Key_Delete)
        settle(qtbot, session)
        assert not screen.line.isVisible()


def test_one_reading_is_asked_for_by_name_and_again_when_the_cursor_comes_back(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    cell = screen.grid.current_cell()
    type_text("1,234")
    press(ENTER)
    settle(qtbot, session)
    assert screen.line.text == "“1,234”: có phải 1.234 không?"
    press(Qt.Key.Key_Escape)
    assert not screen.line.isVisible()
    screen.grid.go_to(cell)
    assert screen.line.text == "“1,234”: có phải 1.234 không?"
    screen.line.answers[0].click()
    settle(qtbot, session)
    assert [value.value for value in stored(session).values()] == ["1234"]


def test_every_line_is_as_high_as_its_name_after_the_width_changed(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    for width in (900, 1500, 1000, 1700):
        screen.resize(width, 420)
        QApplication.processEvents()
        heights = [screen.grid.rowHeight(row) for row in range(screen.entry_model.rowCount())]
        screen.grid.fit()
        assert heights == [screen.grid.rowHeight(row) for row in range(screen.entry_model.rowCount())]
