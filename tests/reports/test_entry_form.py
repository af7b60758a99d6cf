"""Entry forms on paper: what stands in them, and how they are drawn."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data import commands, queries
from data.catalogue import load_catalogue
from data.errors import UserError
from data.model import Attribution, Category, CellState, DataValue, NewStation
from data.settings import FORMS_NOT_KEPT, SINCE_EVER, list_text, register_key
from reports.document import FormPart, ReportDocument, Row, Table
from reports.entry_form import FormRequest, form_document, render_forms
from tests.reports.pdf_reading import find, fonts, lines, read, runs, whole_text

NOW = datetime(2024, 10, 3, 7, 5, 9, tzinfo=UTC)
BY = Attribution(user="Lan", now=NOW)
POPULATION, EVENTS, STATION = "population.quarter", "vital_events.month", "station.year"
NUMBER, NAME, UNIT, BEFORE, BOX, REGISTER = range(6)
CATALOGUE = load_catalogue()


def figure(element: str, period: str, value: str, category: str = "default") -> DataValue:
    return DataValue(element, period, Category(category), CellState.FIGURE, value)


FIGURES = (
    figure("population_start", "2024Q2", "4115"),
    figure("population_start", "2023Q3", "4098"),
    figure("population_start", "2024Q3", "4120"),
    figure("population_start", "2024Q3", "2093", "male"),
    DataValue("in_migrants", "2024Q3", Category.DEFAULT, CellState.NOT_APPLICABLE),
    DataValue("out_migrants", "2024Q3", Category.DEFAULT, CellState.DRAFT, "nhiều"),
    figure("live_births", "202407", "5"),
    figure("live_births", "202404", "3"),
    figure("live_births", "202405", "4"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[queries.Store]:
    """A station with a few figures."""
    path = tmp_path / "tram.sotram"
    commands.create_station(path, NewStation("TYT_TA_PHOI", "Trạm Y tế xã Tả Phời", "xã Tả Phời"), NOW)
    with commands.open_station(path, writing=True) as opened:
        commands.save_data_values(opened, FIGURES, BY)
        yield opened


def document(store: queries.Store, data_set: str = POPULATION, period: str = "2024Q3", **more: bool) -> ReportDocument:
    return form_document(store, CATALOGUE, FormRequest(period, data_set, **more))


def table_of(part: FormPart) -> Table:
    (table,) = part.blocks
    assert isinstance(table, Table)
    return table


def row_of(part: FormPart, name: str) -> Row:
    return next(row for row in table_of(part).rows if row.cells[NAME].text.startswith(name))


def texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def test_an_empty_form_has_boxes_and_the_figure_before_in_grey(store: queries.Store) -> None:
    (part,) = document(store).forms
    row = row_of(part, "Dân số đầu kỳ")
    assert texts(row)[:REGISTER] == ["1", "Dân số đầu kỳ (nhân khẩu thực tế thường trú)", "người", "4.115", ""]
    assert row.cells[BEFORE].is_grey
    assert table_of(part).columns[BEFORE].title.startswith("Kỳ trước")


def test_a_filled_form_has_figures_dashes_and_open_boxes(store: queries.Store) -> None:
    (part,) = document(store, is_filled=True).forms
    boxes = [row.cells[BOX].text for row in table_of(part).rows]
    assert boxes[:3] == ["4.120", "2.093", ""]
    assert row_of(part, "Số người chuyển đến").cells[BOX].text == "–"
    assert row_of(part, "Số người chuyển đi").cells[BOX].text == ""


def test_beside_may_stand_the_same_period_of_last_year(store: queries.Store) -> None:
    (part,) = document(store, same_last_year=True).forms
    assert row_of(part, "Dân số đầu kỳ").cells[BEFORE].text == "4.098"
    assert table_of(part).columns[BEFORE].title == "Cùng kỳ Quý\u00a0III/2023"


def test_sexes_are_rows_that_stay_with_their_total(store: queries.Store) -> None:
    (part,) = document(store).forms
    rows = table_of(part).rows
    assert [row.cells[NAME].text for row in rows[:3]][1:] == ["– nam", "– nữ"]
    assert [row.is_held for row in rows[:4]] == [False, True, True, False]


def test_months_have_a_box_each(store: queries.Store) -> None:
    (part,) = document(store, EVENTS, is_filled=True).forms
    row = row_of(part, "Số trẻ đẻ ra sống")
    assert texts(row)[BEFORE : BEFORE + 4] == ["(7) 2/3", "5", "", ""]
    heads = [column.title for column in table_of(part).columns]
    assert heads[BOX : BOX + 3] == ["Tháng 7/2024", "Tháng 8/2024", "Tháng 9/2024"]


def test_a_year_of_months_is_printed_by_quarters(store: queries.Store) -> None:
    parts = document(store, EVENTS, "2024").forms
    assert [part.code.rpartition(" ")[2] for part in parts] == ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]


def test_a_form_of_a_longer_frequency_is_that_of_the_year_around(store: queries.Store) -> None:
    (part,) = document(store, STATION, "2024Q3").forms
    assert part.period == "Kỳ số liệu: năm 2024"


def test_the_register_is_the_stations_own_where_it_named_one(store: queries.Store) -> None:
    commands.save_setting(store, register_key("population_start"), SINCE_EVER, "Sổ A2", BY)
    (part,) = document(store).forms
    assert row_of(part, "Dân số đầu kỳ").cells[REGISTER].text == "Sổ A2"


def test_a_suggested_source_is_marked_and_told_under_the_table(store: queries.Store) -> None:
    (part,) = document(store).forms
    assert row_of(part, "Dân số đầu kỳ").cells[REGISTER].text.endswith("…[1]")
    remarks = " ".join(table_of(part).remarks)
    assert "Nguồn gợi ý của bộ danh mục: [1] HTCTTK cấp xã" in remarks


def test_without_any_source_there_is_a_dotted_line(store: queries.Store) -> None:
    (part,) = document(store).forms
    assert set(row_of(part, "Dân số nam cuối kỳ").cells[REGISTER].text) == {"…"}


def test_sources_are_not_told_where_the_station_named_every_register(store: queries.Store) -> None:
    for code in CATALOGUE.data_sets[POPULATION].elements:
        commands.save_setting(store, register_key(code), SINCE_EVER, "Sổ A2", BY)
    (part,) = document(store).forms
    assert not any("gợi ý" in remark for remark in table_of(part).remarks)


def test_all_forms_that_the_station_keeps_stand_in_one_document(store: queries.Store) -> None:
    commands.save_setting(store, FORMS_NOT_KEPT, SINCE_EVER, list_text([POPULATION]), BY)
    parts = document(store, "").forms
    codes = {part.code.split()[2] for part in parts}
    assert EVENTS in codes
    assert POPULATION not in codes


def test_no_form_kept_is_a_sentence(store: queries.Store) -> None:
    commands.save_setting(store, FORMS_NOT_KEPT, SINCE_EVER, list_text(list(CATALOGUE.data_sets)), BY)
    with pytest.raises(UserError) as caught:
        document(store, "")
    assert caught.value.code == "no_forms_kept"


def test_an_unknown_form_is_refused(store: queries.Store) -> None:
    with pytest.raises(UserError) as caught:
        document(store, "nothing.month")
    assert caught.value.code == "form_unknown"


def test_an_example_says_so_on_every_page(tmp_path: Path) -> None:
    path = tmp_path / "vd.sotram"
    new = NewStation("TYT_TA_PHOI", "Trạm Y tế xã Tả Phời", "xã Tả Phời", is_example=True)
    commands.create_station(path, new, NOW)
    with commands.open_station(path, writing=False) as opened:
        pdf = render_forms(opened, CATALOGUE, FormRequest("2024", EVENTS))
    pages = read(pdf).pages
    assert len(pages) > 3
    assert all("SỐ LIỆU VÍ DỤ" in page.extract_text() for page in pages)


# --- as drawn --------------------------------------------------------------------------------------------------------


def test_everything_stands_in_the_pdf_and_only_our_fonts(store: queries.Store) -> None:
    pdf = render_forms(store, CATALOGUE, FormRequest("2024Q3", POPULATION, is_filled=True))
    words = whole_text(pdf)
    for expected in ("Trạm Y tế xã Tả Phời", "DÂN SỐ (QUÝ)", "4.115", "4.120", "NGƯỜI GHI PHIẾU", "NGƯỜI KIỂM TRA"):
        assert expected in words
    assert all(fonts(pdf).values())


def test_the_same_figures_give_the_same_bytes(store: queries.Store) -> None:
    request = FormRequest("2024Q3", "", is_filled=True)
    assert render_forms(store, CATALOGUE, request) == render_forms(store, CATALOGUE, request)


def test_each_form_begins_a_page_and_is_in_the_outline(store: queries.Store) -> None:
    pdf = render_forms(store, CATALOGUE, FormRequest("2024Q3", EVENTS))
    assert len(read(pdf).outline) == 1


def test_what_programs_call_a_form_stands_small_at_its_foot(store: queries.Store) -> None:
    pdf = render_forms(store, CATALOGUE, FormRequest("2024Q3", POPULATION))
    assert find(pdf, "Mã phiếu").y > find(pdf, "NGƯỜI GHI PHIẾU").y
    assert find(pdf, "Mã phiếu").size < find(pdf, "NGƯỜI GHI PHIẾU").size


def test_boxes_are_high_enough_to_write_in(store: queries.Store) -> None:
    pdf = render_forms(store, CATALOGUE, FormRequest("2024Q3", POPULATION))
    levels = sorted({round(line.y, 1) for line in lines(pdf) if abs(line.y - line.to_y) < 0.01 and line.length > 160})
    heights = [low - high for high, low in itertools.pairwise(levels)]
    assert min(heights) > 7.4


def test_nothing_printed_leaves_the_type_area(store: queries.Store) -> None:
    pdf = render_forms(store, CATALOGUE, FormRequest("2024Q3", "", is_filled=True))
    for number in range(len(read(pdf).pages)):
        assert all(29.9 <= run.x <= 195 for run in runs(pdf, number))


def test_heads_are_repeated_where_a_form_goes_on(store: queries.Store) -> None:
    pdf = render_forms(store, CATALOGUE, FormRequest("2024Q3", "immunisation.month"))
    assert len(read(pdf).pages) == 2
    assert find(pdf, "Trường số liệu", page=1).y < 40
