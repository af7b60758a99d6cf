"""Frozen data as trees of texts, and documents back out of them."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from data.documents.codes import canonical
from reports.document import Row, Sums
from reports.tree import document_of, tree_of
from tests.reports.builders import make_appendix, make_bar_chart, make_head, make_report, make_table, make_trend_chart


def test_a_document_comes_back_as_it_was() -> None:
    table = make_table(("a", "1/3"), sums=Sums(page="Cộng trang", label_column=0, columns=(1,), total=Row(cells=())))
    report = make_report(
        head=make_head(number=5, day=date(2024, 10, 3)),
        blocks=(table, make_bar_chart(), make_trend_chart()),
        appendices=(make_appendix(is_landscape=True),),
    )
    assert document_of(json.loads(canonical(tree_of(report)))) == report


@pytest.mark.parametrize(
    ("value", "tree"),
    [
        (Decimal("1.50"), "1.50"),
        (Fraction(1, 3), "1/3"),
        (7, "7"),
        (True, True),
        (frozenset({"b", "a"}), ["a", "b"]),
        ({"x": (1, None)}, {"x": ["1", None]}),
    ],
)
def test_numbers_become_texts(value: object, tree: object) -> None:
    assert tree_of(value) == tree


def test_what_no_snapshot_holds_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError):
        tree_of(object())


@pytest.mark.parametrize("tree", [{"type": "Nothing"}, {"type": "Row", "cells": []}, "text"])
def test_other_trees_are_no_documents(tree: object) -> None:
    with pytest.raises(ValueError, match="no document"):
        document_of(tree)  # type: ignore[arg-type]
