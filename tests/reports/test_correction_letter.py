"""The letter that corrects a report: to whom it went, old and new figures by cell, what replaces it, its number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from data import commands, queries, report_commands, report_queries
from data.catalogue import load_catalogue
from data.catalogue.content import Catalogue
from data.definitions import ValueType
from data.documents.changes import Cell, CellChange
from data.documents.records import ELECTRONIC, FrozenReport, NumberState, ReportStep, StepKind
from data.example import write_example
from data.model import Category, CellState
from data.queries import Store
from reports.correction_letter import LetterOrder, letter_document, letter_line, letter_number, name_of
from reports.document import Paragraph, ReportDocument, Table
from tests.reports.freezing_builders import BY, NOW, frozen_now

TODAY = date(2025, 10, 3)
FIGURE, NOTHING, DRAFT = CellState.FIGURE, CellState.NOT_REPORTED, CellState.DRAFT


class Case(NamedTuple):
    """A report that was frozen, signed and handed in."""

    store: Store
    report: FrozenReport

    def letter(self, *changes: CellChange) -> ReportDocument:
        return letter_document(self.store, load_catalogue(), LetterOrder(self.report, changes, TODAY))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    path: Path = write_example(tmp_path_factory.mktemp("letter"), NOW)
    with commands.open_station(path, writing=True) as store:
        report = frozen_now(store, way=ELECTRONIC, reason="còn chờ").report
        for kind, party in ((StepKind.SIGN_PAPER, ""), (StepKind.SUBMIT, "Sở Y tế tỉnh Lào Cai")):
            report_commands.add_step(store, ReportStep(report.code, 0, kind, TODAY, party=party), BY)
        yield Case(store, report)


def change(
    element: str = "population_end",
    old: tuple[CellState, str] = (FIGURE, "4127"),
    new: tuple[CellState, str] = (FIGURE, "4130"),
) -> CellChange:
    """A cell of the third quarter that holds something else now."""
    return CellChange(Cell(element, "2024Q3", Category.DEFAULT), *old, *new, who="Lan", why="đối chiếu sổ")


def row(document: ReportDocument) -> list[str]:
    """The first row of the table."""
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return [cell.text for cell in table.rows[0].cells]


def words(document: ReportDocument) -> str:
    return " ".join(block.text for block in document.blocks if isinstance(block, Paragraph))


def test_the_letter_names_the_report_and_goes_to_those_who_got_it(case: Case) -> None:
    document = case.letter(change())
    assert document.is_letter
    assert name_of(case.store, case.report).startswith("Báo cáo số 01/BC-")
    assert name_of(case.store, case.report) in words(document)
    assert "đã ban hành Báo cáo số 01/BC-" in words(document)
    assert document.subject == "đính chính số liệu " + name_of(case.store, case.report).partition(" (mã")[0]
    assert "Sở Y tế tỉnh Lào Cai" in document.addressees
    assert not document.head.symbol.startswith("BC-")
    assert "BẢN NHÁP" in document.marks
    assert words(document).endswith("./.")


def test_the_column_of_reasons_keeps_its_width_for_a_pen(case: Case) -> None:
    (table,) = (block for block in case.letter(change()).blocks if isinstance(block, Table))
    assert [column.keeps_share for column in table.columns] == [False] * 6 + [True]


def test_a_row_has_name_period_unit_old_new_and_reason(case: Case) -> None:
    found = row(case.letter(change()))
    assert found[1].startswith("Dân số cuối kỳ")
    assert found[2:] == ["Quý III năm 2024", "người", "4.127", "4.130", "đối chiếu sổ"]


@pytest.mark.parametrize(
    ("element", "held", "shown"),
    [
        ("population_end", (NOTHING, ""), "…"),
        ("population_end", (DRAFT, "khoảng 4.100"), "…"),
        ("population_end", (CellState.NOT_APPLICABLE, ""), "–"),
        ("trường_lạ", (FIGURE, "12"), "12"),
    ],
)
def test_what_a_cell_held_is_printed_as_in_reports(
    case: Case, element: str, held: tuple[CellState, str], shown: str
) -> None:
    assert row(case.letter(change(element, old=held)))[4] == shown


def needed(catalogue: Catalogue) -> set[str]:
    """Counts behind confidential indicators."""
    elements = queries.elements_needed(
        catalogue, [each.code for each in catalogue.indicators.values() if each.confidential]
    )
    return {each for each in elements if catalogue.data_elements[each].value_type is ValueType.INTEGER}


def test_small_counts_of_confidential_indicators_are_left_out(case: Case) -> None:
    catalogue = load_catalogue()
    (element, *_) = sorted(needed(catalogue))
    shown = {}
    for sector in ("true", "false"):
        commands.save_setting(case.store, "receiver_is_health_sector", TODAY.replace(day=1), sector, BY)
        shown[sector] = row(case.letter(change(element, (FIGURE, "2"), (FIGURE, "7"))))[4:6]
    assert shown == {"true": ["2", "7"], "false": ["< 5", "7"]}


def test_the_letter_takes_a_number_among_the_letters_and_bears_it(case: Case) -> None:
    assert letter_number(case.store, case.report) is None
    order = LetterOrder(case.report, (change(),), TODAY)
    line = report_commands.give_number(case.store, letter_line(case.store, order), BY)
    assert (line.series, line.number, line.state) == ("CV", 1, NumberState.RESERVED)
    assert letter_number(case.store, case.report) == report_queries.numbers(case.store, 2025)[-1]
    document = letter_document(case.store, load_catalogue(), order._replace(number=line))
    assert (document.head.number, document.head.day) == (1, TODAY)
    assert "BẢN NHÁP" not in document.marks


def test_a_report_that_replaces_it_is_named(case: Case) -> None:
    assert "giữ nguyên" in words(case.letter(change()))
    commands.save_setting(case.store, "signer_name", TODAY.replace(year=2024, month=1, day=1), "Lò Thị Mẩy", BY)
    after = frozen_now(case.store, way=ELECTRONIC, reason="đính chính").report
    assert f"{name_of(case.store, after)} thay thế" in words(case.letter(change()))
