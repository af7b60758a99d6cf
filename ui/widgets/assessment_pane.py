"""The right pane of the score table: everything that is known of the line under the cursor."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui import theme


class PaneLine(NamedTuple):
    """A sentence; ``link`` is where it leads (empty: nowhere), ``is_quiet`` for what is beside the point."""

    text: str
    link: str = ""
    is_quiet: bool = False


class PaneSection(NamedTuple):
    """A head, perhaps with a mark beside it ("gợi ý"), and its lines."""

    head: str
    lines: Sequence[PaneLine]
    mark: str = ""


class AssessmentPane(QTextBrowser):
    """Reads and scrolls by keyboard; Tab goes from link to link.

    ``followed(link)``: a link was followed. ``left()``: Esc.
    """

    followed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty pane."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("About this line"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(theme.STEP)
        self.anchorClicked.connect(lambda url: self.followed.emit(QUrl(url).toString()))
        self._shown = ""

    def show_about(self, title: str, about: str, sections: Sequence[PaneSection]) -> None:
        """Show a title, a quiet line under it, and the sections that have lines."""
        colours = theme.colours()
        parts = [
            f'<p style="margin:0 0 4px 0"><b>{html.escape(title)}</b></p>',
            f'<p style="margin:0 0 8px 0; color:{colours.muted}">{html.escape(about)}</p>' if about else "",
        ]
        parts += [_section(section, colours.muted) for section in sections if section.lines]
        text = "".join(parts)
        if text != self._shown:
            self._shown = text
            self.setHtml(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _section(section: PaneSection, muted: str) -> str:
    mark = f' <span style="color:{muted}">({html.escape(section.mark)})</span>' if section.mark else ""
    lines = "".join(_line(line, muted) for line in section.lines)
    return f'<p style="margin:8px 0 2px 0"><b>{html.escape(section.head)}</b>{mark}</p>{lines}'


def _line(line: PaneLine, muted: str) -> str:
    text = html.escape(line.text)
    if line.link:
        text = f'<a href="{html.escape(line.link)}">{text}</a>'
    elif line.is_quiet:
        text = f'<span style="color:{muted}">{text}</span>'
    return f'<p style="margin:0 0 3px 0">{text}</p>'
