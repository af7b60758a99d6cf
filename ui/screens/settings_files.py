"""Cài đặt, page of files: this station's file, others, and figures in and out as CSV."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from data.errors import FaultsError, SoTramError
from data.exchange.protocol import CellCounts
from data.model import Changes
from data.numbers import format_number
from ui import theme, words
from ui.dialogs import ask_figures, ask_target
from ui.figure_files import Checked, Exported, Source, check_figures, export_figures, would_change, write_figures
from ui.memory import Memory
from ui.output_files import check_output
from ui.screens.settings_import import ImportResult
from ui.session import Session
from ui.tasks import Task
from ui.widgets.busy_line import BusyLine
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet

Found = tuple[Checked, CellCounts]


class FilesPage(QStackedWidget):
    """The page itself, and in its place what a checked file would do.

    ``opening_asked(path or None)``, ``creating_asked()``: another station file is wanted (None: ask which).
    """

    opening_asked = Signal(object)
    creating_asked = Signal()

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget | None = None) -> None:
        """``line`` says what was done and what was refused."""
        super().__init__(parent)
        self._session = session
        self._line = line
        self._path: Path | None = None
        self.busy = BusyLine()
        self.result = ImportResult(session.messages)
        self.buttons: dict[str, QPushButton] = {}
        self._period = Quiet()
        first = self._first_page()
        self.addWidget(first)
        self.addWidget(self.result)
        self.result.accepted.connect(self._write)
        self.result.left.connect(self._leave)
        self.busy.stopped.connect(self._stopped)
        session.period_changed.connect(lambda _period: self._show_period())
        session.bus.changed.connect(self._something_changed)
        escape = QShortcut(QKeySequence("Escape"), first)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.busy.cancel)
        self._show_period()

    # --- building --------------------------------------------------------------------------------------------------

    def _first_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(Quiet(self.tr("This file: {file}").format(file=self._session.path)))
        column.addLayout(
            self._row(
                ("open", self.tr("&Open…  Ctrl+O"), partial(self.opening_asked.emit, None)),
                ("new", self.tr("&New…  Ctrl+N"), self.creating_asked.emit),
            )
        )
        column.addSpacing(theme.STEP)
        column.addWidget(Heading(self.tr("Figures from and for other programs")))
        column.addWidget(
            Quiet(
                self.tr(
                    "CSV as DHIS2 writes it. A file is checked first; its figures are imported all together or not "
                    "at all, and you see what would change before anything is written."
                )
            )
        )
        column.addLayout(
            self._row(
                ("import", self.tr("&Import figures from a CSV file…"), self._ask_import),
                ("export", self.tr("&Export this period's figures as CSV…"), self._ask_export),
            )
        )
        column.addWidget(self._period)
        column.addWidget(self.busy)
        column.addSpacing(theme.STEP)
        column.addWidget(QLabel(self.tr("Opened last")))
        for path in Memory().recent():
            row = self._row((str(path), path.name, partial(self.opening_asked.emit, path)))
            row.insertWidget(1, Quiet(str(path.parent)), 1)
            row.setStretch(2, 0)
            column.addLayout(row)
        column.addStretch(1)
        return page

    def _row(self, *buttons: tuple[str, str, Callable[[], None]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        for key, text, action in buttons:
            button = QPushButton(text)
            button.setAccessibleName(text.replace("&", ""))
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, action=action: action())
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show_period(self) -> None:
        period = words.period_name(self._session.period)
        self._period.setText(self.tr("Period of the export: {period}").format(period=period))

    # --- figures in ------------------------------------------------------------------------------------------------

    def _ask_import(self) -> None:
        path = ask_figures(self)
        if path is not None:
            self.check(path)

    def check(self, path: Path) -> None:
        """Read and check a file off the GUI thread, then show what it would do; nothing is written."""
        self._line.clear()
        self._path = path
        self._when_written(self._check)

    def _check(self) -> None:
        session, path = self._session, self._path
        if path is None:
            return
        source = Source(path=path, name=path.name, today=session.today, catalogue=session.catalogue)

        def work(task: Task) -> Found:
            checked = check_figures(session.store, source, task.progress)
            return checked, checked.counts(would_change(session.store, checked))

        self.busy.cancel()
        self.busy.begin(self.tr("Reading and checking… %p%"))
        self.busy.watch(session.tasks.run(work, self._show_checked, self._failed))

    def _show_checked(self, found: Found) -> None:
        self.busy.end()
        self.result.show_checked(*found)
        self._show_result()

    def _show_result(self) -> None:
        self.setCurrentWidget(self.result)
        if self.isVisible():
            self.result.take_focus()

    def _write(self, checked: Checked) -> None:
        store, by = self._session.store, self._session.by()
        self._leave()
        self.busy.begin(self.tr("Writing…"))

        def write() -> None:
            self._session.write(
                lambda: write_figures(store, checked, by),
                lambda changes: self._written(checked, changes),
                self._failed,
                self,
            )

        self._session.protected("import", write)

    def _written(self, checked: Checked, changes: Changes) -> None:
        self.busy.end()
        counts = checked.counts(changes.keys)
        text = self.tr("Imported from {file}: {new} new figures, {changed} changed, {unchanged} unchanged.")
        self._line.say(
            text.format(
                file=checked.source.name,
                new=format_number(counts.new, 0),
                changed=format_number(counts.changed, 0),
                unchanged=format_number(counts.unchanged, 0),
            ),
            "done",
        )

    def _leave(self) -> None:
        self._path = None
        self.setCurrentIndex(0)
        self.buttons["import"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _something_changed(self, changes: object, _origin: object) -> None:
        """Figures were typed while a checked file waits: check it against them."""
        if self._path is not None and getattr(changes, "kind", "") == "data_value":
            self._when_written(self._check)

    # --- figures out -----------------------------------------------------------------------------------------------

    def _ask_export(self) -> None:
        name = f"{self._session.path.stem}_{self._session.period.code}.csv"
        path = ask_target(self, name, self.tr("Figures (*.csv)"))
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Write the period's figures off the GUI thread, with everything typed so far."""
        session, period = self._session, self._session.period
        self._line.clear()

        def work(_task: Task) -> tuple[Path, Exported]:
            check_output(path, session.path)
            return path, export_figures(session.store, period, path)

        self._when_written(lambda: session.tasks.run(work, self._exported, self._failed))

    def _exported(self, result: tuple[Path, Exported]) -> None:
        path, exported = result
        text = self.tr("{count} figures written: {file}").format(count=format_number(exported.figures, 0), file=path)
        left_out = exported.left_out(self._session.messages)
        self._line.say(f"{text}. {left_out}" if left_out else text, "done")

    # --- both ------------------------------------------------------------------------------------------------------

    def _when_written(self, action: Callable[[], object]) -> None:
        """Not before everything typed is on disk."""
        if self._session.writer.is_empty:
            action()
        else:
            self._session.writer.emptied.connect(action, Qt.ConnectionType.SingleShotConnection)

    def _failed(self, error: Exception) -> None:
        self.busy.end()
        if isinstance(error, FaultsError):
            self.result.show_faults(str(self._path), error)
            self._show_result()
        elif isinstance(error, SoTramError):
            self._leave()
            self._line.say(self._session.messages.error(error), "error")
        else:
            raise error

    def _stopped(self) -> None:
        self._path = None
        self._line.say(self.tr("Stopped. Nothing was imported."), "warning")
