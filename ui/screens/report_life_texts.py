"""What a report's own texts say otherwise than its figures: found off the GUI thread, then told as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data import queries, report_queries
from data.catalogue.content import Catalogue
from data.narrative.links import Stale, places_of, stale, updated
from data.narrative.linter import Finding, FindingKind, check_text
from data.queries import Store
from reports.report import ReportRequest
from ui.models.line_model import Line
from ui.screens import report_narrative_words as words
from ui.widgets.sentence_list import Sentence

translate = QCoreApplication.translate


class TextSeen(NamedTuple):
    """What was found in the text of one section.

    Attributes:
        stale: Linked sentences whose figures changed, each with whether its rule proposes it still.
        findings: Figures that the tables do not print, and blanks.
    """

    section: str
    stale: tuple[tuple[Stale, bool], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def differing(self) -> int:
        """How many places say otherwise than the figures."""
        return len(self.stale) + sum(each.kind is FindingKind.DIFFERS for each in self.findings)


class TextPlace(NamedTuple):
    """A place in the text of a section; ``written`` stands there."""

    section: str
    start: int
    written: str


def texts_seen(store: Store, catalogue: Catalogue, request: ReportRequest) -> tuple[TextSeen, ...]:
    """The texts of a report held against today's figures, as they are kept in the file.

    Raises:
        UserError: As ``reports.narrative.narrative_of``.
    """
    key = (request.text_key, request.period)
    texts = {each.section: each.text for each in queries.report_texts(store, *key) if each.text.strip()}
    if not texts:
        return ()
    from reports.narrative import narrative_of

    narrative = narrative_of(store, catalogue, request)
    links = report_queries.sentences(store, *key)
    seen = []
    for section, text in texts.items():
        own = [link for link, _, _ in places_of([each for each in links if each.section == section], text)]
        changed = tuple(
            (each, updated(each, narrative.proposals) is not None) for each in stale(own, narrative.printed)
        )
        seen.append(TextSeen(section, changed, check_text(text, narrative.tables, own)))
    return tuple(seen)


def differing(seen: Sequence[TextSeen]) -> int:
    """How many places of all texts say otherwise than the figures."""
    return sum(each.differing for each in seen)


def text_parts(seen: Sequence[TextSeen]) -> tuple[list[Line], list[Line]]:
    """What says otherwise than the figures, and what else is to be looked at: each leads to its place."""
    wrong: list[Line] = []
    told: list[Line] = []
    for each in seen:
        for said, place in _told(each):
            part = wrong if said.kind == "warning" else told
            part.append(Line((said.text, section_name(each.section)), place, said.kind))
    return wrong, told


def _told(seen: TextSeen) -> Iterator[tuple[Sentence, TextPlace]]:
    for changed, can_update in seen.stale:
        yield words.stale_line(changed, can_update), TextPlace(seen.section, 0, changed.link.sentence)
    for finding in seen.findings:
        (said,) = words.finding_lines([finding])
        yield said, TextPlace(seen.section, finding.start, finding.written)


def section_name(section: str) -> str:
    """What a section is called."""
    captions = {
        "summary": translate("ReportTexts", "S&ummary"),
        "difficulties": translate("ReportTexts", "&Difficulties"),
        "proposals": translate("ReportTexts", "Pr&oposals"),
        "next_steps": translate("ReportTexts", "&Next steps"),
    }
    return captions.get(section, section).replace("&", "")
