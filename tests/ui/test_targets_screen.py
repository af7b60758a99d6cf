"""Chỉ tiêu: the table, Giải trình, decisions, the gap that changes while figures come in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.model import Attribution, Category, CellState, DataValue, Verdict
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import press
from ui import theme
from ui.decision_dialog import DecisionDialog
from ui.models.entry_rows import CellId
from ui.models.target_model import GAP, NAME, RESULT, VERDICT
from ui.screens.due_targets import target_lines
from ui.screens.indicators import NAME_LETTERS, IndicatorsScreen
from ui.screens.screen import Place
from ui.session import Session

BY = Attribution(user="Lan", now=NOW)
INSURANCE = "lao-cai-2024/health_insurance_coverage-2024"


def save(session: Session, **figures: str) -> None:
    """Type quarterly figures of the third quarter."""
    values = [
        DataValue(data_element=code, period="2024Q3", category=Category.DEFAULT, state=CellState.FIGURE, value=text)
        for code, text in figures.items()
    ]
    commands.save_data_values(session.store, values, BY)


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> IndicatorsScreen:
    """The plan of 2024 against a quarter with a population and its insured persons."""
    commands.bind_plans(session.store, ["lao-cai-2024"], BY)
    save(session, population_end="4127", insured_persons="4043")
    session.set_period(parse_period("2024Q3"))
    screen = IndicatorsScreen(session)
    qtbot.addWidget(screen)
    screen.resize(1200, 700)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 43, timeout=10_000)
    return screen


def text_of(screen: IndicatorsScreen, target: str, column: int) -> str:
    """One cell of the table."""
    return str(screen.model.index(screen.model.row_of(target), column).data())


def test_a_target_shows_result_verdict_and_gap(screen: IndicatorsScreen) -> None:
    assert text_of(screen, INSURANCE, RESULT).startswith("97,96%")
    assert text_of(screen, INSURANCE, VERDICT).startswith("Chưa đạt")
    assert text_of(screen, INSURANCE, GAP) == "còn thiếu 2 người"


def test_the_verdict_has_an_icon_beside_its_word(screen: IndicatorsScreen) -> None:
    index = screen.model.index(screen.model.row_of(INSURANCE), VERDICT)
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_any_number_opens_the_tree_down_to_who_typed(qtbot: QtBot, screen: IndicatorsScreen) -> None:
    screen.go(Place("indicators", plan="lao-cai-2024", target=INSURANCE))
    tree = screen.explanation.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 1, timeout=5000)
    first = tree.topLevelItem(0)
    numerator = first.child(0) if first is not None else None
    cell = numerator.child(0) if numerator is not None else None
    assert cell is not None
    assert (cell.text(2), cell.text(3)) == ("4.043", "Lan, 03/10/2024 14:05")
    assert "trên 98%" in screen.explanation.note.text()
    with qtbot.waitSignal(screen.left_for) as left:
        tree.itemActivated.emit(cell, 0)
    assert left.args[0].cell == CellId("insured_persons", "2024Q3", Category.DEFAULT)


def test_a_new_figure_changes_the_result(qtbot: QtBot, screen: IndicatorsScreen) -> None:
    session = screen.session
    value = DataValue(
        data_element="insured_persons", period="2024Q3", category=Category.DEFAULT, state=CellState.FIGURE, value="4045"
    )
    session.write(lambda: commands.save_data_values(session.store, [value], BY))
    qtbot.waitUntil(lambda: text_of(screen, INSURANCE, VERDICT).startswith("Đạt"), timeout=5000)


def test_a_decision_needs_a_name_and_a_note(qtbot: QtBot, screen: IndicatorsScreen) -> None:
    row = next(row for row in screen.model.rows if row.result.target.compare_as == "manual")
    dialog = DecisionDialog(screen.session, row, screen.session.period)
    qtbot.addWidget(dialog)
    dialog.choice.setCurrentIndex(0)
    dialog._accept_decision()
    assert "căn cứ" in dialog.line.text
    dialog.note.setPlainText("Theo biên bản ngày 01/10")
    dialog._accept_decision()
    decision = dialog.decision
    assert decision is not None
    assert (decision.verdict, decision.decided_by) == (Verdict.MET, "Lan")
    commands.save_decision(screen.session.store, decision, BY)
    assert queries.decisions(screen.session.store)[0].period == "2024Q3"


@pytest.mark.parametrize("kind", ["manual", "ask"])
def test_nothing_is_decided_before_a_person_chooses(qtbot: QtBot, screen: IndicatorsScreen, kind: str) -> None:
    row = next(row for row in screen.model.rows if row.result.target.compare_as == kind)
    dialog = DecisionDialog(screen.session, row, screen.session.period)
    qtbot.addWidget(dialog)
    assert dialog.choice.currentText() == ""
    dialog.note.setPlainText("Theo biên bản")
    dialog._accept_decision()
    assert dialog.decision is None
    assert "Xin chọn" in dialog.line.text


def test_how_to_compare_is_decided_once_for_all_periods(qtbot: QtBot, screen: IndicatorsScreen) -> None:
    row = next(row for row in screen.model.rows if row.result.target.compare_as == "ask")
    dialog = DecisionDialog(screen.session, row, screen.session.period)
    qtbot.addWidget(dialog)
    dialog.note.setPlainText("Kế hoạch ghi mức giảm")
    dialog.choice.setCurrentIndex(dialog.choice.findData("between"))
    dialog.low.setText("9,5")
    dialog.high.setText("10,5")
    dialog._accept_decision()
    assert dialog.decision is not None
    decision = dialog.decision
    assert (decision.operator, decision.value, decision.high, decision.period) == ("between", "9.5", "10.5", "")


VISITS = "lao-cai-2024/outpatient_visits_per_capita-2024"


def explained_row(qtbot: QtBot, screen: IndicatorsScreen, target: str) -> None:
    """Open the explanation of a target and wait for its tree."""
    screen.go(Place("indicators", plan="lao-cai-2024", target=target))
    name = screen.model.rows[screen.model.row_of(target)].name
    qtbot.waitUntil(lambda: name in screen.explanation.title.text(), timeout=5000)


def test_a_figure_that_is_only_shown_asks_nobody(qtbot: QtBot, screen: IndicatorsScreen) -> None:
    explained_row(qtbot, screen, VISITS)
    assert text_of(screen, VISITS, VERDICT).startswith("Chờ người kết luận\n")
    assert "chỉ hiển thị, không kết luận" in text_of(screen, VISITS, VERDICT)
    assert "thiếu số liệu" in text_of(screen, VISITS, VERDICT)
    assert screen.explanation.decide.isHidden()
    assert "không ai phải kết luận" in screen.explanation.note.text()
    commands.bind_plans(screen.session.store, ["lao-cai-2024"], BY)
    assert VISITS not in {line.place.target for line in target_lines(screen.session, screen.session.period)}


def test_a_target_for_others_says_whom_it_binds(screen: IndicatorsScreen) -> None:
    urban = "lao-cai-2024/three_works_population_pct-2024"
    assert text_of(screen, urban, VERDICT).startswith("Không áp dụng\nchỉ cho phường, thị trấn")


def test_cumulative_is_not_said_of_a_result_that_is_not_there(screen: IndicatorsScreen) -> None:
    empty = [row for row in screen.model.rows if row.value in ("…", "–")]
    assert empty
    assert not any("lũy kế" in row.remark for row in empty)


def test_the_explanation_is_in_vietnamese_alone(qtbot: QtBot, screen: IndicatorsScreen) -> None:
    for target in (VISITS, INSURANCE, screen.model.rows[0].result.target.id):
        explained_row(qtbot, screen, target)
        said = screen.explanation.note.text()
        assert not any(word in said for word in ("own reading", "elements or", "wording", "ge(", "eq("))


def test_sums_carry_the_span_that_was_added_up(qtbot: QtBot, screen: IndicatorsScreen) -> None:
    explained_row(qtbot, screen, VISITS)
    tree = screen.explanation.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 1, timeout=5000)
    top = tree.topLevelItem(0)
    assert top is not None
    assert top.text(1) == "T1–T9/24"


def test_the_explained_row_stands_above_the_explanation(qtbot: QtBot, screen: IndicatorsScreen) -> None:
    last = screen.model.rows[-1].result.target.id
    explained_row(qtbot, screen, last)
    screen._sight.start()
    index = screen.model.index(screen.model.rowCount() - 1, RESULT)
    qtbot.waitUntil(lambda: screen.table.viewport().rect().contains(screen.table.visualRect(index)), timeout=5000)


def test_a_yardstick_leads_to_the_target_it_stands_for(qtbot: QtBot, screen: IndicatorsScreen) -> None:
    screen.go(Place("indicators", indicator="outpatient_visits_per_capita_station"))
    assert screen.model.rows[screen.table.currentIndex().row()].result.target.id == VISITS


def test_enter_presses_the_buttons_of_the_explanation(qtbot: QtBot, screen: IndicatorsScreen) -> None:
    explained_row(qtbot, screen, INSURANCE)
    close = next(button for button in screen.explanation.findChildren(QPushButton) if "Esc" in button.text())
    press(Qt.Key.Key_Return, to=close)
    assert screen.explanation.isHidden()


@pytest.mark.parametrize("points", [10, 13])
def test_the_name_of_a_target_keeps_its_room(screen: IndicatorsScreen, points: int, qapp: QApplication) -> None:
    before = qapp.font()
    try:
        theme.set_font(QFont(before.family(), points))
        for width in (1000, 1240):
            screen.resize(width, 700)
            qapp.processEvents()
            room = NAME_LETTERS * screen.fontMetrics().averageCharWidth()
            assert screen.table.columnWidth(NAME) >= min(room, 0.2 * width)
            head = screen.table.horizontalHeader()
            shown = [column for column in range(8) if column != NAME and not head.isSectionHidden(column)]
            title = [str(screen.model.headerData(column, Qt.Orientation.Horizontal)) for column in shown]
            wide = [screen.fontMetrics().horizontalAdvance(text) for text in title]
            assert all(head.sectionSize(column) > each for column, each in zip(shown, wide, strict=True))
    finally:
        theme.set_font(before)
