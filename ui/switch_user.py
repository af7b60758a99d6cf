"""Who types: told by the file's accounts, changed with Ctrl+Shift+U, locked after a time of rest (CONTRACT U2)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from data import commands, queries
from data.errors import SoTramError, UserError
from data.people import AccountChange
from data.security import check_pin, hash_pin, is_recovery_form, seconds_to_wait, verify_pin, verify_recovery
from data.settings import LOCK_MINUTES, SINCE_EVER, value_on
from ui.permissions import account_of, known_name

if TYPE_CHECKING:
    from ui.lock_screen import LockScreen
    from ui.main_window import MainWindow

SWITCH_KEYS, LOCK_KEYS = "Ctrl+Shift+U", "Ctrl+Shift+L"
DEFAULT_MINUTES = 10
MINUTE = 60_000
RECOVERED = "khôi phục bằng mã"
"""Reason of the action in the change log, in the words of the file."""
ACTIVITY = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
)


class People(QObject):
    """Keeps who types; counts wrong PINs on this computer, also over a restart."""

    def __init__(self, window: MainWindow) -> None:
        """Nothing is asked while nobody added accounts or PINs."""
        super().__init__(window)
        self._window = window
        self._session, self._memory = window.session, window.memory
        self._screen: LockScreen | None = None
        self._back: QWidget | None = None
        self._rested = QElapsedTimer()
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._look_at_rest)
        for keys, action in ((SWITCH_KEYS, self.ask), (LOCK_KEYS, self.lock)):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(action)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._heed)
        self._session.user_changed.connect(lambda _name: self.watch())
        self._session.bus.changed.connect(self._something_changed)

    # --- opening ---------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A file was opened: who types is known, has to show a PIN, or has to say so."""
        session = self._session
        if session.is_name_given or self.is_covered:
            return
        account = account_of(session)
        if account is not None and account.has_pin:
            self.lock()
        elif account is None and not known_name(queries.accounts(session.store), session.user):
            self._show(locked=True)
        self.watch()

    def _something_changed(self, changes: object, _origin: object) -> None:
        if getattr(changes, "kind", "") == "account":
            self._session.user_changed.emit(self._session.user)
        elif getattr(changes, "kind", "") == "setting":
            self.watch()

    # --- rest ------------------------------------------------------------------------------------------------------

    def minutes(self) -> int:
        """After how many minutes of rest the window locks itself; 0 for never."""
        account = account_of(self._session)
        if account is None or not account.has_pin:
            return 0
        text = value_on(queries.settings_history(self._session.store, LOCK_MINUTES), LOCK_MINUTES, SINCE_EVER)
        return int(text) if text.isdigit() else DEFAULT_MINUTES

    def watch(self) -> None:
        """Begin to count the rest, where the window is to lock itself."""
        minutes = self.minutes()
        handle: QWindow | None = self._window.windowHandle()
        if handle is None or not minutes:
            self._idle.stop()
            return
        handle.installEventFilter(self)
        self._rested.start()
        self._idle.start(minutes * MINUTE)

    def _heed(self, handle: QWindow | None) -> None:
        """Somebody works in a dialog of its own window: that is no rest either."""
        if handle is not None and self._idle.isActive():
            handle.installEventFilter(self)
            self._rested.restart()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key or the mouse: no rest."""
        if event.type() in ACTIVITY:
            self._rested.restart()
        return False

    def _look_at_rest(self) -> None:
        rest = self.minutes() * MINUTE - self._rested.elapsed()
        if rest > 0:
            self._idle.start(int(rest))
        elif self._session.is_open:
            self.lock()

    # --- covering --------------------------------------------------------------------------------------------------

    @property
    def is_covered(self) -> bool:
        """Whether the window is hidden under the question who types."""
        return self._screen is not None and self._screen.isVisible()

    def ask(self) -> None:
        """Ctrl+Shift+U: somebody else wants to type."""
        if not self.is_covered:
            self._show(locked=False)

    def lock(self) -> None:
        """Hide the figures until a PIN is typed; without a PIN there is nothing to lock with."""
        account = account_of(self._session)
        if account is not None and account.has_pin and not (self._screen is not None and self._screen.is_locked):
            self._show(locked=True)

    def _show(self, *, locked: bool) -> None:
        self._back = QApplication.focusWidget()
        if self._back is not None:
            self._back.clearFocus()  # what stands in an open field is accepted, and written
        for screen in self._window.screens():
            screen.finish()
        if self._screen is None:
            self._screen = self._built()
        accounts = [each for each in queries.accounts(self._session.store) if each.is_active]
        if QApplication.activeModalWidget() is not None:  # the dialog is that of who opened it
            accounts = [each for each in accounts if each.name == self._session.user]
        self._enable(False)
        self._screen.show_people(accounts, self._session.user, locked=locked)
        seconds = self._seconds_left(self._session.user)
        if seconds:
            self._screen.say("", seconds)

    def _enable(self, is_enabled: bool) -> None:
        for part in (self._window.centralWidget(), self._window.statusBar()):
            if part is not None:
                part.setEnabled(is_enabled)

    def _built(self) -> LockScreen:
        from ui.lock_screen import LockScreen

        screen = LockScreen(self._window.windowTitle(), self._window)
        screen.tried.connect(self._tried)
        screen.recovering.connect(self._recovering)
        screen.left.connect(self._uncover)
        screen.closing_asked.connect(self._window.close)
        return screen

    def _uncover(self) -> None:
        if self._screen is not None:
            self._screen.leave()
            self._screen.is_locked = False
        self._enable(True)
        try:
            is_there = self._back is not None and self._back.isVisible()
        except RuntimeError:  # it was deleted meanwhile
            is_there = False
        if is_there and self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.current_screen().take_focus()
        self._back = None

    # --- PINs ------------------------------------------------------------------------------------------------------

    def _tried(self, name: str, pin: str) -> None:
        stored = queries.pin_hash(self._session.store, name)
        if not stored:
            self._accept(name)
            return
        seconds = self._seconds_left(name)
        if seconds:
            self._say(self.tr("{name} cannot be chosen yet.").format(name=name), seconds)
            return
        self._session.tasks.run(
            lambda _task: verify_pin(stored, pin),
            lambda is_right: self._accept(name) if is_right else self._refuse(name, self.tr("This PIN is wrong.")),
        )

    def _recovering(self, name: str, code: str, pin: str) -> None:
        try:
            check_pin(pin)
        except UserError as error:
            self._say(self._session.messages.error(error))
            return
        if not is_recovery_form(code):
            self._say(
                self.tr(
                    "A recovery code has four groups of five letters or digits, for example "
                    "7K3QF-2M8XA-9DB4C-W6H0T. Please compare it with the paper."
                )
            )
            return
        stored = queries.recovery_hash(self._session.store, name)
        self._session.tasks.run(
            lambda _task: verify_recovery(stored, code),
            lambda is_right: (
                self._set_pin(name, pin) if is_right else self._refuse(name, self.tr("This recovery code is wrong."))
            ),
        )

    def _set_pin(self, name: str, pin: str) -> None:
        """The recovery code fitted: a new PIN; the code is used up."""
        session = self._session
        account = next(each for each in queries.accounts(session.store) if each.name == name)
        by = session.by(RECOVERED)._replace(user=name)
        session.write(
            lambda: commands.save_account(
                session.store,
                AccountChange(
                    name=name, role=account.role, is_active=account.is_active, pin=hash_pin(pin), recovery=""
                ),
                by,
            ),
            lambda _changes: self._recovered(name),
            self._failed,
        )

    def _recovered(self, name: str) -> None:
        self._accept(name)
        self._window.notice.say(
            self.tr("The new PIN holds. The recovery code is used up: make a new one under Settings, Users."), "done"
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._say(self._session.messages.error(error))

    def _accept(self, name: str) -> None:
        self._memory.set_text(self._key(name), "")
        self._memory.set_user_of(self._session.file_id, name)
        self._uncover()
        if name != self._session.user:
            self._session.set_user(name)
        self.watch()

    def _refuse(self, name: str, sentence: str) -> None:
        wrong = self._wrong(name)[0] + 1
        self._memory.set_text(self._key(name), f"{wrong} {self._session.clock().isoformat()}")
        self._memory.save()
        self._say(sentence, seconds_to_wait(wrong))

    def _say(self, sentence: str, seconds: int = 0) -> None:
        if self._screen is not None:
            self._screen.say(sentence, seconds)

    # --- wrong PINs ------------------------------------------------------------------------------------------------

    def _key(self, name: str) -> str:
        return f"wrong_pin/{self._session.path.name}/{name}"

    def _wrong(self, name: str) -> tuple[int, datetime | None]:
        """How many PINs were wrong one after the other, and when the last one was."""
        count, _space, moment = self._memory.text(self._key(name)).partition(" ")
        return (int(count), datetime.fromisoformat(moment)) if count.isdigit() and moment else (0, None)

    def _seconds_left(self, name: str) -> int:
        """How long this name has still to wait; a clock set back makes it no longer than the whole wait."""
        wrong, last = self._wrong(name)
        if last is None:
            return 0
        wait = seconds_to_wait(wrong)
        rest = last + timedelta(seconds=wait) - self._session.clock()
        return min(max(int(rest.total_seconds()), 0), wait)
