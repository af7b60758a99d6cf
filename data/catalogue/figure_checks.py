"""What must hold between data elements and indicators."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from data.catalogue.expressions import names_of
from data.catalogue.known import Known, is_decimal
from data.definitions import DataElement, Indicator, ValidationRule, ValueType
from data.errors import Fault

RULE_PARTS = {
    "range": ("minimum", "maximum"),
    "not_above": ("element",),
    "sex_sum": ("expression",),
    "equals": ("expression",),
    "parts_sum_to": ("expression", "total"),
    "parts_not_above": ("expression", "total"),
    "near": ("expression", "tolerance_pct"),
    "balance": ("expression",),
    "equals_previous_period": ("element",),
    "yearly_change_pct": ("maximum",),
}
"""Kind of rule -> the parts it has; it has all of them and no others."""

SEX_SUM = "male + female"
_PARTS = ("minimum", "maximum", "element", "expression", "total", "tolerance_pct")
_NUMBERS = ("minimum", "maximum", "tolerance_pct")
_MOST_DECIMALS = 6


def check_element(known: Known, element: DataElement) -> Iterator[Fault]:
    """Yield what is wrong with a data element and its rules."""
    place = known.place(element)
    yield from known.dangling("element_group", [element.group], place)
    yield from known.dangling("source", element.source_keys, f"{place}: source_keys")
    if (element.value_type is ValueType.CHOICE) != bool(element.choices):
        yield Fault("catalogue_choices", f"{place}: choices")
    yield from _check_sexes(known, element)
    for rule in element.rules:
        yield from _check_rule(known, element, rule)


def _check_sexes(known: Known, element: DataElement) -> Iterator[Fault]:
    """Both parts or none, of an element that is kept by sex."""
    parts = [code for code in (element.male_element, element.female_element) if code]
    place = known.place(element, "male_element")
    if parts and (len(parts) == 1 or not element.sex_disaggregated):
        yield Fault("catalogue_sex_parts", place)
    yield from known.dangling("data_element", parts, place)


def _check_rule(known: Known, element: DataElement, rule: ValidationRule) -> Iterator[Fault]:
    place = known.place(rule)
    wanted = RULE_PARTS[rule.rule]
    if tuple(sorted(wanted)) != tuple(sorted(part for part in _PARTS if getattr(rule, part) is not None)):
        yield Fault("catalogue_rule_parts", place, {"rule": rule.rule, "wanted": ", ".join(wanted)})
    yield from known.dangling("data_element", [code for code in (rule.element, rule.total) if code], place)
    yield from _check_numbers(rule, place)
    if rule.rule == "sex_sum":
        if not element.sex_disaggregated or rule.expression != SEX_SUM:
            yield Fault("catalogue_sex_sum", place)
    elif rule.expression is not None:
        yield from known.check_expression(rule.expression, f"{place}: expression")


def _check_numbers(rule: ValidationRule, place: str) -> Iterator[Fault]:
    for part in _NUMBERS:
        text = getattr(rule, part)
        if text is not None and not is_decimal(text):
            yield Fault("catalogue_not_decimal", f"{place}: {part}", {"value": text})
            return
    if rule.minimum is not None and rule.maximum is not None and Decimal(rule.minimum) > Decimal(rule.maximum):
        yield Fault("catalogue_range_empty", place, {"minimum": rule.minimum, "maximum": rule.maximum})


def check_indicator(known: Known, indicator: Indicator) -> Iterator[Fault]:
    """Yield what is wrong with an indicator and its formula."""
    place = known.place(indicator)
    yield from known.dangling("indicator_group", [indicator.group], place)
    yield from known.dangling("source", indicator.source_keys, f"{place}: source_keys")
    yield from known.dangling("unit", [indicator.unit], f"{place}: unit")
    if indicator.factor < 1:
        yield Fault("catalogue_number_outside", f"{place}: factor", {"value": str(indicator.factor)})
    if not 0 <= indicator.decimals <= _MOST_DECIMALS:
        yield Fault("catalogue_number_outside", f"{place}: decimals", {"value": str(indicator.decimals)})
    for key, text in (("numerator", indicator.numerator), ("denominator", indicator.denominator)):
        if text is not None:
            yield from known.check_expression(text, f"{place}: {key}")
            yield from _check_elements(known, indicator, text, f"{place}: {key}")
    if (indicator.value_type == "boolean") != (indicator.unit == "boolean"):
        yield Fault("catalogue_boolean_unit", f"{place}: unit", {"unit": indicator.unit})


def _check_elements(known: Known, indicator: Indicator, text: str, place: str) -> Iterator[Fault]:
    """Elements of a formula have the sexes it promises; a choice stands alone, as the whole indicator."""
    node = known.expression(text, place)
    if isinstance(node, Fault):
        return
    elements = [known.elements[name] for name in names_of(node) if name in known.elements]
    for element in elements:
        if indicator.by_sex and not element.sex_disaggregated:
            yield Fault("catalogue_sex_missing", place, {"element": element.code})
        alone = text == element.code and indicator.denominator is None
        if element.value_type is ValueType.CHOICE and not (alone and indicator.value_type == "choice"):
            yield Fault("catalogue_choice_in_expression", place, {"element": element.code})
    if indicator.value_type == "choice" and not any(e.value_type is ValueType.CHOICE for e in elements):
        yield Fault("catalogue_choice_missing", place)
