"""What the tests of the pages around the self-assessment share: the made-up table, a page shown, waiting for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from data import assessment_commands
from data.assessment.definitions import CriteriaSet
from data.assessment.records import Assessment
from data.assessment.writer import stored
from data.exchange.criteria_files import read_criteria_file
from data.model import Attribution
from tests.ui.conftest import NOW
from ui.screens.criteria_page import SubPage
from ui.session import Session

TABLE = Path(__file__).parents[1] / "golden" / "criteria" / "bang-thu-47.yaml"
CODE = "BANG-THU-47"
SHIPPED = "1300-QD-BYT"
BY = Attribution(user="Lan", now=NOW)


def made_up_table(session: Session) -> CriteriaSet:
    """BẢNG THỬ, kept in the station file."""
    found = read_criteria_file(TABLE, session.catalogue).criteria_set
    assessment_commands.save_definition(session.store, stored(found, TABLE.name), BY)
    return found


def begun(session: Session, year: int, criteria_set: CriteriaSet) -> Assessment:
    """The assessment of a year by a set, begun."""
    made = Assessment(year=year, criteria_set=criteria_set.id, version=criteria_set.version)
    assessment_commands.start_assessment(session.store, made, BY)
    return made


def shown(qtbot: QtBot, page: QWidget) -> None:
    """Put a page on screen; its keys work."""
    qtbot.addWidget(page)
    page.resize(1180, 680)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def quiet(qtbot: QtBot, page: SubPage) -> None:
    """Wait until everything that was asked or written has arrived."""
    tasks = page.session.tasks
    qtbot.waitUntil(lambda: page.session.writer.is_empty and not tasks._jobs, timeout=10_000)
