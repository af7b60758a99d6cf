"""The spreadsheet of a criteria set: written as a template, read back cell by cell."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from data.assessment.reader import read_set
from data.assessment.shipped import shipped_sets
from data.assessment.writer import tree_of
from data.errors import UserError
from data.exchange import criteria_cells
from data.exchange.criteria_layout import FRAME, FRAME_SHEET, GUIDE_SHEET, TABLE, TABLE_SHEET, ZONES, ZONES_SHEET, Field
from data.exchange.criteria_sheets import HEAD_ROW, set_xlsx, template_xlsx
from tests.data.assessment.set_trees import FIRST, TIERED, changed
from tests.data.exchange.criteria_books import book, cell_of, edited, faults_of, head_of, read, table

VARIANT = {"zone": 3, "tiers": [{"comparator": ">=", "bound": "72.5", "points": "1.5"}]}


def put(code: str, key: str, value: object) -> Any:  # noqa: ANN401 - a change of a workbook
    """A change that writes one cell."""

    def change(workbook: Any) -> None:  # noqa: ANN401 - the library's own
        cell_of(workbook, code, key).value = value

    return change


def put_frame(key: str, value: object, column: int = 2) -> Any:  # noqa: ANN401 - a change of a workbook
    """A change that writes one line of the frame."""
    row = [field.key for field in FRAME].index(key) + 4

    def change(workbook: Any) -> None:  # noqa: ANN401 - the library's own
        workbook[FRAME_SHEET].cell(row, column).value = value

    return change


def test_the_same_set_makes_the_same_bytes() -> None:
    found, _ = read_set(changed())
    assert found is not None
    assert set_xlsx(tree_of(found)) == set_xlsx(tree_of(found))


def test_the_template_has_everything_to_fill_in(tmp_path: Path) -> None:
    (tmp_path / "mau.xlsx").write_bytes(template_xlsx())
    workbook = load_workbook(tmp_path / "mau.xlsx")
    assert workbook.sheetnames == [FRAME_SHEET, TABLE_SHEET, ZONES_SHEET, GUIDE_SHEET]
    page = workbook[TABLE_SHEET]
    assert [page.cell(HEAD_ROW, column + 1).value for column in range(3)] == ["Mã *", "Thuộc mã", "Cấp *"]
    assert len(page.data_validations.dataValidation) > 10
    codes = {code for code, _ in faults_of(tmp_path / "mau.xlsx")}
    assert codes == {"criteria_missing_key"}


def test_the_template_of_a_set_brings_its_frame_and_criteria(tmp_path: Path) -> None:
    (tmp_path / "mau.xlsx").write_bytes(template_xlsx(shipped_sets()[0]))
    assert read(tmp_path / "mau.xlsx").criteria_set.version == shipped_sets()[0].version


def test_cells_are_vietnamese(tmp_path: Path) -> None:
    workbook = load_workbook(book(tmp_path, (f"{TIERED}.region_variants", [VARIANT]), (f"{FIRST}.knock_out", None)))
    assert cell_of(workbook, "2.1", "scoring").value == "có/không"
    assert cell_of(workbook, "2.1", "knock_out").value == "chưa rõ"
    assert cell_of(workbook, "2.2", "tiers").value == "≥ 95: 2\n≥ 90: 1"
    assert [row[0].value for row in table(workbook).iter_rows(min_row=4, max_row=8)] == ["1", "2", "2.1", "2.2", "2.2"]
    assert table(workbook).cell(8, 7).value == "≥ 72,5: 1,5"


@pytest.mark.parametrize(
    ("code", "key", "value", "place", "expected"),
    [
        ("2.1", "max_points", 2, FIRST, {}),
        ("2.1", "max_points", "2,0", FIRST, {}),
        ("2.1", "scoring", "manual", FIRST, {"scoring": "manual"}),
        ("2.1", "scoring", "Tự  cho điểm".replace("  ", " "), FIRST, {"scoring": "manual"}),
        ("2.1", "knock_out", "có", FIRST, {"knock_out": True}),
        ("2.1", "knock_out", "< 0,5", FIRST, {"knock_out": {"comparator": "<", "bound": "0.5"}}),
        ("2.1", "evidence", "Sổ A\n\n Sổ B", FIRST, {"evidence": ["Sổ A", "Sổ B"]}),
        ("2.1", "effort", 5, FIRST, {"effort": 5}),
        ("2.1", "round_to_step", True, FIRST, {"round_to_step": True}),
        ("2.1", "binds.indicator", "station_has_doctor", FIRST, {"binds": {"indicator": "station_has_doctor"}}),
        ("2.2", "tiers", ">=95:2;>=90:1", TIERED, {}),
        (
            "2.2",
            "tiers",
            "> 95 : 2 (tốt)",
            TIERED,
            {"tiers": [{"comparator": ">", "bound": 95, "points": 2, "text_vi": "tốt"}]},
        ),
        ("2.1", "parent", None, FIRST, {}),
    ],
)
def test_what_is_typed_is_read(
    code: str, key: str, value: object, place: str, expected: dict[str, object], tmp_path: Path
) -> None:
    path = edited(book(tmp_path), put(code, key, value))
    wanted, _ = read_set(changed(*((f"{place}.{name}", each) for name, each in expected.items())))
    assert read(path).criteria_set == wanted


@pytest.mark.parametrize(
    ("key", "value", "place", "expected"),
    [
        ("framework.valid_from", "09/03/2023", "framework.valid_from", "2023-03-09"),
        ("framework.valid_from", "9-3-2023", "framework.valid_from", "2023-03-09"),
        ("framework.valid_from", datetime.datetime(2023, 3, 9), "framework.valid_from", "2023-03-09"),  # noqa: DTZ001
        ("framework.valid_to", None, "framework.valid_to", None),
        ("framework.point_step", 0.25, "framework.point_step", "0.25"),
        ("pass_rule.no_knock_out", "Không", "pass_rule.no_knock_out", False),
        ("source", "Trang A\nTrang B", "source", ["Trang A", "Trang B"]),
    ],
)
def test_the_frame_is_read(key: str, value: object, place: str, expected: object, tmp_path: Path) -> None:
    wanted, _ = read_set(changed((place, expected)))
    assert read(edited(book(tmp_path), put_frame(key, value))).criteria_set == wanted


@pytest.mark.parametrize(
    ("code", "key", "value", "fault", "cell"),
    [
        ("2.1", "max_points", "=1+1", "criteria_formula", "E6"),
        ("2.1", "max_points", "hai", "criteria_not_number", "E6"),
        ("2.1", "max_points", -2, "criteria_negative", "E6"),
        ("2.1", "max_points", 0.1234567890123456, "xlsx_long_float", "E6"),
        ("2.1", "max_points", None, "criteria_points_missing", "E6"),
        ("2.1", "max_points", datetime.date(2024, 1, 2), "criteria_cell_date", "E6"),
        ("2.1", "max_points", "#DIV/0!", "criteria_cell_error", "E6"),
        ("2.1", "scoring", "theo ý", "criteria_bad_word", "F6"),
        ("2.1", "scoring", None, "criteria_missing_key", "F6"),
        ("2.1", "text_vi", None, "criteria_missing_key", "D6"),
        ("2.1", "level", None, "criteria_level_missing", "C6"),
        ("2.1", "parent", "9", "criteria_parent_unknown", "B6"),
        ("2.1", "knock_out", "có thể", "criteria_knock_out_line", "N6"),
        ("2.2", "tiers", "95: 2", "criteria_tier_line", "G7"),
        ("2.2", "tiers", "≥ 95: 2\n≥ 97: 1", "criteria_tier_unreachable", "G7"),
        ("2.2", "tiers", "≥ 95: 9", "criteria_tier_above", "G7"),
        ("2.2", "zone", "4", "criteria_bad_word", "K7"),
        ("2.2", "zone", "2", "criteria_unknown_key", "K7"),
        ("2.2", "code", "2.1", "criteria_duplicate", "A7"),
        ("2", "max_points", 7, "criteria_sum", "E5"),
        ("1", "items_complete", None, "criteria_missing_key", "V4"),
        ("2.3.1", "binds.indicator", "gone", "criteria_indicator_gone", "Q9"),
        ("2.3.1", "target", "0", "criteria_target_missing", "H9"),
    ],
)
def test_faults_are_told_by_cell(code: str, key: str, value: object, fault: str, cell: str, tmp_path: Path) -> None:
    found = faults_of(edited(book(tmp_path), put(code, key, value)))
    assert (fault, f"bang.xlsx: Bảng điểm!{cell}") in found


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("framework.total_points", 99, "criteria_total"),
        ("framework.point_step", 0.3, "criteria_step_not_allowed"),
        ("framework.valid_from", "hôm qua", "criteria_not_day"),
        ("framework.id", None, "criteria_missing_key"),
        ("pass_rule.total_min_percent", 0.8, "criteria_percent_tiny"),
        ("pass_rule.denominator", "cả", "criteria_bad_word"),
    ],
)
def test_faults_of_the_frame_are_told_by_cell(key: str, value: object, fault: str, tmp_path: Path) -> None:
    row = [field.key for field in FRAME].index(key) + 4
    found = faults_of(edited(book(tmp_path), put_frame(key, value)))
    assert (fault, f"bang.xlsx: Khung!B{row}") in found


def test_a_zone_variant_is_told_by_its_own_cell(tmp_path: Path) -> None:
    path = book(tmp_path, (f"{TIERED}.region_variants", [VARIANT]))
    assert read(edited(path, lambda workbook: None)).criteria_set.criteria[1].items[1].region_variants
    edited(path, lambda workbook: setattr(table(workbook).cell(8, 7), "value", "≥ 72,5: 8"))
    assert faults_of(path) == [("criteria_tier_above", "bang.xlsx: Bảng điểm!G8")]
    edited(path, lambda workbook: setattr(table(workbook).cell(8, 1), "value", "7.7"))
    assert faults_of(path) == [("criteria_variant_of_none", "bang.xlsx: Bảng điểm!A8")]


def test_a_circle_of_parents_is_refused(tmp_path: Path) -> None:
    def change(workbook: Any) -> None:  # noqa: ANN401 - the library's own
        cell_of(workbook, "2.3.1", "parent").value = "2.3.2"
        cell_of(workbook, "2.3.2", "parent").value = "2.3.1"

    found = faults_of(edited(book(tmp_path), change))
    assert found == [
        ("criteria_circular", "bang.xlsx: Bảng điểm!B9"),
        ("criteria_circular", "bang.xlsx: Bảng điểm!B10"),
    ]


def test_an_item_that_is_its_own_parent_is_refused(tmp_path: Path) -> None:
    found = faults_of(edited(book(tmp_path), put("2.3.1", "parent", "2.3.1")))
    assert found == [("criteria_circular", "bang.xlsx: Bảng điểm!B9")]


def test_columns_and_lines_may_move(tmp_path: Path) -> None:
    def change(workbook: Any) -> None:  # noqa: ANN401 - the library's own
        page = table(workbook)
        for row in range(HEAD_ROW, page.max_row + 1):
            left, right = page.cell(row, 4), page.cell(row, 16)
            left.value, right.value = right.value, left.value
        page.insert_rows(2, 3)

    before = read(book(tmp_path))
    assert read(edited(tmp_path / "bang.xlsx", change)) == before


def test_what_stands_outside_is_named(tmp_path: Path) -> None:
    found = faults_of(edited(book(tmp_path), lambda workbook: table(workbook).cell(6, 30, "ghi chú")))
    assert found == [("criteria_cell_outside", "bang.xlsx: Bảng điểm!AD6")]


def test_merged_cells_are_refused(tmp_path: Path) -> None:
    found = faults_of(edited(book(tmp_path), lambda workbook: table(workbook).merge_cells("A6:A7")))
    assert ("xlsx_merged", "bang.xlsx: Bảng điểm!A6") in found


def test_a_label_that_stands_twice_is_refused(tmp_path: Path) -> None:
    found = faults_of(edited(book(tmp_path), put_frame("framework.signed_by", "Tổng điểm", column=1)))
    assert ("criteria_label_twice", "bang.xlsx: Khung!A12") in found


def test_more_rows_than_any_table_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(criteria_cells, "MOST_ROWS", 8)
    assert ("criteria_rows_many", "bang.xlsx: Bảng điểm!A10") in faults_of(book(tmp_path))


@pytest.mark.parametrize("sheet", [FRAME_SHEET, TABLE_SHEET])
def test_a_sheet_that_is_missing_is_named(sheet: str, tmp_path: Path) -> None:
    assert faults_of(edited(book(tmp_path), lambda workbook: workbook.remove(workbook[sheet]))) == [
        ("criteria_sheet_missing", "")
    ]


def test_without_the_sheet_of_zones_there_are_none(tmp_path: Path) -> None:
    path = edited(book(tmp_path), lambda workbook: workbook.remove(workbook[ZONES_SHEET]))
    assert read(path).criteria_set.zones is None


@pytest.mark.parametrize("head", [None, "Điểm", "Mã"])
def test_heads_must_stay(head: str | None, tmp_path: Path) -> None:
    def change(workbook: Any) -> None:  # noqa: ANN401 - the library's own
        head_of(workbook, "max_points").value = head

    assert faults_of(edited(book(tmp_path), change)) == [("criteria_heads_missing", "")]


def test_a_sheet_without_heads_is_refused(tmp_path: Path) -> None:
    path = edited(book(tmp_path), lambda workbook: table(workbook).delete_rows(1, 40))
    assert faults_of(path) == [("criteria_heads_missing", "")]


def test_zones_need_a_terrain_for_their_distances(tmp_path: Path) -> None:
    def change(workbook: Any) -> None:  # noqa: ANN401 - the library's own
        page = workbook[ZONES_SHEET]
        page.cell(4, 1).value, page.cell(4, 3).value = "3", 5

    assert faults_of(edited(book(tmp_path), change)) == [("criteria_terrain_missing", "bang.xlsx: Phân vùng!B4")]


def test_a_zone_may_have_words_alone(tmp_path: Path) -> None:
    zones = {"list": [{"code": "3", "other_vi": "xã khó khăn"}]}
    assert read(book(tmp_path, ("zones", zones))).criteria_set.zones is not None


def test_more_digits_than_a_spreadsheet_keeps_stand_as_text(tmp_path: Path) -> None:
    path = book(tmp_path, ("criteria[1].items[2].items[0].target", "123456789012.123456"))
    assert cell_of(load_workbook(path), "2.3.1", "target").value == "123456789012,123456"
    assert (
        read(path).criteria_set == read_set(changed(("criteria[1].items[2].items[0].target", "123456789012.123456")))[0]
    )


def test_text_that_no_cell_holds_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="criteria_cell_too_long"):
        book(tmp_path, (f"{FIRST}.evidence", ["x" * 5000] * 7))


@pytest.mark.parametrize("field", [*FRAME, *TABLE, *ZONES], ids=lambda field: field.key)
def test_lists_to_choose_from_fit_a_spreadsheet(field: Field) -> None:
    words = field.kind.words.values()
    assert not any("," in word for word in words)
    assert len(",".join(words)) < 256


def test_every_column_has_a_head_of_its_own() -> None:
    assert len({field.head for field in TABLE}) == len(TABLE)
    assert len({field.head for field in FRAME}) == len(FRAME)
