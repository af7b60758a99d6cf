"""Backups without asking, shown in the status bar and in the settings; one that fails never stops the work."""

from __future__ import annotations

import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from data import commands, safety
from data.errors import EnvironmentFault
from data.model import Category, CellState, DataValue
from tests.conftest import LogFail
from tests.ui.conftest import NOW
from ui import backup_words
from ui.backup_keeper import BackupKeeper, BackupState
from ui.known_files import RESTORED, KnownFiles
from ui.messages import load_messages
from ui.screens.due_list import DueListScreen
from ui.screens.settings_backup import BackupPage
from ui.session import Session
from ui.widgets.backup_label import BackupLabel
from ui.widgets.edge_line import EdgeLine

HERE = Path("/so/Sao lưu")


def change(qtbot: QtBot, session: Session) -> None:
    """Something changes in the file."""
    session.write(lambda: commands.bind_plans(session.store, ["lao-cai-2024"], session.by()))
    qtbot.waitUntil(lambda: session.writer.is_empty, timeout=5000)


def made(qtbot: QtBot, keeper: BackupKeeper, why: str = "interval") -> BackupState:
    """Have one made and wait for it."""
    done: list[str] = []
    keeper.make(why, lambda: done.append(why))
    qtbot.waitUntil(lambda: bool(done), timeout=10000)
    return keeper.state


@pytest.fixture
def keeper(session: Session) -> BackupKeeper:
    """Keeps the backups of the new file."""
    session.keeper = BackupKeeper(session)
    return session.keeper


def reasons(folder: Path) -> list[str]:
    """Why the backups in a folder were made, newest first."""
    return [backup.manifest.why for backup in safety.list_backups(folder)]


def test_a_backup_is_made_and_said(qtbot: QtBot, keeper: BackupKeeper, session: Session) -> None:
    state = made(qtbot, keeper, "opening")
    assert state.newest == NOW
    assert reasons(session.path.parent / "Sao lưu") == ["opening"]
    assert backup_words.status(state, NOW, session.sentence).text == "Sao lưu (đã thử phục hồi): hôm nay 14:05"


def test_before_something_large_a_backup_comes_first(qtbot: QtBot, keeper: BackupKeeper, session: Session) -> None:
    keeper.start()
    seen: list[list[str]] = []
    session.protected("import", lambda: seen.append(reasons(keeper.state.folder)))
    qtbot.waitUntil(lambda: bool(seen), timeout=10000)
    assert seen == [["import"]]


def test_without_a_keeper_nothing_is_waited_for(session: Session) -> None:
    seen: list[int] = []
    session.protected("import", lambda: seen.append(1))
    assert seen == [1]


def test_a_second_place_gets_a_copy(qtbot: QtBot, keeper: BackupKeeper, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    keeper.choose_second(stick)
    qtbot.waitUntil(lambda: keeper.state.second_at is not None, timeout=10000)
    assert reasons(stick) == ["command"]


def test_a_stick_that_is_not_there_is_no_fault(qtbot: QtBot, keeper: BackupKeeper, tmp_path: Path) -> None:
    keeper.choose_second(tmp_path / "usb")
    qtbot.waitUntil(lambda: not keeper.state.is_second_there and not keeper.state.is_running, timeout=10000)
    assert not backup_words.status(keeper.state, NOW, load_messages("vi").error).is_bad
    assert "hiện chưa cắm" in backup_words.second_place(keeper.state, NOW)


def test_a_failing_backup_is_said_until_one_succeeds_and_nothing_waits_for_it(
    qtbot: QtBot, keeper: BackupKeeper, session: Session, log_fail: LogFail
) -> None:
    log_fail.expect("a backup failed: backup_folder_is_file")
    folder = session.path.parent / "Sao lưu"
    folder.touch()  # a file where the folder should be
    state = made(qtbot, keeper)
    assert state.error is not None
    said = backup_words.status(state, NOW, session.sentence)
    assert said.is_bad
    assert said.text == "Chưa sao lưu được"
    change(qtbot, session)
    folder.unlink()
    assert made(qtbot, keeper).error is None


def test_at_the_end_one_more_is_made_of_what_changed(qtbot: QtBot, keeper: BackupKeeper, session: Session) -> None:
    made(qtbot, keeper, "opening")
    change(qtbot, session)
    keeper.finish()
    assert reasons(keeper.state.folder)[0] in ("closing", "opening")
    assert sorted(reasons(keeper.state.folder)) == ["closing", "opening"]


def test_at_the_end_nothing_is_made_when_nothing_changed(qtbot: QtBot, keeper: BackupKeeper) -> None:
    made(qtbot, keeper, "opening")
    keeper.finish()
    assert reasons(keeper.state.folder) == ["opening"]


@pytest.mark.parametrize(("days", "text"), [(0, "hôm nay 14:05"), (1, "hôm qua 14:05"), (8, "25/09/2024 14:05")])
def test_the_newest_backup_is_told_as_people_say_it(vietnamese: None, days: int, text: str) -> None:
    state = BackupState(HERE, newest=NOW - timedelta(days=days), is_current=True)
    said = backup_words.status(state, NOW, load_messages("vi").error)
    assert said.text.endswith(text)
    assert not said.is_bad
    assert "không đổi" in said.detail


def test_no_backup_at_all_needs_a_look(vietnamese: None) -> None:
    assert backup_words.status(BackupState(HERE), NOW, load_messages("vi").error).is_bad
    running = backup_words.status(BackupState(HERE, is_running=True), NOW, load_messages("vi").error)
    assert not running.is_bad


def test_a_failing_second_copy_names_itself(vietnamese: None) -> None:
    fault = EnvironmentFault("disk_full", file="/usb/a")
    said = backup_words.status(BackupState(HERE, newest=NOW, second_error=fault), NOW, load_messages("vi").error)
    assert said.text == "Chưa chép được bản thứ hai"
    assert "Ổ đĩa đã đầy" in said.detail


def test_the_label_says_it_in_words_for_those_who_hear(qtbot: QtBot) -> None:
    label = BackupLabel()
    qtbot.addWidget(label)
    label.show_state("Chưa sao lưu được", "Ổ đĩa đã đầy.", is_bad=True)
    assert label.accessibleName() == "Chưa sao lưu được. Ổ đĩa đã đầy."
    assert label._sign.isVisibleTo(label)
    label.show_state("Sao lưu: hôm nay", "", is_bad=False)
    assert not label._sign.isVisibleTo(label)


def test_the_due_list_names_the_newest_proven_backup(qtbot: QtBot, keeper: BackupKeeper, session: Session) -> None:
    screen = DueListScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    assert backup_words.agenda(session) == ([], [])
    made(qtbot, keeper, "opening")
    assert screen.model.lines[-1].title == "Sao lưu (đã thử phục hồi): hôm nay 14:05"
    keeper.state = keeper.state._replace(error=EnvironmentFault("disk_full", file="a"))
    session.backups_changed.emit()
    assert screen.model.lines[1].title == "Chưa sao lưu được"


# --- the page of the settings ----------------------------------------------------------------------------------------


@pytest.fixture
def page(qtbot: QtBot, keeper: BackupKeeper, session: Session) -> BackupPage:
    """The page, with one backup made."""
    keeper.start()
    made(qtbot, keeper, "opening")
    page = BackupPage(session, EdgeLine())
    qtbot.addWidget(page)
    page.show()
    page.show_values()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=5000)
    return page


def test_the_page_lists_when_and_why(page: BackupPage) -> None:
    texts = [page.model.index(0, column).data() for column in range(6)]
    assert texts[:2] == ["03/10/2024 14:05", "khi mở tệp"]
    assert "Sao lưu" in page.state.text()


def test_one_more_is_made_when_asked(qtbot: QtBot, page: BackupPage) -> None:
    page.buttons["now"].click()
    qtbot.waitUntil(lambda: "thử phục hồi" in page._line.text, timeout=10000)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=5000)


def test_a_backup_is_restored_into_a_new_file(qtbot: QtBot, page: BackupPage, tmp_path: Path) -> None:
    backup = page.model.backup_at(0)
    assert backup is not None
    target = tmp_path / "phục hồi.sotram"
    with qtbot.waitSignal(page.restored, timeout=10000) as restored:
        page.restore(backup.path, target)
    assert restored.args == [target]
    commands.open_station(target, writing=False).close()
    assert KnownFiles().answer(target, RESTORED) == "yes"


def test_before_restoring_it_is_said_what_the_open_file_has_more(
    qtbot: QtBot, page: BackupPage, session: Session, vietnamese: None
) -> None:
    value = DataValue("population_end", "2024Q3", Category.DEFAULT, CellState.FIGURE, "4100")
    session.write(lambda: commands.save_data_values(session.store, [value], session.by()))
    qtbot.waitUntil(lambda: session.writer.is_empty, timeout=5000)
    page._ask_restore()
    qtbot.waitUntil(lambda: bool(page._line.answers), timeout=5000)
    assert "Mất hoặc lùi về số cũ 1 ô nhập lúc 14:05 ngày 03/10/2024, kỳ Quý III/2024" in page._line.text
    assert "Phục hồi thành tệp mới" in page._line.answers[0].text()


def test_backups_of_another_copy_are_named_so(
    qtbot: QtBot, page: BackupPage, session: Session, tmp_path: Path, vietnamese: None
) -> None:
    assert page._session.keeper is not None
    copy = tmp_path / "chép.sotram"
    shutil.copy(session.path, copy)
    with commands.open_station(copy, writing=True) as other:
        value = DataValue("population_end", "2024Q3", Category.DEFAULT, CellState.FIGURE, "4100")
        commands.save_data_values(other, [value], session.by())
        safety.make_backup(other, page._session.keeper.state.folder, NOW + timedelta(hours=1), "interval")
    page.show_values()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=5000)
    whys = [page.model.index(row, 1).data() for row in range(2)]
    assert [why.startswith("của bản khác") for why in whys] == [True, False]


def test_the_keys_stay_where_they_were_after_a_backup(qtbot: QtBot, page: BackupPage) -> None:
    page.activateWindow()
    page.buttons["now"].setFocus()
    qtbot.waitUntil(page.buttons["now"].hasFocus)
    page.back_up()
    qtbot.waitUntil(lambda: bool(page._line.text), timeout=5000)
    assert page.focusWidget() is page.buttons["now"]


def test_a_second_place_on_the_same_disk_is_said(qtbot: QtBot, page: BackupPage, tmp_path: Path) -> None:
    page.choose_second(tmp_path)
    assert "Cùng ổ đĩa với tệp" in page._line.text
    keeper = page._session.keeper
    assert keeper is not None
    qtbot.waitUntil(lambda: keeper.state.second_at is not None, timeout=5000)
    assert "Cùng ổ đĩa" in backup_words.second_place(keeper.state, NOW)
    page.choose_second(None)
    assert not keeper.state.is_same_disk


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_no_folder_is_made_beside_a_file_that_moved(
    qtbot: QtBot, keeper: BackupKeeper, session: Session, tmp_path: Path, log_fail: LogFail
) -> None:
    log_fail.expect("a backup failed: file_vanished")
    change(qtbot, session)
    session.path.rename(tmp_path / "đâu.sotram")
    made(qtbot, keeper)
    assert not keeper.state.folder.exists()
    assert keeper.state.error is not None


def test_restoring_never_overwrites(qtbot: QtBot, page: BackupPage, tmp_path: Path) -> None:
    backup = page.model.backup_at(0)
    assert backup is not None
    (tmp_path / "có.sotram").touch()
    page.restore(backup.path, tmp_path / "có.sotram")
    qtbot.waitUntil(lambda: "Đã có tệp" in page._line.text, timeout=10000)


def test_the_file_is_carried_with_a_note(qtbot: QtBot, page: BackupPage, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    page.carry(stick)
    qtbot.waitUntil(lambda: "Đã chép tệp" in page._line.text, timeout=10000)
    note = (stick / "DOC-TOI-SO-TRAM.txt").read_text(encoding="utf-8-sig")
    assert "chỉ nhập trên một máy" in note
    assert (stick / "tram.sotram").is_file()
    page.carry(stick)
    qtbot.waitUntil(lambda: (stick / "tram 2024-10-03.sotram").is_file(), timeout=10000)
