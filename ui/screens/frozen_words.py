"""Frozen reports in words: what a report is called, where it stands, what was done with it, what is left undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from data.documents.changes import CellChange
from data.documents.codes import printed_code
from data.documents.records import PAPER, NumberState, ReportStep, StepKind
from data.documents.register import number_text
from data.documents.states import ReportState
from data.periods import parse_period
from ui import words
from ui.marking import QT_TRANSLATE_NOOP
from ui.models.entry_rows import CellId
from ui.models.line_model import Line
from ui.screens.due_late import held_words
from ui.screens.frozen_work import Orphans, ReportRow
from ui.screens.report_choice import titles
from ui.session import Session

translate = QCoreApplication.translate

HEAD, AGENCY = "head", "agency"
STATE_AT, FIGURES_AT = 2, 4
"""Columns of the list that bear a sign."""

SIGNS = {
    ReportState.DRAFT: "empty",
    ReportState.CHECKED: "partly",
    ReportState.FROZEN: "lock",
    ReportState.SIGNED_PAPER: "met",
    ReportState.SIGNED_DIGITAL: "met",
    ReportState.SUBMITTED: "not_due",
    ReportState.RECEIVED: "done",
    ReportState.SUPERSEDED: "hidden",
    ReportState.CANCELLED: "not_met",
}
_DONE = {
    StepKind.FREEZE: QT_TRANSLATE_NOOP("Frozen", "Frozen"),
    StepKind.SIGN_PAPER: QT_TRANSLATE_NOOP("Frozen", "Signed on paper"),
    StepKind.SIGN_DIGITAL: QT_TRANSLATE_NOOP("Frozen", "Signed digitally"),
    StepKind.SUBMIT: QT_TRANSLATE_NOOP("Frozen", "Handed in"),
    StepKind.RECEIVE: QT_TRANSLATE_NOOP("Frozen", "Received"),
    StepKind.SUPERSEDE: QT_TRANSLATE_NOOP("Frozen", "Replaced"),
    StepKind.CANCEL: QT_TRANSLATE_NOOP("Frozen", "Cancelled"),
}
MEANS = {
    "bản giấy": QT_TRANSLATE_NOOP("Frozen", "on paper"),
    "trục liên thông văn bản": QT_TRANSLATE_NOOP("Frozen", "through the document exchange"),
    "thư điện tử": QT_TRANSLATE_NOOP("Frozen", "by e-mail"),
    "hệ thống báo cáo": QT_TRANSLATE_NOOP("Frozen", "through the reporting system"),
    "cách khác": QT_TRANSLATE_NOOP("Frozen", "in another way (see the note)"),
}
"""How a report can be handed in: in the words of the file, and as it is shown."""


def report_name(row: ReportRow) -> str:
    """What it is: kind and period, and what it is made for."""
    kind = titles().get(row.report.key.kind, row.report.key.kind)
    return f"{kind}, {words.period_name(parse_period(row.report.key.period))}\n{row.title}"


def called(row: ReportRow) -> str:
    """The report in a sentence: kind, period, code."""
    said = translate("Frozen", "{kind}, {period}, code {code}")
    return said.format(
        kind=titles().get(row.report.key.kind, row.report.key.kind),
        period=words.period_name(parse_period(row.report.key.period)),
        code=printed_code(row.report.code),
    )


def state_words(session: Session, row: ReportRow) -> str:
    """Where it stands; of digital signatures whose there are."""
    said = session.messages.text("report_state", row.state.value)
    if row.state is ReportState.SIGNED_DIGITAL:
        return f"{said}: {' + '.join(role_words(each) for each in (HEAD, AGENCY) if each in row.signed_as)}"
    if row.replaced_by:
        replaced = translate("Frozen", "{state} by {code}")
        return replaced.format(state=said, code=f"\n{printed_code(row.replaced_by)}").replace(" \n", "\n")
    return said


def role_words(role: str) -> str:
    """Whose signature it is."""
    return translate("Frozen", "agency") if role == AGENCY else translate("Frozen", "head")


def means_words(means: str) -> str:
    """How it was handed in."""
    return translate("Frozen", MEANS[means]) if means in MEANS else means


def number_words(row: ReportRow) -> str:
    """Its number in the register."""
    number = row.number
    if number is None:
        return translate("Frozen", "by hand") if row.report.way == PAPER else ""
    if number.state is NumberState.CANCELLED:
        return translate("Frozen", "{number} (cancelled)").format(number=number_text(number.number, number.symbol))
    return number_text(number.number, number.symbol)


def frozen_words(row: ReportRow) -> str:
    """The day it was frozen, and by whom."""
    at = row.report.stored_at
    day = words.printed_date(at.astimezone(words.LOCAL).date()) if at is not None else "…"
    return f"{day}\n{row.report.stored_by}"


def figures_words(row: ReportRow, counts: Mapping[str, int]) -> tuple[str, str]:
    """Whether the figures are still those that were frozen, and the sign for it; empty while it is not known."""
    count = counts.get(row.report.code)
    if not row.is_standing or count is None:
        return "", ""
    if not count:
        return translate("Frozen", "as frozen"), "done"
    return translate("Frozen", "≠ %n cell(s)", "", count), "warning"


def report_line(session: Session, row: ReportRow, counts: Mapping[str, int]) -> Line:
    """A line of the list. It has two signs: of changed figures where there are, else of the state."""
    figures, sign = figures_words(row, counts)
    is_changed = sign == "warning"
    texts = (
        report_name(row),
        f"{printed_code(row.report.code)}\n{number_words(row)}".rstrip(),
        state_words(session, row),
        frozen_words(row),
        figures,
    )
    at = FIGURES_AT if is_changed else STATE_AT
    return Line(texts, row.report.code, sign if is_changed else SIGNS[row.state], at)


def step_words(kind: StepKind) -> str:
    """What was done."""
    return translate("Frozen", _DONE[kind])


def step_line(step: ReportStep) -> Line:
    """What was done with a report: when, who, what there is to say of it."""
    texts = (
        step_words(step.kind),
        words.printed_date(step.day),
        step.stored_by,
        "; ".join(_details(step)),
    )
    recorded = words.printed_moment(step.stored_at) if step.stored_at is not None else ""
    return Line(texts, step.number, tip=translate("Frozen", "Recorded {moment}").format(moment=recorded))


def _details(step: ReportStep) -> Iterator[str]:
    match step.kind:
        case StepKind.SIGN_DIGITAL:
            yield f"{step.party} ({role_words(step.means)})"
            yield translate("Frozen", "certificate {number}").format(number=step.reference)
        case StepKind.SUBMIT:
            yield translate("Frozen", "to {receiver}").format(receiver=step.party)
            yield from filter(None, [means_words(step.means)])
        case StepKind.RECEIVE:
            yield from filter(None, [step.party])
            if step.reference:
                yield translate("Frozen", "receipt number {number}").format(number=step.reference)
        case StepKind.SUPERSEDE:
            yield translate("Frozen", "by {code}").format(code=printed_code(step.party))
        case _:
            yield from filter(None, [step.party])
    yield from filter(None, [step.note])


def orphan_lines(orphans: Orphans, rows: Mapping[str, ReportRow]) -> list[tuple[str, str]]:
    """What was begun and not ended: a sentence each, with the report's code; empty where it is about the register."""
    lines = []
    if orphans.numbers:
        numbers = ", ".join(number_text(each.number, each.symbol) for each in orphans.numbers)
        said = translate(
            "Frozen", "Reserved in the register for no document: {numbers}. Please use or skip them there."
        )
        lines.append((said.format(numbers=numbers), ""))
    for code in orphans.unsigned:
        said = translate("Frozen", "{report}: its number is printed, and it has not been signed yet.")
        lines.append((said.format(report=called(rows[code])), code))
    for old, new in orphans.replaced:
        said = translate(
            "Frozen", "{report} was handed in and is replaced by {code}, which has not been handed in yet."
        )
        lines.append((said.format(report=called(rows[old]), code=printed_code(new)), new))
    for code, path in orphans.lost:
        said = translate(
            "Frozen", "The signed PDF of {code} is no longer at {path}. It is kept in the station file: save it anew."
        )
        lines.append((said.format(code=printed_code(code), path=path), code))
    return lines


def cell_name(session: Session, change: CellChange) -> str:
    """Which cell: data element, category, period."""
    cell = change.cell
    element = session.catalogue.data_elements.get(cell.data_element)
    name = words.name_of(element) if element is not None else cell.data_element
    if cell.category.value != "default":
        name += f" – {words.category(cell.category)}"
    return f"{name}, {words.short_period(parse_period(cell.period))}"


def change_line(session: Session, change: CellChange) -> Line:
    """A changed cell: what was frozen, what stands there now, who, when and why."""
    element = session.catalogue.data_elements.get(change.cell.data_element)
    if element is None:  # a catalogue of another version
        old, new = change.old_value, change.new_value
    else:
        old = held_words(element, change.old_state, change.old_value)
        new = held_words(element, change.new_state, change.new_value)
    texts = (
        cell_name(session, change),
        old,
        new,
        "\n".join(filter(None, [change.who, words.printed_moment(change.at) if change.at is not None else ""])),
        change.why,
    )
    cell = CellId(change.cell.data_element, change.cell.period, change.cell.category)
    return Line(texts, cell, "warning")


def signed_words(role: str, name: str, day: date) -> str:
    """That somebody signed."""
    said = translate("Frozen", "Signed digitally for the {role} by {name} on {day}.")
    return said.format(role=role_words(role), name=name, day=words.printed_date(day))
