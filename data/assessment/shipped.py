"""The criteria sets that come with the program: ``assets/catalogue/criteria/*.toml``, read when they are asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from data.assessment.definitions import CriteriaSet
from data.assessment.integrity import faults_of
from data.assessment.reader import read_set
from data.assessment.toml_form import line_of, read_toml
from data.catalogue.content import Catalogue
from data.errors import EnvironmentFault, Fault
from data.paths import asset

FOLDER = ("catalogue", "criteria")


@cache
def shipped_sets() -> tuple[CriteriaSet, ...]:
    """All shipped sets, the one in force last first.

    Raises:
        EnvironmentFault: catalogue_unreadable (``file``) when a file is missing or damaged.
    """
    found = []
    for path in _paths():
        try:
            criteria_set, _faults = read_set(read_toml(path.read_text("utf-8")))
        except (OSError, ValueError) as error:
            raise EnvironmentFault("catalogue_unreadable", file=path.name) from error
        if criteria_set is None:
            raise EnvironmentFault("catalogue_unreadable", file=path.name)
        found.append(criteria_set._replace(is_shipped=True))
    return tuple(sorted(found, key=lambda each: each.valid_from, reverse=True))


def shipped_faults(catalogue: Catalogue, folder: Path | None = None) -> tuple[Fault, ...]:
    """What is wrong with the shipped files, each fault with file and place; for ``catalogue check``."""
    faults: list[Fault] = []
    for path in _paths(folder):
        name = f"criteria/{path.name}"
        try:
            text = path.read_text("utf-8")
            tree = read_toml(text)
        except UnicodeDecodeError as error:
            faults.append(Fault("catalogue_not_utf8", name, {"byte": str(error.start + 1)}))
            continue
        except tomllib.TOMLDecodeError as error:
            faults.append(Fault("catalogue_not_toml", name, {"line": line_of(error, text)}))
            continue
        criteria_set, found = read_set(tree)
        found = found or (faults_of(criteria_set, catalogue) if criteria_set else ())
        faults += [fault._replace(place=f"{name}: {fault.place}") for fault in found]
        if criteria_set is not None and criteria_set.id != path.stem:
            faults.append(Fault("catalogue_file_name", name, {"id": criteria_set.id}))
    return tuple(faults)


def _paths(folder: Path | None = None) -> list[Path]:
    return sorted((folder or asset(*FOLDER)).glob("*.toml"))
