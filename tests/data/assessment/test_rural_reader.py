"""New-rural sets as they are read: the shipped ones, and every fault of one that a station enters."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from data.assessment.rural import OWN, SHIPPED
from data.assessment.rural_reader import faults_against, read_rural_set
from data.assessment.rural_shipped import rural_faults, shipped_rural_sets
from data.catalogue import load_catalogue
from data.errors import Fault
from data.paths import asset
from data.plan_definitions import Plan
from tests.builders import make_catalogue, make_element, make_indicator
from tests.data.assessment.rural_builders import make_tree

SEED = Path(__file__).parents[2] / "golden" / "seeds" / "001_85ab4d6cdd3098e7.txt"
SETS = {found.id: found for found in shipped_rural_sets()}
CITY = SETS["894-QD-UBND-LAO-CAI"]
FILES = sorted(asset("catalogue", "rural").glob("*.toml"))


def faults(tree: object) -> list[tuple[str, str]]:
    """Codes and places of what is wrong."""
    found, wrong = read_rural_set(tree, "thu.toml")
    assert (found is None) == bool(wrong)
    return [(fault.code, fault.place) for fault in wrong]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_shipped_sets_are_without_fault_and_name_figures_of_the_catalogue(path: Path) -> None:
    tree = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    found, wrong = read_rural_set(tree, path.name, SHIPPED)
    assert wrong == ()
    assert found is not None
    assert found.origin == SHIPPED
    assert faults_against(found, load_catalogue()) == ()


def test_all_shipped_sets_come_newest_first() -> None:
    assert list(SETS) == [
        "51-2025-QD-TTG",
        "894-QD-UBND-LAO-CAI",
        "318-QD-TTG-NTM",
        "318-QD-TTG-NTM-NANG-CAO",
        "1980-QD-TTG-NTM",
    ]


def test_each_shipped_set_and_indicator_says_how_certain_it_is() -> None:
    """Only what was read in the official text of the city's plan is called so; those are not the decision's levels."""
    for found in SETS.values():
        label = "official text seen" if found is CITY else "secondary source seen"
        assert {found.certainty, *(each.certainty for each in found.indicators)} == {label}
    assert "không phải mức của Quyết định 894" in CITY.levels_vi


def test_wording_of_the_city_is_that_of_its_plan() -> None:
    seed = SEED.read_text("utf-8")
    for indicator in CITY.indicators:
        assert indicator.phrase in seed
        assert indicator.name_vi in indicator.phrase


def test_levels_of_the_city_are_those_of_its_plan_in_the_catalogue() -> None:
    plan: Plan = load_catalogue().plans["lao-cai-2023-ntm"]
    targets = {target.indicator: target for target in plan.targets if target.clause == "II.3"}
    for indicator in CITY.indicators:
        if indicator.binds != "station_meets_criteria":
            target = targets[indicator.binds]
            assert (indicator.comparator, indicator.level) == (target.compare_as, target.compare_value)
            assert indicator.each_sex == (target.scope.kind == "each_sex")
            assert indicator.sex_indicators == target.scope.indicators


def test_the_maximum_that_its_source_prints_as_a_minimum_says_so() -> None:
    stunting = next(each for each in SETS["318-QD-TTG-NTM"].indicators if each.code == "15.3")
    assert stunting.comparator == "<="
    assert "“≥”" in stunting.note


def test_of_2026_only_names_of_criteria_are_known() -> None:
    assert {(each.comparator, each.binds) for each in SETS["51-2025-QD-TTG"].indicators} == {(None, "")}


def test_a_set_of_the_station_is_its_own_whatever_it_says() -> None:
    found, _ = read_rural_set(make_tree(), "thu.toml")
    assert found is not None
    assert (found.origin, len(found.version)) == (OWN, 12)
    assert faults(make_tree(origin="shipped")) == [("catalogue_unknown_key", "thu.toml: origin")]


def test_levels_may_be_written_as_numbers() -> None:
    found, _ = read_rural_set(make_tree(level=None, levels={1: 50, "2": Decimal("16.5")}), "thu.yaml")
    assert found is not None
    assert found.indicators[0].levels == {"1": "50", "2": "16.5"}
    found, _ = read_rural_set(make_tree(level=90), "thu.yaml")
    assert found is not None
    assert found.indicators[0].level == "90"


HERE = "thu.toml: indicator[1] 1"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title_vi": None}, ("catalogue_missing_key", "thu.toml: title_vi")),
        ({"schema": "rural/2"}, ("catalogue_bad_word", "thu.toml: schema")),
        ({"last_year": 2020}, ("rural_years", "thu.toml")),
        ({"colour": "red"}, ("catalogue_unknown_key", f"{HERE}: colour")),
        ({"comparator": "~"}, ("catalogue_bad_word", f"{HERE}: comparator")),
        ({"level": True}, ("catalogue_wrong_type", f"{HERE}: level")),
        ({"level": "90%"}, ("catalogue_not_decimal", HERE)),
        ({"level": None}, ("rural_level", HERE)),
        ({"comparator": None}, ("rural_level", HERE)),
        ({"levels": {"dbsh": "70"}}, ("rural_level", HERE)),
        ({"level": None, "levels": {"dbsh": "70", "1": "50"}}, ("rural_places", f"{HERE}: levels")),
        ({"level": None, "levels": "70"}, ("catalogue_wrong_type", f"{HERE}: levels")),
        ({"sex_indicators": ["a", "b"]}, ("rural_sexes", HERE)),
        ({"indicator": "none"}, ("catalogue_wrong_type", "thu.toml: indicator")),
        ({"indicator": ["none"]}, ("catalogue_wrong_type", "thu.toml: indicator[1]")),
    ],
)
def test_each_fault_is_named_with_its_place(changes: dict[str, Any], expected: tuple[str, str]) -> None:
    tree = make_tree(**{key: value for key, value in changes.items() if key != "indicator"})
    assert faults({**tree, **({"indicator": changes["indicator"]} if "indicator" in changes else {})}) == [expected]


def test_a_code_stands_once() -> None:
    tree = make_tree()
    tree["indicator"] *= 2
    assert faults(tree) == [("catalogue_duplicate_code", "thu.toml: indicator[2] 1")]


def test_what_is_no_table_is_no_set() -> None:
    assert faults(["a"]) == [("catalogue_wrong_type", "thu.toml")]


def test_figures_that_the_catalogue_does_not_hold_are_named() -> None:
    catalogue = make_catalogue((make_element("people"),), (make_indicator("cover", "people"),))
    tree = make_tree(each_sex=True, sex_indicators=["cover", "gone"])
    found, _ = read_rural_set(tree, "thu.toml")
    assert found is not None
    assert faults_against(found, catalogue) == (
        Fault("catalogue_dangling", "THU: 1: sex_indicators", {"kind": "indicator", "code": "gone"}),
        Fault("rural_sex_missing", "THU: 1: each_sex", {"indicator": "cover"}),
    )
    bare, _ = read_rural_set(make_tree(binds=None), "thu.toml")
    assert bare is not None
    assert faults_against(bare, catalogue) == ()


def test_shipped_files_are_checked_by_name(tmp_path: Path) -> None:
    """For ``catalogue check``: a fault of the form, a figure that is gone, a file under another name."""
    catalogue = make_catalogue((make_element("people"),), ())
    text = FILES[0].read_text("utf-8")
    (tmp_path / FILES[0].name).write_text(text.replace('schema = "rural/1"', 'schema = "rural/9"'), encoding="utf-8")
    (tmp_path / "ten-khac.toml").write_text(text, encoding="utf-8")
    faults = [(fault.code, fault.place.split(":")[0]) for fault in rural_faults(catalogue, tmp_path)]
    assert faults[0] == ("catalogue_bad_word", f"rural/{FILES[0].name}")
    assert faults[-1] == ("catalogue_file_name", "rural/ten-khac.toml")
    assert {code for code, _ in faults[1:-1]} == {"catalogue_dangling"}
    assert rural_faults(load_catalogue()) == ()
