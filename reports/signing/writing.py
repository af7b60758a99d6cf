"""How pyHanko writes our signatures: nothing but the signature is appended, and it shows the page that we drew."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reports.signing.reading import opened

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.stamp import StaticStampStyle


def appending_writer(pdf: bytes) -> IncrementalPdfFileWriter:
    """What appends to a PDF and leaves its properties, its XMP and its version alone.

    They keep agreeing with each other, as PDF/A wants; and PDF/A-2 is PDF 1.7, whatever kind of key signs.
    """
    from pyhanko.pdf_utils.extensions import DeveloperExtension
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Writer(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            return

        def ensure_output_version(self, version: tuple[int, int]) -> None:
            return

        def register_extension(self, ext: DeveloperExtension) -> None:
            return

    reader = opened(pdf)
    return Writer(reader.stream, prev=reader)


def stamp_of(appearance: bytes) -> StaticStampStyle:
    """The page of a small PDF as what a signature shows: in its own size, without frame or margin.

    pyHanko's own text stamp spaces the letters of our fonts wrongly, and its own import of a page reads files only.
    """
    from pyhanko.pdf_utils import content, layout
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.stamp import StaticStampStyle

    class Page(content.PdfContent):
        def render(self) -> bytes:
            page = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(appearance)))
            self.resources.xobject["/Appearance"] = page
            left, bottom, right, top = (float(number) for number in page.get_object()["/BBox"])
            self.box = layout.BoxConstraints(width=right - left, height=top - bottom)
            return b"/Appearance Do"

    rule = layout.SimpleBoxLayoutRule(
        x_align=layout.AxisAlignment.ALIGN_MIN,
        y_align=layout.AxisAlignment.ALIGN_MIN,
        inner_content_scaling=layout.InnerScaling.NO_SCALING,
    )
    return StaticStampStyle(background=Page(), background_opacity=1, border_width=0, background_layout=rule)
