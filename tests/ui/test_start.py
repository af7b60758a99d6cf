"""Starting: nothing heavy before the first paint; files that cannot be opened are said in a line, not in a box."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data.commands import open_station
from tests.ui.conftest import NOW
from ui.dialogs import NewStationDialog
from ui.screens.first_steps import Welcome

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("matplotlib", "numpy", "reportlab", "sqlite_utils", "openpyxl", "yaml", "tomllib", "pyhanko", "pypdf")
NOT_YET = {
    *("logging.handlers", "secrets", "hashlib", "fractions", "decimal", "PySide6.QtPrintSupport", "PySide6.QtPdf"),
    *("data.numbers", "data.aggregation", "data.calculation", "data.targets", "data.validation", "data.printing"),
    *("data.trace", "data.catalogue.expressions", "data.catalogue.reader", "data.store.check", "data.exchange"),
    *("data.example", "reports"),
}
"""Modules that the first paint does without."""

SCRIPT = """
import sys
import main
status = main.main([*sys.argv[1:]])
print(*sorted(sys.modules))
sys.exit(status)
"""


def start(file: Path, moment: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, until it has painted or takes figures."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # coverage imports a lot
    environment = dict(kept, QT_QPA_PLATFORM="offscreen", SO_TRAM_USER_FOLDER=str(tmp_path / "home"))
    command = [sys.executable, "-c", SCRIPT, str(file), "--exit-when", moment]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def test_the_first_paint_waits_for_nothing_heavy(station_file: Path, tmp_path: Path) -> None:
    done = start(station_file, "painted", tmp_path)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert not {name.partition(".")[0] for name in loaded} & set(HEAVY)
    assert not loaded & NOT_YET
    screens = {"ui.screens.due_list", "ui.screens.due_sent", "ui.screens.registry", "ui.screens.screen"}
    assert {name for name in loaded if name.startswith("ui.screens.")} == screens


def test_the_entry_grid_waits_for_nothing_heavy(station_file: Path, tmp_path: Path) -> None:
    done = start(station_file, "ready", tmp_path)
    assert done.returncode == 0, done.stderr
    sentences = {"tomllib"}  # what begins after the window is shown may have something to say before it is ready
    assert not {name.split(".")[0] for name in done.stdout.split()} & set(HEAVY) - sentences


def test_opening_writes_nothing(station_file: Path, tmp_path: Path) -> None:
    before = station_file.read_bytes()
    assert start(station_file, "ready", tmp_path).returncode == 0
    assert station_file.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"xin chao", b"SQLite format 3\x00"])
def test_a_file_that_is_none_of_ours_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "la.sotram"
    path.write_bytes(content)
    assert start(path, "painted", tmp_path).returncode == 0
    assert path.read_bytes() == content


def test_without_a_file_the_window_offers_to_make_one(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    welcome = Welcome([tmp_path / "a.sotram"], "Không mở được tệp.")
    qtbot.addWidget(welcome)
    welcome.show()
    assert welcome.line.text == "Không mở được tệp."
    with qtbot.waitSignal(welcome.opening_asked) as asked:
        welcome.view.opened.emit(tmp_path / "a.sotram")
    assert asked.args == [tmp_path / "a.sotram"]


def test_the_start_page_has_the_keys_of_the_window(qtbot: QtBot) -> None:
    welcome = Welcome([])
    qtbot.addWidget(welcome)
    welcome.show()
    qtbot.waitExposed(welcome)
    welcome.activateWindow()
    qtbot.waitUntil(welcome.isActiveWindow)
    for key, asked in ((Qt.Key.Key_N, welcome.creating_asked), (Qt.Key.Key_O, welcome.opening_asked)):
        with qtbot.waitSignal(asked):
            QTest.keyClick(welcome, key, Qt.KeyboardModifier.ControlModifier)


def test_a_new_station_is_made_from_its_name_and_place(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewStationDialog(NOW, "Lan", "vi")
    qtbot.addWidget(dialog)
    dialog.name.setText("Trạm Y tế xã Đồng Tuyển")
    dialog.name.textEdited.emit(dialog.name.text())
    assert dialog.code.text() == "TYT_DONG_TUYEN"
    dialog.file.setText(str(tmp_path / "moi"))
    dialog.place.setText("Đồng Tuyển")
    dialog._make()
    assert "loại" in dialog.line.text or "địa bàn" in dialog.line.text.lower()
    dialog.place.setText("xã Đồng Tuyển")
    dialog._make()
    assert dialog.path == tmp_path / "moi.sotram"
    open_station(dialog.path, writing=False).close()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Trạm Y tế xã Cốc San", "xã Cốc San"),
        ("TRẠM Y TẾ PHƯỜNG Nam Cường", "phường Nam Cường"),
        ("Trạm Y tế thị trấn Bến Sung", "thị trấn Bến Sung"),
        ("Trạm Y tế xã", ""),
        ("Trạm Y tế Cốc San", ""),
    ],
)
def test_the_place_is_proposed_from_the_name(qtbot: QtBot, name: str, place: str) -> None:
    dialog = NewStationDialog(NOW, "Lan", "vi")
    qtbot.addWidget(dialog)
    dialog.name.setText(name)
    dialog.name.textEdited.emit(name)
    assert dialog.place.text() == place


def test_what_was_typed_by_hand_is_not_proposed_anew(qtbot: QtBot) -> None:
    dialog = NewStationDialog(NOW, "Lan", "vi")
    qtbot.addWidget(dialog)
    dialog.code.setText("TYT_01")
    dialog.code.setModified(True)
    dialog.name.textEdited.emit("Trạm Y tế xã Cốc San")
    assert dialog.code.text() == "TYT_01"


def test_a_refusal_leaves_the_fields_their_room_and_goes_when_mended(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewStationDialog(NOW, "Lan", "vi")
    qtbot.addWidget(dialog)
    dialog.file.setText(str(tmp_path / "moi"))
    dialog.show()
    before = dialog.file.height()
    dialog._make()
    QApplication.processEvents()
    assert dialog.line.text
    assert dialog.file.height() == before
    dialog.place.textEdited.emit("xã Cốc San")
    assert not dialog.line.text
