"""A report is signed by head and agency; whatever stands against it is said in one sentence."""

from __future__ import annotations

import io
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric import ed25519
from PIL import Image, ImageOps
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from data.errors import SoTramError, UserError
from reports.pdf import render_pdf
from reports.pdf.stamp import Stamp
from reports.signing import (
    Pkcs12Key,
    Role,
    Secret,
    SignRequest,
    attached_words,
    copy_words,
    sign,
    signatures_of,
    time_words,
)
from tests.reports.archive_reading import frame_faults, metadata_faults
from tests.reports.builders import make_report
from tests.reports.pdf_reading import whole_text
from tests.reports.signing.authority import (
    AGENCY,
    HEAD,
    PASSWORD,
    STATION,
    WRONG_PASSWORD,
    Wanted,
    make_signer,
)
from tests.reports.signing.conftest import LATER, NOW, Authority, Papers
from tests.reports.signing.elsewhere import Elsewhere, sign_elsewhere
from tests.reports.signing.outside import pdfsig, picture, preflight, shown_words, told_time
from tests.reports.signing.test_places import nothing, with_entry

Ask = Callable[..., SignRequest]


@pytest.fixture
def ask(authority: Authority, papers: Papers) -> Ask:
    """Return a function that makes a request of the head on the frozen report, but for what a test changes."""

    def request(**changes: object) -> SignRequest:
        made = SignRequest(pdf=papers.frozen, key=authority.head.key, role=Role.HEAD, now=NOW)
        return made._replace(**changes)  # type: ignore[arg-type]

    return request


def refused(request: SignRequest) -> str:
    """Return the code with which a request is refused."""
    with pytest.raises(SoTramError) as caught:
        sign(request)
    return caught.value.code


def test_each_version_begins_with_the_one_before(papers: Papers) -> None:
    assert papers.once.startswith(papers.frozen)
    assert papers.twice.startswith(papers.once)


def test_a_program_from_outside_accepts_both_signatures(papers: Papers) -> None:
    told = pdfsig(papers.twice)
    assert told.count("Signature is Valid") == 2
    assert told.count("ETSI.CAdES.detached") == 2
    assert told.count("Total document signed") == 1


def test_the_time_is_the_one_given(papers: Papers) -> None:
    assert told_time(papers.once) == "D:20261121140509+07'00'"
    assert signatures_of(papers.once, None, LATER)[0].claimed_at == NOW


def test_words_show_who_signed_and_when(papers: Papers) -> None:
    head, agency = shown_words(papers.twice)
    assert head == f"Người ký: {HEAD} Cơ quan: {STATION} Thời gian ký: {time_words(NOW)}"
    assert agency == f"Người ký: {AGENCY} Thời gian ký: {time_words(LATER)}"


def test_the_time_is_printed_in_vietnam() -> None:
    assert time_words(datetime(2026, 11, 21, 7, 5, 9, tzinfo=UTC)) == "21/11/2026; 14:05:09 +07:00"


def test_a_signed_report_is_still_fit_for_archives(papers: Papers) -> None:
    # The second half of the identifier changes with each update, as it must.
    assert [*frame_faults(papers.twice), *metadata_faults(papers.twice)] == ["identifier"]


def test_a_validator_of_archives_from_outside_finds_nothing(papers: Papers) -> None:
    assert preflight(papers.twice) == []


def test_the_library_itself_accepts_both_by_its_own_rules(authority: Authority, papers: Papers) -> None:
    reader = PdfFileReader(io.BytesIO(papers.twice))
    root = Certificate.load(authority.root.der)
    contexts = [ValidationContext(trust_roots=[root], moment=LATER) for _ in range(2)]
    found = list(map(validate_pdf_signature, reader.embedded_regular_signatures, contexts))
    assert [each.bottom_line for each in found] == [True, True]


def test_the_report_still_says_what_it_said(papers: Papers) -> None:
    assert whole_text(papers.twice) == whole_text(papers.frozen)


def test_the_result_says_who_signed(authority: Authority, ask: Ask) -> None:
    result = sign(ask())
    assert (result.holder.name, result.holder.organisation) == (HEAD, STATION)
    assert result.holder.serial == f"{authority.head.certificate.serial_number:x}"
    assert (result.at, result.timestamp, result.remarks) == (NOW, "none", ())


def test_the_agency_never_signs_first(authority: Authority, ask: Ask) -> None:
    assert refused(ask(role=Role.AGENCY, key=authority.agency.key)) == "sign_agency_first"


@pytest.mark.parametrize(
    ("paper", "role", "code"),
    [
        ("once", Role.HEAD, "sign_role_twice_head"),
        ("twice", Role.AGENCY, "sign_role_twice_agency"),
        ("twice", Role.HEAD, "sign_role_twice_head"),
    ],
)
def test_nobody_signs_twice(paper: str, role: Role, code: str, ask: Ask, papers: Papers) -> None:
    assert refused(ask(pdf=getattr(papers, paper), role=role, now=LATER)) == code


def test_a_changed_report_is_not_signed_again(authority: Authority, ask: Ask, papers: Papers) -> None:
    changed = papers.once.replace(b"/Type /Catalog", b"/Type /Katalog", 1)
    changed = changed if changed != papers.once else papers.once[:500] + b"X" + papers.once[501:]
    code = refused(ask(pdf=changed, role=Role.AGENCY, key=authority.agency.key, now=LATER))
    assert code in ("sign_document_changed", "sign_pdf_damaged")


def test_bytes_behind_the_last_signature_are_a_change(authority: Authority, ask: Ask, papers: Papers) -> None:
    request = ask(pdf=papers.once + b"\n", role=Role.AGENCY, key=authority.agency.key, now=LATER)
    assert refused(request) == "sign_document_changed"


def test_what_somebody_added_before_anybody_signed_is_not_signed(ask: Ask, papers: Papers) -> None:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(papers.frozen))
    writer.update_root()
    added = io.BytesIO()
    writer.write(added)
    assert refused(ask(pdf=added.getvalue())) == "sign_document_changed"


def test_only_the_frozen_bytes_are_signed(ask: Ask, papers: Papers) -> None:
    assert refused(ask(frozen=papers.frozen[:-1] + b"\r")) == "sign_document_other"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"now": datetime(2026, 11, 19, tzinfo=UTC)}, "sign_clock_wrong"),
        ({"frozen_at": NOW + timedelta(seconds=1)}, "sign_clock_wrong"),
        ({"pdf": b""}, "sign_pdf_none"),
        ({"pdf": b"PK\x03\x04"}, "sign_pdf_none"),
        ({"pdf": b"%PDF-1.7\n%%EOF"}, "sign_pdf_damaged"),
        ({"tsa": "ftp://thoigian.vn"}, "sign_tsa_address"),
        ({"tsa": "http://127.0.0.1:9/"}, "sign_tsa_unreachable"),
    ],
)
def test_what_stands_against_a_signature(changes: dict[str, object], code: str, ask: Ask) -> None:
    assert refused(ask(**changes)) == code


def test_the_agency_never_signs_before_the_head_did(authority: Authority, ask: Ask, papers: Papers) -> None:
    request = ask(pdf=papers.once, role=Role.AGENCY, key=authority.agency.key, now=NOW - timedelta(seconds=1))
    assert refused(request) == "sign_clock_wrong"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted(HEAD, end=datetime(2026, 11, 21, tzinfo=UTC)), "sign_certificate_expired"),
        (Wanted(HEAD, begin=datetime(2026, 11, 22, tzinfo=UTC)), "sign_certificate_early"),
        (Wanted(HEAD, may_sign=False), "sign_certificate_usage"),
    ],
)
def test_only_a_certificate_that_holds_signs(wanted: Wanted, code: str, authority: Authority, ask: Ask) -> None:
    assert refused(ask(key=make_signer(authority.middle, wanted).key)) == code


def test_a_certificate_that_says_nothing_of_its_use_signs(authority: Authority, ask: Ask) -> None:
    plain = make_signer(authority.middle, Wanted(HEAD, says_use=False))
    assert sign(ask(key=plain.key)).holder.name == HEAD


def test_a_pdf_without_places_is_not_signed(ask: Ask) -> None:
    with pytest.raises(UserError) as caught:
        sign(ask(pdf=plain_pdf()))
    assert (caught.value.code, caught.value.parameters["entry"]) == ("sign_place_missing", "Chữ ký người đứng đầu")


def test_a_scanner_s_clock_binds_nobody(authority: Authority, ask: Ask) -> None:
    request = ask(pdf=papers_of_tomorrow(), role=Role.AGENCY, key=authority.agency.key)
    assert refused(request._replace(role=Role.HEAD)) == "sign_clock_wrong"
    assert sign(request._replace(corner="SAO Y")).at == NOW


def test_an_attached_file_is_signed_in_the_corner(authority: Authority, ask: Ask) -> None:
    request = ask(pdf=plain_pdf(), role=Role.AGENCY, key=authority.agency.key, corner="Số: 05/BC-TYT")
    signed = sign(request).pdf
    assert shown_words(signed) == ["Số: 05/BC-TYT; 21/11/2026; 14:05:09 +07:00"]
    (seen,) = signatures_of(signed, None, NOW)
    assert seen.is_sound
    assert seen.place is not None
    assert seen.place.page == 0
    assert seen.place.top > 780


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_scan_is_signed_in_the_corner_that_is_seen(turn: int, authority: Authority, ask: Ask) -> None:
    request = ask(pdf=plain_pdf(turn), role=Role.AGENCY, key=authority.agency.key, corner="SAO Y; TRẠM Y TẾ")
    page = picture(sign(request).pdf)
    left, top, right, bottom = ImageOps.invert(page.convert("L")).crop((0, 0, page.width, 60)).getbbox() or (0, 0, 0, 0)
    # One line of 10 points, written from left to right, 15 mm from the right edge and 8 mm from the upper one.
    assert page.width - right == pytest.approx(36, abs=3)
    assert top == pytest.approx(21, abs=4)
    assert bottom - top < 12 < 150 < right - left


def test_a_scan_whose_tables_break_the_standard_is_signed(authority: Authority, ask: Ask) -> None:
    scan = io.BytesIO()
    Image.new("RGB", (400, 560), "white").save(scan, "PDF")
    request = ask(pdf=scan.getvalue(), role=Role.AGENCY, key=authority.agency.key, corner="SAO Y; TRẠM Y TẾ")
    signed = sign(request).pdf
    assert [each.is_sound for each in signatures_of(signed, None, NOW)] == [True]
    assert "Signature is Valid" in pdfsig(signed)


def test_a_document_encrypted_by_somebody_is_not_signed(ask: Ask) -> None:
    assert refused(ask(pdf=encrypted_pdf())) == "sign_pdf_encrypted"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"password": Secret(WRONG_PASSWORD)}, "sign_password_wrong"),
        ({"password": Secret("")}, "sign_password_wrong"),
        ({"password": Secret("\udcff")}, "sign_password_wrong"),
        ({"content": b"-----BEGIN PRIVATE KEY-----"}, "sign_key_file_none"),
        ({"content": b""}, "sign_key_file_none"),
    ],
)
def test_a_key_file_that_does_not_open(change: dict[str, object], code: str, authority: Authority, ask: Ask) -> None:
    key: Pkcs12Key = authority.head.key._replace(**change)  # type: ignore[arg-type]
    with pytest.raises(UserError) as caught:
        sign(ask(key=key))
    assert (caught.value.code, caught.value.parameters) == (code, {"file": "khoa.p12"})


def test_a_key_of_another_kind_does_not_sign(authority: Authority, ask: Ask) -> None:
    odd = make_signer(authority.middle, Wanted(HEAD), ed25519.Ed25519PrivateKey.generate())
    assert refused(ask(key=odd.key)) == "sign_key_kind"


def test_a_file_of_certificates_alone_does_not_sign(authority: Authority, ask: Ask) -> None:
    content = authority.root.without_key
    assert refused(ask(key=authority.head.key._replace(content=content))) == "sign_key_file_empty"


def test_a_key_file_of_megabytes_is_none(authority: Authority, ask: Ask) -> None:
    content = authority.head.pkcs12 + bytes(1024 * 1024)
    assert refused(ask(key=authority.head.key._replace(content=content))) == "sign_key_file_none"


def test_the_head_is_late_when_the_agency_signed(authority: Authority, ask: Ask, papers: Papers) -> None:
    elsewhere = sign_elsewhere(papers.frozen, Elsewhere(authority.head, NOW))
    agency = sign(ask(pdf=elsewhere, role=Role.AGENCY, key=authority.agency.key, now=LATER)).pdf
    assert refused(ask(pdf=agency, now=LATER)) == "sign_head_late"


def test_words_for_attached_files_and_copies() -> None:
    assert attached_words("05/BC-TYT") == "Số: 05/BC-TYT"
    assert copy_words("Sao y", "TRẠM Y TẾ XÃ TẢ PHỜI") == "SAO Y; TRẠM Y TẾ XÃ TẢ PHỜI"


def test_words_of_a_head_whose_agency_has_no_place(authority: Authority, ask: Ask) -> None:
    signed = sign(ask(pdf=with_entry(nothing))).pdf
    assert shown_words(signed)[0].startswith(f"Người ký: {HEAD}")


def test_no_secret_is_in_any_error_or_log(
    authority: Authority, ask: Ask, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(0)
    key = authority.head.key._replace(password=Secret(WRONG_PASSWORD))
    with pytest.raises(UserError) as caught:
        sign(ask(key=key))
    sign(ask())
    seen = [
        *traceback.format_exception(caught.value),
        caplog.text,
        *capfd.readouterr(),
        repr(key),
        str(vars(caught.value)),
    ]
    assert [each for each in seen if WRONG_PASSWORD in each or PASSWORD in each] == []
    assert caught.value.__cause__ is None


def test_a_secret_is_never_written() -> None:
    import pickle

    with pytest.raises(TypeError, match="secret"):
        pickle.dumps(Secret(PASSWORD))


def test_the_library_of_names_writes_no_names_into_the_log(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    sign(ask())
    assert HEAD not in caplog.text


def plain_pdf(turn: int = 0) -> bytes:
    """A page that Sổ Trạm did not make, as a scanner does."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("", pagesize=(595, 842), invariant=1)
    canvas.setPageRotation(turn)
    canvas.drawString(100, 400, "PHU LUC")
    content: bytes = canvas.getpdfdata()
    return content


def papers_of_tomorrow() -> bytes:
    """A report that says it was made after it is signed."""
    return render_pdf(make_report(), stamp=Stamp("ABCDE-FGHJK", NOW + timedelta(days=1)))


def encrypted_pdf() -> bytes:
    """A page that only its password opens."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("", encrypt=StandardEncryption("mo", strength=128))
    canvas.drawString(100, 400, "KIN")
    content: bytes = canvas.getpdfdata()
    return content


def test_the_seal_covers_a_third_of_the_signature(papers: Papers) -> None:
    (head, agency) = (each.place for each in signatures_of(papers.twice, None, NOW))
    assert head is not None
    assert agency is not None
    assert (agency.right - head.left) / head.width == pytest.approx(1 / 3, abs=0.01)
