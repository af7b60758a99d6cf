"""Freezing: one snapshot, the PDF drawn from it, its number; frozen once, and again only for a reason."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import reports.freezing
from data import commands, queries, report_commands, report_queries
from data.catalogue import load_catalogue
from data.documents.codes import hash_of, printed_code, short_code
from data.documents.records import ELECTRONIC, PAPER, NumberState, ReportCheck
from data.documents.states import ReportState
from data.errors import FaultsError, UserError
from data.example import write_example
from data.model import ReportText
from data.queries import Store
from reports.check_list import BY_HAND
from reports.freezing import Order, freeze, make_draft, render_snapshot
from reports.report import ReportRequest
from tests.reports.freezing_builders import BY, NOW, PLAN_REPORT, SET_REPORT, frozen_now, type_figure
from tests.reports.pdf_reading import whole_text

TODAY = replace(SET_REPORT, day=NOW.date())
BOUND, NEEDED = "population_end", "referrals_out"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_example(tmp_path_factory.mktemp("example"), NOW)


@pytest.fixture
def store(example: Path, tmp_path: Path) -> Iterator[Store]:
    path = Path(shutil.copyfile(example, tmp_path / "tram.sotram"))
    with commands.open_station(path, writing=True) as opened:
        yield opened


def write_text(store: Store, words: str) -> None:
    text = ReportText(plan=SET_REPORT.text_key, period="2024", section="proposals", text=words)
    commands.save_report_text(store, text, BY)


def test_the_snapshot_alone_draws_the_frozen_pdf(store: Store) -> None:
    frozen = frozen_now(store)
    snapshot = report_queries.snapshot_bytes(store, frozen.report)
    assert frozen.report.code == short_code(hash_of(snapshot))
    assert render_snapshot(snapshot) == frozen.pdf == report_queries.pdf_bytes(store, frozen.report)


def test_a_snapshot_of_another_program_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match="snapshot_unreadable"):
        render_snapshot(b'{"document": {"type": "Row"}, "frozen": {"at": "2024-01-01T00:00:00+00:00"}}')


def test_a_snapshot_says_what_was_asked_typed_meant_and_drawn(store: Store) -> None:
    kept = json.loads(report_queries.snapshot_bytes(store, frozen_now(store, PLAN_REPORT).report))
    assert kept["asked"]["plan"] == "lao-cai-2024"
    assert kept["frozen"]["by"] == "Người thử"
    assert {"figures", "profile", "station", "texts", "notes", "completions", "recorded"} == set(kept["inputs"])
    assert all(each["numerator"] for each in kept["definitions"]["indicators"].values())
    assert {row[0] for row in kept["inputs"]["figures"]} <= set(kept["definitions"]["data_elements"])
    assert kept["definitions"]["made_for"]["id"] == "lao-cai-2024"


def test_every_page_carries_the_code_and_no_draft_mark(store: Store) -> None:
    frozen = frozen_now(store)
    text = whole_text(frozen.pdf)
    assert printed_code(frozen.report.code) in text
    assert "BẢN NHÁP" not in text
    assert "SỐ LIỆU VÍ DỤ" in text


def test_paper_numbering_leaves_number_and_day_to_the_hand(store: Store) -> None:
    frozen = frozen_now(store)
    assert report_queries.numbers(store) == ()
    assert "ngày … tháng … năm" in whole_text(frozen.pdf)


def test_electronic_numbering_reserves_and_prints_the_next_number(store: Store) -> None:
    frozen = frozen_now(store, way=ELECTRONIC)
    line = report_queries.number_of(store, frozen.report.code)
    assert line is not None
    assert (line.number, line.state, line.year) == (1, NumberState.RESERVED, 2025)
    text = whole_text(frozen.pdf)
    assert f"Số: 01/{line.symbol}" in text
    assert "ngày 03 tháng 10 năm 2025" in text
    assert re.search(r"Kèm theo Báo cáo số\s+/BC-TYT ngày\s+tháng\s+năm\s+của", text)


def test_again_with_nothing_changed_gives_the_same_pdf(store: Store) -> None:
    first, again = frozen_now(store), frozen_now(store, way=ELECTRONIC)
    assert (again.is_new, again.pdf, again.report) == (False, first.pdf, first.report)


def test_changed_figures_are_named_and_need_a_reason(store: Store) -> None:
    first = frozen_now(store, PLAN_REPORT)
    type_figure(store, BOUND, "2024Q3", "4321")
    with pytest.raises(FaultsError) as refused:
        frozen_now(store, PLAN_REPORT)
    assert refused.value.code == "report_differs"
    assert [(fault.parameters["element"], fault.parameters["new"]) for fault in refused.value.faults] == [
        (BOUND, "4321")
    ]
    assert report_queries.standing_report(store, PLAN_REPORT.key) == first.report


def test_figures_of_a_later_period_change_nothing(store: Store) -> None:
    first = frozen_now(store, PLAN_REPORT)
    type_figure(store, BOUND, "2024Q4", "4321")
    assert report_queries.changes_since(store, first.report) == ()
    assert not frozen_now(store, PLAN_REPORT).is_new


def test_a_superseding_report_names_the_one_it_replaces(store: Store) -> None:
    first = frozen_now(store, way=ELECTRONIC)
    write_text(store, "Đề nghị cấp thêm máy đo huyết áp.")
    second = frozen_now(store, reason="bổ sung đề nghị")
    text = whole_text(second.pdf)
    assert f"thay thế Báo cáo số 01/{report_queries.numbers(store)[0].symbol} ngày 03/10/2025" in text
    assert printed_code(first.report.code) in text
    assert "Lý do: bổ sung đề nghị. " in text
    assert report_queries.states(store)[first.report.code] is ReportState.SUPERSEDED
    assert second.report.supersedes == first.report.code
    number = report_queries.number_of(store, first.report.code)
    assert number is not None
    assert (number.state, number.reason) == (NumberState.CANCELLED, "bổ sung đề nghị")
    assert number.kept_by == "VT"


def test_a_paper_report_is_named_by_its_code(store: Store) -> None:
    first = frozen_now(store)
    write_text(store, "Khác.")
    second = frozen_now(store, reason="sửa lời văn")
    assert f"thay thế Báo cáo mã {printed_code(first.report.code)}" in whole_text(second.pdf)


def test_words_alone_make_a_difference_that_is_said_so(store: Store) -> None:
    frozen_now(store)
    write_text(store, "Khác.")
    with pytest.raises(FaultsError) as refused:
        frozen_now(store)
    assert [fault.code for fault in refused.value.faults] == ["differs_in_words"]


def test_words_of_another_version_of_the_program_make_none(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = frozen_now(store)
    catalogue = load_catalogue()
    draft = make_draft(store, catalogue, TODAY)._replace(digest="0" * 64)
    assert not reports.freezing.is_same(store, catalogue, draft, frozen.report)
    monkeypatch.setattr(reports.freezing, "__version__", "9.9")
    assert reports.freezing.is_same(store, catalogue, draft, frozen.report)


def test_a_blank_cell_keeps_a_report_from_being_frozen(store: Store) -> None:
    type_figure(store, NEEDED, "2024Q1", "")
    with pytest.raises(FaultsError) as refused:
        frozen_now(store, PLAN_REPORT)
    assert refused.value.code == "report_not_ready"
    assert [(fault.code, fault.place) for fault in refused.value.faults] == [("open_blank", NEEDED)]
    assert report_queries.frozen_reports(store) == ()


def test_a_reason_written_when_it_was_checked_is_reason_enough(store: Store) -> None:
    type_figure(store, NEEDED, "2024Q1", "")
    draft = make_draft(store, load_catalogue(), replace(PLAN_REPORT, day=TODAY.day))
    check = ReportCheck(PLAN_REPORT.key, draft.digest, json.dumps(draft.points.findings), "sổ thất lạc")
    report_commands.save_check(store, check, BY)
    assert frozen_now(store, PLAN_REPORT).is_new
    found = report_queries.check_of(store, PLAN_REPORT.key)
    assert found is not None
    assert found.digest == draft.digest


def test_what_happens_while_it_is_drawn_is_not_missed(store: Store) -> None:
    """A figure typed meanwhile: it is drawn again, from the new figures."""
    typed: list[int] = []

    def meanwhile(_done: int, _pages: int) -> bool:
        if not typed:
            typed.append(1)
            write_text(store, "Viết trong lúc chốt.")
        return True

    frozen = freeze(store, load_catalogue(), Order(SET_REPORT, PAPER), BY, meanwhile)
    assert "Viết trong lúc chốt." in whole_text(frozen.pdf)


def test_a_file_that_never_rests_is_not_frozen(store: Store) -> None:
    def always(done: int, _pages: int) -> bool:
        write_text(store, f"Lần {done} {queries.chain_head(store).action_id}")
        return True

    with pytest.raises(UserError, match="report_changed_meanwhile"):
        freeze(store, load_catalogue(), Order(SET_REPORT, PAPER), BY, always)
    assert report_queries.frozen_reports(store) == ()


def test_a_document_carries_the_details_of_its_own_day(store: Store) -> None:
    """The parent body changed between the period and the day of the document, and again after it was frozen."""
    commands.save_setting(store, "parent_body", date(2025, 7, 1), "UBND xã Tả Phời", BY)
    commands.save_setting(store, "parent_body", date(2025, 11, 1), "Sở Y tế", BY)
    frozen = frozen_now(store)
    assert "UBND XÃ TẢ PHỜI TRẠM Y TẾ" in whole_text(frozen.pdf)
    later = freeze(store, load_catalogue(), Order(SET_REPORT, PAPER), BY._replace(now=NOW + timedelta(days=60)))
    assert later == frozen._replace(is_new=False)


def test_a_period_that_has_not_begun_is_not_frozen(store: Store) -> None:
    with pytest.raises(UserError, match="report_period_future"):
        frozen_now(store, replace(SET_REPORT, period="2026"), reason="x")


def test_a_number_never_bears_an_earlier_day_than_the_one_before(store: Store) -> None:
    frozen_now(store, way=ELECTRONIC)
    earlier = BY._replace(now=NOW - timedelta(days=2))
    with pytest.raises(UserError, match="freeze_clock_wrong"):
        freeze(store, load_catalogue(), Order(PLAN_REPORT, ELECTRONIC), earlier)
    assert [line.number for line in report_queries.numbers(store)] == [1]


COMMITTEE = ReportRequest(kind="criteria_progress", criteria_set="1300-QD-BYT", period="2024Q3")


def test_a_committees_report_takes_no_number_of_the_station(store: Store) -> None:
    with pytest.raises(UserError, match="report_other_issuer") as refused:
        frozen_now(store, COMMITTEE, way=ELECTRONIC, reason="còn chờ")
    assert "CHỈ ĐẠO" in str(refused.value.parameters["issuer"]).upper()
    assert report_queries.numbers(store) == ()
    assert frozen_now(store, COMMITTEE, reason="còn chờ").is_new


@pytest.mark.parametrize(("request_", "has_places"), [(SET_REPORT, True), (COMMITTEE, True), (PLAN_REPORT, False)])
def test_places_for_a_pen_are_told_and_keep_nothing_open(
    store: Store, request_: ReportRequest, *, has_places: bool
) -> None:
    points = make_draft(store, load_catalogue(), request_).points
    assert (BY_HAND in points.details) is has_places
    assert points._replace(contradictions=(), blanks=(), drafts=()).is_passed
