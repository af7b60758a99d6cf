"""Who uses a station file: accounts and what they may do. Attribution, not security (CONTRACT U2)."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Role(enum.Enum):
    """What somebody may do in the window: type, also check and complete, or everything."""

    ENTRY = "entry"
    CHECK = "check"
    HEAD = "head"


class Account(NamedTuple):
    """Somebody who uses the file: attribution, not security (CONTRACT U2)."""

    name: str
    role: Role
    has_pin: bool = False
    is_active: bool = True
    has_recovery: bool = False


class AccountChange(NamedTuple):
    """What an account becomes.

    Attributes:
        pin, recovery: Hashes; empty takes them away, None keeps what is there.
        renamed_from: The account's name until now, when it changes.
    """

    name: str
    role: Role
    is_active: bool = True
    pin: str | None = None
    recovery: str | None = None
    renamed_from: str = ""
