"""TOML <-> the neutral tree of a criteria set. TOML has no null: the word "null" stands for it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

NULL = "null"
_LONGEST_LINE = 100
_LINE = re.compile(r"at line (\d+)")
_LONG = re.compile(r"[0-9](?:_?[0-9]){1000,}")
_MOST_BITS = 1024
_TWICE = (
    "Cannot overwrite a value",
    "Cannot declare",
    "Duplicate inline table key",
    "Cannot mutate immutable namespace",
)


def read_toml(text: str) -> Any:  # noqa: ANN401 - a neutral tree
    """The tree of a TOML text; decimal numbers are exact, days are text.

    Raises:
        tomllib.TOMLDecodeError: The text is no TOML.
        ValueError: A whole number has more digits than are ever read (``long_number`` finds it).
    """
    return _neutral(tomllib.loads(text, parse_float=_decimal))


def line_of(error: tomllib.TOMLDecodeError, text: str) -> str:
    """The line, from 1, at which a text stops being TOML."""
    found = _LINE.search(str(error))
    return found[1] if found else str(text.count("\n") + 1)


def key_twice(error: tomllib.TOMLDecodeError, text: str, line: int) -> str:
    """The key or table at a line that stands there for the second time; empty where the error is another one."""
    if not str(error).startswith(_TWICE):
        return ""
    written = text.splitlines()[line - 1]
    return written.partition("=")[0].strip(" []\t\"'{") or written.strip()


def long_number(text: str) -> tuple[str, str]:
    """Line, from 1, and digits of the first whole number that is too long to be read."""
    found = _LONG.search(text)
    start = found.start() if found else len(text)
    return str(text.count("\n", 0, start) + 1), found[0] if found else ""


def toml_text(tree: dict[str, Any]) -> str:
    """A tree as TOML: its own values, then its tables, in their order."""
    return "\n".join(_lines(tree, "")).strip("\n") + "\n"


def _neutral(value: Any) -> Any:  # noqa: ANN401 - a neutral tree
    if isinstance(value, dict):
        return {key: _neutral(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_neutral(each) for each in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return hex(value)  # no decimal text is made of it; it is refused as no number, at its place
    return None if value == NULL else value


def _decimal(text: str) -> Decimal | str:
    """A decimal number; one whose exponent nothing can hold stays text, and is refused at its place."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def _lines(table: dict[str, Any], name: str) -> Iterator[str]:
    """The lines of a table: values first, since a head ends what stands above it."""
    for key, value in table.items():
        if not _needs_head(value):
            yield f"{key} = {_value(value)}"
    for key, value in table.items():
        below = f"{name}.{key}" if name else key
        if not _needs_head(value):
            continue
        if isinstance(value, dict):
            yield from ("", f"[{below}]")
            yield from _lines(value, below)
            continue
        for each in value:
            yield from ("", f"[[{below}]]")
            yield from _lines(each, below)


def _needs_head(value: object) -> bool:
    """Tables too long for one line, and lists of them."""
    if isinstance(value, dict):
        return any(isinstance(each, dict | list) for each in value.values()) or len(_value(value)) > _LONGEST_LINE
    return isinstance(value, list) and any(isinstance(each, dict) and _needs_head(each) for each in value)


def _value(value: Any) -> str:  # noqa: ANN401 - a neutral tree
    if value is None:
        return f'"{NULL}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        inside = [_value(each) for each in value]
        if sum(map(len, inside)) > _LONGEST_LINE:
            return "[\n" + "".join(f"  {each},\n" for each in inside) + "]"
        return "[" + ", ".join(inside) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return format(value, "f") if isinstance(value, Decimal) else str(value)
