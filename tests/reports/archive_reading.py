"""What archives ask of a PDF, read back from its bytes: each question answers with what is wrong.

Source: ISO 19005-2:2011 (PDF/A-2), conformance level B; the clause stands at each question.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from data.paths import asset
from tests.reports.pdf_reading import read

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}
FORBIDDEN = {
    *("/AA", "/OpenAction", "/JS", "/JavaScript", "/Launch", "/EmbeddedFiles", "/EF", "/XFA", "/Encrypt"),
    *("/ca", "/CA", "/BM", "/SMask", "/Group", "/TR", "/HTP", "/LZWDecode", "/DeviceCMYK", "/F"),
}
"""Names of actions, files, transparency and foreign colours; nothing of ours has any (6.2.2, 6.2.10, 6.5, 6.8)."""
_STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*\nstream(\r?\n)")


def xmp_values(pdf: bytes) -> dict[str, str]:
    """The XMP of a file by name, for example ``dc:title``."""
    root: Any = read(pdf).trailer["/Root"]
    tree = ElementTree.fromstring(root["/Metadata"].get_data().decode())
    found = {}
    for description in tree.iterfind(".//rdf:Description", SPACES):
        for entry in description:
            space, _, name = entry.tag.removeprefix("{").partition("}")
            prefix = next(short for short, long in SPACES.items() if long == space)
            item = entry.find(".//rdf:li", SPACES)
            found[f"{prefix}:{name}"] = (entry if item is None else item).text or ""
    return found


def info_values(pdf: bytes) -> dict[str, str]:
    """The properties of a file under the names that XMP has for them; moments in its spelling too."""
    info: Any = read(pdf).metadata
    names = {
        "dc:title": "/Title",
        "dc:creator": "/Author",
        "dc:description": "/Subject",
        "pdf:Keywords": "/Keywords",
        "pdf:Producer": "/Producer",
        "xmp:CreatorTool": "/Creator",
    }
    moments = {"xmp:CreateDate": "/CreationDate", "xmp:ModifyDate": "/ModDate"}
    values = {name: str(info[key]) for name, key in names.items()}
    return values | {name: _iso(str(info[key])) for name, key in moments.items()}


def _iso(moment: str) -> str:
    return datetime.strptime(moment.replace("'", ""), "D:%Y%m%d%H%M%S%z").isoformat()


def metadata_faults(pdf: bytes) -> Iterator[str]:
    """6.6.2, 6.6.4: XMP in clear, part 2 B, the same as the properties."""
    root: Any = read(pdf).trailer["/Root"]
    if "/Filter" in root["/Metadata"]:
        yield "XMP is packed"
    written = xmp_values(pdf)
    expected = info_values(pdf) | {"pdfaid:part": "2", "pdfaid:conformance": "B", "dc:language": "vi-VN"}
    yield from (f"{name}: {written.get(name)}" for name, value in expected.items() if written.get(name) != value)


def frame_faults(pdf: bytes) -> Iterator[str]:
    """6.1.2, 6.1.3 and the catalogue: head of the file, identifier, language, title in the window's head."""
    head, comment = pdf.split(b"\n", 2)[:2]
    if head != b"%PDF-1.7" or not (comment.startswith(b"%") and all(byte > 127 for byte in comment[1:5])):
        yield "head"
    reader = read(pdf)
    first, second = (value.original_bytes for value in reader.trailer["/ID"])  # type: ignore[attr-defined]
    if first != second or len(first) != 16:
        yield "identifier"
    root: Any = reader.trailer["/Root"]
    if root["/Lang"] != "vi-VN" or not root["/ViewerPreferences"]["/DisplayDocTitle"].value:
        yield "language or title"


def colour_faults(pdf: bytes) -> Iterator[str]:
    """6.2.3: one output intent with the colour profile that comes with the program."""
    root: Any = read(pdf).trailer["/Root"]
    (intent,) = root["/OutputIntents"]
    profile = intent["/DestOutputProfile"]
    if intent["/S"] != "/GTS_PDFA1" or profile["/N"] != 3:
        yield "output intent"
    if profile.get_data() != asset("icc", "sRGB.icc").read_bytes():
        yield "colour profile"


def stream_faults(pdf: bytes) -> Iterator[str]:
    """6.1.7: the length is right and an end of line stands before ``endstream``."""
    found = list(_STREAM.finditer(pdf))
    if len(found) != len(re.findall(rb"\nstream\r?\n", pdf)):
        yield "a stream without a length"
    for match in found:
        end = match.end() + int(match[1])
        if not pdf[end:].startswith(b"\nendstream\nendobj"):
            yield f"stream at {match.start()}"


def content_faults(pdf: bytes) -> Iterator[str]:
    """No transparency, action, attached file or foreign colour anywhere."""
    reader = read(pdf)
    for value in _objects(reader):
        names = set(value) | {str(item) for item in value.values() if isinstance(item, str)}
        yield from sorted(names & FORBIDDEN)


def font_faults(pdf: bytes) -> Iterator[str]:
    """6.2.11: every font embedded as a subset of ours, with its letters named and one table of codes."""
    for font in (value for value in _objects(read(pdf)) if value.get("/Type") == "/Font"):
        name = str(font["/BaseFont"])
        file: Any = font.get("/FontDescriptor", {}).get("/FontFile2")
        if not re.match(r"/[A-Z]{6}\+LiberationSerif", name) or file is None or "/ToUnicode" not in font:
            yield name
        elif "/Encoding" in font or _code_tables(file.get_data()) != 1:
            yield f"{name}: codes"


def _code_tables(font: bytes) -> int:
    """How many tables of codes a font file has."""
    tables = [struct.unpack_from(">4sLLL", font, 12 + 16 * index) for index in range(int.from_bytes(font[4:6]))]
    (start,) = (offset for tag, _sum, offset, _length in tables if tag == b"cmap")
    return int.from_bytes(font[start + 2 : start + 4])


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Every dictionary of a file, also inside others, once each."""
    numbers = sorted(number for section in reader.xref.values() for number in section)
    waiting: list[Any] = [reader.get_object(number) for number in numbers if number]
    while waiting:
        value = waiting.pop()
        if isinstance(value, (DictionaryObject, StreamObject)):
            yield value
        inner = (
            value.values() if isinstance(value, DictionaryObject) else value if isinstance(value, ArrayObject) else ()
        )
        waiting += [item for item in inner if isinstance(item, (DictionaryObject, ArrayObject))]
