"""What freezing puts on the paper: the code on every page, and where the two signatures go."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest

from reports.document import Paragraph, Signature
from reports.pdf import render_pdf
from reports.pdf.stamp import Stamp
from tests.reports.builders import make_appendix, make_report
from tests.reports.pdf_reading import MM, find, read, runs

CODE = "7Q2KD-X90AB"
STAMP = Stamp(CODE, datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC))
LONG_MARKS = ("BẢN NHÁP", "SỐ LIỆU VÍ DỤ", *("một dòng lưu ý dài của lề dưới",) * 6)


@pytest.fixture(scope="module")
def stamped() -> bytes:
    """A report of three pages, one of them on its side, with marks of several lines."""
    blocks = tuple(Paragraph(text="Nội dung báo cáo. " * 40) for _ in range(6))
    appendix = make_appendix(is_landscape=True)
    return render_pdf(make_report(blocks=blocks, appendices=(appendix,), marks=LONG_MARKS), stamp=STAMP)


class Box(NamedTuple):
    """The rectangle that an entry of the outline leads to, in millimetres from the top left, and its page."""

    page: int | None
    left: float
    top: float
    right: float
    bottom: float


def place(pdf: bytes, title: str) -> Box:
    """Where an entry of the outline leads to."""
    reader = read(pdf)
    entries: Any = reader.outline
    found: Any = next(entry for entry in entries if not isinstance(entry, list) and entry.title == title)
    assert found["/Type"] == "/FitR"
    left, bottom, right, top = (float(found[side]) / MM for side in ("/Left", "/Bottom", "/Right", "/Top"))
    return Box(reader.get_destination_page_number(found), left, 297 - top, right, 297 - bottom)


def test_every_page_carries_the_code_just_before_its_number(stamped: bytes) -> None:
    count = len(read(stamped).pages)
    for page in range(count):
        code, number = find(stamped, f"Mã {CODE}", page), find(stamped, f"Trang {page + 1}/{count}", page)
        assert (code.font, code.size, code.y) == ("LiberationSerif", 8.0, number.y)
        assert 0 < number.x - code.x < 35


def test_long_marks_leave_the_code_its_room(stamped: bytes) -> None:
    code = find(stamped, CODE)
    marks = [run for run in runs(stamped) if run.y > 270 and run.x < code.x]
    assert len(marks) > 1
    assert CODE in read(stamped).pages[0].extract_text()


def test_a_draft_carries_no_code() -> None:
    assert "Mã " not in read(render_pdf(make_report())).pages[0].extract_text()


def test_the_signature_stands_in_the_middle_between_post_and_name(stamped: bytes) -> None:
    box = place(stamped, "Chữ ký người đứng đầu")
    assert box.page is not None
    post, name = find(stamped, "TRƯỞNG TRẠM", box.page), find(stamped, "Nguyễn Thị Hạnh", box.page)
    assert post.y < box.top < box.bottom < name.y
    assert (box.left + box.right) / 2 == pytest.approx(145, abs=0.1)


@pytest.mark.parametrize("size", [36.0, 30.0])
def test_the_seal_covers_the_left_third_of_the_signature(size: float) -> None:
    pdf = render_pdf(make_report(seal_size=size))
    signature, seal = place(pdf, "Chữ ký người đứng đầu"), place(pdf, "Con dấu cơ quan")
    assert seal.right - signature.left == pytest.approx((signature.right - signature.left) / 3)
    assert (seal.right - seal.left, seal.bottom - seal.top) == pytest.approx((size, size), abs=0.01)


@pytest.mark.parametrize("size", [28.0, 36.0, 42.0])
@pytest.mark.parametrize("prefix", ["", "KT. GIÁM ĐỐC"])
def test_the_seal_runs_through_no_words(size: float, prefix: str) -> None:
    signature = Signature(prefix=prefix, post="PHÓ GIÁM ĐỐC", name="Nguyễn Thị Hạnh")
    pdf = render_pdf(make_report(seal_size=size, signature=signature))
    seal, kept = place(pdf, "Con dấu cơ quan"), find(pdf, "Nơi nhận:")
    post, name = find(pdf, "PHÓ GIÁM ĐỐC"), find(pdf, "Nguyễn Thị Hạnh")
    capital = name.size / MM  # accents included
    assert post.y + 1 < seal.top < seal.bottom < name.y - capital
    assert seal.left > kept.x + 62
