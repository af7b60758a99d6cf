"""What the station must be able to show: obligations, tasks and projects with the state that it recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.definitions import Level
from data.model import ObligationState
from data.numbers import NOT_REPORTED_SIGN
from data.periods import Period, parse_period
from data.plan_definitions import Plan
from reports.document import Align, Cell, Column, Row, Table
from reports.sections.wording import period_words
from reports.texts import text

STATE = 4
"""Column of the state."""


def states_for(states: Iterable[ObligationState], period: Period) -> dict[str, ObligationState]:
    """The state of each item for a period: its own, else the newest of the same year up to the period's end."""
    found: dict[str, tuple[tuple[bool, int, int], ObligationState]] = {}
    for state in states:
        own = parse_period(state.period)
        if own.year != period.year or own.last_month > period.last_month:
            continue
        rank = (own == period, own.last_month, own.first_month)
        if state.item_id not in found or found[state.item_id][0] < rank:
            found[state.item_id] = (rank, state)
    return {item: state for item, (_, state) in found.items()}


def duty_tables(plan: Plan, states: Iterable[ObligationState], period: Period) -> list[Table]:
    """Obligations and projects; and the plan's list of tasks, where it has one.

    Shown are those of a station, and whatever the station recorded a state for.
    """
    recorded = states_for(states, period)
    obligations = [
        (item.id, item.clause, item.item_vi, "; ".join(item.evidence_vi))
        for item in plan.obligations
        if item.level is Level.STATION or item.id in recorded
    ]
    obligations += [(item.id, "", item.name_vi, item.time) for item in plan.projects if item.id in recorded]
    tasks = [
        (f"{plan.id}/{task.number}", task.number, task.task_vi, task.lead_vi)
        for task in (plan.task_list.tasks if plan.task_list is not None else ())
        if task.station_takes_part or f"{plan.id}/{task.number}" in recorded
    ]
    words = period_words(period)
    tables = [
        _table(text("table.duties_caption", period=words), ("duty", "evidence"), obligations, recorded),
        _table(text("table.tasks_caption", period=words), ("task", "lead"), tasks, recorded),
    ]
    return [table for table in tables if table.rows]


def _table(
    caption: str,
    titles: tuple[str, str],
    items: Sequence[tuple[str, str, str, str]],
    recorded: dict[str, ObligationState],
) -> Table:
    rows = tuple(_row(str(number), item, recorded.get(item[0])) for number, item in enumerate(items, start=1))
    columns: tuple[Column, ...] = (
        Column(title=text("table.number"), width=9, align=Align.CENTER),
        Column(title=text("table.clause"), width=16),
        Column(title=text(f"table.{titles[0]}"), width=54),
        Column(title=text(f"table.{titles[1]}"), width=34),
        Column(title=text("table.state"), width=22.5, align=Align.CENTER),
        Column(title=text("table.note"), width=29.5),
    )
    if not any(row.cells[-1].text for row in rows):
        rows, columns = tuple(replace(row, cells=row.cells[:-1]) for row in rows), columns[:-1]
    is_open = any(row.cells[STATE].text == NOT_REPORTED_SIGN for row in rows)
    remarks = (text("table.duties_legend"),) if is_open else ()
    return Table(caption=caption, columns=columns, rows=rows, remarks=remarks)


def _row(number: str, item: tuple[str, str, str, str], state: ObligationState | None) -> Row:
    _, clause, what, how = item
    words = NOT_REPORTED_SIGN if state is None else text(f"state.{state.state.value}")
    note = "" if state is None else state.note
    return Row(cells=tuple(Cell(text=each) for each in (number, clause, what, how, words, note)))
