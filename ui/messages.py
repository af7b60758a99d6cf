"""Codes -> sentences, Vietnamese and English, from ``assets/texts/messages_*.toml``. No Qt: command line and window share it.

Only here an error's code becomes words. The tables of the files are read once for each language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from data.errors import Fault, FaultsError, SoTramError
from data.numbers import format_number
from data.paths import asset
from data.periods import Period, PeriodType

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"

_ROMAN = ("", "I", "II", "III", "IV")

Tables = Mapping[str, Mapping[str, str]]


@cache
def load_messages(language: str) -> Messages:
    """The sentences of one of ``LANGUAGES``."""
    content = asset("texts", f"messages_{language}.toml").read_text(encoding="utf-8")
    return Messages(language, tomllib.loads(content))


class Messages:
    """All sentences of one language.

    Attributes:
        language: ``vi`` or ``en``.
        tables: Table -> key -> sentence with ``{parameters}``.
    """

    __slots__ = ("language", "tables")

    def __init__(self, language: str, tables: Tables) -> None:
        """Keep the tables as they were read."""
        self.language = language
        self.tables = tables

    def text(self, table: str, key: str, **parameters: object) -> str:
        """One sentence, its parameters filled in."""
        return self.tables[table][key].format_map(parameters)

    def error(self, error: SoTramError) -> str:
        """The sentence of an error."""
        return self.tables["error"][error.code].format_map(error.parameters)

    def fault(self, fault: Fault) -> str:
        """The sentence of a fault, its place in front."""
        sentence = self.tables["error"][fault.code].format_map(fault.parameters)
        return f"{fault.place}: {sentence}" if fault.place else sentence

    def lines(self, error: SoTramError) -> list[str]:
        """Everything an error says: the faults that were kept, then the error's own sentence."""
        faults = error.faults if isinstance(error, FaultsError) else ()
        return [*(self.fault(fault) for fault in faults), self.error(error)]

    def period(self, period: Period) -> str:
        """The period as it is spoken of: "quý III/2024"."""
        kind = period.type.value
        if period.type is PeriodType.HALF_YEAR:
            kind = "first_half" if period.first_month == 1 else "second_half"
        quarter = _ROMAN[period.last_month // 3] if period.type is PeriodType.QUARTER else ""
        month = f"{period.first_month:02d}"
        return self.text("period", kind, year=period.year, quarter=quarter, month=month)

    def gap(self, operator: str, gap: int, noun: str) -> str:
        """How far a value is from its target: "còn thiếu 132 người", "vượt 1 ca"; empty when it is met."""
        if gap == 0:
            return ""
        kind = _GAP_KINDS.get(operator, "off")
        return self.text("gap", kind, count=format_number(gap, 0), noun=noun).rstrip()


_GAP_KINDS = {">=": "short", ">": "short", "increase": "short", "<=": "over", "<": "over", "decrease": "over"}
