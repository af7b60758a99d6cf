"""The long work behind the report screen: making the PDF, writing it, printing it; touches no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument

from data.errors import EnvironmentFault
from data.exchange.files import replace_file
from reports.report import ReportRequest, SetName
from ui.output_files import check_output
from ui.session import Session
from ui.tasks import Task

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PLAN_KIND = "plan_progress"
MOST_DOTS_PER_INCH = 300
POINTS_PER_INCH = 72


def sets_of(session: Session, kind: str) -> tuple[SetName, ...]:
    """The criteria sets that a kind of report can be made for."""
    from reports.registry import find_report

    return find_report(kind).sets(session.store)


def pdf_bytes(session: Session, request: ReportRequest, task: Task) -> bytes:
    """The report as PDF.

    Raises:
        Cancelled: The task was asked to stop.
        UserError: The period is none of this report's, or what else the kind refuses.
    """
    from reports.registry import render_report

    def go_on(done: int, whole: int) -> bool:
        task.progress(done, whole)
        return True

    return render_report(session.store, session.catalogue, request, go_on)


def draft(session: Session, request: ReportRequest) -> tuple[str, str]:
    """The report for a word processor: as HTML and as plain text."""
    from reports.registry import make_report
    from ui.report_html import document_html, document_text

    document = make_report(session.store, session.catalogue, request)
    return document_html(document), document_text(document)


def write_file(path: Path, data: bytes) -> Path:
    """Replace a file in one step; the old one stays as it is when that fails.

    Raises:
        UserError: As ``check_output``.
        EnvironmentFault: What the disk or folder does not allow.
    """
    check_output(path)
    replace_file(path, data)
    return path


@dataclass(frozen=True, slots=True)
class PrintOut:
    """A printer as a person set it up, and the PDF to print."""

    printer: QPrinter
    data: bytes


def print_pages(out: PrintOut, task: Task) -> int:
    """Draw every page on the printer at its own resolution, 300 dots per inch at most; the number of pages.

    Raises:
        Cancelled: The task was asked to stop.
        EnvironmentFault: print_failed when the printer cannot be started.
    """
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(out.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = _asked_pages(out.printer, document.pageCount())
    _turn(out.printer, document, pages[0] if pages else 0)
    painter = QPainter()
    if not painter.begin(out.printer):
        raise EnvironmentFault("print_failed", printer=out.printer.printerName())
    try:
        for place, page in enumerate(pages):
            task.progress(place, len(pages))
            if place:
                _turn(out.printer, document, page)
                out.printer.newPage()
            _draw_page(painter, out.printer, document, page)
    finally:
        painter.end()
        document.close()
    return len(pages)


def _asked_pages(printer: QPrinter, count: int) -> range:
    first, last = printer.fromPage(), printer.toPage()
    return range(first - 1, min(last, count)) if first else range(count)


def _turn(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """Lay the paper as the page lies; has to be said before the page begins."""
    size = document.pagePointSize(page)
    lies = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)


def _draw_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    dots = min(printer.resolution(), MOST_DOTS_PER_INCH)
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * dots / POINTS_PER_INCH), round(points.height() * dots / POINTS_PER_INCH))
    image = document.render(page, size)
    scale = printer.resolution() / POINTS_PER_INCH
    full = QRect(0, 0, round(points.width() * scale), round(points.height() * scale))
    painter.drawImage(full, image)
