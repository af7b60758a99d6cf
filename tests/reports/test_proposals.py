"""Sentences proposed from figures: what each rule says, when it is silent, how its figures print later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.assessment.records import ItemChoice
from data.documents.records import FigureLink
from data.narrative.links import Proposal
from data.narrative.sentences import sentences_of
from data.plan_definitions import Horizon, Scope
from reports.definitions.plan_progress import PlanProgressInput
from reports.sections.proposals import MOST, SECTIONS, proposals_of, statement_of
from reports.sections.proposals_assessment import ASSESSMENT_RULES, AssessmentBook
from reports.sections.proposals_book import PlanBook
from reports.sections.proposals_plan import PLAN_RULES
from tests.builders import make_station, make_target
from tests.reports.assessment_builders import SHIPPED_POINTS, shipped_input, table_input
from tests.reports.plan_builders import CELLS, PROFILE, TARGETS, make_input, make_progress_plan


def book_of(given: PlanProgressInput) -> PlanBook:
    """The figures of a report."""
    return PlanBook(period=given.period, results=given.results, writer=given.writer, breaks=given.station.series_breaks)


def said(given: PlanProgressInput, rule: str) -> list[str]:
    """What a rule proposes."""
    return [each.sentence for each in proposals_of(PLAN_RULES, book_of(given)) if each.rule == rule]


def insured(year: int, count: int) -> dict[str, str | int | None]:
    """A year's people with insurance, of 4.000."""
    return {f"insured@{year}": count, f"population@{year}": 4000}


FALLING = {**insured(2021, 3960), **insured(2022, 3920), **insured(2023, 3880), **insured(2024, 3840)}


@pytest.mark.parametrize(
    ("rule", "sentences"),
    [
        ("judged", ["Năm 2024, trong 4 chỉ tiêu đủ căn cứ đánh giá có 2 chỉ tiêu đạt, 2 chỉ tiêu chưa đạt."]),
        (
            "margin",
            ["Tỷ lệ tham gia bảo hiểm y tế: 96,0%, cao hơn 1,0 điểm phần trăm so với chỉ tiêu giao (> 95%)."],
        ),
        ("change", ["Tỷ lệ tham gia bảo hiểm y tế: 96,0%, giảm 1,0 điểm phần trăm so với năm trước (97,0%)."]),
        ("small", ["Tỷ suất chết trẻ em: 23,8‰ (1/42); số nhỏ, tỷ lệ dao động mạnh."]),
        ("missed", ["Tỷ suất chết trẻ em chưa đạt: kết quả 23,8‰, chỉ tiêu giao ≤ 5‰, vượt 1 ca."]),
        ("missing", ["Còn 1 chỉ tiêu chưa đủ số liệu để đánh giá: Số lượt khám."]),
        (
            "worse",
            [
                "Tỷ lệ tham gia bảo hiểm y tế kém hơn năm trước ba năm liền: "
                "99,0% (2021), 98,0% (2022), 97,0% (2023), 96,0% (2024)."
            ],
        ),
        ("asking", ["Tỷ suất chết trẻ em (chỉ tiêu giao ≤ 5‰) vượt 1 ca; đề nghị …"]),
        ("going_on", []),
        ("ahead", []),
        ("to_report", ["Bổ sung số liệu của 1 chỉ tiêu chưa đánh giá được: Số lượt khám."]),
    ],
)
def test_what_the_rules_say_of_a_year(rule: str, sentences: list[str]) -> None:
    assert said(make_input(cells={**CELLS, **FALLING}), rule) == sentences


INSURED = "Tỷ lệ tham gia bảo hiểm y tế"


@pytest.mark.parametrize(
    ("cells", "rule", "sentences"),
    [
        (insured(2023, 3840), "change", [f"{INSURED}: 96,0%, không thay đổi so với năm trước (96,0%)."]),
        (insured(2023, 3800), "change", [f"{INSURED}: 96,0%, tăng 1,0 điểm phần trăm so với năm trước (95,0%)."]),
        ({"insured@2023": None}, "change", []),
        ({**insured(2022, 3920), **insured(2023, 3880), "insured@2021": None, "population@2021": None}, "worse", []),
    ],
)
def test_only_what_was_reported_in_both_years_is_compared(
    cells: dict[str, str | int | None], rule: str, sentences: list[str]
) -> None:
    assert said(make_input(cells={**CELLS, **insured(2024, 3840), **cells}), rule) == sentences


MONTHS = tuple(range(1, 13))
SEVEN_AFTER_TWO = {
    **{f"hiv@2023{month:02d}": int(month <= 2) for month in MONTHS},
    **{f"hiv@2024{month:02d}": int(month <= 7) for month in MONTHS},
}


def test_a_small_count_of_last_year_is_not_given_away_by_a_change() -> None:
    """CONTRACT C4."""
    given = make_input(cells={**CELLS, **SEVEN_AFTER_TWO})
    assert not any("HIV" in sentence for sentence in said(given, "change"))
    inside = replace(given, profile=PROFILE._replace(receiver_is_health_sector=True))
    assert any("HIV" in sentence for sentence in said(inside, "change"))


def test_a_borrowed_figure_is_not_compared() -> None:
    cells = {**CELLS, **SEVEN_AFTER_TWO, "population@2024:male": None, "population@2024:female": None}
    given = make_input("2024Q3", cells=cells, profile=PROFILE._replace(receiver_is_health_sector=True))
    assert not any("HIV" in sentence for sentence in said(given, "change"))


@pytest.mark.parametrize("rule", ["change", "worse"])
def test_nothing_is_compared_across_a_break_of_the_series(rule: str) -> None:
    given = make_input(cells={**CELLS, **FALLING})
    assert said(given, rule)
    broken = make_station(series_breaks=(given.period.first_day,))
    assert said(replace(given, station=broken), rule) == []


def test_the_same_period_of_a_quarter_is_called_so() -> None:
    cells = {"births@2023Q3": 10, "deaths@2023Q3": 1}
    (sentence,) = said(make_input("2024Q3", cells={**CELLS, **cells}), "change")
    assert sentence == "Tỷ suất chết trẻ em: 0,0‰, giảm 100,0 điểm phần nghìn so với cùng kỳ năm trước (100,0‰)."


def test_a_count_changes_by_its_unit() -> None:
    visits = {f"visits@{year}{month:02d}": 100 + year - 2023 for year in (2023, 2024) for month in range(1, 13)}
    given = make_input(cells={**CELLS, **visits})
    assert "Số lượt khám: 1.212 lượt, tăng 12 lượt so với năm trước (1.200 lượt)." in said(given, "change")


def test_each_sex_is_named_where_both_are_bound() -> None:
    each = make_target("insurance", ">", "99", scope=Scope(kind="each_sex", indicators=("insurance", "insurance")))
    (sentence,) = said(make_input(plan=make_progress_plan(each)), "missed")
    assert "kết quả 95,0% (nam 95,6%, nữ 94,4%), chỉ tiêu giao > 99% cho cả nam và nữ, còn thiếu" in sentence


def test_a_target_without_a_gap_is_missed_all_the_same() -> None:
    target = make_target("has_doctor", "=", "0", unit="boolean")
    assert said(make_input(plan=make_progress_plan(target)), "missed") == [
        "Trạm có bác sĩ chưa đạt: kết quả có, chỉ tiêu giao không."
    ]


def test_inside_the_year_and_before_the_horizon_what_is_still_needed_is_told() -> None:
    later = make_target(
        "infant", "<=", "5", id="plan/infant-2026", unit="‰", horizon=Horizon(kind="at_year", year=2026)
    )
    plan = make_progress_plan(TARGETS[4], later)
    cells = {**CELLS, "deaths@2024Q3": 1}
    given = make_input("2024Q3", plan=plan, cells=cells)
    assert said(given, "going_on") == [
        "Tỷ suất chết trẻ em: vượt 1 ca so với chỉ tiêu giao ≤ 5‰, tiếp tục thực hiện đến hết năm 2024."
    ]
    assert said(given, "ahead") == [
        "Tỷ suất chết trẻ em: hiện nay 100,0‰, vượt 1 ca so với chỉ tiêu giao ≤ 5‰ vào năm 2026."
    ]


def test_many_missing_targets_are_counted_not_named() -> None:
    targets = [make_target("visits_count", ">=", str(most), id=f"plan/{most}") for most in range(9)]
    plan = make_progress_plan(*targets)
    assert said(make_input(plan=plan), "missing") == ["Còn 9 chỉ tiêu chưa đủ số liệu để đánh giá."]
    assert said(make_input(plan=plan), "judged") == []


def test_a_rule_stops_at_the_most() -> None:
    targets = [make_target("infant", "<=", str(most), id=f"plan/{most}", unit="‰") for most in range(MOST + 3)]
    assert len(said(make_input(plan=make_progress_plan(*targets)), "missed")) == MOST


def test_small_confidential_counts_are_in_no_sentence() -> None:
    """CONTRACT C4: the HIV indicator is missed by two people, and no rule says so."""
    outside = make_input()
    assert not any("HIV" in each.sentence for each in proposals_of(PLAN_RULES, book_of(outside)))
    inside = replace(outside, profile=PROFILE._replace(receiver_is_health_sector=True))
    assert any("HIV" in sentence for sentence in said(inside, "missed"))


def proposals() -> list[tuple[Proposal, PlanBook | AssessmentBook]]:
    """Everything that is proposed for the small plan and two assessments."""
    found: list[tuple[Proposal, PlanBook | AssessmentBook]] = []
    for given in (make_input(cells={**CELLS, **FALLING}), make_input("2024Q3")):
        found += [(each, book_of(given)) for each in proposals_of(PLAN_RULES, book_of(given))]
    for score in (shipped_input().results[0], table_input().results[0]):
        book = AssessmentBook(result=score, period="2024")
        found += [(each, book) for each in proposals_of(ASSESSMENT_RULES, book)]
    return found


def test_a_proposal_is_one_sentence_with_all_its_figures_as_they_print() -> None:
    assert proposals()
    for proposal, book in proposals():
        assert [each.text for each in sentences_of(proposal.sentence)] == [proposal.sentence]
        assert proposal.section in SECTIONS
        for figure in proposal.figures:
            assert figure.printed == book.printed(figure) != ""
            assert figure.printed in proposal.sentence


def test_every_rule_says_in_words_when_it_proposes() -> None:
    assert all(statement_of(rule.code) for rule in PLAN_RULES)
    assert all(statement_of(rule.code) for rule in ASSESSMENT_RULES)
    assert statement_of("gone") == ""


def link(what: str, period: str = "2024") -> FigureLink:
    """A link to a figure."""
    return FigureLink(what=what, category="total", period=period, printed="")


@pytest.mark.parametrize(
    "what",
    ["value/plan/gone", "gone/plan/infant-2024", "count/gone", "names/gone", "margin/plan/has_doctor-2024"],
)
def test_what_is_not_there_any_more_prints_nothing(what: str) -> None:
    assert book_of(make_input()).printed(link(what)) == ""


@pytest.mark.parametrize("what", ["gone", "lost/99", "lost_by/ai đó", "points/99", "gone/1"])
def test_what_an_assessment_lacks_prints_nothing(what: str) -> None:
    assert AssessmentBook(result=shipped_input().results[0], period="2024").printed(link(what)) == ""


def test_a_change_that_can_no_longer_be_told_prints_nothing() -> None:
    assert book_of(make_input()).printed(link("change/plan/visits_count-2024")) == ""


def test_a_borrowed_figure_says_from_when_it_is() -> None:
    cells = {**CELLS, "population@2024:male": None, "population@2024:female": None}
    given = make_input("2024Q3", cells=cells, profile=PROFILE._replace(receiver_is_health_sector=True))
    assert book_of(given).printed(link("value/plan/hiv_rate-2024", "2024Q3")) == "0,05% (số năm 2023)"


# --- assessments ---------------------------------------------------------------------------------------------------


def told(points: tuple[str, ...], rule: str) -> list[str]:
    """What a rule proposes for the shipped set with these points."""
    book = AssessmentBook(result=shipped_input(points).results[0], period="2024")
    return [each.sentence for each in proposals_of(ASSESSMENT_RULES, book) if each.rule == rule]


LOW = ("3", *SHIPPED_POINTS[1:])
JUST = ("14", "10", "12", "9", "19", "12", "4", "0", "0", "0")
FIRST = "Chỉ đạo, điều hành công tác chăm sóc sức khỏe"


@pytest.mark.parametrize(
    ("points", "rule", "sentences"),
    [
        (SHIPPED_POINTS, "total", ["Trạm tự chấm 87,5/100 điểm, cao hơn 7,5 điểm so với mức cần (80 điểm)."]),
        ((*SHIPPED_POINTS[:-1], ""), "total", []),
        (SHIPPED_POINTS, "criterion_below", []),
        (LOW, "criterion_below", [f"Tiêu chí 1 ({FIRST}): 3/14 điểm, dưới mức cần 7 điểm."]),
        (LOW, "total", ["Trạm tự chấm 77,5/100 điểm, thấp hơn 2,5 điểm so với mức cần (80 điểm)."]),
        (JUST, "total", ["Trạm tự chấm 80/100 điểm, bằng mức cần (80 điểm)."]),
        (JUST, "full", ["Có 6 tiêu chí đạt điểm tối đa: tiêu chí 1, 2, 3, 4, 5, 6."]),
        (SHIPPED_POINTS, "full", []),
        (SHIPPED_POINTS, "lost_by", []),
    ],
)
def test_what_the_rules_say_of_points(points: tuple[str, ...], rule: str, sentences: list[str]) -> None:
    assert told(points, rule) == sentences


def test_points_lost_are_told_by_who_can_act() -> None:
    score = table_input().results[0]
    own = ItemChoice(criteria_set=score.criteria_set.id, item="8.2", responsible="UBND xã Tả Phời")
    book = AssessmentBook(result=score, period="2024", choices=(own,))
    found = [each.sentence for each in proposals_of(ASSESSMENT_RULES, book)]
    assert "Tổng điểm mất ở các nội dung do UBND xã Tả Phời phụ trách: 2 điểm." in found
    assert "Tổng điểm mất ở các nội dung do trung tâm y tế phụ trách: 0,5 điểm." in found
    assert "Nội dung 8.2 (Tỷ lệ sinh con thứ ba trở lên) mất 2 điểm, do UBND xã Tả Phời phụ trách; đề nghị …" in found
    assert "Nội dung 1.5.1 (Sổ sách ghi chép đầy đủ) còn mất 0,5 điểm, do trạm y tế phụ trách." in found
