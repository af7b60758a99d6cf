"""What other programs say of a signed PDF."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.reports.test_archive import JARS


def pdfsig(pdf: bytes) -> str:
    """What pdfsig of poppler says, without asking whom to trust."""
    return _told(["pdfsig", "-nocert"], pdf, "poppler-utils")


def preflight(pdf: bytes) -> list[str]:
    """What the validator of PDFBox finds; it knows part 1 of PDF/A only."""
    validator = "org.apache.pdfbox.preflight.Validator_A1b"
    with tempfile.TemporaryDirectory() as folder:
        path, listed = Path(folder) / "ky.pdf", Path(folder) / "list"
        path.write_bytes(pdf.replace(b"<pdfaid:part>2</pdfaid:part>", b"<pdfaid:part>1</pdfaid:part>"))
        listed.write_text(f"{path}\n", encoding="utf-8")
        command = ["java", "-cp", ":".join(map(str, JARS)), validator, "xml", "group", str(listed)]
        subprocess.run(command, check=True, timeout=100, capture_output=True)
        report = ElementTree.parse(f"{listed}.preflight.xml")
    assert [each.text for each in report.iter("isValid")] != []
    return [str(error.findtext("details")) for error in report.iter("error")]


def _told(command: list[str], pdf: bytes, package: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.fail(f"{command[0]} is needed (Debian: {package}); tests/environment.py installs it")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ky.pdf"
        path.write_bytes(pdf)
        done = subprocess.run([*command, path], capture_output=True, text=True, check=False, timeout=60)
    return done.stdout + done.stderr


def shown_words(pdf: bytes) -> list[str]:
    """The words that each signature shows, in the order of the fields."""
    reader = PdfReader(io.BytesIO(pdf))
    form = reader.root_object["/AcroForm"]
    return [_words(reader, field.get_object()) for field in form["/Fields"]]  # type: ignore[index]


def picture(pdf: bytes) -> Image.Image:
    """The first page as poppler shows it, 60 dots an inch."""
    if shutil.which("pdftoppm") is None:
        pytest.fail("pdftoppm is needed (Debian: poppler-utils); tests/environment.py installs it")
    command = ["pdftoppm", "-r", "60", "-f", "1", "-l", "1", "-png", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=60)
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


def told_time(pdf: bytes) -> str:
    """The time that the first signature tells."""
    fields = PdfReader(io.BytesIO(pdf)).root_object["/AcroForm"]["/Fields"]  # type: ignore[index]
    return str(fields[0].get_object()["/V"]["/M"])


def _words(reader: PdfReader, field: object) -> str:
    """The text of an appearance: as that of a page of its own."""
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, RectangleObject

    assert isinstance(field, DictionaryObject)
    shown = field["/AP"]["/N"]  # type: ignore[index]
    inner = shown["/Resources"]["/XObject"]["/Appearance"]
    writer = PdfWriter()
    page = writer.add_blank_page(width=600, height=600)
    page[NameObject("/Contents")] = inner.clone(writer)
    page[NameObject("/Resources")] = inner["/Resources"].clone(writer)
    page[NameObject("/MediaBox")] = RectangleObject((0, 0, 600, 600))
    return " ".join(page.extract_text().split())
