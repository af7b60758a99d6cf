"""What the page says before the first answer of a year."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication

from data.printing import printed_points
from ui.screens import assessment_words as said
from ui.screens.assessment_work import Choice, Sheet
from ui.widgets.assessment_start import AssessmentStart

translate = QCoreApplication.translate


def show_start(start: AssessmentStart, sheet: Sheet, *, can_write: bool) -> None:
    """Fill the page that teaches."""
    title = translate("Assessment", "Self-assessment of {year}: not begun yet").format(year=sheet.year)
    used = sheet.criteria_set
    if used is None:
        text = translate(
            "Assessment",
            "No criteria set that can be scored is in force on 31 December {year}. Bring in the station's own score "
            "table, or choose another year.",
        ).format(year=sheet.year)
        start.show_year(title, html.escape(text) + _listed(sheet), (), "", can_begin=False)
        return
    warning = ""
    if not used.pass_rule.knock_out_items_known:
        warning = translate(
            "Assessment",
            "With the set “{set}” points are entered criterion by criterion, and the result stays without a verdict: "
            "{why}. Bring in the station's own full table to have one.",
        ).format(set=used.title_vi, why=said.knock_outs_unchecked())
    if not can_write:
        warning = translate("Assessment", "The file is open for reading only; nothing can be typed.")
    start.show_year(title, _listed(sheet), _steps(), warning, can_begin=can_write)


def _steps() -> tuple[str, ...]:
    return (
        translate("Assessment", "Type an answer for each line; Enter goes to the next, every answer is saved at once."),
        translate(
            "Assessment", "What the station's figures answer is scored by itself; another answer needs a reason."
        ),
        translate("Assessment", "Below the table stands at any time what is missing until the rule is met."),
        translate("Assessment", "Add the points of the appraisal beside yours, and print score sheet and minutes."),
    )


def _listed(sheet: Sheet) -> str:
    """The sets of the year with their certainty, as rich text."""
    head = translate("Assessment", "Sets in force in {year}:").format(year=sheet.year)
    lines = "".join(f"<li>{_line(each, sheet)}</li>" for each in sheet.choices)
    return f"<p>{html.escape(head)}</p><ul>{lines}</ul>" if lines else ""


def _line(choice: Choice, sheet: Sheet) -> str:
    used = choice.criteria_set
    parts = [said.certainty(used)]
    if choice.can_score:
        count = translate("Assessment", "%n criteria, {points} points", "", len(used.criteria))
        parts.insert(0, count.format(points=printed_points(used.total_points)))
    else:
        parts.append(translate("Assessment", "names only, cannot be scored"))
    is_chosen = sheet.criteria_set is not None and used.id == sheet.criteria_set.id
    title = html.escape(used.title_vi)
    shown = f"<b>{title}</b>" if is_chosen else title
    return f"{shown} ({html.escape(used.decision)}): {html.escape('; '.join(parts))}"
