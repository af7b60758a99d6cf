"""Tables: figures on the comma, repeated heads, rows whole or torn with a rule."""

import pytest

from reports.document import Align, Cell, Column, Row, Table
from reports.pdf import render_pdf
from reports.pdf.fonts import face
from tests.reports.builders import make_report, make_table
from tests.reports.pdf_reading import MM, Run, find, lines, read, runs


def whole_part_ends(run: Run) -> float:
    """Where the whole part of a printed figure ends, in millimetres."""
    whole = run.text.partition(",")[0].rstrip("%")
    return run.x + face("regular").width(whole, run.size) / MM


def test_figures_are_aligned_on_the_comma() -> None:
    table = make_table(("95,0%",), ("8,25‰",), ("1.386,5",), ("412",), aligns=(Align.COMMA,))
    pdf = render_pdf(make_report(blocks=(table,)))
    ends = [whole_part_ends(find(pdf, words)) for words in ("95,0%", "8,25‰", "1.386,5", "412")]
    assert max(ends) - min(ends) < 0.01


def test_fractions_are_aligned_on_the_stroke() -> None:
    table = make_table(("3.921/4.127",), ("50/67",), ("…",), aligns=(Align.SLASH,))
    pdf = render_pdf(make_report(blocks=(table,)))
    ends = [
        run.x + face("regular").width(run.text.partition("/")[0], run.size) / MM
        for run in (find(pdf, "3.921/4.127"), find(pdf, "50/67"))
    ]
    assert ends[0] == pytest.approx(ends[1], abs=0.01)


def test_a_fraction_too_wide_for_its_column_is_broken_at_the_stroke() -> None:
    columns = (Column(title="a", width=19, align=Align.SLASH), Column(title="b", width=146, align=Align.RIGHT))
    table = Table(
        caption="", columns=columns, rows=(Row(cells=(Cell(text="123.456/789.012"), Cell(text="một " * 50))),)
    )
    drawn = [run.text for run in runs(render_pdf(make_report(blocks=(table,))))]
    assert "123.456/" in drawn
    assert "789.012" in drawn


def test_heads_are_repeated_on_every_page() -> None:
    table = make_table(*((str(index), "x") for index in range(120)))
    pdf = render_pdf(make_report(blocks=(table,)))
    pages = len(read(pdf).pages)
    assert pages >= 3
    assert all(any(run.text == "Cột 1" for run in runs(pdf, page)) for page in range(pages - 1))


def test_a_torn_row_is_closed_by_a_rule_on_each_page() -> None:
    pdf = render_pdf(make_report(blocks=(make_table(("1", "chữ " * 3000)),)))
    last = max(run.y for run in runs(pdf, 1) if run.size == 11)
    assert any(line.length == pytest.approx(165, abs=0.1) and line.y > last for line in lines(pdf, 1))


def test_remarks_of_a_cell_stand_on_lines_of_their_own() -> None:
    row = Row(cells=(Cell(text="95,0%", remarks=("lũy kế", "nam 94,0%")), Cell(text="…", is_grey=True)))
    columns = (Column(title="a", width=1, align=Align.COMMA), Column(title="b", width=1))
    pdf = render_pdf(make_report(blocks=(Table(caption="", columns=columns, rows=(row,)),)))
    heights = [find(pdf, words).y for words in ("95,0%", "lũy kế", "nam 94,0%")]
    assert heights == sorted(heights)


def test_a_group_row_spans_the_other_columns_and_stays_with_the_next() -> None:
    wide = "Tỷ lệ phụ nữ sinh con được khám thai ít nhất bốn lần trong ba thai kỳ"
    columns = tuple(Column(title=str(index), width=1) for index in range(4))
    rows = (
        Row(cells=(Cell(text="1", is_bold=True), Cell(text=wide, is_bold=True)), is_group=True),
        Row(cells=tuple(Cell(text="x") for _ in range(4))),
    )
    pdf = render_pdf(make_report(blocks=(Table(caption="", columns=columns, rows=rows),)))
    assert find(pdf, wide).font == "LiberationSerif-Bold"


@pytest.mark.parametrize("count", range(28, 48))
def test_no_page_of_a_table_holds_one_row_alone(count: int) -> None:
    table = make_table(*((f"dòng {index}", "x") for index in range(count)))
    pdf = render_pdf(make_report(blocks=(table,)))
    pages = [sum(run.text.startswith("dòng ") for run in runs(pdf, page)) for page in range(len(read(pdf).pages))]
    assert 1 not in pages
