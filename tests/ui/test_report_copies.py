"""Sao y, sao lục, trích sao in the window: looked at, numbered, signed; and why where something cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import commands, report_commands, report_queries
from data.documents.records import ELECTRONIC, PAPER, Attachment, ReportStep, StepKind
from reports.document import CopyKind
from reports.signing.model import Secret
from tests.reports.builders import make_report
from tests.reports.signing.authority import PASSWORD, WRONG_PASSWORD, Wanted, make_middle, make_root, make_signer
from tests.ui.assessment_sets import BY, quiet, shown
from tests.ui.frozen_builders import freeze_small
from tests.ui.people import add
from ui.screens import paper_out
from ui.screens.report_copies import CopiesPanel
from ui.screens.report_letter import LetterPanel
from ui.screens.report_panel import ReportPanel
from ui.session import Session
from ui.widgets.heading import Quiet
from ui.widgets.report_sign_form import KEY_FILE, SignTyped

Opened = Callable[..., CopiesPanel]


def open_panel(qtbot: QtBot, panel: ReportPanel, code: str) -> None:
    shown(qtbot, panel)
    panel.show_report(code)
    quiet(qtbot, panel)
    panel.take_focus()


@pytest.fixture
def opened(qtbot: QtBot, session: Session) -> Opened:
    """Opens the panel about a signed report on paper or an electronic one, or about one that nobody signed."""
    commands.save_setting(session.store, "document_symbol", date(2024, 1, 1), "BC-TYT", BY)

    def make(way: str = PAPER, *, is_signed: bool = True) -> CopiesPanel:
        report = freeze_small(session, make_report(marks=()), way)
        if is_signed:
            step = ReportStep(report.code, 0, StepKind.SIGN_PAPER, session.today, party="Lò Thị Mẩy")
            report_commands.add_step(session.store, step, BY)
        panel = CopiesPanel(session)
        open_panel(qtbot, panel, report.code)
        return panel

    return make


def choose(panel: CopiesPanel, kind: CopyKind) -> None:
    panel.kinds.setCurrentIndex(panel.kinds.findData(kind))


def look(qtbot: QtBot, panel: CopiesPanel) -> None:
    panel.buttons["look"].click()
    quiet(qtbot, panel)


@pytest.mark.parametrize(
    ("way", "kind", "said"),
    [
        (ELECTRONIC, CopyKind.FULL, "hình chữ ký số"),
        (PAPER, CopyKind.FULL, "bản photo"),
        (ELECTRONIC, CopyKind.OF_COPY, "bản photo"),
        (PAPER, CopyKind.EXTRACT, "đánh dấu phần"),
    ],
)
def test_how_a_copy_is_made_is_said(opened: Opened, way: str, kind: CopyKind, said: str) -> None:
    panel = opened(way)
    choose(panel, kind)
    assert said in panel.how.text()
    assert panel.parts.isVisible() is (kind is CopyKind.EXTRACT)


def test_a_copy_is_looked_at_then_numbered_and_stands_in_the_register(qtbot: QtBot, opened: Opened) -> None:
    panel = opened()
    panel.recipients.setText("Đảng ủy xã; Sở Y tế")
    look(qtbot, panel)
    assert panel.preview.page_count == 1
    assert report_queries.numbers(panel.session.store) == ()
    assert not panel.buttons["print"].isEnabled()
    panel.buttons["number"].click()
    quiet(qtbot, panel)
    quiet(qtbot, panel)
    (line,) = report_queries.numbers(panel.session.store)
    assert (line.series, line.number, line.symbol, line.receivers) == ("SY", 1, "SY-TYT", "Đảng ủy xã\nSở Y tế")
    assert "01/SY-TYT" in panel.made.text()
    assert panel.buttons["print"].isEnabled()
    assert not panel.buttons["number"].isEnabled()


@pytest.mark.parametrize("kind", list(CopyKind))
def test_nothing_unsigned_is_copied(qtbot: QtBot, opened: Opened, kind: CopyKind) -> None:
    panel = opened(is_signed=False)
    choose(panel, kind)
    assert "chưa ký" in panel.how.text()
    for name in ("number", "sign"):
        assert not panel.buttons[name].isEnabled()
        assert "chưa sao được" in panel.buttons[name].toolTip()
    look(qtbot, panel)
    assert not panel.buttons["number"].isEnabled()


def test_data_entry_reads_why_it_takes_no_number(opened: Opened) -> None:
    panel = opened()
    add(panel.session, "Mai")
    panel.session.set_user("Mai")
    assert not panel.buttons["number"].isEnabled()
    assert [each.text() for each in panel.findChildren(Quiet) if each.isVisible() and "Mai" in each.text()] != []


def test_another_receiver_is_another_copy(qtbot: QtBot, opened: Opened) -> None:
    panel = opened()
    look(qtbot, panel)
    panel.recipients.textEdited.emit("Sở Y tế")
    assert panel.preview.page_count == 0
    assert not panel.buttons["save"].isEnabled()


@pytest.mark.parametrize("button", ["look", "number", "sign"])
def test_an_extract_of_nothing_takes_no_number(qtbot: QtBot, opened: Opened, button: str) -> None:
    panel = opened()
    choose(panel, CopyKind.EXTRACT)
    panel.buttons[button].click()
    quiet(qtbot, panel)
    assert "chọn phần" in panel.line.text
    assert report_queries.numbers(panel.session.store) == ()


def test_the_ticked_parts_are_extracted(qtbot: QtBot, opened: Opened) -> None:
    panel = opened()
    choose(panel, CopyKind.EXTRACT)
    list(panel.parts.boxes.values())[-1].click()
    look(qtbot, panel)
    assert panel.preview.page_count > 0


@pytest.mark.parametrize(("kind", "why"), [(CopyKind.FULL, "bản quét PDF"), (CopyKind.OF_COPY, "bản sao y")])
def test_what_cannot_be_signed_says_why(opened: Opened, kind: CopyKind, why: str) -> None:
    panel = opened()
    choose(panel, kind)
    assert not panel.buttons["sign"].isEnabled()
    assert why in panel.buttons["sign"].toolTip()


def test_a_scan_is_signed_as_an_electronic_copy(
    qtbot: QtBot, opened: Opened, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened()
    scan, target, key = tmp_path / "quet.pdf", tmp_path / "sao.pdf", tmp_path / "khoa.p12"
    report = report_queries.frozen_report(session.store, panel.code)
    scan.write_bytes(report_queries.pdf_bytes(session.store, report))
    key.write_bytes(make_signer(make_middle(make_root()), Wanted("Trạm Y tế xã Tả Phời")).pkcs12)
    report_commands.attach(session.store, Attachment(report.code, 0, "scan", str(scan), 9, "0" * 64), BY)
    panel.show_values()
    quiet(qtbot, panel)
    panel.buttons["sign"].click()
    assert panel.sign_form.isVisible()
    typed = SignTyped(source=KEY_FILE, place=str(key), secret=Secret(WRONG_PASSWORD))
    panel.sign_form.kept.emit(typed)
    quiet(qtbot, panel)
    assert panel.sign_form.line.text
    panel.sign_form.kept.emit(typed._replace(secret=Secret(PASSWORD)))
    quiet(qtbot, panel)
    monkeypatch.setattr(paper_out, "ask_target", lambda _page, _name, _kinds: target)
    panel.line.answers[0].click()
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(scan.read_bytes())
    assert b"SoTram" in target.read_bytes()


# --- the letter of correction --------------------------------------------------------------------------------------


@pytest.fixture
def letter(qtbot: QtBot, session: Session) -> LetterPanel:
    """The panel about a report that was handed in."""
    commands.save_setting(session.store, "document_symbol", date(2024, 1, 1), "BC-TYT", BY)
    report = freeze_small(session, replace(make_report(marks=()), addressees=("UBND xã Tả Phời",)))
    report_commands.add_step(session.store, ReportStep(report.code, 0, StepKind.SIGN_PAPER, date(2024, 10, 3)), BY)
    panel = LetterPanel(session)
    open_panel(qtbot, panel, report.code)
    return panel


def test_the_letter_shows_what_changed_and_takes_a_number(qtbot: QtBot, letter: LetterPanel) -> None:
    assert letter.preview.page_count == 1  # the figure was never typed: the file holds nothing where 4127 was frozen
    letter.buttons["number"].click()
    quiet(qtbot, letter)
    quiet(qtbot, letter)
    (line,) = report_queries.numbers(letter.session.store)
    assert (line.series, line.symbol, line.receivers) == ("CV", "TYT", "UBND xã Tả Phời")
    assert not letter.buttons["number"].isEnabled()


def test_the_letter_is_copied_for_word(letter: LetterPanel) -> None:
    letter.buttons["copy"].click()
    assert "đính chính" in QApplication.clipboard().text()


def test_without_changes_there_is_no_letter(qtbot: QtBot, letter: LetterPanel) -> None:
    from data.model import Category, CellState, DataValue

    cell = DataValue("population_end", "2024Q3", Category.DEFAULT, CellState.FIGURE, "4127")
    commands.save_data_values(letter.session.store, [cell], BY)
    letter.show_values()
    quiet(qtbot, letter)
    assert letter.preview.page_count == 0
    assert "không có gì để đính chính" in letter.said.text()
    assert not letter.buttons["save"].isEnabled()
