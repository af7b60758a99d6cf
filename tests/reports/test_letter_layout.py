"""Letters, copies and the register: what stands where, after Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from data.documents.records import ELECTRONIC, PAPER
from data.model import Profile
from reports.document import CopyBlock, CopyKind, Paragraph, ReportDocument, Signature
from reports.pdf import render_block, render_pdf
from reports.pdf.stamp import Stamp
from reports.sections.letter import appendix_reference, in_way, letter_symbol_of, seal_size_of
from reports.sections.outgoing_register import RegisterLine, register_document
from tests.reports.builders import make_appendix, make_head, make_report
from tests.reports.pdf_reading import Run, find, lines, read, runs, whole_text

ABOUT = "đính chính Báo cáo số 05/BC-TYT ngày 12 tháng 10 năm 2024"
PROFILE = Profile(name="Trạm Y tế xã Tả Phời", place="xã Tả Phời", document_symbol="BC-TYT")


def make_letter(*addressees: str) -> ReportDocument:
    return make_report(
        is_letter=True,
        type_name="Công văn",
        subject=ABOUT,
        head=make_head(symbol="TYT", number=12, day=date(2024, 10, 20)),
        addressees=addressees or ("Ủy ban nhân dân xã Tả Phời", "Sở Y tế tỉnh Lào Cai"),
    )


@pytest.fixture(scope="module")
def letter() -> bytes:
    """A letter to two."""
    return render_pdf(make_letter())


def test_a_letter_has_no_type_name(letter: bytes) -> None:
    assert "CÔNG VĂN" not in whole_text(letter)
    assert str(read(letter).metadata["/Title"]) == f"Công văn: {ABOUT}"  # type: ignore[index]


def test_what_a_letter_is_about_stands_below_its_number(letter: bytes) -> None:
    about, number = find(letter, "V/v đính chính"), find(letter, "Số: 12/TYT")
    assert (about.font, about.size) == ("LiberationSerif", 12.0)
    gap = (about.y - number.y) * 72 / 25.4 - 12 * 0.95 - 13 * 0.2
    assert gap == pytest.approx(6, abs=0.1)
    assert whole_text(letter).count("V/v ") == 1
    assert all(run.x < 30 + 66 for run in runs(letter) if number.y < run.y < find(letter, "Kính gửi:").y)


def test_two_who_are_addressed_stand_below_the_colon(letter: bytes) -> None:
    first, second = find(letter, "- Ủy ban nhân dân"), find(letter, "- Sở Y tế")
    assert first.x == second.x
    assert (first.text[-1], second.text[-1]) == (";", ".")


def test_one_who_is_addressed_stands_on_the_line() -> None:
    assert find(render_pdf(make_letter("Sở Y tế tỉnh Lào Cai")), "Kính gửi:").text == "Kính gửi: Sở Y tế tỉnh Lào Cai"


# --- copies --------------------------------------------------------------------------------------------------------


def make_copy(kind: CopyKind = CopyKind.FULL) -> CopyBlock:
    return CopyBlock(
        kind=kind,
        head=make_head(symbol=f"{kind.value}-TYT", number=1, day=date(2024, 10, 21)),
        signature=Signature(prefix="KT. GIÁM ĐỐC", post="PHÓ GIÁM ĐỐC", name="Lê Văn Bình"),
        recipients=("- Sở Y tế tỉnh Lào Cai;", "- Lưu: VT."),
    )


@pytest.mark.parametrize(
    ("kind", "words"), [(CopyKind.FULL, "SAO Y"), (CopyKind.OF_COPY, "SAO LỤC"), (CopyKind.EXTRACT, "TRÍCH SAO")]
)
def test_a_copy_says_its_form_below_a_line_of_the_whole_width(kind: CopyKind, words: str) -> None:
    pdf = render_pdf(make_report(copy_block=make_copy(kind)))
    (line,) = (line for line in lines(pdf) if line.length == pytest.approx(165, abs=0.1))
    form, signer = find(pdf, words), find(pdf, "Lê Văn Bình")
    assert find(pdf, "Nguyễn Thị Hạnh").y < line.y < form.y < signer.y
    assert (form.font, form.size) == ("LiberationSerif-Bold", 14.0)
    issuers = [run.y for run in runs(pdf) if run.text == "TRẠM Y TẾ XÃ TẢ PHỜI"]
    assert len(issuers) == 2
    assert line.y < issuers[1] < find(pdf, f"Số: 01/{kind.value}-TYT").y


def test_a_copy_ends_the_last_part_on_its_sheet() -> None:
    pdf = render_pdf(make_report(copy_block=make_copy(), appendices=(make_appendix(is_landscape=True),)))
    assert len(read(pdf).pages) == 2
    assert find(pdf, "Hết./.", 1).y < find(pdf, "SAO Y", 1).y
    assert max(line.length for line in lines(pdf, 1)) == pytest.approx(252, abs=0.1)


def test_a_copy_that_does_not_fit_is_never_torn() -> None:
    blocks = tuple(Paragraph(text="Một dòng.") for _ in range(17))
    pdf = render_pdf(make_report(blocks=blocks, copy_block=make_copy()))
    assert "Nguyễn Thị Hạnh" in read(pdf).pages[0].extract_text()
    assert {"SAO Y", "Lê Văn Bình"} <= {run.text for run in runs(pdf, 1)}


STAMP = Stamp("7Q2KD-X90AB", datetime(2024, 10, 21, 3, 0, tzinfo=UTC))


def drawn_below(pdf: bytes, page: int, words: str) -> list[Run]:
    """What stands on a page from some words on, without the line in the margin."""
    top = find(pdf, words, page).y - 1
    return [run for run in runs(pdf, page) if top < run.y < 277]


@pytest.mark.parametrize("earlier", [(), (make_copy(),)])
def test_the_block_for_a_photocopy_stands_where_the_document_ends(earlier: tuple[CopyBlock, ...]) -> None:
    report = make_report(appendices=(make_appendix(),), copy_block=make_copy(CopyKind.OF_COPY))
    block, whole = render_block(report, earlier, STAMP), render_pdf(report)
    moved = find(block, "SAO LỤC").y - find(whole, "SAO LỤC", 1).y
    assert len(read(block).pages) == 1
    assert moved == 0 if not earlier else moved > 50
    assert [(run.text, run.x) for run in runs(block)] == [(run.text, run.x) for run in drawn_below(whole, 1, "SAO LỤC")]


def test_the_block_for_a_photocopy_that_is_full_begins_a_sheet_with_its_code() -> None:
    blocks = tuple(Paragraph(text="Một dòng.") for _ in range(17))
    block = render_block(make_report(blocks=blocks, copy_block=make_copy()), (), STAMP)
    assert find(block, "SAO Y").y < 40
    assert [run.text for run in runs(block) if run.y > 280] == ["BẢN NHÁP", f"Mã {STAMP.code}"]


# --- the register --------------------------------------------------------------------------------------------------

LINE = RegisterLine(
    symbol="05/BC-TYT",
    day="05/10/2024",
    subject="Báo cáo kết quả thực hiện kế hoạch phát triển sự nghiệp y tế quý III năm 2024",
    signer="Nguyễn Thị Hạnh",
    recipients="UBND xã Tả Phời",
    copies="03",
)


@pytest.fixture(scope="module")
def register() -> bytes:
    """A register of several pages."""
    return render_pdf(register_document("Trạm Y tế xã Tả Phời", 2024, [LINE] * 30))


def test_the_register_lies_on_its_side_and_repeats_its_heads(register: bytes) -> None:
    assert len(read(register).pages) > 1
    for page in range(len(read(register).pages)):
        box = read(register).pages[page].mediabox
        assert float(box.width) > float(box.height)
        assert [run.text for run in runs(register, page) if run.text.startswith("(")] == [
            f"({number})" for number in range(1, 11)
        ]
    assert find(register, "SỔ ĐĂNG KÝ VĂN BẢN ĐI").y < find(register, "Năm 2024").y < find(register, "Người ký").y


def test_the_register_has_nothing_of_a_letter(register: bytes) -> None:
    text = whole_text(register)
    assert not [words for words in ("CỘNG HÒA", "Nơi nhận:", "Kính gửi") if words in text]
    assert text.count("05/BC-TYT") == 30


def test_an_empty_register_prints_its_heads() -> None:
    assert "Ký nhận" in whole_text(render_pdf(register_document("Trạm", 2025, [])))


# --- the line "(Kèm theo …)" ---------------------------------------------------------------------------------------


def test_on_paper_there_are_dots_to_write_over() -> None:
    line = appendix_reference(PROFILE, PAPER).replace("\u00a0", " ")
    assert "số ……" in line
    assert line.endswith("ngày …… tháng …… năm ……… của Trạm Y tế xã Tả Phời)")


def test_in_an_electronic_document_number_and_day_are_left_empty() -> None:
    line = appendix_reference(PROFILE, ELECTRONIC).replace("\u00a0", " ")
    assert "…" not in line
    assert " ".join(line.split()) == "(Kèm theo Báo cáo số /BC-TYT ngày tháng năm của Trạm Y tế xã Tả Phời)"


def test_a_report_takes_the_line_of_its_way() -> None:
    appendices = (make_appendix(), make_appendix(reference=""))
    made = in_way(make_report(appendices=appendices), PROFILE, ELECTRONIC)
    assert [each.reference for each in made.appendices] == [appendix_reference(PROFILE, ELECTRONIC), ""]


def test_the_place_of_the_seal_has_its_measured_size_or_our_own() -> None:
    assert (seal_size_of(PROFILE), seal_size_of(PROFILE._replace(seal_size=34))) == (36.0, 34.0)


def test_a_letter_has_the_symbol_of_the_body_alone() -> None:
    assert letter_symbol_of(PROFILE) == "TYT"
