"""``catalogue import``: a criteria set into a station file, whole or not at all; each fault in a plain sentence."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from data import assessment_queries, commands
from data.assessment.shipped import shipped_sets
from data.assessment.writer import tree_of
from data.exchange.criteria_files import write_criteria_file
from tests.data.assessment.set_trees import GOLDEN
from tests.ui.cli.tools import Run
from ui import cli_criteria

TABLE = GOLDEN / "bang-thu-47.yaml"
TEXT = TABLE.read_text("utf-8")


def versions(station: Path) -> list[str]:
    """Versions of the station's own sets, oldest first."""
    with commands.open_station(station, writing=False) as store:
        return [stored.version for stored in assessment_queries.stored_sets(store)]


def written(folder: Path, text: str, name: str = "bang.yaml") -> Path:
    """A file of a set."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_set_is_kept_in_its_version(run: Run, station: Path) -> None:
    answer = run("catalogue", "import", station, TABLE)
    assert (answer.status, answer.err) == (0, "")
    assert "BANG-THU-47" in answer.out
    assert "10 tiêu chí, 47 nội dung chấm" in answer.out
    assert "Bảng do đơn vị nhập." in answer.out
    (version,) = versions(station)
    assert f"bản {version}:" in answer.out


@pytest.mark.parametrize("ending", ["toml", "xlsx"])
def test_another_form_of_the_same_set_changes_nothing(ending: str, run: Run, station: Path, tmp_path: Path) -> None:
    run("catalogue", "import", station, TABLE)
    handed = tmp_path / f"bang.{ending}"
    with commands.open_station(station, writing=False) as store:
        write_criteria_file(tree_of(assessment_queries.criteria_set(store, "BANG-THU-47")), handed)
    answer = run("catalogue", "import", station, handed)
    assert (answer.status, answer.err) == (0, "")
    assert "không có gì thay đổi" in answer.out
    assert len(versions(station)) == 1


def test_a_new_version_says_what_it_changes(run: Run, station: Path, tmp_path: Path) -> None:
    run("catalogue", "import", station, TABLE)
    text = TEXT.replace("Sổ sách quản lý thuốc", "Sổ thuốc").replace(
        "zone: 1, applies: false", "zone: 2, applies: false"
    )
    answer = run("catalogue", "import", station, written(tmp_path, text))
    assert answer.status == 0
    assert "có 5 chỗ khác:" in answer.out
    assert "  4.4: nội dung: Sổ sách quản lý thuốc → Sổ thuốc\n" in answer.out
    assert "  3.5: có áp dụng (vùng 2): (trống) → không\n" in answer.out
    assert len(versions(station)) == 2


def test_an_older_version_counts_again(run: Run, station: Path, tmp_path: Path) -> None:
    run("catalogue", "import", station, TABLE)
    run("catalogue", "import", station, written(tmp_path, TEXT.replace("Sổ sách quản lý thuốc", "Sổ thuốc")))
    (first, second) = versions(station)
    answer = run("catalogue", "import", station, TABLE)
    assert "  4.4: nội dung: Sổ thuốc → Sổ sách quản lý thuốc\n" in answer.out
    assert versions(station) == [second, first]


def test_the_shipped_set_itself_changes_nothing(run: Run, station: Path) -> None:
    answer = run("catalogue", "import", station, GOLDEN / "1300-QD-BYT.yaml")
    assert (answer.status, versions(station)) == (0, [])
    assert f"1300-QD-BYT bản {shipped_sets()[0].version} đã có sẵn" in answer.out


def test_the_first_differences_are_listed(
    run: Run, station: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_criteria, "MOST_CHANGES", 2)
    run("catalogue", "import", station, TABLE)
    answer = run("catalogue", "import", station, written(tmp_path, TEXT.replace("(bảng thử)", "(thử)")))
    assert answer.out.endswith("  … và 8 chỗ khác nữa.\n")


def test_warnings_are_said_and_refuse_nothing(run: Run, station: Path, tmp_path: Path) -> None:
    text = TEXT.replace("indicator_count: 47", "indicator_count: 48")
    answer = run("catalogue", "import", station, written(tmp_path, text))
    assert answer.status == 0
    assert "Lưu ý: bang.yaml:11: framework.indicator_count: Bảng ghi có 48 nội dung nhưng đếm được 46." in answer.out


BAD = [
    ("criterion: 1\n", "criterion: 2\n", "Mã “2” đã dùng ở"),
    ("total_points: 100", "total_points: 99", "Điểm của các tiêu chí cộng lại là 100, không bằng tổng điểm 99."),
    (
        "max_points: 14",
        "max_points: 15",
        "Điểm của các nội dung trong mục 1 cộng lại là 14, không bằng điểm tối đa 15.",
    ),
    ('points: "4"', 'points: "5"', "Mức này cho 5 điểm, lớn hơn điểm tối đa 4."),
    ('points: "4"', 'points: "-1"', "Điểm -1 nhỏ hơn 0."),
    ('points: "4"', 'points: "3.3"', "Điểm 3,3 không phải là bội số của bước điểm 0,5."),
    ('bound: "90", points: "2"', 'bound: "96", points: "2"', "Mức này không bao giờ tới được"),
    ('">=", bound: "90"', '"<=", bound: "90"', "Các mức vừa có dấu lớn hơn vừa có dấu nhỏ hơn."),
    ("point_step: 0.5", "point_step: 0.3", "Bước điểm 0,3 không dùng được. Xin dùng một trong: 1; 0,5; 0,25; 0,1."),
    ('code: "1.2"', 'code: "1.1"', "Mã “1.1” đã dùng ở bang.yaml:"),
    ("indicator: staff_title_groups_count", "indicator: gone", "Bộ danh mục không có chỉ tiêu “gone” (có thể đã bỏ)."),
    ("data_element: annual_plan_approved", "data_element: gone", "Bộ danh mục không có trường số liệu “gone”"),
    ('valid_to: "2030-12-31"', 'valid_to: "2020-12-31"', "Ngày hết hiệu lực sớm hơn ngày có hiệu lực."),
    ("scoring: proportional, target: 4,", "scoring: proportional,", "cần mức đạt đủ điểm lớn hơn 0. Xin ghi target."),
    ("scoring: deduction, per_fault: 1,", "scoring: deduction,", "cần số điểm trừ cho mỗi lỗi"),
    ("        knock_out: true", "        knock_out: null", "chưa rõ có phải điểm liệt không"),
    ('certainty: "BẢNG THỬ', 'extra: 1\ncertainty: "BẢNG THỬ', "Khóa “extra” không dùng được ở đây."),
    ("  no_knock_out: true\n", "", "Thiếu “no_knock_out”. Xin ghi thêm."),
    ("scoring: manual\n", "scoring: guess\n", "“guess” không dùng được ở đây. Xin ghi một trong: yes_no, tiered,"),
    (
        'items:\n      - code: "1.1"',
        'items: &a\n      - {code: x, items: *a}\n      - code: "1.1"',
        "nằm trong chính nó",
    ),
    ("criterion: 1\n", "criterion: 1\n    criterion: 1\n", "Khóa “criterion” ghi hai lần."),
    ("max_points: 14", "max_points: 14 %", "“14 %” không phải là số."),
    ("max_points: 14", "max_points: [14", "Tệp không đúng dạng YAML ở dòng này"),
    ("max_points: 14", "max_points: null", "Mục 1 chưa có điểm tối đa. Xin ghi điểm."),
    ('text_vi: "Thông tin, báo cáo"', 'text_vi: ""', "“text_vi” để trống."),
]


@pytest.mark.parametrize(("old", "new", "sentence"), BAD)
def test_bad_input_is_refused_in_a_plain_sentence(
    old: str, new: str, sentence: str, run: Run, station: Path, tmp_path: Path
) -> None:
    assert old in TEXT
    before = hashlib.sha256(station.read_bytes()).hexdigest()
    answer = run("catalogue", "import", station, written(tmp_path, TEXT.replace(old, new, 1)))
    assert (answer.status, answer.out) == (1, "")
    assert any(line.startswith("bang.yaml:") and sentence in line for line in answer.err.splitlines())
    assert answer.err.splitlines()[-1].startswith("bang.yaml: bảng điểm có ")
    assert hashlib.sha256(station.read_bytes()).hexdigest() == before


def test_files_that_are_none_are_refused(run: Run, station: Path, tmp_path: Path) -> None:
    for path, sentence in (
        (tmp_path / "bang.yaml", "Không tìm thấy tệp"),
        (written(tmp_path, "x", "bang.docx"), "không phải là tệp bảng điểm đọc được"),
        (written(tmp_path, "", "trong.yaml"), "không có nội dung"),
        (written(tmp_path, "x", "hong.xlsx"), "không phải là tệp Excel"),
    ):
        answer = run("catalogue", "import", station, path)
        assert (answer.status, answer.out) == (1, "")
        assert sentence in answer.err


def test_while_another_copy_writes_nothing_is_imported(run: Run, station: Path) -> None:
    with commands.open_station(station, writing=True):
        answer = run("catalogue", "import", station, TABLE)
    assert (answer.status, answer.out) == (1, "")
    assert versions(station) == []


def test_shipped_sets_are_listed_and_checked(run: Run) -> None:
    lines = [line.split("\t") for line in run("catalogue", "list").out.splitlines()]
    found = [line for line in lines if line[0] == "criteria_set"]
    assert [line[1] for line in found] == ["1300-QD-BYT", "4667-QD-BYT"]
    assert found[0][3] == "secondary source seen"
    assert "Bộ tiêu chí 1300-QD-BYT" in run("catalogue", "check").out
