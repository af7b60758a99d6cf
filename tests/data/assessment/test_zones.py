"""The zone that the distance rules propose."""

from __future__ import annotations

import pytest

from data.assessment.shipped import shipped_sets
from data.assessment.zones import propose
from data.numbers import exact
from tests.data.assessment.table_builders import one_leaf

SHIPPED = next(each for each in shipped_sets() if each.id == "1300-QD-BYT")


@pytest.mark.parametrize(
    ("region", "km", "is_difficult", "zone"),
    [
        ("mien_nui", "5", False, "3"),
        ("mien_nui", "4.99", False, "2"),
        ("mien_nui", "0", False, "2"),
        ("mien_nui", "3", True, "3"),
        ("mien_nui", "2.9", True, "2"),
        ("dong_bang", "15", False, "3"),
        ("dong_bang", "14.9", False, "2"),
        ("dong_bang", "3", False, "2"),
        ("dong_bang", "2.9", False, "1"),
        ("dong_bang", "14.9", True, "2"),
        ("", "5", False, ""),
    ],
)
def test_the_zone_of_a_distance(region: str, km: str, is_difficult: bool, zone: str) -> None:
    assert propose(SHIPPED, region, exact(km), is_difficult) == zone


def test_what_the_rules_do_not_say_is_not_proposed() -> None:
    assert propose(SHIPPED, "dong_bang", None) == ""
    assert propose(SHIPPED, "dong_bang", 5, is_combined=True) == ""
    assert propose(one_leaf(), "dong_bang", 5) == ""
    assert SHIPPED.zones is not None
    without_delta = tuple(rule for rule in SHIPPED.zones.rules if rule.terrain == "mountain_remote")
    silent = tuple(rule._replace(min_km=None, below_km=None) for rule in SHIPPED.zones.rules)
    for rules in (without_delta, silent):
        assert propose(SHIPPED._replace(zones=SHIPPED.zones._replace(rules=rules)), "dong_bang", 5) == ""
