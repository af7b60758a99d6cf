"""What the page says where words were missing: caveats in headlines, layers, choices as on paper, focus, the edge."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import commands
from data.assessment.answers import typed_answer
from data.assessment.records import SELF_LAYER, Layer
from data.assessment.results import Place
from data.assessment_commands import save_layer
from data.numbers import Figure
from data.settings import OFFICIAL_POPULATION
from tests.data.assessment.table_builders import answers, one_leaf, scored
from tests.ui.assessing import BY, MADE_UP, SHIPPED, VECTORS, answer, go_to, import_table, shown, type_figures, wait
from tests.ui.assessing import figure as typed_figure
from ui.models.line_model import Line
from ui.screens import assessment_words as said
from ui.screens.assessment import AssessmentScreen
from ui.screens.assessment_views import AssessmentView, in_order_of
from ui.screens.assessment_work import cell_of
from ui.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier
DIFFERENCES, DRY_RUN, ACTIONS, TURNING = 1, 2, 3, 4
TEAM = "Sở Y tế"
FULL = ("14", "10", "12", "9", "19", "12", "6", "11", "3", "4")


def tab(qtbot: QtBot, screen: AssessmentScreen, place: int) -> AssessmentView:
    screen.tabs.setCurrentIndex(place)
    view = screen.views[place - 1]
    qtbot.waitUntil(lambda: bool(view.notes.text()), timeout=10_000)
    return view


@pytest.fixture
def team(qtbot: QtBot, session: Session) -> AssessmentScreen:
    """The shipped set, wholly scored by the station, with a layer of the team, which is on view."""
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, *FULL)
    wait(qtbot, screen)
    session.write(lambda: save_layer(session.store, Layer(2024, SHIPPED, TEAM), BY))
    qtbot.waitUntil(lambda: screen.sheet is not None and len(screen.sheet.layers) == 2, timeout=10_000)
    screen.head.layer_chosen.emit(TEAM)
    return screen


def test_the_dry_run_follows_the_population_entered_under_settings(qtbot: QtBot, session: Session) -> None:
    type_figures(session, typed_figure("steering_meetings", "2024Q1", "1"))
    screen = shown(qtbot, session, MADE_UP)
    view = tab(qtbot, screen, DRY_RUN)
    assert "Chưa có dân số theo cơ quan thống kê" in view.notes.text()
    store, by = session.store, session.by("Niên giám")
    session.write(lambda: commands.save_setting(store, OFFICIAL_POPULATION, date(2024, 1, 1), "4321", by))
    qtbot.waitUntil(lambda: "Chưa có dân số" not in view.notes.text(), timeout=10_000)
    assert "4321" in view.notes.text().replace(".", "")


def test_enough_points_without_the_knock_outs_are_no_end_of_work(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, *FULL)
    wait(qtbot, screen)
    head = tab(qtbot, screen, ACTIONS).head.text()
    assert "chưa có kết luận: chưa kiểm tra điểm liệt" in head
    assert "không bắt buộc" not in head
    assert tab(qtbot, screen, TURNING).head.text().startswith("Chưa có kết luận: chưa kiểm tra điểm liệt")


def test_another_layer_keeps_the_line_and_its_pane(qtbot: QtBot, team: AssessmentScreen) -> None:
    go_to(team, "3")
    answer(team, "7")
    wait(qtbot, team)
    go_to(team, "3")
    team.head.layer_chosen.emit(SELF_LAYER)
    assert team.model.rows[team.table.currentIndex().row()].code == "3"
    assert "12/12" in team.pane.toPlainText()
    team.head.layer_chosen.emit(TEAM)
    assert "7/12" in team.pane.toPlainText()


def test_what_a_layer_did_not_score_is_counted_apart_and_shown_by_its_sign(
    qtbot: QtBot, team: AssessmentScreen
) -> None:
    go_to(team, "1")
    assert "…/14" in team.pane.toPlainText()
    assert "Tổng …/100" in team.foot.text
    answer(team, "13")
    wait(qtbot, team)
    team.tabs.setCurrentIndex(DIFFERENCES)
    view = team.views[0]
    qtbot.waitUntil(lambda: "1 nội dung chênh lệch, 9 chưa chấm" in view.head.text(), timeout=10_000)
    assert len(view.model.lines) == 1


def test_a_layer_with_open_items_is_not_recognised(qtbot: QtBot, team: AssessmentScreen) -> None:
    qtbot.keyClick(team.table, Qt.Key.Key_L, CONTROL)  # type: ignore[no-untyped-call]
    team.layer_form.is_recognised.setChecked(True)
    team.layer_form.keep.click()
    assert "còn nội dung chưa chấm: 1, 2, 3" in team.line.text
    assert team.layer_form.isVisible()


def test_the_recognised_layer_is_named_and_typing_over_it_says_so(qtbot: QtBot, team: AssessmentScreen) -> None:
    go_to(team, "1")
    answer(team, *FULL)
    wait(qtbot, team)
    qtbot.keyClick(team.table, Qt.Key.Key_L, CONTROL)  # type: ignore[no-untyped-call]
    team.layer_form.is_recognised.setChecked(True)
    team.layer_form.keep.click()
    wait(qtbot, team)
    assert [team.head.layers.itemText(row) for row in range(2)] == ["Tự chấm", "Sở Y tế (công nhận)"]
    go_to(team, "1")
    answer(team, "11")
    assert "kết quả đã công nhận" in team.line.text


def test_the_verdict_stands_beside_the_total_also_without_a_reason(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, import_table(session, VECTORS))
    answer(screen, "11", "8", "10", "7", "15", "10", "5", "9", "2", "2", "c")
    wait(qtbot, screen)
    assert screen.foot.verdict.text() == "Đạt"
    assert screen.foot.verdict.geometry().right() < screen.foot.width() // 2


def test_beginning_leads_to_the_first_answer_from_every_tab(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    screen.tabs.setCurrentIndex(ACTIONS)
    screen.deeds.begin()
    qtbot.waitUntil(screen.table.hasFocus, timeout=10_000)
    assert (screen.tabs.currentIndex(), screen.table.currentIndex().row()) == (0, 0)


def test_without_an_assessment_there_is_no_layer_to_describe(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    screen.take_focus()
    qtbot.keyClick(screen.start.begin, Qt.Key.Key_L, CONTROL)  # type: ignore[no-untyped-call]
    assert "chưa bắt đầu chấm" in screen.line.text
    assert not screen.layer_form.isVisible()


def test_the_edge_is_cleared_by_another_tab(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, "nhiều")
    assert screen.line.text == "“nhiều” không phải số nên chưa được nhận."
    screen.tabs.setCurrentIndex(DRY_RUN)
    assert screen.line.isHidden()


CHOICE_TIERS = [
    {"comparator": "=", "bound": "day_du", "points": "10", "text_vi": "Đầy đủ"},
    {"comparator": "=", "bound": "mot_phan", "points": "5", "text_vi": "Có một phần"},
]


def test_a_choice_is_said_as_the_set_words_it(qtbot: QtBot, session: Session) -> None:
    made = one_leaf(scoring="tiered", tiers=CHOICE_TIERS)
    item = made.criteria[0].items[0]
    assert said.answer_to(item, "day_du") == "Đầy đủ"
    assert typed_answer(item, said.answer_to(item, "mot_phan").upper()) == Figure("mot_phan")
    assert "Đầy đủ: 10 điểm; Có một phần: 5 điểm" in said.rule(item.scored, made.point_step)


def test_with_the_zone_stated_the_region_is_what_is_missing(qtbot: QtBot, session: Session) -> None:
    variants = [{"region": "mien_nui", "max_points": "8"}]
    made = one_leaf(region_variants=variants)
    found = scored(made, answers(i1_1="yes"), place=Place(zone="2")).leaves[0]
    assert cell_of(found, Place(zone="2"), session.catalogue).state == "chưa khai miền núi hay đồng bằng"


def test_lines_keep_their_order_under_the_hand() -> None:
    head = Line(("Trạm",), is_heading=True)
    one, two = Line(("1", "3"), "1"), Line(("2", "2"), "2")
    assert in_order_of([head, one, two], [head, two, one._replace(texts=("1", "5"))]) == [
        head,
        Line(("1", "5"), "1"),
        two,
    ]
    assert in_order_of([head, one], [head, two]) == [head, two]
