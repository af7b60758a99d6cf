"""What a cell of a table looks like, for tables that draw by themselves."""

from __future__ import annotations

from typing import NamedTuple


class CellLook(NamedTuple):
    """What a cell looks like.

    Attributes:
        colour, ground: Fields of the colour scheme; no ground where it is empty.
        sign: Icon before the text; empty for none.
        wraps: Whether a long text goes on in the next line; else it is cut.
    """

    text: str
    colour: str = "text"
    ground: str = ""
    sign: str = ""
    is_right: bool = False
    is_bold: bool = False
    wraps: bool = True
