"""Save an open station file in another place, with the figures that could not be written where it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from data.commands import copy_station, open_station, save_data_values
from data.errors import SoTramError
from data.model import DataValue
from ui.cli_arguments import STATION_SUFFIX
from ui.dialogs import ask_target
from ui.main_window import MainWindow
from ui.session import Session
from ui.tasks import Task

translate = QCoreApplication.translate


def save_elsewhere(window: MainWindow, then: Callable[[Path], object]) -> None:
    """Ask where; copy off the GUI thread; then go on with the new file. What is open stays as it is until then."""
    kinds = translate("Dialogs", "Station files (*.sotram)")
    name = translate("Dialogs", "{name} copy").format(name=window.session.path.stem) + STATION_SUFFIX
    path = ask_target(window, name, kinds)
    if path is not None:
        copy_to(window, path if path.suffix == STATION_SUFFIX else path.with_name(path.name + STATION_SUFFIX), then)


def copy_to(window: MainWindow, path: Path, then: Callable[[Path], object]) -> None:
    """Copy the open file with its unsaved figures to ``path``, or say why that is impossible."""
    session = window.session
    values = session.unsaved.values

    def done(_result: object) -> None:
        session.unsaved.drop([(value.data_element, value.period, value.category) for value in values])
        then(path)

    def failed(error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        window.notice.say(session.messages.error(error), "error")

    def work(_task: Task) -> None:
        write_copy(session, path, values)

    session.tasks.run(work, done, failed)


def write_copy(session: Session, path: Path, values: tuple[DataValue, ...]) -> None:
    """The copy, whole with all figures, or none.

    Raises:
        EnvironmentFault: as ``copy_station`` and ``save_data_values``.
    """
    copy_station(session.store, path)
    try:
        with open_station(path, writing=True) as store:
            save_data_values(store, values, session.by())
    except SoTramError:
        path.unlink(missing_ok=True)
        raise
