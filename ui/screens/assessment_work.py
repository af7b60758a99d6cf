"""What the page "Tự chấm điểm" asks off the GUI thread: the set of a year, scored for every layer, as lines to show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data import assessment_queries, queries
from data.assessment.definitions import Completeness, CriteriaSet, Criterion, Item, is_valid_in, leaves, leaves_of
from data.assessment.evidence import answered, is_valid_on, judged_on
from data.assessment.readings import readings_of
from data.assessment.records import SELF_LAYER, Answer, Assessed, Assessment, Evidence, Layer
from data.assessment.results import CriterionPoints, LeafPoints, Place, Reading, Result
from data.assessment.scoring import leaf_points, score
from data.assessment.suggestions import CriterionSuggestions, OnRecord, suggestions_of
from data.catalogue.content import Catalogue
from data.numbers import NOT_REPORTED_SIGN
from data.printing import printed_points
from ui.models.assessment_model import CRITERION, HEADING, LEAF, LayerHead, ScoreCell, ScoreRow
from ui.screens import assessment_words as said
from ui.session import Session

translate = QCoreApplication.translate


class Choice(NamedTuple):
    """A set that a year can be assessed by.

    Attributes:
        is_begun: Whether the year is assessed by it already.
        can_score: False for a set of names only.
        is_in_force: Whether it is in force on 31 December of the year.
    """

    criteria_set: CriteriaSet
    is_begun: bool
    can_score: bool
    is_in_force: bool


class Sheet(NamedTuple):
    """One assessment as the page shows it.

    Attributes:
        today: The day on which papers are valid or not.
        assessed: None where it was not begun.
        readings: What the station's figures say to bound leaves, by item.
        results: One for each layer, the station's own first; ``points`` the same by layer and item.
        years: Years that are assessed already.
    """

    year: int
    today: date
    choices: tuple[Choice, ...]
    years: tuple[int, ...]
    criteria_set: CriteriaSet | None = None
    assessed: Assessed | None = None
    place: Place = Place()
    readings: Mapping[str, Reading] = {}
    results: Mapping[str, Result] = {}
    points: Mapping[str, Mapping[str, LeafPoints]] = {}

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers in their order; the station's own is always there."""
        if self.assessed is None or not self.assessed.layers:
            code = self.criteria_set.id if self.criteria_set is not None else ""
            return (Layer(self.year, code, SELF_LAYER),)
        return self.assessed.layers

    def answer(self, layer: str, item: str) -> Answer | None:
        """What a layer answered to a leaf."""
        known = self.assessed.answers if self.assessed is not None else ()
        return next((each for each in known if (each.layer, each.item) == (layer, item)), None)

    def leaf(self, layer: str, item: str) -> LeafPoints | None:
        """A leaf with its points in a layer."""
        return self.points.get(layer, {}).get(item)

    def from_figures(self, item: str) -> LeafPoints | None:
        """A leaf as the station's figures alone score it."""
        if self.criteria_set is None:
            return None
        for criterion, leaf in leaves(self.criteria_set):
            if leaf.code == item:
                pair = (criterion.number, leaf)
                return leaf_points(self.criteria_set, pair, None, self.readings.get(item), self.place)
        return None


class Shown(NamedTuple):
    """What was asked off the GUI thread: the sheet, its lines for every layer, what is suggested."""

    sheet: Sheet
    rows: Mapping[str, Sequence[ScoreRow]]
    hints: Sequence[CriterionSuggestions]


def work_out(session: Session, year: int, code: str) -> Shown:
    """The sheet with its lines for every layer; on a working thread."""
    sheet = sheet_of(session, year, code)
    rows = (
        {layer.name: rows_of(sheet, layer.name, session.catalogue) for layer in sheet.layers} if sheet.results else {}
    )
    return Shown(sheet, rows, hints_of(session, sheet))


def identity(sheet: Sheet) -> tuple[int, str, str]:
    """Which assessment a sheet shows: year, set, version."""
    used = sheet.criteria_set
    return (sheet.year, used.id, used.version) if used is not None else (sheet.year, "", "")


def sheet_of(session: Session, year: int, wanted: str = "") -> Sheet:
    """The assessment of a year by the wanted set, else by the one that was begun, else by the first in force."""
    store = session.store
    begun = assessment_queries.assessments(store)
    choices = _choices(assessment_queries.criteria_sets(store), begun, year)
    years = tuple(sorted({each.year for each in begun}))
    chosen = _chosen(choices, wanted)
    if chosen is None:
        return Sheet(year=year, today=session.today, choices=choices, years=years)
    used = assessment_queries.used_set(store, year, chosen.criteria_set.id)
    found = assessment_queries.assessed(store, year, used.id) if chosen.is_begun else None
    place = assessment_queries.place_on(store, session.catalogue, year)
    calculator = assessment_queries.calculator_for(store, session.catalogue, used, year)
    readings = readings_of(used, calculator, year)
    names = [layer.name for layer in found.layers] if found is not None else [SELF_LAYER]
    answers = found.answers if found is not None else ()
    results = {
        name: score(used, name, assessment_queries.of_layer(answers, name), readings, place)
        for name in dict.fromkeys((SELF_LAYER, *names))
    }
    return Sheet(
        year=year,
        today=session.today,
        choices=choices,
        years=years,
        criteria_set=used,
        assessed=found,
        place=place,
        readings=readings,
        results=results,
        points={name: {leaf.item.code: leaf for leaf in each.leaves} for name, each in results.items()},
    )


def hints_of(session: Session, sheet: Sheet) -> tuple[CriterionSuggestions, ...]:
    """What is suggested under each criterion, with what the station has on record."""
    if sheet.criteria_set is None or sheet.assessed is None:
        return ()
    plans = queries.bound_plans(session.store)
    states = [state for plan in plans for state in queries.obligation_states(session.store, plan)]
    on_record = OnRecord(plans=plans, states=states, evidence=sheet.assessed.evidence, year=sheet.year)
    return suggestions_of(sheet.criteria_set, session.catalogue, on_record)


def _choices(sets: tuple[CriteriaSet, ...], begun: tuple[Assessment, ...], year: int) -> tuple[Choice, ...]:
    of_year = {each.criteria_set for each in begun if each.year == year}
    choices = [
        Choice(
            criteria_set=each,
            is_begun=each.id in of_year,
            can_score=each.completeness is not Completeness.NAMES_ONLY
            and all(criterion.max_points is not None for criterion in each.criteria),
            is_in_force=is_valid_in(each, year),
        )
        for each in sets
    ]
    return tuple(each for each in choices if each.is_begun or each.is_in_force)


def _chosen(choices: tuple[Choice, ...], wanted: str) -> Choice | None:
    able = [each for each in choices if each.can_score]
    ranked = sorted(able, key=lambda each: (each.criteria_set.id != wanted, not each.is_begun))
    return ranked[0] if ranked else None


# --- lines ------------------------------------------------------------


def heads_of(sheet: Sheet) -> tuple[LayerHead, ...]:
    """The layers as columns."""
    return tuple(LayerHead(layer.name, said.layer_title(layer)) for layer in sheet.layers)


def rows_of(sheet: Sheet, layer: str, catalogue: Catalogue) -> list[ScoreRow]:
    """The lines of the table, with the marks of one layer."""
    rows: list[ScoreRow] = []
    if sheet.criteria_set is None:
        return rows
    shown = sheet.points[layer]
    for criterion in sheet.criteria_set.criteria:
        if not criterion.items_complete:
            rows.append(_leaf_row(sheet, shown[criterion.number], criterion.number, catalogue))
            continue
        rows.append(_criterion_row(sheet, criterion))
        for item in _lines(criterion.items):
            if item.items:
                maximum = printed_points(item.scored.max_points) if item.scored.max_points is not None else ""
                rows.append(ScoreRow(HEADING, item.code, criterion.number, item.code, item.text_vi, maximum, {}))
            else:
                rows.append(_leaf_row(sheet, shown[item.code], item.code, catalogue))
    return rows


def _lines(items: tuple[Item, ...]) -> Iterator[Item]:
    """Headings and leaves in the order of the table."""
    for item in items:
        yield item
        yield from _lines(item.items)


def _criterion_row(sheet: Sheet, criterion: Criterion) -> ScoreRow:
    cells = {}
    for name, result in sheet.results.items():
        found = next(each for each in result.criteria if each.criterion.number == criterion.number)
        state, sign = _criterion_state(found)
        is_open = found.unscored == len(list(leaves_of(criterion)))
        points = NOT_REPORTED_SIGN if is_open else printed_points(found.points, found.limit)
        cells[name] = ScoreCell(answer=state, points=points, sign=sign, state=state, is_quiet=True)
    most = printed_points(criterion.max_points) if criterion.max_points is not None else ""
    return ScoreRow(CRITERION, criterion.number, criterion.number, criterion.number, criterion.name_vi, most, cells)


def _criterion_state(found: CriterionPoints) -> tuple[str, str]:
    """How a criterion stands against its limit, and the icon for it."""
    if found.points >= found.limit:
        more = translate("Assessment", "enough, {count} open").format(count=found.unscored)
        return more if found.unscored else translate("Assessment", "enough"), "met"
    if found.unscored:
        return translate("Assessment", "{count} open").format(count=found.unscored), "not_due"
    less = printed_points(found.limit - found.points, 0)
    return translate("Assessment", "{less} too few").format(less=less), "not_met"


def _leaf_row(sheet: Sheet, leaf: LeafPoints, number: str, catalogue: Catalogue) -> ScoreRow:
    code = leaf.item.code
    cells = {}
    for name in sheet.results:
        of_layer = sheet.leaf(name, code)
        if of_layer is not None:
            cells[name] = cell_of(of_layer, sheet.place, catalogue)
    most = printed_points(leaf.item.scored.max_points) if leaf.item.scored.max_points is not None else ""
    return ScoreRow(
        kind=LEAF,
        code=code,
        criterion=leaf.criterion,
        number=number,
        text=leaf.item.text_vi,
        maximum=most,
        cells=cells,
        knock_out=_knock_out(sheet, leaf),
        is_hit=leaf.knock_out_hit,
        evidence=_evidence(sheet, leaf),
    )


def cell_of(leaf: LeafPoints, place: Place, catalogue: Catalogue) -> ScoreCell:
    """An answer with its points; a figure of the station as it is printed."""
    sign, state = said.source_words(leaf, place)
    return ScoreCell(
        answer=said.counted(leaf, place, catalogue),
        points=printed_points(leaf.points) if leaf.points is not None else NOT_REPORTED_SIGN,
        typed=said.answer_to(leaf.item, leaf.answer),
        sign=sign,
        state=state,
        is_quiet=bool(sign),
    )


def _knock_out(sheet: Sheet, leaf: LeafPoints) -> str:
    if leaf.knock_out_hit:
        return translate("Assessment", "HIT")
    if leaf.item.scored.knock_out is not None:
        return translate("Assessment", "not hit") if leaf.points is not None else translate("Assessment", "possible")
    is_known = sheet.criteria_set is not None and sheet.criteria_set.pass_rule.knock_out_items_known
    return "" if is_known and leaf.item.knock_out_known else translate("Assessment", "not known")


def _evidence(sheet: Sheet, leaf: LeafPoints) -> str:
    """Lines asked for that a valid paper answers, of all; papers that nothing asks for stand alone."""
    lines = answered(leaf.item, papers_of(sheet, leaf.item.code))
    asked = [line for line in lines if line.asked]
    if not asked:
        count = sum(len(line.papers) for line in lines)
        return str(count) if count else ""
    day = judged_on(sheet.year, sheet.today)
    have = sum(any(is_valid_on(paper, day) for paper in line.papers) for line in asked)
    return f"{have}/{len(asked)}"


def papers_of(sheet: Sheet, code: str) -> list[Evidence]:
    """The papers on record of an item."""
    return [each for each in (sheet.assessed.evidence if sheet.assessed is not None else ()) if each.item == code]
