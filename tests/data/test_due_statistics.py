"""Statistics that are due, beside the duties of plans."""

from __future__ import annotations

from datetime import date

from data.due import DueReport, DueText, Terms
from data.due_statistics import due_everywhere, due_in_rules, ending_rules
from data.model import ObligationProgress, ObligationState
from data.periods import Cut, Period
from data.statistics_rules import Deadline, StatisticsRule, StatisticsRules, load_rules
from data.working_days import WorkingDays, proposal
from tests.builders import make_duty, make_plan

RULES = load_rules()
FULL = WorkingDays(
    off=frozenset(each.day for year in (2024, 2025, 2026, 2027) for each in proposal(year)),
    complete=frozenset({2024, 2025, 2026, 2027}),
    listed=frozenset({2024, 2025, 2026, 2027}),
)


def due(today: date, *states: ObligationState, rules: StatisticsRules = RULES) -> dict[tuple[str, str], DueReport]:
    """What is due by the rules, by id and period."""
    recorded = {(state.item_id, state.period): state for state in states}
    reports = due_in_rules(rules, recorded, Terms(today, days=FULL))
    return {(each.duty.id, each.period.code): each for each in reports if each.period is not None}


def changed(**changes: object) -> StatisticsRules:
    """The rules, the first of them changed."""
    first, *others = RULES.regulations
    return RULES._replace(regulations=(first._replace(**changes), *others))  # type: ignore[arg-type]


def test_month_cumulative_months_and_year_are_due_under_the_rule_of_2019() -> None:
    found = due(date(2024, 10, 3))
    assert [(code, each.due_on) for (_id, code), each in found.items()] == [
        ("2023", date(2024, 1, 8)),
        ("202409", date(2024, 10, 7)),
        ("2024M9", date(2024, 10, 7)),
        ("202410", date(2024, 11, 7)),
        ("2024", date(2025, 1, 8)),
    ]


def test_on_1_july_2025_the_rules_change_for_periods_that_end_later() -> None:
    found = due(date(2025, 7, 10))
    assert [*found] == [
        ("tt-37-2019/year", "2024"),
        ("tt-37-2019/month", "202506"),
        ("tt-37-2019/months", "2025S1"),
        ("tt-23-2025/month", "202507"),
        ("tt-23-2025/year", "2025"),
        ("tt-23-2025/year-form-2", "2025"),
    ]
    june = found["tt-37-2019/month", "202506"]
    assert (june.due_on, june.days_left) == (date(2025, 7, 7), -3)
    assert june.duty.to_vi == "đầu mối do UBND tỉnh giao"  # the receiver of the day on which it is due
    assert [*due(date(2025, 10, 1))] == [
        ("tt-37-2019/year", "2024"),
        ("tt-23-2025/month", "202509"),
        ("tt-23-2025/month", "202510"),
        ("tt-23-2025/year", "2025"),
        ("tt-23-2025/year-form-2", "2025"),
    ]


def test_where_two_texts_differ_the_earlier_day_counts_and_both_are_told() -> None:
    year = due(date(2026, 1, 3))
    first, second = year["tt-23-2025/year-form-2", "2025"].texts
    assert (first.printed, first.due_on) == ("05 ngày làm việc", date(2026, 1, 8))
    assert (second.printed, second.due_on) == ("15 ngày", date(2026, 1, 15))
    assert year["tt-23-2025/year-form-2", "2025"].due_on == date(2026, 1, 8)
    other = year["tt-23-2025/year", "2025"]
    assert (other.due_on, other.texts_differ) == (date(2026, 1, 5), True)
    assert [text.part_vi for text in other.texts] == ["bảng Phụ lục IV", "điều về thời hạn gửi"]
    assert other.texts[0].certainty == "secondary source seen"


def test_a_day_off_is_said() -> None:
    assert due(date(2025, 9, 20))["tt-23-2025/month", "202509"].is_day_off  # 05/10/2025 is a Sunday
    assert not due(date(2025, 8, 20))["tt-23-2025/month", "202508"].is_day_off


def test_after_1_march_2027_nothing_is_asked_by_a_rule_that_ended() -> None:
    assert ("tt-23-2025/month", "202702") in due(date(2027, 3, 5))
    later = due(date(2027, 4, 1))
    assert {code for code, _period in later} == {
        "tt-23-2025/year",
        "tt-23-2025/year-form-2",
        "tt-15-2026/month",
        "tt-15-2026/year",
    }


def test_the_end_is_told_while_no_later_rule_asks_for_the_same() -> None:
    assert ending_rules(RULES, date(2026, 11, 30)) == ()
    assert [rule.id for rule in ending_rules(RULES, date(2026, 12, 1))] == ["tt-23-2025"]
    successor = RULES.regulations[1]._replace(id="next", valid_from="2027-03-01", valid_to="", warn_from="")
    assert ending_rules(RULES._replace(regulations=(*RULES.regulations, successor)), date(2026, 12, 1)) == ()


def test_what_was_sent_is_closed() -> None:
    state = ObligationState("tt-37-2019/month", "202409", ObligationProgress.DONE)
    found = due(date(2024, 10, 3), state)
    assert not found["tt-37-2019/month", "202409"].is_open
    assert found["tt-37-2019/month", "202410"].is_open


def test_two_rules_on_the_same_report_make_one_line_with_the_texts_of_both() -> None:
    found = due(date(2025, 7, 20), rules=changed(valid_to=""))
    july = found["tt-23-2025/month", "202507"]
    assert ("tt-37-2019/month", "202507") not in found
    assert {text.source_vi for text in july.texts} == {"Thông tư 37/2019/TT-BYT", "Thông tư 23/2025/TT-BYT"}
    assert july.due_on == date(2025, 8, 5)


def test_a_rule_may_count_from_the_15th() -> None:
    rule = RULES.regulations[0]
    quarter = rule.reports[0]._replace(periods=("quarter",), cut=Cut.FIFTEENTH)
    found = due(date(2024, 9, 20), rules=changed(reports=(quarter,)))
    ended = found["tt-37-2019/month", "2024Q3"]
    assert (ended.last_day, ended.due_on, ended.is_running) == (date(2024, 9, 14), date(2024, 9, 20), False)
    assert found["tt-37-2019/month", "2024Q4"].is_running


def test_a_stream_without_a_receiver_names_none() -> None:
    found = due(date(2024, 9, 20), rules=RULES._replace(receivers=()))
    assert found["tt-37-2019/month", "202408"].duty.to_vi == ""


def test_a_list_that_lacks_days_marks_only_days_that_could_move() -> None:
    terms = Terms(date(2025, 8, 20), days=WorkingDays())
    found = {each.duty.id: each for each in due_in_rules(RULES, {}, terms) if each.is_running}
    assert found["tt-23-2025/month"].unsure == ()  # five days, whatever is off
    assert found["tt-23-2025/year-form-2"].unsure == (2026,)
    without = {each.duty.id: each for each in due_in_rules(RULES, {}, Terms(date(2025, 8, 20))) if each.is_running}
    assert without["tt-23-2025/month"].due_on == date(2025, 9, 5)


def supply(**changes: object) -> tuple[DueReport, ...]:
    """Everything due on 3 January 2025 where a plan asks the stations for figures of the year."""
    fields = {"kind": "data_supply", "who_vi": "Trạm Y tế", "deadline": "", "frequency_as_printed": "hằng năm"}
    plan = make_plan(first_year=2024, last_year=2026, reporting_duties=(make_duty("year", **{**fields, **changes}),))
    return due_everywhere([plan], RULES, {}, Terms(date(2025, 1, 3), days=FULL))


def of_2024(reports: tuple[DueReport, ...], plan: str) -> DueReport:
    return next(each for each in reports if each.plan == plan and each.period == Period(2024, 1, 12))


def test_a_plan_that_asks_for_the_same_figures_shares_the_earlier_day() -> None:
    reports = supply()
    assert of_2024(reports, "plan").due_on == date(2025, 1, 8)
    assert of_2024(reports, "plan").days_left == 5
    assert of_2024(reports, "").due_on == date(2025, 1, 8)


def test_a_day_before_the_end_of_the_period_is_no_day_for_its_statistics() -> None:
    """The year is not over on 13 November, so its statistics cannot be meant."""
    reports = supply(deadline="13/11", frequency_as_printed="trước ngày 13/11 hằng năm")
    assert of_2024(reports, "plan").due_on == date(2024, 11, 12)
    assert of_2024(reports, "").due_on == date(2025, 1, 8)


def test_a_report_on_a_plan_and_statistics_are_two_papers() -> None:
    reports = supply(kind="report", deadline="13/11", frequency_as_printed="trước ngày 13/11 hằng năm")
    assert [text.source_vi for text in of_2024(reports, "plan").texts] == ["Kế hoạch"]
    assert len(of_2024(reports, "").texts) == 1


def test_texts_of_the_same_day_do_not_differ() -> None:
    day = date(2025, 1, 8)
    report = of_2024(supply(), "")._replace(texts=(DueText("a", "x", day), DueText("b", "y", day)))
    assert not report.texts_differ


def test_days_of_the_calendar_are_added() -> None:
    deadline = Deadline(text_vi="bảng", printed="15 ngày", days=15, unit="days")
    report = RULES.regulations[0].reports[0]._replace(deadlines=(deadline,))
    rule: StatisticsRule = RULES.regulations[0]._replace(reports=(report,))
    found = due(date(2024, 3, 1), rules=RULES._replace(regulations=(rule,)))
    assert found["tt-37-2019/month", "202402"].due_on == date(2024, 3, 15)
