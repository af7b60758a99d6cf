"""What a draft of the catalogue knows by name, for the checks across files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data.catalogue.expressions import Node, names_of, parse_expression
from data.catalogue.reader import Draft
from data.definitions import DataElement, Indicator, Level, Source
from data.errors import Fault, UserError

LEVELS = tuple(Level)
"""From the station upwards."""

_DECIMAL = re.compile(r"(0|[1-9]\d*)(\.\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything that can be named.

    Attributes:
        names: Kind (source, data_element, indicator, …) -> names that exist; those of faulty records too, so that one
            mistake is told once.
    """

    draft: Draft
    elements: Mapping[str, DataElement]
    indicators: Mapping[str, Indicator]
    names: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, draft: Draft) -> Known:
        """Collect the names of a draft."""
        elements = {element.code: element for element in draft.data_elements}
        indicators = {indicator.code: indicator for indicator in draft.indicators}
        sources = draft.sources.sources if draft.sources else ()
        groups, conventions = draft.groups, draft.conventions
        names = {
            "source": {source.key for source in sources} | _broken(draft, Source),
            "data_element": elements.keys() | _broken(draft, DataElement),
            "indicator": indicators.keys() | _broken(draft, Indicator),
            "element_group": {group.code for group in groups.element_groups} if groups else set(),
            "indicator_group": {group.code for group in groups.indicator_groups} if groups else set(),
        }
        if conventions:
            numbering, units = conventions.criteria_numbering, conventions.indicators.units
            names["unit"] = units.keys() | set(units.get("others", "").split(", "))
            names["criterion"] = numbering.from_4667_to_1300.keys() | {str(n) for n in numbering.without_successor}
        frozen = {kind: frozenset(found) for kind, found in names.items()}
        return cls(draft=draft, elements=elements, indicators=indicators, names=frozen)

    def place(self, record: object, key: str = "") -> str:
        """Where a record stands, or a key of it."""
        return f"{self.draft.place(record)}: {key}" if key else self.draft.place(record)

    def dangling(self, kind: str, codes: Iterable[str], place: str) -> Iterator[Fault]:
        """Yield a fault for each code that nothing of the kind is called (when that file could be read)."""
        for code in codes:
            if code not in self.names.get(kind, (code,)):
                yield Fault("catalogue_dangling", place, {"kind": kind, "code": code})

    def expression(self, text: str, place: str) -> Node | Fault:
        """Parse a formula, or say what is wrong with it."""
        try:
            return parse_expression(text)
        except UserError as error:
            return Fault(error.code, place, error.parameters)

    def check_expression(self, text: str, place: str) -> Iterator[Fault]:
        """Yield what is wrong with a formula over data elements."""
        node = self.expression(text, place)
        if isinstance(node, Fault):
            yield node
        else:
            yield from self.dangling("data_element", names_of(node), place)


def is_decimal(text: str) -> bool:
    """Whether the text is a plain decimal number with a point, without sign or leading zeros."""
    return _DECIMAL.fullmatch(text) is not None


def _broken(draft: Draft, kind: type) -> set[str]:
    return {code for of_kind, code in draft.records.broken if of_kind is kind}
