"""Text comes back as it was given, whatever it is; the file carries no trace of the clock."""

import unicodedata
from itertools import product

import pytest

from data.errors import UserError
from reports.document import Heading, Paragraph, ParagraphKind, WritingLines
from reports.pdf import render_pdf
from tests.reports.builders import make_appendix, make_bar_chart, make_head, make_report, make_table, make_trend_chart
from tests.reports.pdf_reading import fonts, read, runs, whole_text

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưy"
LETTERS = [unicodedata.normalize("NFC", letter + tone) for letter, tone in product(VOWELS + VOWELS.upper(), TONES)] + [
    "đ",
    "Đ",
]

SIGNING_PLACES = ("Chữ ký người đứng đầu", "Con dấu cơ quan")


def test_all_146_vietnamese_letters_come_back_exactly() -> None:
    words = " ".join("".join(LETTERS[start : start + 12]) for start in range(0, len(LETTERS), 12))
    assert len(set(LETTERS)) == 146
    assert words in whole_text(render_pdf(make_report(blocks=(Paragraph(text=words),))))


def test_signs_come_back() -> None:
    words = "≥ ≤ ‰ m² ₫ – — … “ ” × ± ½ ° → km²"
    assert words in whole_text(render_pdf(make_report(blocks=(Paragraph(text=words),))))


def test_decomposed_text_is_composed() -> None:
    words = "Tỷ lệ người nhiễm được điều trị"
    report = make_report(blocks=(Paragraph(text=unicodedata.normalize("NFD", words)),))
    assert words in whole_text(render_pdf(report))


def test_markup_is_printed_as_it_stands() -> None:
    name = 'Trạm <b>A</b> & "B" \\ (C) $\\geq 90\\%$'
    report = make_report(blocks=(Paragraph(text=name), make_table((name, "1"))))
    assert whole_text(render_pdf(report)).count(name) == 2


def test_unknown_glyphs_become_squares_and_are_listed() -> None:
    text = whole_text(render_pdf(make_report(blocks=(Paragraph(text="Khen 😀 và 中."),))))
    assert "Khen □ và □." in text
    assert "U+1F600" in text
    assert "U+4E2D" in text


def test_many_unknown_glyphs_are_listed_in_part() -> None:
    words = "".join(chr(0x4E00 + index) for index in range(30))
    assert "và 18 ký tự khác" in whole_text(render_pdf(make_report(blocks=(Paragraph(text=words),))))


def test_invisible_signs_are_left_out() -> None:
    report = make_report(blocks=(Paragraph(text="tiêm\u200b chủng\ufeff đủ\x07"),))
    assert "tiêm chủng đủ" in whole_text(render_pdf(report))


def test_only_the_bundled_fonts_are_named_and_all_are_embedded() -> None:
    blocks = (Paragraph(text="Một"), make_bar_chart(), make_trend_chart())
    named = fonts(render_pdf(make_report(blocks=blocks)))
    assert all(named.values())
    assert all("LiberationSerif" in name for name in named)


def test_the_same_report_gives_the_same_bytes() -> None:
    report = make_report(blocks=(make_table(("a", "1")), make_bar_chart(), make_trend_chart()))
    assert render_pdf(report) == render_pdf(report)


def test_properties_carry_no_clock() -> None:
    properties = read(render_pdf(make_report())).metadata
    assert properties is not None
    assert str(properties.title).startswith("BÁO CÁO: Kết quả thực hiện")
    assert properties.author == "Trạm Y tế xã Tả Phời"
    assert str(properties["/CreationDate"]).startswith("D:20000101")


def test_headings_and_appendices_stand_in_the_outline() -> None:
    blocks = (Heading(level=1, text="I. Chung"), Heading(level=2, text="1. Riêng"), Paragraph(text="a"))
    outline = read(render_pdf(make_report(blocks=blocks, appendices=(make_appendix(),)))).outline
    titles = [str(entry["/Title"]) for entry in outline if not isinstance(entry, list)]
    assert titles == ["I. CHUNG", *SIGNING_PLACES, "Phụ lục. SỐ LIỆU"]


@pytest.mark.no_cover
def test_a_note_of_20000_words_is_printed_whole() -> None:
    words = " ".join(f"chữ{index}" for index in range(20_000))
    text = whole_text(render_pdf(make_report(blocks=(Paragraph(text=words),))))
    assert all(f"chữ{index}" in text for index in (0, 9_999, 19_999))


@pytest.mark.no_cover
def test_a_table_cell_of_20000_words_is_printed_whole() -> None:
    words = " ".join(f"chữ{index}" for index in range(20_000))
    table = make_table(("1", words), ("2", "sau"), remarks=("Ghi chú",))
    text = whole_text(render_pdf(make_report(blocks=(table,))))
    assert all(f"chữ{index}" in text for index in range(0, 20_000, 37))
    assert "sau" in text
    assert "Ghi chú" in text


def test_a_word_wider_than_the_page_is_broken() -> None:
    word = "x" * 500 + "/" + "y" * 300
    pdf = render_pdf(make_report(blocks=(Paragraph(text=word),)))
    drawn = "".join(run.text for run in runs(pdf) if set(run.text) <= set("xy/"))
    assert drawn == word


def test_writing_lines_are_dots_over_the_whole_width() -> None:
    pdf = render_pdf(make_report(blocks=(WritingLines(count=2),)))
    assert sum(run.text.startswith("....") for run in runs(pdf)) == 2


def test_remarks_are_small_and_empty_paragraphs_nothing() -> None:
    remark = Paragraph(text="Còn mâu thuẫn.\n\n", kind=ParagraphKind.REMARK)
    run = next(run for run in runs(render_pdf(make_report(blocks=(remark,)))) if "mâu thuẫn" in run.text)
    assert run.size == 11


def test_a_head_without_parent_body_and_place_is_printed() -> None:
    text = whole_text(render_pdf(make_report(head=make_head(parent_body="", place=""))))
    assert "…, ngày … tháng … năm …" in text


def test_progress_is_told_and_can_stop_the_work() -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, count: int) -> bool:
        told.append((done, count))
        return done < 1

    report = make_report(appendices=(make_appendix(), make_appendix()))
    with pytest.raises(UserError, match="report_cancelled"):
        render_pdf(report, progress)
    assert told == [(0, 3), (1, 3)]
