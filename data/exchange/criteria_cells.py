"""The spreadsheet of a criteria set -> its neutral tree, with the cell of every part; formulas are refused by cell.

Source: CONTRACT sections 3 and 5, X1; criteria.md section 9.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from data.assessment.tree_reading import PlaceOf, nearest, shown
from data.errors import Fault, FaultsError, UserError
from data.exchange.cell_values import ABSENT, CellReading, cell_value
from data.exchange.criteria_layout import (
    CRITERION_KEYS,
    FAULTS_KEPT,
    FRAME,
    FRAME_SHEET,
    LEVEL_CRITERION,
    LEVEL_ITEM,
    LEVEL_PART,
    LEVEL_VARIANT,
    MOST_ROWS,
    TABLE,
    TABLE_SHEET,
    TERRAIN,
    ZONES,
    ZONES_SHEET,
    Field,
    put_at,
)
from data.exchange.criteria_sheet_words import in_sheet_words
from data.exchange.xlsx_layout import Place
from data.exchange.xlsx_package import Package, SheetCells, read_package
from data.numbers import bare

_LAST = Place(MOST_ROWS, 40)
_HEAD_WITHIN = 20
"""The heads stand in one of the first lines."""


class Line(NamedTuple):
    """A row of a sheet: what it says by key, and the cell of each key."""

    row: int
    values: dict[str, Any]
    cells: dict[str, str]


class Sheet(NamedTuple):
    """A sheet with its name as it stands in the file."""

    name: str
    cells: SheetCells

    def at(self, place: Place) -> str:
        """A cell as it is printed: "Bảng điểm!D14"."""
        return f"{self.name}!{place.address}"


class _Sheets:
    """Everything that was found in a file: the faults, the tree, and the cell of each place in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self.tree: dict[str, Any] = {"schema": "criteria/1"}
        self.cells: dict[str, str] = {}
        self.circles: set[int] = set()

    def place(self, wanted: str) -> str:
        """The cell of a place in the tree, or of the nearest place around it."""
        cell = nearest(self.cells.get, wanted)
        return f"{self.name}: {cell}" if cell else ": ".join(filter(None, (self.name, wanted)))

    def note(self, fault: str, cell: str, /, **words: str) -> None:
        """Keep a fault."""
        self.faults.append(Fault(fault, f"{self.name}: {cell}", words))


def parsed_xlsx(path: Path) -> tuple[dict[str, Any], PlaceOf]:
    """Take a spreadsheet apart.

    Returns:
        The tree, and the cell of each place in it.

    Raises:
        FaultsError: criteria_refused with what cannot be read, each with its cell.
        UserError: criteria_sheet_missing (``file``, ``sheet``), criteria_heads_missing (``sheet``), or as
            ``read_package`` and ``Package``.
        EnvironmentFault: As ``read_package``.
    """
    with Package(read_package(path), path.name) as package:
        names = {bare(name).strip(): name for name in package.names}
        sheets = {
            wanted: Sheet(names[bare(wanted)], package.cells(names[bare(wanted)], _LAST))
            for wanted in (FRAME_SHEET, TABLE_SHEET, ZONES_SHEET)
            if bare(wanted) in names
        }
    for wanted in (FRAME_SHEET, TABLE_SHEET):
        if wanted not in sheets:
            raise UserError("criteria_sheet_missing", file=path.name, sheet=wanted)
    found = _Sheets(path.name)
    _read_frame(found, sheets[FRAME_SHEET])
    _read_table(found, sheets[TABLE_SHEET])
    if ZONES_SHEET in sheets:
        _read_zones(found, sheets[ZONES_SHEET])
    if found.faults:
        total = len(found.faults)
        kept = tuple(map(in_sheet_words, found.faults[:FAULTS_KEPT]))
        raise FaultsError("criteria_refused", kept, file=path.name, total=total)
    return found.tree, found.place


# --- the frame -----------------------------------------------------------------------------------------------------


def _read_frame(found: _Sheets, sheet: Sheet) -> None:
    labels = {_label(field.head): field for field in FRAME}
    seen: set[str] = set()
    for place, cell in sorted(sheet.cells.cells.items()):
        here = Place(place.row, 2)
        field = labels.get(_label(sheet.cells.text(Place(place.row, 1))))
        if field is None and place == here:
            found.note("criteria_label_unknown", sheet.at(Place(place.row, 1)), value=shown(str(cell.value)))
        if field is None or place.column != 1:
            continue
        if field.key in seen:
            found.note("criteria_label_twice", sheet.at(place), label=field.head)
        seen.add(field.key)
        found.cells[field.key] = sheet.at(here)
        value = _value(found, sheet, here, CellReading(kind=field.kind))
        if value is not ABSENT:
            put_at(found.tree, field.key, value)
    found.tree.setdefault("framework", {}).setdefault("valid_to", None)
    found.tree.setdefault("pass_rule", {})
    for part in ("", "framework", "pass_rule"):
        found.cells.setdefault(part, sheet.name)


# --- the table -----------------------------------------------------------------------------------------------------


def _read_table(found: _Sheets, sheet: Sheet) -> None:
    criteria: list[dict[str, Any]] = []
    places: dict[str, tuple[dict[str, Any], str]] = {}
    criterion = ""
    found.tree["criteria"] = criteria
    found.cells["criteria"] = sheet.name
    lines = list(_lines(found, sheet, TABLE))
    _refuse_circles(found, lines)
    for line in lines:
        level, code = line.values.get("level"), line.values.get("code")
        if level == LEVEL_CRITERION:
            criterion = f"criteria[{len(criteria)}]"
            criteria.append(_criterion(line))
            _keep_cells(found, criterion, line, CRITERION_KEYS)
            places[f"{LEVEL_CRITERION} {code}"] = (criteria[-1], criterion)
        elif level in (LEVEL_ITEM, LEVEL_PART):
            _read_item(found, line, places, criterion)
        elif level == LEVEL_VARIANT:
            _read_variant(found, line, places)
        else:
            found.note("criteria_level_missing", line.cells["level"])


def _refuse_circles(found: _Sheets, lines: list[Line]) -> None:
    """Note the rows whose parents lead back to themselves."""
    parents = {line.values.get("code"): line.values.get("parent") for line in lines if _is_part(line)}
    for line in lines:
        seen = [line.values.get("code")]
        while _is_part(line) and parents.get(seen[-1]) is not None and seen[-1] not in seen[:-1]:
            seen.append(parents[seen[-1]])
        if len(seen) > 1 and seen[-1] == seen[0]:
            found.circles.add(line.row)
            found.note("criteria_circular", line.cells["parent"])


def _is_part(line: Line) -> bool:
    return line.values.get("level") == LEVEL_PART


def _criterion(line: Line) -> dict[str, Any]:
    said = {CRITERION_KEYS.get(key, key): value for key, value in line.values.items() if key not in ("level", "parent")}
    return {"max_points": None, **said, "items": []}


def _read_item(found: _Sheets, line: Line, places: dict[str, tuple[dict[str, Any], str]], criterion: str) -> None:
    """An item, under the criterion or item that it names; an item of the first level under the criterion above it."""
    values = dict(line.values)
    level, parent, code = values.pop("level"), values.pop("parent", None), values.get("code")
    if line.row in found.circles:
        return
    if level == LEVEL_ITEM and parent is None and criterion:
        above: tuple[dict[str, Any], str] | None = (found.tree["criteria"][-1], criterion)
    else:
        above = places.get(f"{LEVEL_CRITERION if level == LEVEL_ITEM else LEVEL_ITEM} {parent}")
    if above is None:
        found.note("criteria_parent_unknown", line.cells["parent"], parent=shown(parent or ""))
        return
    items = above[0].setdefault("items", [])
    place = f"{above[1]}.items[{len(items)}]"
    items.append({"max_points": None, **values})
    places.setdefault(f"{LEVEL_ITEM} {code}", (items[-1], place))
    _keep_cells(found, place, line, {})


def _read_variant(found: _Sheets, line: Line, places: dict[str, tuple[dict[str, Any], str]]) -> None:
    values = {key: value for key, value in line.values.items() if key not in ("level", "parent", "code")}
    of = places.get(f"{LEVEL_ITEM} {line.values.get('code')}")
    if of is None:
        found.note("criteria_variant_of_none", line.cells["code"], code=shown(line.values.get("code") or ""))
        return
    variants = of[0].setdefault("region_variants", [])
    _keep_cells(found, f"{of[1]}.region_variants[{len(variants)}]", line, {})
    variants.append(values)


def _keep_cells(found: _Sheets, place: str, line: Line, names: dict[str, str]) -> None:
    found.cells[place] = line.cells["code"]
    for key, cell in line.cells.items():
        found.cells[f"{place}.{names.get(key, key)}"] = cell
    found.cells[f"{place}.binds"] = line.cells["binds.indicator"]


# --- zones ---------------------------------------------------------------------------------------------------------


def _read_zones(found: _Sheets, sheet: Sheet) -> None:
    zones: dict[str, dict[str, Any]] = {}
    for line in _lines(found, sheet, ZONES):
        values = dict(line.values)
        code, terrain, other = values.pop("code", ""), values.pop("terrain", None), values.pop("other_vi", None)
        zone = zones.setdefault(code, {"code": code})
        place = f"zones.list[{list(zones).index(code)}]"
        found.cells.setdefault(place, line.cells["code"])
        if other is not None:
            zone["other_vi"] = other
        if terrain is None:
            if values:
                found.note("criteria_terrain_missing", line.cells["terrain"], allowed=", ".join(TERRAIN.words.values()))
            continue
        zone[terrain] = values
        for key in values:
            found.cells[f"{place}.{terrain}.{key}"] = line.cells[key]
    if zones:
        put_at(found.tree, "zones.list", list(zones.values()))


# --- rows and cells ------------------------------------------------------------------------------------------------


def _lines(found: _Sheets, sheet: Sheet, fields: tuple[Field, ...]) -> Iterator[Line]:
    """The rows below the heads that say anything."""
    head, columns = _heads(sheet, fields)
    used = sorted({place.row for place in sheet.cells.cells if place.row > head})
    if used and used[-1] > MOST_ROWS:
        found.note("criteria_rows_many", sheet.at(Place(used[-1], 1)), limit=str(MOST_ROWS))
    for first, last in sheet.cells.merged:
        if last.row > head:
            found.note("xlsx_merged", sheet.at(first))
    for place, cell in sheet.cells.cells.items():
        if place.row > head and place.column not in columns:
            found.note("criteria_cell_outside", sheet.at(place), value=shown(str(cell.value)))
    for row in used:
        cells = {field.key: sheet.at(Place(row, column)) for column, field in columns.items()}
        is_variant = any(_says(sheet, Place(row, column), LEVEL_VARIANT) for column in columns)
        values: dict[str, Any] = {}
        for column, field in columns.items():
            reading = CellReading(kind=field.kind, takes_away=is_variant)
            value = _value(found, sheet, Place(row, column), reading)
            if value is not ABSENT:
                put_at(values, field.key, value)
        if values:
            yield Line(row, values, cells)


def _says(sheet: Sheet, place: Place, word: str) -> bool:
    return bare(sheet.cells.text(place)).strip() == bare(word)


def _heads(sheet: Sheet, fields: tuple[Field, ...]) -> tuple[int, dict[int, Field]]:
    """The line of the heads, and the column of each field."""
    heads = {_label(field.head): field for field in fields}
    for row in range(1, _HEAD_WITHIN + 1):
        found = {
            place.column: heads[_label(str(cell.value))]
            for place, cell in sheet.cells.cells.items()
            if place.row == row and _label(str(cell.value)) in heads
        }
        if len(found) * 2 >= len(fields):
            if sorted(field.key for field in found.values()) != sorted(field.key for field in fields):
                break
            return row, found
    raise UserError("criteria_heads_missing", sheet=sheet.name)


def _label(text: str) -> str:
    """A label or head without tone marks, case, blanks and the mark of what is needed."""
    return " ".join(bare(text).replace("*", " ").split())


def _value(found: _Sheets, sheet: Sheet, place: Place, reading: CellReading) -> Any:  # noqa: ANN401 - part of a tree
    cell = sheet.cells.cells.get(place)
    if cell is None:
        return ABSENT
    value = cell_value(cell, reading)
    if isinstance(value, Fault):
        found.note(value.code, sheet.at(place), **value.parameters)
        return ABSENT
    return value
