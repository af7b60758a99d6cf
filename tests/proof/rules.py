"""The validation rules, read from their definitions alone.

Source: CONTRACT section 1, "Validation rules"; ``conventions.validation`` of the research: a rule is
checked only when every element it names has a figure, on the longer of the periods.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from tests.proof.definitions import Block, Definitions, Element
from tests.proof.figures import Cells, over_span, read_cell
from tests.proof.formula import names_in, work_out
from tests.proof.spans import MONTHS_OF, Span, period_before, period_code

DEFAULT_CHANGE: Block = {"rule": "yearly_change_pct", "maximum": "50", "severity": "warning"}
ONE_ELEMENT = ("range", "sex_sum", "yearly_change_pct")


class Key(NamedTuple):
    """What a result is about: element, rule, what it is held against, category."""

    element: str
    rule: str
    other: str
    category: str


def rules_of(element: Element) -> tuple[Block, ...]:
    """Give an element's rules; one without yearly_change_pct has 50 per cent, as a warning."""
    is_number = element.value_type in ("integer", "decimal")
    if is_number and not any(rule["rule"] == "yearly_change_pct" for rule in element.rules):
        return (*element.rules, DEFAULT_CHANGE)
    return element.rules


def named_in(rule: Block) -> tuple[str, ...]:
    """List the other data elements that a rule names."""
    if rule["rule"] in ONE_ELEMENT:
        return ()
    names = [rule[key] for key in ("element", "total") if key in rule]
    return (*names, *(names_in(rule["expression"]) if "expression" in rule else ()))


def own_frequency(definitions: Definitions, element: Element, rule: Block) -> str:
    """Give the longest frequency of all elements the rule needs."""
    frequencies = [element.frequency]
    frequencies += [definitions.elements[name].frequency for name in named_in(rule)]
    return max(frequencies, key=lambda frequency: MONTHS_OF[frequency])


def key_of(element: Element, rule: Block, category: str) -> Key:
    """Give the key of a rule's result."""
    other = rule.get("element") or rule.get("total") or rule.get("expression") or ""
    return Key(element.code, rule["rule"], other, category)


def checked(definitions: Definitions, cells: Cells, span: Span) -> Iterator[tuple[Key, bool]]:
    """Give every rule of one own period that can be checked, and whether it holds."""
    frequency = next(name for name, length in MONTHS_OF.items() if length == span.last - span.first + 1)
    for element in definitions.elements.values():
        for rule in rules_of(element):
            if own_frequency(definitions, element, rule) != frequency:
                continue
            for category, is_kept in check(definitions, cells, element, rule, span):
                yield key_of(element, rule, category), is_kept


def check(
    definitions: Definitions, cells: Cells, element: Element, rule: Block, span: Span
) -> Iterator[tuple[str, bool]]:
    """Hold one rule against one period: (category, holds), nothing when it cannot be checked."""
    if rule["rule"] == "range":
        yield from _ranges(cells, element, rule, span)
        return
    sides = _sex_sides(cells, element, span) if rule["rule"] == "sex_sum" else None
    if rule["rule"] != "sex_sum":
        sides = _sides(definitions, cells, element, rule, span)
    if sides is None:
        return
    is_kept = holds(rule, *sides)
    if is_kept is not None:
        yield "default", is_kept


def holds(rule: Block, left: Fraction, right: Fraction) -> bool | None:
    """Say whether a rule holds between its two sides; None where it is skipped."""
    name = rule["rule"]
    if name in ("not_above", "parts_not_above"):
        return left <= right
    if name in ("equals", "balance", "equals_previous_period", "parts_sum_to", "sex_sum"):
        return left == right
    if name == "near":
        return None if right == 0 else abs(left - right) <= Fraction(rule["tolerance_pct"]) / 100 * right
    assert name == "yearly_change_pct", name
    return None if right < 20 else abs(left - right) <= Fraction(rule["maximum"]) / 100 * right


def _ranges(cells: Cells, element: Element, rule: Block, span: Span) -> Iterator[tuple[str, bool]]:
    """Range: min ≤ a ≤ max, per entered cell and per sex."""
    for category in ("default", "male", "female"):
        content = read_cell(cells, element.code, period_code(span), category)
        if isinstance(content, Fraction):
            yield category, Fraction(rule["minimum"]) <= content <= Fraction(rule["maximum"])


def _sex_sides(cells: Cells, element: Element, span: Span) -> tuple[Fraction, Fraction] | None:
    """sex_sum: default = male + female, when all are typed."""
    period = period_code(span)
    total = read_cell(cells, element.code, period, "default")
    if element.male_element is not None and element.female_element is not None:
        male = read_cell(cells, element.male_element, period, "default")
        female = read_cell(cells, element.female_element, period, "default")
    else:
        male = read_cell(cells, element.code, period, "male")
        female = read_cell(cells, element.code, period, "female")
    if isinstance(total, Fraction) and isinstance(male, Fraction) and isinstance(female, Fraction):
        return total, male + female
    return None


def _sides(
    definitions: Definitions, cells: Cells, element: Element, rule: Block, span: Span
) -> tuple[Fraction, Fraction] | None:
    """Give the two sides, left first; None when one is not complete."""
    own = _total(definitions, cells, element.code, span)
    name = rule["rule"]
    if name == "yearly_change_pct":
        left, right = own, _total(definitions, cells, element.code, Span(span.year - 1, span.first, span.last))
    elif name == "equals_previous_period":
        left, right = own, _total(definitions, cells, rule["element"], period_before(span))
    elif name == "not_above":
        left, right = own, _total(definitions, cells, rule["element"], span)
    elif name in ("parts_sum_to", "parts_not_above"):
        left = _expression(definitions, cells, rule["expression"], span)
        right = _total(definitions, cells, rule["total"], span)
    else:
        left, right = own, _expression(definitions, cells, rule["expression"], span)
    return None if left is None or right is None else (left, right)


def _total(definitions: Definitions, cells: Cells, code: str, span: Span) -> Fraction | None:
    value = over_span(cells, definitions.elements[code], span).value
    return value if isinstance(value, Fraction) else None


def _expression(definitions: Definitions, cells: Cells, text: str, span: Span) -> Fraction | None:
    values: dict[str, Fraction] = {}
    for name in names_in(text):
        value = _total(definitions, cells, name, span)
        if value is None:
            return None
        values[name] = value
    return work_out(text, values)
