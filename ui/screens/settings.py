"""Cài đặt: plans that bind, dated details, forms kept and how they are cut, files, language, text size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from data import commands, queries
from data.errors import SoTramError
from ui import theme, words
from ui.fields import PROFILE
from ui.models.settings_model import SettingModel
from ui.permissions import Deed, hold_back
from ui.screens.screen import Place, Screen
from ui.screens.settings_assessment import AssessmentSettings
from ui.screens.settings_backup import BackupPage
from ui.screens.settings_dates import DatesPage
from ui.screens.settings_files import FilesPage
from ui.screens.settings_forms import FormsPage
from ui.screens.settings_journal import JournalPage
from ui.screens.settings_look import LookPage
from ui.screens.settings_profile import ProfilePage
from ui.screens.settings_users import UsersPage
from ui.screens.year_opening import YearPage
from ui.session import Session
from ui.steps import next_step, step_here
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet
from ui.widgets.ledger_table import LedgerTable

PAGES = (
    "plans",
    "profile",
    "history",
    "forms",
    "dates",
    "files",
    "backup",
    "user",
    "year",
    "assessment",
    "journal",
    "look",
)


class SettingsScreen(Screen):
    """A list of pages at the left, the page at the right.

    ``opening_asked``, ``creating_asked``, ``language_chosen``, ``size_chosen``: as in the main window.
    """

    opening_asked = Signal(object)
    creating_asked = Signal()
    language_chosen = Signal(str)
    size_chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build all pages."""
        super().__init__(session, parent)
        self.line = EdgeLine()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.list.setObjectName("pages")
        self.list.ensurePolished()  # else its lines are laid out before they have their padding
        self.list.setFixedWidth(28 * theme.STEP)
        self.pages = QStackedWidget()
        self.plan_boxes: dict[str, QCheckBox] = {}
        self.details = ProfilePage(session, self.line)
        self.profile = self.details.form
        self.forms_page = FormsPage(session, self.line)
        self.forms = self.forms_page.kept
        self.dates = DatesPage(session, self.line)
        self.user = UsersPage(session, self.line)
        self.year = YearPage(session, self.line)
        self.year.left_for.connect(self.left_for)
        self.assessment = AssessmentSettings(session, self.line)
        self.journal = JournalPage(session, self.line)
        self.look = LookPage(session)
        self.language = self.look.language
        self.next = QPushButton()
        self.next.setAutoDefault(True)
        self.missing = Quiet()
        self.history = SettingModel(self)
        self.files = FilesPage(session, self.line)
        self.backup = BackupPage(session, self.line)
        self._lay_out()
        self._connect()

    # --- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        pages = (
            (self.tr("Plans that bind"), self._plan_page()),
            (self.tr("Station's details"), self.details),
            (self.tr("History of the details"), self._history_page()),
            (self.tr("Forms"), self.forms_page),
            (self.tr("Days off and cut"), self.dates),
            (self.tr("Files"), self.files),
            (self.tr("Backups"), self.backup),
            (self.tr("Users"), self.user),
            (self.tr("New year"), self.year),
            (self.tr("Self-assessment"), self.assessment),
            (self.tr("Log of changes"), self.journal),
            (self.tr("Language, text size"), self.look),
        )
        for title, page in pages:
            self.list.addItem(title)
            self.pages.addWidget(_scrolled(title, page))
        for page in (pages[0][1], self.details, self.forms_page, self.dates, self.year, self.assessment):
            hold_back(self.session, page, Deed.SETTINGS)
        right = QVBoxLayout()
        right.setSpacing(0)
        # What is said stands below: nothing moves under the hand.
        right.addWidget(self.pages, 1)
        right.addWidget(self.line)
        below = QHBoxLayout()
        below.setContentsMargins(2 * theme.STEP, theme.HALF, 2 * theme.STEP, theme.HALF)
        below.setSpacing(theme.STEP)
        below.addWidget(self.next)
        below.addWidget(self.missing, 1)
        right.addLayout(below)
        right.setContentsMargins(0, 0, 0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)
        self.list.setCurrentRow(0)

    def _plan_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(Quiet(self.tr("The due list, the targets and the reports use the plans ticked here.")))
        for plan in self.session.catalogue.plans.values():
            box = QCheckBox(plan.short_title_vi)
            box.setAccessibleName(plan.title_vi)
            column.addWidget(box)
            detail = Quiet(f"{plan.number_as_printed} · {plan.issuing_body_vi} · {words.years(plan)}")
            detail.setContentsMargins(3 * theme.STEP, 0, 0, theme.HALF)
            column.addWidget(detail)
            self.plan_boxes[plan.id] = box
        return page

    def _history_page(self) -> QWidget:
        table = LedgerTable(self.tr("History of the details"), self.history)
        self.history_table = table
        table.horizontalHeader().setStretchLastSection(True)
        for column, steps in enumerate((24, 14, 44, 16)):
            table.setColumnWidth(column, steps * theme.STEP)
        return table

    def _connect(self) -> None:
        self.files.opening_asked.connect(self.opening_asked)
        self.files.creating_asked.connect(self.creating_asked)
        self.backup.restored.connect(self.opening_asked)
        self.list.currentRowChanged.connect(self._turn)
        self.look.language_chosen.connect(self.language_chosen)
        self.look.size_chosen.connect(self.size_chosen)
        self.next.clicked.connect(self._go_on)
        self.session.bus.changed.connect(lambda _changes, _origin: self._something_changed())
        self.session.user_changed.connect(lambda _name: self._show_next())
        for box in self.plan_boxes.values():
            box.clicked.connect(lambda _is_on: self._save_plans())

    # --- coming and going ------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Show what holds."""
        bound = queries.bound_plans(self.session.store)
        for plan, box in self.plan_boxes.items():
            box.setChecked(plan in bound)
        self.details.show_values()
        self.forms_page.show_values()
        self.dates.show_values()
        self.backup.show_values()
        self.assessment.show_values()
        self._show_history()
        self._read_journal()
        self._show_next()

    def finish(self) -> None:
        """Hand on what stands in a field that was not left yet."""
        self.profile.hand_on()
        self.user.save()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said is of no use later."""
        super().hideEvent(event)
        self.line.clear()

    def take_focus(self) -> None:
        """The list of pages takes the keys."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, place: Place) -> None:
        """Show a page, by the place's form: one of ``PAGES``; or import, export of the page of files."""
        page = "files" if place.form in ("import", "export") else place.form
        if page in PAGES:
            self.list.setCurrentRow(PAGES.index(page))
            first: dict[str, QWidget] = {
                "plans": next(iter(self.plan_boxes.values())),
                "profile": self.profile.fields["parent_body"],
                "user": self.user.name,
                "dates": self.dates.year,
                "year": self.year.table,
                "assessment": self.assessment.year,
                "journal": self.journal.kind,
                "look": self.language,
                **self.files.buttons,
                "backup": self.backup.table,
            }
            first.get(place.form, self.list).setFocus(Qt.FocusReason.TabFocusReason)

    def save_state(self) -> dict[str, str]:
        """The columns of the history as they were made."""
        return {"columns": self.history_table.widths.save()}

    def restore_state(self, state: dict[str, str]) -> None:
        """Take up the columns."""
        self.history_table.widths.restore(state.get("columns", ""))

    def _turn(self, row: int) -> None:
        self.line.clear()
        self.pages.setCurrentIndex(row)
        self._read_journal()
        self._show_next()

    def _read_journal(self) -> None:
        if PAGES[self.pages.currentIndex()] == "journal":
            self.journal.show_values()

    def _something_changed(self) -> None:
        if self.isVisible() and self.session.writer.is_empty:
            self._show_history()
            self._show_next()

    def _show_next(self) -> None:
        """What is still missing on this page, and the next of the first steps elsewhere, as long as there are such."""
        step, missing = next_step(self.session, self._here()), step_here(self.session, self._here())
        self.missing.setText(missing.detail if missing is not None else "")
        self.next.setVisible(step is not None)
        if step is not None:
            text = self.tr("Next step: {title}").format(title=step.title)
            self.next.setText(text)
            self.next.setAccessibleName(text)

    def _here(self) -> Place:
        return Place("settings", form=PAGES[max(self.list.currentRow(), 0)])

    def _go_on(self) -> None:
        step = next_step(self.session, self._here())
        if step is not None:
            self.left_for.emit(step.place)

    def _show_history(self) -> None:
        store = self.session.store
        settings = [setting for spec in PROFILE for setting in queries.settings_history(store, spec.key)]
        self.history.show_settings(settings)

    # --- saving ----------------------------------------------------------------------------------------------------

    def _save_plans(self) -> None:
        chosen = [plan for plan, box in self.plan_boxes.items() if box.isChecked()]
        store, by = self.session.store, self.session.by()
        self._write(lambda: commands.bind_plans(store, chosen, by))

    def _write(self, command: Callable[[], object]) -> None:
        self.session.write(command, None, self._failed, self)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self.line.say(self.session.messages.error(error), "error")
        self.activate()


def _scrolled(title: str, page: QWidget) -> QScrollArea:
    """A page under its heading, scrolled where it is long."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(2 * theme.STEP, theme.STEP, 2 * theme.STEP, theme.STEP)
    column.setSpacing(theme.STEP)
    column.addWidget(Heading(title))
    page.setMaximumWidth(110 * theme.STEP)
    fills = isinstance(page, LedgerTable | BackupPage | JournalPage)
    column.addWidget(page, int(fills))
    if not fills:
        column.addStretch(1)
    area = QScrollArea()
    area.setAccessibleName(title)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(body)
    return area
