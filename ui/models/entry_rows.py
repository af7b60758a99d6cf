"""The rows and columns of an entry grid, by the names that the window uses; they stand in ``data/form_layout.py``."""

from __future__ import annotations

from data.form_layout import SEXES, CellId, EntryForm, EntryRow, lay_out, rows_by_element

__all__ = ["SEXES", "CellId", "EntryForm", "EntryRow", "lay_out", "rows_by_element"]
