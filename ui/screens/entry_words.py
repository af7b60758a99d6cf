"""What the entry screen says in words: drafts, pastes, contradictions, and the facts of one cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.definitions import DataElement, OverTime
from data.errors import EnvironmentFault, SoTramError
from data.model import CellState, ChangeEntry, DataValue, RuleResult
from data.numbers import NOT_APPLICABLE_SIGN, format_typed
from data.periods import parse_period
from data.printing import printed_target, printed_value, with_unit
from ui import words
from ui.models.entry_input import PastePlan, Typed, read_text
from ui.models.entry_model import EntryModel
from ui.models.entry_rows import CellId
from ui.models.entry_texts import printed
from ui.screens.entry_facts import CellKnowledge, FedTarget
from ui.session import Session
from ui.unsaved import count_words
from ui.widgets.cell_pane import CellFacts
from ui.widgets.sentence_list import Sentence

if TYPE_CHECKING:
    from ui.messages import Messages

MOST_FEEDS = 6
translate = QCoreApplication.translate


def draft(messages: Messages, typed: Typed) -> str:
    """Why a text is kept as a draft, and what to do."""
    said = translate("EntryWords", "“{text}” is kept as a draft, not counted. {sentence}")
    return said.format(text=typed.value.value.strip(), sentence=_why_draft(messages, typed))


def _why_draft(messages: Messages, typed: Typed) -> str:
    if typed.readings:
        readings = translate("EntryWords", " or ").join(format_typed(reading) for reading in typed.readings)
        said = translate("EntryWords", "It can be read as {readings}; please type the one that is meant.")
        return said.format(readings=readings)
    return messages.tables["error"][typed.code] if typed.code else ""


def unsaved(session: Session) -> str:
    """How many figures are not on disk, and why."""
    error = session.unsaved.error
    sentence = session.messages.error(error) if isinstance(error, SoTramError) else ""
    return f"{count_words(session)} {sentence}".strip()


def read_only(session: Session) -> str:
    """Why nothing can be typed, and what to do instead."""
    held = session.gate.why_held or session.why_reading
    error = held or EnvironmentFault("file_opened_for_reading", file=session.path)
    said = translate("EntryWords", "Figures can only be read here, not typed. {sentence}")
    return said.format(sentence=session.messages.error(error))


def paste(plan: PastePlan) -> str:
    """What pasting would do: how many cells change, how many texts are refused."""
    parts = [translate("EntryWords", "{count} cells will change").format(count=len(plan.values))]
    if plan.same:
        parts.append(translate("EntryWords", "{count} stay the same").format(count=plan.same))
    if plan.refused:
        refused = translate("EntryWords", "{count} are refused (“{text}” is no figure for its cell)")
        parts.append(refused.format(count=plan.refused, text=plan.first_refused[:30]))
    return ", ".join(parts) + "."


def flags(model: EntryModel, results: Sequence[RuleResult]) -> Mapping[CellId, str]:
    """Which cells carry a mark: those of the element that a failing rule belongs to."""
    found: dict[CellId, str] = {}
    for result in results:
        cell = CellId(result.element, result.period, result.category)
        if model.index_of(cell).isValid() and found.get(cell) != "error":
            found[cell] = result.rule.severity
    return found


def contradictions(session: Session, model: EntryModel, results: Sequence[RuleResult]) -> list[Sentence]:
    """Sentences under the grid: drafts, then errors, then warnings; or one calm line when everything agrees."""
    filled, _needed = model.filled()
    drafts = [_draft_line(session, value) for value in model.drafts()]
    if not results and not drafts:
        if not filled:
            return []
        return [Sentence("done", translate("EntryWords", "No contradictions among these figures."))]
    ordered = sorted(results, key=lambda result: result.rule.severity != "error")
    return drafts + [
        Sentence(
            result.rule.severity,
            _capital(session.messages.rule(result, session.catalogue)),
            CellId(result.element, result.period, result.category),
        )
        for result in ordered
    ]


def _draft_line(session: Session, value: DataValue) -> Sentence:
    """A draft with its place: it leads to its cell."""
    cell = CellId(value.data_element, value.period, value.category)
    element = session.catalogue.data_elements[value.data_element]
    head = f"{_title(element, cell)}, {words.short_period(parse_period(value.period))}: "
    return Sentence("error", head + _draft_words(session, value), cell)


def _draft_words(session: Session, value: DataValue) -> str:
    """Why a draft that stands in a cell is none of the figures; the text is read once more."""
    cell = CellId(value.data_element, value.period, value.category)
    element = session.catalogue.data_elements[value.data_element]
    return draft(session.messages, read_text(element, cell, value.value)._replace(value=value))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def facts(session: Session, known: CellKnowledge, value: DataValue, failures: Sequence[RuleResult]) -> CellFacts:
    """The right pane in words."""
    element = session.catalogue.data_elements[known.cell.data_element]
    first, last = known.periods[0], known.periods[-1]
    caption = translate("EntryWords", "{first} to {last}").format(
        first=words.short_period(first), last=words.short_period(last)
    )
    feeds = [_fed(session, fed) for fed in known.targets[:MOST_FEEDS]]
    named = {fed.result.value.indicator for fed in known.targets}
    others = [code for code in known.indicators if code not in named]
    feeds += [(session.catalogue.indicators[code].name_vi, "") for code in others[: MOST_FEEDS - len(feeds)]]
    return CellFacts(
        title=_title(element, known.cell),
        about=_about(session, element, value),
        series=known.series,
        series_caption=caption,
        feeds=feeds,
        remarks=[*_own_remarks(session, known.cell, value), *_remarks(session, known.cell, failures)],
        entries=[_entry(entry) for entry in known.history],
    )


def _title(element: DataElement, cell: CellId) -> str:
    if cell.category.value == "default":
        return element.name_vi
    return f"{element.name_vi} – {words.category(cell.category)}"


def _about(session: Session, element: DataElement, value: DataValue) -> list[str]:
    unit = "" if element.unit == "choice" else f"{element.unit}, "
    lines = [f"{unit}{words.frequency(element.frequency)}, {_OVER_TIME[element.over_time]()}"]
    if element.choices:
        choices = "; ".join(f"{number} {words.choice(code)}" for number, code in enumerate(element.choices, start=1))
        lines.append(
            translate("EntryWords", "Type the number or first letters, or Alt+Down: {choices}").format(choices=choices)
        )
    for key in element.source_keys:
        source = session.catalogue.sources.get(key)
        if source is not None:
            lines.append(translate("EntryWords", "Source: {title}").format(title=source.title))
    if value.comment:
        lines.append(translate("EntryWords", "Comment: {comment}").format(comment=value.comment))
    return lines


_OVER_TIME = {
    OverTime.SUM: lambda: translate("EntryWords", "periods are added up"),
    OverTime.LAST: lambda: translate("EntryWords", "the latest figure counts"),
    OverTime.FIRST: lambda: translate("EntryWords", "the first figure counts"),
    OverTime.AVERAGE: lambda: translate("EntryWords", "the mean counts"),
}


def _fed(session: Session, fed: FedTarget) -> tuple[str, str]:
    """An indicator with its value, target, verdict and gap: "95,0% · ≥ 98% · còn thiếu 132 người"."""
    result = fed.result
    indicator = session.catalogue.indicators[result.value.indicator]
    own = session.catalogue.indicators[result.target.indicator]
    parts = [
        with_unit(indicator, printed_value(indicator, result.value, fed.limit)),
        translate("EntryWords", "target {target} ({clause})").format(
            target=printed_target(result.target, own), clause=result.target.clause
        ),
        words.verdict(result.verdict),
    ]
    if fed.gap is not None:
        parts.append(session.messages.gap(fed.gap))
    return indicator.name_vi, " · ".join(parts)


def _own_remarks(session: Session, cell: CellId, value: DataValue) -> list[str]:
    """What is wrong with the cell itself: its text was refused by the machine, or is a draft."""
    refused = [each for each in session.unsaved.values if (each.data_element, each.period, each.category) == cell]
    said = translate("EntryWords", "“{text}” is not saved yet. {sentence}")
    error = session.unsaved.error
    sentence = session.messages.error(error) if isinstance(error, SoTramError) else ""
    lines = [said.format(text=printed(each), sentence=sentence) for each in refused]
    return lines + ([_draft_words(session, value)] if value.state is CellState.DRAFT else [])


def _remarks(session: Session, cell: CellId, failures: Sequence[RuleResult]) -> list[str]:
    own = parse_period(cell.period)
    return [
        _capital(session.messages.rule(result, session.catalogue))
        for result in failures
        if result.element == cell.data_element and parse_period(result.period).contains(own)
    ]


def _entry(entry: ChangeEntry) -> str:
    """One line of the history: "21/11/2026 14:05 · Lan: 3.905 → 3.921"."""
    change = f"{_shown(entry.old_state, entry.old_value)} → {_shown(entry.new_state, entry.new_value)}"
    line = f"{words.printed_moment(entry.at)} · {entry.who}: {change}"
    return f"{line} ({entry.why})" if entry.why else line


def _shown(state: CellState, text: str) -> str:
    if state is CellState.NOT_REPORTED:
        return translate("EntryWords", "blank")
    if state is CellState.NOT_APPLICABLE:
        return NOT_APPLICABLE_SIGN
    if state is CellState.DRAFT:
        return f"“{text}”"
    return format_typed(text) if text[:1].isdigit() else words.choice(text)
