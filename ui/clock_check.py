"""Whether the computer's clock can be right: held against the newest change of the file and the day of the program."""

from __future__ import annotations

import enum
from datetime import date, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.words import LOCAL

PROGRAM_DAY = date(2026, 11, 1)
"""No clock can be earlier: the program with its catalogue did not exist. Renewed with every release (a test)."""
AHEAD = timedelta(hours=1)
LONG_AGO = timedelta(days=183)

translate = QCoreApplication.translate


class ClockFault(enum.Enum):
    """What speaks against the clock."""

    BEFORE_NEWEST_CHANGE = "before_newest_change"
    BEFORE_PROGRAM = "before_program"
    LONG_AFTER = "long_after"


class ClockDoubt(NamedTuple):
    """A clock that may be wrong."""

    fault: ClockFault
    now: datetime
    newest: datetime | None


def doubt(now: datetime, newest: datetime | None, program_day: date | None = None) -> ClockDoubt | None:
    """What speaks against the clock; None when nothing does.

    Args:
        now: What the clock says.
        newest: The newest change in the file; None when it has none.
        program_day: Another day of the program and its catalogue than its own (for tests).
    """
    if newest is not None and now < newest - AHEAD:
        return ClockDoubt(ClockFault.BEFORE_NEWEST_CHANGE, now, newest)
    if now.astimezone(LOCAL).date() < (program_day or PROGRAM_DAY):
        return ClockDoubt(ClockFault.BEFORE_PROGRAM, now, newest)
    if newest is not None and now - newest > LONG_AGO:
        return ClockDoubt(ClockFault.LONG_AFTER, now, newest)
    return None


def sentence(doubt: ClockDoubt) -> str:
    """What is shown, what it spoils, and what to do; it never stops the work."""
    now = moment(doubt.now)
    if doubt.fault is ClockFault.BEFORE_PROGRAM:
        text = translate(
            "Clock",
            "The computer's clock says {now}, earlier than this program was made. Please set the date: due dates would "
            "be wrong, and the history would carry wrong dates.",
        )
        return text.format(now=now)
    text = translate(
        "Clock",
        "The computer's clock says {now}; the last change was made at {newest}. Please check the computer's date: with "
        "a wrong one, due dates and the history of changes are wrong.",
    )
    return text.format(now=now, newest=moment(doubt.newest) if doubt.newest else "")


def moment(at: datetime) -> str:
    """A moment as it is read in Vietnam: 14:05 on 20/11/2026."""
    local = at.astimezone(LOCAL)
    text = translate("Clock", "{time} on {day}")
    return text.format(time=f"{local:%H:%M}", day=f"{local:%d/%m/%Y}")
