"""The settings of people: what each role may do, accounts, PINs and recovery codes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from data import queries
from data.people import Role
from data.security import hash_pin, hash_recovery, verify_pin, verify_recovery
from tests.ui.people import CHEAP, add, open_window, screen_of, with_pin
from tests.ui.tools import settle, shown_screen
from ui import theme
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.permissions import UNNAMED
from ui.screens.screen import Place
from ui.screens.settings import SettingsScreen
from ui.session import Session
from ui.steps import first_steps


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
