"""Opening a year: proposals are shown, and written only when a person ticks them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.model import Category, CellState, DataValue
from data.settings import OPENED_YEAR, SINCE_EVER, list_text
from tests.ui.tools import settle
from ui.findings import collect
from ui.screens.due_list import DueListScreen
from ui.screens.screen import Place
from ui.screens.settings import SettingsScreen
from ui.session import Session

JANUARY = datetime(2025, 1, 6, 2, 0, tzinfo=UTC)


@pytest.fixture
def january(session: Session) -> Session:
    """A station that typed its staff at the end of 2024, on 6 January 2025."""
    session.clock = lambda: JANUARY
    values = [
        DataValue("staff_total", "2024Q4", Category.DEFAULT, CellState.FIGURE, "8"),
        DataValue("staff_doctors", "2024Q4", Category.DEFAULT, CellState.FIGURE, "1"),
    ]
    commands.save_data_values(session.store, values, session.by())
    commands.save_setting(session.store, "receivers", SINCE_EVER, list_text(["Sở Y tế"]), session.by())
    return session


@pytest.fixture
def screen(qtbot: QtBot, january: Session) -> SettingsScreen:
    """The settings, on the page of the new year."""
    screen = SettingsScreen(january)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    screen.go(Place("settings", form="year"))
    qtbot.waitUntil(lambda: screen.year.table.topLevelItemCount() == 2, timeout=5000)
    return screen


def test_the_start_page_offers_the_year_until_it_is_open(qtbot: QtBot, january: Session) -> None:
    start = DueListScreen(january)
    qtbot.addWidget(start)
    assert any(line.place == Place("settings", form="year") for line in start.model.lines)
    commands.save_setting(january.store, OPENED_YEAR, date(2025, 1, 1), "true", january.by())
    start._fill()
    assert not any(line.place == Place("settings", form="year") for line in start.model.lines)


def test_nothing_is_ticked_and_nothing_written_by_itself(january: Session, screen: SettingsScreen) -> None:
    assert [item.checkState(0) for item in screen.year.items()] == [Qt.CheckState.Unchecked] * 2
    assert [value.period for value in queries.data_values(january.store)] == ["2024Q4", "2024Q4"]


def test_what_is_ticked_is_written_with_where_it_comes_from(
    qtbot: QtBot, january: Session, screen: SettingsScreen
) -> None:
    page = screen.year
    page.items()[0].setCheckState(0, Qt.CheckState.Checked)
    page.open.click()
    settle(qtbot, january)
    (carried,) = queries.data_values(january.store, ["2025Q1"])
    assert (carried.value, carried.comment) in (
        ("8", "mang sang từ Quý IV/2024"),
        ("1", "mang sang từ Quý IV/2024"),
    )
    qtbot.waitUntil(lambda: page.table.topLevelItemCount() == 1, timeout=5000)
    assert "2025" in screen.line.text


def test_plans_of_the_year_bind_and_receivers_hold_on(qtbot: QtBot, january: Session, screen: SettingsScreen) -> None:
    page = screen.year
    assert not any(box.isChecked() for box in page.plan_boxes.values())
    page.plan_boxes["can-tho-2025-2030"].click()
    page.all.click()
    page.open.click()
    settle(qtbot, january)
    assert queries.bound_plans(january.store) == ("can-tho-2025-2030",)
    assert [each.valid_from for each in queries.settings_history(january.store, "receivers")][-1] == date(2025, 1, 1)
    assert len(queries.data_values(january.store, ["2025Q1"])) == 2
    assert "đã mở" in page.said.text()


def test_an_empty_end_of_the_year_says_what_is_missing_and_leads_there(qtbot: QtBot, session: Session) -> None:
    session.clock = lambda: JANUARY
    places: list[Place] = []
    screen = SettingsScreen(session)
    qtbot.addWidget(screen)
    screen.left_for.connect(places.append)
    screen.resize(1000, 700)
    screen.show()
    screen.activate()
    screen.go(Place("settings", form="year"))
    page = screen.year
    qtbot.waitUntil(page.lead.isVisible, timeout=5000)
    assert "Quý IV/2024" in page.missing.text()
    assert not page.open.isEnabled()
    assert "0" not in page.open.text().replace("2025", "")
    page.lead.click()
    (place,) = places
    assert (place.screen, place.period) == ("data_entry", page._ends[0].code)


def test_the_headings_of_the_stocks_are_seen_whole(screen: SettingsScreen) -> None:
    table = screen.year.table
    for column in range(1, 4):
        assert table.columnWidth(column) >= table.header().sectionSizeHint(column)


def test_search_finds_the_new_year(january: Session) -> None:
    places: list[Place] = []
    for finding in collect(january.catalogue, places.append):
        if finding.text == "Mở năm mới…":
            finding.open()
    assert places == [Place("settings", form="year")]


def test_one_undo_takes_all_figures_back(qtbot: QtBot, january: Session, screen: SettingsScreen) -> None:
    screen.year.all.click()
    screen.year.open.click()
    settle(qtbot, january)
    commands.undo(january.store, january.by())
    assert queries.data_values(january.store, ["2025Q1"]) == []
