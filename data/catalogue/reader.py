"""Catalogue files (TOML) -> dataclasses; every fault is collected, nothing is guessed.

Refused are unknown and missing keys, wrong types, empty texts, words that are not allowed and text that is not in NFC.
What the records say of each other is checked by ``integrity.py``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from data.catalogue.files import ConventionsFile, DataElementFile, GroupFile, IndicatorFile, SourceFile
from data.catalogue.records import RecordReader
from data.definitions import DataElement, Indicator
from data.errors import Fault
from data.plan_definitions import Plan

File = TypeVar("File")

_LINE = re.compile(r"at line (\d+)")


@dataclass(slots=True, kw_only=True)
class Draft:
    """What was read of a catalogue, whole or not.

    Attributes:
        records: Reads the tables; knows the faults found and where each record stands.
    """

    records: RecordReader = field(default_factory=RecordReader)
    conventions: ConventionsFile | None = None
    groups: GroupFile | None = None
    sources: SourceFile | None = None
    data_elements: list[DataElement] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)

    @property
    def faults(self) -> list[Fault]:
        """What is wrong with the form, in the order of the files."""
        return self.records.faults

    def place(self, record: object) -> str:
        """Where a record stands: ``plans/x.toml: target[3] x/y-2024``."""
        return self.records.places[id(record)]


def read_folder(folder: Path) -> Draft:
    """Read all files of a catalogue: group files in the order of ``groups.toml``, plans by name."""
    draft = Draft()
    draft.groups = _read(draft, folder, GroupFile, "groups.toml")
    draft.sources = _read(draft, folder, SourceFile, "sources.toml")
    draft.conventions = _read(draft, folder, ConventionsFile, "conventions.toml")
    groups = draft.groups or GroupFile(indicator_groups=(), element_groups=())
    for name in _names(folder / "data_elements", [group.code for group in groups.element_groups]):
        elements = _read(draft, folder, DataElementFile, f"data_elements/{name}.toml")
        draft.data_elements += elements.data_elements if elements else ()
    for name in _names(folder / "indicators", [group.code for group in groups.indicator_groups]):
        indicators = _read(draft, folder, IndicatorFile, f"indicators/{name}.toml")
        draft.indicators += indicators.indicators if indicators else ()
    for name in _names(folder / "plans", []):
        plan = _read(draft, folder, Plan, f"plans/{name}.toml")
        draft.plans += [plan] if plan else []
    return draft


def _names(folder: Path, first: list[str]) -> list[str]:
    """Names of the files of a folder without the ending: the known ones in their order, then the others."""
    found = sorted(path.stem for path in folder.glob("*.toml"))
    return [*(name for name in dict.fromkeys(first) if name in found), *(name for name in found if name not in first)]


def _read(draft: Draft, folder: Path, kind: type[File], name: str) -> File | None:
    """Read one file as a record; a group file hands its own name to its blocks."""
    table = _table(draft, folder, name)
    if table is None:
        return None
    given = {"group": Path(name).stem} if kind in (DataElementFile, IndicatorFile) else {}
    return draft.records.read(kind, table, f"{name}:", given)


def _table(draft: Draft, folder: Path, name: str) -> dict[str, Any] | None:
    """Parse one file; a byte-order mark is accepted."""
    text = ""
    try:
        text = (folder / name).read_text("utf-8-sig")
        return tomllib.loads(text, parse_float=Decimal)
    except FileNotFoundError:
        draft.faults.append(Fault("catalogue_file_missing", name))
    except UnicodeDecodeError as error:
        draft.faults.append(Fault("catalogue_not_utf8", name, {"byte": str(error.start + 1)}))
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        number = line[1] if line else str(text.count("\n") + 1)
        draft.faults.append(Fault("catalogue_not_toml", name, {"line": number}))
    return None
