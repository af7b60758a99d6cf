"""The test list A16 of Nghị định 30/2020/NĐ-CP, measured on the PDF."""

from datetime import date

import pytest

from reports.document import Heading, Paragraph, Signature
from reports.pdf import render_pdf
from reports.pdf.fonts import face
from reports.pdf.front import date_line, number_line
from tests.reports.builders import make_appendix, make_bar_chart, make_report, make_table
from tests.reports.pdf_reading import MM, find, lines, read, runs, whole_text

REGULAR, BOLD = "LiberationSerif", "LiberationSerif-Bold"
ITALIC, BOLD_ITALIC = "LiberationSerif-Italic", "LiberationSerif-BoldItalic"
LONG = "Trạm Y tế xã đã thực hiện đủ các nội dung theo kế hoạch được giao trong năm. " * 60

PARTS = [
    ("TRUNG TÂM Y TẾ", REGULAR, 12),
    ("TRẠM Y TẾ XÃ TẢ PHỜI", BOLD, 12),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, 12),
    ("Độc lập - Tự do - Hạnh phúc", BOLD, 13),
    ("Số:", REGULAR, 13),
    ("Tả Phời, ngày … tháng … năm …", ITALIC, 13),
    ("BÁO CÁO", BOLD, 14),
    ("Kết quả thực hiện", BOLD, 14),
    ("Kính gửi: Sở Y tế tỉnh Lào Cai", REGULAR, 14),
    ("Trạm báo cáo như sau./.", REGULAR, 14),
    ("Nơi nhận:", BOLD_ITALIC, 12),
    ("- Như trên;", REGULAR, 11),
    ("TRƯỞNG TRẠM", BOLD, 14),
    ("Nguyễn Thị Hạnh", BOLD, 14),
]


@pytest.fixture(scope="module")
def simple() -> bytes:
    return render_pdf(make_report())


@pytest.fixture(scope="module")
def long() -> bytes:
    return render_pdf(make_report(blocks=(Paragraph(text=LONG),), appendices=(make_appendix(),)))


def test_paper_is_a4(simple: bytes) -> None:
    box = read(simple).pages[0].mediabox
    assert float(box.width) / MM == pytest.approx(210, abs=0.5)
    assert float(box.height) / MM == pytest.approx(297, abs=0.5)


@pytest.mark.parametrize(("words", "font", "size"), PARTS)
def test_every_part_has_its_font_and_size(simple: bytes, words: str, font: str, size: float) -> None:
    run = find(simple, words)
    assert (run.font, run.size) == (font, size)


def test_text_stays_inside_the_margins(long: bytes) -> None:
    body = [run for page in (0, 1) for run in runs(long, page) if run.size == 14 and not run.text.isdigit()]
    assert min(run.x for run in body) == pytest.approx(30, abs=0.1)
    assert all(20 <= run.y <= 277 for run in body)


def test_first_line_is_indented_by_10_mm_and_lines_fill_the_width(long: bytes) -> None:
    body = [run for run in runs(long) if run.text.startswith("Trạm Y tế xã đã")]
    assert body[0].x == pytest.approx(40, abs=0.1)


def test_paragraphs_are_6_pt_apart() -> None:
    pdf = render_pdf(make_report(blocks=(Paragraph(text="Một."), Paragraph(text="Hai."))))
    gap = (find(pdf, "Hai.").y - find(pdf, "Một.").y) * MM
    assert gap >= 14 * 1.15 + 6 - 0.01


def test_page_number_is_absent_on_page_1_and_centred_in_the_top_margin_from_page_2(long: bytes) -> None:
    assert not [run for run in runs(long, 0) if run.y < 20]
    number = find(long, "2", page=1)
    assert (number.font, number.size) == (REGULAR, 14)
    assert number.y < 20
    assert number.x == pytest.approx(30 + 165 / 2, abs=2)


def test_appendix_starts_its_page_numbers_again() -> None:
    appendix = make_appendix(blocks=(Paragraph(text=LONG),))
    pdf = render_pdf(make_report(appendices=(appendix,)))
    assert not [run for run in runs(pdf, 1) if run.y < 20]
    assert [run.text for run in runs(pdf, 2) if run.y < 20] == ["2"]


@pytest.mark.parametrize(
    ("number", "symbol", "printed"),
    [
        (5, "BC-TYT", "Số: 05/BC-TYT"),
        (12, "BC - TYT", "Số: 12/BC-TYT"),
        (0, "BC-TYT", "Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-TYT"),
    ],
)
def test_numbers_under_ten_are_padded_and_symbols_have_no_spaces(number: int, symbol: str, printed: str) -> None:
    assert number_line(number, symbol) == printed


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2026, 1, 5), "Tả Phời, ngày 05 tháng 01 năm 2026"),
        (date(2026, 3, 9), "Tả Phời, ngày 09 tháng 3 năm 2026"),
        (date(2026, 10, 15), "Tả Phời, ngày 15 tháng 10 năm 2026"),
        (None, "Tả Phời, ngày … tháng … năm …"),
    ],
)
def test_days_and_the_first_two_months_are_padded(day: date | None, printed: str) -> None:
    assert date_line("Tả Phời", day) == printed


def test_rule_under_the_motto_is_as_long_as_the_motto(simple: bytes) -> None:
    motto = find(simple, "Độc lập")
    rule = next(line for line in lines(simple) if 0 < line.y - motto.y < 4 and line.x > 100)
    assert rule.x == pytest.approx(motto.x, abs=0.1)
    assert 2 * (147 - rule.x) == pytest.approx(rule.length, abs=0.2)


@pytest.mark.parametrize("words", ["TRẠM Y TẾ XÃ TẢ PHỜI", "quý III năm 2024 của xã"])
def test_rules_under_issuer_and_subject_are_a_third_to_a_half_of_the_line(simple: bytes, words: str) -> None:
    run = find(simple, words)
    rule = next(line for line in lines(simple) if 0 < line.y - run.y < 4 and line.x < 110)
    middle = (rule.x + rule.to_x) / 2
    assert 1 / 3 <= rule.length / (2 * (middle - run.x)) <= 1 / 2


def test_number_and_date_stand_on_one_line_issuer_left_of_nation(simple: bytes) -> None:
    assert find(simple, "Số:").y == pytest.approx(find(simple, "ngày …").y, abs=0.01)
    assert find(simple, "TRẠM Y TẾ").x < find(simple, "CỘNG HÒA").x


def test_recipients_stand_level_with_the_post_on_the_left(simple: bytes) -> None:
    label, post = find(simple, "Nơi nhận:"), find(simple, "TRƯỞNG TRẠM")
    assert label.y == pytest.approx(post.y, abs=0.01)
    assert label.x == pytest.approx(30, abs=0.1)
    assert post.x > 90


def test_two_addressees_stand_below_with_dashes_under_the_colon() -> None:
    pdf = render_pdf(make_report(addressees=("Sở Y tế", "UBND xã")))
    first, second = find(pdf, "- Sở Y tế;"), find(pdf, "- UBND xã.")
    label = find(pdf, "Kính gửi:")
    assert first.x == second.x
    assert label.x == pytest.approx(65, abs=0.1)
    colon = label.x + face("regular").width("Kính gửi", 14) / MM
    assert first.x == pytest.approx(colon, abs=0.1)


def test_addressees_that_are_not_set_leave_dots() -> None:
    assert "Kính gửi: ……" in whole_text(render_pdf(make_report(addressees=())))


def test_a_report_without_addressees_has_no_kinh_gui() -> None:
    assert "Kính gửi" not in whole_text(render_pdf(make_report(has_addressees=False)))


def test_a_deputy_signs_on_two_lines() -> None:
    signature = Signature(prefix="KT. GIÁM ĐỐC", post="PHÓ GIÁM ĐỐC", name="Trần Văn Bình")
    pdf = render_pdf(make_report(signature=signature))
    assert find(pdf, "KT. GIÁM ĐỐC").y < find(pdf, "PHÓ GIÁM ĐỐC").y < find(pdf, "Trần Văn Bình").y - 25


def test_an_unknown_signer_leaves_dots() -> None:
    pdf = render_pdf(make_report(signature=Signature(prefix="", post="", name="")))
    assert whole_text(pdf).count("………") >= 2


def test_signature_never_stands_alone_on_a_page() -> None:
    for count in range(30, 50):
        pdf = render_pdf(make_report(blocks=tuple(Paragraph(text=f"Dòng {index}.") for index in range(count))))
        page = next(page for page in (0, 1, 2) if any("TRƯỞNG TRẠM" in run.text for run in runs(pdf, page)))
        assert any(run.text.startswith("Dòng") for run in runs(pdf, page))


def test_headings_are_bold_capitals_and_stay_with_their_text() -> None:
    for count in range(28, 40):
        filler = tuple(Paragraph(text=f"Dòng {index}.") for index in range(count))
        blocks = (*filler, Heading(level=1, text="I. Tình hình chung"), Paragraph(text="Sau đề mục."))
        pdf = render_pdf(make_report(blocks=blocks))
        page = next(page for page in (0, 1) if any("Sau đề mục" in run.text for run in runs(pdf, page)))
        heading = find(pdf, "I. TÌNH HÌNH CHUNG", page)
        assert (heading.font, heading.size) == (BOLD, 14)


def test_appendix_has_label_title_and_reference() -> None:
    pdf = render_pdf(make_report(appendices=(make_appendix(),)))
    label, title, reference = (find(pdf, words, 1) for words in ("Phụ lục", "SỐ LIỆU", "(Kèm theo"))
    assert (label.font, label.size) == (BOLD, 14)
    assert (title.font, title.size) == (BOLD, 14)
    assert (reference.font, reference.size) == (ITALIC, 13)


def test_no_size_outside_the_decree_and_our_own_choices() -> None:
    """Table text 11, chart text 9.5, bottom line 8 are our own choice (CONTRACT R3)."""
    table = make_table(("a", "b"), remarks=("Ghi chú",))
    pdf = render_pdf(make_report(blocks=(table, make_bar_chart(), Paragraph(text="Hết./."))))
    assert {run.size for page in range(len(read(pdf).pages)) for run in runs(pdf, page)} <= {8, 9.5, 11, 12, 13, 14}


def test_bottom_margin_carries_marks_and_page_of_pages(long: bytes) -> None:
    mark, page = find(long, "BẢN NHÁP", 1), find(long, "Trang 2/", 1)
    assert mark.size == page.size == 8
    assert 277 < mark.y < 297
    assert mark.y == page.y
