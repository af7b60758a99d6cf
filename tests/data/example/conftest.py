"""The example worked out once for all tests here."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue, load_catalogue
from data.example import ExampleStation, generate
from data.figures import Figures


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The program's own catalogue."""
    return load_catalogue()


@pytest.fixture(scope="session")
def example(catalogue: Catalogue) -> ExampleStation:
    """The example station."""
    return generate(catalogue)


@pytest.fixture(scope="session")
def figures(example: ExampleStation) -> Figures:
    """Its cells."""
    return Figures.of(example.values)
