"""The page of reports offers every kind, for a plan or for a criteria set."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.model import Attribution
from data.periods import parse_period
from reports.registry import find_report, report_kinds
from tests.ui.conftest import NOW
from tests.ui.tools import settle
from ui.print_pages import PrintOut, print_pages
from ui.screens.report_choice import YEARLY, titles
from ui.screens.report_work import FILE_NAMES
from ui.screens.reports import ReportsScreen
from ui.screens.screen import Place
from ui.session import Session
from ui.tasks import Task

BY = Attribution(user="Lan", now=NOW)
SHIPPED = "1300-QD-BYT"


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> ReportsScreen:
    """The page of reports, shown for the third quarter of 2024."""
    commands.bind_plans(session.store, ["lao-cai-2024"], BY)
    session.set_period(parse_period("2024Q3"))
    made = ReportsScreen(session)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activate()
    return made


def choose(qtbot: QtBot, screen: ReportsScreen, kind: str, subject: str) -> None:
    """Choose a kind, then a set when the sets are there."""
    screen.choice.kinds.setCurrentIndex(screen.choice.kinds.findData(kind))
    qtbot.waitUntil(lambda: screen.choice.subjects.findData(subject) >= 0, timeout=10_000)
    screen.choice.subjects.setCurrentIndex(screen.choice.subjects.findData(subject))


def text_of(screen: ReportsScreen) -> str:
    """Text of the pages shown."""
    data = screen._bytes
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages) if data else ""


def test_every_kind_of_report_is_offered_and_has_a_name_for_its_file() -> None:
    assert sorted(titles()) == sorted(FILE_NAMES) == sorted(report_kinds())


def test_the_kinds_made_for_the_year_of_the_header_are_the_yearly_ones() -> None:
    yearly = tuple(
        kind for kind in report_kinds() if [each.value for each in find_report(kind).period_types] == ["year"]
    )
    assert yearly == YEARLY


def test_the_self_assessment_is_made_for_the_year_of_the_quarter(qtbot: QtBot, screen: ReportsScreen) -> None:
    choose(qtbot, screen, "self_assessment", SHIPPED)
    qtbot.waitUntil(lambda: "BIÊN BẢN" in text_of(screen), timeout=60_000)
    assert "Kết quả tự chấm điểm năm 2024" in " ".join(text_of(screen).split())
    assert screen.suggested_name() == f"Tu-cham-diem_TYT_TA_PHOI_{SHIPPED}_2024.pdf"


def test_sets_that_cannot_be_scored_are_not_offered_for_it(qtbot: QtBot, screen: ReportsScreen) -> None:
    choose(qtbot, screen, "self_assessment", SHIPPED)
    assert screen.choice.subjects.findData("4667-QD-BYT") < 0
    choose(qtbot, screen, "criteria_progress", "4667-QD-BYT")


def test_a_period_that_does_not_fit_is_refused_in_a_sentence(qtbot: QtBot, screen: ReportsScreen) -> None:
    screen.session.set_period(parse_period("2024"))
    choose(qtbot, screen, "criteria_progress", SHIPPED)
    qtbot.waitUntil(lambda: "theo quý" in screen.line.text, timeout=30_000)
    assert "criteria_progress" not in screen.line.text
    assert screen.choice.kinds.currentText() in screen.line.text


def test_a_period_that_fits_is_offered(qtbot: QtBot, screen: ReportsScreen) -> None:
    screen.session.set_period(parse_period("2023"))
    choose(qtbot, screen, "criteria_progress", SHIPPED)
    qtbot.waitUntil(lambda: bool(screen.line.answers), timeout=30_000)
    screen.line.answers[0].click()
    assert screen.session.period == parse_period("2023Q4")
    qtbot.waitUntil(lambda: bool(screen._bytes), timeout=60_000)


@pytest.mark.parametrize("year", [2024, 2027])
def test_the_new_rural_report_opens_on_a_set_of_the_year(qtbot: QtBot, screen: ReportsScreen, year: int) -> None:
    screen.session.set_period(parse_period(str(year)))
    sets = find_report("new_rural_health").sets(screen.session.store)
    expected = next(each.id for each in sets if each.is_for(year))
    choose(qtbot, screen, "self_assessment", SHIPPED)
    screen.choice.kinds.setCurrentIndex(screen.choice.kinds.findData("new_rural_health"))
    qtbot.waitUntil(lambda: bool(screen.choice.subject), timeout=10_000)
    assert screen.choice.subject == expected
    assert screen.choice.subjects.toolTip() == screen.choice.subjects.currentText()


def test_texts_are_kept_for_each_kind_and_set(qtbot: QtBot, screen: ReportsScreen) -> None:
    screen.texts.edits["difficulties"].setPlainText("Của kế hoạch")
    choose(qtbot, screen, "self_assessment", SHIPPED)
    assert screen.texts.edits["difficulties"].toPlainText() == ""
    screen.texts.edits["difficulties"].setPlainText("Thiếu bác sĩ")
    screen.texts.flush()
    settle(qtbot, screen.session)
    kept = queries.report_texts(screen.session.store, f"self_assessment/{SHIPPED}", "2024")
    assert [each.text for each in kept] == ["Thiếu bác sĩ"]
    plan = queries.report_texts(screen.session.store, "lao-cai-2024", "2024Q3")
    assert [each.text for each in plan] == ["Của kế hoạch"]


def test_a_set_is_never_said_not_to_bind(
    qtbot: QtBot, screen: ReportsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tu-cham.pdf"
    monkeypatch.setattr("ui.screens.reports.ask_target", lambda *_: path)
    choose(qtbot, screen, "self_assessment", SHIPPED)
    qtbot.waitUntil(lambda: bool(screen._bytes), timeout=60_000)
    screen.buttons["save"].click()
    qtbot.waitUntil(path.exists, timeout=10_000)


def test_the_report_shown_is_there_again(qtbot: QtBot, screen: ReportsScreen) -> None:
    choose(qtbot, screen, "criteria_progress", SHIPPED)
    state = screen.save_state()
    again = ReportsScreen(screen.session)
    qtbot.addWidget(again)
    again.restore_state(state)
    qtbot.waitUntil(lambda: again.choice.subject == SHIPPED, timeout=10_000)
    assert again.choice.kind == "criteria_progress"


def test_a_plan_that_another_page_names_is_shown(qtbot: QtBot, screen: ReportsScreen) -> None:
    choose(qtbot, screen, "criteria_progress", SHIPPED)
    screen.go(Place(screen="reports", plan="lao-cai-2024"))
    assert (screen.choice.kind, screen.choice.subject) == ("plan_progress", "lao-cai-2024")
    screen.go(Place(screen="reports", plan="can-tho-2025-2030"))
    assert screen.choice.subject == "can-tho-2025-2030"


def test_the_draft_for_word_has_minutes_and_score_sheet(qtbot: QtBot, screen: ReportsScreen) -> None:
    from ui.screens.report_work import draft

    choose(qtbot, screen, "self_assessment", SHIPPED)
    request = screen.choice.request(screen.session.period)
    assert request is not None
    page, text = draft(screen.session, request)
    for words in ("BIÊN BẢN", "Tổng cộng", "Trưởng đoàn"):
        assert words in page
    assert "BIÊN BẢN" in text


def test_pages_that_lie_on_their_side_are_printed_so(qtbot: QtBot, screen: ReportsScreen, tmp_path: Path) -> None:
    choose(qtbot, screen, "self_assessment", SHIPPED)
    qtbot.waitUntil(lambda: bool(screen._bytes), timeout=60_000)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    print_pages(PrintOut(printer, screen._bytes), Task())
    assert lies(tmp_path / "in.pdf") == lies(io.BytesIO(screen._bytes))
    assert {True, False} <= set(lies(tmp_path / "in.pdf"))


def lies(source: Path | io.BytesIO) -> list[bool]:
    """Which pages lie on their side."""
    return [page.mediabox.width > page.mediabox.height for page in PdfReader(source).pages]
