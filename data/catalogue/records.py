"""One table of a catalogue file -> one frozen dataclass, by the dataclass's own type hints."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import Final, TypeVar, cast

from data.catalogue.shape import FieldShape, Kind, shape_of
from data.errors import Fault

Record = TypeVar("Record")
Value = TypeVar("Value")

_BAD: Final = object()
_TYPE_NAMES: dict[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    Decimal: "float",
    list: "array",
    dict: "table",
    datetime.date: "date",
    datetime.time: "time",
    datetime.datetime: "date",
}
_SINGLE: dict[Kind, type] = {Kind.TEXT: str, Kind.WHOLE: int, Kind.TRUTH: bool}
_SEVERAL: dict[Kind, type] = {Kind.TEXTS: str, Kind.WHOLES: int}
_BY_NAME: dict[Kind, type] = {Kind.TEXT_TABLE: str, Kind.WHOLE_TABLE: int}


class RecordReader:
    """Builds records and notes what is wrong with them.

    Attributes:
        faults: What is wrong, in the order it was met.
        places: Where a record stands, by the identity of the record.
        broken: Class and code of records that could not be built: naming one is not a second fault.
    """

    def __init__(self) -> None:
        """Start without faults."""
        self.faults: list[Fault] = []
        self.places: dict[int, str] = {}
        self.broken: set[tuple[type, str]] = set()

    def read(
        self, kind: type[Record], table: Mapping[str, object], place: str, given: Mapping[str, str] | None = None
    ) -> Record | None:
        """Build a record from a table.

        Args:
            kind: Frozen dataclass to build.
            table: Keys and values of the file.
            place: Where the table stands, up to the colon before a key (``plans/x.toml: target[3] x/y:``).
            given: Values of fields that the file does not hold; handed on to the tables inside.

        Returns:
            The record, or None when it has a fault of its own. Faulty tables of a list are left out of it.
        """
        given = given or {}
        all_shapes = shape_of(cast("Hashable", kind))
        shapes = [shape for shape in all_shapes if shape.name not in given]
        self._refuse_unknown(table, {shape.key for shape in shapes}, place)
        values: dict[str, object] = {shape.name: self._value(shape, table, place, given) for shape in shapes}
        values |= {shape.name: given[shape.name] for shape in all_shapes if shape.name in given}
        if _BAD in values.values():
            self.broken |= {(kind, code) for code in _codes(table)}
            return None
        record = kind(**values)
        self.places[id(record)] = place.removesuffix(":")
        return record

    def _refuse_unknown(self, table: Mapping[str, object], known: set[str], place: str) -> None:
        for key in table:
            if key not in known:
                self._fault("catalogue_unknown_key", f"{place} {key}")

    def _value(self, shape: FieldShape, table: Mapping[str, object], place: str, given: Mapping[str, str]) -> object:
        here = f"{place} {shape.key}"
        if shape.key not in table:
            return self._fault("catalogue_missing_key", here) if shape.required else shape.default
        value = table[shape.key]
        if shape.kind is Kind.RECORDS:
            return self._records(shape, value, place, given)
        if shape.kind in _SEVERAL:
            return self._several(shape, value, here)
        if shape.kind in _BY_NAME:
            return self._by_name(shape, value, here)
        return self._single(shape, value, here)

    def _single(self, shape: FieldShape, value: object, here: str) -> object:
        if shape.record is not None:
            table = self._checked(value, dict, here)
            record: object = None if table is None else self.read(shape.record, table, f"{here}:")
            return _BAD if record is None else record
        return self._item(shape, value, _SINGLE[shape.kind], here)

    def _item(self, shape: FieldShape, value: object, wanted: type, here: str) -> object:
        checked: object = self._checked(value, wanted, here)
        if isinstance(checked, str):
            return self._text(shape, checked, here)
        return _BAD if checked is None else checked

    def _text(self, shape: FieldShape, text: str, here: str) -> object:
        if not text.strip():
            return self._fault("catalogue_empty_text", here)
        if not unicodedata.is_normalized("NFC", text):
            return self._fault("catalogue_not_nfc", here)
        if shape.words and text not in shape.words:
            return self._fault("catalogue_bad_word", here, value=text, allowed=", ".join(shape.words))
        return shape.enum(text) if shape.enum else text

    def _several(self, shape: FieldShape, value: object, here: str) -> object:
        array = self._checked(value, list, here)
        if array is None:
            return _BAD
        wanted = _SEVERAL[shape.kind]
        items = [self._item(shape, item, wanted, f"{here}[{number}]") for number, item in enumerate(array, 1)]
        return _BAD if _BAD in items else tuple(items)

    def _by_name(self, shape: FieldShape, value: object, here: str) -> object:
        table = self._checked(value, dict, here)
        if table is None:
            return _BAD
        wanted = _BY_NAME[shape.kind]
        items = {name: self._item(shape, item, wanted, f"{here}: {name}") for name, item in table.items()}
        return _BAD if _BAD in items.values() else items

    def _records(self, shape: FieldShape, value: object, place: str, given: Mapping[str, str]) -> object:
        array = self._checked(value, list, f"{place} {shape.key}")
        if array is None or shape.record is None:
            return _BAD
        records = []
        for number, item in enumerate(array, 1):
            here = f"{place} {shape.key}[{number}]"
            table = self._checked(item, dict, here)
            if table is not None:
                here = " ".join([here, *_codes(table)])
                records.append(self.read(shape.record, table, f"{here}:", given))
        return tuple(record for record in records if record is not None)

    def _checked(self, value: object, wanted: type[Value], here: str) -> Value | None:
        """Return the value when it is exactly of the wanted type (a boolean is no integer)."""
        if type(value) is wanted:
            return value
        self._fault("catalogue_wrong_type", here, wanted=_TYPE_NAMES[wanted], found=_TYPE_NAMES[type(value)])
        return None

    def _fault(self, code: str, place: str, **parameters: str) -> object:
        self.faults.append(Fault(code, place, parameters))
        return _BAD


def _codes(table: Mapping[str, object]) -> list[str]:
    """Return what a table calls itself, when it does."""
    return [str(table[key]) for key in ("code", "id", "key") if key in table]
