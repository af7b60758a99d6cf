"""Bộ tiêu chí: versions, import with a preview, faults by place, handing over, small changes, moving an assessment."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import assessment_commands, assessment_queries, commands
from data.assessment.records import SELF_LAYER, Answer
from data.assessment.writer import stored
from data.exchange.criteria_files import read_criteria_file
from data.people import AccountChange, Role
from tests.ui.assessment_sets import BY, CODE, SHIPPED, TABLE, begun, made_up_table, quiet, shown
from tests.ui.tools import press
from ui.models.criteria_draft import Spot
from ui.screens.criteria_sets import CriteriaSetsPage
from ui.screens.criteria_work import write_template
from ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> CriteriaSetsPage:
    """The sets of a new file."""
    page = CriteriaSetsPage(session)
    shown(qtbot, page)
    page.show_about(2024, SHIPPED)
    quiet(qtbot, page)
    return page


def versions(page: CriteriaSetsPage) -> list[str]:
    return [found.version for found in assessment_queries.stored_sets(page.session.store, code=CODE)]


def read(qtbot: QtBot, page: CriteriaSetsPage, path: Path) -> str:
    page.read(path)
    quiet(qtbot, page)
    return page.review.list.toPlainText()


def other_version(tmp_path: Path, old: str, new: str) -> Path:
    path = tmp_path / "bang.yaml"
    path.write_text(TABLE.read_text("utf-8").replace(old, new), "utf-8")
    return path


def test_shipped_sets_show_their_certainty_and_what_is_not_checked(page: CriteriaSetsPage) -> None:
    assert page.entry is not None
    assert page.entry.criteria_set.id == SHIPPED
    text = page.details.toPlainText()
    assert "secondary source seen" in text
    assert "chưa kiểm tra điểm liệt" in text
    assert "1453/QĐ-BYT" in text
    assert "Đã áp dụng đính chính: Không" in text


def test_a_file_is_previewed_then_kept_as_entered_by_the_station(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    found = read(qtbot, page, TABLE)
    assert versions(page) == []
    assert "47 dòng chấm điểm" in found
    assert found.splitlines()[1].startswith("1. Chỉ đạo, điều hành (bảng thử): 14 điểm")
    assert "BẢNG THỬ" in page.review.summary.text()
    press(Qt.Key.Key_Return, text="\r", to=page.review.accept)
    quiet(qtbot, page)
    assert len(versions(page)) == 1
    assert page.entry is not None
    assert page.entry.criteria_set.id == CODE
    assert "do đơn vị nhập" in page.details.toPlainText()
    assert "bang-thu-47.yaml" in page.details.toPlainText()


def test_every_fault_of_a_file_is_named_by_its_place(qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path) -> None:
    path = other_version(tmp_path, "point_step: 0.5", "point_step: 0.3")
    found = read(qtbot, page, path)
    assert "bang.yaml:" in found
    assert page.review.accept.isHidden()
    assert versions(page) == []


def test_places_of_a_spreadsheet_are_its_cells(qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    page.export(read_criteria_file(TABLE, page.session.catalogue).criteria_set, tmp_path / "bang.xlsx")
    quiet(qtbot, page)
    book = load_workbook(tmp_path / "bang.xlsx")
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == "Ban Chỉ đạo chăm sóc sức khỏe nhân dân họp ít nhất 2 lần trong năm":
                    cell.value = None
    book.save(tmp_path / "hong.xlsx")
    found = read(qtbot, page, tmp_path / "hong.xlsx")
    assert "hong.xlsx: " in found
    assert "!" in found.splitlines()[0]
    assert page.review.accept.isHidden()


def test_a_newer_version_says_what_it_changes(qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path) -> None:
    made_up_table(page.session)
    old = "Ban Chỉ đạo chăm sóc sức khỏe nhân dân họp ít nhất 2 lần trong năm"
    found = read(qtbot, page, other_version(tmp_path, old, "Ban Chỉ đạo họp đủ"))
    assert found.startswith("1.1: ")
    assert "nội dung" in found
    assert "họp đủ" in found


def test_the_same_version_is_not_kept_twice(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    made_up_table(page.session)
    read(qtbot, page, TABLE)
    assert page.review.accept.isHidden()
    assert "đã có sẵn" in page.review.summary.text()


@pytest.mark.parametrize("name", ["bang.xlsx", "bang.yaml", "bang.toml"])
def test_a_set_handed_over_is_the_same_version_elsewhere(
    qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path, name: str
) -> None:
    table = made_up_table(page.session)
    page.export(table, tmp_path / name)
    quiet(qtbot, page)
    assert name in page.line.text
    found = read_criteria_file(tmp_path / name, page.session.catalogue)
    assert found.criteria_set.version == table.version


def test_a_set_is_never_written_over_the_station_file(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    table = made_up_table(page.session)
    page.export(table, page.session.path)
    quiet(qtbot, page)
    assert "tệp số liệu của trạm" in page.line.text


def edited(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    """The editor on the made-up table, its first leaf in the form."""
    made_up_table(page.session)
    page.show_about(2024, CODE)
    quiet(qtbot, page)
    page.edit()


def test_a_small_change_becomes_a_version_with_a_reason(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    edited(qtbot, page)
    page.editor.form.evidence.setPlainText("Quyết định\n\nBiên bản họp")
    page.editor.form.effort.setCurrentIndex(4)
    page.editor.save.click()
    quiet(qtbot, page)
    page.editor.reason.field.setText("theo hướng dẫn của Sở")
    press(Qt.Key.Key_Return, text="\r", to=page.editor.reason.field)
    quiet(qtbot, page)
    assert len(versions(page)) == 2
    newest = assessment_queries.criteria_set(page.session.store, CODE)
    leaf = newest.criteria[0].items[0]
    assert (leaf.evidence, leaf.effort) == (("Quyết định", "Biên bản họp"), 5)
    assert page.pages.currentIndex() == 0
    assert "Lý do sửa: theo hướng dẫn của Sở" in page.details.toPlainText()


def test_points_that_do_not_add_up_are_refused_at_their_field(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    edited(qtbot, page)
    page.editor.form.points.setText("7")
    page.editor.save.click()
    quiet(qtbot, page)
    assert "18" in page.line.text
    assert page.editor.form.points.hasFocus()
    assert len(versions(page)) == 1


def test_a_refused_save_leads_to_the_item_changed_last(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    edited(qtbot, page)
    page.editor.table.choose(Spot(0, (1,)))
    page.editor.form.points.setText("7")
    page.editor.table.choose(Spot(2, (0,)))
    page.editor.save.click()
    quiet(qtbot, page)
    assert page.editor.table.subject == Spot(0, (1,))


def test_a_fault_of_another_item_leads_there(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    edited(qtbot, page)
    page.editor.table.choose(Spot(0, (1,)))
    page.editor.form.points.setText("2,3")
    page.editor.table.choose(Spot(2, (0,)))
    page.editor.save.click()
    quiet(qtbot, page)
    assert page.editor.table.subject == Spot(0, (1,))


@pytest.mark.parametrize(("field", "text"), [("points", "hai"), ("tiers", "95 thì 2")])
def test_what_is_no_number_keeps_its_line(qtbot: QtBot, page: CriteriaSetsPage, field: str, text: str) -> None:
    edited(qtbot, page)
    widget = getattr(page.editor.form, field)
    (widget.setText if field == "points" else widget.setPlainText)(text)
    page.editor.table.choose(Spot(1, (0,)))
    assert text in page.line.text
    assert page.editor.table.subject == Spot(0, (0,))


def test_changes_that_were_not_saved_are_asked_about(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    edited(qtbot, page)
    page.editor.form.text.setPlainText("khác")
    page.show_about(2024, CODE)
    quiet(qtbot, page)
    page.escape()
    assert page.pages.currentWidget() is page.editor
    page.line.answers[0].click()
    assert page.pages.currentIndex() == 0
    page.edit()
    page.escape()
    assert page.pages.currentIndex() == 0


def test_an_assessment_moves_to_a_newer_version_with_a_reason(
    qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path
) -> None:
    session = page.session
    table = made_up_table(session)
    head = begun(session, 2024, table)
    answers = [Answer("1.2", SELF_LAYER, "yes"), Answer("1.3", SELF_LAYER, "yes")]
    assessment_commands.save_answers(session.store, session.catalogue, head, answers, BY)
    newer = read_criteria_file(other_version(tmp_path, 'code: "1.2"', 'code: "1.2x"'), session.catalogue).criteria_set
    assessment_commands.save_definition(session.store, stored(newer), BY)
    page.show_about(2024, CODE)
    quiet(qtbot, page)
    page.ask_move()
    quiet(qtbot, page)
    assert page.review.list.toPlainText().startswith("Không còn tính: 1.2")
    assert not page.review.accept.isEnabled()
    page.review.reason.setText("bảng đính chính")
    page.review.accept.click()
    quiet(qtbot, page)
    assert assessment_queries.assessments(session.store)[0].version == newer.version
    assert len(assessment_queries.assessed(session.store, 2024, CODE).answers) == 2


def test_who_types_figures_imports_no_sets(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    commands.save_account(page.session.store, AccountChange(name="Hoa", role=Role.ENTRY), BY)
    page.session.set_user("Hoa")
    assert not page.buttons["import"].isEnabled()
    assert not page.buttons["edit"].isEnabled()
    assert page.buttons["export"].isEnabled()
    page.edit()
    assert page.pages.currentIndex() == 0


def test_the_cursor_passes_over_headings(qtbot: QtBot, page: CriteriaSetsPage) -> None:
    page.take_focus()
    press(Qt.Key.Key_Down)
    assert page.entry is not None
    assert page.entry.criteria_set.id == "4667-QD-BYT"
    for _ in range(3):
        press(Qt.Key.Key_Up)
    assert page.entry.criteria_set.id == SHIPPED


def test_the_template_holds_what_is_known_of_the_set(page: CriteriaSetsPage, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    assert page.entry is not None
    write_template(page.session, tmp_path / "mau.xlsx", page.entry.criteria_set)
    cells = {cell.value for sheet in load_workbook(tmp_path / "mau.xlsx") for row in sheet.iter_rows() for cell in row}
    assert {each.name_vi for each in page.entry.criteria_set.criteria} <= cells
    write_template(page.session, tmp_path / "trong.xlsx", None)
    assert (tmp_path / "trong.xlsx").stat().st_size > 0


def test_a_recognised_assessment_is_not_moved(qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path) -> None:
    session = page.session
    table = made_up_table(session)
    head = begun(session, 2024, table)
    assessment_commands.save_answers(session.store, session.catalogue, head, [Answer("1.2", "Sở Y tế", "yes")], BY)
    layer = assessment_queries.assessed(session.store, 2024, CODE).layers[-1]
    assessment_commands.recognise_layer(session.store, session.catalogue, layer, BY)
    newer = read_criteria_file(other_version(tmp_path, 'code: "1.3"', 'code: "1.3x"'), session.catalogue).criteria_set
    assessment_commands.save_definition(session.store, stored(newer), BY)
    page.show_about(2024, CODE)
    quiet(qtbot, page)
    page.ask_move()
    quiet(qtbot, page)
    assert "đã được công nhận" in page.line.text
    assert page.pages.currentIndex() == 0
