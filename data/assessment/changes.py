"""What one version of a criteria set changes of another, item by item: for the preview of an import."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from data.assessment.definitions import CriteriaSet
from data.assessment.wording import condition_line, number_line, tier_line
from data.assessment.writer import Tree, tree_of


class SetChange(NamedTuple):
    """One difference between two versions.

    Attributes:
        kind: ``added`` and ``removed`` (a criterion or item as a whole), or ``changed`` (one field of it).
        code: Number of the criterion or code of the item; empty for what holds for the whole set.
        field: Key of what changed (``max_points``, ``tiers``, ``pass_rule.total_min_percent``); ``parent`` for an item
            that now stands elsewhere, ``order`` for the whole table; empty unless changed. What differs in a zone
            carries it behind: ``tiers@3/mien_nui`` (zone, region); ``region_variants@3/`` is the variant itself.
        name: Text of the criterion or item, as it reads now.
        before, after: One line each, numbers with a decimal comma; empty where nothing stands.
    """

    kind: Literal["added", "removed", "changed"]
    code: str = ""
    field: str = ""
    name: str = ""
    before: str = ""
    after: str = ""


_APART = frozenset(("items", "code", "criterion", "region_variants"))

Line = dict[str, str]
"""What one criterion or item says: field -> one line of text."""


def set_changes(old: CriteriaSet, new: CriteriaSet) -> tuple[SetChange, ...]:
    """Everything that differs: the set itself, then its lines in the order of the new table, then what is gone."""
    before, after = tree_of(old), tree_of(new)
    found = [change for change in _field_changes("", "", _frame(before), _frame(after))]
    lines_before, lines_after = dict(_lines(before)), dict(_lines(after))
    for key, line in lines_after.items():
        name = line["name_vi"] if key[0] == "criterion" else line["text_vi"]
        if key in lines_before:
            found += _field_changes(key[1], name, lines_before[key], line)
        else:
            found.append(SetChange(kind="added", code=key[1], name=name, after=line["max_points"]))
    for key, line in lines_before.items():
        if key not in lines_after:
            name = line["name_vi"] if key[0] == "criterion" else line["text_vi"]
            found.append(SetChange(kind="removed", code=key[1], name=name, before=line["max_points"]))
    common = [key for key in lines_before if key in lines_after]
    if common != [key for key in lines_after if key in lines_before]:
        found.append(SetChange(kind="changed", field="order"))
    return tuple(found)


def _field_changes(code: str, name: str, before: Line, after: Line) -> Iterator[SetChange]:
    for field in dict.fromkeys((*after, *before)):
        was, now = before.get(field, ""), after.get(field, "")
        if was != now:
            yield SetChange(kind="changed", code=code, field=field, name=name, before=was, after=now)


def _frame(tree: Tree) -> Line:
    """What holds for the whole set, flat: ``framework.valid_to`` -> its line."""
    found: Line = {}
    for part, value in tree.items():
        if part == "criteria":
            continue
        if isinstance(value, dict) and part != "zones":
            found |= {f"{part}.{key}": _line(key, each) for key, each in value.items()}
        else:
            found[part] = _line(part, value)
    return found


def _lines(tree: Tree) -> Iterator[tuple[tuple[str, str], Line]]:
    """Criteria and items by kind and code, in the order of the table."""
    for criterion in tree["criteria"]:
        number = criterion["criterion"]
        yield ("criterion", number), _fields(criterion, {})
        waiting = [(item, number) for item in reversed(criterion.get("items", ()))]
        while waiting:
            item, parent = waiting.pop()
            yield ("item", item["code"]), _fields(item, {"parent": parent})
            waiting += [(below, item["code"]) for below in reversed(item.get("items", ()))]


def _fields(tree: Mapping[str, Any], more: Line) -> Line:
    own = {key: _line(key, value) for key, value in tree.items() if key not in _APART}
    there: Line = {}
    for variant in tree.get("region_variants", ()):
        where = f"@{variant.get('zone', '')}/{variant.get('region', '')}"
        there[f"region_variants{where}"] = "true"
        there |= {f"{key}{where}": _line(key, value) for key, value in variant.items() if key not in ("zone", "region")}
    return {**own, **there, **more}


def _line(key: str, value: Any) -> str:  # noqa: ANN401 - a part of the tree
    """A value as one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if key == "tiers":
        return "; ".join(map(tier_line, value))
    if key == "knock_out" and isinstance(value, dict):
        return condition_line(value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_line(name, each)}" for name, each in value.items())
    if isinstance(value, list):
        return "; ".join(_line("", each) for each in value)
    return "null" if value is None else " ".join(number_line(value).split())
