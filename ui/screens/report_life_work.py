"""Where the report shown stands, and what is open in it: worked out off the GUI thread; touches no widget."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data import queries, report_commands, report_queries
from data.completeness import OpenCell
from data.contradictions import cells_of
from data.documents.changes import CellChange
from data.documents.records import FrozenReport, ReportCheck
from data.documents.states import ReportState
from data.model import Attribution, Category, Changes, RuleResult
from data.periods import parse_period
from reports.check_list import BY_HAND, OpenPoints
from reports.freezing import Frozen, Order, freeze, is_same, make_draft
from reports.report import ReportRequest
from reports.sections.letter import is_own
from ui import words
from ui.fields import PROFILE
from ui.models.entry_rows import CellId
from ui.models.line_model import Line
from ui.rule_words import RuleWords
from ui.screens.entry_rules import cell_id
from ui.screens.frozen_words import change_line
from ui.screens.frozen_work import number_foreseen
from ui.screens.report_life_texts import TextSeen, differing, text_parts, texts_seen
from ui.session import Session
from ui.tasks import Cancelled, Task

DETAILS = "profile"
"""Subject of a line about the station's details: the page of the settings that has them."""

translate = QCoreApplication.translate


class Looked(NamedTuple):
    """What is known of the report shown.

    Attributes:
        digest: Of the figures and words that it is made of now.
        check: The newest check of it, whatever was checked.
        standing: The frozen report that counts; ``state`` where that stands, else what became of the draft.
        is_same: Whether the frozen report says what today's figures say; True without one.
        changes: Cells that changed since it was frozen.
        number: The number that it would get now, as printed.
        other_issuer: Who issues it, where that is not the station; it is numbered on paper then.
        texts: What its own texts say otherwise than the figures.
    """

    request: ReportRequest
    digest: str
    points: OpenPoints
    check: ReportCheck | None
    standing: FrozenReport | None
    state: ReportState
    is_same: bool
    changes: tuple[CellChange, ...]
    number: str
    other_issuer: str = ""
    texts: tuple[TextSeen, ...] = ()

    @property
    def is_passed(self) -> bool:
        """Whether nothing is open, neither behind the figures nor in the words."""
        return self.points.is_passed and not differing(self.texts)

    @property
    def is_checked(self) -> bool:
        """Whether this very draft was checked."""
        return self.check is not None and self.check.digest == self.digest

    @property
    def written_state(self) -> ReportState:
        """Where the report being written stands: the standing one, or the draft that is to replace it."""
        if self.is_same:
            return self.state
        return ReportState.CHECKED if self.is_checked else ReportState.DRAFT

    @property
    def needs_reason(self) -> bool:
        """Whether freezing it asks for a reason: something is open that no check gave one for, or it replaces one."""
        has_reason = self.is_checked and self.check is not None and bool(self.check.reason)
        return (not self.is_passed and not has_reason) or (self.standing is not None and not self.is_same)


def look(session: Session, request: ReportRequest) -> Looked:
    """Where a report stands.

    Raises:
        UserError: As ``reports.freezing.make_draft``; report_file_lost (``digest``).
    """
    store = session.store
    draft = make_draft(store, session.catalogue, replace(request, day=session.today))  # as freezing today makes it
    head, check = draft.document.head, report_queries.check_of(store, request.key)
    standing = report_queries.standing_report(store, request.key)
    is_checked = check is not None and check.digest == draft.digest
    state = ReportState.CHECKED if is_checked else ReportState.DRAFT
    if standing is not None:
        state = report_queries.states(store)[standing.code]
    return Looked(
        request=request,
        digest=draft.digest,
        points=draft.points,
        check=check,
        standing=standing,
        state=state,
        is_same=standing is None or is_same(store, session.catalogue, draft, standing),
        changes=report_queries.changes_since(store, standing) if standing is not None else (),
        number=number_foreseen(session, head.symbol, session.today.year),
        other_issuer="" if is_own(head, queries.profile_on(store, session.today)) else head.issuer,
        texts=texts_seen(store, session.catalogue, request),
    )


def save_check(session: Session, looked: Looked, reason: str, by: Attribution) -> Changes:
    """Record that a draft was checked; on the writer thread."""
    count = differing(looked.texts)
    findings = [*looked.points.findings, *([f"texts={count}"] if count else [])]
    check = ReportCheck(looked.request.key, looked.digest, json.dumps(findings), reason)
    return report_commands.save_check(session.store, check, by)


def freeze_now(session: Session, order: Order, by: Attribution, task: Task) -> Frozen:
    """Freeze a report; on the writer thread, so that every figure typed before is in it.

    Raises:
        UserError: As ``reports.freezing.freeze``; report_cancelled where the person stopped it.
        FaultsError: As ``reports.freezing.freeze``.
    """

    def go_on(done: int, whole: int) -> bool:
        try:
            task.progress(done, whole)
        except Cancelled:
            return False
        return True

    return freeze(session.store, session.catalogue, order, by, go_on)


# --- what is open, as lines -----------------------------------------------------------------------------------------


def open_lines(session: Session, looked: Looked) -> list[Line]:
    """Each contradiction, text that differs, blank cell, draft and missing detail, under headings that lead there."""
    points, (wrong, told) = looked.points, text_parts(looked.texts)
    return [
        *_part(translate("ReportLife", "Contradictions: {count}"), list(_contradictions(session, points))),
        *_part(translate("ReportLife", "Words that differ from the figures: {count}"), wrong),
        *_part(translate("ReportLife", "Drafts, no figures yet: {count}"), list(_cells(session, points.drafts))),
        *_part(translate("ReportLife", "Not reported: {count}"), list(_cells(session, points.blanks))),
        *_part(
            translate("ReportLife", "Details of the station that are missing (they keep nothing open): {count}"),
            list(_details([each for each in points.details if each != BY_HAND])),
        ),
        *_part(translate("ReportLife", "Words to look at (they keep nothing open): {count}"), told),
        *_part(translate("ReportLife", "Number and day (told, keeps nothing open)"), _by_hand(points)),
    ]


def changed_lines(session: Session, changes: Sequence[CellChange]) -> list[Line]:
    """Each changed cell."""
    return [change_line(session, change) for change in changes]


def _part(head: str, lines: Sequence[Line]) -> list[Line]:
    if not lines:
        return []
    return [Line((head.format(count=len(lines)), ""), is_heading=True), *lines]


def _contradictions(session: Session, points: OpenPoints) -> Iterator[Line]:
    catalogue = session.catalogue
    said = RuleWords(session.messages, catalogue)
    for result in points.contradictions:
        cell = cell_id(cells_of(catalogue.data_elements, result).left[0])
        yield Line((said.failed(result).plain, _period(result)), cell, result.rule.severity)


def _period(result: RuleResult) -> str:
    return words.period_name(parse_period(result.period))


def _cells(session: Session, cells: Sequence[OpenCell]) -> Iterator[Line]:
    for each in cells:
        element = session.catalogue.data_elements[each.data_element]
        name, category = words.name_of(element), Category(each.category)
        if category is not Category.DEFAULT:
            name += f" – {words.category(category)}"
        cell = CellId(each.data_element, each.period, category)
        yield Line((name, words.period_name(parse_period(each.period))), cell, "missing")


def _by_hand(points: OpenPoints) -> list[Line]:
    return [Line((by_hand_words(), ""), BY_HAND)] if BY_HAND in points.details else []


def by_hand_words() -> str:
    """That something in the report is filled in with a pen."""
    return translate(
        "ReportLife", "Parts of this report are filled in by hand: number and day on paper are the better choice."
    )


def _details(details: Sequence[str]) -> Iterator[Line]:
    captions = {spec.key: spec.caption for spec in PROFILE}
    for detail in details:
        yield Line((captions.get(detail, detail), translate("ReportLife", "Settings")), (DETAILS, detail), "settings")
