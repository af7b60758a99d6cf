"""Tự chấm điểm: the page before the first answer, the table of the shipped set, verdicts in words, what is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from data import assessment_queries, commands
from data.periods import parse_period
from tests.ui.assessing import (
    BY,
    MADE_UP,
    SHIPPED,
    VECTORS,
    answer,
    answer_cell,
    begin,
    cell,
    figure,
    go_to,
    import_table,
    shown,
    stored,
    type_figures,
    wait,
)
from tests.ui.tools import press
from ui.models.assessment_model import CRITERION
from ui.session import Session

UNCHECKED = "chưa kiểm tra điểm liệt – bảng điểm chi tiết chưa được nhập"
FULL = ("14", "10", "12", "9", "19", "12", "6", "11", "3", "4")


def test_before_the_first_answer_the_page_teaches_and_one_key_begins(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    screen.take_focus()
    assert "chưa bắt đầu" in screen.start.title.text()
    assert "Bộ tiêu chí quốc gia về y tế xã" in screen.start.sets.text()
    assert "secondary source seen" in screen.start.sets.text()
    assert UNCHECKED in screen.start.warning.text()
    press(Qt.Key.Key_Return)
    wait(qtbot, screen)
    assert [(each.year, each.criteria_set) for each in assessment_queries.assessments(session.store)] == [
        (2024, SHIPPED)
    ]
    qtbot.waitUntil(screen.table.hasFocus, timeout=5000)


def test_a_year_without_a_set_says_so_and_leads_to_the_sets(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    session.set_period(parse_period("2022Q3"))
    qtbot.waitUntil(lambda: screen.sheet is not None and screen.sheet.year == 2022, timeout=5000)
    assert "31/12/2022" in screen.start.sets.text()
    assert not screen.start.begin.isEnabled()


def test_the_shipped_set_takes_points_by_criterion(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, "10,5", "8")
    wait(qtbot, screen)
    assert stored(session, SHIPPED) == {"1": ("10.5", ""), "2": ("8", "")}
    assert (answer_cell(screen, "1"), cell(screen, "1"), cell(screen, "3")) == ("10,5", "10,5", "…")
    assert screen.model.rowCount() == 10


def test_all_points_of_the_shipped_set_are_never_a_pass(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, *FULL)
    wait(qtbot, screen)
    assert "Tổng 100/100 điểm" in screen.foot.text
    assert "Chưa đủ căn cứ" in screen.foot.text
    assert UNCHECKED in screen.foot.text
    assert "Đạt" not in screen.foot.text
    assert "secondary source seen" in screen.head.certainty.text()


def test_a_failure_that_is_certain_is_foreseen(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, *FULL[:8], "1", "4")
    wait(qtbot, screen)
    assert "tiêu chí 9 được 1/3, cần 1,5, thiếu 0,5" in screen.foot.text
    assert "chắc chắn không qua" in screen.foot.text


def test_what_is_open_is_counted_and_f8_goes_there(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, "14")
    wait(qtbot, screen)
    assert screen.foot.next.text() == "Còn 9 chưa chấm: tới (F8)"
    go_to(screen, "10")
    qtbot.keyClick(screen.table, Qt.Key.Key_F8)  # type: ignore[no-untyped-call]
    assert screen.model.rows[screen.table.currentIndex().row()].code == "2"


def test_the_pane_says_what_is_known_and_what_is_only_suggested(qtbot: QtBot, session: Session) -> None:
    commands.bind_plans(session.store, ["lao-cai-2024"], BY)
    screen = shown(qtbot, session, SHIPPED)
    said = screen.pane.toPlainText()
    for words in ("từ 0 đến 14 điểm", "Ban Chỉ đạo", "gợi ý", "chưa đầy đủ, chưa có điểm", "Minh chứng"):
        assert words in said


def test_the_model_keeps_qts_rules(qtbot: QtBot, qtmodeltester: ModelTester, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    screen.model.keep_draft("1.1", "?")
    screen.model.hold("1.2", "2")
    qtmodeltester.check(screen.model)  # type: ignore[no-untyped-call]


def test_the_full_table_shows_criteria_over_their_items(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    kinds = [row.kind for row in screen.model.rows]
    assert kinds.count("leaf") == 47
    assert kinds.count(CRITERION) == 10
    assert "do đơn vị nhập" in screen.head.certainty.text()


def test_a_bound_item_scores_itself_and_follows_its_figure(qtbot: QtBot, session: Session) -> None:
    type_figures(session, *(figure("steering_meetings", f"2024Q{each}", "1") for each in (1, 2, 3, 4)))
    screen = shown(qtbot, session, MADE_UP)
    assert (answer_cell(screen, "1.1"), cell(screen, "1.1")) == ("4 cuộc", "3")
    values = [figure("steering_meetings", f"2024Q{each}", "0") for each in (1, 2, 3, 4)]
    session.write(lambda: commands.save_data_values(session.store, values, BY))
    qtbot.waitUntil(lambda: cell(screen, "1.1") == "0", timeout=10_000)
    row = screen.model.rows[screen.model.row_of("1.1")]
    assert (row.knock_out, row.is_hit) == ("BỊ LIỆT", True)


def test_f9_explains_the_figure_down_to_the_cell_and_leads_there(qtbot: QtBot, session: Session) -> None:
    type_figures(session, figure("steering_meetings", "2024Q1", "2"))
    screen = shown(qtbot, session, MADE_UP)
    go_to(screen, "1.1")
    qtbot.keyClick(screen.table, Qt.Key.Key_F9)  # type: ignore[no-untyped-call]
    tree = screen.trace.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 1, timeout=5000)
    item = tree.topLevelItem(0)
    while item is not None and item.childCount():
        item = item.child(0)
    with qtbot.waitSignal(screen.left_for) as left:
        tree.itemActivated.emit(item, 0)
    assert (left.args[0].screen, left.args[0].cell.period) == ("data_entry", "2024Q1")
    press(Qt.Key.Key_Escape)
    assert screen.trace.isHidden()
    assert screen.table.hasFocus()


def test_another_year_and_another_set_are_chosen_in_the_head(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    import_table(session)
    begin(session, MADE_UP)
    screen.head.set_chosen.emit(MADE_UP)
    qtbot.waitUntil(lambda: screen.model.rowCount() > 47, timeout=10_000)
    screen.head.year_chosen.emit(2023)
    qtbot.waitUntil(lambda: screen.sheet is not None and screen.sheet.year == 2023, timeout=10_000)
    assert session.period.code == "2023Q3"


PASS = ("11", "8", "10", "7", "15", "10", "5", "9", "2", "2", "c")
VERDICTS = (
    (PASS, "Đạt", "80, cần 80: đủ, hơn 0"),
    (("10,5", *PASS[1:]), "Không đạt", "79,5, cần 80: thiếu 0,5"),
    (
        ("13", "10", "12", "9", "17", "11", "6", "10", "1", "2", "c"),
        "Không đạt",
        "tiêu chí 9 được 1/3, cần 1,5, thiếu 0,5",
    ),
    (("13", "9", "11", "8", "16", "11", "5", "10", "1,5", "2", "c"), "Đạt", "đủ ở cả 10 tiêu chí"),
    ((*FULL[:9], "3", "k"), "Không đạt", "bị liệt ở 10.2"),
)


@pytest.mark.parametrize(("typed", "verdict", "clause"), VERDICTS, ids=[str(place) for place in range(5)])
def test_a_verdict_is_a_word_with_every_clause(
    qtbot: QtBot, session: Session, typed: tuple[str, ...], verdict: str, clause: str
) -> None:
    screen = shown(qtbot, session, import_table(session, VECTORS))
    answer(screen, *typed)
    wait(qtbot, screen)
    assert screen.foot.verdict.text() == verdict
    assert clause in screen.foot.text
    assert len([line for line in screen.foot.lines if not line.isHidden()]) == 3
    assert screen.foot.next.isHidden()


def test_without_the_list_of_knock_outs_full_points_are_no_pass(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "vectors.yaml"
    text = VECTORS.read_text(encoding="utf-8").replace("knock_out_items_known: true", "knock_out_items_known: false")
    path.write_text(text, encoding="utf-8")
    screen = shown(qtbot, session, import_table(session, path))
    answer(screen, *FULL[:9], "3", "c")
    wait(qtbot, screen)
    assert screen.foot.verdict.text() == "Chưa đủ căn cứ"
    assert "Đạt" not in screen.foot.text
