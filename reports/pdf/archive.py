"""What makes a PDF fit for archives (PDF/A-2b): properties as XMP, the meaning of its colours, an identity of its own.

Source: ISO 19005-2:2011 (part 2, conformance B): 6.1.3 identifier, 6.1.7 streams, 6.2.3 output intent, 6.6 metadata and
6.6.4 its version. reportlab has no words for these, so its document is taught them here.

Imported only when a PDF is drawn, since it imports reportlab.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from data.paths import asset
from reports.document import ReportDocument
from reports.pdf.fonts import Cleaner
from reports.pdf.stamp import Stamp

PART, CONFORMANCE = 2, "B"
LANGUAGE = "vi-VN"
VERSION = (1, 7)
CREATOR = "Sổ Trạm"
PRODUCER = "Sổ Trạm (ReportLab)"
NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""Date of a file that nobody froze: it carries no trace of the clock."""

_COLOURS = "sRGB IEC61966-2.1"
_END = b"endstream\n"
_ADDED = ("Metadata", "OutputIntents")

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>{conformance}</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


class Properties(NamedTuple):
    """What a PDF says of itself, in Info and in XMP alike.

    Attributes:
        keywords: The code of a frozen report, else empty.
        at: Its dates, with their zone.
    """

    title: str
    author: str
    subject: str
    keywords: str = ""
    at: datetime = NO_MOMENT


def properties_of(document: ReportDocument, stamp: Stamp | None) -> Properties:
    """What the PDF of a document says of itself, as it is printed; a stamp gives it its code and its moment."""
    cleaner = Cleaner()
    written = (document.type_name, document.subject, document.head.issuer)
    type_name, subject, author = (cleaner.clean(words).replace("\u00a0", " ") for words in written)
    title = ": ".join(filter(None, (type_name, subject)))
    properties = Properties(title=title, author=author, subject=subject)
    return properties if stamp is None else properties._replace(keywords=stamp.code, at=stamp.at)


def prepare(canvas: Any, properties: Properties) -> None:
    """Teach a canvas, on which nothing is drawn yet, to write PDF/A-2b."""
    canvas.setTitle(properties.title)
    canvas.setAuthor(properties.author)
    canvas.setSubject(properties.subject)
    canvas.setKeywords(properties.keywords)
    canvas.setCreator(CREATOR)
    canvas.setProducer(PRODUCER)
    canvas.setDateFormatter(lambda *_parts: info_moment(properties.at))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    document = canvas._doc
    document.__class__ = ArchiveDocument  # the canvas makes its document itself and cannot be given another one
    document.signature = hashlib.sha256()  # reportlab's own begins with a moment
    document.Catalog.__class__ = ArchiveCatalog
    document.Catalog.Metadata = _metadata(properties)
    document.Catalog.OutputIntents = _output_intents(document)


def info_moment(at: datetime) -> str:
    """A moment as Info writes it: ``D:20261122100405+07'00'``."""
    zone = at.strftime("%z")
    return f"D:{at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _metadata(properties: Properties) -> PDFStream:
    written = {name: escape(value) for name, value in properties._asdict().items() if isinstance(value, str)}
    xmp = _XMP.format(
        **written,
        part=PART,
        conformance=CONFORMANCE,
        language=LANGUAGE,
        creator=CREATOR,
        producer=PRODUCER,
        moment=properties.at.isoformat(timespec="seconds"),
    )
    about = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PDFStream(about, xmp.encode())


def _output_intents(document: PDFDocument) -> PDFArray:
    profile = PDFStream(PDFDictionary({"N": 3}), asset("icc", "sRGB.icc").read_bytes(), filters=[PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString(_COLOURS),
        "Info": PDFString(_COLOURS),
        "DestOutputProfile": document.Reference(profile),
    }
    return PDFArray([PDFDictionary(intent)])


class ArchiveCatalog(PDFCatalog):  # type: ignore[misc]  # reportlab is untyped
    """The root of the file, with the two entries that archives ask for."""

    __NoDefault__ = (*PDFCatalog.__NoDefault__, *_ADDED)
    __Refs__ = (*PDFCatalog.__Refs__, *_ADDED)


class ArchiveDocument(PDFDocument):  # type: ignore[misc]  # reportlab is untyped
    """A document whose streams end as they should and whose identifier comes from what it says."""

    def Reference(self, obj: PDFObject, name: str | None = None) -> PDFObject:
        """Register an object; every stream of the file comes by here."""
        if type(obj) is PDFStream:
            obj.__class__ = ArchiveStream
        return super().Reference(obj, name)

    def ID(self) -> bytes:
        """The identifier, asked for when all streams are written."""
        digest = self.signature.hexdigest()[:32]
        return f"[<{digest}><{digest}>]".encode()


class ArchiveStream(PDFStream):  # type: ignore[misc]  # reportlab is untyped
    """A stream with the end of line before ``endstream`` that reportlab leaves out."""

    def format(self, document: PDFDocument) -> bytes:
        """The stream as it stands in the file."""
        written: bytes = super().format(document)
        document.updateSignature(written)
        return written.removesuffix(_END) + b"\n" + _END
