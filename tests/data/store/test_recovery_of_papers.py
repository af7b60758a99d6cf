"""Frozen reports in a damaged file: what is whole comes back, what is lost is named by its code."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from data import commands, report_queries
from data.documents.records import ELECTRONIC
from data.safety import BACKUP, SALVAGE
from tests.data.store.damage import look, option_of, recovered
from tests.data.store.files import NOW, ask
from tests.data.store.test_backups import back_up
from tests.data.store.test_reports import PDF, frozen

LARGE = "x" * 20_000


def put_report(file: Path) -> str:
    with commands.open_station(file, writing=True) as store:
        return frozen(store, way=ELECTRONIC, text=LARGE).code


def spoil(file: Path, marker: bytes) -> None:
    content = bytearray(file.read_bytes())
    content[content.index(marker)] ^= 1
    content[content.index(b"CREATE TABLE station")] ^= 1  # a fault that every look finds
    file.write_bytes(bytes(content))


def test_reports_come_out_of_the_damaged_file_alone(filled: Path, tmp_path: Path) -> None:
    code = put_report(filled)
    spoil(filled, b"CREATE TABLE evidence")
    option = option_of(look(filled), SALVAGE)
    assert option.loss.papers == ()
    made = recovered(option, tmp_path)
    with commands.open_station(made, writing=False) as store:
        report = report_queries.frozen_report(store, code)
        assert report_queries.pdf_bytes(store, report) == PDF + LARGE.encode()
        assert [each.number for each in report_queries.numbers(store)] == [1]


def test_a_lost_part_is_named_by_the_code_of_its_report(filled: Path) -> None:
    code = put_report(filled)
    spoil(filled, PDF + LARGE[:100].encode())
    survey = look(filled)
    assert option_of(survey, SALVAGE).loss.papers == (code,)
    assert option_of(survey, BACKUP).loss.papers == (code,)


def test_a_backup_brings_the_part_that_the_file_lost(filled: Path, tmp_path: Path) -> None:
    code = put_report(filled)
    back_up(filled, NOW + timedelta(days=2))
    spoil(filled, PDF + LARGE[:100].encode())
    best = look(filled).options[0]
    assert best.loss.papers == ()
    assert ask(recovered(best, tmp_path), "SELECT code FROM report") == [(code,)]
