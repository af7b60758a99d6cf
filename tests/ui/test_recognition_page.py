"""Công nhận, Phân vùng, So sánh and the settings of the self-assessment: what is typed is on disk, dated and named."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import assessment_commands, assessment_queries, commands, queries
from data.assessment.records import SELF_LAYER, Answer, Layer, RecognitionKind, RecognitionRecord
from data.people import AccountChange, Role
from data.settings import RURAL_REGION, SINCE_EVER, ZONE_DISTANCE_KM, ZONE_REGION, official_population, value_on
from tests.ui.assessment_sets import BY, CODE, SHIPPED, begun, made_up_table, quiet, shown
from tests.ui.tools import press, settle
from ui.screens.criteria_comparison import ComparisonPage
from ui.screens.recognition import RecognitionPage
from ui.screens.settings_assessment import AssessmentSettings
from ui.screens.zone import ZonePage
from ui.session import Session
from ui.widgets.edge_line import EdgeLine

DAY = date(2024, 4, 2)
TITLE = RecognitionRecord(2023, SHIPPED, RecognitionKind.NEW, "810/QĐ-UBND", DAY, "UBND tỉnh", DAY, date(2027, 4, 1))


# --- recognition -----------------------------------------------------------------------------------------------------


@pytest.fixture
def recognition(qtbot: QtBot, session: Session) -> RecognitionPage:
    """The page without decisions."""
    page = RecognitionPage(session)
    shown(qtbot, page)
    page.show_about(2023, SHIPPED)
    quiet(qtbot, page)
    return page


def test_the_term_is_filled_in_as_the_set_gives_it(qtbot: QtBot, recognition: RecognitionPage) -> None:
    form = recognition.form
    recognition.add()
    form.decision.setText("810/QĐ-UBND")
    form.issuer.setText("UBND tỉnh")
    form.decided_on.setText("02/04/2024")
    form.decided_on.editingFinished.emit()
    assert (form.valid_from.day, form.valid_to.day) == (DAY, date(2027, 4, 1))
    form.keep.click()
    quiet(qtbot, recognition)
    (record,) = assessment_queries.recognitions(recognition.session.store)
    assert record._replace(stored_by="", stored_at=None) == TITLE
    assert "01/04/2027" in recognition.state.text()
    assert "2026" in recognition.next.text()


def typed(recognition: RecognitionPage, day: str) -> None:
    """A decision of 2023, typed with its day."""
    form = recognition.form
    recognition.add()
    form.decision.setText("810/QĐ-UBND")
    form.decided_on.setText(day)
    form.decided_on.editingFinished.emit()
    form.keep.click()


@pytest.mark.parametrize(
    ("day", "said"), [("31/12/2022", "trước năm 2023"), ("01/02/2023", "trước ngày chấm điểm 05/02/2023")]
)
def test_a_decision_before_what_it_recognises_is_asked_about(
    qtbot: QtBot, recognition: RecognitionPage, day: str, said: str
) -> None:
    store = recognition.session.store
    begun(recognition.session, 2023, assessment_queries.criteria_set(store, SHIPPED))
    assessment_commands.save_layer(store, Layer(2023, SHIPPED, SELF_LAYER, scored_on=date(2023, 2, 5)), BY)
    recognition.show_values()
    quiet(qtbot, recognition)
    typed(recognition, day)
    quiet(qtbot, recognition)
    assert said in recognition.line.text
    assert assessment_queries.recognitions(store) == ()
    recognition.line.answers[0].click()
    quiet(qtbot, recognition)
    assert len(assessment_queries.recognitions(store)) == 1


def test_the_cursor_stays_on_the_decision_that_was_kept(qtbot: QtBot, recognition: RecognitionPage) -> None:
    newer = TITLE._replace(year=2024, decision="9/QĐ", decided_on=date(2025, 4, 2))
    assessment_commands.save_recognition(recognition.session.store, newer, BY)
    recognition.show_values()
    quiet(qtbot, recognition)
    typed(recognition, "02/04/2024")
    quiet(qtbot, recognition)
    assert recognition.table.subject == (2023, SHIPPED)


def test_escape_takes_the_message_then_the_form_then_the_page(qtbot: QtBot, recognition: RecognitionPage) -> None:
    recognition.add()
    recognition.line.say("…")
    recognition.escape()
    assert (recognition.line.isHidden(), recognition.form.isVisible()) == (True, True)
    recognition.escape()
    assert not recognition.form.isVisible()
    with qtbot.waitSignal(recognition.left):
        recognition.escape()


def test_a_withdrawn_title_says_when_and_why(qtbot: QtBot, recognition: RecognitionPage) -> None:
    assessment_commands.save_recognition(recognition.session.store, TITLE, BY)
    recognition.show_values()
    quiet(qtbot, recognition)
    recognition.table.choose((2023, SHIPPED))
    press(Qt.Key.Key_F2, to=recognition.table)
    recognition.form.withdrawn_on.setText("01/09/2024")
    recognition.form.withdrawn_reason.setText("không còn bác sĩ")
    recognition.form.keep.click()
    quiet(qtbot, recognition)
    assert recognition.model.lines[0].texts[6] == "thu hồi ngày 01/09/2024: không còn bác sĩ"
    assert "thu hồi" in recognition.state.text()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [("decision", " ", "số quyết định"), ("valid_to", "01/01/2020", "hết hạn"), ("year", "20x4", "bốn chữ số")],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    qtbot: QtBot, recognition: RecognitionPage, field: str, text: str, said: str
) -> None:
    form = recognition.form
    recognition.add()
    form.decision.setText("1/QĐ")
    form.decided_on.setText("02/04/2024")
    form.decided_on.editingFinished.emit()
    getattr(form, field).setText(text)
    form.keep.click()
    quiet(qtbot, recognition)
    assert said in recognition.line.text
    assert assessment_queries.recognitions(recognition.session.store) == ()


def test_a_decision_is_not_written_over_unasked(qtbot: QtBot, recognition: RecognitionPage) -> None:
    assessment_commands.save_recognition(recognition.session.store, TITLE, BY)
    recognition.show_values()
    quiet(qtbot, recognition)
    recognition.add()
    recognition.keep(TITLE._replace(decision="9/QĐ"))
    assert assessment_queries.recognitions(recognition.session.store)[0].decision == "810/QĐ-UBND"
    recognition.line.answers[0].click()
    quiet(qtbot, recognition)
    assert assessment_queries.recognitions(recognition.session.store)[0].decision == "9/QĐ"


def test_a_decision_entered_by_mistake_is_taken_away(qtbot: QtBot, recognition: RecognitionPage) -> None:
    assessment_commands.save_recognition(recognition.session.store, TITLE, BY)
    recognition.show_values()
    quiet(qtbot, recognition)
    recognition.table.choose((2023, SHIPPED))
    recognition.ask_removal()
    recognition.line.answers[0].click()
    quiet(qtbot, recognition)
    assert recognition.records == ()


def test_who_types_figures_records_no_recognition(recognition: RecognitionPage) -> None:
    commands.save_account(recognition.session.store, AccountChange(name="Hoa", role=Role.ENTRY), BY)
    recognition.session.set_user("Hoa")
    assert not recognition.buttons["add"].isEnabled()
    recognition.add()
    assert not recognition.form.isVisible()
    assert "Hoa" in recognition.line.text


# --- zone ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def zone(qtbot: QtBot, session: Session) -> ZonePage:
    """The zone of 2024 by the shipped set."""
    page = ZonePage(session)
    shown(qtbot, page)
    page.show_about(2024, SHIPPED)
    quiet(qtbot, page)
    return page


@pytest.mark.parametrize(
    ("region", "km", "is_difficult", "proposed"),
    [
        ("mien_nui", "5", False, "3"),
        ("mien_nui", "4,9", False, "2"),
        ("mien_nui", "3", True, "3"),
        ("dong_bang", "2,99", False, "1"),
        ("dong_bang", "15", False, "3"),
        ("", "15", False, ""),
        ("dong_bang", "xa", False, ""),
    ],
)
def test_the_zone_is_proposed_while_region_and_distance_are_typed(
    zone: ZonePage, region: str, km: str, is_difficult: bool, proposed: str
) -> None:
    zone.region.setCurrentIndex(zone.region.findData(region))
    zone.distance.setText(km)
    zone.difficult.setChecked(is_difficult)
    assert zone.proposal() == proposed
    assert zone.proposed.text().startswith(f"Gợi ý: vùng {proposed}" if proposed else "Xin ghi")


def test_region_and_distance_are_dated_settings(qtbot: QtBot, zone: ZonePage) -> None:
    zone.region.setCurrentIndex(1)
    zone.distance.setText("4,5")
    zone.keep_place()
    quiet(qtbot, zone)
    store = zone.session.store
    (setting,) = queries.settings_history(store, ZONE_DISTANCE_KM)
    assert (setting.value, setting.valid_from) == ("4.5", date(2024, 1, 1))
    assert value_on(queries.settings_history(store, ZONE_REGION), ZONE_REGION, date(2024, 6, 1)) == "mien_nui"
    assert zone.distance.text() == "4,5"


def test_a_distance_that_is_none_is_said(zone: ZonePage) -> None:
    zone.distance.setText("gần")
    zone.keep_place()
    assert "“gần”" in zone.line.text


def test_a_zone_without_a_decision_is_called_the_stations_own(zone: ZonePage) -> None:
    zone.zone.setCurrentIndex(2)
    assert zone.differs.text() == "Vùng do trạm ghi, chưa có quyết định."
    zone.decision.setText("1736/QĐ-SYT")
    assert not zone.differs.text()


def test_the_stated_zone_is_the_yearly_figure_with_its_decision(qtbot: QtBot, zone: ZonePage) -> None:
    zone.region.setCurrentIndex(1)
    zone.distance.setText("6")
    zone.take_proposed()
    assert zone.zone.currentData() == "3"
    zone.zone.setCurrentIndex(2)
    assert "vùng 2" in zone.differs.text()
    zone.decision.setText("1736/QĐ-SYT ngày 27/9/2023")
    zone.keep_zone()
    quiet(qtbot, zone)
    (value,) = queries.data_values(zone.session.store, ["2024"], ["criteria_zone"])
    assert (value.value, value.comment) == ("2", "1736/QĐ-SYT ngày 27/9/2023")
    assert zone.decision.text() == "1736/QĐ-SYT ngày 27/9/2023"


# --- comparison ------------------------------------------------------------------------------------------------------


def answered(session: Session, year: int, code: str, layer: str, points: str) -> None:
    found = assessment_queries.criteria_set(session.store, code)
    head = begun(session, year, found)
    answers = [Answer(each.number, layer, points) for each in found.criteria]
    assessment_commands.save_answers(session.store, session.catalogue, head, answers, BY)


@pytest.fixture
def comparison(qtbot: QtBot, session: Session) -> ComparisonPage:
    """Two layers of 2024, and 2023."""
    answered(session, 2024, SHIPPED, SELF_LAYER, "3")
    answered(session, 2024, SHIPPED, "Sở Y tế", "2.5")
    answered(session, 2023, SHIPPED, SELF_LAYER, "2")
    page = ComparisonPage(session)
    shown(qtbot, page)
    page.show_about(2024, SHIPPED)
    quiet(qtbot, page)
    return page


def test_layers_stand_side_by_side_with_their_difference(comparison: ComparisonPage) -> None:
    assert comparison.model.lines[0].texts[2:] == ("3/14", "2,5/14", "-0,5")
    assert len(comparison.model.lines) == 10
    assert "chưa kiểm tra điểm liệt" in comparison.total.text()
    assert "secondary source seen" in comparison.certainty.text()


def test_year_stands_against_year(qtbot: QtBot, comparison: ComparisonPage) -> None:
    row = comparison.other.findData(f"2023 {SHIPPED}")
    comparison.other.setCurrentIndex(row)
    comparison.show_values()
    quiet(qtbot, comparison)
    assert comparison.model.lines[0].texts[2:] == ("2/14  (14,3%)", "3/14  (21,4%)", "+1")
    comparison.only.setChecked(True)
    assert len(comparison.model.lines) == 10


def test_two_sets_of_a_year_stand_side_by_side(qtbot: QtBot, comparison: ComparisonPage) -> None:
    table = made_up_table(comparison.session)
    begun(comparison.session, 2024, table)
    comparison.show_values()
    quiet(qtbot, comparison)
    comparison.other.setCurrentIndex(comparison.other.findData(f"2024 {CODE}"))
    comparison.show_values()
    quiet(qtbot, comparison)
    heads = [comparison.model.headerData(column, Qt.Orientation.Horizontal) for column in (2, 3)]
    assert heads == [f"2024 · {SHIPPED}", f"2024 · {CODE}"]
    assert "do đơn vị nhập" in comparison.certainty.text()


# --- settings --------------------------------------------------------------------------------------------------------


@pytest.fixture
def settings(qtbot: QtBot, session: Session) -> AssessmentSettings:
    """The page of the settings."""
    page = AssessmentSettings(session, EdgeLine())
    shown(qtbot, page)
    page.show_values()
    return page


def test_the_population_of_a_year_is_kept_with_its_source(
    qtbot: QtBot, session: Session, settings: AssessmentSettings
) -> None:
    for widget, text in (
        (settings.year, "2024"),
        (settings.population, "4.127"),
        (settings.source, "Chi cục Thống kê"),
    ):
        widget.setText(text)
    settings.keep.click()
    settle(qtbot, session)
    history = queries.settings_history(session.store, "official_population")
    assert official_population(history, 2024) == (4127, "Chi cục Thống kê")
    assert settings.model.lines[0].texts[:3] == ("2024", "4.127", "Chi cục Thống kê")
    settings.table.choose(settings.model.lines[0].subject)
    settings.drop.click()
    settle(qtbot, session)
    assert official_population(queries.settings_history(session.store, "official_population"), 2024) is None


@pytest.mark.parametrize(
    ("year", "people", "source", "said"),
    [("24", "4127", "x", "bốn chữ số"), ("2024", "nhiều", "x", "“nhiều”"), ("2024", "4127", " ", "nguồn")],
)
def test_a_population_that_lacks_something_is_refused(
    session: Session, settings: AssessmentSettings, year: str, people: str, source: str, said: str
) -> None:
    settings.year.setText(year)
    settings.population.setText(people)
    settings.source.setText(source)
    settings.keep.click()
    assert said in settings._line.text
    assert queries.settings_history(session.store, "official_population") == ()


def test_the_first_region_holds_since_ever(qtbot: QtBot, session: Session, settings: AssessmentSettings) -> None:
    settings.region.setCurrentIndex(1)
    settings.region.activated.emit(1)
    settle(qtbot, session)
    (setting,) = queries.settings_history(session.store, RURAL_REGION)
    assert (setting.value, setting.valid_from) == ("tdmnpb", SINCE_EVER)
