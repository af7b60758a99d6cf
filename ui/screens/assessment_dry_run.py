"""The tab "Phúc tra thử": the same station as an inspection is expected to see it, with every assumption."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data import assessment_queries, queries
from data.assessment.dry_run import Assumption, DryRun, ExpectedLeaf, Reason, dry_run
from data.assessment.evidence import judged_on
from data.numbers import NOT_REPORTED_SIGN, format_typed
from data.printing import printed_points
from data.settings import OFFICIAL_POPULATION, official_population
from ui import words
from ui.marking import QT_TRANSLATE_NOOP
from ui.models.line_model import Line
from ui.screens import assessment_words as said
from ui.screens.assessment_differences import signed
from ui.screens.assessment_views import AssessmentView, Columns, Told
from ui.screens.assessment_work import Sheet
from ui.screens.evidence_work import glanced
from ui.session import Session

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen

translate = QCoreApplication.translate

_ASSUMPTIONS = {
    Assumption.EVIDENCE_NEEDED: QT_TRANSLATE_NOOP(
        "Assessment", "An item that asks for evidence gets 0 points while no valid paper is on record."
    ),
    Assumption.MISSING_IS_NOT_MET: QT_TRANSLATE_NOOP(
        "Assessment", "What is not answered, and figures that are missing, count as not met."
    ),
    Assumption.FIGURES_UNROUNDED: QT_TRANSLATE_NOOP(
        "Assessment",
        "Figures are taken as the station has them, unrounded; an answer against one counts only where it gives less.",
    ),
    Assumption.OWN_POPULATION: QT_TRANSLATE_NOOP(
        "Assessment",
        "The population of the statistics office is not known here: the station's own was used. "
        "Enter it under Settings.",
    ),
    Assumption.KNOCK_OUTS_UNKNOWN: QT_TRANSLATE_NOOP(
        "Assessment", "knock-outs not checked – the detailed score table has not been entered"
    ),
}
_REASONS = {
    Reason.OFFICIAL_POPULATION: QT_TRANSLATE_NOOP("Assessment", "population of the statistics office"),
    Reason.OVERRIDE_SET_ASIDE: QT_TRANSLATE_NOOP("Assessment", "answer against the figures set aside"),
    Reason.UNANSWERED: QT_TRANSLATE_NOOP("Assessment", "not answered"),
    Reason.FIGURE_MISSING: QT_TRANSLATE_NOOP("Assessment", "figures missing"),
    Reason.NO_DENOMINATOR: QT_TRANSLATE_NOOP("Assessment", "nobody concerned"),
    Reason.NO_RULE_FOR_ABSENCE: QT_TRANSLATE_NOOP("Assessment", "the set does not say what it counts then"),
    Reason.PLACE_UNKNOWN: QT_TRANSLATE_NOOP("Assessment", "zone not stated"),
    Reason.FIGURE_GONE: QT_TRANSLATE_NOOP("Assessment", "its figure is no longer kept"),
    Reason.EVIDENCE_MISSING: QT_TRANSLATE_NOOP("Assessment", "no evidence on record"),
    Reason.EVIDENCE_EXPIRED: QT_TRANSLATE_NOOP("Assessment", "evidence expired"),
}


class DryRunView(AssessmentView):
    """Self score, expected score, and every item for which they differ."""

    def __init__(self, screen: AssessmentScreen) -> None:
        """An empty tab."""
        heads = (
            translate("Assessment", "Item"),
            translate("Assessment", "What is scored"),
            translate("Assessment", "Self score"),
            translate("Assessment", "Expected"),
            translate("Assessment", "Change"),
            translate("Assessment", "Why"),
        )
        columns = Columns(heads, (2, 3, 4), {0: 8, 2: 10, 3: 10, 4: 10}, {1: 3, 5: 3})
        super().__init__(screen, translate("Assessment", "Dry run of the inspection"), columns)

    def work(self, sheet: Sheet, layer: str) -> Callable[[], Told]:
        """Score as the inspection is expected to."""
        session = self.session
        return lambda: dry_run_told(session, sheet)


def dry_run_of(session: Session, sheet: Sheet) -> DryRun:
    """The sheet's assessment as an inspection is expected to score it, on the day on which papers must hold."""
    assert sheet.criteria_set is not None
    day = judged_on(sheet.year, session.today)
    case = assessment_queries.inspection(session.store, session.catalogue, sheet.year, sheet.criteria_set.id, day)
    return dry_run(case)


def dry_run_told(session: Session, sheet: Sheet) -> Told:
    """Both figures with their verdicts, the assumptions, and the items seen otherwise."""
    found = dry_run_of(session, sheet)
    lines = tuple(_line(each) for each in found.leaves if each.reasons)
    count = sum(bool(each.change) for each in found.leaves)
    changed = translate("Assessment", "%n item(s) are expected to get other points", "", count)
    failed = [line.text for line in said.clause_lines(found.expected) if line.sign == "not_met"]
    return Told(_head(found), failed, _notes(session, sheet, found), lines, changed)


def _head(found: DryRun) -> str:
    text = translate("Assessment", "Self score {claimed} → expected {expected} of {most} points: {verdict}")
    expected = found.expected
    return text.format(
        claimed=printed_points(found.claimed.total, found.claimed.limit),
        expected=printed_points(expected.total, expected.limit),
        most=printed_points(expected.max_total),
        verdict=said.verdict(expected.verdict),
    )


def _notes(session: Session, sheet: Sheet, found: DryRun) -> list[str]:
    notes = [translate("Assessment", "Our own reckoning under these assumptions, not a result of any team:")]
    if sheet.criteria_set is not None and not all(each.items_complete for each in sheet.criteria_set.criteria):
        text = translate(
            "Assessment", "Where a criterion has no items below it, only what is not answered can be seen otherwise."
        )
        notes.append(f"• {text}")
    for each in found.assumptions:
        if each is Assumption.OFFICIAL_POPULATION:
            notes.append("• " + _official(session, sheet))
        else:
            notes.append("• " + translate("Assessment", _ASSUMPTIONS[each]))
    notes += _paper_notes(session, sheet)
    return notes


def _paper_notes(session: Session, sheet: Sheet) -> list[str]:
    """The day on which papers must hold, and the papers whose files a glance does not find as they were."""
    day = words.printed_date(judged_on(sheet.year, session.today))
    notes = ["• " + translate("Assessment", "Papers count that hold on {day}.").format(day=day)]
    papers = sheet.assessed.evidence if sheet.assessed is not None else ()
    lost = glanced(papers, {})
    if lost:
        titles = ", ".join(paper.title for paper in papers if paper.number in lost)
        text = translate(
            "Assessment", "The files of these papers are not there or have changed, yet they are counted here: {titles}"
        )
        notes.append("• " + text.format(titles=titles))
    return notes


def _official(session: Session, sheet: Sheet) -> str:
    history = queries.settings_history(session.store, OFFICIAL_POPULATION)
    known = official_population(history, sheet.year)
    text = translate("Assessment", "The population of the statistics office was used: {number} ({source}).")
    return text.format(number=format_typed(str(known[0])), source=known[1]) if known else ""


def reason_words(each: ExpectedLeaf) -> str:
    """Why a leaf is expected to be seen otherwise than by the station; empty where it is not."""
    return "; ".join(translate("Assessment", _REASONS[reason]) for reason in each.reasons)


def _line(each: ExpectedLeaf) -> Line:
    claimed, expected = each.claimed.points, each.expected.points
    why = reason_words(each)
    texts = (
        each.claimed.item.code,
        each.claimed.item.text_vi,
        printed_points(claimed) if claimed is not None else NOT_REPORTED_SIGN,
        printed_points(expected) if expected is not None else NOT_REPORTED_SIGN,
        signed(each.change),
        why,
    )
    return Line(texts, subject=each.claimed.item.code)
