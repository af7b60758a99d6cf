"""Where a result comes from: the tree from an indicator's value down to the typed cells ("Giải trình")."""

from __future__ import annotations

from typing import NamedTuple

from data.aggregation import ElementValue, NotApplicableType, Reading, read_cell, read_part
from data.calculation import Calculator
from data.catalogue.expressions import Node, evaluate, names_of
from data.definitions import DataElement, ValueType
from data.figures import part_code
from data.model import Category, CellState, Number
from data.periods import Period


class TraceNode(NamedTuple):
    """One step of the way from a result to its cells.

    Attributes:
        kind: ``indicator``, ``numerator``, ``denominator``, ``element`` (over the span), ``part`` (one own period) or
            ``cell`` (what was typed).
        code: Indicator or data element; for numerator and denominator the formula.
        category: ``total``, ``male`` or ``female``; for a cell the category option combo.
        period: Key of the own period for parts and cells; of the asked period for the rest.
        value: Exact number, or None.
        state: State of a cell; of an element ``not_applicable`` or ``figure``, or ``not_reported`` when missing.
        text: Canonical text of a cell.
        borrowed: For an element: key of the other period that the value was taken from.
        children: The steps below, in the order of the formula and of time.
    """

    kind: str
    code: str
    category: str
    period: str
    value: Number | None = None
    state: CellState = CellState.FIGURE
    text: str = ""
    borrowed: str = ""
    children: tuple[TraceNode, ...] = ()


def explain(calculator: Calculator, indicator: str, period: Period, category: str = "total") -> TraceNode:
    """The tree of one indicator value."""
    result = calculator.value(indicator, period, category)
    formula = calculator.formula(indicator)
    definition = calculator.catalogue.indicators[indicator]
    if formula.choice:
        own = result.span.around(calculator.catalogue.data_elements[formula.choice].frequency)
        cell = _cell(calculator, formula.choice, Category.DEFAULT, own.code)
        return TraceNode(kind="indicator", code=indicator, category=category, period=period.code, children=(cell,))
    sides = [("numerator", definition.numerator, formula.numerator)]
    if formula.denominator is not None and definition.denominator is not None:
        sides.append(("denominator", definition.denominator, formula.denominator))
    children = tuple(_side(calculator, kind, text, node, (period, result.span, category)) for kind, text, node in sides)
    return TraceNode(
        kind="indicator", code=indicator, category=category, period=period.code, value=result.value, children=children
    )


def explain_element(calculator: Calculator, element: str, period: Period) -> TraceNode:
    """The tree of a data element's total over a period, for what is bound to it without a formula; a choice's cell."""
    definition = calculator.catalogue.data_elements[element]
    if definition.value_type is ValueType.CHOICE:
        return _cell(calculator, element, Category.DEFAULT, period.around(definition.frequency).code)
    return _element(calculator, element, calculator.element(element, period), (period, period, "total"))


Where = tuple[Period, Period, str]
"""The asked period, the counted span and the category."""


def _side(calculator: Calculator, kind: str, text: str, node: Node, where: Where) -> TraceNode:
    period, span, category = where
    values = {code: calculator.element(code, span, category) for code in names_of(node)}
    readings = ((code, _number(value.reading)) for code, value in values.items())
    numbers = {code: number for code, number in readings if number is not None}
    value = evaluate(node, numbers) if len(numbers) == len(values) else None
    return TraceNode(
        kind=kind,
        code=text,
        category=category,
        period=period.code,
        value=value,
        children=tuple(_element(calculator, code, each, where) for code, each in values.items()),
    )


def _element(calculator: Calculator, code: str, value: ElementValue, where: Where) -> TraceNode:
    period, span, category = where
    element = calculator.catalogue.data_elements[code]
    parts = span.parts(element.frequency)
    codes = (
        [part.code for part in parts] if parts is not None else [value.borrowed or span.around(element.frequency).code]
    )
    return TraceNode(
        kind="element",
        code=code,
        category=category,
        period=period.code,
        value=_number(value.reading),
        state=_state(value.reading),
        borrowed=value.borrowed,
        children=tuple(_part(calculator, element, own, category) for own in codes),
    )


def _part(calculator: Calculator, element: DataElement, own: str, category: str) -> TraceNode:
    reading = read_part(calculator.figures, element, own, category)
    return TraceNode(
        kind="part",
        code=element.code,
        category=category,
        period=own,
        value=_number(reading),
        state=_state(reading),
        children=tuple(_cells(calculator, element, own, category)),
    )


def _cells(calculator: Calculator, element: DataElement, own: str, category: str) -> list[TraceNode]:
    """The stored cells a part was read from: the typed total, else those of both sexes."""
    if category != "total":
        return [_cell(calculator, *_place(element, category), own)]
    total = _cell(calculator, element.code, Category.DEFAULT, own)
    if total.state is not CellState.NOT_REPORTED or not element.sex_disaggregated:
        return [total]
    return [_cell(calculator, *_place(element, sex), own) for sex in ("male", "female")]


def _place(element: DataElement, sex: str) -> tuple[str, Category]:
    code = part_code(element, sex)
    return code, Category(sex) if code == element.code else Category.DEFAULT


def _cell(calculator: Calculator, code: str, category: Category, own: str) -> TraceNode:
    stored = calculator.figures.cells.get((code, own, category.value))
    state = CellState(stored[0]) if stored is not None else CellState.NOT_REPORTED
    is_number = calculator.catalogue.data_elements[code].value_type is not ValueType.CHOICE
    return TraceNode(
        kind="cell",
        code=code,
        category=category.value,
        period=own,
        value=_number(read_cell(calculator.figures, code, own, category.value)) if is_number else None,
        state=state,
        text=stored[1] if stored is not None else "",
    )


def _number(reading: Reading) -> Number | None:
    return None if isinstance(reading, NotApplicableType) else reading


def _state(reading: Reading) -> CellState:
    if reading is None:
        return CellState.NOT_REPORTED
    return CellState.NOT_APPLICABLE if isinstance(reading, NotApplicableType) else CellState.FIGURE
