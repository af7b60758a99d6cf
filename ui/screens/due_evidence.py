"""Việc cần làm: papers of the newest self-assessment that are missing, expired, or about to expire."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from data import assessment_queries
from data.assessment.definitions import CriteriaSet
from data.assessment.evidence import EvidenceState, counted, work_list
from data.assessment.records import Assessed
from data.errors import SoTramError
from ui.models.agenda_model import AgendaLine
from ui.screens.evidence_words import counts_words
from ui.screens.screen import Place
from ui.session import Session

translate = QCoreApplication.translate


def evidence_lines(session: Session, assessed: Sequence[Assessed]) -> list[AgendaLine]:
    """A line for each assessment of the newest year that lacks papers; off the GUI thread.

    Files are not looked at here: that is asked for on the page of evidence.
    """
    newest = max((each.assessment.year for each in assessed), default=0)
    if newest < session.today.year - 1:  # over and done with
        return []
    place = assessment_queries.place_on(session.store, session.catalogue, newest)
    lines: list[AgendaLine] = []
    for each in assessed:
        head = each.assessment
        if head.year == newest:
            with suppress(SoTramError):  # a version that is not to be had: the page of the assessment says so
                used = assessment_queries.criteria_set(session.store, head.criteria_set, head.version)
                counts = counted(work_list(used, each, place, session.today))
                lines += [_line(used, newest, counts)] if counts else []
    return lines


def _line(used: CriteriaSet, year: int, counts: dict[EvidenceState, int]) -> AgendaLine:
    title = translate("DueEvidence", "Evidence for {year}: {counts}")
    return AgendaLine(
        "item",
        title.format(year=year, counts=counts_words(counts)),
        used.title_vi,
        "",
        "assessment",
        "bad" if EvidenceState.EXPIRED in counts else "warn",
        Place("assessment", form="evidence", plan=used.id, period=str(year)),
    )
