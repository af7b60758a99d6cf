"""The report on the health indicators of a new-rural set: what stands in it, from figures to sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data import assessment_commands, commands, rural_queries
from data.assessment.records import StoredSet
from data.assessment.rural import SHIPPED, Place
from data.assessment.writer import canonical
from data.catalogue import load_catalogue
from data.errors import UserError
from data.model import Attribution, Category, CellState, DataValue, NewStation
from reports.definitions.new_rural_health import NewRuralInput, make_document
from reports.document import BarChart, Cell, Paragraph, ReportDocument, Table, WritingLines
from reports.pdf import render_pdf
from reports.registry import make_report
from reports.report import ReportRequest
from tests.builders import make_station
from tests.data.assessment.rural_builders import make_rural, make_tree
from tests.reports.golden import FOLDER, as_json
from tests.reports.pdf_reading import whole_text
from tests.reports.plan_builders import CELLS, make_text
from tests.reports.rural_builders import RURAL, make_rural_report

CODE, NAME, LEVEL, RESULT, FRACTION, VERDICT, GAP = range(1, 8)
BY = Attribution(user="Lan", now=datetime(2025, 1, 3, 1, 0, tzinfo=UTC))
HILLS = Place(region="tdmnpb")


def tables(document: ReportDocument) -> list[Table]:
    """Tables of the body."""
    return [block for block in document.blocks if isinstance(block, Table)]


def row_of(given: NewRuralInput, place: int) -> tuple[Cell, ...]:
    """Cells of the indicator at a place of the set."""
    return tables(make_document(given))[0].rows[place].cells


def sentences(given: NewRuralInput) -> str:
    """All running text of the body."""
    return "\n".join(block.text for block in make_document(given).blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize("period", ["2024S1", "2024"])
def test_the_report_is_the_golden_one(period: str, pytestconfig: pytest.Config) -> None:
    given = make_rural_report(period, place=HILLS, grounds={"2024": "Thẩm định: Sở Y tế, 05/12/2024 (THU)"})
    made, path = as_json(make_document(given)), FOLDER / f"new_rural_health_{period}.json"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


def test_a_row_shows_code_level_result_of_both_sexes_verdict_and_gap() -> None:
    cells = row_of(make_rural_report(), 0)
    assert [cells[place].text for place in (CODE, NAME, LEVEL)] == [
        "15.1",
        "Tỷ lệ người dân tham gia bảo hiểm y tế",
        "≥ 95%",
    ]
    assert cells[NAME].remarks == ("Cả nam và nữ",)
    assert cells[RESULT].remarks[:2] == ("nam 95,6%", "nữ 94,4%")
    assert [cells[place].text for place in (FRACTION, VERDICT, GAP)] == [
        "3.921/4.127",
        "Chưa đạt",
        "còn thiếu 12 người",
    ]


def test_wording_that_says_both_sexes_is_not_said_twice() -> None:
    said = RURAL[0]._replace(name_vi="Tỷ lệ (áp dụng đạt cho cả nam và nữ)")
    assert row_of(make_rural_report(rural_set=make_rural(said)), 0)[NAME].remarks == ()


def test_meeting_the_criteria_names_the_layer_it_comes_from() -> None:
    grounds = {"2024": "Thẩm định: Sở Y tế", "2023": "Quyết định 1"}
    assert row_of(make_rural_report(grounds=grounds), 1)[NAME].remarks == ("Thẩm định: Sở Y tế",)
    last_year = make_rural_report(cells={**CELLS, "criteria_score@2023": 81}, grounds=grounds)
    cells = row_of(last_year, 1)
    assert (cells[NAME].remarks, cells[VERDICT].text) == ((), "Thiếu số liệu")
    half = make_rural_report("2024S1", cells={**CELLS, "criteria_score@2023": 81}, grounds=grounds)
    assert row_of(half, 1)[NAME].remarks == ("Quyết định 1",)


def test_the_criteria_are_said_to_be_appraised_only_where_the_year_has_a_recognised_layer() -> None:
    typed = make_rural_report()
    assert "theo số liệu đã nhập" in tables(make_document(typed))[0].remarks[-1]
    half = make_rural_report("2024S1", cells={**CELLS, "criteria_score@2023": 81})
    for given, year in ((typed, 2024), (half, 2023)):
        judged = given.judged._replace(recognised=frozenset({year}))
        remark = tables(make_document(replace(given, judged=judged)))[0].remarks[-1]
        assert f"được công nhận của năm {year}, không theo điểm tự chấm" in remark


@pytest.mark.parametrize(
    ("place", "level", "remark", "verdict"),
    [
        (HILLS, "≤ 50%", "Trung du miền núi phía Bắc", "Chưa đạt"),
        (Place(), "?", "chưa xác định vùng", "Chưa đánh giá được"),
        (Place(region="dbscl"), "?", "nguồn không có mức của nơi này", "Chưa đánh giá được"),
    ],
)
def test_the_level_is_that_of_the_region(place: Place, level: str, remark: str, verdict: str) -> None:
    cells = row_of(make_rural_report(place=place), 2)
    assert (cells[LEVEL].text, cells[LEVEL].remarks, cells[VERDICT].text) == (level, (remark,), verdict)


def test_what_cannot_be_judged_says_why() -> None:
    assert "chỉ tiêu 15.3, vì chưa xác định xã thuộc vùng nào." in sentences(make_rural_report())
    assert "Nguồn không có mức của Đồng bằng sông Cửu Long cho chỉ tiêu 15.3" in sentences(
        make_rural_report(place=Place(region="dbscl"))
    )
    grouped = RURAL[2]._replace(levels={"1": "90", "2": "80"})
    given = make_rural_report(rural_set=make_rural(grouped))
    assert "vì chưa xác định xã thuộc nhóm nào." in sentences(given)
    assert "Xin " not in sentences(given)  # advice to the user stands on screen, not in a letter
    third = make_rural_report(rural_set=make_rural(grouped), place=Place(group="3"))
    assert "Nguồn không có mức của nhóm 3" in sentences(third)


def test_an_indicator_that_is_only_a_name_is_left_undecided() -> None:
    cells = row_of(make_rural_report(), 3)
    assert [cells[place].text for place in (CODE, LEVEL, RESULT, VERDICT)] == ["", "?", "–", "Chưa đánh giá được"]
    assert "Không có mức hoặc không có số liệu để đánh giá: Chỉ có tên." in sentences(make_rural_report())


def test_the_summary_counts_all_indicators_and_names_the_missed() -> None:
    text = sentences(make_rural_report(place=HILLS))
    assert "Bộ tiêu chí có 4 chỉ tiêu y tế. Kết quả năm 2024: 1 chỉ tiêu đạt; 2 chỉ tiêu chưa đạt; 1 chỉ tiêu" in text
    assert "- Tỷ lệ tham gia bảo hiểm y tế (mục 15.1): 95,01%, chỉ tiêu giao ≥ 95%, còn thiếu 12 người;" in text


def test_what_has_no_number_in_its_source_is_missed_without_one() -> None:
    given = make_rural_report(rural_set=make_rural(RURAL[0]._replace(number="")))
    assert "- Tỷ lệ tham gia bảo hiểm y tế: 95,01%" in sentences(given)


def test_inside_the_year_verdicts_hold_up_to_its_half() -> None:
    given = make_rural_report("2024S1", place=HILLS)
    document = make_document(given)
    assert tables(document)[0].columns[VERDICT].title == "Đánh giá (tính đến hết tháng 6)"


def test_a_year_after_the_set_is_marked_and_said() -> None:
    cells = {"insured@2026:male": 96, "insured@2026:female": 96, "population@2026:male": 100}
    given = make_rural_report("2026", cells={**cells, "population@2026:female": 100})
    assert row_of(given, 0)[VERDICT].remarks == ("mốc 2025",)
    assert "Kỳ báo cáo nằm ngoài các năm mà mức của bộ tiêu chí áp dụng." in sentences(given)
    assert "Kết quả năm 2026 so với mức của năm 2025, chỉ để tham khảo: " in sentences(given)


def test_a_set_later_than_the_period_is_no_ground() -> None:
    later = make_rural(*RURAL)._replace(first_year=2026, last_year=2030)
    text = sentences(make_rural_report(rural_set=later))
    assert "Căn cứ" not in text
    assert "bộ tiêu chí áp dụng sau kỳ báo cáo" in text
    assert "so với mức của năm 2026, chỉ để tham khảo" in text


def test_a_ward_is_told_that_the_set_is_for_communes() -> None:
    ward = make_station(place="phường Kim Tân", place_kind="phuong")
    assert "phường Kim Tân không phải là xã" in sentences(make_rural_report(station=ward))


def test_each_level_has_its_source_certainty_and_note() -> None:
    first, second, third, fourth = tables(make_document(make_rural_report()))[1].rows
    assert [cell.text for cell in first.cells[2:]] == [
        "≥ 95%",
        "theo nguồn thứ cấp, chưa đọc văn bản gốc",
        "Trang hỏi đáp.",
    ]
    assert (second.cells[2].text, second.cells[3].text, second.cells[4].remarks) == ("đạt", "tự ghi", ("Xem lại.",))
    assert third.cells[2].text == "≤ (%) Trung du miền núi phía Bắc 50; Đồng bằng sông Hồng 95,5"
    assert fourth.cells[2].text == "chưa có mức"


def test_the_english_label_of_a_certainty_is_said_once() -> None:
    given = make_rural_report()
    whole = as_json(make_document(given))
    assert whole.count("secondary source seen") == 1
    assert "nhãn của nguồn là “secondary source seen”." in tables(make_document(given))[1].remarks[-1]
    same = given.judged.rural_set._replace(certainty="secondary source seen")
    document = make_document(replace(given, judged=given.judged._replace(rural_set=same)))
    assert as_json(document).count("secondary source seen") == 1


def test_the_sign_for_an_unknown_level_is_not_the_one_for_figures_not_reported() -> None:
    assert "“?”: mức chưa rõ." in tables(make_document(make_rural_report()))[0].remarks
    known = make_rural_report(rural_set=make_rural(*RURAL[:2]))
    assert "“?”: mức chưa rõ." not in tables(make_document(known))[0].remarks


def test_levels_of_groups_and_levels_without_unit() -> None:
    grouped = RURAL[2]._replace(binds="", levels={"1": "90", "2": "80"})
    rows = tables(make_document(make_rural_report(rural_set=make_rural(grouped))))[1].rows
    assert rows[0].cells[2].text == "≤ nhóm 1 90; nhóm 2 80"


@pytest.mark.parametrize(
    ("origin", "mark", "sentence"),
    [
        ("own", "BỘ TIÊU CHÍ DO ĐƠN VỊ NHẬP, KHÔNG PHẢI BẢN CHÍNH THỨC", "Bộ tiêu chí do đơn vị nhập"),
        (SHIPPED, "BỘ TIÊU CHÍ KHÔNG PHẢI BẢN CHÍNH THỨC", "Bộ tiêu chí lập từ nguồn công khai"),
    ],
)
def test_no_set_is_shown_as_official(origin: str, mark: str, sentence: str) -> None:
    given = make_rural_report(rural_set=make_rural(*RURAL)._replace(origin=origin, levels_vi="Mức của thành phố."))
    document = make_document(given)
    assert document.marks == ("BẢN NHÁP", mark)
    assert sentence in sentences(given)
    assert "Mức của thành phố." in sentences(given)
    pages = whole_text(render_pdf(document))
    assert pages.count(mark) == len(re.findall(r"Trang \d/\d", pages)) > 1


def test_levels_of_one_year_say_so() -> None:
    one = make_rural(*RURAL)._replace(first_year=2024, last_year=2024)
    assert "mức của năm 2024." in sentences(make_rural_report(rural_set=one))
    assert "mức của các năm 2021–2025." in sentences(make_rural_report())


def test_a_small_number_is_marked() -> None:
    infant = RURAL[1]._replace(binds="infant", comparator="<=", level="5", printed="")
    assert row_of(make_rural_report(rural_set=make_rural(infant)), 0)[NAME].remarks == ("Số nhỏ, tỷ lệ dao động mạnh",)


def test_own_text_and_lines_to_write_on() -> None:
    given = make_rural_report(texts=(make_text("difficulties", "Thiếu người."), make_text("summary", "Chung.")))
    assert "Thiếu người." in sentences(given)
    assert "Chung." in sentences(given)
    assert sum(isinstance(block, WritingLines) for block in make_document(given).blocks) == 1


def test_contradictions_are_told() -> None:
    assert "còn 2 chỗ chưa khớp" in sentences(make_rural_report(contradictions=2))


def test_the_annex_has_the_figures_behind_it() -> None:
    table = make_document(make_rural_report()).appendices[0].blocks[0]
    assert isinstance(table, Table)
    assert [row.cells[1].text for row in table.rows if row.cells[0].text] == [
        "Tỷ lệ tham gia bảo hiểm y tế",
        "Xã đạt tiêu chí",
    ]


def test_a_set_of_names_has_no_annex_no_chart_and_no_verdict() -> None:
    given = make_rural_report(rural_set=make_rural(RURAL[3]))
    document = make_document(given)
    assert document.appendices == ()
    assert not any(isinstance(block, BarChart) for block in document.blocks)
    assert "chỉ có tên 1 tiêu chí" in sentences(given)
    assert "Phụ lục" not in sentences(given)


# --- from the station file ----------------------------------------------------------------------------------------


@pytest.fixture
def station_file(tmp_path: Path) -> Path:
    """A new station file."""
    new = NewStation(code="TYT_TA_PHOI", name="Trạm Y tế xã Tả Phời", place="xã Tả Phời")
    commands.create_station(tmp_path / "a.sotram", new, BY.now)
    return tmp_path / "a.sotram"


def request(code: str, period: str = "2024") -> ReportRequest:
    return ReportRequest(kind="new_rural_health", period=period, criteria_set=code)


@pytest.mark.parametrize("code", ["318-QD-TTG-NTM", "51-2025-QD-TTG", "1980-QD-TTG-NTM"])
def test_shipped_sets_print_from_a_station_file(station_file: Path, code: str) -> None:
    with commands.open_station(station_file, writing=False) as store:
        document = make_report(store, load_catalogue(), request(code))
    assert render_pdf(document).startswith(b"%PDF-")


def test_region_figures_and_their_ground_come_from_the_file(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        codes = ("insured_male", "insured_female", "population_male_end", "population_female_end")
        figures = zip(codes, ("91", "92", "100", "100"), strict=True)
        values = [DataValue(code, "2024Q4", Category.DEFAULT, CellState.FIGURE, text) for code, text in figures]
        score = DataValue("criteria_score", "2024", Category.DEFAULT, CellState.FIGURE, "86", "Quyết định 7")
        commands.save_data_values(store, [*values, score], BY)
        commands.save_settings(store, {"rural_region": "dbsh", "rural_group": "2"}, date(2024, 1, 1), BY)
        document = make_report(store, load_catalogue(), request("318-QD-TTG-NTM"))
        assert rural_queries.rural_place_on(store, date(2024, 12, 31)) == Place("dbsh", "2")
    rows = tables(document)[0].rows
    assert [row.cells[VERDICT].text for row in rows] == ["Đạt", "Thiếu số liệu", "Thiếu số liệu", "Thiếu số liệu"]
    assert rows[2].cells[LEVEL].text == "≤ 16,5%"
    assert rows[3].cells[LEVEL].text == "≥ 70%"


def test_own_set_of_the_same_id_stands_before_the_shipped_one(station_file: Path) -> None:
    content = canonical(make_tree(id="318-QD-TTG-NTM", binds="health_insurance_coverage"))
    broken = canonical({"id": "318-QD-TTG-NTM-NANG-CAO"})
    with commands.open_station(station_file, writing=True) as store:
        for code, text in (("318-QD-TTG-NTM", content), ("318-QD-TTG-NTM-NANG-CAO", broken)):
            stored = StoredSet(code=code, version="1", content=text, kind=rural_queries.RURAL_SET)
            assessment_commands.save_definition(store, stored, BY)
        found = {each.id: each.origin for each in rural_queries.rural_sets(store)}
    assert (found["318-QD-TTG-NTM"], found["318-QD-TTG-NTM-NANG-CAO"]) == ("own", "shipped")


def test_a_set_that_nobody_knows_is_refused_with_those_there_are(station_file: Path) -> None:
    with (
        commands.open_station(station_file, writing=False) as store,
        pytest.raises(UserError, match="rural_set_unknown") as caught,
    ):
        make_report(store, load_catalogue(), request("999"))
    assert "318-QD-TTG-NTM" in caught.value.parameters["sets"]


def test_a_quarter_is_refused(station_file: Path) -> None:
    with (
        commands.open_station(station_file, writing=False) as store,
        pytest.raises(UserError, match="report_half_year_or_year"),
    ):
        make_report(store, load_catalogue(), request("318-QD-TTG-NTM", "2024Q3"))
