"""Dialogs; each has a function that returns data and changes nothing but what it is named for."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from data.commands import create_station
from data.errors import SoTramError
from data.model import NewStation
from data.numbers import bare
from ui import theme
from ui.cli_arguments import STATION_SUFFIX
from ui.memory import Memory
from ui.messages import load_messages
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Quiet
from ui.widgets.text_fields import LineField

FOLDER = "folder"
ROOM = (100 * theme.STEP, 56 * theme.STEP)
translate = QCoreApplication.translate


def ask_file(parent: QWidget | None) -> Path | None:
    """Which station file to open; None when the person thinks better of it."""
    title = translate("Dialogs", "Open a station file")
    return _ask_existing(parent, title, translate("Dialogs", "Station files and backups (*.sotram *.sotram-backup)"))


def ask_figures(parent: QWidget | None) -> Path | None:
    """Which file of figures to import; None when the person thinks better of it."""
    title = translate("Dialogs", "Import figures from a CSV file")
    return _ask_existing(parent, title, translate("Dialogs", "Figures (*.csv)"))


def ask_sheet(parent: QWidget | None) -> Path | None:
    """Which spreadsheet of a form to import; None when the person thinks better of it."""
    title = translate("Dialogs", "Import a form from Excel")
    return _ask_existing(parent, title, translate("Dialogs", "Excel (*.xlsx)"))


def ask_paper(parent: QWidget | None) -> Path | None:
    """Which file a paper of evidence is in; None when the person thinks better of it."""
    title = translate("Dialogs", "File of the paper")
    return _ask_existing(parent, title, translate("Dialogs", "Papers (*.pdf *.jpg *.jpeg *.png *.docx *.xlsx)"))


def ask_criteria(parent: QWidget | None) -> Path | None:
    """Which file of a criteria set to import; None when the person thinks better of it."""
    title = translate("Dialogs", "Import a criteria set")
    return _ask_existing(parent, title, translate("Dialogs", "Criteria sets (*.xlsx *.yaml *.yml *.toml)"))


def ask_key(parent: QWidget | None) -> Path | None:
    """Which file a key to sign with is in; None when the person thinks better of it."""
    title = translate("Dialogs", "Key to sign with")
    return _ask_existing(parent, title, translate("Dialogs", "Keys (*.p12 *.pfx)"))


def ask_library(parent: QWidget | None) -> Path | None:
    """Which library of a token's maker to use; None when the person thinks better of it."""
    title = translate("Dialogs", "Library of the token's maker (PKCS#11)")
    return _ask_existing(parent, title, translate("Dialogs", "Libraries (*.dll *.so *.dylib)"))


def ask_image(parent: QWidget | None) -> Path | None:
    """Which image of a signature or seal to show; None when the person thinks better of it."""
    title = translate("Dialogs", "Image of the signature or seal")
    return _ask_existing(parent, title, translate("Dialogs", "Images (*.png)"))


def ask_pdf(parent: QWidget | None) -> Path | None:
    """Which PDF to look at; None when the person thinks better of it."""
    return _ask_existing(parent, translate("Dialogs", "Open a PDF"), translate("Dialogs", "PDF (*.pdf)"))


def ask_target(parent: QWidget | None, suggestion: str, kinds: str, title: str = "") -> Path | None:
    """Where to save something; a name without an ending gets the suggestion's. None when the person thinks better.

    A suggestion that is a whole path names the folder, too.
    """
    dialog = saving_dialog(parent, suggestion, kinds)
    if title:
        dialog.setWindowTitle(title)
    return _kept(dialog.selectedFiles()[0]) if dialog.exec() else None


def saving_dialog(parent: QWidget | None, suggestion: str, kinds: str) -> QFileDialog:
    """The dialog of ``ask_target``."""
    wanted = Path(suggestion)
    folder = wanted.parent if wanted.is_absolute() and wanted.parent.is_dir() else _folder()
    suggestion = wanted.name
    dialog = QFileDialog(parent, translate("Dialogs", "Save as"), str(folder), kinds)
    _give_room(dialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggestion).suffix.removeprefix("."))
    dialog.selectFile(suggestion)
    return dialog


def _ask_existing(parent: QWidget | None, title: str, kinds: str) -> Path | None:
    everything = translate("Dialogs", "All files (*)")
    dialog = QFileDialog(parent, title, str(_folder()), f"{kinds};;{everything}")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _give_room(dialog)
    return _kept(dialog.selectedFiles()[0]) if dialog.exec() else None


def _give_room(dialog: QFileDialog) -> None:
    """Names of files are long, and are what is chosen by: their column is not cut."""
    dialog.resize(*ROOM)
    columns = dialog.findChild(QHeaderView)
    if columns is not None:
        columns.resizeSection(0, ROOM[0] // 2)


def _folder() -> Path:
    """Where a file was chosen last, else where the last station file lies, else the person's own folder."""
    memory = Memory()
    places = [Path(memory.text(FOLDER) or "-"), *(path.parent for path in memory.recent()[:1])]
    return next((place for place in places if place.is_dir()), Path.home())


def _kept(name: str) -> Path:
    path = Path(name)
    Memory().set_text(FOLDER, str(path.parent))
    return path


def create_file(parent: QWidget | None, now: datetime, user: str, language: str) -> Path | None:
    """Make a new station file; its path, or None when the person thinks better of it."""
    dialog = NewStationDialog(now, user, language, parent)
    return dialog.path if dialog.exec() == QDialog.DialogCode.Accepted else None


def show_fault(parent: QWidget | None, trace: str, log_file: Path, *, is_all_saved: bool = True) -> None:
    """The last resort: an unexpected error, with its trace to copy; it promises only what holds."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(translate("Dialogs", "Something unexpected happened"))
    if is_all_saved:
        text = translate("Dialogs", "Figures already saved are safe. Details are in the log file {file}.")
    else:
        text = translate(
            "Dialogs",
            "Some figures are not saved yet: please look at the line beside them before you close the window. "
            "Details are in the log file {file}.",
        )
    detail = QPlainTextEdit(trace, readOnly=True)
    detail.setAccessibleName(translate("Dialogs", "Details"))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    copy = QPushButton(translate("Dialogs", "Copy details"))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(trace))
    buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(Quiet(text.format(file=log_file)))
    layout.addWidget(detail)
    layout.addWidget(buttons)
    dialog.resize(80 * theme.STEP, 50 * theme.STEP)
    dialog.exec()


_KINDS = ("thị trấn", "đặc khu", "phường", "xã")


def place_in(name: str) -> tuple[str, str]:
    """Kind and own name of the place that a station's name holds ("Trạm Y tế xã Cốc San"); empty where none is."""
    composed = unicodedata.normalize("NFC", name)
    padded = f" {composed.lower()} "
    found = [(padded.find(f" {kind} "), kind) for kind in _KINDS if f" {kind} " in padded]
    if not found:
        return "", ""
    start, kind = min(found)
    return kind, composed[start + len(kind) :].strip()


class NewStationDialog(QDialog):
    """Name, place, code and file of a new station.

    Attributes:
        path: The file that was made, once accepted.
    """

    def __init__(self, now: datetime, user: str, language: str, parent: QWidget | None = None) -> None:
        """Empty fields; code and file are suggested from the name."""
        super().__init__(parent)
        self._now, self._user = now, user
        self._messages = load_messages(language)
        self.path: Path | None = None
        self.setWindowTitle(self.tr("New station file"))
        self.name, self.place = LineField(), LineField()
        self.code, self.file = LineField(), LineField()
        self.place.setPlaceholderText(self.tr("xã …, phường …, thị trấn …"))
        self.line = EdgeLine()
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._browse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._make)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        rows = (
            (self.tr("Station's &name"), self.name),
            (self.tr("&Place, with its kind"), self.place),
            (self.tr("&Code (A–Z, 0–9, _)"), self.code),
            (self.tr("&File"), self.file),
        )
        for label, widget in rows:
            widget.setAccessibleName(label.replace("&", ""))
            widget.setMinimumWidth(48 * theme.STEP)
            widget.textEdited.connect(self._mended)
            form.addRow(label, widget)
        form.addRow("", browse)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        layout.addWidget(Quiet(self.tr("Everything of one station is in one file. The code stays as it is for ever.")))
        layout.addLayout(form)
        layout.addWidget(self.line)
        layout.addWidget(buttons)
        self.name.textEdited.connect(self._suggest)
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def _suggest(self, name: str) -> None:
        """Place, code and file from the name, as long as they were not typed by hand."""
        kind, rest = place_in(name)
        short = bare(rest).split() if kind else bare(name).split()[-2:]
        code = "_".join("".join(letter for letter in word if letter.isalnum()) for word in ["tyt", *short])
        suggestions = (
            (self.place, f"{kind} {rest}" if kind and rest else ""),
            (self.code, code.upper()[:30]),
            (self.file, str(_folder() / f"{code.lower()}{STATION_SUFFIX}")),
        )
        for field, text in suggestions:
            if not field.isModified():
                field.setText(text)

    def _mended(self) -> None:
        """What was refused is being mended: the sentence has done its work."""
        self.line.clear()

    def _refuse(self, sentence: str) -> None:
        """Say why, in room of its own: no field gets smaller."""
        self.line.say(sentence, "error")
        width = self.contentsRect().width() - 4 * theme.STEP
        self.line.setMinimumHeight(self.line.heightForWidth(width))
        self.line.setMaximumHeight(self.line.minimumHeight())
        self.adjustSize()

    def _browse(self) -> None:
        name = Path(self.file.text() or STATION_SUFFIX).name
        path = ask_target(self, name, translate("Dialogs", "Station files (*.sotram)"))
        if path is not None:
            self.file.setText(str(path))
            self.file.setModified(True)
            self._mended()

    def _make(self) -> None:
        path = Path(self.file.text().strip())
        if path.suffix != STATION_SUFFIX:
            path = path.with_name(path.name + STATION_SUFFIX)
        new = NewStation(code=self.code.text().strip(), name=self.name.text(), place=self.place.text())
        try:
            create_station(path, new, self._now, self._user)
        except SoTramError as error:
            self._refuse(self._messages.error(error))
            return
        self.path = path
        self.accept()
