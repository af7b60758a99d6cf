"""Frozen reports in the station file: all at once or nothing, never changed, numbers without gaps."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from data import commands, queries, report_commands, report_queries
from data.documents.codes import Tree, canonical, hash_of, short_code
from data.documents.records import (
    ELECTRONIC,
    PAPER,
    Attachment,
    DocumentNumber,
    FigureLink,
    FrozenReport,
    NumberState,
    ReportCheck,
    ReportKey,
    ReportStep,
    SentenceLink,
    StepKind,
)
from data.documents.states import ReportState
from data.errors import UserError
from data.model import Attribution, Category, CellState, DataValue, ObligationProgress, ObligationState
from data.report_commands import Freezing
from data.store.database import Store

DAY = date(2024, 10, 3)
BY = Attribution(user="Người thử", now=datetime(2024, 10, 3, 2, 5, 9, tzinfo=UTC))
KEY = ReportKey("plan_progress", "lao-cai-2024", "2024Q3")
PDF = b"%PDF-1.7 frozen\n%%EOF\n"


@pytest.fixture
def store(station_file: Path) -> Iterator[Store]:
    with commands.open_station(station_file, writing=True) as opened:
        yield opened


def made(store: Store, *, way: str = PAPER, text: str = "", supersedes: str = "") -> Freezing:
    """A report ready to be frozen; ``text`` makes it another one."""
    cell: list[Tree] = ["population_end", "2024Q3", "default", "figure", "4127", ""]
    snapshot = canonical({"inputs": {"figures": [cell]}, "text": text})
    digest = hash_of(snapshot)
    report = FrozenReport(
        code=short_code(digest),
        key=KEY,
        snapshot=digest,
        pdf=hash_of(PDF + text.encode()),
        way=way,
        supersedes=supersedes,
        elements=("population_end",),
        first_year=2024,
    )
    number = None
    if way == ELECTRONIC:
        number = DocumentNumber(
            year=2024,
            series="BC",
            number=report_queries.next_number(store, 2024, "BC"),
            state=NumberState.RESERVED,
            symbol="BC-TYT",
            day=DAY,
            report=report.code,
        )
    seen = queries.chain_head(store).action_id
    return Freezing(report, snapshot, PDF + text.encode(), DAY, number, seen)


def frozen(store: Store, *, way: str = PAPER, text: str = "", supersedes: str = "") -> FrozenReport:
    freezing = made(store, way=way, text=text, supersedes=supersedes)
    report_commands.freeze(store, freezing, BY)
    return report_queries.frozen_report(store, freezing.report.code)


def step(report: FrozenReport, kind: StepKind, **details: Any) -> ReportStep:  # noqa: ANN401 - texts of any field
    return ReportStep(report=report.code, number=0, kind=kind, day=DAY)._replace(**details)


def state(store: Store, report: FrozenReport) -> ReportState:
    return report_queries.states(store)[report.code]


def test_what_was_frozen_is_given_back_byte_for_byte(store: Store) -> None:
    report = frozen(store)
    assert report_queries.pdf_bytes(store, report) == PDF
    assert hash_of(report_queries.snapshot_bytes(store, report)) == report.snapshot
    assert (report.stored_by, report.stored_at) == ("Người thử", BY.now)
    assert report_queries.standing_report(store, KEY) == report


def test_nothing_is_frozen_when_something_happened_meanwhile(store: Store) -> None:
    freezing = made(store)
    commands.save_setting(store, "archive", DAY, "VT", BY)
    with pytest.raises(UserError, match="report_changed_meanwhile"):
        report_commands.freeze(store, freezing, BY)
    assert report_queries.frozen_reports(store) == ()


@pytest.mark.parametrize(
    "statement", ["UPDATE report SET reason = 'x'", "DELETE FROM report", "DELETE FROM report_step"]
)
def test_the_file_itself_refuses_to_change_what_is_frozen(store: Store, statement: str) -> None:
    frozen(store)
    with pytest.raises(sqlite3.IntegrityError), store.changing() as connection:
        connection.execute(statement)


def test_the_bytes_of_a_report_never_change(store: Store) -> None:
    frozen(store)
    with pytest.raises(sqlite3.IntegrityError), store.changing() as connection:
        connection.execute("UPDATE report_file SET content = x'00'")


def test_bytes_that_are_not_what_they_were_are_not_handed_out(store: Store) -> None:
    report = frozen(store)
    with store.changing() as connection:
        connection.execute("DROP TRIGGER report_file_keeps_bytes")
        connection.execute("UPDATE report_file SET content = x'00', packing = 'zlib' WHERE sha256 = ?", (report.pdf,))
    with pytest.raises(UserError, match="report_file_lost"):
        report_queries.pdf_bytes(store, report)


def test_electronic_numbers_follow_one_another_and_become_issued_by_signing(store: Store) -> None:
    first = frozen(store, way=ELECTRONIC)
    report_commands.record_signature(store, step(first, StepKind.SIGN_DIGITAL, means="head"), PDF + b"sig", BY)
    second = frozen(store, way=ELECTRONIC, text="2", supersedes=first.code)
    lines = report_queries.numbers(store, 2024)
    assert [(each.number, each.state, each.report) for each in lines] == [
        (1, NumberState.ISSUED, first.code),
        (2, NumberState.RESERVED, second.code),
    ]
    assert state(store, first) is ReportState.SUPERSEDED


@pytest.mark.parametrize("order", [("head", "agency"), ("agency", "head")])
def test_the_register_names_who_signed_and_not_the_agency(store: Store, order: tuple[str, str]) -> None:
    report, signed = frozen(store, way=ELECTRONIC), PDF
    for means in order:
        signed += b"sig"
        party = {"head": "Lò Thị Mẩy", "agency": "Trạm Y tế xã Tả Phời"}[means]
        ready = step(report, StepKind.SIGN_DIGITAL, means=means, party=party)
        report_commands.record_signature(store, ready, signed, BY)
    assert [each.signer for each in report_queries.numbers(store, 2024)] == ["Lò Thị Mẩy"]


def test_a_number_that_is_not_the_next_one_is_refused_and_nothing_is_frozen(store: Store) -> None:
    freezing = made(store, way=ELECTRONIC)
    assert freezing.number is not None
    wrong = freezing._replace(number=freezing.number._replace(number=7))
    with pytest.raises(UserError, match="number_taken"):
        report_commands.freeze(store, wrong, BY)
    assert report_queries.frozen_reports(store) == ()


def test_signatures_are_kept_as_what_they_append(store: Store) -> None:
    report = frozen(store)
    assert report_queries.signed_pdf(store, report) == PDF
    report_commands.record_signature(store, step(report, StepKind.SIGN_DIGITAL, means="head"), PDF + b"one", BY)
    report_commands.record_signature(store, step(report, StepKind.SIGN_DIGITAL, means="agency"), PDF + b"one+two", BY)
    assert report_queries.signed_pdf(store, report) == PDF + b"one+two"
    assert [each.means for each in report_queries.steps(store, report.code)] == ["", "head", "agency"]


@pytest.mark.parametrize("signed", [b"other" + PDF, PDF])
def test_a_signed_file_that_does_not_continue_the_frozen_bytes_is_refused(store: Store, signed: bytes) -> None:
    report = frozen(store)
    with pytest.raises(UserError, match="signed_other_bytes"):
        report_commands.record_signature(store, step(report, StepKind.SIGN_DIGITAL, means="head"), signed, BY)


def test_the_life_of_a_paper_report(store: Store) -> None:
    report = frozen(store)
    report_commands.add_step(store, step(report, StepKind.SIGN_PAPER), BY)
    number = DocumentNumber(2024, "BC", 0, NumberState.ISSUED, symbol="BC-TYT", day=DAY, report=report.code)
    assert report_commands.give_number(store, number, BY).number == 1
    duty = ObligationState("lao-cai-2024/duty-1", "2024Q3", ObligationProgress.DONE)
    report_commands.add_step(store, step(report, StepKind.SUBMIT, party="UBND xã"), BY, [duty])
    report_commands.add_step(store, step(report, StepKind.RECEIVE, reference="12"), BY)
    report_commands.add_step(store, step(report, StepKind.SUBMIT, party="Sở Y tế"), BY)
    assert state(store, report) is ReportState.RECEIVED
    line = report_queries.number_of(store, report.code)
    assert line is not None
    assert line.sent_on == DAY
    assert queries.obligation_states(store, "lao-cai-2024") == (duty,)


@pytest.mark.parametrize(
    ("kind", "details", "fault"),
    [
        (StepKind.RECEIVE, {}, "step_not_possible"),
        (StepKind.CANCEL, {}, "step_needs_reason"),
        (StepKind.SUBMIT, {}, "step_needs_party"),
    ],
)
def test_steps_that_cannot_be_done(store: Store, kind: StepKind, details: dict[str, str], fault: str) -> None:
    report = frozen(store)
    with pytest.raises(UserError, match=fault):
        report_commands.add_step(store, step(report, kind, **details), BY)


def test_an_unknown_report_takes_no_step(store: Store) -> None:
    with pytest.raises(UserError, match="report_unknown"):
        report_commands.add_step(store, ReportStep("0" * 10, 0, StepKind.SIGN_PAPER, DAY), BY)
    with pytest.raises(UserError, match="report_unknown"):
        report_queries.frozen_report(store, "0" * 10)
    assert report_queries.number_of(store, "0" * 10) is None


def test_a_cancelled_report_gives_its_number_up_for_ever(store: Store) -> None:
    report = frozen(store, way=ELECTRONIC)
    report_commands.add_step(store, step(report, StepKind.CANCEL, note="nhầm kỳ"), BY)
    line = report_queries.number_of(store, report.code)
    assert line is not None
    assert (line.state, line.reason) == (NumberState.CANCELLED, "nhầm kỳ")
    assert report_queries.standing_report(store, KEY) is None
    assert report_queries.next_number(store, 2024, "BC") == 2
    with pytest.raises(UserError, match="number_is_final"):
        report_commands.change_number(store, line._replace(state=NumberState.ISSUED), BY)


def test_a_reserved_number_may_be_issued_or_skipped(store: Store) -> None:
    line = DocumentNumber(2024, "BC", 0, NumberState.RESERVED, symbol="BC-TYT", reason="giữ cho báo cáo giấy")
    given = report_commands.give_number(store, line, BY)
    with pytest.raises(UserError, match="number_needs_reason"):
        report_commands.change_number(store, given._replace(state=NumberState.SKIPPED, reason=""), BY)
    issued = given._replace(state=NumberState.ISSUED, day=DAY, title="Báo cáo")
    report_commands.change_number(store, issued, BY)
    report_commands.change_number(store, issued._replace(note="đã giao"), BY)
    with pytest.raises(UserError, match="document_issued"):
        report_commands.change_number(store, issued._replace(title="khác"), BY)
    with pytest.raises(UserError, match="number_unknown"):
        report_commands.change_number(store, issued._replace(number=9), BY)


def test_numbers_that_are_refused(store: Store) -> None:
    plain = DocumentNumber(2024, "BC", 0, NumberState.RESERVED)
    with pytest.raises(UserError, match="number_needs_reason"):
        report_commands.give_number(store, plain, BY)
    with pytest.raises(UserError, match="number_taken"):
        report_commands.give_number(store, plain._replace(number=3, reason="x"), BY)


def test_a_report_has_one_number(store: Store) -> None:
    report, electronic = frozen(store), frozen(store, way=ELECTRONIC, text="2")
    line = DocumentNumber(2024, "BC", 0, NumberState.ISSUED, day=DAY, report=report.code)
    given = report_commands.give_number(store, line, BY)
    with pytest.raises(UserError, match="report_has_number"):
        report_commands.give_number(store, line, BY)
    with pytest.raises(UserError, match="step_not_possible"):
        report_commands.give_number(store, line._replace(report=electronic.code), BY)
    with pytest.raises(UserError, match="number_of_report"):
        report_commands.change_number(store, given._replace(state=NumberState.CANCELLED, reason="x"), BY)


def test_files_are_attached_and_their_mention_taken_away_with_a_reason(store: Store) -> None:
    report = frozen(store)
    scan = Attachment(report=report.code, number=0, kind="scan", path="/quet/trang.pdf", size=12, sha256="0" * 64)
    report_commands.attach(store, scan, BY)
    report_commands.attach(store, scan._replace(kind="receipt"), BY)
    found = report_queries.attachments(store, report.code)
    assert [(each.number, each.kind) for each in found] == [(1, "scan"), (2, "receipt")]
    with pytest.raises(UserError, match="step_needs_reason"):
        report_commands.detach(store, found[0], BY)
    report_commands.detach(store, found[0], BY._replace(reason="nhầm tệp"))
    assert [each.number for each in report_queries.attachments(store)] == [2]


def test_linked_sentences_replace_those_kept_before(store: Store) -> None:
    link = SentenceLink(
        "p", "2024Q3", "summary", 0, "Đạt 95,0%.", "met", (FigureLink("bhyt", "total", "2024Q3", "95,0%"),)
    )
    place = ("p", "2024Q3", "summary")
    report_commands.save_sentences(store, place, [link, link._replace(sentence="Hai.")], BY)
    report_commands.save_sentences(store, place, [link._replace(sentence="Một.")], BY)
    found = report_queries.sentences(store, "p", "2024Q3")
    assert found == (link._replace(number=1, sentence="Một."),)


def test_a_check_of_a_draft_is_kept(store: Store) -> None:
    assert report_queries.check_of(store, KEY) is None
    report_commands.save_check(store, ReportCheck(KEY, "a" * 64, '["x"]', " lý do "), BY)
    found = report_queries.check_of(store, KEY)
    assert found is not None
    assert (found.digest, found.reason) == ("a" * 64, "lý do")


def test_cells_that_changed_since_freezing_name_who_and_why(store: Store) -> None:
    report = frozen(store)
    value = DataValue("population_end", "2024Q3", Category.DEFAULT, CellState.FIGURE, "4130")
    later = BY._replace(reason="đếm lại")
    commands.save_data_values(store, [value], later)
    (change,) = report_queries.changes_since(store, report)
    assert (change.old_value, change.new_value, change.who, change.why) == ("4127", "4130", "Người thử", "đếm lại")


def test_a_cell_without_history_is_told_without_a_name(store: Store) -> None:
    (change,) = report_queries.changes_since(store, frozen(store))
    assert (change.new_state, change.who, change.at) == (CellState.NOT_REPORTED, "", None)


def test_undo_stops_at_a_frozen_report(store: Store) -> None:
    value = DataValue("population_end", "2024Q3", Category.DEFAULT, CellState.FIGURE, "4127")
    commands.save_data_values(store, [value], BY)
    report = frozen(store)
    with pytest.raises(UserError, match="undo_stops_at_report"):
        commands.undo(store, BY)
    commands.save_data_values(store, [value._replace(value="4130")], BY)
    commands.undo(store, BY)
    report_commands.add_step(store, step(report, StepKind.CANCEL, note="nhầm"), BY)
    assert commands.undo(store, BY).keys


def test_undo_passes_cells_that_no_report_rests_on(store: Store) -> None:
    other = DataValue("births_third_plus", "2024Q3", Category.DEFAULT, CellState.FIGURE, "1")
    commands.save_data_values(store, [other], BY)
    frozen(store)
    assert commands.undo(store, BY).keys
