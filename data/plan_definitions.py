"""What the catalogue says of plans, as named tuples: targets, obligations, tasks, reporting duties, money.

A plan's wording is copied letter by letter; ``phrase`` is a verbatim substring of the line ``seed_line`` of its text.
"""

from __future__ import annotations

from typing import NamedTuple

from data.definitions import Level


class Horizon(NamedTuple):
    """When a target must hold: ``at_year``, ``every_year`` (up to it) or ``period_average`` (mean up to it)."""

    kind: str
    year: int


class Scope(NamedTuple):
    """Whom a target binds (CONTRACT V4)."""

    kind: str
    indicators: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    group_vi: str = ""


class Yardstick(NamedTuple):
    """What one station shows for itself when the target counts stations or communes."""

    indicator: str
    operator: str
    value: str
    verdict: bool = True


class Target(NamedTuple):
    """One target of one plan.

    Attributes:
        operator: As printed; ``operator_source`` says how plain the sign is.
        value, value_high: As printed, with a decimal point.
        compare_as: >=, >, <=, <, =, between, ask, manual, increase or decrease; with ``compare_value`` it counts.
        printed: The target as the plan prints it, when that differs from sign and value.
        phrase: Verbatim substring of the seed's line ``seed_line``.
    """

    id: str
    clause: str
    seed_line: int
    indicator: str
    operator: str
    operator_source: str
    unit: str
    compare_as: str
    horizon: Horizon
    scope: Scope
    level: Level
    phrase: str
    value: str | None = None
    value_high: str | None = None
    compare_value: str | None = None
    compare_high: str | None = None
    station_yardstick: Yardstick | None = None
    printed: str = ""
    out_of: str | None = None
    criterion_as_printed: str = ""
    repeats_clause: str = ""
    see_also: tuple[str, ...] = ()
    note: str = ""


class ReportingDuty(NamedTuple):
    """Who owes which report to whom, as the plan prints it. ``to_vi`` may be empty; ``deadline`` is dd/mm or empty."""

    id: str
    seed_line: int
    kind: str
    who_vi: str
    frequency: tuple[str, ...]
    frequency_as_printed: str
    content_vi: str
    phrase: str
    to_vi: str = ""
    deadline: str = ""
    note: str = ""


class Obligation(NamedTuple):
    """Something a station must be able to show."""

    id: str
    clause: str
    seed_line: int
    item_vi: str
    evidence_vi: tuple[str, ...]
    responsible_vi: str
    frequency: tuple[str, ...]
    level: Level
    phrase: str
    criteria_4667: tuple[int, ...] = ()
    data_elements: tuple[str, ...] = ()


class TaskGroup(NamedTuple):
    """A heading of the appendix of tasks."""

    number: str
    name_vi: str


class PlanTask(NamedTuple):
    """A row of a plan's appendix of tasks; ``group`` is the number of its heading."""

    number: str
    group: str
    seed_line: int
    task_vi: str
    lead_vi: str
    coordinating_vi: tuple[str, ...]
    coordinating_as_printed: str
    time_as_printed: str
    station_takes_part: bool


class TaskList(NamedTuple):
    """The appendix of tasks of a plan."""

    title_vi: str
    note: str
    groups: tuple[TaskGroup, ...]
    tasks: tuple[PlanTask, ...]


class Project(NamedTuple):
    """A building or investment project that a plan names."""

    id: str
    seed_line: int
    name_vi: str
    kind: str
    phrase: str
    time: str = ""
    stations: tuple[str, ...] = ()
    lead: str = ""
    repeat: bool = False


class BudgetItem(NamedTuple):
    """One printed sum of money, in million đồng."""

    seed_line: int
    kind: str
    printed: str
    value_million_vnd: str
    phrase: str


class Budget(NamedTuple):
    """The money of a plan."""

    items: tuple[BudgetItem, ...]
    unit: str = ""
    check: str = ""
    note: str = ""
    sources_of_money: tuple[str, ...] = ()


class SeedRemark(NamedTuple):
    """A remark on a line of the plan's text.

    A flag has the text alone, a general goal the phrase alone, a missing part both.
    """

    seed_line: int
    text: str = ""
    phrase: str = ""


class CriteriaLead(NamedTuple):
    """Who leads a criterion of the set that a plan names."""

    criterion: int
    name_vi: str
    lead_vi: str
    also_vi: tuple[str, ...]
    seed_line: int
    phrase: str


class CriteriaLeads(NamedTuple):
    """The leads of all criteria, with the set they belong to."""

    criteria_set: str
    note: str
    items: tuple[CriteriaLead, ...]


class Plan(NamedTuple):
    """A plan that may bind the station.

    Attributes:
        first_year, last_year: Years of the plan; ``milestone_year`` and ``vision_year`` are those it names
            between and beyond, or None.
        period_as_printed: The plan's period as the research noted it (year or date).
    """

    id: str
    title_vi: str
    short_title_vi: str
    issuing_body_vi: str
    tier: str
    signed_as_vi: str
    number_as_printed: str
    place_date_as_printed: str
    seed_file: str
    area_vi: str
    first_year: int
    last_year: int
    vision_year: int | None
    period_as_printed: str
    legal_basis_vi: tuple[str, ...]
    recipients_vi: tuple[str, ...]
    targets: tuple[Target, ...]
    obligations: tuple[Obligation, ...]
    reporting_duties: tuple[ReportingDuty, ...]
    projects: tuple[Project, ...]
    budget: Budget
    general_goals: tuple[SeedRemark, ...]
    missing_parts: tuple[SeedRemark, ...]
    data_quality_flags: tuple[SeedRemark, ...]
    milestone_year: int | None = None
    reporting_note: str = ""
    task_list: TaskList | None = None
    criteria_leads: CriteriaLeads | None = None
