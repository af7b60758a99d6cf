"""Canonical JSON, its SHA-256, and the short code that stands on every page (CONTRACT section 4). Pure."""

from __future__ import annotations

import json
import unicodedata
from hashlib import sha256

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""

_LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0", "-": "", " ": "", "\u00a0": "", "–": ""})

_LETTERS, _GROUP = 10, 5
CODE_LETTERS = _LETTERS
"""Letters of a code, without its hyphen."""

Tree = dict[str, "Tree"] | list["Tree"] | str | bool | None
"""What canonical JSON holds: figures are texts."""


def canonical(tree: Tree) -> bytes:
    """A tree as the one text it has: sorted keys, NFC, UTF-8, no blanks."""
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text).encode()


def hash_of(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return sha256(content).hexdigest()


def short_code(digest: str) -> str:
    """The first ten letters of a SHA-256, given in hexadecimal, in Crockford's base 32, without a hyphen."""
    number = int(digest, 16) >> (256 - 5 * _LETTERS)
    return "".join(_ALPHABET[number >> 5 * (_LETTERS - 1 - place) & 31] for place in range(_LETTERS))


def printed_code(code: str) -> str:
    """The code as it is printed: two groups of five."""
    return f"{code[:_GROUP]}-{code[_GROUP:]}"


def read_code(typed: str) -> str:
    """A code as a person types it from paper: case, blanks, hyphens, I, L and O for 1, 1 and 0 do not matter.

    Returns:
        The ten letters; empty when it can be no code.
    """
    code, wrong = typed_letters(typed)
    return code if len(code) == _LETTERS and not wrong else ""


def typed_letters(typed: str) -> tuple[str, str]:
    """What was typed of a code so far, as it is read, and which signs of it no code has."""
    code = unicodedata.normalize("NFC", typed).strip().upper().translate(_LOOKALIKES)
    return code, "".join(dict.fromkeys(sign for sign in code if sign not in _ALPHABET))
