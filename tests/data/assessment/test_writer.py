"""A set -> its tree and version: nothing is lost, and the same content has the same version."""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from data.assessment import writer
from data.assessment.library import set_of
from data.assessment.reader import read_set
from data.assessment.records import StoredSet
from data.assessment.toml_form import line_of, read_toml, toml_text
from data.errors import EnvironmentFault
from tests.data.assessment.random_sets import trees
from tests.data.assessment.set_trees import FIRST, TIERED, changed


@given(trees)
def test_a_set_comes_back_from_its_tree(tree: dict[str, Any]) -> None:
    found, faults = read_set(tree)
    assert faults == ()
    assert found is not None
    assert read_set(writer.tree_of(found)) == (found, ())


@given(trees)
def test_a_set_comes_back_from_the_station_file(tree: dict[str, Any]) -> None:
    found, _ = read_set(tree)
    assert found is not None
    stored = writer.stored(found, "bang.yaml")
    assert (stored.code, stored.version, stored.source_name) == (found.id, found.version, "bang.yaml")
    assert set_of(stored) == found


@given(trees)
def test_a_set_comes_back_from_toml(tree: dict[str, Any]) -> None:
    found, _ = read_set(tree)
    assert found is not None
    assert read_set(read_toml(toml_text(writer.tree_of(found)))) == (found, ())


def test_a_knock_out_that_is_open_in_one_zone_stays_open() -> None:
    tree = changed((f"{FIRST}.knock_out", True), (f"{FIRST}.region_variants", [{"zone": 3, "knock_out": None}]))
    found, _ = read_set(tree)
    assert found is not None
    assert read_set(writer.tree_of(found))[0] == found


def test_canonical_text_is_the_same_whatever_the_numbers_look_like() -> None:
    one = writer.canonical({"b": 1, "a": [Decimal("0.5"), None, True], "c": "e\u0302"})
    assert one == '{"a":["0.5",null,true],"b":"1","c":"ê"}'


def test_a_version_is_the_head_of_the_sha_256() -> None:
    assert writer.version_of("abc") == "ba7816bf8f01"


@pytest.mark.parametrize(
    "change",
    [(f"{FIRST}.effort", 3), (f"{FIRST}.knock_out", False), (f"{FIRST}.evidence", []), (f"{FIRST}.max_points", "2.0")],
)
def test_what_says_nothing_new_makes_no_new_version(change: tuple[str, object]) -> None:
    before, after = read_set(changed())[0], read_set(changed(change))[0]
    assert before is not None
    assert after is not None
    assert after.version == before.version


def test_what_says_something_makes_a_new_version() -> None:
    before, after = read_set(changed())[0], read_set(changed((f"{TIERED}.tiers[1].points", "0.5")))[0]
    assert before is not None
    assert after is not None
    assert after.version != before.version


@pytest.mark.parametrize("content", ["{", '{"schema": "criteria/1"}'])
def test_a_damaged_set_of_the_station_is_said(content: str) -> None:
    with pytest.raises(EnvironmentFault) as refused:
        set_of(StoredSet("THU", "abc", content))
    assert (refused.value.code, refused.value.parameters) == (
        "criteria_stored_unreadable",
        {"set": "THU", "version": "abc"},
    )


def test_toml_has_days_and_exact_numbers() -> None:
    text = 'day = 2023-03-09\nstep = 0.10\nnothing = "null"\nlist = [1, "null"]'
    assert read_toml(text) == {"day": "2023-03-09", "step": Decimal("0.10"), "nothing": None, "list": [1, None]}


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = \nc = 2", "2"), ('a = """\nx\n', "3")])
def test_the_line_at_which_toml_ends(text: str, line: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as refused:
        read_toml(text)
    assert line_of(refused.value, text) == line


def test_the_version_is_taken_of_the_canonical_tree_alone() -> None:
    found = read_set(changed())[0]
    assert found is not None
    content = writer.canonical(writer.tree_of(found))
    assert found.version == writer.version_of(content)
    assert json.loads(content)["framework"]["total_points"] == "10"
