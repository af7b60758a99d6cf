"""Settings, decisions, states and texts: dated, attributed, logged."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from data import commands, queries
from data.errors import EnvironmentFault, UserError
from data.model import (
    Changes,
    Decision,
    NewStation,
    ObligationProgress,
    ObligationState,
    ReportText,
    Setting,
    Verdict,
)
from data.settings import OPENED_YEAR, SINCE_EVER, list_text, profile_of
from data.year_opening import YearOpening
from tests.data.store.files import BY, NOW, ask, make_station_file, make_value

MERGER = date(2025, 7, 1)
DECISION = Decision(
    target="lao-cai-2024/x",
    decided_by="Lan",
    decided_on=date(2024, 10, 5),
    note="xem sổ",
    period="2024",
    verdict=Verdict.MET,
)


def test_new_station_is_as_given(station_file: Path) -> None:
    with commands.open_station(station_file, writing=False) as store:
        station = queries.station_on(store, date(2020, 1, 1))
        profile = queries.profile_on(store, date(2020, 1, 1))
        assert queries.bound_plans(store) == ()
    assert (station.code, station.name, station.place) == ("TYT_TA_PHOI", "Trạm Y tế xã Tả Phời", "xã Tả Phời")
    assert (station.place_kind, station.series_breaks, station.is_example) == ("xa", (), False)
    assert (profile.issuer, profile.parent_body, profile.receivers, profile.archive) == (station.name, "", (), "VT")


def test_two_new_stations_have_different_ids(tmp_path: Path) -> None:
    ids = [ask(make_station_file(tmp_path / name), "SELECT file_id FROM station") for name in ("a.sotram", "b.sotram")]
    assert ids[0] != ids[1]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "tyt"}, "station_code_wrong"),
        ({"code": "T"}, "station_code_wrong"),
        ({"code": "T" * 31}, "station_code_wrong"),
        ({"code": "TYT\n"}, "station_code_wrong"),
        ({"name": "  "}, "station_name_missing"),
        ({"place": "Tả Phời"}, "place_kind_unknown"),
        ({"place": "xã"}, "place_kind_unknown"),
    ],
)
def test_wrong_station_is_refused(tmp_path: Path, changes: dict[str, str], code: str) -> None:
    new = NewStation(**{"code": "TYT_TA_PHOI", "name": "Trạm Y tế", "place": "xã Tả Phời", **changes})  # type: ignore[arg-type]
    with pytest.raises(UserError, match=code):
        commands.create_station(tmp_path / "x.sotram", new, NOW)
    assert list(tmp_path.iterdir()) == []


def test_existing_file_is_never_overwritten(station_file: Path) -> None:
    before = station_file.read_bytes()
    with pytest.raises(EnvironmentFault, match="file_exists"):
        make_station_file(station_file)
    assert station_file.read_bytes() == before


def test_new_file_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="folder_missing"):
        make_station_file(tmp_path / "none" / "x.sotram")


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("phường Cốc Lếu", "phuong"),
        ("Thị trấn Bến Sung", "thi_tran"),
        ("đặc khu Phú Quốc", "dac_khu"),
        ("Xã Y Tý", "xa"),
    ],
)
def test_kind_of_a_place_is_its_first_word(tmp_path: Path, place: str, kind: str) -> None:
    path = tmp_path / "x.sotram"
    commands.create_station(path, NewStation(code="TYT", name="Trạm", place=place), NOW)
    with commands.open_station(path, writing=False) as store:
        assert queries.station_on(store, MERGER).place_kind == kind


def test_setting_holds_from_its_day_on(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.save_settings(store, {"name": "Trạm Y tế xã Hợp Thành", "place": "xã Hợp Thành"}, MERGER, BY)
        commands.save_setting(store, "series_break", MERGER, "true", BY)
        commands.save_setting(store, "series_break", date(2026, 1, 1), "", BY)
        before, after = (queries.station_on(store, day) for day in (date(2025, 6, 30), MERGER))
    assert (before.place, after.place) == ("xã Tả Phời", "xã Hợp Thành")
    assert before.series_breaks == after.series_breaks == (MERGER,)


def test_profile_is_read_from_settings(station_file: Path) -> None:
    values = {
        "receivers": list_text(["Trung tâm Y tế", "UBND xã"]),
        "signer_title": "TRƯỞNG TRẠM",
        "issuer": "Trạm Y tế",
        "receiver_is_health_sector": "true",
    }
    with commands.open_station(station_file, writing=True) as store:
        commands.save_settings(store, values, date(2024, 1, 1), BY)
        profile = queries.profile_on(store, date(2024, 1, 1))
        earlier = queries.profile_on(store, date(2023, 12, 31))
    assert profile.receivers == ("Trung tâm Y tế", "UBND xã")
    assert (profile.signer_title, profile.issuer, profile.receiver_is_health_sector) == (
        "TRƯỞNG TRẠM",
        "Trạm Y tế",
        True,
    )
    assert (earlier.receivers, earlier.signer_title, earlier.receiver_is_health_sector) == ((), "", False)


@pytest.mark.parametrize(("kept", "size"), [("34", 34), ("", 0), ("ba mươi", 0)])
def test_the_seal_has_the_size_that_was_measured(kept: str, size: int) -> None:
    settings = [Setting(key="seal_size", valid_from=MERGER, value=kept)]
    assert profile_of(settings, MERGER).seal_size == size


def test_settings_history_names_who_and_when(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        changes = commands.save_setting(store, "signer_name", MERGER, "Nguyễn Thị Lan", BY)
        assert commands.save_setting(store, "signer_name", MERGER, "Nguyễn Thị Lan", BY).keys == ()
        setting = queries.settings_history(store, "signer_name")[0]
    assert changes == Changes(kind="setting", keys=(("signer_name", "2025-07-01"),))
    assert (setting.value, setting.stored_by, setting.stored_at, setting.note) == (
        "Nguyễn Thị Lan",
        "Lan",
        NOW,
        BY.reason,
    )


def test_removed_setting_is_logged(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.save_setting(store, "zone_as", MERGER, "urban", BY)
        assert commands.remove_setting(store, "zone_as", MERGER, BY).keys == (("zone_as", "2025-07-01"),)
        assert commands.remove_setting(store, "zone_as", MERGER, BY).keys == ()
        assert queries.station_on(store, MERGER).zone_as == ""
    old, new = ask(station_file, "SELECT old, new FROM record_changelog ORDER BY id DESC LIMIT 1")[0]
    assert json.loads(str(old))["value"] == "urban"
    assert new is None


@pytest.mark.parametrize(
    ("key", "value", "code"), [("place", "Tả Phời", "place_kind_unknown"), ("name", " ", "station_name_missing")]
)
def test_wrong_name_and_place_are_refused(station_file: Path, key: str, value: str, code: str) -> None:
    with commands.open_station(station_file, writing=True) as store, pytest.raises(UserError, match=code):
        commands.save_setting(store, key, MERGER, value, BY)


def test_first_name_cannot_be_removed(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store, pytest.raises(UserError, match="setting_needed"):
        commands.remove_setting(store, "name", SINCE_EVER, BY)


def test_plans_are_bound_in_order(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.bind_plans(store, ["b", "a"], BY)
        assert queries.bound_plans(store) == ("b", "a")
        commands.bind_plans(store, [], BY)
        assert queries.bound_plans(store) == ()


def test_settings_of_one_action_share_it(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.save_settings(store, {"issuer": "a", "archive": "b"}, MERGER, BY)
    assert ask(station_file, "SELECT count(DISTINCT action_id), count(*) FROM record_changelog") == [(2, 5)]


def test_decision_is_read_again_and_replaced(station_file: Path) -> None:
    operator = Decision(
        target="t", decided_by="Lan", decided_on=date(2024, 1, 2), note="", operator="between", value="1", high="2.5"
    )
    with commands.open_station(station_file, writing=True) as store:
        assert commands.save_decision(store, DECISION, BY).keys == (("lao-cai-2024/x", "2024"),)
        commands.save_decision(store, operator, BY)
        assert queries.decisions(store) == (DECISION, operator)
        assert commands.save_decision(store, operator, BY).keys == ()


@pytest.mark.parametrize(("field", "code"), [("decided_by", "decision_needs_name"), ("note", "decision_needs_note")])
def test_decision_needs_name_and_note(station_file: Path, field: str, code: str) -> None:
    fields = DECISION._asdict() | {field: " "}
    with commands.open_station(station_file, writing=True) as store, pytest.raises(UserError, match=code):
        commands.save_decision(store, Decision(**fields), BY)


def test_obligation_states_are_read_by_plan_and_period(station_file: Path) -> None:
    states = [
        ObligationState(item_id=item, period=period, state=ObligationProgress.DONE, note="đã làm")
        for item in ("a/o1", "ab/o1")
        for period in ("2023", "2024")
    ]
    with commands.open_station(station_file, writing=True) as store:
        for state in states:
            assert commands.save_obligation_state(store, state, BY).keys == ((state.item_id, state.period),)
        assert queries.obligation_states(store, "a") == tuple(states[:2])
        assert queries.obligation_states(store, "ab", "2024") == (states[3],)


def test_report_texts_are_read_by_report(station_file: Path) -> None:
    text = ReportText(plan="a", period="2024", section="proposals", text="Đề nghị bổ sung thuốc. " * 1000)
    with commands.open_station(station_file, writing=True) as store:
        assert commands.save_report_text(store, text, BY).keys == (("a", "2024", "proposals"),)
        assert queries.report_texts(store, "a", "2024") == (text,)
        assert queries.report_texts(store, "a", "2023") == ()


def test_example_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "x.sotram"
    commands.create_station(path, NewStation(code="TYT", name="Trạm", place="xã A", is_example=True), NOW)
    with commands.open_station(path, writing=True) as store:
        commands.save_data_values(store, [make_value()], BY)
        assert queries.station_on(store, MERGER).is_example


def test_a_year_is_opened_as_one_action_and_undo_takes_back_its_cells(station_file: Path) -> None:
    stock = make_value("staff_total", "2025Q1", "8")
    with commands.open_station(station_file, writing=True) as store:
        commands.save_setting(store, "receivers", SINCE_EVER, list_text(["Sở Y tế"]), BY)
        opening = YearOpening(2025, (stock,), ("can-tho-2025-2030",), (("receivers", list_text(["Sở Y tế"])),))
        before = queries.chain_head(store).action_id
        changes = commands.open_year(store, opening, BY)
        assert queries.chain_head(store).action_id == before + 1
        assert changes.keys == (("staff_total", "2025Q1", "default"),)
        assert queries.bound_plans(store) == ("can-tho-2025-2030",)
        assert [each.valid_from for each in queries.settings_history(store, "receivers")] == [
            SINCE_EVER,
            date(2025, 1, 1),
        ]
        assert [each.valid_from for each in queries.settings_history(store, OPENED_YEAR)] == [date(2025, 1, 1)]
        commands.undo(store, BY)
        assert queries.data_values(store) == []


def test_documents_carry_the_name_that_holds_on_their_day(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.save_settings(store, {"name": "Trạm Y tế phường Cam Đường", "place": "phường Cam Đường"}, MERGER, BY)
        before, after = (queries.profile_on(store, day) for day in (date(2025, 6, 30), MERGER))
        kinds = [queries.station_on(store, day).place_kind for day in (date(2025, 6, 30), MERGER)]
    assert (before.name, after.name) == ("Trạm Y tế xã Tả Phời", "Trạm Y tế phường Cam Đường")
    assert kinds == ["xa", "phuong"]
