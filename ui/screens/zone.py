"""Where the commune lies: the zone that the distance proposes, and the one that a decision fixed.

The distance only proposes. The zone itself is the yearly choice ``criteria_zone``; its comment names the decision.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from data import assessment_queries, commands, queries
from data.assessment.definitions import CriteriaSet, ZoneRule
from data.assessment.zones import ZONES, propose
from data.definitions import ValueType
from data.model import Category, CellState, DataValue, Number
from data.numbers import Figure, exact, format_typed, parse_figure
from data.settings import ZONE_DISTANCE_KM, ZONE_REGION, ZONE_TERRAIN_DIFFICULT, value_on
from ui import words
from ui.permissions import Deed, hold_back_button, why_not_line
from ui.screens.criteria_page import About, SubPage
from ui.session import Session
from ui.widgets.date_field import DateField
from ui.widgets.heading import Heading, Quiet
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import LineField, RemarkField

MOST_KM = 1000
KEYS = (ZONE_REGION, ZONE_DISTANCE_KM, ZONE_TERRAIN_DIFFICULT)


class Zoned(NamedTuple):
    """What the file says of the place for a year.

    Attributes:
        criteria_set: The set whose rules propose.
        values: The three settings as of the year's last day.
        zone: The stated zone, empty while not stated; ``decision`` fixed it.
    """

    criteria_set: CriteriaSet
    values: dict[str, str]
    zone: str
    decision: str


def zoned(session: Session, about: About) -> Zoned:
    """Ask what the file says.

    Raises:
        UserError: As ``assessment_queries.used_set``.
    """
    store, year = session.store, str(about.year)
    last = date(about.year, 12, 31)
    element = assessment_queries.ZONE_ELEMENT
    found = queries.data_values(store, [year], [element])
    return Zoned(
        criteria_set=assessment_queries.used_set(store, about.year, about.criteria_set),
        values={key: value_on(queries.settings_history(store, key), key, last) for key in KEYS},
        zone=next((each.value for each in found if each.state is CellState.FIGURE), ""),
        decision=queries.comment_of(store, element, year, Category.DEFAULT),
    )


class ZonePage(SubPage):
    """Region, distance, terrain, and the zone of the year."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.zoned: Zoned | None = None
        self.region = QComboBox()
        for code, text in (
            ("", self.tr("not stated yet")),
            ("mien_nui", self.tr("mountain, remote, border or island commune")),
            ("dong_bang", self.tr("delta or midland commune")),
        ):
            self.region.addItem(text, code)
        self.distance = LineField()
        self.distance.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 16)
        self.difficult = QCheckBox(self.tr("&terrain especially difficult"))
        self.valid_from = DateField(self.tr("Valid from"), hint=self.tr("empty: from 1 January of the year"))
        self.measured, self.proposed, self.source, self.unknown = Quiet(), QLabel(wordWrap=True), Quiet(), Quiet()
        self.zone = QComboBox()
        self.zone.addItem(self.tr("not stated yet"), "")
        for zone in ZONES:
            self.zone.addItem(self.tr("Zone {zone}").format(zone=zone), zone)
        self.decision = RemarkField()
        self.differs = QLabel(wordWrap=True)
        self.save = made_button(self.tr("Keep region and &distance"), self.keep_place)
        self.take = made_button(self.tr("Take over the &proposed zone"), self.take_proposed)
        self.state = made_button(self.tr("State the &zone"), self.keep_zone)
        self._lay_out()
        for button in (self.save, self.state):
            hold_back_button(session, button, Deed.DECIDE)
        self.region.currentIndexChanged.connect(lambda _row: self._show_proposal())
        self.distance.textChanged.connect(lambda _text: self._show_proposal())
        self.difficult.toggled.connect(lambda _is_on: self._show_proposal())
        self.zone.currentIndexChanged.connect(lambda _row: self._show_difference())
        self.valid_from.refused.connect(lambda sentence: self.line.say(sentence, "error"))
        self.distance.returnPressed.connect(self.keep_place)
        self.decision.returnPressed.connect(self.keep_zone)
        self.decision.textChanged.connect(lambda _text: self._show_difference())

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(why_not_line(self.session, Deed.DECIDE))
        column.addWidget(Heading(self.tr("Where the commune lies")))
        column.addWidget(self.measured)
        column.addLayout(in_row(labelled(self.tr("&Region"), self.region), self.region))
        row = in_row(labelled(self.tr("Distance in &km"), self.distance), self.distance, self.difficult)
        column.addLayout(row)
        column.addLayout(in_row(labelled(self.tr("Valid &from"), self.valid_from), self.valid_from, self.save))
        column.addWidget(Heading(self.tr("The zone that follows from the distance: a proposal")))
        column.addWidget(self.proposed)
        column.addWidget(self.source)
        column.addWidget(self.unknown)
        column.addWidget(Heading(self.tr("The zone as a decision fixed it")))
        column.addLayout(in_row(labelled(self.tr("Zone of the year"), self.zone), self.zone, self.take))
        label = labelled(self.tr("Decision: number, date, issuer"), self.decision)
        column.addLayout(in_row(label, self.decision, stretched=(self.decision,)))
        column.addWidget(self.differs)
        column.addLayout(in_row(self.state))
        column.addStretch(1)

    # --- showing ---------------------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """The first field takes the keys."""
        self.region.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_values(self) -> None:
        """Ask what the file says."""
        session, about = self.session, self.about
        self.heading.setText(self.tr("Zone for {year}").format(year=about.year))
        self.ask_off_thread(lambda _task: zoned(session, about), lambda found: self._show(about, found))

    def _show(self, about: About, found: Zoned) -> None:
        if about != self.about:
            return
        self.zoned = found
        self.region.setCurrentIndex(max(self.region.findData(found.values[ZONE_REGION]), 0))
        km = found.values[ZONE_DISTANCE_KM]
        self.distance.setText(format_typed(km) if km else "")
        self.difficult.setChecked(found.values[ZONE_TERRAIN_DIFFICULT] == "true")
        self.zone.setCurrentIndex(max(self.zone.findData(found.zone), 0))
        self.decision.setText(found.decision)
        zones = found.criteria_set.zones
        measured = zones.distance_to_vi if zones is not None else ""
        self.measured.setText(self.tr("Distance: {what}").format(what=measured) if measured else "")
        self.measured.setVisible(bool(measured))
        self._show_proposal()

    def km(self) -> Number | None:
        """The distance as typed; None while it is no number."""
        parsed = parse_figure(self.distance.text(), ValueType.DECIMAL)
        return exact(parsed.value) if isinstance(parsed, Figure) and exact(parsed.value) <= MOST_KM else None

    def proposal(self) -> str:
        """The zone that the rules of the set give for what is typed; empty where they do not say."""
        if self.zoned is None:
            return ""
        region = str(self.region.currentData() or "")
        return propose(self.zoned.criteria_set, region, self.km(), self.difficult.isChecked())

    def _show_proposal(self) -> None:
        if self.zoned is None:
            return
        found, zones = self.proposal(), self.zoned.criteria_set.zones
        self.take.setEnabled(bool(found))
        if zones is None or not zones.rules:
            self.proposed.setText(self.tr("This set has no distance rules, so nothing is proposed."))
        elif found:
            rule = self._rule_words(found)
            self.proposed.setText(self.tr("Proposed: zone {zone} ({rule}).").format(zone=found, rule=rule))
        else:
            self.proposed.setText(self.tr("State region and distance; then the zone that follows is shown here."))
        parts = []
        if zones is not None:
            said = self.tr("Set {set}. Certainty: {certainty}.")
            parts.append(said.format(set=self.zoned.criteria_set.id, certainty=zones.certainty or "…"))
            if zones.decided_by:
                parts.append(self.tr("Decided by: {who}.").format(who=zones.decided_by))
        self.source.setText(" ".join(parts))
        unknown = zones.unknown if zones is not None else ""
        self.unknown.setText(self.tr("Not known: {what}.").format(what=unknown) if unknown else "")
        self.unknown.setVisible(bool(unknown))
        self._show_difference()

    def _rule_words(self, zone: str) -> str:
        """The rule behind a proposal: "xã miền núi …, từ 3 đến dưới 15 km"."""
        terrain = "mountain_remote" if self.region.currentData() == "mien_nui" else "delta_midland"
        zones = self.zoned.criteria_set.zones if self.zoned is not None else None
        rules = [each for each in (zones.rules if zones else ()) if (each.zone, each.terrain) == (zone, terrain)]
        limits = self._limits(rules[0]) if rules else ""
        return f"{self.region.currentText()}, {limits}" if limits else self.region.currentText()

    def _limits(self, rule: ZoneRule) -> str:
        is_difficult = self.difficult.isChecked()
        least, below = rule.min_km, rule.below_km
        if is_difficult and not (rule.min_km_difficult is None and rule.below_km_difficult is None):
            least, below = rule.min_km_difficult, rule.below_km_difficult
        if least is not None and below is not None:
            text = self.tr("from {least} to under {below} km")
        elif least is not None:
            text = self.tr("{least} km or more")
        else:
            text = self.tr("under {below} km")
        return text.format(least=_printed(least), below=_printed(below))

    def _show_difference(self) -> None:
        stated, found = str(self.zone.currentData() or ""), self.proposal()
        is_decided = bool(self.decision.text().strip())
        said = []
        if stated and not is_decided:
            said.append(self.tr("Zone as the station put it down, without a decision yet."))
        if stated and found and stated != found:
            if is_decided:
                text = self.tr("The distance proposes zone {found}; what holds is the decision: zone {stated}.")
            else:
                text = self.tr("The distance proposes zone {found}; put down is zone {stated}.")
            said.append(text.format(found=found, stated=stated))
        self.differs.setText(" ".join(said))
        self.differs.setVisible(bool(said))

    # --- writing ---------------------------------------------------------------------------------------------------

    def keep_place(self) -> None:
        """Write region, distance and terrain as dated settings."""
        if not self.save.isEnabled():
            return
        typed = self.distance.text().strip()
        km = self.km()
        if typed and km is None:
            said = self.tr("“{text}” is no distance. Please type the kilometres as a number, for example 4,5.")
            self.line.say(said.format(text=typed), "error")
            self.distance.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.valid_from.is_valid:
            self.valid_from.editingFinished.emit()
            return
        self.valid_from.editingFinished.emit()
        valid_from = self.valid_from.day or date(self.about.year, 1, 1)
        parsed = parse_figure(typed, ValueType.DECIMAL)
        values = {
            ZONE_REGION: str(self.region.currentData() or ""),
            ZONE_DISTANCE_KM: parsed.value if isinstance(parsed, Figure) else "",
            ZONE_TERRAIN_DIFFICULT: "true" if self.difficult.isChecked() else "",
        }
        store, by = self.session.store, self.session.by()
        said = self.tr("Kept: region and distance, valid from {day}.").format(day=words.printed_date(valid_from))
        self.write(
            lambda: commands.save_settings(store, values, valid_from, by), lambda _changes: self._written(said, "done")
        )

    def take_proposed(self) -> None:
        """Put the proposed zone into the field; it is stated with the button, once the decision is named."""
        self.zone.setCurrentIndex(max(self.zone.findData(self.proposal()), 0))
        self.decision.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_zone(self) -> None:
        """Write the zone of the year with the decision as its comment."""
        if not self.state.isEnabled():
            return
        zone, decision = str(self.zone.currentData() or ""), " ".join(self.decision.text().split())
        value = DataValue(
            data_element=assessment_queries.ZONE_ELEMENT,
            period=str(self.about.year),
            category=Category.DEFAULT,
            state=CellState.FIGURE if zone else CellState.NOT_REPORTED,
            value=zone,
            comment=decision if zone else "",
        )
        store, by = self.session.store, self.session.by()
        if not zone:
            said = self.tr("The zone of {year} is not stated any more.").format(year=self.about.year)
        elif decision:
            said = self.tr("Stated: zone {zone} for {year}, by {decision}.")
        else:
            said = self.tr("Stated: zone {zone} for {year}. Please add the decision that fixed it.")
        said = said.format(zone=zone, year=self.about.year, decision=decision)
        kind = "done" if decision or not zone else "warning"
        self.write(lambda: commands.save_data_values(store, [value], by), lambda _changes: self._written(said, kind))

    def _written(self, said: str, kind: str) -> None:
        self.line.say(said, kind)
        self.show_values()


def _printed(number: Number | None) -> str:
    from data.numbers import exact_text

    return format_typed(exact_text(number)) if number is not None else ""
