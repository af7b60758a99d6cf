"""Layers, sets and years side by side, criterion by criterion."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from data import assessment_queries
from data.assessment.comparison import CriterionRow, LayerRow, criteria_side_by_side, layers_side_by_side, totals
from data.assessment.definitions import CriteriaSet
from data.assessment.records import SELF_LAYER, Assessment
from data.assessment.results import Result
from data.model import Number
from data.numbers import NOT_APPLICABLE_SIGN, NOT_REPORTED_SIGN, format_number
from data.printing import printed_points
from ui.models.line_model import Line, LineModel
from ui.screens import assessment_words as said
from ui.screens.criteria_page import About, SubPage
from ui.session import Session
from ui.widgets.heading import Quiet
from ui.widgets.line_table import LineTable
from ui.widgets.rows import in_row, labelled

LAYERS = "layers"
"""Choice of the layers of the assessment itself; other choices are "year set", and nothing chosen is what is there."""


class Compared(NamedTuple):
    """Results side by side.

    Attributes:
        others: Assessments that this one can be held against, newest first.
        results: Of the layers, else of the other assessment and of this one (older first, then by set).
        heads: What each result is called.
        shown: What was chosen, or stands in where nothing was.
    """

    others: tuple[Assessment, ...]
    results: tuple[Result, ...]
    heads: tuple[str, ...]
    shown: str

    @property
    def is_layers(self) -> bool:
        """Whether the layers of one assessment are compared."""
        return self.shown == LAYERS


def compared(session: Session, about: About, wanted: str) -> Compared:
    """Score what is held against each other.

    Raises:
        UserError: As ``assessment_queries.result``.
    """
    store = session.store
    begun = assessment_queries.assessments(store)
    others = tuple(each for each in reversed(begun) if (each.year, each.criteria_set) != about[:2])
    is_begun = any((each.year, each.criteria_set) == about[:2] for each in begun)
    found = assessment_queries.assessed(store, *about[:2]).layers if is_begun else ()
    names = tuple(dict.fromkeys((SELF_LAYER, *(layer.name for layer in found))))
    other = next((each for each in others if _key(each) == wanted), None)
    if not wanted and len(names) == 1:
        other = next(iter(others), None)
    if other is None:
        results = tuple(_result(session, about, name) for name in names)
        return Compared(others, results, tuple(said.layer_name(name) for name in names), LAYERS)
    wanted = _key(other)
    pair = sorted((About(other.year, other.criteria_set), About(*about[:2])))
    heads = tuple(f"{each.year} · {each.criteria_set}" for each in pair)
    results = tuple(_result(session, each, SELF_LAYER) for each in pair)
    return Compared(others, results, heads, wanted)


def _result(session: Session, about: About, layer: str) -> Result:
    return assessment_queries.result(session.store, session.catalogue, about.year, about.criteria_set, layer)


def _key(assessment: Assessment) -> str:
    return f"{assessment.year} {assessment.criteria_set}"


class ComparisonPage(SubPage):
    """Two columns of points or more, and what differs."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.compared: Compared | None = None
        self.other = QComboBox()
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.only = QCheckBox(self.tr("only what &differs"))
        self.certainty, self.total = Quiet(), QLabel(wordWrap=True)
        self.model = LineModel((), parent=self)
        self.table = LineTable(self.tr("Points side by side"), self.model, {}, {})
        self.column.addLayout(in_row(labelled(self.tr("&Compare with"), self.other), self.other, self.only))
        self.column.addWidget(self.certainty)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.total)
        self.other.activated.connect(lambda _row: self.show_values())
        self.only.toggled.connect(lambda _is_on: self._show_lines())
        session.bus.changed.connect(self._something_changed)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_about(self, year: int, criteria_set: str = "", item: str = "") -> None:
        """Show the layers of an assessment first."""
        self.other.clear()
        super().show_about(year, criteria_set, item)

    def show_values(self) -> None:
        """Score off the GUI thread."""
        session, about, wanted = self.session, self.about, str(self.other.currentData() or "")
        text = self.tr("Comparison: {year} · {set}").format(year=about.year, set=about.criteria_set)
        self.heading.setText(text)
        self.ask_off_thread(lambda _task: compared(session, about, wanted), lambda found: self._show(about, found))

    def _show(self, about: About, found: Compared) -> None:
        if about != self.about:
            return
        self.compared = found
        self._fill_others(found)
        sets = {each.criteria_set.id: each.criteria_set for each in found.results}
        self.certainty.setText("\n".join(_set_words(each) for each in sets.values()))
        self._show_lines()

    def _fill_others(self, found: Compared) -> None:
        self.other.blockSignals(True)
        self.other.clear()
        self.other.addItem(self.tr("the layers of this assessment"), LAYERS)
        for each in found.others:
            self.other.addItem(f"{each.year} · {each.criteria_set}", _key(each))
        self.other.setCurrentIndex(max(self.other.findData(found.shown), 0))
        self.other.blockSignals(False)

    def _show_lines(self) -> None:
        found = self.compared
        if found is None:
            return
        count = len(found.results)
        heads = (self.tr("Item"), self.tr("What is scored"), *found.heads, self.tr("Difference"))
        lines = self._layer_lines(found) if found.is_layers else self._criterion_lines(found)
        self.model.show_table(heads, range(2, count + 3), lines)
        self.table.share_out({0: 8, **{column: 26 for column in range(2, count + 2)}, count + 2: 16}, {1: 1})
        self.table.choose(self.table.subject)
        sums = " · ".join(
            self.tr("{name}: {total}").format(name=name, total=self._sum(result, total))
            for name, result, total in zip(found.heads, found.results, totals(found.results), strict=True)
        )
        self.total.setText(self.tr("Total – {sums}").format(sums=sums))

    def _layer_lines(self, found: Compared) -> list[Line]:
        lines, shown = [], ""
        names = {each.number: each.name_vi for each in found.results[0].criteria_set.criteria}
        for row in layers_side_by_side(found.results):
            if self.only.isChecked() and not row.is_different:
                continue
            if row.criterion != shown and row.item.code != row.criterion:
                shown = row.criterion
                empty = ("",) * (len(found.results) + 2)
                lines.append(Line((f"{row.criterion}. {names[row.criterion]}", *empty), is_heading=True))
            lines.append(self._layer_line(row))
        return lines

    def _layer_line(self, row: LayerRow) -> Line:
        points = tuple(
            _points(leaf.points, leaf.max_points) if not leaf.is_absent else NOT_APPLICABLE_SIGN for leaf in row.leaves
        )
        reasons = [leaf.reason for leaf in row.leaves if leaf.reason]
        return Line(
            texts=(row.item.code, row.item.text_vi, *points, _signed(row.difference)),
            subject=row.item.code,
            sign="warning" if row.is_different and len(row.leaves) > 1 else "",
            sign_at=len(row.leaves) + 2,
            tip="\n".join((row.item.text_vi, *reasons)),
        )

    def _criterion_lines(self, found: Compared) -> list[Line]:
        rows = criteria_side_by_side(found.results, self.session.catalogue)
        return [self._criterion_line(row) for row in rows if not self.only.isChecked() or _differs(row)]

    def _criterion_line(self, row: CriterionRow) -> Line:
        texts = []
        for points, share in zip(row.points, row.shares, strict=True):
            if points is None:
                texts.append(self.tr("not in this set"))
            else:
                text = _points(points.points if not points.unscored else None, points.max_points)
                texts.append(f"{text}  {_percent(share)}".strip())
        difference = _signed(row.difference)
        if row.difference is None and row.share_difference is not None:
            shares = format_number(row.share_difference, 1)
            difference = self.tr("{count} percentage points").format(
                count=f"+{shares}" if row.share_difference > 0 else shares
            )
        return Line((row.number, row.name_vi, *texts, difference), subject=row.number)

    def _sum(self, result: Result, total: Number | None) -> str:
        if total is None:
            count = len(result.unscored)
            said_so = self.tr("{points} so far, {count} not scored")
            return said_so.format(points=printed_points(result.total), count=count)
        text = self.tr("{points} of {most}").format(points=printed_points(total), most=printed_points(result.max_total))
        return f"{text} ({said.knock_outs_unchecked()})" if result.knock_outs_unknown else text

    def take_focus(self) -> None:
        """The choice of what is compared takes the keys."""
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _something_changed(self, changes: object, _origin: object) -> None:
        kinds = ("assessment", "assessment_answer", "assessment_layer", "definition", "data_value")
        if self.isVisible() and getattr(changes, "kind", "") in kinds:
            self.show_values()


def _differs(row: CriterionRow) -> bool:
    return row.difference is None or bool(row.difference)


def _set_words(criteria_set: CriteriaSet) -> str:
    return f"{criteria_set.id}: {said.certainty(criteria_set)}"


def _points(points: Number | None, most: Number) -> str:
    shown = NOT_REPORTED_SIGN if points is None else printed_points(points)
    return f"{shown}/{printed_points(most)}"


def _percent(share: Number | None) -> str:
    return f"({format_number(share, 1)}%)" if share is not None else ""


def _signed(difference: Number | None) -> str:
    if difference is None:
        return ""
    text = printed_points(difference)
    return f"+{text}" if difference > 0 else text
