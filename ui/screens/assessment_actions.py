"""The tab "Việc nên làm trước": points still to be had, by effort and by who can act, and the cheapest way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from data import assessment_commands, assessment_queries
from data.assessment.actions import Action, grouped, reachable, responsible_by_set
from data.assessment.cheapest import CheapestPath, cheapest_path
from data.assessment.records import SELF_LAYER, ItemChoice
from data.assessment.results import Clause, Result
from data.model import Changes
from data.numbers import NOT_REPORTED_SIGN
from data.printing import printed_limit, printed_points
from ui import theme
from ui.models.line_model import Line
from ui.screens import assessment_words as said
from ui.screens.assessment_differences import signed
from ui.screens.assessment_dry_run import dry_run_of, reason_words
from ui.screens.assessment_undo import CHOICES, Step
from ui.screens.assessment_views import AssessmentView, Columns, Told
from ui.screens.assessment_work import Sheet
from ui.session import Session
from ui.widgets.line_table import LineTable
from ui.widgets.rows import in_row, labelled, made_button

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen

translate = QCoreApplication.translate
DRY = 1
"""Row of the start that is the dry run."""

KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4, Qt.Key.Key_5: 5, Qt.Key.Key_Delete: 0}

OTHER_DIGITS = (Qt.Key.Key_0, Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9)


class Start(NamedTuple):
    """Where the points stand now: the result, what it is called, and why items stand otherwise than self scored."""

    result: Result
    name: str
    reasons: Mapping[str, str]


class EffortTable(LineTable):
    """Typing 1 to 5 sets the effort of a line, Del takes the station's own away, F2 asks who can act.

    ``effort_typed(effort)``: 0 for none of the station's own. ``actor_asked()``: F2. ``effort_refused()``: another
    digit.
    """

    effort_typed = Signal(int)
    actor_asked = Signal()
    effort_refused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the class's docstring."""
        effort = KEYS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_F2:
            self.actor_asked.emit()
        elif event.key() in OTHER_DIGITS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.effort_refused.emit()
        elif effort is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.effort_typed.emit(effort)


class ActionsView(AssessmentView):
    """What can still be gained, least effort first, those of the cheapest way marked."""

    takes_choices = True

    def __init__(self, screen: AssessmentScreen) -> None:
        """An empty tab."""
        heads = (
            translate("Assessment", "Item"),
            translate("Assessment", "What is scored"),
            translate("Assessment", "Now"),
            translate("Assessment", "Can be"),
            translate("Assessment", "Gain"),
            translate("Assessment", "Effort"),
            translate("Assessment", "Who can act"),
            translate("Assessment", "On the cheapest way"),
        )
        columns = Columns(heads, (2, 3, 4, 5), {0: 8, 2: 8, 3: 8, 4: 8, 5: 9, 6: 22, 7: 16}, {1: 1})
        super().__init__(screen, translate("Assessment", "What to do first"), columns)
        self.starts = QComboBox()
        for text in (
            translate("Assessment", "the self score"),
            translate("Assessment", "the points expected at the inspection (dry run)"),
        ):
            self.starts.addItem(text)
        self.starts.activated.connect(lambda _row: self._show_again())
        caption = labelled(translate("Assessment", "St&arting from:"), self.starts)
        self.actor_button = made_button(translate("Assessment", "&Who can act…  F2"), self._ask_actor)
        row = in_row(caption, self.starts, self.actor_button)
        row.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, 0)
        self.column.insertLayout(0, row)
        QWidget.setTabOrder(self.starts, self.actor_button)
        QWidget.setTabOrder(self.actor_button, self.table)

    def made_table(self, name: str, columns: Columns) -> LineTable:
        """A table that takes efforts and who can act."""
        table = EffortTable(name, self.model, columns.widest, columns.shares)
        table.effort_typed.connect(self._set_effort)
        table.actor_asked.connect(self._ask_actor)
        table.effort_refused.connect(
            lambda: self.screen_.line.say(
                translate("Assessment", "Effort is a digit from 1 (little) to 5 (much); Del takes the set's own."),
                "error",
            )
        )
        return table

    def question(self, sheet: Sheet, layer: str) -> tuple[object, ...]:
        """Which start is shown matters, too."""
        return (*super().question(sheet, layer), self.starts.currentIndex())

    def work(self, sheet: Sheet, layer: str) -> Callable[[], Told]:
        """Search the cheapest way."""
        session, is_dry = self.session, self.starts.currentIndex() == DRY
        return lambda: actions_told(sheet, start_of(session, sheet, is_dry=is_dry))

    def _show_again(self) -> None:
        if self.screen_.sheet is not None:
            self.show_sheet(self.screen_.sheet, self.screen_.layer)

    # --- the station's own words -----------------------------------------------------------------------------------

    def _item(self) -> str:
        """The line under the cursor; empty where nothing can be said of it, and the edge says why."""
        screen, item, sheet = self.screen_, self.table.subject, self.screen_.sheet
        if item is None or sheet is None or sheet.assessed is None:
            return ""
        if not self.session.is_writable:
            screen.line.say(screen.answers.why_not(), "warning")
            return ""
        return str(item)

    def _set_effort(self, effort: int) -> None:
        item = self._item()
        if item:
            self._save(item, lambda choice: choice._replace(effort=effort or None))

    def _ask_actor(self) -> None:
        """Ask who can act; an emptied field takes the set's own value back."""
        item, sheet = self._item(), self.screen_.sheet
        if not item or sheet is None or sheet.assessed is None:
            return
        own = next((each.responsible for each in sheet.assessed.choices if each.item == item), "")
        of_set = responsible_by_set(sheet.results[SELF_LAYER]).get(item, "")
        text = translate("Assessment", "{item}: who can act (empty: as the set has it)").format(item=item)

        def given(actor: str) -> None:
            self._save(item, lambda choice: choice._replace(responsible=actor))
            self.take_focus()

        self.screen_.reason.ask(text, translate("Assessment", "Keep it"), given, self.take_focus)
        self.screen_.reason.offer(own, said.responsible(of_set))

    def _save(self, item: str, changed: Callable[[ItemChoice], ItemChoice]) -> None:
        """Change what the file holds by then: another key may have been pressed just before."""
        sheet = self.screen_.sheet
        if sheet is None or sheet.criteria_set is None:
            return
        store, by, year, code = self.session.store, self.session.by(), sheet.year, sheet.criteria_set.id

        steps: list[Step] = []

        def command() -> Changes:
            choices = assessment_queries.assessed(store, year, code).choices
            known = next((each for each in choices if each.item == item), ItemChoice(criteria_set=code, item=item))
            if changed(known) != known:
                steps.append(Step(CHOICES, known, changed(known)))
            return assessment_commands.save_item_choices(store, [changed(known)], by)

        self.screen_.line.clear()
        self.session.write(
            command, lambda _changes: self.screen_.undo.keep(steps), self.screen_.say_failed, self.screen_
        )


def start_of(session: Session, sheet: Sheet, *, is_dry: bool) -> Start:
    """The self score, or what the dry run expects, with the reasons of every item that it sees otherwise."""
    if not is_dry:
        return Start(sheet.results[SELF_LAYER], translate("Assessment", "Starting from the self score"), {})
    found = dry_run_of(session, sheet)
    reasons = {each.expected.item.code: reason_words(each) for each in found.leaves if each.reasons}
    return Start(found.expected, translate("Assessment", "Starting from what the dry run expects"), reasons)


def actions_told(sheet: Sheet, start: Start) -> Told:
    """The cheapest way in a sentence, then every action by who can act."""
    result = start.result
    choices = sheet.assessed.choices if sheet.assessed is not None else ()
    actions = reachable(result, choices)
    path = cheapest_path(result, choices)
    chosen = {action.item.code for action in path.actions}
    lines: list[Line] = []
    for group in grouped(actions):
        head = translate("Assessment", "{who}: up to {gain} points").format(
            who=said.responsible(group.actor.value), gain=printed_points(group.gain)
        )
        lines.append(Line((head, *("",) * 7), is_heading=True))
        lines += [_line(action, start, is_chosen=action.item.code in chosen) for action in group.actions]
    notes = [
        translate(
            "Assessment",
            "Effort 1 (little) to 5: type a digit on a line to set the station's own, Del takes it back; F2 sets who "
            "can act. An item counts as lifted to the most it can get.",
        ),
        translate(
            "Assessment",
            "The cheapest way is the set of items with the least sum of effort with which total and every criterion "
            "reach their limits and no knock-out is left; it is searched exactly, not estimated.",
        ),
    ]
    head = translate("Assessment", "{start}, {points} points. {way}").format(
        start=start.name,
        points=said.scored_points(result.total, len(result.leaves) - len(result.unscored), result.limit),
        way=_head(path),
    )
    return Told(head, notes=notes, lines=tuple(lines), foot=_after(path))


def _head(path: CheapestPath) -> str:
    if not path.passes:
        clauses = "; ".join(_unreachable(each) for each in path.unreachable)
        return translate("Assessment", "Whatever is done, the limits cannot be reached: {clauses}").format(
            clauses=clauses
        )
    if not path.actions:
        if path.knock_outs_unknown:
            return translate("Assessment", "The points reach every limit, but there is no verdict: {why}").format(
                why=said.knock_outs_unchecked()
            )
        return translate("Assessment", "The points reach every limit already: nothing has to be done.")
    text = translate(
        "Assessment", "Cheapest way to the limits: {items}; sum of effort {effort}, total {before} → {after}"
    )
    head = text.format(
        items=", ".join(action.item.code for action in path.actions),
        effort=path.effort,
        before=printed_points(path.before),
        after=printed_points(path.after),
    )
    return f"{head}; {said.knock_outs_unchecked()}" if path.knock_outs_unknown else head


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
    """The caveat, where the headline does not say it."""
    return said.knock_outs_unchecked() if path.knock_outs_unknown and not path.passes else ""


def _line(action: Action, start: Start, *, is_chosen: bool) -> Line:
    mark = translate("Assessment", "yes") if is_chosen else ""
    if action.lifts_knock_out:
        lifted = translate("Assessment", "lifts a knock-out")
        mark = f"{mark}, {lifted}" if mark else lifted
    why = start.reasons.get(action.item.code, "")
    texts = (
        action.item.code,
        f"{action.item.text_vi} ({why})" if why else action.item.text_vi,
        NOT_REPORTED_SIGN if action.leaf.points is None else printed_points(action.now),
        printed_points(action.reachable),
        signed(action.gain),
        str(action.effort),
        said.responsible(action.responsible),
        mark,
    )
    return Line(texts, subject=action.item.code, sign="met" if is_chosen else "", sign_at=7)
