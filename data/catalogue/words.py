"""Words that a catalogue field may hold, where its type allows more."""

from __future__ import annotations

_FREQUENCIES = ("month", "quarter", "half_year", "year", "five_years", "by_rule")
_SIGNS = (">=", ">", "<=", "<", "=")

WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("Source", "kind"): (
        "official",
        "official_copy",
        "press_legal",
        "press",
        "press_copy",
        "third_party",
    ),
    ("ValidationRule", "rule"): (
        "range",
        "not_above",
        "sex_sum",
        "equals",
        "parts_sum_to",
        "parts_not_above",
        "near",
        "balance",
        "equals_previous_period",
        "yearly_change_pct",
    ),
    ("DataElement", "frequency"): ("month", "quarter", "year"),
    ("Indicator", "frequency"): ("month", "quarter", "year"),
    ("Indicator", "direction"): ("higher_better", "lower_better", "target_band"),
    ("Indicator", "certainty"): ("official", "own_reading"),
    ("Indicator", "value_type"): ("number", "boolean", "choice"),
    ("Indicator", "disaggregation"): (
        "sex",
        "village",
        "urban_rural",
        "age_group",
        "disease",
        "group",
        "profession",
        "criterion",
    ),
    ("Horizon", "kind"): ("at_year", "every_year", "period_average"),
    ("Scope", "kind"): (
        "all",
        "urban",
        "rural",
        "each_sex",
        "each_village",
        "male",
        "female",
        "group",
        "named_communes",
    ),
    ("Yardstick", "operator"): _SIGNS,
    ("Target", "operator"): (*_SIGNS, "maintain", "qualitative", "between"),
    ("Target", "operator_source"): ("symbol", "words", "implied", "none"),
    ("Target", "compare_as"): (*_SIGNS, "between", "ask", "manual", "increase", "decrease"),
    ("ReportingDuty", "kind"): ("report", "review", "supervision", "scoring", "data_supply"),
    ("ReportingDuty", "frequency"): _FREQUENCIES,
    ("Obligation", "frequency"): _FREQUENCIES,
    ("RuralSet", "schema"): ("rural/1",),
    ("RuralIndicator", "comparator"): _SIGNS,
    ("Project", "kind"): (
        "new",
        "upgrade",
        "repair",
        "maintenance",
        "equipment",
        "land",
        "it",
    ),
    ("BudgetItem", "kind"): ("total", "part"),
}
"""(class, field) -> allowed words; for a list of texts, each of them must be one."""
