"""The register of outgoing documents under any sequence of commands: no gap, nothing twice, nothing given back."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import commands, report_commands, report_queries
from data.documents.records import DocumentNumber, NumberState
from data.documents.register import gaps
from data.errors import SoTramError, UserError
from data.model import Attribution
from data.store.database import Store

BY = Attribution(user="Người thử", now=datetime(2024, 10, 3, 2, 5, 9, tzinfo=UTC))
SYMBOLS = {"BC": "BC-TYT", "CV": "TYT", "SY": "TrS-TYT"}
FINAL = (NumberState.SKIPPED, NumberState.CANCELLED)

_GIVEN = st.tuples(
    st.just("give"),
    st.sampled_from(sorted(SYMBOLS)),
    st.sampled_from((2023, 2024)),
    st.sampled_from(NumberState),
    st.integers(0, 3),
    st.booleans(),
)
_CHANGED = st.tuples(
    st.just("change"), st.integers(0, 9), st.sampled_from(NumberState), st.sampled_from(("", "lý do")), st.booleans()
)


@pytest.fixture
def store(station_file: Path) -> Iterator[Store]:
    with commands.open_station(station_file, writing=True) as opened:
        yield opened


def line(
    series: str = "BC", year: int = 2024, state: NumberState = NumberState.ISSUED, number: int = 0
) -> DocumentNumber:
    """A paper of the station's own."""
    day = date(year, 3, 1)
    return DocumentNumber(year, series, number, state, symbol=SYMBOLS[series], day=day, title="Báo cáo", reason="giữ")


def obey(store: Store, command: tuple[object, ...]) -> None:
    """One command of a clerk, whether or not it is refused."""
    with contextlib.suppress(UserError):
        match command:
            case ("give", str(series), int(year), NumberState() as state, int(wanted), bool(has_reason)):
                asked = line(series, year, state, wanted)
                report_commands.give_number(store, asked if has_reason else asked._replace(reason=""), BY)
            case ("change", int(place), NumberState() as state, str(reason), bool(is_other)):
                lines = report_queries.numbers(store)
                if lines:
                    old = lines[place % len(lines)]
                    new = old._replace(state=state, reason=reason, title="khác" if is_other else old.title)
                    report_commands.change_number(store, new, BY)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=st.lists(st.one_of(_GIVEN, _CHANGED), max_size=12))
def test_no_sequence_of_commands_leaves_a_gap_or_takes_a_number_back(
    store: Store, sequence: list[tuple[object, ...]]
) -> None:
    before = {each[:3]: each for each in report_queries.numbers(store)}
    for command in sequence:
        obey(store, command)
        now = {each[:3]: each for each in report_queries.numbers(store)}
        assert gaps(now.values()) == ()
        assert before.keys() <= now.keys()
        for key, old in before.items():
            new = now[key]
            assert new.state is old.state or old.state not in FINAL
            assert old.state is not NumberState.ISSUED or new.title == old.title
            assert new.state is not NumberState.RESERVED or old.state is NumberState.RESERVED
            assert new.state not in FINAL or new.reason
        before = now


def test_two_who_write_get_one_number_each(station_file: Path) -> None:
    taken = []
    for _turn in range(3):
        with commands.open_station(station_file, writing=True) as first:
            taken.append(report_commands.give_number(first, line(), BY).number)
            with pytest.raises(SoTramError, match="file_in_use"), commands.open_station(station_file, writing=True):
                pass
    assert taken == [1, 2, 3]


def test_a_number_seen_before_another_took_it_is_refused(store: Store) -> None:
    seen = report_queries.next_number(store, 2024, "BC")
    report_commands.give_number(store, line(), BY)
    with pytest.raises(UserError, match="number_taken"):
        report_commands.give_number(store, line(number=seen), BY)
    assert [each.number for each in report_queries.numbers(store)] == [1]


@pytest.mark.parametrize(
    ("state", "after", "fault"),
    [
        (NumberState.ISSUED, NumberState.SKIPPED, "document_issued"),
        (NumberState.ISSUED, NumberState.RESERVED, "number_is_final"),
        (NumberState.SKIPPED, NumberState.ISSUED, "number_is_final"),
        (NumberState.CANCELLED, NumberState.ISSUED, "number_is_final"),
    ],
)
def test_fates_that_no_number_has(store: Store, state: NumberState, after: NumberState, fault: str) -> None:
    given_line = report_commands.give_number(store, line(state=state), BY)
    with pytest.raises(UserError, match=fault):
        report_commands.change_number(store, given_line._replace(state=after), BY)


def test_of_a_number_given_up_only_the_note_changes(store: Store) -> None:
    given_line = report_commands.give_number(store, line(state=NumberState.SKIPPED), BY)
    report_commands.change_number(store, given_line._replace(note="đã báo Trưởng trạm"), BY)
    with pytest.raises(UserError, match="number_is_final"):
        report_commands.change_number(store, given_line._replace(title="khác"), BY)


def test_each_year_and_series_begins_with_one(store: Store) -> None:
    for year, series in itertools.product((2023, 2024), SYMBOLS):
        assert report_commands.give_number(store, line(series, year), BY).number == 1
