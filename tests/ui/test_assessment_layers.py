"""Layers of appraisal: added, typed, recognised, taken away, compared; who may do so."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import assessment_queries
from data.assessment.records import SELF_LAYER, Layer
from data.people import Role
from tests.ui.assessing import ENTER, SHIPPED, answer, go_to, shown, stored, wait
from tests.ui.people import add
from tests.ui.tools import press, type_text
from ui.models.assessment_model import FIRST_LAYER
from ui.screens.assessment import AssessmentScreen
from ui.session import Session

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEAM = "Sở Y tế"


def key(qtbot: QtBot, screen: AssessmentScreen, code: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(screen.table, code, modifiers)  # type: ignore[no-untyped-call]


def layers(session: Session) -> tuple[Layer, ...]:
    return assessment_queries.assessed(session.store, 2024, SHIPPED).layers


@pytest.fixture
def appraised(qtbot: QtBot, session: Session) -> AssessmentScreen:
    """The shipped set with 12 points for the first criterion, 10 by the team."""
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, "12")
    wait(qtbot, screen)
    key(qtbot, screen, Qt.Key.Key_N, CONTROL | SHIFT)
    type_text(TEAM)
    screen.layer_form.scorer.setText("Đoàn phúc tra")
    press(ENTER)
    wait(qtbot, screen)
    go_to(screen, "1")
    answer(screen, "10")
    wait(qtbot, screen)
    return screen


def test_a_layer_is_added_and_answered_beside_the_self_score(appraised: AssessmentScreen) -> None:
    session = appraised.session
    assert [(each.name, each.scorer, each.scored_on) for each in layers(session)] == [
        (SELF_LAYER, "", None),
        (TEAM, "Đoàn phúc tra", date(2024, 10, 3)),
    ]
    assert stored(session, SHIPPED) == {"1": ("12", "")}
    assert stored(session, SHIPPED, TEAM) == {"1": ("10", "")}
    assert appraised.model.headerData(FIRST_LAYER, Qt.Orientation.Horizontal) == "Tự chấm"
    assert appraised.model.index(0, FIRST_LAYER).data() == "12"


def test_a_proposed_name_is_taken_with_its_button(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    key(qtbot, screen, Qt.Key.Key_N, CONTROL | SHIFT)
    assert [button.text() for button in screen.layer_form.proposals] == ["UBND xã", "Trung tâm Y tế", TEAM]
    screen.layer_form.proposals[1].click()
    press(ENTER)
    wait(qtbot, screen)
    assert [each.name for each in layers(session)] == [SELF_LAYER, "Trung tâm Y tế"]


def test_a_layer_without_a_name_is_refused_in_a_sentence(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    key(qtbot, screen, Qt.Key.Key_N, CONTROL | SHIFT)
    press(ENTER)
    assert "Xin ghi tên cấp thẩm định" in screen.line.text
    assert screen.layer_form.isVisible()


def test_differences_are_listed_item_by_item(qtbot: QtBot, appraised: AssessmentScreen) -> None:
    key(qtbot, appraised, Qt.Key.Key_PageDown, CONTROL)
    view = appraised.views[0]
    qtbot.waitUntil(lambda: bool(view.model.lines), timeout=5000)
    assert [line.texts[2:5] for line in view.model.lines] == [("12", "Sở Y tế 10", "−2")]
    assert "1 nội dung chênh lệch" in view.head.text()
    assert "Đoàn phúc tra" in view.notes.text()
    press(ENTER)
    assert appraised.table.hasFocus()


def test_a_layer_is_recognised_and_gives_the_years_figures(qtbot: QtBot, appraised: AssessmentScreen) -> None:
    answer(appraised, *("9",) * 3, "18", "12", "6", "11", "3", "4")
    wait(qtbot, appraised)
    key(qtbot, appraised, Qt.Key.Key_L, CONTROL)
    appraised.layer_form.is_recognised.setChecked(True)
    told: list[str] = []
    appraised.session.bus.changed.connect(lambda changes, _origin: told.append(changes.kind))
    appraised.layer_form.keep.click()
    wait(qtbot, appraised)
    assert "data_value" in told  # screens that show figures ask again
    assert [each.is_recognised for each in layers(appraised.session)] == [False, True]
    from data import queries

    values = queries.data_values(appraised.session.store, ["2024"], ["criteria_score"])
    assert [each.value for each in values if each.value] == ["91"]


def test_a_layer_is_taken_away_only_when_that_is_meant(qtbot: QtBot, appraised: AssessmentScreen) -> None:
    key(qtbot, appraised, Qt.Key.Key_L, CONTROL)
    appraised.layer_form.remove.click()
    assert "1 câu trả lời" in appraised.line.text
    assert len(layers(appraised.session)) == 2
    appraised.line.answers[0].click()
    wait(qtbot, appraised)
    assert [each.name for each in layers(appraised.session)] == [SELF_LAYER]
    assert appraised.layer == SELF_LAYER


@pytest.mark.parametrize(("role", "count"), [(Role.ENTRY, 1), (Role.CHECK, 2)])
def test_only_checking_and_the_head_add_appraisals(qtbot: QtBot, session: Session, role: Role, count: int) -> None:
    add(session, "Hoa", role)
    session.set_user("Hoa")
    screen = shown(qtbot, session, SHIPPED)
    key(qtbot, screen, Qt.Key.Key_N, CONTROL | SHIFT)
    if role is Role.ENTRY:
        assert "Hoa" in screen.line.text
        assert not screen.layer_form.isVisible()
    else:
        type_text(TEAM)
        press(ENTER)
    wait(qtbot, screen)
    assert len(layers(session)) == count


def test_who_types_figures_does_not_answer_for_the_team(qtbot: QtBot, appraised: AssessmentScreen) -> None:
    add(appraised.session, "Hoa", Role.ENTRY)
    appraised.session.set_user("Hoa")
    go_to(appraised, "1")
    type_text("3")
    assert "Hoa" in appraised.line.text
    assert appraised.table.open_editor() is None
    appraised.head.layer_chosen.emit(SELF_LAYER)
    go_to(appraised, "1")
    answer(appraised, "13")
    wait(qtbot, appraised)
    assert stored(appraised.session, SHIPPED)["1"] == ("13", "")
