"""The layer that counts: its result is the station's figure, whatever is typed or changes later (CONTRACT C3)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data import assessment_commands, assessment_queries, commands, queries
from data.assessment.recognised import comment_of
from data.assessment.records import SELF_LAYER, Answer, Assessment, Layer
from data.catalogue.loader import load_catalogue
from data.errors import UserError
from data.model import Attribution, Category, CellState, DataValue
from data.queries import Store

BY = Attribution(user="Lan", now=datetime(2025, 1, 3, 1, 0, tzinfo=UTC))
CATALOGUE = load_catalogue()
SET = "1300-QD-BYT"
TEAM = "Sở Y tế"
POINTS = ("13", "9", "11", "8", "16", "11", "5", "10", "1.5", "3")


@pytest.fixture
def store(station_file: Path) -> Store:
    opened = commands.open_station(station_file, writing=True)
    version = assessment_queries.criteria_set(opened, SET).version
    head = Assessment(year=2024, criteria_set=SET, version=version)
    answers = [
        Answer(str(number), layer, points)
        for layer in (SELF_LAYER, TEAM)
        for number, points in enumerate(POINTS, start=1)
    ]
    assessment_commands.save_answers(opened, CATALOGUE, head, answers, BY)
    return opened


def figure(store: Store, element: str, year: str = "2024") -> str:
    found = queries.data_values(store, [year], [element])
    return found[0].value if found else ""


def typed(element: str, value: str) -> DataValue:
    return DataValue(element, "2024", Category.DEFAULT, CellState.FIGURE, value)


def recognise(store: Store, name: str = TEAM) -> None:
    assessment_commands.recognise_layer(store, CATALOGUE, Layer(2024, SET, name, 1), BY)


def test_self_score_gives_no_figure(store: Store) -> None:
    with store:
        assert figure(store, "criteria_score") == ""
        with pytest.raises(UserError, match="layer_self_recognised"):
            recognise(store, SELF_LAYER)


def test_recognised_layer_gives_the_score_and_the_criteria_below_half(store: Store) -> None:
    with store:
        recognise(store)
        assert (figure(store, "criteria_score"), figure(store, "criteria_groups_below_half")) == ("87.5", "0")


def test_figures_follow_the_answers_of_the_recognised_layer_alone(store: Store) -> None:
    head = Assessment(year=2024, criteria_set=SET, version="")
    with store:
        recognise(store)
        assessment_commands.save_answers(store, CATALOGUE, head, [Answer("9", SELF_LAYER, "3")], BY)
        assert figure(store, "criteria_score") == "87.5"
        assessment_commands.save_answers(store, CATALOGUE, head, [Answer("9", TEAM, "1")], BY)
        assert (figure(store, "criteria_score"), figure(store, "criteria_groups_below_half")) == ("87", "1")
    assert queries.check_file(store.path) == ()


def test_typing_the_figure_is_refused_while_a_layer_gives_it(store: Store) -> None:
    with store:
        commands.save_data_values(store, [typed("criteria_score", "99")], BY)
        recognise(store)
        with pytest.raises(UserError, match="figure_from_assessment") as caught:
            commands.save_data_values(store, [typed("criteria_score", "99")], BY)
        assert caught.value.parameters == {"element": "criteria_score", "period": "2024", "layer": TEAM}
        same = queries.data_values(store, ["2024"], ["criteria_score"])
        commands.save_data_values(store, same, BY)
        commands.save_data_values(store, [typed("criteria_score", "99")._replace(period="2023")], BY)
        assessment_commands.withdraw_layer(store, Layer(2024, SET, TEAM, 1, is_recognised=True), BY)
        commands.save_data_values(store, [typed("criteria_score", "99")], BY)
        assert figure(store, "criteria_score") == "99"


def test_knock_outs_that_the_set_says_nothing_of_are_typed(store: Store) -> None:
    given = typed("criteria_fatal_fails", "1")._replace(comment=comment_of(Layer(2024, SET, TEAM)))
    with store:
        recognise(store)
        commands.save_data_values(store, [typed("criteria_fatal_fails", "0")], BY)
        assert figure(store, "criteria_fatal_fails") == "0"
        commands.save_data_values(store, [given], BY)
        with pytest.raises(UserError, match="figure_from_assessment"):
            commands.save_data_values(store, [typed("criteria_fatal_fails", "0")], BY)


def test_undo_passes_over_figures_of_an_assessment(store: Store) -> None:
    with store:
        commands.save_data_values(store, [typed("women_15_49", "812")], BY)
        recognise(store)
        commands.undo(store, BY)
        assert (figure(store, "women_15_49"), figure(store, "criteria_score")) == ("", "87.5")


def test_a_year_has_one_recognised_layer(store: Store) -> None:
    with store:
        recognise(store)
        assessment_commands.save_layer(store, Layer(2024, SET, "UBND xã"), BY)
        layer = assessment_queries.assessed(store, 2024, SET).layers[2]
        assessment_commands.recognise_layer(store, CATALOGUE, layer, BY)
        layers = assessment_queries.assessed(store, 2024, SET).layers
        assert [each.name for each in layers if each.is_recognised] == ["UBND xã"]


def test_unknown_sets_and_versions_are_refused(store: Store) -> None:
    with store:
        with pytest.raises(UserError, match="criteria_set_unknown"):
            assessment_queries.criteria_set(store, "KHONG-CO")
        with pytest.raises(UserError, match="criteria_version_unknown"):
            assessment_queries.criteria_set(store, SET, "000000000000")
        with pytest.raises(UserError, match="assessment_unknown"):
            assessment_queries.assessed(store, 1999, SET)
