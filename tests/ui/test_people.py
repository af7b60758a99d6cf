"""Who types: accounts, PINs, roles, the lock screen; a new file asks nothing until somebody adds people."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.people import Role
from data.security import hash_pin, hash_recovery, verify_pin
from data.settings import LOCK_MINUTES, SINCE_EVER
from tests.ui.conftest import NOW
from tests.ui.people import CHEAP, add, open_window, screen_of, with_pin
from tests.ui.tools import press, settle, type_text
from ui.lock_screen import LockScreen
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.permissions import UNNAMED, Deed, known_name, may
from ui.screens.data_entry import DataEntryScreen
from ui.session import Session
from ui.switch_user import RECOVERED

# --- opening ---------------------------------------------------------------------------------------------------------


def test_a_new_file_asks_nothing(qtbot: QtBot, session: Session) -> None:
    session.user = ""
    window = open_window(qtbot, session)
    assert session.user == UNNAMED
    assert not window.people().is_covered


def test_the_one_who_typed_last_goes_on(session: Session) -> None:
    add(session, "Hoa")
    accounts = queries.accounts(session.store)
    assert known_name(accounts, "Hoa") == "Hoa"
    assert known_name(accounts, "Ai đó") == ""
    assert known_name(accounts[:1], "Ai đó") == accounts[0].name
    assert known_name(accounts[1:], "Ai đó") == "Hoa"


def test_a_name_of_the_command_line_is_taken_as_it_stands(qtbot: QtBot, session: Session) -> None:
    add(session, "Hoa")
    session.user, session.is_name_given = "Thanh tra", True
    window = open_window(qtbot, session)
    assert (session.user, window.people().is_covered) == ("Thanh tra", False)


def test_several_people_are_asked_who_types(qtbot: QtBot, session: Session) -> None:
    add(session, "Hoa")
    session.user = ""
    window = open_window(qtbot, session)
    screen = screen_of(window)
    assert window.people().is_covered
    screen.names.setCurrentRow(1)
    press(Qt.Key.Key_Escape, to=screen)
    assert window.people().is_covered
    screen.enter.click()
    assert (session.user, window.people().is_covered) == ("Hoa", False)


def test_a_pin_is_asked_when_the_file_is_opened(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = "Hoa"
    window = open_window(qtbot, session)
    screen = screen_of(window)
    assert screen.is_locked
    type_pin(screen, "4820")
    qtbot.waitUntil(lambda: not window.people().is_covered, timeout=5000)


def type_pin(screen: LockScreen, pin: str) -> None:
    screen.pin.setText(pin)
    press(Qt.Key.Key_Return, text="\r", to=screen.pin)


def test_a_name_of_another_file_is_nobody_here(qtbot: QtBot, session: Session) -> None:
    Memory().set_text("user", "Hoa")
    Memory().set_user_of("another file", "Hoa")
    add(session, "Mai")
    session.user = ""
    window = open_window(qtbot, session)
    assert (session.user, window.people().is_covered) == ("", True)


def test_each_file_knows_who_typed_in_it_last(qtbot: QtBot, session: Session) -> None:
    add(session, "Hoa")
    Memory().set_user_of(session.file_id, "Hoa")
    session.user = ""
    window = open_window(qtbot, session)
    assert (session.user, window.people().is_covered) == ("Hoa", False)


# --- switching -------------------------------------------------------------------------------------------------------


def test_switching_changes_who_types_and_is_remembered(qtbot: QtBot, session: Session) -> None:
    add(session, "Hoa")
    window = open_window(qtbot, session)
    window.people().ask()
    screen = screen_of(window)
    screen.names.setCurrentRow(1)
    screen.enter.click()
    assert (session.user, Memory().user_of(session.file_id)) == ("Hoa", "Hoa")
    assert session.by().user == "Hoa"
    assert "Hoa" in window._who.text()


def test_esc_leaves_everything_as_it_was(qtbot: QtBot, session: Session) -> None:
    add(session, "Hoa")
    session.user = UNNAMED
    window = open_window(qtbot, session)
    window.people().ask()
    press(Qt.Key.Key_Escape, to=screen_of(window))
    assert (session.user, window.people().is_covered) == (UNNAMED, False)


def test_no_key_of_the_window_works_while_it_is_covered(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = "Hoa"
    window = open_window(qtbot, session)
    QTest.keyClick(screen_of(window).pin, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_screen() is window.screen_named("due_list")
    body = window.centralWidget()
    assert body is not None
    assert not body.isEnabled()


def test_the_cover_hides_the_whole_window_and_follows_its_size(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = "Hoa"
    window = open_window(qtbot, session)
    window.resize(900, 600)
    qtbot.waitUntil(lambda: screen_of(window).size() == window.size())
    assert screen_of(window).geometry() == window.rect()


# --- wrong PINs ------------------------------------------------------------------------------------------------------


def test_wrong_pins_make_a_growing_wait_that_a_restart_does_not_end(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = "Hoa"
    window = open_window(qtbot, session)
    screen = screen_of(window)
    for count in (1, 2, 3):
        type_pin(screen, "0000")
        qtbot.waitUntil(partial(has_counted, window, count), timeout=5000)
    assert "2 giây" in screen.said.text()
    assert not screen.pin.isEnabled()
    again = open_window(qtbot, session)
    assert not screen_of(again).pin.isEnabled()
    assert again.people()._wrong("Hoa")[0] == 3


def has_counted(window: MainWindow, count: int) -> bool:
    return window.people()._wrong("Hoa")[0] == count


def test_after_the_wait_the_right_pin_opens_and_the_count_is_gone(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = "Hoa"
    Memory().set_text("wrong_pin/tram.sotram/Hoa", f"7 {(NOW - timedelta(seconds=33)).isoformat()}")
    window = open_window(qtbot, session)
    type_pin(screen_of(window), "4820")
    qtbot.waitUntil(lambda: not window.people().is_covered, timeout=5000)
    assert window.people()._wrong("Hoa") == (0, None)


def test_a_clock_set_back_makes_no_longer_wait(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = "Hoa"
    Memory().set_text("wrong_pin/tram.sotram/Hoa", f"4 {(NOW + timedelta(days=300)).isoformat()}")
    window = open_window(qtbot, session)
    assert window.people()._seconds_left("Hoa") == 4


# --- keys ------------------------------------------------------------------------------------------------------------


def click_name(screen: LockScreen, row: int) -> None:
    place = screen.names.visualItemRect(screen.names.item(row)).center()
    QTest.mouseClick(screen.names.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_name_clicked_hands_the_keys_to_its_pin_and_nothing_jumps(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = UNNAMED
    window = open_window(qtbot, session)
    window.people().ask()
    screen = screen_of(window)
    names = [account.name for account in screen._accounts]
    screen.names.setCurrentRow(names.index(UNNAMED))
    QApplication.processEvents()
    before = screen.names.mapTo(screen, screen.names.rect().topLeft()), screen.enter.geometry().top()
    click_name(screen, names.index("Hoa"))
    QApplication.processEvents()
    assert (screen.names.mapTo(screen, screen.names.rect().topLeft()), screen.enter.geometry().top()) == before
    qtbot.waitUntil(screen.pin.hasFocus)
    type_text("4820")
    assert screen.pin.text() == "4820"


def test_digits_typed_on_the_names_are_the_pin(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = "Hoa"
    screen = screen_of(open_window(qtbot, session))
    screen.names.setFocus()
    qtbot.waitUntil(screen.names.hasFocus)
    type_text("4820")
    assert (screen.pin.text(), screen.pin.hasFocus()) == ("4820", True)


def test_a_wrong_code_leaves_the_keys_in_its_field_and_enter_goes_on(qtbot: QtBot, session: Session) -> None:
    code = "01234-56789-ABCDE-FGHJK"
    add(session, "Mai", Role.HEAD, pin=hash_pin("1111", CHEAP), recovery=hash_recovery(code, CHEAP))
    session.user = "Mai"
    screen = screen_of(open_window(qtbot, session))
    screen.forgotten.click()
    screen.code.setText("01234")
    screen.new_pin.setText("2222")
    screen.again.setText("2222")
    screen.recover.click()
    assert screen.code.hasFocus()
    press(Qt.Key.Key_Return, text="\r", to=screen.code)
    assert screen.new_pin.hasFocus()
    press(Qt.Key.Key_Return, text="\r", to=screen.new_pin)
    assert screen.again.hasFocus()


# --- rest ------------------------------------------------------------------------------------------------------------


def test_only_a_person_with_a_pin_is_locked_out_after_rest(qtbot: QtBot, session: Session) -> None:
    session.user = UNNAMED
    with_pin(session)
    window = open_window(qtbot, session)
    assert window.people().minutes() == 0
    session.set_user("Hoa")
    assert window.people().minutes() == 10
    commands.save_setting(session.store, LOCK_MINUTES, SINCE_EVER, "0", session.by())
    assert window.people().minutes() == 0


def test_typing_in_a_dialog_is_no_rest(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = UNNAMED
    window = open_window(qtbot, session)
    session.set_user("Hoa")
    people = window.people()
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    qtbot.waitUntil(lambda: people._rested.elapsed() > 20)
    before = people._rested.msecsSinceReference()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    assert field.text() == "a"
    assert people._rested.msecsSinceReference() > before
    dialog.reject()


def test_the_lock_takes_what_stands_in_an_open_field(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = UNNAMED
    window = open_window(qtbot, session)
    session.set_user("Hoa")
    entry = window.show_screen("data_entry", keys=True)
    assert isinstance(entry, DataEntryScreen)
    qtbot.waitUntil(entry.grid.hasFocus)
    type_text("7")
    window.people().lock()
    settle(qtbot, session)
    assert [value.value for value in queries.data_values(session.store)] == ["7"]
    assert screen_of(window).is_locked


def test_the_lock_lies_over_an_open_dialog_and_gives_it_back_as_it_was(qtbot: QtBot, session: Session) -> None:
    with_pin(session)
    session.user = UNNAMED
    window = open_window(qtbot, session)
    session.set_user("Hoa")
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.open()
    field.setText("đang gõ dở")
    window.people().lock()
    screen = screen_of(window)
    assert QApplication.activeModalWidget() is screen
    assert screen.geometry().contains(dialog.geometry())
    assert [account.name for account in screen._accounts] == ["Hoa"]
    screen.close()
    assert screen.isVisible()
    type_pin(screen, "4820")
    qtbot.waitUntil(lambda: not window.people().is_covered, timeout=5000)
    assert QApplication.activeModalWidget() is dialog
    assert field.text() == "đang gõ dở"
    dialog.reject()
    assert screen.parentWidget() is window


# --- recovery --------------------------------------------------------------------------------------------------------


def test_the_recovery_code_sets_a_new_pin_once_and_the_log_says_so(qtbot: QtBot, session: Session) -> None:
    code = "01234-56789-ABCDE-FGHJK"
    add(session, "Mai", Role.HEAD, pin=hash_pin("1111", CHEAP), recovery=hash_recovery(code, CHEAP))
    session.user = "Mai"
    window = open_window(qtbot, session)
    screen = screen_of(window)
    screen.forgotten.click()
    screen.code.setText(code.lower())
    screen.new_pin.setText("2222")
    screen.again.setText("2222")
    screen.recover.click()
    qtbot.waitUntil(lambda: not window.people().is_covered, timeout=10_000)
    assert verify_pin(queries.pin_hash(session.store, "Mai"), "2222")
    assert queries.recovery_hash(session.store, "Mai") == ""
    rows = session.store.connection.execute("SELECT who, why FROM action ORDER BY id DESC LIMIT 1").fetchall()
    assert [tuple(row) for row in rows] == [("Mai", RECOVERED)]


def test_a_wrong_code_and_two_different_pins_are_refused(qtbot: QtBot, session: Session) -> None:
    code = "01234-56789-ABCDE-FGHJK"
    add(session, "Mai", Role.HEAD, pin=hash_pin("1111", CHEAP), recovery=hash_recovery(code, CHEAP))
    session.user = "Mai"
    window = open_window(qtbot, session)
    screen = screen_of(window)
    screen.code.setText("01234-56789-ABCDE-FGHJM")
    screen.new_pin.setText("2222")
    screen.recover.click()
    assert "khác nhau" in screen.said.text()
    screen.again.setText("2222")
    screen.recover.click()
    qtbot.waitUntil(lambda: "Mã khôi phục" in screen.said.text(), timeout=5000)
    assert window.people().is_covered


# --- roles -----------------------------------------------------------------------------------------------------------


def test_roles_bind_the_window(session: Session) -> None:
    add(session, "Hoa", Role.ENTRY)
    add(session, "Mai", Role.CHECK)
    allowed = {name: {deed for deed in Deed if _may(session, name, deed)} for name in ("Hoa", "Mai", UNNAMED, "Ai đó")}
    assert allowed == {
        "Hoa": set(),
        "Mai": {Deed.COMPLETE, Deed.DECIDE, Deed.CHECK, Deed.SUBMIT, Deed.REGISTER},
        UNNAMED: set(Deed),
        "Ai đó": set(Deed),
    }


def _may(session: Session, name: str, deed: Deed) -> bool:
    session.set_user(name)
    return may(session, deed)
