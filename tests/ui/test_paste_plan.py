"""What pasting a block would do: rows by labels, columns by heads, every text accounted for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from data.catalogue.content import Catalogue
from data.definitions import ValueType
from data.form_layout import CellId, EntryForm, lay_out
from data.model import Category, CellState, DataValue
from data.periods import Period, PeriodType, parse_period
from tests.builders import make_catalogue, make_element, make_form
from ui.models.block_labels import label_key, period_of
from ui.models.paste_plan import PastePlan, PasteTarget, is_same, plan_paste, plan_values

QUARTER = PeriodType.QUARTER
Told = Mapping[tuple[str, str, str], str]


def catalogue() -> Catalogue:
    elements = (
        make_element("start", name_vi="Dân số đầu kỳ", frequency=QUARTER, sex_disaggregated=True),
        make_element("end", name_vi="Dân số cuối kỳ (nhân khẩu)", frequency=QUARTER, sex_disaggregated=True),
        make_element("weight", name_vi="Cân nặng", unit="kg", value_type=ValueType.DECIMAL, frequency=QUARTER),
        make_element("doctor", name_vi="Có bác sĩ", unit="có/không", value_type=ValueType.BOOLEAN, frequency=QUARTER),
        make_element("visits", name_vi="Lượt khám", unit="lượt", frequency=PeriodType.MONTH),
        make_element("deaths", name_vi="Số chết", frequency=PeriodType.MONTH),
    )
    forms = (
        make_form("p.quarter", QUARTER, "start", "end", "weight", "doctor"),
        make_form("v.month", PeriodType.MONTH, "visits", "deaths"),
    )
    return make_catalogue(elements)._replace(data_sets={form.code: form for form in forms})


def form_of(code: str) -> EntryForm:
    found = catalogue()
    return lay_out(found, found.data_sets[code], parse_period("2024Q3"), same_last_year=True)


def planned(
    text: str,
    code: str = "p.quarter",
    at: tuple[int, int] = (0, 0),
    preferred: int | None = None,
    locked: tuple[str, ...] = (),
) -> PastePlan:
    """The plan of a block whose cells are parted by "|" and lines by ";"."""
    block = [[cell.strip() for cell in line.split("|")] for line in text.split(";")]
    return plan_paste(PasteTarget(form_of(code), *at, blank, locked), block, preferred)


def blank(cell: CellId) -> DataValue:
    return DataValue(*cell, CellState.NOT_REPORTED)


def told(plan: PastePlan) -> dict[str, str]:
    """Cell -> figure: "end@2024Q3:male"."""
    return {f"{value.data_element}@{value.period}:{value.category.value}": value.value for value in plan.values}


def test_a_block_without_labels_goes_down_from_the_cursor() -> None:
    plan = planned("10;4;6", at=(0, 0))
    assert told(plan) == {"start@2024Q3:default": "10", "start@2024Q3:male": "4", "start@2024Q3:female": "6"}
    assert not plan.is_elsewhere


def test_an_empty_text_leaves_its_cell_alone() -> None:
    assert told(planned("10;;6")) == {"start@2024Q3:default": "10", "start@2024Q3:female": "6"}


@pytest.mark.parametrize(
    "label",
    [
        "Dân số cuối kỳ (nhân khẩu)",
        "dan so cuoi ky nhan khau",
        "2. Dân số cuối kỳ (nhân khẩu)",
        "2 Dân số cuối kỳ (nhân khẩu)",
        "II. DÂN SỐ CUỐI KỲ (NHÂN KHẨU)",
        "- Dân số cuối kỳ (nhân khẩu):",
    ],
)
def test_a_label_finds_its_row_wherever_the_cursor_is(label: str) -> None:
    plan = planned(f"{label}|10")
    assert told(plan) == {"end@2024Q3:default": "10"}
    assert plan.is_elsewhere


def test_loose_accents_are_the_same_label() -> None:
    import unicodedata

    assert told(planned(unicodedata.normalize("NFD", "Cân nặng") + "|12,5")) == {"weight@2024Q3:default": "12.5"}


def test_sexes_belong_to_the_row_above_them() -> None:
    plan = planned("Dân số cuối kỳ (nhân khẩu)|10;– nam|4;Nữ|6")
    assert told(plan) == {"end@2024Q3:default": "10", "end@2024Q3:male": "4", "end@2024Q3:female": "6"}


def test_sexes_alone_belong_to_the_row_of_the_cursor() -> None:
    assert told(planned("nam|4;nữ|6", at=(4, 0))) == {"end@2024Q3:male": "4", "end@2024Q3:female": "6"}


def test_a_sex_under_a_row_without_sexes_has_no_cell() -> None:
    plan = planned("Cân nặng|12,5;nam|4")
    assert [(refusal.code, refusal.text) for refusal in plan.refused] == [("unknown_row", "4")]


def test_numbers_units_and_heads_are_left_out() -> None:
    plan = planned("STT|Chỉ tiêu|ĐVT|Số lượng;1|Dân số đầu kỳ|người|10;3|Cân nặng|kg|12,5")
    assert told(plan) == {"start@2024Q3:default": "10", "weight@2024Q3:default": "12.5"}
    assert plan.refused == ()


def test_labels_in_the_rows_of_the_cursor_are_not_called_elsewhere() -> None:
    assert not planned("Dân số đầu kỳ|10;nam|4").is_elsewhere


def test_a_label_that_the_form_does_not_have_is_refused_by_name() -> None:
    plan = planned("Dân số đầu kỳ|10;Số người lạ|9")
    assert [(refusal.code, refusal.label, refusal.text) for refusal in plan.refused] == [
        ("unknown_row", "Số người lạ", "9")
    ]


def test_a_row_named_twice_is_taken_once() -> None:
    plan = planned("Dân số đầu kỳ|10;Dân số đầu kỳ|11")
    assert told(plan) == {"start@2024Q3:default": "10"}
    assert [(refusal.code, refusal.text) for refusal in plan.refused] == [("twice", "11")]


def test_columns_are_found_by_the_periods_at_their_heads() -> None:
    plan = planned("|T9/24|Tháng 7/2024|Cả quý;Lượt khám|9|7|16", "v.month", (0, 1))
    assert told(plan) == {"visits@202409:default": "9", "visits@202407:default": "7"}
    assert plan.where.has_heads
    assert plan.refused == ()


def test_sexes_side_by_side_are_found_by_their_heads() -> None:
    plan = planned("STT|Chỉ tiêu|Tổng số|Nam|Nữ|Ghi chú;1|Dân số cuối kỳ (nhân khẩu)|10|4|6|đủ;2|Cân nặng|12,5||")
    assert told(plan) == {
        "end@2024Q3:default": "10",
        "end@2024Q3:male": "4",
        "end@2024Q3:female": "6",
        "weight@2024Q3:default": "12.5",
    }
    assert plan.refused == ()


def test_a_year_is_no_sex() -> None:
    assert told(planned("Dân số đầu kỳ|10;Năm|4")) == {"start@2024Q3:default": "10"}
    assert told(planned("Dân số đầu kỳ|10;NAM|4"))["start@2024Q3:male"] == "4"


def test_a_sex_beside_a_row_without_sexes_is_refused() -> None:
    plan = planned("Chỉ tiêu|Nam|Nữ;Cân nặng|12|13")
    assert [(refusal.code, refusal.text) for refusal in plan.refused] == [("unknown_row", "12"), ("unknown_row", "13")]


def test_heads_alone_are_enough_for_several_columns() -> None:
    plan = planned("8/2024|9/2024;5|6", "v.month", (1, 0))
    assert told(plan) == {"deaths@202408:default": "5", "deaths@202409:default": "6"}


def test_of_one_column_the_cursor_says_where_it_goes() -> None:
    assert told(planned("T 7/24;5", "v.month", (0, 1))) == {"visits@202408:default": "5"}


def test_as_many_columns_as_periods_fill_the_form_from_its_first_period() -> None:
    plan = planned("Lượt khám|7|8|9", "v.month", (0, 2))
    assert [value.period for value in plan.values] == ["202407", "202408", "202409"]


def test_what_falls_outside_the_form_is_refused() -> None:
    plan = planned("1;3", at=(7, 0))
    assert [refusal.text for refusal in plan.refused if refusal.code == "outside"] == ["3"]
    assert told(plan) == {"doctor@2024Q3:default": "true"}
    wide = planned("1|2", "v.month", at=(0, 2))
    assert [refusal.text for refusal in wide.refused if refusal.code == "outside"] == ["2"]


def test_what_is_no_figure_says_why() -> None:
    plan = planned("Dân số đầu kỳ|khoảng 10;Cân nặng|-3")
    assert [refusal.code for refusal in plan.refused] == ["figure_not_number", "figure_negative"]


def test_a_dash_is_not_applicable_and_words_are_choices() -> None:
    plan = planned("Cân nặng|-;Có bác sĩ|Có")
    assert [(value.state, value.value) for value in plan.values] == [
        (CellState.NOT_APPLICABLE, ""),
        (CellState.FIGURE, "true"),
    ]


def test_texts_with_two_readings_are_asked_about_once() -> None:
    plan = planned("Cân nặng|1,234;Dân số đầu kỳ|2,032")
    assert [change.text for change in plan.asked] == ["1,234", "2,032"]
    assert told(plan) == {}


@pytest.mark.parametrize(("answer", "figure"), [(0, "1.234"), (1, "1234")])
def test_one_answer_holds_for_the_whole_block(answer: int, figure: str) -> None:
    plan = planned("Cân nặng|1,234;Dân số đầu kỳ|2,032", preferred=answer)
    assert told(plan) == {"weight@2024Q3:default": figure, "start@2024Q3:default": "2032"}


def test_a_locked_period_takes_nothing() -> None:
    plan = planned("7|8", "v.month", locked=("202407",))
    assert told(plan) == {"visits@202408:default": "8"}
    assert [refusal.code for refusal in plan.refused] == ["locked"]


def test_what_stands_there_already_is_counted_not_written() -> None:
    def held(cell: CellId) -> DataValue:
        return DataValue(*cell, CellState.FIGURE, "12.50")

    plan = plan_paste(PasteTarget(form_of("p.quarter"), 0, 0, held), [["Cân nặng", "12,5"]])
    assert (plan.changes, plan.same) == ((), 1)


@pytest.mark.parametrize(("comment", "kept"), [("đếm lại", "đếm lại"), ("12+7", "")])
def test_what_a_person_wrote_beside_a_figure_stays(comment: str, kept: str) -> None:
    def held(cell: CellId) -> DataValue:
        return DataValue(*cell, CellState.FIGURE, "19", comment)

    plan = plan_paste(PasteTarget(form_of("p.quarter"), 0, 0, held), [["Cân nặng", "12,5"]])
    assert [value.comment for value in plan.values] == [kept]


def test_a_block_longer_than_any_form_is_counted() -> None:
    assert planned(";".join(["1"] * 2_500)).more == 500


def test_a_block_of_labels_alone_does_nothing() -> None:
    plan = planned("Dân số đầu kỳ;Cân nặng")
    assert (plan.changes, plan.refused) == ((), ())


def test_values_from_a_file_are_changes_where_they_differ() -> None:
    target = PasteTarget(form_of("v.month"), 0, 0, blank, locked=("202409",))
    values = [
        DataValue("visits", "202407", Category.DEFAULT, CellState.FIGURE, "5"),
        DataValue("visits", "202408", Category.DEFAULT, CellState.NOT_REPORTED),
        DataValue("visits", "202409", Category.DEFAULT, CellState.FIGURE, "7"),
    ]
    plan = plan_values(target, values)
    assert (plan.values, plan.same, [refusal.code for refusal in plan.refused]) == (values[:1], 1, ["locked"])


def test_a_new_note_beside_the_same_figure_is_a_change() -> None:
    old = DataValue("visits", "202407", Category.DEFAULT, CellState.FIGURE, "5")
    assert not is_same(old, old._replace(comment="sổ A1"))
    assert is_same(old._replace(comment="sổ A1"), old)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Q III/24", "2024Q3"),
        ("Quý 3 năm 2024", "2024Q3"),
        ("quý III", "2024Q3"),
        ("2024Q3", "2024Q3"),
        ("T 7/24", "202407"),
        ("Tháng 07/2024", "202407"),
        ("7/2024", "202407"),
        ("202407", "202407"),
        ("Năm 2023", "2023"),
        ("2023", "2023"),
    ],
)
def test_heads_name_periods_in_many_ways(text: str, code: str) -> None:
    assert period_of(text, 2024) == parse_period(code)


@pytest.mark.parametrize("text", ["Số lượng", "T13", "13/2024", "", "Quý V"])
def test_other_heads_name_none(text: str) -> None:
    assert period_of(text, 2024) is None
    assert isinstance(parse_period("2024"), Period)


def test_a_label_keeps_its_own_digits() -> None:
    assert label_key("5. Trẻ 18 tháng – mũi 2") == "tre 18 thang mui 2"


# --- columns of other periods ----------------------------------------------------------------------------------------

TEMPLATE = "1|Dân số đầu kỳ|người|{0}|100;|– nam||{1}|50;|– nữ||{2}|50;2|Dân số cuối kỳ (nhân khẩu)|người|{3}|110"
BESIDE = ("90", "40", "50", "95", "", "", "", "")


def beside(text: str, code: str = "p.quarter", column: int | None = None) -> PastePlan:
    """The plan of a block in a form beside which the compared period's figures stand."""
    block = [[cell.strip() for cell in line.split("|")] for line in text.split(";")]
    return plan_paste(PasteTarget(form_of(code), 0, 0, blank, (), BESIDE), block, None, column)


OWN = {
    "start@2024Q3:default": "100",
    "start@2024Q3:male": "50",
    "start@2024Q3:female": "50",
    "end@2024Q3:default": "110",
}


def test_last_years_column_of_the_template_is_left_out_and_said() -> None:
    plan = beside(TEMPLATE.format(90, 40, 50, 95))
    assert (told(plan), plan.refused, plan.where.compared) == (OWN, (), (3,))


def test_an_open_column_between_label_and_figure_is_passed_over() -> None:
    plan = beside(TEMPLATE.format("", "", "", ""))
    assert (told(plan), plan.refused) == (OWN, ())


def test_the_notes_of_the_template_are_no_figures() -> None:
    plan = beside("STT|Tên|ĐVT|Cùng kỳ: Quý III/2023|Quý III/2024|Ghi chú;1|Dân số đầu kỳ|người|90|100|đủ")
    assert (told(plan), plan.refused) == ({"start@2024Q3:default": "100"}, ())
    assert told(beside("1|Dân số đầu kỳ|người|90|100|đủ")) == {"start@2024Q3:default": "100"}


def test_compared_figures_are_known_without_labels_too() -> None:
    assert told(beside("90|100;40|50;50|50;95|110")) == OWN


def test_a_head_that_names_another_period_leaves_its_column_out() -> None:
    plan = beside("Chỉ tiêu|Kỳ trước|Kỳ này;Dân số đầu kỳ|91|100")
    assert (told(plan), plan.where.compared) == ({"start@2024Q3:default": "100"}, (1,))


def test_which_of_two_columns_is_meant_is_asked_never_guessed() -> None:
    text = "Dân số đầu kỳ|91|100;Dân số cuối kỳ (nhân khẩu)|96|110"
    plan = beside(text)
    assert (plan.changes, plan.refused) == ((), ())
    assert [(each.column, each.texts) for each in plan.choices] == [(1, ("91", "96")), (2, ("100", "110"))]
    assert told(beside(text, column=2)) == {"start@2024Q3:default": "100", "end@2024Q3:default": "110"}


def test_a_template_whose_compared_column_says_otherwise_is_asked_about() -> None:
    assert beside(TEMPLATE.format(80, 30, 20, 70)).choices


def test_figures_that_fit_the_months_stay_where_they_are() -> None:
    plan = beside("Lượt khám|90|8", "v.month")
    assert [value.period for value in plan.values] == ["202407", "202408"]
