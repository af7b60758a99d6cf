"""The rules of statistics: the shipped file, and files that say something wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.errors import FaultsError
from data.paths import asset
from data.periods import Cut, parse_period
from data.statistics_rules import NAME, load_rules

RULES = load_rules()
TEXT = asset("catalogue", NAME).read_text("utf-8")


def rule_ids(period: str) -> list[str]:
    """Rules that govern a period."""
    return [rule.id for rule in RULES.regulations if rule.governs(parse_period(period))]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("202003", []),
        ("202004", ["tt-37-2019"]),
        ("202506", ["tt-37-2019"]),
        ("2025S1", ["tt-37-2019"]),
        ("202507", ["tt-23-2025"]),
        ("2025", ["tt-23-2025"]),
        ("202607", ["tt-23-2025", "tt-15-2026"]),
        ("202702", ["tt-23-2025", "tt-15-2026"]),
        ("202703", ["tt-15-2026"]),
    ],
)
def test_a_period_is_ruled_by_what_was_in_force_on_its_last_day(period: str, expected: list[str]) -> None:
    assert rule_ids(period) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2026, 11, 30), []), (date(2026, 12, 1), ["tt-23-2025"]), (date(2027, 4, 1), ["tt-23-2025"])],
)
def test_the_end_of_a_rule_is_told_three_months_before(today: date, expected: list[str]) -> None:
    assert [rule.id for rule in RULES.regulations if rule.tells_its_end(today)] == expected


@pytest.mark.parametrize(
    ("stream", "day", "expected"),
    [
        ("statistics", date(2025, 6, 30), "Trung tâm Y tế huyện"),
        ("statistics", date(2025, 7, 1), "đầu mối do UBND tỉnh giao"),
        ("disease", date(2026, 8, 1), "Trung tâm Kiểm soát bệnh tật (CDC) tỉnh"),
        ("nobody", date(2026, 8, 1), None),
    ],
)
def test_the_receiver_is_that_of_the_day(stream: str, day: date, expected: str | None) -> None:
    found = RULES.receiver_on(stream, day)
    assert (found.name_vi if found is not None else None) == expected


def test_each_rule_says_how_certain_it_is_and_where_it_was_read() -> None:
    assert {rule.certainty for rule in RULES.regulations} == {"secondary source seen", "official text seen"}
    assert RULES.holiday_law.certainty == "from general knowledge, unverified"
    assert all(rule.source for rule in RULES.regulations)


def test_three_six_and_nine_months_count_from_january() -> None:
    (report,) = (report for rule in RULES.regulations for report in rule.reports if report.id == "months")
    assert [period.code for period in report.named_periods(range(2024, 2025))] == ["2024Q1", "2024S1", "2024M9"]
    assert report.cut is Cut.CALENDAR


def test_reports_are_called_by_their_ids() -> None:
    assert RULES.contents()["tt-23-2025/year-form-2"] == "Số liệu năm cho Biểu 2"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('id = "month"', 'id = "month"\nfoo = 1', "catalogue_unknown_key"),
        ('series = "month"\n', "", "catalogue_missing_key"),
        ("days = 5", 'days = "5"', "catalogue_wrong_type"),
        ('unit = "working_days"', 'unit = "weeks"', "catalogue_bad_word"),
        ('periods = ["month"]', 'periods = ["week"]', "catalogue_bad_word"),
        ('stream = "statistics"', 'stream = "nobody"', "catalogue_bad_word"),
        ('valid_from = "2020-04-01"', 'valid_from = "1/4/2020"', "catalogue_bad_word"),
        ('valid_to = "2025-06-30"', 'valid_to = "20250630"', "catalogue_bad_word"),
        ("[[regulation]]", "[[regulation", "catalogue_not_toml"),
    ],
)
def test_a_faulty_file_is_refused_whole(tmp_path: Path, old: str, new: str, code: str) -> None:
    path = tmp_path / NAME
    path.write_text(TEXT.replace(old, new, 1), "utf-8")
    with pytest.raises(FaultsError) as raised:
        load_rules(path)
    assert raised.value.faults[0].code == code


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultsError):
        load_rules(tmp_path / NAME)
