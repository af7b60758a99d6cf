"""A whole quarter of a new station typed without the mouse: how many keys it takes, and what the file then holds."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import queries
from data.catalogue.content import Catalogue
from data.definitions import DataElement, ValueType
from data.model import CellState
from data.numbers import format_typed
from data.periods import parse_period
from tests.ui.tools import settle
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.models.entry_rows import CellId, lay_out
from ui.session import Session

ENTER = Qt.Key.Key_Return


def texts_for(element: DataElement, number: int) -> tuple[str, str]:
    """What is typed into a cell, and what the file is to hold then."""
    if element.value_type is ValueType.BOOLEAN:
        return ("1", "true") if number % 2 else ("2", "false")
    if element.value_type is ValueType.CHOICE:
        place = number % len(element.choices)
        return str(place + 1), element.choices[place]
    if element.value_type is ValueType.DECIMAL:
        return format_typed(f"{number}.5"), f"{number}.5"
    return str(number), str(number)


def plan(catalogue: Catalogue, session: Session) -> Iterator[tuple[CellId, str, str]]:
    """Every cell of the quarter in form order: what is typed there, and what is to be stored."""
    number = 0
    for progress in queries.form_progress(session.store, catalogue, session.period):
        form = lay_out(catalogue, progress.data_set, session.period, same_last_year=True)
        rows = {(row.element.code, row.category): row.element for row in form.rows}
        for cell in form.cells():
            number += 1
            yield cell, *texts_for(rows[cell.data_element, cell.category], number)


class Keyboard:
    """Presses real keys on whatever has the focus, and counts them."""

    def __init__(self) -> None:
        """Nothing is pressed yet."""
        self.count = 0

    def press(self, key: Qt.Key) -> None:
        """One key."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)
        self.count += 1


def test_a_full_quarter_takes_no_more_keys_than_digits_and_cells(qtbot: QtBot, session: Session) -> None:
    session.set_period(parse_period("2024Q3"))
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.show_screen("data_entry", keys=True)
    wanted = list(plan(session.catalogue, session))
    keyboard = Keyboard()
    for _cell, typed, _stored in wanted:
        for letter in typed:
            keyboard.press(Qt.Key(ord(letter)))
        keyboard.press(ENTER)
    qtbot.waitUntil(lambda: session.writer.is_empty, timeout=60_000)
    settle(qtbot, session)
    digits = sum(len(typed) for _cell, typed, _stored in wanted)
    held = {CellId(each.data_element, each.period, each.category): each for each in queries.data_values(session.store)}
    assert len(wanted) > 300
    assert keyboard.count <= digits + len(wanted)
    assert {cell: value.value for cell, value in held.items()} == {cell: stored for cell, _typed, stored in wanted}
    assert {value.state for value in held.values()} == {CellState.FIGURE}
    assert "phiếu cuối cùng" in window.current_screen().line.text  # type: ignore[attr-defined]
