"""A clock that may be wrong is doubted, with both moments in the sentence; one that is right is not."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ui import clock_check
from ui.clock_check import ClockFault

NEWEST = datetime(2026, 11, 20, 7, 5, tzinfo=UTC)
MADE = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("now", "fault"),
    [
        (NEWEST, None),
        (NEWEST - timedelta(minutes=59), None),
        (NEWEST - timedelta(minutes=61), ClockFault.BEFORE_NEWEST_CHANGE),
        (NEWEST - timedelta(days=365), ClockFault.BEFORE_NEWEST_CHANGE),
        (NEWEST + timedelta(days=183), None),
        (NEWEST + timedelta(days=184), ClockFault.LONG_AFTER),
    ],
)
def test_the_clock_is_held_against_the_newest_change(now: datetime, fault: ClockFault | None) -> None:
    doubt = clock_check.doubt(now, NEWEST, MADE)
    assert (doubt.fault if doubt else None) is fault


@pytest.mark.parametrize(("day", "is_doubted"), [(31, True), (1, False)])
def test_the_clock_is_held_against_the_day_of_the_program(day: int, is_doubted: bool) -> None:
    now = datetime(2026, 10 if day == 31 else 11, day, 5, tzinfo=UTC)
    assert (clock_check.doubt(now, None, MADE) is not None) is is_doubted


def test_the_sentence_names_both_moments_in_vietnamese_time(vietnamese: None) -> None:
    doubt = clock_check.doubt(NEWEST - timedelta(days=365), NEWEST, MADE)
    assert doubt is not None
    sentence = clock_check.sentence(doubt)
    assert "14:05 ngày 20/11/2025" in sentence
    assert "14:05 ngày 20/11/2026" in sentence
    assert "Xin xem lại ngày giờ của máy" in sentence


def test_the_day_of_the_program_is_not_before_its_newest_release() -> None:
    changelog = (Path(__file__).resolve().parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    released = [date.fromisoformat(day) for day in re.findall(r"^## .*\((\d{4}-\d\d-\d\d)\)", changelog, re.MULTILINE)]
    assert all(day <= clock_check.PROGRAM_DAY for day in released)
