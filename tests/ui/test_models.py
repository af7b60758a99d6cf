"""Every model keeps Qt's own rules."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from data.catalogue import load_catalogue
from data.model import Category, CellState, DataValue, ObligationProgress, ObligationState, Setting
from data.periods import parse_period
from ui.models.agenda_model import AgendaLine, AgendaModel
from ui.models.entry_model import COMPARED, FIRST_PART, EntryModel
from ui.models.entry_rows import CellId, lay_out
from ui.models.form_model import FormLine, FormModel
from ui.models.settings_model import SettingModel
from ui.models.target_model import TargetModel
from ui.models.work_model import NOTE, STATE, WorkModel, WorkRow
from ui.screens.indicator_facts import target_rows
from ui.session import Session

CATALOGUE = load_catalogue()


def check(tester: ModelTester, model: QAbstractItemModel) -> None:
    """Walk over the model as Qt does, and hold it to Qt's rules."""
    tester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def figure(element: str, period: str, text: str, category: Category = Category.DEFAULT) -> DataValue:
    """One typed figure."""
    return DataValue(data_element=element, period=period, category=category, state=CellState.FIGURE, value=text)


def make_entry_model(data_set: str, period: str, *values: DataValue) -> EntryModel:
    """A grid beside the same period last year."""
    model = EntryModel()
    form = lay_out(CATALOGUE, CATALOGUE.data_sets[data_set], parse_period(period), same_last_year=True)
    model.show_form(form, values)
    return model


def test_entry_model(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = make_entry_model("vital_events.month", "2024Q3", figure("live_births", "202407", "6"))
    check(qtmodeltester, model)


def test_form_model(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = FormModel()
    model.show_lines([FormLine(data_set, 1, 3) for data_set in CATALOGUE.data_sets.values()])
    check(qtmodeltester, model)


def test_agenda_model(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = AgendaModel()
    model.show_lines([AgendaLine("head", "Việc"), AgendaLine("item", "Báo cáo", "quý", "còn 3 ngày")])
    check(qtmodeltester, model)


def test_target_model(qtmodeltester: ModelTester, session: Session) -> None:
    model = TargetModel()
    model.show_rows(target_rows(session, CATALOGUE.plans["lao-cai-2024"], parse_period("2024Q3")))
    assert model.rowCount() == 43
    check(qtmodeltester, model)


def test_work_model(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = WorkModel()
    model.show_rows([WorkRow("p/ob01", "I.1", "Có sổ", "sổ", "năm")], "2024Q3")
    check(qtmodeltester, model)


def test_setting_model(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = SettingModel()
    model.show_settings([Setting(key="name", valid_from=date(2024, 1, 1), value="Trạm Y tế xã Tả Phời")])
    check(qtmodeltester, model)


def test_the_compared_column_adds_months_up(qtbot: QtBot) -> None:
    last_year = [figure("live_births", f"20230{month}", str(month)) for month in (7, 8, 9)]
    model = make_entry_model("vital_events.month", "2024Q3", *last_year)
    assert model.index(0, COMPARED).data() == "24"


@pytest.mark.parametrize(
    ("period", "columns"), [("202407", 1), ("2024Q3", 3), ("2024S1", 6), ("2024M9", 9), ("2024", 12)]
)
def test_a_monthly_form_has_a_column_for_each_month(qtbot: QtBot, period: str, columns: int) -> None:
    model = make_entry_model("vital_events.month", period)
    assert model.columnCount() == FIRST_PART + columns + (columns > 1)


def test_cells_are_spoken_with_row_column_and_value(qtbot: QtBot) -> None:
    model = make_entry_model("vital_events.month", "202407", figure("live_births", "202407", "6"))
    cell = model.index_of(CellId("live_births", "202407", Category.DEFAULT))
    spoken = str(cell.data(Qt.ItemDataRole.AccessibleTextRole))
    assert CATALOGUE.data_elements["live_births"].name_en in spoken
    assert spoken.endswith("6")


def test_recording_a_state_and_a_note(qtbot: QtBot) -> None:
    model = WorkModel()
    model.show_rows([WorkRow("p/ob01", "I.1", "Có sổ", "sổ", "năm")], "2024Q3")
    found: list[ObligationState] = []
    model.recorded.connect(found.append)
    model.setData(model.index(0, STATE), ObligationProgress.DONE)
    model.setData(model.index(0, NOTE), "lưu tại trạm")
    assert [(each.state, each.note) for each in found] == [
        (ObligationProgress.DONE, ""),
        (ObligationProgress.DONE, "lưu tại trạm"),
    ]
