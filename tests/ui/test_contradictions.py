"""Contradictions under the grid: sentences with jumps, notes that close warnings, what cannot be checked."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.model import Attribution, Category, CellState, DataValue
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle, shown_screen, type_text
from ui.models.entry_rows import CellId
from ui.screens.data_entry import DataEntryScreen
from ui.session import Session
from ui.widgets.sentence_list import Sentence, SentenceList

POPULATION = "population.quarter"
ENTER = Qt.Key.Key_Return
SHIFT = Qt.KeyboardModifier.ShiftModifier
Cells = dict[tuple[str, str], str]


def fill(session: Session, cells: Cells) -> None:
    values = [
        DataValue(element, period, Category.DEFAULT, CellState.FIGURE, value)
        for (element, period), value in cells.items()
    ]
    commands.save_data_values(session.store, values, Attribution("Lan", NOW))


def sentences(screen: DataEntryScreen) -> list[Sentence]:
    return [screen.sentences.sentence(row) for row in range(screen.sentences.count())]


def wait_for(qtbot: QtBot, screen: DataEntryScreen, part: str) -> Sentence:
    qtbot.waitUntil(lambda: any(part in each.text for each in sentences(screen)), timeout=5000)
    return next(each for each in sentences(screen) if part in each.text)


def choose(screen: DataEntryScreen, sentence: Sentence) -> None:
    """Put the keys on a sentence."""
    press(Qt.Key.Key_F8)
    screen.sentences.setFocus()
    screen.sentences.setCurrentRow(sentences(screen).index(sentence))


def opened(qtbot: QtBot, session: Session, cells: Cells, form: str = POPULATION) -> DataEntryScreen:
    fill(session, cells)
    return shown_screen(qtbot, session, form)


def test_a_contradiction_is_one_sentence_with_its_numbers(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_male_end", "2024Q3"): "148", ("population_end", "2024Q3"): "141"})
    wait_for(qtbot, screen, "Dân số nam cuối kỳ (148) không thể nhiều hơn dân số cuối kỳ (141): hơn 7")


def test_enter_leads_to_the_left_figure_and_shift_enter_to_the_right_one(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_male_end", "2024Q3"): "148", ("population_end", "2024Q3"): "141"})
    sentence = wait_for(qtbot, screen, "hơn 7")
    for modifiers, element in ((Qt.KeyboardModifier.NoModifier, "population_male_end"), (SHIFT, "population_end")):
        choose(screen, sentence)
        press(ENTER, modifiers)
        cell = screen.entry_model.cell(screen.grid.currentIndex())
        assert cell == CellId(element, "2024Q3", Category.DEFAULT)
        assert screen.grid.hasFocus()


def test_a_jump_leads_to_another_period_and_back(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_start", "2024Q3"): "148", ("population_end", "2024Q2"): "141"})
    screen.grid.go_to(CellId("population_start", "2024Q3", Category.DEFAULT))
    choose(screen, wait_for(qtbot, screen, "dân số cuối kỳ của kỳ trước (141): lệch 7"))
    press(ENTER, SHIFT)
    assert session.period == parse_period("2024Q2")
    cell = screen.entry_model.cell(screen.grid.currentIndex())
    assert cell == CellId("population_end", "2024Q2", Category.DEFAULT)
    screen.line.answers[0].click()
    assert session.period == parse_period("2024Q3")
    back = screen.entry_model.cell(screen.grid.currentIndex())
    assert back == CellId("population_start", "2024Q3", Category.DEFAULT)


def test_a_click_on_a_name_leads_to_its_cell(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_male_end", "2024Q3"): "148", ("population_end", "2024Q3"): "141"})
    sentence = wait_for(qtbot, screen, "hơn 7")
    row = sentences(screen).index(sentence)
    area = screen.sentences.visualItemRect(screen.sentences.item(row))
    points = [QPoint(x, area.top() + 8) for x in range(30, area.right(), 4)]
    point = next(point for point in points if screen.sentences.link_at(point) == "R0")
    QTest.mouseMove(screen.sentences.viewport(), point)
    QTest.mouseClick(screen.sentences.viewport(), Qt.MouseButton.LeftButton, pos=point)
    cell = screen.entry_model.cell(screen.grid.currentIndex())
    assert cell == CellId("population_end", "2024Q3", Category.DEFAULT)


def test_what_cannot_be_checked_is_folded_and_names_what_is_missing(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_male_end", "2024Q3"): "148"})
    folded = wait_for(qtbot, screen, "luật chưa kiểm tra được: thiếu ")
    before = screen.sentences.count()
    choose(screen, folded)
    press(Qt.Key.Key_Right)
    assert screen.sentences.count() == before + len(folded.inner) > before
    inner = wait_for(qtbot, screen, "Dân số nam cuối kỳ không nhiều hơn dân số cuối kỳ: thiếu dân số cuối kỳ")
    assert inner.target == CellId("population_end", "2024Q3", Category.DEFAULT)
    press(Qt.Key.Key_Left)
    assert screen.sentences.count() == before


def test_one_calm_line_says_that_all_rules_hold(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_male_end", "2024Q3"): "138", ("population_end", "2024Q3"): "141"})
    calm = wait_for(qtbot, screen, "Không có mâu thuẫn nào còn mở")
    assert calm.kind == "done"


WARNED: Cells = {("population_start", "2024Q3"): "148", ("population_end", "2024Q2"): "141"}


def write_note(qtbot: QtBot, screen: DataEntryScreen, text: str) -> None:
    choose(screen, wait_for(qtbot, screen, "của kỳ trước (141)"))
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Down)
    type_text(text)
    press(ENTER)
    settle(qtbot, screen.session)


def test_a_note_closes_a_warning_and_says_who_wrote_it(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, WARNED)
    cell = CellId("population_start", "2024Q3", Category.DEFAULT)
    wait_for(qtbot, screen, "của kỳ trước (141)")
    assert screen.entry_model.data(screen.entry_model.index_of(cell), Qt.ItemDataRole.UserRole + 3) == "warning"
    write_note(qtbot, screen, "dan moi ve")
    noted = wait_for(qtbot, screen, "đã ghi chú: dịch: dan moi ve (Lan, 03/10/2024 14:05)")
    assert noted.kind == "done"
    assert screen.entry_model.data(screen.entry_model.index_of(cell), Qt.ItemDataRole.UserRole + 3) == ""
    wait_for(qtbot, screen, "mâu thuẫn đã có ghi chú")


def test_a_note_is_old_when_the_figures_changed(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, WARNED)
    write_note(qtbot, screen, "dan moi ve")
    wait_for(qtbot, screen, "đã ghi chú")
    screen.grid.go_to(CellId("population_start", "2024Q3", Category.DEFAULT))
    type_text("149")
    press(ENTER)
    settle(qtbot, session)
    old = wait_for(qtbot, screen, "ghi chú cũ, về số khác: dịch: dan moi ve")
    assert old.kind == "warning"


def test_escape_keeps_no_note(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, WARNED)
    choose(screen, wait_for(qtbot, screen, "của kỳ trước (141)"))
    press(Qt.Key.Key_F2)
    type_text("x")
    press(Qt.Key.Key_Escape)
    settle(qtbot, session)
    assert queries.rule_notes(session.store) == ()
    assert QApplication.focusWidget() is screen.sentences
    press(Qt.Key.Key_Escape)
    assert screen.grid.hasFocus()


def test_a_comment_is_written_beside_the_figure_and_stays_when_it_changes(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_start", "2024Q3"): "148"})
    cell = CellId("population_start", "2024Q3", Category.DEFAULT)
    screen.grid.go_to(cell)
    screen.comments.write_comment()  # what Shift+F2 calls
    type_text("theo so ho khau")
    press(ENTER)
    settle(qtbot, session)
    assert screen.grid.hasFocus()
    qtbot.waitUntil(lambda: "Lan: ghi chú “theo so ho khau”" in screen.pane.text(), timeout=5000)
    type_text("150")
    press(ENTER)
    settle(qtbot, session)
    (value,) = queries.data_values(session.store, ["2024Q3"], ["population_start"])
    assert (value.value, value.comment) == ("150", "theo so ho khau")


def test_the_station_names_its_register(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_start", "2024Q3"): "148"})
    screen.grid.go_to(CellId("population_start", "2024Q3", Category.DEFAULT))
    qtbot.waitUntil(lambda: "nguồn trong bộ danh mục" in screen.pane.text(), timeout=5000)
    screen.pane.asked.emit("register")
    type_text("So A1")
    press(ENTER)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: "So A1" in screen.pane.text(), timeout=5000)
    (setting,) = queries.settings_history(session.store, "register.population_start")
    assert setting.valid_from == date(1900, 1, 1)


def test_the_pane_says_rules_and_the_same_period_last_year(qtbot: QtBot, session: Session) -> None:
    cells = {
        ("population_end", "2024Q3"): "141",
        ("population_end", "2023Q3"): "120",
        ("population_male_end", "2024Q3"): "148",
    }
    screen = opened(qtbot, session, cells)
    screen.grid.go_to(CellId("population_end", "2024Q3", Category.DEFAULT))
    qtbot.waitUntil(lambda: "Cùng kỳ Q III/23: 120, tăng 21 (17,5%)" in screen.pane.text(), timeout=5000)
    said = screen.pane.text()
    assert "Sai" in said
    assert "Thay đổi không quá 10% so với" not in said
    assert "Chưa kiểm tra được" in said


def test_a_narrow_window_shows_the_pane_when_it_is_asked_for(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_end", "2024Q3"): "141"})
    screen.resize(900, 600)
    qtbot.waitUntil(lambda: not screen.pane.isVisible(), timeout=5000)
    press(ENTER, Qt.KeyboardModifier.AltModifier)
    screen.checks._to_pane()  # what Alt+Enter calls
    assert screen.pane.isVisible()
    assert QApplication.focusWidget() is screen.pane
    press(Qt.Key.Key_Escape)
    assert not screen.pane.isVisible()
    assert screen.grid.hasFocus()


@pytest.mark.parametrize("count", [1, 200])
def test_the_list_of_sentences_stays_low(qtbot: QtBot, session: Session, count: int) -> None:
    shown = SentenceList("Mâu thuẫn")
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.show_sentences([Sentence("error", f"câu {number}") for number in range(count)])
    assert shown.sizeHint().height() <= 7 * shown.fontMetrics().lineSpacing()


def test_errors_come_first_beside_the_cell_too(qtbot: QtBot, session: Session) -> None:
    cells = {("population_male_end", "2024Q3"): "148", ("population_end", "2024Q3"): "141"}
    screen = opened(qtbot, session, {**cells, ("population_end", "2023Q3"): "400"})
    screen.grid.go_to(CellId("population_end", "2024Q3", Category.DEFAULT))
    qtbot.waitUntil(lambda: "Sai" in screen.pane.text(), timeout=5000)
    said = screen.pane.text()
    assert said.index("Sai") < said.index("Cần xem lại") < said.index("Chưa kiểm tra được")


def test_a_rule_of_the_pane_leads_to_its_other_cell(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_male_end", "2024Q3"): "148", ("population_end", "2024Q3"): "141"})
    screen.grid.go_to(CellId("population_male_end", "2024Q3", Category.DEFAULT))
    qtbot.waitUntil(lambda: "hơn 7" in screen.pane.text(), timeout=5000)
    screen.pane._follow("0:R0")  # what a click on its name does
    cell = screen.entry_model.cell(screen.grid.currentIndex())
    assert cell == CellId("population_end", "2024Q3", Category.DEFAULT)


def test_all_of_the_history_can_be_reached(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {})
    for figure in ("1", "2", "3", "4", "5"):
        fill(session, {("population_end", "2024Q3"): figure})
    screen.grid.go_to(CellId("population_end", "2024Q3", Category.DEFAULT))
    qtbot.waitUntil(lambda: "4 → 5" in screen.pane.text(), timeout=5000)
    assert "1 → 2" not in screen.pane.text()
    screen.pane._follow("more:entries")  # what a click on "còn 2 dòng nữa" does
    assert "1 → 2" in screen.pane.text()


def test_a_form_with_a_choice_counts_it_as_filled(qtbot: QtBot, session: Session) -> None:
    session.set_period(parse_period("2024"))
    screen = opened(qtbot, session, {("area_type", "2024"): "xa"}, "station.year")
    assert screen.entry_model.filled()[0] == 1
    screen.grid.go_to(CellId("area_type", "2024", Category.DEFAULT))
    qtbot.waitUntil(lambda: "Loại địa bàn" in screen.pane.text(), timeout=5000)


def test_one_thing_that_fails_as_sexes_and_as_parts_is_one_sentence(qtbot: QtBot, session: Session) -> None:
    cells = {"population_end": "14", "population_male_end": "20", "population_female_end": "21"}
    screen = opened(qtbot, session, {(code, "2024Q3"): value for code, value in cells.items()})
    wait_for(qtbot, screen, "lệch 27")
    assert sum("lệch 27" in each.text for each in sentences(screen)) == 1


def test_what_is_missing_in_another_period_is_named_with_it(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_start", "2024Q3"): "41"})
    missing = wait_for(qtbot, screen, "luật chưa kiểm tra được")
    assert "dân số cuối kỳ (Quý II/2024)" in missing.text or "(quý II/2024)" in missing.text.lower()


def test_the_sentence_with_the_keys_says_where_they_lead(qtbot: QtBot, session: Session) -> None:
    screen = opened(qtbot, session, {("population_male_end", "2024Q3"): "148", ("population_end", "2024Q3"): "141"})
    sentence = wait_for(qtbot, screen, "hơn 7")
    row = sentences(screen).index(sentence)
    assert not screen.sentences.hint(row)
    choose(screen, sentence)
    assert screen.sentences.hint(row) == "Enter: số thứ nhất · Shift+Enter: số thứ hai"
    assert screen.sentences.item(row).toolTip().startswith(screen.sentences.hint(row))
