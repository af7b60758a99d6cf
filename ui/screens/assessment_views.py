"""The tabs beside the score table: differences of the layers, dry run, what to do first, figures that decide.

Each works out what it shows off the GUI thread, once for each sheet, and leads back to the item or on to the cell.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.models.line_model import Line, LineModel
from ui.screens.assessment_work import Sheet
from ui.session import Session
from ui.widgets.heading import Heading, Quiet
from ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen


class Told(NamedTuple):
    """What a tab shows: a bold sentence, what follows from it, quiet sentences, lines, sentences below."""

    head: str
    details: Sequence[str] = ()
    notes: Sequence[str] = ()
    lines: Sequence[Line] = ()
    foot: str = ""


class Columns(NamedTuple):
    """Heads of a table, its columns of figures, the most letters of the short ones, shares of the others."""

    heads: Sequence[str]
    figures: Sequence[int]
    widest: Mapping[int, int]
    shares: Mapping[int, int]


class AssessmentView(QWidget):
    """A sentence, a table of lines, a sentence below.

    Attributes:
        title: How its tab is called.
        column: Where a subclass puts what else it shows.
        takes_choices: Whether efforts and who can act are typed here.
    """

    takes_choices = False

    def __init__(self, screen: AssessmentScreen, title: str, columns: Columns) -> None:
        """An empty tab."""
        super().__init__()
        self.session: Session = screen.session
        self.screen_: AssessmentScreen = screen
        self.title = title
        self.head = Heading(factor=1.1)
        self.details = QLabel(wordWrap=True)
        self.notes = Quiet()
        self.foot = QLabel(wordWrap=True)
        self.head.setWordWrap(True)
        for label in (self.head, self.details, self.notes, self.foot):
            label.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.model = LineModel(columns.heads, columns.figures, parent=self)
        self.table = self.made_table(title.replace("&", ""), columns)
        self.table.opened.connect(self._open)
        self.details.hide()
        self._rest = QWidget()
        self._waits_for_lines = False
        self._asked: tuple[object, ...] = ()
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in (
            (self.head, 0),
            (self.details, 0),
            (self.notes, 0),
            (self.table, 1),
            (self._rest, 1),
            (self.foot, 0),
        ):
            column.addWidget(widget, stretch)

    def made_table(self, name: str, columns: Columns) -> LineTable:
        """The table of lines."""
        return LineTable(name, self.model, columns.widest, columns.shares)

    def take_focus(self) -> None:
        """The lines take the keys; without any the row of tabs."""
        self._waits_for_lines = not self.model.lines
        if self._waits_for_lines:
            self.screen_.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.table.currentIndex().isValid():
            self.table.choose(None)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet(self, sheet: Sheet, layer: str) -> None:
        """Work out what there is to say of a sheet, unless that was done."""
        asked = self.question(sheet, layer)
        if self._asked == asked:
            return
        self._asked = asked
        if not self.model.lines:
            self.head.setText(self.tr("Working it out…"))
        work = self.work(sheet, layer)
        self.session.tasks.run(lambda _task: work(), lambda told: self._show(asked, told), self._failed)

    def question(self, sheet: Sheet, layer: str) -> tuple[object, ...]:
        """What the lines depend on: while it stays the same nothing is worked out anew."""
        return sheet, layer, self.screen_.changes

    @abstractmethod
    def work(self, sheet: Sheet, layer: str) -> Callable[[], Told]:
        """What is to be done on a working thread: each kind of view has its own."""

    def _failed(self, error: Exception) -> None:
        self._asked = ()
        self.screen_.say_failed(error)

    def _show(self, asked: tuple[object, ...], told: Told) -> None:
        if self._asked != asked:
            return
        self.head.setText(told.head)
        self.details.setText("\n".join(told.details))
        self.details.setVisible(bool(told.details))
        self.notes.setText("\n".join(told.notes))
        self.notes.setVisible(bool(told.notes))
        self.foot.setText(told.foot)
        self.foot.setVisible(bool(told.foot))
        had_keys = self.table.hasFocus() or (self._waits_for_lines and self.screen_.tabs.hasFocus())
        self.table.setVisible(bool(told.lines))
        self._rest.setVisible(not told.lines)
        subject = self.table.subject
        self.model.show_lines(in_order_of(self.model.lines, told.lines) if had_keys else told.lines)
        if told.lines:
            self.table.choose(subject)
        if had_keys and self.isVisible():
            self.take_focus()

    def _open(self, index: QModelIndex) -> None:
        subject = self.model.subject_at(index.row())
        if subject is not None:
            self.open_subject(subject)

    def open_subject(self, subject: Any) -> None:  # noqa: ANN401 - what the lines are about
        """Lead to what a line is about: an item of the table."""
        self.screen_.show_item(str(subject))


def in_order_of(before: Sequence[Line], now: Sequence[Line]) -> Sequence[Line]:
    """New lines in the order of those that a hand is on, where under each heading they are about the same things."""
    old, new = _parts(before), _parts(now)
    if [(head, {*lines}) for head, lines in old] != [(head, {*lines}) for head, lines in new]:
        return now
    found: list[Line] = []
    for (head, known), (_same, lines) in zip(old, new, strict=True):
        found += [line for line in now if line.is_heading and line.texts == head]
        found += [lines[subject] for subject in known]
    return found if len(found) == len(now) else now


def _parts(lines: Sequence[Line]) -> list[tuple[tuple[str, ...], dict[object, Line]]]:
    """The lines under each heading, by what they are about."""
    parts: list[tuple[tuple[str, ...], dict[object, Line]]] = [((), {})]
    for line in lines:
        if line.is_heading:
            parts.append((line.texts, {}))
        else:
            parts[-1][1][line.subject] = line
    return parts


def views_of(screen: AssessmentScreen) -> tuple[AssessmentView, ...]:
    """The tabs in their order."""
    from ui.screens.assessment_actions import ActionsView
    from ui.screens.assessment_differences import DifferencesView
    from ui.screens.assessment_dry_run import DryRunView
    from ui.screens.assessment_turning import TurningView

    return (DifferencesView(screen), DryRunView(screen), ActionsView(screen), TurningView(screen))
