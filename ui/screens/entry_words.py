"""What the entry screen says in words: drafts, pastes, contradictions, and the facts of one cell."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.cumulative import without_mark
from data.definitions import DataElement, OverTime
from data.errors import EnvironmentFault, SoTramError
from data.history import ChangeEntry
from data.model import CellState, DataValue
from data.numbers import NOT_APPLICABLE_SIGN, format_number, format_typed
from data.periods import parse_period
from data.printing import printed_target, printed_value, with_unit
from ui import words
from ui.models.entry_input import Typed, read_text
from ui.models.entry_model import EntryModel
from ui.models.entry_rows import CellId
from ui.models.entry_texts import printed, printed_number
from ui.screens.entry_facts import CellKnowledge, FedTarget
from ui.screens.entry_rules import Checked, pane_rules
from ui.session import Session
from ui.unsaved import count_words
from ui.widgets.cell_pane import CellFacts
from ui.widgets.sentence_list import Sentence
from ui.widgets.sparkline import Bars

if TYPE_CHECKING:
    from ui.messages import Messages

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


def under_grid(session: Session, model: EntryModel, checked: Checked) -> list[Sentence]:
    """Sentences under the grid: drafts, errors, warnings, or one calm line; then what cannot be checked."""
    filled, _needed = model.filled()
    drafts = [_draft_line(session, value) for value in model.drafts()]
    if not drafts and not filled:
        return []
    calm = []
    if not drafts and not checked.doubts and not any(noted.is_open for noted in checked.failing):
        calm = [Sentence("done", _all_hold(checked))]
    return [*drafts, *calm, *checked.sentences]


def _all_hold(checked: Checked) -> str:
    """The summary when nothing is open."""
    noted = sum(each.result.passed is False for each in checked.failing)
    said = translate("EntryWords", "No open contradiction: %n rule(s) hold", "", checked.passed)
    if noted:
        said += translate("EntryWords", ", %n is/are noted", "", noted)
    return f"{said}."


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
    if without_mark(value.value)[1]:
        said = translate("EntryWords", "“{text}” is not counted: it could not be turned into the figure of the period.")
        return said.format(text=value.value)
    return draft(session.messages, read_text(element, cell, value.value)._replace(value=value))


def facts(session: Session, known: CellKnowledge, value: DataValue, *, can_write: bool) -> CellFacts:
    """The right pane in words."""
    element = session.catalogue.data_elements[known.cell.data_element]
    register, note = _register(session, element, known)
    return CellFacts(
        title=_title(element, known.cell),
        about=_about(element),
        bars=_bars(known),
        caption=_caption(element, known),
        compared=_compared(known),
        register=register,
        register_note=note,
        remarks=[*_own_remarks(session, known.cell, value), *([known.doubt.text] if known.doubt else [])],
        rules=pane_rules(session, known),
        feeds=_feeds(session, known),
        comment=value.comment,
        entries=[_entry(entry) for entry in known.history],
        can_write=can_write,
    )


def _bars(known: CellKnowledge) -> Bars:
    if known.line is None:
        return Bars(known.series)
    return Bars(known.series, known.line.value, known.line.is_everywhere)


def _caption(element: DataElement, known: CellKnowledge) -> str:
    """Which periods the bars show, and what the dashed line is."""
    first, last = (words.short_period(known.periods[place]) for place in (0, -1))
    said = translate("EntryWords", "{first} to {last}").format(first=first, last=last)
    if known.line is not None:
        target = translate("EntryWords", "line: target {target} {unit}")
        said += " · " + target.format(target=printed_number(known.line.value), unit=element.unit)
    return said


def _compared(known: CellKnowledge) -> str:
    """The same period last year, with the change."""
    before, now = known.last_year, known.series[-1] if known.series else None
    if before is None:
        return ""
    own = known.periods[-1]
    head = translate("EntryWords", "A year before, {period}: {value}").format(
        period=words.short_period(own.in_year(own.year - 1)), value=printed_number(before)
    )
    if now is None:
        return head
    if now == before:
        return head + translate("EntryWords", ", unchanged")
    said = translate("EntryWords", ", up {change}") if now > before else translate("EntryWords", ", down {change}")
    difference = now - before if now > before else before - now
    share = f" ({format_number(Fraction(difference) * 100 / before, 1)}%)" if before else ""
    return head + said.format(change=printed_number(difference) + share)


def _register(session: Session, element: DataElement, known: CellKnowledge) -> tuple[str, str]:
    """Which register a figure comes from, and whose word that is."""
    if known.register:
        return known.register, ""
    sources = (session.catalogue.sources.get(key) for key in element.source_keys)
    titles = [source.title for source in sources if source is not None]
    without_site = [re.sub(r" \([^()]*\.[^()]*\)$", "", title) for title in titles]
    return (without_site[0], translate("EntryWords", "(source in the catalogue)")) if titles else ("", "")


def _feeds(session: Session, known: CellKnowledge) -> list[tuple[str, str]]:
    """Targets with their results, then the other indicators."""
    named = {fed.result.value.indicator for fed in known.targets}
    others = [code for code in known.indicators if code not in named]
    feeds = [_fed(session, fed) for fed in known.targets]
    return feeds + [(words.name_of(session.catalogue.indicators[code]), "") for code in others]


def _title(element: DataElement, cell: CellId) -> str:
    if cell.category.value == "default":
        return words.name_of(element)
    return f"{words.name_of(element)} – {words.category(cell.category)}"


def _about(element: DataElement) -> list[str]:
    unit = "" if element.unit == "choice" else f"{element.unit}, "
    lines = [f"{unit}{words.frequency(element.frequency)}, {_OVER_TIME[element.over_time]()}"]
    if element.choices:
        choices = "; ".join(f"{number} {words.choice(code)}" for number, code in enumerate(element.choices, start=1))
        said = translate("EntryWords", "Type the number or first letters, or Alt+Down: {choices}")
        lines.append(said.format(choices=choices))
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
    return words.name_of(indicator), " · ".join(parts)


def _own_remarks(session: Session, cell: CellId, value: DataValue) -> list[str]:
    """What is wrong with the cell itself: its text was refused by the machine, or is a draft."""
    refused = [each for each in session.unsaved.values if (each.data_element, each.period, each.category) == cell]
    said = translate("EntryWords", "“{text}” is not saved yet. {sentence}")
    error = session.unsaved.error
    sentence = session.messages.error(error) if isinstance(error, SoTramError) else ""
    lines = [said.format(text=printed(each), sentence=sentence) for each in refused]
    return lines + ([_draft_words(session, value)] if value.state is CellState.DRAFT else [])


def _entry(entry: ChangeEntry) -> str:
    """One line of the history: "21/11/2026 14:05 · Lan: 3.905 → 3.921"."""
    change = f"{_shown(entry.old_state, entry.old_value)} → {_shown(entry.new_state, entry.new_value)}"
    if entry.old_comment != entry.new_comment and (entry.old_state, entry.old_value) == (
        entry.new_state,
        entry.new_value,
    ):
        change = translate("EntryWords", "comment “{comment}”").format(comment=entry.new_comment)
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
