"""``assets/catalogue/compiled.json`` -> the catalogue, quickly: no type hints, no checks (the compiler made them).

The file names the fields of each class once (``layout``) and holds each record as the list of their values. How a value
is read: "" as it stands, "*" a tuple, "Name" an enum or a record, "*Name" a tuple of records.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data import definitions, plan_definitions
from data.catalogue.content import Catalogue, ReportingStream
from data.errors import EnvironmentFault
from data.paths import asset
from data.periods import PeriodType

Read = Callable[[Any], Any]

COMPILED = "compiled.json"

RECORDS: tuple[type, ...] = (
    definitions.Source,
    definitions.Group,
    definitions.ValidationRule,
    definitions.DataElement,
    definitions.Indicator,
    definitions.DataSet,
    ReportingStream,
    plan_definitions.Horizon,
    plan_definitions.Scope,
    plan_definitions.Yardstick,
    plan_definitions.Target,
    plan_definitions.ReportingDuty,
    plan_definitions.Obligation,
    plan_definitions.TaskGroup,
    plan_definitions.PlanTask,
    plan_definitions.TaskList,
    plan_definitions.Project,
    plan_definitions.BudgetItem,
    plan_definitions.Budget,
    plan_definitions.SeedRemark,
    plan_definitions.CriteriaLead,
    plan_definitions.CriteriaLeads,
    plan_definitions.Plan,
)
"""Classes of the compiled file; a class stands after those that its fields hold."""

ENUMS: tuple[type[enum.Enum], ...] = (
    PeriodType,
    definitions.ValueType,
    definitions.OverTime,
    definitions.Level,
)

BY_CODE = {
    "data_elements": ("DataElement", "code"),
    "indicators": ("Indicator", "code"),
    "plans": ("Plan", "id"),
    "sources": ("Source", "key"),
    "data_sets": ("DataSet", "code"),
}
"""Fields of the catalogue that find a record by its code: class, and field of the code."""

IN_ORDER = {"element_groups": "Group", "indicator_groups": "Group", "reporting_calendar": "ReportingStream"}
"""Fields of the catalogue that are tuples of records."""


def load_catalogue(path: Path | None = None) -> Catalogue:
    """Load the catalogue that comes with the program.

    Args:
        path: Compiled file, when it is another one.

    Raises:
        EnvironmentFault: ``catalogue_unreadable`` when the file is missing or damaged.
    """
    path = path or asset("catalogue", COMPILED)
    try:
        return catalogue_of(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EnvironmentFault("catalogue_unreadable", file=path.name) from error


def catalogue_of(content: dict[str, Any]) -> Catalogue:
    """Build the catalogue from the content of the compiled file."""
    readers: dict[str, Read] = {kind.__name__: {word.value: word for word in kind}.__getitem__ for kind in ENUMS}
    for kind in RECORDS:
        readers[kind.__name__] = _record_reader(kind, content["layout"][kind.__name__], readers)
    values = content["catalogue"]
    for name, (kind_name, code) in BY_CODE.items():
        records = map(readers[kind_name], values[name])
        values[name] = {getattr(record, code): record for record in records}
    for name, kind_name in IN_ORDER.items():
        values[name] = tuple(map(readers[kind_name], values[name]))
    values["criteria_4667_to_1300"] = dict(values["criteria_4667_to_1300"])
    return Catalogue(**values)


def _record_reader(kind: Any, fields: list[list[str]], readers: dict[str, Read]) -> Read:  # noqa: ANN401 - a named tuple
    """Return the function that turns a list of values into a record; it uses the list up.

    Raises:
        ValueError: The file was compiled for other records than this program's.
    """
    if tuple(name for name, _ in fields) != kind._fields:
        raise ValueError(kind.__name__)
    steps = [(place, _value_reader(how, readers)) for place, (_, how) in enumerate(fields) if how]

    def read(row: list[Any]) -> Any:  # noqa: ANN401 - a record of the class that was asked for
        for place, convert in steps:
            value = row[place]
            if value is not None:
                row[place] = convert(value)
        return kind._make(row)

    return read


def _value_reader(how: str, readers: dict[str, Read]) -> Read:
    if how == "*":
        return tuple
    if how.startswith("*"):
        read = readers[how[1:]]
        return lambda rows: tuple(map(read, rows))
    return readers[how]
