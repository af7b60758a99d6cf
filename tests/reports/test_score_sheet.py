"""Appendices of the self-assessment: the score sheet with its sums and signatures, and the list of evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from data.assessment.results import Reading, Source
from data.catalogue import load_catalogue
from data.model import Status
from data.printing import printed_points
from reports.definitions.self_assessment import SelfAssessmentInput, make_document
from reports.document import Appendix, Paragraph, Table
from reports.pdf import render_pdf
from reports.sections.assessment_words import note_lines
from tests.reports.assessment_builders import (
    TYPED,
    answers_of,
    made_up_table,
    make_assessment,
    make_paper,
    result_of,
    row_of,
    sentences,
    sheet,
    shipped_input,
    table_input,
)
from tests.reports.pdf_reading import read, runs

# --- appendices ----------------------------------------------------------------------------------------------------


def test_the_appendices_are_landscape_referred_to_and_end_with_their_sign() -> None:
    document = make_document(table_input())
    assert [each.label for each in document.appendices] == ["Phụ lục I", "Phụ lục II"]
    assert all(each.is_landscape for each in document.appendices)
    closing = sentences(document)[-1]
    assert "Phụ lục I" in closing
    assert "Phụ lục II" in closing
    assert closing.endswith("./.")
    assert all(last_words(each).endswith("./.") for each in document.appendices)
    assert all(last_words(each).endswith("./.") for each in make_document(shipped_input()).appendices)


def last_words(appendix: Appendix) -> str:
    """What an appendix ends with, signatures aside."""
    block = appendix.blocks[-1]
    return block.text if isinstance(block, Paragraph) else block.remarks[-1]  # type: ignore[union-attr]


def test_the_columns_of_the_sheet_are_said_to_be_our_own() -> None:
    assert "chưa có văn bản quy định mẫu bảng chấm điểm" in sheet(make_document(table_input())).remarks[-1]


@pytest.mark.parametrize(
    ("code", "cells"),
    [
        ("1.1", ("3", "3", "Số liệu của trạm: 2 cuộc | Sở Y tế: theo hồ sơ")),
        ("1.5.1", ("1,5", "1", "Sở Y tế: theo hồ sơ")),
        ("2.5", ("1", "0", "Trả lời: Có | Sở Y tế: theo hồ sơ")),
        ("5.2", ("2", "2", "Số liệu của trạm: 94,96% | Sở Y tế: theo hồ sơ")),
        ("9.2", ("1,5", "1,5", "Trả lời: đầy đủ | Sở Y tế: theo hồ sơ")),
    ],
)
def test_rows_of_the_sheet_say_points_and_answers(code: str, cells: tuple[str, str, str]) -> None:
    """94,96% misses "≥ 95": it never prints as 95,0%."""
    row = row_of(sheet(make_document(table_input())), code)
    assert (row[3], row[4], row[6]) == cells


def test_points_that_the_layer_never_gave_are_marked() -> None:
    table = sheet(make_document(make_assessment(made_up_table(), TYPED, TYPED)))
    assert (row_of(table, "1.1")[4], row_of(table, "1.5.1")[4]) == ("3*", "1,5")
    assert row_of(table, "1.1")[3] == "3"
    assert "* lấy từ số liệu của trạm, cấp thẩm định không ghi riêng" in table.remarks[-1]
    assert "*" not in sheet(make_document(table_input())).remarks[-1]


def test_papers_stand_beside_their_item() -> None:
    row = row_of(sheet(make_document(table_input())), "1.1")
    assert row[5] == (
        "Quyết định kiện toàn Ban Chỉ đạo, số 12/QĐ-UBND, ngày 15/01/2024, trang 1-2; Biên bản họp 6 tháng"
    )


@pytest.mark.parametrize(
    ("own", "code", "note"),
    [
        ({"6.5": "no", "8.2": "3"}, "6.5", "ĐIỂM LIỆT | Chấm khác số liệu của trạm (Có): Không | Lý do: vì thế"),
        ({"5.8": "n/a"}, "5.8", "Không áp dụng | Lý do: vì thế"),
        ({"6.5": "n/a"}, "6.5", "Không áp dụng, nhưng bảng điểm không nói tính thế nào | Lý do: vì thế"),
        ({"3.2": "650"}, "3.2", "Trả lời: 650 | Lý do: vì thế"),
    ],
)
def test_notes_of_the_sheet(own: dict[str, str], code: str, note: str) -> None:
    result = result_of(made_up_table(), answers_of({**TYPED, **own}, reason="vì thế"))
    document = make_document(replace(table_input(), results=(result,)))
    assert row_of(sheet(document), code)[-1] == note


def test_a_knock_out_stands_out_and_a_reason_is_always_a_remark() -> None:
    answers = answers_of({**TYPED, "6.5": "no", "8.2": "3"}, reason="vì thế")
    table = sheet(make_document(replace(table_input(), results=(result_of(made_up_table(), answers),))))
    cells = {row.cells[0].text: row.cells[-1] for row in table.rows}
    assert (cells["6.5"].text, cells["6.5"].is_bold) == ("ĐIỂM LIỆT", True)
    assert (cells["1.5.1"].text, cells["1.5.1"].remarks) == ("", ("Lý do: vì thế",))
    assert not cells["1.5.1"].is_bold


def test_those_who_sign_the_sheet_stand_level_each_under_a_day() -> None:
    pdf = render_pdf(make_document(table_input()))
    drawn = [run for page in range(len(read(pdf).pages)) for run in runs(pdf, page)]
    days = [run for run in drawn if run.text == "Ngày … tháng … năm …"]
    posts = [run for run in drawn if run.text in ("CHỦ TỊCH", "TRƯỞNG ĐOÀN") and run.size == 14]
    assert (len(days), len({run.y for run in days})) == (3, 1)
    assert (len(posts), len({run.y for run in posts})) == (2, 1)


def test_a_leaf_left_out_of_the_denominator_prints_a_dash() -> None:
    table = made_up_table()
    shrunk = table._replace(pass_rule=table.pass_rule._replace(denominator="applicable"))
    result = result_of(shrunk, answers_of({**TYPED, "5.8": "n/a"}, reason="vì thế"))
    document = make_document(replace(table_input(), results=(result,)))
    assert row_of(sheet(document), "5.8")[2] == "–"
    assert sheet(document).sums.total.cells[2].text == "98,5"  # type: ignore[union-attr]


def test_maxima_that_differ_from_what_the_verdict_counts_are_explained() -> None:
    table = made_up_table()
    first = table.criteria[0]
    odd = table._replace(criteria=(first._replace(max_points=15), *table.criteria[1:]))
    remark = sheet(make_document(make_assessment(odd, TYPED))).remarks[-1]
    assert "Tổng điểm chuẩn của các nội dung trong bảng là 100; bộ tiêu chí kết luận trên 101 điểm." in remark


def test_rounded_points_are_explained() -> None:
    assert "làm tròn khi in" in sheet(make_document(table_input())).remarks[-1]
    assert "làm tròn" not in sheet(make_document(shipped_input())).remarks[-1]


@pytest.mark.parametrize("given", [shipped_input(), table_input()], ids=["1300", "47"])
def test_page_sums_add_up_exactly_to_the_totals(given: SelfAssessmentInput) -> None:
    table = sheet(make_document(given))
    own = given.results[0]
    assert table.sums is not None
    sums = [sum(parts) for parts in zip(*(row.amounts for row in table.rows if row.amounts), strict=True)]
    assert sums == [own.max_total, *(result.total for result in given.results)]
    assert [table.sums.total.cells[column].text for column in table.sums.columns] == [
        printed_points(each) for each in sums
    ]


def test_printed_page_sums_are_those_of_the_rows_on_the_page() -> None:
    pdf = render_pdf(make_document(table_input()))
    found: list[Fraction] = []
    for page in range(len(read(pdf).pages)):
        drawn = runs(pdf, page)
        for label in (run for run in drawn if run.text == "Cộng trang"):
            level = sorted((run for run in drawn if abs(run.y - label.y) < 0.1), key=lambda run: run.x)
            found.append(Fraction(level[1].text.replace(",", ".")))
    assert len(found) >= 3
    assert sum(found) == 100


def test_three_sign_the_sheet_with_names_where_they_are_known() -> None:
    signers = make_document(table_input()).appendices[0].signers
    assert [(each.prefix, each.post, each.name) for each in signers] == [
        ("Trạm Y tế xã Tả Phời", "GIÁM ĐỐC", "Nguyễn Thị Hạnh"),
        ("TM. Ủy ban nhân dân xã Tả Phời", "Chủ tịch", ""),
        ("Đoàn thẩm định", "Trưởng đoàn", ""),
    ]


def test_the_list_of_evidence_names_papers_and_what_is_missing() -> None:
    table = make_document(table_input()).appendices[1].blocks[0]
    assert isinstance(table, Table)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][1:] == [
        "1.1", "Quyết định kiện toàn Ban Chỉ đạo", "Quyết định kiện toàn Ban Chỉ đạo",
        "Số 12/QĐ-UBND, ngày 15/01/2024", "1-2", "", "QD-12.pdf", "Có",
    ]  # fmt: skip
    assert table.rows[0].cells[7].remarks == ("abababababab",)
    states = {(row[1], row[8]) for row in rows}
    assert {("1.2", "Thiếu"), ("2.5", "Hết hạn"), ("5.2", "Còn 31 ngày")} <= states


def test_a_list_of_papers_without_files_explains_none() -> None:
    given = make_assessment(made_up_table(), TYPED, papers=(make_paper("1.1", "Quyết định", number=1),))
    table = make_document(given).appendices[1].blocks[0]
    assert isinstance(table, Table)
    assert "SHA-256" not in table.remarks[-1]


def test_a_table_that_asks_for_no_papers_says_so_whatever_papers_there_are() -> None:
    ended = make_paper("1", "Quyết định", number=1, criteria_set="1300-QD-BYT", valid_until=date(2024, 3, 1))
    document = make_document(shipped_input(papers=(ended,)))
    words = "Bảng điểm này không ghi giấy tờ phải có, nên chưa kiểm tra được minh chứng còn thiếu."
    assert f"{words} Minh chứng tính đến ngày 31/12/2024: hết hạn 1; danh sách tại Phụ lục II." in sentences(document)
    table = document.appendices[1].blocks[0]
    assert isinstance(table, Table)
    assert table.remarks[0] == words


def test_the_last_day_of_a_paper_is_said_in_words() -> None:
    paper = make_paper("1.2", "Nghị quyết", number=1, valid_until=date(2024, 12, 31))
    table = make_document(make_assessment(made_up_table(), TYPED, papers=(paper,))).appendices[1].blocks[0]
    assert isinstance(table, Table)
    assert "Hết hạn trong ngày" in [row.cells[8].text for row in table.rows]


def test_without_any_paper_the_list_says_so() -> None:
    document = make_document(shipped_input())
    assert document.appendices[1].blocks == (Paragraph(text="Chưa ghi minh chứng nào./."),)


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (Reading(code="resolution_includes_health", status=Status.OK, value=1), "Có"),
        (Reading(code="resolution_includes_health", status=Status.OK, value=0), "Không"),
        (Reading(code="steering_meetings", status=Status.OK, value=Fraction(5, 2)), "2,5 cuộc"),
        (Reading(code="steering_meetings_count", status=Status.OK, value=2), "2 cuộc"),
        (Reading(code="criteria_zone", status=Status.OK, choice="2"), "2"),
        (Reading(code="criteria_zone", status=Status.MISSING), "…"),
        (Reading(code="gone", status=Status.OK, value=3), "3"),
    ],
)
def test_a_figure_behind_a_leaf_is_printed_with_its_unit(reading: Reading, words: str) -> None:
    leaf = table_input().results[0].leaves[0]._replace(source=Source.OVERRIDE, reading=reading, answer="yes")
    assert note_lines(leaf, load_catalogue())[0] == f"Chấm khác số liệu của trạm ({words}): Có"
