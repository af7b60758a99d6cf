"""Days on paper: 0 before days under 10 and before January and February alone."""

from __future__ import annotations

from datetime import date

import pytest

from reports.days import day_text, long_day
from reports.texts import text


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2024, 1, 5), "05/01/2024", "ngày 05 tháng 01 năm 2024"),
        (date(2024, 2, 29), "29/02/2024", "ngày 29 tháng 02 năm 2024"),
        (date(2023, 3, 9), "09/3/2023", "ngày 09 tháng 3 năm 2023"),
        (date(2025, 9, 30), "30/9/2025", "ngày 30 tháng 9 năm 2025"),
        (date(2024, 10, 15), "15/10/2024", "ngày 15 tháng 10 năm 2024"),
    ],
)
def test_only_early_days_and_the_first_two_months_begin_with_0(day: date, short: str, long: str) -> None:
    assert day_text(day) == short
    assert text("annex.day", **long_day(day)) == long
