"""What a station file says is due: plans, statistics, days off and the cut of administrative reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data import commands, due_queries, queries
from data.model import ObligationProgress, ObligationState
from data.periods import Cut
from data.settings import HOLIDAYS, REPORT_CUT, SINCE_EVER
from data.statistics_rules import load_rules
from data.working_days import Holiday, HolidayKind, holidays_text, proposal
from tests.builders import make_catalogue, make_duty, make_plan
from tests.data.store.files import BY, make_station_file

CATALOGUE = make_catalogue((), (), (make_plan(reporting_duties=(make_duty("quarter"),)),))
RULES = load_rules()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[commands.Store]:
    """A new file, bound by one plan and by one that nobody knows."""
    with commands.open_station(make_station_file(tmp_path / "x.sotram"), writing=True) as opened:
        commands.bind_plans(opened, ["plan", "gone"], BY)
        yield opened


def due(store: commands.Store, today: date) -> dict[tuple[str, str], date | None]:
    """The last day of everything due, by id and period."""
    reports = due_queries.due_with_statistics(store, CATALOGUE, RULES, today)
    return {(each.duty.id, each.period.code): each.due_on for each in reports if each.period is not None}


def test_plans_and_statistics_are_due_together(store: commands.Store) -> None:
    assert due(store, date(2024, 10, 5)) == {
        ("tt-37-2019/month", "202409"): date(2024, 10, 7),
        ("tt-37-2019/months", "2024M9"): date(2024, 10, 7),
        ("tt-37-2019/month", "202410"): date(2024, 11, 7),
        ("tt-37-2019/year", "2024"): date(2025, 1, 8),
        ("plan/rd1", "2024Q3"): None,
        ("plan/rd1", "2024Q4"): None,
    }


def test_statistics_that_were_due_before_the_file_was_made_are_not_asked_for(store: commands.Store) -> None:
    assert queries.made_at(store).date() == date(2024, 10, 5)
    assert ("tt-37-2019/year", "2023") not in due(store, date(2024, 10, 5))
    assert due(store, date(2025, 3, 1))["tt-37-2019/year", "2024"] == date(2025, 1, 8)  # overdue, and still asked for


def test_days_off_of_the_file_move_a_working_day(store: commands.Store) -> None:
    holidays = (*proposal(2025), Holiday(date(2025, 1, 6), HolidayKind.OTHER))
    commands.save_setting(store, HOLIDAYS, date(2025, 1, 1), holidays_text(holidays), BY)
    assert due(store, date(2025, 1, 2))["tt-37-2019/year", "2024"] == date(2025, 1, 9)


def test_a_year_has_its_own_list_or_what_the_law_dates(store: commands.Store) -> None:
    assert due_queries.holidays_in(store, 2024) == proposal(2024)
    assert not due_queries.has_holidays(store, 2024)
    own = (Holiday(date(2024, 2, 8), HolidayKind.TET),)
    commands.save_setting(store, HOLIDAYS, date(2024, 1, 1), holidays_text(own), BY)
    assert due_queries.holidays_in(store, 2024) == own
    assert [due_queries.has_holidays(store, year) for year in (2023, 2024)] == [False, True]


def test_administrative_reports_are_cut_as_the_file_says(store: commands.Store) -> None:
    today = date(2024, 9, 20)
    assert ("plan/rd1", "2024Q3") in due(store, today)
    commands.save_setting(store, REPORT_CUT, SINCE_EVER, Cut.FIFTEENTH.value, BY)
    assert queries.report_cuts(store) == ((SINCE_EVER, Cut.FIFTEENTH),)
    assert ("plan/rd1", "2024Q4") in due(store, today)
    assert [each.cut for each in queries.due_reports(store, CATALOGUE, today)] == [Cut.FIFTEENTH, Cut.FIFTEENTH]


def test_everything_sent_is_known_whatever_it_belongs_to(store: commands.Store) -> None:
    state = ObligationState("tt-37-2019/month", "202409", ObligationProgress.DONE)
    commands.save_obligation_state(store, state, BY)
    (found,) = queries.reports_sent(store)
    assert (found.item_id, found.period, found.state) == (state.item_id, state.period, state.state)
