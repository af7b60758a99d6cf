"""Holds the open file against what this computer has seen of it: no older copy or other branch is taken silently.

Until the comparison is done, changes wait; while a person has to choose, nothing can be typed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject

from data import commands, queries
from data.errors import EnvironmentFault, SoTramError
from data.numbers import format_number
from data.settings import COPY_CHOSEN
from ui.clock_check import moment
from ui.handover import READ_ME
from ui.known_files import (
    CARRIED,
    RESTORED,
    Finding,
    HasHead,
    Kinship,
    KnownFile,
    KnownFiles,
    Opened,
    SeenHead,
    compare,
    seen,
)
from ui.notices import Notice, Notices

if TYPE_CHECKING:
    from data.model import DataValue
    from ui.session import Session
    from ui.widgets.edge_line import Answer

log = logging.getLogger(__name__)

NAME = "other_copy"
CHOICE_WEIGHT, CALM_WEIGHT = 90, 10

translate = QCoreApplication.translate


class _Compared(NamedTuple):
    opened: Opened
    finding: Finding
    has_note: bool
    differing: int | None = None


class FileGuard(QObject):
    """Compares once after opening, and remembers the file from then on."""

    def __init__(self, session: Session, notices: Notices, open_file: Callable[[Path], None]) -> None:
        """Let changes wait until ``start`` has compared."""
        super().__init__(notices)
        self._session = session
        self._notices = notices
        self._open_file = open_file
        self._is_accepted = False
        session.gate.wait()

    def start(self) -> None:
        """Compare, on a working thread."""
        session = self._session
        session.tasks.run(lambda _task: _look(session), self._judge, self._failed)

    def keep(self) -> None:
        """Remember how far the file is; called when it was changed, and when it is closed."""
        if not self._is_accepted or not self._session.is_open:
            return
        try:
            opened = opened_file(self._session)
        except SoTramError as error:
            log.info("the file is not remembered: %s", error.code)
            return
        files = KnownFiles()
        files.keep(seen(files.find(opened.file_id), opened, self._session.clock()))

    # --- what was found --------------------------------------------------------------------------------------------

    def _judge(self, compared: _Compared) -> None:
        finding = compared.finding
        known = finding.known
        if known is None:
            self._accept()
            self._greet(compared)
        elif finding.kinship is Kinship.SAME:
            self._accept()
            self._recall_carrying()
        elif KnownFiles().answer(self._session.path, RESTORED):
            self._say_restored(known)
        elif finding.kinship in (Kinship.OLDER, Kinship.DIVERGED):
            self._ask(compared, known)
        else:
            self._accept()
            self._notices.put(Notice(NAME, _moved(finding, known), CALM_WEIGHT, kind="done"))

    def _greet(self, compared: _Compared) -> None:
        """A file that came from another computer, with the note that was laid beside it."""
        if compared.has_note:
            text = translate(
                "FileGuard",
                "This file came from another computer, with {count} changes up to {when}. From now on please type on "
                "this computer only; copy the file to its disk if it still lies on the stick.",
            )
            head = compared.opened.head
            said = text.format(count=head.action_id, when=_when(head.at))
            self._notices.put(Notice(NAME, said, CALM_WEIGHT, kind="done"))

    def _recall_carrying(self) -> None:
        """This file was taken to another computer: whoever types here as well makes two branches."""
        path = self._session.path
        carried = KnownFiles().answer(path, CARRIED)
        if carried:
            text = translate(
                "FileGuard",
                "This file was taken to another computer at {when}. If figures were typed there, open that copy before "
                "you type here: two copies are never merged by themselves.",
            )
            answers: list[Answer] = [
                (
                    translate("FileGuard", "Nothing was typed there"),
                    lambda: KnownFiles().keep_answer(path, CARRIED, ""),
                )
            ]
            self._notices.put(Notice(NAME, text.format(when=carried), CALM_WEIGHT, answers))

    def _say_restored(self, known: KnownFile) -> None:
        """A file that was restored on purpose is another one, and nobody need say why; once."""
        text = translate(
            "FileGuard",
            "You restored this file; the other one stays as it is: {path}. Please type in this one from now on.",
        ).format(path=known.path)
        KnownFiles().keep_answer(self._session.path, RESTORED, "")
        self._accept()
        self._notices.put(Notice(NAME, text, CALM_WEIGHT, kind="done"))

    def _failed(self, error: Exception) -> None:
        """What cannot be compared does not stop the work; a fault of the file shows where it is read."""
        self._session.gate.open()
        if not isinstance(error, SoTramError):
            raise error
        log.info("the file was not compared: %s", error.code)

    def _ask(self, compared: _Compared, known: KnownFile) -> None:
        session, finding, opened = self._session, compared.finding, compared.opened
        is_older = finding.kinship is Kinship.OLDER
        sentence = _older(opened, known) if is_older else _diverged(finding, known)
        if compared.differing is not None:
            sentence = f"{sentence} {_differing(compared.differing)}"
        if not session.store.is_writable:
            session.gate.open()
            self._notices.put(Notice(NAME, sentence, CHOICE_WEIGHT))
            return
        session.gate.hold(EnvironmentFault("file_is_older" if is_older else "file_has_diverged", file=session.path))
        answers: list[Answer] = []
        if known.path != session.path and known.path.is_file():
            caption = (
                translate("FileGuard", "Open the newest one") if is_older else translate("FileGuard", "Open that one")
            )
            answers.append((caption, lambda: self._open_file(known.path)))
        answers.append((translate("FileGuard", "Go on with this one…"), self._ask_reason))
        text = translate("FileGuard", "{sentence} Until you choose, nothing can be typed here.").format(
            sentence=sentence
        )
        self._notices.put(Notice(NAME, text, CHOICE_WEIGHT, answers, stays=True))

    def _ask_reason(self) -> None:
        self._notices.reason.ask(
            translate("FileGuard", "Why is this file the right one?"),
            translate("FileGuard", "Go on with this one"),
            self.go_on,
            self._notices.remind,
        )

    def go_on(self, reason: str) -> None:
        """This file is the one, for a written reason that stands in its history."""
        session = self._session
        session.gate.open()
        self._notices.drop(NAME)
        by = session.by(reason)
        chosen = by.now.isoformat()
        session.write(
            lambda: commands.save_setting(session.store, COPY_CHOSEN, session.today, chosen, by),
            lambda _changes: self._accept(),
        )
        if len(session.unsaved):
            session.unsaved.retry_asked.emit()

    def _accept(self) -> None:
        self._is_accepted = True
        self._session.gate.open()
        self.keep()


def opened_file(session: Session) -> Opened:
    """The open file, as far as it is compared."""
    store = session.store
    head = queries.chain_head(store)
    return Opened(
        file_id=head.file_id,
        path=session.path,
        generation=head.generation,
        head=SeenHead(head.action_id, head.seal, head.at),
        has_head=partial(queries.has_chain_head, store),
    )


def _look(session: Session) -> _Compared:
    opened = opened_file(session)
    known = KnownFiles().find(opened.file_id)
    finding, differing = _compared(session, known, opened)
    return _Compared(opened, finding, (session.path.parent / READ_ME).is_file(), differing)


def _compared(session: Session, known: KnownFile | None, opened: Opened) -> tuple[Finding, int | None]:
    """How the file is related to the one seen before, and in how many cells they differ, where that can be read."""
    finding = compare(known, opened)
    is_apart = finding.kinship in (Kinship.OLDER, Kinship.DIVERGED)
    if known is None or not is_apart or not _is_another(known.path, opened.path):
        return finding, None
    try:
        with commands.open_station(known.path, writing=False) as other:
            has_head: HasHead = partial(queries.has_chain_head, other)
            return compare(known, opened, has_head), _count_differing(session.store, other)
    except SoTramError as error:
        log.info("the other copy could not be asked: %s", error.code)
        return finding, None


def _count_differing(own: commands.Store, other: commands.Store) -> int:
    """In how many cells two copies hold something else."""
    first, second = ({_cell(value): value[3:6] for value in queries.data_values(store)} for store in (own, other))
    return sum(first.get(cell) != second.get(cell) for cell in first.keys() | second.keys())


def _cell(value: DataValue) -> tuple[object, ...]:
    return value[:3]


def _is_another(path: Path, opened: Path) -> bool:
    """Whether a path leads to a file that is not the open one under a second name."""
    try:
        return not path.samefile(opened)
    except OSError:
        return False


# --- sentences -------------------------------------------------------------------------------------------------------


def _when(at: datetime | None) -> str:
    return moment(at) if at is not None else translate("FileGuard", "an unknown time")


def _older(opened: Opened, known: KnownFile) -> str:
    text = translate(
        "FileGuard",
        "This is an older copy: it has {own} changes, up to {own_when}. The newest one that this computer has seen has "
        "{count} changes, up to {when}, in {path}.",
    )
    return text.format(
        own=opened.head.action_id,
        own_when=_when(opened.head.at),
        count=known.newest.action_id,
        when=_when(known.newest.at),
        path=known.path,
    )


def _differing(count: int) -> str:
    text = translate("FileGuard", "They differ in {count} cells.")
    return text.format(count=format_number(count, 0))


def _diverged(finding: Finding, known: KnownFile) -> str:
    path = known.path
    if finding.common is None or finding.common.at is None:
        text = translate(
            "FileGuard",
            "This file and the one that this computer has seen in {path} have gone different ways: each has changes "
            "that the other lacks. They are never merged by themselves.",
        )
        return text.format(path=path)
    text = translate(
        "FileGuard",
        "This file and the one that this computer has seen in {path} have gone different ways since {since}: each has "
        "changes that the other lacks. They are never merged by themselves.",
    )
    return text.format(path=path, since=moment(finding.common.at))


def _moved(finding: Finding, known: KnownFile) -> str:
    if finding.kinship is Kinship.MOVED:
        text = translate(
            "FileGuard", "This file was moved; this computer saw it last in {path}. Nothing of it is missing."
        )
        return text.format(path=known.path)
    text = translate(
        "FileGuard",
        "This is a copy of {path}, with every change of it. Please go on in one of the two only, so that they do not "
        "go different ways.",
    )
    return text.format(path=known.path)
