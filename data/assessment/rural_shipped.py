"""The new-rural sets that come with the program: ``assets/catalogue/rural/``, read at need, never at start-up."""

from __future__ import annotations

import tomllib
from decimal import Decimal

from data.assessment.rural import SHIPPED, RuralSet
from data.assessment.rural_reader import read_rural_set
from data.paths import asset


def shipped_rural_sets() -> tuple[RuralSet, ...]:
    """All sets, the newest years first; one that is faulty is a fault of ours and left out (a test reads them all)."""
    paths = sorted(asset("catalogue", "rural").glob("*.toml"))
    read = (
        read_rural_set(tomllib.loads(path.read_text("utf-8"), parse_float=Decimal), path.name, SHIPPED)[0]
        for path in paths
    )
    return tuple(sorted((each for each in read if each is not None), key=lambda each: (-each.first_year, each.id)))
