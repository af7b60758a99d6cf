"""The register on paper: ten columns with every field; numbers given up stand there, too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data import commands, report_commands
from data.documents.records import DocumentNumber, NumberState
from data.model import Attribution, NewStation
from data.queries import Store
from reports.pdf import render_pdf
from reports.register_print import RegisterAsked, column_heads, make_register, register_lines
from tests.reports.pdf_reading import whole_text

DAY = date(2026, 11, 20)
BY = Attribution(user="Người thử", now=datetime(2026, 11, 20, 2, tzinfo=UTC))
ISSUED = DocumentNumber(
    year=2026,
    series="BC",
    number=0,
    state=NumberState.ISSUED,
    symbol="BC-TYT",
    day=DAY,
    title="Báo cáo kết quả quý III",
    signer="Lò Thị Mẩy",
    receivers="UBND xã Tả Phời\nSở Y tế",
    kept_by="VT",
    copies="05",
    sent_on=date(2026, 11, 21),
    acknowledged="Vàng Seo Páo",
    note="gửi qua bưu điện",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("so") / "x.sotram"
    commands.create_station(path, NewStation(code="TYT_X", name="Trạm Y tế xã Tả Phời", place="xã Tả Phời"), BY.now)
    with commands.open_station(path, writing=True) as opened:
        report_commands.give_number(opened, ISSUED, BY)
        report_commands.give_number(opened, ISSUED._replace(state=NumberState.SKIPPED, reason="viết hỏng", note=""), BY)
        letter = ISSUED._replace(series="CV", symbol="TYT", title="V/v đề nghị", state=NumberState.RESERVED)
        report_commands.give_number(opened, letter._replace(reason="chờ ký", note=""), BY)
        yield opened


def test_a_line_has_all_ten_columns(store: Store) -> None:
    assert register_lines(store, RegisterAsked(2026))[0] == (
        "01/BC-TYT",
        "20/11/2026",
        "Báo cáo kết quả quý III",
        "Lò Thị Mẩy",
        "UBND xã Tả Phời; Sở Y tế",
        "VT",
        "05",
        "21/11/2026",
        "Vàng Seo Páo",
        "gửi qua bưu điện",
    )
    assert len(column_heads()) == 10


def test_what_became_of_other_numbers_stands_in_the_last_column(store: Store) -> None:
    lines = register_lines(store, RegisterAsked(2026))
    assert [line.remark for line in lines[1:]] == ["Bỏ qua: viết hỏng", "Giữ số: chờ ký"]


def test_a_letter_is_called_a_letter(store: Store) -> None:
    (line,) = register_lines(store, RegisterAsked(2026, "CV"))
    assert line.subject == "Công văn V/v đề nghị"


@pytest.mark.parametrize(("asked", "count"), [(RegisterAsked(2026, "CV"), 1), (RegisterAsked(2025), 0)])
def test_a_register_of_one_series_or_year(store: Store, asked: RegisterAsked, count: int) -> None:
    assert len(register_lines(store, asked)) == count


def test_the_register_is_printed_under_the_stations_name(store: Store) -> None:
    document = make_register(store, RegisterAsked(2026, "CV"), DAY)
    assert document.registers[0].period == "Năm 2026 – Công văn"
    text = whole_text(render_pdf(make_register(store, RegisterAsked(2026), DAY)))
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in text
    assert "Trạm Y tế xã Tả Phời" in text
    assert "Vàng Seo Páo" in " ".join(text.split())
