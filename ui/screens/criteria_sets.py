"""The criteria sets: shipped and own, their versions, import, editing, handing over, moving an assessment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from data import assessment_commands, assessment_queries
from data.assessment.definitions import Completeness, CriteriaSet
from data.assessment.records import Assessment
from data.errors import FaultsError
from ui import theme
from ui.dialogs import ask_criteria, ask_target
from ui.models.line_model import LineModel
from ui.permissions import Deed, may, why_not, why_not_line
from ui.screens import rural_sets
from ui.screens.criteria_changes import change_lines
from ui.screens.criteria_page import SubPage
from ui.screens.criteria_words import content_lines, detail_lines, move_lines, refusal_review, set_lines, unlisted_lines
from ui.screens.criteria_work import (
    Checked,
    Moving,
    SetEntry,
    entries_of,
    movable,
    moving_of,
    read_any,
    save_set,
    write_file,
    write_template,
)
from ui.screens.rural_sets import RuralChecked, RuralEntry
from ui.session import Session
from ui.widgets.heading import Quiet
from ui.widgets.line_table import LineTable
from ui.widgets.review_page import Review, ReviewPage

if TYPE_CHECKING:
    from ui.screens.criteria_editor import CriteriaEditor

WIDEST = {0: 34, 1: 24, 3: 26, 4: 18}
SHARES = {2: 1}
Found = tuple[tuple[SetEntry, ...], tuple[RuralEntry, ...], tuple[Assessment, ...]]


class CriteriaSetsPage(SubPage):
    """A list of sets, and what is known of each; in its place what an import or a move would do, or the editor."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.heading.setText(self.tr("Criteria sets"))
        self.entries: tuple[SetEntry, ...] = ()
        self.rural: tuple[RuralEntry, ...] = ()
        self._begun: tuple[Assessment, ...] = ()
        self._wanted: tuple[str, str] | None = None
        heads = (
            self.tr("Version"),
            self.tr("Where from"),
            self.tr("Certainty"),
            self.tr("In force"),
            self.tr("Used for"),
        )
        self.model = LineModel(heads, parent=self)
        self.table = LineTable(self.tr("Criteria sets and their versions"), self.model, WIDEST, SHARES)
        self.details = QPlainTextEdit(readOnly=True)
        self.details.setAccessibleName(self.tr("What is known of the set"))
        self.details.setTabChangesFocus(True)
        self.review = ReviewPage()
        self.pages = QStackedWidget()
        for page in (self._list_page(), self.review):
            self.pages.addWidget(page)
        self._editor: CriteriaEditor | None = None
        self.column.addWidget(self.pages, 1)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda _index: self.edit())
        self.review.left.connect(self.show_list)
        self.busy.stopped.connect(lambda: self.line.say(self.tr("Stopped.")))
        session.bus.changed.connect(self._something_changed)
        session.user_changed.connect(lambda _name: self._show_chosen())

    def _list_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        text = self.tr(
            "A set is data: the station's own table stands before the shipped one of the same code, and every "
            "assessment keeps the version it was begun with. Nothing entered by a station is official."
        )
        column.addWidget(Quiet(text))
        column.addWidget(why_not_line(self.session, Deed.DECIDE))
        column.addWidget(self.table, 1)
        column.addWidget(self.details, 1)
        column.addLayout(
            self.row_of(
                ("import", self.tr("&Import from a file…"), self.ask_import),
                ("template", self.tr("Template to fill in (&Excel)…"), self.ask_template),
                ("export", self.tr("&Hand over as a file…"), self.ask_export),
            )
        )
        column.addLayout(
            self.row_of(
                ("edit", self.tr("&Change in this window…"), self.edit),
                ("move", self.tr("&Move an assessment to this version…"), self.ask_move),
            )
        )
        return page

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_about(self, year: int, criteria_set: str = "", item: str = "") -> None:
        """Show the list, the cursor on the set that is worked with; an editor with unsaved changes stays."""
        if not (self._is_editing and self.editor.has_changes):
            self.pages.setCurrentIndex(0)
        self._wanted = (criteria_set, "") if criteria_set else None
        super().show_about(year, criteria_set, item)

    def show_values(self) -> None:
        """Ask for the sets off the GUI thread: the first time their files are read."""
        session = self.session
        self.ask_off_thread(
            lambda _task: (
                entries_of(session),
                rural_sets.rural_entries(session),
                assessment_queries.assessments(session.store),
            ),
            self._show,
        )

    def _show(self, found: Found) -> None:
        self.entries, self.rural, self._begun = found
        chosen = self.table.subject
        self.model.show_lines([*set_lines(self.entries), *rural_sets.rural_lines(self.rural)])
        if self._wanted is not None:
            code, version = self._wanted
            keys = [*(each.key for each in self.entries), *(each.key for each in self.rural)]
            chosen = next((key for key in keys if key[0] == code and version in ("", key[1])), chosen)
            self._wanted = None
        self.table.choose(chosen)
        self._show_chosen()

    def _show_chosen(self) -> None:
        entry = self.entry
        lines = detail_lines(entry) if entry is not None else []
        lines += (
            rural_sets.rural_details(self.rural_entry, self.session.catalogue) if self.rural_entry is not None else []
        )
        self.details.setPlainText("\n".join(lines))
        is_allowed = may(self.session, Deed.DECIDE) and self.session.is_writable
        years = movable(self._begun, entry) if entry is not None else ()
        self.buttons["import"].setEnabled(is_allowed)
        self.buttons["export"].setEnabled(entry is not None)
        self.buttons["edit"].setEnabled(is_allowed and entry is not None)
        self.buttons["move"].setEnabled(is_allowed and bool(years))
        move = self.buttons["move"]
        if years:
            year = self.about.year if self.about.year in years else years[-1]
            move.setText(self.tr("&Move the assessment of {year} to this version…").format(year=year))
        else:
            move.setText(self.tr("&Move an assessment to this version…"))
        move.setAccessibleName(move.text().replace("&", ""))

    @property
    def editor(self) -> CriteriaEditor:
        """The editor; built when it is first asked for."""
        if self._editor is None:
            from ui.screens.criteria_editor import CriteriaEditor

            self._editor = CriteriaEditor(self.session, self.line)
            self._editor.left.connect(self.show_list)
            self._editor.kept.connect(self._kept)
            self.pages.addWidget(self._editor)
        return self._editor

    @property
    def entry(self) -> SetEntry | None:
        """The version of a criteria set under the cursor; None on a new-rural set."""
        return next((each for each in self.entries if each.key == self.table.subject), None)

    @property
    def rural_entry(self) -> RuralEntry | None:
        """The version of a new-rural set under the cursor."""
        return next((each for each in self.rural if each.key == self.table.subject), None)

    @property
    def _is_editing(self) -> bool:
        return self._editor is not None and self.pages.currentWidget() is self._editor

    def show_list(self) -> None:
        """Back to the list."""
        self.pages.setCurrentIndex(0)
        self.take_focus()

    def take_focus(self) -> None:
        """The list takes the keys, or what stands in its place."""
        if self.pages.currentWidget() is self.review:
            self.review.take_focus()
        elif self._is_editing:
            self.editor.take_focus()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> None:
        """Esc goes back to the list first."""
        if self.busy.task is None and self.pages.currentIndex() and not self.line.isVisible():
            if self._is_editing:
                self.editor.leave_editor()
            else:
                self.show_list()
        else:
            super().escape()

    def _something_changed(self, changes: object, _origin: object) -> None:
        if self.isVisible() and getattr(changes, "kind", "") in ("definition", "assessment"):
            self.show_values()

    def _is_allowed(self) -> bool:
        if may(self.session, Deed.DECIDE):
            return True
        self.line.say(why_not(self.session, Deed.DECIDE))
        return False

    def _show_review(self) -> None:
        self.pages.setCurrentWidget(self.review)
        if self.isVisible():
            self.review.take_focus()

    # --- in --------------------------------------------------------------------------------------------------------

    def ask_import(self) -> None:
        """Ask which file, and show what it would change."""
        path = ask_criteria(self) if self._is_allowed() else None
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read and check a file off the GUI thread; nothing is written."""
        session = self.session
        self.line.clear()
        self.busy.begin(self.tr("Reading and checking…"))
        session.tasks.run(
            lambda _task: read_any(session, path), self._show_checked, lambda error: self._not_read(path, error)
        )

    def _not_read(self, path: Path, error: Exception) -> None:
        if not isinstance(error, FaultsError):
            self.refused(error)
            return
        self.busy.end()
        review = refusal_review(self.session.messages, path, error)
        self.review.show_review(review)
        self._show_review()

    def _show_checked(self, checked: Checked | RuralChecked) -> None:
        self.busy.end()
        if isinstance(checked, RuralChecked):
            review = rural_sets.rural_review(checked, self.session.catalogue)
            self.review.show_review(review, lambda _reason: self._import_rural(checked))
            self._show_review()
            return
        found = checked.read.criteria_set
        warnings = [self.session.messages.fault(fault) for fault in checked.read.warnings]
        lines = [self.tr("Please look: {sentence}").format(sentence=sentence) for sentence in warnings]
        lines += change_lines(checked.changes) or unlisted_lines(checked, self.session.messages)
        if checked.is_known:
            summary = self.tr("This very version of {set} is there already.").format(set=found.id)
        elif checked.before is None:
            lines += content_lines(found)
            summary = self.tr("A new set: {set}, {title}.").format(set=found.id, title=found.title_vi)
        else:
            summary = self.tr(
                "A new version of {set}. Assessments that were begun keep theirs; new ones take this one. What changes:"
            ).format(set=found.id)
        certainty = self.tr("Certainty as written in the file: {certainty}. It is shown as entered by the station.")
        review = Review(
            title=self.tr("Checked: nothing has been written yet"),
            about=str(checked.path),
            summary=summary,
            lines=lines,
            caption=certainty.format(certainty=found.certainty),
            accept="" if checked.is_known else self.tr("&Import this set"),
        )
        self.review.show_review(review, lambda _reason: self._import(checked))
        self._show_review()

    def _import(self, checked: Checked) -> None:
        self._save(checked.read.criteria_set, checked.path.name, "")

    def _import_rural(self, checked: RuralChecked) -> None:
        session, found = self.session, checked.read.rural_set
        said = self.tr("Kept: {set}, version {version}. The report on new-rural indicators offers it.")
        self.write(
            lambda: rural_sets.save_rural(session, checked),
            lambda _changes: self._saved((found.id, found.version), said),
        )

    def _save(self, criteria_set: CriteriaSet, source_name: str, reason: str) -> None:
        session = self.session
        said = self.tr("Kept: {set}, version {version}. Assessments that were begun keep their version.")
        self.write(
            lambda: save_set(session, criteria_set, source_name, reason),
            lambda _changes: self._saved((criteria_set.id, criteria_set.version), said),
        )

    def _saved(self, key: tuple[str, str], said: str) -> None:
        self._wanted = key
        self.line.say(said.format(set=key[0], version=key[1]), "done")
        self.show_list()
        self.show_values()

    # --- changing --------------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Small changes in the window; they become a version of their own."""
        entry = self.entry
        if self.rural_entry is not None:
            self.line.say(self.tr("A new-rural set is changed in its file; import the file again."), "warning")
        elif entry is not None and self._is_allowed():
            self.line.clear()
            self.editor.show_set(entry.criteria_set)
            self.pages.setCurrentWidget(self.editor)
            self.editor.take_focus()

    def _kept(self, criteria_set: CriteriaSet, reason: str) -> None:
        self._save(criteria_set, "", reason)

    # --- out -------------------------------------------------------------------------------------------------------

    def ask_template(self) -> None:
        """Ask where to, and write a template: with what is known of the set under the cursor while it is not full."""
        path = ask_target(self, self.tr("Score table (template).xlsx"), self.tr("Excel (*.xlsx)"))
        if path is not None:
            session, entry = self.session, self.entry
            is_open = entry is not None and entry.criteria_set.completeness is not Completeness.FULL
            known = entry.criteria_set if entry is not None and is_open else None
            session.tasks.run(lambda _task: write_template(session, path, known), self._written_to, self.refused)

    def ask_export(self) -> None:
        """Ask where to, and write the set as one file."""
        entry = self.entry
        if entry is None:
            return
        kinds = self.tr("Excel (*.xlsx);;YAML (*.yaml);;TOML (*.toml)")
        path = ask_target(self, entry.file_name, kinds, self.tr("Hand over a criteria set"))
        if path is not None:
            self.export(entry.criteria_set, path)

    def export(self, criteria_set: CriteriaSet, path: Path) -> None:
        """Write a set to a file, by its ending."""
        session = self.session
        session.tasks.run(lambda _task: write_file(session, criteria_set, path), self._written_to, self.refused)

    def _written_to(self, path: Path) -> None:
        self.line.say(self.tr("Saved: {file}").format(file=path), "done")

    # --- moving an assessment --------------------------------------------------------------------------------------

    def ask_move(self) -> None:
        """Name first what an assessment would lose in this version."""
        entry = self.entry
        years = movable(self._begun, entry) if entry is not None else ()
        if entry is None or not years or not self._is_allowed():
            return
        year = self.about.year if self.about.year in years else years[-1]
        session, wanted = self.session, entry.criteria_set
        self.line.clear()
        self.ask_off_thread(lambda _task: moving_of(session, year, wanted), self._show_move)

    def _show_move(self, moving: Moving) -> None:
        year, new = moving.assessed.assessment.year, moving.new
        if moving.move.loses:
            summary = self.tr("Answers are kept by item code. This would be lost or left open:")
        else:
            summary = self.tr("Answers are kept by item code. Nothing is lost.")
        about = self.tr("{set}: from version {old} to version {new}")
        review = Review(
            title=self.tr("Move the assessment of {year}: nothing has been written yet").format(year=year),
            about=about.format(set=new.id, old=moving.old.version, new=new.version),
            summary=summary,
            lines=move_lines(moving.move),
            accept=self.tr("&Move the assessment"),
            needs_reason=True,
        )
        self.review.show_review(review, lambda reason: self._move(year, new, reason))
        self._show_review()

    def _move(self, year: int, new: CriteriaSet, reason: str) -> None:
        store, by = self.session.store, self.session.by(reason)

        def done(_changes: object) -> None:
            said = self.tr("The assessment of {year} uses version {version} now.")
            self.line.say(said.format(year=year, version=new.version), "done")
            self.show_list()
            self.show_values()

        self.write(lambda: assessment_commands.change_version(store, year, new.id, new.version, by), done)
