"""PINs and recovery codes: made, hashed, verified (CONTRACT U2).

A PIN says who types; it is no encryption, and the station file can be read without it. The hash is argon2id; its
library is imported where it is first needed, since most stations never set a PIN.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import NamedTuple

from data.errors import UserError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O and U, which are mistaken for other signs on paper."""

CODE_LETTERS, GROUP = 20, 5
FREE_TRIES, LONGEST_WAIT = 2, 300

_PIN = re.compile(r"[0-9]{4,8}", re.ASCII)
_MISREAD = str.maketrans("OIL", "011")
_BETWEEN_GROUPS = re.compile(r"[\s\-\u2010-\u2015._]+")


class Cost(NamedTuple):
    """What one hash costs: passes, memory in KiB, threads. The default is the library's (RFC 9106, low memory)."""

    passes: int = 3
    memory: int = 65536
    threads: int = 4


def check_pin(pin: str) -> str:
    """The PIN itself when it is four to eight digits.

    Raises:
        UserError: pin_form.
    """
    if not _PIN.fullmatch(pin):
        raise UserError("pin_form")
    return pin


def hash_pin(pin: str, cost: Cost | None = None) -> str:
    """The hash of a PIN, as it is stored.

    Raises:
        UserError: pin_form.
    """
    return _hash(check_pin(pin), cost)


def verify_pin(stored: str, pin: str) -> bool:
    """Whether a PIN is the one whose hash is stored; nothing fits an empty or a damaged hash."""
    return _PIN.fullmatch(pin) is not None and _verify(stored, pin)


def new_recovery_code(draw: Callable[[int], bytes] = os.urandom) -> str:
    """Twenty letters of chance (100 bits) in groups of five, to be printed once and kept under lock.

    Args:
        draw: Gives so many bytes of chance; another one in tests only.
    """
    letters = "".join(ALPHABET[byte % len(ALPHABET)] for byte in draw(CODE_LETTERS))
    return "-".join(letters[start : start + GROUP] for start in range(0, CODE_LETTERS, GROUP))


def hash_recovery(code: str, cost: Cost | None = None) -> str:
    """The hash of a recovery code, as it is stored; how its groups are divided does not matter."""
    return _hash(_bare(code), cost)


def is_recovery_form(code: str) -> bool:
    """Whether a code typed off paper can be one at all: twenty letters of the alphabet, however divided."""
    bare = _bare(code)
    return len(bare) == CODE_LETTERS and not set(bare) - set(ALPHABET)


def verify_recovery(stored: str, code: str) -> bool:
    """Whether a code typed off paper is the one whose hash is stored; capitals, O for 0 and gaps do not matter."""
    return is_recovery_form(code) and _verify(stored, _bare(code))


def seconds_to_wait(wrong: int) -> int:
    """How long nothing is accepted after so many wrong PINs one after the other: none, none, then 2, 4, 8 … 300."""
    doublings = wrong - FREE_TRIES
    return 0 if doublings <= 0 else min(2 ** min(doublings, 16), LONGEST_WAIT)


def _bare(code: str) -> str:
    return _BETWEEN_GROUPS.sub("", code).upper().translate(_MISREAD)


def _hash(secret: str, cost: Cost | None) -> str:
    from argon2 import PasswordHasher

    passes, memory, threads = cost or Cost()
    return PasswordHasher(time_cost=passes, memory_cost=memory, parallelism=threads).hash(secret)


def _verify(stored: str, secret: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(stored, secret)
    except (InvalidHashError, VerificationError):
        return False
