"""Lines of the register of outgoing documents in words: what became of a number, what of it is locked and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from data.documents.codes import printed_code
from data.documents.records import DocumentNumber, NumberState
from data.documents.register import TYPES, in_register_order, number_text
from data.numbers import bare
from ui import words
from ui.marking import QT_TRANSLATE_NOOP
from ui.models.line_model import Line

translate = QCoreApplication.translate
STATE_AT = 6

_STATES = {
    NumberState.RESERVED: QT_TRANSLATE_NOOP("Register", "Reserved: {reason}"),
    NumberState.SKIPPED: QT_TRANSLATE_NOOP("Register", "Skipped: {reason}"),
    NumberState.CANCELLED: QT_TRANSLATE_NOOP("Register", "Cancelled: {reason}"),
}
_SIGNS = {
    NumberState.RESERVED: "not_due",
    NumberState.ISSUED: "done",
    NumberState.SKIPPED: "not_applicable",
    NumberState.CANCELLED: "error",
}


def type_name(series: str) -> str:
    """A series as it is called: "BC  Báo cáo"; types of documents are Vietnamese in every language."""
    return f"{series}  {TYPES[series]}" if series in TYPES else series


def state_words(line: DocumentNumber) -> str:
    """What became of a number."""
    if line.state is NumberState.ISSUED:
        return translate("Register", "Issued")
    return translate("Register", _STATES[line.state]).format(reason=line.reason or "…")


def locked_words(line: DocumentNumber) -> str:
    """What of a line is locked, and why; empty where everything is open."""
    if line.state is NumberState.ISSUED:
        return translate(
            "Register",
            "Issued: number, symbol, day, subject and signer stay as they are on the paper. A mistake in it is put "
            "right by a new document (Decree 30/2020, article 18).",
        )
    if line.state is NumberState.RESERVED and line.report:
        return translate(
            "Register",
            "This number is printed in a frozen report: it is issued when the report is signed and cancelled with it.",
        )
    if line.state in (NumberState.SKIPPED, NumberState.CANCELLED):
        return translate("Register", "A number given up is not used again: only a note can be added.")
    return ""


def lines_of(numbers: Iterable[DocumentNumber], sought: str) -> list[Line]:
    """The lines of a register that hold what is sought, under a heading for each series."""
    wanted = bare(sought).split()
    lines: list[Line] = []
    shown = ""
    for number in in_register_order(numbers):
        line = _line(number)
        text = bare(" ".join((*line.texts, line.tip)))
        if not all(word in text for word in wanted):
            continue
        if number.series != shown:
            shown = number.series
            lines.append(Line((type_name(shown), *[""] * STATE_AT), is_heading=True))
        lines.append(line)
    return lines


def _line(number: DocumentNumber) -> Line:
    receivers = ", ".join(number.receivers.splitlines())
    sent = words.printed_date(number.sent_on) if number.sent_on else ""
    texts = (
        number_text(number.number, number.symbol or number.series),
        words.printed_date(number.day) if number.day else "",
        number.title,
        number.signer,
        receivers,
        ", ".join(filter(None, (sent, number.acknowledged))),
        "; ".join(filter(None, (state_words(number), number.note))),
    )
    return Line(texts, number[:3], _SIGNS[number.state], STATE_AT, tip=_tip(number))


def _tip(number: DocumentNumber) -> str:
    """What stands in no column of the window, and who wrote it."""
    parts: Sequence[tuple[str, str]] = (
        (translate("Register", "Kept by: {text}"), number.kept_by),
        (translate("Register", "Copies: {text}"), number.copies),
        (translate("Register", "Report with the code {text}"), printed_code(number.report) if number.report else ""),
        (translate("Register", "Entered by {text}"), number.stored_by),
    )
    return "\n".join([number.title, *(said.format(text=text) for said, text in parts if text)]).strip()
