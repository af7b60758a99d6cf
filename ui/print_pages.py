"""Printing a PDF as the dialog of the system was filled in: which pages, how often, on both sides, at full resolution.

Qt offers no vectors of a PDF page, so pages go out as pictures at the printer's own dots. They are drawn in bands: a
whole page of 600 dots per inch would take 140 MB. Touches no widget.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from data.errors import EnvironmentFault, UserError
from ui.draft_mark import DOT_STEP, Under, composed
from ui.output_files import check_output
from ui.tasks import Cancelled, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtPrintSupport import QPrinter

MOST_DOTS_PER_INCH = 600
POINTS_PER_INCH = 72
BLACK_AND_WHITE = (0xFF000000, 0xFFFFFFFF)
"""The order in which Qt's spooler knows it."""

_FLAGS = QPdfDocumentRenderOptions.RenderFlag
JOINED_BANDS = 16
"""How many bands of bits are spooled as one, or a few more, so that the seam lies between two lines of text."""

FINE_DOTS_PER_INCH = 480
"""From here on letters and lines are drawn without grey edges, which a laser printer would turn into coarse dots."""

BAND_DOTS = 400_000
"""Dots of one band: drawing and spooling one takes some 12 ms, after which the window gets its turn."""


class PrintOut(NamedTuple):
    """A printer as a person set it up, the PDF to print, whether it is a draft, and the page in view (from 0)."""

    printer: QPrinter
    data: bytes
    is_draft: bool = False
    current: int = 0


class Arrangement(NamedTuple):
    """What the program itself has to see to: copies where the printer makes none, in sets or page by page; the order.

    ``both_sides``: two pages share a sheet; ``last_first``: the last sheet comes first.
    """

    times: int = 1
    in_sets: bool = True
    both_sides: bool = False
    last_first: bool = False


class _Sheet(NamedTuple):
    document: QPdfDocument
    page: int
    full: QSize
    under: Under
    is_fine: bool


def print_pages(out: PrintOut, task: Task) -> int:
    """Draw the pages asked for at the printer's own resolution, 600 dots per inch at most; how many were drawn.

    Raises:
        Cancelled: The task was asked to stop; nothing is printed.
        UserError: print_no_pages when the document has none of the pages asked for; for a file as ``check_output``.
        EnvironmentFault: print_failed when the printer cannot be started or stops.
    """
    if out.printer.outputFileName():
        check_output(Path(out.printer.outputFileName()))
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(out.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    try:
        pages = asked_pages(out, document.pageCount())
        if not pages:
            raise UserError("print_no_pages", count=document.pageCount())
        return _print(out, document, sequence(pages, _arrangement(out.printer)), task)
    finally:
        document.close()


def asked_pages(out: PrintOut, count: int) -> list[int]:
    """The pages (from 0) that the dialog names, each once and in the order of the document."""
    from PySide6.QtPrintSupport import QPrinter

    if out.printer.printRange() == QPrinter.PrintRange.CurrentPage:
        return [out.current] if out.current < count else []
    ranges = out.printer.pageRanges()
    if ranges.isEmpty():
        return list(range(count))
    return [page for page in range(count) if ranges.contains(page + 1)]


def sequence(pages: Sequence[int], arrangement: Arrangement) -> list[int | None]:
    """The pages in the order of printing; None is a back that stays empty, so that nothing begins on another's back."""
    size = 2 if arrangement.both_sides else 1
    sheets: list[Sequence[int]] = [pages[start : start + size] for start in range(0, len(pages), size)]
    if arrangement.last_first:
        sheets.reverse()
    if arrangement.in_sets:
        sheets *= arrangement.times
    else:
        sheets = [sheet for sheet in sheets for _copy in range(arrangement.times)]
    result: list[int | None] = []
    for sheet in sheets:
        result.extend([None] * (-len(result) % size))
        result.extend(sheet)
    return result


def _arrangement(printer: QPrinter) -> Arrangement:
    from PySide6.QtPrintSupport import QPrinter as Printer

    return Arrangement(
        times=1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1),
        in_sets=printer.collateCopies(),
        both_sides=printer.duplex() != Printer.DuplexMode.DuplexNone,
        last_first=printer.pageOrder() == Printer.PageOrder.LastPageFirst,
    )


def _print(out: PrintOut, document: QPdfDocument, pages: Sequence[int | None], task: Task) -> int:
    printer, painter = out.printer, QPainter()
    printer.setFullPage(True)
    _turn(printer, document, pages[0])
    if not painter.begin(printer):
        raise EnvironmentFault("print_failed", printer=printer.printerName())
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # else text is spooled as a blurred JPEG
    try:
        for place, page in enumerate(pages):
            task.progress(place, len(pages))
            _turn(printer, document, page)
            if place and not printer.newPage():
                raise EnvironmentFault("print_failed", printer=printer.printerName())
            if page is not None:
                _draw_page(painter, out, document, page)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
    return sum(page is not None for page in pages)


def _turn(printer: QPrinter, document: QPdfDocument, page: int | None) -> None:
    """Lay the paper as the page lies; has to be said before the page begins. The sides stay as the dialog has them."""
    if page is None:
        return
    size = document.pagePointSize(page)
    lies = size.width() > size.height()
    asked = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    if printer.pageLayout().orientation() != asked:
        printer.setPageOrientation(asked)


def _draw_page(painter: QPainter, out: PrintOut, document: QPdfDocument, page: int) -> None:
    """One page in bands from top to bottom, in its own size, or smaller where the paper is smaller."""
    points, resolution = document.pagePointSize(page), out.printer.resolution()
    each = -(-resolution // MOST_DOTS_PER_INCH)  # printer's dots to one of ours: whole, so that edges stay sharp
    dots = resolution / each
    full = QSize(round(points.width() * dots / POINTS_PER_INCH), round(points.height() * dots / POINTS_PER_INCH))
    is_fine = dots >= FINE_DOTS_PER_INCH
    word = Under.DOTTED_WORD if is_fine else Under.GREY_WORD
    sheet = _Sheet(document, page, full, word if out.is_draft else Under.NOTHING, is_fine)
    painter.save()
    _fit(painter, out.printer, full * each)
    painter.scale(each, each)
    for top, picture in _strips(sheet):
        painter.drawImage(0, top, picture)
    painter.restore()


def _strips(sheet: _Sheet) -> Iterator[tuple[int, QImage]]:
    """A page from top to bottom; bands of bits are put together, since programs that show the print blur the seams."""
    width, height = sheet.full.width(), sheet.full.height()
    step = max(BAND_DOTS // width // DOT_STEP, 1) * DOT_STEP
    bits: list[QImage] = []
    for top in range(0, height, step):
        band = _band(sheet, QRect(0, top, width, min(step, height - top)))
        if band.depth() > 1:
            if bits:
                yield top - step * len(bits), _joined(bits)
            yield top, band
            bits = []
            continue
        bits.append(band)
        if len(bits) >= JOINED_BANDS and _is_quiet(band):
            yield top - step * (len(bits) - 1), _joined(bits)
            bits = []
    if bits:
        yield height - sum(band.height() for band in bits), _joined(bits)


def _is_quiet(band: QImage) -> bool:
    """Whether nothing but upright lines crosses the lower edge."""
    rows, length = bytes(band.constBits()), band.bytesPerLine()
    return rows[-length:] == rows[-2 * length : -length] == rows[-3 * length : -2 * length]


def _joined(bands: Sequence[QImage]) -> QImage:
    """Bands of bits as one picture."""
    joined = QImage(bands[0].width(), sum(band.height() for band in bands), QImage.Format.Format_Mono)
    joined.setColorTable(BLACK_AND_WHITE)
    rows = b"".join(bytes(band.constBits()) for band in bands)
    memoryview(joined.bits())[:] = rows
    return joined


def _fit(painter: QPainter, printer: QPrinter, page: QSize) -> None:
    """Make a page smaller, and put it into the middle, where the paper chosen in the dialog is smaller than A4."""
    from PySide6.QtPrintSupport import QPrinter as Printer

    paper = printer.paperRect(Printer.Unit.DevicePixel)
    share = min(paper.width() / page.width(), paper.height() / page.height())
    if share < 0.99:  # less is the rounding of A4 to whole points
        painter.translate((paper.width() - share * page.width()) / 2, (paper.height() - share * page.height()) / 2)
        painter.scale(share, share)


def _band(sheet: _Sheet, part: QRect) -> QImage:
    options = part_options(part, sheet.full)
    if sheet.is_fine:
        options.setRenderFlags(_FLAGS.TextAliased | _FLAGS.PathAliased)
    picture = sheet.document.render(sheet.page, part.size(), options)
    return _smallest(composed(picture, part, sheet.full, sheet.under))


def _smallest(band: QImage) -> QImage:
    """One bit for each dot where all are black or white, which is spooled thirty times as fast as three colours."""
    bits = band.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    if bits.convertToFormat(band.format()) != band:
        return band
    bits.invertPixels()
    bits.setColorTable(BLACK_AND_WHITE)
    return bits


def part_options(part: QRect, full: QSize) -> QPdfDocumentRenderOptions:
    """How to draw a part of a page that is ``full`` dots large."""
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(full)
    options.setScaledClipRect(part.adjusted(0, 0, 1, 1))  # Qt takes right - left for the width: one dot too few
    return options
