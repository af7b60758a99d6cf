"""Conditions, tiers and knock-outs as one line of text, and such a line read back: "≥ 97,5: 1,5".

Spreadsheets, previews of changes and lists share these lines; nothing here is a sentence.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from data.model import Number
from data.numbers import exact_text

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "="}
_CODES = {sign: code for code, sign in SIGNS.items()} | {code: code for code in SIGNS}
_SIGN = r"(>=|<=|≥|≤|>|<|=)"
_CONDITION = re.compile(rf"{_SIGN}\s*(\S.*)")
_TIER = re.compile(rf"{_SIGN}\s*([^:]*?)\s*:\s*(-?[0-9.,]+)(?:\s*\((.*)\))?")
_COMMA = re.compile(r"-?[0-9]+,[0-9]+", re.ASCII)


def number_line(value: object) -> str:
    """A number as it is printed, with a decimal comma; other values as text."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return format(Decimal(value), "f").replace(".", ",")
    return "" if value is None else str(value)


def print_form(value: Number) -> str:
    """An exact number as a sentence names it, with a decimal comma."""
    return exact_text(value).replace(".", ",")


def canonical_number(text: str) -> str:
    """A number with a decimal comma in canonical form; any other text as it stands."""
    return text.replace(",", ".") if _COMMA.fullmatch(text.strip()) else text.strip()


def condition_line(tree: dict[str, Any]) -> str:
    """A comparison of the tree: "≥ 95"."""
    return f"{SIGNS[tree['comparator']]} {number_line(tree['bound'])}"


def tier_line(tree: dict[str, Any]) -> str:
    """A tier of the tree: "≥ 95: 2", with its own words behind in brackets."""
    words = f" ({tree['text_vi']})" if tree.get("text_vi") else ""
    return f"{condition_line(tree)}: {number_line(tree['points'])}{words}"


def read_condition(line: str) -> dict[str, Any] | None:
    """The comparison of a line; None when it is none."""
    found = _CONDITION.fullmatch(line.strip())
    return {"comparator": _CODES[found[1]], "bound": canonical_number(found[2])} if found else None


def read_tier(line: str) -> dict[str, Any] | None:
    """The tier of a line; None when it is none."""
    found = _TIER.fullmatch(line.strip())
    if found is None or not found[2]:
        return None
    words = {"text_vi": found[4].strip()} if found[4] else {}
    bound, points = canonical_number(found[2]), canonical_number(found[3])
    return {"comparator": _CODES[found[1]], "bound": bound, "points": points, **words}
