"""F1: the list of keys, from assets/help/, and pages of help that look like it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from data.paths import asset
from ui import theme

translate = QCoreApplication.translate

SECTIONS = ("everywhere", "period", "entry", "question", "targets", "assessment", "reports")
"""What the sections of the page of keys are about, in their order."""


def help_text(language: str) -> str:
    """The page in a language, as Markdown."""
    return asset("help", f"keys_{'en' if language == 'en' else 'vi'}.md").read_text(encoding="utf-8")


def help_section(language: str, name: str) -> str:
    """One table of the page of keys, without its heading."""
    section = help_text(language).split("\n## ")[SECTIONS.index(name) + 1]
    return section.partition("\n")[2].strip()


def assessment_help(language: str) -> str:
    """How the self-assessment is reckoned, and its keys, as Markdown."""
    page = asset("help", f"assessment_{'en' if language == 'en' else 'vi'}.md").read_text(encoding="utf-8")
    head = translate("Help", "The keys of this page")
    return f"{page}\n## {head}\n\n{help_section(language, 'assessment')}\n"


def reports_help(language: str) -> str:
    """How reports are frozen, numbered, copied and proven, and the keys of the page, as Markdown."""
    page = asset("help", f"reports_{'en' if language == 'en' else 'vi'}.md").read_text(encoding="utf-8")
    head = translate("Help", "The keys of this page")
    return f"{page}\n## {head}\n\n{help_section(language, 'reports')}\n"


def page_dialog(parent: QWidget | None, title: str, markdown: str) -> QDialog:
    """A page with a button that closes it; Esc closes it, too."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    page = QTextBrowser()
    page.setAccessibleName(title)
    page.setOpenExternalLinks(False)
    page.setMarkdown(markdown)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(page)
    layout.addWidget(buttons)
    dialog.resize(90 * theme.STEP, 76 * theme.STEP)
    page.setFocus()
    return dialog


def help_dialog(parent: QWidget | None, language: str) -> QDialog:
    """The page of keys, with a button that prints them on one sheet."""
    from ui.key_card_button import add_card_button

    dialog = page_dialog(parent, translate("Help", "Help: the keys"), help_text(language))
    add_card_button(dialog, language)
    return dialog


def show_page(parent: QWidget | None, title: str, markdown: str) -> None:
    """Show a page until it is closed."""
    dialog = page_dialog(parent, title, markdown)
    dialog.exec()
    dialog.deleteLater()


def show_help(parent: QWidget | None, language: str) -> None:
    """Show the page of keys until it is closed."""
    dialog = help_dialog(parent, language)
    dialog.exec()
    dialog.deleteLater()
