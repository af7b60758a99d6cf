"""Báo cáo, tab "Đã chốt": the list, its steps in order and by role, figures of today, files, what is left undone."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from data import queries, report_commands, report_queries
from data.documents.codes import hash_of, printed_code
from data.documents.records import PAPER, Attachment, DocumentNumber, NumberState, ReportStep, StepKind
from data.documents.states import ReportState
from data.model import ObligationProgress
from data.people import Role
from reports.freezing import Order, freeze
from reports.report import ReportRequest
from tests.ui.papers import BY, CELL, DUTY, PERIOD, REQUEST, Papers, freeze_two, type_figure
from tests.ui.people import add
from tests.ui.test_mnemonics import twice
from ui.models.entry_rows import CellId
from ui.screens.frozen_due import frozen_lines
from ui.screens.frozen_page import FrozenPage
from ui.screens.frozen_panels import COPIES, LETTER, SCANS
from ui.screens.frozen_words import report_line
from ui.screens.frozen_work import duties_for
from ui.screens.screen import Place
from ui.session import Session
from ui.widgets.report_step_form import StepAsked, StepForm, StepTyped

SECONDS = 30_000
DAY = date(2024, 10, 3)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, new_station: Path) -> Papers:
    return freeze_two(Path(shutil.copyfile(new_station, tmp_path_factory.mktemp("papers") / "tram.sotram")))


@pytest.fixture
def station_file(tmp_path: Path, papers: Papers) -> Path:
    return Path(shutil.copyfile(papers.path, tmp_path / "tram.sotram"))


@pytest.fixture
def page(qtbot: QtBot, session: Session, papers: Papers) -> FrozenPage:
    """The tab with the report on paper chosen, its pages shown."""
    return shown(qtbot, session, papers.on_paper)


def shown(qtbot: QtBot, session: Session, code: str) -> FrozenPage:
    """The tab with a report chosen, its pages shown."""
    made = FrozenPage(session)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_report(code)
    made.activate()
    qtbot.waitUntil(lambda: made.shown is not None and made.shown.row.report.code == code, timeout=SECONDS)
    qtbot.waitUntil(lambda: bool(made.counts), timeout=SECONDS)
    return made


def state_of(session: Session, code: str) -> ReportState:
    return report_queries.states(session.store)[code]


def done(qtbot: QtBot, page: FrozenPage, kind: StepKind) -> None:
    """Keep the step whose form stands open, and wait until the page knows it."""
    page.form.keep.click()
    qtbot.waitUntil(lambda: page.row is not None and kind in [step.kind for step in page.row.steps], timeout=SECONDS)


def opened(qtbot: QtBot, page: FrozenPage, kind: StepKind) -> None:
    """Open the form of a step."""
    page.deeds.buttons[kind].click()
    qtbot.waitUntil(page.form.isVisible, timeout=SECONDS)


def test_the_list_says_which_report_where_it_stands_and_who_froze_it(page: FrozenPage, papers: Papers) -> None:
    texts = {line.subject: line.texts for line in page.model.lines}
    report, code, state, frozen, figures = texts[papers.numbered]
    assert report.startswith("Tiến độ kế hoạch, Quý II/2023\n")
    assert code.split("\n") == [printed_code(papers.numbered), "01/BC-…"]
    assert (state, frozen, figures) == ("đã chốt", "03/10/2024\nLan", "không đổi")
    assert texts[papers.on_paper][1].endswith("viết tay")
    assert page.preview.page_count > 0


def test_a_report_on_paper_goes_from_signature_to_receipt(qtbot: QtBot, page: FrozenPage, papers: Papers) -> None:
    session, code = page.session, papers.on_paper
    page.deeds.next_deed()
    qtbot.waitUntil(page.form.isVisible, timeout=SECONDS)
    assert "02/BC" in page.form.number.text()
    page.form.party.setText("Nguyễn Thị Hoa, trưởng trạm")
    done(qtbot, page, StepKind.SIGN_PAPER)
    number = report_queries.number_of(session.store, code)
    assert number is not None
    assert (number.number, number.state) == (2, NumberState.ISSUED)
    opened(qtbot, page, StepKind.SUBMIT)
    page.form.party.setText("Trung tâm Y tế")
    assert page.form.duties[DUTY].isChecked()
    done(qtbot, page, StepKind.SUBMIT)
    state = next(each for each in queries.reports_sent(session.store) if each.item_id == DUTY)
    assert (state.period, state.state) == (PERIOD, ObligationProgress.DONE)
    opened(qtbot, page, StepKind.RECEIVE)
    page.form.reference.setText("112")
    done(qtbot, page, StepKind.RECEIVE)
    assert state_of(session, code) is ReportState.RECEIVED
    assert "112" in page.step_model.lines[-1].texts[3]
    assert "Đã xong" in page.deeds.next.text()


def test_a_committees_report_is_offered_no_number_of_the_station(qtbot: QtBot, session: Session) -> None:
    request = ReportRequest(kind="criteria_progress", criteria_set="1300-QD-BYT", period="2024Q3")
    report = freeze(session.store, session.catalogue, Order(request, PAPER, "còn chờ"), BY).report
    page = shown(qtbot, session, report.code)
    opened(qtbot, page, StepKind.SIGN_PAPER)
    assert page.form.number.isHidden()
    done(qtbot, page, StepKind.SIGN_PAPER)
    assert report_queries.number_of(session.store, report.code) is None


def test_a_number_that_was_left_out_is_given_when_it_is_handed_in(
    qtbot: QtBot, page: FrozenPage, papers: Papers
) -> None:
    opened(qtbot, page, StepKind.SIGN_PAPER)
    page.form.number.setChecked(False)
    done(qtbot, page, StepKind.SIGN_PAPER)
    assert report_queries.number_of(page.session.store, papers.on_paper) is None
    opened(qtbot, page, StepKind.SUBMIT)
    page.form.party.setText("Trung tâm Y tế")
    done(qtbot, page, StepKind.SUBMIT)
    number = report_queries.number_of(page.session.store, papers.on_paper)
    assert number is not None
    assert (number.number, number.state, number.sent_on) == (2, NumberState.ISSUED, DAY)


def test_what_is_missing_is_said_at_its_field(qtbot: QtBot, page: FrozenPage, papers: Papers) -> None:
    opened(qtbot, page, StepKind.CANCEL)
    page.form.keep.click()
    qtbot.waitUntil(lambda: bool(page.form.line.text), timeout=SECONDS)
    assert "lý do" in page.form.line.text
    assert page.form.note.hasFocus()
    page.form.note.setText("Lập nhầm kỳ")
    done(qtbot, page, StepKind.CANCEL)
    assert state_of(page.session, papers.on_paper) is ReportState.CANCELLED


@pytest.mark.parametrize(
    ("plan", "period", "expected"),
    [
        ("can-tho-2025-2030", "2025S1", [("Sở Y tế (tổng hợp gửi UBND thành phố)", True)]),
        ("lao-cai-2024", "2024Q3", [("UBND thành phố", False), ("UBND thành phố", False)]),
    ],
)
def test_the_only_duty_of_a_period_is_ticked(
    session: Session, papers: Papers, plan: str, period: str, expected: list[tuple[str, bool]]
) -> None:
    report = report_queries.frozen_report(session.store, papers.on_paper)
    duties = duties_for(session, report._replace(key=report.key._replace(subject=plan, period=period)))
    assert [(duty.receiver, duty.is_own) for duty in duties] == expected


def test_what_is_no_day_is_not_kept(qtbot: QtBot, vietnamese: None) -> None:
    form, kept = StepForm(), list[StepTyped]()
    qtbot.addWidget(form)
    form.ask(StepAsked(StepKind.RECEIVE, "Đã nhận", DAY))
    form.kept.connect(kept.append)
    form.day.setText("31/02/2024")
    form.hand_on()
    assert kept == []
    assert "31/02/2024" in form.line.text


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.ENTRY, []),
        (Role.CHECK, []),
        (Role.HEAD, [StepKind.SIGN_PAPER, StepKind.SIGN_DIGITAL, StepKind.CANCEL]),
    ],
)
def test_a_role_may_do_its_own_steps_and_reads_why_not_others(
    page: FrozenPage, role: Role, allowed: list[StepKind]
) -> None:
    add(page.session, "Hoa", role)
    page.session.set_user("Hoa")
    enabled = [kind for kind, button in page.deeds.buttons.items() if button.isEnabled()]
    assert enabled == allowed
    assert ("trưởng trạm" in page.deeds.buttons[StepKind.SIGN_PAPER].toolTip()) == (role is not Role.HEAD)


def test_checking_may_hand_in_what_is_signed(qtbot: QtBot, session: Session, papers: Papers) -> None:
    step = ReportStep(papers.on_paper, 0, StepKind.SIGN_PAPER, DAY, "Lan")
    report_commands.add_step(session.store, step, BY)
    add(session, "Hoa", Role.CHECK)
    session.set_user("Hoa")
    page = shown(qtbot, session, papers.on_paper)
    enabled = [kind for kind, button in page.deeds.buttons.items() if button.isEnabled()]
    assert enabled == [StepKind.SUBMIT]


def test_no_letter_stands_for_two_things_whatever_form_is_open(qtbot: QtBot, page: FrozenPage) -> None:
    assert twice(page) == []
    page.deeds.start(StepKind.SIGN_PAPER)
    qtbot.waitUntil(page.form.isVisible, timeout=SECONDS)
    assert twice(page) == []
    page.escape()
    page.deeds.start(StepKind.SIGN_DIGITAL)
    for row in range(page.sign_form.source.count()):
        page.sign_form.source.setCurrentIndex(row)
        assert twice(page) == []


# --- figures of today -----------------------------------------------------------------------------------------------


def test_changed_figures_are_marked_and_compared_cell_by_cell(qtbot: QtBot, session: Session, papers: Papers) -> None:
    type_figure(session.store, "4321", reason="Đếm lại sổ hộ")
    page = shown(qtbot, session, papers.on_paper)
    line = next(line for line in page.model.lines if line.subject == papers.on_paper)
    assert (line.texts[4], line.sign) == ("≠ 1 ô", "warning")
    places: list[Place] = []
    page.left_for.connect(places.append)
    page.show_changes()
    qtbot.waitUntil(lambda: bool(page.changes.model.lines), timeout=SECONDS)
    texts = page.changes.model.lines[0].texts
    assert texts[1:3] == ("4.127", "4.321")
    assert texts[3].startswith("Hoa\n")
    assert texts[4] == "Đếm lại sổ hộ"
    page.changes.table.opened.emit(page.changes.model.index(0, 0))
    assert [place.cell for place in places] == [CellId(CELL, PERIOD, page.changes.changes[0].cell.category)]
    asked: list[object] = []
    page.report_asked.connect(asked.append)
    page.changes.buttons["anew"].click()
    assert asked == [REQUEST.key]
    assert page.table.isVisible()


def test_no_code_of_the_list_is_cut(page: FrozenPage) -> None:
    row = page.row
    assert row is not None
    code = row.report.code
    steps = (*row.steps, ReportStep(code, 9, StepKind.SUPERSEDE, DAY, code))
    line = report_line(page.session, row._replace(steps=steps, replaced_by=code), {})
    page.model.show_lines([line])
    metrics, state = page.table.fontMetrics(), line.texts[2].splitlines()
    assert state[-1] == printed_code(code)
    assert line.texts[1].splitlines()[0] == printed_code(code)
    for column in (1, 2):  # the state has a sign in front
        assert metrics.horizontalAdvance(printed_code(code)) + 40 <= page.table.columnWidth(column)
    assert page.table.columnWidth(0) > 100
    assert sum(page.table.columnWidth(column) for column in range(5)) <= page.table.viewport().width()


def test_unchanged_figures_offer_no_correction(qtbot: QtBot, page: FrozenPage) -> None:
    page.show_changes()
    qtbot.waitUntil(lambda: "không ô số liệu nào" in page.changes.said.text(), timeout=SECONDS)
    assert not page.changes.buttons["letter"].isEnabled()
    assert not page.changes.buttons["anew"].isEnabled()


@pytest.mark.parametrize("name", [LETTER, SCANS, COPIES])
def test_a_panel_takes_the_place_of_the_list_and_esc_gives_it_back(qtbot: QtBot, page: FrozenPage, name: str) -> None:
    page.panels.open(name)
    panel = page.panels.panel
    assert panel is not None
    assert panel.code == page.row.report.code  # type: ignore[union-attr]
    assert not page.left.isVisible()
    qtbot.waitUntil(lambda: panel.busy.task is None, timeout=SECONDS)
    panel.go_back()
    assert page.left.isVisible()
    assert page.panels.panel is None


# --- files ----------------------------------------------------------------------------------------------------------


def test_the_frozen_bytes_are_saved_as_they_are(
    qtbot: QtBot, page: FrozenPage, papers: Papers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bao-cao.pdf"
    asked: list[str] = []

    def ask(_parent: object, name: str, _kinds: str) -> Path:
        asked.append(name)
        return path

    monkeypatch.setattr("ui.screens.frozen_files.ask_target", ask)
    page.files.buttons["save"].click()
    qtbot.waitUntil(lambda: "Đã lưu" in page.line.text, timeout=SECONDS)
    assert hash_of(path.read_bytes()) == report_queries.frozen_report(page.session.store, papers.on_paper).pdf
    assert printed_code(papers.on_paper) in asked[0]
    assert report_queries.attachments(page.session.store) == ()


def test_the_code_is_copied(page: FrozenPage, papers: Papers) -> None:
    page.files.copy_code()
    assert QGuiApplication.clipboard().text() == printed_code(papers.on_paper)


# --- left undone ----------------------------------------------------------------------------------------------------


def test_what_was_begun_and_not_ended_is_explained_here_and_in_the_due_list(
    qtbot: QtBot, session: Session, papers: Papers, tmp_path: Path
) -> None:
    store = session.store
    line = DocumentNumber(2024, "CV", 0, NumberState.RESERVED, "TYT", day=DAY, reason="giữ số")
    report_commands.give_number(store, line, BY)
    lost = Attachment(papers.on_paper, 0, "signed", str(tmp_path / "mat.pdf"), 5, "0" * 64)
    report_commands.attach(store, lost, BY)
    page = shown(qtbot, session, papers.on_paper)
    said = page.orphans.text
    assert "01/TYT" in said
    assert "mat.pdf" in said
    places = [line.place for line in frozen_lines(session)[1:]]
    assert places == [Place("reports", form="register"), Place("reports", form="frozen", target=papers.on_paper)]


def test_a_printed_number_without_a_signature_is_spoken_of_after_a_week(
    session: Session, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert frozen_lines(session) == []
    now = BY.now.replace(day=12)
    monkeypatch.setattr(session, "clock", lambda: now)
    assert [line.place.target for line in frozen_lines(session)[1:]] == [papers.numbered]  # type: ignore[attr-defined]


def test_without_frozen_reports_the_tab_says_how_to_get_one(
    qtbot: QtBot, new_station: Path, tmp_path: Path, session: Session
) -> None:
    from data.catalogue import load_catalogue
    from data.commands import open_station

    path = Path(shutil.copyfile(new_station, tmp_path / "khac.sotram"))
    other = Session(open_station(path, writing=False), load_catalogue(), session.clock, "Lan", "vi")
    page = FrozenPage(other)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    other.close()
