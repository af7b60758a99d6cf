"""Codes -> sentences, Vietnamese and English, from ``assets/texts/messages_*.toml``.

Only here an error's code becomes words. No Qt: command line and window share it. Each file is read once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from data.errors import Fault, FaultsError, SoTramError
from data.model import RuleResult
from data.paths import asset
from data.periods import Period, PeriodType, parse_period

if TYPE_CHECKING:
    from data.catalogue.content import Catalogue
    from data.definitions import DataElement
    from data.printing import Gap

DEFAULT_LANGUAGE = "vi"

_ROMAN = ("", "I", "II", "III", "IV")

_NAMED = frozenset(("log", "record"))
"""Parameters of faults that name something in the file; tables of words for them."""

Tables = Mapping[str, Mapping[str, str]]


@cache
def load_messages(language: str) -> Messages:
    """The sentences of ``vi`` or ``en``."""
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
        """The sentence of an error; a form is called by its name."""
        parameters = error.parameters
        if error.code == "period_complete":
            parameters = {**parameters, "form": self._form_name(parameters["form"])}
        return self.tables["error"][error.code].format_map(parameters)

    def fault(self, fault: Fault) -> str:
        """The sentence of a fault, its place in front unless the sentence names it."""
        sentence = self.tables["error"][fault.code].format_map(self._named(fault.parameters))
        return sentence if fault.place in sentence else f"{fault.place}: {sentence}"

    def _named(self, parameters: Mapping[str, str]) -> Mapping[str, str]:
        """Parameters with the words for logs and records in place of their names in the file."""
        words = {
            table: self.tables[table].get(parameters[table], parameters[table]) for table in _NAMED & parameters.keys()
        }
        return {**parameters, **words}

    def lines(self, error: SoTramError) -> list[str]:
        """Everything an error says: the faults that were kept, then its own sentence and whether there are more."""
        faults = error.faults if isinstance(error, FaultsError) else ()
        has_more = 0 < len(faults) < int(error.parameters.get("total", "0"))
        closing = [self.error(error), *([self.text("import", "first_faults", count=len(faults))] if has_more else [])]
        return [*(self.fault(fault) for fault in faults), " ".join(closing)]

    def period(self, period: Period) -> str:
        """The period as it is spoken of: "quý III/2024"."""
        kind = period.type.value
        if period.type is PeriodType.HALF_YEAR:
            kind = "first_half" if period.first_month == 1 else "second_half"
        quarter = _ROMAN[period.last_month // 3] if period.type is PeriodType.QUARTER else ""
        month = f"{period.first_month:02d}"
        return self.text("period", kind, year=period.year, quarter=quarter, month=month)

    def gap(self, gap: Gap) -> str:
        """How far a value is from its target: "còn thiếu 132 người", "vượt 1 ca"."""
        return self.text("gap", gap.kind, number=gap.number, noun=gap.noun)

    def _form_name(self, code: str) -> str:
        from data.catalogue import load_catalogue

        form = load_catalogue().data_sets.get(code)
        return form.title_vi if form else code

    def element_name(self, element: DataElement) -> str:
        """Name of a data element in this language."""
        return element.name_vi if self.language == DEFAULT_LANGUAGE else element.name_en

    def rule(self, result: RuleResult, catalogue: Catalogue) -> str:
        """What a broken validation rule says, period in front."""
        from ui.rule_words import RuleWords

        sentence = RuleWords(self, catalogue).failed(result).plain
        return self.text("rule", "place", period=self.period(parse_period(result.period)), sentence=sentence)

    def expression(self, text: str, catalogue: Catalogue) -> str:
        """A formula with names in place of codes, and signs and words in place of functions."""
        from ui.formulas import FormulaWords

        return FormulaWords(catalogue.data_elements, self).expression(text)
