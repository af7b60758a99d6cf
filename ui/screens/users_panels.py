"""Two small panels of the page of users: a new PIN typed twice, and a recovery code shown once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.lock_screen import secret_field
from ui.widgets.heading import Heading, Quiet


class PinPanel(QWidget):
    """Asks for a PIN twice. ``given(pin)``: both were the same."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until it asks."""
        super().__init__(parent)
        self.title = QLabel()
        self.pin, self.again = secret_field(self.tr("New PIN")), secret_field(self.tr("New PIN once more"))
        self.accept = QPushButton(self.tr("Set the PIN"))
        self.leave = QPushButton(self.tr("Leave it (Esc)"))
        self.said = Quiet(self.tr("Four to eight digits."))
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        again = QLabel(self.tr("once more"))
        for widget in (self.title, self.pin, again, self.again, self.accept, self.leave):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.said)
        for button in (self.accept, self.leave):
            button.setAutoDefault(True)
        self.accept.clicked.connect(self._give)
        self.again.returnPressed.connect(self._give)
        self.pin.returnPressed.connect(self.again.setFocus)
        self.leave.clicked.connect(self.close_question)
        self.hide()

    def ask(self, title: str) -> None:
        """Show the two fields."""
        self.title.setText(title)
        self.said.setText(self.tr("Four to eight digits."))
        self.pin.clear()
        self.again.clear()
        self.show()
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_question(self) -> None:
        """Ask no longer."""
        self.pin.clear()
        self.again.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self.pin.text() != self.again.text():
            self.said.setText(self.tr("The two PINs differ. Please type both again."))
            return
        self.given.emit(self.pin.text())


class CodeLabel(Heading):
    """A recovery code in two lines of large letters of one width; it is never cut off."""

    def fit(self) -> None:
        """Follow the text size; O and 0 are told apart."""
        font = theme.scaled(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont), 1, bold=True)
        font.setPointSizeF(1.6 * QGuiApplication.font().pointSizeF())
        if font != self.font():
            self.setFont(font)
            self._keep_room()

    def show_code(self, code: str) -> None:
        """Two groups in each line."""
        groups = code.split("-")
        middle = len(groups) // 2
        self.setText("-\n".join(("-".join(groups[:middle]), "-".join(groups[middle:]))) if code else "")
        self.setAccessibleDescription(code)
        self._keep_room()

    def _keep_room(self) -> None:
        """A page that is too long for the window squeezes its labels; not this one."""
        self.setMinimumSize(self.fontMetrics().size(0, self.text()))


class RecoveryPanel(QWidget):
    """Shows a recovery code once, to be printed or written down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until there is a code."""
        super().__init__(parent)
        self._code, self._words = "", ""
        self.code = CodeLabel()
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy = QPushButton(self.tr("&Copy"))
        self.print = QPushButton(self.tr("P&rint…"))
        self.done = QPushButton(self.tr("I have it on paper"))
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        for widget in (self.copy, self.print, self.done):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(self.tr("Recovery code")))
        column.addWidget(
            Quiet(
                self.tr(
                    "It is shown only now. Keep it on paper under lock: it sets a new PIN for the head when the PIN is "
                    "forgotten, once, and the change log says so."
                )
            )
        )
        column.addWidget(self.code)
        column.addLayout(row)
        for button in (self.copy, self.print, self.done):
            button.setAutoDefault(True)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._code))
        self.print.clicked.connect(self._print)
        self.done.clicked.connect(self.forget)
        self.hide()

    def show_code(self, code: str, name: str, station: str) -> None:
        """Show a code; the paper names station and person."""
        self._code = code
        self.code.show_code(code)
        self._words = f"<h2>{self.tr('Recovery code')}</h2><p>{station}<br>{name}</p><h1><code>{code}</code></h1>"
        self.show()
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        """In large text the page is longer than the window: scroll to the code, which is shown only once."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            area.ensureWidgetVisible(self.print)
            area.ensureWidgetVisible(self.code)

    def forget(self) -> None:
        """Hide the code and keep nothing of it."""
        self.code.show_code("")
        self._code, self._words = "", ""
        self.hide()

    def _print(self) -> None:
        from ui.print_dialog import ask_printer

        printer = ask_printer(self, 1)
        if printer is not None:
            document = QTextDocument()
            document.setHtml(self._words)
            document.print_(printer)
