"""Keeps ``None``, ``True``, ``False`` and their like alive where PySide gives back too many references.

PySide6 6.12.0 is built for Pythons whose constants are immortal (3.12 and newer, PEP 683): its methods hand these
constants back without counting the reference. Before 3.12 the count then runs down with every painted line, and the
interpreter ends with "none_dealloc" after some minutes of use. A count that can never run down is what newer Pythons
have by themselves.
"""

from __future__ import annotations

import sys

FIRST_WITH_IMMORTAL_CONSTANTS = (3, 12)
MANY = 1 << 40


def keep_constants_alive() -> None:
    """Give the constants a count that does not run down; does nothing where they are immortal anyway."""
    if sys.version_info >= FIRST_WITH_IMMORTAL_CONSTANTS or sys.implementation.name != "cpython":
        return
    import ctypes

    for constant in (None, True, False, NotImplemented, ...):
        if sys.getrefcount(constant) < MANY:
            # The count is the first field of every object; its address is the object's identity.
            ctypes.c_ssize_t.from_address(id(constant)).value += MANY
