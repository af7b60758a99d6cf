"""The check list of a report tells what its own texts say otherwise than the figures."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from data import commands, report_commands
from data.documents.records import FigureLink, SentenceLink
from data.documents.states import ReportState
from data.model import Attribution, ReportText
from data.narrative.links import Changed, Stale, linked
from data.narrative.linter import Finding, FindingKind
from reports.check_list import OpenPoints
from reports.narrative import narrative_of
from tests.ui.conftest import NOW
from tests.ui.test_report_life import opened, shown
from tests.ui.test_report_narrative import INSURED, MISSED, PERIOD, PLAN, REQUEST, insure
from tests.ui.tools import settle
from ui.screens.report_life import CHECK
from ui.screens.report_life_texts import TextPlace, TextSeen
from ui.screens.report_life_work import Looked
from ui.session import Session

BY = Attribution(user="Lan", now=NOW)
SECTION = "difficulties"
TYPED = "Bảo hiểm y tế mới đạt 95,2 %, mở 12 buổi."


@pytest.fixture
def written(qtbot: QtBot, session: Session) -> Session:
    """A proposed sentence was put in, another typed; then a figure changed."""
    insure(session, 3700)
    settle(qtbot, session)
    store = session.store
    proposals = narrative_of(store, session.catalogue, REQUEST).proposals
    link = linked(next(each for each in proposals if each.sentence == MISSED), PLAN, PERIOD)
    text = ReportText(plan=PLAN, period=PERIOD, section=SECTION, text=f"{MISSED}\n{TYPED}")
    commands.save_report_text(store, text, BY)
    report_commands.save_sentences(store, (PLAN, PERIOD, SECTION), [link._replace(number=1)], BY)
    insure(session, 3600)
    settle(qtbot, session)
    return session


def test_the_check_list_tells_of_words_that_differ_and_leads_to_them(qtbot: QtBot, written: Session) -> None:
    screen = shown(qtbot, written, PERIOD, ("plan_progress", PLAN))
    opened(qtbot, screen, CHECK)
    view = screen.life.view
    rows = {line.texts[0]: row for row, line in enumerate(view.model.lines)}
    assert {"Lời văn khác số liệu: 2", "Lời văn nên xem lại (không giữ lại báo cáo): 1"} <= rows.keys()
    assert any(said.startswith("Số đã đổi: 92,50% → 90,00%") for said in rows)
    row = next(row for said, row in rows.items() if said.startswith("Bạn viết 95,2 %") and INSURED in said)
    assert view.model.lines[row].subject == TextPlace(SECTION, len(MISSED) + 1 + TYPED.index("95,2"), "95,2 %")
    assert view.model.lines[row].texts[1] == "Khó khăn, vướng mắc"
    view.table.opened.emit(view.model.index(row, 0))
    edit = screen.texts.edits[SECTION]
    assert (edit.hasFocus(), edit.textCursor().selectedText()) == (True, "95,2 %")
    assert not view.isVisible()


CHANGED = Stale(
    SentenceLink(PLAN, PERIOD, SECTION, 1, "92,50%", "missed", ()),
    (Changed(FigureLink("insured_persons", "default", PERIOD, "92,50%"), "90,00%"),),
)


@pytest.mark.parametrize(
    ("seen", "is_needed"),
    [
        (TextSeen(SECTION, stale=((CHANGED, True),)), True),
        (TextSeen(SECTION, findings=(Finding(FindingKind.DIFFERS, 0, 6, "95,2 %", "92,50%", INSURED),)), True),
        (TextSeen(SECTION, findings=(Finding(FindingKind.UNKNOWN, 0, 2, "12"),)), False),
        (TextSeen(SECTION, findings=(Finding(FindingKind.BLANK, 0, 1, "…"),)), False),
    ],
)
def test_words_that_contradict_the_figures_need_a_reason(seen: TextSeen, is_needed: bool) -> None:
    looked = Looked(REQUEST, "", OpenPoints(), None, None, ReportState.DRAFT, True, (), "", texts=(seen,))
    assert (looked.needs_reason, looked.is_passed) == (is_needed, not is_needed)
