"""Kiểm tra bản in: a code typed from paper and a PDF say which report they are, whether it stands, and who signed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import commands, report_commands, report_queries
from data.catalogue import load_catalogue
from data.documents.codes import printed_code
from data.documents.records import ELECTRONIC, FrozenReport, ReportStep, StepKind
from data.example import write_example
from data.model import Attribution
from reports.copies import CopyOrder, copy_pdf
from reports.document import CopyKind
from reports.freezing import Order, freeze
from reports.report import ReportRequest
from reports.signing import Role, SignRequest, sign
from tests.reports.signing.authority import HEAD, Wanted, make_middle, make_root, make_signer
from tests.ui.assessment_sets import quiet, shown
from tests.ui.tools import press
from ui import theme
from ui.memory import Memory
from ui.screens import print_check
from ui.screens.print_check import ROOTS, PrintCheckPage
from ui.screens.print_check_words import hint
from ui.session import Session

NOW = datetime(2025, 10, 3, 2, 5, 9, tzinfo=UTC)
BY = Attribution(user="Lan", now=NOW)
REQUEST = ReportRequest(kind="self_assessment", criteria_set="1300-QD-BYT", period="2024")


class Made(NamedTuple):
    """A station with a signed report, and files that were made of it."""

    station: Path
    report: FrozenReport
    files: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("prints")
    station = write_example(folder / "station", NOW)
    with commands.open_station(station, writing=True) as store:
        frozen = freeze(store, load_catalogue(), Order(REQUEST, ELECTRONIC, "còn chờ"), BY)
        root = make_root()
        key = make_signer(make_middle(root), Wanted(HEAD)).key
        signed = sign(SignRequest(pdf=frozen.pdf, key=key, role=Role.HEAD, now=NOW, frozen=frozen.pdf)).pdf
        step = ReportStep(frozen.report.code, 0, StepKind.SIGN_DIGITAL, NOW.date(), means="head")
        report_commands.record_signature(store, step, signed, BY)
        copy = copy_pdf(store, CopyOrder(frozen.report, CopyKind.FULL, NOW, NOW.date()))
    for name, content in (
        ("frozen.pdf", frozen.pdf),
        ("signed.pdf", signed),
        ("changed.pdf", frozen.pdf.replace(b"/Title", b"/Tjtle", 1)),
        ("copy.pdf", copy),
        ("other.pdf", b"%PDF-1.4 other"),
    ):
        (folder / name).write_bytes(content)
    (folder / "roots").mkdir()
    (folder / "roots" / "goc.crt").write_bytes(root.der)
    return Made(station, frozen.report, folder)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, made: Made, tmp_path: Path, vietnamese: None) -> Iterator[PrintCheckPage]:
    theme.apply(qapp, theme.LIGHT)
    path = Path(shutil.copyfile(made.station, tmp_path / "tram.sotram"))
    session = Session(commands.open_station(path, writing=True), load_catalogue(), lambda: NOW, "Lan", "vi")
    page = PrintCheckPage(session)
    shown(qtbot, page)
    page.activate()
    page.take_focus()
    yield page
    session.close()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("ABC", "còn thiếu 7 chữ"),
        ("ABCDE-FGHJK", ""),
        ("abcde fghjk", ""),
        ("ABCDE-FGHJKMN", "thừa 2 chữ"),
        ("ABU", "Mã không có U: mã chỉ gồm chữ số và chữ cái, không có I, L, O, U."),
    ],
)
def test_what_a_code_lacks_is_said_while_it_is_typed(vietnamese: None, typed: str, said: str) -> None:
    assert hint(typed) == said


def test_a_typed_code_shows_the_report_and_asks_for_comparison(qtbot: QtBot, page: PrintCheckPage, made: Made) -> None:
    named: list[str] = []
    page.report_named.connect(named.append)
    typed = printed_code(made.report.code).lower().replace("1", "l").replace("0", "o")
    page.code.setText(typed)
    qtbot.waitUntil(lambda: page.checked is not None)
    assert "so từng trang" in page.sentence.text()
    assert printed_code(made.report.code) in page.lines.text()
    assert page.preview.page_count > 0
    page.show_report.click()
    assert named == [made.report.code]


def test_a_code_of_no_report_is_unknown(qtbot: QtBot, page: PrintCheckPage) -> None:
    page.code.setText("00000-00000")
    qtbot.waitUntil(lambda: page.checked is not None)
    assert "không có báo cáo" in page.sentence.text()
    assert page.preview.page_count == 0
    assert not page.show_report.isVisible()


def test_half_a_code_is_said_at_enter(page: PrintCheckPage) -> None:
    press(Qt.Key.Key_Return, text="\r", to=page.code)
    assert "mười chữ" in page.hint.text()


@pytest.mark.parametrize(
    ("name", "said", "has_pages"),
    [
        ("frozen.pdf", "Nguyên vẹn", True),
        ("signed.pdf", "chỉ thêm chữ ký số", True),
        ("changed.pdf", "ĐÃ BỊ THAY ĐỔI", True),
        ("copy.pdf", "tự ghi là bản SAO Y", True),
        ("other.pdf", "Không nhận ra", False),
    ],
)
def test_a_pdf_says_what_it_is(
    qtbot: QtBot, page: PrintCheckPage, made: Made, name: str, said: str, *, has_pages: bool
) -> None:
    page.check_path(made.files / name)
    qtbot.waitUntil(lambda: page.checked is not None, timeout=20_000)
    assert page.sentence.text().startswith(f"{name}: ")
    assert said in page.sentence.text()
    assert bool(page.preview.page_count) is has_pages


def test_trust_follows_the_folder_chosen_on_this_computer(
    qtbot: QtBot, page: PrintCheckPage, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "chưa có tổ chức" in page.roots.text()
    monkeypatch.setattr(print_check, "ask_folder", lambda _page, _title: made.files / "roots")
    page.choose_roots.click()
    assert str(made.files / "roots") in page.roots.text()
    page.check_path(made.files / "signed.pdf")
    qtbot.waitUntil(lambda: page.checked is not None, timeout=20_000)
    assert "được tin cậy trên máy này" in page.lines.text()
    assert HEAD in page.lines.text()
    page.drop_roots.click()
    assert Memory().text(ROOTS) == ""


def test_a_file_that_is_dropped_is_checked(qtbot: QtBot, page: PrintCheckPage, made: Made) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(made.files / "frozen.pdf"))])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(5, 5), action, data, buttons, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: page.checked is not None, timeout=20_000)
    assert "Nguyên vẹn" in page.sentence.text()


def test_a_file_that_is_not_there_is_said(qtbot: QtBot, page: PrintCheckPage, tmp_path: Path) -> None:
    page.check_path(tmp_path / "khong-co.pdf")
    quiet(qtbot, page)
    assert "khong-co.pdf" in page.line.text


def test_a_report_that_was_cancelled_is_told(qtbot: QtBot, page: PrintCheckPage, made: Made) -> None:
    cancel = ReportStep(made.report.code, 0, StepKind.CANCEL, date(2025, 10, 3), note="nhầm kỳ")
    report_commands.add_step(page.session.store, cancel, BY)
    page.code.setText(made.report.code)
    qtbot.waitUntil(lambda: page.checked is not None)
    assert "hủy" in page.lines.text()
    assert report_queries.standing_report(page.session.store, made.report.key) is None
