"""The due list names open contradictions of the period, and leads to their cells."""

from pytestqt.qtbot import QtBot

from data import commands, queries
from data.contradictions import note_of
from data.model import Attribution, Category, CellState, DataValue
from data.periods import parse_period
from tests.ui.conftest import NOW
from ui.models.agenda_model import AgendaLine
from ui.models.entry_rows import CellId
from ui.screens.due_list import DueListScreen
from ui.screens.due_rules import rule_lines
from ui.screens.screen import Place
from ui.session import Session

BY = Attribution("Lan", NOW)
FIGURES = {"population_start": "150", "population_end": "141", "population_male_end": "148"}


def contradicted(session: Session) -> None:
    values = [
        DataValue(element, "2024Q3", Category.DEFAULT, CellState.FIGURE, value) for element, value in FIGURES.items()
    ]
    before = DataValue("population_end", "2024Q2", Category.DEFAULT, CellState.FIGURE, "141")
    commands.save_data_values(session.store, [*values, before], BY)


def lines(screen: DueListScreen) -> list[AgendaLine]:
    return [line for line in screen.model.lines if line.sign in ("error", "warning")]


def test_errors_come_first_and_lead_to_their_cells(qtbot: QtBot, session: Session) -> None:
    contradicted(session)
    screen = DueListScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: len(lines(screen)) == 2, timeout=5000)
    error, warning = lines(screen)
    assert error.title == "Dân số nam cuối kỳ (148) không thể nhiều hơn dân số cuối kỳ (141): hơn 7"
    assert error.place == Place("data_entry", cell=CellId("population_male_end", "2024Q3", Category.DEFAULT))
    assert (error.detail, error.side) == ("Dân số (quý)", "lỗi")
    assert warning.side == "cần ghi chú"
    head = next(line for line in screen.model.lines if line.title == "Mâu thuẫn của Quý III/2024")
    assert head.side == "1 lỗi, 1 cảnh báo chưa có ghi chú"


def test_a_noted_warning_is_not_due(session: Session) -> None:
    contradicted(session)
    period = parse_period("2024Q3")
    warned = [each for each in rule_lines(session, period) if each.severity == "warning"]
    assert len(warned) == 1
    figures = queries.load_figures(session.store)
    (result,) = [
        each
        for each in session.knowledge.rules.check(figures, period)
        if each.passed is False and each.rule.severity == "warning"
    ]
    commands.save_rule_note(session.store, note_of(result, "dân mới về"), BY)
    assert [each.severity for each in rule_lines(session, period)] == ["error"]


def test_a_new_file_has_none(session: Session) -> None:
    assert rule_lines(session, parse_period("2024Q3")) == []


def test_a_full_form_is_not_completed_before_somebody_says_so(qtbot: QtBot, session: Session) -> None:
    elements = session.catalogue.data_sets["population.quarter"].elements
    full = [DataValue(code, "2024Q3", Category.DEFAULT, CellState.NOT_APPLICABLE) for code in elements]
    commands.save_data_values(session.store, full, Attribution("Lan", NOW))
    screen = DueListScreen(session)
    qtbot.addWidget(screen)
    by_title = {line.title: line for line in screen.model.lines}
    assert by_title["Dân số (quý)"].side == "đủ, chưa hoàn thành"
    assert any(line.side.startswith("chưa đủ ") for line in screen.model.lines)
    assert any(line.side.startswith("đã hoàn thành 0/") for line in screen.model.lines)


def test_contradictions_are_counted_beside_their_form(qtbot: QtBot, session: Session) -> None:
    contradicted(session)
    screen = DueListScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: any(line.detail == "2 mâu thuẫn" for line in screen.model.lines), timeout=5000)


def test_an_answer_from_before_the_change_is_not_shown_when_the_list_comes_back(qtbot: QtBot, session: Session) -> None:
    screen = DueListScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    other = DataValue("population_end", "2024Q2", Category.DEFAULT, CellState.FIGURE, "141")
    commands.save_data_values(session.store, [other], BY)
    screen._work_out()
    screen.hide()
    contradicted(session)
    screen._refresh()
    done: list[bool] = []
    session.tasks.run(lambda _task: True, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=5000)  # by now the old answer is here, too
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: len(lines(screen)) == 2, timeout=5000)
