"""Which backups are kept: all of two days, then one a day, one a week, one a month. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 12

_Mark = tuple[int, ...]


def to_keep(moments: Collection[datetime], now: datetime) -> frozenset[datetime]:
    """The moments of the backups that stay.

    All of the last two days and of the future (a clock was wrong). Of older ones the newest of each local day, for
    twelve days on which there are any, then the newest of each local week for ten weeks, then of each month for twelve.

    Args:
        moments: When each backup was made, with time zones.
        now: The present moment, with its time zone.
    """
    kept: list[datetime] = []
    stages = [(_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)]
    left = 0
    mark: Callable[[datetime], _Mark] = _day
    for moment in sorted(moments, reverse=True):
        if moment > now - ALL_OF:
            kept.append(moment)
            continue
        if not left and stages:
            mark, left = stages.pop(0)
        if left and (not kept or mark(moment) != mark(kept[-1])):
            kept.append(moment)
            left -= 1
    return frozenset(kept)


def _day(moment: datetime) -> _Mark:
    local = moment.astimezone(VIETNAM)
    return local.year, local.month, local.day


def _week(moment: datetime) -> _Mark:
    return moment.astimezone(VIETNAM).isocalendar()[:2]


def _month(moment: datetime) -> _Mark:
    local = moment.astimezone(VIETNAM)
    return local.year, local.month
