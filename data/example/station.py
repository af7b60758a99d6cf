"""The example station as one object: figures, settings, decisions, obligations, texts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data.assessment.records import Assessed
from data.catalogue.content import Catalogue
from data.example.assessments import assessments
from data.example.care import CARE
from data.example.people import fill_people
from data.example.profile import (
    DECISIONS,
    FORMS_NOT_KEPT,
    NEW_STATION,
    PLANS,
    REPORT_TEXTS,
    SETTINGS,
    obligation_states,
)
from data.example.resources import RESOURCES
from data.example.rows import fill
from data.example.sheet import YEARS, Sheet
from data.example.unfinished import cut_off
from data.model import DataValue, Decision, NewStation, ObligationState, ReportText, Setting
from data.periods import parse_period


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleStation:
    """All that the example file holds.

    Attributes:
        assessed: Yearly self-assessments with their layers, papers and titles.
        plans: Plans that bind the station.
        forms_not_kept: Data sets the station does not collect; nothing of them is in ``values``.
    """

    new: NewStation
    values: tuple[DataValue, ...]
    settings: tuple[Setting, ...]
    decisions: tuple[Decision, ...]
    obligation_states: tuple[ObligationState, ...]
    report_texts: tuple[ReportText, ...]
    assessed: tuple[Assessed, ...]
    plans: tuple[str, ...]
    forms_not_kept: tuple[str, ...]


def generate(catalogue: Catalogue) -> ExampleStation:
    """Work the example out; the same object every time.

    Args:
        catalogue: Says which data elements there are, their frequency and whether they are kept by sex.
    """
    sheet = Sheet(catalogue.data_elements)
    fill_people(sheet)
    fill(sheet, CARE + RESOURCES)
    return ExampleStation(
        new=NEW_STATION,
        values=cut_off(sheet.values(), catalogue.data_elements),
        settings=SETTINGS,
        decisions=DECISIONS,
        obligation_states=obligation_states(catalogue),
        report_texts=REPORT_TEXTS,
        assessed=assessments(),
        plans=PLANS,
        forms_not_kept=FORMS_NOT_KEPT,
    )


def multiply(example: ExampleStation, times: int) -> ExampleStation:
    """The example with so many times its figures, for measuring: its four years again, as earlier years.

    Twenty times reaches from 1946 to 2025. The seams between the copies are not balanced against each other.
    """
    values = tuple(
        value._replace(period=period.in_year(period.year - len(YEARS) * copy).code)
        for copy in range(times)
        for value in example.values
        for period in (parse_period(value.period),)
    )
    return replace(example, values=values)
