"""Who types: accounts, PINs, roles, the lock screen; a new file asks nothing until somebody adds people."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.people import AccountChange, Role
from data.security import Cost, hash_pin, hash_recovery, verify_pin, verify_recovery
from data.settings import LOCK_MINUTES, SINCE_EVER
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle, shown_screen, type_text
from ui import theme
from ui.lock_screen import LockScreen
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.permissions import UNNAMED, Deed, known_name, may
from ui.screens.data_entry import DataEntryScreen
from ui.screens.screen import Place
from ui.screens.settings import SettingsScreen
from ui.session import Session
from ui.steps import first_steps
from ui.switch_user import RECOVERED

CHEAP = Cost(passes=1, memory=8, threads=1)


def add(session: Session, name: str, role: Role = Role.ENTRY, pin: str = "", recovery: str = "") -> None:
    change = AccountChange(name=name, role=role, pin=pin, recovery=recovery)
    commands.save_account(session.store, change, session.by())


def with_pin(session: Session, name: str = "Hoa", role: Role = Role.ENTRY, pin: str = "4820") -> None:
    add(session, name, role, pin=hash_pin(pin, CHEAP))


def open_window(qtbot: QtBot, session: Session) -> MainWindow:
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.people().begin()
    return window


def screen_of(window: MainWindow) -> LockScreen:
    screen = window.people()._screen
    assert screen is not None
    return screen


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
        "Mai": {Deed.COMPLETE, Deed.DECIDE},
        UNNAMED: set(Deed),
        "Ai đó": set(Deed),
    }


def _may(session: Session, name: str, deed: Deed) -> bool:
    session.set_user(name)
    return may(session, deed)


@pytest.fixture
def settings(qtbot: QtBot, session: Session) -> SettingsScreen:
    """The settings, opened by the head of a new file."""
    session.set_user(UNNAMED)
    screen = SettingsScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    return screen


def test_settings_are_disabled_with_a_sentence_for_who_only_types(session: Session, settings: SettingsScreen) -> None:
    add(session, "Hoa")
    session.set_user("Hoa")
    assert not settings.plan_boxes["can-tho-2025-2030"].isEnabled()
    sentences = [label.text() for label in settings.details.findChildren(QLabel)]
    assert any("Chỉ trưởng trạm" in sentence for sentence in sentences)
    assert not settings.user.add.isEnabled()
    session.set_user(UNNAMED)
    assert settings.plan_boxes["can-tho-2025-2030"].isEnabled()


def test_a_sentence_stands_beside_what_a_role_may_not_do(session: Session, settings: SettingsScreen) -> None:
    add(session, "Hoa")
    session.set_user("Hoa")
    page = settings.backup
    assert not any(page.buttons[key].isEnabled() for key in ("restore", "second", "no_second"))
    seen = [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]
    assert any("Chỉ trưởng trạm" in text for text in seen)


def test_a_form_that_may_not_be_completed_says_why_without_a_tip(qtbot: QtBot, session: Session) -> None:
    add(session, "Hoa")
    session.set_user("Hoa")
    strip = shown_screen(qtbot, session, "population.quarter").completion.strip
    assert not strip.button.isEnabled()
    assert "Hoa" in strip.text.text()


def test_a_field_that_takes_nothing_looks_so() -> None:
    for scheme in (theme.LIGHT, theme.DARK):
        colours = theme.palette(scheme)
        base = QPalette.ColorRole.Base
        assert colours.color(QPalette.ColorGroup.Disabled, base) != colours.color(QPalette.ColorGroup.Active, base)


def test_a_user_is_added_and_given_a_pin(qtbot: QtBot, session: Session, settings: SettingsScreen) -> None:
    page = settings.user
    page.new_name.setText("Lò Thị Hoa")
    page.new_role.setCurrentIndex(1)
    page.add.click()
    settle(qtbot, session)
    assert [(each.name, each.role) for each in queries.accounts(session.store)][-1] == ("Lò Thị Hoa", Role.CHECK)
    page.set_pin.click()
    page.pins.pin.setText("4820")
    page.pins.again.setText("4820")
    page.pins.accept.click()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: "có mã PIN" in page.people.item(1).text(), timeout=5000)
    page.drop_pin.click()
    settle(qtbot, session)
    assert "có mã PIN" not in page.people.item(1).text()


def test_a_pin_moves_nobody_in_the_list(session: Session) -> None:
    for name in ("Hoa", "An"):
        add(session, name)
    before = [each.name for each in queries.accounts(session.store)]
    with_pin(session, "An")
    with_pin(session, UNNAMED, Role.HEAD)
    assert [each.name for each in queries.accounts(session.store)] == before == [UNNAMED, "An", "Hoa"]


def test_the_line_of_the_list_is_seen_whole(session: Session, settings: SettingsScreen) -> None:
    add(session, UNNAMED, Role.HEAD, pin=hash_pin("4820", CHEAP), recovery=hash_recovery("0" * 20, CHEAP))
    settings.resize(1000, 700)
    settings.go(Place("settings", form="user"))
    settings.user.show_people()
    QApplication.processEvents()
    people = settings.user.people
    assert "đang nhập" in people.item(0).text()
    assert people.horizontalScrollBar().maximum() == 0
    assert people.visualItemRect(people.item(0)).height() >= 2 * people.fontMetrics().height()


def test_what_was_said_to_one_user_is_gone_for_the_next(session: Session, settings: SettingsScreen) -> None:
    add(session, "Hoa")
    settings.line.say("Không được.", "error")
    session.set_user("Hoa")
    assert settings.line.text == ""


def test_the_first_step_waits_until_a_name_is_given_or_kept(
    qtbot: QtBot, session: Session, settings: SettingsScreen
) -> None:
    def is_done() -> bool:
        return next(step.is_done for step in first_steps(session, ()) if step.place.form == "user")

    session.user = "Tài khoản máy tính"
    assert not is_done()
    session.set_user(UNNAMED)
    assert not is_done()
    settings.user.keep_name.click()
    settle(qtbot, session)
    assert is_done()
    assert settings.user.keep_name.isHidden()


def test_an_account_added_or_renamed_does_the_first_step(session: Session) -> None:
    add(session, "Hoa")
    assert next(step.is_done for step in first_steps(session, ()) if step.place.form == "user")


def test_the_last_head_stays(qtbot: QtBot, session: Session, settings: SettingsScreen) -> None:
    settings.user.role.setCurrentIndex(0)
    settings.user.role.activated.emit(0)
    settle(qtbot, session)
    assert queries.accounts(session.store)[0].role is Role.HEAD
    assert "trưởng trạm" in settings.line.text


def test_a_recovery_code_is_shown_once(qtbot: QtBot, session: Session, settings: SettingsScreen) -> None:
    page = settings.user
    assert not page.make_code.isEnabled()
    add(session, UNNAMED, Role.HEAD, pin=hash_pin("4820", CHEAP))
    page.show_people()
    page.make_code.click()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: len(page.codes.code.text()) == 24, timeout=5000)
    page.codes.done.click()
    assert not page.codes.code.text()
    assert queries.recovery_hash(session.store, UNNAMED)


@pytest.mark.parametrize("percent", [100, 200])
def test_the_whole_code_is_seen_and_copied_at_every_text_size(
    qtbot: QtBot, session: Session, qapp: QApplication, percent: int
) -> None:
    code, before = "W2WQW-WMWXW-WDWBW-WWWRW", QApplication.font()
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * percent / 100)
    QApplication.setFont(larger)
    try:
        window = MainWindow(session, Memory())
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        settings = window.show_screen("settings")
        assert isinstance(settings, SettingsScreen)
        settings.go(Place("settings", form="user"))
        panel = settings.user.codes
        panel.show_code(code, "Mai", "Trạm")
        qtbot.waitUntil(lambda: not panel.code.visibleRegion().isEmpty(), timeout=3000)
        needed = panel.code.fontMetrics().size(0, panel.code.text())
        seen = panel.code.visibleRegion().boundingRect()
        assert seen.width() >= needed.width()
        assert panel.code.height() >= needed.height()
        panel.copy.click()
        assert QApplication.clipboard().text() == code
        assert panel.code.text().replace("\n", "") == code
    finally:
        QApplication.setFont(before)


def test_a_head_who_sets_a_pin_is_shown_a_recovery_code_at_once(
    qtbot: QtBot, session: Session, settings: SettingsScreen
) -> None:
    page = settings.user
    page.set_pin.click()
    page.pins.pin.setText("4820")
    page.pins.again.setText("4820")
    page.pins.accept.click()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: not page.codes.isHidden(), timeout=5000)
    assert verify_recovery(queries.recovery_hash(session.store, UNNAMED), page.codes.code.text())
    assert verify_pin(queries.pin_hash(session.store, UNNAMED), "4820")


@pytest.mark.parametrize(
    ("name", "said"),
    [("Hoa", f"nhờ {UNNAMED} đặt lại"), ("Mai", f"nhờ {UNNAMED} đặt lại"), (UNNAMED, "--user")],
)
def test_the_lock_says_what_helps_without_a_recovery_code(qtbot: QtBot, session: Session, name: str, said: str) -> None:
    with_pin(session, name, Role.ENTRY if name == "Hoa" else Role.HEAD)
    session.user = name
    screen = screen_of(open_window(qtbot, session))
    assert said in screen.no_code.text()


def test_what_can_be_no_code_says_how_one_looks_and_counts_as_no_try(qtbot: QtBot, session: Session) -> None:
    code = "01234-56789-ABCDE-FGHJK"
    add(session, "Mai", Role.HEAD, pin=hash_pin("1111", CHEAP), recovery=hash_recovery(code, CHEAP))
    session.user = "Mai"
    window = open_window(qtbot, session)
    screen = screen_of(window)
    screen.forgotten.click()
    screen.code.setText("56789-ABCDE-FGHJK")
    screen.new_pin.setText("2222")
    screen.again.setText("2222")
    screen.recover.click()
    assert "7K3QF-2M8XA-9DB4C-W6H0T" in screen.said.text()
    assert window.people()._wrong("Mai") == (0, None)


def test_somebody_no_longer_there_is_not_offered(qtbot: QtBot, session: Session, settings: SettingsScreen) -> None:
    add(session, "Hoa")
    settings.user.show_people()
    settings.user.people.setCurrentRow(1)
    settings.user.retire.click()
    settle(qtbot, session)
    assert [each.is_active for each in queries.accounts(session.store)] == [True, False]
    window = open_window(qtbot, session)
    window.people().ask()
    assert screen_of(window).names.count() == 1
    assert QApplication.focusWidget() is not None
