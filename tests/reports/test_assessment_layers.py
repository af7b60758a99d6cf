"""Appraisal layers and the minutes: what each level gave of its own, and what the meeting could not know."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from data.assessment.records import FROM_FIGURES
from reports.definitions.self_assessment import SelfAssessmentInput, make_document
from reports.document import Paragraph, Table, WritingLines
from tests.reports.assessment_builders import (
    APPRAISED,
    FIGURES,
    FIGURES_AS_ANSWERS,
    SHIPPED_POINTS,
    TYPED,
    answers_of,
    made_up_table,
    make_assessment,
    result_of,
    row_of,
    sentences,
    shipped_input,
    table_input,
)
from tests.reports.test_self_assessment import VECTORS, vector_input


def minutes_texts(given: SelfAssessmentInput) -> list[str]:
    """The running text of the minutes."""
    return [block.text for block in make_document(given).minutes[0].blocks if isinstance(block, Paragraph)]


def test_the_minutes_know_nothing_of_the_appraisal() -> None:
    minutes = make_document(table_input()).minutes[0]
    table = next(block for block in minutes.blocks if isinstance(block, Table))
    assert not any("thẩm định" in column.title for column in table.columns)
    assert not any("Sở Y tế" in words for words in minutes_texts(table_input()))


def test_the_minutes_give_the_conditions_before_the_discussion_and_no_conclusion() -> None:
    found = minutes_texts(vector_input(VECTORS[0][0]))
    at = found.index("Kết quả theo điều kiện của bộ tiêu chí: Đạt.")
    assert found[at + 1] == "Điều kiện của bộ tiêu chí:"
    assert at + 5 == found.index("3. Ý kiến thảo luận:")
    assert not any(words.startswith("Kết luận:") for words in found)


def test_the_minutes_name_zone_and_correction() -> None:
    facts = (("corrected_by", "Quyết định số 1453/QĐ-BYT"),)
    given = make_assessment(made_up_table()._replace(facts=facts), TYPED)
    basis = next(words for words in minutes_texts(given) if words.startswith("1. Căn cứ"))
    assert "Trạm chấm điểm theo vùng 2, miền núi." in basis
    assert "Quyết định số 1453/QĐ-BYT" in basis


def test_headings_of_the_minutes_stay_with_the_lines_to_write_on() -> None:
    blocks = make_document(table_input()).minutes[0].blocks
    heads = [block for block in blocks if isinstance(block, Paragraph) and block.keeps_next]
    assert [head.text for head in heads] == ["3. Ý kiến thảo luận:", "4. Kết luận của chủ tọa:"]
    assert [type(blocks[blocks.index(head) + 1]) for head in heads] == [WritingLines] * 2


def test_an_appraisal_layer_is_named_with_its_result_and_the_differences_listed() -> None:
    document = make_document(table_input())
    layer = next(words for words in sentences(document) if words.startswith("- Sở Y tế: "))
    assert layer.startswith(
        "- Sở Y tế: 88,58/100 điểm; tính theo điều kiện của bộ tiêu chí: đạt; "
        "người chấm: Đoàn thẩm định; ngày chấm: 12/3/2025"
    )
    table = next(block for block in document.blocks if isinstance(block, Table) and "khác nhau" in block.caption)
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == [
        ("1.5.1", "Sổ sách ghi chép đầy đủ", "2", "1,5", "1", "−0,5"),
        ("2.5", "Nhân viên của trạm được cập nhật kiến thức trong năm", "1", "1", "0", "−1"),
    ]


@pytest.mark.parametrize(("points", "words"), [("2", "+0,5"), ("1.499", "dưới 0,01")])
def test_differences_have_their_sign_and_small_ones_are_said(points: str, words: str) -> None:
    fine = made_up_table()._replace(point_step=Fraction(1, 1000))
    given = make_assessment(fine, TYPED, {**TYPED, "1.5.1": points})
    table = [block for block in make_document(given).blocks if isinstance(block, Table)][1]
    assert row_of(table, "1.5.1")[-1].removesuffix(" | ") == words


def test_no_difference_is_claimed_where_the_layer_gave_no_points() -> None:
    own = {**TYPED, "3.4": "no"}  # against the figure, which the layer did not contradict
    document = make_document(make_assessment(made_up_table(), own, {**TYPED, "1.5.1": ""}))
    assert [block.caption for block in document.blocks if isinstance(block, Table)] == [
        "Bảng 1. Điểm theo tiêu chí, năm 2024"
    ]
    assert any(words.startswith("Trong các nội dung mà cấp thẩm định đã ghi") for words in sentences(document))


def test_a_layer_says_how_many_points_are_the_figures_of_the_station_and_how_many_are_open() -> None:
    found = sentences(make_document(make_assessment(made_up_table(), TYPED, {**TYPED, "1.5.1": ""})))
    layer = next(words for words in found if words.startswith("- Sở Y tế: "))
    taken = len(FIGURES)
    assert (
        f"/100 điểm (trong đó {taken} nội dung lấy từ số liệu của trạm); tính theo điều kiện của bộ tiêu chí: " in layer
    )
    assert "chưa đủ căn cứ: còn 1 nội dung chưa có điểm" in layer


def test_answers_filled_from_figures_when_a_layer_was_recognised_count_as_figures() -> None:
    given = table_input()
    filled = answers_of(FIGURES_AS_ANSWERS, APPRAISED, FROM_FIGURES) | answers_of(TYPED, APPRAISED)
    recognised = replace(given, results=(given.results[0], result_of(made_up_table(), filled, APPRAISED)))
    layer = next(words for words in sentences(make_document(recognised)) if words.startswith("- Sở Y tế: "))
    assert f"(trong đó {len(FIGURES)} nội dung lấy từ số liệu của trạm)" in layer


def test_layers_that_agree_are_said_to() -> None:
    given = shipped_input(appraised={str(number): point for number, point in enumerate(SHIPPED_POINTS, start=1)})
    assert "Không có nội dung nào có điểm khác điểm tự chấm." in sentences(make_document(given))
