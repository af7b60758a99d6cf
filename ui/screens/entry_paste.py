"""A block from the clipboard: what it would change is shown under the grid, and one key writes it as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.models.entry_model import COMPARED, FIRST_PART
from ui.models.paste_plan import PastePlan, PasteTarget, plan_paste
from ui.screens import paste_words
from ui.widgets.paste_preview import PastePreview, Preview

if TYPE_CHECKING:
    from data.model import DataValue
    from ui.screens.data_entry import DataEntryScreen

PASTE, IMPORT = "paste", "import"
AT_ONCE = 60
"""A block of more texts is looked through off the GUI thread."""


PasteAnswer = tuple[str, Callable[[], None]]


class _Paste(NamedTuple):
    """A block, where it is put down, and what a person said about it; in the order that ``plan_paste`` takes them."""

    target: PasteTarget
    block: list[list[str]]
    preferred: int | None = None
    column: int | None = None


class EntryPaste(QObject):
    """Shows what a block or a file would change, and writes it when a person says so."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Put the preview under the grid and listen to it."""
        super().__init__(screen)
        self._screen = screen
        self._values: Sequence[DataValue] = ()
        self._kind = PASTE
        self.preview = PastePreview()
        middle = screen.grid.parentWidget()
        layout = middle.layout() if middle is not None else None
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(screen.grid) + 1, self.preview)
        screen.grid.pasted.connect(self._paste)
        screen.form_shown.connect(lambda _form: self.preview.clear())
        self.preview.accepted.connect(self._accept)
        self.preview.left.connect(self._back)

    def _paste(self, block: list[list[str]]) -> None:
        screen = self._screen
        index, model = screen.grid.currentIndex(), screen.entry_model
        if len(block) == 1 and len(block[0]) == 1:
            model.setData(index, block[0][0])
            return
        if model.form is None:
            return
        beside = tuple(str(model.index(row, COMPARED).data() or "") for row in range(model.rowCount()))
        part = max(index.column() - FIRST_PART, 0)
        self._show(_Paste(PasteTarget(model.form, index.row(), part, model.value, model.locked, beside), block))

    def _show(self, paste: _Paste) -> None:
        """Show what the block does; an answer shows it anew, and nothing is written yet."""
        if sum(map(len, paste.block)) <= AT_ONCE:
            self._show_paste(paste, plan_paste(*paste))
            return
        self._screen.session.tasks.run(
            lambda _task: plan_paste(*paste),
            lambda plan: self._show_paste(paste, plan),
        )

    def _show_paste(self, paste: _Paste, plan: PastePlan) -> None:
        if self._screen.entry_model.form is not paste.target.form:  # another form was opened meanwhile
            return
        caption = self.tr("&Paste %n cell(s) (Enter)", "", len(plan.changes))
        columns = paste_words.columns(plan, lambda column: self._show(paste._replace(column=column)))
        readings = paste_words.readings(plan, lambda place: self._show(paste._replace(preferred=place)))
        if columns or readings or not plan.drafts:
            self.show_plan(plan, PASTE, caption, columns or readings)
            return
        keep = self.tr("Paste, and keep %n text(s) as draft (Alt+1)", "", len(plan.drafts))
        self.show_plan(plan, PASTE, caption, [(keep, lambda: self._keep_drafts(plan))])

    def show_plan(
        self,
        plan: PastePlan,
        kind: str,
        caption: str,
        answers: Sequence[PasteAnswer] = (),
        more: Sequence[str] = (),
    ) -> None:
        """Show a plan; ``kind`` is what the change log calls it, ``more`` are further notes."""
        self._values, self._kind = plan.values, kind
        self._screen.line.clear()
        self.preview.show_preview(
            Preview(
                summary=paste_words.summary(plan),
                lines=paste_words.lines(plan, self._screen.session.messages),
                accept=caption if plan.changes else "",
                notes=[*paste_words.notes(plan), *more],
                answers=answers,
                is_offer=not (plan.asked or plan.choices),
            )
        )

    def _keep_drafts(self, plan: PastePlan) -> None:
        self._values = [*plan.values, *plan.drafts]
        self._accept()

    def _accept(self) -> None:
        values = self._values
        self.preview.clear()
        self._screen.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        own = self._screen.cumulator.own_values(values) if self._kind == "paste" else values
        self._screen.save(own, kind=self._kind)
        said = self.tr("%n cell(s) changed. Ctrl+Z takes all of it back.", "", len(values))
        self._screen.line.say(said, "done")

    def _back(self) -> None:
        self._screen.grid.setFocus(Qt.FocusReason.OtherFocusReason)
