"""The shipped sets say exactly what was verified, and never change once they are released."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.assessment import shipped
from data.assessment.definitions import Completeness, CriteriaSet, leaves
from data.assessment.integrity import warnings_of
from data.assessment.results import Place
from data.assessment.scoring import score
from data.assessment.shipped import shipped_faults, shipped_sets
from data.assessment.writer import canonical, tree_of
from data.catalogue import load_catalogue
from data.errors import EnvironmentFault, UserError
from data.exchange.criteria_yaml import read_yaml
from tests.data.assessment.set_trees import GOLDEN

VERSIONS = {"1300-QD-BYT": "d5c4a19a0b8a", "4667-QD-BYT": "a97e3da21ce0"}
"""A released file is never changed: a new edition is a new file."""


def shipped_set(code: str) -> CriteriaSet:
    """A shipped set by its id."""
    return next(each for each in shipped_sets() if each.id == code)


def test_released_files_stay_as_they_are() -> None:
    assert {each.id: each.version for each in shipped_sets()} == VERSIONS
    assert [each.id for each in shipped_sets()] == ["1300-QD-BYT", "4667-QD-BYT"]


def test_the_set_of_2023_says_what_the_research_says() -> None:
    researched = read_yaml((GOLDEN / "1300-QD-BYT.yaml").read_text("utf-8")).tree
    said = json.loads(canonical(tree_of(shipped_set("1300-QD-BYT"))))
    assert said == _said_outright(researched)


def _said_outright(tree: object) -> object:
    """The tree without empty lists and terrains of which nothing is said; numbers as text."""
    if isinstance(tree, dict):
        kept = {key: _said_outright(value) for key, value in tree.items() if value != []}
        return {key: value for key, value in kept.items() if value is not None or key in ("max_points", "knock_out")}
    return [_said_outright(each) for each in tree] if isinstance(tree, list) else tree


def test_the_points_of_2023_add_up() -> None:
    found = shipped_set("1300-QD-BYT")
    assert [criterion.max_points for criterion in found.criteria] == [14, 10, 12, 9, 19, 12, 6, 11, 3, 4]
    assert (found.total_points, found.indicator_count, found.pass_rule.knock_out_items_known) == (100, 47, False)
    assert [item.code for _, item in leaves(found)] == [str(number) for number in range(1, 11)]
    assert found.is_shipped


def test_the_set_of_2014_has_names_alone_and_cannot_be_scored() -> None:
    found = shipped_set("4667-QD-BYT")
    assert found.completeness is Completeness.NAMES_ONLY
    assert [criterion.max_points for criterion in found.criteria] == [None] * 10
    assert found.criteria[4].name_vi == "Kế hoạch – Tài chính"
    with pytest.raises(UserError, match="criteria_set_without_points"):
        score(found, "tu_cham", {}, {}, Place())


def test_shipped_sets_have_no_faults() -> None:
    catalogue = load_catalogue()
    assert shipped_faults(catalogue) == ()
    assert [warnings_of(each, catalogue) for each in shipped_sets()] == [(), ()]


def test_faults_of_shipped_files_are_told_with_their_file(tmp_path: Path) -> None:
    text = (GOLDEN / "bang-thu-47.toml").read_text("utf-8")
    (tmp_path / "a.toml").write_bytes(b"a = \xff")
    (tmp_path / "b.toml").write_text("a =", "utf-8")
    (tmp_path / "c.toml").write_text("a = 1", "utf-8")
    (tmp_path / "d.toml").write_text(text, "utf-8")
    (tmp_path / "e.toml").write_text(text.replace("total_points = 100", "total_points = 99"), "utf-8")
    found = [(fault.code, fault.place) for fault in shipped_faults(load_catalogue(), tmp_path)]
    assert found[:3] == [
        ("catalogue_not_utf8", "criteria/a.toml"),
        ("catalogue_not_toml", "criteria/b.toml"),
        ("criteria_unknown_key", "criteria/c.toml: a"),
    ]
    assert found[-3:] == [
        ("catalogue_file_name", "criteria/d.toml"),
        ("criteria_total", "criteria/e.toml: framework.total_points"),
        ("catalogue_file_name", "criteria/e.toml"),
    ]


@pytest.mark.parametrize("content", ["a =", "a = 1"])
def test_a_damaged_shipped_file_is_said(content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.toml").write_text(content, "utf-8")
    monkeypatch.setattr(shipped, "asset", lambda *_parts: tmp_path)
    with pytest.raises(EnvironmentFault) as refused:
        shipped_sets.__wrapped__()
    assert (refused.value.code, refused.value.parameters) == ("catalogue_unreadable", {"file": "x.toml"})
