"""Criteria sets in words: the list of versions, everything known of one, and what another version would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from data.assessment.definitions import Completeness, CriteriaSet, leaves, leaves_of
from data.assessment.moves import Move
from data.errors import FaultsError
from data.numbers import exact_text, format_typed
from data.printing import printed_limit
from ui import words
from ui.marking import QT_TRANSLATE_NOOP
from ui.messages import Messages
from ui.models.line_model import Line
from ui.screens import assessment_words as said
from ui.screens.criteria_work import Checked, SetEntry
from ui.widgets.review_page import Review

translate = QCoreApplication.translate

_COMPLETENESS = {
    Completeness.FULL: QT_TRANSLATE_NOOP("CriteriaSets", "the full table"),
    Completeness.CRITERIA_ONLY: QT_TRANSLATE_NOOP("CriteriaSets", "criteria only, without the items below them"),
    Completeness.NAMES_ONLY: QT_TRANSLATE_NOOP("CriteriaSets", "names only, without points"),
}
_FACTS = {
    "signed_by": QT_TRANSLATE_NOOP("CriteriaSets", "Signed by"),
    "corrected_by": QT_TRANSLATE_NOOP("CriteriaSets", "Corrected by"),
    "correction_applied": QT_TRANSLATE_NOOP("CriteriaSets", "Correction applied"),
    "ship_policy": QT_TRANSLATE_NOOP("CriteriaSets", "How it may be used"),
}
_DENOMINATORS = {
    "full": QT_TRANSLATE_NOOP("CriteriaSets", "of all points"),
    "applicable": QT_TRANSLATE_NOOP("CriteriaSets", "of the points that apply"),
}
ANSWERS_LISTED = 60


def _tr(text: str) -> str:
    return translate("CriteriaSets", text)


def origin(entry: SetEntry) -> str:
    """Shipped, or entered by the station: never official by itself."""
    if entry.stored is None:
        return translate("CriteriaSets", "comes with the program")
    return translate("CriteriaSets", "entered by the station")


def term(criteria_set: CriteriaSet) -> str:
    """From when to when a set is in force."""
    first = words.printed_date(criteria_set.valid_from)
    if criteria_set.valid_to is None:
        return translate("CriteriaSets", "from {first}").format(first=first)
    last = words.printed_date(criteria_set.valid_to)
    return translate("CriteriaSets", "{first} – {last}").format(first=first, last=last)


def set_lines(entries: Sequence[SetEntry]) -> list[Line]:
    """A heading for each set, a line for each version of it."""
    lines: list[Line] = []
    shown = ""
    for entry in entries:
        found = entry.criteria_set
        if found.id != shown:
            shown = found.id
            lines.append(Line((f"{found.id}  {found.title_vi}", "", "", "", ""), is_heading=True))
        version = found.version
        if entry.is_newest:
            version = translate("CriteriaSets", "{version} (in use)").format(version=version)
        years = ", ".join(str(year) for year in entry.years)
        texts = (version, origin(entry), said.certainty(found), term(found), years)
        lines.append(Line(texts, entry.key, "done" if entry.is_newest else "", 0))
    return lines


def detail_lines(entry: SetEntry) -> list[str]:
    """Everything known of a version, a line each."""
    return [f"{caption}: {text}" for caption, text in _details(entry) if text]


def _details(entry: SetEntry) -> Iterator[tuple[str, str]]:
    found, rule = entry.criteria_set, entry.criteria_set.pass_rule
    yield translate("CriteriaSets", "Title"), found.title_vi
    yield translate("CriteriaSets", "Decision"), found.decision
    yield translate("CriteriaSets", "Certainty"), said.certainty(found)
    if not rule.knock_out_items_known:
        yield translate("CriteriaSets", "Mind"), said.knock_outs_unchecked()
    yield translate("CriteriaSets", "In force"), term(found)
    yield translate("CriteriaSets", "Contents"), _contents(found)
    passing = translate("CriteriaSets", "at least {total}% {of}, at least {each}% of each criterion").format(
        total=printed_limit(rule.total_min_percent),
        of=_tr(_DENOMINATORS.get(rule.denominator, rule.denominator)),
        each=printed_limit(rule.each_criterion_min_percent),
    )
    if rule.no_knock_out:
        passing += translate("CriteriaSets", ", no knock-out hit")
    yield translate("CriteriaSets", "Passed with"), passing
    if found.recognition is not None:
        text = translate("CriteriaSets", "%n year(s)", "", found.recognition.term_years)
        yield translate("CriteriaSets", "Recognised for"), text
    yield translate("CriteriaSets", "Supersedes"), found.supersedes
    for key, text in found.facts:
        shown = words.choice(text) if text in ("true", "false") else text
        yield _tr(_FACTS[key]) if key in _FACTS else key, shown
    for source in found.source:
        yield translate("CriteriaSets", "Source"), source
    yield translate("CriteriaSets", "Version"), found.version
    yield translate("CriteriaSets", "Where from"), _entered(entry)
    yield translate("CriteriaSets", "Why it was changed"), entry.reason
    years = ", ".join(str(year) for year in entry.years)
    yield translate("CriteriaSets", "Assessments that use it"), years or translate("CriteriaSets", "none yet")


def content_lines(found: CriteriaSet) -> list[str]:
    """What a set that is new here holds: its size, how it is passed, its criteria with their points."""
    lines = [translate("CriteriaSets", "Contents") + f": {_contents(found)}"]
    for criterion in found.criteria:
        inner = list(leaves_of(criterion))
        hits = sum(leaf.scored.knock_out is not None for leaf in inner)
        bound = sum(leaf.binds is not None for leaf in inner)
        text = translate("CriteriaSets", "{number}. {name}: {points} points, {leaves}, {bound} from figures, {hits}")
        points = format_typed(exact_text(criterion.max_points)) if criterion.max_points is not None else "…"
        lines.append(
            text.format(
                number=criterion.number,
                name=criterion.name_vi,
                points=points,
                leaves=translate("CriteriaSets", "%n line(s)", "", len(inner)),
                bound=bound,
                hits=translate("CriteriaSets", "%n knock-out(s)", "", hits),
            )
        )
    return lines


def unlisted_lines(checked: Checked, messages: Messages) -> list[str]:
    """What to say of a newer version that differs in nothing that is listed."""
    if checked.before is None or checked.is_known:
        return []
    return [messages.text("criteria", "changes_unlisted", version=checked.before.version)]


def refusal_review(messages: Messages, path: Path, error: FaultsError) -> Review:
    """Why a file cannot be imported: every fault at its place."""
    lines = [messages.fault(fault) for fault in error.faults]
    more = int(error.parameters.get("total", "0")) - len(lines)
    if more > 0:
        lines.append(translate("CriteriaSets", "… and %n more fault(s)", "", more))
    return Review(
        title=translate("CriteriaSets", "The file cannot be imported yet"),
        about=str(path),
        summary=messages.error(error),
        lines=lines,
        caption=translate("CriteriaSets", "Place in the file, and what is wrong there:"),
    )


def _contents(found: CriteriaSet) -> str:
    text = translate("CriteriaSets", "{criteria}, {leaves}, {points} points").format(
        criteria=translate("CriteriaSets", "%n criteria", "", len(found.criteria)),
        leaves=translate("CriteriaSets", "%n line(s) that are scored", "", sum(1 for _leaf in leaves(found))),
        points=format_typed(exact_text(found.total_points)),
    )
    return f"{text}; {_tr(_COMPLETENESS[found.completeness])}" if found.completeness is not None else text


def _entered(entry: SetEntry) -> str:
    stored = entry.stored
    if stored is None:
        return origin(entry)
    parts = [origin(entry), stored.stored_by]
    if stored.stored_at is not None:
        parts.append(words.printed_moment(stored.stored_at))
    parts.append(stored.source_name or translate("CriteriaSets", "made in this window"))
    return " · ".join(part for part in parts if part)


def move_lines(move: Move) -> list[str]:
    """What becomes of an assessment in another version: what is lost first."""
    lines = []
    for answer in move.gone:
        text = translate("CriteriaSets", "Counts no longer: {item} ({layer}), answer {answer}: the item is not there.")
        lines.append(_answer_words(text, answer.item, answer.layer, answer.answer))
    for answer in move.unfit:
        text = translate("CriteriaSets", "To be answered anew: {item} ({layer}), answer {answer} does not suit it now.")
        lines.append(_answer_words(text, answer.item, answer.layer, answer.answer))
    for paper in move.papers:
        text = translate("CriteriaSets", "Stands alone: paper “{title}” of {item}, which is not there.")
        lines.append(text.format(title=paper.title, item=paper.item))
    if move.added:
        text = translate("CriteriaSets", "New, not answered yet: {items}.")
        lines.append(text.format(items=", ".join(move.added[:ANSWERS_LISTED])))
    return lines


def _answer_words(text: str, item: str, layer: str, answer: str) -> str:
    return text.format(item=item, layer=said.layer_name(layer), answer=said.canonical_text(answer))
