"""Undo, redo and "as it was at …" out of the change log: own actions, newest first, across restarts (CONTRACT U1)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import commands, queries
from data.errors import UserError
from data.model import CellState, Completion, DataValue
from tests.data.store.files import BY, make_value

OTHER = BY._replace(user="Người khác")


def held(store: commands.Store) -> dict[str, str]:
    """The figures of the file by element and period."""
    values = queries.data_values(store)
    return {f"{value.data_element}@{value.period}": value.value for value in values if value.value}


@pytest.fixture
def typed(station_file: Path) -> Path:
    """Two cells typed one after the other, the first changed afterwards, each an action."""
    with commands.open_station(station_file, writing=True) as store:
        for value in (make_value(value="1"), make_value("births", "202401", "3"), make_value(value="2")):
            commands.save_data_values(store, [value], BY)
    return station_file


def test_undo_goes_back_step_by_step_and_redo_forward(typed: Path) -> None:
    with commands.open_station(typed, writing=True) as store:
        states = [held(store)]
        for _ in range(3):
            commands.undo(store, BY)
            states.append(held(store))
        assert states[1:] == [{**states[0], "population_end@2024Q3": "1"}, {"population_end@2024Q3": "1"}, {}]
        for state in reversed(states[:-1]):
            commands.redo(store, BY)
            assert held(store) == state
        with pytest.raises(UserError, match="nothing_to_redo"):
            commands.redo(store, BY)


def test_undo_survives_a_restart_and_ends(typed: Path) -> None:
    for _ in range(3):
        with commands.open_station(typed, writing=True) as store:
            commands.undo(store, BY)
    with commands.open_station(typed, writing=True) as store:
        assert held(store) == {}
        with pytest.raises(UserError, match="nothing_to_undo"):
            commands.undo(store, BY)
    assert queries.check_file(typed) == ()


def test_step_says_what_would_change(typed: Path) -> None:
    with commands.open_station(typed, writing=True) as store:
        step = queries.undo_step(store, BY.user)
        assert step is not None
        [cell] = step.cells
        assert (cell.old.value, cell.new.value, step.who, step.kind) == ("1", "2", BY.user, "")
        assert queries.redo_step(store, BY.user) is None
        commands.undo(store, BY)
        again = queries.redo_step(store, BY.user)
        assert again is not None
        assert again.cells == step.cells


def test_pasted_block_is_one_step(station_file: Path) -> None:
    block = [make_value(value="1"), make_value("births", "202401", "3"), make_value(value="2")]
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, block, BY._replace(kind="paste"))
        step = queries.undo_step(store, BY.user)
        assert step is not None
        assert (step.kind, len(step.cells)) == ("paste", 2)
        commands.undo(store, BY)
        assert held(store) == {}
        commands.redo(store, BY)
        assert held(store) == {"population_end@2024Q3": "2", "births@202401": "3"}


def test_typing_after_an_undo_ends_redoing(typed: Path) -> None:
    with commands.open_station(typed, writing=True) as store:
        commands.undo(store, BY)
        commands.save_data_values(store, [make_value("births", "202402", "9")], BY)
        assert queries.redo_step(store, BY.user) is None


def test_settings_neither_stop_undo_nor_are_undone(typed: Path) -> None:
    with commands.open_station(typed, writing=True) as store:
        commands.bind_plans(store, ["a"], BY)
        commands.undo(store, BY)
        commands.bind_plans(store, ["a", "b"], BY)
        commands.redo(store, BY)
        assert held(store)["population_end@2024Q3"] == "2"
        assert queries.bound_plans(store) == ("a", "b")


def test_what_somebody_else_changed_since_stays(station_file: Path) -> None:
    both = [make_value(value="1"), make_value("births", "202401", "3")]
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, both, BY)
        commands.save_data_values(store, [make_value(value="7")], OTHER)
        step = queries.undo_step(store, BY.user)
        assert step is not None
        assert [cell.new.data_element for cell in step.cells] == ["births"]
        assert [cell.new.data_element for cell in step.kept] == ["population_end"]
        commands.undo(store, BY)
        assert held(store) == {"population_end@2024Q3": "7"}
        assert queries.undo_step(store, BY.user) is None


def test_others_actions_are_not_undone(typed: Path) -> None:
    with commands.open_station(typed, writing=True) as store, pytest.raises(UserError, match="nothing_to_undo"):
        commands.undo(store, OTHER)


def test_redo_leaves_what_somebody_else_changed_since(typed: Path) -> None:
    with commands.open_station(typed, writing=True) as store:
        commands.undo(store, BY)
        commands.save_data_values(store, [make_value(value="9")], OTHER)
        assert queries.redo_step(store, BY.user) is None


def test_undo_stops_at_a_completed_form(typed: Path) -> None:
    completion = Completion(data_set="population.quarter", period="2024Q3", elements=("population_end",))
    with commands.open_station(typed, writing=True) as store:
        commands.complete(store, [completion], BY)
        with pytest.raises(UserError, match="period_complete"):
            commands.undo(store, BY)
        commands.reopen(store, [("population.quarter", "2024Q3")], BY._replace(reason="nhầm"))
        commands.undo(store, BY)
        assert held(store)["population_end@2024Q3"] == "1"


def test_moments_and_what_stood_then(typed: Path) -> None:
    elements, periods = ("population_end", "births"), ("2024Q3", "202401")
    with commands.open_station(typed, writing=True) as store:
        moments = queries.moments(store, elements, periods)
        assert [moment.changed for moment in moments] == [1, 1, 1]
        assert queries.values_at(store, moments[0].action_id, elements, periods) == []
        [value] = queries.values_at(store, moments[1].action_id, elements, periods)
        assert (value.data_element, value.value) == ("population_end", "1")
        commands.save_data_values(store, queries.values_at(store, 0, elements, periods), BY._replace(kind="rewind"))
        assert held(store) == {}
        commands.undo(store, BY)
        assert held(store) == {"population_end@2024Q3": "2", "births@202401": "3"}


cells = st.builds(
    make_value, st.sampled_from(["births", "deaths"]), st.sampled_from(["202401", "202402"]), st.sampled_from("123")
)
steps = st.lists(st.one_of(st.lists(cells, min_size=1, max_size=3), st.sampled_from(["undo", "redo"])), max_size=14)


@settings(max_examples=40, deadline=None)
@given(steps=steps)
def test_undo_and_redo_are_those_of_a_stack(
    steps: list[list[DataValue] | str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    from data.model import NewStation

    path = tmp_path_factory.mktemp("undo") / "x.sotram"
    commands.create_station(path, NewStation(code="TYT", name="Trạm", place="xã A"), BY.now)
    done, undone, now = list[dict[str, str]](), list[dict[str, str]](), dict[str, str]()
    with commands.open_station(path, writing=True) as store:
        for step in steps:
            before = dict(now)
            if step == "undo" and done:
                undone.append(now)
                now = done.pop()
                commands.undo(store, BY)
            elif step == "redo" and undone:
                done.append(now)
                now = undone.pop()
                commands.redo(store, BY)
            elif isinstance(step, list):
                now = before | {f"{value.data_element}@{value.period}": value.value for value in step}
                commands.save_data_values(store, step, BY)
                if now != before:
                    done.append(before)
                    undone.clear()
            assert held(store) == now
    assert queries.check_file(path) == ()


def test_emptied_cell_comes_back(typed: Path) -> None:
    empty = make_value(value="")._replace(state=CellState.NOT_REPORTED)
    with commands.open_station(typed, writing=True) as store:
        commands.save_data_values(store, [empty], BY)
        commands.undo(store, BY)
        assert held(store)["population_end@2024Q3"] == "2"
