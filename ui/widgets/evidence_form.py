"""One paper of evidence as a form: what it supports, what is printed on it, its file, until when it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from data.assessment.definitions import Item
from data.assessment.records import Evidence
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import LineField, RemarkField

ITEM_LETTERS = 40
TITLE_ROLE = Qt.ItemDataRole.UserRole + 1


class Offered(NamedTuple):
    """What a paper may be put to.

    Attributes:
        items: Those it may support.
        suggested: Papers that may serve, by item.
        open_lines: Lines that no valid paper answers, by item; the first one is proposed for a new paper.
    """

    items: Sequence[Item] = ()
    suggested: Mapping[str, Sequence[str]] = MappingProxyType({})
    open_lines: Mapping[str, Sequence[str]] = MappingProxyType({})


class EvidenceForm(QFrame):
    """Hidden until a paper is added or changed.

    ``kept(paper)``: as it is typed now. ``leave_asked()``: it is to be closed. ``left()``: it was closed, nothing is to
    be kept. ``refused(sentence)``: a day is none.
    """

    kept = Signal(object)
    left = Signal()
    leave_asked = Signal()
    refused = Signal(str)

    def __init__(self, ask_path: Callable[[], Path | None], parent: QWidget | None = None) -> None:
        """Empty fields; ``ask_path`` asks which file."""
        super().__init__(parent)
        self._ask_path = ask_path
        self._paper: Evidence | None = None
        self._offered = Offered()
        self._before: tuple[str, ...] = ()
        self.caption = QLabel()
        self.item, self.asked = _choice(), _choice()
        self.title, self.number, self.pages = LineField(), LineField(), LineField()
        self.day = DateField(self.tr("Date of the paper"), hint=self.tr("dd/mm/yyyy, or empty"))
        self.until = DateField(self.tr("Valid until"), hint=self.tr("empty: no end"))
        self.path, self.note = LineField(), RemarkField()
        self.path.setPlaceholderText(self.tr("empty: on paper only; the file stays where it is"))
        self.browse = made_button(self.tr("Choose the fi&le…"), self._browse)
        self.keep = made_button(self.tr("&Keep the paper"), self.hand_on)
        self.leave = made_button(self.tr("Leave it (Esc)"), self.leave_asked.emit)
        self._lay_out()
        self.item.currentIndexChanged.connect(lambda _row: self._change_item())
        self.asked.activated.connect(lambda _row: self._suggest_title())
        for field in (self.day, self.until):
            field.refused.connect(self.refused)
        for line in (self.title, self.number, self.pages, self.path, self.note, self.day, self.until):
            line.returnPressed.connect(self.hand_on)
        self.hide()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.STEP)
        form.setVerticalSpacing(theme.HALF)
        rows: tuple[tuple[str, QWidget, QHBoxLayout | None], ...] = (
            (self.tr("For the &item"), self.item, None),
            (self.tr("Asked fo&r as"), self.asked, None),
            (self.tr("&Document"), self.title, None),
            (self.tr("&Number"), self.number, self._beside_number()),
            (self.tr("File on this &computer"), self.path, in_row(self.path, self.browse, stretched=(self.path,))),
            (self.tr("&Valid until"), self.until, self._beside_until()),
        )
        for text, field, row in rows:
            label = labelled(text, field)
            if row is None:
                form.addRow(label, field)
            else:
                form.addRow(label, row)
        buttons = in_row(self.keep, self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        column.setSpacing(theme.HALF)
        column.addWidget(self.caption)
        column.addLayout(form)
        column.addLayout(buttons)

    def _beside_number(self) -> QHBoxLayout:
        day, pages = QLabel(self.tr("Date")), QLabel(self.tr("Page"))
        self.pages.setAccessibleName(self.tr("Page"))
        return in_row(self.number, day, self.day, pages, self.pages, stretched=(self.number,))

    def _beside_until(self) -> QHBoxLayout:
        self.note.setAccessibleName(self.tr("Note"))
        return in_row(self.until, QLabel(self.tr("Note")), self.note, stretched=(self.note,))

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_paper(self, paper: Evidence, offered: Offered, caption: str) -> None:
        """Show a paper and what it may be put to."""
        self._paper, self._offered = paper, offered
        self.caption.setText(caption)
        self.item.blockSignals(True)
        self.item.clear()
        for item in offered.items:
            self.item.addItem(f"{item.code}  {item.text_vi}", item.code)
        self.item.setCurrentIndex(max(self.item.findData(paper.item), 0))
        self.item.blockSignals(False)
        self._show_asked(paper.asked)
        for field, text in (
            (self.title, paper.title),
            (self.number, paper.paper_number),
            (self.pages, paper.pages),
            (self.path, paper.path),
            (self.note, paper.note),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self.day.show_day(paper.paper_date)
        self.until.show_day(paper.valid_until)
        if not paper.title:
            self._suggest_title()
        self._before = self._typed()
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    @property
    def is_touched(self) -> bool:
        """Whether something was typed or chosen since the paper was shown."""
        return self._typed() != self._before

    def _typed(self) -> tuple[str, ...]:
        lines = (self.title, self.number, self.pages, self.path, self.note, self.day, self.until)
        chosen = (str(self.item.currentData() or ""), str(self.asked.currentData() or ""))
        return (*chosen, *(line.text() for line in lines))

    def _show_asked(self, chosen: str) -> None:
        """The lines of the item under the cursor; for a new paper without a line the first open one is proposed."""
        code = str(self.item.currentData() or "")
        lines = next((item.evidence for item in self._offered.items if item.code == code), ())
        if not chosen and self._paper is not None and not self._paper.number:
            chosen = next(iter(self._offered.open_lines.get(code, ())), "")
        self.asked.clear()
        self.asked.addItem(self.tr("(another paper, for no line)"), "")
        for line in lines:
            self.asked.addItem(line, line)
        for text in self._offered.suggested.get(code, ()):
            self.asked.addItem(self.tr("suggestion: {paper}").format(paper=text), "")
            self.asked.setItemData(self.asked.count() - 1, text, TITLE_ROLE)
        self.asked.setCurrentIndex(max(self.asked.findData(chosen), 0))
        self.asked.setEnabled(self.asked.count() > 1)

    def _change_item(self) -> None:
        """The lines of another item; a title that only repeats a line goes with its line."""
        if self.title.text() in [self._title_at(row) for row in range(1, self.asked.count())]:
            self.title.clear()
        self._show_asked("")
        self._suggest_title()

    def _suggest_title(self) -> None:
        """The line that asks, or what is suggested, is what the paper is called, unless something was typed."""
        titles = [self._title_at(row) for row in range(1, self.asked.count())]
        title = self._title_at(self.asked.currentIndex())
        if title and (not self.title.text().strip() or self.title.text() in titles):
            self.title.setText(title)

    def _title_at(self, row: int) -> str:
        """What a paper is called that answers a line."""
        return str(self.asked.itemData(row, TITLE_ROLE) or self.asked.itemData(row) or "")

    def _browse(self) -> None:
        path = self._ask_path()
        if path is not None:
            self.path.setText(str(path))
            if not self.title.text().strip():
                self.title.setText(path.stem)
        self.path.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- leaving ---------------------------------------------------------------------------------------------------

    def hand_on(self) -> None:
        """Hand the paper on as it is typed; a day that is none stays and is said."""
        for field in (self.day, self.until):
            if not field.is_valid:
                field.editingFinished.emit()
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            field.editingFinished.emit()
        if self._paper is not None:
            self.kept.emit(
                self._paper._replace(
                    item=str(self.item.currentData() or ""),
                    asked=str(self.asked.currentData() or ""),
                    title=self.title.text(),
                    paper_number=self.number.text(),
                    paper_date=self.day.day,
                    pages=self.pages.text(),
                    path=self.path.text(),
                    valid_until=self.until.day,
                    note=self.note.text(),
                )
            )

    def close_form(self) -> None:
        """Hide; nothing is kept."""
        self._paper = None
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it; Enter keeps it from the two lists as well."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), QComboBox):
            self.hand_on()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground under a rule."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.end()


def _choice() -> QComboBox:
    """A list of long texts that never widens the form."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(ITEM_LETTERS)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
