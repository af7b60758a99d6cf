"""Việc cần làm: frozen reports and numbers that were begun and not ended, each leading to where it is ended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.models.agenda_model import AgendaLine
from ui.screens.frozen_words import orphan_lines
from ui.screens.frozen_work import found_in
from ui.screens.report_pages import FROZEN, REGISTER
from ui.screens.screen import Place
from ui.session import Session


def frozen_lines(session: Session) -> list[AgendaLine]:
    """A heading and a line for each; nothing where all is in order; off the GUI thread."""
    found = found_in(session)
    rows = {row.report.code: row for row in found.rows}
    lines = orphan_lines(found.orphans, rows)
    if not lines:
        return []
    head = AgendaLine("head", QCoreApplication.translate("Frozen", "Frozen reports and numbers not finished yet"))
    return [head, *(_line(sentence, code) for sentence, code in lines)]


def _line(sentence: str, code: str) -> AgendaLine:
    place = Place("reports", form=FROZEN, target=code) if code else Place("reports", form=REGISTER)
    return AgendaLine("item", sentence, sign="warning", shade="warn", place=place)
