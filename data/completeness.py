"""May a form be marked complete for its periods (DHIS2: complete data set registration)? Pure functions.

What is still open keeps it open, unless a person writes why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.definitions import DataSet
from data.figures import Figures
from data.model import CellState, RuleResult
from data.periods import Period, parse_period
from data.progress import is_filled

_DRAFT = CellState.DRAFT.value
_CATEGORIES = ("default", "male", "female")


class OpenCell(NamedTuple):
    """A cell that is not settled."""

    data_element: str
    period: str
    category: str = "default"


class Readiness(NamedTuple):
    """What is still open in a form, in the order of the screen.

    Attributes:
        blanks: Totals that hold nothing: not applicable is something, and so are both sexes.
        drafts: Cells that hold a text which is no figure.
        errors: Rules of importance error that fail.
        warnings_without_note: Rules of importance warning that fail, and nobody has written why; they ask, and keep
            nothing open.
    """

    blanks: tuple[OpenCell, ...] = ()
    drafts: tuple[OpenCell, ...] = ()
    errors: tuple[RuleResult, ...] = ()
    warnings_without_note: tuple[RuleResult, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether the form can be completed without a written reason."""
        return not (self.blanks or self.drafts or self.errors)

    def is_open_in(self, period: Period) -> bool:
        """Whether something keeps one of the form's own periods open; the others need no reason."""
        cells = any(cell.period == period.code for cell in (*self.blanks, *self.drafts))
        return cells or any(_touches(result, (period,)) for result in self.errors)


class Asked(NamedTuple):
    """A form and its own periods: three months of a monthly form in a quarter."""

    data_set: DataSet
    periods: tuple[Period, ...]


def readiness(
    catalogue: Catalogue,
    figures: Figures,
    asked: Asked,
    results: Iterable[RuleResult],
    has_note: Callable[[RuleResult], bool],
) -> Readiness:
    """What is still open in a form for its own periods.

    Args:
        catalogue: Data elements.
        figures: The cells of these periods.
        asked: The form and the periods.
        results: Rules held against these periods and the longer ones around them; those that passed, and those that
            touch none of these periods, count for nothing.
        has_note: Whether somebody wrote why a rule fails.
    """
    data_set, periods = asked
    cells = [(code, period.code) for period in periods for code in data_set.elements]
    failing = [result for result in results if result.passed is False and _touches(result, periods)]
    return Readiness(
        blanks=tuple(
            OpenCell(code, period)
            for code, period in cells
            if not is_filled(figures, catalogue.data_elements[code], period) and not _is_draft(figures, code, period)
        ),
        drafts=tuple(
            OpenCell(code, period, category)
            for code, period in cells
            for category in _CATEGORIES
            if _state(figures, code, period, category) == _DRAFT
        ),
        errors=tuple(result for result in failing if result.rule.severity == "error"),
        warnings_without_note=tuple(
            result for result in failing if result.rule.severity == "warning" and not has_note(result)
        ),
    )


def _touches(result: RuleResult, periods: Sequence[Period]) -> bool:
    """Whether a rule was checked on one of the periods, inside one, or on a longer one around one."""
    own = parse_period(result.period)
    return any(own.contains(period) or period.contains(own) for period in periods)


def _is_draft(figures: Figures, code: str, period: str) -> bool:
    """Whether a total is a draft, which is listed as such and not as a blank."""
    return any(_state(figures, code, period, category) == _DRAFT for category in _CATEGORIES)


def _state(figures: Figures, code: str, period: str, category: str) -> str:
    cell = figures.cells.get((code, period, category))
    return cell[0] if cell is not None else ""
