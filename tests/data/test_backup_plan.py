"""Thinning of backups: all of two days, then one a day, a week, a month."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from data.backup_plan import ALL_OF, DAILY, MONTHLY, WEEKLY, to_keep

NOW = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
MOMENTS = st.sets(
    st.integers(min_value=-30 * 24 * 60, max_value=800 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    max_size=300,
)


def days_ago(*days: float) -> set[datetime]:
    return {NOW - timedelta(days=day) for day in days}


def test_two_days_are_kept_whole() -> None:
    recent = {NOW - timedelta(minutes=30 * number) for number in range(95)}
    assert to_keep(recent, NOW) == recent


def test_of_an_older_day_the_newest_is_kept() -> None:
    assert to_keep(days_ago(1, 3, 3.1, 3.2, 4.1), NOW) == days_ago(1, 3, 4.1)


def test_day_begins_at_midnight_in_vietnam() -> None:
    before, after = datetime(2026, 11, 10, 16, 59, tzinfo=UTC), datetime(2026, 11, 10, 17, 1, tzinfo=UTC)
    assert to_keep({before, after}, NOW) == {before, after}
    assert to_keep({before, before - timedelta(hours=1)}, NOW) == {before}


def test_year_of_daily_backups_becomes_days_weeks_and_months() -> None:
    kept = sorted(to_keep(days_ago(*(day + 0.01 for day in range(800))), NOW), reverse=True)
    older = [moment for moment in kept if moment <= NOW - ALL_OF]
    assert len(older) == DAILY + WEEKLY + MONTHLY
    gaps = [(newer - following).days for newer, following in itertools.pairwise(kept)]
    assert max(gaps[: DAILY + 1]) == 1
    assert max(gaps[: DAILY + WEEKLY]) <= 8
    assert max(gaps) <= 32
    assert NOW - kept[-1] > timedelta(days=365)


def test_days_count_on_which_there_are_backups() -> None:
    quarterly = days_ago(*(90 * number + 5 for number in range(DAILY)))
    assert to_keep(quarterly, NOW) == quarterly


def test_moments_of_a_wrong_clock_are_kept() -> None:
    future = days_ago(-400, -3)
    assert to_keep(future | days_ago(10), NOW) == future | days_ago(10)


@given(MOMENTS)
def test_kept_ones_are_there_and_few_and_with_the_newest(moments: set[datetime]) -> None:
    kept = to_keep(moments, NOW)
    recent = {moment for moment in moments if moment > NOW - ALL_OF}
    assert recent <= kept <= moments
    assert len(kept - recent) <= DAILY + WEEKLY + MONTHLY
    assert not moments or max(moments) in kept


@given(MOMENTS)
def test_thinning_twice_is_thinning_once(moments: set[datetime]) -> None:
    kept = to_keep(moments, NOW)
    assert to_keep(kept, NOW) == kept


@given(st.integers(min_value=1, max_value=3))
def test_thinning_every_day_keeps_a_long_past(a_day: int) -> None:
    kept: frozenset[datetime] = frozenset()
    begin = NOW - timedelta(days=500)
    for day in range(500):
        made = {begin + timedelta(days=day, hours=2 * number) for number in range(a_day)}
        kept = to_keep(kept | made, begin + timedelta(days=day, hours=12))
    assert min(kept) < NOW - timedelta(days=300)
    ordered = sorted(kept)
    assert max(later - earlier for earlier, later in itertools.pairwise(ordered)) <= timedelta(days=62)
