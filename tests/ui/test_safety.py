"""No figure is lost or shown as safe when it is not: a deleted file, a damaged one, one that can only be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from data.catalogue import load_catalogue
from data.commands import open_station, save_data_values
from data.errors import EnvironmentFault
from data.model import Attribution, Category, CellState, DataValue
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import press, shown_screen, type_text
from ui.dialogs import show_fault
from ui.models.entry_model import FIRST_PART
from ui.session import Session

ROOT = Path(__file__).resolve().parents[2]
POPULATION = "population.quarter"


def play(scene: str, file: Path, tmp_path: Path) -> dict[str, str]:
    """What the whole program shows in a scene of ``whole_program``."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", SO_TRAM_USER_FOLDER=str(tmp_path / "home"))
    arguments = [scene, str(file), str(tmp_path / "log"), str(tmp_path / "cứu.sotram")]
    command = [sys.executable, "-m", "tests.ui.whole_program", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return dict(line.partition("=")[::2] for line in done.stdout.splitlines())


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
def test_a_file_deleted_while_open_is_said_and_saved_elsewhere(station_file: Path, tmp_path: Path) -> None:
    seen = play("vanished", station_file, tmp_path)
    assert "không còn ở chỗ cũ" in seen["line"]
    assert (seen["cell"], seen["filled"], seen["all_saved"]) == ("14", "1", "False")
    assert "1 số chưa lưu" in seen["status"]
    assert seen["still_open"] == "True"
    assert "mất" in seen["question"]
    assert seen["path"] == str(tmp_path / "cứu.sotram")
    assert seen["saved"] == "['13', '14']"


def _damage(file: Path) -> int:
    """A file of many figures, 20 kB in its middle written over; how many there were."""
    catalogue = load_catalogue()
    values = [
        DataValue(
            data_element=element.code,
            period=period.code,
            category=Category.DEFAULT,
            state=CellState.FIGURE,
            value="12",
        )
        for element in catalogue.data_elements.values()
        for period in parse_period("2023").parts(element.frequency) or ()
    ]
    with open_station(file, writing=True) as store:
        save_data_values(store, values, Attribution(user="Lan", now=NOW))
    with file.open("r+b") as content:
        content.seek(file.stat().st_size // 2)
        content.write(b"\x5a" * 20_000)
    return len(values)


def test_a_file_damaged_in_the_middle_is_recovered_into_a_new_one(station_file: Path, tmp_path: Path) -> None:
    count = _damage(station_file)
    before = station_file.read_bytes()
    seen = play("damaged", station_file, tmp_path)
    assert "đã hỏng" in seen["found"]
    assert seen["ways"] == "1"
    assert "ô" in seen["loss"]
    assert seen["path"] == "tram phục hồi 2024-10-03.sotram"
    assert count // 2 < int(seen["figures"]) <= count
    assert station_file.read_bytes() == before


def test_a_file_that_another_window_types_into_can_be_read(station_file: Path, tmp_path: Path) -> None:
    with open_station(station_file, writing=True):
        seen = play("held", station_file, tmp_path)
    assert "đang mở để nhập ở một cửa sổ khác" in seen["line"]
    assert seen["writable"] == "False"
    assert "Đang mở chỉ để đọc" in seen["notice"]


def test_a_closed_file_is_taken_to_another_computer(station_file: Path, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    seen = play("carried", station_file, tmp_path / "usb")
    assert "Đã chép tệp sang" in seen["line"]
    open_station(tmp_path / "usb" / station_file.name, writing=False).close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_file_moved_while_open_is_gone_on_with_at_its_new_place(station_file: Path, tmp_path: Path) -> None:
    seen = play("relocated", station_file, tmp_path)
    assert seen["path"] == str(tmp_path / "cứu.sotram")
    assert seen["saved"] == "['13', '14', '15']"


def test_the_last_resort_box_promises_only_what_holds(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def look(dialog: object) -> int:
        shown.extend(label.text() for label in dialog.findChildren(QLabel))  # type: ignore[attr-defined]
        return 0

    monkeypatch.setattr("ui.dialogs.QDialog.exec", look)
    for is_all_saved in (True, False):
        show_fault(None, "trace", Path("log"), is_all_saved=is_all_saved)
    assert "safe" in shown[0]
    assert "safe" not in shown[1]


@pytest.mark.parametrize("way", ["letter", "delete", "paste", "f2"])
def test_a_file_open_for_reading_says_so_before_anything_is_typed(
    qtbot: QtBot, station_file: Path, vietnamese: None, way: str
) -> None:
    reading = Session(open_station(station_file, writing=False), load_catalogue(), lambda: NOW, "Lan", "vi")
    reading.why_reading = EnvironmentFault("file_read_only", file=station_file)
    try:
        screen = shown_screen(qtbot, reading, POPULATION)
        assert "chỉ để đọc" in screen.line.text
        screen.line.clear()
        QGuiApplication.clipboard().setText("5")
        {
            "letter": lambda: type_text("7"),
            "delete": lambda: press(Qt.Key.Key_Delete),
            "paste": lambda: press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
            "f2": lambda: press(Qt.Key.Key_F2),
        }[way]()
        assert screen.grid.hasFocus()
        assert "thuộc tính chỉ đọc" in screen.line.text
        assert screen.line.answers[0].text() == "Lưu sang nơi khác…"
        assert screen.entry_model.index(0, FIRST_PART).data() == ""
    finally:
        reading.close()
