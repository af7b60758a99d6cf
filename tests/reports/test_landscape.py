"""Pages that lie on their side, sums of every page, minutes, signatures side by side, lines to fill in."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from reports.document import (
    Align,
    Cell,
    Column,
    Heading,
    Minutes,
    Paragraph,
    ParagraphKind,
    Row,
    ScoreBar,
    ScoreChart,
    Signature,
    Sums,
    Table,
)
from reports.pdf import render_pdf
from tests.reports.builders import make_appendix, make_head, make_report, make_table
from tests.reports.pdf_reading import MM, Run, find, lines, read, runs, whole_text

LONG = tuple((f"dòng {index}", "x") for index in range(60))


def landscape(**changes: object) -> bytes:
    """A report with an appendix on its side."""
    fields = {"is_landscape": True, "blocks": (make_table(*LONG),), **changes}
    return render_pdf(make_report(appendices=(make_appendix(**fields),), marks=("BẢN NHÁP",)))


def test_a_landscape_page_is_a4_on_its_side() -> None:
    boxes = [(page.mediabox.width / MM, page.mediabox.height / MM) for page in read(landscape()).pages]
    assert boxes[0] == pytest.approx((210, 297), abs=0.5)
    assert all(box == pytest.approx((297, 210), abs=0.5) for box in boxes[1:])


def test_margins_hold_by_name_on_a_landscape_page() -> None:
    pdf = landscape()
    body = [run for run in runs(pdf, 2) if run.size == 11]
    assert all(30 <= run.x <= 297 - 15 for run in body)
    assert all(20 <= run.y <= 210 - 20 for run in body)
    edges = [line for line in lines(pdf, 2) if line.y == line.to_y]
    assert min(line.x for line in edges) == pytest.approx(30, abs=0.1)
    assert max(line.to_x for line in edges) == pytest.approx(297 - 15, abs=0.1)


def test_the_page_number_stands_in_the_top_margin_and_marks_in_the_bottom_one() -> None:
    pdf = landscape()
    number = next(run for run in runs(pdf, 2) if run.text == "2")
    assert number.y < 20
    assert number.x == pytest.approx(30 + 252 / 2, abs=2)
    for words in ("BẢN NHÁP", "Trang 3/"):
        assert 190 < find(pdf, words, 2).y < 210


def test_marks_too_long_for_one_line_never_meet_the_number_of_the_page() -> None:
    marks = ("BẢN NHÁP", "SỐ LIỆU VÍ DỤ", "BẢNG ĐIỂM KHÔNG PHẢI BẢN CHÍNH THỨC", "CHƯA NHẬP BẢNG ĐIỂM CHI TIẾT " * 2)
    pdf = render_pdf(make_report(marks=marks))
    small = [run for run in runs(pdf) if run.size == 8]
    page = next(run for run in small if run.text.startswith("Trang"))
    assert len([run for run in small if run is not page]) == 2
    assert all(run.y <= page.y for run in small)


# --- sums ----------------------------------------------------------------------------------------------------------


def summed(count: int, amounts: tuple[int | Fraction, ...] = (1, Fraction(1, 2))) -> Table:
    """A table of equal rows with the sums of two columns."""
    columns = (
        Column(title="Nội dung", width=100),
        Column(title="Chuẩn", width=20, align=Align.COMMA),
        Column(title="Điểm", width=20, align=Align.COMMA),
    )
    row = Row(cells=(Cell(text="dòng"), Cell(text="1"), Cell(text="0,5")), amounts=amounts)
    heading = Row(cells=(Cell(text="tiêu chí", is_bold=True), Cell(text="99"), Cell(text="99")))
    total = Row(cells=(Cell(text="Tổng cộng"), Cell(text=str(count)), Cell(text="tất cả")))
    sums = Sums(page="Cộng trang", label_column=0, columns=(1, 2), total=total)
    return Table(caption="", columns=columns, rows=(heading, *[row] * count), sums=sums, remarks=("Hết./.",))


def rows_of(pdf: bytes, page: int, word: str) -> list[list[Run]]:
    """The runs that stand level with each word of a page."""
    drawn = runs(pdf, page)
    return [[run for run in drawn if abs(run.y - each.y) < 0.1] for each in drawn if each.text == word]


@pytest.mark.parametrize("count", [30, 31, 32, 33, 34, 35, 36, 60, 100])
def test_every_page_of_a_table_ends_with_the_sum_of_its_own_rows(count: int) -> None:
    pdf = render_pdf(make_report(blocks=(summed(count),)))
    pages = [page for page in range(len(read(pdf).pages)) if rows_of(pdf, page, "dòng")]
    sums = []
    for page in pages:
        found = rows_of(pdf, page, "Cộng trang")
        if len(pages) > 1:
            assert len(found) == 1
            sums.append(int(found[0][1].text))
            assert sums[-1] == len(rows_of(pdf, page, "dòng"))
        below = [run.y for run in runs(pdf, page) if run.text == "dòng"]
        assert all(row[0].y > max(below) for row in found)
        assert max(run.y for run in runs(pdf, page) if run.size == 11) <= 277
    assert not sums or sum(sums) == count


def test_a_table_on_one_page_has_its_total_alone() -> None:
    text = whole_text(render_pdf(make_report(blocks=(summed(5),))))
    assert "Cộng trang" not in text
    assert text.count("Tổng cộng") == 1


def test_sums_are_exact_and_printed_with_a_comma() -> None:
    pdf = render_pdf(make_report(blocks=(summed(61, (1, Fraction(3, 4))),)))
    first = rows_of(pdf, 0, "Cộng trang")[0]
    count = len(rows_of(pdf, 0, "dòng"))
    assert Fraction(first[2].text.replace(",", ".")) == count * Fraction(3, 4)


def test_the_total_never_stands_on_a_page_without_a_row() -> None:
    for count in range(28, 44):
        pdf = render_pdf(make_report(blocks=(summed(count),)))
        page = next(page for page in range(3) if rows_of(pdf, page, "Tổng cộng"))
        assert len(rows_of(pdf, page, "dòng")) >= 2


# --- minutes -------------------------------------------------------------------------------------------------------


def make_minutes(**changes: object) -> Minutes:
    """Minutes of a meeting."""
    fields: dict[str, object] = {
        "head": make_head(symbol="BB-TYT", is_undated=True),
        "type_name": "BIÊN BẢN",
        "subject": "Họp chấm điểm năm 2024",
        "blocks": (Paragraph(text="Địa điểm:", kind=ParagraphKind.FILLED), Paragraph(text="Cuộc họp kết thúc./.")),
        "secretary": Signature(prefix="", post="Thư ký", name=""),
        "chair": Signature(prefix="", post="Chủ tọa", name="Lò Văn Páo"),
        "recipients": ("- Lưu: VT.",),
    }
    return Minutes(**{**fields, **changes})  # type: ignore[arg-type]


def test_minutes_have_a_head_of_their_own_without_place_and_date() -> None:
    pdf = render_pdf(make_report(minutes=(make_minutes(),)))
    text = " ".join(run.text for run in runs(pdf, 1))
    assert "/BB-TYT" in text
    assert "CỘNG HÒA" in text
    assert "ngày … tháng" not in text
    assert "Kính gửi" not in text


def test_the_secretary_signs_left_the_chair_right_and_recipients_stand_below() -> None:
    pdf = render_pdf(make_report(minutes=(make_minutes(),)))
    left, right, recipients = (find(pdf, words, 1) for words in ("THƯ KÝ", "CHỦ TỌA", "Nơi nhận"))
    assert left.y == right.y
    assert left.x < right.x
    assert recipients.y > find(pdf, "Lò Văn Páo", 1).y
    assert recipients.x == pytest.approx(30, abs=0.1)


def test_minutes_number_their_own_pages() -> None:
    blocks = tuple(Paragraph(text=f"Câu {index}.") for index in range(60))
    pdf = render_pdf(make_report(minutes=(make_minutes(blocks=blocks),)))
    assert [run.text for run in runs(pdf, 2) if run.y < 20] == ["2"]
    assert not [run for run in runs(pdf, 1) if run.y < 20]


def test_a_line_to_fill_in_ends_in_dots_at_the_margin() -> None:
    pdf = render_pdf(make_report(minutes=(make_minutes(),)))
    run = find(pdf, "Địa điểm:", 1)
    assert run.text.endswith("....")
    assert run.x == pytest.approx(40, abs=0.1)


def test_minutes_stand_in_the_outline() -> None:
    outline = read(render_pdf(make_report(minutes=(make_minutes(),)))).outline
    assert [str(entry["/Title"]) for entry in outline if not isinstance(entry, list)] == [
        "Chữ ký người đứng đầu",
        "Con dấu cơ quan",
        "BIÊN BẢN",
    ]


# --- who signs -----------------------------------------------------------------------------------------------------

THREE = (
    Signature(prefix="Trạm Y tế xã Tả Phời", post="Giám đốc", name="Nguyễn Thị Hạnh"),
    Signature(prefix="TM. Ủy ban nhân dân xã Tả Phời", post="Chủ tịch", name=""),
    Signature(prefix="Đoàn thẩm định", post="Trưởng đoàn", name=""),
)


@pytest.mark.parametrize("is_landscape", [True, False])
def test_three_sign_side_by_side_names_level(is_landscape: bool) -> None:
    blocks = (Paragraph(text="Hết./."),)
    pdf = landscape(blocks=blocks, signers=THREE, is_landscape=is_landscape)
    name = find(pdf, "Nguyễn Thị Hạnh", 1)
    dots = [run for run in runs(pdf, 1) if run.text.startswith("……") and abs(run.y - name.y) < 0.1]
    assert len(dots) == 2
    middle = (30 + (297 if is_landscape else 210) - 15) / 2
    assert name.x < middle < dots[1].x


def test_who_signs_never_stands_on_a_page_alone() -> None:
    for count in range(14, 24):
        blocks = (make_table(*((f"dòng {index}", "x") for index in range(count))),)
        pdf = landscape(blocks=blocks, signers=THREE)
        page = next(page for page in range(1, 4) if any("TRƯỞNG ĐOÀN" in run.text for run in runs(pdf, page)))
        assert sum(run.text.startswith("dòng ") for run in runs(pdf, page)) >= 2


def test_headings_and_paragraphs_fill_the_width_of_a_landscape_page() -> None:
    words = "Trạm Y tế xã đã thực hiện đủ các nội dung theo kế hoạch được giao trong năm. " * 8
    pdf = landscape(blocks=(Heading(level=1, text="I. Chung"), Paragraph(text=words)))
    first = [run for run in runs(pdf, 1) if "Trạm Y tế xã đã" in run.text]
    assert len(first) <= 6


# --- points as a chart ---------------------------------------------------------------------------------------------


def make_bar(points: int, **changes: object) -> ScoreBar:
    """A criterion of 14 points."""
    bar = ScoreBar(
        label="1. Chỉ đạo", points=points, most=14, limit=7, printed=f"{points}/14", printed_limit="7", is_met=True
    )
    return replace(bar, **changes)  # type: ignore[arg-type]


def test_a_chart_of_points_says_every_figure_and_what_its_marks_mean() -> None:
    bars = (
        make_bar(13),
        make_bar(6, is_met=False, label="2. Nhân lực"),
        make_bar(3, is_met=None),
        make_bar(0, is_met=None, printed="…/14"),
    )
    chart = ScoreChart(caption="Biểu đồ 1. Điểm", limit_words="mức 50%", bars=bars)
    text = whole_text(render_pdf(make_report(blocks=(chart,))))
    for words in ("13/14", "6/14", "…/14", "đủ mức", "dưới mức", "chưa chấm đủ", "điểm chuẩn", "mức 50%"):
        assert words in text


def test_a_chart_of_points_is_torn_between_criteria_where_a_page_ends() -> None:
    bars = tuple(make_bar(index, label=f"{index}. Tiêu chí") for index in range(10))
    chart = ScoreChart(caption="Biểu đồ 1. Điểm", limit_words="mức 50%", bars=bars)
    filler = tuple(Paragraph(text=f"Dòng {index}.") for index in range(16))
    pdf = render_pdf(make_report(blocks=(*filler, chart, Paragraph(text="Một."), Paragraph(text="Hai."))))
    assert "(tiếp theo)" in whole_text(pdf)
    assert all(f"{index}. Tiêu chí" in whole_text(pdf) for index in range(10))


def test_a_chart_without_points_to_get_is_drawn() -> None:
    chart = ScoreChart(caption="Trống", limit_words="mức 50%", bars=(make_bar(0, most=0, limit=0),))
    assert render_pdf(make_report(blocks=(chart,))).startswith(b"%PDF")
