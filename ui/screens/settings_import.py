"""What a file of figures would do, before anything is written: its faults, or its counts and contradictions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from data.errors import FaultsError
from data.exchange.protocol import CellCounts
from data.numbers import format_number
from ui import theme
from ui.figure_files import Checked
from ui.messages import Messages
from ui.widgets.heading import Heading, Quiet

LIST_STEPS = 34


class ImportResult(QWidget):
    """One file that was checked.

    ``accepted(checked)``: its figures are to be imported. ``left()``: back, without an import.
    """

    accepted = Signal(object)
    left = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        """An empty page; sentences in the language of ``messages``."""
        super().__init__(parent)
        self._messages = messages
        self._checked: Checked | None = None
        self.heading = Heading()
        self.file = Quiet()
        self.summary = QLabel(wordWrap=True)
        self.caption = QLabel(wordWrap=True)
        self.sentences = QPlainTextEdit(readOnly=True)
        self.sentences.setAccessibleName(self.tr("What was found in the file"))
        self.sentences.setTabChangesFocus(True)
        self.sentences.setMinimumHeight(LIST_STEPS * theme.STEP)
        self.accept = QPushButton(self.tr("&Import {total} figures").format(total=0))
        self.copy = QPushButton(self.tr("&Copy the list"))
        self.back = QPushButton(self.tr("&Back"))
        for label in (self.file, self.summary, self.caption):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.accept.clicked.connect(self._accept)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.sentences.toPlainText()))
        self.back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        for widget in (self.heading, self.file, self.summary, self.caption):
            column.addWidget(widget)
        column.addWidget(self.sentences, 1)
        row = QHBoxLayout()
        for button in (self.accept, self.back, self.copy):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(0)

    def show_faults(self, name: str, error: FaultsError) -> None:
        """The faults of a file; nothing of it can be imported."""
        self._checked = None
        self.heading.setText(self.tr("The file cannot be imported yet"))
        self.file.setText(name)
        self.summary.setText(self._messages.error(error))
        more = int(error.parameters["total"]) - len(error.faults)
        lines = [self._messages.fault(fault) for fault in error.faults]
        if more > 0:
            lines.append(self.tr("… and {count} more faults").format(count=_whole(more)))
        self.caption.setText(self.tr("File, line, and what is wrong there:"))
        self._show_list(lines)
        self.accept.hide()
        self._finish(self.tr("&Back"))

    def show_checked(self, checked: Checked, counts: CellCounts) -> None:
        """What an import would do, and a button that does it."""
        self._checked = checked
        total = len(checked.values)
        self.heading.setText(self.tr("Checked: nothing has been written yet"))
        self.file.setText(str(checked.source.path))
        self.summary.setText(
            self.tr("{total} figures: {new} new, {changed} changed, {unchanged} unchanged.").format(
                total=_whole(total),
                new=_whole(counts.new),
                changed=_whole(counts.changed),
                unchanged=_whole(counts.unchanged),
            )
        )
        lines = checked.sentences(self._messages)
        if checked.more:
            lines.append(self.tr("… and {count} more contradictions").format(count=_whole(checked.more)))
        self.caption.setText(self._after(len(checked.contradictions)))
        self._show_list(lines)
        self.accept.setText(self.tr("&Import {total} figures").format(total=_whole(total)))
        self.accept.setVisible(bool(counts.new or counts.changed))
        if self.accept.isHidden():
            self.heading.setText(self.tr("Every figure of the file is already there"))
        self._finish(self.tr("&Leave it") if self.accept.isVisibleTo(self) else self.tr("&Back"))

    def take_focus(self) -> None:
        """The button that goes on takes the keys, else the list, else the way back."""
        wanted = next((each for each in (self.accept, self.sentences, self.back) if each.isVisibleTo(self)), self.back)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        if self._checked is not None:
            self.accepted.emit(self._checked)

    def _show_list(self, lines: list[str]) -> None:
        self.sentences.setPlainText("\n".join(lines))
        for widget in (self.sentences, self.copy):
            widget.setVisible(bool(lines))

    def _after(self, count: int) -> str:
        if not count:
            return self.tr("Nothing contradicts anything afterwards.")
        text = self.tr("Contradictions afterwards: {count}. They do not prevent the import; look at them later.")
        return text.format(count=_whole(count))

    def _finish(self, back: str) -> None:
        self.back.setText(self.tr("{button}  Esc").format(button=back))
        for button in (self.accept, self.back, self.copy):
            button.setAccessibleName(button.text().replace("&", ""))


def _whole(count: int) -> str:
    return format_number(count, 0)
