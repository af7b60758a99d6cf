"""Periods: keys, bounds, order and parts."""

from datetime import date

import pytest

from data.errors import UserError
from data.periods import Cut, Period, PeriodType, month_code, parse_period, span_of, year_to_date

KEYS = ["202401", "202412", "2024Q1", "2024Q4", "2024S1", "2024S2", "2024M9", "2024"]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_read_and_written_back(key: str) -> None:
    assert parse_period(key).code == key


@pytest.mark.parametrize(
    "text", ["2024Q5", "2024S3", "202413", "202400", "24", "2024M6", "", "2024q1", "٢٠٢٤", "2024 ", "1899", "3000"]
)
def test_anything_else_is_no_period(text: str) -> None:
    with pytest.raises(UserError, match="period_unknown"):
        parse_period(text)


@pytest.mark.parametrize(
    ("key", "kind", "first", "last"),
    [
        ("202402", PeriodType.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2024Q3", PeriodType.QUARTER, date(2024, 7, 1), date(2024, 9, 30)),
        ("2024S2", PeriodType.HALF_YEAR, date(2024, 7, 1), date(2024, 12, 31)),
        ("2024M9", PeriodType.NINE_MONTHS, date(2024, 1, 1), date(2024, 9, 30)),
        ("2024", PeriodType.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_period_knows_its_type_and_days(key: str, kind: PeriodType, first: date, last: date) -> None:
    period = parse_period(key)
    assert (period.type, period.first_day, period.last_day) == (kind, first, last)


@pytest.mark.parametrize(
    ("key", "before"),
    [
        ("202401", "202312"),
        ("202405", "202404"),
        ("2024Q1", "2023Q4"),
        ("2024Q2", "2024Q1"),
        ("2024S1", "2023S2"),
        ("2024M9", "2023M9"),
        ("2024", "2023"),
    ],
)
def test_the_period_before(key: str, before: str) -> None:
    assert parse_period(key).previous().code == before


@pytest.mark.parametrize(
    ("key", "kind", "parts"),
    [
        ("2024M9", PeriodType.QUARTER, ["2024Q1", "2024Q2", "2024Q3"]),
        ("2024Q2", PeriodType.MONTH, ["202404", "202405", "202406"]),
        ("2024S2", PeriodType.HALF_YEAR, ["2024S2"]),
        ("2024M9", PeriodType.NINE_MONTHS, ["2024M9"]),
    ],
)
def test_parts_make_a_period_exactly(key: str, kind: PeriodType, parts: list[str]) -> None:
    found = parse_period(key).parts(kind)
    assert found is not None
    assert [part.code for part in found] == parts


@pytest.mark.parametrize(
    ("key", "kind"),
    [("2024Q3", PeriodType.YEAR), ("202405", PeriodType.QUARTER), ("2024", PeriodType.NINE_MONTHS)],
)
def test_a_period_that_is_not_made_of_such_parts_has_none(key: str, kind: PeriodType) -> None:
    assert parse_period(key).parts(kind) is None


@pytest.mark.parametrize(
    ("kind", "around"),
    [(PeriodType.QUARTER, "2024Q2"), (PeriodType.YEAR, "2024"), (PeriodType.NINE_MONTHS, "2024M9")],
)
def test_the_period_around_the_last_month(kind: PeriodType, around: str) -> None:
    assert parse_period("202405").around(kind).code == around


def test_year_to_date_may_have_a_length_without_key() -> None:
    assert year_to_date(parse_period("202405")) == Period(2024, 1, 5)


def test_a_period_contains_its_parts_and_not_those_of_another_year() -> None:
    quarter = parse_period("2024Q2")
    assert quarter.contains(parse_period("202404"))
    assert not quarter.contains(parse_period("202304"))
    assert not quarter.contains(parse_period("2024"))


def test_month_keys_have_two_digits() -> None:
    assert month_code(2024, 3) == "202403"
    assert parse_period("2024").is_year
    assert not parse_period("2024Q1").is_year


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("202403", date(2024, 2, 15), date(2024, 3, 14)),
        ("202401", date(2023, 12, 15), date(2024, 1, 14)),
        ("2024Q3", date(2024, 6, 15), date(2024, 9, 14)),
        ("2024S1", date(2023, 12, 15), date(2024, 6, 14)),
        ("2024S2", date(2024, 6, 15), date(2024, 12, 14)),
        ("2024M9", date(2023, 12, 15), date(2024, 9, 14)),
        ("2024", date(2023, 12, 15), date(2024, 12, 14)),
    ],
)
def test_administrative_periods_run_from_the_15th_to_the_14th(key: str, first: date, last: date) -> None:
    period = parse_period(key)
    assert span_of(period, Cut.FIFTEENTH) == (first, last)
    assert span_of(period, Cut.CALENDAR) == (period.first_day, period.last_day)
