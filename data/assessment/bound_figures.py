"""The figures that leaves score themselves from, as the catalogue has them: numbers, booleans, choices."""

from __future__ import annotations

import re
from typing import NamedTuple

from data.assessment.definitions import Binding, CriteriaSet, Item
from data.catalogue.content import Catalogue
from data.definitions import DataElement, ValueType

_NAMES = re.compile(r"[a-z_][a-z0-9_]*")


class Figure(NamedTuple):
    """What a leaf is bound to: a number, a boolean, or a choice with its codes."""

    code: str
    kind: ValueType
    choices: tuple[str, ...] = ()


def figure_of(binds: Binding, catalogue: Catalogue) -> Figure | None:
    """The figure that a leaf scores itself from; None where the catalogue has none of that code."""
    if binds.data_element:
        element = catalogue.data_elements.get(binds.data_element)
        return None if element is None else Figure(element.code, _kind(element), element.choices)
    indicator = catalogue.indicators.get(binds.indicator)
    if indicator is None:
        return None
    kinds = {"boolean": ValueType.BOOLEAN, "choice": ValueType.CHOICE}
    kind = kinds.get(indicator.value_type, ValueType.DECIMAL)
    elements = [catalogue.data_elements.get(name) for name in _NAMES.findall(indicator.numerator)]
    choices = tuple(choice for element in elements if element is not None for choice in element.choices)
    return Figure(indicator.code, kind, choices if kind is ValueType.CHOICE else ())


def with_choices(criteria_set: CriteriaSet, catalogue: Catalogue) -> CriteriaSet:
    """The set with the codes that the figures behind its leaves can hold, so that each of them can be answered."""
    criteria = (each._replace(items=_items_with(each.items, catalogue)) for each in criteria_set.criteria)
    return criteria_set._replace(criteria=tuple(criteria))


def _items_with(items: tuple[Item, ...], catalogue: Catalogue) -> tuple[Item, ...]:
    return tuple(_item_with(item, catalogue) for item in items)


def _item_with(item: Item, catalogue: Catalogue) -> Item:
    if item.items:
        return item._replace(items=_items_with(item.items, catalogue))
    figure = figure_of(item.binds, catalogue) if item.binds is not None else None
    if figure is None or figure.kind is not ValueType.CHOICE:
        return item
    codes = figure.choices
    variants = (each._replace(scored=each.scored._replace(figure_choices=codes)) for each in item.region_variants)
    return item._replace(scored=item.scored._replace(figure_choices=codes), region_variants=tuple(variants))


def _kind(element: DataElement) -> ValueType:
    """How an element is compared: a choice among numbers ("1", "2", "3") as a number."""
    if element.value_type is ValueType.CHOICE and all(choice.isdecimal() for choice in element.choices):
        return ValueType.INTEGER
    return element.value_type
