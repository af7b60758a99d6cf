"""What "Kiểm tra bản in" says: how a code is typed so far, and what was found out."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data.documents.codes import CODE_LETTERS, printed_code, typed_letters
from data.documents.states import ReportState
from reports.verifying import Outcome
from ui.messages import Messages
from ui.screens.print_check_work import Checked
from ui.verify_words import VerifyWords

translate = QCoreApplication.translate


class Verdict(NamedTuple):
    """What was found out: the sign beside it, the sentence, and everything else on lines of its own."""

    sign: str
    sentence: str
    lines: tuple[str, ...] = ()


def hint(typed: str) -> str:
    """What a code lacks while it is typed; empty for a whole one and for nothing."""
    code, wrong = typed_letters(typed)
    if not code:
        return ""
    if wrong:
        said = translate("PrintCheck", "No code has {signs}: it is made of figures and of letters without I, L, O, U.")
        return said.format(signs=", ".join(wrong))
    missing = CODE_LETTERS - len(code)
    if missing > 0:
        return translate("PrintCheck", "%n letter(s) to go", "", missing)
    return translate("PrintCheck", "%n letter(s) too many", "", -missing) if missing < 0 else ""


def verdict(messages: Messages, checked: Checked) -> Verdict:
    """What was found out, in sentences."""
    head, *rest = VerifyWords(messages).lines(checked.found)
    if not checked.name:
        return _of_code(checked, tuple(rest))
    if checked.form:
        said = translate(
            "PrintCheck",
            "This file calls itself a copy ({form}) of the report: a copy is not the frozen file, so that the program "
            "cannot prove it. Please compare it page by page with the report beside it.",
        )
        return Verdict("warning", said.format(form=checked.form), tuple(rest))
    sign = {Outcome.UNCHANGED: "done", Outcome.SIGNED: "done", Outcome.CHANGED: "error"}.get(checked.found.outcome)
    if sign == "done" and _is_over(checked):
        sign = "warning"
    return Verdict(sign or "undecided", head, tuple(rest))


def _of_code(checked: Checked, rest: tuple[str, ...]) -> Verdict:
    """A code alone proves nothing of the paper: that is for a person's eyes."""
    found = checked.found
    if found.report is None:
        said = translate("PrintCheck", "This file has no frozen report with the code {code}.")
        return Verdict("error", said.format(code=printed_code(found.code)))
    said = translate(
        "PrintCheck",
        "The code belongs to the report beside it. Please compare the paper with it page by page: the code alone does "
        "not prove the figures.",
    )
    return Verdict("warning" if _is_over(checked) else "undecided", said, rest)


def _is_over(checked: Checked) -> bool:
    """Whether the report was replaced or cancelled."""
    return checked.found.state in (ReportState.SUPERSEDED, ReportState.CANCELLED)
