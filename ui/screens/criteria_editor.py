"""Small changes of a criteria set in the window; they are kept as a version of their own, with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from data.assessment.definitions import CriteriaSet
from data.errors import Fault, FaultsError, SoTramError
from ui import theme
from ui.models.criteria_draft import Blame, Spot, blamed, leaves_with_spots, number_text, with_leaf
from ui.models.line_model import Line, LineModel
from ui.screens import assessment_words as said
from ui.screens.criteria_work import draft_checked
from ui.session import Session
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet
from ui.widgets.leaf_form import PARTIES, LeafForm, Wrong
from ui.widgets.line_table import LineTable
from ui.widgets.reason_line import ReasonLine
from ui.widgets.rows import in_row, made_button

WARNINGS_SAID = 3
FORM_STEPS = 35
"""Height of the form: that of an item scored by tiers."""


class CriteriaEditor(QWidget):
    """The leaves above, the one under the cursor as a form below.

    ``kept(set, reason)``: a sound set, to be written. ``left()``: back, nothing is to be written.
    """

    kept = Signal(object, str)
    left = Signal()

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget | None = None) -> None:
        """``line`` says what is refused."""
        super().__init__(parent)
        self._session, self._line = session, line
        self.original: CriteriaSet | None = None
        self.draft: CriteriaSet | None = None
        self._spot: Spot | None = None
        self._edited: Spot | None = None
        self.heading, self.state = Heading(), Quiet()
        heads = (self.tr("Item"), self.tr("What is scored"), self.tr("Points"))
        self.model = LineModel(heads, figures=(2,), parent=self)
        self.table = LineTable(self.tr("Items of the set"), self.model, {0: 10, 2: 10}, {1: 1})
        self.form = LeafForm()
        self.reason = ReasonLine()
        self.save = made_button(self.tr("&Save as a new version…"), self.ask_reason)
        self.leave = made_button(self.tr("&Leave the editor"), self.leave_editor)
        self._lay_out()
        self.table.chosen.connect(self._show_leaf)
        self.table.opened.connect(lambda _index: self.form.take_focus())
        self.reason.closed.connect(lambda: self.save.setFocus(Qt.FocusReason.OtherFocusReason))

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setAccessibleName(self.tr("The item as a form"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(area)
        area.setMinimumHeight(FORM_STEPS * theme.STEP)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.HALF)
        for widget in (self.heading, self.state):
            column.addWidget(widget)
        column.addWidget(split, 1)
        column.addWidget(self.reason)
        column.addLayout(in_row(self.save, self.leave))

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_set(self, criteria_set: CriteriaSet) -> None:
        """Begin with a set as it stands."""
        self.original = self.draft = criteria_set
        self._spot = self._edited = None
        self.reason.hide()
        self.heading.setText(self.tr("Change {set}").format(set=criteria_set.id))
        self._show_lines()
        self.table.choose(None)
        self._show_leaf()

    def take_focus(self) -> None:
        """The list of items takes the keys; Enter leads to the form."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self) -> None:
        draft = self.draft
        if draft is None:
            return
        chosen, lines, shown = self.table.subject, list[Line](), -1
        for spot, criterion, leaf in leaves_with_spots(draft):
            if spot.items and spot.criterion != shown:
                shown = spot.criterion
                head = f"{criterion.number}. {criterion.name_vi}"
                lines.append(Line((f"{head}  ({number_text(criterion.max_points)})", "", ""), is_heading=True))
            lines.append(Line((leaf.code, leaf.text_vi, number_text(leaf.scored.max_points)), spot))
        self.table.blockSignals(True)
        self.model.show_lines(lines)
        self.table.choose(chosen)
        self.table.blockSignals(False)
        changed = self._count_changed()
        self.state.setText(
            self.tr("%n item(s) changed, not saved yet.", "", changed)
            if changed
            else self.tr("Enter leads to the form; what is changed becomes a new version, with a reason.")
        )

    def _count_changed(self) -> int:
        if self.original is None or self.draft is None:
            return 0
        before, after = leaves_with_spots(self.original), leaves_with_spots(self.draft)
        return sum(old[2] != new[2] for old, new in zip(before, after, strict=True))

    def _show_leaf(self) -> None:
        """Another line: what stands in the form is taken first; what cannot be taken keeps its line."""
        spot = self.table.subject
        if not isinstance(spot, Spot) or self.draft is None or spot == self._spot:
            return
        if not self.take():
            self.table.blockSignals(True)
            self.table.choose(self._spot)
            self.table.blockSignals(False)
            return
        self._spot = spot
        parties = {party: said.responsible(party) for party in PARTIES}
        leaf = next(leaf for place, _criterion, leaf in leaves_with_spots(self.draft) if place == spot)
        self.form.show_leaf(leaf, parties, is_whole=not spot.items)

    def take(self) -> bool:
        """Take what stands in the form into the draft; False, and said, when it cannot be taken."""
        if self._spot is None or self.draft is None:
            return True
        leaf = self.form.leaf()
        if isinstance(leaf, Wrong):
            self._line.say(leaf.sentence, "error")
            leaf.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self._line.clear()
        changed = with_leaf(self.draft, self._spot, leaf)
        if changed != self.draft:
            self.draft, self._edited = changed, self._spot
            self._show_lines()
        return True

    # --- keeping ---------------------------------------------------------------------------------------------------

    def ask_reason(self) -> None:
        """Check the draft off the GUI thread, then ask why it was changed."""
        session, draft, original = self._session, self.draft, self.original
        if draft is None or original is None or not self.take():
            return
        draft = self.draft or draft
        session.tasks.run(lambda _task: draft_checked(session, draft, original), self._checked, self._refused)

    def _checked(self, found: tuple[CriteriaSet, tuple[Fault, ...]]) -> None:
        criteria_set, warnings = found
        if warnings:
            sentences = [self._session.messages.fault(fault) for fault in warnings[:WARNINGS_SAID]]
            self._line.say(self.tr("Please look: {sentence}").format(sentence=" ".join(sentences)))
        self.reason.ask(
            self.tr("Why is it changed?"), self.tr("Save"), lambda reason: self.kept.emit(criteria_set, reason)
        )

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        messages = self._session.messages
        if not isinstance(error, FaultsError) or not error.faults or self.draft is None:
            self._line.say(messages.error(error), "error")
            return
        abouts = [blamed(fault.place, self.draft, self._edited) for fault in error.faults]
        worst = min(range(len(abouts)), key=lambda each: self._distance(error.faults[each], abouts[each]))
        first, about = error.faults[worst], abouts[worst]
        sentence = messages.tables["error"][first.code].format_map(first.parameters)
        more = len(error.faults) - 1
        if more:
            sentence += " " + self.tr("({count} more)").format(count=more)
        if about.spot is not None and about.spot != self._spot:
            self.table.choose(about.spot)
        self._line.say(sentence, "error")
        field = self.form.field_named(about.field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _distance(self, fault: Fault, about: Blame) -> int:
        """How far a fault leads away: from the item edited last not at all, else less to an item than to a heading."""
        if self._edited is not None and about.spot == self._edited:
            return 0
        return 1 if ".items[" in fault.place else 2

    @property
    def has_changes(self) -> bool:
        """Whether anything is changed that was not saved, also in the form."""
        if self.draft != self.original:
            return True
        if self._spot is None or self.draft is None:
            return False
        leaf = self.form.leaf()
        return isinstance(leaf, Wrong) or with_leaf(self.draft, self._spot, leaf) != self.draft

    def leave_editor(self) -> None:
        """Back; changes that were not saved are asked about."""
        if self.reason.isVisible():
            self.reason.hide()
            return
        if not self.has_changes:
            self.left.emit()
            return
        question = self.tr("Some changes are not saved. Leave them?")
        self._line.ask(question, [(self.tr("&Drop the changes"), self.left.emit)], self.table)
