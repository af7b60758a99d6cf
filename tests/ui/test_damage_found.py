"""Damage is recognised whatever page it hit and whoever meets it first: opening, the first paint, a look at it all."""

from __future__ import annotations

import collections
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from data.catalogue import load_catalogue
from data.commands import Attribution, inspect, open_station, save_data_values
from data.errors import EnvironmentFault, SoTramError, UserError
from data.model import Category, CellState, DataValue
from data.periods import parse_period
from tests.conftest import LogFail
from tests.ui.conftest import NOW
from tests.ui.tools import type_text
from ui.backup_keeper import BackupKeeper
from ui.damage import RECOVERABLE, DamageWatch, damage_behind
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.data_entry import DataEntryScreen
from ui.session import Session

PAGE = 4096
EVERY = 5
VALUE = DataValue("population_end", "2024Q3", Category.DEFAULT, CellState.FIGURE, "4100")


@pytest.fixture
def filled(station_file: Path) -> bytes:
    """A file of a few hundred figures."""
    values = [
        DataValue(element.code, period.code, Category.DEFAULT, CellState.FIGURE, "12")
        for element in load_catalogue().data_elements.values()
        for period in parse_period("2024").parts(element.frequency) or ()
    ]
    with open_station(station_file, writing=True) as store:
        save_data_values(store, values, Attribution(user="Lan", now=NOW))
    return station_file.read_bytes()


def met(path: Path) -> tuple[str, SoTramError | None]:
    """Where the way into a window ends, and the fault that is led on from."""
    try:
        store = open_station(path, writing=True)
    except SoTramError as error:
        return "opening", error if error.code in RECOVERABLE else None
    session = Session(store, load_catalogue(), lambda: NOW, "Lan", "vi")
    try:
        MainWindow(session, Memory()).deleteLater()
    except Exception as error:  # noqa: BLE001 - as the program does
        return "painting", damage_behind(error, store)
    finally:
        fault = damage_behind(ValueError("what a query met"), store)
        session.close()
    return "looking", fault


def test_every_page_that_is_lost_leads_to_recovery(qtbot: QtBot, filled: bytes, station_file: Path) -> None:
    seen = collections.Counter[str]()
    for number in range(0, len(filled) // PAGE, EVERY):
        start = number * PAGE
        station_file.write_bytes(filled[:start] + bytes(PAGE) + filled[start + PAGE :])
        where, fault = met(station_file)
        seen[where] += 1
        assert fault is not None, f"page {number + 1}, met while {where}"
    assert len(seen) > 1, seen


@pytest.mark.parametrize(
    "error",
    [
        EnvironmentFault("file_damaged", file="khác.sotram"),
        EnvironmentFault("disk_full", file="tram.sotram"),
        UserError("period_complete"),
        ValueError("a fault of ours"),
    ],
)
def test_what_is_no_damage_of_this_file_is_told_apart(session: Session, error: Exception) -> None:
    assert damage_behind(error, session.store) is None


Recovered = list[tuple[Path, SoTramError, tuple[DataValue, ...]]]
Watched = Callable[[], tuple[MainWindow, DamageWatch]]


@pytest.fixture
def recovered() -> Recovered:
    """What recovery was asked for."""
    return []


@pytest.fixture
def watched(qtbot: QtBot, session: Session, recovered: Recovered) -> Watched:
    """A window that takes figures, with its watch."""

    def begin() -> tuple[MainWindow, DamageWatch]:
        window = MainWindow(session, Memory())
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window, DamageWatch(window, lambda *asked: recovered.append(asked))

    return begin


def harm(path: Path) -> None:
    """Every page but the first is noise."""
    with path.open("r+b") as content:
        content.seek(PAGE)
        content.write(b"\x5a" * (path.stat().st_size - PAGE))


def test_a_figure_that_is_being_typed_is_carried_over_as_a_draft(
    qtbot: QtBot, watched: Watched, session: Session, recovered: Recovered
) -> None:
    window, watch = watched()
    screen = window.show_screen("data_entry", keys=True)
    assert isinstance(screen, DataEntryScreen)
    screen.forms.setCurrentIndex(screen.form_model.index(screen.form_model.row_of("population.quarter")))
    screen.grid.go_to()
    qtbot.waitUntil(screen.grid.hasFocus)
    type_text("2")
    harm(session.path)
    with qtbot.captureExceptions():  # what the screen reads of the damaged file
        session.tasks.run(lambda _task: inspect(session.store), lambda _result: None, lambda _error: None)
        qtbot.waitUntil(lambda: bool(recovered), timeout=5000)
        assert watch.look(ValueError("once more"))
        session.close()
    ((path, fault, values),) = recovered
    assert (path, fault.code) == (session.path, "file_damaged")
    assert [(value.value, value.state) for value in values] == [("2", CellState.DRAFT)]


def test_a_write_that_meets_damage_leads_to_recovery(
    qtbot: QtBot, watched: Watched, session: Session, recovered: Recovered
) -> None:
    watched()
    harm(session.path)
    session.write(lambda: save_data_values(session.store, [VALUE], session.by()), failed=lambda _error: None)
    qtbot.waitUntil(lambda: bool(recovered), timeout=5000)


def test_a_backup_that_meets_damage_leads_to_recovery(
    qtbot: QtBot, watched: Watched, session: Session, recovered: Recovered, log_fail: LogFail
) -> None:
    log_fail.expect("a backup failed: file_damaged")
    window, _watch = watched()
    keeper = BackupKeeper(session, window)
    session.keeper = keeper
    harm(session.path)
    keeper.make("command")
    qtbot.waitUntil(lambda: bool(recovered), timeout=5000)
