"""The register of evidence: what papers each item asks for, which are on record, and what is still to be done about it.

Pure: what the files themselves look like is handed in (``data.exchange.evidence_files``).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet, Item, in_place, leaves
from data.assessment.records import NOT_APPLICABLE, SELF_LAYER, Assessed, Evidence
from data.assessment.results import Place

SOON_DAYS = 60
"""A paper that ends within so many days is work already (own choice: two months to have it renewed)."""


class FileState(enum.Enum):
    """How the file of a paper looks now.

    AWAY: the stick or drive that it lies on is not there, so nothing can be said of it.
    """

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    AWAY = "away"
    UNREADABLE = "unreadable"


class EvidenceState(enum.Enum):
    """Why something is to be done, most urgent first."""

    MISSING = "missing"
    EXPIRED = "expired"
    GONE = "gone"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    AWAY = "away"
    EXPIRING = "expiring"


class EvidenceTask(NamedTuple):
    """Something to be done about the papers of an item.

    Attributes:
        asked: The line of the set that asks for the paper; empty where it is not asked for by a line.
        paper: The paper on record; None when it is missing.
        days: Days left; 0 on its last day, below 0 when expired, None where no day is concerned.
    """

    state: EvidenceState
    item: str
    asked: str = ""
    paper: Evidence | None = None
    days: int | None = None


class AskedPaper(NamedTuple):
    """A line of an item that asks for papers, with the papers that answer it; ``asked`` is empty for all others."""

    asked: str
    papers: tuple[Evidence, ...] = ()


_OF_FILE = {
    FileState.GONE: EvidenceState.GONE,
    FileState.CHANGED: EvidenceState.CHANGED,
    FileState.UNREADABLE: EvidenceState.UNREADABLE,
    FileState.AWAY: EvidenceState.AWAY,
}
_URGENCY = {state: place for place, state in enumerate(EvidenceState)}


def days_left(paper: Evidence, today: date) -> int | None:
    """Days that a paper still supports anything: 0 on its last day, below 0 when expired; None for ever."""
    return None if paper.valid_until is None else (paper.valid_until - today).days


def is_valid_on(paper: Evidence, day: date) -> bool:
    """Whether a paper supports anything on a day; its last day counts."""
    return paper.valid_until is None or day <= paper.valid_until


def judged_on(year: int, today: date) -> date:
    """The day on which a paper must hold to support an assessed year: its 31 December, or today while it is not over.

    The one rule for register, score table, dry run, paper and carrying over.
    """
    return min(date(year, 12, 31), today)


def answered(item: Item, papers: Sequence[Evidence]) -> tuple[AskedPaper, ...]:
    """The papers of an item under the lines that ask for them, in the order of the set, then all others.

    A paper that names no line answers none: it is never passed off as one that is asked for.

    Args:
        item: As it reads in the station's zone.
        papers: Of this item.
    """
    by_line: dict[str, list[Evidence]] = {line: [] for line in item.evidence}
    rest: list[Evidence] = []
    for paper in papers:
        by_line.get(paper.asked, rest).append(paper)
    lines = [AskedPaper(asked=line, papers=tuple(found)) for line, found in by_line.items()]
    return (*lines, AskedPaper(asked="", papers=tuple(rest)))


def open_lines(item: Item, papers: Iterable[Evidence], today: date) -> tuple[str, ...]:
    """The lines of an item that no paper answers which is valid on a day, in the order of the set."""
    filled = {paper.asked for paper in papers if paper.item == item.code and is_valid_on(paper, today)}
    return tuple(line for line in item.evidence if line not in filled)


def work_list(
    criteria_set: CriteriaSet,
    assessed: Assessed,
    place: Place,
    today: date,
    files: Mapping[int, FileState] | None = None,
) -> tuple[EvidenceTask, ...]:
    """What is to be done about the evidence of an assessment: most urgent first, then in the order of the table.

    Papers are judged on the day of ``judged_on``. Items that were answered "not applicable" by the station ask for
    nothing. An expired paper is no work where another paper answers the same line, though its lost file is. Missing
    papers are those that the set asks for by a line; a year that is over has none that are about to expire.

    Args:
        criteria_set: The set in the version of the assessment.
        assessed: What is recorded.
        place: Zone and region, which may change what is asked for.
        today: From which days are counted.
        files: How the files look, by number of the paper; those not named were not looked at.
    """
    absent = {each.item for each in assessed.answers if (each.layer, each.answer) == (SELF_LAYER, NOT_APPLICABLE)}
    days = _Days(judged_on(assessed.assessment.year, today), today)
    tasks: list[EvidenceTask] = []
    for _criterion, leaf in leaves(criteria_set):
        item = in_place(leaf, place.zone, place.region)
        if item.code not in absent and item.scored.applies:
            papers = [paper for paper in assessed.evidence if paper.item == item.code]
            for line in answered(item, papers):
                tasks.extend(_line_tasks(item.code, line, days, files or {}))
    return tuple(sorted(tasks, key=lambda task: (_URGENCY[task.state], task.days or 0)))


def counted(tasks: Iterable[EvidenceTask]) -> dict[EvidenceState, int]:
    """How many tasks there are of each kind, most urgent first; kinds without tasks are left out."""
    found = [task.state for task in tasks]
    return {state: found.count(state) for state in EvidenceState if state in found}


def carried_over(criteria_set: CriteriaSet, before: Assessed, now: Assessed, today: date) -> tuple[Evidence, ...]:
    """Papers of an earlier assessment that support this year too, for the items that are there now; not numbered.

    A paper that is on record already (same item, title and number) is passed over.
    """
    codes = {leaf.code for _criterion, leaf in leaves(criteria_set)}
    known = {(paper.item, paper.title, paper.paper_number) for paper in now.evidence}
    head = now.assessment
    day = judged_on(head.year, today)
    return tuple(
        paper._replace(year=head.year, criteria_set=head.criteria_set, number=0, stored_by="", stored_at=None)
        for paper in before.evidence
        if paper.item in codes
        and is_valid_on(paper, day)
        and (paper.item, paper.title, paper.paper_number) not in known
    )


class _Days(NamedTuple):
    """The day on which papers are judged, and today, from which days are counted."""

    judged: date
    today: date


def _line_tasks(code: str, line: AskedPaper, days: _Days, files: Mapping[int, FileState]) -> Iterable[EvidenceTask]:
    """Tasks of one line; a paper can be expired and its file lost."""
    valid = [paper for paper in line.papers if is_valid_on(paper, days.judged)]
    if line.asked and not line.papers:
        yield EvidenceTask(state=EvidenceState.MISSING, item=code, asked=line.asked)
    for paper in line.papers:
        left = days_left(paper, days.today)
        of_file = _OF_FILE.get(files.get(paper.number, FileState.SAME))
        if of_file is not None:
            yield EvidenceTask(of_file, code, line.asked, paper)
        if not is_valid_on(paper, days.judged):
            if not _is_replaced(paper, line, valid):
                yield EvidenceTask(EvidenceState.EXPIRED, code, line.asked, paper, left)
        elif left is not None and left <= SOON_DAYS and days.judged == days.today:
            yield EvidenceTask(EvidenceState.EXPIRING, code, line.asked, paper, left)


def _is_replaced(paper: Evidence, line: AskedPaper, valid: Sequence[Evidence]) -> bool:
    """Whether a valid paper stands in for an expired one: of the same line, or of the same title where none asks."""
    return any(line.asked or each.title.casefold() == paper.title.casefold() for each in valid)
