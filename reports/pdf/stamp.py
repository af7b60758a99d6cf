"""What a frozen report carries on every page: its short code, and in its properties the moment of freezing."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Stamp(NamedTuple):
    """What freezing adds to a document.

    Attributes:
        code: The short code of the snapshot, for example ``ABCDE-FGHJK``.
        at: The moment of freezing, with its zone.
    """

    code: str
    at: datetime
