"""A score table on the screen to test with: the shipped set, or the made-up full table ("BẢNG THỬ")."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import assessment_commands, assessment_queries, commands
from data.assessment.records import SELF_LAYER, Assessment, StoredSet
from data.assessment.writer import canonical, version_of
from data.exchange.criteria_files import read_criteria_file
from data.model import Attribution, Category, CellState, DataValue
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle, type_text
from ui.models.assessment_model import ANSWER, POINTS
from ui.screens.assessment import AssessmentScreen
from ui.session import Session

BY = Attribution(user="Lan", now=NOW)
TABLE_FOLDER = Path(__file__).parent.parent / "golden" / "criteria"
VECTORS = TABLE_FOLDER / "vectors.yaml"
SHIPPED, MADE_UP = "1300-QD-BYT", "BANG-THU-47"
TABLE = TABLE_FOLDER / "bang-thu-47.yaml"
ENTER = Qt.Key.Key_Return


def import_table(session: Session, path: Path = TABLE) -> str:
    """Keep a made-up table in the station file; its id."""
    read = read_criteria_file(path, session.catalogue)
    content, code = canonical(read.tree), read.criteria_set.id
    kept = StoredSet(code=code, version=version_of(content), content=content, source_name=path.name)
    assessment_commands.save_definition(session.store, kept, BY)
    return code


def begin(session: Session, code: str, year: int = 2024) -> Assessment:
    """Begin the assessment of a year."""
    head = Assessment(year, code, assessment_queries.criteria_set(session.store, code).version)
    assessment_commands.start_assessment(session.store, head, BY)
    return head


def figure(code: str, period: str, value: str) -> DataValue:
    """A typed figure of the station."""
    return DataValue(data_element=code, period=period, category=Category.DEFAULT, state=CellState.FIGURE, value=value)


def type_figures(session: Session, *values: DataValue) -> None:
    """Keep figures of the station."""
    commands.save_data_values(session.store, values, BY)


def shown(qtbot: QtBot, session: Session, code: str = "") -> AssessmentScreen:
    """The page of 2024 in a window of its own; with a set, its assessment is begun."""
    session.set_period(parse_period("2024Q3"))
    if code == MADE_UP and not assessment_queries.stored_sets(session.store, code=code):
        import_table(session)
    if code:
        begin(session, code)
    screen = AssessmentScreen(session)
    screen.restore_state({"plan": code})
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.activate()
    qtbot.waitUntil(lambda: screen.sheet is not None, timeout=10_000)
    if code:
        qtbot.waitUntil(lambda: bool(screen.model.rows), timeout=10_000)
        screen.take_focus()
        qtbot.waitUntil(screen.table.hasFocus, timeout=5000)
    return screen


def go_to(screen: AssessmentScreen, code: str) -> None:
    """Put the cursor on an item."""
    screen.table.go_to(screen.model.row_of(code))


def answer(screen: AssessmentScreen, *texts: str) -> None:
    """Type answers one below the other."""
    for text in texts:
        type_text(text)
        press(ENTER)


def wait(qtbot: QtBot, screen: AssessmentScreen) -> None:
    """Until everything typed is on disk and scored."""
    settle(qtbot, screen.session)
    qtbot.waitUntil(lambda: not screen.is_asking, timeout=10_000)


def stored(session: Session, code: str, layer: str = SELF_LAYER) -> dict[str, tuple[str, str]]:
    """Item -> answer and reason as they stand in the file."""
    found = assessment_queries.assessed(session.store, 2024, code)
    return {each.item: (each.answer, each.reason) for each in found.answers if each.layer == layer}


def cell(screen: AssessmentScreen, code: str, column: int = POINTS) -> str:
    """What stands in a column of an item."""
    return str(screen.model.index(screen.model.row_of(code), column).data())


def answer_cell(screen: AssessmentScreen, code: str) -> str:
    """What stands as answer of an item."""
    return cell(screen, code, ANSWER)
