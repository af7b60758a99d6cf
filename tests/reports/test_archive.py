"""Every PDF of ours is fit for archives (PDF/A-2b), by our own reading and by a validator from outside."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from xml.etree import ElementTree

import pytest

from data.catalogue import load_catalogue
from data.commands import open_station
from data.example import write_example
from data.paths import asset
from reports.document import Heading, Paragraph, WritingLines
from reports.entry_form import FormRequest, render_forms
from reports.key_card import render_key_card
from reports.pdf import render_pdf
from reports.pdf.stamp import Stamp
from reports.registry import make_report as make_kind
from reports.registry import report_kinds
from reports.report import ReportRequest
from tests.reports.archive_reading import (
    colour_faults,
    content_faults,
    font_faults,
    frame_faults,
    info_values,
    metadata_faults,
    stream_faults,
    xmp_values,
)
from tests.reports.builders import make_appendix, make_bar_chart, make_report, make_table, make_trend_chart
from tests.reports.pdf_reading import read

NOW = datetime(2026, 1, 20, 8, tzinfo=UTC)
HERE = timezone(timedelta(hours=7))
STAMP = Stamp("7Q2KD-X90AB", datetime(2026, 1, 20, 15, 4, 5, tzinfo=HERE))
REQUESTS = {
    "plan_progress": ReportRequest(kind="plan_progress", period="2024Q3", plan="lao-cai-2024"),
    "criteria_progress": ReportRequest(kind="criteria_progress", period="2024Q3", criteria_set="1300-QD-BYT"),
    "self_assessment": ReportRequest(kind="self_assessment", period="2024", criteria_set="1300-QD-BYT"),
    "new_rural_health": ReportRequest(kind="new_rural_health", period="2024", criteria_set="51-2025-QD-TTG"),
}
JARS = [
    Path("/usr/share/java", f"{name}.jar")
    for name in (
        *("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io"),
        *("jaxb-api", "javax.activation"),
    )
]
LARGEST = 200_000
"""Bytes of a report of the example; with its snapshot it has to stay below 0.3 MB."""

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Every kind of report as it is frozen, a draft with everything in it, an entry form and the card of keys."""
    catalogue = load_catalogue()
    with open_station(write_example(tmp_path_factory.mktemp("example"), NOW), writing=False) as store:
        found = {kind: render_pdf(make_kind(store, catalogue, REQUESTS[kind]), stamp=STAMP) for kind in report_kinds()}
        found["entry_form"] = render_forms(
            store, catalogue, FormRequest("2024Q3", "population.quarter", is_filled=True)
        )
    found["key_card"] = render_key_card(asset("help", "keys_vi.md").read_text(encoding="utf-8"))
    found["draft"] = render_pdf(
        make_report(
            subject="Kết quả <tháng> & quý 😀\x01\ufffe",
            blocks=(
                Heading(level=1, text="I. Chung"),
                Paragraph(text="Khen 😀 và trẻ e\u0302\u0301m, số ½, dấu ≥."),
                WritingLines(count=3),
                make_table(("a", "b")),
                make_bar_chart(),
                make_trend_chart(),
            ),
            appendices=(make_appendix(is_landscape=True),),
        )
    )
    return found


@pytest.mark.parametrize(
    "faults", [frame_faults, metadata_faults, colour_faults, stream_faults, content_faults, font_faults]
)
def test_every_pdf_is_fit_for_archives(files: Files, faults: Callable[[bytes], Iterator[str]]) -> None:
    found = {name: list(faults(pdf)) for name, pdf in files.items()}
    assert {name: each for name, each in found.items() if each} == {}


def test_a_frozen_report_tells_its_moment_and_its_code(files: Files) -> None:
    assert info_values(files["plan_progress"])["xmp:CreateDate"] == "2026-01-20T15:04:05+07:00"
    assert xmp_values(files["plan_progress"])["pdf:Keywords"] == STAMP.code


def test_a_draft_has_no_trace_of_the_clock(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    dates = {value for key, value in xmp_values(files["draft"]).items() if key.endswith("Date")}
    assert dates == {"2000-01-01T00:00:00+00:00"}
    before = render_pdf(make_report())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert render_pdf(make_report()) == before


def test_the_identifier_comes_from_the_content() -> None:
    def identifier(pdf: bytes) -> object:
        return read(pdf).trailer["/ID"]

    drafts = (make_report(), make_report(blocks=(Paragraph(text="Khác./."),)), make_report(subject="Khác"))
    own, *others = (identifier(render_pdf(draft)) for draft in drafts)
    assert identifier(render_pdf(make_report())) == own
    assert own not in [*others, identifier(render_pdf(make_report(), stamp=STAMP))]


def test_a_frozen_report_is_small(files: Files) -> None:
    assert {name: len(pdf) for name, pdf in files.items() if len(pdf) > LARGEST} == {}


def test_a_validator_from_outside_finds_nothing(files: Files, tmp_path: Path) -> None:
    """It knows part 1 only: as part 1 each file must pass, and as part 2 the number alone may be wrong."""
    for name, pdf in files.items():
        (tmp_path / f"{name}-2.pdf").write_bytes(pdf)
        part_1 = pdf.replace(b"<pdfaid:part>2</pdfaid:part>", b"<pdfaid:part>1</pdfaid:part>")
        (tmp_path / f"{name}-1.pdf").write_bytes(part_1)
    listed = tmp_path / "list"
    listed.write_text("".join(f"{path}\n" for path in sorted(tmp_path.glob("*.pdf"))), encoding="utf-8")
    classes = ":".join(map(str, JARS))
    validator = "org.apache.pdfbox.preflight.Validator_A1b"
    subprocess.run(["java", "-cp", classes, validator, "xml", "group", str(listed)], check=True, timeout=100)
    report = ElementTree.parse(f"{listed}.preflight.xml")
    found = {
        str(each.get("name")): [str(error.findtext("details")) for error in each.iter("error")]
        for each in report.iter("preflight")
    }
    only = ["Error on MetaData, part must be 1"]
    assert found == {f"{name}-{part}.pdf": only if part == 2 else [] for name in files for part in (1, 2)}


def test_qpdf_finds_no_fault_in_the_build_of_a_file(files: Files, tmp_path: Path) -> None:
    for name, pdf in files.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf)
        subprocess.run(["qpdf", "--check", str(path)], check=True, stdout=subprocess.DEVNULL, timeout=60)
