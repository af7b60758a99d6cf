"""What the page of criteria sets asks and writes, off the GUI thread; touches no widget."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from data import assessment_commands, assessment_queries
from data.assessment import writer
from data.assessment.changes import SetChange, set_changes
from data.assessment.definitions import CriteriaSet
from data.assessment.integrity import faults_of, warnings_of
from data.assessment.library import set_of
from data.assessment.moves import Move, moved
from data.assessment.reader import read_set
from data.assessment.records import Assessed, Assessment, StoredSet
from data.assessment.shipped import shipped_sets
from data.errors import Fault, FaultsError, UserError
from data.history import RecordsAsked
from data.model import Changes
from data.queries import Store
from data.record_history import record_history
from ui.screens.rural_sets import RuralChecked, checked_rural
from ui.session import Session

if TYPE_CHECKING:
    from data.exchange.criteria_files import ReadSet

REASONS = 500
"""So many of the newest log entries about sets are looked through for the reasons of their versions."""


class SetEntry(NamedTuple):
    """A set in one version.

    Attributes:
        stored: Who entered it and from which file; None for a shipped one.
        years: Years that are assessed by this very version.
        is_newest: Whether new assessments take this version.
        reason: Why this version was made, as it was said when it was kept.
    """

    criteria_set: CriteriaSet
    stored: StoredSet | None
    years: tuple[int, ...]
    is_newest: bool
    reason: str = ""

    @property
    def file_name(self) -> str:
        """Under what it is handed over unless the person says otherwise: a plain name, whatever the id holds."""
        from ui.output_files import plain_name

        return f"{plain_name(self.criteria_set.id)}.xlsx"

    @property
    def key(self) -> tuple[str, str]:
        """Id and version."""
        return self.criteria_set.id, self.criteria_set.version


class Checked(NamedTuple):
    """A file of a set that was read and found sound.

    Attributes:
        before: The newest version of the same id that is there; None for a new set.
        changes: What the file changes of it.
        is_known: Whether this very version is the newest one already.
    """

    path: Path
    read: ReadSet
    before: CriteriaSet | None
    changes: tuple[SetChange, ...]
    is_known: bool


class Moving(NamedTuple):
    """An assessment on its way to another version."""

    assessed: Assessed
    old: CriteriaSet
    new: CriteriaSet
    move: Move


def entries_of(session: Session) -> tuple[SetEntry, ...]:
    """All sets in all versions: by id, newest version first."""
    store = session.store
    begun = assessment_queries.assessments(store)
    newest = {each.id: each.version for each in assessment_queries.criteria_sets(store)}
    reasons = _reasons(store)
    found: list[tuple[CriteriaSet, StoredSet | None]] = []
    found += [(set_of(stored), stored) for stored in reversed(assessment_queries.stored_sets(store))]
    found += [(each, None) for each in shipped_sets()]
    entries = [
        SetEntry(
            criteria_set=each,
            stored=stored,
            years=tuple(made.year for made in begun if (made.criteria_set, made.version) == (each.id, each.version)),
            is_newest=newest[each.id] == each.version,
            reason=reasons.get((each.id, each.version), "") if stored is not None else "",
        )
        for each, stored in found
    ]
    order = list(dict.fromkeys(entry.criteria_set.id for entry in sorted(entries, key=_age)))
    return tuple(sorted(entries, key=lambda entry: order.index(entry.criteria_set.id)))


def _reasons(store: Store) -> dict[tuple[str, str], str]:
    """Why versions were kept, as the log says, by id and version; the newest reason of each."""
    log = record_history(store, RecordsAsked(kinds=("definition",), most=REASONS))
    return {(each.key["code"], each.key["version"]): each.why for each in reversed(log) if each.why}


def _age(entry: SetEntry) -> tuple[int, str]:
    return -entry.criteria_set.valid_from.toordinal(), entry.criteria_set.id


def read_file(session: Session, path: Path) -> Checked:
    """Read a file of a set, check it, and see what it would change; nothing is written.

    Raises:
        FaultsError: criteria_refused with the faults, each with its place.
        UserError: As ``read_criteria_file``.
        EnvironmentFault: As ``read_criteria_file``.
    """
    from data.exchange.criteria_files import read_criteria_file

    read = read_criteria_file(path, session.catalogue)
    found = read.criteria_set
    known = {each.id: each for each in assessment_queries.criteria_sets(session.store)}
    before = known.get(found.id)
    return Checked(
        path=path,
        read=read,
        before=before,
        changes=set_changes(before, found) if before is not None else (),
        is_known=before is not None and before.version == found.version,
    )


def read_any(session: Session, path: Path) -> Checked | RuralChecked:
    """Read a file of a criteria set, or of a new-rural one where it says so itself; nothing is written.

    Raises:
        FaultsError, UserError, EnvironmentFault: As ``read_file``.
    """
    from data.exchange.criteria_files import parse_file
    from data.exchange.rural_files import is_rural

    return checked_rural(session, path) if is_rural(parse_file(path)) else read_file(session, path)


def write_file(session: Session, criteria_set: CriteriaSet, path: Path) -> Path:
    """Write a set as one file that other stations can import.

    Raises:
        UserError: As ``check_output``.
        EnvironmentFault: As ``replace_file``.
    """
    from data.exchange.criteria_files import write_criteria_file
    from ui.output_files import check_output

    check_output(path, session.path)
    write_criteria_file(writer.tree_of(criteria_set), path)
    return path


def write_template(session: Session, path: Path, known: CriteriaSet | None) -> Path:
    """Write a table to fill in: with what is known of a set that is not complete, else empty.

    Raises:
        UserError: As ``check_output``.
        EnvironmentFault: As ``replace_file``.
    """
    from data.exchange.criteria_sheets import template_xlsx
    from data.exchange.files import replace_file
    from ui.output_files import check_output

    check_output(path, session.path)
    replace_file(path, template_xlsx(known))
    return path


def save_set(session: Session, criteria_set: CriteriaSet, source_name: str, reason: str = "") -> Changes:
    """Keep a set in the station file as a version of its own; the versions before it stay."""
    stored = writer.stored(criteria_set, source_name)
    return assessment_commands.save_definition(session.store, stored, session.by(reason))


def draft_checked(session: Session, draft: CriteriaSet, before: CriteriaSet) -> tuple[CriteriaSet, tuple[Fault, ...]]:
    """A set that was changed in the window, in the version that it now is, with what looks like a slip.

    Raises:
        FaultsError: criteria_draft_refused, with the faults at their places in the tree.
        UserError: criteria_nothing_changed.
    """
    found, faults = read_set(writer.tree_of(draft))
    if found is not None:
        faults = faults_of(found, session.catalogue)
    if found is None or faults:
        raise FaultsError("criteria_draft_refused", faults)
    if found.version == before.version:
        raise UserError("criteria_nothing_changed")
    return found, warnings_of(found, session.catalogue)


def moving_of(session: Session, year: int, new: CriteriaSet) -> Moving:
    """What becomes of a year's assessment in another version.

    Raises:
        UserError: assessment_unknown, as ``criteria_set``; assessment_is_recognised (``year``): its result counts.
    """
    store = session.store
    found = assessment_queries.assessed(store, year, new.id)
    if any(layer.is_recognised for layer in found.layers):
        raise UserError("assessment_is_recognised", year=year)
    old = assessment_queries.used_set(store, year, new.id)
    new = assessment_queries.criteria_set(store, new.id, new.version)  # with the codes that its figures can hold
    place = assessment_queries.place_on(store, session.catalogue, year)
    return Moving(assessed=found, old=old, new=new, move=moved(old, new, found, place))


def movable(begun: tuple[Assessment, ...], entry: SetEntry) -> tuple[int, ...]:
    """Years that are assessed by another version of the same set."""
    code, version = entry.key
    return tuple(each.year for each in begun if each.criteria_set == code and each.version != version)
