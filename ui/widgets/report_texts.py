"""The free texts of a report: summary, difficulties, proposals, next steps; kept as they are typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from data.model import ReportText
from ui import theme
from ui.widgets.text_fields import TextField

REST_MILLISECONDS = 600
SECTIONS = ("summary", "difficulties", "proposals", "next_steps")


class ReportTexts(QWidget):
    """Four texts.

    ``typed(section, text)``: typing has rested, or the keys went elsewhere.
    """

    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty texts."""
        super().__init__(parent)
        self.edits: dict[str, TextField] = {}
        self._kept: dict[str, str] = dict.fromkeys(SECTIONS, "")
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.flush)
        captions = {
            "summary": self.tr("S&ummary"),
            "difficulties": self.tr("&Difficulties"),
            "proposals": self.tr("Pr&oposals"),
            "next_steps": self.tr("&Next steps"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.HALF, 0, theme.HALF)
        layout.setSpacing(theme.HALF)
        for section in SECTIONS:
            edit = TextField()
            edit.setAccessibleName(captions[section].replace("&", ""))
            edit.setMinimumHeight(5 * theme.STEP)
            edit.textChanged.connect(self._rest.start)
            label = QLabel(captions[section])
            label.setBuddy(edit)
            layout.addWidget(label)
            layout.addWidget(edit, 1)
            self.edits[section] = edit

    def show_texts(self, texts: Iterable[ReportText]) -> None:
        """Show the texts of another report."""
        self._kept = dict.fromkeys(SECTIONS, "") | {text.section: text.text for text in texts}
        for section, edit in self.edits.items():
            edit.blockSignals(True)
            if edit.toPlainText() != self._kept[section]:
                edit.setPlainText(self._kept[section])
            edit.blockSignals(False)
        self._rest.stop()

    def flush(self) -> None:
        """Hand on what was typed."""
        self._rest.stop()
        if any(edit.is_composing for edit in self.edits.values()):
            self._rest.start()
            return
        for section, edit in self.edits.items():
            text = edit.toPlainText()
            if text != self._kept[section]:
                self._kept[section] = text
                self.typed.emit(section, text)
