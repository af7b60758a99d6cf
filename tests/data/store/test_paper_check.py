"""``check`` proves the papers: every frozen byte, every number."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import commands
from data.documents.records import ELECTRONIC
from data.queries import check_file
from tests.data.store.test_reports import frozen

TRIGGERS = (
    "DROP TRIGGER report_file_keeps_bytes",
    "DROP TRIGGER report_file_loses_none",
    "DROP TRIGGER report_keeps_records",
    "DROP TRIGGER document_number_loses_none",
)


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("UPDATE report_file SET content = x'00' WHERE packing = ''", "check_report_file"),
        ("DELETE FROM report_file WHERE packing = 'zlib'", "check_report_file"),
        ("UPDATE report SET code = '0000000000'", "check_report_code"),
        ("INSERT INTO report_file VALUES ('" + "a" * 64 + "', '', x'00')", "check_report_unnamed"),
        ("UPDATE document_number SET number = '3'", "check_number_gap"),
        ("UPDATE document_number SET report = '1111111111'", "check_number_report"),
    ],
)
def test_harm_to_the_papers_is_named(station_file: Path, harm: str, fault: str) -> None:
    with commands.open_station(station_file, writing=True) as store:
        frozen(store, way=ELECTRONIC)
    assert check_file(station_file) == ()
    with commands.open_station(station_file, writing=True) as store, store.changing() as connection:
        kept = [row[0] for row in connection.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")]
        for trigger in TRIGGERS:
            connection.execute(trigger)
        connection.execute(harm)
        for sql in kept:
            if any(trigger.removeprefix("DROP TRIGGER ") in sql for trigger in TRIGGERS):
                connection.execute(sql)
    assert fault in [each.code for each in check_file(station_file)]
