"""Figures typed since 1 January: what is stored, what is shown, and what cannot be turned."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.cumulative import takes_cumulative
from data.model import Attribution, Category, CellState, DataValue
from data.periods import parse_period
from data.settings import entry_mode_key, value_on
from tests.ui.conftest import NOW
from tests.ui.test_data_entry import stored
from tests.ui.tools import press, settle, shown_screen, type_text
from ui.models.entry_model import COMPARED, FIRST_PART
from ui.screens.data_entry import DataEntryScreen
from ui.session import Session

ENTER = Qt.Key.Key_Return
BY = Attribution(user="Lan", now=NOW)


@pytest.fixture
def form(session: Session) -> str:
    """A quarterly form whose first line is added up over the year and not kept by sex."""
    elements = session.catalogue.data_elements
    for code, data_set in session.catalogue.data_sets.items():
        first = elements[data_set.elements[0]]
        if code.endswith(".quarter") and takes_cumulative(first) and not first.sex_disaggregated:
            return code
    raise AssertionError


@pytest.fixture
def element(session: Session, form: str) -> str:
    """The first line of the form."""
    return session.catalogue.data_sets[form].elements[0]


def save(session: Session, element: str, **figures: str) -> None:
    """Own figures of quarters of 2024, on disk; "-" is not applicable."""
    commands.save_data_values(
        session.store,
        [
            DataValue(
                data_element=element,
                period=f"2024{quarter}",
                category=Category.DEFAULT,
                state=CellState.NOT_APPLICABLE if text == "-" else CellState.FIGURE,
                value="" if text == "-" else text,
            )
            for quarter, text in figures.items()
        ],
        BY,
    )


def cumulative_screen(qtbot: QtBot, session: Session, form: str) -> DataEntryScreen:
    """The form in the third quarter, typed since 1 January."""
    session.set_period(parse_period("2024Q3"))
    screen = shown_screen(qtbot, session, form)
    screen.head.cumulative.click()
    qtbot.waitUntil(lambda: screen.entry_model.is_cumulative, timeout=5000)
    screen.grid.go_to(screen.entry_model.cell(screen.entry_model.index(0, FIRST_PART)))
    return screen


def first(screen: DataEntryScreen) -> str:
    """How the first cell reads."""
    return str(screen.entry_model.index(0, FIRST_PART).data())


def test_the_difference_is_stored_and_the_sum_is_shown(qtbot: QtBot, session: Session, form: str, element: str) -> None:
    save(session, element, Q1="10", Q2="20")
    screen = cumulative_screen(qtbot, session, form)
    type_text("45")
    press(ENTER)
    settle(qtbot, session)
    assert stored(session)[element, "2024Q3", "default"].value == "15"
    assert first(screen) == "45"
    assert "lũy kế" in str(screen.entry_model.headerData(FIRST_PART, Qt.Orientation.Horizontal))
    screen.head.cumulative.click()
    qtbot.waitUntil(lambda: not screen.entry_model.is_cumulative, timeout=5000)
    assert first(screen) == "15"


def test_accepting_a_cell_unchanged_changes_nothing(qtbot: QtBot, session: Session, form: str, element: str) -> None:
    save(session, element, Q1="10", Q2="20", Q3="15")
    screen = cumulative_screen(qtbot, session, form)
    assert first(screen) == "45"
    press(Qt.Key.Key_F2)
    press(ENTER)
    settle(qtbot, session)
    assert stored(session)[element, "2024Q3", "default"].value == "15"


@pytest.mark.parametrize(
    ("before", "typed", "word"),
    [
        ({"Q1": "10"}, "45", "chưa có số"),
        ({"Q1": "10", "Q2": "-"}, "45", "không áp dụng"),
        ({"Q1": "10", "Q2": "20"}, "29", "không thể nhỏ đi"),
    ],
)
def test_what_cannot_be_turned_is_a_draft_with_a_sentence(
    qtbot: QtBot, session: Session, form: str, element: str, before: dict[str, str], typed: str, word: str
) -> None:
    save(session, element, **before)
    screen = cumulative_screen(qtbot, session, form)
    type_text(typed)
    press(ENTER)
    settle(qtbot, session)
    draft = stored(session)[element, "2024Q3", "default"]
    assert (draft.state, draft.value) == (CellState.DRAFT, f"lũy kế {typed}")
    assert word in screen.line.text


def test_a_draft_is_turned_once_the_earlier_period_is_there(
    qtbot: QtBot, session: Session, form: str, element: str
) -> None:
    save(session, element, Q1="10")
    screen = cumulative_screen(qtbot, session, form)
    type_text("45")
    press(ENTER)
    settle(qtbot, session)
    save(session, element, Q2="20")
    screen.show_again()
    screen.grid.go_to(screen.entry_model.cell(screen.entry_model.index(0, FIRST_PART)))
    press(Qt.Key.Key_F2)
    press(ENTER)
    settle(qtbot, session)
    assert stored(session)[element, "2024Q3", "default"].value == "15"


def test_a_figure_whose_sum_is_not_known_is_shown_as_the_periods_own(
    qtbot: QtBot, session: Session, form: str, element: str
) -> None:
    save(session, element, Q1="10", Q3="15")
    screen = cumulative_screen(qtbot, session, form)
    look = screen.entry_model.look(0, FIRST_PART)
    assert (look.text, look.note) == ("15", "trong kỳ")


def test_the_period_beside_counts_from_january_too(qtbot: QtBot, session: Session, form: str, element: str) -> None:
    figures = [
        DataValue(
            data_element=element, period=f"2023Q{at}", category=Category.DEFAULT, state=CellState.FIGURE, value="5"
        )
        for at in (1, 2, 3)
    ]
    commands.save_data_values(session.store, figures, BY)
    screen = cumulative_screen(qtbot, session, form)
    assert screen.entry_model.index(0, COMPARED).data() == "15"


def test_the_switch_holds_from_its_period_on(qtbot: QtBot, session: Session, form: str) -> None:
    screen = cumulative_screen(qtbot, session, form)
    settle(qtbot, session)
    key = entry_mode_key(form)
    history = queries.settings_history(session.store, key)
    days = [parse_period(code).first_day for code in ("2024Q2", "2024Q3", "2024Q4")]
    assert [value_on(history, key, day) for day in days] == ["", "cumulative", "cumulative"]
    session.set_period(parse_period("2024Q2"))
    assert not screen.entry_model.is_cumulative
    assert not screen.head.cumulative.isChecked()


def test_pasted_figures_are_turned_earlier_months_first(qtbot: QtBot, session: Session) -> None:
    elements = session.catalogue.data_elements
    code = next(
        code
        for code, each in session.catalogue.data_sets.items()
        if code.endswith(".month") and takes_cumulative(elements[each.elements[0]])
    )
    session.set_period(parse_period("2024Q1"))
    screen = shown_screen(qtbot, session, code)
    screen.head.cumulative.click()
    qtbot.waitUntil(lambda: screen.entry_model.is_cumulative, timeout=5000)
    screen.grid.go_to(screen.entry_model.cell(screen.entry_model.index(0, FIRST_PART)))
    QGuiApplication.clipboard().setText("5\t12\t20")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    screen.paster.preview.accept.click()
    settle(qtbot, session)
    held = stored(session)
    first_element = session.catalogue.data_sets[code].elements[0]
    assert [held[first_element, f"20240{month}", "default"].value for month in (1, 2, 3)] == ["5", "7", "8"]
    assert [str(screen.entry_model.index(0, FIRST_PART + part).data()) for part in range(3)] == ["5", "12", "20"]


def test_forms_that_are_not_added_up_have_no_switch(qtbot: QtBot, session: Session) -> None:
    session.set_period(parse_period("2024Q3"))
    screen = shown_screen(qtbot, session, "population.quarter")
    elements = session.catalogue.data_elements
    can = any(takes_cumulative(elements[each]) for each in session.catalogue.data_sets["population.quarter"].elements)
    assert screen.head.cumulative.isVisible() is can


def test_a_cumulative_text_with_two_readings_is_asked_and_turned(
    qtbot: QtBot, session: Session, form: str, element: str
) -> None:
    save(session, element, Q1="1000", Q2="200")
    screen = cumulative_screen(qtbot, session, form)
    type_text("1,234")
    press(ENTER)
    settle(qtbot, session)
    assert stored(session)[element, "2024Q3", "default"].value == "lũy kế 1,234"
    screen.line.answers[0].click()
    settle(qtbot, session)
    assert stored(session)[element, "2024Q3", "default"].value == "34"
    assert first(screen) == "1.234"


def test_undo_of_a_cumulative_figure_brings_the_blank_cell_back(
    qtbot: QtBot, session: Session, form: str, element: str
) -> None:
    save(session, element, Q1="10", Q2="20")
    screen = cumulative_screen(qtbot, session, form)
    type_text("45")
    press(ENTER)
    screen.undoer.undo_last()
    settle(qtbot, session)
    assert (element, "2024Q3", "default") not in stored(session)
    assert first(screen) == ""


def test_the_switch_and_the_way_back_from_another_form_keep_the_cell(qtbot: QtBot, session: Session, form: str) -> None:
    screen = shown_screen(qtbot, session, form)
    screen.grid.setCurrentIndex(screen.entry_model.index(3, FIRST_PART))
    here = screen.grid.current_cell()
    screen.cumulator.turn()
    settle(qtbot, session)
    assert screen.grid.current_cell() == here
    screen._next_form(1)
    screen._next_form(-1)
    assert screen.grid.current_cell() == here
    assert screen.grid.hasFocus()
