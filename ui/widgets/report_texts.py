"""The free texts of a report: summary, difficulties, proposals, next steps; kept as they are typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from data.model import ReportText
from ui import theme
from ui.widgets.section_text import NotedText, SectionText

REST_MILLISECONDS = 600
SECTIONS = ("summary", "difficulties", "proposals", "next_steps")


class ReportTexts(QScrollArea):
    """Four texts; the one that is worked on has more room, and shows what is proposed for it and said of it.

    ``typed(section, text)``: typing has rested, or the keys went elsewhere. ``opened(section, target)`` and
    ``set_aside(section, subject)``: answers to a line beside a text.
    """

    typed = Signal(str, str)
    opened = Signal(str, object)
    set_aside = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty texts."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the texts take the keys, not what scrolls them
        self.setWidgetResizable(True)
        self.sections: dict[str, SectionText] = {}
        self.edits: dict[str, NotedText] = {}
        self._kept: dict[str, str] = dict.fromkeys(SECTIONS, "")
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.flush)
        captions = {
            "summary": self.tr("S&ummary"),
            "difficulties": self.tr("&Difficulties"),
            "proposals": self.tr("Pr&oposals"),
            "next_steps": self.tr("&Next steps"),
        }
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, theme.HALF, 0, theme.HALF)
        self._column.setSpacing(theme.HALF)
        for section in SECTIONS:
            self._add(section, SectionText(captions[section]))
        self.setWidget(inside)
        self.show_section(SECTIONS[0])

    def _add(self, section: str, part: SectionText) -> None:
        part.edit.textChanged.connect(self._rest.start)
        part.entered.connect(lambda: self.show_section(section))
        for each in (part.remarks, part.proposals):
            each.led.connect(lambda _subject, each=each: self._follow(each))
        part.opened.connect(lambda target: self.opened.emit(section, target))
        part.set_aside.connect(lambda subject: self.set_aside.emit(section, subject))
        self._column.addWidget(part, 1)
        self.sections[section] = part
        self.edits[section] = part.edit

    def show_section(self, section: str) -> None:
        """Work on a section: it has most of the room."""
        for place, (name, part) in enumerate(self.sections.items()):
            part.set_current(name == section)
            self._column.setStretch(place, 6 if name == section else 1)

        self._follow(self.edits[section])

    def lead_to(self, section: str, start: int, written: str) -> None:
        """Select what is written at a place of a section, or where it stands now, and take the keys."""
        edit = self.edits[section]
        text = edit.toPlainText()
        if not text.startswith(written, start):
            start = text.find(written)
        if start >= 0:
            edit.lead_to(start, start + len(written))
        else:
            edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, widget: QWidget) -> None:
        """Scroll to what has the keys, once everything has its place."""
        if widget.hasFocus():
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(widget, 0, theme.STEP))

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
