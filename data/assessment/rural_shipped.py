"""The new-rural sets that come with the program: ``assets/catalogue/rural/``, read at need, never at start-up."""

from __future__ import annotations

from pathlib import Path

from data.assessment.rural import SHIPPED, RuralSet
from data.assessment.rural_reader import faults_against, read_rural_set
from data.assessment.toml_form import read_toml
from data.catalogue.content import Catalogue
from data.errors import Fault
from data.paths import asset


def shipped_rural_sets() -> tuple[RuralSet, ...]:
    """All sets, the newest years first; one that is faulty is a fault of ours and left out (a test reads them all)."""
    read = (_read(path)[0] for path in _paths())
    return tuple(sorted((each for each in read if each is not None), key=lambda each: (-each.first_year, each.id)))


def rural_faults(catalogue: Catalogue, folder: Path | None = None) -> tuple[Fault, ...]:
    """What is wrong with the shipped files, each fault with file and place; for ``catalogue check``."""
    faults: list[Fault] = []
    for path in _paths(folder):
        found, wrong = _read(path)
        faults += wrong
        if found is not None:
            faults += (fault._replace(place=f"rural/{fault.place}") for fault in faults_against(found, catalogue))
            if found.id != path.stem:
                faults.append(Fault("catalogue_file_name", f"rural/{path.name}", {"id": found.id}))
    return tuple(faults)


def _read(path: Path) -> tuple[RuralSet | None, tuple[Fault, ...]]:
    return read_rural_set(read_toml(path.read_text("utf-8")), f"rural/{path.name}", SHIPPED)


def _paths(folder: Path | None = None) -> list[Path]:
    return sorted((folder or asset("catalogue", "rural")).glob("*.toml"))
