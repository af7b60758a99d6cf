"""Health indicators of the new-rural programme: what a set says, and its levels as targets of the one engine.

A level may differ by region (to 2025) or by group of communes (from 2026). A level that is not known leaves its
indicator undecided; nothing is put in its place. Which region or group a commune belongs to is a dated setting.
Source: CONTRACT V1 to V6 for the verdicts; criteria sets of the new-rural programme as their own sources say.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.definitions import Level
from data.model import TargetResult
from data.periods import Period
from data.plan_definitions import Budget, Horizon, Plan, Scope, Target
from data.targets import Judge

REGIONS = ("tdmnpb", "dbsh", "btb", "dhntb", "taynguyen", "dnb", "dbscl")
"""Trung du miền núi phía Bắc, Đồng bằng sông Hồng, Bắc Trung Bộ, Duyên hải Nam Trung Bộ, Tây Nguyên, Đông Nam Bộ,
Đồng bằng sông Cửu Long."""

GROUPS = ("1", "2", "3")
"""Groups of communes from 2026 on."""

SHIPPED, OWN = "shipped", "own"

UNKNOWN_LEVEL_SIGN = "?"
"""Stands for a level that is not known; "…" would say that a figure was not reported (CONTRACT P9)."""


class Place(NamedTuple):
    """Which level binds a commune; empty while not stated."""

    region: str = ""
    group: str = ""


class Unknown(enum.Enum):
    """Why an indicator is left undecided whatever the figures say."""

    REGION = "region"
    GROUP = "group"
    NOT_IN_SOURCE = "not_in_source"
    NO_FIGURE = "no_figure"


class RuralIndicator(NamedTuple):
    """One health indicator of a set.

    Attributes:
        code: Names it within the set; ``number`` is what its source prints, empty where it prints none.
        binds: Indicator of the catalogue; empty where there is none.
        comparator: >=, >, <=, < or =, how the result is held against the level; None where no level is known at all.
        level: The level, with a decimal point; "1" is "đạt". ``levels`` has those of the regions or groups instead.
        printed: The level as it reads, where that differs from sign and value.
        each_sex: Whether it must be met for men and for women ("áp dụng đạt cho cả nam và nữ").
        sex_indicators: Indicators of the catalogue that are its male and its female value.
        phrase: Verbatim part of the source, where that was read; scanning errors kept.
        certainty: Free text, shown as it stands.
    """

    code: str
    name_vi: str
    certainty: str
    source: str
    number: str = ""
    binds: str = ""
    comparator: str | None = None
    level: str | None = None
    levels: Mapping[str, str] | None = None
    printed: str = ""
    each_sex: bool = False
    sex_indicators: tuple[str, ...] = ()
    phrase: str = ""
    note: str = ""


class RuralSet(NamedTuple):
    """A set of health indicators of the new-rural programme, in one version. None is ever shown as official.

    Attributes:
        first_year, last_year: Years that its levels are for.
        certainty: Free text, shown as it stands.
        levels_vi: Whose levels these are, where not those of the decision itself.
        version: First 12 letters of the SHA-256 of its content.
        origin: ``shipped`` with the program, or ``own``: entered by the station.
    """

    schema: str
    id: str
    title_vi: str
    decision: str
    first_year: int
    last_year: int
    certainty: str
    source: tuple[str, ...]
    indicators: tuple[RuralIndicator, ...]
    origin: str
    version: str
    levels_vi: str = ""
    note: str = ""


class RuralResult(NamedTuple):
    """An indicator of a set held against a period.

    Attributes:
        result: What the engine says; None where there is no figure to hold against it.
        level: The level that binds the commune; None while it is not known.
        unknown: Why it stays undecided; None when it can be judged.
    """

    indicator: RuralIndicator
    result: TargetResult | None
    level: str | None = None
    unknown: Unknown | None = None


def level_at(indicator: RuralIndicator, place: Place) -> tuple[str | None, Unknown | None]:
    """The level that binds a commune, or why it is not known."""
    if indicator.comparator is None:
        return None, Unknown.NO_FIGURE
    if indicator.level is not None:
        return indicator.level, None
    levels = indicator.levels or {}
    by_group = any(name in GROUPS for name in levels)
    where = place.group if by_group else place.region
    if not where:
        return None, Unknown.GROUP if by_group else Unknown.REGION
    level = levels.get(where)
    return level, None if level is not None else Unknown.NOT_IN_SOURCE


def results_of(rural_set: RuralSet, place: Place, judge: Judge, period: Period) -> tuple[RuralResult, ...]:
    """All indicators of a set held against a period, in the order of the set."""
    catalogue = judge.calculator.catalogue
    targets = {each.code: target_of(rural_set, each, place, catalogue) for each in rural_set.indicators}
    plan = plan_of(rural_set, [target for target in targets.values() if target is not None])
    found = []
    for indicator in rural_set.indicators:
        level, unknown = level_at(indicator, place)
        target = targets[indicator.code]
        result = judge.result(plan, target, period) if target is not None else None
        if result is None:
            unknown = Unknown.NO_FIGURE
        found.append(RuralResult(indicator=indicator, result=result, level=level, unknown=unknown))
    return tuple(found)


def target_of(rural_set: RuralSet, indicator: RuralIndicator, place: Place, catalogue: Catalogue) -> Target | None:
    """An indicator as a target; None where it compares nothing, or a figure that the catalogue does not hold.

    A target whose level is not known has no value, which the engine leaves undecided.
    """
    bound = catalogue.indicators.get(indicator.binds)
    if bound is None or indicator.comparator is None:
        return None
    level = level_at(indicator, place)[0]
    return Target(
        id=f"{rural_set.id}/{indicator.code}",
        clause=indicator.number,
        seed_line=0,
        indicator=indicator.binds,
        operator=indicator.comparator,
        operator_source="none",
        unit=bound.unit,
        compare_as=indicator.comparator,
        horizon=Horizon(kind="every_year", year=rural_set.last_year),
        scope=Scope(kind="each_sex", indicators=indicator.sex_indicators) if indicator.each_sex else Scope(kind="all"),
        level=Level.STATION,
        phrase=indicator.phrase,
        compare_value=level,
        printed=indicator.printed or ("" if level is not None else UNKNOWN_LEVEL_SIGN),
        note=indicator.note,
    )


def plan_of(rural_set: RuralSet, targets: Iterable[Target]) -> Plan:
    """A set as the plan that its targets belong to, so that it is judged like every other plan."""
    return Plan(
        id=rural_set.id,
        title_vi=rural_set.title_vi,
        short_title_vi=rural_set.title_vi,
        issuing_body_vi="",
        tier="",
        signed_as_vi="",
        number_as_printed="",
        place_date_as_printed="",
        seed_file="",
        area_vi="",
        first_year=rural_set.first_year,
        last_year=rural_set.last_year,
        vision_year=None,
        period_as_printed="",
        legal_basis_vi=(),
        recipients_vi=(),
        targets=tuple(targets),
        obligations=(),
        reporting_duties=(),
        projects=(),
        budget=Budget(items=()),
        general_goals=(),
        missing_parts=(),
        data_quality_flags=(),
    )
