"""The register of evidence as lines: by item with what is asked for, or as a work list with the most urgent first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data.assessment.definitions import Item, in_place, leaves
from data.assessment.evidence import EvidenceState, EvidenceTask, FileState, answered
from data.assessment.records import Evidence
from ui import words
from ui.marking import QT_TRANSLATE_NOOP
from ui.models.line_model import Line
from ui.screens.evidence_work import Register

translate = QCoreApplication.translate
STATE_AT = 5

_STATES = {
    EvidenceState.MISSING: QT_TRANSLATE_NOOP("Evidence", "Missing"),
    EvidenceState.GONE: QT_TRANSLATE_NOOP("Evidence", "File not there any more"),
    EvidenceState.CHANGED: QT_TRANSLATE_NOOP("Evidence", "File changed since"),
    EvidenceState.UNREADABLE: QT_TRANSLATE_NOOP("Evidence", "File cannot be read"),
    EvidenceState.AWAY: QT_TRANSLATE_NOOP("Evidence", "Stick or drive not plugged in"),
}
_SIGNS = {
    EvidenceState.MISSING: "error",
    EvidenceState.EXPIRED: "error",
    EvidenceState.GONE: "warning",
    EvidenceState.CHANGED: "warning",
    EvidenceState.UNREADABLE: "warning",
    EvidenceState.AWAY: "missing",
    EvidenceState.EXPIRING: "not_due",
}


class Spot(NamedTuple):
    """A line of the register: a paper, or room for one.

    Attributes:
        number: Of the paper; 0 where there is none.
    """

    item: str
    asked: str = ""
    number: int = 0


def state_words(task: EvidenceTask) -> str:
    """Why something is to be done: "Thiếu", "Hết hạn 12 ngày", "Còn 30 ngày"."""
    days = abs(task.days or 0)
    if task.state is EvidenceState.EXPIRED:
        return translate("Evidence", "Expired %n day(s) ago", "", days)
    if task.state is EvidenceState.EXPIRING:
        return translate("Evidence", "%n day(s) left", "", days)
    return translate("Evidence", _STATES[task.state])


def counts_words(counts: Mapping[EvidenceState, int]) -> str:
    """How much work there is: "3 còn thiếu · 1 hết hạn"; empty without any."""
    files = sum(counts.get(state, 0) for state in (EvidenceState.GONE, EvidenceState.CHANGED, EvidenceState.UNREADABLE))
    parts = (
        (counts.get(EvidenceState.MISSING, 0), translate("Evidence", "{count} missing")),
        (counts.get(EvidenceState.EXPIRED, 0), translate("Evidence", "{count} expired")),
        (files, translate("Evidence", "{count} with a file gone or changed")),
        (counts.get(EvidenceState.AWAY, 0), translate("Evidence", "{count} on a stick not plugged in")),
        (counts.get(EvidenceState.EXPIRING, 0), translate("Evidence", "{count} about to expire")),
    )
    return " · ".join(text.format(count=count) for count, text in parts if count)


def item_title(code: str, text: str) -> str:
    """An item as it is called: "1.1  Xã có Ban Chỉ đạo …"."""
    return f"{code}  {text}"


def criterion_title(number: str, name: str) -> str:
    """A criterion as it is called: "Tiêu chí 1. Chỉ đạo …"."""
    return translate("Evidence", "Criterion {number}. {name}").format(number=number, name=name)


def lines_by_item(register: Register) -> list[Line]:
    """Every item with its papers and what is asked for and not there."""
    work = _by_spot(register.tasks)
    lines: list[Line] = []
    shown = ""
    for criterion, leaf in leaves(register.criteria_set):
        item = in_place(leaf, register.place.zone, register.place.region)
        if criterion.number != shown:
            shown = criterion.number
            lines.append(_heading(criterion_title(criterion.number, criterion.name_vi)))
        if criterion.items_complete:
            lines.append(_heading("    " + item_title(item.code, item.text_vi)))
        lines.extend(_item_lines(register, item, work))
    return lines


def lines_by_urgency(register: Register) -> list[Line]:
    """The work list."""
    lines = []
    for spot, tasks in _by_spot(register.tasks).items():
        paper = tasks[0].paper
        title = paper.title if paper is not None else spot.asked
        lines.append(_line(f"{spot.item}  {title}", spot, paper, tasks))
    return lines


def file_faults(papers: Sequence[Evidence], found: Mapping[int, FileState]) -> str:
    """What a check found wrong: "Không còn tệp: qd.pdf, bb.pdf. Tệp đã bị thay đổi: hd.pdf."; empty without faults."""
    names: dict[str, list[str]] = {}
    for paper in papers:
        names.setdefault(found.get(paper.number, FileState.SAME).value, []).append(_file_name(paper))
    said = [
        f"{translate('Evidence', text)}: {', '.join(names[state.value])}."
        for state, text in _STATES.items()
        if state.value in names
    ]
    return " ".join(said)


class Listed(NamedTuple):
    """The register as both lists, laid out off the GUI thread."""

    register: Register
    by_item: list[Line]
    by_urgency: list[Line]


def listed(register: Register) -> Listed:
    """Both lists."""
    return Listed(register, lines_by_item(register), lines_by_urgency(register))


def _item_lines(register: Register, item: Item, work: Mapping[Spot, Sequence[EvidenceTask]]) -> Sequence[Line]:
    papers = [paper for paper in register.assessed.evidence if paper.item == item.code]
    lines = []
    for line in answered(item, papers):
        if line.asked and not line.papers:
            spot = Spot(item.code, line.asked)
            lines.append(_line(line.asked, spot, None, work.get(spot, ())))
        for paper in line.papers:
            spot = Spot(item.code, line.asked, paper.number)
            lines.append(_line(paper.title, spot, paper, work.get(spot, ()), register.files.get(paper.number)))
    return lines or [_line(translate("Evidence", "(no paper yet)"), Spot(item.code), None, ())]


def _line(
    title: str, spot: Spot, paper: Evidence | None, tasks: Sequence[EvidenceTask], file: FileState | None = None
) -> Line:
    state = " · ".join(state_words(task) for task in tasks)
    if paper is None:
        return Line(
            ("        " + title, "", "", "", "", state), spot, _SIGNS[tasks[0].state] if tasks else "", STATE_AT
        )
    until = words.printed_date(paper.valid_until) if paper.valid_until else translate("Evidence", "no end")
    of_paper = (paper.paper_number, words.printed_date(paper.paper_date) if paper.paper_date else "")
    return Line(
        texts=(
            "        " + title,
            ", ".join(part for part in of_paper if part),
            paper.pages,
            _file_name(paper) or translate("Evidence", "(on paper)"),
            until,
            state or _sound_words(file),
        ),
        subject=spot,
        sign=_SIGNS[tasks[0].state] if tasks else "done",
        sign_at=STATE_AT,
        tip="\n".join(part for part in (title, spot.asked, state, paper.path, paper.note) if part),
    )


def _file_name(paper: Evidence) -> str:
    """The name of its file alone, whatever system the path was written on."""
    return paper.path.replace("\\", "/").rpartition("/")[2]


def _sound_words(file: FileState | None) -> str:
    if file is FileState.SAME:
        return translate("Evidence", "On record, file unchanged")
    return translate("Evidence", "On record")


def _heading(text: str) -> Line:
    return Line((text, "", "", "", "", ""), is_heading=True)


def _by_spot(tasks: Sequence[EvidenceTask]) -> dict[Spot, list[EvidenceTask]]:
    """The work by its line of the register, most urgent first."""
    found: dict[Spot, list[EvidenceTask]] = {}
    for task in tasks:
        found.setdefault(_spot(task), []).append(task)
    return found


def _spot(task: EvidenceTask) -> Spot:
    return Spot(task.item, task.asked, task.paper.number if task.paper is not None else 0)
