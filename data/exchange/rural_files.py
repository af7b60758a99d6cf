"""A station's own new-rural set from a file: the same endings and places as a criteria set, another form inside."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from data.assessment.rural import RuralSet
from data.assessment.rural_reader import faults_against, read_rural_set
from data.assessment.writer import canonical
from data.catalogue.content import Catalogue
from data.exchange.criteria_files import Parsed, parse_file, refusal

SCHEMA = "rural/"


class ReadRural(NamedTuple):
    """A set that was read from a file and found sound; ``content`` is its canonical JSON, as it is kept."""

    rural_set: RuralSet
    content: str


def is_rural(parsed: Parsed) -> bool:
    """Whether a file says of itself that it is a new-rural set."""
    return isinstance(parsed.tree, dict) and str(parsed.tree.get("schema", "")).startswith(SCHEMA)


def read_rural_file(path: Path, catalogue: Catalogue) -> ReadRural:
    """Read a new-rural set from a file and check it against the catalogue; nothing is kept.

    Raises:
        FaultsError: criteria_refused (``file``, ``total``) with the first 50 faults, each with its place.
        UserError, EnvironmentFault: As ``parse_file``.
    """
    parsed = parse_file(path)
    found, faults = read_rural_set(parsed.tree, path.name)
    if found is not None:
        faults = faults_against(found, catalogue)
    if found is None or faults:
        raise refusal(faults, path.name)
    return ReadRural(rural_set=found, content=canonical(parsed.tree))
