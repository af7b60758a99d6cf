"""The tab "Việc nên làm trước": points still to be had, by effort and by who can act, and the cheapest way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent

from data import assessment_commands
from data.assessment.actions import Action, grouped, reachable
from data.assessment.cheapest import CheapestPath, cheapest_path
from data.assessment.records import SELF_LAYER, ItemChoice
from data.assessment.results import Clause
from data.printing import printed_limit, printed_points
from ui.models.line_model import Line
from ui.screens import assessment_words as said
from ui.screens.assessment_differences import signed
from ui.screens.assessment_views import AssessmentView, Columns, Told
from ui.screens.assessment_work import Sheet
from ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen

translate = QCoreApplication.translate
KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4, Qt.Key.Key_5: 5, Qt.Key.Key_Delete: 0}


class EffortTable(LineTable):
    """Typing 1 to 5 sets the effort of a line, Del takes the station's own away.

    ``effort_typed(effort)``: 0 for none of the station's own.
    """

    effort_typed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the class's docstring."""
        effort = KEYS.get(Qt.Key(event.key()))
        if effort is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.effort_typed.emit(effort)


class ActionsView(AssessmentView):
    """What can still be gained, least effort first, those of the cheapest way marked."""

    def __init__(self, screen: AssessmentScreen) -> None:
        """An empty tab."""
        heads = (
            translate("Assessment", "Item"),
            translate("Assessment", "What is scored"),
            translate("Assessment", "Now"),
            translate("Assessment", "Can be"),
            translate("Assessment", "Gain"),
            translate("Assessment", "Effort"),
            translate("Assessment", "On the cheapest way"),
        )
        columns = Columns(heads, (2, 3, 4, 5), {0: 8, 2: 8, 3: 8, 4: 8, 5: 9, 6: 16}, {1: 1})
        super().__init__(screen, translate("Assessment", "What to do first"), columns)

    def made_table(self, name: str, columns: Columns) -> LineTable:
        """A table that takes efforts."""
        table = EffortTable(name, self.model, columns.widest, columns.shares)
        table.effort_typed.connect(self._set_effort)
        return table

    def work(self, sheet: Sheet, layer: str) -> Callable[[], Told]:
        """Search the cheapest way."""
        return lambda: actions_told(sheet)

    def _set_effort(self, effort: int) -> None:
        screen, item = self.screen_, self.table.subject
        sheet = screen.sheet
        if item is None or sheet is None or sheet.criteria_set is None or sheet.assessed is None:
            return
        if not self.session.is_writable:
            screen.line.say(screen.answers.why_not(), "warning")
            return
        known = next((each for each in sheet.assessed.choices if each.item == item), None)
        choice = known or ItemChoice(criteria_set=sheet.criteria_set.id, item=str(item))
        store, by = self.session.store, self.session.by()
        changed = choice._replace(effort=effort or None)
        self.session.write(
            lambda: assessment_commands.save_item_choices(store, [changed], by),
            failed=screen.say_failed,
            origin=screen,
        )


def actions_told(sheet: Sheet) -> Told:
    """The cheapest way in a sentence, then every action by who can act."""
    result = sheet.results[SELF_LAYER]
    choices = sheet.assessed.choices if sheet.assessed is not None else ()
    actions = reachable(result, choices)
    path = cheapest_path(result, choices)
    chosen = {action.item.code for action in path.actions}
    lines: list[Line] = []
    for group in grouped(actions):
        head = translate("Assessment", "{who}: up to {gain} points").format(
            who=said.responsible(group.actor.value), gain=printed_points(group.gain)
        )
        lines.append(Line((head, *("",) * 6), is_heading=True))
        lines += [_line(action, is_chosen=action.item.code in chosen) for action in group.actions]
    notes = [
        translate(
            "Assessment",
            "Effort 1 (little) to 5: type a digit on a line to set the station's own, Del takes it back. An item "
            "counts as lifted to the most it can get.",
        ),
        translate(
            "Assessment",
            "The cheapest way is the set of items with the least sum of effort with which total and every criterion "
            "reach their limits and no knock-out is left; it is searched exactly, not estimated.",
        ),
    ]
    return Told(_head(path), notes=notes, lines=tuple(lines), foot=_after(path))


def _head(path: CheapestPath) -> str:
    if not path.passes:
        clauses = "; ".join(_unreachable(each) for each in path.unreachable)
        return translate("Assessment", "Whatever is done, the limits cannot be reached: {clauses}").format(
            clauses=clauses
        )
    if not path.actions:
        return translate("Assessment", "The points reach every limit already: nothing has to be done.")
    text = translate(
        "Assessment", "Cheapest way to the limits: {items}; sum of effort {effort}, total {before} → {after}"
    )
    return text.format(
        items=", ".join(action.item.code for action in path.actions),
        effort=path.effort,
        before=printed_points(path.before),
        after=printed_points(path.after),
    )


def _unreachable(each: Clause) -> str:
    names = {
        "total": translate("Assessment", "total"),
        "criterion": translate("Assessment", "criterion {number}").format(number=each.subject),
        "knock_out": translate("Assessment", "knock-out {item}").format(item=each.subject),
    }
    text = translate("Assessment", "{clause} at most {value}, {limit} needed")
    return text.format(
        clause=names[each.kind], value=printed_points(each.value, each.limit), limit=printed_limit(each.limit)
    )


def _after(path: CheapestPath) -> str:
    return said.knock_outs_unchecked() if path.knock_outs_unknown else ""


def _line(action: Action, *, is_chosen: bool) -> Line:
    mark = translate("Assessment", "yes") if is_chosen else ""
    if action.lifts_knock_out:
        lifted = translate("Assessment", "lifts a knock-out")
        mark = f"{mark}, {lifted}" if mark else lifted
    texts = (
        action.item.code,
        action.item.text_vi,
        printed_points(action.now),
        printed_points(action.reachable),
        signed(action.gain),
        str(action.effort),
        mark,
    )
    return Line(texts, subject=action.item.code, sign="met" if is_chosen else "", sign_at=6)
