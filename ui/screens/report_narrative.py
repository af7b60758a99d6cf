"""The sentences of a report that rest on figures: what is proposed, what changed, what the tables say otherwise.

Everything is worked out off the GUI thread, when typing rests and when figures change.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from data import report_commands, report_queries
from data.documents.records import SentenceLink
from data.errors import SoTramError
from data.narrative.links import (
    Proposal,
    Stale,
    agreed,
    key_of,
    linked,
    places_of,
    relinked,
    stale,
    updated,
)
from data.narrative.linter import Finding, FindingKind, check_text
from ui.screens import report_narrative_words as words
from ui.screens.report_narrative_words import Deed, DeedKind, Offer
from ui.widgets.report_texts import SECTIONS, ReportTexts
from ui.widgets.section_text import Mark, SectionText

if TYPE_CHECKING:
    from reports.narrative import Narrative
    from reports.report import ReportRequest
    from ui.session import Session
    from ui.tasks import Task

REST_MILLISECONDS = 700
WAIT_MILLISECONDS = 50


class _Seen(NamedTuple):
    """What was found in one text, as it stood then."""

    text: str
    stale: tuple[Stale, ...]
    findings: tuple[Finding, ...]


class ReportNarrative(QObject):
    """Fills the lists beside the texts of the report shown, and does what is chosen in them."""

    def __init__(self, session: Session, texts: ReportTexts, parent: QObject) -> None:
        """Listen to the texts; nothing is shown before ``show``."""
        super().__init__(parent)
        self.session, self.texts = session, texts
        self._request: ReportRequest | None = None
        self._narrative: Narrative | None = None
        self._links: dict[str, tuple[SentenceLink, ...]] = {}
        self._earlier: dict[str, tuple[SentenceLink, ...]] = {}
        self._stored: dict[str, tuple[SentenceLink, ...]] = {}
        self._skipped: set[Proposal] = set()
        self._seen: dict[str, _Seen] = {}
        self._tasks: dict[str, Task] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._work_out)
        texts.typed.connect(self._typed)
        texts.opened.connect(self._do)
        texts.set_aside.connect(self._leave)
        session.bus.changed.connect(self._something_changed)

    @property
    def links(self) -> dict[str, tuple[SentenceLink, ...]]:
        """The linked sentences of each section."""
        return self._links

    def show(self, request: ReportRequest | None) -> None:
        """Show another report, whose texts stand in their fields already."""
        self._request, self._narrative, self._seen = request, None, {}
        found = () if request is None else report_queries.sentences(self.session.store, *_keys(request))
        self._links = {name: tuple(each for each in found if each.section == name) for name in SECTIONS}
        self._stored, self._earlier = dict(self._links), dict(self._links)
        self._fill()
        self._rest.start(0)

    # --- working out -----------------------------------------------------------------------------------------------

    def _something_changed(self, changes: object, _origin: object) -> None:
        kind = getattr(changes, "kind", "")
        if getattr(changes, "keys", ()) and kind not in ("report_text", "report_sentence"):
            self._rest.start(REST_MILLISECONDS)

    def _work_out(self) -> None:
        session, request = self.session, self._request
        if request is None or not session.is_open or not self.texts.isVisible():
            return
        if not session.writer.is_empty:
            self._rest.start(WAIT_MILLISECONDS)
            return

        def work(_task: Task) -> Narrative:
            from reports.narrative import narrative_of

            return narrative_of(session.store, session.catalogue, request)

        self._run("narrative", work, self._worked_out)

    def _worked_out(self, narrative: Narrative) -> None:
        self._narrative = narrative
        self._check()

    def _run(self, name: str, work: object, done: object) -> None:
        """Start work in the place of the same work that is still under way."""
        if name in self._tasks:
            self._tasks[name].cancel()
        self._tasks[name] = self.session.tasks.run(work, done, self._failed)  # type: ignore[arg-type]

    def _failed(self, error: Exception) -> None:
        """A report that cannot be made has nothing to propose; the screen says why."""
        if not isinstance(error, SoTramError):
            raise error

    def _check(self) -> None:
        narrative = self._narrative
        if narrative is None or not self.session.is_open:
            return
        texts = {name: edit.toPlainText() for name, edit in self.texts.edits.items()}
        links = dict(self._links)

        def work(_task: Task) -> dict[str, _Seen]:
            return {
                name: _Seen(
                    text,
                    stale(links.get(name, ()), narrative.printed),
                    check_text(text, narrative.tables, links.get(name, ())),
                )
                for name, text in texts.items()
            }

        self._run("check", work, self._checked)

    def _checked(self, seen: dict[str, _Seen]) -> None:
        self._seen = seen
        self._fill()

    # --- showing ---------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for name, part in self.texts.sections.items():
            self._fill_section(name, part)

    def _fill_section(self, name: str, part: SectionText) -> None:
        seen, text = self._seen.get(name), part.edit.toPlainText()
        offers = [words.offer_line(each) for each in self.offered(name)]
        if seen is None or self._narrative is None:
            part.edit.mark(())
            part.show_lines((), ())
            return
        proposals = self._narrative.proposals
        lines = [words.stale_line(each, updated(each, proposals) is not None) for each in seen.stale]
        part.show_lines((*lines, *words.finding_lines(seen.findings)), offers)
        part.edit.mark(_marks(seen) if seen.text == text else ())

    def offered(self, section: str) -> list[Offer]:
        """The proposals for a section that were neither taken over nor set aside."""
        if self._narrative is None:
            return []
        taken = {key_of(link) for link in self._links.get(section, ())}
        return [
            words.offer(each)
            for each in self._narrative.proposals
            if each.section == section and each.key not in taken and each not in self._skipped
        ]

    # --- what is chosen --------------------------------------------------------------------------------------------

    def _do(self, section: str, target: object) -> None:
        """Enter: take a sentence over, bring one up to date, or go to a place of the text."""
        if isinstance(target, Offer):
            self._take_over(section, target.proposal)
        elif isinstance(target, Deed) and target.kind is DeedKind.UPDATE:
            self._update(section, target.stale)
        elif isinstance(target, Finding):
            self.texts.lead_to(section, target.start, target.written)

    def _leave(self, section: str, subject: object) -> None:
        """Delete: pass over a proposal, or let a changed sentence stay as it is."""
        if isinstance(subject, Offer):
            self._skipped.add(subject.proposal)
            self._fill()
        elif isinstance(subject, Deed) and subject.stale is not None:
            new = agreed(subject.stale)
            self._keep(section, _instead(self._links[section], subject.stale.link, new))
            self._check()

    def _take_over(self, section: str, proposal: Proposal) -> None:
        if self._request is None:
            return
        link = linked(proposal, *_keys(self._request))
        self._earlier[section] = (link, *self._earlier.get(section, ()))
        self.texts.edits[section].insert_line(link.sentence)
        self.texts.flush()

    def _update(self, section: str, old: Stale | None) -> None:
        new = None if old is None or self._narrative is None else updated(old, self._narrative.proposals)
        edit = self.texts.edits[section]
        if old is None or new is None:
            return
        place = next(((start, end) for _, start, end in places_of((old.link,), edit.toPlainText())), None)
        if place is None:
            return
        self._links[section] = _instead(self._links[section], old.link, new)
        edit.replace(*place, new.sentence)
        self.texts.flush()

    # --- links -----------------------------------------------------------------------------------------------------

    def _typed(self, section: str, text: str) -> None:
        """A text was edited: see which sentences keep their links."""
        self._keep(section, relinked(self._links.get(section, ()), text, self._earlier.get(section, ())))
        self._check()

    def _keep(self, section: str, links: tuple[SentenceLink, ...]) -> None:
        request = self._request
        if request is None:
            return
        earlier = (*links, *self._earlier.get(section, ()))
        self._links[section], self._earlier[section] = links, tuple(dict.fromkeys(earlier))
        if links == self._stored.get(section, ()):
            return
        self._stored[section] = links
        store, by, place = self.session.store, self.session.by(), (*_keys(request), section)
        self.session.write(lambda: report_commands.save_sentences(store, place, links, by), origin=self)


def _keys(request: ReportRequest) -> tuple[str, str]:
    """Under what texts and links of a report are kept."""
    return request.text_key, request.period


def _instead(links: Iterable[SentenceLink], old: SentenceLink, new: SentenceLink) -> tuple[SentenceLink, ...]:
    return tuple(new if each == old else each for each in links)


def _marks(seen: _Seen) -> list[Mark]:
    changed = [
        Mark(start, end, is_changed=True) for each in seen.stale for _, start, end in places_of((each.link,), seen.text)
    ]
    differing = [each for each in seen.findings if each.kind is FindingKind.DIFFERS]
    return [*changed, *(Mark(each.start, each.end, is_changed=False) for each in differing)]
