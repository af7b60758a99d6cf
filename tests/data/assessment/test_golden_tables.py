"""The complete made-up table of 47 leaves: random answers and figures, against the slow evaluator."""

from __future__ import annotations

from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from data.assessment.definitions import leaves
from data.assessment.entries import clause_text
from data.assessment.records import SELF_LAYER, Answer
from data.assessment.results import Place
from data.assessment.scoring import score
from data.catalogue import load_catalogue
from data.exchange.criteria_files import read_criteria_file
from tests.data.assessment.slow_scoring import Read, Told, assess, leaves_of
from tests.data.assessment.test_against_slow_scoring import figures_of, reading_of, said_to

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "criteria" / "bang-thu-47.yaml"
FOUND = read_criteria_file(GOLDEN, load_catalogue())


def test_the_table_has_its_47_leaves_and_100_points() -> None:
    found = list(leaves(FOUND.criteria_set))
    assert len(found) == 47
    assert score(FOUND.criteria_set, SELF_LAYER, {}, {}, Place("2", "mien_nui")).max_total == 100


@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(st.data())
def test_points_totals_and_verdict_are_those_of_the_slow_evaluator(data: st.DataObject) -> None:
    place = data.draw(st.sampled_from("123")), data.draw(st.sampled_from(["mien_nui", "dong_bang"]))
    told, read = {}, {}
    for leaf in (leaf for _, leaf in leaves_of(FOUND.tree)):
        code = leaf["code"]
        if data.draw(st.integers(0, 30)):
            told[code] = Told(data.draw(said_to(leaf)), data.draw(st.sampled_from(["", "vì"])))
        if "binds" in leaf:
            read[code] = Read(data.draw(figures_of(leaf)))
    answers = {code: Answer(code, SELF_LAYER, each.answer, each.reason) for code, each in told.items()}
    readings = {code: reading_of(each) for code, each in read.items()}
    expected = assess(FOUND.tree, told, read, place)
    result = score(FOUND.criteria_set, SELF_LAYER, answers, readings, Place(*place))
    found = {leaf.item.code: (leaf.points, leaf.max_points, leaf.knock_out_hit) for leaf in result.leaves}
    assert found == expected["items"]
    assert (result.total, result.max_total) == (expected["total"], expected["max_total"])
    assert result.verdict.value == expected["verdict"]
    assert [clause_text(clause).partition(":")[0] for clause in result.failed] == expected["failed"]
