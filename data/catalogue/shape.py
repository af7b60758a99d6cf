"""The shape of a record in a catalogue file, taken from the type hints of its dataclass."""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.catalogue.words import WORDS

TABLE_NAMES = {
    "rules": "validation",
    "reporting_duties": "reporting_duty",
}
"""Key in the file of fields whose singular is not the name without its last letter."""


class Kind(enum.Enum):
    """What stands behind a key."""

    TEXT = "string"
    WHOLE = "integer"
    TRUTH = "boolean"
    RECORD = "table"
    TEXTS = "array of strings"
    WHOLES = "array of integers"
    RECORDS = "array of tables"
    TEXT_TABLE = "table of strings"
    WHOLE_TABLE = "table of integers"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShape:
    """One key of a record.

    Attributes:
        name: Name of the dataclass field.
        key: Key in the file: the singular where several tables make up the field.
        kind: What stands behind the key.
        record: Dataclass of the table or tables; else None.
        enum: Enum of the text; else None.
        words: The only texts allowed; empty when any will do.
        required: Whether a record without the key is faulty.
        default: Value when the key is absent.
    """

    name: str
    key: str
    kind: Kind
    record: type[Any] | None
    enum: type[enum.Enum] | None
    words: tuple[str, ...]
    required: bool
    default: object


@cache
def shape_of(record: Hashable) -> tuple[FieldShape, ...]:
    """Keys of a record (a frozen dataclass), in the order of the dataclass."""
    hints = typing.get_type_hints(record)
    name = typing.cast("type", record).__name__
    return tuple(_field_shape(name, field, default, hints[field]) for field, default in _fields(record))


def _fields(record: Any) -> list[tuple[str, object]]:  # noqa: ANN401 - a class of records
    """Return names and defaults of a named tuple or a dataclass; ``MISSING`` where there is no default."""
    if dataclasses.is_dataclass(record):
        return [(field.name, field.default) for field in dataclasses.fields(record)]
    return [(name, record._field_defaults.get(name, dataclasses.MISSING)) for name in record._fields]


def _is_record(hint: object) -> bool:
    return dataclasses.is_dataclass(hint) or (isinstance(hint, type) and hasattr(hint, "_fields"))


def _field_shape(record_name: str, name: str, default: object, hint: object) -> FieldShape:
    plain, optional = _without_none(hint)
    kind, of_type = _kind_of(plain)
    is_enum = of_type is not None and issubclass(of_type, enum.Enum)
    several = kind is Kind.RECORDS
    has_default = default is not dataclasses.MISSING
    return FieldShape(
        name=name,
        key=TABLE_NAMES.get(name, name[:-1]) if several else name,
        kind=kind,
        record=None if is_enum else of_type,
        enum=of_type if is_enum else None,
        words=WORDS.get((record_name, name)) or _words_of(plain),
        required=not (has_default or optional or several),
        default=default if has_default else () if several else None,
    )


def _without_none(hint: object) -> tuple[object, bool]:
    """Split ``X | None`` into X and whether None was there."""
    if isinstance(hint, types.UnionType):
        rest = [part for part in typing.get_args(hint) if part is not types.NoneType]
        return rest[0], True
    return hint, False


def _kind_of(hint: object) -> tuple[Kind, type[Any] | None]:
    """Return the kind of a hint, and the dataclass or enum in it."""
    parts = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        if _is_record(parts[0]):
            return Kind.RECORDS, typing.cast("type[Any]", parts[0])
        return (Kind.WHOLES if parts[0] is int else Kind.TEXTS), None
    if typing.get_origin(hint) is Mapping:
        return (Kind.WHOLE_TABLE if parts[1] is int else Kind.TEXT_TABLE), None
    if _is_record(hint):
        return Kind.RECORD, typing.cast("type[Any]", hint)
    if isinstance(hint, enum.EnumMeta):
        return Kind.TEXT, hint
    return {int: Kind.WHOLE, bool: Kind.TRUTH}.get(typing.cast("type", hint), Kind.TEXT), None


def _words_of(hint: object) -> tuple[str, ...]:
    """Return the texts that an enum or a literal allows."""
    if isinstance(hint, enum.EnumMeta):
        return tuple(str(member.value) for member in typing.cast("type[enum.Enum]", hint))
    return tuple(str(word) for word in typing.get_args(hint)) if typing.get_origin(hint) is typing.Literal else ()
