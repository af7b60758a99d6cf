"""The self-assessment on paper where the limits are odd decimal numbers: they are printed exactly, everywhere."""

from __future__ import annotations

from fractions import Fraction

from reports.definitions.self_assessment import make_document
from reports.document import ScoreChart
from tests.reports.assessment_builders import made_up_table, make_assessment, sentences

POINTS = {
    "1": "11",
    "2": "8",
    "3": "10",
    "4": "7",
    "5": "15",
    "6": "10",
    "7": "5",
    "8": "9",
    "10.1": "2",
    "10.2": "yes",
}


def test_an_odd_limit_is_printed_exactly_wherever_it_stands() -> None:
    table = made_up_table("vectors")
    rule = table.pass_rule._replace(
        total_min_percent=Fraction(79_999, 1000), each_criterion_min_percent=Fraction(3333, 100)
    )
    odd = table._replace(pass_rule=rule)
    document = make_document(make_assessment(odd, {**POINTS, "9": "0.5"}))
    assert "- Tiêu chí 9 (Tiêu chí thử 9): 0,5 điểm, dưới mức 0,9999 điểm." in sentences(document)
    assert any("79,999%" in words and "79,999/100" in words for words in sentences(document))
    chart = next(block for block in document.blocks if isinstance(block, ScoreChart))
    assert [bar.printed_limit for bar in chart.bars][:2] == ["4,6662", "3,333"]
