"""The whole catalogue as one object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from data.definitions import DataElement, DataSet, Group, Indicator, Source
from data.plan_definitions import Plan


class ReportingStream(NamedTuple):
    """A statistical regime's periods and deadline, as far as they are known."""

    stream: str
    periods: str
    commune_deadline: str
    status: str
    source_keys: tuple[str, ...]


class Catalogue(NamedTuple):
    """Everything the program knows about figures and plans, by code, in catalogue order.

    Attributes:
        data_sets: Forms in the order of the screen: by group, then month, quarter, year.
        title_vi, plans_title_vi: Titles of the indicators and of the plans.
        conventions, plan_conventions: Remarks on how the indicators and the plans are to be read, by name.
        units: Meaning of a unit's code, in Vietnamese.
        criteria_4667_to_1300: Number of a criterion in the set of 2014 -> number in the set of 2023, or None.
    """

    data_elements: Mapping[str, DataElement]
    indicators: Mapping[str, Indicator]
    plans: Mapping[str, Plan]
    sources: Mapping[str, Source]
    element_groups: tuple[Group, ...]
    indicator_groups: tuple[Group, ...]
    data_sets: Mapping[str, DataSet]
    reporting_calendar: tuple[ReportingStream, ...]
    title_vi: str
    plans_title_vi: str
    conventions: Mapping[str, str]
    plan_conventions: Mapping[str, str]
    units: Mapping[str, str]
    criteria_4667_to_1300: Mapping[int, int | None]
    criteria_numbering_note: str
    version: str
