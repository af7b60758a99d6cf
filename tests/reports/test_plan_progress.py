"""The progress report of a plan: what stands in it, from figures to sentences."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from data.catalogue import load_catalogue
from data.model import Completion, Decision, ObligationProgress, Verdict
from data.periods import parse_period
from data.plan_definitions import Horizon, Plan, Scope
from reports.definitions.plan_progress import PlanProgressInput, make_document
from reports.document import BarChart, Cell, Heading, Paragraph, ReportDocument, Table, TrendChart, WritingLines
from reports.pdf import render_pdf
from reports.sections.wording import citation, period_words, until_words
from tests.builders import make_station, make_target
from tests.reports.golden import FOLDER, as_json
from tests.reports.pdf_reading import whole_text
from tests.reports.plan_builders import CELLS, PROFILE, make_input, make_progress_plan, make_state, make_text

RESULT, FRACTION, VERDICT, GAP = 4, 5, 6, 7


def tables(document: ReportDocument) -> list[Table]:
    """Tables of the body."""
    return [block for block in document.blocks if isinstance(block, Table)]


def annex(document: ReportDocument) -> Table:
    """The table of the annex."""
    table = document.appendices[0].blocks[0]
    assert isinstance(table, Table)
    return table


def row_of(given: PlanProgressInput, name: str) -> tuple[Cell, ...]:
    """Cells of the target with this indicator name."""
    rows = tables(make_document(given))[0].rows
    return next(row.cells for row in rows if row.cells[2].text.startswith(name))


def sentences(given: PlanProgressInput) -> str:
    """All running text of the body."""
    return "\n".join(block.text for block in make_document(given).blocks if isinstance(block, Paragraph))


def headings(given: PlanProgressInput) -> list[str]:
    """All headings of the body."""
    return [block.text for block in make_document(given).blocks if isinstance(block, Heading)]


def figures(document: ReportDocument) -> Iterator[str]:
    """Every printed figure of tables and charts."""
    for table in (*tables(document), annex(document)):
        for row in table.rows:
            for cell in row.cells:
                yield from re.findall(r"\d[\d.,]*\d|\d", cell.text)
    for block in document.blocks:
        if isinstance(block, BarChart):
            yield from (bar.printed for bar in block.bars)
        if isinstance(block, TrendChart):
            yield from (point.printed for trend in block.trends for point in trend.points)


@pytest.mark.parametrize("period", ["2024Q3", "2024"])
def test_the_report_is_the_golden_one(period: str, pytestconfig: pytest.Config) -> None:
    states = (make_state(), make_state("plan/II.1", state=ObligationProgress.IN_PROGRESS, note=""))
    given = make_input(period, obligation_states=states, texts=(make_text("difficulties", "Thiếu người."),))
    made, path = as_json(make_document(given)), FOLDER / f"plan_progress_{period}.json"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("period", ["2024Q3", "2024S1", "2024M9", "2024"])
def test_every_figure_stands_in_the_text_of_the_pdf(period: str) -> None:
    document = make_document(make_input(period))
    text = whole_text(render_pdf(document)).replace(" ", "")
    assert all(figure in text for figure in figures(document))


@pytest.mark.parametrize("plan_id", list(load_catalogue().plans))
def test_every_plan_prints_without_any_figure(plan_id: str) -> None:
    """All plans are printed for a station that has typed nothing yet."""
    catalogue = load_catalogue()
    plan = catalogue.plans[plan_id]
    document = make_document(_empty_input(plan))
    rows = tables(document)[0].rows
    assert len(rows) == sum(not result.repeats for result in _empty_input(plan).results)
    assert render_pdf(document).startswith(b"%PDF-")


def _empty_input(plan: Plan) -> PlanProgressInput:
    from data.calculation import Calculator
    from data.figures import Figures
    from data.targets import Judge

    catalogue = load_catalogue()
    calculator = Calculator(catalogue, Figures({}))
    period = parse_period(f"{plan.first_year}")
    station = make_station()
    return PlanProgressInput(
        catalogue=catalogue,
        plan=plan,
        period=period,
        station=station,
        profile=PROFILE,
        calculator=calculator,
        results=Judge(calculator, station, ()).results(plan, period),
        trends={},
    )


# --- the table of targets ------------------------------------------------------------------------------------------


def test_a_repeated_target_is_one_row_with_both_clauses() -> None:
    assert row_of(make_input(), "Tỷ lệ tham gia")[1].text == "I.1; II.3"
    assert len(tables(make_document(make_input()))[0].rows) == 5


def test_a_row_shows_target_result_fraction_and_verdict() -> None:
    cells = row_of(make_input(), "Tỷ lệ tham gia")
    assert [cell.text for cell in cells[3:]] == ["> 95%", "95,01%", "3.921/4.127", "Đạt", ""]


def test_a_missed_target_shows_its_gap() -> None:
    cells = row_of(make_input(), "Tỷ suất chết trẻ em")
    assert cells[GAP].text == "vượt 1 ca"
    assert "Số nhỏ, tỷ lệ dao động mạnh" in cells[2].remarks


def test_partly_reported_is_grey_with_its_months() -> None:
    cell = row_of(make_input("2024Q3"), "Số lượt khám")[RESULT]
    assert (cell.text, cell.remarks, cell.is_grey) == ("610 lượt", ("2/3 tháng",), True)


def test_nothing_reported_is_dots() -> None:
    cells = row_of(make_input(cells={}), "Tỷ lệ tham gia")
    assert (cells[RESULT].text, cells[FRACTION].text, cells[VERDICT].text) == ("…", "…", "Thiếu số liệu")


def test_inside_the_year_the_head_says_up_to_when_and_figures_are_marked() -> None:
    table = tables(make_document(make_input("2024Q3")))[0]
    assert table.columns[VERDICT].title == "Đánh giá (tính đến hết quý III)"
    assert "lũy kế" in row_of(make_input("2024Q3"), "Tỷ lệ nhiễm HIV")[RESULT].remarks
    assert any("“lũy kế”" in remark for remark in table.remarks)


def test_a_borrowed_figure_names_its_period() -> None:
    cells = {key: value for key, value in CELLS.items() if not key.startswith("population@2024")}
    given = make_input("2024Q3", cells={**cells, "hiv@202401": 20})
    assert row_of(given, "Tỷ lệ nhiễm HIV")[RESULT].remarks == ("lũy kế", "số năm 2023")
    remarks = [remark for row in annex(make_document(given)).rows for cell in row.cells for remark in cell.remarks]
    assert "số năm 2023" in remarks


def test_both_sexes_are_shown_where_each_is_bound() -> None:
    target = make_target("insurance", ">", "95", scope=Scope(kind="each_sex"))
    cells = row_of(make_input(plan=make_progress_plan(target)), "Tỷ lệ tham gia")
    assert cells[RESULT].remarks[:2] == ("nam 95,6%", "nữ 94,4%")
    assert cells[2].remarks == ("Cả nam và nữ",)
    assert cells[GAP].text == "còn thiếu 12 người"


@pytest.mark.parametrize(
    ("scope", "remark"),
    [
        (Scope(kind="urban"), "Phường, thị trấn"),
        (Scope(kind="group", group_vi="người cao tuổi"), "người cao tuổi"),
        (Scope(kind="named_communes", communes=("xã Tả Phời",)), "Áp dụng: xã Tả Phời"),
    ],
)
def test_whom_a_target_binds_stands_under_its_name(scope: Scope, remark: str) -> None:
    plan = make_progress_plan(make_target("insurance", scope=scope))
    assert row_of(make_input(plan=plan), "Tỷ lệ tham gia")[2].remarks == (remark,)


@pytest.mark.parametrize(
    ("horizon", "period", "remark"),
    [
        (Horizon(kind="at_year", year=2030), "2024", ("mốc 2030",)),
        (Horizon(kind="every_year", year=2030), "2024", ("hằng năm đến 2030",)),
        (Horizon(kind="period_average", year=2025), "2024", ("bình quân 2024–2025",)),
        (Horizon(kind="at_year", year=2024), "2024", ()),
    ],
)
def test_a_horizon_stands_under_the_target(horizon: Horizon, period: str, remark: tuple[str, ...]) -> None:
    plan = make_progress_plan(make_target("insurance", horizon=horizon), last_year=2030)
    assert row_of(make_input(period, plan=plan), "Tỷ lệ tham gia")[3].remarks == remark


def test_a_target_that_is_past_is_marked_with_its_year() -> None:
    target = make_target("insurance", horizon=Horizon(kind="at_year", year=2023))
    plan = make_progress_plan(target, first_year=2023)
    assert row_of(make_input(plan=plan), "Tỷ lệ tham gia")[VERDICT].remarks == ("mốc 2023",)


def test_a_decision_names_who_decided_and_when() -> None:
    target = make_target("insurance", "manual", None)
    decision = Decision(
        target=target.id,
        period="2024",
        verdict=Verdict.MET,
        decided_by="Trần Bình",
        decided_on=date(2025, 1, 6),
        note="",
    )
    given = make_input(plan=make_progress_plan(target), decisions=(decision,))
    assert "Kết luận: Trần Bình, 06/01/2025" in row_of(given, "Tỷ lệ tham gia")[2].remarks


def test_the_cut_stands_under_every_table_of_figures() -> None:
    document = make_document(make_input(cuts={"hiv.month": "fifteenth"}))
    for table in (tables(document)[0], annex(document)):
        assert "Kỳ số liệu: từ 01/01/2024 đến 31/12/2024, tính theo ngày đầu đến ngày cuối tháng." in table.remarks
        assert any("Riêng phiếu HIV: tính từ ngày 15" in remark for remark in table.remarks)


# --- small counts of confidential indicators (CONTRACT C4) ------------------------------------------------------------


def test_small_confidential_counts_are_hidden_everywhere() -> None:
    given = make_input()
    cells = row_of(given, "Tỷ lệ nhiễm HIV")
    assert [cells[index].text for index in (RESULT, FRACTION, GAP)] == ["(*)", "< 5/4.127", "(*)"]
    values = [row.cells[-1].text for row in annex(make_document(given)).rows]
    assert "< 5 người" in values
    assert "2 người" not in values
    assert "0,05" not in whole_text(render_pdf(make_document(given)))


def test_small_confidential_counts_are_shown_to_the_health_sector() -> None:
    given = make_input(profile=PROFILE._replace(receiver_is_health_sector=True))
    assert row_of(given, "Tỷ lệ nhiễm HIV")[FRACTION].text == "2/4.127"


@pytest.mark.parametrize(("count", "printed"), [(0, "0/4.127"), (4, "< 5/4.127"), (5, "5/4.127")])
def test_counts_from_1_to_4_are_hidden(count: int, printed: str) -> None:
    cells = {**CELLS, "hiv@202401": count, "hiv@202402": 0}
    assert row_of(make_input(cells=cells), "Tỷ lệ nhiễm HIV")[FRACTION].text == printed


def test_a_confidential_value_not_yet_complete_is_hidden() -> None:
    cells = {**CELLS, "hiv@202412": None}
    assert row_of(make_input(cells=cells), "Tỷ lệ nhiễm HIV")[RESULT].text == "(*)"


# --- sentences ----------------------------------------------------------------------------------------------------


def test_the_summary_counts_verdicts_and_names_the_missed() -> None:
    text = sentences(make_input())
    assert "còn 5 chỉ tiêu. Kết quả năm 2024: 2 chỉ tiêu đạt; 2 chỉ tiêu chưa đạt; 1 chỉ tiêu thiếu số liệu." in text
    assert "- Tỷ suất chết trẻ em (mục I.4): 23,8‰, chỉ tiêu giao ≤ 5‰, vượt 1 ca." in text
    assert "Các chỉ tiêu thiếu số liệu: Số lượt khám." in text


def test_the_plan_is_cited_with_dots_for_what_it_leaves_open() -> None:
    assert citation(make_progress_plan()) == (
        "Kế hoạch số …/KH-UBND ngày … tháng … năm 2024 của UBND thành phố Lào Cai "
        "về phát triển sự nghiệp y tế xã năm 2024"
    )


def test_a_plan_of_action_is_cited_with_number_and_day() -> None:
    assert citation(load_catalogue().plans["can-tho-2025-2030"]).startswith(
        "Kế hoạch hành động số 89/KH-UBND ngày 18 tháng 4 năm 2022 của Ủy ban nhân dân thành phố Cần Thơ về triển khai"
    )


def test_a_plan_without_type_and_day_is_still_cited() -> None:
    plan = make_progress_plan(title_vi="Đề án y tế", place_date_as_printed="", number_as_printed="")
    assert citation(plan) == "Kế hoạch số … ngày … tháng … năm … của UBND thành phố Lào Cai Đề án y tế"


@pytest.mark.parametrize(
    ("period", "words", "until"),
    [
        ("2024Q3", "quý III năm 2024", "tính đến hết quý III"),
        ("2024S1", "6 tháng đầu năm 2024", "tính đến hết tháng 6"),
        ("2024S2", "6 tháng cuối năm 2024", "tính đến hết tháng 12"),
        ("2024M9", "9 tháng đầu năm 2024", "tính đến hết tháng 9"),
        ("2024", "năm 2024", ""),
        ("202403", "tháng 3 năm 2024", "tính đến hết tháng 3"),
    ],
)
def test_periods_in_words(period: str, words: str, until: str) -> None:
    assert period_words(parse_period(period)) == words
    assert until_words(parse_period(period)) == until


def test_a_period_outside_the_plan_says_so() -> None:
    assert "Kỳ báo cáo nằm ngoài thời hạn của kế hoạch." in sentences(make_input("2025"))


def test_own_text_stands_in_its_section_and_empty_sections_have_lines_to_write_on() -> None:
    given = make_input(texts=(make_text("difficulties", "Thiếu người."), make_text("proposals", "Của kỳ khác", "2023")))
    assert "Thiếu người." in sentences(given)
    assert "Của kỳ khác" not in sentences(given)
    assert sum(isinstance(block, WritingLines) for block in make_document(given).blocks) == 1


def test_next_steps_have_a_section_only_when_written() -> None:
    assert headings(make_input())[-1] == "V. Đề xuất, kiến nghị"
    given = make_input(texts=(make_text("next_steps", "Tiêm chủng bù."),))
    assert headings(given)[-1] == "VI. Nhiệm vụ thời gian tới"


def test_contradictions_are_told() -> None:
    assert "còn 3 chỗ chưa khớp" in sentences(make_input(contradictions=3))


def test_why_a_form_was_completed_though_something_was_open_stands_before_the_table() -> None:
    reason = "Chờ công an xã xác nhận."
    completions = (
        Completion("hiv.month", "202402", ("hiv",), reason),
        Completion("hiv.month", "202401", ("hiv",), reason),
        Completion("hiv.month", "202403", ("hiv",)),
        Completion("hiv.month", "202312", ("hiv",), "Năm trước"),
        Completion("other.month", "202401", ("khac",), "Phiếu khác"),
        Completion("dropped.year", "2024", ("hiv",), "Phiếu đã bỏ"),
    )
    body = [block.text for block in make_document(make_input(completions=completions)).blocks if hasattr(block, "text")]
    said = [words for words in body if "được hoàn thành khi" in words]
    assert said == [
        "Phiếu “HIV” (tháng 01 năm 2024, tháng 02 năm 2024) được hoàn thành khi số liệu chưa đủ hoặc còn mâu thuẫn; "
        "lý do: Chờ công an xã xác nhận.",
        "Phiếu “dropped.year” (năm 2024) được hoàn thành khi số liệu chưa đủ hoặc còn mâu thuẫn; lý do: Phiếu đã bỏ.",
    ]
    assert body.index(said[0]) < body.index("II. Kết quả thực hiện các chỉ tiêu")


def test_body_and_appendix_end_as_the_decree_wants() -> None:
    document = make_document(make_input())
    assert isinstance(document.blocks[-1], Paragraph)
    assert document.blocks[-1].text.endswith("./.")
    assert annex(document).remarks[-1].endswith("./.")


def test_recipients_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    assert make_document(make_input()).recipients == ("- Như trên;", "- UBND xã Tả Phời;", "- Lưu: VT.")


def test_only_an_example_carries_its_mark() -> None:
    assert make_document(make_input()).marks == ("BẢN NHÁP",)
    example = make_input(station=make_station(is_example=True))
    assert make_document(example).marks == ("BẢN NHÁP", "SỐ LIỆU VÍ DỤ")


def test_what_the_station_has_not_set_is_left_open() -> None:
    bare = PROFILE._replace(document_symbol="", place_of_issue="", issuer="", archive="")
    document = make_document(make_input(profile=bare))
    assert (document.head.symbol, document.head.place) == ("BC-…", "Tả Phời")
    assert document.head.issuer == "Trạm Y tế xã Tả Phời"


@pytest.mark.parametrize(
    ("place", "printed"), [("xã Tả Phời", "Tả Phời"), ("Đặc khu Cô Tô", "Cô Tô"), ("Tả Phời", "Tả Phời")]
)
def test_the_place_of_issue_is_the_commune_without_its_kind(place: str, printed: str) -> None:
    profile = PROFILE._replace(place=place, place_of_issue="")
    assert make_document(make_input(profile=profile)).head.place == printed


def test_an_element_that_is_not_applicable_is_a_dash_in_the_annex() -> None:
    cells = {**CELLS, **{f"births@2024Q{quarter}": "-" for quarter in range(1, 5)}}
    rows = annex(make_document(make_input(cells=cells))).rows
    assert next(row.cells[2].text for row in rows if row.cells[1].text == "– Trẻ đẻ sống") == "–"
