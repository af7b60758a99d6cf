"""A faultless draft -> the whole catalogue, with the forms (data sets) worked out from its groups."""

from __future__ import annotations

from collections.abc import Iterable

from data.catalogue.content import Catalogue
from data.catalogue.files import CriteriaNumbering
from data.catalogue.reader import Draft
from data.definitions import DataElement, DataSet, Group
from data.periods import PeriodType

_FORM_WORDS = {PeriodType.MONTH: "tháng", PeriodType.QUARTER: "quý", PeriodType.YEAR: "năm"}


def assemble(draft: Draft) -> Catalogue:
    """Put the catalogue together.

    Plans stand in the order of their texts (``seed_file``), all else in the order of the files.

    Args:
        draft: A draft without faults.
    """
    conventions, groups, sources = draft.conventions, draft.groups, draft.sources
    if draft.faults or conventions is None or groups is None or sources is None:
        message = "a draft with faults makes no catalogue"
        raise ValueError(message)
    plans = sorted(draft.plans, key=lambda plan: (plan.seed_file, plan.id))
    return Catalogue(
        data_elements={element.code: element for element in draft.data_elements},
        indicators={indicator.code: indicator for indicator in draft.indicators},
        plans={plan.id: plan for plan in plans},
        sources={source.key: source for source in sources.sources},
        element_groups=groups.element_groups,
        indicator_groups=groups.indicator_groups,
        data_sets={form.code: form for form in data_sets_of(groups.element_groups, draft.data_elements)},
        reporting_calendar=conventions.reporting_streams,
        title_vi=conventions.indicators.title_vi,
        plans_title_vi=conventions.plans.title_vi,
        conventions=conventions.indicators.conventions,
        plan_conventions=conventions.plans.conventions,
        units=conventions.indicators.units,
        criteria_4667_to_1300=_successors(conventions.criteria_numbering),
        criteria_numbering_note=conventions.criteria_numbering.note,
        version=conventions.version,
    )


def data_sets_of(groups: Iterable[Group], elements: Iterable[DataElement]) -> tuple[DataSet, ...]:
    """Forms in the order of the screen: one per group and frequency that has elements; month, quarter, year."""
    codes: dict[tuple[str, PeriodType], list[str]] = {}
    for element in elements:
        codes.setdefault((element.group, element.frequency), []).append(element.code)
    return tuple(
        DataSet(
            code=f"{group.code}.{frequency.value}",
            group=group.code,
            frequency=frequency,
            title_vi=f"{group.title_vi} ({word})",
            elements=tuple(codes[group.code, frequency]),
        )
        for group in groups
        for frequency, word in _FORM_WORDS.items()
        if (group.code, frequency) in codes
    )


def _successors(numbering: CriteriaNumbering) -> dict[int, int | None]:
    """Pair each number of 2014 with its number of 2023, or None."""
    pairs: dict[int, int | None] = {int(old): new for old, new in numbering.from_4667_to_1300.items()}
    pairs |= dict.fromkeys(numbering.without_successor)
    return dict(sorted(pairs.items()))
