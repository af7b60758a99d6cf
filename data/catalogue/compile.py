"""TOML files -> ``compiled.json``: ``python -m data.catalogue.compile`` writes it, ``--check`` compares it.

One line per record, so that a change of the catalogue can be read in the difference. ``loader.py`` says what stands
where.
"""

from __future__ import annotations

import enum
import json
import sys
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import cast

from data.catalogue.content import Catalogue
from data.catalogue.integrity import read_catalogue
from data.catalogue.loader import BY_CODE, COMPILED, IN_ORDER, RECORDS
from data.catalogue.shape import FieldShape, Kind, shape_of
from data.errors import FaultsError
from data.paths import asset


def compile_folder(folder: Path) -> str:
    """Return the text of the compiled file for a catalogue folder.

    Raises:
        FaultsError: ``catalogue_faulty`` with every fault of the files.
    """
    return compiled_text(read_catalogue(folder))


def main(arguments: list[str], folder: Path | None = None) -> int:
    """Write the compiled file, or with ``--check`` compare it with a fresh compile.

    Returns:
        0, or 1 when the files are faulty (a line each on stderr) or the compiled file is not fresh.
    """
    folder = folder or asset("catalogue")
    try:
        text = compile_folder(folder)
    except FaultsError as error:
        sys.stderr.writelines(f"{fault.place}: {fault.code} {fault.parameters}\n" for fault in error.faults)
        return 1
    path = folder / COMPILED
    if "--check" in arguments:
        return int(not path.is_file() or path.read_text("utf-8") != text)
    path.write_text(text, encoding="utf-8", newline="\n")
    return 0


def compiled_text(catalogue: Catalogue) -> str:
    """Return the catalogue as JSON text."""
    layout = {kind.__name__: [[shape.name, _how(shape)] for shape in shape_of(kind)] for kind in RECORDS}
    values: dict[str, str] = {}
    for shape in shape_of(Catalogue):
        value = getattr(catalogue, shape.name)
        if shape.name in BY_CODE:
            values[shape.name] = _lines("[]", map(_json, value.values()))
        elif shape.name in IN_ORDER:
            values[shape.name] = _lines("[]", map(_json, value))
        elif shape.name == "criteria_4667_to_1300":
            values[shape.name] = _json(list(value.items()))
        else:
            values[shape.name] = _json(value)
    parts = {
        "layout": _lines("{}", (f"{_json(name)}: {_json(fields)}" for name, fields in layout.items())),
        "catalogue": _lines("{}", (f"{_json(name)}: {value}" for name, value in values.items())),
    }
    return _lines("{}", (f"{_json(name)}: {part}" for name, part in parts.items())) + "\n"


def _lines(brackets: str, items: Iterable[str]) -> str:
    """Put each item on a line of its own."""
    return brackets[0] + "\n" + ",\n".join(items) + "\n" + brackets[1]


def _json(value: object) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    """Turn records into lists of their values, enums into their words, tuples into lists."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, RECORDS):
        return [_plain(getattr(value, shape.name)) for shape in shape_of(cast("Hashable", type(value)))]
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _how(shape: FieldShape) -> str:
    """Say how the loader reads a field."""
    if shape.record is not None:
        return ("*" if shape.kind is Kind.RECORDS else "") + shape.record.__name__
    if shape.kind in (Kind.TEXTS, Kind.WHOLES):
        return "*"
    return shape.enum.__name__ if shape.enum is not None else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
