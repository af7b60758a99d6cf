"""What is read from signed PDFs: who, when, whether anything changed, and whom to trust."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from data.errors import SoTramError, UserError
from reports.signing import (
    Change,
    Role,
    SignatureSeen,
    SignRequest,
    Trust,
    TrustRoots,
    Validity,
    appended_since,
    sign,
    signatures_of,
    trust_roots,
)
from reports.signing.reading import LARGEST_PDF
from tests.reports.signing.authority import AGENCY, HEAD, STATION, Issued, Wanted, make_root, make_signer
from tests.reports.signing.conftest import LATER, NOW, Authority, Papers
from tests.reports.signing.elsewhere import Elsewhere, sign_elsewhere


def seen(pdf: bytes, roots: TrustRoots | None = None) -> tuple[SignatureSeen, ...]:
    """Return what is seen of a PDF a year later."""
    return signatures_of(pdf, roots, NOW + timedelta(days=365))


def holds(pdf: bytes, count: int) -> bool:
    """Whether a PDF has so many sound signatures and nothing behind the last one."""
    try:
        found = seen(pdf)
    except SoTramError:
        return False
    return len(found) == count and all(each.is_sound for each in found) and found[-1].covers_all


def test_both_signatures_tell_who_and_when(papers: Papers) -> None:
    head, agency = seen(papers.twice)
    assert head.holder is not None
    assert agency.holder is not None
    assert (head.role, head.holder.name, head.holder.organisation) == (Role.HEAD, HEAD, STATION)
    assert (agency.role, agency.holder.name) == (Role.AGENCY, AGENCY)
    assert (head.claimed_at, agency.claimed_at) == (NOW, LATER)
    assert head.stamped_at is None
    assert head.holder.issuer == "CHỨNG THỰC CẤP DƯỚI THỬ"
    assert head.is_in_place
    assert agency.is_in_place


def test_the_second_signature_leaves_the_first_sound(papers: Papers) -> None:
    head, agency = seen(papers.twice)
    assert (head.is_intact, head.after, head.covers_all) == (True, Change.SIGNATURES, False)
    assert (agency.is_intact, agency.after, agency.covers_all) == (True, Change.NOTHING, True)


def test_a_report_without_signatures_has_none(papers: Papers) -> None:
    assert seen(papers.frozen) == ()


def container(pdf: bytes) -> tuple[int, int]:
    """Return where the last signature's own container begins and ends."""
    fields = PdfReader(io.BytesIO(pdf)).root_object["/AcroForm"]["/Fields"]  # type: ignore[index]
    ranges = [field.get_object()["/V"]["/ByteRange"] for field in fields]
    return int(ranges[-1][1]), int(ranges[-1][2])


def places_of_change(pdf: bytes) -> Iterator[int]:
    """Yield bytes all over a file: body, the first increment, the last one, its container, its table, its end."""
    begin, end = container(pdf)
    size = len(bytes.fromhex(pdf[begin + 1 : end - 1].decode()).rstrip(b"\0")) * 2
    yield from (0, 5, len(pdf) // 3, len(pdf) // 2, begin, begin + 1, begin + size, end - 2, end - 1, end, len(pdf) - 1)
    chosen = random.Random(20261121)
    yield from chosen.sample(range(begin), 12)
    yield from chosen.sample(range(begin + 1, begin + size), 30)
    yield from chosen.sample(range(begin + size, end), 6)
    yield from chosen.sample(range(end, len(pdf)), 12)


def test_one_changed_byte_anywhere_is_caught(papers: Papers) -> None:
    assert holds(papers.once, 1)
    missed = []
    for place in places_of_change(papers.once):
        changed = bytearray(papers.once)
        changed[place] = ord("3") if changed[place] == ord("2") else ord("2")
        if holds(bytes(changed), 1):
            missed.append(place)
    assert missed == []


@pytest.mark.parametrize("tail", [b"\n", b"\0", b"%%EOF\n"])
def test_bytes_behind_the_end_are_caught(tail: bytes, papers: Papers) -> None:
    assert not holds(papers.twice + tail, 2)


def test_a_shortened_file_is_caught(papers: Papers) -> None:
    assert not holds(papers.twice[:-1], 2)


def test_a_file_written_anew_is_caught(papers: Papers) -> None:
    out = io.BytesIO()
    PdfWriter(clone_from=io.BytesIO(papers.twice)).write(out)
    assert not holds(out.getvalue(), 2)


def test_lower_case_in_the_container_is_caught(papers: Papers) -> None:
    begin, end = container(papers.once)
    changed = papers.once[:begin] + papers.once[begin:end].lower() + papers.once[end:]
    assert not holds(changed, 1)


@pytest.mark.parametrize(
    ("given", "trust"),
    [
        (lambda authority: None, Trust.UNKNOWN),
        (lambda authority: TrustRoots(()), Trust.UNKNOWN),
        (lambda authority: authority.roots, Trust.YES),
        (lambda authority: trust_roots({"khac.crt": make_root().der}), Trust.NO),
    ],
)
def test_trust_is_that_of_the_roots_given(
    given: Callable[[Authority], TrustRoots | None], trust: Trust, authority: Authority, papers: Papers
) -> None:
    assert [each.trust for each in seen(papers.twice, given(authority))] == [trust, trust]


def test_trust_lasts_beyond_the_certificate(authority: Authority, papers: Papers) -> None:
    short = make_signer(authority.middle, Wanted(HEAD, end=NOW + timedelta(days=1)))
    pdf = sign(SignRequest(pdf=papers.frozen, key=short.key, role=Role.HEAD, now=NOW)).pdf
    (found,) = signatures_of(pdf, authority.roots, NOW + timedelta(days=900))
    assert (found.trust, found.validity) == (Trust.YES, Validity.VALID)


OLD, NEW = datetime(2021, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wanted", "validity"),
    [(Wanted(HEAD, end=OLD), Validity.EXPIRED), (Wanted(HEAD, begin=NEW), Validity.EARLY)],
)
def test_a_certificate_that_did_not_hold_is_told(
    wanted: Wanted, validity: Validity, authority: Authority, papers: Papers
) -> None:
    signed = sign_elsewhere(papers.frozen, Elsewhere(make_signer(authority.middle, wanted), NOW))
    (found,) = seen(signed, authority.roots)
    assert (found.is_sound, found.validity, found.trust) == (True, validity, Trust.NO)


def test_a_signature_of_another_program_is_read(authority: Authority, papers: Papers) -> None:
    signed = sign_elsewhere(papers.frozen, Elsewhere(authority.head, NOW))
    (found,) = seen(signed, authority.roots)
    assert (found.is_sound, found.covers_all, found.role, found.trust) == (True, True, None, Trust.YES)
    assert appended_since(papers.frozen, signed) is Change.SIGNATURES


def test_the_agency_signs_behind_a_head_who_signed_elsewhere(authority: Authority, papers: Papers) -> None:
    signed = sign_elsewhere(papers.frozen, Elsewhere(authority.head, NOW))
    pdf = sign(SignRequest(pdf=signed, key=authority.agency.key, role=Role.AGENCY, now=LATER)).pdf
    assert holds(pdf, 2)


def test_a_signature_that_hides_text_is_told(authority: Authority, papers: Papers) -> None:
    signed = sign_elsewhere(papers.frozen, Elsewhere(authority.head, NOW, box=(100, 400, 500, 700)))
    assert not seen(signed)[0].is_in_place


def retitled(writer: Any) -> None:
    """Another text on the page."""
    from pyhanko.pdf_utils import generic

    stream = generic.StreamObject(stream_data=b"BT /F1 40 Tf 100 500 Td (KHAC) Tj ET")
    writer.add_stream_to_page(0, writer.add_object(stream))


@pytest.mark.parametrize("paper", ["frozen", "once"])
def test_a_page_changed_before_a_signature_is_no_frozen_report(
    paper: str, authority: Authority, papers: Papers
) -> None:
    """The signature itself holds, and the file begins with the frozen bytes: only the comparison tells."""
    signed = sign_elsewhere(getattr(papers, paper), Elsewhere(authority.head, NOW, before=retitled))
    assert seen(signed)[-1].is_sound
    assert appended_since(papers.frozen, signed) is Change.OTHER


def test_a_page_changed_after_a_signature_is_seen(authority: Authority, papers: Papers) -> None:
    signed = sign_elsewhere(papers.once, Elsewhere(authority.agency, LATER, before=retitled))
    assert [each.after for each in seen(signed)] == [Change.OTHER, Change.NOTHING]


def test_what_was_appended_to_the_frozen_bytes(papers: Papers) -> None:
    assert appended_since(papers.frozen, papers.frozen) is Change.NOTHING
    assert appended_since(papers.frozen, papers.once) is Change.SIGNATURES
    assert appended_since(papers.frozen, papers.twice) is Change.SIGNATURES
    assert appended_since(papers.frozen, papers.frozen + b"\n") is Change.OTHER
    assert appended_since(papers.frozen[:-1] + b"x", papers.twice) is Change.OTHER


def test_names_from_certificates_are_fit_to_print(papers: Papers, authority: Authority) -> None:
    nasty = make_signer(authority.middle, Wanted("\x1b[31mĐỎ\u202e" + "A" * 30, organisation="\u200b"))
    signed = sign_elsewhere(papers.frozen, Elsewhere(nasty, NOW))
    holder = seen(signed)[0].holder
    assert holder is not None
    assert (holder.name, holder.organisation) == ("[31mĐỎ" + "A" * 30, "")


@pytest.mark.parametrize(
    ("pdf", "code"),
    [
        (b"", "sign_pdf_none"),
        (b"khong phai", "sign_pdf_none"),
        (b"%PDF-1.7\n/ByteRange", "sign_pdf_damaged"),
        (b"%PDF-1.7\n" + b"[" * 20_000, "sign_pdf_damaged"),
        (b"%PDF-1.7" + bytes(LARGEST_PDF), "sign_pdf_large"),
    ],
)
def test_what_is_no_pdf_gets_a_sentence(pdf: bytes, code: str) -> None:
    with pytest.raises(UserError) as caught:
        seen(pdf)
    assert caught.value.code == code


def test_a_damaged_pdf_never_gives_a_trace(papers: Papers) -> None:
    chosen = random.Random(7)
    for _ in range(60):
        changed = bytearray(papers.twice)
        for _ in range(chosen.choice((1, 4, 40))):
            changed[chosen.randrange(len(changed))] = chosen.randrange(256)
        piece = bytes(changed[: chosen.choice((len(changed), len(changed) // 2))])
        assert not holds(piece, 2)


def test_more_signatures_than_a_report_has_are_not_read(papers: Papers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.signing.seen.MOST_SIGNATURES", 1)
    with pytest.raises(UserError, match="sign_pdf_crowded"):
        seen(papers.twice)


@pytest.mark.parametrize("content", [b"", b"rac", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_root_that_is_none_is_named(content: bytes) -> None:
    with pytest.raises(UserError) as caught:
        trust_roots({"goc.pem": content})
    assert (caught.value.code, caught.value.parameters) == ("sign_root_unreadable", {"file": "goc.pem"})


def test_a_key_is_no_root() -> None:
    pem = b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
    with pytest.raises(UserError, match="sign_root_unreadable"):
        trust_roots({"khoa.pem": pem})


def test_a_root_of_megabytes_is_none() -> None:
    with pytest.raises(UserError, match="sign_root_unreadable"):
        trust_roots({"goc.der": bytes(70_000)})


def test_roots_may_be_pem_or_der(authority: Authority, papers: Papers) -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    issued: Issued = authority.root
    pem = issued.certificate.public_bytes(Encoding.PEM) * 2
    assert trust_roots({"goc.pem": pem}).certificates == (issued.der, issued.der)
