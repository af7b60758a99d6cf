"""``indicators``: results and verdicts as a table for people, JSON or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from data import commands, queries
from data.calculation import Calculator
from data.catalogue import load_catalogue
from data.catalogue.content import Catalogue
from data.entries import KEYS, TARGET_KEYS, Entry, EntryValue, indicator_entries, target_entries
from data.model import TargetResult
from data.numbers import format_typed
from data.periods import parse_period
from data.printing import gap_of, with_unit
from ui.cli_call import Call
from ui.cli_columns import aligned

OPTIONAL_KEYS = ("repeats", "yardstick")

_INDICATOR_COLUMNS = ("indicator", "category", "printed", "numerator", "denominator", "status", "reported", "from")
_TARGET_COLUMNS = ("clause", "target", "printed_target", "category", "printed", "verdict", "gap", "reported", "from")
_RIGHT = frozenset(("printed", "numerator", "denominator", "reported"))


def run(call: Call) -> int:
    """``indicators``: one entry for each indicator and category, or for each target of a plan."""
    period, catalogue = parse_period(call.value("--period")), load_catalogue()
    name = call.optional("--plan")
    plan = None if name is None else queries.plan_of(catalogue, name)
    with commands.open_station(call.path("file"), writing=False) as store:
        org_unit = queries.station_code(store)
        if plan is None:
            calculator = queries.calculator(store, catalogue, period)
            gaps, entries = {}, indicator_entries(calculator, period, org_unit)
        else:
            calculator = queries.plan_calculator(store, catalogue, plan, period)
            results = queries.judge(store, calculator, period).results(plan, period)
            gaps = _gaps(call, results, calculator)
            entries = target_entries(catalogue, results, org_unit)
    match call.value("--format"):
        case "json":
            call.terminal.line(json.dumps(entries, ensure_ascii=False, indent=1))
        case "csv":
            call.terminal.write(_csv(entries, has_targets=plan is not None))
        case _:
            _print_table(call, catalogue, entries, gaps)
    return 0


def _gaps(call: Call, results: Iterable[TargetResult], calculator: Calculator) -> dict[str, str]:
    """Sentence of each target's gap, by the target's id."""
    gaps = ((result.target.id, gap_of(result, calculator)) for result in results)
    return {target: "" if gap is None else call.messages.gap(gap) for target, gap in gaps}


def _csv(entries: Iterable[Entry], *, has_targets: bool) -> str:
    """The same fields as the JSON; nothing for null, a list with semicolons."""
    text = io.StringIO()
    keys = (*KEYS, *TARGET_KEYS, *OPTIONAL_KEYS) if has_targets else KEYS
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([_csv_field(entry.get(key)) for key in keys] for entry in entries)
    return text.getvalue()


def _csv_field(value: EntryValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else ";".join(value)


def _print_table(call: Call, catalogue: Catalogue, entries: Iterable[Entry], gaps: dict[str, str]) -> None:
    columns = _TARGET_COLUMNS if gaps else _INDICATOR_COLUMNS
    rows = [[call.text("table", column) for column in columns]]
    targets = {target.id: target for plan in catalogue.plans.values() for target in plan.targets}
    for entry in entries:
        shown = dict(entry)
        indicator = catalogue.indicators[str(entry["indicator"])]
        target = targets.get(str(entry.get("target")))
        named = indicator if target is None else catalogue.indicators[target.indicator]
        shown["indicator"] = shown["target"] = named.name_vi if call.messages.language == "vi" else named.name_en
        for part in ("numerator", "denominator"):
            shown[part] = format_typed(str(entry[part] or ""))
        shown["category"] = call.text("category", str(entry["category"]))
        shown["printed"] = with_unit(indicator, str(entry["printed"]))
        shown["status"] = call.text("status", str(entry["status"]))
        if gaps:
            shown["verdict"] = _verdict(call, entry)
            shown["gap"] = gaps[str(entry["target"])] if entry["verdict"] else ""
        rows.append([_plain(shown[column]) for column in columns])
    for line in aligned(rows, [column in _RIGHT for column in columns]):
        call.terminal.line(line)


def _verdict(call: Call, entry: Entry) -> str:
    if entry["verdict"] is None:
        return ""
    word = call.text("verdict", str(entry["verdict"]))
    return call.text("table", "provisional", verdict=word) if entry["provisional_verdict"] else word


def _plain(value: EntryValue) -> str:
    return "" if value is None else " ".join(str(value).split())
