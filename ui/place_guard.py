"""Watches the place of the open file: network and removable volumes, local working copies, a file that goes away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from data import commands, queries
from data.errors import EnvironmentFault, SoTramError
from ui import handover
from ui.known_files import PLACE, KnownFiles, Loan
from ui.notices import Notice, Notices
from ui.unsaved import elsewhere

if TYPE_CHECKING:
    from data.history import ChainHead
    from ui.main_window import MainWindow
    from ui.tasks import Task
    from ui.widgets.edge_line import Answer

WATCH_MILLISECONDS = 2000
VANISHED, DRIVE, LOAN, READING, END = "vanished", "drive", "loan", "reading", "end"
STAY = "stay"
_WEIGHTS = {END: 110, VANISHED: 100, READING: 60, DRIVE: 50, LOAN: 30}

translate = QCoreApplication.translate


class PlaceGuard(QObject):
    """Looks every two seconds whether the file is still there, and asks once where to work on a slow volume."""

    def __init__(self, window: MainWindow, notices: Notices, reopen: Callable[..., None]) -> None:
        """Watch the window's file; ``reopen`` closes it and opens another, in which it writes unsaved figures."""
        super().__init__(notices)
        self._window = window
        self._session = window.session
        self._notices = notices
        self._reopen = reopen
        self._is_looking = False
        self._is_gone = False
        self._is_end_asked = False
        self._timer = QTimer(self, interval=WATCH_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    @property
    def volume(self) -> str:
        """Kind of the volume: local, network or fat."""
        return str(self._session.store.volume.value)

    def start(self) -> None:
        """Begin to watch, and ask what is to be asked."""
        self._timer.start()
        if self._session.why_reading is not None:
            self._say_reading(self._session.why_reading)
        loan = KnownFiles().loan_of(self._session.path)
        if loan is not None:
            self._session.may_close = self.may_close
            self.offer_return(loan)
        elif self.volume != "local" and self._session.store.is_writable:
            self._window.say_place(place_words())
            if not KnownFiles().answer(self._session.path, PLACE):
                self._ask_place()

    # --- is it there? ----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """See whether the file is there: one look at a local folder, elsewhere on a working thread."""
        session = self._session
        if not session.is_open or not session.store.is_writable or self._is_looking:
            return
        if self.volume == "local":
            self._show(session.store.has_vanished)
            return
        self._is_looking = True
        session.tasks.run(lambda _task: session.store.has_vanished, self._looked)

    def _looked(self, is_gone: bool) -> None:
        self._is_looking = False
        self._show(is_gone)

    def _show(self, is_gone: bool) -> None:
        if is_gone == self._is_gone:
            return
        self._is_gone = is_gone
        if is_gone:
            session = self._session
            sentence = session.messages.error(EnvironmentFault("file_vanished", file=session.path))
            answers: list[Answer] = [
                elsewhere(session),
                (translate("PlaceGuard", "Show where it is now…"), self._locate),
            ]
            self._notices.put(Notice(VANISHED, sentence, _WEIGHTS[VANISHED], answers, "error", stays=True))
        elif self.volume == "local":
            self._notices.drop(VANISHED)
        else:
            self._say_returned()

    def _say_returned(self) -> None:
        """A stick that was put in again: what is open belongs to the time before."""
        path = self._session.path
        text = translate("PlaceGuard", "{file} is there again. Please open it anew before typing on.").format(file=path)
        answers: list[Answer] = [
            (translate("PlaceGuard", "Open it anew"), partial(self._go_to, path)),
            elsewhere(self._session),
        ]
        self._notices.put(Notice(VANISHED, text, _WEIGHTS[VANISHED], answers, stays=True))

    def _locate(self) -> None:
        from ui.dialogs import ask_file

        path = ask_file(self._window)
        if path is not None:
            self.go_on_at(path)

    def go_on_at(self, path: Path) -> None:
        """Go on with the file at its new place; unsaved figures go with it, once it is seen to be this very file."""
        session = self._session
        if not len(session.unsaved):
            self._go_to(path)
            return
        own = queries.chain_head(session.store)

        def work(_task: Task) -> tuple[ChainHead, bool]:
            with commands.open_station(path, writing=False) as found:
                return queries.chain_head(found), queries.has_chain_head(found, own.action_id, own.seal)

        def judge(found: tuple[ChainHead, bool]) -> None:
            head, has_own = found
            is_same = head.file_id == own.file_id and (
                has_own or queries.has_chain_head(session.store, head.action_id, head.seal)
            )
            if is_same:
                session.writer.when_empty(partial(self._carry_to, path))
                return
            text = translate("PlaceGuard", "{file} is another station file, or an other copy. Nothing was changed.")
            self._window.notice.say(text.format(file=path), "error")
            self._notices.remind()

        session.tasks.run(work, judge, self._failed)

    def _carry_to(self, path: Path) -> None:
        values = self._session.unsaved.values
        self._session.unsaved.clear()
        self._reopen(path, values)

    def _go_to(self, path: Path) -> None:
        """Go on with the file at its new place; figures that are not saved yet are saved elsewhere first."""
        if self._window.may_leave(partial(self._go_to, path)):
            self._reopen(path)

    # --- network, stick, read-only folder --------------------------------------------------------------------------

    def _say_reading(self, error: SoTramError) -> None:
        sentence = self._session.messages.error(error)
        text = translate("PlaceGuard", "Open for reading only. {sentence}").format(sentence=sentence)
        self._notices.put(Notice(READING, text, _WEIGHTS[READING], [elsewhere(self._session)]))

    def _ask_place(self) -> None:
        if self.volume == "network":
            text = translate(
                "PlaceGuard",
                "This file lies on a network drive, where writing is slow and a broken connection interrupts it. Work "
                "on a copy on this computer? It is brought back with one key when you are done.",
            )
        else:
            text = translate(
                "PlaceGuard",
                "This file lies on a USB stick or memory card, where writing is slow and a stick pulled too early can "
                "damage it. Work on a copy on this computer? It is brought back with one key when you are done.",
            )
        answers: list[Answer] = [
            (translate("PlaceGuard", "Work on a local copy…"), self._borrow),
            (translate("PlaceGuard", "Stay here"), lambda: KnownFiles().keep_answer(self._session.path, PLACE, STAY)),
        ]
        self._notices.put(Notice(DRIVE, text, _WEIGHTS[DRIVE], answers, "undecided"))

    def _borrow(self) -> None:
        folder = handover.ask_folder(self._window, translate("PlaceGuard", "Folder for the copy on this computer"))
        if folder is not None:
            self.borrow_to(folder)

    def borrow_to(self, folder: Path) -> None:
        """Copy the file into a local folder off the GUI thread, then go on there."""
        session = self._session
        path = handover.free_name(folder, session.path.stem, session.clock())
        session.tasks.run(lambda _task: handover.borrow(session, path), lambda _done: self._go_to(path), self._failed)

    # --- a working copy --------------------------------------------------------------------------------------------

    def offer_return(self, loan: Loan) -> None:
        """Say where the working copy belongs, with the key that brings it back."""
        text = translate(
            "PlaceGuard", "You work on a local copy of {origin}. When you are done, bring it back; the copy stays, too."
        ).format(origin=loan.origin)
        caption = translate("PlaceGuard", "Bring it back")
        answers: list[Answer] = [(caption, self.give_back)]
        self._notices.put(Notice(LOAN, text, _WEIGHTS[LOAN], answers, "undecided", stays=True))

    def give_back(self) -> None:
        """Bring the working copy back once everything typed is on disk."""
        session = self._session
        loan = KnownFiles().loan_of(session.path)
        if loan is None:
            return

        def work() -> None:
            session.tasks.run(
                lambda _task: handover.give_back(session, loan), lambda _done: self._given_back(loan), self._failed
            )

        session.writer.when_empty(work)

    def may_close(self, close: Callable[[], object]) -> bool:
        """Ask once, before the program ends, what becomes of changes that the origin has not."""
        loan = KnownFiles().loan_of(self._session.path)
        if self._is_end_asked or loan is None or not handover.has_news(self._session, loan):
            return True
        self._is_end_asked = True
        text = translate("PlaceGuard", "{origin} has not got the changes made here yet.").format(origin=loan.origin)
        answers: list[Answer] = [
            (translate("PlaceGuard", "Bring it back"), self.give_back),
            (translate("PlaceGuard", "Close without bringing it back"), lambda: self._end(close)),
        ]
        self._notices.put(Notice(END, text, _WEIGHTS[END], answers))
        return False

    @staticmethod
    def _end(close: Callable[[], object]) -> None:
        close()

    def _given_back(self, loan: Loan) -> None:
        self._is_end_asked = False
        text = translate("PlaceGuard", "Brought back to {origin}: it has everything that this copy has.")
        self._window.notice.say(text.format(origin=loan.origin), "done")
        self.offer_return(loan)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._window.notice.say(self._session.messages.error(error), "error")
        self._notices.remind()


def place_words() -> str:
    """Said in the status bar as long as the file lies on a slow volume."""
    return translate(
        "PlaceGuard", "Network drive or USB stick: writing is slower; do not pull it while the file is open"
    )
