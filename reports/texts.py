"""The fixed words of reports, from ``assets/texts/report_vi.toml``."""

from __future__ import annotations

import tomllib
from functools import cache

from data.paths import asset


@cache
def _all_texts() -> dict[str, str]:
    tables = tomllib.loads(asset("texts", "report_vi.toml").read_text(encoding="utf-8"))
    return {f"{table}.{key}": value for table, entries in tables.items() for key, value in entries.items()}


def text(key: str, **values: object) -> str:
    """The words kept under ``table.key``, with the values put into their places.

    Raises:
        KeyError: No such words: a fault of ours.
    """
    return _all_texts()[key].format_map(values) if values else _all_texts()[key]


def words(table: str) -> dict[str, str]:
    """All words of one table, by key, in the order of the file."""
    start = f"{table}."
    return {key.removeprefix(start): value for key, value in _all_texts().items() if key.startswith(start)}
