"""What the entry screen asks off the GUI thread: what the rules of a form say, and all that is known of one cell."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from data import queries
from data.aggregation import element_over
from data.catalogue.content import Catalogue
from data.commands import Store
from data.contradictions import Noted, annotate, reads_cell
from data.definitions import DataElement, ValueType
from data.gap import Limit
from data.history import ChangeEntry
from data.model import Category, Number, RuleNote, RuleResult, TargetResult
from data.periods import Period, PeriodType, parse_period
from data.printing import Gap, gap_of, limit_of
from data.settings import register_key, value_on
from ui.knowledge import Knowledge
from ui.models.entry_rows import CellId, EntryForm
from ui.screens.entry_doubts import Doubt, cell_doubt, confirmation_of
from ui.screens.entry_rules import Checked, check_form
from ui.session import Session
from ui.tasks import Task

if TYPE_CHECKING:
    from ui.messages import Messages

SHOWN_PERIODS = 12
_LENGTHS = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR)
_COMPARED = (">=", ">", "<=", "<", "=")


class Source(NamedTuple):
    """What a task needs to ask: the handle, the catalogue, what was worked out of it, and the language."""

    store: Store
    catalogue: Catalogue
    knowledge: Knowledge
    language: str

    @property
    def messages(self) -> Messages:
        """Sentences for codes; read here, not on the GUI thread, when they are first needed."""
        from ui.messages import load_messages

        return load_messages(self.language)


class FedTarget(NamedTuple):
    """A target that a data element feeds, with its gap and limit."""

    result: TargetResult
    gap: Gap | None
    limit: Limit | None


class TargetLine(NamedTuple):
    """A target at the scale of the element's own figures; ``is_everywhere`` where it does not hang on a denominator."""

    value: Number
    is_everywhere: bool


class CellKnowledge(NamedTuple):
    """What is known of a cell, not yet in words.

    Attributes:
        periods, series: The last periods of the element's own frequency up to the cell's, oldest first.
        last_year: What stands in the same period of last year.
        history: All of it, newest first.
        rules: Results of the rules that read the cell, with their notes.
        register: What the station itself calls the register; empty when it said nothing.
        doubt: Why the figure cannot be believed; ``confirmed``: who said that it is right all the same.
        targets: Results of the bound plans' targets that the element feeds, at the grid's period.
        indicators: Codes of all indicators that it feeds.
        line: A target that the figures themselves can be held against.
    """

    cell: CellId
    periods: tuple[Period, ...]
    series: tuple[Number | None, ...]
    history: tuple[ChangeEntry, ...]
    last_year: Number | None = None
    rules: tuple[Noted, ...] = ()
    register: str = ""
    doubt: Doubt | None = None
    confirmed: RuleNote | None = None
    targets: tuple[FedTarget, ...] = ()
    indicators: tuple[str, ...] = ()
    line: TargetLine | None = None


def quick_facts(source: Source, cell: CellId) -> CellKnowledge:
    """Series, history, rules and register of a cell: small questions to the file."""
    element = source.catalogue.data_elements[cell.data_element]
    own = parse_period(cell.period)
    periods = [own]
    while len(periods) < SHOWN_PERIODS:
        periods.insert(0, periods[0].previous())
    last_year = own.in_year(own.year - 1)
    series = _series(source, element, cell.category, (last_year, *periods))
    history = queries.history(source.store, cell.data_element, cell.period, cell.category)
    key = register_key(element.code)
    settings = queries.settings_history(source.store, key)
    return CellKnowledge(
        cell,
        tuple(periods),
        series[1:],
        tuple(sorted(history, key=lambda entry: entry.at, reverse=True)),
        last_year=series[0] if series else None,
        rules=_rules(source, cell, own),
        register=value_on(settings, key, own.last_day),
        doubt=cell_doubt(source, cell),
        confirmed=confirmation_of(source, cell),
        indicators=source.knowledge.fed_by(element.code),
    )


def _rules(source: Source, cell: CellId, own: Period) -> tuple[Noted, ...]:
    """Results on the cell's own period and the longer ones around it: failing, then missing, then passed."""
    figures = queries.load_figures(source.store, years=range(own.year - 1, own.year + 1))
    book = source.knowledge.rules.with_breaks(queries.station_on(source.store, own.last_day).series_breaks)
    around = dict.fromkeys([own, *(own.around(length) for length in _LENGTHS)])
    results = [
        result
        for period in around
        if period.contains(own)
        for result in book.check(figures, period, frozenset([cell.data_element]))
        if _concerns(source, result, cell) and (not result.missing or period.last_month == own.last_month)
    ]
    noted = annotate(results, queries.rule_notes(source.store, sorted({each.period for each in results})))
    return tuple(sorted(noted, key=_order))


def _order(noted: Noted) -> int:
    """Errors, warnings, what is noted or not judged, what cannot be checked, then what holds."""
    result = noted.result
    if noted.is_open:
        return 0 if result.rule.severity == "error" else 1
    return 4 if result.passed else 3 if result.missing else 2


def _concerns(source: Source, result: RuleResult, cell: CellId) -> bool:
    """Whether a result is about this cell; a limit is only about its own sex."""
    if result.rule.rule == "range" and result.category is not cell.category:
        return False
    key = (cell.data_element, cell.period, cell.category.value)
    return reads_cell(source.catalogue.data_elements, result, key)


def _series(
    source: Source, element: DataElement, category: Category, periods: tuple[Period, ...]
) -> tuple[Number | None, ...]:
    if element.value_type in (ValueType.BOOLEAN, ValueType.CHOICE):
        return ()
    years = range(min(period.year for period in periods), periods[-1].year + 1)
    codes = {element.code} | {code for code in (element.male_element, element.female_element) if code}
    figures = queries.load_figures(source.store, elements=codes, years=years)
    name = "total" if category is Category.DEFAULT else category.value
    readings = (element_over(figures, element, period, name).reading for period in periods)
    return tuple(reading if isinstance(reading, int | Fraction) else None for reading in readings)


def with_targets(source: Source, known: CellKnowledge, period: Period) -> CellKnowledge:
    """The same with the results of the bound plans' targets whose indicator names the element."""
    codes = frozenset(known.indicators)
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
    lines = {line for fed in found if (line := target_line(source.catalogue, known.cell, fed.result)) is not None}
    return known._replace(targets=tuple(found), line=lines.pop() if len(lines) == 1 else None)


def target_line(catalogue: Catalogue, cell: CellId, result: TargetResult) -> TargetLine | None:
    """A target in the element's own scale, over the cell's own period; None where the two cannot be compared."""
    indicator = catalogue.indicators[result.value.indicator]
    limit, own = result.target_value, parse_period(cell.period)
    if limit is None or result.operator not in _COMPARED or result.by_sex or cell.category is not Category.DEFAULT:
        return None
    if indicator.numerator.strip() != cell.data_element or result.value.span != own:
        return None
    if indicator.denominator is None:
        return TargetLine(limit, is_everywhere=True) if indicator.factor == 1 else None
    denominator = result.value.denominator
    return TargetLine(Fraction(limit) * denominator / indicator.factor, is_everywhere=False) if denominator else None


class Asker:
    """Asks on working threads; a new question takes the place of the one before, answered or not."""

    def __init__(
        self,
        session: Session,
        tell_rules: Callable[[Checked], None],
        tell_facts: Callable[[CellKnowledge], None],
    ) -> None:
        """Answers go to two functions, on the GUI thread; facts come twice, the second time with targets."""
        self._source = Source(session.store, session.catalogue, session.knowledge, session.language)
        self._tasks = session.tasks
        self._tell_rules = tell_rules
        self._tell_facts = tell_facts
        self._asked: list[Task] = []

    def ask(self, form: EntryForm, cell: CellId | None) -> None:
        """Ask what the rules of a form say, and for what is known of a cell."""
        for task in self._asked:
            task.cancel()
        source = self._source
        self._asked = [self._tasks.run(lambda _task: check_form(source, form), self._tell_rules)]
        if cell is not None:
            facts = self._tasks.run(lambda _task: quick_facts(source, cell), lambda known: self._ask_more(form, known))
            self._asked.append(facts)

    def _ask_more(self, form: EntryForm, known: CellKnowledge) -> None:
        self._tell_facts(known)
        source = self._source
        self._asked.append(self._tasks.run(lambda _task: with_targets(source, known, form.whole), self._tell_facts))
