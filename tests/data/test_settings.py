"""Dated settings as figures: the official population of one year."""

from __future__ import annotations

from datetime import date

import pytest

from data.model import Setting
from data.settings import OFFICIAL_POPULATION, official_population


def make_setting(day: date, value: str, note: str = "", key: str = OFFICIAL_POPULATION) -> Setting:
    """A population of the statistics office."""
    return Setting(key=key, valid_from=day, value=value, note=note)


SETTINGS = (
    make_setting(date(2023, 1, 1), "4099", "Niên giám 2023"),
    make_setting(date(2024, 1, 1), "4150", "Chi cục Thống kê"),
    make_setting(date(2025, 1, 1), ""),
    make_setting(date(2026, 1, 1), "x", key="name"),
)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2022, None),
        (2023, (4099, "Niên giám 2023")),
        (2024, (4150, "Chi cục Thống kê")),
        (2025, None),
        (2026, None),
    ],
)
def test_the_official_population_is_that_of_its_own_year(year: int, expected: tuple[int, str] | None) -> None:
    assert official_population(SETTINGS, year) == expected
