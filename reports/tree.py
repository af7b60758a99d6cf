"""Frozen data as a tree of texts, and a report's document back out of it: what a snapshot is made of.

Numbers become texts and are read back by the type of their field, so nothing is rounded. A dataclass keeps its name
beside its fields, since a block of a document may be any of several.
"""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from data.documents.codes import Tree
from reports import document as documents
from reports.document import ReportDocument

_TYPE = "type"


def tree_of(value: object) -> Tree:
    """A frozen value as a tree: named tuples and dataclasses by field, sets sorted, numbers and days as texts.

    Raises:
        TypeError: A kind of value that no snapshot holds: a fault of ours.
    """
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, enum.Enum):
        return tree_of(value.value)
    if isinstance(value, int | Fraction | Decimal):
        return str(value)
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        fields = {field.name: tree_of(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {_TYPE: type(value).__name__, **fields}
    return _branch(value)


def _branch(value: object) -> Tree:
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: tree_of(each) for name, each in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(tree_of(key)): tree_of(each) for key, each in value.items()}
    if isinstance(value, frozenset | set):
        return [tree_of(each) for each in sorted(value)]
    if isinstance(value, tuple | list):
        return [tree_of(each) for each in value]
    raise TypeError(f"no snapshot holds a {type(value).__name__}")


def document_of(tree: Tree) -> ReportDocument:
    """The document that a tree was made of.

    A field that the tree does not name (a snapshot of an earlier program) takes its default.

    Raises:
        ValueError: The tree is no document of this program.
    """
    try:
        found = _built(tree, ReportDocument)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no document") from error
    if not isinstance(found, ReportDocument):
        raise ValueError("no document")
    return found


@cache
def _fields(name: str) -> tuple[type, dict[str, Any]]:
    kind = getattr(documents, name)
    return kind, typing.get_type_hints(kind)


def _built(tree: Any, wanted: Any) -> Any:  # noqa: ANN401 - a tree and its type are known when it is read
    if isinstance(tree, dict):
        kind, hints = _fields(tree[_TYPE])
        return kind(**{name: _built(each, hints[name]) for name, each in tree.items() if name in hints})
    origin = typing.get_origin(wanted)
    if isinstance(tree, list):
        inner = typing.get_args(wanted)[0]
        return tuple(_built(each, inner) for each in tree)
    if origin in (typing.Union, types.UnionType):
        return _one_of(tree, typing.get_args(wanted))
    return _leaf(tree, wanted)


def _one_of(tree: str | bool | None, kinds: tuple[Any, ...]) -> object:
    if tree is None:
        return None
    if Fraction in kinds:
        return Fraction(str(tree)) if "/" in str(tree) else int(str(tree))
    return _leaf(tree, next(kind for kind in kinds if kind is not type(None)))


def _leaf(tree: str | bool | None, wanted: Any) -> object:  # noqa: ANN401 - any type of a field
    if wanted is date:
        return date.fromisoformat(str(tree))
    if wanted in (int, float):
        return wanted(tree)
    if isinstance(wanted, type) and issubclass(wanted, enum.Enum):
        return wanted(tree)
    return tree
