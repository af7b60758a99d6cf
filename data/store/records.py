"""What a table of records is: its SQL, and a record as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Row = Mapping[str, str]


class Record(NamedTuple):
    """SQL of one table of records: keys and values are text columns, in the order of the statements.

    Attributes:
        kind: Name of the table, as in the change log.
        key: Key columns; the columns that follow in ``select`` are the values.
        secret: Values of which the log says only whether there is one.
    """

    kind: str
    key: tuple[str, ...]
    values: tuple[str, ...]
    select: str
    upsert: str
    select_all: str
    delete: str
    secret: tuple[str, ...] = ()
