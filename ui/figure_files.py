"""Figures in and out as a DHIS2 data-value CSV, the same for window and command line; no Qt.

Source: CONTRACT section 2, import and export.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from data import commands, queries, safety
from data.errors import EnvironmentFault
from data.exchange.csv_export import figures_csv, periods_inside
from data.exchange.csv_figures import ImportFile, Progress, read_figures
from data.exchange.csv_rows import read_file
from data.exchange.files import replace_file
from data.exchange.protocol import CellCounts, contradictions_of, count_cells, differing_keys, years_needed
from data.model import CellState, DataValue, RuleResult

if TYPE_CHECKING:
    from data.catalogue.content import Catalogue
    from data.commands import Attribution, Changes, Store
    from data.figures import Figures
    from data.periods import Period
    from ui.messages import Messages

log = logging.getLogger(__name__)

CONTRADICTIONS_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file of figures, and what it is held against.

    Attributes:
        path: Where it lies.
        name: How it is called in front of each fault.
        today: A period that begins after this day is refused.
    """

    path: Path
    name: str
    today: date
    catalogue: Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file without faults, ready to be imported.

    Attributes:
        values: Its figures, in its order.
        before: The station's figures before the import, of the years that matter.
        contradictions: Rules that will be broken afterwards and read an imported figure.
    """

    source: Source
    values: list[DataValue]
    before: Figures
    contradictions: tuple[RuleResult, ...]

    def counts(self, changed: Collection[Sequence[str]]) -> CellCounts:
        """How its figures stand to those that were there; ``changed`` are the keys of those that differ."""
        return count_cells(self.values, self.before, changed)

    def sentences(self, messages: Messages) -> list[str]:
        """What contradicts what: the first 200."""
        shown = self.contradictions[:CONTRADICTIONS_SHOWN]
        return [messages.rule(result, self.source.catalogue) for result in shown]

    @property
    def more(self) -> int:
        """Number of contradictions that ``sentences`` leaves out."""
        return max(len(self.contradictions) - CONTRADICTIONS_SHOWN, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """How many figures were written, and how many cells are no figures and were left out."""

    figures: int
    not_applicable: int
    drafts: int

    def left_out(self, messages: Messages) -> str:
        """A sentence on what was left out; empty when nothing was."""
        if not self.not_applicable and not self.drafts:
            return ""
        return messages.text("export", "left_out", not_applicable=self.not_applicable, draft=self.drafts)


def check_figures(store: Store, source: Source, progress: Progress | None = None) -> Checked:
    """Read a file and hold every row against the catalogue; nothing is written.

    Raises:
        FaultsError: ``csv_refused`` with the file's faults.
        UserError: As ``read_file``.
        EnvironmentFault: As ``read_file``.
    """
    station, catalogue = queries.station_code(store), source.catalogue
    locked = _locked(store, catalogue)
    held = frozenset(queries.data_values(store, {period for _, period in locked})) if locked else frozenset()
    file = ImportFile(
        name=source.name, station=station, today=source.today, catalogue=catalogue, locked=locked, held=held
    )
    values = read_figures(read_file(source.path), file, progress)
    before = queries.load_figures(store, years=years_needed(values))
    found = contradictions_of(catalogue, values, before, queries.station_on(store, source.today).series_breaks)
    return Checked(source=source, values=values, before=before, contradictions=found)


def _locked(store: Store, catalogue: Catalogue) -> dict[tuple[str, str], str]:
    """Title of the completed form for each data element and period that nothing can be brought into."""
    forms = catalogue.data_sets
    return {
        (element, each.period): forms[each.data_set].title_vi if each.data_set in forms else each.data_set
        for each in queries.completions(store)
        for element in each.elements
    }


def would_change(store: Store, checked: Checked) -> Collection[Sequence[str]]:
    """Keys of the cells that the import would change."""
    there = queries.data_values(store, {value.period for value in checked.values})
    return differing_keys(checked.values, there)


def write_figures(store: Store, checked: Checked, by: Attribution) -> Changes:
    """Bring the figures of a checked file into the station's, after a backup; one that fails stops nothing.

    Raises:
        UserError: As ``save_data_values``.
        EnvironmentFault: As ``save_data_values``.
    """
    try:
        safety.make_backup(store, safety.backup_folder(store.path), by.now, "import")
    except EnvironmentFault as fault:
        log.info("no backup before an import: %s", fault.code)
    return commands.save_data_values(store, checked.values, by)


def export_figures(store: Store, period: Period, out: Path) -> Exported:
    """Write every figure whose own period lies inside the asked one.

    Raises:
        UserError: As ``replace_file``.
        EnvironmentFault: As ``replace_file``.
    """
    values = queries.data_values(store, periods_inside(period))
    replace_file(out, figures_csv(values, queries.station_code(store)))
    states = [value.state for value in values]
    return Exported(
        figures=states.count(CellState.FIGURE),
        not_applicable=states.count(CellState.NOT_APPLICABLE),
        drafts=states.count(CellState.DRAFT),
    )
