"""Everything that screens, reports and the command line ask of a station file; nothing here changes it.

What works figures out is imported where it is first asked for: the window's first paint only counts them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.catalogue.content import Catalogue
from data.due import DueReport as DueReport
from data.due import Terms, due_in_plans
from data.errors import Fault, UserError
from data.figures import Figures
from data.history import ChainHead, ChangeEntry, Moment, UndoStep
from data.model import (
    Category,
    Completion,
    DataValue,
    Decision,
    IndicatorValue,
    ObligationState,
    Profile,
    ReportText,
    RuleNote,
    RuleResult,
    Setting,
    Station,
    TargetResult,
)
from data.people import Account
from data.periods import Cut, Period, PeriodType
from data.plan_definitions import Plan, Target
from data.progress import FormProgress as FormProgress
from data.progress import progress_of_forms
from data.settings import (
    BOUND_PLANS,
    FORMS_NOT_KEPT,
    REPORT_CUT,
    SINCE_EVER,
    list_on,
    profile_of,
    station_of,
)
from data.store import chain, repositories, undo, values
from data.store.database import Store as Store

if TYPE_CHECKING:
    from data.calculation import Calculator
    from data.targets import Judge

_YEARS_BEFORE = 2
"""Last year's figure for a comparison, and the year before, from which it may be borrowed (CONTRACT P4, V3)."""


def check_file(path: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with a station file, found on a copy; empty when it is sound (command ``check``).

    Raises:
        EnvironmentFault: The file could not be checked: file_missing, file_is_folder, no_permission, file_in_use.
    """
    from data.store import check

    return check.check_file(path)


# --- the station ---------------------------------------------------------------------------------------------------


def station_code(store: Store) -> str:
    """The station's fixed code, its org unit."""
    with store.reading():
        return repositories.load_station(store.connection).code


def station_on(store: Store, day: date) -> Station:
    """The station as of a day, with all its series breaks."""
    with store.reading():
        row = repositories.load_station(store.connection)
        settings = repositories.load_settings(store.connection)
    return station_of(row.code, settings, day, is_example=row.is_example)


def profile_on(store: Store, day: date) -> Profile:
    """The details for documents as of a day."""
    with store.reading():
        return profile_of(repositories.load_settings(store.connection), day)


def settings_history(store: Store, key: str) -> tuple[Setting, ...]:
    """All dated values of a setting, oldest first."""
    with store.reading():
        return repositories.load_settings(store.connection, key)


def bound_plans(store: Store) -> tuple[str, ...]:
    """Ids of the plans that bind the station, in the order they were chosen (CONTRACT S3)."""
    return list_on(settings_history(store, BOUND_PLANS), BOUND_PLANS, SINCE_EVER)


def forms_not_kept(store: Store, day: date) -> tuple[str, ...]:
    """Codes of the forms that the station does not keep, as of a day."""
    return list_on(settings_history(store, FORMS_NOT_KEPT), FORMS_NOT_KEPT, day)


# --- figures -------------------------------------------------------------------------------------------------------


def load_figures(store: Store, elements: Collection[str] | None = None, years: range | None = None) -> Figures:
    """Reported cells in memory: of these data elements and years, or of all."""
    with store.reading():
        return Figures(values.load_cells(store.connection, elements, years))


def has_figures(store: Store) -> bool:
    """Whether anything was ever typed."""
    with store.reading():
        return values.has_any(store.connection)


def newest_quarter(store: Store) -> str:
    """Key of the newest quarter with a quarterly figure; empty when there is none."""
    with store.reading():
        return values.newest_quarter(store.connection)


def data_values(
    store: Store, periods: Collection[str] | None = None, elements: Collection[str] | None = None
) -> list[DataValue]:
    """Cells with their comments, sorted by data element, period and category; unknown codes too (CONTRACT C2)."""
    with store.reading():
        return values.load_values(store.connection, periods, elements)


def comment_of(store: Store, element: str, period: str, category: Category) -> str:
    """What stands beside a cell as comment."""
    with store.reading():
        return values.load_comment(store.connection, (element, period, category.value))


def history(store: Store, element: str, period: str, category: Category = Category.DEFAULT) -> tuple[ChangeEntry, ...]:
    """Who changed a cell, newest first."""
    with store.reading():
        return values.load_history(store.connection, (element, period, category.value))


def chain_head(store: Store) -> ChainHead:
    """Where the file's history stands."""
    with store.reading():
        station = repositories.load_station(store.connection)
        newest = chain.newest_action(store.connection)
    at = values.moment_of(newest.at) if newest.at else None
    return ChainHead(newest.id, newest.seal.hex(), at, station.generation, station.file_id)


def has_chain_head(store: Store, action_id: int, seal: str) -> bool:
    """Whether the file's history goes through a point that was seen before; 0 is where every history begins."""
    with store.reading():
        return action_id == 0 or chain.seal_of(store.connection, action_id).hex() == seal


def newest_change(store: Store) -> datetime | None:
    """When the file was changed last; None before its first change."""
    return chain_head(store).at


def undo_step(store: Store, user: str) -> UndoStep | None:
    """What undoing would take back: the newest own action on cells that stands (CONTRACT U1)."""
    with store.reading():
        return undo.find_undo(store.connection, user)


def redo_step(store: Store, user: str) -> UndoStep | None:
    """What redoing would do again."""
    with store.reading():
        return undo.find_redo(store.connection, user)


def moments(store: Store, elements: Collection[str], periods: Collection[str]) -> tuple[Moment, ...]:
    """When cells of these elements and periods changed, newest first."""
    with store.reading():
        return undo.find_moments(store.connection, elements, periods)


def values_at(store: Store, action_id: int, elements: Collection[str], periods: Collection[str]) -> list[DataValue]:
    """What the cells that changed since an action held just after it; what did not change is left out."""
    with store.reading():
        return undo.load_values_at(store.connection, action_id, elements, periods)


def completions(store: Store, periods: Collection[str] | None = None) -> tuple[Completion, ...]:
    """Forms that are marked complete; of these periods, or all."""
    with store.reading():
        return repositories.load_completions(store.connection, periods)


def rule_notes(store: Store, periods: Collection[str] | None = None) -> tuple[RuleNote, ...]:
    """What persons wrote about contradictions; of these periods, or all."""
    with store.reading():
        return repositories.load_rule_notes(store.connection, periods)


# --- people --------------------------------------------------------------------------------------------------------


def accounts(store: Store) -> tuple[Account, ...]:
    """Everybody who uses the file, in the order they were added."""
    with store.reading():
        return repositories.load_accounts(store.connection)


def pin_hash(store: Store, name: str) -> str:
    """Hash of somebody's PIN; empty where there is none."""
    with store.reading():
        return repositories.load_secrets(store.connection, name)[0]


def recovery_hash(store: Store, name: str) -> str:
    """Hash of somebody's recovery code; empty where there is none."""
    with store.reading():
        return repositories.load_secrets(store.connection, name)[1]


# --- indicators and targets ----------------------------------------------------------------------------------------


def calculator(
    store: Store, catalogue: Catalogue, period: Period, indicators: Iterable[str] | None = None
) -> Calculator:
    """Formulas over the figures that a period can need: its year and the two before.

    Args:
        store: The station file.
        catalogue: Definitions.
        period: The period that will be asked for.
        indicators: Only these indicators will be asked for; None for any.
    """
    return _calculator(store, catalogue, range(period.year - _YEARS_BEFORE, period.year + 1), indicators)


def plan_calculator(store: Store, catalogue: Catalogue, plan: Plan, period: Period) -> Calculator:
    """Formulas over the figures that the plan's targets need for a period."""
    first = period.year - _YEARS_BEFORE
    if any(target.horizon.kind == "period_average" for target in plan.targets):
        first = min(first, plan.first_year - 1)
    return _calculator(store, catalogue, range(first, period.year + 1), _indicators_of(plan.targets))


def judge(store: Store, calculator: Calculator, period: Period) -> Judge:
    """What holds targets against figures, for the station as it is on the last day of a period."""
    from data.targets import Judge

    return Judge(calculator, station_on(store, period.last_day), decisions(store))


def plan_results(store: Store, catalogue: Catalogue, plan_id: str, period: Period) -> tuple[TargetResult, ...]:
    """All targets of a plan held against a period, in catalogue order.

    Raises:
        UserError: plan_unknown (``plan``).
    """
    plan = plan_of(catalogue, plan_id)
    return judge(store, plan_calculator(store, catalogue, plan, period), period).results(plan, period)


def trend(
    store: Store, catalogue: Catalogue, plan: Plan, target: Target, last_year: int
) -> tuple[tuple[int, IndicatorValue], ...]:
    """What a target compares, year by year from the plan's first year or four years before the last, for the total."""
    from data.targets import compared

    first = min(plan.first_year, last_year - 4)
    indicator = compared(target).indicator
    worked = _calculator(store, catalogue, range(first - 1, last_year + 1), [indicator])
    return tuple((year, worked.value(indicator, Period(year, 1, 12))) for year in range(first, last_year + 1))


def plan_of(catalogue: Catalogue, plan_id: str) -> Plan:
    """A plan by its id.

    Raises:
        UserError: plan_unknown (``plan``).
    """
    plan = catalogue.plans.get(plan_id)
    if plan is None:
        raise UserError("plan_unknown", plan=plan_id, plans=", ".join(catalogue.plans))
    return plan


def contradictions(store: Store, catalogue: Catalogue, period: Period) -> list[RuleResult]:
    """Rules that fail in the period or in a month, quarter or year inside it, oldest first."""
    from data.validation import RuleBook

    figures = load_figures(store, catalogue.data_elements, range(period.year - 1, period.year + 1))
    book = RuleBook(catalogue, station_on(store, period.last_day).series_breaks)
    parts = (period.parts(length) or () for length in (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR))
    return [
        result
        for inner in sorted({part for found in parts for part in found}, key=lambda part: (part.last_month, part))
        for result in book.check(figures, inner)
        if result.passed is False
    ]


# --- work to do ----------------------------------------------------------------------------------------------------


def form_progress(store: Store, catalogue: Catalogue, period: Period) -> tuple[FormProgress, ...]:
    """How far the forms of a period are filled, in the order of the screen."""
    figures = load_figures(store, catalogue.data_elements, range(period.year, period.year + 1))
    return progress_of_forms(catalogue, figures, period, forms_not_kept(store, period.last_day))


def due_reports(store: Store, catalogue: Catalogue, today: date) -> tuple[DueReport, ...]:
    """Reports due from the duties of the bound plans; a plan that the catalogue does not know is left out.

    ``data/due_queries.py`` adds the statistics.
    """
    plans = [catalogue.plans[plan] for plan in bound_plans(store) if plan in catalogue.plans]
    states = {(state.item_id, state.period): state for state in reports_sent(store)}
    return due_in_plans(plans, states, Terms(today, report_cuts(store)))


def made_at(store: Store) -> datetime:
    """When the file was made."""
    with store.reading():
        return repositories.load_station(store.connection).created_at


def report_cuts(store: Store) -> tuple[tuple[date, Cut], ...]:
    """From which day on administrative reports are cut how, oldest first (CONTRACT P8)."""
    return tuple((each.valid_from, Cut(each.value)) for each in settings_history(store, REPORT_CUT) if each.value)


def reports_sent(store: Store) -> tuple[ObligationState, ...]:
    """Recorded states of everything that is owed, of all plans and of statistics."""
    with store.reading():
        return repositories.load_obligation_states(store.connection)


def decisions(store: Store) -> tuple[Decision, ...]:
    """Everything persons decided about targets."""
    with store.reading():
        return repositories.load_decisions(store.connection)


def obligation_states(store: Store, plan_id: str, period: str | None = None) -> tuple[ObligationState, ...]:
    """Recorded states of a plan's obligations, tasks, projects and duties; of one period, or of all."""
    with store.reading():
        states = repositories.load_obligation_states(store.connection)
    return tuple(
        state
        for state in states
        if state.item_id.startswith(f"{plan_id}/") and (period is None or state.period == period)
    )


def report_texts(store: Store, plan_id: str, period: str) -> tuple[ReportText, ...]:
    """The free texts of one report."""
    with store.reading():
        return repositories.load_report_texts(store.connection, plan_id, period)


def elements_needed(catalogue: Catalogue, indicators: Iterable[str], elements: Iterable[str] = ()) -> set[str]:
    """Every data element that the indicators read, and these elements, with the parts that hold their sexes."""
    from data.calculation import formula_of

    found = set(elements)
    for code in indicators:
        found.update(formula_of(catalogue.indicators[code], catalogue.data_elements).elements)
    for code in tuple(found):
        element = catalogue.data_elements[code]
        found.update(filter(None, (element.male_element, element.female_element)))
    return found


def _calculator(store: Store, catalogue: Catalogue, years: range, indicators: Iterable[str] | None) -> Calculator:
    from data.calculation import Calculator

    codes: Collection[str] = catalogue.data_elements
    if indicators is not None:
        codes = elements_needed(catalogue, indicators)
    return Calculator(catalogue, load_figures(store, codes, years))


def _indicators_of(targets: Iterable[Target]) -> set[str]:
    """Every indicator that the targets can ask for."""
    from data.targets import compared

    found: set[str] = set()
    for target in targets:
        found.update((target.indicator, compared(target).indicator), target.scope.indicators)
    return found
