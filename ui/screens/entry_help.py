"""F1 on a cell: what the figure means, its unit, how periods add up, where it comes from, its rules, and the keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data import queries
from data.definitions import DataElement, OverTime, ValueType
from data.model import Category, RuleResult
from data.settings import register_key
from ui import words
from ui.help_page import help_section, show_page
from ui.rule_words import RuleWords

if TYPE_CHECKING:
    from ui.models.entry_rows import CellId
    from ui.screens.screen import Screen
    from ui.session import Session
    from ui.widgets.entry_grid import EntryGrid

MOST_INDICATORS = 8
translate = QCoreApplication.translate


def show_cell_help(screen: Screen, grid: EntryGrid) -> bool:
    """Help for the cell that has the keys, until it is closed; False when the keys are elsewhere."""
    cell = grid.current_cell()
    if cell is None or not (grid.hasFocus() or grid.isAncestorOf(grid.focusWidget())):
        return False
    element = screen.session.catalogue.data_elements[cell.data_element]
    grid.settle()
    show_page(screen, words.name_of(element), cell_help(screen.session, cell))
    return True


def cell_help(session: Session, cell: CellId) -> str:
    """The page for a cell, as Markdown."""
    element = session.catalogue.data_elements[cell.data_element]
    parts = [f"# {words.name_of(element)}"]
    if cell.category is not Category.DEFAULT:
        parts.append(f"*{words.category(cell.category)}*")
    facts = "\n".join(f"- **{head}:** {text}" for head, text in _facts(session, element))
    keys = translate("EntryHelp", "The keys")
    parts += [facts, *_rules(session, element, cell), *_fed(session, element)]
    parts += [f"## {keys}", help_section(session.language, "entry")]
    return "\n\n".join(part for part in parts if part)


def _facts(session: Session, element: DataElement) -> Iterator[tuple[str, str]]:
    is_plain = element.value_type in (ValueType.INTEGER, ValueType.DECIMAL)
    if is_plain:
        kind = (
            translate("EntryHelp", "whole numbers only")
            if element.value_type is ValueType.INTEGER
            else translate("EntryHelp", "decimals are allowed, after a comma: 12,5")
        )
        yield translate("EntryHelp", "Unit"), f"{element.unit}; {kind}"
    else:
        codes = element.choices or ("true", "false")
        choices = "; ".join(f"{number} {words.choice(code)}" for number, code in enumerate(codes, start=1))
        yield translate("EntryHelp", "Choices, typed by number or first letters"), choices
    yield translate("EntryHelp", "Typed"), words.frequency(element.frequency)
    yield translate("EntryHelp", "Longer periods"), _over_time(element.over_time)
    history = queries.settings_history(session.store, register_key(element.code))
    if history and history[-1].value:
        yield translate("EntryHelp", "Comes from"), history[-1].value
    for key in element.source_keys:
        source = session.catalogue.sources.get(key)
        if source is not None:
            yield translate("EntryHelp", "Source of the definition"), source.title


def _over_time(over_time: OverTime) -> str:
    return {
        OverTime.SUM: translate("EntryHelp", "the figures of the periods are added up; every one is needed"),
        OverTime.AVERAGE: translate("EntryHelp", "the mean of the periods; every one is needed"),
        OverTime.FIRST: translate("EntryHelp", "the figure of the first period counts"),
        OverTime.LAST: translate("EntryHelp", "the figure of the last period counts; nothing is added up"),
    }[over_time]


def _rules(session: Session, element: DataElement, cell: CellId) -> Iterator[str]:
    """The rules in sentences, without figures."""
    if not element.rules:
        return
    said = RuleWords(session.messages, session.catalogue)
    sentences = [
        said.asked(RuleResult(element.code, rule, cell.period, Category.DEFAULT, None)).plain for rule in element.rules
    ]
    yield "## " + translate("EntryHelp", "What has to fit")
    yield "\n".join(f"- {sentence}" for sentence in dict.fromkeys(sentences))


def _fed(session: Session, element: DataElement) -> Iterator[str]:
    """The indicators that the figure goes into."""
    codes = session.knowledge.fed_by(element.code)
    if not codes:
        return
    names = [words.name_of(session.catalogue.indicators[code]) for code in codes[:MOST_INDICATORS]]
    more = len(codes) - len(names)
    lines = [f"- {name}" for name in names]
    if more > 0:
        lines.append("- " + translate("EntryHelp", "and {count} more").format(count=more))
    yield "## " + translate("EntryHelp", "Indicators that it goes into")
    yield "\n".join(lines)
