"""What a preview of pasted or imported figures says in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.form_layout import EntryRow
from data.model import CellState, DataValue
from data.numbers import format_typed
from ui import words
from ui.models.entry_texts import printed
from ui.models.paste_plan import Change, PastePlan, Refusal
from ui.models.preview_model import PreviewLine

if TYPE_CHECKING:
    from ui.messages import Messages

MOST_SHOWN = 100
LETTERS = 40
translate = QCoreApplication.translate


def summary(plan: PastePlan) -> str:
    """How many cells change, are asked about, are refused, stay the same."""
    refused = len(plan.refused) + plan.more
    parts = [translate("Paste", "%n cell(s) will change", "", len(plan.changes))]
    if plan.asked:
        parts.append(translate("Paste", "%n is/are to be asked about", "", len(plan.asked)))
    if refused:
        parts.append(translate("Paste", "%n is/are refused", "", refused))
    if plan.same:
        parts.append(translate("Paste", "%n stay(s) the same", "", plan.same))
    return ", ".join(parts) + "."


def notes(plan: PastePlan) -> list[str]:
    """What was recognised, and the question where a text can be read in more than one way."""
    said: list[str] = []
    if plan.is_elsewhere:
        said.append(
            translate("Paste", "The labels name other rows than those at the cursor: the rows they name are used.")
        )
    elif plan.where.has_labels:
        said.append(translate("Paste", "The rows were found by their labels."))
    if plan.where.has_heads:
        said.append(translate("Paste", "The columns were found by their heads."))
    if plan.where.compared:
        said.append(translate("Paste", "The column of the compared period is left out: its figures stand beside."))
    if plan.choices:
        said.append(translate("Paste", "The block has more columns of figures than the form. Which one is meant?"))
    if plan.asked:
        text = plan.asked[0].text
        said.append(
            translate("Paste", "“{text}” can be read in more than one way. Which figure is meant?").format(text=text)
        )
    return said


def readings(plan: PastePlan, choose: Callable[[int], None]) -> list[tuple[str, Callable[[], None]]]:
    """The answers to that question; one answer holds for the whole block."""
    if not plan.asked:
        return []
    first = max((change.typed.readings for change in plan.asked), key=len)
    captions = (f"{format_typed(reading)} (Alt+{place})" for place, reading in enumerate(first, start=1))
    return [(caption, partial(choose, place)) for place, caption in enumerate(captions)]


def columns(plan: PastePlan, choose: Callable[[int], None]) -> list[tuple[str, Callable[[], None]]]:
    """The answers where more columns hold figures than the form has: each column with its head and first figures."""
    return [
        (
            translate("Paste", "{column}: {figures}… (Alt+{place})").format(
                column=each.head[:LETTERS] or translate("Paste", "Column {number}").format(number=each.column + 1),
                figures="; ".join(each.texts),
                place=place,
            ),
            partial(choose, each.column),
        )
        for place, each in enumerate(plan.choices, start=1)
    ]


def lines(plan: PastePlan, messages: Messages) -> list[PreviewLine]:
    """One line for each cell: those refused first, then those asked about, then those that change."""
    shown = [
        *(_refused(each, messages) for each in plan.refused[:MOST_SHOWN]),
        *(_asked(each) for each in plan.asked[:MOST_SHOWN]),
        *(_changed(each) for each in plan.changes[:MOST_SHOWN]),
    ]
    more = len(plan.refused) + len(plan.asked) + len(plan.changes) + plan.more - len(shown)
    if more:
        shown.append(PreviewLine(translate("Paste", "… and {count} more").format(count=more), "", "", ""))
    return shown


def _changed(change: Change) -> PreviewLine:
    new = _shown(change.new)
    if change.new.comment and change.new.comment != change.old.comment:
        new = f"{new} ({change.new.comment})"
    return PreviewLine(_name(change.row), words.short_period(change.part), _shown(change.old), new)


def _asked(change: Change) -> PreviewLine:
    said = translate("Paste", "“{text}”: {readings}?").format(
        text=change.text, readings=" / ".join(format_typed(reading) for reading in change.typed.readings)
    )
    return PreviewLine(_name(change.row), words.short_period(change.part), _shown(change.old), said, "undecided")


def _refused(refusal: Refusal, messages: Messages) -> PreviewLine:
    name = _name(refusal.row) if refusal.row is not None else refusal.label[:LETTERS]
    period = words.short_period(refusal.part) if refusal.part is not None else ""
    said = translate("Paste", "“{text}” is refused. {why}").format(
        text=refusal.text[:LETTERS], why=_why(refusal, messages)
    )
    return PreviewLine(name, period, "", said, "error")


def _why(refusal: Refusal, messages: Messages) -> str:
    own = {
        "outside": translate("Paste", "It falls outside the cells of the form."),
        "unknown_row": translate("Paste", "The form has no row of this name."),
        "twice": translate("Paste", "There is another figure for this cell above."),
        "locked": translate("Paste", "The period is complete and locked."),
    }
    return own.get(refusal.code) or messages.tables["error"][refusal.code]


def _name(row: EntryRow) -> str:
    return (
        f"{words.name_of(row.element)} – {words.category(row.category)}" if row.is_part else words.name_of(row.element)
    )


def _shown(value: DataValue) -> str:
    if value.state is CellState.NOT_REPORTED:
        return translate("Paste", "blank")
    return printed(value)
