"""Tables of a new-rural set: indicator, level, result, verdict, gap; and where each level comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from data.assessment.rural import (
    GROUPS,
    REGIONS,
    SHIPPED,
    UNKNOWN_LEVEL_SIGN,
    Place,
    RuralIndicator,
    RuralResult,
    RuralSet,
    Unknown,
)
from data.catalogue.content import Catalogue
from data.model import TargetResult, Verdict
from data.numbers import NOT_APPLICABLE_SIGN, format_typed
from data.periods import Period
from data.printing import printed_target
from reports.document import Align, Cell, Column, Row, Table
from reports.sections.appraised import CRITERIA_SCORE
from reports.sections.figures import FigureWriter
from reports.sections.targets import columns as target_columns
from reports.sections.wording import certainty_meaning, certainty_words
from reports.texts import text

SEXES_ROOM = 3
"""Millimetres that "nam 97,81%" needs more than a result alone."""

_SIGNS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "=": "= "}
_JUDGED = (Verdict.MET, Verdict.NOT_MET)


class Judged(NamedTuple):
    """A set held against a period, with what its table needs besides.

    Attributes:
        grounds: Comment of ``criteria_score`` by the key of its year.
        recognised: Years that have a recognised layer of appraisal.
    """

    rural_set: RuralSet
    results: tuple[RuralResult, ...]
    place: Place
    period: Period
    grounds: Mapping[str, str]
    recognised: frozenset[int] = frozenset()

    @property
    def targets(self) -> tuple[TargetResult, ...]:
        """What the engine said, of the indicators that have a figure."""
        return tuple(each.result for each in self.results if each.result is not None)

    @property
    def reference_year(self) -> int | None:
        """Year whose levels are held against a period outside the years of the set; None inside them."""
        nearest = min(max(self.period.year, self.rural_set.first_year), self.rural_set.last_year)
        return nearest if nearest != self.period.year else None


def result_columns(judged: Judged) -> tuple[Column, ...]:
    """The columns of the table of targets, with the words of a criteria set in their heads."""
    number, clause, name, level, result, *rest = target_columns(judged.period, judged.targets)
    return (
        number,
        replace(clause, title=text("rural.code")),
        replace(name, width=name.width - SEXES_ROOM),
        replace(level, title=text("rural.level")),
        replace(result, width=result.width + SEXES_ROOM),
        *rest,
    )


def result_rows(judged: Judged, writer: FigureWriter) -> tuple[Row, ...]:
    """One row for each indicator, in the order of the set."""
    return tuple(_row(number, each, judged, writer) for number, each in enumerate(judged.results, start=1))


def _row(number: int, found: RuralResult, judged: Judged, writer: FigureWriter) -> Row:
    indicator, result = found.indicator, found.result
    head = (Cell(text=str(number)), Cell(text=indicator.number))
    if result is None:
        name, verdict = Cell(text=capitalised(indicator.name_vi)), Cell(text=verdict_words(found))
        level = Cell(text=UNKNOWN_LEVEL_SIGN, remarks=_level_remarks(found, judged.place))
        nothing = Cell(text=NOT_APPLICABLE_SIGN)
        return Row(cells=(*head, name, level, nothing, nothing, verdict, nothing))
    remarks = tuple(_name_remarks(indicator, result, judged, writer))
    printed = printed_target(result.target, writer.calculator.catalogue.indicators[result.target.indicator])
    return Row(
        cells=(
            *head,
            Cell(text=capitalised(indicator.name_vi), remarks=remarks),
            Cell(text=printed, remarks=_level_remarks(found, judged.place)),
            writer.result_cell(result),
            Cell(text=writer.fraction_text(result.value)),
            Cell(text=verdict_words(found), remarks=_verdict_remarks(result)),
            Cell(text=writer.gap_text(result)),
        )
    )


def verdict_words(found: RuralResult) -> str:
    """The verdict; nobody can decide an indicator whose level is not known."""
    if found.result is None or found.unknown is not None:
        return text("rural.not_judged")
    return text(f"verdict.{found.result.verdict.value}")


def criteria_remark(judged: Judged) -> str:
    """Where "xã đạt tiêu chí quốc gia về y tế" comes from: a recognised appraisal of its year, or a typed figure."""
    borrowed = (dict(each.value.borrowed).get(CRITERIA_SCORE) for each in judged.targets)
    year = next(filter(None, borrowed), str(judged.period.year))
    is_recognised = int(year) in judged.recognised
    return text("rural.legend_criteria" if is_recognised else "rural.legend_criteria_typed", year=year)


def _name_remarks(
    indicator: RuralIndicator, result: TargetResult, judged: Judged, writer: FigureWriter
) -> Iterator[str]:
    if indicator.each_sex and text("rural.both_sexes") not in indicator.name_vi:
        yield text("table.scope_each_sex")
    if writer.is_small_number(result):
        yield text("table.small")
    elements = writer.calculator.formula(result.value.indicator).elements
    if result.value.value is not None and CRITERIA_SCORE in elements:
        borrowed = dict(result.value.borrowed).get(CRITERIA_SCORE, str(judged.period.year))
        ground = judged.grounds.get(borrowed, "")
        if ground:
            yield ground


def _level_remarks(found: RuralResult, place: Place) -> tuple[str, ...]:
    if found.unknown is not None:
        return (text(f"rural.short_{found.unknown.value}"),)
    if found.indicator.levels is None:
        return ()
    return (_where(place, by_group=any(name in GROUPS for name in found.indicator.levels)),)


def _where(place: Place, *, by_group: bool) -> str:
    return text("rural.group", group=place.group) if by_group else text(f"rural.region_{place.region}")


def _verdict_remarks(result: TargetResult) -> tuple[str, ...]:
    """The words "mốc 2023" for levels of years that are past (CONTRACT V2)."""
    if result.late_year is None or result.verdict not in _JUDGED:
        return ()
    return (text("table.horizon_at", year=result.late_year),)


def source_table(rural_set: RuralSet, units: Mapping[str, str]) -> Table:
    """Where each level comes from, with all its regions or groups, how certain it is, and what is to be known of it.

    Args:
        rural_set: The set.
        units: Unit of each bound indicator, as printed.
    """
    rows = [
        Row(
            cells=(
                Cell(text=str(number)),
                Cell(text=each.number),
                Cell(text=all_levels(each, units.get(each.binds, ""))),
                Cell(text=certainty_meaning(each.certainty)),
                Cell(text=_sentence(each.source), remarks=tuple(filter(None, (each.note,)))),
            )
        )
        for number, each in enumerate(rural_set.indicators, start=1)
    ]
    columns = (
        Column(title=text("table.number"), width=9, align=Align.CENTER),
        Column(title=text("rural.code"), width=14),
        Column(title=text("rural.levels"), width=40),
        Column(title=text("rural.certainty"), width=42),
        Column(title=text("rural.source"), width=60),
    )
    remarks = (text("rural.legend_source"), *_labels(rural_set))
    return Table(caption=text("rural.source_caption"), columns=columns, rows=tuple(rows), remarks=remarks)


def _labels(rural_set: RuralSet) -> Iterator[str]:
    """The label of the research behind each meaning in the table, once; that of the set stands in its own sentence."""
    for label in dict.fromkeys(each.certainty for each in rural_set.indicators):
        meaning = certainty_meaning(label)
        if meaning != label and label != rural_set.certainty:
            yield text("rural.legend_certainty", meaning=capitalised(meaning), label=label)


def units_of(rural_set: RuralSet, catalogue: Catalogue) -> dict[str, str]:
    """Unit of each bound indicator as printed; none for "đạt"."""
    bound = (catalogue.indicators[each.binds] for each in rural_set.indicators if each.binds in catalogue.indicators)
    return {each.code: "" if each.unit == "boolean" else each.unit_vi for each in bound}


def all_levels(indicator: RuralIndicator, unit: str) -> str:
    """The level as its source has it: one, or those of all regions or groups."""
    if indicator.comparator is None:
        return text("rural.no_level")
    sign = _SIGNS[indicator.comparator]
    if indicator.level is not None:
        return indicator.printed or f"{sign}{format_typed(indicator.level)}{unit}"
    levels = indicator.levels or {}
    named = (
        f"{_where(Place(region=name, group=name), by_group=name in GROUPS)} {format_typed(levels[name])}"
        for name in (*REGIONS, *GROUPS)
        if name in levels  # whatever order the file, or the kept form of an own set, has them in
    )
    return f"{sign}({unit}) {'; '.join(named)}" if unit else f"{sign}{'; '.join(named)}"


def unknown_sentences(judged: Judged) -> Iterator[str]:
    """Why indicators stay undecided whatever the figures say, a sentence for each reason; names the setting to fill."""
    for reason in Unknown:
        codes = [each.indicator.number or each.indicator.name_vi for each in judged.results if each.unknown is reason]
        if codes:
            region = text(f"rural.region_{judged.place.region}") if judged.place.region else ""
            place = region if judged.place.region else text("rural.group", group=judged.place.group)
            yield text(f"rural.unknown_{reason.value}", codes=", ".join(codes), place=place)


def set_sentences(rural_set: RuralSet) -> Iterator[str]:
    """Which set, that it is not official, how certain it is, whose levels these are, and its own remark."""
    years = text("rural.years", first=rural_set.first_year, last=rural_set.last_year)
    if rural_set.first_year == rural_set.last_year:
        years = text("rural.year", year=rural_set.first_year)
    yield text("rural.set", decision=rural_set.decision, years=years)
    key = "rural.shipped" if rural_set.origin == SHIPPED else "rural.own"
    yield text(key, certainty=certainty_words(rural_set.certainty))
    yield from filter(None, (rural_set.levels_vi, rural_set.note))
    yield text("rural.sources", sources="; ".join(each.rstrip(".") for each in rural_set.source))


def mark_of(rural_set: RuralSet) -> str:
    """What every page says of a set: none of them is the official text."""
    return text("rural.mark_shipped" if rural_set.origin == SHIPPED else "rural.mark_own")


def capitalised(words: str) -> str:
    """The words with a large first letter; the rest as it stands in the source."""
    return words[:1].upper() + words[1:]


def _sentence(words: str) -> str:
    return words.rstrip(".") + "."
