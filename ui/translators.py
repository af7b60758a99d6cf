"""What the window speaks: the words of the program and Qt's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from data.paths import asset


def install_translators(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Let the application speak a language; English needs no words but the plurals.

    Returns:
        What is to be removed before another language is spoken.
    """
    system = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
    installed = []
    for path in (asset("i18n", f"app_{language}.qm"), system):
        translator = QTranslator(application)
        if path.is_file() and translator.load(str(path)):
            application.installTranslator(translator)
            installed.append(translator)
    return installed
