"""A page that shows what something would do before it is done: a list of sentences, one button that does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.heading import Heading, Quiet
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import RemarkField


class Review(NamedTuple):
    """What is shown.

    Attributes:
        about: Which file, which year.
        summary: The most important sentence.
        caption: Stands over the list.
        accept: Caption of the button that does it; empty where nothing can be done.
        needs_reason: Whether a reason has to be written first.
    """

    title: str
    about: str
    summary: str
    lines: Sequence[str] = ()
    caption: str = ""
    accept: str = ""
    needs_reason: bool = False


class ReviewPage(QWidget):
    """One thing to be done. ``left()``: back, nothing was done."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty page."""
        super().__init__(parent)
        self._accepted: Callable[[str], object] | None = None
        self._needs_reason = False
        self.heading, self.about = Heading(), Quiet()
        self.summary, self.caption = QLabel(wordWrap=True), Quiet()
        self.list = QPlainTextEdit(readOnly=True)
        self.list.setAccessibleName(self.tr("What would happen"))
        self.list.setTabChangesFocus(True)
        self.reason = RemarkField()
        self.reason_label = labelled(self.tr("&Reason"), self.reason)
        self.accept = made_button("", self._accept)
        self.copy = made_button(self.tr("Copy the &list"), self._copy)
        self.leave = made_button(self.tr("Leave it (Esc)"), self.left.emit)
        for label in (self.about, self.summary, self.caption):
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        for widget in (self.heading, self.about, self.summary, self.caption):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(in_row(self.reason_label, self.reason, stretched=(self.reason,)))
        column.addLayout(in_row(self.accept, self.leave, self.copy))
        column.addStretch(0)
        self.reason.textChanged.connect(lambda _text: self._show_accept())
        self.reason.returnPressed.connect(self._accept)

    def show_review(self, review: Review, accepted: Callable[[str], object] | None = None) -> None:
        """Show it; ``accepted`` gets the reason (empty where none is asked for)."""
        self._accepted, self._needs_reason = accepted, review.needs_reason
        self.heading.setText(review.title)
        for label, text in ((self.about, review.about), (self.summary, review.summary), (self.caption, review.caption)):
            label.setText(text)
            label.setVisible(bool(text))
        self.list.setPlainText("\n".join(review.lines))
        for widget in (self.list, self.copy):
            widget.setVisible(bool(review.lines))
        self.accept.setText(review.accept)
        self.accept.setAccessibleName(review.accept.replace("&", ""))
        self.accept.setVisible(bool(review.accept))
        self.reason.setVisible(review.needs_reason)
        self.reason_label.setVisible(review.needs_reason)
        self.reason.clear()
        self._show_accept()

    def take_focus(self) -> None:
        """What is to be written takes the keys, else the button that goes on, else the list."""
        wanted = (self.reason, self.accept, self.list, self.leave)
        first = next((each for each in wanted if each.isVisibleTo(self) and each.isEnabled()), self.leave)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_accept(self) -> None:
        self.accept.setEnabled(not self._needs_reason or bool(self.reason.text().strip()))

    def _accept(self) -> None:
        if self._accepted is not None and self.accept.isEnabled():
            self._accepted(" ".join(self.reason.text().split()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.list.toPlainText())
