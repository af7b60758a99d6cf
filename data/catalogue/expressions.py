"""The small formula grammar of the catalogue: text -> typed nodes, evaluated exactly; never ``eval``.

Grammar (``conventions.expressions`` of the catalogue)::

    sum     = product (("+" | "-") product)*
    product = atom (("*" | "/") atom)*
    atom    = number | name | function "(" sum "," sum ")" | "(" sum ")"

Functions are ``ge gt le lt eq`` (1 or 0), ``min`` and ``max``. A boolean data element counts as 1 or 0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from data.errors import UserError

Number = int | Fraction

FUNCTIONS = ("ge", "gt", "le", "lt", "eq", "min", "max")
MAX_LENGTH, MAX_DEPTH = 1000, 40

_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*)|([-+*/(),]))", re.ASCII)


class Constant(NamedTuple):
    """A number written in the formula."""

    value: Number


class Name(NamedTuple):
    """A data element."""

    code: str


class Operation(NamedTuple):
    """``left operator right`` with + - * / or one of the two-place functions."""

    operator: str
    left: Node
    right: Node


Node = Constant | Name | Operation


@cache
def parse_expression(text: str) -> Node:
    """Read a formula.

    Raises:
        UserError: ``expression_bad`` with the place (1-based column) where reading stopped, ``expression_too_long``,
            ``expression_too_deep``.
    """
    if len(text) > MAX_LENGTH:
        raise UserError("expression_too_long", limit=MAX_LENGTH)
    parser = _Parser(text)
    node = parser.read_sum(0)
    parser.expect_end()
    return node


@cache
def names_of(node: Node) -> tuple[str, ...]:
    """Data elements of the formula, each once, in the order they first stand."""
    if isinstance(node, Name):
        return (node.code,)
    if isinstance(node, Constant):
        return ()
    return tuple(dict.fromkeys(names_of(node.left) + names_of(node.right)))


@cache
def is_plain_sum(node: Node) -> bool:
    """Whether the formula is a data element or a sum of data elements, nothing else (CONTRACT V6)."""
    if isinstance(node, Operation):
        return node.operator == "+" and is_plain_sum(node.left) and is_plain_sum(node.right)
    return isinstance(node, Name)


def evaluate(node: Node, figures: Mapping[str, Number]) -> Number:
    """Work the formula out exactly.

    Args:
        node: A parsed formula.
        figures: A number for each name of the formula.

    Raises:
        ZeroDivisionError: A divisor is zero.
    """
    if isinstance(node, Name):
        return figures[node.code]
    if isinstance(node, Constant):
        return node.value
    return _apply(node.operator, evaluate(node.left, figures), evaluate(node.right, figures))


def divide(left: Number, right: Number) -> Number:
    """Exact quotient, whole where it is whole."""
    if isinstance(left, int) and isinstance(right, int) and right:
        whole, rest = divmod(left, right)
        return Fraction(left, right) if rest else whole
    quotient = Fraction(left) / right
    return quotient.numerator if quotient.denominator == 1 else quotient


def _apply(operator: str, left: Number, right: Number) -> Number:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return divide(left, right)
        case "min":
            return min(left, right)
        case "max":
            return max(left, right)
    return int(_COMPARISONS[operator](left, right))


_COMPARISONS = {
    "ge": lambda left, right: left >= right,
    "gt": lambda left, right: left > right,
    "le": lambda left, right: left <= right,
    "lt": lambda left, right: left < right,
    "eq": lambda left, right: left == right,
}


class _Parser:
    """Recursive descent over the tokens of one formula."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.number = self.name = self.sign = ""
        self.start = 0
        self.advance()

    def advance(self) -> None:
        """Step to the next token; all three kinds are empty at the end of the text."""
        self.start = self.place
        if not self.text[self.place :].strip():
            self.number = self.name = self.sign = ""
            return
        match = _TOKEN.match(self.text, self.place)
        if match is None:
            raise self.fault()
        self.number, self.name, self.sign = (part or "" for part in match.groups())
        self.place = match.end()

    def fault(self) -> UserError:
        """The error for what stands here."""
        return UserError("expression_bad", column=self.start + 1, text=self.text[self.start : self.start + 20].strip())

    def expect(self, sign: str) -> None:
        """Step over a sign that must stand here."""
        if self.sign != sign:
            raise self.fault()
        self.advance()

    def expect_end(self) -> None:
        """Nothing may follow."""
        if self.number or self.name or self.sign:
            raise self.fault()

    def read_sum(self, depth: int) -> Node:
        """Read sum = product (("+" | "-") product)*."""
        if depth > MAX_DEPTH:
            raise UserError("expression_too_deep", limit=MAX_DEPTH)
        node = self.read_product(depth)
        while self.sign in ("+", "-"):
            operator = self.sign
            self.advance()
            node = Operation(operator, node, self.read_product(depth))
        return node

    def read_product(self, depth: int) -> Node:
        """Read product = atom (("*" | "/") atom)*."""
        node = self.read_atom(depth)
        while self.sign in ("*", "/"):
            operator = self.sign
            self.advance()
            node = Operation(operator, node, self.read_atom(depth))
        return node

    def read_atom(self, depth: int) -> Node:
        """Read atom = number | name | function "(" sum "," sum ")" | "(" sum ")"."""
        if self.number:
            value = Fraction(self.number)
            self.advance()
            return Constant(value.numerator if value.denominator == 1 else value)
        if self.name:
            return self.read_name(depth)
        self.expect("(")
        node = self.read_sum(depth + 1)
        self.expect(")")
        return node

    def read_name(self, depth: int) -> Node:
        """A data element, or a function with its two arguments."""
        name = self.name
        if name not in FUNCTIONS:
            self.advance()
            return Name(name)
        self.advance()
        self.expect("(")
        left = self.read_sum(depth + 1)
        self.expect(",")
        right = self.read_sum(depth + 1)
        self.expect(")")
        return Operation(name, left, right)
