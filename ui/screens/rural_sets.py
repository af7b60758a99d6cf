"""New-rural sets on the page of criteria sets: their versions, a file checked before it is kept, all of it in words.

Asked and written off the GUI thread; touches no widget.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from data import assessment_commands, assessment_queries
from data.assessment.records import StoredSet
from data.assessment.rural import SHIPPED, RuralIndicator, RuralSet
from data.assessment.rural_reader import read_rural_set
from data.assessment.rural_shipped import shipped_rural_sets
from data.catalogue.content import Catalogue
from data.model import Changes
from data.rural_queries import RURAL_SET, rural_sets
from reports.sections.rural_tables import all_levels, units_of
from reports.sections.wording import certainty_words
from ui import words
from ui.models.line_model import Line
from ui.session import Session
from ui.widgets.review_page import Review

if TYPE_CHECKING:
    from data.exchange.rural_files import ReadRural

translate = QCoreApplication.translate


class RuralEntry(NamedTuple):
    """A new-rural set in one version.

    Attributes:
        stored: Who entered it and from which file; None for a shipped one.
        is_newest: Whether the report takes this version.
    """

    rural_set: RuralSet
    stored: StoredSet | None
    is_newest: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """Id, version, and that it is no criteria set: both may have the same id."""
        return self.rural_set.id, self.rural_set.version, RURAL_SET


class RuralChecked(NamedTuple):
    """A file of a new-rural set that was read and found sound.

    Attributes:
        before: The newest version of the same id that is there; None for a new set.
        is_known: Whether this very version is the newest one already.
    """

    path: Path
    read: ReadRural
    before: RuralSet | None
    is_known: bool


# --- asked and written ---------------------------------------------------------------------------------------------


def rural_entries(session: Session) -> tuple[RuralEntry, ...]:
    """All new-rural sets in all versions: the newest years first, of one set the newest version first."""
    store = session.store
    newest = {each.id: (each.origin, each.version) for each in rural_sets(store)}
    found: list[tuple[RuralSet, StoredSet | None]] = []
    for stored in reversed(assessment_queries.stored_sets(store, RURAL_SET)):
        own = read_rural_set(json.loads(stored.content), stored.code)[0]
        if own is not None:  # read when it was stored; a later program may refuse what this one took
            found.append((own, stored))
    found += [(each, None) for each in shipped_rural_sets()]
    entries = [RuralEntry(each, stored, newest[each.id] == (each.origin, each.version)) for each, stored in found]
    return tuple(sorted(entries, key=lambda entry: (-entry.rural_set.first_year, entry.rural_set.id)))


def checked_rural(session: Session, path: Path) -> RuralChecked:
    """Read and check a file of a new-rural set; nothing is written.

    Raises:
        FaultsError: criteria_refused with the faults, each with its place.
        UserError, EnvironmentFault: As ``read_rural_file``.
    """
    from data.exchange.rural_files import read_rural_file

    read = read_rural_file(path, session.catalogue)
    found = read.rural_set
    before = {each.id: each for each in rural_sets(session.store)}.get(found.id)
    is_known = before is not None and (before.origin, before.version) == (found.origin, found.version)
    return RuralChecked(path=path, read=read, before=before, is_known=is_known)


def save_rural(session: Session, checked: RuralChecked) -> Changes:
    """Keep a new-rural set in the station file as a version of its own; the versions before it stay."""
    found = checked.read.rural_set
    stored = StoredSet(found.id, found.version, checked.read.content, checked.path.name, RURAL_SET)
    return assessment_commands.save_definition(session.store, stored, session.by())


# --- in words ------------------------------------------------------------------------------------------------------


def rural_lines(entries: Sequence[RuralEntry]) -> list[Line]:
    """A heading for each set, a line for each version of it."""
    lines: list[Line] = []
    shown = ""
    for entry in entries:
        found = entry.rural_set
        if found.id != shown:
            shown = found.id
            lines.append(Line((f"{found.id}  {found.title_vi}", "", "", "", ""), is_heading=True))
        version = found.version
        if entry.is_newest:
            version = translate("CriteriaSets", "{version} (in use)").format(version=version)
        texts = (version, _origin(found), _certainty(found), _years(found), "")
        lines.append(Line(texts, entry.key, "done" if entry.is_newest else "", 0))
    return lines


def rural_details(entry: RuralEntry, catalogue: Catalogue) -> list[str]:
    """Everything known of a version, a line each."""
    return [f"{caption}: {text}" for caption, text in _details(entry, catalogue) if text]


def rural_review(checked: RuralChecked, catalogue: Catalogue) -> Review:
    """What a file would bring, before anything is written."""
    found, before = checked.read.rural_set, checked.before
    names = {"set": found.id, "title": found.title_vi}
    if checked.is_known:
        lines, summary = [], translate("CriteriaSets", "This very version of {set} is there already.")
    elif before is None:
        lines, summary = _contents(found, catalogue), translate("CriteriaSets", "A new new-rural set: {set}, {title}.")
    else:
        lines = _changes(before, found, catalogue)
        summary = translate("CriteriaSets", "A new version of the new-rural set {set}. What changes:")
    text = translate(
        "CriteriaSets", "Certainty as written in the file: {certainty}. It is shown as entered by the station."
    )
    return Review(
        title=translate("CriteriaSets", "Checked: nothing has been written yet"),
        about=str(checked.path),
        summary=summary.format(**names),
        lines=lines,
        caption=text.format(certainty=certainty_words(found.certainty)),
        accept="" if checked.is_known else translate("CriteriaSets", "&Import this set"),
    )


def _origin(found: RuralSet) -> str:
    if found.origin == SHIPPED:
        return translate("CriteriaSets", "comes with the program")
    return translate("CriteriaSets", "entered by the station")


def _certainty(found: RuralSet) -> str:
    """Whose levels these are and how certain, as it must stand wherever the set is shown."""
    if found.origin == SHIPPED:
        return certainty_words(found.certainty)
    own = translate("Assessment", "entered by the station, not official")
    return f"{own}; {certainty_words(found.certainty)}"


def _years(found: RuralSet) -> str:
    if found.first_year == found.last_year:
        return str(found.first_year)
    return f"{found.first_year} – {found.last_year}"


def _details(entry: RuralEntry, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    found, stored = entry.rural_set, entry.stored
    yield translate("CriteriaSets", "Title"), found.title_vi
    yield translate("CriteriaSets", "Decision"), found.decision
    yield translate("CriteriaSets", "Certainty"), _certainty(found)
    yield translate("CriteriaSets", "Levels for the years"), _years(found)
    yield translate("CriteriaSets", "Levels of"), found.levels_vi
    yield translate("CriteriaSets", "Remark"), found.note
    for source in found.source:
        yield translate("CriteriaSets", "Source"), source
    yield translate("CriteriaSets", "Version"), found.version
    entered = [_origin(found)]
    if stored is not None:
        moment = words.printed_moment(stored.stored_at) if stored.stored_at is not None else ""
        entered += [stored.stored_by, moment, stored.source_name]
    yield translate("CriteriaSets", "Where from"), " · ".join(part for part in entered if part)
    for line in _contents(found, catalogue):
        yield translate("CriteriaSets", "Indicator"), line


def _contents(found: RuralSet, catalogue: Catalogue) -> list[str]:
    """Each indicator with its level, as its source prints it."""
    levels = _levels(found, catalogue)
    return [f"{_name(each)}: {levels[each.code]}" for each in found.indicators]


def _changes(before: RuralSet, found: RuralSet, catalogue: Catalogue) -> list[str]:
    """Indicators that are new, gone, or have another level; by code."""
    old, new = ({each.code: each for each in one.indicators} for one in (before, found))
    were, are = _levels(before, catalogue), _levels(found, catalogue)
    lines = []
    for code, each in new.items():
        if code not in old:
            text = translate("CriteriaSets", "New: {indicator}: {level}")
            lines.append(text.format(indicator=_name(each), level=are[code]))
        elif were[code] != are[code]:
            lines.append(f"{_name(each)}: {were[code]} → {are[code]}")
        elif old[code] != each:
            text = translate("CriteriaSets", "{indicator}: the level stays, something else is written otherwise.")
            lines.append(text.format(indicator=_name(each)))
    text = translate("CriteriaSets", "Gone: {indicator}: {level}")
    lines += [text.format(indicator=_name(each), level=were[code]) for code, each in old.items() if code not in new]
    stays = translate("CriteriaSets", "The indicators stay as they are; only what is said of the set changes.")
    return lines or [stays]


def _levels(found: RuralSet, catalogue: Catalogue) -> dict[str, str]:
    """Code of each indicator -> its level: printed, one figure, or one for each region or group."""
    units = units_of(found, catalogue)
    return {each.code: all_levels(each, units.get(each.binds, "")) for each in found.indicators}


def _name(each: RuralIndicator) -> str:
    return f"{each.number} {each.name_vi}".strip()
