"""Faults of a criteria set that came as a spreadsheet, in its own words: heads, labels and the words of its lists.

The readers of a set speak of keys and codes; who fills in the template has never seen one.
"""

from __future__ import annotations

import re

from data.errors import Fault
from data.exchange.criteria_layout import CRITERION_KEYS, FRAME, FRAME_SHEET, SCORING, TABLE, ZONES

_FRAME_HEADS = {field.key.rpartition(".")[2]: field.head for field in FRAME}
_TABLE_HEADS = {
    **{field.key.rpartition(".")[2]: field.head for field in (*ZONES, *TABLE)},
    **{key: field.head for field in TABLE for column, key in CRITERION_KEYS.items() if field.key == column},
}
_OWN_SENTENCES = {
    "criteria_not_number": "criteria_not_number_cell",
    "criteria_not_day": "criteria_not_day_cell",
    "criteria_binds_one": "criteria_binds_one_cell",
    "criteria_variant_nowhere": "criteria_variant_nowhere_cell",
    "criteria_knock_out_unknown": "criteria_knock_out_unknown_cell",
    "criteria_items_missing": "criteria_items_missing_cell",
    "criteria_target_missing": "criteria_target_missing_cell",
    "criteria_per_fault_missing": "criteria_per_fault_missing_cell",
    "criteria_tiers_missing": "criteria_tiers_missing_cell",
    "criteria_choice_scored": "criteria_choice_scored_cell",
    "criteria_yes_no_figure": "criteria_yes_no_figure_cell",
    "criteria_element_gone": "criteria_element_gone_cell",
    "criteria_indicator_gone": "criteria_indicator_gone_cell",
    "criteria_full_incomplete": "criteria_full_incomplete_cell",
}
"""Codes whose sentence names keys, and the code of the sentence for spreadsheets."""
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_POINT = re.compile(r"(-?[0-9]+)[.]([0-9]+)")


def in_sheet_words(fault: Fault) -> Fault:
    """The fault as the spreadsheet calls things; its place is one of the spreadsheet already."""
    heads = {**_TABLE_HEADS, **_FRAME_HEADS} if f": {FRAME_SHEET}" in fault.place else {**_FRAME_HEADS, **_TABLE_HEADS}
    words = dict(fault.parameters)
    if "key" in words:
        words["key"] = heads.get(words["key"], words["key"])
    for name in ("scoring", "of"):
        if name in words:
            words[name] = SCORING.words.get(words[name], words[name])
    if "value" in words:
        words["value"] = _POINT.sub(r"\1,\2", _DAY.sub(r"\3/\2/\1", words["value"]))
    return fault._replace(code=_OWN_SENTENCES.get(fault.code, fault.code), parameters=words)
