"""People of a file to test with: accounts, PINs, and the window that asks for them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from data import commands
from data.people import AccountChange, Role
from data.security import Cost, hash_pin
from ui.lock_screen import LockScreen
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.session import Session

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
