"""A small PDF for the preview and for printing: upright, lying, upright; with words to find and headings to list."""

from __future__ import annotations

import io
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from data.paths import asset
from ui.draft_mark import Under, composed
from ui.print_pages import part_options

UPRIGHT, LYING = (595.2756, 841.8898), (841.8898, 595.2756)
POINTS_PER_INCH = 72


@cache
def three_pages() -> bytes:
    """The PDF, made once."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(TTFont("Pages", str(asset("fonts", "LiberationSerif-Regular.ttf"))))
    target = io.BytesIO()
    canvas = Canvas(target)
    for number, (size, title) in enumerate(((UPRIGHT, "Phần một"), (LYING, "Phụ lục"), (UPRIGHT, ""))):
        canvas.setPageSize(size)
        canvas.setFont("Pages", 14)
        canvas.drawString(80, size[1] - 90, f"{title} 92,5% trẻ em được tiêm chủng đầy đủ")
        canvas.drawString(80, size[1] / 2, "Số liệu ở giữa trang 1.234,5")
        canvas.rect(80, size[1] / 2 - 60, 200, 30)
        if title:
            canvas.bookmarkPage(str(number))
            canvas.addOutlineEntry(title, str(number))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def drawn(data: bytes, page: int, dots: float, part: QRect | None = None) -> QImage:
    """A page, or a part of it, on white paper at a number of dots per inch, drawn in one piece."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    points = document.pagePointSize(page)
    full = QSize(round(points.width() * dots / POINTS_PER_INCH), round(points.height() * dots / POINTS_PER_INCH))
    part = part or QRect(0, 0, full.width(), full.height())
    result = composed(document.render(page, part.size(), part_options(part, full)), part, full, Under.NOTHING)
    document.close()
    return result


def greys(image: QImage) -> bytes:
    """The lightness of every dot, row by row."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data, length = bytes(grey.constBits()), grey.bytesPerLine()
    return b"".join(data[row * length : row * length + grey.width()] for row in range(grey.height()))
