"""The button under the page of help that prints the keys on one sheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout, QDialog, QDialogButtonBox

from ui.tasks import Tasks
from ui.widgets.edge_line import EdgeLine

NAME = "Cac-phim-So-Tram.pdf"
translate = QCoreApplication.translate


def add_card_button(dialog: QDialog, language: str) -> EdgeLine:
    """Put the button into a dialog, and a line above its buttons for what is asked and said."""
    line, layout = EdgeLine(), dialog.layout()
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(layout, QBoxLayout)
    assert isinstance(buttons, QDialogButtonBox)
    layout.insertWidget(layout.indexOf(buttons), line)
    tasks = Tasks(dialog)
    dialog.finished.connect(lambda _result: tasks.close())
    button = buttons.addButton(translate("Help", "Print the &key card…"), QDialogButtonBox.ButtonRole.ActionRole)

    def make() -> None:
        from reports.key_card import render_key_card
        from ui.help_page import help_text
        from ui.messages import load_messages
        from ui.pdf_pages import PdfPages

        page = help_text(language)
        PdfPages(line, tasks, load_messages(language), dialog).make(lambda: render_key_card(page), NAME)

    button.clicked.connect(make)
    return line
