"""``assess`` and ``catalogue import`` while a year's assessment stays with an older version of its set."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.data.assessment.table_builders import criterion, leaf, tiers, tree
from tests.ui.cli.test_assess import DESCRIPTION, answers_file, assess, keep
from tests.ui.cli.tools import HEAD, Run, row

OLD = tree(criterion(1, "10"))
NEW = tree(criterion(1, "10", leaf("1.1")))
YAML = """schema: criteria/1
framework: {id: BANG-THU, title_vi: BẢNG THỬ, decision: thử, valid_from: "2023-01-01", valid_to: null,
  total_points: 10, point_step: 0.5}
pass_rule: {total_min_percent: 80, each_criterion_min_percent: 50, no_knock_out: true, knock_out_items_known: true,
  denominator: full}
certainty: bảng thử
criteria: [{criterion: 1, name_vi: Tiêu chí 1, max_points: 10, items_complete: true, items: [
  {code: "1.1", text_vi: Nội dung 1.1, max_points: 10, scoring: yes_no, knock_out: true}]}]
"""


@pytest.fixture
def versions(run: Run, station: Path, tmp_path: Path) -> tuple[str, str]:
    """The version that the assessment of 2024 was begun with, and the newest."""
    keep(station, OLD)
    old = assess(run, station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1,,7,"), "--save")["version"]
    keep(station, NEW)
    new = assess(run, station, "--year", "2023", "--set", "BANG-THU")["version"]
    return str(old), str(new)


def test_answers_that_are_tried_are_scored_by_the_newest_version(
    run: Run, station: Path, tmp_path: Path, versions: tuple[str, str]
) -> None:
    old, new = versions
    answers = answers_file(tmp_path, "1.1,,yes,")
    found = assess(run, station, *DESCRIPTION, "--answers", answers)
    assert (found["version"], found["total"]) == (new, "10")
    said = run("assess", station, *DESCRIPTION, "--answers", answers).err
    assert said == (
        f"Chấm thử theo phiên bản mới nhất {new}. Kết quả chấm đã lưu của năm 2024 vẫn dùng phiên bản {old}.\n"
    )


def test_stored_answers_stay_with_the_version_of_their_assessment(
    run: Run, station: Path, versions: tuple[str, str]
) -> None:
    answer = run("assess", station, *DESCRIPTION)
    assert (f"phiên bản {versions[0]}" in answer.out, answer.err) == (True, "")


def test_an_item_of_a_newer_version_is_refused_with_what_to_do(
    run: Run, station: Path, tmp_path: Path, versions: tuple[str, str]
) -> None:
    refused = run("assess", station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1,,x,", "1.1,,yes,"), "--save")
    assert (refused.status, refused.out) == (1, "")
    (number, unknown, _closing) = refused.err.splitlines()
    assert "cần một con số" in number
    assert f"phiên bản {versions[0]}, bản mà kết quả chấm năm 2024 đang dùng" in unknown
    assert "trang Bộ tiêu chí" in unknown


def test_an_import_names_the_years_that_keep_the_version_before(
    run: Run, station: Path, tmp_path: Path, versions: tuple[str, str]
) -> None:
    assert versions[0] != versions[1]
    path = tmp_path / "bang.yaml"
    path.write_text(YAML, "utf-8")
    assert "vẫn giữ bản trước: 2024. Muốn chuyển" in run("catalogue", "import", station, path).out


def test_an_import_that_no_assessment_waits_for_names_no_years(run: Run, station: Path, tmp_path: Path) -> None:
    path = tmp_path / "bang.yaml"
    path.write_text(YAML, "utf-8")
    assert "bản trước" not in run("catalogue", "import", station, path).out


def test_a_version_that_differs_in_nothing_listed_says_so(run: Run, station: Path, tmp_path: Path) -> None:
    path = tmp_path / "bang.yaml"
    path.write_text(YAML, "utf-8")
    run("catalogue", "import", station, path)
    path.write_text(YAML.replace("text_vi: Nội dung 1.1", 'text_vi: "Nội dung\\n1.1"'), "utf-8")
    said = run("catalogue", "import", station, path).out
    assert "chỉ khác cách xuống dòng" in said
    assert "0 chỗ khác" not in said


def test_another_class_than_the_figure_is_answered_with_a_reason(run: Run, station: Path, tmp_path: Path) -> None:
    classes = tiers(("=", "I", "10"), ("=", "II", "4"))
    bound = leaf("1.1", "tiered", binds={"data_element": "hospital_class"}, tiers=classes)
    keep(station, tree(criterion(1, "10", bound)))
    figures = tmp_path / "figures.csv"
    figures.write_text(HEAD + row("hospital_class", "2024", "I"), "utf-8")
    assert run("import", station, figures).status == 0
    answers = answers_file(tmp_path, "1.1,,IV,hạng mới")
    (item,) = assess(run, station, *DESCRIPTION, "--answers", answers, "--save")["items"]
    assert (item["answer"], item["points"], item["source"]) == ("IV", "0", "override")
    (stored,) = assess(run, station, *DESCRIPTION)["items"]
    assert stored["answer"] == "IV"
