"""What a role may do in the window; the command line and the file know no roles (CONTRACT U2: attribution).

Nothing is hidden from anybody: what a role may not do is disabled, with a sentence why.
"""

from __future__ import annotations

import enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from data import queries
from data.people import Account, Role
from ui.session import Session
from ui.widgets.heading import Quiet

translate = QCoreApplication.translate

UNNAMED = "Trưởng trạm"
"""Name of the one account of a new file, until somebody gives it a person's name."""


def known_name(accounts: tuple[Account, ...], name: str) -> str:
    """Who types when a file is opened, by the name that typed in this file on this computer last.

    An active account of that name, else the only one there is. Empty when a person has to say.
    """
    active = [account.name for account in accounts if account.is_active]
    if name in active:
        return name
    return active[0] if len(active) == 1 else ""


class Deed(enum.Enum):
    """What needs more than the right to type figures, comments and texts."""

    COMPLETE = "complete"
    DECIDE = "decide"
    SETTINGS = "settings"
    PEOPLE = "people"
    RESTORE = "restore"
    CHECK = "check"
    FREEZE = "freeze"
    SIGN = "sign"
    SUBMIT = "submit"
    REGISTER = "register"


_OF_CHECKING = frozenset({Deed.COMPLETE, Deed.DECIDE, Deed.CHECK, Deed.SUBMIT, Deed.REGISTER})
"""What checking does, too; freezing, signing and cancelling a report are the head's alone."""

_ALLOWED = {
    Role.ENTRY: frozenset[Deed](),
    Role.CHECK: _OF_CHECKING,
    Role.HEAD: frozenset(Deed),
}


def account_of(session: Session) -> Account | None:
    """The account of who types; None for a name that was only given on the command line."""
    return next((each for each in queries.accounts(session.store) if each.name == session.user), None)


def role_of(session: Session) -> Role:
    """The role of who types; a name without an account is bound by nothing."""
    account = account_of(session)
    return account.role if account is not None else Role.HEAD


def may(session: Session, deed: Deed) -> bool:
    """Whether who types may do this."""
    return deed in _ALLOWED[role_of(session)]


def role_words(role: Role) -> str:
    """A role as a word."""
    return {
        Role.ENTRY: translate("Permissions", "data entry"),
        Role.CHECK: translate("Permissions", "checking"),
        Role.HEAD: translate("Permissions", "head of the station"),
    }[role]


def why_not(session: Session, deed: Deed) -> str:
    """Why somebody may not do this, and who may."""
    if deed in _OF_CHECKING:
        said = translate(
            "Permissions", "{name} types figures; checking and the head do this (Ctrl+Shift+U: change who types)."
        )
    else:
        said = translate(
            "Permissions", "Only the head of the station does this; {name} does not (Ctrl+Shift+U: change who types)."
        )
    return said.format(name=session.user)


def why_not_line(session: Session, deed: Deed) -> Quiet:
    """A line that says why, beside what is disabled, while somebody types who may not do this."""
    said = Quiet()

    def show() -> None:
        is_allowed = may(session, deed)
        said.setText("" if is_allowed else why_not(session, deed))
        said.setVisible(not is_allowed)

    session.user_changed.connect(lambda _name: show())
    show()
    return said


def hold_back(session: Session, page: QWidget, deed: Deed) -> None:
    """Disable a page, with a sentence why above it, while somebody types who may not do this."""
    layout = page.layout()
    if isinstance(layout, QVBoxLayout):
        layout.insertWidget(0, why_not_line(session, deed))

    def show() -> None:
        page.setEnabled(may(session, deed))

    session.user_changed.connect(lambda _name: show())
    show()


def hold_back_button(session: Session, button: QPushButton, deed: Deed) -> None:
    """Disable a button, with a sentence why as its tip, while somebody types who may not do this."""
    tip = button.toolTip()

    def show() -> None:
        is_allowed = may(session, deed)
        button.setEnabled(is_allowed)
        button.setToolTip(tip if is_allowed else why_not(session, deed))

    session.user_changed.connect(lambda _name: show())
    show()
