"""Turning figures: by hand, and against changing every figure and scoring everything again."""

from __future__ import annotations

import pytest

from data.assessment.definitions import Binding, Condition, KnockOut, Scoring
from data.assessment.readings import readings_of
from data.assessment.records import SELF_LAYER, Answer
from data.assessment.results import AssessmentVerdict, Place, Result
from data.assessment.scoring import score
from data.assessment.sensitivity import FigureCase, TurningFigure, turning_figures
from data.calculation import Calculator
from data.catalogue.expressions import divide
from data.definitions import ValueType
from data.figures import Figures
from data.numbers import exact, exact_text
from data.periods import PeriodType
from tests.builders import make_calculator, make_element, make_indicator
from tests.data.assessment.search_builders import (
    YEAR,
    Drawn,
    draw,
    make_answers,
    make_criterion,
    make_leaf,
    make_set,
    make_tiers,
)

NOTHING = make_calculator((), (), {})


def case_of(drawn: Drawn) -> FigureCase:
    return FigureCase(
        criteria_set=drawn.criteria_set,
        layer=SELF_LAYER,
        answers=drawn.answers,
        calculator=drawn.calculator,
        year=YEAR,
        place=Place(),
    )


def test_one_point_less_by_hand_loses_the_criterion() -> None:
    criteria_set = make_set(make_criterion("1", max_points=10), make_criterion("2", max_points=3))
    case = case_of(Drawn(criteria_set, make_answers(**{"1": "10", "2": "1.5"}), NOTHING))
    (found,) = turning_figures(case)
    assert (found.item, found.direction, found.text, found.changed) == ("2", -1, "1.5", "1")
    assert (found.before, found.after) == (AssessmentVerdict.PASSED, AssessmentVerdict.FAILED)
    assert [(clause.kind, clause.subject, clause.value) for clause in found.appearing] == [("criterion", "2", 1)]
    assert found.vanishing == ()


def test_one_person_more_reaches_the_tier_in_any_quarter_of_a_sum() -> None:
    calculator = make_calculator(
        (make_element("seen", frequency=PeriodType.QUARTER), make_element("all")),
        (make_indicator("share", "seen", "all"),),
        {f"seen@{YEAR}Q{quarter}": 2 for quarter in (1, 2, 3, 4)} | {f"all@{YEAR}": 10},
    )
    tiers = make_tiers((">=", 90, 4), (">=", 0, 1))
    leaf = make_leaf("1.1", 4, Scoring.TIERED, tiers=tiers, binds=Binding(indicator="share"))
    found = turning_figures(case_of(Drawn(make_set(make_criterion("1", leaf)), {}, calculator)))
    assert [(each.period, each.direction, each.changed) for each in found] == [
        *((f"{YEAR}Q{quarter}", 1, "3") for quarter in (1, 2, 3, 4)),
    ]
    assert {each.items for each in found} == {("1.1",)}
    assert [clause.kind for clause in found[0].vanishing] == ["total", "criterion"]


def test_a_figure_with_decimals_changes_in_its_last_place_and_a_boolean_turns_over() -> None:
    calculator = make_calculator(
        (make_element("rate", value_type=ValueType.DECIMAL), make_element("open", value_type=ValueType.BOOLEAN)),
        (),
        {f"rate@{YEAR}": "89.99", f"open@{YEAR}": "false"},
    )
    tiers = make_tiers((">=", 90, 2))
    rate = make_leaf("1.1", 2, Scoring.TIERED, tiers=tiers, binds=Binding(data_element="rate"))
    is_open = make_leaf("1.2", 2, binds=Binding(data_element="open"))
    criteria_set = make_set(make_criterion("1", rate, is_open), total_min_percent=50)
    found = turning_figures(case_of(Drawn(criteria_set, {}, calculator)))
    assert [(each.element, each.text, each.changed, each.direction) for each in found] == [
        ("rate", "89.99", "90", 1),
        ("open", "false", "true", 1),
    ]


def test_nothing_goes_below_zero_or_above_its_points() -> None:
    criteria_set = make_set(make_criterion("1", max_points=1), total_min_percent=0, each_criterion_min_percent=0)
    assert turning_figures(case_of(Drawn(criteria_set, make_answers(**{"1": "1"}), NOTHING))) == ()
    assert turning_figures(case_of(Drawn(criteria_set, make_answers(**{"1": "0"}), NOTHING))) == ()


def test_where_the_knock_outs_are_not_known_a_lost_limit_still_turns() -> None:
    criteria_set = make_set(make_criterion("1", max_points=10), knock_out_items_known=False)
    (found,) = turning_figures(case_of(Drawn(criteria_set, make_answers(**{"1": "8"}), NOTHING)))
    assert (found.before, found.after) == (AssessmentVerdict.NO_GROUND, AssessmentVerdict.NO_GROUND)
    assert [clause.kind for clause in found.appearing] == ["total"]


def test_a_knock_out_that_one_fault_more_would_hit_is_named() -> None:
    leaf = make_leaf("1.1", 4, Scoring.DEDUCTION, per_fault=0, knock_out=KnockOut(Condition(">=", 3)))
    found = turning_figures(case_of(Drawn(make_set(make_criterion("1", leaf)), make_answers(**{"1.1": "2"}), NOTHING)))
    assert [(each.item, each.changed, each.appearing[0].kind) for each in found] == [("1.1", "3", "knock_out")]


@pytest.mark.parametrize("seed", range(150))
def test_all_single_changes_scored_from_scratch_give_the_same(seed: int) -> None:
    drawn = on_the_edge(seed)
    found = sorted(_seen(each) for each in turning_figures(case_of(drawn)))
    assert found == sorted([*_turning_cells(drawn), *_turning_answers(drawn)])


def test_the_random_cases_turn_in_every_way() -> None:
    """The comparison above would prove little where nothing ever turned."""
    found = [each for seed in range(150) for each in turning_figures(case_of(on_the_edge(seed)))]
    assert {each.direction for each in found} == {-1, 1}
    assert {each.element for each in found} >= {"", "monthly", "people", "men", "level", "open"}
    assert {each.category for each in found} >= {"", "default", "male", "female"}
    assert {each.before for each in found} == set(AssessmentVerdict)
    assert {clause.kind for each in found for clause in each.appearing} == {"total", "criterion", "knock_out"}


def on_the_edge(seed: int) -> Drawn:
    """A case drawn at random; in most, the total it needs is just what it has, or a little more."""
    drawn = draw(seed)
    result = _scored(drawn)
    if not result.max_total or seed % 4 == 0:
        return drawn
    needed = divide((result.total + (seed % 2) * exact("0.01")) * 100, result.max_total)
    rule = drawn.criteria_set.pass_rule._replace(total_min_percent=needed)
    return drawn._replace(criteria_set=drawn.criteria_set._replace(pass_rule=rule))


def _seen(each: TurningFigure) -> tuple[object, ...]:
    return (
        each.item, each.element, each.period, each.category, each.direction, each.after.value,
        [clause.subject for clause in each.appearing], [clause.subject for clause in each.vanishing],
    )  # fmt: skip


def _scored(drawn: Drawn) -> Result:
    readings = readings_of(drawn.criteria_set, drawn.calculator, YEAR)
    return score(drawn.criteria_set, SELF_LAYER, drawn.answers, readings, Place())


def _compared(drawn: Drawn, changed: Drawn, key: tuple[object, ...]) -> list[tuple[object, ...]]:
    before, after = _scored(drawn), _scored(changed)
    old = [(clause.kind, clause.subject) for clause in before.foreseen]
    new = [(clause.kind, clause.subject) for clause in after.foreseen]
    if (before.verdict, not old) == (after.verdict, not new):
        return []
    return [
        (
            *key,
            after.verdict.value,
            [each[1] for each in new if each not in old],
            [each[1] for each in old if each not in new],
        )
    ]


def _turning_cells(drawn: Drawn) -> list[tuple[object, ...]]:
    """Every stored figure of every year, one more and one less."""
    calculator = drawn.calculator
    found = []
    for (element, period, category), (state, text) in calculator.figures.cells.items():
        kind = calculator.catalogue.data_elements[element].value_type
        if state != "figure" or kind is ValueType.CHOICE:
            continue
        for direction in (-1, 1):
            if kind is ValueType.BOOLEAN:
                changed = "true" if direction == 1 else "false"
            else:
                changed = exact_text(
                    exact(text) + direction * {"1.9": exact("0.1"), "2.10": exact("0.01")}.get(text, 1)
                )
            if changed == text or changed.startswith("-"):
                continue
            cells = {**calculator.figures.cells, (element, period, category): (state, changed)}
            other = drawn._replace(calculator=Calculator(calculator.catalogue, Figures(cells)))
            found += _compared(drawn, other, ("", element, period, category, direction))
    return found


def _turning_answers(drawn: Drawn) -> list[tuple[object, ...]]:
    """Every number answered, one more and one less; points given by hand by half a point."""
    found = []
    items = {item.code: item for each in drawn.criteria_set.criteria for item in each.items}
    for code, answer in drawn.answers.items():
        scored = items[code].scored
        if answer.answer in ("", "n/a", "yes", "no"):
            continue
        for direction in (-1, 1):
            by_hand = scored.scoring is Scoring.MANUAL
            number = exact(answer.answer) + direction * (exact("0.5") if by_hand else 1)
            if number < 0 or (by_hand and number > (scored.max_points or 0)):
                continue
            other: Answer = answer._replace(answer=exact_text(number))
            changed = drawn._replace(answers={**drawn.answers, code: other})
            found += _compared(drawn, changed, (code, "", "", "", direction))
    return found
