"""Proving a PDF against the frozen reports of a file: unchanged, changed, unknown, superseded."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import commands, report_commands
from data.documents.codes import printed_code
from data.documents.records import ReportStep, StepKind
from data.documents.states import ReportState
from data.example import write_example
from data.model import ReportText
from data.queries import Store
from reports.freezing import Frozen
from reports.verifying import Outcome, code_in, verify_against, verify_alone, verify_code
from tests.reports.freezing_builders import BY, NOW, SET_REPORT, frozen_now


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Frozen]:
    path = write_example(tmp_path_factory.mktemp("example"), NOW)
    with commands.open_station(path, writing=True) as store:
        return path, frozen_now(store)


@pytest.fixture
def frozen(prepared: tuple[Path, Frozen]) -> Frozen:
    return prepared[1]


@pytest.fixture
def store(prepared: tuple[Path, Frozen], tmp_path: Path) -> Iterator[Store]:
    path = Path(shutil.copyfile(prepared[0], tmp_path / "tram.sotram"))
    with commands.open_station(path, writing=True) as opened:
        yield opened


def test_the_frozen_bytes_are_proven(store: Store, frozen: Frozen) -> None:
    found = verify_against(store, frozen.pdf, None, NOW)
    assert (found.outcome, found.report, found.state) == (Outcome.UNCHANGED, frozen.report, ReportState.FROZEN)
    assert found.is_proven


@pytest.mark.parametrize("place", [20, 4000, -400])
def test_one_changed_byte_is_told_with_the_report_it_says_to_be(store: Store, frozen: Frozen, place: int) -> None:
    changed = bytearray(frozen.pdf)
    changed[place] ^= 1
    found = verify_against(store, bytes(changed), None, NOW)
    assert found.outcome in (Outcome.CHANGED, Outcome.UNKNOWN)
    assert not found.is_proven


def test_something_appended_is_a_change(store: Store, frozen: Frozen) -> None:
    found = verify_against(store, frozen.pdf + b"\n%more", None, NOW)
    assert (found.outcome, found.report) == (Outcome.CHANGED, frozen.report)


@pytest.mark.parametrize("pdf", [b"", b"no pdf at all", b"%PDF-1.7\n%%EOF\n"])
def test_other_files_are_unknown(store: Store, pdf: bytes) -> None:
    found = verify_against(store, pdf, None, NOW)
    assert (found.outcome, found.report, found.code) == (Outcome.UNKNOWN, None, "")


def test_a_pdf_without_a_signature_proves_nothing_alone(frozen: Frozen) -> None:
    found = verify_alone(frozen.pdf, None, NOW)
    assert (found.outcome, found.code, found.is_proven) == (Outcome.NO_SIGNATURE, frozen.report.code, False)


def test_a_superseded_report_is_proven_and_told(store: Store, frozen: Frozen) -> None:
    text = ReportText(plan=SET_REPORT.text_key, period="2024", section="proposals", text="Khác.")
    commands.save_report_text(store, text, BY)
    newer = frozen_now(store, reason="sửa")
    found = verify_against(store, frozen.pdf, None, NOW)
    assert (found.outcome, found.state, found.replaced_by) == (
        Outcome.UNCHANGED,
        ReportState.SUPERSEDED,
        newer.report.code,
    )


def test_a_code_typed_from_paper_finds_its_report(store: Store, frozen: Frozen) -> None:
    typed = f" {printed_code(frozen.report.code).lower().replace('0', 'o').replace('1', 'l')} "
    assert verify_code(store, typed).report == frozen.report
    assert verify_code(store, "00000-00000").outcome is Outcome.UNKNOWN


def test_a_cancelled_report_is_told(store: Store, frozen: Frozen) -> None:
    step = ReportStep(frozen.report.code, 0, StepKind.CANCEL, NOW.date(), note="nhầm")
    report_commands.add_step(store, step, BY)
    assert verify_code(store, frozen.report.code).state is ReportState.CANCELLED


def test_the_code_is_read_from_the_text(frozen: Frozen) -> None:
    assert code_in(frozen.pdf) == frozen.report.code


def test_a_report_that_quotes_another_code_is_still_itself(store: Store, frozen: Frozen) -> None:
    """The reason of a superseding report quotes the old one's code; signed, it is found by how it begins."""
    quoted = f"bản trước ghi Mã {printed_code(frozen.report.code)} ở chân trang"
    text = ReportText(plan=SET_REPORT.text_key, period="2024", section="proposals", text=quoted)
    commands.save_report_text(store, text, BY)
    newer = frozen_now(store, reason=quoted)
    assert code_in(newer.pdf) == newer.report.code
    assert verify_against(store, newer.pdf + b"x", None, NOW).report == newer.report
