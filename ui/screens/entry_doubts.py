"""Figures that cannot be believed, and what may have been meant: worked out on a working thread."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from data import queries
from data.contradictions import annotate, confirmed
from data.figures import Figures
from data.model import Category, RuleNote, RuleResult
from data.numbers import exact
from data.periods import Period, parse_period
from data.plausibility import Hit
from data.slips import Slip
from ui import words
from ui.doubt_words import DoubtWords
from ui.models.entry_rows import CellId, EntryForm
from ui.rule_words import RuleWords, Spoken, link, printed
from ui.widgets.sentence_list import Sentence

if TYPE_CHECKING:
    from ui.screens.entry_facts import Source

YEARS_BACK = 6
MOST_PROPOSALS = 2
RIGHT = "right"
"""Where the link of a sentence leads that says the figure is right."""

translate = QCoreApplication.translate


class Doubt(NamedTuple):
    """A figure that somebody should look at once more.

    Attributes:
        figure: The text that stands in the cell; a later figure is not doubted with it.
        hit: Which limits it is outside of; None where only a rule is broken.
        slips: What may have been meant, best first.
        text: Both in words; ``short`` without the limits, where a figure is proposed.
    """

    cell: CellId
    figure: str
    hit: Hit | None
    slips: tuple[Slip, ...]
    text: str
    short: str = ""

    @property
    def proposals(self) -> tuple[Slip, ...]:
        """The slips whose figure is known."""
        return tuple(slip for slip in self.slips if slip.value)[:MOST_PROPOSALS]


class Acceptance(NamedTuple):
    """What a link of a doubt asks for: the figure that was meant, or (empty) that the one there is right."""

    doubt: Doubt
    value: str = ""


def form_doubts(source: Source, form: EntryForm) -> list[Doubt]:
    """All doubted figures of a form, in its order; those that somebody said are right are left out."""
    figures = figures_around(source, form.whole)
    known = _confirmed(source, [part.code for part in form.parts])
    plausibility = source.knowledge.plausibility.with_breaks(_breaks(source, form.whole))
    hits = [hit for part in form.parts for hit in plausibility.check_form(figures, form.data_set, part)]
    return [
        _doubt(source, figures, CellId(hit.element, hit.period, hit.category), hit)
        for hit in hits
        if ((hit.element, hit.period, hit.category.value), _text(figures, hit)) not in known
    ]


def cell_doubt(source: Source, cell: CellId) -> Doubt | None:
    """The doubt about one cell; also where a rule is broken and a slip would explain it."""
    period = parse_period(cell.period)
    figures = figures_around(source, period)
    key = cell.data_element, cell.period, cell.category.value
    figure = figures.text(*key)
    if figure is None or (key, figure) in _confirmed(source, [cell.period]):
        return None
    plausibility = source.knowledge.plausibility.with_breaks(_breaks(source, period))
    hit = plausibility.check(figures, cell.data_element, period, cell.category)
    doubt = _doubt(source, figures, cell, hit)
    return doubt if hit is not None or doubt.proposals else None


class Reconsider(NamedTuple):
    """What a link asks for: the figure of a cell is no longer said to be right."""

    cell: CellId


def confirmation_of(source: Source, cell: CellId) -> RuleNote | None:
    """Who said that the figure of a cell is right, if somebody did and it still stands there."""
    key = cell.data_element, cell.period, cell.category.value
    year = parse_period(cell.period).year
    figure = queries.load_figures(source.store, [cell.data_element], range(year, year + 1)).text(*key)
    notes = queries.rule_notes(source.store, [cell.period])
    return next((note for note in notes if confirmed([note]) == {(key, figure)}), None)


def yearly_changes(source: Source, cell: CellId) -> list[RuleResult]:
    """The warnings that the figure of a cell changed much within a year."""
    period = parse_period(cell.period)
    if cell.category is not Category.DEFAULT:
        return []
    figures = queries.load_figures(source.store, years=range(period.year - 1, period.year + 1))
    book = source.knowledge.rules.with_breaks(_breaks(source, period))
    return [
        result
        for result in book.check(figures, period, frozenset([cell.data_element]))
        if result.passed is False and result.rule.rule == "yearly_change_pct" and result.element == cell.data_element
    ]


def has_note_like(source: Source, result: RuleResult, text: str) -> bool:
    """Whether the note about a result is this text and nothing that a person added."""
    (noted,) = annotate([result], queries.rule_notes(source.store, [result.period]))
    return noted.text == text


def figures_around(source: Source, period: Period) -> Figures:
    """The figures that a doubt is founded on."""
    return queries.load_figures(source.store, years=range(period.year - YEARS_BACK, period.year + 1))


def _breaks(source: Source, period: Period) -> tuple[date, ...]:
    """Days that no figure is compared across."""
    return queries.station_on(source.store, period.last_day).series_breaks


def _confirmed(source: Source, periods: list[str]) -> frozenset[tuple[tuple[str, str, str], str]]:
    notes: tuple[RuleNote, ...] = queries.rule_notes(source.store, periods)
    return confirmed(notes)


def _text(figures: Figures, hit: Hit) -> str:
    return figures.text(hit.element, hit.period, hit.category.value) or ""


def _doubt(source: Source, figures: Figures, cell: CellId, hit: Hit | None) -> Doubt:
    key = cell.data_element, cell.period, cell.category.value
    breaks = _breaks(source, parse_period(cell.period))
    slips = source.knowledge.slips.with_breaks(breaks).proposals(figures, key)
    figure = figures.text(*key) or ""
    said = DoubtWords(source.messages, source.catalogue)
    why = (
        said.hit(hit, said.name(cell.data_element, cell.category))
        if hit is not None
        else _broken(source, figures, cell)
    )
    slip = said.slip(slips[0]) if slips else ""
    short = f"{why.partition('; ')[0].rstrip('.')}. {slip}" if slip else why
    return Doubt(cell, figure, hit, slips, f"{why} {slip}".strip(), short)


def _broken(source: Source, figures: Figures, cell: CellId) -> str:
    """The rule that a figure inside its limits breaks."""
    said = RuleWords(source.messages, source.catalogue)
    results = source.knowledge.rules.check(figures, parse_period(cell.period), frozenset([cell.data_element]))
    sentences = [said.failed(result).plain for result in results if result.passed is False]
    name = DoubtWords(source.messages, source.catalogue).name(cell.data_element, cell.category)
    return f"{sentences[0] if sentences else name}."


def doubt_sentence(doubt: Doubt, shown: Period) -> Sentence:
    """A doubt under the grid: the name leads to the cell, each proposal is taken by a click, so is "it is right"."""
    links: dict[str, object] = {f"P{at}": Acceptance(doubt, slip.value) for at, slip in enumerate(doubt.proposals)}
    links |= {RIGHT: Acceptance(doubt), "L0": doubt.cell}
    name, bracket, rest = doubt.text.partition(" (")
    head = "" if doubt.cell.period == shown.code else f"{_period(doubt)}: "
    take = translate("EntryDoubts", "Take {value}")
    ends = [link(f"P{at}", take.format(value=printed(exact(slip.value)))) for at, slip in enumerate(doubt.proposals)]
    ends.append(link(RIGHT, translate("EntryDoubts", "It is right (F2)")))
    spoken = Spoken(f"{head}{link('L0', name)}{bracket}{rest} · {' · '.join(ends)}")
    first = links.get("P0")
    return Sentence("warning", spoken.plain, doubt.cell, first, spoken, links, Acceptance(doubt))


def _period(doubt: Doubt) -> str:
    return words.period_name(parse_period(doubt.cell.period))


def doubt_marks(doubts: Iterable[Doubt]) -> dict[CellId, str]:
    """The cells that carry the amber mark."""
    return dict.fromkeys((doubt.cell for doubt in doubts), "warning")
