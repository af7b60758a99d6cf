"""What the catalogue says of figures, as named tuples: data elements, forms, indicators, sources.

Codes are the field's (DHIS2) words; Vietnamese wording stands in fields that end with ``_vi`` and is copied letter by
letter from its source, in NFC. Limits are kept as decimal text (``"112.7"``), never as floats. Plans
stand in ``data/plan_definitions.py``.

Definitions are named tuples, always made with keywords: making such a class costs 0.1 ms at start-up where a frozen,
slotted dataclass costs 1.2 ms, and there are thirty of them.
"""

from __future__ import annotations

import enum
from typing import Literal, NamedTuple

from data.periods import PeriodType


class ValueType(enum.Enum):
    """What may be typed for a data element."""

    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    CHOICE = "choice"


class OverTime(enum.Enum):
    """How sub-periods make a longer period (CONTRACT P3)."""

    SUM = "sum"
    AVERAGE = "average"
    FIRST = "first"
    LAST = "last"


class Level(enum.Enum):
    """Who can work the figure out."""

    STATION = "station"
    DISTRICT = "district"
    PROVINCE = "province"


class Source(NamedTuple):
    """A page that a definition was read on."""

    key: str
    kind: str
    title: str
    address: str
    gives: str


class Group(NamedTuple):
    """A group of indicators or of data elements, in the order of the screen."""

    code: str
    title_vi: str


class ValidationRule(NamedTuple):
    """A rule on a data element; it annotates and never changes or refuses a figure (CONTRACT section 1, end).

    Attributes:
        rule: range, not_above, sex_sum, equals, parts_sum_to, parts_not_above, near, balance, equals_previous_period or
            yearly_change_pct.
        severity: ``error`` keeps the period open, ``warning`` asks for a note.
        minimum, maximum: Limits of range; ``maximum`` also the per cent of yearly_change_pct.
        element: The other data element of not_above and equals_previous_period.
        expression: The right side, in the catalogue's grammar.
        total: The element that the parts are compared with.
        tolerance_pct: Per cent of the expression allowed by near.
    """

    rule: str
    severity: Literal["error", "warning"]
    minimum: str | None = None
    maximum: str | None = None
    element: str | None = None
    expression: str | None = None
    total: str | None = None
    tolerance_pct: str | None = None


class DataElement(NamedTuple):
    """A figure that a station keeps.

    Attributes:
        frequency: Own frequency: MONTH, QUARTER or YEAR; a figure is entered at no other (CONTRACT P2).
        over_time: How longer periods come from it.
        sex_disaggregated: Whether male and female values belong to it.
        male_element, female_element: Codes of the part elements that hold the sexes, for the five that have them.
        choices: Codes that may be chosen, in order; empty unless the value type is CHOICE.
    """

    code: str
    group: str
    name_vi: str
    name_en: str
    unit: str
    value_type: ValueType
    over_time: OverTime
    frequency: PeriodType
    sex_disaggregated: bool
    rules: tuple[ValidationRule, ...]
    male_element: str | None = None
    female_element: str | None = None
    choices: tuple[str, ...] = ()
    source_keys: tuple[str, ...] = ()


class Indicator(NamedTuple):
    """numerator / denominator × factor, with its source and certainty.

    Attributes:
        numerator, denominator: Expressions over data elements; ``denominator`` None means: the numerator as it stands.
        unit: Code of the unit, as in the JSON; ``unit_vi`` is the printed one.
        decimals: Decimals to print at least.
        certainty: ``official`` or ``own_reading`` (``source_kind`` of the research).
    """

    code: str
    group: str
    name_vi: str
    name_en: str
    numerator: str
    denominator: str | None
    factor: int
    unit: str
    unit_vi: str
    decimals: int
    direction: str
    disaggregation: tuple[str, ...]
    frequency: PeriodType
    level: Level
    definition: str
    certainty: str
    source: str
    value_type: str
    source_keys: tuple[str, ...] = ()
    source_detail: str = ""
    note: str = ""
    small_numbers: bool = False
    confidential: bool = False

    @property
    def by_sex(self) -> bool:
        """Whether male and female values belong to it."""
        return "sex" in self.disaggregation


class DataSet(NamedTuple):
    """A form: the data elements of one group and frequency. ``code`` is ``group.frequency``."""

    code: str
    group: str
    frequency: PeriodType
    title_vi: str
    elements: tuple[str, ...]
