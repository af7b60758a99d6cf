"""``indicators``: the entries' keys, categories and forms; the numbers themselves are proven elsewhere."""

import csv
import io
from pathlib import Path

import pytest

from data.catalogue import load_catalogue
from data.entries import KEYS, TARGET_KEYS
from data.model import Status, Verdict
from tests.ui.cli.tools import HEAD, Run, row

PLANS = ("lao-cai-2024", "lao-cai-2023-ntm", "nhu-thanh-2021-2025", "lai-chau-2030-2045", "can-tho-2025-2030")


def test_one_entry_for_each_indicator_and_category(run: Run, example: Path) -> None:
    entries = run("indicators", example, "--period", "2024", "--format", "json").json
    indicators = load_catalogue().indicators.values()
    assert [(entry["indicator"], entry["category"]) for entry in entries] == [
        (indicator.code, category)
        for indicator in indicators
        for category in (("total", "male", "female") if indicator.by_sex else ("total",))
    ]
    assert len(entries) == 203 + 2 * 47
    assert {tuple(entry) for entry in entries} == {KEYS}


@pytest.mark.parametrize("plan", PLANS)
def test_one_entry_for_each_target(plan: str, run: Run, example: Path) -> None:
    entries = run("indicators", example, "--period", "2024", "--plan", plan, "--format", "json").json
    targets = load_catalogue().plans[plan].targets
    totals = [entry for entry in entries if entry["category"] == "total"]
    assert [entry["target"] for entry in totals] == [target.id for target in targets]
    assert {entry["verdict"] for entry in totals} <= {verdict.value for verdict in Verdict}
    assert {entry["status"] for entry in entries} <= {status.value for status in Status}
    for entry in entries:
        extra = tuple(key for key in ("repeats", "yardstick") if key in entry)
        assert tuple(entry) == (*KEYS, *TARGET_KEYS, *extra)


def test_a_target_for_each_sex_adds_both_without_a_verdict(run: Run, example: Path) -> None:
    found = []
    for plan in PLANS:
        entries = run("indicators", example, "--period", "2024", "--plan", plan, "--format", "json").json
        sexes = [entry for entry in entries if entry["category"] != "total"]
        found += sexes
        assert all(entry["verdict"] is None and entry["provisional_verdict"] is False for entry in sexes)
        each_sex = [target for target in load_catalogue().plans[plan].targets if target.scope.kind == "each_sex"]
        assert len(sexes) == 2 * len(each_sex)
    assert found


def test_repeats_and_yardstick_stand_only_where_they_hold(run: Run, example: Path) -> None:
    entries = [
        entry
        for plan in PLANS
        for entry in run("indicators", example, "--period", "2024", "--plan", plan, "--format", "json").json
    ]
    assert {entry["yardstick"] for entry in entries if "yardstick" in entry} == {True}
    ids = {entry["target"] for entry in entries}
    assert {entry["repeats"] for entry in entries if "repeats" in entry} <= ids


def entry_of(run: Run, station: Path, indicator: str, period: str) -> dict[str, object]:
    entries = run("indicators", station, "--period", period, "--format", "json").json
    return next(entry for entry in entries if entry["indicator"] == indicator and entry["category"] == "total")


def test_exact_values_and_what_is_missing(run: Run, station: Path, tmp_path: Path) -> None:
    lines = [row("insured_persons", "2024Q3", "3921"), row("population_end", "2024Q3", "4127")]
    (tmp_path / "F.csv").write_text(HEAD + "".join(lines), "utf-8")
    run("import", station, tmp_path / "F.csv")
    entry = entry_of(run, station, "health_insurance_coverage", "2024Q3")
    assert (entry["numerator"], entry["denominator"], entry["printed"]) == ("3921", "4127", "95,01")
    assert str(entry["value"]).startswith("95.0084807366")
    missing = entry_of(run, station, "health_insurance_coverage", "2024Q2")
    assert (missing["value"], missing["status"], missing["printed"]) == (None, "missing", "…")
    assert missing["missing"] == ["insured_persons", "population_end"]


def test_csv_has_the_same_fields(run: Run, example: Path) -> None:
    words = ("indicators", example, "--period", "2024", "--plan", "lao-cai-2024", "--format")
    rows = list(csv.DictReader(io.StringIO(run(*words, "csv").out)))
    entries = run(*words, "json").json
    assert [line["value"] for line in rows] == [entry["value"] or "" for entry in entries]
    assert list(rows[0]) == [*KEYS, *TARGET_KEYS, "repeats", "yardstick"]
    assert {line["provisional_verdict"] for line in rows} == {"false"}


def test_table_is_aligned_and_speaks_both_languages(run: Run, example: Path) -> None:
    words = ("indicators", example, "--period", "2024Q3", "--plan", "lao-cai-2024")
    lines = run(*words).out.splitlines()
    column = lines[0].index("Kết luận")
    assert all(line[column - 1] == " " for line in lines if len(line) > column)
    assert any("Chưa đạt" in line and "còn thiếu" in line for line in lines)
    assert any("(tính đến hết kỳ)" in line for line in lines)
    assert "Verdict" in run(*words, "--lang", "en").out.splitlines()[0]
    assert run("indicators", example, "--period", "2024Q3").out.startswith("Chỉ tiêu")


def test_the_table_groups_figures_and_names_targets_as_the_window_does(run: Run, example: Path) -> None:
    table = run("indicators", example, "--period", "2024").out
    name = load_catalogue().indicators["health_insurance_coverage"].name_vi
    insured = next(line for line in table.splitlines() if line.startswith(name)).removeprefix(name)
    assert any("." in word and "," not in word for word in insured.split())
    yardsticks = {
        target.indicator: target.station_yardstick.indicator
        for target in load_catalogue().plans[PLANS[0]].targets
        if target.station_yardstick is not None
    }
    table = run("indicators", example, "--period", "2024", "--plan", PLANS[0]).out
    assert all(load_catalogue().indicators[own].name_vi in table for own in yardsticks)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--period", "2024Q9"), "“2024Q9” không phải là kỳ"),
        (("--period", "2024", "--plan", "none"), "Không có kế hoạch “none”"),
    ],
)
def test_indicators_refuses(options: tuple[str, ...], words: str, run: Run, station: Path) -> None:
    answer = run("indicators", station, *options)
    assert (answer.status, answer.out) == (1, "")
    assert words in answer.err
