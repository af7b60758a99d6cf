"""The due list says so calmly when the file has gone away while it works something out."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from data import commands
from data.model import Attribution
from tests.ui.conftest import NOW
from ui.screens.due_list import DueListScreen
from ui.session import Session


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_file_that_has_gone_away_is_a_line(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    commands.bind_plans(session.store, ["lao-cai-2024"], Attribution("Lan", NOW))
    screen = DueListScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    session.path.rename(tmp_path / "đâu.sotram")
    screen.activate()
    qtbot.waitUntil(lambda: any("không còn ở chỗ cũ" in line.title for line in screen.model.lines), timeout=5000)
