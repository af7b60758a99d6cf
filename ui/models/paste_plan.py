"""What pasting a block would do, cell by cell, before anything is written. Nothing here shows or writes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from data.form_layout import CellId, EntryForm, EntryRow
from data.model import Category, CellState, DataValue
from data.numbers import CANONICAL_DECIMAL, exact
from data.periods import Period
from data.reasons import is_sum
from ui.models.block_labels import Block, Cursor, Recognised, recognise, sex_row
from ui.models.entry_input import Typed, read_text, with_reading

MOST_LINES = 2_000
"""Of a longer block the rest is counted, not looked at: no form has so many rows."""
TEXTS_SHOWN = 3


class PasteTarget(NamedTuple):
    """Where a block is put down.

    Attributes:
        row, part: Row of the form and place of the period under the cursor.
        value_of: What a cell holds now.
        locked: Keys of the periods that are complete and locked.
        compared: What stands beside each row: the compared period's figure as text.
    """

    form: EntryForm
    row: int
    part: int
    value_of: Callable[[CellId], DataValue]
    locked: Collection[str] = ()
    compared: Sequence[str] = ()


class Change(NamedTuple):
    """A cell that a block has a text for."""

    row: EntryRow
    part: Period
    text: str
    old: DataValue
    typed: Typed

    @property
    def new(self) -> DataValue:
        """What the cell would hold."""
        return self.typed.value


class Refusal(NamedTuple):
    """A text that nothing becomes of.

    Attributes:
        code: ``outside``, ``unknown_row``, ``twice``, ``locked``, or why it is no figure.
        row, part: The cell it was meant for, where it is known.
        label: What the block called its row.
        draft: What the cell becomes where a person keeps the text as it is; None where there is no such cell.
    """

    text: str
    code: str
    row: EntryRow | None = None
    part: Period | None = None
    label: str = ""
    draft: DataValue | None = None


class ColumnChoice(NamedTuple):
    """A column that may be the first of the form's own: its head, where it has one, and its first figures."""

    column: int
    head: str
    texts: tuple[str, ...]


class PastePlan(NamedTuple):
    """What pasting a block would do.

    Attributes:
        changes: Cells that would change.
        asked: Texts that can be read in more than one way; nothing becomes of them before a person says how.
        same: How many cells hold this figure already.
        more: How many texts were not even looked at.
        where: Rows and columns as they were recognised.
        is_elsewhere: Whether the labels name other rows than those from the cursor down.
        choices: More columns hold figures than the form has: which one is the first? Nothing becomes of any before.
    """

    changes: tuple[Change, ...] = ()
    asked: tuple[Change, ...] = ()
    refused: tuple[Refusal, ...] = ()
    same: int = 0
    more: int = 0
    where: Recognised = Recognised((), ())
    is_elsewhere: bool = False
    choices: tuple[ColumnChoice, ...] = ()

    @property
    def values(self) -> list[DataValue]:
        """What is to be written."""
        return [change.new for change in self.changes]

    @property
    def drafts(self) -> list[DataValue]:
        """Texts that are no figures, as the drafts that they would be if they were typed."""
        return [refusal.draft for refusal in self.refused if refusal.draft is not None]


def plan_paste(target: PasteTarget, block: Block, preferred: int | None = None, column: int | None = None) -> PastePlan:
    """What a block does from the cursor on; an empty text leaves its cell alone.

    Args:
        target: The form and the cursor.
        block: Lines of texts.
        preferred: The reading that a person chose for all texts with more than one.
        column: The first column of the form's own figures, where a person said so.
    """
    looked_at = [list(line) for line in block[:MOST_LINES]]
    where = recognise(target.form, looked_at, Cursor(target.row, target.part, target.compared, column))
    plan = _sorted_out(_outcomes(target, looked_at, where, preferred))
    named = [row for row in where.rows if row is not None]
    below = list(range(target.row, target.row + len(named)))
    more = sum(len(line) for line in block[MOST_LINES:])
    choices = tuple(_choice(looked_at, where, column) for column in where.choices)
    is_elsewhere = where.has_labels and named != below
    return plan._replace(where=where, more=more, is_elsewhere=is_elsewhere, choices=choices)


def _choice(block: Block, where: Recognised, column: int) -> ColumnChoice:
    texts = [(number, line[column].strip()) for number, line in enumerate(block) if column < len(line)]
    head = " ".join(text for number, text in texts if number in where.heads and text)
    return ColumnChoice(column, head, tuple(t for n, t in texts if n not in where.heads and t)[:TEXTS_SHOWN])


def plan_values(target: PasteTarget, values: Sequence[DataValue]) -> PastePlan:
    """What taking figures over from a file would do; those that stand there already are counted."""
    rows = {(row.element.code, row.category): row for row in target.form.rows}
    parts = {part.code: part for part in target.form.parts}
    plan = PastePlan()
    for value in values:
        row, part = rows[value.data_element, value.category], parts[value.period]
        old = target.value_of(CellId(value.data_element, value.period, value.category))
        if is_same(old, value):
            plan = plan._replace(same=plan.same + 1)
        elif value.period in target.locked:
            plan = plan._replace(refused=(*plan.refused, Refusal(value.value, "locked", row, part)))
        else:
            change = Change(row, part, "", old, Typed(_commented(old, value)))
            plan = plan._replace(changes=(*plan.changes, change))
    return plan


def is_same(old: DataValue, new: DataValue) -> bool:
    """Whether a cell would say the same as before: 12,50 is 12,5. A new comment beside a figure is a change."""
    if old.state is not new.state or (new.comment and new.comment != old.comment):
        return False
    if old.value == new.value:
        return True
    is_number = CANONICAL_DECIMAL.fullmatch(old.value) and CANONICAL_DECIMAL.fullmatch(new.value)
    return bool(is_number) and exact(old.value) == exact(new.value)


def _outcomes(
    target: PasteTarget, block: Block, where: Recognised, preferred: int | None
) -> Iterator[Change | Refusal]:
    """What becomes of each text of a block, line by line."""
    seen: set[CellId] = set()
    for number, line in enumerate(block):
        if number in where.heads:
            continue
        for column, text in enumerate(line):
            if text.strip() and where.columns[column] is not None:
                yield _outcome(target, _placed(target.form, where, (number, column), line), seen, preferred)


class _Text(NamedTuple):
    text: str
    row: EntryRow | None
    part: Period | None
    label: str


def _placed(form: EntryForm, where: Recognised, at: tuple[int, int], line: Sequence[str]) -> _Text:
    """A text with the cell that it is meant for, as far as that is known."""
    row, part = where.rows[at[0]], where.columns[at[1]]
    sex = where.sexes[at[1]] if where.sexes else None
    if sex not in (None, Category.DEFAULT):
        row = sex_row(form, row, sex)
    column = where.label_column
    return _Text(
        text=line[at[1]],
        row=form.rows[row] if row is not None and row < len(form.rows) else None,
        part=form.parts[part] if part is not None and part < len(form.parts) else None,
        label=line[column] if 0 <= column < len(line) else "",
    )


def _outcome(target: PasteTarget, given: _Text, seen: set[CellId], preferred: int | None) -> Change | Refusal:
    row, part, text = given.row, given.part, given.text
    if row is None or part is None:
        return Refusal(text, "unknown_row" if row is None and given.label else "outside", row, part, given.label)
    cell = CellId(row.element.code, part.code, row.category)
    if part.code in target.locked:
        return Refusal(text, "locked", row, part)
    if cell in seen:
        return Refusal(text, "twice", row, part)
    seen.add(cell)
    typed = read_text(row.element, cell, text, preferred)
    if typed.readings and preferred is not None:  # a person was asked, and this is all that the text can mean here
        typed = Typed(with_reading(typed.value, typed.readings[min(preferred, len(typed.readings) - 1)]))
    if typed.value.state is CellState.DRAFT and not typed.readings:
        return Refusal(text, typed.code, row, part, draft=_commented(target.value_of(cell), typed.value))
    old = target.value_of(cell)
    return Change(row, part, text, old, typed._replace(value=_commented(old, typed.value)))


def _commented(old: DataValue, new: DataValue) -> DataValue:
    """The new value with the comment that a person wrote beside the old one; terms of a sum go with their figure."""
    if new.comment or not old.comment or is_sum(old.comment):
        return new
    return new._replace(comment=old.comment)


def _sorted_out(outcomes: Iterator[Change | Refusal]) -> PastePlan:
    changes: list[Change] = []
    asked: list[Change] = []
    refused: list[Refusal] = []
    same = 0
    for each in outcomes:
        if isinstance(each, Refusal):
            refused.append(each)
        elif each.typed.readings:
            asked.append(each)
        elif is_same(each.old, each.new):
            same += 1
        else:
            changes.append(each)
    return PastePlan(tuple(changes), tuple(asked), tuple(refused), same)
