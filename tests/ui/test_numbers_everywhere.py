"""One parser for every field: the same text is the same figure typed, pasted, or written into a dialog, everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.definitions import ValueType
from data.model import Attribution, CellState, DataValue
from data.numbers import Ambiguous, Draft, Figure, NotApplicable, NotReported, Parsed, parse_figure
from data.periods import parse_period
from tests.number_cases import CASES, DRAFT, NOT_APPLICABLE, NOT_REPORTED
from tests.ui.conftest import NOW
from tests.ui.tools import shown_screen
from ui.decision_dialog import DecisionDialog
from ui.models.entry_model import FIRST_PART
from ui.models.paste_plan import PasteTarget, plan_paste
from ui.models.target_model import TargetRow
from ui.screens.data_entry import DataEntryScreen
from ui.session import Session

PLAN = "lao-cai-2024"
FINANCE = "finance.year"
IDS = [repr(text) for text, _whole, _decimal in CASES]


@pytest.fixture(params=["vi_VN", "en_US", "de_DE"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    """Another language of the computer."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def spoken(parsed: Parsed) -> str:
    """A reading in the words of the table."""
    if isinstance(parsed, Figure):
        return parsed.value
    if isinstance(parsed, Ambiguous):
        return " | ".join(parsed.readings) if len(parsed.readings) > 1 else f"{parsed.readings[0]} |"
    words = {NotReported: NOT_REPORTED, NotApplicable: NOT_APPLICABLE, Draft: DRAFT}
    return words[type(parsed)]


def held(value: DataValue) -> str:
    """What a cell holds, in the words of the table; a text that is asked about is a draft until it is answered."""
    words = {CellState.NOT_REPORTED: NOT_REPORTED, CellState.NOT_APPLICABLE: NOT_APPLICABLE, CellState.DRAFT: DRAFT}
    return words.get(value.state, value.value)


def as_held(reading: str) -> str:
    """What a cell holds after a text with this reading was typed."""
    return DRAFT if "|" in reading else reading


@pytest.mark.parametrize(("text", "whole", "decimal"), CASES, ids=IDS)
def test_the_table(text: str, whole: str, decimal: str) -> None:
    assert spoken(parse_figure(text, ValueType.INTEGER)) == whole
    assert spoken(parse_figure(text, ValueType.DECIMAL)) == decimal


def cells_of(screen: DataEntryScreen) -> list[tuple[int, ValueType]]:
    """A line of whole numbers and a line of decimals."""
    rows = screen.entry_model.form.rows if screen.entry_model.form is not None else ()
    kinds = [(place, row.element.value_type) for place, row in enumerate(rows)]
    wanted = (ValueType.INTEGER, ValueType.DECIMAL)
    return [next((each for each in kinds if each[1] is kind), (-1, kind)) for kind in wanted]


def pasted(screen: DataEntryScreen, row: int, text: str) -> str:
    """What a cell that holds 7 holds after a block with this text; blanks leave it, no figure is refused."""
    form, value_of = screen.entry_model.form, screen.entry_model.value
    assert form is not None
    plan = plan_paste(PasteTarget(form, row, 0, value_of), [[text]])
    if plan.values:
        return held(plan.values[0])
    return DRAFT if plan.refused or plan.asked else "7"


def form_with_both(session: Session) -> str:
    """A form that has whole numbers and decimals."""
    elements = session.catalogue.data_elements
    for code, data_set in session.catalogue.data_sets.items():
        kinds = {elements[each].value_type for each in data_set.elements}
        if {ValueType.INTEGER, ValueType.DECIMAL} <= kinds:
            return code
    raise AssertionError


def test_typed_and_pasted_into_the_grid(qtbot: QtBot, session: Session, locale: str) -> None:
    form = form_with_both(session)
    session.set_period(parse_period("2024" if form.endswith("year") else "2024Q3"))
    screen = shown_screen(qtbot, session, form)
    model = screen.entry_model
    for place, kind in cells_of(screen):
        index = model.index(place, FIRST_PART)
        cell = model.cell(index)
        assert cell is not None
        for text, whole, decimal in CASES:
            reading = whole if kind is ValueType.INTEGER else decimal
            model.setData(index, "7")
            model.setData(index, text)
            assert held(model.value(cell)) == as_held(reading), (text, locale)
            model.setData(index, "7")
            wanted = as_held(reading) if text.strip() else "7"
            assert pasted(screen, place, text) == wanted, (text, locale)
    qtbot.waitUntil(lambda: session.writer.is_empty, timeout=60_000)


def test_written_into_a_decision(qtbot: QtBot, session: Session, locale: str) -> None:
    commands.bind_plans(session.store, [PLAN], Attribution(user="Lan", now=NOW))
    results = queries.plan_results(session.store, session.catalogue, PLAN, session.period)
    asked = next(each for each in results if each.target.compare_as == "ask")
    for text, _whole, decimal in CASES:
        dialog = DecisionDialog(session, TargetRow(asked, "", "", "", "", "", "", "", ""), session.period)
        qtbot.addWidget(dialog)
        dialog.choice.setCurrentIndex(0)
        dialog.note.setPlainText("Theo kế hoạch")
        dialog.low.setText(text)
        dialog._accept_decision()
        if "|" in decimal:
            assert dialog.decision is None, (text, locale)
            assert "nhiều cách" in dialog.line.text
            dialog.line.answers[1].click()
            decimal = decimal.split(" | ")[1]
        is_figure = decimal not in (DRAFT, NOT_REPORTED, NOT_APPLICABLE)
        assert (dialog.decision.value if dialog.decision else None) == (decimal if is_figure else None), (text, locale)
    QApplication.processEvents()
