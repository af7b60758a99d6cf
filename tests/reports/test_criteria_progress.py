"""Progress criterion by criterion: who writes to whom, points so far, figures of the quarter, duties, papers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from data.assessment.definitions import Binding
from data.assessment.shipped import shipped_sets
from data.calculation import Calculator
from data.catalogue import load_catalogue
from data.model import ObligationProgress, ObligationState, ReportText
from data.periods import parse_period
from reports.definitions.criteria_progress import CriteriaProgressInput, make_document
from reports.document import Cell, Heading, Paragraph, Table, WritingLines
from reports.pdf import render_pdf
from reports.sections.criteria_status import bound_cell
from tests.builders import make_figures
from tests.reports.assessment_builders import (
    sentences,
    shipped_set,
)
from tests.reports.golden import FOLDER, as_json
from tests.reports.pdf_reading import find, read, runs, whole_text
from tests.reports.plan_builders import PROFILE
from tests.reports.progress_builders import PERIOD, PLAN, make_progress, shipped_progress, table_progress


def tables(given: CriteriaProgressInput) -> list[Table]:
    """Overview and details."""
    return [block for block in make_document(given).blocks if isinstance(block, Table)]


def row(table: Table, words: str) -> tuple[Cell, ...]:
    """The first row with a cell that begins with these words."""
    return next(row.cells for row in table.rows if any(cell.text.startswith(words) for cell in row.cells))


@pytest.mark.parametrize("name", ["1300", "bang_thu_47"])
def test_the_report_is_the_golden_one(name: str, pytestconfig: pytest.Config) -> None:
    given = shipped_progress() if name == "1300" else table_progress()
    made, path = as_json(make_document(given)), FOLDER / f"criteria_progress_{name}.json"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


# --- letter --------------------------------------------------------------------------------------------------------


def test_the_steering_committee_writes_and_its_head_signs() -> None:
    pdf = render_pdf(make_document(shipped_progress()))
    assert find(pdf, "ỦY BAN NHÂN DÂN XÃ TẢ PHỜI").font == "LiberationSerif"
    assert find(pdf, "BAN CHỈ ĐẠO").font == "LiberationSerif-Bold"
    text = whole_text(pdf)
    assert "/BC-BCĐ" in text
    assert "TM. BAN CHỈ ĐẠO TRƯỞNG BAN" in text


@pytest.mark.parametrize(
    ("changes", "addressee"),
    [
        ({}, "Trung tâm Y tế"),
        ({"receivers": ("Sở Y tế", "- Trung tâm Y tế khu vực 2;")}, "Trung tâm Y tế khu vực 2"),
        ({"parent_body": "Trung tâm Y tế thành phố"}, "Trung tâm Y tế thành phố"),
    ],
)
def test_it_goes_to_the_health_centre_by_its_name_where_the_settings_know_it(
    changes: dict[str, Any], addressee: str
) -> None:
    document = make_document(shipped_progress(profile=PROFILE._replace(**changes)))
    assert document.addressees == (addressee,)


def test_every_page_says_that_the_set_is_not_official() -> None:
    pdf = render_pdf(make_document(shipped_progress()))
    for page in range(len(read(pdf).pages)):
        assert any("KHÔNG PHẢI BẢN CHÍNH THỨC" in run.text for run in runs(pdf, page) if run.size == 8)


def test_the_word_for_passed_stands_nowhere() -> None:
    """The points so far are no verdict."""
    assert not [words for words in sentences(make_document(shipped_progress())) if "Đạt" in words]


def test_own_words_stand_in_their_sections() -> None:
    kept = tuple(
        ReportText(plan="criteria_progress/1300-QD-BYT", period="2024Q3", section=section, text=f"Lời {section}.")
        for section in ("summary", "proposals", "next_steps")
    )
    found = sentences(make_document(shipped_progress(texts=kept)))
    assert {"Lời summary.", "Lời proposals.", "Lời next_steps."} <= set(found)


# --- points, leads, duties, papers ---------------------------------------------------------------------------------


def test_points_so_far_are_called_so() -> None:
    found = sentences(make_document(shipped_progress()))
    assert any("9/10 tiêu chí của năm 2024: 84,5/100 điểm; đây là điểm đang ghi" in words for words in found)


def test_a_set_without_points_says_so_and_still_reports_duties() -> None:
    names = next(each for each in shipped_sets() if each.id == "4667-QD-BYT")
    given = make_progress(names, None)
    assert any("chưa có điểm của từng tiêu chí" in words for words in sentences(make_document(given)))
    overview = tables(given)[0]
    assert [cell.text for cell in row(overview, "Nhân lực y tế")][2:5] == [
        "Trung tâm Y tế; Bệnh viện đa khoa",
        "…",
        "…",
    ]


def test_leads_are_those_of_the_plan_under_the_numbers_of_the_set() -> None:
    """Criterion 6 of 2014 (prevention) is criterion 5 of 2023; criterion 5 of 2014 has no successor."""
    overview = tables(shipped_progress())[0]
    assert row(overview, "Y tế dự phòng")[2].text == "Trung tâm Y tế"
    assert row(overview, "Chỉ đạo, điều hành")[2].text.startswith("Văn phòng HĐND&UBND")
    assert overview.remarks[0] == f"Chủ trì, phối hợp: theo {load_catalogue().plans[PLAN].short_title_vi}."
    assert all("Kế hoạch - Tài chính" not in cell.text for each in overview.rows for cell in each.cells)


@pytest.mark.parametrize("plans", [(), ("lao-cai-2024",)])
def test_without_a_plan_that_names_leads_there_is_no_such_column(plans: tuple[str, ...]) -> None:
    overview = tables(make_progress(shipped_set(), None, plans=plans))[0]
    assert "Chủ trì, phối hợp" not in [column.title for column in overview.columns]
    assert not [words for words in overview.remarks if words.startswith("Chủ trì")]


def test_duties_stand_under_their_criterion_with_the_state_of_the_period() -> None:
    details = tables(shipped_progress())[1]
    done = next(each for each in load_catalogue().plans[PLAN].obligations if each.id.endswith("/ob01"))
    later = next(each for each in load_catalogue().plans[PLAN].obligations if each.id.endswith("/ob02"))
    cells = row(details, f"Việc: {done.item_vi}")
    assert (cells[2].text, cells[4].text) == ("Đã thực hiện", "Quyết định 12")
    assert row(details, f"Việc: {later.item_vi}")[2].text == "…"
    assert cells[1].remarks == (f"[1] mục {done.clause}",)
    assert details.remarks[0] == f"[1] {load_catalogue().plans[PLAN].short_title_vi}."


def test_a_duty_under_several_criteria_counts_once() -> None:
    plan = load_catalogue().plans[PLAN]
    count = sum(bool(each.criteria_4667) for each in plan.obligations)
    words = next(words for words in sentences(make_document(shipped_progress())) if "việc gắn với" in words)
    listed = int(words.split(" có ")[1].split(" ")[0])
    assert listed <= count
    assert "đã thực hiện 1" in words


def test_a_legend_says_that_the_column_of_duties_does_not_add_up() -> None:
    assert "Một việc có thể nằm ở nhiều tiêu chí" in tables(shipped_progress())[0].remarks[-1]
    assert tables(table_progress())[0].remarks == ()


def test_duties_that_do_not_apply_are_left_out_of_those_to_be_done() -> None:
    def share(*states: ObligationState) -> str:
        overview = tables(make_progress(shipped_set(), None, states=states))[0]
        place = [column.title for column in overview.columns].index("Việc đã thực hiện")
        return row(overview, "Chỉ đạo, điều hành")[place].text

    status = make_progress(shipped_set(), None).status
    duties = [duty.obligation.id for duty in status.suggestions[0].obligations]
    gone = [ObligationState(each, "2024Q3", ObligationProgress.NOT_APPLICABLE) for each in duties]
    done = ObligationState(duties[0], "2024Q3", ObligationProgress.DONE)
    assert (share(done), share(done, gone[1])) == (f"1/{len(duties)}", f"1/{len(duties) - 1}")
    assert share(*gone) == "–"


def test_without_duties_the_report_says_so() -> None:
    found = sentences(make_document(table_progress()))
    assert "Các kế hoạch giao trạm không nêu việc nào gắn với các tiêu chí." in found


def test_missing_and_expired_papers_are_named_at_their_item_and_counted() -> None:
    given = table_progress()
    overview, details = tables(given)
    assert row(details, "1.2")[4].text.startswith("Thiếu số liệu")
    assert row(details, "1.2")[4].remarks == ("Thiếu: Nghị quyết của Đảng ủy",)
    assert row(details, "2.5")[4].text == "Hết hạn: Chứng nhận đào tạo"
    assert row(overview, "Nhân lực")[-1].text == "1"
    assert "Minh chứng tính đến ngày 30/9/2024: thiếu 1, hết hạn 1, sắp hết hạn 1." in sentences(make_document(given))


def test_a_criterion_with_nothing_on_record_says_so() -> None:
    details = tables(make_progress(next(each for each in shipped_sets() if each.id.startswith("4667")), None, plans=()))
    assert len([each for each in details[1].rows if each.cells[1].text.startswith("Chưa có nội dung chấm")]) == 10


def test_points_typed_for_a_whole_criterion_are_said_to_be() -> None:
    assert row(tables(shipped_progress())[1], "Điểm ghi cho cả tiêu chí")[3].text == "13/14"


def test_answers_that_are_no_figures_are_printed() -> None:
    assert row(tables(table_progress())[1], "2.5")[2].text == "Có"
    assert row(tables(table_progress())[1], "4.4")[2].text == ""


# --- figures of the quarter ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("binding", "shown", "remarks"),
    [
        (Binding(indicator="steering_meetings_count"), "2 cuộc", ("lũy kế",)),
        (Binding(data_element="steering_meetings"), "2 cuộc", ("lũy kế",)),
        (Binding(data_element="resolution_includes_health"), "Có", ()),
        (Binding(data_element="annual_plan_approved"), "Không", ("số năm 2023",)),
        (Binding(data_element="criteria_zone"), "2", ()),
        (Binding(data_element="drug_stockout_days"), "…", ()),
        (Binding(indicator="gone"), "…", ()),
        (Binding(data_element="gone"), "…", ()),
    ],
)
def test_a_bound_figure_is_that_of_the_year_so_far_or_marked(
    binding: Binding, shown: str, remarks: tuple[str, ...]
) -> None:
    cell = bound_cell(binding, shipped_progress().status.writer, PERIOD)
    assert (cell.text, cell.remarks) == (shown, remarks)


def test_a_first_quarter_has_nothing_to_add_up() -> None:
    writer = shipped_progress().status.writer
    for binding in (Binding(indicator="steering_meetings_count"), Binding(data_element="steering_meetings")):
        cell = bound_cell(binding, writer, parse_period("2024Q1"))
        assert (cell.text, cell.remarks) == ("1 cuộc", ())


def test_each_member_has_room_for_what_it_did() -> None:
    blocks = make_document(shipped_progress()).blocks
    heads = [block.text for block in blocks if isinstance(block, Heading)]
    assert heads[2:] == [
        "III. Hoạt động của từng thành viên Ban Chỉ đạo",
        "IV. Khó khăn, vướng mắc",
        "V. Đề xuất, kiến nghị",
    ]
    assert isinstance(blocks[blocks.index(Heading(level=1, text=heads[2])) + 1], WritingLines)


def test_a_figure_that_does_not_apply_prints_a_dash() -> None:
    figures = make_figures({f"steering_meetings@2024Q{quarter}": "-" for quarter in (1, 2, 3)})
    writer = replace(shipped_progress().status.writer, calculator=Calculator(load_catalogue(), figures))
    assert bound_cell(Binding(data_element="steering_meetings"), writer, PERIOD).text == "–"


def test_paragraphs_end_the_letter() -> None:
    last = [block for block in make_document(shipped_progress()).blocks if isinstance(block, Paragraph)][-1]
    assert last.text.endswith("./.")
