"""Lines: titles broken between words of several syllables, columns as wide as they need, figures with their nouns."""

import pytest

from reports.document import Align, Cell, Column, Row, Table
from reports.pdf import render_pdf
from reports.pdf.columns import fitted, places_of, widened
from reports.pdf.constants import MM, SUBJECT, TABLE_HEAD, TYPE_WIDTH
from reports.pdf.fonts import Cleaner, face
from reports.pdf.wrap import balance
from tests.reports.builders import make_report
from tests.reports.pdf_reading import find, lines, runs


def broken(words: str, width: float) -> list[str]:
    """The lines of a centred title."""
    return [line.text for line in balance(words, SUBJECT, width * MM)]


def test_a_title_is_broken_into_even_lines() -> None:
    lengths = [len(line) for line in broken("một hai ba bốn năm sáu bảy tám chín mười", 60)]
    assert max(lengths) - min(lengths) <= 5


@pytest.mark.parametrize("width", range(40, 150, 7))
def test_no_line_of_a_title_begins_with_a_dash(width: int) -> None:
    title = "Họp chấm điểm năm 2024 theo BẢNG THỬ – không phải bảng điểm chính thức"
    assert not any(line.startswith("–") for line in broken(title, width))


@pytest.mark.parametrize("width", range(40, 150, 7))
@pytest.mark.parametrize("word", ["phát triển", "sức khỏe", "Nhân dân", "thành phố", "Lào Cai", "2021 – 2025"])
def test_no_title_is_broken_inside_a_word(word: str, width: int) -> None:
    title = "Kế hoạch phát triển sự nghiệp Y tế và sức khỏe Nhân dân thành phố Lào Cai giai đoạn 2021 – 2025"
    assert any(word in line for line in broken(title, width))


def test_a_word_is_broken_after_all_where_it_is_wider_than_the_line() -> None:
    assert [line.text for line in balance("Chênh lệch", TABLE_HEAD, 13 * MM)] == ["Chênh", "lệch"]


@pytest.mark.parametrize(("title", "words"), [("STT", "12"), ("TT", "1.5.1")])
def test_texts_of_a_narrow_column_keep_off_its_rules(title: str, words: str) -> None:
    columns = (Column(title=title, width=9, align=Align.CENTER), Column(title="Nội dung", width=156))
    rows = (Row(cells=(Cell(text=words), Cell(text="Chữ " * 60))),)
    (place, _) = places_of(columns, [title, "Nội dung"], rows, TYPE_WIDTH)
    font = face(TABLE_HEAD.face)
    assert place.width - max(font.width(each, TABLE_HEAD.size) for each in (title, words)) >= 2 * MM


def test_one_syllable_wider_than_the_line_is_broken_between_letters() -> None:
    assert "".join(broken("x" * 60, 30)) == "x" * 60


@pytest.mark.parametrize(
    ("shares", "needs", "widths"),
    [
        ([50, 50], [20, 100], [20, 80]),
        ([50, 50], [50, 50], [50, 50]),
        ([50, 50], [20, 20], [50, 50]),
        ([40, 40, 20], [10, 60, 30], [10, 60, 30]),
        ([40, 40, 20], [20, 80, 40], [20, 40 + 20 * 40 / 60, 20 + 20 * 20 / 60]),
    ],
)
def test_what_a_column_does_not_need_goes_to_those_that_lack(
    shares: list[float], needs: list[float], widths: list[float]
) -> None:
    assert fitted(shares, needs) == pytest.approx(widths)


@pytest.mark.parametrize(
    ("leasts", "widths"), [([0, 0], [20, 80]), ([24, 0], [24, 76]), ([60, 0], [26, 74]), ([19, 70], [20, 80])]
)
def test_a_column_grows_for_what_must_not_be_broken(leasts: list[float], widths: list[float]) -> None:
    assert widened([20, 80], leasts) == pytest.approx(widths)


def test_columns_always_fill_the_type_area() -> None:
    columns = (Column(title="Số", width=40), Column(title="Chữ", width=125))
    table = Table(caption="", columns=columns, rows=(Row(cells=(Cell(text="1"), Cell(text="một"))),))
    pdf = render_pdf(make_report(blocks=(table,)))
    edges = {round(line.x, 1) for line in lines(pdf) if line.x == line.to_x}
    assert max(edges) - min(edges) == pytest.approx(TYPE_WIDTH / MM, abs=0.1)


def test_a_unit_does_not_push_the_figures_out_of_the_middle() -> None:
    columns = (Column(title="Kết quả", width=40, align=Align.COMMA), Column(title="Chữ", width=125))
    rows = tuple(Row(cells=(Cell(text=each), Cell(text="một " * 60))) for each in ("95,0%", "3,2 tháng", "7,04%"))
    pdf = render_pdf(make_report(blocks=(Table(caption="", columns=columns, rows=rows),)))
    assert find(pdf, "95,0%").y < find(pdf, "3,2 tháng").y < find(pdf, "7,04%").y


def test_joined_rows_have_no_rule_between_them() -> None:
    columns = (Column(title="a", width=80), Column(title="b", width=85))
    plain = tuple(Row(cells=(Cell(text=f"dòng {index}"), Cell(text="x"))) for index in range(3))
    joined = (plain[0], *(Row(cells=row.cells, is_joined=True) for row in plain[1:]))
    counts = []
    for rows in (plain, joined):
        pdf = render_pdf(make_report(blocks=(Table(caption="", columns=columns, rows=rows),)))
        counts.append(sum(line.y == line.to_y and line.length > 160 for line in lines(pdf)))
    assert counts[0] - counts[1] == 2


def test_joined_rows_stay_on_one_page() -> None:
    columns = (Column(title="a", width=80), Column(title="b", width=85))
    rows = [
        Row(cells=(Cell(text=f"nhóm {group} dòng {index}"), Cell(text="x")), is_joined=index > 0)
        for group in range(20)
        for index in range(5)
    ]
    pdf = render_pdf(make_report(blocks=(Table(caption="", columns=columns, rows=tuple(rows)),)))
    first = [run.text for run in runs(pdf) if run.text.startswith("nhóm")]
    assert len(first) % 5 == 0


def test_a_gap_keeps_its_number_with_its_noun() -> None:
    assert Cleaner().clean("còn thiếu 1.132 người") == "còn thiếu 1.132\u00a0người"
    assert Cleaner().clean("vượt 1 ca trong quý III năm 2024") == "vượt 1\u00a0ca trong quý\u00a0III năm\u00a02024"


def test_a_gap_too_wide_for_its_column_is_broken_before_the_noun() -> None:
    columns = (Column(title="a", width=16), Column(title="b", width=149))
    rows = (Row(cells=(Cell(text="còn thiếu 123.456 người"), Cell(text="một " * 60))),)
    pdf = render_pdf(make_report(blocks=(Table(caption="", columns=columns, rows=rows),)))
    assert {"123.456", "người"} <= {run.text.strip() for run in runs(pdf)}
