"""For each validation rule the smallest cells that lie at its limit, just below and just above."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tests.proof.definitions import Block, Definitions, Element
from tests.proof.formula import names_in, work_out
from tests.proof.rules import own_frequency
from tests.proof.spans import Span, own_periods, period_before, period_code

SPANS = {"month": Span(2024, 5, 5), "quarter": Span(2024, 4, 6), "year": Span(2024, 1, 12)}
STEPS = (-1, 0, 1)
CellTable = dict[tuple[str, str, str], tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """One rule on one set of cells."""

    name: str
    element: Element
    rule: Block
    span: Span
    cells: CellTable


def cases_of(definitions: Definitions, element: Element, rule: Block) -> Iterator[Case]:
    """Make the cases of one rule."""
    span = SPANS[own_frequency(definitions, element, rule)]
    makers = {
        "range": _range_cells,
        "sex_sum": _sex_cells,
        "yearly_change_pct": _change_cells,
        "equals_previous_period": _previous_cells,
        "near": _near_cells,
        "parts_sum_to": _parts_cells,
        "parts_not_above": _parts_cells,
        "not_above": _other_cells,
    }
    maker = makers.get(rule["rule"], _expression_cells)
    for number, cells in enumerate(maker(definitions, element, rule, span)):
        yield Case(f"{element.code} {rule['rule']} {number}", element, rule, span, cells)


def fill(cells: CellTable, element: Element, span: Span, total: int) -> None:
    """Fill every own period so that the span's total is the given one."""
    parts = own_periods(span, element.frequency)
    assert parts is not None
    for place, part in enumerate(parts):
        value = 0 if element.over_time == "sum" and place > 0 else total
        cells[element.code, period_code(part), "default"] = ("figure", str(value))


def _range_cells(definitions: Definitions, element: Element, rule: Block, span: Span) -> Iterator[CellTable]:
    categories = ["default"]
    if element.by_sex and element.male_element is None:
        categories += ["male", "female"]
    step = Decimal("0.01" if element.value_type == "decimal" else "1")
    for limit in (Decimal(rule["minimum"]), Decimal(rule["maximum"])):
        for value in (limit - step, limit, limit + step):
            for category in categories:
                if value >= 0:
                    yield {(element.code, period_code(span), category): ("figure", str(value))}


def _sex_cells(definitions: Definitions, element: Element, rule: Block, span: Span) -> Iterator[CellTable]:
    for step in STEPS:
        cells: CellTable = {}
        fill(cells, element, span, 7 + step)
        for sex, part, value in (("male", element.male_element, "3"), ("female", element.female_element, "4")):
            place = (part, period_code(span), "default") if part else (element.code, period_code(span), sex)
            cells[place] = ("figure", value)
        yield cells


def _change_cells(definitions: Definitions, element: Element, rule: Block, span: Span) -> Iterator[CellTable]:
    before = Span(span.year - 1, span.first, span.last)
    change = int(rule["maximum"])
    for sign in (-1, 1):
        for step in STEPS:
            cells: CellTable = {}
            fill(cells, element, before, 100)
            fill(cells, element, span, 100 + sign * (change + step))
            yield cells
    for few in (19, 20):
        small: CellTable = {}
        fill(small, element, before, few)
        fill(small, element, span, 5000)
        yield small


def _previous_cells(definitions: Definitions, element: Element, rule: Block, span: Span) -> Iterator[CellTable]:
    for step in STEPS:
        cells: CellTable = {}
        fill(cells, definitions.elements[rule["element"]], period_before(span), 50)
        fill(cells, element, span, 50 + step)
        yield cells


def _other_cells(definitions: Definitions, element: Element, rule: Block, span: Span) -> Iterator[CellTable]:
    for step in STEPS:
        cells: CellTable = {}
        fill(cells, definitions.elements[rule["element"]], span, 24)
        fill(cells, element, span, 24 + step)
        yield cells


def _expression_cells(definitions: Definitions, element: Element, rule: Block, span: Span) -> Iterator[CellTable]:
    for step in STEPS:
        cells, value = _filled(definitions, rule, span)
        fill(cells, element, span, int(value) + step)
        yield cells


def _parts_cells(definitions: Definitions, element: Element, rule: Block, span: Span) -> Iterator[CellTable]:
    for step in STEPS:
        cells, value = _filled(definitions, rule, span)
        fill(cells, definitions.elements[rule["total"]], span, int(value) + step)
        yield cells


def _near_cells(definitions: Definitions, element: Element, rule: Block, span: Span) -> Iterator[CellTable]:
    names = names_in(rule["expression"])
    allowed = int(rule["tolerance_pct"])
    for off in (-allowed - 1, -allowed, -allowed + 1, allowed - 1, allowed, allowed + 1):
        cells: CellTable = {}
        for place, name in enumerate(names):
            fill(cells, definitions.elements[name], span, 100 if place == 0 else 0)
        fill(cells, element, span, 100 + off)
        yield cells


def _filled(definitions: Definitions, rule: Block, span: Span) -> tuple[CellTable, Fraction]:
    """Fill an expression's elements: the first with 100, each other one with a few."""
    cells: CellTable = {}
    values: dict[str, Fraction] = {}
    for place, name in enumerate(names_in(rule["expression"])):
        total = 6 + place if place else 100
        fill(cells, definitions.elements[name], span, total)
        values[name] = Fraction(total)
    return cells, work_out(rule["expression"], values)
