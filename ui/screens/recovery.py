"""A damaged station file: what was found, what can be had and what each way would lose; nothing is done unasked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget

from data import safety
from data.errors import SoTramError
from data.model import Attribution
from ui import icons, recovery_words, theme
from ui.backup_keeper import second_place
from ui.cli_arguments import STATION_SUFFIX
from ui.dialogs import ask_target
from ui.messages import Messages
from ui.models.agenda_model import AgendaLine, AgendaModel
from ui.screens.first_steps import WIDEST
from ui.tasks import Task, Tasks
from ui.widgets.agenda_view import AgendaView
from ui.widgets.busy_line import BusyLine
from ui.widgets.edge_line import Answer, EdgeLine
from ui.widgets.heading import Heading, Quiet
from ui.words import LOCAL

if TYPE_CHECKING:
    from data.safety import Option, Survey

MOST_FAULTS = 3
DEAF_MILLISECONDS = 1000
"""So long no key counts: the page may have come up in the middle of typing."""
ACCEPT_KEYS = "Ctrl+Return"
_KEYS = frozenset((QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut))


class Damage(NamedTuple):
    """A file that cannot be opened.

    Attributes:
        path: The file; it is only read.
        error: How it was met.
        by: Who recovers it, and when.
        was_open: Whether it was met while the file was open.
        unsaved: How many figures wait to be written into the recovered file.
    """

    path: Path
    error: SoTramError
    by: Attribution
    was_open: bool = False
    unsaved: int = 0


class RecoveryPage(QMainWindow):
    """A window of its own in place of the damaged file's.

    ``recovered(path)``: a new, sound file was made. ``opening_asked(path or None)``: another file is wanted.
    ``left()``: back to the first page, with nothing done.
    """

    recovered = Signal(object)
    opening_asked = Signal(object)
    left = Signal()

    def __init__(self, damage: Damage, messages: Messages) -> None:
        """Say what was met; ``start`` looks for ways."""
        super().__init__()
        self._damage = damage
        self._messages = messages
        self._folders = [safety.backup_folder(damage.path), damage.path.parent]
        second = second_place()
        if second is not None:
            self._folders.append(second)
        self.tasks = Tasks(self)
        self.survey: Survey | None = None
        self.setWindowTitle(self.tr("Recover a station file – Sổ Trạm"))
        self.setWindowIcon(icons.icon("station", theme.colour("accent")))
        self.model = AgendaModel(self)
        self.view = AgendaView(self.tr("Ways to a sound file"), self.model)
        self.view.opened.connect(self._choose)
        self.line, self.busy = EdgeLine(), BusyLine()
        self.found = Quiet()
        self.buttons: dict[str, QPushButton] = {}
        self._is_deaf = False
        application = QApplication.instance()
        assert application is not None
        self._application = application
        self._lay_out()
        self.busy.stopped.connect(self._stopped)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self._escape)
        self.resize(112 * theme.STEP, 76 * theme.STEP)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(theme.STEP)
        column.addWidget(Heading(self.tr("This station file is damaged"), 1.6))
        column.addWidget(Quiet(str(self._damage.path)))
        column.addWidget(self.found)
        if self._damage.was_open or self._damage.unsaved:
            column.addWidget(Quiet(recovery_words.while_open(self._damage.unsaved)))
        column.addWidget(
            Quiet(
                self.tr(
                    "Nothing is changed before you choose: a way makes a new file, and the damaged one stays as it is. "
                    "Choose with Alt+1, Alt+2 …, or with Tab, the arrows and Enter."
                )
            )
        )
        column.addWidget(self.line)
        column.addWidget(self.busy)
        column.addWidget(self.view, 1)
        column.addLayout(self._button_row())
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        body.setLayout(column)
        outer = QHBoxLayout()
        outer.setContentsMargins(4 * theme.STEP, 3 * theme.STEP, 4 * theme.STEP, 2 * theme.STEP)
        outer.addWidget(body, 1)
        page = QWidget()
        page.setLayout(outer)
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # it has the keys first, and nothing follows from any of them
        self.setCentralWidget(page)
        page.setFocus()
        for number in range(1, 10):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(partial(self._choose, number - 1))

    # --- keys that were meant for another window -------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Keys are passed over for a moment: whoever was typing has not seen the page yet."""
        super().showEvent(event)
        if not self._is_deaf and self.survey is None:
            self._is_deaf = True
            self._application.installEventFilter(self)
            QTimer.singleShot(DEAF_MILLISECONDS, self, self.listen)

    def listen(self) -> None:
        """From now on keys count."""
        if self._is_deaf:
            self._is_deaf = False
            self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow keys while the page is deaf."""
        return event.type() in _KEYS or super().eventFilter(watched, event)

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        actions = (
            ("recover", self.tr("&Recover in the chosen way"), self._choose_current),
            ("elsewhere", self.tr("A backup &elsewhere…"), self._ask_elsewhere),
            ("open", self.tr("&Open another file…"), partial(self.opening_asked.emit, None)),
            ("back", self.tr("&Back to the start"), self.left.emit),
        )
        for key, text, action in actions:
            button = QPushButton(text)
            button.setAccessibleName(text.replace("&", ""))
            button.setAutoDefault(True)  # Enter presses it only where it has the focus
            button.clicked.connect(lambda _checked=False, action=action: action())
            row.addWidget(button)
            self.buttons[key] = button
        row.addStretch(1)
        return row

    # --- what can be had -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Look what can be had, on a working thread."""
        path, folders = self._damage.path, tuple(self._folders)
        self.found.setText(self._said())
        self.buttons["recover"].setEnabled(False)
        self.busy.begin(self.tr("Looking what can be had of the file and its backups…"))
        self.busy.watch(self.tasks.run(lambda _task: safety.survey(path, folders), self._show, self._failed))

    def _show(self, survey: Survey) -> None:
        self.busy.end()
        self.survey = survey
        place = f"{self._damage.path}: "
        faults = [
            recovery_words.damage(fault.code) or self._messages.fault(fault).removeprefix(place)
            for fault in survey.faults[:MOST_FAULTS]
        ]
        self.found.setText("\n".join(dict.fromkeys(faults)) or self._said())
        lines = [AgendaLine("head", self.tr("Ways to a sound file, those that lose least first"))]
        lines += [self._line_of(number, option) for number, option in enumerate(survey.options)]
        if not survey.options:
            text = self.tr(
                "Nothing can be read of this file, and no backup of it was found. Put in the stick with the second "
                "copies and choose “A backup elsewhere…”."
            )
            lines.append(AgendaLine("note", text, sign="warning"))
        self.model.show_lines(lines)
        self.buttons["recover"].setEnabled(bool(survey.options))
        if survey.options:
            self.view.setCurrentIndex(self.model.index(1))

    def _said(self) -> str:
        error = self._damage.error
        return recovery_words.damage(error.code) or self._messages.error(error)

    @staticmethod
    def _line_of(number: int, option: Option) -> AgendaLine:
        sign = "partly" if option.loss.cells or option.loss.records or option.loss.unknown else "done"
        side, shade = recovery_words.brings(option), "text"
        title, detail = f"{number + 1}. {recovery_words.title(option)}", recovery_words.loss(option.loss)
        return AgendaLine("item", title, detail, side, sign, shade, number)

    def _ask_elsewhere(self) -> None:
        kinds = self.tr("Backups and station files (*.sotram-backup *.sotram)")
        title = self.tr("Choose a backup")
        name, _kind = QFileDialog.getOpenFileName(self, title, str(self._damage.path.parent), kinds)
        if name:
            self.look_at(Path(name))

    def look_at(self, path: Path) -> None:
        """A backup that lies elsewhere, with those beside it; another station file is opened as it is."""
        if path.suffix == STATION_SUFFIX:
            self.opening_asked.emit(path)
            return
        self._folders.append(path.parent)
        self.start()

    # --- choosing --------------------------------------------------------------------------------------------------

    def _choose_current(self) -> None:
        line = self.view.currentIndex().row() - 1
        self._choose(max(line, 0))

    def _choose(self, number: object) -> None:
        """Say what would be made; it is made with a key of its own."""
        if self.survey is None or not isinstance(number, int) or self.busy.isVisible():
            return
        if number >= len(self.survey.options):
            return
        self.view.setCurrentIndex(self.model.index(number + 1))
        option, target = self.survey.options[number], self._free_target()
        text = self.tr("A new file is made: {file}. The damaged file stays as it is.").format(file=target)
        answers: Sequence[Answer] = [
            (self.tr("Make it and open it (Ctrl+Enter)"), partial(self.recover, option, target)),
            (self.tr("Another place…"), partial(self._ask_target, option, target)),
        ]
        self.line.ask(text, answers, self.view, takes_keys=False)
        for button, keys in zip(self.line.answers, (ACCEPT_KEYS, ""), strict=False):
            button.setShortcut(QKeySequence(keys))  # Alt and a number choose a way
            button.setToolTip("")

    def _ask_target(self, option: Option, target: Path) -> None:
        path = ask_target(self, str(target), self.tr("Station files (*.sotram)"))
        if path is not None:
            self.recover(option, path)

    def _free_target(self) -> Path:
        """A name beside the damaged file that says what it is."""
        path = self._damage.path
        day = f"{self._damage.by.now.astimezone(LOCAL):%Y-%m-%d}"
        stem = self.tr("{name} recovered {day}").format(name=path.stem, day=day)
        names = [stem, *(f"{stem} ({number})" for number in range(2, 100))]
        paths = [path.with_name(name + STATION_SUFFIX) for name in names]
        return next((each for each in paths if not each.exists()), paths[-1])

    def recover(self, option: Option, target: Path) -> None:
        """Make the new file on a working thread, then have it opened."""
        self.line.clear()
        self.busy.begin(self.tr("Making the new file and checking it…"))

        def work(_task: Task) -> Path:
            safety.recover(option, target, self._damage.by)
            return target

        def done(path: Path) -> None:
            self.busy.end()
            self.recovered.emit(path)

        self.tasks.run(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self.busy.end()
        if not isinstance(error, SoTramError):
            raise error
        self.buttons["recover"].setEnabled(self.survey is not None and bool(self.survey.options))
        self.line.say(self._messages.error(error), "error")

    def _stopped(self) -> None:
        self.line.say(self.tr("Stopped. Nothing was changed."))

    def _escape(self) -> None:
        if self.busy.task is not None:
            self.busy.cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is under way is ended first; a half-made file is never left."""
        self.listen()
        self.tasks.close()
        super().closeEvent(event)
