"""One free text of a report: the text, what is to be said of it, sentences proposed for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.heading import Quiet
from ui.widgets.narrative_list import FEW_LINES as FEW_SHOWN
from ui.widgets.narrative_list import MOST_LINES as MOST_SHOWN
from ui.widgets.narrative_list import NarrativeList, tip_of
from ui.widgets.sentence_list import Sentence
from ui.widgets.text_fields import TextField

GROUND = 40
"""How much of the amber shows through as the ground of a sentence, of 255."""
LINES, FEW_LINES = 4, 2


class Mark(NamedTuple):
    """A place of the text that is shown as changed (amber with a wavy line) or as not agreeing (a dotted line)."""

    start: int
    end: int
    is_changed: bool


class NotedText(TextField):
    """A text whose places can be marked; Alt+Enter leads to what is said of it.

    ``entered()``: it has the keys. ``lists_asked()``: Alt+Enter.
    """

    entered = Signal()
    lists_asked = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Enter leads on; it never breaks a line."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.lists_asked.emit()
            return
        super().keyPressEvent(event)

    def mark(self, marks: Iterable[Mark]) -> None:
        """Show places of the text as they are to be looked at; none for an empty list."""
        self.setExtraSelections([self._selection(mark) for mark in marks])

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        amber = QColor(theme.colour("warn"))
        look.setUnderlineColor(amber)
        style = QTextCharFormat.UnderlineStyle
        look.setUnderlineStyle(style.WaveUnderline if mark.is_changed else style.DotLine)
        if mark.is_changed:
            amber.setAlpha(GROUND)
            look.setBackground(amber)
        selection.format = look
        selection.cursor = self.cursor_over(mark.start, mark.end)
        return selection

    def cursor_over(self, start: int, end: int) -> QTextCursor:
        """A cursor over a place of the text."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in a place, so that Ctrl+Z takes them back."""
        self.cursor_over(start, end).insertText(words)

    def insert_line(self, sentence: str) -> None:
        """Put a sentence behind the line of the cursor, as a line of its own; Ctrl+Z takes it back.

        A cursor that nobody has moved yet, at the very beginning, stands for the end.
        """
        cursor = self.textCursor()
        cursor.beginEditBlock()
        move = QTextCursor.MoveOperation
        cursor.movePosition(move.End if cursor.atStart() else move.EndOfBlock)
        if cursor.block().text().strip():
            cursor.insertText("\n")
        cursor.insertText(sentence)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def lead_to(self, start: int, end: int) -> None:
        """Select a place and take the keys."""
        self.setTextCursor(self.cursor_over(start, end))
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class _Tip(Quiet):
    """A quiet line as high as its words at the width it has: a layout that asks by width would ignore all minimums."""

    def hasHeightForWidth(self) -> bool:
        """Never: the height is set."""
        return False

    def show_words(self, words: str) -> None:
        """Show words; hidden for none."""
        self.setText(words)
        self.setVisible(bool(words))
        self.fit()

    def fit(self) -> None:
        """Make room for all lines."""
        self.setFixedHeight(super().heightForWidth(max(self.width(), theme.STEP)) if self.text() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class SectionText(QWidget):
    """A text with its lists; they are shown while the section is the one that is worked on.

    ``entered()``: the text has the keys. ``opened(target)``, ``set_aside(subject)``: answers to a line of the lists.
    """

    entered = Signal()
    opened = Signal(object)
    set_aside = Signal(object)

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        """An empty text; ``caption`` with the letter that leads to it."""
        super().__init__(parent)
        name = caption.replace("&", "")
        self.edit = NotedText()
        self.edit.setAccessibleName(name)
        self.label = QLabel(caption)
        self.label.setBuddy(self.edit)
        self.remarks = NarrativeList(self.tr("To look at in “{section}”").format(section=name))
        self.proposals_label = QLabel()
        self.proposals = NarrativeList(self.tr("Proposed sentences for “{section}”").format(section=name))
        self.tip = _Tip()
        self._is_current = False
        self._caption = caption
        self._lines: tuple[tuple[Sentence, ...], tuple[Sentence, ...]] = (), ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.HALF)
        for widget, stretch in (
            (self.label, 0),
            (self.edit, 1),
            (self.remarks, 3),
            (self.proposals_label, 0),
            (self.proposals, 3),
            (self.tip, 0),
        ):
            layout.addWidget(widget, stretch)
        self.edit.entered.connect(self.entered)
        self.edit.lists_asked.connect(self._to_lists)
        for each in (self.remarks, self.proposals):
            each.opened.connect(self.opened)
            each.set_aside.connect(self.set_aside)
            each.left.connect(lambda: self.edit.setFocus(Qt.FocusReason.OtherFocusReason))
            each.led.connect(self._show_tip)
        self._show_tip(None)
        self.fit()

    def show_lines(self, remarks: Sequence[Sentence], proposals: Sequence[Sentence]) -> None:
        """Show what is to be said of the text, and the sentences proposed for it.

        The lists are filled while the section is worked on; the caption tells of changes and differences at any time.
        """
        self._lines = tuple(remarks), tuple(proposals)
        count = sum(each.kind == "warning" for each in remarks)
        told = self.tr("{section} – to look at: {count}").format(section=self._caption, count=count)
        self.label.setText(told if count else self._caption)
        if self._is_current:
            self._fill()

    def set_current(self, is_current: bool) -> None:
        """Show or hide the lists."""
        if is_current != self._is_current:
            self._is_current = is_current
            self._fill()

    def _fill(self) -> None:
        if self._is_current:
            had_keys = next((each for each in (self.remarks, self.proposals) if each.hasFocus()), None)
            remarks, proposals = self._lines
            self.proposals.most_lines = FEW_SHOWN if remarks else MOST_SHOWN
            self.remarks.show_sentences(remarks)
            self.proposals.show_sentences(proposals)
            self.proposals.updateGeometry()
            if had_keys is not None and not had_keys.count():
                self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def fit(self) -> None:
        """Room for a few lines of the text, and the lists where they are to be seen."""
        line = self.edit.fontMetrics().lineSpacing()
        self.edit.setMinimumHeight((LINES if self._is_current else FEW_LINES) * line + 2 * theme.STEP)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self._is_current else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.edit.setVerticalScrollBarPolicy(policy)  # few lines leave no room for a bar
        count = self.proposals.count()
        self.remarks.setVisible(self._is_current and self.remarks.count() > 0)
        self.proposals.setVisible(self._is_current and count > 0)
        self.proposals_label.setVisible(self._is_current and count > 0)
        self.proposals_label.setText(self.tr("Proposed sentences (Alt+Enter): {count}").format(count=count))
        if not self._is_current:
            self.tip.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size asks for other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "tip"):
            self.tip.fit()
            self.fit()

    def _to_lists(self) -> None:
        for each in (self.remarks, self.proposals):
            if not each.isHidden():
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _show_tip(self, subject: object) -> None:
        self.tip.show_words(tip_of(subject) if subject is not None else "")
