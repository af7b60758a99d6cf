"""Starts the window: application, language, last-resort box, the station file; ends it when it is closed."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtWidgets import QApplication

# isort: split
from ui import plain_imports  # noqa: F401 - before all that follows

# isort: split
from data.catalogue import load_catalogue
from data.commands import Attribution, Store, open_station
from data.errors import SoTramError
from data.settings import normalised
from ui import theme
from ui.cli_arguments import BACKUP_SUFFIXES, STATION_SUFFIX
from ui.constants_alive import keep_constants_alive
from ui.damage import RECOVERABLE, DamageWatch, damage_behind
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.screen import Place
from ui.session import Clock, Session, login_name
from ui.translators import install_translators

if TYPE_CHECKING:
    from data.catalogue.content import Catalogue
    from data.model import DataValue
    from ui.cli_arguments import Asked
    from ui.guards import Guards
    from ui.screens.first_steps import Welcome
    from ui.screens.recovery import RecoveryPage
    from ui.widgets.edge_line import Answer

log = logging.getLogger(__name__)

GUARD_MILLISECONDS = 1500
"""After this the guards start: the first paint, and the entry grid, wait for none of them."""
CALM_MILLISECONDS = 1000
"""After this a file is looked through page by page, off the GUI thread; first the window has its screen to show."""
DEFAULT_LANGUAGE = "vi"


def run(asked: Asked, *, clock: Clock, log: Path) -> int:
    """Show the window until it is closed.

    Args:
        asked: What the command line asks: ``file``, ``--exit-when``, ``--lang``, ``--user``.
        clock: Gives the present moment with its time zone.
        log: The log file, named in the last-resort box.

    Returns:
        The exit status.
    """
    keep_constants_alive()
    memory = Memory()
    application = App(sys.argv[:1], memory, clock, log)
    values = asked.values
    application.speak(values.get("--lang") or memory.text("language", DEFAULT_LANGUAGE))
    application.user = normalised(values.get("--user") or "").strip()
    file = values.get("file")
    return application.begin(Path(file) if file else None, values.get("--exit-when"))


class App(QApplication):
    """The application with everything that outlives one open file."""

    def __init__(self, arguments: list[str], memory: Memory, clock: Clock, log_file: Path) -> None:
        """Set up look, text size and the last resort."""
        super().__init__([*arguments, *theme.STYLE])
        self.setApplicationName("Sổ Trạm")
        self.setDesktopFileName("so-tram")
        self.memory = memory
        self.clock = clock
        self.log_file = log_file
        self.user = ""
        self.language = DEFAULT_LANGUAGE
        self.window: MainWindow | Welcome | RecoveryPage | None = None
        self._catalogue: Catalogue | None = None
        self._translators: list[QTranslator] = []
        self._exit_when = ""
        self._guards: Guards | None = None
        self._damage: DamageWatch | None = None
        self._set_text_size()
        theme.apply(self)
        self.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(self))
        sys.excepthook = self._last_resort

    def _set_text_size(self) -> None:
        font = self.font()
        self.memory.set_text("text/system", str(font.pointSizeF()))
        points = self.memory.text("text/points")
        if points:
            font.setPointSizeF(float(points))
            self.setFont(font)

    # --- language --------------------------------------------------------------------------------------------------

    def speak(self, language: str) -> None:
        """Use a language from here on."""
        self.language = language
        for translator in self._translators:
            self.removeTranslator(translator)
        self._translators = install_translators(self, language)

    def change_language(self, language: str) -> None:
        """Remember another language and build the window anew in it."""
        self.memory.set_text("language", language)
        self.speak(language)
        if isinstance(self.window, MainWindow):
            if not self.window.may_leave(lambda: self.change_language(language)):
                return
            path = self.window.session.path
            self._leave_file()
            self.open_file(path)
            self.window.go(Place("settings", form="look"))
        else:
            self.show_welcome()

    # --- files -----------------------------------------------------------------------------------------------------

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue, loaded when it is first needed."""
        if self._catalogue is None:
            self._catalogue = load_catalogue()
        return self._catalogue

    def begin(self, path: Path | None, exit_when: str | None) -> int:
        """Open a file (the last one when none is named) and run until the window is closed."""
        self._exit_when = exit_when or ""
        recent = self.memory.recent()
        wanted = path or (recent[0] if recent else None)
        try:
            if wanted is None:
                self.show_welcome()
            else:
                self.open_file(wanted)
            return self.exec()
        finally:
            self._leave_file()
            if self.window is not None and not isinstance(self.window, MainWindow):
                self.window.close()
            gc.freeze()  # leaving the program need not walk over the whole catalogue once more

    def open_file(self, path: Path, *, reading: bool = False) -> None:
        """Open a station file in a new window, or say why it cannot be opened and what can be done."""
        try:
            store = self._open_store(path, reading=reading)
        except SoTramError as error:
            self._not_opened(path, error)
            return
        if isinstance(self.window, MainWindow) and not self.window.may_leave(lambda: self.open_file(path)):
            store.close()
            return
        session = Session(store, self.catalogue, self.clock, self.user, self.language)
        session.why_reading = self._why_reading
        session.is_name_given = bool(self.user)
        try:
            window = MainWindow(session, self.memory)
        except Exception as error:
            self._not_shown(session, error)
            return
        self._leave_file()
        session.elsewhere_asked.connect(lambda: self._save_elsewhere(session))
        window.opening_asked.connect(self._choose_and_open)
        window.creating_asked.connect(self._create)
        window.language_chosen.connect(self.change_language)
        self.memory.add_recent(path.resolve())
        self._damage = DamageWatch(window, self.show_recovery)
        self._show(window)
        if store.upgrade_backup is not None:
            window.notice.say(session.messages.text("files", "backup_beside", file=store.upgrade_backup))
        session.gate.wait()
        QTimer.singleShot(GUARD_MILLISECONDS, session, lambda: self._guard(window))
        QTimer.singleShot(CALM_MILLISECONDS, session, session.inspect)

    def _guard(self, window: MainWindow) -> None:
        """Start what watches over the file, once the window has been painted; it is read off the GUI thread."""
        if self.window is not window or not window.session.is_open:
            return
        if not window.windowHandle().isExposed():
            QTimer.singleShot(GUARD_MILLISECONDS, window.session, lambda: self._guard(window))
            return
        window.session.tasks.run(lambda _task: import_module("ui.guards"), lambda guards: self._watch(guards, window))

    def _watch(self, guards: ModuleType, window: MainWindow) -> None:
        if self.window is window and window.session.is_open:
            self._guards = guards.Guards(window, guards.Ways(self.open_file, self.reopen))
            self._guards.start()

    def reopen(self, path: Path, unsaved: tuple[DataValue, ...] = ()) -> None:
        """Leave the open file first, then open one: the same at its new place, or another."""
        self._leave_file()
        self.open_file(path)
        self._write_unsaved(unsaved)

    def _write_unsaved(self, values: tuple[DataValue, ...]) -> None:
        if values and isinstance(self.window, MainWindow):
            from ui.unsaved import write_carried

            write_carried(self.window.session, self.window.notice, values)

    def _open_store(self, path: Path, *, reading: bool) -> Store:
        self._why_reading: SoTramError | None = None
        if reading:
            from ui.opening_words import in_use

            self._why_reading = in_use(path)
            return open_station(path, writing=False)
        try:
            return open_station(path, writing=True)
        except SoTramError as error:
            if error.code not in ("folder_read_only", "file_read_only"):
                raise
            self._why_reading = error
            return open_station(path, writing=False)

    def _not_opened(self, path: Path, error: SoTramError) -> None:
        """Lead on from a file that is in use, or damaged; say the rest."""
        if error.code == "file_in_use":
            from ui.messages import load_messages
            from ui.opening_words import in_use, only_reading

            answer = (only_reading(), lambda: self.open_file(path, reading=True))
            self._tell(load_messages(self.language).error(in_use(path)), [answer])
        elif error.code in RECOVERABLE and path.suffix == STATION_SUFFIX:
            self.show_recovery(path, error)
        elif path.suffix in BACKUP_SUFFIXES and error.code in RECOVERABLE:
            self._offer_restore(path)
        else:
            self._say(error)

    def _offer_restore(self, path: Path) -> None:
        """A backup is not opened but restored."""
        from ui import restoring
        from ui.messages import load_messages

        def restore() -> None:
            restoring.ask_restore(
                restoring.at(self.window, load_messages(self.language)), path.resolve(), self.open_file
            )

        self._tell(restoring.what_it_is(path.resolve()), restoring.answers(path.resolve(), restore))

    def _not_shown(self, session: Session, error: Exception) -> None:
        """A file that was opened met an error before its window could be shown: damage is led on from."""
        known = damage_behind(error, session.store) or error
        session.close()
        if not isinstance(known, SoTramError):
            raise error
        self._not_opened(session.path, known)

    def show_recovery(self, path: Path, error: SoTramError, unsaved: tuple[DataValue, ...] = ()) -> None:
        """The page that leads to a sound file; ``unsaved`` figures are typed into that one."""
        from ui.messages import load_messages
        from ui.screens.recovery import Damage, RecoveryPage

        log.info("a file is damaged: %s", error.code)
        if isinstance(self.window, MainWindow) and not self.window.may_leave(lambda: self.show_recovery(path, error)):
            return
        self._leave_file()
        typing = self.window.session.user if isinstance(self.window, MainWindow) else self.user
        by = Attribution(typing or login_name(), self.clock(), kind="restore")
        was_open = isinstance(self.window, MainWindow) and self.window.session.path == path
        damage = Damage(path, error, by, was_open, len(unsaved))
        page = RecoveryPage(damage, load_messages(self.language))
        page.recovered.connect(lambda made: self._open_recovered(made, unsaved))
        page.opening_asked.connect(self._choose_and_open)
        page.left.connect(self.show_welcome)
        self._show(page)
        page.start()

    def _open_recovered(self, path: Path, unsaved: tuple[DataValue, ...]) -> None:
        from ui.known_files import RESTORED, KnownFiles

        KnownFiles().keep_answer(path.resolve(), RESTORED, "yes")
        self.open_file(path)
        self._write_unsaved(unsaved)

    def show_welcome(self, notice: str = "", answers: Sequence[Answer] = ()) -> None:
        """The page without a file: open, new, recent."""
        from ui.screens.first_steps import Welcome

        window = Welcome(self.memory.recent(), notice, answers)
        window.opening_asked.connect(self._choose_and_open)
        window.creating_asked.connect(self._create)
        window.carrying_asked.connect(lambda: self._carry(window))
        self._show(window)

    def _carry(self, window: Welcome) -> None:
        from ui.carrying import ask_and_carry

        ask_and_carry(window, self.clock(), self.language)

    def _show(self, window: MainWindow | Welcome | RecoveryPage) -> None:
        old, self.window = self.window, window
        if self._exit_when:
            from ui.first_paint import FirstPaint

            self._watcher = FirstPaint(self, window, self._exit_when)
        window.show()
        if old is not None and old is not window:
            old.close()
            old.deleteLater()

    def _choose_and_open(self, path: Path | None) -> None:
        from ui.dialogs import ask_file

        chosen = path or ask_file(self.window)
        if chosen is not None:
            self.open_file(chosen)

    def _create(self) -> None:
        from ui.dialogs import create_file

        path = create_file(self.window, self.clock(), self.user or login_name(), self.language)
        if path is not None:
            self.open_file(path)

    def _say(self, error: SoTramError) -> None:
        from ui.messages import load_messages

        log.info("a file was not opened: %s", error.code)
        self._tell(load_messages(self.language).error(error))

    def _tell(self, sentence: str, answers: Sequence[Answer] = ()) -> None:
        """Say something beside the open file, or on the first page."""
        if not isinstance(self.window, MainWindow) or not self.window.session.is_open:
            self.show_welcome(sentence, answers)
        elif answers:
            self.window.notice.ask(sentence, answers, kind="error")
        else:
            self.window.notice.say(sentence, "error")

    def _leave_file(self) -> None:
        if isinstance(self.window, MainWindow):
            if self._guards is not None and self.window.session.is_open:
                self._guards.finish()
            self._guards = None
            self.window.remember()
            self.window.session.close()

    def _save_elsewhere(self, session: Session) -> None:
        """Save everything in another file, with the figures that were refused here, and go on in that one."""
        from ui.rescue import save_elsewhere

        if isinstance(self.window, MainWindow) and self.window.session is session:
            save_elsewhere(self.window, self.open_file)

    # --- last resort -----------------------------------------------------------------------------------------------

    def _last_resort(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error that nobody expected: log it, show it, let it be copied; the program goes on."""
        if self._damage is not None and isinstance(self.window, MainWindow) and self._damage.look(error):
            return
        if isinstance(error, SoTramError):
            log.warning("met on the way: %s", error.code)
            self._say_fault(error)
            return
        log.error("unexpected error", exc_info=(kind, error, trace))
        if isinstance(error, KeyboardInterrupt):
            self.quit()
            return
        import traceback

        from ui.dialogs import show_fault

        text = "".join(traceback.format_exception(kind, error, trace))
        show_fault(self.window, text, self.log_file, is_all_saved=self._is_all_saved())

    def _is_all_saved(self) -> bool:
        if not isinstance(self.window, MainWindow) or not self.window.session.is_open:
            return True
        session = self.window.session
        return session.writer.is_empty and not len(session.unsaved) and not session.store.has_vanished

    def _say_fault(self, error: SoTramError) -> None:
        """What the machine does not allow, met where nobody waits for it: a sentence and what can be done."""
        window = self.window
        if not isinstance(window, MainWindow) or not window.session.is_open:
            self._say(error)
        elif error.code == "file_vanished":
            from ui.unsaved import elsewhere

            sentence = window.session.messages.error(error)
            window.notice.ask(sentence, [elsewhere(window.session)], takes_keys=False)
        else:
            self._say(error)
