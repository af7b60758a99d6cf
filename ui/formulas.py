"""Formulas of the catalogue as a person reads them: names for codes, "≥" for ``ge``, "và" between conditions. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from data.catalogue.expressions import Constant, Name, Node, Operation, parse_expression
from data.definitions import DataElement, Indicator, ValueType
from data.model import Number
from data.numbers import exact_text, format_number

if TYPE_CHECKING:
    from ui.messages import Messages

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "/", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", "eq": "="}
_COMPARISONS = frozenset(("ge", "gt", "le", "lt", "eq"))
_LOOSEST, _AND, _COMPARED, _SUM, _PRODUCT, _TIGHTEST = range(6)
_BINDING = {"+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT} | dict.fromkeys(_COMPARISONS, _COMPARED)


class FormulaWords(NamedTuple):
    """What formulas are put into words with.

    Attributes:
        elements: Data elements by code; another name (``male``) is looked up in the table ``category``.
        messages: The sentences of one language.
        named: How a data element is called; by its whole name where nothing is given.
    """

    elements: Mapping[str, DataElement]
    messages: Messages
    named: Callable[[DataElement], str] | None = None

    def expression(self, text: str) -> str:
        """A numerator, a denominator or one side of a rule."""
        return self._node(parse_expression(text), _LOOSEST)

    def indicator(self, indicator: Indicator) -> str:
        """The whole formula: "Người tham gia BHYT / Dân số cuối kỳ × 100"."""
        if indicator.denominator is None and indicator.factor == 1:
            return self.expression(indicator.numerator)
        words = self._node(parse_expression(indicator.numerator), _PRODUCT)
        if indicator.denominator is not None:
            words = f"{words} / {self._node(parse_expression(indicator.denominator), _TIGHTEST)}"
        return f"{words} × {_printed(indicator.factor)}" if indicator.factor != 1 else words

    def _node(self, node: Node, least: int) -> str:
        """Words of a node; in brackets where what stands around it binds more tightly."""
        if isinstance(node, Constant):
            return _printed(node.value)
        if isinstance(node, Name):
            return self._name(node.code)
        if node.operator in ("min", "max"):
            inner = "; ".join(self._node(side, _LOOSEST) for side in (node.left, node.right))
            return f"{self.messages.text('formula', node.operator)} ({inner})"
        own = _AND if self._is_condition(node) and node.operator == "*" else _BINDING[node.operator]
        sign = self.messages.text("formula", "and") if own == _AND else _SIGNS[node.operator]
        right = self._node(node.right, own + (node.operator in ("-", "/")))
        words = f"{self._node(node.left, own)} {sign} {right}"
        return f"({words})" if own < least else words

    def _name(self, code: str) -> str:
        element = self.elements.get(code)
        if element is None:
            return self.messages.tables["category"].get(code, code)
        return self.messages.element_name(element) if self.named is None else self.named(element)

    def _is_condition(self, node: Node) -> bool:
        """Whether a node is true or false: a comparison, a yes or no, or several of them."""
        if isinstance(node, Operation):
            if node.operator == "*":
                return self._is_condition(node.left) and self._is_condition(node.right)
            return node.operator in _COMPARISONS
        element = self.elements.get(node.code) if isinstance(node, Name) else None
        return element is not None and element.value_type is ValueType.BOOLEAN


def _printed(value: Number) -> str:
    return format_number(value, len(exact_text(value).partition(".")[2]))
