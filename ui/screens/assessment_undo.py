"""Ctrl+Z and Ctrl+Y on the page "Tự chấm điểm": what was typed in the part on view, until the page is left for good.

Answers are taken back in the layer on view, efforts and who can act on the tab "Việc nên làm trước"; nothing that is
not on view ever changes. Each step is written as a new entry of the log; the steps themselves end with the session.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from data import assessment_commands
from data.assessment.records import Answer, ItemChoice
from ui.screens import assessment_words as said

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen

MOST_STEPS = 100
CHOICES = "\n"
"""Where efforts and who can act are typed; no layer is called so."""


class Step(NamedTuple):
    """What was typed: in which part, and what stood there before and after."""

    part: str
    old: Answer | ItemChoice
    new: Answer | ItemChoice


class AssessmentUndo(QObject):
    """Keeps the steps of the assessment that is shown."""

    def __init__(self, screen: AssessmentScreen) -> None:
        """Nothing was typed yet."""
        super().__init__(screen)
        self._screen = screen
        self._typed: list[Step] = []
        self._undone: list[Step] = []

    def keep(self, steps: Sequence[Step]) -> None:
        """Something was typed; what had been taken back in that part cannot be done again."""
        parts = {step.part for step in steps}
        self._typed = [*self._typed, *steps][-MOST_STEPS:]
        self._undone = [step for step in self._undone if step.part not in parts]

    def forget(self) -> None:
        """Another assessment is shown: nothing of the last one is taken back here."""
        self._typed.clear()
        self._undone.clear()

    def take_back(self) -> None:
        """Ctrl+Z: what was typed last in the part on view becomes again what it was before."""
        self._turn(self._typed, self._undone, is_back=True)

    def do_again(self) -> None:
        """Ctrl+Y: what was taken back last in the part on view is done again."""
        self._turn(self._undone, self._typed, is_back=False)

    def _part(self) -> str | None:
        """What can be typed on the tab that is shown; None where nothing can."""
        screen, tab = self._screen, self._screen.tabs.currentIndex()
        if tab == 0:
            return screen.layer
        return CHOICES if screen.views[tab - 1].takes_choices else None

    def _turn(self, source: list[Step], target: list[Step], *, is_back: bool) -> None:
        screen = self._screen
        part, why = self._part(), self._why_not()
        if why:
            screen.line.say(why, "warning")
            return
        while part is not None:
            place = next((at for at in reversed(range(len(source))) if source[at].part == part), None)
            if place is None:
                break
            step = source.pop(place)
            before, after = (step.new, step.old) if is_back else (step.old, step.new)
            if _says(self._now(before)) == _says(before):
                target.append(step)
                self._write(after)
                return
        screen.line.say(self._nothing(source, is_back=is_back), "warning")

    def _why_not(self) -> str:
        screen = self._screen
        if screen.tabs.currentIndex() and screen.session.is_writable:
            return self._still_saving()
        return screen.answers.why_not() or self._still_saving()

    def _still_saving(self) -> str:
        if self._screen.session.writer.is_empty and not self._screen.is_asking:
            return ""
        return self.tr("The last change is still being saved; press the keys again in a moment.")

    def _now(self, like: Answer | ItemChoice) -> Answer | ItemChoice:
        """What stands in the place of an answer or choice now."""
        sheet = self._screen.sheet
        if isinstance(like, Answer):
            known = sheet.answer(like.layer, like.item) if sheet is not None else None
            return known or Answer(like.item, like.layer, "")
        choices = sheet.assessed.choices if sheet is not None and sheet.assessed is not None else ()
        return next((each for each in choices if each.item == like.item), ItemChoice(like.criteria_set, like.item))

    def _write(self, wanted: Answer | ItemChoice) -> None:
        screen = self._screen
        if isinstance(wanted, Answer):
            screen.table.go_to(screen.model.row_of(wanted.item))
            screen.answers.save([wanted], is_step=False)
            shown = screen.answers.shown(wanted.item, wanted.answer) or self.tr("not answered")
            screen.line.say(self.tr("{item} is again: {answer}").format(item=wanted.item, answer=shown), "done")
            return
        view = next(each for each in screen.views if each.takes_choices)
        view.table.choose(wanted.item)
        store, by = screen.session.store, screen.session.by()
        screen.session.write(
            lambda: assessment_commands.save_item_choices(store, [wanted], by), failed=screen.say_failed, origin=screen
        )
        text = self.tr("{item} is again: effort {effort}, who can act: {who}")
        of_set = self.tr("as the set has it")
        effort = str(wanted.effort) if wanted.effort is not None else of_set
        screen.line.say(
            text.format(item=wanted.item, effort=effort, who=said.responsible(wanted.responsible) or of_set), "done"
        )

    def _nothing(self, source: Sequence[Step], *, is_back: bool) -> str:
        """Why nothing happened: there is nothing, or it stands in a part that is not on view."""
        if not source:
            if is_back:
                return self.tr(
                    "Nothing typed here since the program was started is left to take back. What was typed earlier "
                    "stands in the log."
                )
            return self.tr("Nothing that was taken back here is left to do again.")
        part = source[-1].part
        where = self.tr("What to do first") if part == CHOICES else said.layer_name(part)
        return self.tr(
            "Nothing changes here: what was typed last stands under “{where}”. Show that first, then press again."
        ).format(where=where)


def _says(value: Answer | ItemChoice) -> tuple[object, object]:
    """What a person typed of it."""
    return (value.answer, value.reason) if isinstance(value, Answer) else (value.effort, value.responsible)
