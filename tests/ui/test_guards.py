"""What watches over an open file: other copies, drives, a file that goes away. Nothing is merged or lost silently."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.catalogue import load_catalogue
from data.errors import EnvironmentFault
from data.model import Category, CellState, DataValue, NewStation
from data.store.volume import Volume
from tests.ui.conftest import NOW
from tests.ui.tools import press, type_text
from ui.guards import Guards, Ways
from ui.handover import READ_ME
from ui.known_files import KnownFiles
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.data_entry import DataEntryScreen
from ui.session import Session

Start = Callable[[Path], Guards]


def save(path: Path, figure: str, hours: int = 0) -> None:
    """One change of a file, some hours after the others."""
    value = DataValue(
        data_element="population_end", period="2024Q3", category=Category.DEFAULT, state=CellState.FIGURE, value=figure
    )
    by = commands.Attribution(user="Lan", now=NOW - timedelta(days=1) + timedelta(hours=hours))
    with commands.open_station(path, writing=True) as store:
        commands.save_data_values(store, [value], by)


@pytest.fixture(autouse=True)
def _program_of_that_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the tests is not before the day of the program."""
    monkeypatch.setattr("ui.clock_check.PROGRAM_DAY", NOW.date())


@pytest.fixture
def asked() -> list[Path]:
    """The files that a guard led to."""
    return []


@pytest.fixture
def start(qtbot: QtBot, vietnamese: None, asked: list[Path]) -> Iterator[Start]:
    """Opens a file in a window with its guards, and waits until it was compared."""
    opened: list[tuple[Session, Guards]] = []

    def begin(path: Path, *, writing: bool = True) -> Guards:
        session = Session(commands.open_station(path, writing=writing), load_catalogue(), lambda: NOW, "Lan", "vi")
        window = MainWindow(session, Memory())
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        guards = Guards(window, Ways(asked.append, asked.append))
        opened.append((session, guards))
        guards.start()
        qtbot.waitUntil(lambda: "settled" in _settled(session), timeout=5000)
        return guards

    yield begin
    for session, guards in opened:
        if session.is_open:
            guards.finish()
        session.close()


def _settled(session: Session) -> str:
    return "settled" if session.gate.is_held or not session.gate.is_waiting else ""


def leave(guards: Guards) -> None:
    """Close the file as the program does."""
    guards.finish()
    guards._session.close()


def test_a_file_seen_before_at_its_place_says_nothing(start: Start, station_file: Path) -> None:
    save(station_file, "1")
    leave(start(station_file))
    save(station_file, "2", hours=1)
    guards = start(station_file)
    assert "other_copy" not in guards.notices.names
    assert guards._session.is_writable


def test_a_copy_with_everything_is_a_calm_note(start: Start, station_file: Path, tmp_path: Path) -> None:
    save(station_file, "1")
    leave(start(station_file))
    copy = Path(shutil.copy(station_file, tmp_path / "chép.sotram"))
    guards = start(copy)
    assert str(station_file) in guards.notices.line.text
    assert "bản chép" in guards.notices.line.text
    assert guards._session.is_writable


def test_a_moved_file_is_a_calm_note(start: Start, station_file: Path, tmp_path: Path) -> None:
    save(station_file, "1")
    leave(start(station_file))
    guards = start(station_file.rename(tmp_path / "chuyển.sotram"))
    assert "chuyển chỗ" in guards.notices.line.text


@pytest.fixture
def older(start: Start, station_file: Path, tmp_path: Path) -> Path:
    """A copy that was left behind: this computer has seen one change more."""
    save(station_file, "1")
    copy = Path(shutil.copy(station_file, tmp_path / "cũ.sotram"))
    save(station_file, "2", hours=1)
    leave(start(station_file))
    return copy


def test_an_older_copy_is_explained_and_cannot_be_typed_into(
    qtbot: QtBot, start: Start, older: Path, station_file: Path
) -> None:
    guards = start(older)
    text = guards.notices.line.text
    assert "Đây là bản cũ hơn" in text
    assert "có 3 thay đổi, đến 15:05 ngày 02/10/2024" in text
    assert str(station_file) in text
    session = guards._session
    refused: list[Exception] = []
    session.write(lambda: commands.bind_plans(session.store, ["lao-cai-2024"], session.by()), None, refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=5000)
    assert getattr(refused[0], "code", "") == "file_is_older"
    assert queries.bound_plans(session.store) == ()


def test_an_older_copy_is_left_for_the_newest(start: Start, older: Path, station_file: Path, asked: list[Path]) -> None:
    guards = start(older)
    guards.notices.line.answers[0].click()
    assert asked == [station_file]


def test_the_grid_of_an_older_copy_says_why_nothing_can_be_typed(qtbot: QtBot, start: Start, older: Path) -> None:
    guards = start(older)
    window = guards.parent()
    assert isinstance(window, MainWindow)
    screen = window.show_screen("data_entry", keys=True)
    assert isinstance(screen, DataEntryScreen)
    screen.forms.setCurrentIndex(screen.form_model.index(screen.form_model.row_of("population.quarter")))
    screen.grid.go_to()
    qtbot.waitUntil(screen.grid.hasFocus)
    type_text("7")
    assert "cũ hơn bản mới nhất" in screen.line.text


def test_going_on_with_an_older_copy_needs_a_reason_that_is_kept(
    qtbot: QtBot, start: Start, older: Path, station_file: Path
) -> None:
    guards = start(older)
    guards.notices.line.answers[-2].click()
    reason = guards.notices.reason
    assert reason.isVisible()
    press(Qt.Key.Key_Return, to=reason.field)
    assert reason.isVisible()
    reason.field.setText("bản kia nhập nhầm xã")
    press(Qt.Key.Key_Return, to=reason.field)
    session = guards._session
    qtbot.waitUntil(lambda: session.writer.is_empty, timeout=5000)
    assert session.is_writable
    window = guards.parent()
    assert isinstance(window, MainWindow)
    assert window.current_screen().isAncestorOf(window.focusWidget())
    (kept,) = queries.settings_history(session.store, "copy_chosen")
    assert kept.note == "bản kia nhập nhầm xã"
    leave(guards)
    again = start(older)
    assert again._session.is_writable
    leave(again)
    assert "rẽ thành hai nhánh" in start(station_file).notices.line.text


def test_thinking_better_of_the_reason_asks_again(start: Start, older: Path) -> None:
    guards = start(older)
    guards.notices.line.answers[-2].click()
    press(Qt.Key.Key_Escape, to=guards.notices.reason.field)
    assert guards.notices.line.isVisible()
    assert not guards._session.is_writable


def test_two_branches_are_told_with_since_when(start: Start, station_file: Path, tmp_path: Path) -> None:
    save(station_file, "1")
    leave(start(station_file))
    other = Path(shutil.copy(station_file, tmp_path / "nhánh.sotram"))
    save(station_file, "2", hours=1)
    leave(start(station_file))
    save(other, "3", hours=2)
    guards = start(other)
    assert "rẽ thành hai nhánh từ 14:05 ngày 02/10/2024" in guards.notices.line.text
    assert not guards._session.is_writable


def test_branches_are_told_with_the_number_of_cells(start: Start, station_file: Path, tmp_path: Path) -> None:
    save(station_file, "7")
    copy = Path(shutil.copy(station_file, tmp_path / "nhánh.sotram"))
    save(station_file, "8", hours=1)
    leave(start(station_file))
    save(copy, "9", hours=2)
    assert "khác nhau ở 1 ô" in start(copy).notices.line.text


def test_a_restored_backup_is_older_on_purpose(start: Start, older: Path) -> None:
    KnownFiles().keep_answer(older, "restored", "yes")
    guards = start(older)
    assert "vừa được phục hồi" in guards.notices.line.text
    assert guards._session.is_writable


def test_a_file_from_another_computer_is_greeted(start: Start, station_file: Path) -> None:
    save(station_file, "1")
    (station_file.parent / READ_ME).touch()
    assert "mang từ máy khác sang, có 2 thay đổi" in start(station_file).notices.line.text


def test_a_file_that_was_carried_away_says_so_until_somebody_knows_better(start: Start, station_file: Path) -> None:
    leave(start(station_file))
    KnownFiles().keep_answer(station_file, "carried", "14:05 ngày 03/10/2024")
    guards = start(station_file)
    assert "mang sang máy khác lúc 14:05 ngày 03/10/2024" in guards.notices.line.text
    guards.notices.line.answers[0].click()
    leave(guards)
    assert start(station_file).notices.names == ()


def test_an_older_copy_open_for_reading_is_only_told(qtbot: QtBot, start: Callable[..., Guards], older: Path) -> None:
    guards = start(older, writing=False)
    qtbot.waitUntil(lambda: "bản cũ hơn" in guards.notices.line.text, timeout=5000)


def test_a_clock_before_the_newest_change_is_doubted(qtbot: QtBot, start: Start, station_file: Path) -> None:
    save(station_file, "1", hours=24 * 366)
    guards = start(station_file)
    qtbot.waitUntil(lambda: "clock" in guards.notices.names, timeout=5000)
    assert "Đồng hồ máy" in guards.notices.line.text
    assert guards._session.is_writable


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_file_that_goes_away_is_told_at_once_and_can_be_shown(
    start: Start, station_file: Path, tmp_path: Path, asked: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    guards = start(station_file)
    station_file.rename(tmp_path / "đâu.sotram")
    guards.place.look()
    assert "không còn ở chỗ cũ" in guards.notices.line.text
    monkeypatch.setattr("ui.dialogs.ask_file", lambda _parent: tmp_path / "đâu.sotram")
    guards.notices.line.answers[1].click()
    assert asked == [tmp_path / "đâu.sotram"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_unsaved_figures_go_to_the_new_place_of_the_same_file_only(
    qtbot: QtBot, start: Start, station_file: Path, tmp_path: Path, asked: list[object]
) -> None:
    save(station_file, "1")
    guards = start(station_file)
    guards.place._reopen = lambda *carried: asked.extend(carried)
    value = DataValue("population_end", "2024Q3", Category.DEFAULT, CellState.FIGURE, "14")
    guards._session.unsaved.add([value], EnvironmentFault("file_vanished", file=station_file))
    foreign = tmp_path / "khác.sotram"
    commands.create_station(foreign, NewStation(code="TYT_B", name="B", place="xã B"), NOW)
    moved = station_file.rename(tmp_path / "đâu.sotram")
    window = guards.parent()
    assert isinstance(window, MainWindow)
    guards.place.go_on_at(foreign)
    qtbot.waitUntil(lambda: "trạm khác" in window.notice.text, timeout=5000)
    assert (len(guards._session.unsaved), asked) == (1, [])
    guards.place.go_on_at(moved)
    qtbot.waitUntil(lambda: asked == [moved, (value,)], timeout=5000)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_file_that_is_back_settles_the_notice(start: Start, station_file: Path, tmp_path: Path) -> None:
    guards = start(station_file)
    station_file.rename(tmp_path / "đâu.sotram")
    guards.place.look()
    (tmp_path / "đâu.sotram").rename(station_file)
    guards.place.look()
    assert "vanished" not in guards.notices.names


@pytest.fixture
def on_a_stick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file lies on a stick."""
    monkeypatch.setattr("data.store.database.volume_of", lambda _path: Volume.FAT)


def test_on_a_stick_it_is_asked_once_where_to_work(start: Start, station_file: Path, on_a_stick: None) -> None:
    guards = start(station_file)
    window = guards.parent()
    assert isinstance(window, MainWindow)
    assert "USB" in guards.notices.line.text
    assert "đừng rút khi đang mở" in window._place.text()
    guards.notices.line.answers[1].click()
    leave(guards)
    assert start(station_file).notices.names == ()


def test_a_stick_put_in_again_is_opened_anew(
    qtbot: QtBot, start: Start, station_file: Path, on_a_stick: None, asked: list[Path]
) -> None:
    guards = start(station_file)
    away = station_file.rename(station_file.with_name("rút.sotram"))
    guards.place.look()
    qtbot.waitUntil(lambda: "không còn ở chỗ cũ" in guards.notices.line.text, timeout=5000)
    away.rename(station_file)
    guards.place.look()
    qtbot.waitUntil(lambda: "đã trở lại" in guards.notices.line.text, timeout=5000)
    guards.notices.line.answers[0].click()
    assert asked == [station_file]


def test_a_working_copy_whose_origin_was_changed_is_not_brought_back(
    qtbot: QtBot, start: Start, station_file: Path, tmp_path: Path, asked: list[Path]
) -> None:
    folder = tmp_path / "máy"
    folder.mkdir()
    guards = start(station_file)
    guards.place.borrow_to(folder)
    qtbot.waitUntil(lambda: bool(asked), timeout=5000)
    leave(guards)
    save(station_file, "8")
    working = start(asked[0])
    working.place.give_back()
    window = working.parent()
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: "Chưa mang về được" in window.notice.text, timeout=5000)


def test_a_local_copy_is_made_and_brought_back(
    qtbot: QtBot, start: Start, station_file: Path, tmp_path: Path, asked: list[Path]
) -> None:
    folder = tmp_path / "máy"
    folder.mkdir()
    guards = start(station_file)
    guards.place.borrow_to(folder)
    qtbot.waitUntil(lambda: bool(asked), timeout=5000)
    assert asked == [folder / station_file.name]
    leave(guards)
    save(asked[0], "9")
    working = start(asked[0])
    assert "Mang về" in working.notices.line.answers[0].text()
    window = working.parent()
    assert isinstance(window, MainWindow)
    window.close()
    assert window.isVisible()
    assert "chưa có những thay đổi" in working.notices.line.text
    working.notices.line.answers[0].click()
    qtbot.waitUntil(lambda: "Đã mang về" in window.notice.text, timeout=5000)
    with commands.open_station(station_file, writing=False) as store:
        assert [value.value for value in queries.data_values(store)] == ["9"]
    window.close()
    assert not window.isVisible()
