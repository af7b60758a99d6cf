"""Faults across files: what the records of a catalogue say of each other; one fault per thing that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from data.catalogue.assemble import assemble
from data.catalogue.content import Catalogue
from data.catalogue.figure_checks import check_element, check_indicator
from data.catalogue.known import Known
from data.catalogue.plan_checks import check_plan
from data.catalogue.reader import Draft, read_folder
from data.errors import Fault, FaultsError

_CODE = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def check_catalogue(folder: Path) -> tuple[Fault, ...]:
    """Every fault of a catalogue folder: first those of the files' form, then those across files; empty when sound."""
    draft = read_folder(folder)
    return (*draft.faults, *check_draft(draft))


def read_catalogue(folder: Path) -> Catalogue:
    """Read a catalogue folder.

    Raises:
        FaultsError: ``catalogue_faulty`` with every fault of the files.
    """
    draft = read_folder(folder)
    faults = (*draft.faults, *check_draft(draft))
    if faults:
        raise FaultsError("catalogue_faulty", faults)
    return assemble(draft)


def check_draft(draft: Draft) -> Iterator[Fault]:
    """Yield what is wrong between the records that could be read, in the order of the files."""
    known = Known.of(draft)
    yield from _check_codes(draft)
    yield from _check_conventions(draft, known)
    for element in draft.data_elements:
        yield from check_element(known, element)
    for indicator in draft.indicators:
        yield from check_indicator(known, indicator)
    for plan in draft.plans:
        yield from check_plan(known, plan)


def _check_codes(draft: Draft) -> Iterator[Fault]:
    """Codes are of the house's shape and stand once."""
    sources = draft.sources.sources if draft.sources else ()
    groups = draft.groups
    for several in (
        [(source.key, source) for source in sources],
        [(group.code, group) for group in (groups.element_groups if groups else ())],
        [(group.code, group) for group in (groups.indicator_groups if groups else ())],
        [(element.code, element) for element in draft.data_elements],
        [(indicator.code, indicator) for indicator in draft.indicators],
    ):
        yield from _check_once(draft, several)
        for code, record in several:
            if not _CODE.fullmatch(code):
                yield Fault("catalogue_code_shape", draft.place(record), {"code": code})
    for plan in draft.plans:
        for items in (plan.targets, plan.obligations, plan.reporting_duties, plan.projects):
            yield from _check_once(draft, [(item.id, item) for item in items])


def _check_once(draft: Draft, several: Iterable[tuple[str, object]]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for code, record in several:
        place = draft.place(record)
        if code in first:
            yield Fault("catalogue_duplicate_code", place, {"code": code, "first": first[code]})
        first.setdefault(code, place)


def _check_conventions(draft: Draft, known: Known) -> Iterator[Fault]:
    """The reporting regimes name sources; the numbers of criteria are whole."""
    if draft.conventions is None:
        return
    for stream in draft.conventions.reporting_streams:
        yield from known.dangling("source", stream.source_keys, f"{draft.place(stream)}: source_keys")
    place = "conventions.toml: criteria_numbering: from_4667_to_1300"
    for number in draft.conventions.criteria_numbering.from_4667_to_1300:
        if not number.isdecimal():
            yield Fault("catalogue_not_whole", f"{place}: {number}", {"value": number})
