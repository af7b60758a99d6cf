"""The register of evidence of an assessment: papers asked for, papers on record, what is missing or expired."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from data import assessment_commands
from data.assessment.definitions import in_place, leaves
from data.assessment.evidence import FileState, counted, open_lines
from data.assessment.records import Evidence
from data.errors import EnvironmentFault, UserError
from ui import theme, words
from ui.dialogs import ask_paper
from ui.models.line_model import LineModel
from ui.screens.assessment_words import certainty
from ui.screens.criteria_page import About, SubPage
from ui.screens.evidence_words import Listed, Spot, counts_words, file_faults, listed
from ui.screens.evidence_work import Register, checked_files, looked_at, register_of, save_papers
from ui.session import Session
from ui.widgets.evidence_form import EvidenceForm, Offered
from ui.widgets.heading import Quiet
from ui.widgets.line_table import LineTable
from ui.widgets.rows import labelled

CHANGED_BY = frozenset(("evidence", "assessment", "assessment_answer", "definition", "setting", "data_value"))
SOUND = {1: 34, 2: 10, 4: 20, 5: 28}
SHARES = {0: 3, 3: 1}


class EvidencePage(SubPage):
    """Papers by item, and the work list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self._listed: Listed | None = None
        self._files: dict[int, FileState] = {}
        self._wanted: Spot | None = None
        self._is_keeping = False
        self.said, self.work = Quiet(), QLabel(wordWrap=True)
        heads = (
            self.tr("Document"),
            self.tr("Number, date"),
            self.tr("Page"),
            self.tr("File"),
            self.tr("Valid until"),
            self.tr("State"),
        )
        self.model = LineModel(heads, parent=self)
        self.table = LineTable(self.tr("Papers of evidence"), self.model, SOUND, SHARES)
        self.shows = QComboBox()
        self.shows.addItem(self.tr("all items in order"), "items")
        self.shows.addItem(self.tr("what is to be done, most urgent first"), "work")
        self.form = EvidenceForm(lambda: ask_paper(self))
        self.claim_escape(self.form.leave, self.form)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.STEP)
        top.addWidget(labelled(self.tr("&Show"), self.shows))
        top.addWidget(self.shows)
        top.addWidget(self.work, 1)
        self.column.addWidget(self.said)
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.form)
        self.column.addLayout(
            self.row_of(
                ("add", self.tr("&Add a paper…  Ins"), self.add),
                ("change", self.tr("C&hange…  F2"), self.change),
                ("remove", self.tr("Take away…  Del"), self.ask_removal),
                ("open", self.tr("&Open its file"), self.open_file),
            )
        )
        self.column.addLayout(
            self.row_of(
                ("check", self.tr("Check all &files now"), self.check_files),
                ("carry", self.tr("Take over last &year's papers"), self.carry_over),
            )
        )

    def _connect(self) -> None:
        self.shows.currentIndexChanged.connect(lambda _row: self._show_lines())
        self.table.opened.connect(lambda _index: self.change())
        self.table.adding_asked.connect(self.add)
        self.table.removal_asked.connect(self.ask_removal)
        self.table.chosen.connect(self._show_buttons)
        self.form.kept.connect(self.keep)
        self.form.left.connect(self.take_focus)
        self.form.leave_asked.connect(self.leave_form)
        self.form.refused.connect(lambda sentence: self.line.say(sentence, "error"))
        self.busy.stopped.connect(self._stopped)
        self.session.bus.changed.connect(self._something_changed)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_about(self, year: int, criteria_set: str = "", item: str = "") -> None:
        """Show the papers of an assessment; another one has other files. What is typed of this one stays."""
        if (year, criteria_set) != self.about[:2]:
            self._files = {}
            self.form.hide()
        self._wanted = Spot(item) if item else None
        super().show_about(year, criteria_set, item)

    def show_values(self) -> None:
        """Ask for the papers off the GUI thread."""
        session, about, files = self.session, self.about, dict(self._files)
        self.heading.setText(self.tr("Evidence for {year}").format(year=about.year))
        self.ask_off_thread(
            lambda _task: listed(register_of(session, about, files)), lambda found: self._show(about, found)
        )

    def _show(self, about: About, found: Listed) -> None:
        if about != self.about:  # another assessment was opened meanwhile
            return
        self._listed, register = found, found.register
        count = len(register.assessed.evidence)
        used = register.criteria_set
        text = self.tr("{title} ({certainty}). %n paper(s) on record. Files stay where they are.", "", count)
        judged = self.tr("Papers count that hold on {day}.").format(day=words.printed_date(register.day))
        self.said.setText(f"{text.format(title=used.title_vi, certainty=certainty(used))} {judged}")
        self.work.setText(self._work_words(register))
        self._show_lines()
        carry = self.buttons["carry"]
        text = self.tr("Take over %n paper(s) of last &year", "", len(register.carried))
        carry.setText(text)
        carry.setAccessibleName(text.replace("&", ""))
        carry.setEnabled(bool(register.carried) and self.session.is_writable)
        self.buttons["check"].setEnabled(any(paper.path for paper in register.assessed.evidence))

    def _work_words(self, register: Register) -> str:
        """How much is to be done; a set that asks for no papers cannot say what is missing."""
        counts = counts_words(counted(register.tasks))
        if counts:
            return counts
        if not any(leaf.evidence for _criterion, leaf in leaves(register.criteria_set)):
            return self.tr("This set names no papers to be shown, so nothing can be called missing.")
        return self.tr("Nothing is missing or expired.")

    @property
    def register(self) -> Register | None:
        """What is shown; None before the first answer."""
        return self._listed.register if self._listed is not None else None

    def _show_lines(self) -> None:
        if self._listed is None:
            return
        chosen, row = self.table.subject, self.table.currentIndex().row()
        is_work = self.shows.currentData() == "work"
        self.model.show_lines(self._listed.by_urgency if is_work else self._listed.by_item)
        if self._wanted is not None:
            wanted = self._wanted.item
            chosen = next(
                (line.subject for line in self.model.lines if getattr(line.subject, "item", "") == wanted), None
            )
            self._wanted = None
        elif chosen is not None and all(line.subject != chosen for line in self.model.lines):
            chosen = self.model.subject_at(min(row, len(self.model.lines) - 1))
        self.table.choose(chosen)
        self._show_buttons()

    def _show_buttons(self) -> None:
        paper, may_write = self._paper(), self.session.is_writable
        self.buttons["add"].setEnabled(may_write)
        self.buttons["remove"].setEnabled(may_write and paper is not None)
        self.buttons["open"].setEnabled(paper is not None and bool(paper.path))
        self.buttons["change"].setEnabled(may_write and self.table.subject is not None)

    def _paper(self) -> Evidence | None:
        """The paper under the cursor."""
        spot = self.table.subject
        if self.register is None or not isinstance(spot, Spot):
            return None
        return next((each for each in self.register.assessed.evidence if each.number == spot.number), None)

    def take_focus(self) -> None:
        """The table takes the keys, or the form that stands open."""
        wanted = self.form.title if self.form.isVisibleTo(self) else self.table
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> None:
        """One thing for each Esc: what is under way, what is said, the form, the page."""
        if self.form.isVisible() and self.busy.task is None and self.line.isHidden():
            self.leave_form()
        else:
            super().escape()

    def leave_form(self) -> None:
        """Close the form; what was typed is asked about first."""
        if self.form.is_touched:
            question = self.tr("What was typed of this paper has not been kept yet.")
            self.line.ask(question, [(self.tr("&Drop it"), self.form.close_form)], self.form.title)
        else:
            self.form.close_form()

    def _something_changed(self, changes: object, _origin: object) -> None:
        if self.isVisible() and getattr(changes, "kind", "") in CHANGED_BY:
            self.show_values()

    # --- papers ----------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """A new paper for the item under the cursor, and for its line where that has none yet."""
        register = self.register
        if register is None or self._is_typing():
            return
        spot = self.table.subject
        item = spot.item if isinstance(spot, Spot) else ""
        asked = spot.asked if isinstance(spot, Spot) and not spot.number else ""
        head = register.assessed.assessment
        paper = Evidence(year=head.year, criteria_set=head.criteria_set, item=item, title="", asked=asked)
        self._show_form(paper, self.tr("A new paper"))

    def change(self) -> None:
        """The paper under the cursor; where there is none, a new one."""
        paper = self._paper()
        if paper is None:
            self.add()
        elif not self._is_typing():
            self._show_form(paper, self.tr("Paper {number}").format(number=paper.number))

    def _is_typing(self) -> bool:
        """Whether the form holds something that is not kept yet: it takes the keys, and another paper has to wait."""
        if not (self.form.isVisible() and self.form.is_touched):
            return False
        self.line.say(self.tr("Please keep this paper, or leave it, before you begin another one."))
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show_form(self, paper: Evidence, caption: str) -> None:
        register = self.register
        if register is not None:
            self.line.clear()
            self.form.show_paper(paper, self.offered(register), caption)

    def offered(self, register: Register) -> Offered:
        """What a paper may be put to, as the item reads in the station's place."""
        place, papers = register.place, register.assessed.evidence
        items = [in_place(leaf, place.zone, place.region) for _criterion, leaf in leaves(register.criteria_set)]
        free = {item.code: open_lines(item, papers, register.day) for item in items}
        return Offered(items, register.suggested, free)

    def keep(self, paper: Evidence) -> None:
        """Look at the file off the GUI thread, then write the paper."""
        register, folder = self.register, self.session.path.parent
        if register is None or self._is_keeping:  # pressed twice: it is kept once
            return
        if not paper.title.strip():
            self.refused(UserError("evidence_needs_title"))
            self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        before = next((each for each in register.assessed.evidence if each.number == paper.number), None)
        self._is_keeping = True
        self.line.clear()
        self.busy.begin(self.tr("Reading the file… %p%"))
        self.busy.watch(
            self.session.tasks.run(
                lambda task: looked_at(paper, before, folder, task), lambda ready: self._write([ready]), self._not_read
            )
        )

    def refused(self, error: Exception) -> None:
        """Say why; what is typed stays in the form."""
        self._is_keeping = False
        super().refused(error)

    def _stopped(self) -> None:
        self._is_keeping = False
        self.line.say(self.tr("Stopped."))

    def _not_read(self, error: Exception) -> None:
        self.refused(error)
        self.form.path.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, papers: list[Evidence]) -> None:
        session, register = self.session, self.register
        self.busy.end()
        if register is not None:
            self.write(lambda: save_papers(session, papers), lambda _changes: self._written(papers))

    def _written(self, papers: list[Evidence]) -> None:
        self._is_keeping = False
        had_form = self.form.isVisible()
        for paper in papers:
            self._files.pop(paper.number, None)
        self.form.hide()
        if len(papers) == 1:
            self.line.say(self.tr("Kept: {title}.").format(title=papers[0].title.strip()), "done")
        else:
            self.line.say(self.tr("%n paper(s) taken over.", "", len(papers)), "done")
        self.show_values()
        if had_form:
            self.take_focus()

    def ask_removal(self) -> None:
        """Ask before a paper is taken out of the register."""
        paper = self._paper()
        if paper is not None:
            question = self.tr("Take “{title}” out of the register? Its file is not touched.").format(title=paper.title)
            self.line.ask(question, [(self.tr("&Take it away"), lambda: self._remove(paper))], self.table)

    def _remove(self, paper: Evidence) -> None:
        store, by = self.session.store, self.session.by()

        def done(_changes: object) -> None:
            self.line.say(self.tr("Taken out of the register: {title}.").format(title=paper.title), "done")
            self.show_values()

        self.write(lambda: assessment_commands.remove_evidence(store, [paper], by), done)

    def carry_over(self) -> None:
        """Papers of the year before that support this year too."""
        if self.register is not None and self.register.carried and not self._is_keeping:
            self._is_keeping = True
            self._write(list(self.register.carried))

    # --- files -----------------------------------------------------------------------------------------------------

    def open_file(self) -> None:
        """Open the file of the paper with the system, if it is there."""
        paper = self._paper()
        if paper is None or not paper.path:
            return
        path = Path(paper.path)
        self.session.tasks.run(lambda _task: found_file(path), self._open, self.refused)

    def _open(self, path: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.line.say(self.tr("Opened: {file}").format(file=path), "done")
        else:
            self.line.say(self.tr("No program on this computer opens {file}.").format(file=path))

    def check_files(self) -> None:
        """Look at every file again, with progress; Esc stops it."""
        if self.register is None:
            return
        papers = self.register.assessed.evidence
        self.line.clear()
        self.busy.begin(self.tr("Checking the files… %p%"))
        self.busy.watch(
            self.session.tasks.run(lambda task: checked_files(papers, task), self._show_checked, self.refused)
        )

    def _show_checked(self, found: dict[int, FileState]) -> None:
        self.busy.end()
        self._files = found
        sound = sum(state is FileState.SAME for state in found.values())
        said = self.tr("Files checked: {count}, unchanged: {sound}.").format(count=len(found), sound=sound)
        papers = self.register.assessed.evidence if self.register is not None else ()
        faults = file_faults(papers, found)
        self.line.say(f"{said} {faults}".strip(), "warning" if faults else "done")
        self.show_values()


def found_file(path: Path) -> Path:
    """The path of a file that is there.

    Raises:
        EnvironmentFault: evidence_away or evidence_gone (``file``).
    """
    from data.exchange.evidence_files import is_away

    if not path.exists():
        raise EnvironmentFault("evidence_away" if is_away(path) else "evidence_gone", file=path)
    return path
