"""Small criteria sets to search in: a keyword away from a test, or drawn at random. All of them are "BẢNG THỬ"."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from data.assessment.definitions import (
    Binding,
    Condition,
    CriteriaSet,
    Criterion,
    Item,
    KnockOut,
    NotApplicableRule,
    PassRule,
    Scored,
    Scoring,
    Tier,
)
from data.assessment.records import SELF_LAYER, Answer
from data.calculation import Calculator
from data.definitions import OverTime, ValueType
from data.periods import PeriodType
from tests.builders import make_calculator, make_element, make_indicator

SCORED = frozenset(Scored._fields)
YEAR = 2024


def make_leaf(code: str, points: int = 2, scoring: Scoring = Scoring.YES_NO, **changes: Any) -> Item:
    """A leaf of two points; fields of ``Scored`` may be given beside those of ``Item``."""
    scored = Scored(
        max_points=points, scoring=scoring, **{key: value for key, value in changes.items() if key in SCORED}
    )
    rest = {key: value for key, value in changes.items() if key not in SCORED}
    return Item(code=code, text_vi=f"Nội dung {code}", scored=scored, **rest)


def make_tiers(*tiers: tuple[str, int, int]) -> tuple[Tier, ...]:
    """Tiers of (comparator, bound, points)."""
    return tuple(Tier(condition=Condition(comparator, bound), points=points) for comparator, bound, points in tiers)


def make_criterion(number: str, *items: Item, **changes: Any) -> Criterion:
    """A criterion with all its items, whose points are their sum."""
    fields: dict[str, Any] = {
        "number": number,
        "name_vi": f"Tiêu chí thử {number}",
        "max_points": sum(item.scored.max_points or 0 for item in items),
        "items_complete": bool(items),
        "items": items,
    }
    return Criterion(**{**fields, **changes})


def make_set(*criteria: Criterion, **changes: Any) -> CriteriaSet:
    """A set with half points that is passed with 80 % of all and 50 % of each, without a knock-out."""
    rule = PassRule(
        total_min_percent=80,
        each_criterion_min_percent=50,
        no_knock_out=True,
        knock_out_items_known=True,
        denominator="full",
    )
    rule = rule._replace(**{key: changes.pop(key) for key in PassRule._fields[:5] if key in changes})
    fields: dict[str, Any] = {
        "id": "BANG-THU",
        "version": "0" * 12,
        "title_vi": "BẢNG THỬ",
        "decision": "",
        "valid_from": date(2020, 1, 1),
        "valid_to": None,
        "total_points": sum(each.max_points or 0 for each in criteria),
        "point_step": Fraction(1, 2),
        "pass_rule": rule,
        "criteria": criteria,
        "certainty": "bảng thử",
    }
    return CriteriaSet(**{**fields, **changes})


def make_answers(**answers: str) -> dict[str, Answer]:
    """Answers of the self layer by item code, each with a reason where it begins with "!" (against a figure)."""
    return {
        code: Answer(item=code, layer=SELF_LAYER, answer=text.strip("!"), reason="họp" if text.startswith("!") else "")
        for code, text in answers.items()
    }


# --- at random -----------------------------------------------------------------------------------------------------

ELEMENTS = (
    make_element("monthly", frequency=PeriodType.QUARTER, over_time=OverTime.SUM, sex_disaggregated=True),
    make_element("people", frequency=PeriodType.QUARTER, over_time=OverTime.LAST, sex_disaggregated=True,
                 male_element="men", female_element="women"),
    make_element("men", frequency=PeriodType.QUARTER, over_time=OverTime.LAST),
    make_element("women", frequency=PeriodType.QUARTER, over_time=OverTime.LAST),
    make_element("level", value_type=ValueType.DECIMAL, frequency=PeriodType.QUARTER, over_time=OverTime.AVERAGE),
    make_element("open", value_type=ValueType.BOOLEAN, over_time=OverTime.LAST),
    make_element("zone", value_type=ValueType.CHOICE, over_time=OverTime.LAST, choices=("1", "2", "3")),
)  # fmt: skip
INDICATORS = (
    make_indicator("share", "monthly", "people", factor=3),
    make_indicator("men_share", "men", "people", factor=10),
    make_indicator("levels", "level + open", "monthly", factor=5),
)
BINDINGS = (
    *(Binding(indicator=code) for code in ("share", "men_share", "levels", "gone")),
    *(Binding(data_element=code) for code in ("monthly", "monthly", "people", "level", "level", "zone", "gone")),
)


class Drawn(NamedTuple):
    """A set with answers and figures, drawn at random."""

    criteria_set: CriteriaSet
    answers: dict[str, Answer]
    calculator: Calculator


def draw(seed: int, most_leaves: int = 7) -> Drawn:
    """A case of some criteria and leaves of every kind, answered and filled more often than not."""
    dice = random.Random(seed)
    count = dice.randint(1, most_leaves)
    items = [_drawn_leaf(dice, f"L{place}") for place in range(count)]
    cuts = sorted(dice.sample(range(1, count), min(count - 1, dice.randint(0, 2))))
    parts = [items[low:high] for low, high in zip([0, *cuts], [*cuts, count], strict=True)]
    criteria = [make_criterion(str(place), *part) for place, part in enumerate(parts, start=1)]
    criteria_set = make_set(
        *criteria,
        total_min_percent=dice.choice((50, 80, 80, 100)),
        each_criterion_min_percent=dice.choice((0, 50, 50, 70)),
        no_knock_out=dice.random() < 0.8,
        denominator=dice.choice(("full", "applicable")),
        knock_out_items_known=dice.random() < 0.8,
    )
    answers = {item.code: text for item in items if (text := _drawn_answer(dice, item))}
    return Drawn(criteria_set, make_answers(**answers), make_calculator(ELEMENTS, INDICATORS, _drawn_cells(dice)))


def draw_points(seed: int, most_leaves: int = 9) -> Drawn:
    """A case of leaves that people answer, nearly all of them: for searches over points alone."""
    dice = random.Random(seed)
    drawn = draw(seed, most_leaves)
    criteria = tuple(
        each._replace(items=tuple(item._replace(binds=None) for item in each.items))
        for each in drawn.criteria_set.criteria
    )
    items = [item for each in criteria for item in each.items]
    answers = {item.code: text.strip("!") for item in items if (text := _drawn_answer(dice, item))}
    return drawn._replace(criteria_set=drawn.criteria_set._replace(criteria=criteria), answers=make_answers(**answers))


def _drawn_leaf(dice: random.Random, code: str) -> Item:
    scoring = dice.choice(tuple(Scoring))
    points = dice.randint(1, 4)
    changes: dict[str, Any] = {"effort": dice.randint(1, 5)}
    if scoring is Scoring.TIERED:
        bounds = sorted(dice.sample(range(1, 9), 2), reverse=True)
        best = dice.randint(1, points)
        changes["tiers"] = make_tiers(
            (">=", bounds[0], best), (dice.choice((">=", ">")), bounds[1], dice.randint(0, best))
        )
        if dice.random() < 0.3:
            changes["tiers"] = make_tiers(("<=", bounds[1], best), ("<", bounds[0], dice.randint(0, best)))
    changes["target"] = dice.randint(2, 9) if scoring is Scoring.PROPORTIONAL else None
    changes["rounds_to_step"] = dice.random() < 0.5
    changes["per_fault"] = Fraction(1, 2) if scoring is Scoring.DEDUCTION else None
    if dice.random() < 0.4:
        condition = Condition(dice.choice(("<", ">=", "=")), dice.randint(0, 6)) if dice.random() < 0.5 else None
        changes["knock_out"] = KnockOut(condition)
    if dice.random() < 0.5:
        changes["binds"] = Binding(data_element="open") if scoring is Scoring.YES_NO else dice.choice(BINDINGS)
    changes["not_applicable_rule"] = dice.choice((None, *NotApplicableRule))
    return make_leaf(code, points, scoring, **changes)


def _drawn_answer(dice: random.Random, item: Item) -> str:
    if dice.random() < 0.1:
        return dice.choice(("", "n/a", "!n/a"))
    if item.scored.scoring is Scoring.YES_NO:
        text = dice.choice(("yes", "no"))
    elif item.scored.scoring is Scoring.MANUAL:
        text = dice.choice(("0", "0.5", "1"))
    else:
        text = str(dice.randint(0, 9))
    if item.binds is not None:
        return dice.choice(("", "", f"!{text}"))
    return text


def _drawn_cells(dice: random.Random) -> Mapping[str, str | int | None]:
    cells: dict[str, str | int | None] = {}
    for year in (YEAR - 1, YEAR):
        for quarter in (1, 2, 3, 4):
            period = f"{year}Q{quarter}"
            cells[f"monthly@{period}"] = dice.choice((0, 1, 1, 2, "-"))
            if dice.random() < 0.5:
                cells[f"people@{period}"] = dice.randint(0, 9)
            cells[f"men@{period}"] = dice.randint(0, 4)
            cells[f"women@{period}"] = dice.choice((1, 2, 3, 4, 5, "?abc"))
            cells[f"level@{period}"] = dice.choice(("1.9", "2", "2.10"))
            if dice.random() < 0.3:
                cells[f"monthly@{period}"] = None
                cells[f"monthly@{period}:male"] = dice.randint(0, 2)
                cells[f"monthly@{period}:female"] = dice.randint(0, 2)
        cells[f"open@{year}"] = dice.choice(("true", "false"))
        cells[f"zone@{year}"] = dice.choice(("1", "2"))
    return cells
