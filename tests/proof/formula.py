"""The formula grammar, worked out in exact fractions by walking Python's own syntax tree.

Source: ``conventions.expressions`` of the research: + - * / and parentheses over data elements and
numbers, and ge gt le lt eq (each 1 or 0), min and max.
"""

import ast
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

Values = Mapping[str, Fraction]


@cache
def _tree(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


@cache
def names_in(text: str) -> tuple[str, ...]:
    """List the data elements that a formula names, each once, from left to right."""
    called = {node.func for node in ast.walk(_tree(text)) if isinstance(node, ast.Call)}
    named = [node for node in ast.walk(_tree(text)) if isinstance(node, ast.Name) and node not in called]
    named.sort(key=lambda node: (node.lineno, node.col_offset))
    return tuple(dict.fromkeys(node.id for node in named))


def work_out(text: str, values: Values) -> Fraction:
    """Give the exact value of a formula."""
    return _walk(_tree(text), values)


def is_plain_sum(text: str) -> bool:
    """Say whether a formula is one data element, or several joined by + alone."""
    return _is_sum(_tree(text))


def _is_sum(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add) and _is_sum(node.left) and _is_sum(node.right)
    return isinstance(node, ast.Name)


def _walk(node: ast.expr, values: Values) -> Fraction:
    if isinstance(node, ast.Name):
        return values[node.id]
    if isinstance(node, ast.Constant):
        return Fraction(str(node.value))
    if isinstance(node, ast.BinOp):
        return _join(node.op, _walk(node.left, values), _walk(node.right, values))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_walk(node.operand, values)
    assert isinstance(node, ast.Call), ast.dump(node)
    assert isinstance(node.func, ast.Name), ast.dump(node)
    left, right = (_walk(argument, values) for argument in node.args)
    return _call(node.func.id, left, right)


def _join(operator: ast.operator, left: Fraction, right: Fraction) -> Fraction:
    if isinstance(operator, ast.Add):
        return left + right
    if isinstance(operator, ast.Sub):
        return left - right
    if isinstance(operator, ast.Mult):
        return left * right
    assert isinstance(operator, ast.Div), operator
    return left / right


def _call(name: str, left: Fraction, right: Fraction) -> Fraction:
    answers = {
        "ge": Fraction(left >= right),
        "gt": Fraction(left > right),
        "le": Fraction(left <= right),
        "lt": Fraction(left < right),
        "eq": Fraction(left == right),
        "min": min(left, right),
        "max": max(left, right),
    }
    return answers[name]
