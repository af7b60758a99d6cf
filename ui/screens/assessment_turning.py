"""The tab "Số liệu quyết định": the figures whose change by one unit, alone, changes the verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from data import assessment_queries
from data.assessment.results import AssessmentVerdict, Clause
from data.assessment.sensitivity import TurningFigure, turning_figures
from data.catalogue.content import Catalogue
from data.model import Category
from data.periods import parse_period
from ui import words
from ui.models.entry_rows import CellId
from ui.models.line_model import Line
from ui.screens import assessment_words as said
from ui.screens.assessment_views import AssessmentView, Columns, Told
from ui.screens.assessment_work import Sheet
from ui.screens.screen import Place
from ui.session import Session

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen

translate = QCoreApplication.translate


class TurningView(AssessmentView):
    """One line for each figure and direction; Enter goes to its cell or its item."""

    def __init__(self, screen: AssessmentScreen) -> None:
        """An empty tab."""
        heads = (
            translate("Assessment", "Figure"),
            translate("Assessment", "Now"),
            translate("Assessment", "If it were"),
            translate("Assessment", "Then"),
            translate("Assessment", "Items"),
        )
        columns = Columns(heads, (1, 2), {1: 12, 2: 12, 4: 16}, {0: 3, 3: 3})
        super().__init__(screen, translate("Assessment", "Figures that decide"), columns)

    def work(self, sheet: Sheet, layer: str) -> Callable[[], Told]:
        """Change every figure by one unit and score again."""
        session = self.session
        return lambda: turning_told(session, sheet, layer)

    def open_subject(self, subject: Any) -> None:  # noqa: ANN401 - a cell, or an item's code
        """To the cell, or to the item."""
        if isinstance(subject, CellId):
            self.screen_.left_for.emit(Place("data_entry", cell=subject))
        else:
            super().open_subject(subject)


def turning_told(session: Session, sheet: Sheet, layer: str) -> Told:
    """All turning figures of a layer."""
    assert sheet.criteria_set is not None
    case = assessment_queries.figure_case(session.store, session.catalogue, sheet.year, sheet.criteria_set.id, layer)
    found = turning_figures(case)
    lines = tuple(_line(each, session.catalogue) for each in found)
    how = translate(
        "Assessment",
        "Each figure behind the table, and each typed answer, is changed by one unit up and down, alone, and "
        "everything is scored again. A figure listed here deserves a second look before anybody signs.",
    )
    if not found:
        why = said.why_no_ground(sheet.results[layer])
        none = translate("Assessment", "No single figure, changed by one unit, would change the verdict.")
        return Told(translate("Assessment", "No verdict yet: {why}").format(why=why) if why else none, notes=(how,))
    count = translate("Assessment", "%n change(s) by one unit would change the verdict", "", len(found))
    return Told(count, notes=(how,), lines=lines)


def _line(each: TurningFigure, catalogue: Catalogue) -> Line:
    subject: object = each.item
    name = each.item
    if each.element:
        subject = CellId(each.element, each.period, Category(each.category))
        found = catalogue.data_elements[each.element].name_vi
        sex = "" if each.category == "default" else f" – {words.category_name(each.category)}"
        name = f"{found}{sex}, {words.short_period(parse_period(each.period))}"
    then = said.verdict(each.after) if each.after is not each.before else ""
    clauses = [_clause(clause, translate("Assessment", "then fails: {clause}")) for clause in each.appearing]
    clauses += [_clause(clause, translate("Assessment", "no longer fails: {clause}")) for clause in each.vanishing]
    texts = (
        name,
        said.canonical_text(each.text),
        said.canonical_text(each.changed),
        "; ".join(part for part in (then, *clauses) if part),
        ", ".join(each.items),
    )
    sign = "met" if each.after is AssessmentVerdict.PASSED else "not_met" if each.appearing else ""
    return Line(texts, subject=subject, sign=sign, sign_at=3)


def _clause(clause: Clause, text: str) -> str:
    names = {
        "total": translate("Assessment", "total"),
        "criterion": translate("Assessment", "criterion {number}").format(number=clause.subject),
        "knock_out": translate("Assessment", "knock-out {item}").format(item=clause.subject),
    }
    return text.format(clause=names[clause.kind])
