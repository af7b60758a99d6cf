"""Small trees of criteria sets to read, and ways to change one place of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "criteria"
GONE = object()
"""Takes a key away."""


def small_tree() -> dict[str, Any]:
    """BẢNG THỬ: two criteria with ten points together, one of them with its items."""
    return {
        "schema": "criteria/1",
        "framework": {
            "id": "THU",
            "title_vi": "BẢNG THỬ",
            "decision": "Không có quyết định nào",
            "valid_from": "2023-01-01",
            "valid_to": "2030-12-31",
            "total_points": "10",
            "point_step": "0.5",
        },
        "pass_rule": {
            "total_min_percent": "80",
            "each_criterion_min_percent": "50",
            "no_knock_out": True,
            "knock_out_items_known": False,
            "denominator": "full",
        },
        "certainty": "bịa ra để thử",
        "criteria": [
            {"criterion": "1", "name_vi": "Một", "max_points": "4", "items_complete": False, "items": []},
            _criterion_with_items(),
        ],
    }


def _criterion_with_items() -> dict[str, Any]:
    return {
        "criterion": "2",
        "name_vi": "Hai",
        "max_points": "6",
        "items_complete": True,
        "items": [
            {"code": "2.1", "text_vi": "Có hay không", "max_points": "2", "scoring": "yes_no"},
            {
                "code": "2.2",
                "text_vi": "Theo mức",
                "max_points": "2",
                "scoring": "tiered",
                "tiers": [
                    {"comparator": ">=", "bound": "95", "points": "2"},
                    {"comparator": ">=", "bound": "90", "points": "1"},
                ],
            },
            {
                "code": "2.3",
                "text_vi": "Có mục con",
                "max_points": "2",
                "scoring": "manual",
                "items": [
                    {
                        "code": "2.3.1",
                        "text_vi": "Tỷ lệ",
                        "max_points": 1,
                        "scoring": "proportional",
                        "target": 90,
                    },
                    {
                        "code": "2.3.2",
                        "text_vi": "Trừ",
                        "max_points": 1,
                        "scoring": "deduction",
                        "per_fault": "0.5",
                    },
                ],
            },
        ],
    }


FIRST, TIERED, HEADING = "criteria[1].items[0]", "criteria[1].items[1]", "criteria[1].items[2]"
SHARE, FAULTS = "criteria[1].items[2].items[0]", "criteria[1].items[2].items[1]"


def changed(*changes: tuple[str, object]) -> dict[str, Any]:
    """The small tree with other values at some places; ``GONE`` takes a key away."""
    tree = small_tree()
    for place, value in changes:
        *above, last = place.replace("[", ".[").split(".")
        holder: Any = tree
        for step in above:
            holder = holder[int(step[1:-1])] if step.startswith("[") else holder[step]
        key: Any = int(last[1:-1]) if last.startswith("[") else last
        if value is GONE:
            del holder[key]
        else:
            holder[key] = value
    return tree
