"""A criteria set while it is changed in the window, and its changes in sentences: texts and back, places, words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from data.assessment.changes import SetChange
from data.assessment.definitions import Condition, Tier
from data.assessment.moves import Move
from data.assessment.records import SELF_LAYER, Answer, Evidence
from data.catalogue import load_catalogue
from data.exchange.criteria_files import read_criteria_file
from tests.ui.assessment_sets import CODE, TABLE
from ui.models.criteria_draft import (
    Blame,
    Spot,
    blamed,
    condition_of,
    condition_text,
    leaves_with_spots,
    number_of,
    tiers_of,
    tiers_text,
    with_leaf,
)
from ui.models.line_model import Line, LineModel
from ui.screens.criteria_changes import change_lines
from ui.screens.criteria_words import content_lines, move_lines

TABLE_SET = read_criteria_file(TABLE, load_catalogue()).criteria_set


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("≥ 95", Condition(">=", 95)),
        (">=0,5", Condition(">=", Fraction(1, 2))),
        ("< 1.234", None),
        ("= II", Condition("=", 0, "II")),
        ("95", None),
        ("= hai ba", None),
        ("", None),
    ],
)
def test_conditions_are_read_as_they_are_written(text: str, condition: Condition | None) -> None:
    assert condition_of(text) == condition
    if condition is not None:
        assert condition_of(condition_text(condition)) == condition


def test_tiers_keep_their_words_where_their_condition_stayed() -> None:
    before = (Tier(Condition(">=", 95), 2, "tốt"), Tier(Condition(">=", 80), 1))
    assert tiers_of(tiers_text(before), before) == before
    changed = tiers_of("≥ 95 : 1,5\n\n≥ 70 : 1", before)
    assert changed == (Tier(Condition(">=", 95), Fraction(3, 2), "tốt"), Tier(Condition(">=", 70), 1))
    assert tiers_of("≥ 95 : 2\nnhiều", before) == "nhiều"


def test_every_leaf_can_be_replaced_in_its_place() -> None:
    spots = [(spot, leaf) for spot, _criterion, leaf in leaves_with_spots(TABLE_SET)]
    assert len(spots) == 47
    for spot, leaf in spots:
        assert with_leaf(TABLE_SET, spot, leaf) == TABLE_SET
    spot, leaf = spots[5]
    changed = with_leaf(TABLE_SET, spot, leaf._replace(effort=1))
    found = {place: each.effort for place, _criterion, each in leaves_with_spots(changed)}
    assert found[spot] == 1


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("criteria[0].items[1].max_points", Blame(Spot(0, (1,)), "max_points")),
        ("criteria[0].items[0].tiers[1].points", Blame(Spot(0, (0,)), "tiers")),
        ("criteria[3].max_points", Blame(Spot(3, (0,)), "max_points")),
        ("framework.total_points", Blame(None)),
        ("criteria[99]", Blame(None)),
    ],
)
def test_a_place_in_the_tree_leads_to_a_leaf(place: str, expected: Blame) -> None:
    assert blamed(place, TABLE_SET) == expected


def test_a_headings_fault_stays_at_the_leaf_edited_last() -> None:
    assert blamed("criteria[0].items", TABLE_SET, Spot(0, (1,))).spot == Spot(0, (1,))
    assert blamed("criteria[1].items", TABLE_SET, Spot(0, (1,))).spot != Spot(0, (1,))


def test_numbers_are_read_by_the_one_parser() -> None:
    assert number_of("0,5") == Fraction(1, 2)
    assert number_of("hai") is None


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (SetChange("added", "1.9", name="Mới", after="2"), "Thêm: 1.9 Mới (2 điểm)"),
        (SetChange("removed", "1.2", name="Cũ"), "Bỏ: 1.2 Cũ (… điểm)"),
        (SetChange("changed", field="order"), "Thứ tự các nội dung thay đổi."),
        (SetChange("changed", "1.1", "max_points", "Họp", "2", "3"), "1.1 Họp: điểm tối đa: 2 → 3"),
        (
            SetChange("changed", "1.1", "text_vi", "Họp 3 lần", "Họp 2 lần", "Họp 3 lần"),
            "1.1: nội dung: Họp 2 lần → Họp 3 lần",
        ),
        (
            SetChange("changed", field="framework.correction_applied", before="false", after="true"),
            "Cả bộ tiêu chí: đã áp dụng đính chính: Không → Có",
        ),
    ],
)
def test_changes_are_said_in_sentences(qapp: QApplication, change: SetChange, sentence: str) -> None:
    assert change_lines([change]) == [sentence]


@pytest.mark.usefixtures("vietnamese")
def test_what_a_move_loses_comes_first(qapp: QApplication) -> None:
    answer = Answer("1.2", SELF_LAYER, "yes")
    paper = Evidence(2024, CODE, "1.2", "Biên bản")
    lines = move_lines(Move(gone=(answer,), unfit=(answer,), papers=(paper,), added=("1.9",)))
    assert [line.split(":")[0] for line in lines] == [
        "Không còn tính",
        "Phải chấm lại",
        "Không còn chỗ",
        "Mới, chưa chấm",
    ]


@pytest.mark.usefixtures("vietnamese")
def test_a_new_set_is_told_criterion_by_criterion(qapp: QApplication) -> None:
    lines = content_lines(TABLE_SET)
    assert len(lines) == 1 + len(TABLE_SET.criteria)


def test_lines_stand_under_their_heads(qapp: QApplication) -> None:
    model = LineModel(("A", "B"), figures=(1,))
    model.show_lines([Line(("Đầu", ""), is_heading=True), Line(("x", "1"), "x", "done", 1, tip="y")])
    assert (model.row_of("x"), model.row_of("gone"), model.subject_at(0), model.subject_at(9)) == (1, 1, None, None)
    index = model.index(1, 1)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "y"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "x; 1"
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole).bold()
    assert model.data(QModelIndex()) is None
    right = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert isinstance(right, int)
    assert right & Qt.AlignmentFlag.AlignRight.value


def test_the_model_of_lines_keeps_qts_rules(qapp: QApplication, qtmodeltester: ModelTester) -> None:
    model = LineModel(("A", "B"))
    model.show_lines([Line(("Đầu", ""), is_heading=True), Line(("x", "1"), "x")])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_table(("A",), (), [Line(("y",), "y")])
    assert model.columnCount() == 1
