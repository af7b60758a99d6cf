"""What a station recorded and what the program works out of it, as named tuples and enums.

Codes are the field's (DHIS2) words. Figures are kept as canonical decimal text or exact numbers, never as floats.
What the catalogue says stands in ``data/definitions.py`` and ``data/plan_definitions.py``.
"""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from data.definitions import ValidationRule
from data.periods import Period, PeriodType, month_code
from data.plan_definitions import Target

if TYPE_CHECKING:
    from fractions import Fraction

Number: TypeAlias = "int | Fraction"
"""An exact number. ``int`` where it is whole, since that is several times faster."""


class Category(enum.Enum):
    """Category option combo of a stored figure; ``DEFAULT`` is the total as typed."""

    DEFAULT = "default"
    MALE = "male"
    FEMALE = "female"


class CellState(enum.Enum):
    """The four states of a cell; a cell without a record is ``NOT_REPORTED``."""

    FIGURE = "figure"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"
    DRAFT = "draft"


class Status(enum.Enum):
    """What became of an indicator's value (CONTRACT V1)."""

    OK = "ok"
    MISSING = "missing"
    NO_DENOMINATOR = "no_denominator"
    NOT_STATION_LEVEL = "not_station_level"
    NOT_APPLICABLE = "not_applicable"


class Verdict(enum.Enum):
    """The eight words of CONTRACT V1."""

    MET = "met"
    NOT_MET = "not_met"
    MISSING = "missing"
    NO_DENOMINATOR = "no_denominator"
    NOT_STATION_LEVEL = "not_station_level"
    NOT_APPLICABLE = "not_applicable"
    NOT_DUE = "not_due"
    UNDECIDED = "undecided"


# --- what a station recorded ---


class DataValue(NamedTuple):
    """One cell: a figure, a dash, or a draft.

    Attributes:
        value: Canonical text: whole or decimal number with a point, ``true``/``false``, a choice's code; the typed text
            of a draft; empty for NOT_REPORTED and NOT_APPLICABLE.
        comment: Free text kept beside the figure (also the terms of a typed sum).
    """

    data_element: str
    period: str
    category: Category
    state: CellState
    value: str = ""
    comment: str = ""


class Decision(NamedTuple):
    """What a person decided about a target (CONTRACT V3, V4).

    Attributes:
        target: Id of the target.
        period: Key of the period a manual verdict is for; empty for the operator of an ``ask`` target.
        operator: >=, <= or between, for ``ask``; value and high are the limits chosen.
        verdict: MET or NOT_MET, for ``manual``.
        decided_by: Name typed by the person; ``decided_on`` the day.
    """

    target: str
    decided_by: str
    decided_on: date
    note: str
    period: str = ""
    operator: str = ""
    value: str = ""
    high: str = ""
    verdict: Verdict | None = None


class Station(NamedTuple):
    """The station as of one date: fixed code, dated settings.

    Attributes:
        code: ``[A-Z0-9_]{2,30}``, fixed.
        name: "Trạm Y tế xã Tả Phời".
        place: Administrative unit with its kind, "xã Tả Phời".
        place_kind: xa, phuong, thi_tran or dac_khu.
        zone_as: For a đặc khu: ``urban``, ``rural`` or empty while not answered.
        series_breaks: Days on which the figures' meaning changed (merger of 1/7/2025).
        is_example: Whether every page carries "SỐ LIỆU VÍ DỤ".
    """

    code: str
    name: str
    place: str
    place_kind: str
    zone_as: str = ""
    series_breaks: tuple[date, ...] = ()
    is_example: bool = False


class Profile(NamedTuple):
    """The station's details for documents, as of one date; empty where the station has not set them.

    Attributes:
        issuer: Name of the issuing body in the head; the station's name when not set.
        place_of_issue: Place without its kind, for the line with the day.
        receivers: "Kính gửi"; ``recipients``: "Nơi nhận" without "Như trên" and "Lưu".
        signer_prefix: "KT. GIÁM ĐỐC" or empty.
        receiver_is_health_sector: Whether small confidential counts may be printed (CONTRACT C4).
        seal_size: Diameter of the station's seal in millimetres; 0 where nobody measured it.
    """

    name: str
    place: str
    parent_body: str = ""
    issuer: str = ""
    document_symbol: str = ""
    place_of_issue: str = ""
    receivers: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = ""
    signer_prefix: str = ""
    signer_title: str = ""
    signer_name: str = ""
    receiver_is_health_sector: bool = False
    seal_size: int = 0


class NewStation(NamedTuple):
    """What a new station file starts with."""

    code: str
    name: str
    place: str
    is_example: bool = False


class Attribution(NamedTuple):
    """Who changes something, when (with a time zone) and why; one object for each action of a user.

    Attributes:
        kind: What was done: empty for typing, else paste, import, undo, redo, rewind, complete, reopen, restore …
    """

    user: str
    now: datetime
    reason: str = ""
    kind: str = ""


class Changes(NamedTuple):
    """What a command changed; empty keys mean that everything stood there already.

    Attributes:
        kind: data_value, or the table of the record: setting, decision, obligation_state, report_text,
            complete_data_set_registration, rule_note, account, and those of assessments.
        keys: Keys of the changed records, for data values (data element, period, category option combo).
    """

    kind: str
    keys: tuple[tuple[str, ...], ...] = ()


class ObligationProgress(enum.Enum):
    """How far an obligation, task or project is."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_DONE = "not_done"
    NOT_APPLICABLE = "not_applicable"


class ObligationState(NamedTuple):
    """What the station recorded of an obligation, task, project or reporting duty for one period."""

    item_id: str
    period: str
    state: ObligationProgress
    note: str = ""


class ReportText(NamedTuple):
    """Free text of the user in a report; ``section`` is summary, difficulties, proposals or next_steps."""

    plan: str
    period: str
    section: str
    text: str


class Setting(NamedTuple):
    """A dated setting: its value from ``valid_from`` on, until a later one of the same key."""

    key: str
    valid_from: date
    value: str
    note: str = ""
    stored_by: str = ""
    stored_at: datetime | None = None


class Completion(NamedTuple):
    """A form that was marked complete for one of its own periods; its cells are locked until it is opened again.

    Attributes:
        elements: Data elements of the form when it was completed.
        reason: Why it was completed although something was open; empty when nothing was.
    """

    data_set: str
    period: str
    elements: tuple[str, ...]
    reason: str = ""
    stored_by: str = ""
    stored_at: datetime | None = None


class RuleNote(NamedTuple):
    """What a person wrote about a contradiction; ``rule`` names the rule of the element."""

    element: str
    rule: str
    period: str
    category: Category
    note: str
    stored_by: str = ""
    stored_at: datetime | None = None


# --- results ---


class IndicatorValue(NamedTuple):
    """An indicator for one period and category, unrounded.

    Attributes:
        category: ``total``, ``male`` or ``female``.
        span: The counted months; starts before the period where it is counted "lũy kế" (CONTRACT P6).
        numerator, denominator, value: Exact, or None; ``denominator`` is also None where the formula has none.
        choice: The chosen code, for an indicator that is a choice.
        missing: Data elements that are missing; ``code@period`` for a sub-period of the span.
        reported: (reported, needed) sub-periods of the least reported element, or None when nothing is missing.
        reported_type: Frequency that ``reported`` counts.
        provisional: Value of what is there, for a partly reported period.
        borrowed: (data element, period) taken from another period than the asked one (CONTRACT P4).
        first_year: First year counted, for a mean over several years; else None.
    """

    indicator: str
    category: str
    period: Period
    span: Period
    status: Status
    numerator: Number | None = None
    denominator: Number | None = None
    value: Number | None = None
    choice: str | None = None
    missing: tuple[str, ...] = ()
    reported: tuple[int, int] | None = None
    reported_type: PeriodType | None = None
    provisional: Number | None = None
    borrowed: tuple[tuple[str, str], ...] = ()
    first_year: int | None = None

    @property
    def is_year_to_date(self) -> bool:
        """Whether counting starts before the period ("lũy kế")."""
        return bool(self.counted_from)

    @property
    def counted_from(self) -> str:
        """Key of the first month counted, when it is earlier than the period; else empty."""
        first_year = self.first_year or self.span.year
        is_earlier = (first_year, self.span.first_month) < (self.period.year, self.period.first_month)
        return month_code(first_year, self.span.first_month) if is_earlier else ""


class TargetResult(NamedTuple):
    """A target held against a period.

    Attributes:
        value: The compared indicator (the yardstick's where the plan gives one), for the total.
        by_sex: Male and female values, for a target that binds each sex; else empty.
        operator: As compared: >=, >, <=, <, =, between, ask, manual, increase, decrease.
        target_value, target_high: As compared, exact or None; text for a choice in ``target_choice``.
        verdict: The word; ``is_provisional`` says "tính đến hết …" (inside the year).
        gap: Smallest whole change of the numerator that turns the verdict; 0 when met; None when there is none.
        is_unreachable: Whether no whole numerator can turn the verdict ("không thể đạt trong kỳ").
        gaps_by_sex: The same for male and female.
        previous: Last year's value that an increase or decrease is held against.
        late_year: The horizon's year when the period lies after it ("mốc 2023"), else None.
        outside_plan: Whether the period lies outside the plan's years.
        decision: What a person decided, if that carries the verdict.
    """

    target: Target
    value: IndicatorValue
    operator: str
    verdict: Verdict
    is_provisional: bool = False
    is_yardstick: bool = False
    target_value: Number | None = None
    target_high: Number | None = None
    target_choice: str | None = None
    gap: int | None = None
    is_unreachable: bool = False
    by_sex: tuple[IndicatorValue, ...] = ()
    gaps_by_sex: tuple[int | None, ...] = ()
    previous: Number | None = None
    late_year: int | None = None
    outside_plan: bool = False
    missing: tuple[str, ...] = ()
    repeats: str = ""
    decision: Decision | None = None


class RuleResult(NamedTuple):
    """A validation rule held against one period.

    Attributes:
        passed: True, False, or None when it cannot be checked because of ``missing``.
        left, right: The two sides compared, exact (None when it cannot be checked).
    """

    element: str
    rule: ValidationRule
    period: str
    category: Category
    passed: bool | None
    left: Number | None = None
    right: Number | None = None
    missing: tuple[str, ...] = ()
