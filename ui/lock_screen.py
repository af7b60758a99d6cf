"""Who types? Lies over the whole window and hides its figures: to change who types, and after a time of rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from data.people import Account, Role
from ui import theme
from ui.permissions import role_words
from ui.widgets.heading import Heading, Quiet
from ui.widgets.text_fields import LineField

SECOND = 1000


class LockScreen(QWidget):
    """Names, a PIN where one is set, and a way back for a head who forgot it.

    ``tried(name, pin)``: a person says who types; the PIN is empty where none is set. ``recovering(name, code, pin)``:
    a recovery code with a new PIN. ``left()``: Esc, where nothing is locked.
    """

    tried = Signal(str, str)
    recovering = Signal(str, str, str)
    left = Signal()
    closing_asked = Signal()

    def __init__(self, station: str, parent: QWidget) -> None:
        """Hidden; ``parent`` is the window that it covers."""
        super().__init__(parent)
        self._window = parent
        self._accounts: tuple[Account, ...] = ()
        self._seconds = 0
        self.is_locked = False
        self.title = Heading(factor=1.4)
        self.station = Quiet(station)
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Names"))
        self.names.setObjectName("people")
        self.pin = secret_field(self.tr("PIN"))
        self.enter = QPushButton(self.tr("&Go on"))
        self.back = QPushButton(self.tr("Back (Esc)"))
        self.forgotten = QPushButton(self.tr("PIN &forgotten: recovery code…"))
        self.no_code = Quiet()
        self.code = LineField()
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.code.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX")
        self.new_pin, self.again = secret_field(self.tr("New PIN")), secret_field(self.tr("New PIN once more"))
        self.recover = QPushButton(self.tr("Set the new PIN"))
        self.said = QLabel(wordWrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._pin_label = QLabel(self.tr("&PIN"))
        self._pin_label.setBuddy(self.pin)
        self._recovery = QWidget()
        self._ticks = QTimer(self, interval=SECOND)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        for button in (self.enter, self.back, self.forgotten, self.recover):
            button.setAutoDefault(True)
        fields = QFormLayout(self._recovery)
        fields.setContentsMargins(0, 0, 0, 0)
        for text, field in (
            (self.tr("&Recovery code"), self.code),
            (self.tr("&New PIN"), self.new_pin),
            (self.tr("Once &more"), self.again),
        ):
            label = QLabel(text)
            label.setBuddy(field)
            fields.addRow(label, field)
        fields.addRow("", self.recover)
        pin = QHBoxLayout()
        pin.setSpacing(theme.STEP)
        in_line: tuple[QWidget, ...] = (self._pin_label, self.pin, self.enter, self.back)
        for widget in in_line:
            pin.addWidget(widget)
        pin.addStretch(1)
        self._card = QWidget()
        self._card.setFixedWidth(56 * theme.STEP)
        column = QVBoxLayout(self._card)
        column.setSpacing(theme.STEP)
        for above in (self.title, self.station, self.names):
            column.addWidget(above)
        column.addLayout(pin)
        column.addWidget(self.said)
        forgotten = QHBoxLayout()
        forgotten.addWidget(self.forgotten)
        forgotten.addStretch(1)
        column.addLayout(forgotten)
        column.addWidget(self.no_code)
        column.addWidget(self._recovery)
        grid = QGridLayout(self)
        grid.addWidget(self._card, 1, 1)
        grid.setRowMinimumHeight(0, 6 * theme.STEP)
        grid.setRowStretch(2, 1)
        for edge in (0, 2):
            grid.setColumnStretch(edge, 1)
        for comes_and_goes in (self._pin_label, self.pin, self.forgotten):
            policy = comes_and_goes.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # another name moves nothing
            comes_and_goes.setSizePolicy(policy)

    def _connect(self) -> None:
        self.names.currentRowChanged.connect(lambda _row: self._show_fields())
        self.names.itemActivated.connect(lambda _item: self._go())
        self.names.itemClicked.connect(lambda _item: self._take_keys())
        self.enter.clicked.connect(self._try)
        self.pin.returnPressed.connect(self._try)
        self.back.clicked.connect(self._leave)
        self.forgotten.clicked.connect(self._show_recovery)
        self.recover.clicked.connect(self._recover)
        self.code.returnPressed.connect(self.new_pin.setFocus)
        self.new_pin.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._recover)
        self._ticks.timeout.connect(self._tick)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_people(self, accounts: Sequence[Account], current: str, *, locked: bool) -> None:
        """Cover the window; with ``locked`` only a name (and its PIN) leads back."""
        self._accounts = tuple(accounts)
        self.is_locked = locked
        is_known = current in [account.name for account in self._accounts]
        self.title.setText(self.tr("Locked") if locked and is_known else self.tr("Who types?"))
        self.back.setVisible(not locked)
        self.said.clear()
        self.names.clear()
        for account in self._accounts:
            note = self.tr("has a PIN") if account.has_pin else ""
            self.names.addItem(" · ".join(part for part in (account.name, role_words(account.role), note) if part))
        names = [account.name for account in self._accounts]
        rows = min(max(len(names), 1), 8)
        self.names.setFixedHeight(rows * (self.fontMetrics().height() + 10) + theme.STEP)
        self._wait(0)
        self.names.setCurrentRow(names.index(current) if current in names else 0)
        self._show_fields()
        self._cover()
        self._window.installEventFilter(self)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.said.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.show()
        if not self.isWindow():
            self.raise_()
        self._take_keys()

    def _cover(self) -> None:
        """Lie over the window; over a dialog that is open, too, which then waits as it is and takes nothing."""
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog is self:
            self.setGeometry(self._window.rect())
            return
        self.setParent(dialog, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        ground = QRect(self._window.mapToGlobal(QPoint(0, 0)), self._window.size())
        self.setGeometry(ground.united(dialog.frameGeometry()))

    def leave(self) -> None:
        """Uncover the window."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._window.removeEventFilter(self)
        self._ticks.stop()
        for field in (self.pin, self.code, self.new_pin, self.again):
            field.clear()
        self.hide()
        if self.isWindow():
            self.setWindowModality(Qt.WindowModality.NonModal)
            self.setParent(self._window, Qt.WindowType.Widget)

    def say(self, sentence: str, seconds: int = 0) -> None:
        """Say what was wrong, and for how long nothing is accepted."""
        self._sentence = sentence
        self.said.setText(sentence)
        self.pin.clear()
        self._wait(seconds)
        if not seconds:
            self._take_keys()

    @property
    def chosen(self) -> Account | None:
        """The account under the cursor."""
        row = self.names.currentRow()
        return self._accounts[row] if 0 <= row < len(self._accounts) else None

    def _take_keys(self) -> None:
        """The field that is to be typed next takes the keys; the list, where nothing is to be typed."""
        if self._recovery.isVisibleTo(self):
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            self.code.selectAll()
        else:
            (self.pin if self.pin.isVisibleTo(self) else self.names).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fields(self) -> None:
        account = self.chosen
        has_pin = account is not None and account.has_pin
        if self._seconds:  # the wait is that of another name
            self._wait(0)
            self.said.clear()
        self.pin.setVisible(has_pin)
        self._pin_label.setVisible(has_pin)
        self.forgotten.setVisible(account is not None and account.has_recovery)
        self.no_code.setText(self._way_out(account) if account is not None else "")
        self._recovery.hide()
        self.pin.clear()

    def _way_out(self, account: Account) -> str:
        """What helps somebody who forgot the PIN and has no recovery code."""
        if not account.has_pin or account.has_recovery:
            return ""
        others = [each.name for each in self._accounts if each.role is Role.HEAD and each.is_active and each != account]
        if others:
            said = self.tr("PIN forgotten: ask {names} to set a new one under Settings, Users.")
            return said.format(names=self.tr(" or ").join(others))
        return self.tr(
            "PIN forgotten and no recovery code: nobody else here can set a new one. The file is not encrypted, the "
            "figures are not lost: opened from the command line with --user and a name, it asks for no PIN; a new one "
            "is then set under Settings, Users, and the history keeps that name."
        )

    def _show_recovery(self) -> None:
        self._recovery.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wait(self, seconds: int) -> None:
        self._seconds = seconds
        for field in (self.pin, self.enter, self.recover):
            field.setEnabled(not seconds)
        if seconds:
            self._ticks.start()
            self._say_seconds()
        else:
            self._ticks.stop()

    _sentence = ""

    def _say_seconds(self) -> None:
        wait = self.tr("Please wait {seconds} seconds.").format(seconds=self._seconds)
        self.said.setText(f"{self._sentence} {wait}".strip())

    def _tick(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self._say_seconds()
            return
        self._wait(0)
        self.said.setText(self.tr("You can try again now."))
        self._take_keys()

    # --- answering -------------------------------------------------------------------------------------------------

    def _go(self) -> None:
        """Enter on a name: its PIN, or straight on."""
        if self.pin.isVisibleTo(self) and not self.pin.text():
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._try()

    def _try(self) -> None:
        account = self.chosen
        if account is not None and not self._seconds:
            self.tried.emit(account.name, self.pin.text())

    def _recover(self) -> None:
        account = self.chosen
        if account is None or self._seconds:
            return
        if self.new_pin.text() != self.again.text():
            self.said.setText(self.tr("The two PINs differ. Please type both again."))
            return
        self.recovering.emit(account.name, self.code.text(), self.new_pin.text())

    def _leave(self) -> None:
        if not self.is_locked:
            self.left.emit()

    # --- Qt --------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """No key of the window works while this lies over it; it follows the window's size."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
            if is_letter and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                return False  # the letters of its own buttons; those of the window are disabled
            event.accept()
            return True
        if watched is self.names and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._is_pin_begun(event)
        if watched is self._window and not self.isWindow() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def _is_pin_begun(self, event: QKeyEvent) -> bool:
        """A digit typed on the list of names is the first one of the PIN."""
        if not (event.text().isdigit() and self.pin.isVisibleTo(self) and self.pin.isEnabled()):
            return False
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pin.insert(event.text())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back where nothing is locked; Ctrl+Q closes the window."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() == Qt.Key.Key_Q and is_control:
            self.closing_asked.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Over a dialog this is a window of its own; closing it is no way past it."""
        event.ignore()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802 - Qt's own name
        """Tab stays inside."""
        moved = super().focusNextPrevChild(is_next)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.names.setFocus(Qt.FocusReason.TabFocusReason)
        return moved

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground that nothing shines through."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        painter.end()


def secret_field(name: str) -> LineField:
    """A field whose digits are not shown."""
    field = LineField()
    field.setAccessibleName(name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(8)
    field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), field))
    field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    field.setMaximumWidth(16 * theme.STEP)
    return field
