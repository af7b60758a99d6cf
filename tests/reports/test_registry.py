"""Finding report kinds and making reports from a station file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.catalogue import load_catalogue
from data.commands import create_station, open_station
from data.errors import UserError
from data.model import NewStation
from data.queries import Store
from reports.registry import find_report, make_report, render_report, report_kinds
from reports.report import ReportRequest
from tests.reports.pdf_reading import whole_text


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    new = NewStation(code="TYT_TA_PHOI", name="Trạm Y tế xã Tả Phời", place="xã Tả Phời")
    create_station(tmp_path / "a.sotram", new, datetime(2024, 1, 1, tzinfo=UTC))
    with open_station(tmp_path / "a.sotram", writing=False) as opened:
        yield opened


def request(**changes: str) -> ReportRequest:
    """The progress of a plan in a quarter."""
    asked = ReportRequest(kind="plan_progress", plan="lao-cai-2024", period="2024Q3")
    return replace(asked, **changes)  # type: ignore[arg-type]


def test_every_definition_is_found_and_carries_its_own_code() -> None:
    assert "plan_progress" in report_kinds()
    assert all(find_report(kind).kind == kind for kind in report_kinds())


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UserError, match="report_kind_unknown"):
        find_report("../plan_progress")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"plan": ""}, "report_plan_missing"),
        ({"plan": "nowhere"}, "plan_unknown"),
        ({"period": "202401"}, "report_period_wrong"),
        ({"period": "2024Q5"}, "period_unknown"),
    ],
)
def test_a_wrong_request_is_refused(store: Store, changes: dict[str, str], code: str) -> None:
    with pytest.raises(UserError, match=code):
        make_report(store, load_catalogue(), request(**changes))


def test_a_new_station_gets_its_report(store: Store) -> None:
    text = whole_text(render_report(store, load_catalogue(), request()))
    assert "TRẠM Y TẾ XÃ TẢ PHỜI" in text
    assert "Số: /BC-…" in text


def test_a_cancelled_report_is_an_error_of_the_user(store: Store) -> None:
    with pytest.raises(UserError, match="report_cancelled"):
        render_report(store, load_catalogue(), request(), progress=lambda done, count: False)
