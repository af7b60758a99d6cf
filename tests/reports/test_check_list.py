"""The check list of a report: contradictions nobody explained, blank cells and drafts since January."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import commands
from data.catalogue import load_catalogue
from data.contradictions import note_of
from data.model import Category, CellState, DataValue, NewStation
from data.periods import parse_period
from data.settings import FORMS_NOT_KEPT, SINCE_EVER, list_text
from reports.check_list import OpenPoints, open_points
from reports.report import Basis, ReportRequest
from tests.reports.freezing_builders import BY, type_figure

MONTHLY, STOCK = "maternal_deaths", "villages_with_vhw"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "tram.sotram"
    commands.create_station(file, NewStation("TYT_TA_PHOI", "Trạm Y tế xã Tả Phời", "xã Tả Phời"), BY.now)
    return file


def points(path: Path, needed: set[str], period: str = "2024Q2") -> OpenPoints:
    basis = Basis(frozenset(), frozenset(needed), frozenset(needed), 2023, None, {})
    with commands.open_station(path, writing=False) as store:
        return open_points(store, load_catalogue(), basis, ReportRequest(kind="plan_progress", period=period))


def write(path: Path, *cells: tuple[str, str, str], state: CellState = CellState.FIGURE) -> None:
    with commands.open_station(path, writing=True) as store:
        values = [DataValue(code, period, Category.DEFAULT, state, value) for code, period, value in cells]
        commands.save_data_values(store, values, BY)


def test_what_adds_up_needs_every_month_since_january(path: Path) -> None:
    write(path, (MONTHLY, "202401", "1"), (MONTHLY, "202404", "1"))
    assert [cell.period for cell in points(path, {MONTHLY}).blanks] == ["202402", "202403", "202405", "202406"]


def test_a_stock_needs_the_newest_period_alone(path: Path) -> None:
    own = load_catalogue().data_elements[STOCK].frequency
    assert [cell.period for cell in points(path, {STOCK}).blanks] == [parse_period("2024Q2").parts(own)[-1].code]  # type: ignore[index]


def test_what_begins_a_period_needs_its_first_one(path: Path) -> None:
    (first,) = points(path, {"population_start"}).blanks
    assert first.period == "2024Q1"


def test_a_yearly_figure_is_not_asked_for_inside_the_year(path: Path) -> None:
    assert points(path, {"villages_total"}).is_passed


def test_a_draft_is_open_and_no_blank(path: Path) -> None:
    write(path, (STOCK, "2024Q2", "12 hay 13"), state=CellState.DRAFT)
    found = points(path, {STOCK})
    assert (found.blanks, [cell.data_element for cell in found.drafts]) == ((), [STOCK])
    assert found.findings == ["drafts=1"]


def test_a_form_that_is_not_kept_leaves_nothing_open(path: Path) -> None:
    catalogue = load_catalogue()
    form = next(code for code, each in catalogue.data_sets.items() if MONTHLY in each.elements)
    with commands.open_station(path, writing=True) as store:
        commands.save_setting(store, FORMS_NOT_KEPT, SINCE_EVER, list_text([form]), BY)
    assert points(path, {MONTHLY}).is_passed


def test_a_contradiction_is_open_until_somebody_notes_why(path: Path) -> None:
    with commands.open_station(path, writing=True) as store:
        type_figure(store, "population_end", "2024Q2", "5")
        type_figure(store, "population_male_end", "2024Q2", "9")
    needed = {"population_male_end"}
    found = points(path, needed).contradictions
    assert found
    with commands.open_station(path, writing=True) as store:
        for result in found:
            commands.save_rule_note(store, note_of(result, "thôn mới tách"), BY)
    assert points(path, needed).contradictions == ()


def test_a_yearly_figure_contradicts_inside_its_year_too(path: Path) -> None:
    write(path, ("pop_under_1", "2024", "50"), ("pop_under_5", "2024", "40"))
    assert [each.period for each in points(path, {"pop_under_1"}).contradictions] == ["2024"]


def test_missing_details_are_told_and_keep_nothing_open(path: Path) -> None:
    found = points(path, set())
    assert "signer_name" in found.details
    assert found.is_passed
