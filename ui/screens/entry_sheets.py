"""The form as an Excel file, from the menu "Phiếu": out with figures or empty, and in after a look at what changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from data import queries
from data.errors import Fault, FaultsError, SoTramError
from data.exchange.file_words import file_words
from data.periods import parse_period
from ui.models.paste_plan import PasteTarget, plan_values
from ui.models.preview_model import PreviewLine
from ui.screens.entry_paste import IMPORT
from ui.screens.screen import Place
from ui.widgets.paste_preview import Preview

if TYPE_CHECKING:
    from data.exchange.xlsx_figures import SheetFigures
    from ui.models.entry_rows import EntryForm
    from ui.screens.data_entry import DataEntryScreen
    from ui.session import Session

REMARKS_SHOWN = 3
ELSEWHERE = ("xlsx_other_form", "xlsx_other_period")
"""A file that is sound, but of another form or period than the one shown."""


class EntrySheets(QObject):
    """Writes and reads the form shown; all of it off the GUI thread."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Three lines of the menu."""
        super().__init__(screen)
        self._screen = screen
        screen.head.tools.menu().addSeparator()
        screen.head.add_tool(self.tr("Export to Excel…"), "", lambda: self.export(is_filled=True))
        screen.head.add_tool(self.tr("Export an empty template to Excel…"), "", lambda: self.export(is_filled=False))
        screen.head.add_tool(self.tr("Import from Excel…"), "", self.ask_import)

    # --- out -------------------------------------------------------------------------------------------------------

    def export(self, *, is_filled: bool) -> None:
        """Ask where to, and write the form there once everything typed is on disk."""
        form, session = self._screen.entry_model.form, self._screen.session
        if form is None:
            return
        from ui.dialogs import ask_target

        path = ask_target(self._screen, self.suggested_name(form, is_filled=is_filled), self.tr("Excel (*.xlsx)"))
        if path is not None:
            session.writer.when_empty(lambda: self.write(path, form, is_filled=is_filled))

    def suggested_name(self, form: EntryForm, *, is_filled: bool) -> str:
        """What the file is called unless a person says otherwise."""
        station = queries.station_code(self._screen.session.store)
        kind = "Phieu" if is_filled else "Mau"
        return f"{kind}_{station}_{file_words(form.data_set.title_vi)}_{form.whole.code}.xlsx"

    def write(self, path: Path, form: EntryForm, *, is_filled: bool) -> None:
        """Write the form to a file."""
        session = self._screen.session
        drafts = len(self._screen.entry_model.drafts()) if is_filled else 0
        session.tasks.run(
            lambda _task: write_sheet(session, form, path, is_filled=is_filled),
            lambda saved: self._saved(saved, drafts),
            self._failed,
        )

    def _saved(self, path: Path, drafts: int) -> None:
        text = self.tr("Saved: {file}").format(file=path)
        if drafts:
            text += " " + self.tr("%n draft(s) are no figures; their cells are empty there.", "", drafts)
        self._screen.line.say(text, "done")

    # --- in --------------------------------------------------------------------------------------------------------

    def ask_import(self) -> None:
        """Ask which file, and show what it would change."""
        screen = self._screen
        if screen.entry_model.is_read_only:
            screen.grid.refused.emit()
            return
        from ui.dialogs import ask_sheet

        path = ask_sheet(screen)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file and show what it would change; nothing is written yet."""
        form, session = self._screen.entry_model.form, self._screen.session
        if form is None:
            return
        session.tasks.run(
            lambda _task: read_sheet(session, form, path),
            lambda found: self._show(form, found),
            lambda error: self._refused(path, error),
        )

    def _show(self, form: EntryForm, found: SheetFigures) -> None:
        screen = self._screen
        model = screen.entry_model
        if model.form is not form:  # another form was opened meanwhile
            return
        plan = plan_values(PasteTarget(form, 0, 0, model.value, model.locked), found.values)
        caption = self.tr("&Import %n cell(s) (Enter)", "", len(plan.changes))
        said = [screen.session.messages.fault(remark) for remark in found.remarks[:REMARKS_SHOWN]]
        if len(found.remarks) > REMARKS_SHOWN:
            said.append(self.tr("… and {count} more").format(count=len(found.remarks) - REMARKS_SHOWN))
        if plan.changes:
            screen.session.protected("import", lambda: None)  # while the person looks at what would change
        screen.paster.show_plan(plan, IMPORT, caption, more=said)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._screen.line.say(self._screen.session.messages.error(error), "error")

    def _refused(self, path: Path, error: Exception) -> None:
        """Say everything that is wrong with a file, each with its cell; another form can be opened at once."""
        if not isinstance(error, FaultsError):
            self._failed(error)
            return
        self._screen.line.clear()
        lines = [self._fault_line(fault) for fault in error.faults]
        more = int(error.parameters["total"]) - len(lines)
        if more > 0:
            lines.append(PreviewLine(self.tr("… and {count} more").format(count=more), "", "", ""))
        heads = (self.tr("Cell of the spreadsheet"), "", "", self.tr("What is wrong"))
        found = error.faults[0]
        is_elsewhere = all(fault.code in ELSEWHERE for fault in error.faults) and bool(found.parameters["open_form"])
        caption = self.tr("Open that form and read the file (Alt+1)")
        answers = [(caption, lambda: self._open_and_read(path, found))] if is_elsewhere else []
        text = self._screen.session.messages.error(error)
        self._screen.paster.preview.show_preview(Preview(text, lines, "", answers=answers, heads=heads))

    def _open_and_read(self, path: Path, found: Fault) -> None:
        """Open the form and period that a file says it is, and read it there."""
        screen = self._screen
        screen.paster.preview.clear()
        screen.session.set_period(parse_period(found.parameters["open_period"]))
        screen.go(Place("data_entry", form=found.parameters["open_form"]))
        self.read(path)

    def _fault_line(self, fault: Fault) -> PreviewLine:
        sentence = self._screen.session.messages.tables["error"][fault.code].format_map(fault.parameters)
        value = fault.parameters.get("value", "")
        if value and value not in sentence:
            sentence = f"“{value}”: {sentence}"
        return PreviewLine(fault.place, "", "", sentence, "error")


def write_sheet(session: Session, form: EntryForm, path: Path, *, is_filled: bool) -> Path:
    """Write a form to an Excel file; touches no widget.

    Raises:
        UserError: As ``check_output``.
        EnvironmentFault: As ``replace_file``.
    """
    from data.exchange.files import replace_file
    from data.exchange.xlsx_template import FormSheet, form_xlsx
    from ui.output_files import check_output

    check_output(path, session.path)
    codes = {part.code for part in (*form.parts, *form.compared_parts)}
    station = queries.station_on(session.store, form.whole.last_day)
    elements = {row.element for row in form.rows}
    wanted = {code for each in elements for code in (each.code, each.male_element, each.female_element) if code}
    sheet = FormSheet(
        form=form,
        station=station.code,
        station_name=station.name,
        values=queries.data_values(session.store, codes, wanted),
        is_filled=is_filled,
        now=session.clock(),
        catalogue_version=session.catalogue.version,
        is_example=station.is_example,
    )
    replace_file(path, form_xlsx(sheet))
    return path


def read_sheet(session: Session, form: EntryForm, path: Path) -> SheetFigures:
    """Read an Excel file that must be this form; touches no widget.

    Raises:
        FaultsError: ``xlsx_refused`` with the faults, each with its cell.
        UserError: As ``read_package`` and ``read_form``.
        EnvironmentFault: As ``read_package``.
    """
    from data.exchange.xlsx_figures import SheetSource, read_form
    from data.exchange.xlsx_package import read_package

    source = SheetSource(path.name, queries.station_code(session.store), session.today, session.catalogue, form)
    return read_form(read_package(path), source)
