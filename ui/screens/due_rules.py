"""Open contradictions of a period, for the due list; worked out off the GUI thread."""

from __future__ import annotations

from typing import NamedTuple

from data import queries
from data.catalogue.content import Catalogue
from data.contradictions import Noted, annotate, cells_of, distinct, form_results
from data.definitions import DataSet
from data.periods import Period, parse_period
from ui import words
from ui.rule_words import RuleWords
from ui.screens.entry_rules import cell_id
from ui.screens.screen import Place
from ui.session import Session


class RuleLine(NamedTuple):
    """One contradiction in words: where it lies, and whether it is an ``error`` or a ``warning``."""

    severity: str
    sentence: str
    form: str
    place: Place


def rule_lines(session: Session, period: Period) -> list[RuleLine]:
    """What is open in a period: errors, then warnings that nobody wrote a note about."""
    store, catalogue = session.store, session.catalogue
    figures = queries.load_figures(store, years=range(period.year - 1, period.year + 2))
    book = session.knowledge.rules.with_breaks(queries.station_on(store, period.last_day).series_breaks)
    everything = DataSet(code="", group="", frequency=period.type, title_vi="", elements=tuple(catalogue.data_elements))
    failing = [each for each in form_results(book, figures, everything, period) if each.passed is False]
    results = distinct(catalogue.data_elements, failing)
    notes = queries.rule_notes(store, sorted({each.period for each in results}))
    opened = [each for each in annotate(results, notes) if each.is_open]
    ordered = sorted(opened, key=lambda each: each.result.rule.severity != "error")
    said = RuleWords(session.messages, catalogue)
    return [_line(catalogue, said, each, period) for each in ordered]


def _line(catalogue: Catalogue, said: RuleWords, noted: Noted, shown: Period) -> RuleLine:
    result = noted.result
    spoken = said.failed(result)
    if result.period != shown.code:
        spoken = spoken.within(f"{words.period_name(parse_period(result.period))}: ")
    cell = cell_id(cells_of(catalogue.data_elements, result).left[0])
    element = catalogue.data_elements[cell.data_element]
    form = catalogue.data_sets.get(f"{element.group}.{element.frequency.value}")
    place = Place("data_entry", cell=cell)
    return RuleLine(result.rule.severity, spoken.plain, form.title_vi if form is not None else "", place)
