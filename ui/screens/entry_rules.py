"""What the rules of a form say, in sentences with links: worked out on a working thread, shown under the grid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from data import queries
from data.contradictions import Noted, annotate, cells_of, distinct, form_results, missing_cell
from data.definitions import DataElement
from data.figures import CellKey
from data.model import Category, RuleNote, RuleResult
from data.periods import Period, parse_period
from ui import words
from ui.models.entry_rows import CellId, EntryForm
from ui.rule_words import RuleWords, Spoken, link
from ui.screens.entry_doubts import Doubt, Reconsider, doubt_marks, doubt_sentence, form_doubts
from ui.widgets.cell_pane import PaneRule
from ui.widgets.sentence_list import NOTE, Sentence

if TYPE_CHECKING:
    from ui.screens.entry_facts import CellKnowledge, Source
    from ui.session import Session

translate = QCoreApplication.translate


class Checked(NamedTuple):
    """What the rules of a form say.

    Attributes:
        failing: Errors, then open warnings, then warnings that somebody wrote a note about.
        unchecked: Rules that cannot be checked, because something is missing.
        passed: How many hold.
        sentences: What is shown of failing and unchecked rules, and of doubted figures.
        doubts: Figures outside what is usual.
    """

    form: EntryForm
    failing: tuple[Noted, ...] = ()
    unchecked: tuple[RuleResult, ...] = ()
    passed: int = 0
    sentences: tuple[Sentence, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def check_form(source: Source, form: EntryForm) -> Checked:
    """Every rule that reads an element of the form, with all three results."""
    year = form.whole.year
    figures = queries.load_figures(source.store, years=range(year - 1, year + 2))
    book = source.knowledge.rules.with_breaks(queries.station_on(source.store, form.whole.last_day).series_breaks)
    results = form_results(book, figures, form.data_set, form.whole)
    shown = [each for each in results if each.passed is False or (each.passed is None and not each.missing)]
    noted = annotate(shown, queries.rule_notes(source.store, sorted({each.period for each in shown})))
    failing = sorted(noted, key=_order)
    unchecked = tuple(each for each in results if each.passed is None and each.missing)
    passed = sum(each.passed is True for each in results)
    said = RuleSentences(source, form.whole)
    doubts = form_doubts(source, form)
    once = set(map(id, distinct(said.elements, [each.result for each in failing])))
    shown_failing = [each for each in failing if id(each.result) in once]
    errors = sum(each.is_open and each.result.rule.severity == "error" for each in shown_failing)
    sentences = [said.failing(each) for each in shown_failing]
    told = {cell for each in failing if each.is_open for cell in cells_of(said.elements, each.result).left}
    sentences[errors:errors] = [
        doubt_sentence(doubt, form.whole) for doubt in doubts if doubt.proposals or _key(doubt) not in told
    ]
    if unchecked:
        sentences.append(said.unchecked(unchecked))
    return Checked(form, tuple(failing), unchecked, passed, tuple(sentences), tuple(doubts))


def _key(doubt: Doubt) -> CellKey:
    cell = doubt.cell
    return cell.data_element, cell.period, cell.category.value


def _order(noted: Noted) -> tuple[bool, bool, bool]:
    """Errors first, then warnings that are open; what is noted or only shown comes last."""
    return not noted.is_open, noted.result.passed is None, noted.result.rule.severity != "error"


class RuleSentences:
    """Puts results into sentences for one shown period."""

    def __init__(self, source: Source, shown: Period) -> None:
        """Take what names and sentences come from."""
        self.elements = source.catalogue.data_elements
        self._words = RuleWords(source.messages, source.catalogue)
        self._messages = source.messages
        self._shown = shown

    def failing(self, noted: Noted) -> Sentence:
        """A contradiction with links to its cells, and what was written about it."""
        result = noted.result
        spoken = self._placed(result, self._words.failed(result)).closed_with(note_tail(noted, " (F2)"))
        kind = result.rule.severity if noted.is_open else "done" if noted.note else "partly"
        return self._sentence(kind, spoken, result, noted)

    def unchecked(self, results: Sequence[RuleResult]) -> Sentence:
        """The folded line: how many rules cannot be checked, and what is missing."""
        names = self._words.missing_names(
            [(code, self._other_period(result, code)) for result in results for code in result.missing]
        )
        text = translate("EntryRules", "%n rule(s) could not be checked: missing {names}", "", len(results))
        return Sentence("missing", text.format(names=names), inner=self._inner(results))

    def _other_period(self, result: RuleResult, code: str) -> str:
        """The period of a missing figure in words, where it is not the shown one or a part of it."""
        period = parse_period(missing_cell(self.elements, result, code)[1])
        near = self._shown.contains(period) or period.contains(self._shown)
        return "" if near else words.period_name(period)

    def _inner(self, results: Iterable[RuleResult]) -> tuple[Sentence, ...]:
        return tuple(self.asking(result) for result in results)

    def asking(self, result: RuleResult) -> Sentence:
        """A rule that cannot be checked, with links to what is missing."""
        spoken = self._placed(result, self._words.unchecked(result))
        cells = [cell_id(missing_cell(self.elements, result, code)) for code in result.missing]
        links = self._links(result) | {f"M{place}": cell for place, cell in enumerate(cells)}
        second = cells[1] if len(cells) > 1 else None
        return Sentence("empty", spoken.plain, cells[0], second, spoken, links)

    def _sentence(self, kind: str, spoken: Spoken, result: RuleResult, noted: Noted) -> Sentence:
        links = self._links(result)
        subject = noted if result.passed is False else None
        return Sentence(kind, spoken.plain, links["L0"], links.get("R0"), spoken, links, subject)

    def _links(self, result: RuleResult) -> dict[str, object]:
        sides = cells_of(self.elements, result)
        pairs = [(f"L{place}", cell) for place, cell in enumerate(sides.left)]
        pairs += [(f"R{place}", cell) for place, cell in enumerate(sides.right)]
        return {place: cell_id(cell) for place, cell in pairs}

    def _placed(self, result: RuleResult, spoken: Spoken) -> Spoken:
        """The period in front, where it is not the one shown."""
        if result.period == self._shown.code:
            return spoken
        return spoken.within(f"{words.period_name(parse_period(result.period))}: ")


def note_tail(noted: Noted, keys: str) -> str:
    """What was written about a contradiction, who and when; or the link that asks for a note."""
    if noted.result.passed is not False:
        return ""
    if noted.note is None:
        is_asked = noted.result.rule.severity == "warning"
        return " · " + link(NOTE, translate("EntryRules", "Note") + keys) if is_asked else ""
    said = translate("EntryRules", "noted: {text} ({who})")
    if not noted.is_current:
        said = translate("EntryRules", "old note, about other figures: {text} ({who})")
    edit = link(NOTE, translate("EntryRules", "Change") + keys)
    return f" · {said.format(text=noted.text, who=signed(noted.note))} · {edit}"


def pane_rules(session: Session, known: CellKnowledge) -> list[PaneRule]:
    """The rules that read a cell, each with the word of its result; what is open comes first."""
    elements = session.catalogue.data_elements
    said = RuleWords(session.messages, session.catalogue)
    found, own = _confirmed(known), f"{known.cell.data_element}@{known.cell.period}"
    own = own if known.cell.category is Category.DEFAULT else ""  # the total can be missing beside a typed sex
    for noted in known.rules:
        result = noted.result
        is_own = result.element == known.cell.data_element
        sides = cells_of(elements, result)
        links: dict[str, object] = {f"L{place}": cell_id(cell) for place, cell in enumerate(sides.left)}
        links |= {f"R{place}": cell_id(cell) for place, cell in enumerate(sides.right)}
        if result.passed:
            found.append(PaneRule(*_word_of(noted), said.holds(result, is_own=is_own), links))
        elif result.missing:
            missing = (cell_id(missing_cell(elements, result, code)) for code in result.missing)
            links |= {f"M{place}": cell for place, cell in enumerate(missing)}
            found.append(PaneRule(*_word_of(noted), said.unchecked(result, is_own=is_own, told=own), links))
        else:
            spoken = said.failed(result).closed_with(note_tail(noted, ""))
            found.append(PaneRule(*_word_of(noted), spoken, links, noted))
    return found


def _confirmed(known: CellKnowledge) -> list[PaneRule]:
    """Who said that an unusual figure is right, with a link that takes it back."""
    if known.confirmed is None:
        return []
    said = translate("EntryRules", "the figure was said to be right ({who})").format(who=signed(known.confirmed))
    again = link("again", translate("EntryRules", "Take back"))
    word = translate("EntryRules", "Noted")
    return [PaneRule(word, "good", Spoken(f"{said} · {again}"), {"again": Reconsider(known.cell)})]


def _word_of(noted: Noted) -> tuple[str, str]:
    """The word of a result, and its colour."""
    result = noted.result
    if result.passed:
        return translate("EntryRules", "Holds"), "good"
    if result.missing:
        return translate("EntryRules", "Not checked"), "muted"
    if result.passed is None:
        return translate("EntryRules", "Not judged"), "muted"
    if not noted.is_open:
        return translate("EntryRules", "Noted"), "good"
    if result.rule.severity == "error":
        return translate("EntryRules", "Wrong"), "bad"
    return translate("EntryRules", "Check"), "warn"


def signed(note: RuleNote) -> str:
    """Who wrote a note, and when."""
    return ", ".join(
        part for part in (note.stored_by, words.printed_moment(note.stored_at) if note.stored_at else "") if part
    )


def cell_id(cell: CellKey) -> CellId:
    """The key of a cell as the grid has it."""
    return CellId(cell[0], cell[1], Category(cell[2]))


def marks(checked: Checked, elements: Mapping[str, DataElement]) -> dict[CellId, str]:
    """Which cells carry a mark: those on the left of what is open; an error before a warning."""
    found = doubt_marks(checked.doubts)
    for noted in checked.failing:
        if noted.is_open:
            for cell in cells_of(elements, noted.result).left:
                if found.get(cell_id(cell)) != "error":
                    found[cell_id(cell)] = noted.result.rule.severity
    return found
