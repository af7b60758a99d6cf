"""Cài đặt: plans that bind, dated details, forms kept and how they are cut, files, language, text size."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from data import commands, queries
from data.errors import SoTramError
from data.settings import FORMS_NOT_KEPT, SINCE_EVER, list_text, value_on
from ui import theme, words
from ui.fields import PROFILE
from ui.memory import Memory
from ui.models.settings_model import SettingModel
from ui.screens.screen import Place, Screen
from ui.screens.settings_files import FilesPage
from ui.session import Session
from ui.widgets.edge_line import EdgeLine
from ui.widgets.forms_kept import FormsKept
from ui.widgets.heading import Heading, Quiet
from ui.widgets.ledger_table import LedgerTable
from ui.widgets.profile_form import ProfileForm

LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))
PAGES = ("plans", "profile", "history", "forms", "files", "look")


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
        self.profile = ProfileForm(session.today)
        self.forms = FormsKept(session.catalogue)
        self.history = SettingModel(self)
        self.files = FilesPage(session, self.line)
        self._lay_out()
        self._connect()

    # --- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        pages = (
            (self.tr("Plans that bind"), self._plan_page()),
            (self.tr("Station's details"), self.profile),
            (self.tr("History of the details"), self._history_page()),
            (self.tr("Forms"), self.forms),
            (self.tr("Files"), self.files),
            (self.tr("Language, text size, name"), self._look_page()),
        )
        for title, page in pages:
            self.list.addItem(title)
            self.pages.addWidget(_scrolled(title, page))
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.line)
        right.addWidget(self.pages, 1)
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
            detail = Quiet(f"{plan.number_as_printed} · {plan.issuing_body_vi} · {plan.first_year}–{plan.last_year}")
            detail.setContentsMargins(3 * theme.STEP, 0, 0, theme.HALF)
            column.addWidget(detail)
            self.plan_boxes[plan.id] = box
        return page

    def _history_page(self) -> QWidget:
        table = LedgerTable(self.tr("History of the details"), self.history)
        self.history_table = table
        table.setMinimumHeight(50 * theme.STEP)
        table.horizontalHeader().setStretchLastSection(True)
        for column, steps in enumerate((24, 14, 44, 16)):
            table.setColumnWidth(column, steps * theme.STEP)
        return table

    def _look_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language"))
        for code, name in LANGUAGES:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(self.session.language))
        row = QHBoxLayout()
        label = QLabel(self.tr("&Language"))
        label.setBuddy(self.language)
        row.addWidget(label)
        row.addWidget(self.language)
        row.addStretch(1)
        column.addLayout(row)
        sizes = QHBoxLayout()
        for text, step in (
            (self.tr("S&maller text  Ctrl+−"), -1),
            (self.tr("Lar&ger text  Ctrl++"), 1),
            (self.tr("As the s&ystem has it  Ctrl+0"), 0),
        ):
            sizes.addWidget(_button(text, lambda step=step: self.size_chosen.emit(step)))
        sizes.addStretch(1)
        column.addLayout(sizes)
        self.user = QLineEdit(self.session.user)
        self.user.setAccessibleName(self.tr("Name of who types"))
        self.user.setMaximumWidth(40 * theme.STEP)
        self.user.editingFinished.connect(self._save_user)
        label_of_user = QLabel(self.tr("Name of &who types, for the history of figures on this computer"))
        label_of_user.setBuddy(self.user)
        column.addSpacing(theme.STEP)
        column.addWidget(label_of_user)
        column.addWidget(self.user)
        return page

    def _connect(self) -> None:
        self.files.opening_asked.connect(self.opening_asked)
        self.files.creating_asked.connect(self.creating_asked)
        self.list.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.profile.saved.connect(self._save_profile)
        self.profile.day_changed.connect(self._show_profile)
        self.forms.kept_changed.connect(self._save_kept)
        self.forms.cut_changed.connect(self._save_cut)
        self.language.activated.connect(self._choose_language)
        for box in self.plan_boxes.values():
            box.clicked.connect(lambda _is_on: self._save_plans())

    # --- coming and going ------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Show what holds."""
        bound = queries.bound_plans(self.session.store)
        for plan, box in self.plan_boxes.items():
            box.setChecked(plan in bound)
        self._show_profile(self.profile.valid_from())
        day = self.session.today
        self.forms.show_kept(queries.forms_not_kept(self.session.store, day))
        cuts = {
            code: value_on(queries.settings_history(self.session.store, f"cut.{code}"), f"cut.{code}", day)
            for code in self.session.catalogue.data_sets
        }
        self.forms.show_cuts(cuts)
        self._show_history()

    def take_focus(self) -> None:
        """The list of pages takes the keys."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, place: Place) -> None:
        """Show a page, by the place's form: plans, profile, history, forms, files, look; or import, export of files."""
        page = "files" if place.form in ("import", "export") else place.form
        if page in PAGES:
            self.list.setCurrentRow(PAGES.index(page))
            first: dict[str, QWidget] = {
                "plans": next(iter(self.plan_boxes.values())),
                "profile": self.profile.fields["parent_body"],
                **self.files.buttons,
            }
            first.get(place.form, self.list).setFocus(Qt.FocusReason.TabFocusReason)

    def save_state(self) -> dict[str, str]:
        """The columns of the history as they were made."""
        return {"columns": self.history_table.widths.save()}

    def restore_state(self, state: dict[str, str]) -> None:
        """Take up the columns."""
        self.history_table.widths.restore(state.get("columns", ""))

    def _show_profile(self, day: date) -> None:
        store = self.session.store
        self.profile.show_values(
            {spec.key: value_on(queries.settings_history(store, spec.key), spec.key, day) for spec in PROFILE}
        )

    def _show_history(self) -> None:
        store = self.session.store
        settings = [setting for spec in PROFILE for setting in queries.settings_history(store, spec.key)]
        self.history.show_settings(settings)

    # --- saving ----------------------------------------------------------------------------------------------------

    def _save_plans(self) -> None:
        chosen = [plan for plan, box in self.plan_boxes.items() if box.isChecked()]
        store, by = self.session.store, self.session.by()
        self._write(lambda: commands.bind_plans(store, chosen, by))

    def _save_profile(self, values: dict[str, str], valid_from: date) -> None:
        store, by = self.session.store, self.session.by()
        if not any(queries.settings_history(store, key) for key in values):
            valid_from = SINCE_EVER
        self._write(lambda: commands.save_settings(store, values, valid_from, by))

    def _save_kept(self, not_kept: list[str]) -> None:
        store, by, day = self.session.store, self.session.by(), self.session.today
        self._write(lambda: commands.save_setting(store, FORMS_NOT_KEPT, day, list_text(not_kept), by))

    def _save_cut(self, code: str, cut: str) -> None:
        store, by, day = self.session.store, self.session.by(), self.session.today
        self._write(lambda: commands.save_setting(store, f"cut.{code}", day, cut, by))

    def _write(self, command: object) -> None:
        self.session.write(command, self._saved, self._failed, self)  # type: ignore[arg-type]

    def _saved(self, _changes: object) -> None:
        moment = words.printed_moment(self.session.clock())
        self.line.say(self.tr("Saved, {moment}.").format(moment=moment), "done")
        self.activate()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self.line.say(self.session.messages.error(error), "error")

    def _choose_language(self, row: int) -> None:
        code = str(self.language.itemData(row))
        if code != self.session.language:
            self.language_chosen.emit(code)

    def _save_user(self) -> None:
        name = self.user.text().strip()
        if name:
            self.session.user = name
            Memory().set_text("user", name)


def _scrolled(title: str, page: QWidget) -> QScrollArea:
    """A page under its heading, scrolled where it is long."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(2 * theme.STEP, theme.STEP, 2 * theme.STEP, theme.STEP)
    column.setSpacing(theme.STEP)
    column.addWidget(Heading(title))
    page.setMaximumWidth(110 * theme.STEP)
    column.addWidget(page)
    column.addStretch(1)
    area = QScrollArea()
    area.setAccessibleName(title)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(body)
    return area


def _button(text: str, action: object) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text.replace("&", ""))
    button.setAutoDefault(True)
    button.clicked.connect(action)
    return button
