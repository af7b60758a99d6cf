"""Copies of frozen reports: block, number of their own series, parts, signatures as seen, words in the corner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from pypdf import PageObject

from data import commands, report_commands, report_queries
from data.documents.codes import printed_code
from data.documents.records import ELECTRONIC, PAPER, DocumentNumber, FrozenReport, NumberState, ReportStep, StepKind
from data.errors import UserError
from data.example import write_example
from data.queries import Store
from reports.copies import (
    CopyOrder,
    Source,
    copies_made,
    copy_document,
    copy_line,
    copy_pdf,
    electronic_copy,
    extract_pdf,
    source_of,
)
from reports.correction_letter import frozen_document
from reports.document import CopyKind, Table
from reports.extracts import extract_of, parts_of
from reports.signing import Role, SignRequest, sign
from reports.verifying import Outcome, code_in, verify_against
from tests.reports.freezing_builders import BY, NOW, PLAN_REPORT, SET_REPORT, frozen_now
from tests.reports.pdf_reading import read, whole_text
from tests.reports.signing.authority import HEAD, Wanted, make_middle, make_root, make_signer

DAY = date(2025, 10, 3)


class Case(NamedTuple):
    """A station with one electronic report, signed by its head, and one on paper."""

    store: Store
    electronic: FrozenReport
    paper: FrozenReport

    def order(self, kind: CopyKind, *, of_paper: bool = False, parts: tuple[str, ...] = ()) -> CopyOrder:
        report = self.paper if of_paper else self.electronic
        return CopyOrder(report, kind, NOW, DAY, recipients=("Đảng ủy xã",), parts=parts)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    path: Path = write_example(tmp_path_factory.mktemp("copies"), NOW)
    with commands.open_station(path, writing=True) as store:
        electronic = frozen_now(store, SET_REPORT, way=ELECTRONIC, reason="còn chờ")
        key = make_signer(make_middle(make_root()), Wanted(HEAD)).key
        signed = sign(SignRequest(pdf=electronic.pdf, key=key, role=Role.HEAD, now=NOW, frozen=electronic.pdf)).pdf
        step = ReportStep(electronic.report.code, 0, StepKind.SIGN_DIGITAL, DAY, means="head", party="Lò Thị Mẩy")
        report_commands.record_signature(store, step, signed, BY)
        paper = frozen_now(store, PLAN_REPORT, way=PAPER, reason="còn chờ").report
        yield Case(store, electronic.report, paper)


@pytest.mark.parametrize(
    ("kind", "of_paper", "source"),
    [
        (CopyKind.FULL, False, Source.PAGES),
        (CopyKind.FULL, True, Source.BLOCK),
        (CopyKind.OF_COPY, False, Source.BLOCK),
        (CopyKind.EXTRACT, True, Source.PARTS),
    ],
)
def test_what_a_copy_is_made_of(case: Case, kind: CopyKind, *, of_paper: bool, source: Source) -> None:
    assert source_of(case.order(kind, of_paper=of_paper).report, kind) is source


def drawn_on(page: PageObject) -> str:
    """The commands that draw a page."""
    contents = page.get_contents()
    return contents.get_data().decode("latin-1") if contents is not None else ""


def test_a_print_of_an_electronic_original_shows_its_signatures_and_the_block(case: Case) -> None:
    pdf = copy_pdf(case.store, case.order(CopyKind.FULL))
    text = whole_text(pdf)
    frozen = report_queries.pdf_bytes(case.store, case.electronic)
    assert "SAO Y" in text
    assert "- Đảng ủy xã;" in text
    assert [page for page in read(pdf).pages if "/Seen0" in drawn_on(page)] != []
    assert len(read(pdf).pages) - len(read(frozen).pages) in (0, 1)
    assert b"/Sig" not in pdf


def test_a_copy_leads_to_its_report_and_is_not_its_bytes(case: Case) -> None:
    pdf = copy_pdf(case.store, case.order(CopyKind.FULL))
    assert code_in(pdf) == case.electronic.code
    found = verify_against(case.store, pdf, None, NOW)
    assert (found.outcome, found.report) == (Outcome.CHANGED, case.electronic)


@pytest.mark.parametrize("kind", [CopyKind.FULL, CopyKind.OF_COPY])
def test_to_a_photocopy_the_block_alone_is_printed(case: Case, kind: CopyKind) -> None:
    pdf = copy_pdf(case.store, case.order(kind, of_paper=True))
    text = whole_text(pdf)
    assert len(read(pdf).pages) == 1
    assert "CỘNG HÒA" not in text
    assert "Trang " not in text
    assert str(read(pdf).metadata["/Keywords"]) == printed_code(case.paper.code)  # type: ignore[index]


def test_all_kinds_of_copies_share_one_series_and_name_their_report(case: Case) -> None:
    lines = [
        report_commands.give_number(case.store, copy_line(case.store, case.order(kind, parts=("appendix/0",))), BY)
        for kind in CopyKind
    ]
    assert [(each.series, each.number, each.symbol.partition("-")[0]) for each in lines] == [
        ("SY", 1, "SY"),
        ("SY", 2, "SL"),
        ("SY", 3, "TrS"),
    ]
    assert lines[2].note.startswith("Phụ lục I.")
    assert [each.number for each in copies_made(case.store, case.electronic)] == [1, 2, 3]
    assert copies_made(case.store, case.paper) == ()
    order = case.order(CopyKind.FULL)._replace(number=lines[0])
    block = copy_document(case.store, order).copy_block
    assert block is not None
    assert (block.head.number, block.head.day) == (1, DAY)


def test_an_extract_has_the_chosen_parts_under_the_reports_head(case: Case) -> None:
    document = frozen_document(case.store, case.electronic)
    keys = [part.key for part in parts_of(document)]
    assert keys[:2] == ["body/0", "body/1"]
    assert {"minutes/0", "appendix/0"} <= set(keys)
    extract = copy_document(case.store, case.order(CopyKind.EXTRACT, parts=("body/2", "appendix/0")))
    assert extract.head == document.head
    assert extract.minutes == ()
    assert [each.blocks for each in extract.appendices] == [each.blocks for each in document.appendices[:1]]
    assert 0 < len(extract.blocks) < len(document.blocks)


@pytest.mark.parametrize("parts", [(), ("body/99",)])
def test_an_extract_of_nothing_is_refused(case: Case, parts: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="copy_needs_parts"):
        copy_document(case.store, case.order(CopyKind.EXTRACT, parts=parts))


@pytest.mark.parametrize("kind", list(CopyKind))
def test_what_nobody_signed_gets_no_copy(case: Case, kind: CopyKind) -> None:
    with pytest.raises(UserError, match="copy_unsigned"):
        copy_line(case.store, case.order(kind, of_paper=True, parts=("appendix/0",)))


def test_a_copy_of_a_paper_report_bears_the_number_written_on_it(case: Case) -> None:
    report_commands.add_step(case.store, ReportStep(case.paper.code, 0, StepKind.SIGN_PAPER, DAY), BY)
    line = DocumentNumber(
        2025, "BC", 0, NumberState.ISSUED, symbol="BC-TYT", day=DAY, title="Báo cáo", report=case.paper.code
    )
    given = report_commands.give_number(case.store, line, BY)
    extract = copy_document(case.store, case.order(CopyKind.EXTRACT, of_paper=True, parts=("body/1",)))
    assert (extract.head.number, extract.head.day) == (given.number, DAY)
    (annex,) = copy_document(case.store, case.order(CopyKind.EXTRACT, of_paper=True, parts=("appendix/0",))).appendices
    reference = annex.reference.replace("\u00a0", " ")
    day = f"ngày {DAY.day:02d} tháng {DAY.month} năm {DAY.year}"
    assert reference == f"(Kèm theo Báo cáo số {given.number:02d}/BC-TYT {day} của Trạm Y tế xã Tả Phời)"


def test_an_electronic_extract_leaves_number_and_day_of_its_appendix_empty(case: Case) -> None:
    text = whole_text(extract_pdf(case.store, case.order(CopyKind.EXTRACT, parts=("appendix/0",))))
    assert "(Kèm theo Báo cáo số /BC-TYT ngày tháng năm" in text.replace("\u00a0", " ")


def test_an_extract_names_who_signed_over_the_dots(case: Case) -> None:
    extract = copy_document(case.store, case.order(CopyKind.EXTRACT, parts=("body/1",)))
    assert extract.signature.name == "Lò Thị Mẩy"


def test_an_extract_keeps_no_place_for_signatures(case: Case) -> None:
    pdf = copy_pdf(case.store, case.order(CopyKind.EXTRACT, parts=("body/1",)))
    titles = [entry.title for entry in read(pdf).outline if not isinstance(entry, list)]
    assert not {"Chữ ký người đứng đầu", "Con dấu cơ quan"} & set(titles)


@pytest.mark.parametrize("has_results", [True, False])
def test_an_extract_points_to_no_table_that_it_lacks(case: Case, *, has_results: bool) -> None:
    document = frozen_document(case.store, case.paper)
    keys = [part.key for part in parts_of(document) if has_results or not part.key.startswith("body/")]
    (appendix,) = extract_of(document, tuple(keys)).appendices
    remarks = [remark for each in appendix.blocks if isinstance(each, Table) for remark in each.remarks]
    assert ("Ký hiệu như Bảng 1./." in remarks) is has_results
    assert remarks[-1].endswith("./.")
    assert any(each.startswith("Ký hiệu: “0”") for each in remarks) is not has_results


def test_an_electronic_copy_is_signed_by_the_agency_with_words_in_the_corner(case: Case) -> None:
    order = case.order(CopyKind.EXTRACT, parts=("appendix/1",))
    pdf = extract_pdf(case.store, order)
    assert "TRÍCH SAO" not in whole_text(pdf)
    key = make_signer(make_middle(make_root()), Wanted("Trạm Y tế xã Tả Phời")).key
    request = electronic_copy(pdf, key, order, "Trạm Y tế xã Tả Phời")
    assert request.corner == "TRÍCH SAO; Trạm Y tế xã Tả Phời"
    assert sign(request).pdf.startswith(pdf)
