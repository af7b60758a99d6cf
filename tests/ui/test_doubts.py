"""A figure that cannot be believed is said at once, and one key takes what was meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.model import Attribution, Category, CellState, DataValue
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle, shown_screen, type_text
from ui.models.entry_rows import CellId
from ui.screens.data_entry import DataEntryScreen
from ui.screens.entry_doubts import Acceptance
from ui.session import Session

FORM, ELEMENT = "population.quarter", "women_15_49_married"
ENTER = Qt.Key.Key_Return
EARLIER = ("2022Q3", "2022Q4", "2023Q1", "2023Q2", "2023Q3", "2023Q4", "2024Q1", "2024Q2")


def cell() -> CellId:
    return CellId(ELEMENT, "2024Q3", Category.DEFAULT)


def screen_with_history(qtbot: QtBot, session: Session) -> DataEntryScreen:
    """Eight quarters with about 750 married women, and the cursor on this quarter's cell."""
    values = [
        DataValue(ELEMENT, period, Category.DEFAULT, CellState.FIGURE, str(745 + place))
        for place, period in enumerate(EARLIER)
    ]
    commands.save_data_values(session.store, values, Attribution("Lan", NOW))
    screen = shown_screen(qtbot, session, FORM)
    screen.grid.go_to(cell())
    return screen


def type_doubted(qtbot: QtBot, screen: DataEntryScreen, figure: str = "7520") -> None:
    type_text(figure)
    press(ENTER)
    settle(qtbot, screen.session)
    qtbot.waitUntil(screen.plausible.line.isVisible, timeout=5000)


def stored(session: Session) -> str:
    values = queries.data_values(session.store, ["2024Q3"], [ELEMENT])
    return values[0].value if values else ""


def test_a_zero_too_many_is_said_with_its_numbers_and_what_was_meant(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    said = screen.plausible.line.text
    assert said == (
        "Quý III/2024: Phụ nữ 15–49 tuổi có chồng (7.520) gấp 10 lần số của quý II/2024 (752). "
        "Có thể gõ thừa một số 0: 752?"
    )
    assert "752: thừa một số 0 (Alt+1)" in screen.plausible.line.answers[0].text()
    model = screen.entry_model
    qtbot.waitUntil(lambda: model.look(model.index_of(cell()).row(), 4).sign == "warning", timeout=5000)


def test_one_key_takes_the_proposal_and_the_cursor_stays(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    assert screen.grid.hasFocus()
    here = screen.grid.currentIndex()
    screen.plausible.line.answers[0].click()  # what Alt+1 does
    settle(qtbot, session)
    assert stored(session) == "752"
    assert screen.grid.currentIndex() == here
    assert screen.grid.hasFocus()
    assert not screen.plausible.line.isVisible()


def test_a_correction_can_be_undone(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    screen.plausible.line.answers[0].click()
    settle(qtbot, session)
    step = queries.undo_step(session.store, "Lan")
    assert step is not None
    assert [each.old.value for each in step.cells] == ["7520"]


def test_what_is_left_stays_as_it_is(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    screen.plausible.line.answers[-1].click()  # "Để nguyên"
    settle(qtbot, session)
    assert stored(session) == "7520"
    assert not screen.plausible.line.isVisible()


def test_a_figure_that_is_right_is_not_doubted_again_but_another_is(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    screen.plausible.line.answers[1].click()  # "Đúng rồi"
    settle(qtbot, session)
    assert "plausibility" in {note.rule for note in queries.rule_notes(session.store)}
    qtbot.waitUntil(lambda: not any("gấp 10 lần" in text for text in texts(screen)), timeout=5000)
    screen.grid.go_to(cell())
    type_doubted(qtbot, screen, "7530")
    assert "(7.530)" in screen.plausible.line.text


def texts(screen: DataEntryScreen) -> list[str]:
    return [screen.sentences.item(row).text() for row in range(screen.sentences.count())]


def test_the_sentence_under_the_grid_takes_the_proposal_with_shift_enter(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    qtbot.waitUntil(lambda: any("gấp 10 lần" in text for text in texts(screen)), timeout=5000)
    row = next(row for row, text in enumerate(texts(screen)) if "gấp 10 lần" in text)
    screen.sentences.setFocus()
    screen.sentences.setCurrentRow(row)
    press(ENTER, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, session)
    assert stored(session) == "752"


def test_a_figure_as_usual_is_not_doubted(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_text("757")
    press(ENTER)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: any("luật đều đạt" in text for text in texts(screen)), timeout=5000)
    assert not screen.plausible.line.isVisible()


def test_a_question_of_the_screen_comes_first(qtbot: QtBot, session: Session) -> None:
    """Alt+1 means one thing at a time."""
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    screen.line.ask("Số nào?", [("12 (Alt+1)", lambda: None)], screen.grid, takes_keys=False)
    assert not screen.plausible.line.isVisible()
    screen.line.clear()
    assert screen.plausible.line.isVisible()


@pytest.mark.parametrize("later", ["760", ""])
def test_a_figure_typed_meanwhile_is_not_overwritten(qtbot: QtBot, session: Session, later: str) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    doubt = screen.plausible._doubt
    assert doubt is not None
    screen.grid.go_to(cell())
    if later:
        type_text(later)
        press(ENTER)
    else:
        press(Qt.Key.Key_Delete)
    settle(qtbot, session)
    screen.plausible.accept(Acceptance(doubt, "752"))
    settle(qtbot, session)
    assert stored(session) == later
    assert QApplication.focusWidget() is screen.grid


def test_a_figure_that_only_breaks_a_rule_is_said_with_the_rule(qtbot: QtBot, session: Session) -> None:
    values = [
        DataValue("population_start", "2024Q3", category, CellState.FIGURE, value)
        for category, value in ((Category.MALE, "20"), (Category.FEMALE, "21"))
    ]
    commands.save_data_values(session.store, values, Attribution("Lan", NOW))
    screen = shown_screen(qtbot, session, FORM)
    screen.grid.go_to(CellId("population_start", "2024Q3", Category.DEFAULT))
    type_doubted(qtbot, screen, "14")
    assert screen.plausible.line.text == (
        "Quý III/2024: Dân số đầu kỳ (14) phải bằng nam + nữ (41): lệch 27. Có thể hai chữ số bị đảo chỗ: 41?"
    )


def test_the_year_so_far_in_a_cell_of_its_period_can_switch_the_form(qtbot: QtBot, session: Session) -> None:
    figures = {"202307": "40", "202308": "41", "202309": "40", **{f"2024{month:02}": "40" for month in range(1, 9)}}
    values = [
        DataValue("epi_bcg", period, Category.DEFAULT, CellState.FIGURE, value) for period, value in figures.items()
    ]
    commands.save_data_values(session.store, values, Attribution("Lan", NOW))
    screen = shown_screen(qtbot, session, "immunisation.month")
    typed = CellId("epi_bcg", "202409", Category.DEFAULT)
    screen.grid.go_to(typed)
    type_doubted(qtbot, screen, "361")
    texts_of = [button.text() for button in screen.plausible.line.answers]
    assert texts_of[:2] == ["41: số cộng dồn (Alt+1)", "Nhập phiếu này lũy kế (Alt+2)"]
    screen.plausible.line.answers[1].click()
    settle(qtbot, session)
    (value,) = queries.data_values(session.store, ["202409"], ["epi_bcg"])
    assert value.value == "41"
    qtbot.waitUntil(lambda: screen.entry_model.is_cumulative, timeout=5000)


def leave(screen: DataEntryScreen, form: str = "vital_events.quarter") -> None:
    screen.forms.setCurrentIndex(screen.form_model.index(screen.form_model.row_of(form)))


def test_a_doubt_goes_with_its_form_and_comes_back_with_it(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    leave(screen)
    assert not screen.plausible.line.isVisible()
    leave(screen, FORM)
    assert "752: thừa một số 0 (Alt+1)" in screen.plausible.line.answers[0].text()


def test_a_doubt_that_comes_after_its_form_was_left_leads_back_and_changes_nothing(
    qtbot: QtBot, session: Session
) -> None:
    screen = screen_with_history(qtbot, session)
    type_text("7520")
    press(ENTER)
    leave(screen)
    qtbot.waitUntil(screen.plausible.line.isVisible, timeout=5000)
    assert screen.plausible.line.text.startswith("Phiếu “")
    screen.plausible.line.answers[0].click()
    settle(qtbot, session)
    assert stored(session) == "7520"
    assert screen.grid.current_cell() == cell()
    assert "752: thừa một số 0 (Alt+1)" in screen.plausible.line.answers[0].text()


def test_escape_in_the_grid_leaves_the_question(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    press(Qt.Key.Key_Escape)
    assert not screen.plausible.line.isVisible()
    assert stored(session) == "7520"


def test_a_locked_period_is_not_changed_by_its_doubt(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    doubt = screen.plausible._doubt
    assert doubt is not None
    screen.entry_model.lock(["2024Q3"])
    assert not screen.plausible.line.isVisible()
    screen.plausible.accept(Acceptance(doubt, "752"))
    settle(qtbot, session)
    assert stored(session) == "7520"


def test_what_was_taken_is_said_with_its_place(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    screen.plausible.line.answers[0].click()
    said = "“Phụ nữ 15–49 tuổi có chồng”, quý III/2024: 7.520 → 752. Ctrl+Z bỏ việc này."
    assert screen.line.text == said


def test_a_reason_is_asked_without_a_second_escape(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    screen.completion.turn()
    qtbot.waitUntil(lambda: screen.completion.strip.is_asking, timeout=5000)
    assert not screen.plausible.line.isVisible()


def test_who_said_that_a_figure_is_right_stands_beside_it_and_can_be_taken_back(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    screen.plausible.line.answers[1].click()  # "Đúng rồi"
    settle(qtbot, session)
    screen.grid.go_to(cell())
    said = "số đã được báo là đúng (Lan, 03/10/2024 14:05)"
    qtbot.waitUntil(lambda: said in screen.pane.text(), timeout=5000)
    screen.pane._follow("0:again")  # what a click on "Bỏ xác nhận" does
    settle(qtbot, session)
    assert queries.rule_notes(session.store) == ()
    qtbot.waitUntil(lambda: "gấp 10 lần" in screen.pane.text(), timeout=5000)


def test_one_answer_closes_the_doubt_and_the_warning_about_the_same_jump(qtbot: QtBot, session: Session) -> None:
    screen = screen_with_history(qtbot, session)
    type_doubted(qtbot, screen)
    next(each for each in screen.plausible.line.answers if "Đúng rồi" in each.text()).click()
    settle(qtbot, session)
    notes = queries.rule_notes(session.store, ["2024Q3"])
    assert len(notes) == 2
    assert "plausibility" in {note.rule for note in notes}
    screen.plausible._note(cell(), "", "")  # taken back beside the cell
    settle(qtbot, session)
    assert queries.rule_notes(session.store, ["2024Q3"]) == ()
