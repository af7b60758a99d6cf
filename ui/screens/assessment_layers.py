"""Layers of an assessment: added, described, recognised, taken away; who may do so stands in ``ui.permissions``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from data import assessment_commands
from data.assessment.records import SELF_LAYER, Layer
from data.errors import SoTramError
from ui.permissions import Deed, may, why_not
from ui.screens import assessment_words as said

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen

PROPOSED = ("UBND xã", "Trung tâm Y tế", "Sở Y tế")
"""Names that levels of appraisal have had; any other name can be typed."""


class AssessmentLayers(QObject):
    """The strip for layers, and what it asks for."""

    def __init__(self, screen: AssessmentScreen) -> None:
        """Listen to the strip."""
        super().__init__(screen)
        self._screen = screen
        form = screen.layer_form
        form.kept.connect(self._keep)
        form.removal_asked.connect(self._ask_removal)
        form.refused.connect(lambda sentence: screen.line.say(sentence, "error"))
        form.closed.connect(self._back)

    def describe(self) -> None:
        """Ctrl+L: the layer that is shown."""
        screen = self._screen
        if screen.sheet is None or not self._is_begun() or not self._may(screen.layer):
            return
        layer = next((each for each in screen.sheet.layers if each.name == screen.layer), None)
        if layer is not None:
            screen.layer_form.show_layer(said.layer_name(layer.name), layer)

    def add(self) -> None:
        """Ctrl+Shift+N: another level of appraisal."""
        screen = self._screen
        if screen.sheet is None or screen.sheet.criteria_set is None or not self._is_begun() or not self._may(""):
            return
        known = {layer.name for layer in screen.sheet.layers}
        new = Layer(screen.sheet.year, screen.sheet.criteria_set.id, "", scored_on=screen.session.today)
        names = [name for name in PROPOSED if name not in known]
        screen.layer_form.show_layer(self.tr("Appraisal by another level"), new, names)

    def _is_begun(self) -> bool:
        """Whether there are layers; says so where the year is not begun."""
        sheet = self._screen.sheet
        if sheet is None or sheet.assessed is None:
            self._screen.line.say(self.tr("The assessment of this year is not begun yet; it has no layer."), "warning")
            return False
        return True

    def _may(self, name: str) -> bool:
        """Whether who types may change a layer; says why not."""
        screen = self._screen
        if not screen.session.is_writable:
            screen.line.say(screen.answers.why_not(), "warning")
            return False
        if name != SELF_LAYER and not may(screen.session, Deed.DECIDE):
            screen.line.say(why_not(screen.session, Deed.DECIDE), "warning")
            return False
        return True

    def _back(self) -> None:
        self._screen.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- writing -----------------------------------------------------------------------------------------------------

    def _keep(self, layer: Layer) -> None:
        screen = self._screen
        sheet = screen.sheet
        if sheet is None:
            return
        name = " ".join(layer.name.split())
        known = next((each for each in sheet.layers if each.name == name), None)
        if not name:
            screen.line.say(self.tr("The level of appraisal needs a name, for example Sở Y tế."), "error")
            screen.layer_form.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if known is not None and screen.layer_form.name.isEnabled():
            screen.line.say(self.tr("There is a layer called “{name}” already.").format(name=name), "error")
            return
        unscored = sheet.results[name].unscored if layer.is_recognised and name in sheet.results else ()
        if unscored:
            text = self.tr("“{name}” cannot be the recognised result yet, these are not scored: {items}")
            screen.line.say(text.format(name=name, items=", ".join(unscored)), "error")
            screen.layer_form.is_recognised.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        session = screen.session
        store, catalogue, by = session.store, session.catalogue, session.by()
        was_recognised = known is not None and known.is_recognised

        def write() -> Any:  # noqa: ANN401 - what the commands return
            changes = assessment_commands.save_layer(store, layer._replace(name=name), by)
            if layer.is_recognised and not was_recognised:
                return assessment_commands.recognise_layer(store, catalogue, layer._replace(name=name), by)
            if was_recognised and not layer.is_recognised:
                return assessment_commands.withdraw_layer(store, layer._replace(name=name), by)
            return changes

        screen.layer_form.hide()
        screen.line.clear()
        screen.show_layer(name)
        is_changed = layer.is_recognised != was_recognised
        tell = screen.tell_figures if is_changed else None
        session.write(write, lambda _changes: tell() if tell is not None else None, self._failed, screen)
        self._back()

    def _ask_removal(self, layer: Layer) -> None:
        """Take a layer away with its answers: asked on the edge line."""
        screen, sheet = self._screen, self._screen.sheet
        answers = sheet.assessed.answers if sheet is not None and sheet.assessed is not None else ()
        count = sum(answer.layer == layer.name for answer in answers)
        question = self.tr("Take “{name}” away with its %n answer(s)? The log keeps everything.", "", count)

        def remove() -> None:
            store, by = screen.session.store, screen.session.by()
            screen.show_layer(SELF_LAYER)
            screen.session.write(
                lambda: assessment_commands.remove_layer(store, layer, by), failed=self._failed, origin=screen
            )

        screen.layer_form.hide()
        answer = (self.tr("Take it away (Alt+1)"), remove)
        screen.line.ask(question.format(name=layer.name, count=count), [answer], screen.table)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._screen.line.say(self._screen.session.messages.error(error), "error")
