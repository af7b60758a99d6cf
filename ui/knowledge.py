"""What is worked out of the catalogue once per window and used by several screens; safe to ask from any thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.catalogue.content import Catalogue
    from data.plausibility import Plausibility
    from data.slips import Slips
    from data.validation import RuleBook


class Knowledge:
    """Rules ready to be checked, and which indicators and targets a data element feeds."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Nothing is worked out before it is asked for."""
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._rules: RuleBook | None = None
        self._fed: dict[str, tuple[str, ...]] | None = None
        self._slips: Slips | None = None

    @property
    def rules(self) -> RuleBook:
        """All validation rules."""
        with self._lock:
            if self._rules is None:
                from data.validation import RuleBook

                self._rules = RuleBook(self._catalogue)
            return self._rules

    @property
    def plausibility(self) -> Plausibility:
        """What is usual for a figure."""
        from data.plausibility import Plausibility

        return Plausibility(self._catalogue)

    @property
    def slips(self) -> Slips:
        """What may have gone wrong in a figure."""
        with self._lock:
            if self._slips is None:
                from data.slips import Slips

                self._slips = Slips(self._catalogue)
            return self._slips

    def fed_by(self, element: str) -> tuple[str, ...]:
        """Codes of the indicators whose formula names the element, in catalogue order."""
        with self._lock:
            if self._fed is None:
                self._fed = _index(self._catalogue)
            return self._fed.get(element, ())


def _index(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    from data.catalogue.expressions import names_of, parse_expression

    result: dict[str, list[str]] = {}
    for indicator in catalogue.indicators.values():
        names = set(names_of(parse_expression(indicator.numerator)))
        if indicator.denominator is not None:
            names.update(names_of(parse_expression(indicator.denominator)))
        for name in names:
            result.setdefault(name, []).append(indicator.code)
    return {name: tuple(codes) for name, codes in result.items()}
