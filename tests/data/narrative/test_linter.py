"""Figures of free text against the tables: sentences as people write them, with what must be said of each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.documents.records import FigureLink, SentenceLink
from data.narrative.linter import Finding, FindingKind, Row, Tables, check_text
from data.narrative.written import COUNT, printed_figures

ROWS = (
    Row(
        name="Tỷ lệ người dân tham gia bảo hiểm y tế",
        figures=("92,5%", "3.818/4.127", "còn thiếu 227 người"),
        place="Bảng 1",
        limits=("> 98%",),
    ),
    Row(
        name="Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng thể nhẹ cân (cân nặng/tuổi)",
        figures=("< 8%", "7,04%", "25/355"),
        place="Bảng 1",
    ),
    Row(
        name="Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng thể thấp còi (chiều cao/tuổi)",
        figures=("< 10%", "9,41%", "33/351"),
        place="Bảng 1",
    ),
    Row(
        name="Tỷ lệ trẻ dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin",
        figures=("> 98%", "74,6%", "50/67", "còn thiếu 16 trẻ"),
        place="Bảng 1",
    ),
    Row(name="Tỷ suất chết trẻ em dưới 1 tuổi", figures=("≤ 5‰", "14,9‰", "1/67", "vượt 1 trẻ"), place="Bảng 1"),
    Row(name="Số lượt khám bệnh", figures=("≥ 10.000 lượt", "9.876 lượt"), place="Bảng 1"),
    Row(name="Tỷ lệ phụ nữ đẻ được khám thai 3 lần trong 3 thời kỳ", figures=("100%", "96,0%"), place="Bảng 1"),
    Row(name="Tỷ lệ người dân tham gia bảo hiểm y tế", figures=("90,1%", "91,3%", "92,5%"), place="Biểu đồ 2"),
    Row(name="Số thôn có nhân viên y tế", figures=("7 thôn",), place="Phụ lục"),
    Row(name="Dân số cuối kỳ", figures=("4.127 người",), place="Phụ lục"),
    Row(name="", figures=("Kế hoạch có 49 chỉ tiêu. Kết quả: 24 chỉ tiêu đạt; 9 chỉ tiêu chưa đạt, dưới 8,5%.",)),
)
TABLES = Tables(ROWS, {"BHYT": "bảo hiểm y tế", "SDD": "suy dinh dưỡng", "TCĐĐ": "tiêm chủng đầy đủ"})


def said(text: str, links: tuple[SentenceLink, ...] = ()) -> list[str]:
    """What is found, as "written -> printed" or "written ?"."""
    return [short(each) for each in check_text(text, TABLES, links)]


def short(finding: Finding) -> str:
    """A finding in a few signs."""
    return f"{finding.written} -> {finding.printed}" if finding.kind is FindingKind.DIFFERS else f"{finding.written} ?"


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ tham gia bảo hiểm y tế đạt 92,5%.",
        "Tỷ lệ bao phủ BHYT đạt 92,5 % (3.818/4.127 người), còn thiếu 227 người.",
        "Tỷ lệ BHYT là 92,5 phần trăm, tăng 1,2 điểm phần trăm so với năm trước (91,3%).",
        "Có 3818 người tham gia bảo hiểm y tế.",
        "Bảo hiểm y tế tăng từ 90,1% lên 92,5%, chỉ tiêu giao 98%.",
        "Suy dinh dưỡng thể nhẹ cân 7,04%, thể thấp còi 9,41%.",
        "Trẻ dưới 5 tuổi SDD nhẹ cân còn 7,04%.",
        "Tiêm chủng đầy đủ trẻ dưới 1 tuổi mới đạt 74,6%, tức 50/67 trẻ.",
        "Tỷ suất chết trẻ em dưới 1 tuổi: 14,9‰ (1/67).",
        "Khám được 9.876 lượt, chưa bằng 10.000 lượt được giao.",
        "Khám thai 3 lần trong 3 thời kỳ đạt 96,0%.",
        "Khám thai 3 lần đạt 96%.",
        "BHYT đạt 92,5%, vắc xin 74,6%.",
        "Trong 49 chỉ tiêu có 24 chỉ tiêu đạt, 9 chỉ tiêu chưa đạt.",
        "Cả 7 thôn đều có nhân viên y tế.",
        "Dân số của xã là 4.127 người.",
        "Thực hiện Điều 5, khoản 2 Quyết định 1300/QĐ-BYT ngày 09/3/2023 và Nghị định 30/2020/NĐ-CP.",
        "Theo mục 14.1 và điểm 3.2 của kế hoạch năm 2024, giai đoạn 2021-2025, tầm nhìn 2030 – 2045.",
        "Quý III năm 2024 và 9 tháng đầu năm, trạm trực 24/24 giờ, từ 01/7 đến 30/9/2024.",
        "Tháng 6/2024 tiêm vắc xin mũi 2 cho trẻ 18 tháng tuổi, người từ 60 tuổi.",
        "1. Thiếu bác sĩ.\n2) Thiếu thuốc.\n- Đường xa.",
        "Điện thoại 0912345678; tiêu chí 5 và nội dung 3.2 chưa có điểm.",
        "Thiếu kinh phí, thiếu nhân lực.",
        "Nhìn chung dưới 8,5% và 9 chỉ tiêu chưa đạt.",
        "Chỉ tiêu 14.1 chưa có số liệu; Bảng 1, Biểu đồ 2, Phụ lục 3.",
        "Quyết định số 56 và Thông tư số 37 đã hết hiệu lực.",
        "",
    ],
)
def test_what_agrees_with_the_tables_is_left_alone(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("Tỷ lệ bao phủ BHYT đạt 95,2 %.", ["95,2 % -> 92,5%"]),
        ("Tỷ lệ bao phủ BHYT đạt 95,2%; cao nhất từ trước.", ["95,2% -> 92,5%"]),
        ("Bảo hiểm y tế: 3.881/4.127 người.", ["3.881/4.127 -> 3.818/4.127"]),
        ("Bảo hiểm y tế còn thiếu 272 người.", ["272 -> còn thiếu 227 người"]),
        ("Bảo hiểm y tế đạt 93,4%.", ["93,4% -> 92,5%"]),
        ("Bảo hiểm y tế đạt 99,99%.", ["99,99% -> 92,5%"]),
        ("Suy dinh dưỡng thể nhẹ cân 7,4%.", ["7,4% -> 7,04%"]),
        ("SDD thể thấp còi là 8,5%.", ["8,5% -> 9,41%"]),
        ("SDD thể thấp còi của trẻ dưới 5 tuổi là 7,04%.", ["7,04% -> 9,41%"]),
        ("Tiêm chủng đầy đủ đạt 76,4%.", ["76,4% -> 74,6%"]),
        ("Tỷ suất chết trẻ em là 19,4‰.", ["19,4‰ -> 14,9‰"]),
        ("Số lượt khám bệnh là 9867 lượt.", ["9867 -> 9.876 lượt"]),
        ("Số thôn có nhân viên y tế là 6 thôn.", ["6 -> 7 thôn"]),
        ("Số thôn có nhân viên y tế là 9 thôn.", ["9 -> 7 thôn"]),
        ("Khám thai 3 lần trong 3 thời kỳ đạt 69,0%.", ["69,0% -> 96,0%"]),
        ("Dân số cuối kỳ 4.172 người.\nBHYT 92,5%.", ["4.172 -> 4.127 người"]),
        ("Trạm mở 12 buổi truyền thông cho 350 lượt người.", ["12 ?", "350 ?"]),
        ("Bảo hiểm y tế đạt 41%.", ["41% ?"]),
        ("Kinh phí 1.234,5 triệu đồng.", ["1.234,5 ?"]),
        ("Tăng 3,3 điểm phần trăm bảo hiểm y tế.", ["3,3 ?"]),
        ("Tuyên truyền cho 2024 người.", ["2024 ?"]),
        ("Đạt 60–70% ở các thôn xa.", ["60 ?", "70% ?"]),
        ("Đề nghị …", ["… ?"]),
        ("Bảo hiểm y tế có 3/5 thôn xong.", ["3/5 ?"]),
    ],
)
def test_what_does_not_agree_is_said(text: str, findings: list[str]) -> None:
    assert said(text) == findings


def test_a_finding_names_its_place_and_the_row() -> None:
    text = "Năm 2024.\nTỷ lệ bao phủ BHYT đạt 95,2 % dân số."
    (finding,) = check_text(text, TABLES)
    assert text[finding.start : finding.end] == "95,2 %"
    assert (finding.name, finding.place) == ("Tỷ lệ người dân tham gia bảo hiểm y tế", "Bảng 1")


def test_the_figures_of_a_linked_sentence_are_not_asked_about() -> None:
    sentence = "Tiêm chủng: giảm 23,9 điểm phần trăm."
    figures = (FigureLink("change/x", "total", "2024", "giảm 23,9 điểm phần trăm"),)
    link = SentenceLink("plan", "2024", "summary", 1, sentence, "change", figures)
    assert said(f"Trạm có 5 xe. {sentence}", (link,)) == ["5 ?"]
    assert said("Tiêm chủng: giảm 29,3 điểm phần trăm.", (link,)) == ["29,3 ?"]


@settings(max_examples=60)
@given(st.sampled_from([(row, figure) for row in ROWS if row.name for figure in row.figures]), st.data())
def test_each_changed_digit_of_a_tables_figure_is_found(given_: tuple[Row, str], data: st.DataObject) -> None:
    row, printed = given_
    place = data.draw(st.sampled_from([index for index, sign in enumerate(printed) if sign.isdigit()]))
    digit = data.draw(st.sampled_from([sign for sign in "123456789" if sign != printed[place]]))
    changed = f"{printed[:place]}{digit}{printed[place + 1 :]}"
    (figure,) = printed_figures(changed)
    own = [each for known in TABLES.rows if known.row.name == row.name for each, _, _ in known.figures]
    parts = [(value,) for each in own if each.unit == COUNT for value in each.values]
    is_own = any((each.values, each.unit) == (figure.values, figure.unit) for each in own)
    is_own = is_own or (figure.unit == COUNT and figure.values in parts)
    assert bool(check_text(f"{row.name}: {changed}.", TABLES)) == (not is_own)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["Bảo hiểm y tế", "92,5 %", "0,00", "3/5.", "thấp còi", "…", "1.", "\n", "007%", "999999999999"]
        )
    )
)
def test_findings_stand_where_they_say(words: list[str]) -> None:
    text = " ".join(words)
    for each in check_text(text, TABLES):
        assert text[each.start : each.end] == each.written
