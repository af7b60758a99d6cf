"""Run by tests in a process of its own, since there is one application per process: do something, print what is seen.

Arguments: the scene's name, the station file, the log file, and a free place for another station file.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from data import queries
from tests.ui.conftest import NOW
from tests.ui.tools import press, type_text
from ui.app import App
from ui.carrying import carry_closed
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.models.entry_model import FIRST_PART
from ui.rescue import copy_to
from ui.screens.data_entry import DataEntryScreen
from ui.screens.first_steps import Welcome
from ui.screens.recovery import RecoveryPage

SECONDS = 15.0


def wait(is_there: Callable[[], bool]) -> None:
    """Let the program run until something is so."""
    end = time.monotonic() + SECONDS
    while not is_there():
        assert time.monotonic() < end, "waited in vain"
        QApplication.processEvents()
        time.sleep(0.005)


def say(what: str, value: object) -> None:
    """One line for the test."""
    sys.stdout.write(f"{what}={value}\n")


def type_and_wait(window: MainWindow, figure: str) -> DataEntryScreen:
    """Type a figure into the population form, and wait until it is on disk or refused."""
    screen = window.show_screen("data_entry", keys=True)
    assert isinstance(screen, DataEntryScreen)
    if screen.entry_model.form is None or screen.entry_model.form.data_set.code != "population.quarter":
        screen.forms.setCurrentIndex(screen.form_model.index(screen.form_model.row_of("population.quarter")))
        screen.grid.go_to()
    wait(screen.grid.hasFocus)
    type_text(figure)
    press(Qt.Key.Key_Return)
    wait(lambda: window.session.writer.is_empty)
    return screen


def vanished(app: App, path: Path, elsewhere: Path) -> None:
    """The file is deleted while a window shows it; everything is saved elsewhere."""
    window = app.window
    assert isinstance(window, MainWindow)
    type_and_wait(window, "13")
    path.unlink()
    screen = type_and_wait(window, "14")
    say("line", screen.line.text)
    say("cell", screen.entry_model.index(1, FIRST_PART).data())
    say("filled", screen.entry_model.filled()[0])
    say("status", window._saved.text())
    say("all_saved", app._is_all_saved())
    window.close()
    say("still_open", window.isVisible())
    say("question", window.notice.text)
    copy_to(window, elsewhere, app.open_file)
    wait(lambda: app.window is not window)
    assert isinstance(app.window, MainWindow)
    say("path", app.window.session.path)
    say("saved", sorted(value.value for value in queries.data_values(app.window.session.store)))


def damaged(app: App, _path: Path, _elsewhere: Path) -> None:
    """A damaged file is not shown: what was found and what can be had of it are; the best way is taken."""
    wait(lambda: isinstance(app.window, RecoveryPage) and app.window.survey is not None)
    page = app.window
    assert isinstance(page, RecoveryPage)
    say("found", page.found.text())
    say("ways", len(page.model.lines) - 1)
    say("loss", page.model.lines[1].detail)
    page.view.opened.emit(0)
    page.line.answers[0].click()
    wait(lambda: isinstance(app.window, MainWindow))
    assert isinstance(app.window, MainWindow)
    say("path", app.window.session.path.name)
    say("figures", len(queries.data_values(app.window.session.store)))


def held(app: App, _path: Path, _elsewhere: Path) -> None:
    """Another copy of the program types into the file: it is opened for reading only."""
    page = app.window
    assert isinstance(page, Welcome)
    say("line", page.line.text)
    page.line.answers[0].click()
    wait(lambda: isinstance(app.window, MainWindow) and app._guards is not None)
    assert isinstance(app.window, MainWindow)
    assert app._guards is not None
    say("writable", app.window.session.is_writable)
    say("notice", app._guards.notices.line.text)


def carried(app: App, path: Path, elsewhere: Path) -> None:
    """A file that is not open is taken to another computer from the first page."""
    app._leave_file()
    app.show_welcome()
    page = app.window
    assert isinstance(page, Welcome)
    carry_closed(page, path, elsewhere.parent, NOW, "vi")
    wait(lambda: "Đang" not in page.line.text)
    say("line", page.line.text)
    page.close()


def relocated(app: App, path: Path, elsewhere: Path) -> None:
    """A file is moved while a window shows it, and gone on with at its new place."""
    window = app.window
    assert isinstance(window, MainWindow)
    type_and_wait(window, "13")
    wait(lambda: app._guards is not None)
    path.rename(elsewhere)
    type_and_wait(window, "15")
    values = window.session.unsaved.values
    window.session.unsaved.clear()
    app.reopen(elsewhere, values)
    wait(lambda: isinstance(app.window, MainWindow) and app.window is not window)
    assert isinstance(app.window, MainWindow)
    type_and_wait(app.window, "14")
    say("path", app.window.session.path)
    say("saved", sorted(value.value for value in queries.data_values(app.window.session.store)))


def main() -> int:
    """Play a scene."""
    name, path, log, elsewhere = sys.argv[1], *(Path(argument) for argument in sys.argv[2:])
    app = App(["so-tram"], Memory(), lambda: NOW, log)
    app.speak("vi")
    app.open_file(path)
    scenes = (vanished, damaged, held, carried, relocated)
    next(scene for scene in scenes if scene.__name__ == name)(app, path, elsewhere)
    app._leave_file()
    return 0


if __name__ == "__main__":
    sys.exit(main())
