"""The lines of a criteria spreadsheet: the tree of a set -> rows of the table, cell by cell as text and numbers.

A criterion, an item and what differs in a zone is one row each, in the order of the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from data.assessment.wording import condition_line, number_line, tier_line
from data.exchange.criteria_layout import (
    CRITERION_KEYS,
    FLAG_WORDS,
    LEVEL_CRITERION,
    LEVEL_ITEM,
    LEVEL_PART,
    LEVEL_VARIANT,
    NOTHING,
    TABLE,
    UNKNOWN,
    Field,
    Kind,
    value_at,
)

Tree = Mapping[str, Any]
Written = str | int | Decimal
"""What a cell is to hold; an empty text leaves it open."""


class Row(NamedTuple):
    """One row: its level, how deep its item stands, and its cells by key."""

    level: str
    depth: int
    cells: Mapping[str, Written]


def rows_of(criteria: list[Tree]) -> Iterator[Row]:
    """All rows of the table."""
    for criterion in criteria:
        named = {**criterion, **{column: criterion[key] for column, key in CRITERION_KEYS.items()}}
        yield _row(LEVEL_CRITERION, named, "", 0)
        for item in criterion.get("items", ()):
            yield from _item_rows(item, str(criterion["criterion"]), 1)


def written(kind: Kind, value: Any) -> Written:  # noqa: ANN401 - a part of the tree
    """A value as its cell holds it."""
    if value is None:
        return ""
    match kind.name:
        case "flag":
            return FLAG_WORDS["true" if value else "false"]
        case "word":
            return kind.words[str(value)]
        case "open":
            return kind.words.get(str(value), str(value))
        case "lines":
            return "\n".join(value)
        case "tiers":
            return "\n".join(map(tier_line, value))
        case "knock_out":
            return condition_line(value) if isinstance(value, dict) else FLAG_WORDS["true" if value else "false"]
        case "day":
            return date.fromisoformat(value).strftime("%d/%m/%Y")
        case "number":
            return value if isinstance(value, int | Decimal) else number_line(value)
        case _:
            return str(value)


def _item_rows(item: Tree, parent: str, depth: int) -> Iterator[Row]:
    yield _row(LEVEL_ITEM if depth == 1 else LEVEL_PART, item, parent, depth)
    for variant in item.get("region_variants", ()):
        yield _row(LEVEL_VARIANT, {**variant, "code": item["code"]}, "", depth)
    for part in item.get("items", ()):
        yield from _item_rows(part, item["code"], depth + 1)


def _row(level: str, tree: Tree, parent: str, depth: int) -> Row:
    cells = {field.key: _cell(field, level, tree) for field in TABLE}
    return Row(level=level, depth=depth, cells={**cells, "level": level, "parent": parent})


def _cell(field: Field, level: str, tree: Tree) -> Written:
    value = value_at(tree, field.key)
    if field.key == "knock_out":
        return _knock_out(field.kind, level, tree)
    is_taken_away = level == LEVEL_VARIANT and field.key in tree and value in (None, [])
    return NOTHING if is_taken_away else written(field.kind, value)


def _knock_out(kind: Kind, level: str, tree: Tree) -> Written:
    if "knock_out" in tree:
        return UNKNOWN if tree["knock_out"] is None else written(kind, tree["knock_out"])
    is_leaf = level in (LEVEL_ITEM, LEVEL_PART) and not tree.get("items")
    return FLAG_WORDS["false"] if is_leaf else ""
