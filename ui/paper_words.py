"""The log of changes on papers, in words: frozen reports with their steps, checks, the register, attached files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.documents.codes import printed_code
from data.documents.records import PAPER, NumberState, StepKind
from data.documents.register import number_text
from data.periods import parse_period
from ui import words
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.frozen_words import AGENCY, HEAD, means_words, role_words, step_words
from ui.screens.report_choice import titles

if TYPE_CHECKING:
    from data.history import RecordEntry

translate = QCoreApplication.translate

PAPERS = ("report", "report_step", "report_check", "document_number", "report_attachment", "report_sentence")
"""Records of papers."""

_HIDDEN = frozenset(
    ("snapshot", "pdf", "elements", "first_year", "file", "digest", "size", "sha256", "rule", "figures")
)
_FATES = {
    NumberState.RESERVED: QT_TRANSLATE_NOOP("PaperWords", "reserved"),
    NumberState.ISSUED: QT_TRANSLATE_NOOP("PaperWords", "issued"),
    NumberState.SKIPPED: QT_TRANSLATE_NOOP("PaperWords", "skipped"),
    NumberState.CANCELLED: QT_TRANSLATE_NOOP("PaperWords", "cancelled"),
}
_FILES = {
    "scan": QT_TRANSLATE_NOOP("PaperWords", "scan of the signed pages"),
    "receipt": QT_TRANSLATE_NOOP("PaperWords", "receipt"),
    "signed": QT_TRANSLATE_NOOP("PaperWords", "PDF with signatures"),
}
_OPEN = {
    "contradictions": QT_TRANSLATE_NOOP("PaperWords", "contradictions: {count}"),
    "blanks": QT_TRANSLATE_NOOP("PaperWords", "blank: {count}"),
    "drafts": QT_TRANSLATE_NOOP("PaperWords", "drafts: {count}"),
}


def paper_what(entry: RecordEntry) -> str:
    """Which paper a change is about."""
    key, values = entry.key, entry.new or entry.old or {}
    match entry.record:
        case "report":
            said = translate("PaperWords", "Frozen report, code {code}").format(code=printed_code(key["code"]))
        case "report_step":
            said = translate("PaperWords", "Report with the code {code}: {step}").format(
                code=printed_code(key["report"]), step=step_words(StepKind(values.get("kind", "freeze")))
            )
        case "report_check":
            said = translate("PaperWords", "Check of a report: {report}").format(report=_report(key))
        case "document_number":
            number = number_text(int(key["number"]), values.get("symbol", "") or key["series"])
            said = translate("PaperWords", "Register of {year}: {number}").format(year=key["year"], number=number)
        case "report_attachment":
            code = printed_code(key["report"])
            said = translate("PaperWords", "File of the report with the code {code}").format(code=code)
        case _:
            period = words.period_name(parse_period(key["period"]))
            said = translate("PaperWords", "Sentence with figures, {period}").format(period=period)
    return said


def paper_value(entry: RecordEntry, name: str, text: str) -> str:
    """What a value says; empty for what no person reads."""
    if name in _HIDDEN or not text:
        return ""
    readers: Mapping[tuple[str, str], Callable[[str], str]] = {
        ("report", "kind"): lambda kind: titles().get(kind, kind),
        ("report", "period"): lambda code: words.period_name(parse_period(code)),
        ("report", "way"): _way,
        ("report", "supersedes"): _replaces,
        ("report_step", "kind"): lambda _kind: "",
        ("report_step", "means"): _means,
        ("report_check", "findings"): _findings,
        ("document_number", "state"): lambda state: translate("PaperWords", _FATES[NumberState(state)]),
        ("document_number", "report"): printed_code,
        ("report_attachment", "kind"): lambda kind: translate("PaperWords", _FILES.get(kind, kind)),
    }
    reader = readers.get((entry.record, name))
    return reader(text) if reader is not None else text


def _report(key: Mapping[str, str]) -> str:
    period = words.period_name(parse_period(key["period"]))
    return f"{titles().get(key['kind'], key['kind'])}, {key['subject']}, {period}"


def _way(way: str) -> str:
    if way == PAPER:
        return translate("PaperWords", "numbered by hand")
    return translate("PaperWords", "with a printed number")


def _replaces(code: str) -> str:
    return translate("PaperWords", "replaces {code}").format(code=printed_code(code))


def _means(means: str) -> str:
    return role_words(means) if means in (HEAD, AGENCY) else means_words(means)


def _findings(text: str) -> str:
    found = [each.partition("=") for each in json.loads(text)]
    if not found:
        return translate("PaperWords", "nothing open")
    return ", ".join(translate("PaperWords", _OPEN[name]).format(count=count) for name, _sign, count in found)
