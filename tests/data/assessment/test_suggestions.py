"""Suggestions under each criterion: the checklist, the obligations of plans, and what is on record."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import paths
from data.assessment import suggestions
from data.assessment.definitions import CriteriaSet, Item, Scored
from data.assessment.records import Evidence
from data.assessment.shipped import shipped_sets
from data.assessment.suggestions import (
    NEW_SET,
    OLD_SET,
    CriterionSuggestions,
    OnRecord,
    known_set,
    suggestions_of,
)
from data.catalogue.content import Catalogue
from data.catalogue.loader import load_catalogue
from data.errors import EnvironmentFault
from data.model import ObligationProgress, ObligationState
from tests.data.assessment.search_builders import make_criterion, make_leaf, make_set

CITY = "lao-cai-2023-ntm"
SOURCE = "Kế hoạch của UBND thành phố Lào Cai, 01/2023"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def shipped(code: str) -> CriteriaSet:
    return next(each for each in shipped_sets() if each.id == code)


def on_record(
    *states: ObligationState, plans: tuple[str, ...] = (CITY,), papers: tuple[Evidence, ...] = ()
) -> OnRecord:
    return OnRecord(plans=plans, states=states, evidence=papers, year=2024)


def asked(criteria_set: CriteriaSet, catalogue: Catalogue, given: OnRecord) -> dict[str, CriterionSuggestions]:
    return {each.criterion: each for each in suggestions_of(criteria_set, catalogue, given)}


def lines(found: CriterionSuggestions) -> list[str]:
    return [line.text_vi for line in found.checklist]


def obligations(found: CriterionSuggestions) -> list[str]:
    return [each.obligation.id.rpartition("/")[2] for each in found.obligations]


def test_suggested_lines_stand_under_their_criteria_with_their_source(catalogue: Catalogue) -> None:
    found = asked(shipped(NEW_SET), catalogue, on_record())
    assert lines(found["1"]) == [
        "Quyết định kiện toàn Ban Chỉ đạo CSSKND",
        "Kế hoạch hoạt động năm",
        "Biên bản họp BCĐ (≥ 6 tháng/lần)",
        "Nghị quyết Đảng ủy, HĐND có nội dung y tế",
        "Báo cáo quý theo từng tiêu chí",
    ]
    assert found["9"].checklist[0].source_vi == f"{SOURCE}, mục III.2"
    assert (found["3"].checklist, found["10"].checklist) == ((), ())


def test_the_old_set_has_the_same_lines_under_its_own_numbers(catalogue: Catalogue) -> None:
    old, new = (asked(shipped(code), catalogue, on_record()) for code in (OLD_SET, NEW_SET))
    assert lines(old["7"]) == lines(new["6"])
    assert lines(old["5"]) == []


def test_obligations_follow_the_map_between_the_sets(catalogue: Catalogue) -> None:
    old, new = (asked(shipped(code), catalogue, on_record()) for code in (OLD_SET, NEW_SET))
    assert obligations(new["9"]) == obligations(old["10"]) == ["ob01", "ob05", "ob22", "ob29"]
    assert "ob24" in obligations(old["5"])
    assert "ob24" not in obligations(new["5"])
    assert new["9"].obligations[1].obligation.item_vi == (
        "Truyền thông trực tiếp tại thôn, tổ, trường học, hộ gia đình, trạm"
    )


def test_only_plans_of_the_station_count_and_unknown_ones_are_passed_over(catalogue: Catalogue) -> None:
    assert asked(shipped(NEW_SET), catalogue, on_record(plans=("khong-co",)))["1"].obligations == ()


def test_the_state_of_the_year_stands_else_the_newest_inside_it(catalogue: Catalogue) -> None:
    def state(item: str, period: str, progress: ObligationProgress) -> ObligationState:
        return ObligationState(item_id=f"{CITY}/{item}", period=period, state=progress)

    states = (
        state("ob05", "2024", ObligationProgress.NOT_DONE),
        state("ob05", "2024Q4", ObligationProgress.DONE),
        state("ob22", "2024Q2", ObligationProgress.DONE),
        state("ob22", "2024Q1", ObligationProgress.IN_PROGRESS),
        state("ob29", "2023", ObligationProgress.DONE),
    )
    found = asked(shipped(NEW_SET), catalogue, on_record(*states))["9"]
    newest = [each.state.state if each.state else None for each in found.obligations]
    assert newest == [None, ObligationProgress.NOT_DONE, ObligationProgress.DONE, None]


def test_papers_of_a_criterion_and_of_everything_below_it_are_on_record(catalogue: Catalogue) -> None:
    heading = Item(code="1.1", text_vi="", scored=Scored(max_points=2, scoring=None), items=(make_leaf("1.1.a"),))
    criteria_set = make_set(make_criterion("1", heading), make_criterion("2", make_leaf("2.1")))
    papers = tuple(
        Evidence(year=2024, criteria_set="BANG-THU", item=item, title="Sổ") for item in ("1", "1.1.a", "2.1", "9")
    )
    found = asked(criteria_set, catalogue, on_record(papers=papers))
    assert [paper.item for paper in found["1"].papers] == ["1", "1.1.a"]
    assert [paper.item for paper in found["2"].papers] == ["2.1"]


def renamed(criteria_set: CriteriaSet, **changes: str) -> CriteriaSet:
    return criteria_set._replace(id="BANG-THU", **changes)  # type: ignore[arg-type]


def test_another_set_is_matched_by_its_names_or_by_what_it_replaces_never_by_guess() -> None:
    assert known_set(shipped(OLD_SET)) == OLD_SET
    assert known_set(renamed(shipped(OLD_SET))) == OLD_SET
    dashes = tuple(each._replace(name_vi=each.name_vi.replace("-", "–")) for each in shipped(NEW_SET).criteria)
    assert known_set(renamed(shipped(NEW_SET)._replace(criteria=dashes))) == NEW_SET
    other = make_set(make_criterion("1", make_leaf("1.1")))
    assert known_set(other) == ""
    assert known_set(other._replace(supersedes=NEW_SET)) == NEW_SET
    assert known_set(other._replace(supersedes=OLD_SET)) == ""


def test_what_cannot_be_matched_gets_no_lines(catalogue: Catalogue) -> None:
    other = make_set(make_criterion("1", make_leaf("1.1")))
    assert asked(other, catalogue, on_record())["1"][1:] == ((), (), ())
    lettered = make_set(make_criterion("I", make_leaf("1.1")), supersedes=NEW_SET)
    assert asked(lettered, catalogue, on_record())["I"][1:] == ((), (), ())


@pytest.mark.parametrize("content", [None, "source_vi =", 'source_vi = "Kế hoạch"'])
def test_a_damaged_file_of_the_program_is_said(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    criteria_set = shipped(NEW_SET)
    folder = tmp_path / "catalogue" / "suggestions"
    folder.mkdir(parents=True)
    if content is not None:
        (folder / "1300-QD-BYT.toml").write_text(content, "utf-8")
    monkeypatch.setattr(paths, "ASSETS", tmp_path)
    suggestions._lines.cache_clear()
    try:
        with pytest.raises(EnvironmentFault) as raised:
            suggestions_of(criteria_set, catalogue, on_record())
    finally:
        suggestions._lines.cache_clear()
    assert raised.value.code == "catalogue_unreadable"
