"""Figures of a year that come from its recognised appraisal, and the words that say so (CONTRACT C3)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from data import assessment_queries, queries
from data.assessment.definitions import CriteriaSet
from data.assessment.recognised import comment_of
from data.assessment.records import Layer
from data.model import Category
from reports.days import day_text
from reports.texts import text

CRITERIA_SCORE = "criteria_score"
"""The catalogue calls it "Điểm tự chấm"; once an appraisal is recognised its value is the appraised one."""

APPRAISED_ELEMENTS = (CRITERIA_SCORE, "criteria_groups_below_half", "criteria_fatal_fails")

_NUMBERED = re.compile(r"(\D*\d[^\s,;]*)(?:[\s,;].*)?", re.DOTALL)


class Appraised(NamedTuple):
    """Which figures come from a recognised appraisal.

    Attributes:
        grounds: Comment of ``criteria_score`` by the key of its year, on paper: a recognised appraisal is cited.
        remarks: Data element and year -> what stands beside its figure.
        years: Years whose ``criteria_score`` comes from a recognised appraisal.
    """

    grounds: Mapping[str, str] = MappingProxyType({})
    remarks: Mapping[tuple[str, str], str] = MappingProxyType({})
    years: frozenset[int] = frozenset()


NONE_APPRAISED = Appraised()


def appraised_in(store: queries.Store, years: Collection[int]) -> Appraised:
    """The figures of these years whose comments name the recognised layer of their year."""
    grounds = {str(year): queries.comment_of(store, CRITERIA_SCORE, str(year), Category.DEFAULT) for year in years}
    remarks, found = {}, set()
    for layer, used in _recognised_layers(store, years):
        year, source = str(layer.year), source_words(layer, used)
        for code in APPRAISED_ELEMENTS:
            if queries.comment_of(store, code, year, Category.DEFAULT) == comment_of(layer):
                key = "annex.appraised_score" if code == CRITERIA_SCORE else "annex.appraised"
                remarks[code, year] = text(key, source=source)
        if (CRITERIA_SCORE, year) in remarks:
            grounds[year] = text("rural.appraised", source=source)
            found.add(layer.year)
    return Appraised(grounds=grounds, remarks=remarks, years=frozenset(found))


def _recognised_layers(store: queries.Store, years: Collection[int]) -> Iterator[tuple[Layer, CriteriaSet]]:
    for head in assessment_queries.assessments(store):
        if head.year not in years:
            continue
        for layer in assessment_queries.assessed(store, head.year, head.criteria_set).layers:
            if layer.is_recognised:
                yield layer, assessment_queries.used_set(store, head.year, head.criteria_set)


def source_words(layer: Layer, used: CriteriaSet) -> str:
    """Who appraised, when and by which decision: "Sở Y tế, 05/12/2024, theo Quyết định số 1300/QĐ-BYT"."""
    day = f", {day_text(layer.scored_on)}" if layer.scored_on is not None else ""
    return text("annex.appraised_by", layer=layer.name, day=day, basis=short_citation(used))


def short_citation(used: CriteriaSet) -> str:
    """The decision of a set by type and number alone, as it is cited again; the set's title where none has a number."""
    match = _NUMBERED.fullmatch(used.decision)
    return text("assessment.by_title", title=used.title_vi) if match is None else match[1]
