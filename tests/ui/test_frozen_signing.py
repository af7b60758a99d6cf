"""Signing in the window: first the head, then the agency; what opens the key stays nowhere; faults at their field."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from data import report_queries
from data.documents.records import StepKind
from data.documents.states import ReportState
from reports.signing import signatures_of
from tests.reports.signing.authority import (
    AGENCY,
    HEAD,
    PASSWORD,
    WRONG_PASSWORD,
    Wanted,
    make_middle,
    make_root,
    make_signer,
)
from tests.ui.papers import Papers, freeze_two
from tests.ui.test_frozen_page import SECONDS, shown
from ui.screens.frozen_page import FrozenPage
from ui.screens.frozen_work import SIGNED
from ui.session import Session
from ui.widgets.report_sign_form import KEY_FILE, TOKEN, Askers, SignForm, SignTyped


class Keys(NamedTuple):
    """Key files of a head, of the agency, and of a head whose certificate has ended."""

    head: Path
    agency: Path
    ended: Path


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, new_station: Path) -> Papers:
    return freeze_two(Path(shutil.copyfile(new_station, tmp_path_factory.mktemp("papers") / "tram.sotram")))


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    folder, above = tmp_path_factory.mktemp("keys"), make_middle(make_root())
    wanted = (Wanted(HEAD), Wanted(AGENCY), Wanted(HEAD, end=datetime(2022, 1, 1, tzinfo=UTC)))
    made = Keys(*(folder / f"{name}.p12" for name in Keys._fields))
    for path, each in zip(made, wanted, strict=True):
        path.write_bytes(make_signer(above, each).pkcs12)
    return made


@pytest.fixture
def station_file(tmp_path: Path, papers: Papers) -> Path:
    return Path(shutil.copyfile(papers.path, tmp_path / "tram.sotram"))


@pytest.fixture
def page(qtbot: QtBot, session: Session, papers: Papers) -> FrozenPage:
    return shown(qtbot, session, papers.numbered)


def sign(page: FrozenPage, key: Path, password: str = PASSWORD) -> None:
    """Open the form and sign."""
    page.deeds.next_deed()
    page.sign_form.key_file.setText(str(key))
    page.sign_form.secret.setText(password)
    page.sign_form.hand_on()


def refused(qtbot: QtBot, page: FrozenPage) -> str:
    """What the form says of a signature that was not made."""
    qtbot.waitUntil(lambda: bool(page.sign_form.line.text), timeout=SECONDS)
    return page.sign_form.line.text


def signed(qtbot: QtBot, page: FrozenPage, count: int) -> None:
    """Wait until the page knows of so many signatures."""
    qtbot.waitUntil(lambda: page.row is not None and len(page.row.signed_as) == count, timeout=SECONDS)


def test_head_and_agency_sign_one_after_the_other(
    qtbot: QtBot, page: FrozenPage, papers: Papers, keys: Keys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, path = page.session.store, tmp_path / "da-ky.pdf"
    sign(page, keys.head)
    assert page.sign_form.secret.text() == ""
    signed(qtbot, page, 1)
    assert "người đứng đầu" in page.line.text
    assert "không có dấu thời gian" in page.line.text
    sign(page, keys.agency)
    signed(qtbot, page, 2)
    report = report_queries.frozen_report(store, papers.numbered)
    pdf = report_queries.signed_pdf(store, report)
    seen = signatures_of(pdf, None, page.session.clock())
    assert [(each.holder.name if each.holder else "", each.is_sound) for each in seen] == [(HEAD, True), (AGENCY, True)]
    assert report_queries.states(store)[report.code] is ReportState.SIGNED_DIGITAL
    assert not page.deeds.buttons[StepKind.SIGN_DIGITAL].isEnabled()
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.pdf == pdf, timeout=SECONDS)
    assert page.shown is not None
    assert [b"/Seen0" in seen for seen in (pdf, page.shown.pages)] == [False, True]
    monkeypatch.setattr("ui.screens.frozen_files.ask_target", lambda *_: path)
    page.line.answers[0].click()
    qtbot.waitUntil(lambda: bool(report_queries.attachments(store)), timeout=SECONDS)
    assert path.read_bytes() == pdf
    assert [(each.kind, each.path) for each in report_queries.attachments(store)] == [(SIGNED, str(path))]


def test_each_role_finds_its_own_key_and_one_key_for_both_is_asked_about(
    qtbot: QtBot, page: FrozenPage, keys: Keys
) -> None:
    sign(page, keys.head)
    signed(qtbot, page, 1)
    page.deeds.next_deed()
    assert page.sign_form.key_file.text() == ""
    page.sign_form.key_file.setText(str(keys.head))
    page.sign_form.secret.setText(PASSWORD)
    page.sign_form.hand_on()
    assert "đã ký cho người đứng đầu" in refused(qtbot, page)
    assert len(page.row.signed_as) == 1  # type: ignore[union-attr]
    page.sign_form.line.answers[0].click()
    signed(qtbot, page, 2)


@pytest.mark.parametrize(
    ("key", "password", "said", "field"),
    [
        ("head", WRONG_PASSWORD, "Mật khẩu", "secret"),
        ("ended", PASSWORD, "hết hạn", "secret"),
        ("nobody", PASSWORD, "Không tìm thấy", "key_file"),
    ],
)
def test_a_fault_is_one_sentence_at_its_field_and_nothing_is_signed(
    qtbot: QtBot, page: FrozenPage, keys: Keys, key: str, password: str, said: str, field: str
) -> None:
    sign(page, getattr(keys, key, Path("/khong-co.p12")), password)
    assert said in refused(qtbot, page)
    assert getattr(page.sign_form, field).hasFocus()
    assert page.sign_form.secret.text() == ""
    assert page.sign_form.keep.isEnabled()
    assert report_queries.steps(page.session.store, page.row.report.code)[1:] == ()  # type: ignore[union-attr]


def test_what_opens_a_key_is_kept_nowhere(qtbot: QtBot, page: FrozenPage, keys: Keys, tmp_path: Path) -> None:
    sign(page, keys.head, WRONG_PASSWORD)
    refused(qtbot, page)
    page.sign_form.secret.setText(PASSWORD)
    page.escape()
    page.escape()
    assert page.sign_form.isHidden()
    assert page.sign_form.secret.text() == ""
    page.sign_form.secret.undo()
    assert page.sign_form.secret.text() == ""
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in kept if PASSWORD.encode() in path.read_bytes()]
    assert not [path for path in kept if WRONG_PASSWORD.encode() in path.read_bytes()]


@pytest.fixture
def form(qtbot: QtBot, vietnamese: None) -> SignForm:
    """The form alone, open."""
    made = SignForm(Askers(lambda: Path("/khoa.p12"), lambda: None, lambda: None))
    qtbot.addWidget(made)
    made.ask("Ký số", "")
    return made


def test_a_token_asks_for_its_library_and_pin(form: SignForm) -> None:
    typed: list[SignTyped] = []
    form.kept.connect(typed.append)
    form.source.setCurrentIndex(form.source.findData(TOKEN))
    assert form.secret.accessibleName() == "Mã PIN"
    assert form.key_file.isHidden()
    form.hand_on()
    assert "thư viện" in form.line.text
    form.library.setText("/usr/lib/token.so")
    form.secret.setText("1234")
    form.hand_on()
    assert [(each.source, each.place, each.secret.reveal()) for each in typed] == [(TOKEN, "/usr/lib/token.so", "1234")]
    assert "1234" not in repr(typed)
    assert form.secret.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("sign_pin_last", "secret"),
        ("sign_token_several", "token"),
        ("sign_key_several", "label"),
        ("sign_library_bits", "library"),
        ("sign_image_opaque", "image"),
        ("sign_tsa_unreachable", "tsa"),
    ],
)
def test_each_fault_of_a_token_has_its_field(form: SignForm, code: str, field: str) -> None:
    form.source.setCurrentIndex(form.source.findData(TOKEN))
    assert form._field_of(code) is getattr(form, field)


def test_a_chosen_file_stands_in_its_field(form: SignForm) -> None:
    button = next(each for each in form.findChildren(type(form.keep)) if "Tệp khóa" in each.accessibleName())
    button.click()
    assert (form.source.currentData(), form.key_file.text()) == (KEY_FILE, "/khoa.p12")
