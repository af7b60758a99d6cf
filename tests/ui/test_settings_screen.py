"""Cài đặt and Công việc: what is chosen is on disk, dated, and shown with who set it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.model import Attribution, ObligationProgress
from data.periods import parse_period
from data.settings import FORMS_NOT_KEPT, SINCE_EVER, list_text
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle, type_text
from ui.memory import Memory
from ui.models.work_model import STATE
from ui.screens.plan_work import PlanWorkScreen
from ui.screens.screen import Place
from ui.screens.settings import SettingsScreen
from ui.session import Session
from ui.widgets.date_field import DateField

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


def type_day(field: DateField, text: str) -> None:
    """Type over the whole field and press Enter."""
    field.setFocus()
    field.selectAll()
    type_text(text)
    press(Qt.Key.Key_Return, text="\r", to=field)


def edit(screen: SettingsScreen, key: str, text: str) -> None:
    """Type into a field of one line and leave it."""
    field = screen.profile.fields[key]
    assert isinstance(field, QLineEdit)
    field.setText(text)
    field.editingFinished.emit()


def test_a_day_is_taken_as_typed(screen: SettingsScreen) -> None:
    for text in ("01/01/2026", "01012026", "1/1/2026"):
        screen.profile.day.show_day(date(2026, 1, 22))
        type_day(screen.profile.day, text)
        assert screen.profile.day.day == date(2026, 1, 1)
        assert screen.profile.day.text() == "01/01/2026"


@pytest.mark.parametrize("text", ["31/02/2026", "2026", "hôm qua"])
def test_a_wrong_day_is_refused_and_stays_as_typed(screen: SettingsScreen, text: str) -> None:
    screen.profile.day.setText(text)
    screen.profile.day.editingFinished.emit()
    assert text in screen.line.text
    assert screen.profile.day.text() == text


def test_a_wrong_day_saves_nothing_until_it_is_mended(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.profile.day.setText("31/02/2026")
    edit(screen, "parent_body", "Sở Y tế")
    assert "31/02/2026" in screen.line.text
    type_day(screen.profile.day, "28/02/2024")
    settle(qtbot, screen.session)
    (setting,) = queries.settings_history(screen.session.store, "parent_body")
    assert (setting.valid_from, setting.value) == (date(2024, 2, 28), "Sở Y tế")


def test_a_detail_holds_from_its_day_on(qtbot: QtBot, screen: SettingsScreen) -> None:
    for day, body in (("01/01/2020", "Trung tâm Y tế thành phố"), ("01/07/2024", "Sở Y tế")):
        type_day(screen.profile.day, day)
        edit(screen, "parent_body", body)
        settle(qtbot, screen.session)
    store = screen.session.store
    assert queries.profile_on(store, date(2019, 12, 31)).parent_body == ""
    assert queries.profile_on(store, date(2024, 6, 30)).parent_body == "Trung tâm Y tế thành phố"
    assert queries.profile_on(store, date(2024, 7, 1)).parent_body == "Sở Y tế"
    assert "01/07/2024" in screen.line.text
    assert screen.history.rowCount() >= 2


def test_a_first_detail_without_a_day_holds_since_ever(qtbot: QtBot, screen: SettingsScreen) -> None:
    edit(screen, "signer_name", "Lan")
    edit(screen, "signer_name", "Trần Thị Lan")
    settle(qtbot, screen.session)
    (setting,) = queries.settings_history(screen.session.store, "signer_name")
    assert (setting.valid_from, setting.value) == (SINCE_EVER, "Trần Thị Lan")


def test_a_later_change_without_a_day_holds_from_today(qtbot: QtBot, screen: SettingsScreen) -> None:
    before = Attribution(user="Lan", now=NOW - timedelta(days=40))
    commands.save_setting(screen.session.store, "signer_name", date(2020, 1, 1), "Lan", before)
    edit(screen, "signer_name", "Mai")
    settle(qtbot, screen.session)
    store = screen.session.store
    assert queries.profile_on(store, date(2024, 10, 2)).signer_name == "Lan"
    assert queries.profile_on(store, date(2024, 10, 3)).signer_name == "Mai"


def test_nothing_typed_is_lost_when_the_page_is_left(qtbot: QtBot, screen: SettingsScreen) -> None:
    field = screen.profile.fields["receivers"]
    assert isinstance(field, QPlainTextEdit)
    screen.go(Place("settings", form="profile"))
    field.setFocus()
    field.setPlainText("Trung tâm Y tế\n\n UBND xã ")
    screen.hide()
    settle(qtbot, screen.session)
    screen.show()
    screen.activate()
    assert queries.profile_on(screen.session.store, date(2024, 10, 3)).receivers == ("Trung tâm Y tế", "UBND xã")
    assert "UBND xã" in field.toPlainText()


def test_closing_saves_the_field_that_was_not_left(qtbot: QtBot, screen: SettingsScreen) -> None:
    field = screen.profile.fields["parent_body"]
    assert isinstance(field, QLineEdit)
    field.setText("Sở Y tế")
    screen.finish()
    settle(qtbot, screen.session)
    assert queries.profile_on(screen.session.store, date(2024, 10, 3)).parent_body == "Sở Y tế"


def test_a_place_without_its_kind_is_refused_in_a_line_and_stays(qtbot: QtBot, screen: SettingsScreen) -> None:
    edit(screen, "place", "Tả Phời")
    settle(qtbot, screen.session)
    assert "Tả Phời" in screen.line.text
    screen.activate()
    field = screen.profile.fields["place"]
    assert isinstance(field, QLineEdit)
    assert field.text() == "Tả Phời"


def test_what_reports_still_lack_is_named(qtbot: QtBot, screen: SettingsScreen) -> None:
    assert "Họ tên người ký" in screen.profile.missing.text()
    edit(screen, "signer_name", "Trần Thị Lan")
    settle(qtbot, screen.session)
    assert "Họ tên người ký" not in screen.profile.missing.text()
    assert "Ký hiệu văn bản" in screen.profile.missing.text()


def test_what_was_said_goes_with_its_page(qtbot: QtBot, screen: SettingsScreen) -> None:
    edit(screen, "parent_body", "Sở Y tế")
    settle(qtbot, screen.session)
    assert screen.line.text
    screen.list.setCurrentRow(2)
    assert not screen.line.text


def test_forms_and_their_cut_hold_from_the_period_shown(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.forms.boxes["finance.year"].click()
    screen.forms.cuts["vital_events.month"].setCurrentIndex(1)
    screen.forms.cuts["vital_events.month"].activated.emit(1)
    settle(qtbot, screen.session)
    store = screen.session.store
    assert queries.forms_not_kept(store, date(2024, 6, 30)) == ()
    assert queries.forms_not_kept(store, date(2024, 7, 1)) == ("finance.year",)
    assert [each.value for each in queries.settings_history(store, "cut.vital_events.month")] == ["fifteenth"]


def test_a_form_not_kept_stays_so_in_later_lists(qtbot: QtBot, screen: SettingsScreen) -> None:
    store = screen.session.store
    commands.save_setting(store, FORMS_NOT_KEPT, date(2024, 9, 1), list_text(["population.quarter"]), BY)
    type_day(screen.forms_page.day, "01/01/2024")
    screen.forms.boxes["finance.year"].click()
    settle(qtbot, screen.session)
    assert queries.forms_not_kept(store, date(2024, 3, 1)) == ("finance.year",)
    assert set(queries.forms_not_kept(store, date(2024, 9, 1))) == {"population.quarter", "finance.year"}


def test_who_types_is_kept_and_stands_beside_what_is_typed(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.session.set_user("Trưởng trạm")
    screen.user.name.setText("Trần Thị Lan")
    screen.user.name.editingFinished.emit()
    settle(qtbot, screen.session)
    assert [account.name for account in queries.accounts(screen.session.store)] == ["Trần Thị Lan"]
    assert Memory().user_of(screen.session.file_id) == "Trần Thị Lan"
    assert screen.session.by().user == "Trần Thị Lan"


def test_each_step_leads_to_the_next(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.plan_boxes["can-tho-2025-2030"].click()
    settle(qtbot, screen.session)
    assert "Điền thông tin của trạm" in screen.next.text()
    with qtbot.waitSignal(screen.left_for) as asked:
        screen.next.click()
    assert asked.args == [Place("settings", form="profile")]


def test_a_step_on_its_own_page_says_what_is_missing_and_leads_on(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.plan_boxes["can-tho-2025-2030"].click()
    settle(qtbot, screen.session)
    screen.go(Place("settings", form="profile"))
    assert "Điền thông tin của trạm" not in screen.next.text()
    assert screen.missing.text()
    with qtbot.waitSignal(screen.left_for) as asked:
        screen.next.click()
    assert asked.args[0] != Place("settings", form="profile")
    screen.go(Place("settings", form="look"))
    assert (screen.missing.text(), "Điền thông tin của trạm" in screen.next.text()) == ("", True)


def test_arrows_in_the_language_box_choose_nothing(
    qtbot: QtBot, screen: SettingsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[bool] = []
    monkeypatch.setattr(screen.language, "showPopup", lambda: opened.append(True))
    with qtbot.assertNotEmitted(screen.language_chosen):
        press(Qt.Key.Key_Down, to=screen.language)
    assert opened == [True]
    assert screen.language.currentData() == "vi"


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
    assert screen.model.index(0, STATE).data() == "Đã thực hiện"


def test_without_a_plan_the_list_says_where_to_choose_one(qtbot: QtBot, session: Session) -> None:
    screen = PlanWorkScreen(session)
    qtbot.addWidget(screen)
    screen.activate()
    assert "Cài đặt" in screen.line.text


def test_the_day_of_a_merger_is_kept_and_taken_away(qtbot: QtBot, screen: SettingsScreen) -> None:
    breaks, store = screen.details.breaks, screen.session.store
    breaks.add.click()
    assert "01/07/2025" in screen.line.text
    type_day(breaks.day, "01/07/2025")
    settle(qtbot, screen.session)
    assert queries.station_on(store, date(2024, 1, 1)).series_breaks == (date(2025, 7, 1),)
    assert "Đã lưu" in screen.line.text
    assert "không kết luận" in screen.line.text
    breaks.add.click()
    assert "Đã lưu" in screen.line.text
    breaks.buttons[date(2025, 7, 1)].click()
    settle(qtbot, screen.session)
    assert queries.station_on(store, date(2024, 1, 1)).series_breaks == ()
    assert not breaks.buttons
