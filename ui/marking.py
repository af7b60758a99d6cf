"""Marks a text for Linguist where it stands as a constant; it is translated where it is shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """The text itself; ``context`` is where Linguist lists it. Qt's own function of this name has no useful type."""
    del context
    return text
