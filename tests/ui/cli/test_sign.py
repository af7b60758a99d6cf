"""``sign``: keys from files and tokens, the step in the station file, and one sentence for each refusal."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image, ImageDraw

from data import report_queries
from data.commands import open_station
from data.documents.records import StepKind
from reports.pdf import render_pdf
from tests.reports.builders import make_report
from tests.reports.signing import softhsm
from tests.reports.signing.authority import (
    AGENCY,
    HEAD,
    PASSWORD,
    WRONG_PASSWORD,
    Issued,
    Wanted,
    make_middle,
    make_root,
    make_signer,
)
from tests.ui.cli.tools import NOW, Answer, Run

VARIABLE = "SO_TRAM_THU_MAT_KHAU"
REPORT = ("--kind", "plan_progress", "--plan", "lao-cai-2024", "--period", "2024Q3")


class Signers(NamedTuple):
    """Who signs."""

    head: Issued
    agency: Issued


@pytest.fixture(scope="session")
def signers() -> Signers:
    middle = make_middle(make_root())
    return Signers(make_signer(middle, Wanted(HEAD)), make_signer(middle, Wanted(AGENCY)))


class Desk(NamedTuple):
    """A station file with a frozen report, and what lies beside it."""

    folder: Path
    station: Path
    frozen: Path
    run: Run

    def sign(self, *words: object, role: str = "head", pdf: str = "bao-cao.pdf", out: str = "ky.pdf") -> Answer:
        """Sign with a key file of that role."""
        key = ("--pkcs12", self.folder / f"{role}.p12", "--password-env", VARIABLE, "--role", role)
        return self.run("sign", self.folder / pdf, *key, "--out", self.folder / out, *words)


@pytest.fixture(scope="session")
def frozen_files(written_example: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a station file in which one report is frozen, and its PDF; made once."""
    from main import main

    folder = tmp_path_factory.mktemp("chot")
    station, pdf = folder / "tram.sotram", folder / "bao-cao.pdf"
    station.write_bytes(written_example.read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SO_TRAM_USER_FOLDER", str(folder))
        words = ["report", str(station), *REPORT, "--out", str(pdf), "--freeze", "--reason", "thử"]
        assert main(words, lambda: NOW) == 0
    return station, pdf


@pytest.fixture
def desk(
    frozen_files: tuple[Path, Path], signers: Signers, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> Desk:
    station, pdf = (tmp_path / each.name for each in frozen_files)
    for copy, origin in zip((station, pdf), frozen_files, strict=True):
        copy.write_bytes(origin.read_bytes())
    (tmp_path / "head.p12").write_bytes(signers.head.pkcs12)
    (tmp_path / "agency.p12").write_bytes(signers.agency.pkcs12)
    monkeypatch.setenv(VARIABLE, PASSWORD)
    return Desk(tmp_path, station, pdf, run)


def test_one_line_says_what_was_signed(desk: Desk) -> None:
    answer = desk.sign()
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == (
        f"Đã ký: {desk.folder / 'ky.pdf'} – {HEAD} (người đứng đầu), 20/09/2025; 09:00:00 +07:00; "
        "giờ ký lấy theo đồng hồ của máy, không có dấu thời gian.\n"
    )
    assert (desk.folder / "ky.pdf").read_bytes().startswith(desk.frozen.read_bytes())


def test_a_draft_is_signed_with_a_warning(desk: Desk) -> None:
    (desk.folder / "nhap.pdf").write_bytes(render_pdf(make_report()))
    answer = desk.sign(pdf="nhap.pdf")
    assert (answer.status, answer.out != "") == (0, True)
    assert "không in mã của báo cáo đã chốt" in answer.err


def test_head_and_agency_sign_and_the_file_knows(desk: Desk) -> None:
    assert desk.sign("--file", desk.station).status == 0
    assert desk.sign("--file", desk.station, role="agency", pdf="ky.pdf", out="ky2.pdf").status == 0
    with open_station(desk.station, writing=False) as store:
        (report,) = report_queries.frozen_reports(store)
        steps = [each for each in report_queries.steps(store) if each.kind is StepKind.SIGN_DIGITAL]
        kept = report_queries.signed_pdf(store, report)
    assert [(step.party, step.means) for step in steps] == [(HEAD, "head"), (AGENCY, "agency")]
    assert kept == (desk.folder / "ky2.pdf").read_bytes()
    verified = desk.run("verify", desk.folder / "ky2.pdf", "--file", desk.station)
    assert (verified.status, verified.out.partition("\n")[0]) == (0, "Nguyên vẹn: bản đã chốt, chỉ thêm chữ ký số.")


def test_only_a_frozen_report_of_the_file_is_recorded(desk: Desk, signers: Signers) -> None:
    desk.frozen.write_bytes(desk.frozen.read_bytes() + b"\n")
    answer = desk.sign("--file", desk.station)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Tệp PDF này không phải là bản đã chốt trong tệp số liệu")
    assert not (desk.folder / "ky.pdf").exists()


def test_a_signed_pdf_that_was_lost_is_taken_from_the_file_and_not_signed_again(desk: Desk) -> None:
    assert desk.sign("--file", desk.station).status == 0
    answer = desk.sign("--file", desk.station, out="lan-hai.pdf")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == (
        f"Đã ký từ trước: {desk.folder / 'lan-hai.pdf'} – {HEAD} (người đứng đầu), "
        "ghi trong tệp số liệu ngày 20/09/2025; đã lấy lại bản đó, không ký lần nữa.\n"
    )
    assert (desk.folder / "lan-hai.pdf").read_bytes() == (desk.folder / "ky.pdf").read_bytes()
    with open_station(desk.station, writing=False) as store:
        assert [each.kind for each in report_queries.steps(store)] == [StepKind.FREEZE, StepKind.SIGN_DIGITAL]


def test_the_agency_signs_behind_the_head_whose_pdf_was_lost(desk: Desk) -> None:
    assert desk.sign("--file", desk.station).status == 0
    first = (desk.folder / "ky.pdf").read_bytes()
    assert desk.sign("--file", desk.station, role="agency", out="ky2.pdf").status == 0
    assert (desk.folder / "ky2.pdf").read_bytes().startswith(first)


def test_whoever_signed_signs_no_second_time(desk: Desk) -> None:
    assert desk.sign("--file", desk.station).status == 0
    answer = desk.sign("--file", desk.station, pdf="ky.pdf", out="lan-hai.pdf")
    assert (answer.status, answer.err) == (1, "Người đứng đầu đã ký văn bản này rồi. Không cần ký lần nữa.\n")
    assert not (desk.folder / "lan-hai.pdf").exists()


def test_an_image_is_shown_with_a_warning(desk: Desk) -> None:
    image = Image.new("RGBA", (200, 80), (0, 0, 0, 0))
    ImageDraw.Draw(image).line((5, 40, 195, 40), fill=(0, 0, 0, 255), width=7)
    file = io.BytesIO()
    image.save(file, "PNG")
    (desk.folder / "chu-ky.png").write_bytes(file.getvalue())
    answer = desk.sign("--image", desk.folder / "chu-ky.png")
    assert answer.status == 0
    assert "màu xanh" in answer.err
    assert "tự nó không phải là chữ ký số" in answer.err


def test_a_token_signs(
    desk: Desk, signers: Signers, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("softhsm")
    library = softhsm.library()
    monkeypatch.setenv("SOFTHSM2_CONF", str(softhsm.settings(folder)))
    monkeypatch.setenv("SO_TRAM_THU_PIN", softhsm.PIN)
    softhsm.make_token(folder, "THU")
    softhsm.put("THU", "ky", signers.head)
    token = ("--pkcs11", library, "--token", "THU", "--pin-env", "SO_TRAM_THU_PIN", "--key", "ky")
    answer = desk.run("sign", desk.frozen, *token, "--role", "head", "--out", desk.folder / "ky.pdf")
    assert (answer.status, answer.err) == (0, "")
    assert HEAD in answer.out


KEY = ("--pkcs12", "head.p12", "--password-env", VARIABLE)
REST = ("--role", "head", "--out", "ky.pdf")
TOKEN = ("--pkcs11", "thu-vien.so", "--token", "THU", "--pin-env", "KHONG_CO_BIEN_NAY")


@pytest.mark.parametrize(
    "words",
    [
        (*KEY, *REST),
        ("bao-cao.pdf", *REST),
        ("bao-cao.pdf", *KEY, "--role", "head"),
        ("bao-cao.pdf", *KEY, "--out", "ky.pdf"),
        ("bao-cao.pdf", "--pkcs12", "head.p12", *REST),
        ("bao-cao.pdf", *TOKEN[:4], *REST),
        ("bao-cao.pdf", *TOKEN[:2], *TOKEN[4:], *REST),
        ("bao-cao.pdf", *KEY, *TOKEN, *REST),
        ("bao-cao.pdf", *KEY, "--key", "ky", *REST),
        ("bao-cao.pdf", *TOKEN, "--password-env", VARIABLE, *REST),
        ("bao-cao.pdf", *KEY, *REST, "--pin", "1234"),
    ],
)
def test_wrong_usage(words: tuple[str, ...], run: Run) -> None:
    answer = run("sign", *words)
    assert (answer.status, answer.out) == (2, "")
    assert "sign FILE.pdf" in answer.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--role", "giam-doc"), "Không có vai “giam-doc”"),
        (("--role", "agency"), "Người đứng đầu chưa ký"),
        (("--password-env", "KHONG_CO_BIEN_NAY"), "Không có biến môi trường KHONG_CO_BIEN_NAY chứa mật khẩu"),
        (("--pkcs12", "khong-co.p12"), "khong-co.p12"),
        (("--pkcs12", "bao-cao.pdf"), "bao-cao.pdf không phải là tệp khóa PKCS#12"),
        (("--image", "head.p12"), "không phải là tệp PNG"),
        (("--out", "head.p12"), "Không ghi đè lên head.p12"),
        (("--out", "khong-co/ky.pdf"), "khong-co"),
        (("--out", "tram.sotram"), "tram.sotram"),
        (("--file", "bao-cao.pdf"), "bao-cao.pdf"),
        (("--tsa", "thoigian"), "không phải là địa chỉ"),
    ],
)
def test_refused(words: tuple[str, ...], sentence: str, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)
    answer = desk.run("sign", "bao-cao.pdf", *KEY, *REST, *words)
    assert (answer.status, answer.out) == (1, "")
    assert sentence in answer.err
    assert len(answer.err.strip().splitlines()) == 1
    assert not (desk.folder / "ky.pdf").exists()


def test_a_pin_that_is_not_there(desk: Desk) -> None:
    answer = desk.run("sign", desk.frozen, *TOKEN, *REST)
    assert (answer.status, answer.err.partition(".")[0]) == (
        1,
        "Không có biến môi trường KHONG_CO_BIEN_NAY chứa mã PIN",
    )


def test_a_wrong_password_is_one_sentence_and_written_nowhere(
    desk: Desk, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, WRONG_PASSWORD)
    answer = desk.sign()
    assert answer == Answer(1, "", "Mật khẩu của head.p12 không đúng, hoặc tệp bị hỏng. Xin gõ lại mật khẩu.\n")
    logs = [path.read_text("utf-8") for path in user_folder.rglob("*") if path.is_file()]
    assert [log for log in logs if WRONG_PASSWORD in log or HEAD in log] == []


def test_an_output_that_cannot_be_written_leaves_the_signature_in_the_file(desk: Desk) -> None:
    key = ("--pkcs12", desk.folder / "head.p12", "--password-env", VARIABLE, "--role", "head")
    answer = desk.run("sign", desk.frozen, *key, "--out", "/dev/full", "--file", desk.station)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Chữ ký đã được ghi vào tệp số liệu.")
    with open_station(desk.station, writing=False) as store:
        (report,) = report_queries.frozen_reports(store)
        assert report_queries.signed_pdf(store, report) != report_queries.pdf_bytes(store, report)


# --- what stands against a signature leaves everything as it was ----------------------------------------------------


def assert_refused(desk: Desk, answer: Answer, sentence: str, user_folder: Path) -> None:
    """One Vietnamese sentence; no step, no PDF, and nothing of the key in the log."""
    assert (answer.status, answer.out) == (1, "")
    assert sentence in answer.err
    assert len(answer.err.splitlines()) == 1
    assert not (desk.folder / "ky.pdf").exists()
    assert not [path for path in desk.folder.iterdir() if path.name.startswith(".so-tram")]
    with open_station(desk.station, writing=False) as store:
        assert [each.kind for each in report_queries.steps(store)] == [StepKind.FREEZE]
    logs = "".join(path.read_text("utf-8") for path in user_folder.rglob("*.log"))
    assert "Traceback" not in logs + answer.err
    for secret in (PASSWORD, WRONG_PASSWORD, softhsm.PIN, softhsm.WRONG_PIN):
        assert secret not in logs + answer.err


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (Wanted(HEAD, end=NOW - timedelta(days=30)), "đã hết hạn ngày 21/08/2025 (hôm nay là 20/09/2025)"),
        (Wanted(HEAD, begin=NOW + timedelta(days=30)), "chỉ có hiệu lực từ ngày 20/10/2025"),
        (Wanted(HEAD, may_sign=False), "không dùng để ký văn bản"),
    ],
)
def test_a_certificate_that_does_not_hold_leaves_everything(
    desk: Desk, user_folder: Path, wanted: Wanted, sentence: str
) -> None:
    (desk.folder / "head.p12").write_bytes(make_signer(make_root(), wanted).pkcs12)
    assert_refused(desk, desk.sign("--file", desk.station), sentence, user_folder)


def test_a_clock_before_the_freezing_leaves_everything(desk: Desk, user_folder: Path) -> None:
    key = ("--pkcs12", desk.folder / "head.p12", "--password-env", VARIABLE, "--role", "head")
    words = ("sign", desk.frozen, *key, "--out", desk.folder / "ky.pdf", "--file", desk.station)
    answer = desk.run(*words, now=NOW - timedelta(days=400))
    assert_refused(desk, answer, "Đồng hồ của máy đang là", user_folder)


def test_a_folder_that_takes_nothing_leaves_everything(desk: Desk, user_folder: Path) -> None:
    (desk.folder / "khoa").mkdir(mode=0o555)
    answer = desk.sign("--file", desk.station, out="khoa/ky.pdf")
    assert_refused(desk, answer, "không cho ghi", user_folder)


@pytest.mark.parametrize(
    ("pin", "token", "sentence"),
    [
        (softhsm.WRONG_PIN, "THU", "còn ít lần thử"),
        (softhsm.PIN, "KHAC", "Không có thiết bị ký số tên “KHAC”"),
        (softhsm.PIN, "", "Chưa cắm thiết bị ký số"),
    ],
)
def test_a_token_that_refuses_or_was_pulled_leaves_everything(
    pin: str, token: str, sentence: str, desk: Desk, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOFTHSM2_CONF", str(softhsm.settings(desk.folder)))
    monkeypatch.setenv("SO_TRAM_THU_PIN", pin)
    if token:
        softhsm.make_token(desk.folder, "THU")
    asked = ("--pkcs11", softhsm.library(), "--token", token or "THU", "--pin-env", "SO_TRAM_THU_PIN")
    answer = desk.run("sign", desk.frozen, *asked, *REST[:2], "--out", desk.folder / "ky.pdf", "--file", desk.station)
    assert_refused(desk, answer, sentence, user_folder)
