"""What is due of plans and statistics together, and the station's days off; asked after the first paint."""

from __future__ import annotations

from datetime import date

from data import queries
from data.backup_plan import VIETNAM
from data.catalogue.content import Catalogue
from data.due import DueReport, Terms
from data.due_statistics import due_everywhere
from data.settings import HOLIDAYS
from data.statistics_rules import StatisticsRules
from data.store.database import Store
from data.working_days import Holiday, holidays_of, proposal, working_days


def due_with_statistics(
    store: Store, catalogue: Catalogue, rules: StatisticsRules, today: date
) -> tuple[DueReport, ...]:
    """Reports due from the duties of the bound plans and from the rules of statistics.

    A plan that the catalogue does not know is left out. So are statistics that were due before the file was made: what
    became of them is not in it.
    """
    plans = [catalogue.plans[plan] for plan in queries.bound_plans(store) if plan in catalogue.plans]
    states = {(state.item_id, state.period): state for state in queries.reports_sent(store)}
    days = working_days(queries.settings_history(store, HOLIDAYS))
    made_on = queries.made_at(store).astimezone(VIETNAM).date()
    reports = due_everywhere(plans, rules, states, Terms(today, queries.report_cuts(store), days))
    return tuple(each for each in reports if each.plan or each.due_on is None or each.due_on >= made_on)


def holidays_in(store: Store, year: int) -> tuple[Holiday, ...]:
    """The list of days off of a year, oldest day first; without one, what the law alone fixes."""
    lists = [each for each in queries.settings_history(store, HOLIDAYS) if each.valid_from.year == year]
    return holidays_of(lists[-1]) if lists else proposal(year)


def has_holidays(store: Store, year: int) -> bool:
    """Whether a year has a list of its own."""
    return any(each.valid_from.year == year for each in queries.settings_history(store, HOLIDAYS))
