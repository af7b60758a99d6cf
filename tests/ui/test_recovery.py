"""Guided recovery: what each way would lose is said before one is chosen; the damaged file is only read."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from data import commands, queries, safety
from data.errors import EnvironmentFault
from data.model import Attribution, Category, CellState, DataValue
from tests.ui.conftest import NOW
from tests.ui.tools import press
from ui import recovery_words, restoring
from ui.messages import load_messages
from ui.screens.first_steps import Welcome
from ui.screens.recovery import Damage, RecoveryPage

BY = Attribution(user="Lan", now=NOW, kind="restore")


def save(store: commands.Store, figure: str, hours: int) -> None:
    """One figure, some hours before now."""
    value = DataValue(
        data_element="population_end", period="2024Q3", category=Category.DEFAULT, state=CellState.FIGURE, value=figure
    )
    commands.save_data_values(store, [value], Attribution(user="Lan", now=NOW - timedelta(hours=hours)))


@pytest.fixture
def damaged(station_file: Path) -> Path:
    """A file that is nothing but noise; its backup lacks nothing but what came after it."""
    with commands.open_station(station_file, writing=True) as store:
        save(store, "4100", 3)
        safety.make_backup(store, safety.backup_folder(station_file), NOW - timedelta(hours=2), "interval")
    station_file.write_bytes(b"\x5a" * 50_000)
    return station_file


def page_of(qtbot: QtBot, path: Path) -> RecoveryPage:
    """The page, once it has looked."""
    page = RecoveryPage(Damage(path, EnvironmentFault("file_not_sqlite", file=path), BY), load_messages("vi"))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.start()
    qtbot.waitUntil(lambda: page.survey is not None and not page.busy.isVisible(), timeout=10000)
    return page


def test_the_ways_are_listed_and_nothing_is_done_yet(qtbot: QtBot, vietnamese: None, damaged: Path) -> None:
    before = sorted(damaged.parent.rglob("*"))
    page = page_of(qtbot, damaged)
    (line,) = page.model.lines[1:]
    assert line.title == "1. Bản sao lưu lúc 12:05 ngày 03/10/2024"
    assert line.side == "1 số liệu, đến 14:05 ngày 03/10/2024"
    assert "Phần đầu của tệp đã hỏng" in page.found.text()
    assert "chọn tệp" not in page.found.text()
    assert sorted(damaged.parent.rglob("*")) == before


def test_the_chosen_way_makes_a_new_file_by_keys(qtbot: QtBot, vietnamese: None, damaged: Path) -> None:
    before = damaged.read_bytes()
    page = page_of(qtbot, damaged)
    page.listen()
    QTest.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert "Tệp hỏng giữ nguyên" in page.line.text
    with qtbot.waitSignal(page.recovered, timeout=10000) as made:
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (path,) = made.args
    assert path.name == "tram phục hồi 2024-10-03.sotram"
    with commands.open_station(path, writing=False) as store:
        assert [value.value for value in queries.data_values(store)] == ["4100"]
    assert damaged.read_bytes() == before


def test_keys_meant_for_cells_choose_nothing(qtbot: QtBot, vietnamese: None, damaged: Path) -> None:
    page = page_of(qtbot, damaged)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is page.centralWidget()
    for is_deaf in (True, False):
        QTest.keyClicks(focused, "12")
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(focused, key)
        if is_deaf:
            QTest.keyClick(focused, Qt.Key.Key_Tab)
            QTest.keyClick(focused, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
            page.listen()
    assert not page.line.isVisible()
    assert QApplication.focusWidget() is focused


def test_two_enters_on_a_way_make_nothing(qtbot: QtBot, vietnamese: None, damaged: Path) -> None:
    page = page_of(qtbot, damaged)
    page.listen()
    page.view.setFocus()
    for _ in range(2):
        press(Qt.Key.Key_Return)
    assert "Tệp hỏng giữ nguyên" in page.line.text
    assert not page.busy.isVisible()


def test_it_says_that_figures_wait_to_be_written(qtbot: QtBot, vietnamese: None, damaged: Path) -> None:
    damage = Damage(damaged, EnvironmentFault("file_damaged", file=damaged), BY, was_open=True, unsaved=2)
    page = RecoveryPage(damage, load_messages("vi"))
    qtbot.addWidget(page)
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "2 số vừa nhập" in said
    assert "khi đang mở" in said


def test_a_backup_that_is_opened_is_restored(qtbot: QtBot, vietnamese: None, damaged: Path) -> None:
    (backup,) = safety.list_backups(safety.backup_folder(damaged))
    assert "bản sao lưu lúc 12:05 ngày 03/10/2024" in restoring.what_it_is(backup.path)
    target = restoring.suggested(backup.path)
    assert target == damaged.with_name("tram 2024-10-03 12h05.sotram")
    welcome = Welcome([])
    qtbot.addWidget(welcome)
    made: list[Path] = []
    at = restoring.At(welcome, welcome.tasks, welcome.line, load_messages("vi"))
    restoring.restore(at, backup.path, target, made.append)
    qtbot.waitUntil(lambda: made == [target], timeout=5000)
    restoring.restore(at, backup.path, target, made.append)
    qtbot.waitUntil(lambda: "Đã có tệp" in welcome.line.text, timeout=5000)
    welcome.tasks.close()


def test_a_backup_that_cannot_be_read_is_not_restored(vietnamese: None, damaged: Path) -> None:
    broken = damaged.with_name("x.sotram-backup")
    broken.write_bytes(b"x")
    assert "bị hỏng" in restoring.what_it_is(broken)
    assert restoring.answers(broken, lambda: None) == []


def test_a_place_that_is_taken_is_refused_in_a_sentence(qtbot: QtBot, vietnamese: None, damaged: Path) -> None:
    page = page_of(qtbot, damaged)
    assert page.survey is not None
    page.recover(page.survey.options[0], damaged)
    qtbot.waitUntil(lambda: "Đã có tệp" in page.line.text, timeout=10000)


def test_without_any_backup_it_says_what_to_do(qtbot: QtBot, vietnamese: None, tmp_path: Path) -> None:
    alone = tmp_path / "một mình"
    alone.mkdir()
    path = alone / "tram.sotram"
    path.write_bytes(b"")
    page = page_of(qtbot, path)
    assert "cắm USB" in page.model.lines[1].title
    assert not page.buttons["recover"].isEnabled()


def test_a_backup_elsewhere_is_looked_at(qtbot: QtBot, vietnamese: None, damaged: Path, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    (backup,) = safety.list_backups(safety.backup_folder(damaged))
    moved = backup.path.rename(stick / backup.path.name)
    page = page_of(qtbot, damaged)
    assert page.survey is not None
    assert not page.survey.options
    page.look_at(moved)
    qtbot.waitUntil(lambda: bool(page.survey and page.survey.options), timeout=10000)


def test_another_station_file_is_opened_as_it_is(qtbot: QtBot, vietnamese: None, damaged: Path) -> None:
    page = page_of(qtbot, damaged)
    with qtbot.waitSignal(page.opening_asked) as asked:
        page.look_at(damaged.with_name("khác.sotram"))
    assert asked.args == [damaged.with_name("khác.sotram")]


@pytest.mark.parametrize(
    ("loss", "words"),
    [
        (safety.Loss(), "Không mất số liệu nào đã biết."),
        (safety.Loss(cells=3, periods=("2024Q3",)), "Mất hoặc lùi về số cũ 3 ô, kỳ Quý III/2024."),
        (safety.Loss(cells=1, first=NOW, last=NOW, periods=("2024",)), "nhập lúc 14:05 ngày 03/10/2024"),
        (
            safety.Loss(cells=12, first=NOW - timedelta(days=1), last=NOW, periods=("?", "1", "2", "3", "4", "5")),
            "nhập từ 14:05 ngày 02/10/2024 đến 14:05 ngày 03/10/2024, kỳ ?, 1, 2, 3, 2 kỳ khác",
        ),
        (safety.Loss(records=2, unknown=1), "mất 2 thay đổi về thông tin trạm, kết luận, lời văn; 1 mục nhật ký"),
    ],
)
def test_a_loss_is_told_in_cells_and_dates(vietnamese: None, loss: safety.Loss, words: str) -> None:
    assert words in recovery_words.loss(loss)
