"""Quick tests for the commonest validation rules: whether typed cells alone show that a rule is not broken.

``False`` says nothing: the rule then has to be checked in full by ``data/validation.py``. This is what makes an import
of 100,000 figures with all checks take seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.definitions import DataElement, ValidationRule
from data.model import CellState, Number
from data.numbers import exact

Cells = Mapping[tuple[str, str, str], tuple[str, str]]

Shortcut = Callable[[Cells, str, str], bool]
"""(cells, key of the period, key of the same period last year) -> whether the rule is surely not broken."""

SMALLEST_COMPARED = 20
"""Last year's values under this are not compared (``conventions.validation``)."""

_FIGURE = CellState.FIGURE.value
_CATEGORIES = ("default", "male", "female")


def shortcut_of(element: DataElement, rule: ValidationRule) -> Shortcut | None:
    """The quick test of a rule on the element's own periods, or None where there is none.

    Args:
        element: The element that carries the rule.
        rule: One of its rules; another element that it names has the same frequency.
    """
    match rule.rule:
        case "range":
            return _range(element, rule)
        case "sex_sum":
            return _sex_sum(element)
        case "yearly_change_pct":
            return _yearly_change(element, exact(rule.maximum or "0"))
        case "not_above":
            return _not_above(element.code, rule.element or "")
    return None


def _range(element: DataElement, rule: ValidationRule) -> Shortcut:
    code, categories = element.code, _CATEGORIES if element.sex_disaggregated else _CATEGORIES[:1]
    low = exact(rule.minimum or "0")
    high = None if rule.maximum is None else exact(rule.maximum)

    def holds(cells: Cells, period: str, _: str) -> bool:
        for category in categories:
            cell = cells.get((code, period, category))
            if cell is not None and cell[0] == _FIGURE:
                value = exact(cell[1])
                if value < low or (high is not None and value > high):
                    return False
        return True

    return holds


def _sex_sum(element: DataElement) -> Shortcut:
    parts = _parts(element)

    def holds(cells: Cells, period: str, _: str) -> bool:
        total = _figure(cells, element.code, period, "default")
        if total is None:
            return True
        sexes = [_figure(cells, code, period, category) for code, category in parts]
        return None in sexes or sum(sex for sex in sexes if sex is not None) == total

    return holds


def _yearly_change(element: DataElement, maximum: Number) -> Shortcut:
    code, parts = element.code, _parts(element) if element.sex_disaggregated else ()

    def holds(cells: Cells, period: str, before: str) -> bool:
        old, new = cells.get((code, before, "default")), cells.get((code, period, "default"))
        if old is None:
            return all((part, before, category) not in cells for part, category in parts)
        if new is None:
            return all((part, period, category) not in cells for part, category in parts)
        if old[0] != _FIGURE or new[0] != _FIGURE:
            return False
        last, this = exact(old[1]), exact(new[1])
        change = this - last if this > last else last - this
        return last < SMALLEST_COMPARED or change * 100 <= maximum * last

    return holds


def _not_above(code: str, other: str) -> Shortcut:
    def holds(cells: Cells, period: str, _: str) -> bool:
        left, right = _figure(cells, code, period, "default"), _figure(cells, other, period, "default")
        return left is not None and right is not None and left <= right

    return holds


def _parts(element: DataElement) -> tuple[tuple[str, str], ...]:
    """Where the sexes of an element are kept: element and category of each."""
    if element.male_element is None or element.female_element is None:
        return ((element.code, "male"), (element.code, "female"))
    return ((element.male_element, "default"), (element.female_element, "default"))


def _figure(cells: Cells, code: str, period: str, category: str) -> Number | None:
    cell = cells.get((code, period, category))
    return exact(cell[1]) if cell is not None and cell[0] == _FIGURE else None
