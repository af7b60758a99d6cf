"""Words for what stands beside the texts of a report: changed sentences, figures that differ, proposals."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data.narrative.links import Changed, Proposal, Stale
from data.narrative.linter import Finding, FindingKind
from ui.widgets.sentence_list import Sentence

translate = QCoreApplication.translate

MOST_OF_SENTENCE = 40
"""Letters of a sentence that say which one is meant."""


class Offer(NamedTuple):
    """A proposed sentence as a line of a list; ``tip`` says its rule and the keys."""

    proposal: Proposal
    tip: str


class DeedKind(enum.Enum):
    """What Enter does with a changed sentence."""

    UPDATE = "update"
    LOOK = "look"


class Deed(NamedTuple):
    """A changed sentence as a line of a list."""

    kind: DeedKind
    stale: Stale | None
    tip: str


class Place(NamedTuple):
    """A finding as a line of a list."""

    finding: Finding
    tip: str


def offer(proposal: Proposal) -> Offer:
    """A proposal with its rule in words."""
    from reports.sections.proposals import statement_of

    keys = translate("ReportNarrative", "Enter: put it in · Delete: pass over · Esc: back to the text")
    rule = translate("ReportNarrative", "Rule: {statement}").format(statement=statement_of(proposal.rule))
    return Offer(proposal, f"{rule}\n{keys}")


def offer_line(each: Offer) -> Sentence:
    """A proposed sentence."""
    return Sentence(kind="empty", text=each.proposal.sentence, target=each, subject=each)


def stale_line(stale: Stale, can_update: bool) -> Sentence:
    """A changed sentence: "Số đã đổi: 92,5% → 90,8%"."""
    changes = "; ".join(_change_words(each) for each in stale.changes)
    said = translate("ReportNarrative", "Figures changed: {changes}. In “{sentence}”")
    text = said.format(changes=changes, sentence=_shortened(stale.link.sentence))
    if can_update:
        keys = translate("ReportNarrative", "Enter: write the new figures · Delete: leave the sentence as it is")
        deed = Deed(DeedKind.UPDATE, stale, keys)
    else:
        gone = translate("ReportNarrative", "Its rule proposes this sentence no longer: please change or remove it.")
        text = f"{text}. {gone}"
        keys = translate("ReportNarrative", "Delete: leave the sentence as it is")
        deed = Deed(DeedKind.LOOK, stale, keys)
    return Sentence(kind="warning", text=text, target=deed, subject=deed)


def _change_words(change: Changed) -> str:
    new = change.new or translate("ReportNarrative", "no longer printed")
    return f"{change.figure.printed} → {new}"


def finding_lines(findings: Sequence[Finding]) -> list[Sentence]:
    """What the tables say otherwise, each in a line; figures that stand in no table together in one."""
    lines = [_differs(each) for each in findings if each.kind is FindingKind.DIFFERS]
    unknown = [_unknown(each) for each in findings if each.kind is FindingKind.UNKNOWN]
    if len(unknown) > 1:
        said = translate("ReportNarrative", "%n figure(s) in no table of this report", "", len(unknown))
        lines.append(Sentence(kind="missing", text=said, inner=tuple(unknown)))
    else:
        lines.extend(unknown)
    lines.extend(_blank(each) for each in findings if each.kind is FindingKind.BLANK)
    return lines


def _differs(each: Finding) -> Sentence:
    said = translate("ReportNarrative", "You wrote {written}, but {place} has {printed} ({name})")
    place = each.place[:1].lower() + each.place[1:]
    text = said.format(written=each.written, place=place, printed=each.printed, name=each.name)
    return _led("warning", text, each)


def _unknown(each: Finding) -> Sentence:
    said = translate("ReportNarrative", "{written} stands in no table of this report")
    return _led("missing", said.format(written=each.written), each)


def _blank(each: Finding) -> Sentence:
    return _led("undecided", translate("ReportNarrative", "“…” still waits for your words"), each)


def _led(kind: str, text: str, each: Finding) -> Sentence:
    tip = translate("ReportNarrative", "Enter: to the place in the text · Esc: back to the text")
    return Sentence(kind=kind, text=text, target=each, subject=Place(each, tip))


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= MOST_OF_SENTENCE else f"{sentence[:MOST_OF_SENTENCE].rstrip()}…"
