"""What the page of evidence asks and writes, off the GUI thread; touches no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from data import assessment_commands, assessment_queries
from data.assessment.definitions import CriteriaSet, leaves
from data.assessment.evidence import EvidenceTask, FileState, carried_over, judged_on, work_list
from data.assessment.records import Assessed, Assessment, Evidence
from data.assessment.results import Place
from data.assessment.suggestions import OnRecord, suggestions_of
from data.model import Changes
from ui.screens.criteria_page import About
from ui.session import Session
from ui.tasks import Task


class Register(NamedTuple):
    """The papers of an assessment as they are shown.

    Attributes:
        day: On which papers must hold to support the year.
        carried: Papers of the year before that hold still and are not here yet.
        suggested: Papers that may serve ("gợi ý", never official), by item.
        files: How the files look, by number of the paper, as far as they were looked at now or checked before.
    """

    criteria_set: CriteriaSet
    assessed: Assessed
    place: Place
    day: date
    tasks: tuple[EvidenceTask, ...]
    carried: tuple[Evidence, ...]
    suggested: Mapping[str, tuple[str, ...]]
    files: Mapping[int, FileState]


def register_of(session: Session, about: About, files: Mapping[int, FileState]) -> Register:
    """Everything the page shows; ``files`` were checked before, and all are glanced at now.

    Raises:
        UserError: As ``assessment_queries.used_set``.
    """
    store = session.store
    used = assessment_queries.used_set(store, about.year, about.criteria_set)
    now = _assessed(session, about.year, about.criteria_set, used.version)
    place = assessment_queries.place_on(store, session.catalogue, about.year)
    before = _assessed(session, about.year - 1, about.criteria_set, used.version)
    seen = glanced(now.evidence, files)
    return Register(
        criteria_set=used,
        assessed=now,
        place=place,
        day=judged_on(about.year, session.today),
        tasks=work_list(used, now, place, session.today, seen),
        carried=carried_over(used, before, now, session.today),
        suggested=_suggested(session, used),
        files=seen,
    )


def _suggested(session: Session, criteria_set: CriteriaSet) -> dict[str, tuple[str, ...]]:
    """The suggested checklist of each criterion, for every leaf of it."""
    found = suggestions_of(criteria_set, session.catalogue, OnRecord(plans=(), states=(), evidence=(), year=0))
    texts = {each.criterion: tuple(line.text_vi for line in each.checklist) for each in found}
    return {leaf.code: texts[criterion.number] for criterion, leaf in leaves(criteria_set)}


def _assessed(session: Session, year: int, code: str, version: str) -> Assessed:
    """What is recorded of a year; of one that was not begun its papers, which need no assessment."""
    known = {(each.year, each.criteria_set) for each in assessment_queries.assessments(session.store)}
    if (year, code) in known:
        return assessment_queries.assessed(session.store, year, code)
    papers = assessment_queries.evidence_of(session.store, year, code)
    return Assessed(Assessment(year=year, criteria_set=code, version=version), evidence=papers)


def looked_at(paper: Evidence, before: Evidence | None, folder: Path, task: Task) -> Evidence:
    """The paper with the size and SHA-256 of its file; an unchanged path keeps what is on record.

    Args:
        paper: As typed; its path may stand in quotation marks, as Windows copies it, or be relative to ``folder``.
        before: As it is on record; None for a new one.
        folder: Where the station file lies.
        task: Told how far the reading has come.

    Raises:
        UserError: As ``evidence_files.look``.
        EnvironmentFault: As ``evidence_files.look``.
    """
    from data.exchange.evidence_files import look

    typed = paper.path.strip().strip('"').removeprefix("file://")
    if not typed:
        return paper._replace(path="", size=None, sha256="")
    path = folder / typed
    if before is not None and before.path == str(path):
        return paper._replace(path=before.path, size=before.size, sha256=before.sha256)
    seen = look(path, task.progress)
    return paper._replace(path=str(path), size=seen.size, sha256=seen.sha256)


def checked_files(papers: Sequence[Evidence], task: Task) -> dict[int, FileState]:
    """How the files of papers look now, by number; papers without a file are left out.

    Raises:
        Cancelled: When a person stops it.
    """
    from data.exchange.evidence_files import state_of

    with_files = [paper for paper in papers if paper.path]
    whole = sum(paper.size or 0 for paper in with_files) or 1
    found: dict[int, FileState] = {}
    done = 0
    for paper in with_files:
        before = done

        def told(read: int, _of: int, before: int = before) -> None:
            task.progress(min(before + read, whole), whole)

        state = state_of(paper, told)
        done += paper.size or 0
        task.progress(min(done, whole), whole)
        if state is not None:
            found[paper.number] = state
    return found


def glanced(papers: Sequence[Evidence], checked: Mapping[int, FileState]) -> dict[int, FileState]:
    """How the files look as far as it shows without reading them; what an earlier check read stands beside it."""
    from data.exchange.evidence_files import glance

    found: dict[int, FileState] = {}
    for paper in papers:
        state = glance(paper)
        before = checked.get(paper.number)
        if state is not None:
            found[paper.number] = state
        elif before in (FileState.SAME, FileState.CHANGED):
            found[paper.number] = before
    return found


def save_papers(session: Session, papers: Sequence[Evidence]) -> Changes:
    """Write papers. They begin no assessment: that is a person's decision on the score table.

    Raises:
        UserError: As ``save_evidence``.
    """
    return assessment_commands.save_evidence(session.store, papers, session.by())
