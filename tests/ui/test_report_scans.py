"""Scans of a frozen report: attached, checked, taken away with a reason; their bytes alone are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import report_queries
from tests.ui.assessment_sets import quiet, shown
from tests.ui.frozen_builders import frozen_code
from tests.ui.tools import press
from ui.screens.report_scans import ScansPanel
from ui.screens.report_scans_work import RECEIPT, SCAN
from ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ScansPanel:
    panel = ScansPanel(session)
    shown(qtbot, panel)
    panel.show_report(frozen_code(session))
    quiet(qtbot, panel)
    return panel


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "trang-ky.pdf"
    path.write_bytes(b"%PDF scan")
    return path


def attach(qtbot: QtBot, panel: ScansPanel, path: Path, kind: str = SCAN) -> None:
    panel.attach(kind, path)
    quiet(qtbot, panel)


def states(panel: ScansPanel) -> list[str]:
    return [line.texts[3] for line in panel.model.lines]


def test_a_scan_is_attached_with_its_size_and_hash(qtbot: QtBot, panel: ScansPanel, scan: Path) -> None:
    attach(qtbot, panel, scan)
    attach(qtbot, panel, scan.with_name("bien-nhan.jpg"), RECEIPT)
    assert "bien-nhan.jpg" in panel.line.text
    (kept,) = report_queries.attachments(panel.session.store, panel.code)
    assert (kept.kind, kept.path, kept.size, len(kept.sha256)) == (SCAN, str(scan), 9, 64)
    assert panel.model.lines[0].texts[:4] == ("bản quét trang đã ký", "trang-ky.pdf", "1 KB", "còn đó, chưa đọc lại")


def test_the_same_file_is_attached_once(qtbot: QtBot, panel: ScansPanel, scan: Path) -> None:
    attach(qtbot, panel, scan)
    attach(qtbot, panel, scan)
    assert "đã kèm rồi" in panel.line.text
    assert panel.model.rowCount() == 1


def test_a_file_that_changed_or_went_is_told(qtbot: QtBot, panel: ScansPanel, scan: Path) -> None:
    attach(qtbot, panel, scan)
    panel.check_files()
    quiet(qtbot, panel)
    assert states(panel) == ["không đổi"]
    scan.write_bytes(b"%PDF sc4n")
    panel.check_files()
    quiet(qtbot, panel)
    assert states(panel) == ["đã bị thay đổi"]
    scan.unlink()
    panel.show_values()
    quiet(qtbot, panel)
    assert states(panel) == ["không còn ở đó"]
    panel.open_file()
    quiet(qtbot, panel)
    assert "trang-ky.pdf" in panel.line.text


def test_a_file_is_taken_away_by_del_with_a_reason_and_stays_where_it_is(
    qtbot: QtBot, panel: ScansPanel, scan: Path
) -> None:
    attach(qtbot, panel, scan)
    press(Qt.Key.Key_Delete, to=panel.table)
    panel.reason.field.setText("quét lại cho rõ")
    panel.reason.button.click()
    quiet(qtbot, panel)
    assert panel.model.rowCount() == 0
    assert scan.exists()
    assert report_queries.attachments(panel.session.store, panel.code) == ()
