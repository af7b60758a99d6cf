"""“Trở lại như lúc …”: the moments of one form, what would change in it, and one step back that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QHeaderView, QLabel, QListWidget, QVBoxLayout

from data import queries
from data.history import Moment
from data.model import DataValue
from data.periods import parse_period
from ui import theme, words
from ui.models.entry_rows import CellId, EntryForm
from ui.models.entry_texts import printed
from ui.screens.entry_undo import cell_name
from ui.widgets.heading import Quiet
from ui.widgets.ledger_table import LedgerTable

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen
    from ui.session import Session

KIND = "rewind"
translate = QCoreApplication.translate


class EntryRewind(QObject):
    """A line of the menu of the form."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Put the line into the menu."""
        super().__init__(screen)
        self._screen = screen
        screen.head.add_tool(self.tr("Back to how it was at …"), "", self.ask)

    def ask(self) -> None:
        """Ask which moment, off the GUI thread what there is to choose from."""
        screen = self._screen
        form = screen.entry_model.form
        screen.grid.settle()
        if form is None:
            return
        if not screen.entry_model.is_read_only and screen.session.writer.is_empty:
            store, (elements, periods) = screen.session.store, _keys(form)
            screen.session.tasks.run(
                lambda _task: queries.moments(store, elements, periods), lambda found: self._choose(form, found)
            )
        elif screen.entry_model.is_read_only:
            screen.grid.refused.emit()
        else:
            screen.session.writer.emptied.connect(self.ask, Qt.ConnectionType.SingleShotConnection)

    def _choose(self, form: EntryForm, moments: tuple[Moment, ...]) -> None:
        screen = self._screen
        if form is not screen.entry_model.form:
            return
        if not moments:
            screen.line.say(self.tr("Nothing was ever changed in this form: there is no moment to go back to."))
            return
        values = ask_moment(screen, form, moments)
        if values:
            screen.save(values, kind=KIND)
            said = self.tr("%n cell(s) are as they were. Ctrl+Z takes this back.", "", len(values))
            screen.line.say(said, "done")
        screen.grid.setFocus(Qt.FocusReason.OtherFocusReason)


def ask_moment(screen: DataEntryScreen, form: EntryForm, moments: tuple[Moment, ...]) -> list[DataValue]:
    """Ask which moment; the cells as they were then, none when the person thinks better of it."""
    dialog = RewindDialog(screen, form, moments)
    values = dialog.values if dialog.exec() == QDialog.DialogCode.Accepted else []
    dialog.deleteLater()
    return values


class RewindDialog(QDialog):
    """Moments at the left; at the right the cells that would change, as they are and as they were.

    Attributes:
        values: The cells as they were at the chosen moment, those that would change.
    """

    def __init__(self, screen: DataEntryScreen, form: EntryForm, moments: tuple[Moment, ...]) -> None:
        """The newest moment but one is chosen: one step back."""
        super().__init__(screen)
        self._screen, self._form = screen, form
        self.values: list[DataValue] = []
        self._actions = [*(moment.action_id for moment in moments[1:]), 0]
        self.setWindowTitle(self.tr("Back to how it was at …"))
        self.moments = QListWidget()
        self.moments.setAccessibleName(self.tr("Moments of this form, newest first"))
        self.moments.setObjectName("pages")
        self.moments.setWordWrap(True)
        self.moments.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.moments.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for moment in moments[1:]:
            self.moments.addItem(moment_words(screen.session, moment))
        self.moments.addItem(self.tr("before anything was typed"))
        self.cells = QStandardItemModel(0, 4, self)
        self.table = LedgerTable(self.tr("Cells that would change"), self.cells)
        self.table.setEditTriggers(LedgerTable.EditTrigger.NoEditTriggers)
        self.count = Quiet()
        self._lay_out()
        self.moments.currentRowChanged.connect(self._ask)
        self.moments.setCurrentRow(0)
        self.resize(110 * theme.STEP, 64 * theme.STEP)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("&Moments, newest first"))
        label.setBuddy(self.moments)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(label)
        left.addWidget(self.moments, 1)
        right.addWidget(self.count)
        right.addWidget(self.table, 1)
        columns = QHBoxLayout()
        columns.addLayout(left, 2)
        columns.addLayout(right, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.button.setText(self.tr("&Back to this moment"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        period = words.period_name(self._form.whole)
        layout.addWidget(QLabel(f"<b>{self._form.data_set.title_vi} · {period}</b>"))
        layout.addLayout(columns, 1)
        layout.addWidget(
            Quiet(self.tr("Nothing is lost: the step back is written into the history, and Ctrl+Z undoes it."))
        )
        layout.addWidget(buttons)
        self.moments.setFocus()

    def _ask(self, row: int) -> None:
        """What the form held then, asked off the GUI thread."""
        session, action = self._screen.session, self._actions[row]
        elements, periods = _keys(self._form)
        self.button.setEnabled(False)
        session.tasks.run(
            lambda _task: queries.values_at(session.store, action, elements, periods),
            lambda values: self._show(action, values),
        )

    def _show(self, action: int, values: list[DataValue]) -> None:
        if action != self._actions[self.moments.currentRow()]:
            return
        model = self._screen.entry_model
        indexes = [model.index_of(_cell(value)) for value in values]
        free = [each for each in zip(indexes, values, strict=True) if each[0].isValid() and model.may_change(each[0])]
        self.values = [value for _index, value in sorted(free, key=lambda each: (each[0].column(), each[0].row()))]
        self.cells.clear()
        heads = (self.tr("Data element"), self.tr("Period"), self.tr("now"), self.tr("then"))
        self.cells.setHorizontalHeaderLabels(list(heads))
        for value in self.values:
            texts = (
                cell_name(self._screen.session, value),
                words.short_period(parse_period(value.period)),
                printed(model.value(_cell(value))) or self.tr("empty"),
                printed(value) or self.tr("empty"),
            )
            self.cells.appendRow([_item(text, is_figure=place > 1) for place, text in enumerate(texts)])
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(heads)):
            self.table.resizeColumnToContents(column)
        self.table.resizeRowsToContents()
        many = self.tr("%n cell(s) would change", "", len(self.values))
        self.count.setText(many if self.values else self.tr("Nothing would change"))
        self.button.setEnabled(bool(self.values))


def moment_words(session: Session, moment: Moment) -> str:
    """When, who, and what: "03/10/2024 14:05:09 · Lan · dán", then "Khám thai ≥ 4 lần: 40 → 412, +16 ô"."""
    kinds = {
        "": translate("EntryRewind", "typed"),
        "paste": translate("EntryRewind", "pasted"),
        "import": translate("EntryRewind", "imported"),
        "undo": translate("EntryRewind", "undone"),
        "redo": translate("EntryRewind", "done again"),
        "rewind": translate("EntryRewind", "put back"),
        "assessment": translate("EntryRewind", "from an assessment"),
        "open_year": translate("EntryRewind", "new year opened"),
    }
    at = f"{words.printed_date(moment.at.astimezone(words.LOCAL).date())} {moment.at.astimezone(words.LOCAL):%H:%M:%S}"
    head = " · ".join(part for part in (at, moment.who, kinds.get(moment.kind, moment.kind)) if part)
    if moment.first is None:
        return head
    old, new = moment.first
    change = " → ".join(printed(value) or translate("EntryRewind", "empty") for value in (old, new))
    said = f"{cell_name(session, new)}: {change}"
    others = moment.changed - 1
    if others > 0:
        said += ", " + translate("EntryRewind", "+%n cell(s)", "", others)
    return f"{head}\n{said}"


def _keys(form: EntryForm) -> tuple[tuple[str, ...], list[str]]:
    return form.data_set.elements, [part.code for part in form.parts]


def _cell(value: DataValue) -> CellId:
    return CellId(value.data_element, value.period, value.category)


def _item(text: str, *, is_figure: bool) -> QStandardItem:
    item = QStandardItem(text)
    if is_figure:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
