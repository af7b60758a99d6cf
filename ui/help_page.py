"""F1: the list of keys, from assets/help/."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from data.paths import asset
from ui import theme

translate = QCoreApplication.translate


def help_text(language: str) -> str:
    """The page in a language, as Markdown."""
    return asset("help", f"keys_{'en' if language == 'en' else 'vi'}.md").read_text(encoding="utf-8")


def help_dialog(parent: QWidget | None, language: str) -> QDialog:
    """The page with a button that closes it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(translate("Help", "Help: the keys"))
    page = QTextBrowser()
    page.setAccessibleName(dialog.windowTitle())
    page.setMarkdown(help_text(language))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(page)
    layout.addWidget(buttons)
    dialog.resize(90 * theme.STEP, 76 * theme.STEP)
    page.setFocus()
    return dialog


def show_help(parent: QWidget | None, language: str) -> None:
    """Show it until it is closed."""
    dialog = help_dialog(parent, language)
    dialog.exec()
    dialog.deleteLater()
