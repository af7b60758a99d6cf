"""What contradicts what in one form: results of its rules, the cells they read, and what persons wrote about them.

Screens, the due list and completeness take the same results from here. Nothing here changes a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from data.catalogue.expressions import names_of, parse_expression
from data.definitions import DataElement, DataSet, OverTime
from data.figures import CellKey, Figures, part_code
from data.model import Category, Number, RuleNote, RuleResult
from data.numbers import exact_text
from data.periods import Period, PeriodType, parse_period
from data.validation import RuleBook, rule_key

MARK = "\n"
"""Between the figures that a note was written about, and its text."""

PLAUSIBILITY = "plausibility"
"""In the place of a rule: a note that a figure outside its usual limits is right."""

_LENGTHS = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR)
_DEFAULT = Category.DEFAULT.value
_WITH_LATER = ("equals_previous_period", "yearly_change_pct")


class RuleCells(NamedTuple):
    """The cells that a result was worked out of, on its left and on its right side, in the order of the sentence."""

    left: tuple[CellKey, ...]
    right: tuple[CellKey, ...] = ()


class Noted(NamedTuple):
    """A result with what somebody wrote about it.

    Attributes:
        note: The newest note, or None.
        text: Its words.
        is_current: Whether it was written about the figures that stand there now.
    """

    result: RuleResult
    note: RuleNote | None = None
    text: str = ""
    is_current: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act: an error, or a warning without a note about these figures."""
        return self.result.passed is False and not (self.result.rule.severity == "warning" and self.is_current)


def form_results(book: RuleBook, figures: Figures, data_set: DataSet, whole: Period) -> list[RuleResult]:
    """Results of every rule that reads an element of a form, for a period.

    Args:
        book: The rules.
        figures: The station's cells of the period's year, the year before and the year after.
        data_set: The form.
        whole: The period that the form is filled for.

    Returns:
        Passed, failed and not-checkable results on the form's own periods and the longer ones inside the shown one;
        on longer periods around it, and on later ones compared with it, what fails. A longer period that ends with
        the shown one gives all its results.
    """
    elements = frozenset(data_set.elements)
    found = [result for period in _inside(data_set, whole) for result in book.check(figures, period, elements)]
    for length in _LENGTHS:
        around = whole.around(length)
        if around.contains(whole) and around != whole:
            is_over = around.last_month == whole.last_month
            found += [each for each in book.check(figures, around, elements) if is_over or each.passed is False]
    for part in whole.parts(data_set.frequency) or (whole.around(data_set.frequency),):
        found += _later(book, figures, part, elements)
    return list(dict.fromkeys(found))


def _inside(data_set: DataSet, whole: Period) -> list[Period]:
    """The form's own periods, then the other ones inside the shown one, short before long."""
    own = list(whole.parts(data_set.frequency) or ())
    others = (part for length in _LENGTHS for part in whole.parts(length) or ())
    return list(dict.fromkeys([*own, *others]))


def _later(book: RuleBook, figures: Figures, part: Period, elements: frozenset[str]) -> list[RuleResult]:
    """What fails in the later periods that are compared with this one."""
    turn, first = divmod(part.last_month, 12)
    after = Period(part.year + turn, first + 1, first + part.last_month - part.first_month + 1)
    return [
        result
        for kind, period in zip(_WITH_LATER, (after, part.in_year(part.year + 1)), strict=True)
        for result in book.check(figures, period, elements)
        if result.passed is False and result.rule.rule == kind
    ]


def distinct(elements: Mapping[str, DataElement], results: Iterable[RuleResult]) -> list[RuleResult]:
    """Results that say the same once: the same cells on both sides, with the same figures, whichever side is first.

    An element with part elements fails as the sum of its sexes and as the sum of its parts.
    """
    found: dict[object, RuleResult] = {}
    for result in sorted(results, key=lambda each: each.rule.severity != "error"):
        sides = cells_of(elements, result)
        both = frozenset([(frozenset(sides.left), result.left), (frozenset(sides.right), result.right)])
        found.setdefault((both, result.period, result.rule.rule if not sides.right else ""), result)
    kept = set(map(id, found.values()))
    return [result for result in results if id(result) in kept]


def cells_of(elements: Mapping[str, DataElement], result: RuleResult) -> RuleCells:
    """The cells that a rule reads for a result; of a figure over a longer period its last sub-period."""
    rule, element, period = result.rule, elements[result.element], parse_period(result.period)

    def cell(code: str, on: Period = period) -> CellKey:
        return code, own_period(elements[code], on).code, _DEFAULT

    own = (element.code, result.period, result.category.value)
    if rule.rule == "range":
        return RuleCells((own,))
    if rule.rule == "sex_sum":
        return RuleCells((own,), tuple(_sex_cell(element, result.period, sex) for sex in ("male", "female")))
    if rule.rule == "yearly_change_pct":
        return RuleCells((cell(element.code),), (cell(element.code, period.in_year(period.year - 1)),))
    if rule.rule == "equals_previous_period":
        return RuleCells((cell(element.code),), (cell(rule.element or "", period.previous()),))
    if rule.expression is None:
        return RuleCells((cell(element.code),), (cell(rule.element or ""),))
    parts = tuple(cell(name) for name in names_of(parse_expression(rule.expression)))
    if rule.total:
        return RuleCells(parts, (cell(rule.total),))
    return RuleCells((cell(element.code),), parts)


def own_period(element: DataElement, period: Period) -> Period:
    """The own period of an element that decides its value over another one."""
    parts = period.parts(element.frequency) or (period.around(element.frequency),)
    return parts[0] if element.over_time is OverTime.FIRST else parts[-1]


def missing_cell(elements: Mapping[str, DataElement], result: RuleResult, missing: str) -> CellKey:
    """The cell that a ``code@period`` of a result's ``missing`` leads to."""
    code, _mark, period = missing.partition("@")
    return code, own_period(elements[code], parse_period(period or result.period)).code, _DEFAULT


def _sex_cell(element: DataElement, period: str, sex: str) -> CellKey:
    code = part_code(element, sex)
    return code, period, sex if code == element.code else _DEFAULT


def reads_cell(elements: Mapping[str, DataElement], result: RuleResult, cell: CellKey) -> bool:
    """Whether a rule reads a cell, or another sex of it."""
    sides, on = cells_of(elements, result), parse_period(result.period)
    period, before = parse_period(cell[1]), on
    if result.rule.rule == "equals_previous_period":
        before = on.previous()
    elif result.rule.rule == "yearly_change_pct":
        before = on.in_year(on.year - 1)
    is_left = on.contains(period) and any(code == cell[0] for code, *_ in sides.left)
    is_right = before.contains(period) and any(code == cell[0] for code, *_ in sides.right)
    return is_left or is_right


# --- notes -----------------------------------------------------------------------------------------------------------


def note_of(result: RuleResult, text: str) -> RuleNote:
    """A note about a result, with the figures that it was written about."""
    return RuleNote(
        element=result.element,
        rule=rule_key(result.rule),
        period=result.period,
        category=result.category,
        note=f"{_figures(result)}{MARK}{text.strip()}" if text.strip() else "",
    )


def annotate(results: Iterable[RuleResult], notes: Iterable[RuleNote]) -> list[Noted]:
    """Results, each with its note where somebody wrote one."""
    known = {(note.element, note.rule, note.period, note.category): note for note in notes if note.note}
    return [_noted(result, known) for result in results]


def has_note(notes: Iterable[RuleNote]) -> Callable[[RuleResult], bool]:
    """Whether somebody wrote why a rule fails, about the figures that stand there now."""
    known = {(note.element, note.rule, note.period, note.category): note for note in notes if note.note}
    return lambda result: _noted(result, known).is_current


def _noted(result: RuleResult, known: Mapping[tuple[str, str, str, Category], RuleNote]) -> Noted:
    note = known.get((result.element, rule_key(result.rule), result.period, result.category))
    if note is None:
        return Noted(result)
    figures, mark, text = note.note.partition(MARK)
    return Noted(result, note, text if mark else note.note, not mark or figures == _figures(result))


def _figures(result: RuleResult) -> str:
    return f"{_text(result.left)}|{_text(result.right)}"


def _text(value: Number | None) -> str:
    return "" if value is None else exact_text(value)


# --- figures that cannot be believed ---------------------------------------------------------------------------------


def confirmation(cell: CellKey, figure: str, text: str) -> RuleNote:
    """A note that a figure which looks wrong is right; it holds for this figure alone."""
    code, period, category = cell
    return RuleNote(code, PLAUSIBILITY, period, Category(category), f"{figure}{MARK}{text}")


def confirmed(notes: Iterable[RuleNote]) -> frozenset[tuple[CellKey, str]]:
    """The cells with the figures that somebody said are right."""
    return frozenset(
        ((note.element, note.period, note.category.value), note.note.partition(MARK)[0])
        for note in notes
        if note.rule == PLAUSIBILITY
    )
