"""What each catalogue file holds, as frozen dataclasses: their shape is the shape of the file.

A file of a group (``indicators/<group>.toml``) names the group by its own name; the blocks in it
do not repeat it. Plans have no dataclass of their own here: a plan file is a ``Plan``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.catalogue.content import ReportingStream
from data.definitions import DataElement, Group, Indicator, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFile:
    """``indicators/<group>.toml``."""

    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataElementFile:
    """``data_elements/<group>.toml``."""

    data_elements: tuple[DataElement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """``sources.toml``."""

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFile:
    """``groups.toml``: groups in the order of the screen."""

    indicator_groups: tuple[Group, ...]
    element_groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRemarks:
    """How the indicators are to be read."""

    title_vi: str
    conventions: Mapping[str, str]
    units: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRemarks:
    """How the plans are to be read."""

    title_vi: str
    conventions: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaNumbering:
    """Numbers of the criteria of 2014 in the set of 2023; TOML keys are text."""

    note: str
    without_successor: tuple[int, ...]
    from_4667_to_1300: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionsFile:
    """``conventions.toml``."""

    version: str
    indicators: IndicatorRemarks
    plans: PlanRemarks
    criteria_numbering: CriteriaNumbering
    reporting_streams: tuple[ReportingStream, ...]
