"""Forms to Excel and back, pasted blocks, forms on paper: looked at first, written as one step."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from data import queries
from data.model import CellState, DataValue
from tests.reports.pdf_reading import whole_text
from tests.ui.tools import press, settle, shown_screen, type_text
from ui import dialogs, pdf_pages
from ui.help_page import help_dialog
from ui.models.preview_model import NEW, OLD, PreviewLine, PreviewModel
from ui.screens.data_entry import DataEntryScreen
from ui.session import Session
from ui.widgets.paste_preview import PastePreview

ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole

POPULATION = "population.quarter"
EVENTS = "vital_events.month"
CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def figures(session: Session) -> dict[str, str]:
    return {f"{each.data_element}:{each.category.value}": each.value for each in stored(session)}


def stored(session: Session) -> list[DataValue]:
    return queries.data_values(session.store)


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, CONTROL)


def exported(qtbot: QtBot, screen: DataEntryScreen, path: Path, *, is_filled: bool = True) -> Path:
    form = screen.entry_model.form
    assert form is not None
    screen.sheets.write(path, form, is_filled=is_filled)
    qtbot.waitUntil(lambda: screen.line.text.startswith("Đã lưu:"))
    return path


def changed_sheet(path: Path, cells: Mapping[str, str | int]) -> Path:
    book = load_workbook(path)
    for address, value in cells.items():
        book["Phiếu"][address] = value
    book.save(path)
    return path


def asking(monkeypatch: pytest.MonkeyPatch, module: ModuleType, path: Path) -> list[str]:
    """A person who is asked where to save says ``path``; the names that were suggested."""
    suggested: list[str] = []

    def answer(_parent: object, name: str, _kinds: str) -> Path:
        suggested.append(name)
        return path

    monkeypatch.setattr(module, "ask_target", answer)
    return suggested


# --- paste -----------------------------------------------------------------------------------------------------------


def test_a_paste_finds_its_rows_and_says_so(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    paste("2\tdan so nam cuoi ky\tngười\t2.103\n3\tSố người lạ\tngười\t9")
    preview = screen.paster.preview
    assert preview.summary.text() == "1 ô sẽ đổi, 1 ô bị từ chối."
    assert "theo nhãn" in preview.notes.text()
    assert [line.kind for line in preview.model.lines] == ["error", ""]
    assert preview.model.lines[1] == PreviewLine("Dân số nam cuối kỳ", "Q III/24", "trống", "2.103")


def test_nothing_is_written_before_enter_and_all_of_it_after(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    paste("4120\n2090\n2030")
    settle(qtbot, session)
    assert not stored(session)
    press(ENTER)
    settle(qtbot, session)
    assert figures(session)["population_start:male"] == "2090"
    assert not screen.paster.preview.isVisible()
    assert screen.grid.hasFocus()


def test_a_paste_is_one_step_in_the_log(qtbot: QtBot, session: Session) -> None:
    shown_screen(qtbot, session, POPULATION)
    paste("4120\n2090\n2030")
    press(ENTER)
    settle(qtbot, session)
    step = queries.undo_step(session.store, session.by().user)
    assert step is not None
    assert (step.kind, len(step.cells)) == ("paste", 3)


def test_esc_leaves_everything_as_it_is(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    paste("4120\n2090")
    press(Qt.Key.Key_Escape)
    settle(qtbot, session)
    assert not stored(session)
    assert not screen.paster.preview.isVisible()
    assert screen.grid.hasFocus()


def test_one_answer_reads_all_ambiguous_texts(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    paste("4,120\n2,090")
    preview = screen.paster.preview
    assert preview.summary.text() == "0 ô sẽ đổi, 2 ô cần hỏi lại."
    assert not preview.accept.isVisible()
    preview.answers[0].click()
    assert preview.summary.text() == "2 ô sẽ đổi."
    press(ENTER)
    settle(qtbot, session)
    assert figures(session) == {"population_start:default": "4120", "population_start:male": "2090"}


def test_another_form_closes_the_preview(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    paste("4120\n2090")
    screen.forms.setCurrentIndex(screen.form_model.index(screen.form_model.row_of(EVENTS)))
    assert not screen.paster.preview.isVisible()


def test_a_single_text_goes_straight_into_its_cell(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    paste("4120")
    settle(qtbot, session)
    assert figures(session) == {"population_start:default": "4120"}
    assert not screen.paster.preview.isVisible()


def test_a_thousand_refused_texts_are_counted_not_listed(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    paste("\n".join(["1"] * 5 + ["abc"] * 1_000))
    qtbot.waitUntil(screen.paster.preview.isVisible)
    lines = screen.paster.preview.model.lines
    assert lines[-1].name.startswith("… và ")
    assert len(lines) < 400


# --- Excel -----------------------------------------------------------------------------------------------------------


def test_a_form_goes_out_and_comes_back_as_one_step(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("4120")
    press(ENTER)
    settle(qtbot, session)
    path = changed_sheet(exported(qtbot, screen, tmp_path / "p.xlsx"), {"E8": 2090, "E9": 2030})
    screen.sheets.read(path)
    preview = screen.paster.preview
    qtbot.waitUntil(preview.isVisible)
    assert preview.summary.text() == "2 ô sẽ đổi, 1 ô giữ nguyên."
    press(ENTER, to=preview)
    settle(qtbot, session)
    step = queries.undo_step(session.store, session.by().user)
    assert step is not None
    assert (step.kind, len(step.cells)) == ("import", 2)
    assert figures(session)["population_start:female"] == "2030"


def test_an_empty_template_holds_no_figure(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("4120")
    press(ENTER)
    settle(qtbot, session)
    path = exported(qtbot, screen, tmp_path / "p.xlsx", is_filled=False)
    assert load_workbook(path)["Phiếu"]["E7"].value is None


def test_drafts_that_stay_out_are_counted(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("nhieu")
    press(ENTER)
    settle(qtbot, session)
    exported(qtbot, screen, tmp_path / "p.xlsx")
    assert "1 bản nháp" in screen.line.text


def test_faults_are_listed_with_their_cells(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    path = changed_sheet(exported(qtbot, screen, tmp_path / "p.xlsx"), {"E7": "=1+1", "E8": -3, "B9": "Khác"})
    screen.sheets.read(path)
    preview = screen.paster.preview
    qtbot.waitUntil(preview.isVisible)
    assert [line.name for line in preview.model.lines] == ["B9", "E7", "E8"]
    assert preview.model.headerData(0, Qt.Orientation.Horizontal) == "Ô trong tệp Excel"
    assert "3 chỗ sai" in preview.summary.text()
    assert not preview.accept.isVisible()


def test_a_file_of_another_form_and_period_is_read_there_on_demand(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    path = changed_sheet(exported(qtbot, screen, tmp_path / "p.xlsx"), {"E7": 4120})
    session.set_period(session.period.previous())
    screen.forms.setCurrentIndex(screen.form_model.index(screen.form_model.row_of(EVENTS)))
    screen.sheets.read(path)
    preview = screen.paster.preview
    qtbot.waitUntil(preview.isVisible)
    assert [line.name for line in preview.model.lines] == ["A3", "A3"]
    preview.answers[0].click()
    qtbot.waitUntil(lambda: preview.summary.text() == "1 ô sẽ đổi.")
    assert screen.entry_model.form is not None
    assert (screen.entry_model.form.data_set.code, session.period.code) == (POPULATION, "2024Q3")


def test_a_file_that_is_none_of_ours_is_one_sentence(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    path = tmp_path / "p.xlsx"
    path.write_bytes(b"abc")
    screen.sheets.read(path)
    qtbot.waitUntil(lambda: "không phải là tệp Excel" in screen.line.text)


def test_what_was_not_read_is_said(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    beyond = {f"H{line}": line for line in range(7, 12)}
    path = changed_sheet(exported(qtbot, screen, tmp_path / "p.xlsx"), {"E7": 5, **beyond})
    screen.sheets.read(path)
    preview = screen.paster.preview
    qtbot.waitUntil(preview.isVisible)
    assert "nằm ngoài bảng" in preview.notes.text()
    assert "… và 2 chỗ khác" in preview.notes.text()


def test_a_station_file_is_never_written_over(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    form = screen.entry_model.form
    assert form is not None
    screen.sheets.write(session.path, form, is_filled=True)
    qtbot.waitUntil(lambda: bool(screen.line.text))
    assert "tệp số liệu" in screen.line.text


def test_the_menu_asks_where_to_and_which_file(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    path = tmp_path / "p.xlsx"
    asked = asking(monkeypatch, dialogs, path)
    monkeypatch.setattr(dialogs, "ask_sheet", lambda _parent: path)
    tools = {action.text(): action for action in screen.head.tools.menu().actions()}
    tools["Xuất ra Excel…"].trigger()
    qtbot.waitUntil(path.exists)
    assert asked == ["Phieu_TYT_TA_PHOI_Dan-so-quy_2024Q3.xlsx"]
    tools["Nhập từ Excel…"].trigger()
    qtbot.waitUntil(screen.paster.preview.isVisible)
    assert screen.paster.preview.summary.text() == "0 ô sẽ đổi."


# --- paper -----------------------------------------------------------------------------------------------------------


def test_a_form_on_paper_is_saved_as_a_pdf(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    path = tmp_path / "p.pdf"
    asked = asking(monkeypatch, pdf_pages, path)
    screen.prints.make(is_filled=False, is_alone=True)
    qtbot.waitUntil(lambda: len(screen.line.answers) == 3)
    assert screen.line.text == "Đã dựng xong 1 trang."
    screen.line.answers[1].click()
    qtbot.waitUntil(path.exists)
    assert asked == ["Phieu_TYT_TA_PHOI_Dan-so-quy_2024Q3.pdf"]
    assert "PHIẾU NHẬP SỐ LIỆU: DÂN SỐ (QUÝ)" in whole_text(path.read_bytes())


def test_all_forms_of_the_period_stand_in_one_pdf(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    screen.prints.make(is_filled=True, is_alone=False)
    qtbot.waitUntil(lambda: len(screen.line.answers) == 3, timeout=20_000)
    assert int(screen.line.text.split()[3]) > 15


def test_the_page_of_keys_offers_the_card(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = help_dialog(None, "vi")
    qtbot.addWidget(dialog)
    path = tmp_path / "the.pdf"
    monkeypatch.setattr(pdf_pages, "ask_target", lambda *_given: path)
    button = next(each for each in dialog.findChildren(QPushButton) if "key card" in each.text())
    button.click()
    qtbot.waitUntil(lambda: any("Save as" in each.text() for each in dialog.findChildren(QPushButton)), timeout=10_000)
    next(each for each in dialog.findChildren(QPushButton) if "Save as" in each.text()).click()
    qtbot.waitUntil(path.exists)
    dialog.done(QDialog.DialogCode.Accepted)
    assert "Ctrl+K" in whole_text(path.read_bytes())


# --- the preview by itself -------------------------------------------------------------------------------------------


def test_the_preview_is_a_sound_model(qtmodeltester: object) -> None:
    model = PreviewModel()
    model.show_lines([PreviewLine("Dân số", "Q III/24", "1", "2"), PreviewLine("Khác", "", "", "sai", "error")])
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Dân số; Q III/24; 1; 2"


def test_a_hidden_preview_accepts_nothing(qtbot: QtBot) -> None:
    preview = PastePreview()
    qtbot.addWidget(preview)
    accepted: list[int] = []
    preview.accepted.connect(lambda: accepted.append(1))
    press(ENTER, to=preview)
    assert not accepted


def test_figures_now_and_later_stand_on_the_comma(qtbot: QtBot, vietnamese: None) -> None:
    model = PreviewModel()
    model.show_lines(
        [PreviewLine("a", "Q III", "7", "12,50"), PreviewLine("b", "Q III", "", "“x” bị từ chối.", "error")]
    )
    right = [int(model.index(0, column).data(ALIGNMENT)) & int(Qt.AlignmentFlag.AlignRight) for column in (OLD, NEW)]
    assert all(right)
    assert [model.index(0, column).data() for column in (OLD, NEW)] == ["7\u2008\u2007\u2007", "12,50"]
    assert not int(model.index(1, NEW).data(ALIGNMENT)) & int(Qt.AlignmentFlag.AlignRight)


def test_a_refused_text_can_be_kept_as_a_draft(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, "population.quarter")
    paste("4120\nkhoảng 2090")
    preview = screen.paster.preview
    assert preview.accept.hasFocus()
    assert "nháp" in preview.answers[0].text()
    preview.answers[0].click()
    settle(qtbot, session)
    kept = queries.data_values(session.store, {"2024Q3"}, {"population_start"})
    assert {(value.state, value.value) for value in kept} == {
        (CellState.FIGURE, "4120"),
        (CellState.DRAFT, "khoảng 2090"),
    }
