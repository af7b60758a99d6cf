"""What the entry screen asks off the GUI thread: contradictions of a form, and all that is known of one cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from data import queries
from data.aggregation import element_over
from data.catalogue.content import Catalogue
from data.commands import Store
from data.definitions import DataElement, ValueType
from data.gap import Limit
from data.model import Category, ChangeEntry, Number, RuleResult, TargetResult
from data.periods import Period, PeriodType, parse_period
from data.printing import Gap, gap_of, limit_of
from ui.knowledge import Knowledge
from ui.models.entry_rows import CellId, EntryForm
from ui.session import Session
from ui.tasks import Task

SHOWN_PERIODS = 12
MOST_HISTORY = 6
_RULE_TYPES = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR)


class Source(NamedTuple):
    """What a task needs to ask: the handle, the catalogue, and what was worked out of it."""

    store: Store
    catalogue: Catalogue
    knowledge: Knowledge


class FedTarget(NamedTuple):
    """A target that a data element feeds, with its gap and limit."""

    result: TargetResult
    gap: Gap | None
    limit: Limit | None


class CellKnowledge(NamedTuple):
    """What is known of a cell, not yet in words.

    Attributes:
        periods, series: The last periods of the element's own frequency up to the cell's, oldest first.
        history: Newest first.
        targets: Results of the bound plans' targets that the element feeds, at the grid's period.
        indicators: Codes of all indicators that it feeds.
    """

    cell: CellId
    periods: tuple[Period, ...]
    series: tuple[Number | None, ...]
    history: tuple[ChangeEntry, ...]
    targets: tuple[FedTarget, ...] = ()
    indicators: tuple[str, ...] = ()


def contradictions_of(source: Source, form: EntryForm) -> list[RuleResult]:
    """Rules that fail among the form's elements, on its own periods and on the longer ones inside the shown one."""
    year = form.whole.year
    figures = queries.load_figures(source.store, years=range(year - 1, year + 1))
    elements = frozenset(form.data_set.elements)
    return [
        result
        for period in _rule_periods(form)
        for result in source.knowledge.rules.check(figures, period, elements)
        if result.passed is False
    ]


def _rule_periods(form: EntryForm) -> list[Period]:
    periods = list(form.parts)
    for period_type in _RULE_TYPES:
        for period in form.whole.parts(period_type) or ():
            if period not in periods:
                periods.append(period)
    return periods


def quick_facts(source: Source, cell: CellId) -> CellKnowledge:
    """Series and history of a cell: two small questions to the file."""
    element = source.catalogue.data_elements[cell.data_element]
    own = parse_period(cell.period)
    periods = [own]
    while len(periods) < SHOWN_PERIODS:
        periods.insert(0, periods[0].previous())
    series = _series(source, element, cell.category, tuple(periods))
    history = queries.history(source.store, cell.data_element, cell.period, cell.category)
    newest = sorted(history, key=lambda entry: entry.at, reverse=True)[:MOST_HISTORY]
    return CellKnowledge(cell, tuple(periods), series, tuple(newest))


def _series(
    source: Source, element: DataElement, category: Category, periods: tuple[Period, ...]
) -> tuple[Number | None, ...]:
    if element.value_type in (ValueType.BOOLEAN, ValueType.CHOICE):
        return ()
    years = range(periods[0].year, periods[-1].year + 1)
    codes = {element.code} | {code for code in (element.male_element, element.female_element) if code}
    figures = queries.load_figures(source.store, elements=codes, years=years)
    name = "total" if category is Category.DEFAULT else category.value
    readings = (element_over(figures, element, period, name).reading for period in periods)
    return tuple(reading if isinstance(reading, int) or hasattr(reading, "numerator") else None for reading in readings)  # type: ignore[misc]


def with_targets(source: Source, known: CellKnowledge, period: Period) -> CellKnowledge:
    """The same with the results of the bound plans' targets whose indicator names the element."""
    codes = frozenset(source.knowledge.fed_by(known.cell.data_element))
    found: list[FedTarget] = []
    for plan_id in queries.bound_plans(source.store):
        plan = source.catalogue.plans.get(plan_id)
        if plan is None or not any(target.indicator in codes for target in plan.targets):
            continue
        calculator = queries.plan_calculator(source.store, source.catalogue, plan, period)
        judge = queries.judge(source.store, calculator, period)
        found += [
            FedTarget(result, gap_of(result, calculator), limit_of(result))
            for result in judge.results(plan, period)
            if result.value.indicator in codes and not result.repeats
        ]
    fed = source.knowledge.fed_by(known.cell.data_element)
    return known._replace(targets=tuple(found), indicators=fed)


class Asker:
    """Asks on working threads; a new question takes the place of the one before, answered or not."""

    def __init__(
        self,
        session: Session,
        tell_failures: Callable[[EntryForm, list[RuleResult]], None],
        tell_facts: Callable[[CellKnowledge], None],
    ) -> None:
        """Answers go to two functions, on the GUI thread; facts come twice, the second time with targets."""
        self._source = Source(session.store, session.catalogue, session.knowledge)
        self._session = session
        self._tasks = session.tasks
        self._tell_failures = tell_failures
        self._tell_facts = tell_facts
        self._asked: list[Task] = []

    def ask(self, form: EntryForm, cell: CellId | None) -> None:
        """Ask for the contradictions of a form, and for what is known of a cell."""
        for task in self._asked:
            task.cancel()
        source, session = self._source, self._session

        def work(_task: Task) -> list[RuleResult]:
            _ = session.messages  # the sentences are read here, not on the GUI thread when they are first needed
            return contradictions_of(source, form)

        self._asked = [self._tasks.run(work, lambda results: self._tell_failures(form, results))]
        if cell is not None:
            facts = self._tasks.run(lambda _task: quick_facts(source, cell), lambda known: self._ask_more(form, known))
            self._asked.append(facts)

    def _ask_more(self, form: EntryForm, known: CellKnowledge) -> None:
        self._tell_facts(known)
        source = self._source
        self._asked.append(self._tasks.run(lambda _task: with_targets(source, known, form.whole), self._tell_facts))
