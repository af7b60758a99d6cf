"""Cài đặt and Công việc: what is chosen is on disk, dated, and shown with who set it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.model import Attribution, ObligationProgress
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import settle
from ui.models.work_model import STATE
from ui.screens.plan_work import PlanWorkScreen
from ui.screens.settings import SettingsScreen
from ui.session import Session

BY = Attribution(user="Lan", now=NOW)


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> SettingsScreen:
    """The settings of a new file."""
    screen = SettingsScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    return screen


def test_ticking_a_plan_binds_it(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.plan_boxes["can-tho-2025-2030"].click()
    settle(qtbot, screen.session)
    assert queries.bound_plans(screen.session.store) == ("can-tho-2025-2030",)


def test_a_detail_holds_from_its_day_on(qtbot: QtBot, screen: SettingsScreen) -> None:
    for day, body in ((date(2020, 1, 1), "Trung tâm Y tế thành phố"), (date(2024, 7, 1), "Sở Y tế")):
        screen.profile.day.setDate(QDate(day.year, day.month, day.day))
        screen.profile.fields["parent_body"].setText(body)  # type: ignore[union-attr]
        screen.profile.save.click()
        settle(qtbot, screen.session)
    store = screen.session.store
    assert queries.profile_on(store, date(2024, 6, 30)).parent_body == "Trung tâm Y tế thành phố"
    assert queries.profile_on(store, date(2024, 7, 1)).parent_body == "Sở Y tế"
    assert screen.history.rowCount() >= 2


def test_lists_are_typed_a_line_each(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.profile.fields["receivers"].setPlainText("Trung tâm Y tế\n\n UBND xã ")  # type: ignore[union-attr]
    screen.profile.save.click()
    settle(qtbot, screen.session)
    assert queries.profile_on(screen.session.store, date(2024, 10, 3)).receivers == ("Trung tâm Y tế", "UBND xã")


def test_a_place_without_its_kind_is_refused_in_a_line(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.profile.fields["place"].setText("Tả Phời")  # type: ignore[union-attr]
    screen.profile.save.click()
    settle(qtbot, screen.session)
    assert "Tả Phời" in screen.line.text


def test_forms_and_their_cut_are_kept(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.forms.boxes["finance.year"].click()
    screen.forms.cuts["vital_events.month"].setCurrentIndex(1)
    screen.forms.cuts["vital_events.month"].activated.emit(1)
    settle(qtbot, screen.session)
    store = screen.session.store
    assert queries.forms_not_kept(store, date(2024, 10, 3)) == ("finance.year",)
    assert [each.value for each in queries.settings_history(store, "cut.vital_events.month")] == ["fifteenth"]


def test_language_and_text_size_are_asked_of_the_window(qtbot: QtBot, screen: SettingsScreen) -> None:
    with qtbot.waitSignal(screen.language_chosen) as asked:
        screen.language.activated.emit(1)
    assert asked.args == ["en"]


def test_typing_a_number_records_a_state(qtbot: QtBot, session: Session) -> None:
    commands.bind_plans(session.store, ["lao-cai-2024"], BY)
    session.set_period(parse_period("2024Q3"))
    screen = PlanWorkScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    screen.model.setData(screen.model.index(0, STATE), ObligationProgress.DONE)
    settle(qtbot, session)
    (state,) = queries.obligation_states(session.store, "lao-cai-2024")
    assert (state.period, state.state) == ("2024Q3", ObligationProgress.DONE)
    assert screen.model.index(0, STATE).data() == "Đã làm"


def test_without_a_plan_the_list_says_where_to_choose_one(qtbot: QtBot, session: Session) -> None:
    screen = PlanWorkScreen(session)
    qtbot.addWidget(screen)
    screen.activate()
    assert "Cài đặt" in screen.line.text
