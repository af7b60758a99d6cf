"""Carrying the station file: to another computer on a stick, onto this computer's own disk, and back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from data import commands, queries
from data.handover import bring_back, lay_copy
from data.history import ChainHead
from ui.cli_arguments import STATION_SUFFIX
from ui.clock_check import moment
from ui.known_files import CARRIED, KnownFiles, Loan, SeenHead
from ui.session import Session
from ui.words import LOCAL

READ_ME = "DOC-TOI-SO-TRAM.txt"

translate = QCoreApplication.translate


class Laid(NamedTuple):
    """A copy that was laid down for another computer, and how far its history goes."""

    path: Path
    head: ChainHead


def ask_folder(parent: QWidget | None, title: str, start: Path | None = None) -> Path | None:
    """Which folder; None when the person thinks better of it."""
    name = QFileDialog.getExistingDirectory(parent, title, str(start or Path.home()))
    return Path(name) if name else None


def ask_stick(parent: QWidget | None) -> Path | None:
    """Which stick or folder the file is carried in."""
    return ask_folder(parent, translate("Handover", "Choose the USB stick or folder that carries the file"))


def carry(store: commands.Store, folder: Path, now: datetime) -> Laid:
    """A closed, proven copy of the file in a folder, with a line to read beside it; nothing there is overwritten.

    Raises:
        EnvironmentFault: as ``lay_copy``.
    """
    path = free_name(folder, store.path.stem, now)
    lay_copy(store, path)
    head = queries.chain_head(store)
    KnownFiles().keep_answer(store.path, CARRIED, moment(now))
    text = translate(
        "Handover",
        "Sổ Trạm: {file} was copied here at {when}, with {count} changes, and read back without a fault.\n"
        "On the other computer: copy the file to its disk, then open it there with Sổ Trạm.\n"
        "From now on type on one computer only: two copies are never merged by themselves.\n",
    )
    written = text.format(file=path.name, when=moment(now), count=head.action_id)
    try:
        (folder / READ_ME).write_text("\ufeff" + written.replace("\n", "\r\n"), encoding="utf-8", newline="")
    except OSError:  # the copy is what counts
        return Laid(path, head)
    return Laid(path, head)


def free_name(folder: Path, stem: str, now: datetime) -> Path:
    """The file's own name where it is free, else with the day, and a number."""
    day = f"{now.astimezone(LOCAL):%Y-%m-%d}"
    names = [stem, f"{stem} {day}", *(f"{stem} {day} ({number})" for number in range(2, 100))]
    paths = [folder / f"{name}{STATION_SUFFIX}" for name in names]
    return next((path for path in paths if not path.exists()), paths[-1])


def borrow(session: Session, path: Path) -> None:
    """Copy the open file to this computer's disk, and remember where it goes back to.

    Raises:
        EnvironmentFault: as ``copy_station``.
    """
    head = queries.chain_head(session.store)
    commands.copy_station(session.store, path)
    KnownFiles().keep_loan(Loan(path.resolve(), session.path, SeenHead(head.action_id, head.seal, head.at)))


def give_back(session: Session, loan: Loan) -> None:
    """Write the open local copy over the file that it came from, when that is as it was.

    Raises:
        UserError, EnvironmentFault: as ``bring_back``.
    """
    head = queries.chain_head(session.store)
    copied = head._replace(action_id=loan.head.action_id, seal=loan.head.seal)
    bring_back(session.store, loan.origin, copied)
    KnownFiles().keep_loan(loan._replace(head=SeenHead(head.action_id, head.seal, head.at)))


def has_news(session: Session, loan: Loan) -> bool:
    """Whether the local copy has changes that its origin has not."""
    return queries.chain_head(session.store).action_id != loan.head.action_id


def carried_words(laid: Laid) -> str:
    """What is said once the copy lies there."""
    text = translate(
        "Handover",
        "The file was copied to {file} and read back without a fault: {count} changes. You can pull the stick after "
        "ejecting it. From now on type on one computer only.",
    )
    return text.format(file=laid.path, count=laid.head.action_id)
