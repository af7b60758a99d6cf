"""Sentences under a grid: what contradicts what, with the numbers. The names in them lead to their cells."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons, theme
from ui.rule_words import Spoken

MOST_LINES = 6
ICON = 16
ROOM = 48
"""What icon, padding and the bar for scrolling take of the width."""

NOTE = "note"
"""Where the link of a sentence leads that asks for a note."""


class Sentence(NamedTuple):
    """One sentence.

    Attributes:
        kind: Its icon: ``error``, ``warning``, ``missing`` or ``done``.
        text: Its words.
        target: What Enter leads to; ``second``: what Shift+Enter leads to.
        spoken: The same words with links, where it has some.
        links: Where each link leads.
        subject: What it is about; with one, F2 asks for a note.
        inner: Sentences that are folded away under this one.
    """

    kind: str
    text: str
    target: object = None
    second: object = None
    spoken: Spoken | None = None
    links: Mapping[str, object] | None = None
    subject: object = None
    inner: tuple[Sentence, ...] = ()


class SentenceList(QListWidget):
    """As high as its sentences with all their lines, up to six lines; more scroll.

    ``opened(target)``: Enter (Shift+Enter for the other side), a click on a name, or a double click. ``note_asked``:
    F2 or the link of a sentence about which a note can be written, with its subject. ``left()``: Esc.
    """

    opened = Signal(object)
    note_asked = Signal(object)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty list called ``name``."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setObjectName("sentences")
        self.setItemDelegate(_SentenceDelegate(self))
        self.setMouseTracking(True)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(lambda item: self._open(self.sentence(self.row(item)).target))
        self.currentRowChanged.connect(self._led)
        self._sentences: tuple[Sentence, ...] = ()
        self._lines: tuple[Sentence, ...] = ()
        self._known_heights: list[int] = []
        self._documents: dict[tuple[object, ...], QTextDocument] = {}
        self._is_unfolded = False
        self.hide()

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show other sentences; hidden when there are none."""
        if tuple(sentences) != self._sentences:
            self._sentences = tuple(sentences)
            self._fill()

    def sentence(self, row: int) -> Sentence:
        """The sentence of a row."""
        return self._lines[row]

    def _fill(self) -> None:
        row = self.currentRow()
        self._lines = tuple(line for each in self._sentences for line in self._unfolded(each))
        self._documents = {}
        self.clear()
        for line in self._lines:
            mark = "" if not line.inner else "▾ " if self._is_unfolded else "▸ "
            item = QListWidgetItem(mark + line.text, self)
            item.setData(Qt.ItemDataRole.ToolTipRole, self._tip(line))
        self.setVisible(bool(self._lines))
        self._fit()
        if 0 <= row < len(self._lines):
            self.setCurrentRow(row)

    def _unfolded(self, sentence: Sentence) -> tuple[Sentence, ...]:
        return (sentence, *sentence.inner) if self._is_unfolded else (sentence,)

    def _tip(self, line: Sentence) -> str:
        if line.inner:
            return self.tr("Enter opens and closes the list")
        keys = [self._jumps(line)] if line.target is not None else []
        keys += [self.tr("F2: write a note")] if line.subject is not None else []
        return " · ".join(keys)

    def _jumps(self, line: Sentence) -> str:
        """Which keys lead to which figure."""
        if line.second is None:
            return self.tr("Enter: to the figure")
        return self.tr("Enter: first figure · Shift+Enter: second figure")

    def hint(self, row: int) -> str:
        """What stands behind the sentence that has the keys: where they lead."""
        line = self.sentence(row)
        is_led = row == self.currentRow() and self.hasFocus() and not line.inner and line.second is not None
        return self._jumps(line) if is_led and isinstance(line.second, type(line.target)) else ""

    def sizeHint(self) -> QSize:
        """All lines of the sentences, up to six."""
        most = MOST_LINES * self.fontMetrics().lineSpacing() + theme.STEP
        return QSize(200, min(sum(self._known_heights), most) + theme.HALF)

    def minimumSizeHint(self) -> QSize:
        """All of the first sentence, up to three lines."""
        line = self.fontMetrics().lineSpacing()
        first = min((self._known_heights or [line])[0], 3 * line + theme.STEP)
        return QSize(80, first + theme.HALF)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the sentences elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size makes other lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _heights(self) -> list[int]:
        metrics, room = self.fontMetrics(), QRect(0, 0, max(self.width() - ROOM, 80), 10_000)
        texts = (f"{self.item(row).text()}{self._behind(row)}" for row in range(self.count()))
        wrapped = (metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text) for text in texts)
        return [max(each.height(), ICON) + theme.HALF for each in wrapped]

    def _led(self, _row: int) -> None:
        """Another sentence has the keys; while the list is filled nothing is fitted yet."""
        if self.hasFocus() and self.count() == len(self._lines):
            self._fit()

    def _behind(self, row: int) -> str:
        hint = self.hint(row)
        return f"  ({hint})" if hint else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The sentence that has the keys says where they lead."""
        super().focusInEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No sentence has the keys."""
        super().focusOutEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Every item as high as its words."""
        self._known_heights = self._heights()
        for row, height in enumerate(self._known_heights):
            self.item(row).setSizeHint(QSize(0, height))
        self.updateGeometry()

    # --- keys and mouse --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the left cell, Shift+Enter to the right one, F2 asks for a note, Esc leaves."""
        key, row = event.key(), self.currentRow()
        line = self.sentence(row) if row >= 0 else Sentence("", "")
        is_second = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif line.inner and self._folds(Qt.Key(key)):
            self._toggle()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(line.second if is_second and line.second is not None else line.target)
        elif key == Qt.Key.Key_F2 and line.subject is not None:
            self.note_asked.emit(line.subject)
        else:
            super().keyPressEvent(event)

    def _folds(self, key: Qt.Key) -> bool:
        """Whether a key opens or closes what is folded."""
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        return enter or key == (Qt.Key.Key_Left if self._is_unfolded else Qt.Key.Key_Right)

    def _toggle(self) -> None:
        row = self.currentRow()
        self._is_unfolded = not self._is_unfolded
        self._fill()
        self.setCurrentRow(row)
        self.scrollToItem(self.item(row), QListView.ScrollHint.PositionAtTop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a name leads to its cell, one on the folded line opens it."""
        super().mouseReleaseEvent(event)
        position = event.position().toPoint()
        row = self.indexAt(position).row()
        if event.button() != Qt.MouseButton.LeftButton or row < 0:
            return
        line, place = self.sentence(row), self.link_at(position)
        if line.inner:
            self._toggle()
        elif place == NOTE:
            self.note_asked.emit(line.subject)
        elif place:
            self._open((line.links or {}).get(place))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what leads somewhere."""
        super().mouseMoveEvent(event)
        is_link = bool(self.link_at(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def link_at(self, position: QPoint) -> str:
        """The link under a point of the viewport; empty when there is none."""
        row = self.indexAt(position).row()
        if row < 0 or self.sentence(row).spoken is None:
            return ""
        corner = text_corner(self.visualItemRect(self.item(row)))
        return self.document(row).documentLayout().anchorAt(QPointF(position - corner))

    def document(self, row: int, hint: str = "") -> QTextDocument:
        """The words of a sentence, broken into lines as they are painted, with ``hint`` behind them; made once."""
        colours, width = theme.colours(), max(self.width() - ROOM, 80)
        key = row, hint, width, self.font().key(), colours.text
        if key in self._documents:
            return self._documents[key]
        result = QTextDocument()
        result.setDocumentMargin(0)
        result.setDefaultFont(self.font())
        words = self.sentence(row).spoken or Spoken(self.item(row).text())
        behind = f'  <span style="color:{colours.muted}">({html.escape(hint)})</span>' if hint else ""
        result.setHtml(f'<span style="color:{colours.text}">{words.rich(colours.accent)}</span>{behind}')
        result.setTextWidth(width)
        self._documents[key] = result
        return result

    def _open(self, target: object) -> None:
        if target is not None:
            self.opened.emit(target)


class _SentenceDelegate(QStyledItemDelegate):
    """Draws a sentence with its links."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        """Ground, icon, words."""
        view = self.parent()
        assert isinstance(view, SentenceList)
        row = index.row()  # type: ignore[attr-defined]
        line = view.sentence(row)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("tint"))
        ratio = view.devicePixelRatioF()
        corner = text_corner(rect)
        first = view.fontMetrics().lineSpacing()
        top = corner.y() + max(0, (first - ICON) // 2)
        painter.drawPixmap(QPoint(rect.left() + theme.STEP, top), icons.pixmap(line.kind, ICON, ratio))
        painter.save()
        painter.translate(corner)
        view.document(row, view.hint(row)).drawContents(painter)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
            painter.setPen(theme.colour("accent"))
            painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))


def text_corner(rect: QRect) -> QPoint:
    """Where the words of an item begin."""
    return rect.topLeft() + QPoint(theme.STEP + ICON + theme.STEP, theme.HALF // 2)
