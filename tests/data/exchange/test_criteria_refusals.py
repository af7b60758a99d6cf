"""What persons and spreadsheets do to a criteria set: refused at its place, in the words of the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from data.assessment.reader import read_set
from data.assessment.toml_form import toml_text
from data.assessment.writer import tree_of
from data.errors import Fault, FaultsError
from data.exchange.criteria_layout import FRAME, FRAME_SHEET
from data.exchange.criteria_sheets import FIRST_ROW
from data.exchange.criteria_yaml import yaml_text
from tests.data.assessment.set_trees import FIRST, SHARE, TIERED, changed
from tests.data.exchange.criteria_books import book, cell_of, edited, faults_of, read

NINES = "9" * 5000


def small_toml() -> str:
    """The small set as TOML."""
    found, faults = read_set(changed())
    assert found is not None, faults
    return toml_text(tree_of(found))


def written(folder: Path, name: str, text: str) -> Path:
    """A file of a set."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def refusals(path: Path) -> tuple[Fault, ...]:
    """The faults of a file as they are told."""
    with pytest.raises(FaultsError) as caught:
        read(path)
    return caught.value.faults


def frame_cell(workbook: Any, key: str, column: int = 2) -> Any:  # noqa: ANN401 - the library's own
    """A cell of a line of the frame."""
    row = FIRST_ROW + [field.key for field in FRAME].index(key)
    return workbook[FRAME_SHEET].cell(row, column)


@pytest.mark.parametrize(
    ("number", "place"),
    [
        (NINES, "bang.toml:{line}"),
        ("1_" + "0_" * 5000 + "0", "bang.toml:{line}"),
        ("0x" + "f" * 9000, "bang.toml: framework.total_points"),
        ("1e" + "9" * 30, "bang.toml: framework.total_points"),
        (f"{NINES}.5", "bang.toml: framework.total_points"),
        ("nan", "bang.toml: framework.total_points"),
    ],
)
def test_a_number_beyond_all_bounds_in_toml(number: str, place: str, tmp_path: Path) -> None:
    text = small_toml().replace("total_points = 10", f"total_points = {number}")
    line = next(at for at, each in enumerate(text.splitlines(), 1) if each.startswith("total_points"))
    (fault,) = refusals(written(tmp_path, "bang.toml", text))
    assert (fault.code, fault.place) == ("criteria_not_number", place.format(line=line))
    assert len(fault.parameters["value"]) < 50


def test_a_number_beyond_all_bounds_in_yaml(tmp_path: Path) -> None:
    found, _ = read_set(changed())
    assert found is not None
    text = yaml_text(tree_of(found)).replace("total_points: 10", f"total_points: {NINES}")
    line = next(at for at, each in enumerate(text.splitlines(), 1) if "total_points" in each)
    expected = [("criteria_not_number", f"bang.yaml:{line}: framework.total_points")]
    assert faults_of(written(tmp_path, "bang.yaml", text)) == expected


@pytest.mark.parametrize("key", ["max_points", "tiers", "knock_out"])
def test_a_number_beyond_all_bounds_in_a_spreadsheet(key: str, tmp_path: Path) -> None:
    text = {"max_points": NINES, "tiers": f"≥ {NINES}: 2", "knock_out": f"< {NINES}"}[key]
    path = edited(book(tmp_path), lambda workbook: setattr(cell_of(workbook, "2.2", key), "value", text))
    assert "criteria_not_number" in {code for code, _place in faults_of(path)}
    assert all(place.startswith("bang.xlsx: Bảng điểm!") for _code, place in faults_of(path))


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a = 1\na = 2\n", "a", 2),
        ('a = 1\n"a" = 2\n', "a", 2),
        ("[framework]\n[framework]\n", "framework", 2),
        ("[[criteria]]\n\n[criteria]\n", "criteria", 3),
        ("x = {b = 1, b = 2}\n", "x", 1),
    ],
)
def test_a_key_that_stands_twice_in_toml_is_named_with_its_line(text: str, key: str, line: int, tmp_path: Path) -> None:
    (fault,) = refusals(written(tmp_path, "bang.toml", text))
    assert (fault.code, fault.place, fault.parameters) == ("criteria_key_twice", f"bang.toml:{line}", {"key": key})


@pytest.mark.parametrize("label", ["Bước điểm (cũ)", "", "Ghi chú của trạm"])
def test_a_line_of_the_frame_that_is_none_of_the_template_is_refused_by_its_cell(label: str, tmp_path: Path) -> None:
    def change(workbook: Any) -> None:  # noqa: ANN401 - the library's own
        row = FIRST_ROW + len(FRAME)
        workbook[FRAME_SHEET].cell(row, 1).value = label or None
        workbook[FRAME_SHEET].cell(row, 2).value = "0,5"

    place = f"bang.xlsx: Khung!A{FIRST_ROW + len(FRAME)}"
    assert faults_of(edited(book(tmp_path), change)) == [("criteria_label_unknown", place)]


def test_a_label_that_was_renamed_is_refused_by_its_cell(tmp_path: Path) -> None:
    path = edited(
        book(tmp_path, ("framework.signed_by", "Bà A")),
        lambda workbook: setattr(frame_cell(workbook, "framework.signed_by", 1), "value", "Ký tên"),
    )
    (fault,) = refusals(path)
    place = f"bang.xlsx: Khung!A{FIRST_ROW + 3}"
    assert (fault.code, fault.place, fault.parameters) == ("criteria_label_unknown", place, {"value": "Bà A"})


@pytest.mark.parametrize(
    ("key", "value", "code", "words"),
    [
        ("framework.total_points", None, "criteria_missing_key", {"key": "Tổng điểm"}),
        ("framework.total_points", "mười", "criteria_not_number_cell", {"value": "mười"}),
        ("framework.valid_from", "40/13/2023", "criteria_not_day_cell", {"value": "40/13/2023"}),
        ("pass_rule.total_min_percent", None, "criteria_missing_key", {"key": "Đạt khi tổng điểm từ (%)"}),
        ("recognition.term_years", "7,5", "criteria_number_outside", {"value": "7,5", "least": "1", "most": "50"}),
        ("certainty", None, "criteria_missing_key", {"key": "Độ chắc chắn của bảng"}),
    ],
)
def test_the_frame_is_told_of_in_its_labels(
    key: str, value: object, code: str, words: dict[str, str], tmp_path: Path
) -> None:
    path = edited(book(tmp_path), lambda workbook: setattr(frame_cell(workbook, key), "value", value))
    (fault,) = refusals(path)
    assert (fault.code, fault.parameters) == (code, words)


def test_a_label_that_is_gone_is_missed_on_its_sheet(tmp_path: Path) -> None:
    def change(workbook: Any) -> None:  # noqa: ANN401 - the library's own
        frame_cell(workbook, "framework.total_points", 1).value = None
        frame_cell(workbook, "framework.total_points").value = None

    (fault,) = refusals(edited(book(tmp_path), change))
    assert (fault.code, fault.place, fault.parameters) == (
        *("criteria_missing_key", "bang.xlsx: Khung", {"key": "Tổng điểm"}),
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ((f"{TIERED}.tiers", []), "criteria_tiers_missing_cell"),
        ((f"{SHARE}.target", None), "criteria_target_missing_cell"),
        ((f"{FIRST}.binds", {"indicator": "gone"}), "criteria_indicator_gone_cell"),
        ((f"{FIRST}.binds", {"indicator": "staff_count"}), "criteria_yes_no_figure_cell"),
    ],
)
def test_the_table_is_told_of_in_its_heads(change: tuple[str, object], code: str, tmp_path: Path) -> None:
    assert [fault.code for fault in refusals(book(tmp_path, change))] == [code]


def test_a_note_names_the_kinds_of_scoring_as_the_sheet_does(tmp_path: Path) -> None:
    (doubt,) = read(book(tmp_path, (f"{FIRST}.target", "5"))).warnings
    assert doubt.parameters == {
        **{"key": "Mức đủ điểm (theo tỷ lệ)", "scoring": "có/không", "of": "theo tỷ lệ"},
    }
