"""What is known of the cell under the cursor: source, last periods, indicators it feeds, contradictions, history."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from data.model import Number
from ui import theme
from ui.widgets.sparkline import Sparkline


class CellFacts(NamedTuple):
    """Everything the pane shows, in words already.

    Attributes:
        series: Values of the last periods, oldest first; ``series_caption`` says which.
        feeds: Lines on indicators, as (name, what it says).
        remarks: Sentences about contradictions and drafts.
        entries: Lines of the history, newest first.
    """

    title: str
    about: Sequence[str] = ()
    series: Sequence[Number | None] = ()
    series_caption: str = ""
    feeds: Sequence[tuple[str, str]] = ()
    remarks: Sequence[str] = ()
    entries: Sequence[str] = ()


class CellPane(QScrollArea):
    """The right pane; it scrolls and can be read with the keyboard (F6)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty pane."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("About this cell"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QFrame()
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(theme.STEP + theme.HALF, theme.STEP, theme.STEP, theme.STEP)
        self._layout.setSpacing(theme.HALF)
        self._title = self._label()
        self._about = self._label()
        self._sparkline = Sparkline()
        self._caption = self._label()
        self._sections = {name: (self._label(), self._label()) for name in ("remarks", "feeds", "entries")}
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._about)
        self._layout.addSpacing(theme.HALF)
        self._layout.addWidget(self._sparkline)
        self._layout.addWidget(self._caption)
        for head, text in self._sections.values():
            self._layout.addSpacing(theme.HALF)
            self._layout.addWidget(head)
            self._layout.addWidget(text)
        self._layout.addStretch(1)
        self.setWidget(body)
        self._heads = {
            "remarks": self.tr("To be checked"),
            "feeds": self.tr("Feeds these indicators"),
            "entries": self.tr("Who typed it, and when"),
        }
        self.show_facts(None)

    def _label(self) -> QLabel:
        label = QLabel(wordWrap=True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def show_facts(self, facts: CellFacts | None) -> None:
        """Show facts, or a line that says what would stand here."""
        if facts is None:
            facts = CellFacts(self.tr("Nothing chosen"), [self.tr("Choose a cell to see what is known of it.")])
        self._title.setText(f"<b>{html.escape(facts.title)}</b>")
        self._about.setText("<br>".join(_muted(line) for line in facts.about))
        has_series = any(value is not None for value in facts.series)
        self._sparkline.setVisible(has_series)
        self._caption.setVisible(has_series)
        self._sparkline.show_values(facts.series, facts.series_caption)
        self._caption.setText(_muted(facts.series_caption))
        self._fill("remarks", [html.escape(line) for line in facts.remarks])
        self._fill("feeds", [html.escape(name) + (f"<br>{_muted(said)}" if said else "") for name, said in facts.feeds])
        self._fill("entries", [html.escape(line) for line in facts.entries])

    def _fill(self, section: str, lines: Sequence[str]) -> None:
        head, text = self._sections[section]
        head.setVisible(bool(lines))
        text.setVisible(bool(lines))
        colour = theme.colours().warn if section == "remarks" else theme.colours().text
        head.setText(f'<b style="color:{colour}">{self._heads[section]}</b>')
        text.setText("".join(f'<p style="margin:0 0 6px 0">{line}</p>' for line in lines))

    def text(self) -> str:
        """Everything shown, as HTML (for tests)."""
        labels = [self._title, self._about, self._caption, *(text for _head, text in self._sections.values())]
        return "\n".join(label.text() for label in labels)


def _muted(text: str) -> str:
    return f'<span style="color:{theme.colours().muted}">{html.escape(text)}</span>'
