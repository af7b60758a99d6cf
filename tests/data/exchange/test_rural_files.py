"""New-rural sets from files: TOML and YAML carry the same; faults are named and nothing is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.assessment.rural import OWN
from data.assessment.rural_shipped import shipped_rural_sets
from data.assessment.toml_form import toml_text
from data.assessment.writer import version_of
from data.catalogue import load_catalogue
from data.errors import FaultsError
from data.exchange.criteria_files import parse_file
from data.exchange.criteria_yaml import yaml_text
from data.exchange.rural_files import is_rural, read_rural_file
from data.paths import asset
from tests.data.assessment.rural_builders import make_tree

SHIPPED = asset("catalogue", "rural", "318-QD-TTG-NTM.toml")
TREE = make_tree(binds="health_insurance_coverage")


@pytest.mark.parametrize("ending", ["toml", "yaml"])
def test_the_same_content_has_the_same_version_in_every_form(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"bo.{ending}"
    path.write_text(toml_text(TREE) if ending == "toml" else yaml_text(TREE), encoding="utf-8")
    read = read_rural_file(path, load_catalogue())
    assert (read.rural_set.origin, read.rural_set.indicators[0].level) == (OWN, "90")
    assert read.rural_set.version == version_of(read.content)
    assert read.rural_set.version == read_rural_file(_toml(tmp_path), load_catalogue()).rural_set.version


def _toml(folder: Path) -> Path:
    path = folder / "khac.toml"
    path.write_text(toml_text(TREE), encoding="utf-8")
    return path


def test_a_shipped_set_can_be_taken_as_the_start_of_an_own_one() -> None:
    read = read_rural_file(SHIPPED, load_catalogue())
    shipped = {found.id: found for found in shipped_rural_sets()}
    assert read.rural_set == shipped[read.rural_set.id]._replace(origin=OWN)


def test_a_file_says_of_itself_what_it_is() -> None:
    assert is_rural(parse_file(SHIPPED))
    assert not is_rural(parse_file(asset("catalogue", "criteria", "1300-QD-BYT.toml")))


@pytest.mark.parametrize(
    ("tree", "code"),
    [(make_tree(binds="gone"), "catalogue_dangling"), (make_tree(level="a"), "catalogue_not_decimal")],
)
def test_a_faulty_set_is_refused_by_name(tree: dict[str, object], code: str, tmp_path: Path) -> None:
    path = tmp_path / "bo.yaml"
    path.write_text(yaml_text(tree), encoding="utf-8")
    with pytest.raises(FaultsError, match="criteria_refused") as caught:
        read_rural_file(path, load_catalogue())
    assert [fault.code for fault in caught.value.faults] == [code]
