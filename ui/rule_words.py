"""Rules in sentences, with the figures and with marks where a name leads to its cell. No Qt.

"Trẻ tiêm đủ (148) không thể nhiều hơn trẻ dưới 1 tuổi (141): hơn 7": names without what every name begins with, and
small inside a sentence.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from data.catalogue.expressions import names_of, parse_expression
from data.definitions import DataElement
from data.model import Category, Number, RuleResult
from data.numbers import exact, exact_text, format_number
from data.periods import parse_period
from ui.formulas import FormulaWords

if TYPE_CHECKING:
    from data.catalogue.content import Catalogue
    from ui.messages import Messages

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
"""Around a name that leads somewhere: where to, then the words. Letters that no text has."""

MOST_MISSING = 3
_LINK = re.compile(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")
_FIGURES = re.compile(r" \(\{(?:left|right)\}\)")
_ENDS = re.compile(r"-?[0-9]+(?:\.([0-9]{1,6}))?", re.ASCII)
_TAIL = re.compile(r" \([^()]*\)$")
_COUNTED = "Số "


class Spoken(NamedTuple):
    """A sentence in which some names lead to cells: ``L0`` the first of the left side, ``R0`` of the right one."""

    marked: str

    @property
    def plain(self) -> str:
        """The words alone."""
        return _LINK.sub(r"\2", self.marked)

    def rich(self, colour: str, *, lines: str = "underline") -> str:
        """The words as HTML, with links in a colour."""
        link = rf'<a href="\1" style="color:{colour}; text-decoration:{lines}">\2</a>'
        return _LINK.sub(link, html.escape(self.marked, quote=False))

    def within(self, head: str) -> Spoken:
        """The same after a head, "tháng 7/2024: …"."""
        return Spoken(head + self.marked)

    def closed_with(self, tail: str) -> Spoken:
        """The same with something behind."""
        return Spoken(self.marked + tail)


def link(place: str, text: str) -> str:
    """A name that leads somewhere."""
    return f"{OPEN}{place}{MIDDLE}{text}{CLOSE}"


class RuleWords(NamedTuple):
    """What rules are put into words with."""

    messages: Messages
    catalogue: Catalogue

    def failed(self, result: RuleResult) -> Spoken:
        """What a broken rule says; one that is held against a figure from before a break of the series, too."""
        return self._spoken(self._template(result), result)

    def holds(self, result: RuleResult, *, is_own: bool = False) -> Spoken:
        """What a rule that holds says, with its figures; its own name left out beside its own cell."""
        return self._spoken(_own(self.messages.tables["rule_holds"][result.rule.rule], is_own=is_own), result)

    def asked(self, result: RuleResult) -> Spoken:
        """What a rule asks, without figures."""
        return self._spoken(_FIGURES.sub("", self.messages.tables["rule_holds"][result.rule.rule]), result)

    def unchecked(self, result: RuleResult, *, is_own: bool = False, told: str = "") -> Spoken:
        """What a rule would say, and what is missing: each missing figure leads to its cell (``M0``, ``M1`` …).

        What everybody sees to be missing (``told``: code@period) is not told where nothing else is.
        """
        rule = _FIGURES.sub("", _own(self.messages.tables["rule_holds"][result.rule.rule], is_own=is_own))
        if result.missing == (told,):
            return self._spoken(rule, result)
        names = [link(f"M{place}", self._missing(result, code)) for place, code in enumerate(result.missing)]
        more = len(names) - MOST_MISSING
        if more > 0:
            names = [*names[:MOST_MISSING], self.messages.text("rule_result", "more", count=more)]
        tail = self.messages.text("rule_result", "missing", names=", ".join(names))
        return self._spoken(rule, result).closed_with(f": {tail}")

    def missing_names(self, missing: Iterable[tuple[str, str]]) -> str:
        """Names of what is missing, each once, with the words of its period where there are some."""
        plain = ((self.name(code.partition("@")[0]), period) for code, period in missing)
        names = dict.fromkeys(f"{name} ({period})" if period else name for name, period in plain)
        shown = [*names][:MOST_MISSING]
        more = len(names) - len(shown)
        return ", ".join([*shown, *([self.messages.text("rule_result", "more", count=more)] if more else [])])

    def name(self, code: str) -> str:
        """The short name of an element inside a sentence."""
        return lowered(short_name(self.messages.element_name(self.catalogue.data_elements[code])))

    def _missing(self, result: RuleResult, code: str) -> str:
        """A missing figure, with its period where that is not the rule's own."""
        element, _mark, period = code.partition("@")
        if period in ("", result.period):
            return self.name(element)
        return f"{self.name(element)} ({self.messages.period(parse_period(period))})"

    def _template(self, result: RuleResult) -> str:
        kind = result.rule.rule
        if result.passed is None:
            kind = "across_break"
        elif kind == "range":
            kind = "range_low" if (result.left or 0) < (result.right or 0) else "range_high"
        return self.messages.tables["rule"][kind]

    def _spoken(self, template: str, result: RuleResult) -> Spoken:
        left: Number = result.left or 0
        right: Number = result.right or 0
        left_name, right_name = self._names(result)
        return Spoken(
            _capital(
                template.format(
                    left_name=left_name,
                    right_name=right_name,
                    left=printed(left),
                    right=printed(right),
                    difference=printed(left - right if left > right else right - left),
                    tolerance=(result.rule.tolerance_pct or result.rule.maximum or "").replace(".", ","),
                    limits=self._limits(result),
                )
            )
        )

    def _names(self, result: RuleResult) -> tuple[str, str]:
        """Words of both sides; names are told in full where they would be the same when shortened."""
        short = self._sides(result, short_name)
        plain = [Spoken(side).plain.lower() for side in short]
        is_one = plain[0] == plain[1] and bool(result.rule.element)
        return self._sides(result, lambda name: name) if is_one else short

    def _sides(self, result: RuleResult, shorten: Callable[[str], str]) -> tuple[str, str]:
        elements, rule = self.catalogue.data_elements, result.rule
        word = self.messages.tables["rule_side"]

        def named(element: DataElement) -> str:
            return lowered(shorten(self.messages.element_name(element)))

        own = named(elements[result.element])
        if result.category is not Category.DEFAULT:
            own = f"{own} – {self.messages.text('category', result.category.value)}"
        left = link("L0", own)
        if rule.expression and rule.rule != "sex_sum":
            side = "L" if rule.total else "R"
            places = {code: f"{side}{at}" for at, code in enumerate(names_of(parse_expression(rule.expression)))}
            words = FormulaWords(elements, self.messages, lambda each: link(places[each.code], named(each)))
            formula = words.expression(rule.expression)
            return (formula, link("R0", named(elements[rule.total]))) if rule.total else (left, formula)
        if rule.rule == "equals_previous_period":
            before = word["period_before"].format(name=named(elements[rule.element or result.element]))
            return left, link("R0", before)
        if rule.rule in ("sex_sum", "yearly_change_pct"):
            return left, link("R0", word[rule.rule])
        return left, link("R0", named(elements[rule.element])) if rule.element else ""

    def _limits(self, result: RuleResult) -> str:
        """The limits of a range: "từ 0 đến 100"."""
        low, high = result.rule.minimum, result.rule.maximum
        if result.rule.rule != "range" or not (low or high):
            return ""
        key = "both" if low and high else "low" if low else "high"
        texts = {name: printed(exact(limit)) for name, limit in (("low", low), ("high", high)) if limit}
        return self.messages.text("rule_limits", key, **texts)


def _own(template: str, *, is_own: bool) -> str:
    """A template without the name on its left."""
    return template.removeprefix("{left_name} ({left}) ") if is_own else template


def short_name(name: str) -> str:
    """A name without "Số" in front and without what stands in brackets at its end."""
    shorter = _TAIL.sub("", name)
    return shorter.removeprefix(_COUNTED) if len(shorter) > len(_COUNTED) else shorter


def lowered(name: str) -> str:
    """A name inside a sentence; abbreviations stay as they are."""
    word = name.split(" ", 1)[0]
    return name if word[1:] != word[1:].lower() else name[:1].lower() + name[1:]


def printed(value: Number) -> str:
    """A figure with the decimals it has, at most six; two where it does not end."""
    match = _ENDS.fullmatch(exact_text(value))
    return format_number(value, 2 if match is None else len(match[1] or ""))


def _capital(sentence: str) -> str:
    """The first letter large, also inside the mark of a link."""
    place = sentence.index(MIDDLE) + 1 if sentence.startswith(OPEN) else 0
    return sentence[:place] + sentence[place : place + 1].upper() + sentence[place + 1 :]
