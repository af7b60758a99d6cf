"""The formula grammar."""

from fractions import Fraction

import pytest

from data.catalogue.expressions import evaluate, is_plain_sum, names_of, parse_expression
from data.errors import UserError

FIGURES: dict[str, int | Fraction] = {"a": 6, "b": 4, "c": Fraction(1, 2)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a", 6),
        ("1.5", Fraction(3, 2)),
        ("a + b * 2", 14),
        ("(a + b) * 2", 20),
        ("a - b - 1", 1),
        ("a / b", Fraction(3, 2)),
        ("a / 2", 3),
        ("a * c", 3),
        ("ge(a, 6) * gt(a, 5)", 1),
        ("le(a, 5)", 0),
        ("lt(a, b)", 0),
        ("eq(a - b, 2)", 1),
        ("min(a, b) + max(a, b)", 10),
    ],
)
def test_a_formula_is_worked_out_exactly(text: str, value: int | Fraction) -> None:
    assert evaluate(parse_expression(text), FIGURES) == value


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("", 1),
        ("a +", 4),
        ("(a", 3),
        ("a b", 2),
        ("ge(a)", 5),
        ("ge a", 3),
        ("1e9", 2),
        ("a & b", 2),
        ("A", 1),
        ("a.b", 2),
        ("a)", 2),
        ("__import__", 1),
        ("a ** b", 4),
    ],
)
def test_anything_else_is_refused_with_its_place(text: str, column: int) -> None:
    with pytest.raises(UserError) as caught:
        parse_expression(text)
    assert (caught.value.code, caught.value.parameters["column"]) == ("expression_bad", str(column))


def test_long_and_deep_formulas_are_refused() -> None:
    with pytest.raises(UserError, match="expression_too_long"):
        parse_expression("a+" * 600 + "a")
    with pytest.raises(UserError, match="expression_too_deep"):
        parse_expression("(" * 50 + "a" + ")" * 50)


def test_names_stand_once_in_the_order_of_the_formula() -> None:
    assert names_of(parse_expression("(b + a) / b * 2")) == ("b", "a")


@pytest.mark.parametrize(
    ("text", "plain"), [("a", True), ("a + b", True), ("a - b", False), ("a * b", False), ("ge(a, 1)", False)]
)
def test_a_plain_sum_has_only_plus(text: str, plain: bool) -> None:
    assert is_plain_sum(parse_expression(text)) is plain


def test_dividing_by_zero_is_an_error() -> None:
    with pytest.raises(ZeroDivisionError):
        evaluate(parse_expression("a / (b - 4)"), FIGURES)
