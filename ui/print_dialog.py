"""Which printer, and which pages."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def ask_printer(parent: QWidget | None, pages: int, name: str = "", *, has_current: bool = False) -> QPrinter | None:
    """The dialog of the system: printer, pages, copies, sides; None when the person thinks better of it.

    A4, without margins of the printer's own, since the page has them. ``name``: what the list of waiting prints says;
    ``has_current``: a page is in view, which can be printed alone.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    printer.setDocName(name)
    printer.setCollateCopies(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, max(pages, 1))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, has_current)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None
