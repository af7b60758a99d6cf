"""``assess``: what is scored, what is stored, what is refused; the points themselves are proven elsewhere."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from data import assessment_commands, assessment_queries, commands, queries
from data.assessment import writer
from data.assessment.records import Assessment, Layer, StoredSet
from data.catalogue import load_catalogue
from data.model import Attribution
from data.printing import printed_number
from tests.data.assessment.table_builders import criterion, leaf, set_of, tiers, tree
from tests.ui.cli.tools import HEAD, NOW, Run, row

BY = Attribution(user="Lan", now=NOW)
MOST = (14, 10, 12, 9, 19, 12, 6, 11, 3)
LAST = criterion(10, "4", leaf("10.1", "manual", "3"), leaf("10.2", "manual", "1", knock_out=True))
TEN = (*(criterion(number, str(most)) for number, most in enumerate(MOST, 1)), LAST)
VERIFIED = tree(*TEN, total="100")
NOT_VERIFIED = tree(*TEN, total="100", knock_out_items_known=False)
BOUND = tree(
    criterion(
        1,
        "10",
        leaf("1.1", points="4", binds={"data_element": "solid_waste_system"}),
        leaf(
            "1.2",
            "tiered",
            "6",
            tiers=tiers((">=", "2", "6")),
            region_variants=[{"zone": 3, "max_points": "5", "tiers": tiers((">=", "1", "5"))}],
        ),
    )
)
DESCRIPTION = ("--year", "2024", "--set", "BANG-THU")

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "criteria" / "vectors.yaml"
VECTOR = ("--year", "2024", "--set", "BANG-THU-VECTOR")
VECTORS = [
    ("11 8 10 7 15 10 5 9 2 2 yes", "80", "dat", []),
    ("10.5 8 10 7 15 10 5 9 2 2 yes", "79.5", "khong_dat", ["total: 79.5 < 80"]),
    ("13 10 12 9 17 11 6 10 1 2 yes", "92", "khong_dat", ["criterion 9: 1 < 1.5"]),
    ("13 9 11 8 16 11 5 10 1.5 2 yes", "87.5", "dat", []),
    ("14 10 12 9 19 12 6 11 3 3 no", "99", "khong_dat", ["knock_out 10.2"]),
]
"""The vectors of criteria.md 9.4; a leaf of one point is the knock-out, so that it alone decides."""


def keep(station: Path, table: dict[str, Any]) -> None:
    """Store a table as a set of the station's own."""
    content = writer.canonical(writer.tree_of(set_of(table)))
    with commands.open_station(station, writing=True) as store:
        stored = StoredSet("BANG-THU", writer.version_of(content), content, "bang-thu.yaml")
        assessment_commands.save_definition(store, stored, BY)


def answers_file(folder: Path, *lines: str) -> Path:
    """A file of answers."""
    path = folder / "F.csv"
    path.write_text("\n".join(["item,layer,answer,reason", *lines, ""]), encoding="utf-8")
    return path


def vector_file(folder: Path, points: str) -> Path:
    """The points of the ten criteria; the last one has two leaves."""
    items = [*map(str, range(1, 10)), "10.1", "10.2"]
    return answers_file(folder, *(f"{item},,{each}," for item, each in zip(items, points.split(), strict=True)))


def assess(run: Run, *words: object) -> dict[str, Any]:
    """The JSON of one call."""
    answer = run("assess", *words, "--format", "json")
    assert answer.status == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


@pytest.mark.parametrize(("points", "total", "verdict", "failed"), VECTORS)
def test_the_vectors(
    run: Run, station: Path, tmp_path: Path, points: str, total: str, verdict: str, failed: list[str]
) -> None:
    assert run("catalogue", "import", station, GOLDEN).status == 0
    found = assess(run, station, *VECTOR, "--answers", vector_file(tmp_path, points))
    assert (found["total"], found["max_total"], found["verdict"], found["failed"]) == (total, "100", verdict, failed)
    hit = [item["item"] for item in found["items"] if item["knock_out_hit"]]
    assert hit == ["10.2"] * (total == "99")


def test_the_vector_whose_knock_outs_are_not_known(run: Run, station: Path, tmp_path: Path) -> None:
    open_list = tmp_path / "vectors.yaml"
    known, unknown = "knock_out_items_known: true", "knock_out_items_known: false"
    open_list.write_text(GOLDEN.read_text("utf-8").replace(known, unknown), "utf-8")
    assert run("catalogue", "import", station, open_list).status == 0
    answers = vector_file(tmp_path, "14 10 12 9 19 12 6 11 3 3 yes")
    found = assess(run, station, *VECTOR, "--answers", answers)
    assert (found["total"], found["verdict"], found["failed"]) == ("100", "chua_du_can_cu", [])
    text = run("assess", station, *VECTOR, "--answers", answers).out
    assert "Kết luận: Chưa đủ căn cứ" in text
    assert "Đạt" not in text
    assert "chưa kiểm tra điểm liệt – bảng điểm chi tiết chưa được nhập" in text


def test_the_shipped_set_at_the_level_of_criteria(run: Run, station: Path, tmp_path: Path) -> None:
    answers = answers_file(tmp_path, *(f"{number},,{most}," for number, most in enumerate((*MOST, 4), 1)))
    found = assess(run, station, "--year", "2024", "--set", "1300-QD-BYT", "--answers", answers)
    assert (found["total"], found["max_total"], found["verdict"]) == ("100", "100", "chua_du_can_cu")
    assert (found["knock_out_items_known"], found["entered_by_unit"]) == (False, False)
    text = run("assess", station, "--year", "2024", "--set", "1300-QD-BYT", "--answers", answers).out
    assert "Độ tin cậy: secondary source seen\n" in text
    assert "chưa kiểm tra điểm liệt – bảng điểm chi tiết chưa được nhập" in text
    assert "Đạt" not in text


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (VECTORS[0][0], ["Kết luận: Đạt"]),
        (VECTORS[1][0], ["Kết luận: Không đạt", "Tổng điểm 79,5 thấp hơn mức phải có là 80"]),
        (VECTORS[2][0], ["Kết luận: Không đạt", "Tiêu chí 9: 1 điểm, thấp hơn mức phải có là 1,5"]),
        (VECTORS[4][0], ["Kết luận: Không đạt", "Điểm liệt ở nội dung 10.2"]),
    ],
)
def test_the_table_names_verdict_and_failed_clauses(
    run: Run, station: Path, tmp_path: Path, points: str, words: list[str]
) -> None:
    assert run("catalogue", "import", station, GOLDEN).status == 0
    text = run("assess", station, *VECTOR, "--answers", vector_file(tmp_path, points)).out
    assert all(word in text for word in words)
    assert "không phải bảng điểm chính thức (do đơn vị nhập)" in text


def test_criteria_and_items_have_their_keys(run: Run, station: Path, tmp_path: Path) -> None:
    keep(station, VERIFIED)
    found = assess(run, station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1,,13.5,", "10.1,,3,"))
    assert {key: found["criteria"][0][key] for key in ("criterion", "points", "max_points")} == {
        **{"criterion": "1", "points": "13.5", "max_points": "14"}
    }
    assert [each["points"] for each in found["criteria"]] == ["13.5", *[None] * 8, "3"]
    keys = ("item", "points", "max_points", "answer", "source", "knock_out_hit")
    shown = {item["item"]: [item[key] for key in keys[1:]] for item in found["items"]}
    assert (shown["1"], shown["2"]) == (["13.5", "14", "13.5", "answer", False], [None, "10", None, None, False])
    assert (found["total"], found["verdict"], len(found["unscored"])) == ("16.5", "chua_du_can_cu", 9)
    assert found["foreseen"] == []


def test_bound_leaves_take_the_figures_of_the_file(run: Run, station: Path, tmp_path: Path) -> None:
    keep(station, BOUND)
    figures = tmp_path / "figures.csv"
    figures.write_text(HEAD + row("solid_waste_system", "2024", "true") + row("criteria_zone", "2024", "3"), "utf-8")
    assert run("import", station, figures).status == 0
    found = assess(run, station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1.2,,1,"))
    assert [(item["points"], item["source"]) for item in found["items"]] == [("4", "figure"), ("5", "answer")]
    assert found["zone"] == "3"
    aside = run("assess", station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1.1,,no,", "1.2,,1,"))
    assert "1.1" in aside.err
    assert "reason" in aside.err
    assert "theo số liệu" in aside.out
    override = assess(run, station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1.1,,no,hỏng"))
    assert (override["items"][0]["points"], override["items"][0]["source"]) == ("0", "override")
    shown = run("assess", station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1.1,,no,hỏng"))
    assert "thay số liệu: hỏng" in shown.out
    assert shown.err == ""


def test_without_the_zone_it_is_said_which_items_wait(run: Run, station: Path, tmp_path: Path) -> None:
    keep(station, BOUND)
    answer = run("assess", station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1.2,,1,"))
    assert answer.status == 0
    assert "chưa chấm được: 1.2." in answer.err
    assert "chưa biết vùng của trạm" in answer.out
    assert "thiếu số liệu solid_waste_system" in answer.out


def test_only_what_the_points_wait_for_is_asked(run: Run, station: Path) -> None:
    keep(station, tree(criterion(1, "10", leaf("1.1", region_variants=[{"region": "mien_nui", "max_points": "8"}]))))
    said = run("assess", station, *DESCRIPTION).err
    assert "miền núi hay đồng bằng, nên chưa chấm được: 1.1." in said
    assert "criteria_zone" not in said


def test_a_share_is_printed_with_the_decimals_of_the_catalogue(run: Run, example: Path) -> None:
    share = leaf("1.1", "proportional", binds={"indicator": "health_insurance_coverage"}, target="100")
    keep(example, tree(criterion(1, "10", share)))
    exact = assess(run, example, *DESCRIPTION)["items"][0]["answer"]
    assert len(exact) > len("95.123456")
    words = run("assess", example, *DESCRIPTION).out.split()
    assert printed_number(Fraction(exact), load_catalogue().indicators["health_insurance_coverage"].decimals) in words


def test_without_save_nothing_is_stored(run: Run, station: Path, tmp_path: Path) -> None:
    keep(station, VERIFIED)
    before = station.read_bytes()
    assess(run, station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1,,13,"))
    assert station.read_bytes() == before


def test_save_makes_them_the_stored_answers_of_the_layers_they_name(run: Run, station: Path, tmp_path: Path) -> None:
    keep(station, VERIFIED)
    first = answers_file(tmp_path, "1,,13,", "2,,8,", "1,Sở Y tế,12,thiếu hồ sơ", "3,UBND,7,")
    saved = run("assess", station, *DESCRIPTION, "--answers", first, "--save", "--user", "Lan")
    assert (saved.status, saved.err) == (0, "Đã lưu câu trả lời của: trạm tự chấm, Sở Y tế chấm, UBND chấm.\n")
    second = answers_file(tmp_path, "2,,9,", "1,Sở Y tế,11,", "2,Sở Y tế,,")
    run("assess", station, *DESCRIPTION, "--answers", second, "--save")
    with commands.open_station(station, writing=False) as store:
        kept = assessment_queries.assessed(store, 2024, "BANG-THU")
    assert {(each.layer, each.item): each.answer for each in kept.answers} == {
        ("tu_cham", "2"): "9",
        ("Sở Y tế", "1"): "11",
        ("UBND", "3"): "7",
    }
    found = assess(run, station, *DESCRIPTION)
    assert (found["layer"], found["total"]) == ("tu_cham", "9")
    assert [(each["layer"], each["total"]) for each in found["layers"]] == [("Sở Y tế", "11"), ("UBND", "7")]
    assert queries.check_file(station) == ()


def test_a_file_without_answers_stores_nothing(run: Run, station: Path, tmp_path: Path) -> None:
    keep(station, VERIFIED)
    saved = run("assess", station, *DESCRIPTION, "--answers", answers_file(tmp_path), "--save")
    assert (saved.status, saved.err) == (0, "")
    with commands.open_station(station, writing=False) as store:
        assert assessment_queries.assessments(store) == ()


def test_the_first_layer_named_stands_at_the_top_without_the_stations_own(
    run: Run, station: Path, tmp_path: Path
) -> None:
    keep(station, VERIFIED)
    answers = answers_file(tmp_path, "1,Sở Y tế,13,", "1,UBND,12,")
    found = assess(run, station, *DESCRIPTION, "--answers", answers)
    assert (found["layer"], found["total"], [each["layer"] for each in found["layers"]]) == ("Sở Y tế", "13", ["UBND"])
    assert "UBND chấm: 12/100 điểm, Chưa đủ căn cứ" in run("assess", station, *DESCRIPTION, "--answers", answers).out


def test_an_assessment_keeps_the_version_it_was_begun_with(run: Run, station: Path, tmp_path: Path) -> None:
    keep(station, VERIFIED)
    first = assess(run, station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1,,13,"), "--save")["version"]
    keep(station, NOT_VERIFIED)
    assert assess(run, station, *DESCRIPTION)["version"] == first
    assert assess(run, station, "--year", "2023", "--set", "BANG-THU")["version"] != first


def test_a_year_without_answers_says_so(run: Run, station: Path) -> None:
    answer = run("assess", station, "--year", "2024", "--set", "1300-QD-BYT")
    assert answer.status == 0
    assert "chưa lưu câu trả lời nào của năm 2024" in answer.err


def test_layers_that_were_begun_are_listed(run: Run, station: Path) -> None:
    keep(station, VERIFIED)
    with commands.open_station(station, writing=True) as store:
        version = assessment_queries.criteria_set(store, "BANG-THU").version
        assessment_commands.start_assessment(store, Assessment(2024, "BANG-THU", version), BY)
        assessment_commands.save_layer(store, Layer(2024, "BANG-THU", "Sở Y tế"), BY)
    found = assess(run, station, *DESCRIPTION)
    assert (found["layer"], [each["layer"] for each in found["layers"]]) == ("tu_cham", ["Sở Y tế"])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--year", "2024", "--set", "KHAC"), "Các bộ hiện có: 1300-QD-BYT, 4667-QD-BYT"),
        (("--year", "2022", "--set", "1300-QD-BYT"), "không có hiệu lực vào ngày 31/12/2022"),
        (("--year", "2031", "--set", "1300-QD-BYT"), "09/03/2023 – 31/12/2030"),
        (("--year", "2022", "--set", "BANG-THU"), "01/01/2023 – …"),
        (("--year", "2024Q1", "--set", "1300-QD-BYT"), "“2024Q1” không phải là năm"),
        (("--year", "năm nay", "--set", "1300-QD-BYT"), "“năm nay” không phải là năm"),
        (("--year", "2016", "--set", "4667-QD-BYT"), "không ghi điểm của tiêu chí 1"),
        (("--year", "2024", "--set", "1300-QD-BYT", "--answers", "khong-co.csv"), "khong-co.csv"),
    ],
)
def test_what_is_refused(run: Run, station: Path, words: tuple[str, ...], sentence: str) -> None:
    keep(station, VERIFIED)
    answer = run("assess", station, *words)
    assert (answer.status, answer.out) == (1, "")
    assert sentence in answer.err


def test_a_file_with_faults_changes_nothing(run: Run, station: Path, tmp_path: Path) -> None:
    keep(station, VERIFIED)
    answers = answers_file(tmp_path, "1,,15,", "2,,8,", "10.3,,1,", "2,,9,")
    refused = run("assess", station, *DESCRIPTION, "--answers", answers, "--save")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.splitlines() == [
        f"{answers}:2: 15 điểm cao hơn điểm chuẩn của nội dung 1 (14 điểm). Xin sửa lại số điểm.",
        f"{answers}:4: Bộ tiêu chí BANG-THU không có nội dung chấm “10.3”. Xin xem lại mã nội dung.",
        f"{answers}:5: Nội dung 2 của tu_cham đã có ở dòng 3. Mỗi nội dung chỉ được ghi một lần cho mỗi cấp chấm.",
        f"Chưa chấm điểm nào từ {answers}: tìm thấy 3 lỗi. Xin sửa hết rồi làm lại.",
    ]
    with commands.open_station(station, writing=False) as store:
        assert assessment_queries.assessments(store) == ()


@pytest.mark.parametrize(
    "words", [("--year", "2024"), ("--set", "X"), (*DESCRIPTION, "--save"), (*DESCRIPTION, "--format", "csv")]
)
def test_wrong_usage(run: Run, station: Path, words: tuple[str, ...]) -> None:
    assert run("assess", station, *words).status == 2


def test_in_english(run: Run, station: Path, tmp_path: Path) -> None:
    keep(station, VERIFIED)
    answers = answers_file(tmp_path, "9,,1,", "1,,,")
    text = run("assess", station, *DESCRIPTION, "--answers", answers, "--lang", "en").out
    assert "Verdict: No sufficient ground" in text
    assert "Even if every open item got all its points" in text
