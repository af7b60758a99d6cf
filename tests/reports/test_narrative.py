"""The texts of a report against the report itself: proposals, printed figures and tables of one station."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from data.catalogue import load_catalogue
from data.commands import open_station, save_report_text
from data.example import write_example
from data.model import Attribution, ReportText
from data.narrative.links import linked
from data.narrative.linter import FindingKind, check_text
from data.queries import Store
from reports.definitions.self_assessment import make_document
from reports.document import Align, Trend, TrendChart, TrendPoint
from reports.narrative import Narrative, narrative_of
from reports.printed_rows import printed_rows
from reports.report import ReportRequest
from tests.reports.assessment_builders import shipped_input
from tests.reports.builders import make_report, make_table

NOW = datetime(2026, 1, 20, 8, tzinfo=UTC)
BY = Attribution(user="Lan", now=NOW)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The example station."""
    with open_station(write_example(tmp_path_factory.mktemp("example"), NOW), writing=True) as opened:
        yield opened


def narrative(store: Store, kind: str, period: str, plan: str = "", criteria_set: str = "") -> Narrative:
    """What the texts of a report can rest on."""
    request = ReportRequest(kind=kind, period=period, plan=plan, criteria_set=criteria_set)
    return narrative_of(store, load_catalogue(), request)


@pytest.fixture(scope="module", params=list(load_catalogue().plans))
def of_plan(request: pytest.FixtureRequest, store: Store) -> tuple[str, Narrative]:
    """Each plan with what its yearly report says."""
    return request.param, narrative(store, "plan_progress", "2024", request.param)


def test_no_proposed_sentence_contradicts_the_tables_of_its_report(of_plan: tuple[str, Narrative]) -> None:
    """As if a person had typed them: nothing may differ, whatever the linter makes of the names in them."""
    plan, found = of_plan
    for proposal in found.proposals:
        findings = check_text(proposal.sentence, found.tables)
        assert [each for each in findings if each.kind is FindingKind.DIFFERS] == []
        link = linked(proposal, plan, "2024")
        assert {each.kind for each in check_text(proposal.sentence, found.tables, (link,))} <= {FindingKind.BLANK}


def test_each_shares_row_of_table_1_is_known_again_and_a_changed_digit_is_not(of_plan: tuple[str, Narrative]) -> None:
    """Sentences with the name in full; the first digit of the result counts one up."""
    tables = of_plan[1].tables
    own: dict[str, set[str]] = {}
    for known in tables.rows:
        own.setdefault(known.row.name, set()).update(text for _, text, _ in known.figures)
    results = [known.row for known in tables.rows if known.row.place == "Bảng 1" and known.row.figures[0].endswith("%")]
    assert results
    for row in results:
        printed = row.figures[0]
        changed = f"{int(printed[0]) % 9 + 1}{printed[1:]}"
        assert check_text(f"{row.name} là {printed}.", tables) == ()
        found = check_text(f"{row.name} là {changed}.", tables)
        assert [each.kind for each in found] == [FindingKind.DIFFERS] or changed in own[row.name]


def test_a_reports_own_texts_are_not_held_against_themselves(store: Store) -> None:
    text = "Tỷ lệ người dân tham gia bảo hiểm y tế đạt 99,99%."
    save_report_text(store, ReportText("lao-cai-2024", "2024", "summary", text), BY)
    found = narrative(store, "plan_progress", "2024", "lao-cai-2024")
    (finding,) = check_text(text, found.tables)
    assert (finding.kind, finding.written, finding.printed) == (FindingKind.DIFFERS, "99,99%", "97,96%")


@pytest.mark.parametrize(
    ("kind", "period", "has_proposals"),
    [("self_assessment", "2024", True), ("criteria_progress", "2024Q3", True)],
)
def test_reports_on_sets(store: Store, kind: str, period: str, has_proposals: bool) -> None:
    found = narrative(store, kind, period, criteria_set="1300-QD-BYT")
    assert bool(found.proposals) is has_proposals
    assert found.tables.rows


def test_a_kind_without_rules_has_tables_alone(store: Store) -> None:
    found = narrative(store, "new_rural_health", "2024", criteria_set=rural_set(store))
    assert found.proposals == ()
    assert check_text("Trạm có 987.654 giường.", found.tables)


def rural_set(store: Store) -> str:
    """A new-rural set of 2024."""
    from reports.registry import find_report

    return next(each.id for each in find_report("new_rural_health").sets(store) if each.is_for(2024))


def test_rows_of_a_report() -> None:
    rows = list(printed_rows(make_document(shipped_input())))
    assert "" in {row.name for row in rows}
    assert any(row.place == "Bảng 1" and row.figures for row in rows)
    assert any(row.place == "Biểu đồ 1" for row in rows)
    assert any(row.place.startswith("Phụ lục") for row in rows)


def test_a_table_without_a_column_of_words_names_nothing() -> None:
    table = make_table(("5",), aligns=(Align.CENTER,))
    assert list(printed_rows(make_report(blocks=(table,)))) == []


def test_a_trend_prints_its_figures_with_their_sign() -> None:
    trends = [
        Trend(title=title, points=(TrendPoint(year=2024, value=5, printed="5,0"),), targets=(), printed_target="> 4")
        for title in ("Tỷ lệ khám (%)", "Tỷ lệ % trẻ", "Số lượt (lượt)")
    ]
    chart = TrendChart(caption="Biểu đồ 1. Diễn biến", trends=tuple(trends))
    rows = list(printed_rows(make_report(blocks=(chart,))))
    assert [(row.name, row.figures) for row in rows] == [
        ("Tỷ lệ khám", ("5,0%",)),
        ("Tỷ lệ % trẻ", ("5,0%",)),
        ("Số lượt (lượt)", ("5,0",)),
    ]
    assert {(row.place, row.limits) for row in rows} == {("Biểu đồ 1", ("> 4",))}


def test_a_set_of_names_alone_has_nothing_to_propose(store: Store) -> None:
    found = narrative(store, "criteria_progress", "2022Q3", criteria_set="4667-QD-BYT")
    assert found.proposals == ()
