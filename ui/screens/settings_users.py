"""Cài đặt, page of the people: who uses the file, in which role, with which PIN; and when the window locks itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from data import commands, queries
from data.errors import SoTramError, UserError
from data.people import Account, AccountChange, Role
from data.security import check_pin, hash_pin, hash_recovery, new_recovery_code
from data.settings import LOCK_MINUTES, NAME_KEPT, SINCE_EVER, value_on
from ui import theme
from ui.memory import Memory
from ui.permissions import UNNAMED, Deed, may, role_words, why_not
from ui.screens.users_panels import PinPanel, RecoveryPanel
from ui.session import Session
from ui.switch_user import DEFAULT_MINUTES
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Quiet
from ui.widgets.number_field import NumberField
from ui.widgets.text_fields import LineField

translate = QCoreApplication.translate
ROLES = (Role.ENTRY, Role.CHECK, Role.HEAD)
MOST_MINUTES = 240


class UsersPage(QWidget):
    """The list, the chosen one's details, and a line for one more.

    Only the head changes others; everybody may set the own PIN.
    """

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget | None = None) -> None:
        """``line`` says what was saved or refused."""
        super().__init__(parent)
        self._session, self._line = session, line
        self._accounts: tuple[Account, ...] = ()
        self._shown_to = ""
        self.people = QListWidget()
        self.people.setAccessibleName(self.tr("Users"))
        self.people.setObjectName("people")
        self.people.setWordWrap(True)
        self.people.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name = LineField()
        self.name.setAccessibleName(self.tr("Name of who types"))
        self.role = _roles(self.tr("Role"))
        self.set_pin = QPushButton(self.tr("Set &PIN…"))
        self.drop_pin = QPushButton(self.tr("Remove PIN"))
        self.retire = QPushButton()
        self.keep_name = QPushButton(self.tr("&Keep the name {name}").format(name=UNNAMED))
        self.make_code = QPushButton(self.tr("Make a recovery &code…"))
        self.new_name = LineField()
        self.new_name.setAccessibleName(self.tr("Name of the new user"))
        self.new_name.setPlaceholderText(self.tr("full name"))
        self.new_role = _roles(self.tr("Role of the new user"))
        self.add = QPushButton(self.tr("&Add"))
        self.minutes = NumberField(self.tr("Minutes of rest before the screen is locked"), MOST_MINUTES)
        self.bound = Quiet()
        self.pins = PinPanel()
        self.codes = RecoveryPanel()
        self._lay_out()
        self._connect()
        self.show_people()

    # --- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(
            Quiet(
                self.tr(
                    "The name stands in the history of everything that is typed. A PIN says who types: it is no "
                    "encryption, and who has the file can read it. Change who types with Ctrl+Shift+U."
                )
            )
        )
        column.addWidget(self.bound)
        middle = QHBoxLayout()
        middle.setSpacing(3 * theme.STEP)
        self.people.setMinimumWidth(40 * theme.STEP)
        self.people.setMaximumHeight(22 * theme.STEP)
        middle.addWidget(self.people, 1)
        middle.addLayout(self._details(), 1)
        column.addLayout(middle)
        column.addWidget(self.pins)
        column.addWidget(self.codes)
        column.addLayout(_row(_label(self.tr("Add a &user"), self.new_name), self.new_name, self.new_role, self.add))
        column.addLayout(_row(_label(self.tr("&Lock after rest of (minutes; 0: never)"), self.minutes), self.minutes))
        column.addWidget(Quiet(self.tr("Only while somebody with a PIN types. Ctrl+Shift+L locks at once.")))

    def _details(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.STEP)
        fields: tuple[tuple[str, QWidget], ...] = ((self.tr("&Name"), self.name), (self.tr("&Role"), self.role))
        for row, (text, field) in enumerate(fields):
            grid.addWidget(_label(text, field), row, 0)
            grid.addWidget(field, row, 1, 1, 2)
        for place, button in enumerate((self.set_pin, self.drop_pin, self.make_code, self.retire)):
            button.setAutoDefault(True)
            grid.addWidget(button, 2 + place // 2, 1 + place % 2)
        self.keep_name.setAutoDefault(True)
        grid.addWidget(self.keep_name, 4, 1, 1, 2)
        grid.setRowStretch(5, 1)
        return grid

    def _connect(self) -> None:
        self.people.currentRowChanged.connect(lambda _row: self._show_chosen())
        self.name.editingFinished.connect(self.save)
        self.role.activated.connect(lambda _row: self._change_role())
        self.set_pin.clicked.connect(lambda: self.pins.ask(self.tr("New PIN of {name}").format(name=self._name())))
        self.pins.given.connect(self._set_pin)
        self.drop_pin.clicked.connect(self._drop_pin)
        self.retire.clicked.connect(self._retire)
        self.make_code.clicked.connect(self._make_code)
        self.keep_name.clicked.connect(self._keep_name)
        self.add.clicked.connect(self._add)
        self.new_name.returnPressed.connect(self._add)
        self.minutes.number_changed.connect(self._save_minutes)
        self.minutes.refused.connect(lambda sentence: self._line.say(sentence, "error"))
        self._session.bus.changed.connect(self._something_changed)
        self._session.user_changed.connect(self._somebody_else)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_people(self) -> None:
        """What the file holds; the cursor stays on its name."""
        store, before = self._session.store, self._name() or self._session.user
        self._shown_to, self._accounts = self._session.user, queries.accounts(store)
        self.people.blockSignals(True)
        self.people.clear()
        for account in self._accounts:
            self.people.addItem(_account_words(account, self._session.user))
        names = [account.name for account in self._accounts]
        self.people.setCurrentRow(names.index(before) if before in names else 0)
        self.people.blockSignals(False)
        text = value_on(queries.settings_history(store, LOCK_MINUTES), LOCK_MINUTES, SINCE_EVER)
        self.minutes.show_number(int(text) if text.isdigit() else DEFAULT_MINUTES)
        self._show_chosen()

    def _show_chosen(self) -> None:
        account = self._chosen()
        if account is None:
            return
        session = self._session
        is_head = may(session, Deed.PEOPLE) and session.is_writable
        is_own = account.name == session.user
        self.name.setText(account.name)
        self.role.setCurrentIndex(ROLES.index(account.role))
        self.retire.setText(self.tr("Use &no longer") if account.is_active else self.tr("Use again"))
        self.set_pin.setText(self.tr("Change &PIN…") if account.has_pin else self.tr("Set &PIN…"))
        for widget in (self.name, self.role, self.retire, self.new_name, self.new_role, self.add, self.minutes):
            widget.setEnabled(is_head)
        self.set_pin.setEnabled(session.is_writable and (is_head or is_own))
        self.drop_pin.setEnabled(account.has_pin and session.is_writable and (is_head or is_own))
        self.make_code.setEnabled(is_head and account.role is Role.HEAD and account.has_pin)
        self.make_code.setToolTip(
            self.tr("For the head, once a PIN is set: the code sets a new one when it is forgotten.")
        )
        is_asked = [each.name for each in self._accounts] == [UNNAMED] and is_head
        kept = queries.settings_history(session.store, NAME_KEPT) if is_asked else ()
        self.keep_name.setVisible(is_asked and not value_on(kept, NAME_KEPT, session.today))
        self.bound.setText("" if may(session, Deed.PEOPLE) else why_not(session, Deed.PEOPLE))
        self.bound.setVisible(bool(self.bound.text()))

    def _chosen(self) -> Account | None:
        row = self.people.currentRow()
        return self._accounts[row] if 0 <= row < len(self._accounts) else None

    def _name(self) -> str:
        account = self._chosen()
        return account.name if account is not None else ""

    def _something_changed(self, changes: object, _origin: object) -> None:
        if getattr(changes, "kind", "") == "account":
            self.show_people()

    def _somebody_else(self, name: str) -> None:
        """What was said to the one before is nothing for the next one."""
        if name != self._shown_to:
            self._line.clear()
            self.pins.close_question()
        self.show_people()

    # --- changing --------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the name as it stands in its field; an empty field leaves it as it was."""
        account, name = self._chosen(), " ".join(self.name.text().split())
        if account is None or not name or name == account.name or not self.name.isEnabled():
            return
        self._write(
            _change(account)._replace(name=name, renamed_from=account.name), lambda: self._renamed(account, name)
        )

    def _renamed(self, account: Account, name: str) -> None:
        session = self._session
        if session.user in (account.name, ""):
            Memory().set_user_of(session.file_id, name)
            session.set_user(name)
        self._say(self.tr("{old} is called {name} from now on.").format(old=account.name, name=name))
        self._choose(name)

    def _change_role(self) -> None:
        account = self._chosen()
        if account is not None:
            role = ROLES[self.role.currentIndex()]
            said = self.tr("{name}: {role}.").format(name=account.name, role=role_words(role))
            self._write(_change(account)._replace(role=role), lambda: self._say(said))

    def _set_pin(self, pin: str) -> None:
        account = self._chosen()
        if account is None:
            return
        try:
            check_pin(pin)
        except UserError as error:
            self._line.say(self._session.messages.error(error), "error")
            return
        self.pins.close_question()
        said = self.tr("{name} has a new PIN.").format(name=account.name)
        if account.role is Role.HEAD and not account.has_recovery:
            self._write_code(account, pin, said)
            return
        self._write_with(lambda: _change(account)._replace(pin=hash_pin(pin)), lambda: self._say(said))

    def _drop_pin(self) -> None:
        account = self._chosen()
        if account is not None:
            said = self.tr("{name} has no PIN any more.").format(name=account.name)
            self._write(_change(account)._replace(pin="", recovery=""), lambda: self._say(said))

    def _keep_name(self) -> None:
        """Nobody is to be named: the step is done all the same."""
        session, said = self._session, self.tr("The name {name} is kept.").format(name=UNNAMED)
        store, by = session.store, session.by()

        def done(_changes: object) -> None:
            self._say(said)
            self.show_people()

        session.write(lambda: commands.save_setting(store, NAME_KEPT, SINCE_EVER, "true", by), done, self._failed)

    def _retire(self) -> None:
        account = self._chosen()
        if account is not None:
            words = self.tr("{name} is used no longer; the history keeps the name.")
            words = words if account.is_active else self.tr("{name} is used again.")
            said = words.format(name=account.name)
            self._write(_change(account)._replace(is_active=not account.is_active), lambda: self._say(said))

    def _make_code(self) -> None:
        account = self._chosen()
        if account is not None:
            self._write_code(account, None, "")

    def _write_code(self, account: Account, pin: str | None, said: str) -> None:
        """Make a recovery code, with a new PIN where one is given, and show it: a forgotten PIN shuts nobody out."""
        code = new_recovery_code()
        station = queries.station_on(self._session.store, self._session.today).name

        def change() -> AccountChange:
            hashed = hash_pin(pin) if pin is not None else None
            return _change(account)._replace(pin=hashed, recovery=hash_recovery(code))

        def done() -> None:
            if said:
                self._say(said)
            self.codes.show_code(code, account.name, station)

        self._write_with(change, done)

    def _add(self) -> None:
        name = " ".join(self.new_name.text().split())
        if not name:
            self._line.say(self.tr("Please type the name of the new user first."), "warning")
            return
        if name in [account.name for account in self._accounts]:
            self._line.say(self.tr("There is already a user {name}.").format(name=name), "error")
            return
        role = ROLES[self.new_role.currentIndex()]
        self._write(AccountChange(name=name, role=role), lambda: self._added(name))

    def _added(self, name: str) -> None:
        self.new_name.clear()
        self._say(self.tr("{name} was added. Change who types with Ctrl+Shift+U.").format(name=name))
        self._choose(name)

    def _save_minutes(self, minutes: int) -> None:
        session, value = self._session, str(minutes)
        store, by = session.store, session.by()
        session.write(lambda: commands.save_setting(store, LOCK_MINUTES, SINCE_EVER, value, by), None, self._failed)

    def _choose(self, name: str) -> None:
        self.show_people()
        names = [account.name for account in self._accounts]
        if name in names:
            self.people.setCurrentRow(names.index(name))

    def _say(self, sentence: str) -> None:
        self._line.say(sentence, "done")

    def _write(self, change: AccountChange, then: Callable[[], object]) -> None:
        self._write_with(lambda: change, then)

    def _write_with(self, make: Callable[[], AccountChange], then: Callable[[], object]) -> None:
        """Make the change (hashing takes its time) and write it, both off the GUI thread."""
        session = self._session
        store, by = session.store, session.by()

        def done(_changes: object) -> None:
            then()

        session.write(lambda: commands.save_account(store, make(), by), done, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._line.say(self._session.messages.error(error), "error")
        self.show_people()


def _change(account: Account) -> AccountChange:
    return AccountChange(name=account.name, role=account.role, is_active=account.is_active)


def _account_words(account: Account, current: str) -> str:
    """One line of the list: name, role, PIN, whether it is who types now."""
    parts = [account.name, role_words(account.role)]
    if account.has_pin:
        parts.append(translate("UsersPage", "has a PIN"))
    if account.has_recovery:
        parts.append(translate("UsersPage", "has a recovery code"))
    if not account.is_active:
        parts.append(translate("UsersPage", "not used any more"))
    if account.name == current:
        parts.append(translate("UsersPage", "types now"))
    return " · ".join(parts)


def _roles(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for role in ROLES:
        box.addItem(role_words(role), role)
    return box


def _label(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    return label


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.STEP)
    for widget in widgets:
        row.addWidget(widget, int(isinstance(widget, QLineEdit)))
    row.addStretch(1)
    return row
