"""The yearly self-assessment on paper: what stands in it, which words never do, what every page says of its set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from data.assessment.definitions import CriteriaSet
from data.assessment.records import SELF_LAYER, Assessment, Layer
from data.assessment.results import Place, Problem, Reading
from data.model import Profile, ReportText, Status
from reports.definitions.self_assessment import SelfAssessmentInput, make_document
from reports.document import Paragraph, ScoreChart
from reports.pdf import render_pdf
from reports.sections.assessment_words import is_official, problem_words
from reports.sections.wording import certainty_words
from tests.builders import make_station
from tests.reports.assessment_builders import (
    SHIPPED_POINTS,
    TYPED,
    all_text,
    made_up_table,
    make_assessment,
    sentences,
    shipped_input,
    shipped_set,
    table_input,
)
from tests.reports.golden import FOLDER, as_json
from tests.reports.pdf_reading import read, runs, whole_text
from tests.reports.plan_builders import PROFILE

NO_GROUND = "Chưa đủ căn cứ: chưa kiểm tra điểm liệt – bảng điểm chi tiết chưa được nhập"

VECTORS: tuple[tuple[tuple[str, ...], bool, str, tuple[str, ...]], ...] = (
    (("11", "8", "10", "7", "15", "10", "5", "9", "2", "3"), True, "Kết luận: Đạt.", ()),
    (
        ("10.5", "8", "10", "7", "15", "10", "5", "9", "2", "3"),
        True,
        "Kết luận: Không đạt, vì:",
        ("- Tổng điểm 79,5 điểm, dưới mức 80 điểm.",),
    ),
    (
        ("13", "10", "12", "9", "17", "11", "6", "10", "1", "3"),
        True,
        "Kết luận: Không đạt, vì:",
        ("- Tiêu chí 9 (Tiêu chí thử 9): 1 điểm, dưới mức 1,5 điểm.",),
    ),
    (("13", "9", "11", "8", "16", "11", "5", "10", "1.5", "3"), True, "Kết luận: Đạt.", ()),
    (
        ("14", "10", "12", "9", "19", "12", "6", "11", "3", "no"),
        True,
        "Kết luận: Không đạt, vì:",
        ("- Bị điểm liệt ở nội dung 10.2: Nội dung thử, điểm liệt.",),
    ),
    (("14", "10", "12", "9", "19", "12", "6", "11", "3", "4"), False, f"Kết luận: {NO_GROUND}.", ()),
)
"""Points of the ten criteria, whether the knock-outs are known, the verdict, the clauses that fail."""


def vector_input(points: Sequence[str], *, is_known: bool = True) -> SelfAssessmentInput:
    """The made-up table of the test vectors; of its tenth criterion one leaf of one point is a knock-out."""
    *others, last = points
    own = {str(number): point for number, point in enumerate(others, start=1)}
    own |= {"10.1": "3", "10.2": "no"} if last == "no" else {"10.1": str(int(last) - 1), "10.2": "yes"}
    table = made_up_table("vectors")
    return make_assessment(table._replace(pass_rule=table.pass_rule._replace(knock_out_items_known=is_known)), own)


# --- golden --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["1300", "bang_thu_47"])
def test_the_report_is_the_golden_one(name: str, pytestconfig: pytest.Config) -> None:
    given = shipped_input() if name == "1300" else table_input()
    made, path = as_json(make_document(given)), FOLDER / f"self_assessment_{name}.json"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("given", [shipped_input(), table_input()], ids=["1300", "47"])
def test_the_same_assessment_gives_the_same_bytes(given: SelfAssessmentInput) -> None:
    assert render_pdf(make_document(given)) == render_pdf(make_document(given))


# --- verdict -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("points", "is_known", "verdict", "clauses"), VECTORS)
def test_the_vectors_print_their_verdict_and_every_failed_clause(
    points: Sequence[str], is_known: bool, verdict: str, clauses: tuple[str, ...]
) -> None:
    document = make_document(vector_input(points, is_known=is_known))
    found = sentences(document)
    assert verdict in found
    assert tuple(found[found.index(verdict) + 1 :][: len(clauses)]) == clauses
    assert all(words in whole_text(render_pdf(document)) for words in (verdict, *clauses))


@pytest.mark.parametrize(
    "given",
    [
        shipped_input(),
        shipped_input(SHIPPED_POINTS[:-1]),
        shipped_input(()),
        vector_input(VECTORS[-1][0], is_known=False),
        make_assessment(made_up_table(), {}),
    ],
    ids=["shipped", "one open", "none", "list not entered", "nothing typed"],
)
def test_without_ground_the_word_for_passed_stands_nowhere(given: SelfAssessmentInput) -> None:
    text = all_text(given)
    assert "Chưa đủ căn cứ" in text
    assert "Đạt" not in text
    assert "ĐẠT" not in text


def test_the_shipped_set_says_what_was_not_checked() -> None:
    text = all_text(shipped_input())
    assert text.count(f"Kết luận: {NO_GROUND}") == 1
    assert text.count(f"Kết quả theo điều kiện của bộ tiêu chí: {NO_GROUND}") == 1
    assert "Không bị điểm liệt: chưa kiểm tra" in text


def test_every_condition_of_the_set_is_spelled_out() -> None:
    found = sentences(make_document(vector_input(VECTORS[2][0])))
    assert found[found.index("Điều kiện của bộ tiêu chí:") + 1 :][:3] == [
        "- Tổng điểm từ 80% trở lên (80/100 điểm): 92 điểm, đủ;",
        "- Từng tiêu chí từ 50% số điểm của tiêu chí trở lên: chưa đủ ở tiêu chí\u00a09;",
        "- Không bị điểm liệt: không có nội dung nào bị điểm liệt.",
    ]


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (("",) * 10, "còn 10 tiêu chí chưa có điểm"),
        (("", *SHIPPED_POINTS[1:]), "chưa chấm xong tiêu chí\u00a01"),
        (("", "1", *SHIPPED_POINTS[2:9]), "chưa đủ ở tiêu chí\u00a02; chưa chấm xong tiêu chí\u00a01, 10"),
        (("1", *SHIPPED_POINTS[1:]), "chưa đủ ở tiêu chí\u00a01"),
    ],
)
def test_conditions_that_cannot_be_told_yet_say_so(points: Sequence[str], words: str) -> None:
    assert any(words in sentence for sentence in sentences(make_document(shipped_input(points))))


def test_what_can_no_longer_be_reached_is_foreseen() -> None:
    given = shipped_input(("1", *SHIPPED_POINTS[1:9], ""))
    found = sentences(make_document(given))
    head = "Các điều kiện sau vẫn chưa đủ, dù nội dung chưa chấm được điểm cao nhất:"
    assert found[found.index(head) + 1] == "- Tổng điểm 76,5 điểm, dưới mức 80 điểm;"


def test_a_hit_while_leaves_are_open_is_said() -> None:
    given = make_assessment(made_up_table("vectors"), {"10.2": "no"})
    assert any(words.endswith("bị điểm liệt ở nội dung\u00a010.2.") for words in sentences(make_document(given)))


def test_open_knock_outs_are_not_called_clear() -> None:
    given = make_assessment(made_up_table("vectors"), {"10.1": "3"})
    assert any("chưa chấm hết, nên chưa kiểm tra hết" in words for words in sentences(make_document(given)))


def test_a_set_whose_knock_outs_are_not_named_is_told_from_one_without_details() -> None:
    table = made_up_table()
    unknown = table._replace(pass_rule=table.pass_rule._replace(knock_out_items_known=False))
    found = sentences(make_document(make_assessment(unknown, TYPED)))
    words = "Kết luận: Chưa đủ căn cứ: chưa kiểm tra điểm liệt – bảng điểm chưa ghi nội dung nào là điểm liệt."
    assert words in found


def test_a_set_without_knock_outs_names_no_such_condition() -> None:
    table = made_up_table("vectors")
    free = table._replace(pass_rule=table.pass_rule._replace(no_knock_out=False))
    assert not any("Không bị điểm liệt" in words for words in sentences(make_document(make_assessment(free, {}))))


def test_a_figure_just_below_its_limit_never_prints_as_the_limit() -> None:
    table = made_up_table("vectors")
    fine = table._replace(point_step=Fraction(1, 1000))
    own = {str(number): point for number, point in enumerate(VECTORS[0][0][:9], start=1)}
    given = make_assessment(fine, {**own, "1": "10.999", "10.1": "2", "10.2": "yes"})
    assert "- Tổng điểm 79,999 điểm, dưới mức 80 điểm." in sentences(make_document(given))


# --- the set -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "marks"),
    [
        (shipped_input(), ("BẢNG ĐIỂM KHÔNG PHẢI BẢN CHÍNH THỨC", "CHỈ Ở MỨC TIÊU CHÍ")),
        (table_input(), ("BẢNG ĐIỂM DO ĐƠN VỊ NHẬP",)),
    ],
)
def test_every_page_says_that_its_set_is_not_official(given: SelfAssessmentInput, marks: tuple[str, ...]) -> None:
    pdf = render_pdf(make_document(given))
    for page in range(len(read(pdf).pages)):
        small = " ".join(run.text for run in runs(pdf, page) if run.size == 8)
        assert all(mark in small for mark in ("BẢN NHÁP", *marks))


def test_an_official_set_carries_no_mark() -> None:
    official = made_up_table()._replace(is_shipped=True, certainty="official text seen")
    assert is_official(official)
    document = make_document(make_assessment(official, TYPED))
    assert document.marks == ("BẢN NHÁP",)
    assert not any("độ tin cậy" in words for words in sentences(document))


@pytest.mark.parametrize("set_", [shipped_set(), made_up_table()], ids=lambda each: each.id)
def test_the_certainty_stands_as_it_is(set_: CriteriaSet) -> None:
    text = all_text(make_assessment(set_, {}))
    assert f"“{certainty_words(set_.certainty)}”" in text
    assert set_.certainty in text
    assert set_.version in text


@pytest.mark.parametrize(
    ("applied", "words"),
    [("true", "đã áp dụng đính chính"), ("false", "chưa áp dụng đính chính"), ("", "không ghi rõ đã áp dụng")],
)
def test_a_correction_is_named_with_whether_it_is_applied(applied: str, words: str) -> None:
    facts = (("corrected_by", "Quyết định số 1453/QĐ-BYT"), *((("correction_applied", applied),) if applied else ()))
    found = sentences(make_document(make_assessment(made_up_table()._replace(facts=facts), {})))
    assert any("Quyết định số 1453/QĐ-BYT" in sentence and words in sentence for sentence in found)


def test_a_correction_is_called_so_once() -> None:
    facts = (("corrected_by", "Quyết định số 1453/QĐ-BYT ngày 20/3/2023 (đính chính)"),)
    found = sentences(make_document(make_assessment(made_up_table()._replace(facts=facts), {})))
    assert any("Văn bản đính chính: Quyết định số 1453/QĐ-BYT ngày 20/3/2023;" in sentence for sentence in found)


def test_the_version_stands_in_a_remark_alone_and_no_code_of_the_set_anywhere() -> None:
    document = make_document(shipped_input())
    said = [block.text for block in document.blocks if isinstance(block, Paragraph) and "d5c4a19a0b8a" in block.text]
    assert said == ["Để đối chiếu về sau: dãy nhận biết của bảng điểm đã dùng là d5c4a19a0b8a."]
    assert "1300-QD-BYT" not in all_text(shipped_input())
    assert any("Bộ tiêu chí theo Quyết định số 1300/QĐ-BYT, hiệu lực" in sentence for sentence in sentences(document))
    nameless = make_document(make_assessment(made_up_table()._replace(decision="Quyết định thử"), {}))
    assert any(f"Bộ tiêu chí “{made_up_table().title_vi}”, hiệu lực" in sentence for sentence in sentences(nameless))


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(), "Chưa xác định vùng của trạm."),
        (Place(zone="3"), "Trạm chấm điểm theo vùng 3, chưa ghi miền núi hay đồng bằng."),
        (Place(zone="3", region="mien_nui"), "Trạm chấm điểm theo vùng 3, miền núi."),
    ],
)
def test_the_zone_is_said(place: Place, words: str) -> None:
    assert words in sentences(make_document(replace(table_input(), place=place)))


def test_a_set_open_at_its_end_says_since_when_it_is_in_force() -> None:
    given = make_assessment(made_up_table()._replace(valid_to=None), {})
    assert any("hiệu lực từ ngày 01/01/2023;" in sentence for sentence in sentences(make_document(given)))


def test_a_set_without_decision_is_cited_by_its_title() -> None:
    given = make_assessment(made_up_table()._replace(decision=""), {})
    assert sentences(make_document(given))[0].startswith(f"Thực hiện {made_up_table().title_vi}, Trạm Y tế")


# --- who, layers, what is missing -------------------------------------------------------------------------


def test_who_scored_and_when_is_printed_or_left_open() -> None:
    given = table_input()
    own = Layer(year=2024, criteria_set="BANG-THU-47", name=SELF_LAYER, scorer="Lan", scored_on=date(2024, 12, 20))
    named = replace(given, assessed=given.assessed._replace(layers=(own,)))
    assert "Người chấm: Lan; ngày chấm: 20/12/2024." in sentences(make_document(named))
    assert "Người chấm: …………; ngày chấm: …………." in sentences(make_document(given))


def test_the_meeting_day_and_remark_stand_in_the_minutes() -> None:
    given = table_input()
    head = Assessment(2024, "BANG-THU-47", "x", scored_on=date(2024, 1, 5), remark="Họp ở nhà văn hóa.")
    minutes = make_document(replace(given, assessed=given.assessed._replace(assessment=head))).minutes[0]
    texts = [block.text for block in minutes.blocks if isinstance(block, Paragraph)]
    assert texts[0].endswith("ngày 05 tháng 01 năm 2024")
    assert "Ghi chú của trạm: Họp ở nhà văn hóa." in texts
    assert texts[-1].endswith("./.")
    assert minutes.head.symbol == "BB-TYT"
    assert minutes.recipients[-1] == "- Lưu: VT, Hồ sơ."


def test_the_rehearsal_of_the_inspection_stands_nowhere_on_paper() -> None:
    assert "phúc tra" not in all_text(table_input())


def test_open_leaves_are_named_with_the_reason_and_many_are_counted() -> None:
    found = sentences(make_document(make_assessment(made_up_table(), TYPED | {"1.5.1": ""})))
    assert "- 1.5.1. Sổ sách ghi chép đầy đủ: chưa trả lời." in found
    many = sentences(make_document(shipped_input(())))
    assert "Có 10 tiêu chí chưa có điểm:" in many
    assert "- Và 2 tiêu chí khác, ghi “…” trong Phụ lục I." in many


def test_a_missing_figure_is_called_by_its_name() -> None:
    given = make_assessment(made_up_table(), TYPED, figures={"1.1": "2"})
    leaf = next(leaf for leaf in given.results[0].leaves if leaf.item.code == "1.2")
    named = given.catalogue.data_elements["resolution_includes_health"].name_vi
    assert problem_words(leaf, given.catalogue) == f"thiếu số liệu “{named}”"


def test_a_figure_that_is_gone_is_called_by_its_code() -> None:
    given = make_assessment(made_up_table(), TYPED)
    reading = Reading(code="gone", status=Status.MISSING, is_gone=True)
    leaf = given.results[0].leaves[1]._replace(problem=Problem.FIGURE_GONE, reading=reading)
    assert problem_words(leaf, given.catalogue) == "số liệu “gone” không còn trong bộ danh mục"


def test_evidence_is_counted_as_of_the_last_day_of_the_year() -> None:
    found = sentences(make_document(table_input()))
    assert "Minh chứng tính đến ngày 31/12/2024: thiếu 15, hết hạn 1, sắp hết hạn 1; danh sách tại Phụ lục II." in found
    assert any(
        "chưa kiểm tra được minh chứng còn thiếu" in words for words in sentences(make_document(shipped_input()))
    )


def test_complete_evidence_is_said_to_be() -> None:
    given = replace(table_input(), tasks=())
    assert any("có đủ các giấy tờ mà bảng điểm yêu cầu" in words for words in sentences(make_document(given)))


def test_own_words_stand_in_their_sections() -> None:
    texts = tuple(own_words(section) for section in ("summary", "difficulties", "next_steps"))
    found = sentences(make_document(replace(table_input(), texts=texts)))
    assert {"Lời summary.", "Lời difficulties.", "Lời next_steps."} <= set(found)


def own_words(section: str) -> ReportText:
    """What a person wrote for this report."""
    return ReportText(plan="self_assessment/BANG-THU-47", period="2024", section=section, text=f"Lời {section}.")


# --- letter --------------------------------------------------------------------------------------------------------


def test_the_report_goes_to_the_commune_whatever_other_reports_go_to() -> None:
    document = make_document(replace(table_input(), station=make_station(place="phường Cốc Lếu")))
    assert document.addressees == ("Ủy ban nhân dân phường Cốc Lếu",)
    assert document.subject.startswith("Kết quả tự chấm điểm năm 2024 theo ")


def test_a_station_without_settings_gets_its_paper() -> None:
    profile = Profile(name="Trạm Y tế xã Tả Phời", place="xã Tả Phời")
    assert "/BB-…" in all_text(replace(shipped_input(), profile=profile))
    assert PROFILE.signer_name not in all_text(replace(shipped_input(), profile=profile))


def test_the_chart_has_every_criterion_with_its_points_and_limit() -> None:
    chart = next(block for block in make_document(shipped_input()).blocks if isinstance(block, ScoreChart))
    assert [bar.printed for bar in chart.bars][:2] == ["13/14", "9/10"]
    assert [bar.limit for bar in chart.bars][3] == Fraction(9, 2)
    assert chart.limit_words == "mức 50%"
