"""Figures that changed after a report was sent are listed until the report was sent once more."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data import commands
from data.catalogue import load_catalogue
from data.commands import Store
from data.model import Attribution, Category, CellState, DataValue, NewStation, ObligationProgress, ObligationState
from data.sent import elements_of_plan, late_corrections, sent_reports

CATALOGUE = load_catalogue()
PLAN = CATALOGUE.plans["lao-cai-2024"]
DUTY = PLAN.reporting_duties[0]
READ = "population_end"


def by(day: int, user: str = "Lan", reason: str = "") -> Attribution:
    return Attribution(user=user, now=datetime(2024, 10, day, 2, 0, tzinfo=UTC), reason=reason)


def figure(text: str, period: str = "2024Q3", element: str = READ) -> DataValue:
    return DataValue(element, period, Category.DEFAULT, CellState.FIGURE, text)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A station that typed its population and sent the report of the third quarter on 5 October."""
    path = tmp_path / "tram.sotram"
    new = NewStation(code="TYT", name="Trạm Y tế xã Tả Phời", place="xã Tả Phời")
    commands.create_station(path, new, datetime(2024, 1, 1, tzinfo=UTC))
    opened = commands.open_station(path, writing=True)
    commands.save_data_values(opened, [figure("4127")], by(1))
    send(opened, by(5, "Mai"))
    return opened


def send(store: Store, who: Attribution, state: ObligationProgress = ObligationProgress.DONE, note: str = "") -> None:
    commands.save_obligation_state(store, ObligationState(DUTY.id, "2024Q3", state, note), who)


def late(store: Store) -> list[tuple[str, str, str, str, str]]:
    return [
        (change.data_element, change.period, change.old_value, change.new_value, change.who)
        for report in late_corrections(store, CATALOGUE)
        for change in report.changes
    ]


def test_the_catalogue_has_what_this_needs() -> None:
    assert READ in elements_of_plan(CATALOGUE, PLAN)


def test_what_was_sent_and_when(store: Store) -> None:
    (report,) = sent_reports(store, CATALOGUE)
    assert (report.plan.id, report.duty.id, report.period.code) == (PLAN.id, DUTY.id, "2024Q3")
    assert (report.sending.who, report.sending.at) == ("Mai", by(5).now)
    assert late(store) == []


def test_a_change_after_sending_is_late(store: Store) -> None:
    commands.save_data_values(store, [figure("4130")], by(7))
    assert late(store) == [(READ, "2024Q3", "4127", "4130", "Lan")]


def test_several_changes_of_a_cell_are_one_and_a_change_back_is_none(store: Store) -> None:
    commands.save_data_values(store, [figure("4130")], by(7))
    commands.save_data_values(store, [figure("4131")], by(8, "Hoa", "đếm lại"))
    assert late(store) == [(READ, "2024Q3", "4127", "4131", "Hoa")]
    commands.save_data_values(store, [figure("4127")], by(9))
    assert late(store) == []


def test_earlier_periods_of_the_year_count_and_later_ones_do_not(store: Store) -> None:
    commands.save_data_values(store, [figure("4100", "2024Q1"), figure("1", "2024Q4"), figure("2", "2023Q4")], by(7))
    assert [(period, new) for _, period, _, new, _ in late(store)] == [("2024Q1", "4100")]


def test_figures_that_the_plan_does_not_read_do_not_count(store: Store) -> None:
    other = next(code for code in CATALOGUE.data_elements if code not in elements_of_plan(CATALOGUE, PLAN))
    commands.save_data_values(store, [figure("1", "202407", other)], by(7))
    assert late(store) == []


def test_a_note_on_what_was_sent_does_not_send_it_anew(store: Store) -> None:
    commands.save_data_values(store, [figure("4130")], by(7))
    send(store, by(8), note="gửi qua bưu điện")
    assert len(late(store)) == 1


def test_taken_back_it_is_not_sent_and_sent_again_it_is_new(store: Store) -> None:
    commands.save_data_values(store, [figure("4130")], by(7))
    send(store, by(8), ObligationProgress.IN_PROGRESS)
    assert sent_reports(store, CATALOGUE) == ()
    assert late_corrections(store, CATALOGUE) == ()
    send(store, by(9))
    assert late(store) == []


def test_sending_a_corrected_report_ends_it_until_the_next_change(store: Store) -> None:
    commands.save_data_values(store, [figure("4130")], by(7))
    commands.mark_resent(store, DUTY.id, "2024Q3", date(2024, 10, 8), by(8))
    assert late(store) == []
    commands.save_data_values(store, [figure("4135")], by(9))
    assert late(store) == [(READ, "2024Q3", "4130", "4135", "Lan")]
