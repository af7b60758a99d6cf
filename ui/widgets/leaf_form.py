"""One leaf of a criteria set as a form: text, points, how it is scored, knock-out, papers, effort, who can act."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from data.assessment.definitions import Item, Scored, Scoring
from ui import theme
from ui.models.criteria_draft import (
    AT_CONDITION,
    AT_ZERO,
    NO_KNOCK_OUT,
    NOT_KNOWN,
    condition_of,
    condition_text,
    knock_out_kind,
    lines_of,
    number_of,
    number_text,
    tiers_of,
    tiers_text,
    with_knock_out,
)
from ui.widgets.heading import Quiet
from ui.widgets.rows import in_row, labelled
from ui.widgets.text_fields import LineField, TextField

EFFORTS = range(1, 6)
PARTIES = ("station", "health_centre", "commune")


class Wrong(NamedTuple):
    """Something typed that cannot be taken: the field, and the sentence."""

    field: QWidget
    sentence: str


class LeafForm(QWidget):
    """Fields of a leaf. Nothing is written here: the editor takes what stands in them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty fields."""
        super().__init__(parent)
        self._item: Item | None = None
        self._is_whole = False
        self.text = TextField()
        self.text.setFixedHeight(6 * theme.STEP)
        self.points, self.figure = LineField(), LineField()
        self.scoring, self.knock_out = QComboBox(), QComboBox()
        self.condition = LineField()
        self.tiers, self.evidence = TextField(), TextField()
        for field in (self.tiers, self.evidence):
            field.setFixedHeight(8 * theme.STEP)
        self.effort, self.responsible = QComboBox(), QComboBox()
        self.responsible.setEditable(False)
        self.note = Quiet()
        self._fill_choices()
        self._lay_out()
        self.scoring.currentIndexChanged.connect(lambda _row: self._show_kind())
        self.knock_out.currentIndexChanged.connect(lambda _row: self._show_kind())

    def _fill_choices(self) -> None:
        for scoring, text in (
            (Scoring.YES_NO, self.tr("yes or no")),
            (Scoring.TIERED, self.tr("by tiers")),
            (Scoring.PROPORTIONAL, self.tr("in proportion to a target")),
            (Scoring.MANUAL, self.tr("points given by the scorer")),
            (Scoring.DEDUCTION, self.tr("points taken off for each fault")),
        ):
            self.scoring.addItem(text, scoring)
        for kind, text in (
            (NO_KNOCK_OUT, self.tr("no knock-out")),
            (AT_ZERO, self.tr("knock-out at 0 points")),
            (AT_CONDITION, self.tr("knock-out when the answer is")),
            (NOT_KNOWN, self.tr("not known whether it is one")),
        ):
            self.knock_out.addItem(text, kind)
        for effort in EFFORTS:
            self.effort.addItem(str(effort), effort)

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(2 * theme.STEP)
        self.form.setVerticalSpacing(theme.HALF)
        self.figure_label = QLabel()
        self.figure_label.setBuddy(self.figure)
        self.condition.setAccessibleName(self.tr("Condition of the knock-out"))
        self.condition.setPlaceholderText(self.tr("for example < 50"))
        self.tiers.setPlaceholderText(self.tr("a line for each tier, for example ≥ 95 : 2"))
        self.evidence.setPlaceholderText(self.tr("a paper on each line"))
        self.scoring_label = labelled(self.tr("Scored"), self.scoring)
        self.knock_out_label = labelled(self.tr("&Knock-out"), self.knock_out)
        self.tiers_label = labelled(self.tr("T&iers"), self.tiers)
        self.effort_label = labelled(self.tr("E&ffort"), self.effort)
        self.party_label = labelled(self.tr("&who can act"), self.responsible)
        points = in_row(self.points, self.scoring_label, self.scoring, self.figure_label, self.figure)
        knock_out = in_row(self.knock_out, self.condition, stretched=(self.condition,))
        effort = in_row(self.effort, self.party_label, self.responsible)
        self.form.addRow(labelled(self.tr("&Text"), self.text), self.text)
        self.form.addRow(labelled(self.tr("&Points"), self.points), points)
        self.form.addRow(self.tiers_label, self.tiers)
        self.form.addRow(self.knock_out_label, knock_out)
        self.form.addRow(labelled(self.tr("E&vidence asked for"), self.evidence), self.evidence)
        self.form.addRow(self.effort_label, effort)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.form)
        column.addWidget(self.note)
        column.addStretch(1)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_leaf(self, item: Item, parties: dict[str, str], *, is_whole: bool) -> None:
        """Show a leaf; ``is_whole`` for a criterion that is answered as a whole, ``parties`` are those who can act."""
        self._item, self._is_whole = item, is_whole
        self.text.setPlainText(item.text_vi)
        scored = item.scored
        self.points.setText(number_text(scored.max_points))
        self.scoring.setCurrentIndex(list(Scoring).index(scored.scoring) if scored.scoring is not None else -1)
        self.figure.setText(number_text(scored.per_fault if scored.scoring is Scoring.DEDUCTION else scored.target))
        self.tiers.setPlainText(tiers_text(scored.tiers))
        self.knock_out.setCurrentIndex(self.knock_out.findData(knock_out_kind(item)))
        condition = scored.knock_out.condition if scored.knock_out is not None else None
        self.condition.setText(condition_text(condition) if condition is not None else "")
        self.evidence.setPlainText("\n".join(item.evidence))
        self.effort.setCurrentIndex(self.effort.findData(item.effort))
        self.responsible.clear()
        self.responsible.addItem(self.tr("not stated"), "")
        for party in dict.fromkeys((*PARTIES, *filter(None, (item.responsible,)))):
            self.responsible.addItem(parties.get(party, party), party)
        self.responsible.setCurrentIndex(max(self.responsible.findData(item.responsible), 0))
        count = len(item.region_variants)
        self.note.setText(
            self.tr("This item reads differently in {count} zones or regions; change those in a file.").format(
                count=count
            )
            if count
            else ""
        )
        self.note.setVisible(bool(count))
        self._show_kind()

    def _show_kind(self) -> None:
        """Only the fields that the kind of scoring has."""
        scoring = None if self._is_whole else self.scoring.currentData()
        has_figure = scoring in (Scoring.PROPORTIONAL, Scoring.DEDUCTION)
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self.scoring, not self._is_whole),
            (self.scoring_label, not self._is_whole),
            (self.knock_out, not self._is_whole),
            (self.knock_out_label, not self._is_whole),
            (self.tiers, scoring is Scoring.TIERED),
            (self.tiers_label, scoring is Scoring.TIERED),
            (self.figure, has_figure),
            (self.figure_label, has_figure),
        )
        for widget, is_shown in shown:
            widget.setVisible(is_shown)
        is_target = scoring is Scoring.PROPORTIONAL
        name = self.tr("all points at") if is_target else self.tr("taken off for each fault")
        self.figure_label.setText(name)
        self.figure.setAccessibleName(name)
        self.condition.setVisible(not self._is_whole and self.knock_out.currentData() == AT_CONDITION)

    def field_named(self, name: str) -> QWidget:
        """The field that a key of the set is typed in."""
        fields: dict[str, QWidget] = {
            "text_vi": self.text,
            "name_vi": self.text,
            "scoring": self.scoring,
            "tiers": self.tiers,
            "target": self.figure,
            "per_fault": self.figure,
            "knock_out": self.condition if self.condition.isVisible() else self.knock_out,
            "evidence": self.evidence,
            "effort": self.effort,
            "responsible": self.responsible,
        }
        return fields.get(name, self.points)

    def take_focus(self) -> None:
        """The text takes the keys."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- taking ----------------------------------------------------------------------------------------------------

    def leaf(self) -> Item | Wrong:
        """The leaf as it is typed; what cannot be taken stays in its field and is said."""
        item = self._item
        assert item is not None
        scored = self._scored(item.scored)
        if isinstance(scored, Wrong):
            return scored
        condition = condition_of(self.condition.text())
        kind = str(self.knock_out.currentData())
        if not self._is_whole and kind == AT_CONDITION and condition is None:
            return Wrong(self.condition, self._no_condition(self.condition.text()))
        changed = item if self._is_whole else with_knock_out(item, scored, kind, condition)
        return changed._replace(
            scored=scored if self._is_whole else changed.scored,
            text_vi=self._typed_text(item.text_vi),
            evidence=lines_of(self.evidence.toPlainText()),
            effort=int(self.effort.currentData() or item.effort),
            responsible=str(self.responsible.currentData() or ""),
        )

    def _scored(self, before: Scored) -> Scored | Wrong:
        points = number_of(self.points.text())
        if points is None and (self.points.text().strip() or before.max_points is not None):
            return Wrong(self.points, self._no_number(self.points.text()))
        scored = before._replace(max_points=points)
        if self._is_whole:
            return scored
        scoring = self.scoring.currentData()
        return self._by_kind(scored._replace(scoring=scoring, tiers=(), target=None, per_fault=None), before)

    def _by_kind(self, scored: Scored, before: Scored) -> Scored | Wrong:
        """The same with what its kind of scoring needs."""
        if scored.scoring is Scoring.TIERED:
            tiers = tiers_of(self.tiers.toPlainText(), before.tiers)
            return Wrong(self.tiers, self._no_tier(tiers)) if isinstance(tiers, str) else scored._replace(tiers=tiers)
        if scored.scoring not in (Scoring.PROPORTIONAL, Scoring.DEDUCTION):
            return scored
        figure = number_of(self.figure.text())
        if figure is None:
            return Wrong(self.figure, self._no_number(self.figure.text()))
        if scored.scoring is Scoring.DEDUCTION:
            return scored._replace(per_fault=figure, rounds_to_step=False)
        return scored._replace(target=figure)

    def _typed_text(self, before: str) -> str:
        """The text in one line; as it was where nobody changed it."""
        typed = self.text.toPlainText()
        return before if typed == before else " ".join(typed.split())

    def _no_number(self, text: str) -> str:
        return self.tr("“{text}” is no number. Please type it as 2 or 0,5.").format(text=text.strip())

    def _no_condition(self, text: str) -> str:
        said = self.tr("“{text}” is no condition. Please type a sign and a bound, for example < 50.")
        return said.format(text=text.strip())

    def _no_tier(self, line: str) -> str:
        said = self.tr("“{text}” is no tier. Please type condition, colon, points, for example ≥ 95 : 2.")
        return said.format(text=line)
