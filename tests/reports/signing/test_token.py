"""Keys on a token: found by name, opened by a PIN, and every way to fail in one sentence."""

from __future__ import annotations

import shutil
import struct
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from pkcs11 import TokenFlag, exceptions

from data.errors import EnvironmentFault, SoTramError
from reports.signing import Pkcs11Key, Role, Secret, SignRequest, sign, signatures_of
from reports.signing.token import check_library, pin_fault, token_fault, word_size
from tests.reports.signing.authority import AGENCY, HEAD
from tests.reports.signing.conftest import LATER, NOW, Authority, Papers
from tests.reports.signing.outside import pdfsig
from tests.reports.signing.softhsm import PIN, WRONG_PIN, library, make_token, put, put_certificate, settings


@pytest.fixture(scope="module")
def tokens(tmp_path_factory: pytest.TempPathFactory, authority: Authority) -> Iterator[Path]:
    """Two tokens: the head's with one key, the agency's with two; and one that is still empty."""
    library()
    folder = tmp_path_factory.mktemp("softhsm")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(settings(folder)))
        for label in ("TRUONG TRAM", "CO QUAN", "TRONG"):
            make_token(folder, label)
        put("TRUONG TRAM", "ky", authority.head)
        put_certificate("TRUONG TRAM", "cap duoi", authority.middle)
        put("CO QUAN", "con dau", authority.agency)
        put("CO QUAN", "du phong", authority.agency)
        yield folder


def key(token: str = "TRUONG TRAM", label: str = "", pin: str = PIN, slot: int | None = None) -> Pkcs11Key:
    """Return a key on a token."""
    return Pkcs11Key(library=library(), pin=Secret(pin), token=token, slot=slot, label=label)


def refused(papers: Papers, wanted: Pkcs11Key) -> SoTramError:
    """Return what a signature with a key is refused with."""
    with pytest.raises(SoTramError) as caught:
        sign(SignRequest(pdf=papers.frozen, key=wanted, role=Role.HEAD, now=NOW))
    return caught.value


@pytest.mark.usefixtures("tokens")
def test_head_and_agency_sign_with_their_tokens(authority: Authority, papers: Papers) -> None:
    once = sign(SignRequest(pdf=papers.frozen, key=key(), role=Role.HEAD, now=NOW)).pdf
    request = SignRequest(pdf=once, key=key("CO QUAN", "con dau"), role=Role.AGENCY, now=LATER)
    twice = sign(request).pdf
    names = [each.holder.name for each in signatures_of(twice, authority.roots, LATER) if each.holder and each.is_sound]
    assert names == [HEAD, AGENCY]
    assert pdfsig(twice).count("Signature is Valid") == 2


@pytest.mark.usefixtures("tokens")
def test_the_chain_comes_from_the_token(authority: Authority, papers: Papers) -> None:
    once = sign(SignRequest(pdf=papers.frozen, key=key(label="ky"), role=Role.HEAD, now=NOW)).pdf
    assert signatures_of(once, authority.roots, NOW)[0].trust.value == "yes"


@pytest.mark.parametrize(
    ("wanted", "code", "parameters"),
    [
        ({"pin": ""}, "sign_pin_wrong", {}),
        ({"token": "KHAC"}, "sign_token_unknown", {"token": "KHAC"}),
        ({"token": ""}, "sign_token_several", {}),
        ({"token": "TRONG"}, "sign_key_none", {}),
        ({"label": "khac"}, "sign_key_missing", {"label": "khac", "labels": "“ky”"}),
        ({"label": "cap duoi"}, "sign_key_missing", {"label": "cap duoi", "labels": "“ky”"}),
        ({"token": "CO QUAN"}, "sign_key_several", {"labels": "“con dau”, “du phong”"}),
        ({"slot": 99}, "sign_token_missing", {}),
    ],
)
@pytest.mark.usefixtures("tokens")
def test_what_stands_against_a_token(
    wanted: dict[str, str], code: str, parameters: dict[str, str], papers: Papers
) -> None:
    error = refused(papers, key(**wanted))  # type: ignore[arg-type]
    assert error.code == code
    assert {name: ", ".join(sorted(value.split(", "))) for name, value in error.parameters.items()}.items() >= (
        parameters.items()
    )


@pytest.mark.usefixtures("tokens")
def test_a_wrong_pin_is_said_and_shown_nowhere(
    papers: Papers, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(0)
    error = refused(papers, key(pin=WRONG_PIN))
    assert error.code == "sign_pin_low"
    said = [*traceback.format_exception(error), caplog.text, *capfd.readouterr(), str(vars(error))]
    assert [each for each in said if WRONG_PIN in each] == []


@pytest.mark.usefixtures("tokens")
def test_the_right_pin_still_works_afterwards(papers: Papers) -> None:
    refused(papers, key(pin=WRONG_PIN))
    assert sign(SignRequest(pdf=papers.frozen, key=key(), role=Role.HEAD, now=NOW)).holder.name == HEAD


def test_a_token_that_was_pulled_is_missed(tokens: Path, papers: Papers) -> None:
    shutil.move(tokens / "tokens", tokens / "away")
    (tokens / "tokens").mkdir()
    try:
        assert refused(papers, key()).code == "sign_token_missing"
    finally:
        (tokens / "tokens").rmdir()
        shutil.move(tokens / "away", tokens / "tokens")
    assert sign(SignRequest(pdf=papers.frozen, key=key(), role=Role.HEAD, now=NOW)).holder.name == HEAD


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        (TokenFlag(0), "sign_pin_wrong"),
        (TokenFlag.USER_PIN_COUNT_LOW, "sign_pin_low"),
        (TokenFlag.USER_PIN_COUNT_LOW | TokenFlag.USER_PIN_FINAL_TRY, "sign_pin_last"),
        (TokenFlag.USER_PIN_COUNT_LOW | TokenFlag.USER_PIN_LOCKED, "sign_pin_locked"),
    ],
)
def test_a_refused_pin_says_what_the_token_says(flags: TokenFlag, code: str) -> None:
    assert pin_fault(flags).code == code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (exceptions.DeviceRemoved(), "sign_token_gone"),
        (exceptions.TokenNotPresent(), "sign_token_gone"),
        (exceptions.SessionHandleInvalid(), "sign_token_gone"),
        (exceptions.DeviceError(), "sign_token_failed"),
    ],
)
def test_a_token_that_fails_in_the_middle(error: Exception, code: str) -> None:
    assert token_fault(error).code == code


def elf(kind: int) -> bytes:
    """Return the beginning of a library of Linux."""
    return b"\x7fELF" + bytes([kind]) + bytes(60)


def pe(machine: int) -> bytes:
    """Return the beginning of a library of Windows."""
    return b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40) + b"PE\0\0" + struct.pack("<H", machine)


@pytest.mark.parametrize(
    ("head", "bits"),
    [
        (elf(1), 32),
        (elf(2), 64),
        (pe(0x14C), 32),
        (pe(0x8664), 64),
        (pe(0x1234), None),
        (b"\x7fELF", None),
        (b"MZ" + bytes(100), None),
        (b"van ban", None),
    ],
)
def test_the_word_size_of_a_library(head: bytes, bits: int | None) -> None:
    assert word_size(head) == bits


@pytest.mark.parametrize(
    ("content", "code"), [(None, "sign_library_missing"), (elf(1), "sign_library_bits"), (b"rac", "sign_library_unfit")]
)
def test_a_library_that_is_none(content: bytes | None, code: str, papers: Papers, tmp_path: Path) -> None:
    path = tmp_path / "thu-vien.so"
    if content is not None:
        path.write_bytes(content)
    error = refused(papers, Pkcs11Key(library=str(path), pin=Secret(PIN), token="TRUONG TRAM"))
    assert isinstance(error, EnvironmentFault)
    assert (error.code, error.parameters["file"]) == (code, str(path))


def test_a_library_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="sign_library_missing"):
        check_library(tmp_path)
