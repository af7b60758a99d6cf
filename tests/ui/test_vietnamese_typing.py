"""Vietnamese typing in every text field: composed by an input method, and by backspace and retyping (Unikey)."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.model import Attribution
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle, type_text
from ui.decision_dialog import DecisionDialog
from ui.dialogs import NewStationDialog
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.models.target_model import TargetRow
from ui.screens.data_entry import DataEntryScreen
from ui.screens.report_pages import ReportPages
from ui.screens.screen import Place
from ui.screens.settings import SettingsScreen
from ui.session import Session
from ui.widgets.text_fields import LineField, TextField

BACKSPACE, ENTER, ESCAPE, TAB = Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAN = "lao-cai-2024"
UNIKEY = "Trạm Y tế xã Tả Phời"
Field = LineField | TextField


def compose(field: QWidget, text: str) -> None:
    """The input method shows a letter that it still composes."""
    QApplication.sendEvent(field, QInputMethodEvent(text, []))


def commit(field: QWidget, text: str) -> None:
    """The input method hands a letter over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def retype(text: str) -> None:
    """As Unikey does: each letter with marks comes after its bare one and a Backspace."""
    for letter in text:
        bare = unicodedata.normalize("NFD", letter)[0].replace("đ", "d").replace("Đ", "D")
        type_text(bare)
        if bare != letter:
            press(BACKSPACE)
            type_text(letter)


def text_of(field: Field) -> str:
    """What a field holds."""
    return field.text() if isinstance(field, LineField) else field.toPlainText()


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    """The window over a new station that a plan binds, in the third quarter."""
    commands.bind_plans(session.store, [PLAN], Attribution(user="Lan", now=NOW))
    session.set_period(parse_period("2024Q3"))
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def cell_editor(window: MainWindow) -> QWidget:
    """The editor of a cell, opened by typing and emptied."""
    screen = window.show_screen("data_entry", keys=True)
    assert isinstance(screen, DataEntryScreen)
    screen.grid.go_to()
    press(Qt.Key.Key_F2)
    return QApplication.focusWidget() or window


def search_box(window: MainWindow) -> QWidget:
    """Ctrl+K."""
    window.header.search.start(window.rail)
    return window.header.search


def find_field(window: MainWindow) -> QWidget:
    """Ctrl+F."""
    screen = window.show_screen("data_entry", keys=True)
    assert isinstance(screen, DataEntryScreen)
    screen.finder.start()
    return screen.finder.field


def setting(name: str) -> Callable[[MainWindow], QWidget]:
    """A field of the station's details, or the day that they hold from."""

    def build(window: MainWindow) -> QWidget:
        screen = window.screen_named("settings")
        assert isinstance(screen, SettingsScreen)
        window.go(Place("settings", form="profile"))
        return screen.profile.day if name == "day" else screen.profile.fields[name]

    return build


def report_text(window: MainWindow) -> QWidget:
    """The summary of a report."""
    screen = window.show_screen("reports", keys=True)
    assert isinstance(screen, ReportPages)
    return screen.writing.texts.edits["summary"]


def decision(name: str) -> Callable[[MainWindow], QWidget]:
    """A field of the dialog that asks for a decision."""

    def build(window: MainWindow) -> QWidget:
        session = window.session
        results = queries.plan_results(session.store, session.catalogue, PLAN, session.period)
        asked = next(each for each in results if each.target.compare_as == "ask")
        row = TargetRow(asked, "", "", "", "", "", "", "", "")
        dialog = DecisionDialog(session, row, session.period, window)
        dialog.show()
        field = getattr(dialog, name)
        assert isinstance(field, QWidget)
        return field

    return build


def new_station(window: MainWindow) -> QWidget:
    """The name in the dialog that makes a station file."""
    dialog = NewStationDialog(NOW, "Lan", "vi", window)
    dialog.show()
    return dialog.name


FIELDS = {
    "cell": cell_editor,
    "search": search_box,
    "find": find_field,
    "day": setting("day"),
    "signer": setting("signer_name"),
    "receivers": setting("receivers"),
    "report": report_text,
    "decision-limit": decision("low"),
    "decision-name": decision("name"),
    "decision-note": decision("note"),
    "station": new_station,
}


@pytest.fixture(params=sorted(FIELDS))
def field(request: pytest.FixtureRequest, qtbot: QtBot, window: MainWindow) -> Field:
    """Every field that takes text, one after the other, empty and with the keys."""
    found = FIELDS[request.param](window)
    assert isinstance(found, LineField | TextField)
    found.window().activateWindow()
    found.setFocus()
    qtbot.waitUntil(found.hasFocus)
    found.clear()
    return found


def test_keys_that_leave_do_nothing_while_a_letter_is_composed(field: Field) -> None:
    type_text("1")
    compose(field, "ô")
    for key in (ENTER, TAB, ESCAPE):
        press(key)
        assert QApplication.focusWidget() is field
    assert field.is_composing
    assert text_of(field) == "1"
    dialog = field.window()
    assert not isinstance(dialog, QDialog) or dialog.isVisible()
    commit(field, "ô")
    field.clear()


def test_what_is_composed_is_taken_when_the_keys_go_elsewhere(field: Field) -> None:
    type_text("T")
    compose(field, "ạ")
    field.settle()
    assert text_of(field) == "Tạ"
    assert not field.is_composing
    field.clear()


def test_backspace_and_retyping_is_kept_whole(field: Field) -> None:
    wanted = UNIKEY[: field.maxLength()] if isinstance(field, LineField) else UNIKEY
    retype(wanted)
    assert QApplication.focusWidget() is field
    assert text_of(field) == wanted
    field.clear()


def test_composed_letters_arrive_in_their_order(field: Field) -> None:
    for letter in "tế":
        compose(field, letter)
        commit(field, letter)
    assert text_of(field) == "tế"
    field.clear()


def test_nothing_is_found_before_a_letter_is_whole(window: MainWindow) -> None:
    box = search_box(window)
    type_text("dan s")
    before = window.header.search.findings_shown()
    compose(box, "ố")
    assert window.header.search.findings_shown() == before
    commit(box, "ố")
    assert before != window.header.search.findings_shown() or "số" in before[0]


@pytest.mark.parametrize("is_left", [False, True])
def test_the_first_letter_of_a_cell_is_composed_in_it(window: MainWindow, qtbot: QtBot, is_left: bool) -> None:
    screen = window.show_screen("data_entry", keys=True)
    assert isinstance(screen, DataEntryScreen)
    screen.grid.go_to()
    qtbot.waitUntil(screen.grid.hasFocus)
    compose(screen.grid, "ô")
    for key in (ENTER, TAB, ESCAPE):
        press(key)
    editor = screen.grid.open_editor()
    assert editor is not None
    assert editor.is_composing
    if is_left:
        window.show_screen("settings", keys=True)
    else:
        commit(screen.grid, "ô")
        press(ENTER)
    settle(qtbot, window.session)
    assert [value.value for value in queries.data_values(window.session.store)] == ["ô"]


@pytest.mark.parametrize("leave", ["screen", "form", "period", "window", "tree"])
def test_what_is_composed_in_a_cell_is_stored_whatever_is_left(window: MainWindow, qtbot: QtBot, leave: str) -> None:
    editor = cell_editor(window)
    screen = window.current_screen()
    assert isinstance(screen, DataEntryScreen)
    type_text("1")
    compose(editor, "2")
    actions: dict[str, Callable[[], object]] = {
        "screen": lambda: window.show_screen("settings", keys=True),
        "form": lambda: screen._next_form(1),
        "period": lambda: window.session.set_period(parse_period("2024Q2")),
        "window": window.close,
        "tree": lambda: screen.forms.setFocus(),
    }
    actions[leave]()
    settle(qtbot, window.session)
    assert [value.value for value in queries.data_values(window.session.store)] == ["12"]


@pytest.mark.parametrize("leave", ["screen", "window"])
def test_what_is_composed_in_a_report_is_stored(window: MainWindow, qtbot: QtBot, leave: str) -> None:
    field = report_text(window)
    field.setFocus()
    type_text("so vo")
    compose(field, "ới")
    if leave == "screen":
        window.show_screen("settings", keys=True)
    else:
        window.close()
    settle(qtbot, window.session)
    qtbot.waitUntil(lambda: bool(queries.report_texts(window.session.store, PLAN, "2024Q3")), timeout=5000)
    (text,) = queries.report_texts(window.session.store, PLAN, "2024Q3")
    assert text.text == "so voới"


def test_what_is_composed_in_a_detail_of_the_station_is_stored(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("receivers", "signer_name"):
        field = setting(name)(window)
        field.setFocus()
        type_text("S")
        compose(field, "ở")
    window.close()
    settle(qtbot, window.session)
    profile = queries.profile_on(window.session.store, window.session.today)
    assert (profile.receivers, profile.signer_name) == (("Sở",), "Sở")


def test_text_is_stored_composed(window: MainWindow, qtbot: QtBot) -> None:
    split = unicodedata.normalize("NFD", "Sở Y tế")
    cell = cell_editor(window)
    commit(cell, split)
    press(ENTER)
    for build in (report_text, setting("signer_name")):
        field = build(window)
        field.setFocus()
        commit(field, split)
    window.show_screen("due_list", keys=True)
    qtbot.waitUntil(lambda: bool(queries.report_texts(window.session.store, PLAN, "2024Q3")), timeout=5000)
    settle(qtbot, window.session)
    held = [value.value for value in queries.data_values(window.session.store)]
    texts = [text.text for text in queries.report_texts(window.session.store, PLAN, "2024Q3")]
    signer = queries.profile_on(window.session.store, window.session.today).signer_name
    assert {*held, *texts, signer} == {"Sở Y tế"}


def test_every_field_for_text_is_one_that_waits_for_composed_letters() -> None:
    """Read-only texts aside, nobody makes a plain QLineEdit or QPlainTextEdit."""
    plain = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QInputDialog")
    made = [
        f"{path}:{node.lineno}"
        for path in sorted(Path("ui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in plain
        and not any(keyword.arg == "readOnly" for keyword in node.keywords)
    ]
    assert not made
