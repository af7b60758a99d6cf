"""What becomes of a text typed into the score table: an answer on its way to the disk, or a question at the edge.

Nothing typed is lost: a text that cannot be taken stays in its cell, marked, until something else is typed there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from data import assessment_commands
from data.assessment.answers import answer_fault, canonical_answer, choices_of, typed_answer
from data.assessment.definitions import Item, Scoring
from data.assessment.records import NO, NOT_APPLICABLE, SELF_LAYER, YES, Answer, Assessment
from data.assessment.results import LeafPoints, Source
from data.errors import SoTramError, UserError
from data.numbers import Ambiguous, Draft, Parsed, format_typed
from ui.models.assessment_model import ANSWER
from ui.permissions import Deed, may, why_not
from ui.screens import assessment_words as said
from ui.screens.assessment_undo import Step

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen


class AssessmentAnswers(QObject):
    """Reads what is typed, asks for reasons, takes answers back."""

    def __init__(self, screen: AssessmentScreen) -> None:
        """Listen to the table; nothing is asked yet."""
        super().__init__(screen)
        self._screen = screen
        screen.model.typed.connect(self._typed)
        screen.table.cleared.connect(self._clear)
        screen.table.refused.connect(self._say_why_not)
        screen.table.choices_wanted.connect(self._list_choices)

    # --- what may be done --------------------------------------------------------------------------------------------

    def why_not(self) -> str:
        """Why nothing can be typed into the layer that is shown; empty where it can."""
        session = self._screen.session
        if not session.is_writable:
            return self.tr("The file is open for reading only; nothing can be typed.")
        if self._screen.layer != SELF_LAYER and not may(session, Deed.DECIDE):
            return why_not(session, Deed.DECIDE)
        return ""

    def _say_why_not(self) -> None:
        screen = self._screen
        row = screen.model.row_at(screen.table.currentIndex())
        said_ = self.why_not()
        if not said_ and row is not None and row.kind != "leaf":
            said_ = self.tr("Points come from the items below this heading; please score those.")
        if said_:
            screen.line.say(said_, "warning")

    # --- typing ------------------------------------------------------------------------------------------------------

    def _typed(self, code: str, text: str) -> None:
        leaf = self._leaf(code)
        if leaf is None:
            return
        self._screen.line.clear()
        parsed = typed_answer(leaf.item, text)
        answer = canonical_answer(parsed)
        if answer is None:
            self._screen.model.keep_draft(code, text)
            self._ask_or_refuse(leaf, text, parsed)
            return
        self._take(leaf, answer, text)

    def _take(self, leaf: LeafPoints, answer: str, text: str) -> None:
        """Check an answer against the set, ask why where it stands against a figure, and write it."""
        screen, code = self._screen, leaf.item.code
        sheet = screen.sheet
        if sheet is None or sheet.criteria_set is None:
            return
        fault = answer_fault(sheet.criteria_set, sheet.place, Answer(code, screen.layer, answer))
        if fault is not None:
            screen.model.keep_draft(code, text)
            screen.line.say(self._refusal(leaf.item, text, fault), "error")
            return
        figure = self._figure(leaf)
        if answer and figure and answer == figure:
            answer = ""  # the same as the figure says: nobody stands against it
        if answer and figure:
            screen.model.keep_draft(code, text)
            self._ask_why(leaf, answer, said.answer_to(leaf.item, figure))
            return
        self.save([Answer(code, screen.layer, answer, self._reason(code) if answer else "")])
        if answer == NOT_APPLICABLE and leaf.item.not_applicable_rule is None:
            screen.line.say(
                self.tr(
                    "{item} does not apply: the set does not say what it counts then, so it stays without points."
                ).format(item=code),
                "warning",
            )

    def _figure(self, leaf: LeafPoints) -> str:
        """What the station's figures say to a leaf, as an answer; empty where they say nothing."""
        if leaf.source is Source.FIGURE:
            return leaf.answer
        if leaf.source is Source.OVERRIDE and self._screen.sheet is not None:
            bare = self._screen.sheet.from_figures(leaf.item.code)
            return bare.answer if bare is not None else ""
        return ""

    def _ask_why(self, leaf: LeafPoints, answer: str, figure: str) -> None:
        screen, code = self._screen, leaf.item.code
        question = self.tr("{item}: the station's figures say {figure}. Why does {answer} stand instead?")

        def given(reason: str) -> None:
            screen.model.drop(code)
            self.save([Answer(code, screen.layer, answer, reason)])
            screen.table.setFocus(Qt.FocusReason.OtherFocusReason)
            screen.table.advance(1)

        def left() -> None:
            screen.model.drop(code)
            screen.line.say(self.tr("Nothing was changed: the figure counts."), "warning")
            screen.table.setFocus(Qt.FocusReason.OtherFocusReason)

        text = question.format(item=code, figure=figure, answer=said.answer_to(leaf.item, answer))
        screen.reason.ask(text, self.tr("Keep with this reason"), given, left)

    def _ask_or_refuse(self, leaf: LeafPoints, text: str, parsed: Parsed) -> None:
        screen = self._screen
        if isinstance(parsed, Ambiguous) and parsed.readings:
            question = self.tr("“{text}” can be read in more than one way. Which figure is meant?")
            answers = [
                (format_typed(reading), lambda reading=reading: self._take(leaf, reading, text))
                for reading in parsed.readings
            ]
            screen.line.ask(question.format(text=text.strip()), answers, screen.table)
            return
        code = parsed.code if isinstance(parsed, Draft) else ""
        screen.line.say(self._no_answer(leaf.item, text, code), "error")

    def _no_answer(self, item: Item, text: str, code: str) -> str:
        """Why a text is no answer, and what can be typed."""
        shown = text.strip()
        if item.scored.scoring is Scoring.YES_NO:
            sentence = self.tr("“{text}” is no answer here. Type c (yes), k (no), or - where it does not apply.")
            return sentence.format(text=shown)
        choices = choices_of(item.scored)
        if choices:
            sentence = self.tr("“{text}” is none of the choices: {choices}. Alt+Down lists them.")
            return sentence.format(text=shown, choices=", ".join(said.answer_to(item, each) for each in choices))
        why = self._screen.session.messages.tables["error"].get(code, "") if code != "figure_not_number" else ""
        if why:
            return self.tr("“{text}” was not taken. {why}").format(text=shown, why=why)
        return self.tr("“{text}” is no figure and was not taken.").format(text=shown)

    def _refusal(self, item: Item, text: str, fault: UserError) -> str:
        """The sentence of a fault, with figures as they are typed here."""
        if fault.code in ("answer_not_yes_no", "answer_not_choice", "answer_not_number", "answer_comma"):
            return self._no_answer(item, text, "")
        numbers = {key: format_typed(str(fault.parameters[key])) for key in ("most", "step") if key in fault.parameters}
        shown = UserError(fault.code, **(fault.parameters | numbers | {"answer": text.strip()}))
        return self._screen.session.messages.error(shown)

    # --- writing -----------------------------------------------------------------------------------------------------

    def save(self, answers: Sequence[Answer], *, is_step: bool = True) -> None:
        """Write answers as one action; those that change nothing are passed over."""
        screen, sheet = self._screen, self._screen.sheet
        if sheet is None or sheet.criteria_set is None:
            return
        before = [sheet.answer(each.layer, each.item) or Answer(each.item, each.layer, "") for each in answers]
        pairs = [
            (old, new)
            for old, new in zip(before, answers, strict=True)
            if (old.answer, old.reason) != (new.answer, new.reason)
        ]
        for answer in answers:
            screen.model.drop(answer.item)
        if not pairs:
            return
        for _old, new in pairs:
            screen.model.hold(new.item, self.shown(new.item, new.answer))
        if is_step:
            screen.undo.keep([Step(old.layer, old, new) for old, new in pairs])
        head = Assessment(sheet.year, sheet.criteria_set.id, sheet.criteria_set.version)
        session, written = screen.session, [new for _old, new in pairs]
        store, catalogue, by = session.store, session.catalogue, session.by()
        recognised = {layer.name for layer in sheet.layers if layer.is_recognised}
        touches_figures = any(answer.layer in recognised for answer in written)
        if touches_figures:
            screen.line.say(
                self.tr("This is the recognised result: the year's figures about the criteria change with it."),
                "warning",
            )
        session.write(
            lambda: assessment_commands.save_answers(store, catalogue, head, written, by),
            done=lambda _changes: screen.tell_figures() if touches_figures else None,
            failed=lambda error: self._failed(error, written),
            origin=screen,
        )

    def _failed(self, error: Exception, answers: Sequence[Answer]) -> None:
        """The disk refused: what was typed stays in its cell, marked."""
        if not isinstance(error, SoTramError):
            raise error
        for answer in answers:
            self._screen.model.keep_draft(answer.item, self.shown(answer.item, answer.answer))
        self._screen.line.say(self._screen.session.messages.error(error), "error")

    def _clear(self, codes: list[str]) -> None:
        """Del: an answer is taken away; of a bound leaf the figure counts again."""
        layer = self._screen.layer
        self._screen.line.clear()
        self.save([Answer(code, layer, "") for code in codes])

    # --- reasons, choices --------------------------------------------------------------------------------------------

    def write_reason(self) -> None:
        """Shift+F2: a reason or remark beside the answer of the line."""
        screen = self._screen
        row = screen.model.row_at(screen.table.currentIndex())
        sheet = screen.sheet
        why = self.why_not()
        if why or row is None or row.kind != "leaf" or sheet is None:
            self._say_why_not()
            return
        known = sheet.answer(screen.layer, row.code)
        if known is None:
            screen.line.say(self.tr("There is no answer yet that a reason could stand beside."), "warning")
            return
        question = self.tr("{item}: reason or remark beside this answer")

        def given(reason: str) -> None:
            self.save([known._replace(reason=reason)])
            screen.table.setFocus(Qt.FocusReason.OtherFocusReason)

        screen.reason.ask(
            question.format(item=row.code),
            self.tr("Keep it"),
            given,
            lambda: screen.table.setFocus(Qt.FocusReason.OtherFocusReason),
        )
        screen.reason.field.setText(known.reason)
        screen.reason.field.selectAll()

    def _list_choices(self) -> None:
        """Alt+Down: what can be answered, as a menu."""
        screen = self._screen
        index = screen.table.currentIndex().siblingAtColumn(ANSWER)
        row = screen.model.row_at(index)
        leaf = self._leaf(row.code) if row is not None else None
        if leaf is None:
            return
        item = leaf.item
        codes = [YES, NO] if item.scored.scoring is Scoring.YES_NO else [*choices_of(item.scored)]
        menu = QMenu(screen.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, code in enumerate(codes, start=1):
            action = menu.addAction(f"&{number}  {said.answer_to(item, code)}")
            action.triggered.connect(lambda _checked=False, code=code: self._choose(leaf, code))
        action = menu.addAction(self.tr("&-  does not apply"))
        action.triggered.connect(lambda _checked=False: self._choose(leaf, NOT_APPLICABLE))
        menu.popup(screen.table.viewport().mapToGlobal(screen.table.visualRect(index).bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _choose(self, leaf: LeafPoints, code: str) -> None:
        self._screen.line.clear()
        self._take(leaf, code, said.answer_to(leaf.item, code))

    def shown(self, code: str, answer: str) -> str:
        """An answer to an item as a person reads it."""
        leaf = self._leaf(code)
        return said.answer_to(leaf.item, answer) if leaf is not None else said.canonical_text(answer)

    def _leaf(self, code: str) -> LeafPoints | None:
        sheet = self._screen.sheet
        return sheet.leaf(self._screen.layer, code) if sheet is not None else None

    def _reason(self, code: str) -> str:
        """What stands beside the answer already; typing another answer keeps it."""
        sheet = self._screen.sheet
        known = sheet.answer(self._screen.layer, code) if sheet is not None else None
        return known.reason if known is not None else ""
