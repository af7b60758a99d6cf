"""Which statistics are due, by the rules in force, and what is due of plans and statistics together.

Source: ``assets/catalogue/statistics_rules.toml``; CONTRACT P8 (both systems of periods), PRODUCT 4. Where two texts
name different days for the same report, the earlier one counts and both are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from data.due import (
    DueReport,
    DueText,
    Terms,
    Turn,
    due_in_plans,
    due_report,
    earliest_first,
    newest_and_running,
    ordered,
)
from data.model import ObligationState
from data.periods import Period, span_of
from data.plan_definitions import Plan, ReportingDuty
from data.statistics_rules import (
    WORKING_DAYS,
    Deadline,
    StatisticsReport,
    StatisticsRule,
    StatisticsRules,
    report_id,
)
from data.working_days import WorkingDays

STATION = "Trạm Y tế"
DATA_SUPPLY = "data_supply"
"""Kind of a plan's duty that asks for figures, not for a report on the plan."""

States = Mapping[tuple[str, str], ObligationState]


def due_everywhere(
    plans: Iterable[Plan], rules: StatisticsRules, states: States, terms: Terms
) -> tuple[DueReport, ...]:
    """Reports due by the plans that bind the station and by the rules of statistics."""
    return ordered(_together([*due_in_plans(plans, states, terms), *due_in_rules(rules, states, terms)], terms))


def due_in_rules(rules: StatisticsRules, states: States, terms: Terms) -> tuple[DueReport, ...]:
    """Statistics due: of each series the period that ended last and the one that runs, where a rule governs it.

    Where two rules ask for the same series on the same period, it is one report with the texts of both; it is recorded
    under the later rule.
    """
    found: dict[tuple[str, Period], list[tuple[StatisticsRule, StatisticsReport]]] = {}
    for rule in sorted(rules.regulations, key=lambda each: each.valid_from):
        for report in rule.reports:
            for period in _periods(report, terms.today):
                if rule.governs(period):
                    found.setdefault((report.series, period), []).append((rule, report))
    return ordered(_due(asked, period, rules, states, terms) for (_series, period), asked in found.items())


def day_after(deadline: Deadline, last: date, days: WorkingDays) -> date:
    """The last day by one text for a period that ended on a day."""
    if deadline.unit == WORKING_DAYS:
        return days.after(last, deadline.days)
    return last + timedelta(days=deadline.days)


def ending_rules(rules: StatisticsRules, today: date) -> tuple[StatisticsRule, ...]:
    """Rules whose end is to be told: it is near, or past with no other rule for the same reports."""
    told = []
    for rule in rules.regulations:
        series = {report.series for report in rule.reports}
        others = (each for each in rules.regulations if each.valid_from > rule.valid_from)
        has_successor = any(series & {report.series for report in each.reports} for each in others)
        if rule.tells_its_end(today) and not has_successor:
            told.append(rule)
    return tuple(told)


def _periods(report: StatisticsReport, today: date) -> list[Period]:
    years = range(today.year - 1, today.year + 2)
    named = ((period, report.cut) for period in report.named_periods(years))
    return [each[0] for each in newest_and_running(named, today) if each is not None]


def _due(
    asked: list[tuple[StatisticsRule, StatisticsReport]],
    period: Period,
    rules: StatisticsRules,
    states: States,
    terms: Terms,
) -> DueReport:
    rule, report = asked[-1]
    days = terms.days or WorkingDays()
    last = span_of(period, report.cut)[1]
    texts = [_text(each, deadline, last, days) for each, of in asked for deadline in of.deadlines]
    due_on = min(text.due_on for text in texts)
    receiver = rules.receiver_on(report.stream, due_on)
    code = report_id(rule, report)
    duty = ReportingDuty(
        id=code,
        seed_line=0,
        kind="statistics",
        who_vi=STATION,
        frequency=(period.type.value,),
        frequency_as_printed=texts[0].printed,
        content_vi=report.content_vi,
        phrase="",
        to_vi=receiver.name_vi if receiver is not None else "",
    )
    turn = Turn(period.type.value, period, states.get((code, period.code)), report.cut)
    return due_report(duty, "", turn, texts, terms)


def _text(rule: StatisticsRule, deadline: Deadline, last: date, days: WorkingDays) -> DueText:
    due_on = day_after(deadline, last, days)
    counts = deadline.unit == WORKING_DAYS
    return DueText(
        source_vi=rule.title_vi,
        printed=deadline.printed,
        due_on=due_on,
        certainty=rule.certainty,
        unsure=days.unsure(last + timedelta(days=1), due_on) if counts else (),
        part_vi=deadline.text_vi,
    )


def _together(reports: list[DueReport], terms: Terms) -> list[DueReport]:
    """The same figures asked for twice: a plan's own supply of data, and statistics on the same days."""
    statistics = [each for each in reports if not each.plan]
    supplies = [each for each in reports if each.duty.kind == DATA_SUPPLY and not each.is_background]
    others = {False: supplies, True: statistics}
    return [
        _with_texts_of(each, others[bool(each.plan)], terms) if not each.plan or each in supplies else each
        for each in reports
    ]


def _with_texts_of(report: DueReport, others: list[DueReport], terms: Terms) -> DueReport:
    """A report with what other texts say of the same figures; a day before the period has ended asks for others."""
    last = report.last_day
    texts = {
        text
        for other in others
        if (other.period, other.cut) == (report.period, report.cut)
        for text in other.texts
        if last is not None and text.due_on > last
    }
    if not texts:
        return report
    known = earliest_first({*report.texts, *texts})
    due_on = known[0].due_on
    return report._replace(
        due_on=due_on,
        days_left=(due_on - terms.today).days,
        texts=known,
        is_day_off=terms.days is not None and not terms.days.has(due_on),
    )
