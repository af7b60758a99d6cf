"""Where the cursor of the entry grid goes: down the form, across the periods, to the edge of what is filled."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from ui.models.entry_model import FIRST_PART, EntryModel

Index = QModelIndex | QPersistentModelIndex


def first_empty(model: EntryModel) -> QModelIndex:
    """The first cell in form order without a figure, else the first cell; invalid where the form has none."""
    form = model.form
    if form is None or not form.rows:
        return QModelIndex()
    for column, part in enumerate(form.parts, start=FIRST_PART):
        for place, row in enumerate(form.rows):
            if not row.is_part and not model.is_filled(row, part):
                return model.index(place, column)
    return model.index(0, FIRST_PART)


def next_in_form(model: EntryModel, index: Index, step: int) -> QModelIndex:
    """The cell after (or before) this one in form order: down the column, then the next column's top."""
    if model.form is None:
        return QModelIndex()
    row, column = index.row() + step, index.column()
    if row >= model.rowCount():
        row, column = 0, column + 1
    elif row < 0:
        row, column = model.rowCount() - 1, column - 1
    candidate = model.index(row, column)
    return candidate if model.cell(candidate) is not None else QModelIndex()


def across(model: EntryModel, index: Index, step: int) -> QModelIndex:
    """The cell beside this one; after the last period the next line's first."""
    target = model.index(index.row(), index.column() + step)
    if model.cell(target) is not None:
        return target
    return model.index(index.row() + step, FIRST_PART if step > 0 else _last_part(model))


def line_end(model: EntryModel, index: Index, *, is_home: bool, is_whole: bool) -> QModelIndex:
    """First or last typed cell of the line, or of the ``whole`` form."""
    if model.form is None or not index.isValid():
        return QModelIndex()
    row = index.row()
    if is_whole:
        row = 0 if is_home else model.rowCount() - 1
    return model.index(row, FIRST_PART if is_home else _last_part(model))


def block_edge(model: EntryModel, index: Index, down: int, right: int) -> QModelIndex:
    """Where Ctrl and an arrow lead: the last filled cell of a block, else the next filled one, else the edge."""
    if not index.isValid():
        return QModelIndex()
    place = index.row(), index.column()
    following = _step(model, place, down, right)
    if following is None:
        return model.index(*place)
    is_inside = _is_filled(model, place) and _is_filled(model, following)
    place = following
    while (following := _step(model, place, down, right)) is not None:
        if _is_filled(model, following if is_inside else place) != is_inside:
            break
        place = following
    return model.index(*place)


def _step(model: EntryModel, place: tuple[int, int], down: int, right: int) -> tuple[int, int] | None:
    row, column = place[0] + down, place[1] + right
    is_there = 0 <= row < model.rowCount() and (not right or FIRST_PART <= column <= _last_part(model))
    return (row, column) if is_there else None


def _is_filled(model: EntryModel, place: tuple[int, int]) -> bool:
    return bool(model.look(*place).text)


def _last_part(model: EntryModel) -> int:
    return FIRST_PART + len(model.form.parts) - 1 if model.form is not None else FIRST_PART
