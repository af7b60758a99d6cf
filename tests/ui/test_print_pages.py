"""Printing: which pages, how often, on which sides; dots and draft word as they come out of a printer to a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter

from data.errors import SoTramError, UserError
from tests.ui.pages import drawn, greys, three_pages
from ui.print_pages import Arrangement, PrintOut, asked_pages, print_pages, sequence
from ui.tasks import Cancelled, Task

pytestmark = pytest.mark.usefixtures("qapp")


def printer_to(path: Path, resolution: int = 72, ranges: str = "") -> QPrinter:
    """A printer to a file, as the dialog leaves it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    if ranges:
        printer.setPageRanges(QPageRanges.fromString(ranges))
    return printer


@pytest.mark.parametrize(
    ("ranges", "pages"),
    [("", [0, 1, 2]), ("2", [1]), ("1,3", [0, 2]), ("2-9", [1, 2]), ("3,1-2", [0, 1, 2]), ("7", [])],
)
def test_pages_asked_for(tmp_path: Path, ranges: str, pages: list[int]) -> None:
    assert asked_pages(PrintOut(printer_to(tmp_path / "a.pdf", ranges=ranges), b""), 3) == pages


def test_from_and_to_of_the_dialog(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "a.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert asked_pages(PrintOut(printer, b""), 3) == [1, 2]


@pytest.mark.parametrize(("current", "pages"), [(1, [1]), (5, [])])
def test_the_page_in_view(tmp_path: Path, current: int, pages: list[int]) -> None:
    printer = printer_to(tmp_path / "a.pdf")
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert asked_pages(PrintOut(printer, b"", current=current), 3) == pages


@pytest.mark.parametrize(
    ("arrangement", "expected"),
    [
        (Arrangement(), [0, 1, 2]),
        (Arrangement(both_sides=True), [0, 1, 2]),
        (Arrangement(times=2), [0, 1, 2, 0, 1, 2]),
        (Arrangement(times=2, in_sets=False), [0, 0, 1, 1, 2, 2]),
        (Arrangement(times=2, both_sides=True), [0, 1, 2, None, 0, 1, 2]),
        (Arrangement(times=2, in_sets=False, both_sides=True), [0, 1, 0, 1, 2, None, 2]),
        (Arrangement(times=2, last_first=True), [2, 1, 0, 2, 1, 0]),
        (Arrangement(last_first=True, both_sides=True), [2, None, 0, 1]),
    ],
)
def test_no_copy_begins_on_the_back_of_another(arrangement: Arrangement, expected: list[int | None]) -> None:
    assert sequence([0, 1, 2], arrangement) == expected


def test_the_last_page_comes_first_where_the_dialog_says_so(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "in.pdf", ranges="1-2")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    print_pages(PrintOut(printer, three_pages()), Task())
    boxes = [page.mediabox for page in PdfReader(tmp_path / "in.pdf").pages]
    assert [box.width > box.height for box in boxes] == [True, False]


def test_pages_lie_as_they_are_and_copies_follow_in_sets(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "in.pdf", ranges="2-3")
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert print_pages(PrintOut(printer, three_pages()), Task()) == 4
    boxes = [page.mediabox for page in PdfReader(tmp_path / "in.pdf").pages]
    assert [box.width > box.height for box in boxes] == [True, False, True, False]


@pytest.mark.parametrize("resolution", [300, 600])
def test_letters_come_out_at_the_dots_of_the_printer(tmp_path: Path, resolution: int) -> None:
    print_pages(PrintOut(printer_to(tmp_path / "in.pdf", resolution, "1"), three_pages()), Task())
    line = QRect(75 * resolution // 72, 75 * resolution // 72, 250 * resolution // 72, 20 * resolution // 72)
    printed, wanted = (
        greys(drawn(data, 0, resolution, line)) for data in ((tmp_path / "in.pdf").read_bytes(), three_pages())
    )
    ink = sum(each < 128 for each in wanted)
    far = sum(abs(one - other) > 128 for one, other in zip(printed, wanted, strict=True))
    assert ink > len(wanted) / 50
    assert far < ink / 5  # the paper of a printer to a file is rounded to whole points, which moves edges by a dot


@pytest.mark.parametrize(("resolution", "width"), [(600, 4961), (720, 2976), (1200, 4961)])
def test_one_of_our_dots_is_a_whole_number_of_the_printers(tmp_path: Path, resolution: int, width: int) -> None:
    print_pages(PrintOut(printer_to(tmp_path / "in.pdf", resolution, "1"), three_pages()), Task())
    objects = PdfReader(tmp_path / "in.pdf").pages[0]["/Resources"]["/XObject"]  # type: ignore[index]
    assert {each.get_object()["/Width"] for each in objects.values()} == {width}


@pytest.mark.parametrize("resolution", [150, 600])
def test_the_word_of_a_draft_is_light_and_leaves_every_figure_as_dark(tmp_path: Path, resolution: int) -> None:
    pictures = []
    for is_draft in (False, True):
        path = tmp_path / f"{is_draft}.pdf"
        print_pages(PrintOut(printer_to(path, resolution, "1"), three_pages(), is_draft=is_draft), Task())
        pictures.append(greys(drawn(path.read_bytes(), 0, 75)))
    final, draft = pictures
    assert all(one <= other + 8 for one, other in zip(draft, final, strict=True))
    paper = [one for one, other in zip(draft, final, strict=True) if other == 255]
    word = [each for each in paper if each < 250]
    assert 0.04 < len(word) / len(paper) < 0.4
    assert 200 < sum(word) / len(word) < 240


def test_smaller_paper_gets_smaller_pages(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "in.pdf", 100, "1")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    print_pages(PrintOut(printer, three_pages()), Task())
    printed = (tmp_path / "in.pdf").read_bytes()
    small, large = drawn(printed, 0, 100), drawn(three_pages(), 0, 100)
    lowest = []
    for picture in (small, large):
        data = greys(picture)
        inked = max(place for place, each in enumerate(data) if each < 128)
        lowest.append(inked // picture.width() / picture.height())
    assert lowest[0] == pytest.approx(lowest[1], abs=0.01)


def test_pages_that_are_not_there_are_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="print_no_pages"):
        print_pages(PrintOut(printer_to(tmp_path / "in.pdf", ranges="8-9"), three_pages()), Task())


@pytest.mark.parametrize(("name", "code"), [("missing/in.pdf", "out_folder"), ("tram.sotram", "out_is_station_file")])
def test_a_file_that_cannot_be_printed_to_is_a_sentence(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(SoTramError, match=code):
        print_pages(PrintOut(printer_to(tmp_path / name), three_pages()), Task())


def test_printing_can_be_stopped(tmp_path: Path) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        print_pages(PrintOut(printer_to(tmp_path / "in.pdf"), three_pages()), task)
