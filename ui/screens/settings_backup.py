"""Cài đặt, page of backups: which there are, one more, a second place, getting one back, carrying the file away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from data.errors import SoTramError
from data.paths import asset
from ui import backup_words, handover, theme, unsaved
from ui.cli_arguments import STATION_SUFFIX
from ui.clock_check import moment
from ui.dialogs import ask_target
from ui.known_files import RESTORED, KnownFiles
from ui.models.backup_model import BackupModel
from ui.permissions import Deed, hold_back_button, may, why_not, why_not_line
from ui.session import Session
from ui.tasks import Task
from ui.widgets.busy_line import BusyLine
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet
from ui.widgets.ledger_table import LedgerTable
from ui.words import LOCAL

if TYPE_CHECKING:
    from data.safety import Backup, Loss
    from ui.backup_keeper import BackupKeeper

WIDTHS = (17, 26, 10, 10, 11, 30)


class BackupPage(QWidget):
    """The page.

    ``restored(path)``: a backup was written to a new file, which is to be opened.
    """

    restored = Signal(object)

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget | None = None) -> None:
        """``line`` says what was done and what was refused."""
        super().__init__(parent)
        self._session = session
        self._line = line
        self._followed: BackupKeeper | None = None
        self.model = BackupModel(self)
        self.table = LedgerTable(self.tr("Backups of this file"), self.model)
        self.table.setMinimumHeight(24 * theme.STEP)
        self.table.horizontalHeader().setStretchLastSection(True)
        for column, steps in enumerate(WIDTHS):
            self.table.setColumnWidth(column, steps * theme.STEP)
        self.table.setSelectionBehavior(LedgerTable.SelectionBehavior.SelectRows)
        self.table.opened.connect(lambda _index: self._ask_restore())
        self.state, self.second = Quiet(), Quiet()
        self.busy = BusyLine()
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.state)
        column.addWidget(why_not_line(self._session, Deed.RESTORE))
        column.addLayout(
            self._row(
                ("now", self.tr("&Back up now"), self.back_up),
                ("restore", self.tr("&Restore the chosen one…"), self._ask_restore),
            )
        )
        column.addWidget(self.busy)
        column.addWidget(self.table, 1)
        kept = self.tr(
            "Kept are all of the last two days, then the newest of 12 days, 10 weeks and 12 months; those asked for "
            "and the newest one are never taken away. Each was restored on trial and checked before it was counted."
        )
        column.addWidget(Quiet(kept))
        column.addWidget(Heading(self.tr("A second place: another disk or a USB stick")))
        column.addWidget(self.second)
        column.addLayout(
            self._row(
                ("second", self.tr("Choose the &second place…"), self._ask_second),
                ("no_second", self.tr("No second place"), lambda: self.choose_second(None)),
            )
        )
        column.addWidget(Heading(self.tr("Take the file to another computer")))
        column.addWidget(
            Quiet(
                self.tr(
                    "A copy of the whole file is laid on a stick, closed and read back without a fault, with a note "
                    "for the other computer. From then on type on one computer only."
                )
            )
        )
        column.addLayout(
            self._row(
                ("carry", self.tr("&Take to another computer…"), self._ask_carry),
                ("help", self.tr("&Help: file, backups, sticks"), self._show_help),
            )
        )

    def _row(self, *buttons: tuple[str, str, Callable[[], None]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        for key, text, action in buttons:
            button = QPushButton(text)
            button.setAccessibleName(text.replace("&", ""))
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, action=action: action())
            self.buttons[key] = button
            if key in ("restore", "second", "no_second"):
                hold_back_button(self._session, button, Deed.RESTORE)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show_help(self) -> None:
        from ui.help_page import show_page

        language = "en" if self._session.language == "en" else "vi"
        text = asset("help", f"files_{language}.md").read_text(encoding="utf-8")
        show_page(self, self.tr("Help: file, backups, sticks"), text)

    # --- what there is ---------------------------------------------------------------------------------------------

    def show_values(self) -> None:
        """Show how the backups are, and list them on a working thread."""
        keeper = self._session.keeper
        if keeper is not None and keeper is not self._followed:
            self._followed = keeper
            keeper.changed.connect(self.show_values)
        is_kept = keeper is not None and self._session.store.is_writable
        is_head = may(self._session, Deed.RESTORE)
        for key in ("now", "second", "no_second"):
            self.buttons[key].setEnabled(is_kept and (is_head or key == "now"))
        if keeper is None:
            return
        state, now = keeper.state, self._session.clock()
        said = backup_words.status(state, now, self._session.sentence)
        self.state.setText(f"{said.text}. {said.detail}")
        self.second.setText(
            backup_words.second_place(state, now)
            or self.tr("None is chosen. A disk can break and a computer be stolen: keep a copy on a stick as well.")
        )
        self.buttons["no_second"].setVisible(state.second is not None)
        if not state.is_running:
            session = self._session
            session.tasks.run(lambda _task: _listed(session, state.folder, state.second), self._show_list, self._failed)

    def _show_list(self, listed: tuple[tuple[Backup, ...], frozenset[Path]]) -> None:
        backups, others = listed
        self.model.show_backups(backups, others)
        if backups and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    # --- one more, a second place ----------------------------------------------------------------------------------

    def back_up(self) -> None:
        """Make one now; it is never thinned."""
        keeper = self._session.keeper
        if keeper is None or keeper.state.is_running:
            return
        self._line.clear()
        self.busy.begin(self.tr("Backing up and restoring on trial…"))

        def done() -> None:
            self.busy.end()
            error = keeper.state.error
            if error is not None:
                self._line.say(self._session.messages.error(error), "error")
            else:
                self._line.say(self.tr("Backed up, and restored on trial without a fault."), "done")

        keeper.make("command", done)

    def _ask_second(self) -> None:
        title = self.tr("Second place for backups")
        folder = handover.ask_folder(self, title)
        if folder is not None:
            self.choose_second(folder)

    def choose_second(self, folder: Path | None) -> None:
        """Keep second copies in a folder from now on."""
        if self._session.keeper is not None:
            self._session.keeper.choose_second(folder)
            if self._session.keeper.state.is_same_disk:
                self._line.say(backup_words.same_disk())

    # --- getting one back ------------------------------------------------------------------------------------------

    def _ask_restore(self) -> None:
        if not may(self._session, Deed.RESTORE):
            self._line.say(why_not(self._session, Deed.RESTORE))
            return
        backup = self.model.backup_at(self.table.currentIndex().row())
        if backup is None:
            self._line.say(self.tr("Please choose a backup in the list first."))
            return
        session = self._session
        self._line.clear()
        self.busy.begin(self.tr("Comparing with the open file…"))

        def work(_task: Task) -> Loss:
            from data import safety

            return safety.loss_of_restoring(session.store, backup.path)

        session.tasks.run(work, lambda loss: self._ask_loss(backup, loss), self._failed)

    def _ask_loss(self, backup: Backup, loss: Loss) -> None:
        """Say what the open file has and the backup has not, before anything is made of it."""
        from ui import recovery_words

        self.busy.end()
        text = self.tr("Restored to {when}, compared with the open file: {loss} The open file stays as it is.").format(
            when=moment(backup.manifest.made_at), loss=recovery_words.loss(loss)
        )
        answers = [(self.tr("Restore as a new file…"), lambda: self._ask_target(backup))]
        self._line.ask(text, answers, self.table)

    def _ask_target(self, backup: Backup) -> None:
        path = self._session.path
        suggestion = str(path.with_name(restored_name(path, backup)))
        kinds, title = self.tr("Station files (*.sotram)"), self.tr("Restore as a new file")
        target = ask_target(self, suggestion, kinds, title)
        if target is not None:
            self.restore(backup.path, target)

    def restore(self, backup: Path, target: Path) -> None:
        """Write a backup to a new file after one of today's state was made, and open it; nothing is overwritten."""
        self._line.clear()
        self.busy.begin(self.tr("Restoring…"))
        self._session.protected("restore", lambda: self._restore(backup, target))

    def _restore(self, backup: Path, target: Path) -> None:
        def work(_task: Task) -> Path:
            from data import safety

            safety.restore_backup(backup, target)
            return target

        def done(path: Path) -> None:
            self.busy.end()
            KnownFiles().keep_answer(path.resolve(), RESTORED, "yes")
            self.restored.emit(path)

        self._session.tasks.run(work, done, self._failed)

    # --- carrying --------------------------------------------------------------------------------------------------

    def _ask_carry(self) -> None:
        folder = handover.ask_stick(self)
        if folder is not None:
            self.carry(folder)

    def carry(self, folder: Path) -> None:
        """Lay a proven copy into a folder, with everything typed so far."""
        session, now = self._session, self._session.clock()
        if len(session.unsaved):
            self._line.say(unsaved.count_words(session), "error")
            return
        self._line.clear()
        self.busy.begin(self.tr("Copying and reading back…"))

        def done(laid: handover.Laid) -> None:
            self.busy.end()
            self._line.say(handover.carried_words(laid), "done")

        session.writer.when_empty(
            lambda: session.tasks.run(lambda _task: handover.carry(session.store, folder, now), done, self._failed)
        )

    def _failed(self, error: Exception) -> None:
        self.busy.end()
        if not isinstance(error, SoTramError):
            raise error
        self._line.say(self._session.messages.error(error), "error")


def restored_name(path: Path, backup: Backup) -> str:
    """A name for what is restored: the file's, and the moment of the backup."""
    moment = backup.manifest.made_at.astimezone(LOCAL)
    return f"{path.stem} {moment:%Y-%m-%d %Hh%M}{STATION_SUFFIX}"


def _listed(session: Session, folder: Path, second: Path | None) -> tuple[tuple[Backup, ...], frozenset[Path]]:
    """The backups, newest first, and which of them hold changes that the open file's history does not."""
    from data import queries, safety

    file_id = queries.chain_head(session.store).file_id
    folders = [folder, *([second] if second is not None and second != folder else [])]
    found = [backup for place in folders for backup in safety.list_backups(place, file_id)]
    heads = [(backup.path, *backup.manifest.heads.get("action", (0, ""))) for backup in found]
    others = [
        path for path, number, seal in heads if seal and not queries.has_chain_head(session.store, number, seal.lower())
    ]
    return tuple(sorted(found, key=lambda backup: backup.manifest.made_at, reverse=True)), frozenset(others)
