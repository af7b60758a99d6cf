"""Assessments in the station file: written, read back, logged, checked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data import assessment_commands, assessment_queries, commands, queries
from data.assessment.records import (
    SELF_LAYER,
    Answer,
    Assessment,
    Evidence,
    ItemChoice,
    Layer,
    RecognitionKind,
    RecognitionRecord,
    StoredSet,
)
from data.catalogue.loader import load_catalogue
from data.errors import UserError
from data.model import Attribution

BY = Attribution(user="Lan", now=datetime(2025, 1, 3, 1, 0, tzinfo=UTC))
HEAD = Assessment(year=2024, criteria_set="THU", version="abc")
TEAM = "Sở Y tế"
CATALOGUE = load_catalogue()


def test_answers_come_back_by_layer(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        answers = [Answer("1", SELF_LAYER, "10.5"), Answer("1", TEAM, "9", "thiếu hồ sơ")]
        assessment_commands.save_answers(store, CATALOGUE, HEAD, answers, BY)
        found = assessment_queries.assessed(store, 2024, "THU")
    assert [(each.layer, each.answer, each.reason) for each in found.answers] == [
        (TEAM, "9", "thiếu hồ sơ"),
        (SELF_LAYER, "10.5", ""),
    ]
    assert [(layer.name, layer.place) for layer in found.layers] == [(SELF_LAYER, 0), (TEAM, 1)]
    assert queries.check_file(station_file) == ()


def test_empty_answer_takes_it_away(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        assessment_commands.save_answers(store, CATALOGUE, HEAD, [Answer("1", SELF_LAYER, "10")], BY)
        assessment_commands.save_answers(store, CATALOGUE, HEAD, [Answer("1", SELF_LAYER, "")], BY)
        assert assessment_queries.assessed(store, 2024, "THU").answers == ()


def test_assessment_keeps_its_version_until_somebody_says_why(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        assessment_commands.start_assessment(store, HEAD, BY)
        assessment_commands.start_assessment(store, HEAD._replace(version="later", remark="họp"), BY)
        assert assessment_queries.assessments(store) == (HEAD._replace(remark="họp"),)
        with pytest.raises(UserError, match="reason_needed"):
            assessment_commands.change_version(store, 2024, "THU", "later", BY)
        assessment_commands.change_version(store, 2024, "THU", "later", BY._replace(reason="bảng điểm đính chính"))
        assert assessment_queries.assessments(store)[0].version == "later"
        with pytest.raises(UserError, match="assessment_unknown"):
            assessment_commands.change_version(store, 2023, "THU", "x", BY._replace(reason="?"))


def test_layer_keeps_its_place_when_it_is_changed(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        assessment_commands.start_assessment(store, HEAD, BY)
        for name in ("UBND xã", TEAM, " UBND xã "):
            assessment_commands.save_layer(store, Layer(2024, "THU", name, scorer=" Bà Hoa "), BY)
        layers = assessment_queries.assessed(store, 2024, "THU").layers
        assert [(layer.name, layer.place, layer.scorer) for layer in layers] == [
            (SELF_LAYER, 0, ""),
            ("UBND xã", 1, "Bà Hoa"),
            (TEAM, 2, "Bà Hoa"),
        ]
        with pytest.raises(UserError, match="layer_needs_name"):
            assessment_commands.save_layer(store, Layer(2024, "THU", " "), BY)


def test_removed_layer_takes_its_answers_along(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        assessment_commands.save_answers(
            store, CATALOGUE, HEAD, [Answer("1", SELF_LAYER, "1"), Answer("1", TEAM, "2")], BY
        )
        assessment_commands.remove_layer(store, Layer(2024, "THU", TEAM), BY)
        found = assessment_queries.assessed(store, 2024, "THU")
        assert [each.layer for each in found.answers] == [layer.name for layer in found.layers] == [SELF_LAYER]
        with pytest.raises(UserError, match="layer_self_stays"):
            assessment_commands.remove_layer(store, Layer(2024, "THU", SELF_LAYER), BY)


def test_evidence_is_numbered(station_file: Path) -> None:
    paper = Evidence(
        2024, "THU", "1.1", " Quyết định kiện toàn ", paper_date=date(2024, 2, 1), size=12, sha256="0" * 64
    )
    with commands.open_station(station_file, writing=True) as store:
        assessment_commands.start_assessment(store, HEAD, BY)
        assessment_commands.save_evidence(store, [paper, paper._replace(title="Biên bản")], BY)
        first, second = assessment_queries.assessed(store, 2024, "THU").evidence
        assert (first.number, first.title, first.size, second.number) == (1, "Quyết định kiện toàn", 12, 2)
        assessment_commands.save_evidence(store, [first._replace(pages="3")], BY)
        assessment_commands.remove_evidence(store, [second], BY)
        assert [each.pages for each in assessment_queries.assessed(store, 2024, "THU").evidence] == ["3"]
        with pytest.raises(UserError, match="evidence_needs_title"):
            assessment_commands.save_evidence(store, [paper._replace(title=" ")], BY)
    assert queries.check_file(station_file) == ()


def test_recognition_keeps_its_three_days_apart(station_file: Path) -> None:
    day = date(2025, 4, 2)
    title = RecognitionRecord(2024, "THU", RecognitionKind.NEW, "810/QĐ-UBND", day, "UBND tỉnh", day, date(2028, 4, 1))
    with commands.open_station(station_file, writing=True) as store:
        assessment_commands.start_assessment(store, HEAD._replace(scored_on=date(2024, 12, 20)), BY)
        assessment_commands.save_recognition(store, title, BY)
        found = assessment_queries.assessed(store, 2024, "THU")
        assert found.recognition is not None
        assert found.recognition._replace(stored_by="", stored_at=None) == title
        for wrong in (title._replace(valid_to=date(2024, 1, 1)), title._replace(withdrawn_on=date(2024, 1, 1))):
            with pytest.raises(UserError, match="recognition_days_wrong"):
                assessment_commands.save_recognition(store, wrong, BY)
        with pytest.raises(UserError, match="recognition_needs_decision"):
            assessment_commands.save_recognition(store, title._replace(decision=" "), BY)
        assessment_commands.remove_recognition(store, title, BY)
        assert assessment_queries.recognitions(store) == ()


def test_choices_about_items(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        assessment_commands.start_assessment(store, HEAD, BY)
        choices = [ItemChoice("THU", "1.1", effort=5), ItemChoice("THU", "1.2", responsible="Trạm")]
        assessment_commands.save_item_choices(store, choices, BY)
        assert assessment_queries.assessed(store, 2024, "THU").choices == tuple(choices)
        assessment_commands.save_item_choices(store, [ItemChoice("THU", "1.1")], BY)
        assert assessment_queries.assessed(store, 2024, "THU").choices == (choices[1],)


def test_own_sets_stay_in_all_versions_and_an_earlier_one_can_count_again(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        for version in ("aaa", "bbb", "aaa", "aaa"):
            assessment_commands.save_definition(store, StoredSet("THU", version, '{"a":"1"}', "bang.xlsx"), BY)
        found = assessment_queries.stored_sets(store)
        assert [(each.version, each.source_name, each.stored_by) for each in found] == [
            ("bbb", "bang.xlsx", "Lan"),
            ("aaa", "bang.xlsx", "Lan"),
        ]
        assert assessment_queries.stored_sets(store, code="KHAC") == ()
    assert queries.check_file(station_file) == ()
