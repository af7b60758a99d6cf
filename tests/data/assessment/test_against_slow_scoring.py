"""Random sets and answers: the product against the slow evaluator that knows nothing of it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.assessment.entries import clause_text
from data.assessment.records import SELF_LAYER, Answer
from data.assessment.results import Place, Problem, Reading
from data.assessment.scoring import score
from data.model import Status
from data.numbers import exact
from tests.data.assessment.slow_scoring import Read, Told, assess, leaf_in, leaves_of
from tests.data.assessment.table_builders import set_of, tree

HALVES = [str(half / 2).removesuffix(".0") for half in range(13)]
BOUNDS = ["0", "0.5", "1", "2", "3", "49.99", "50", "95"]
SIGNS = [">=", ">", "<=", "<", "="]
RULES = [None, "full_points", "exclude_from_denominator", "zero"]
CHOICES = ["xa", "phuong", "dac_khu"]

halves, bounds, signs = st.sampled_from(HALVES[1:]), st.sampled_from(BOUNDS), st.sampled_from(SIGNS)


@st.composite
def leaves(draw: st.DrawFn, code: str) -> dict[str, Any]:
    """A leaf of any kind."""
    kind = draw(st.sampled_from(["yes_no", "tiered", "tiered", "choice", "proportional", "manual", "deduction"]))
    knock_outs: list[st.SearchStrategy[Any]] = [st.just(False), st.just(True)]
    if kind == "choice":
        knock_outs.append(st.builds(_condition, st.just("="), st.sampled_from(CHOICES)))
    else:
        knock_outs.append(st.builds(_condition, signs, bounds))
    leaf: dict[str, Any] = {"code": code, "text_vi": code, "knock_out": draw(st.one_of(knock_outs))}
    leaf |= draw(points_of(kind))
    if kind not in ("manual", "choice") and draw(st.booleans()):
        leaf["binds"] = {"indicator": "share"}
    if (rule := draw(st.sampled_from(RULES))) is not None:
        leaf["not_applicable_rule"] = rule
    if draw(st.booleans()):
        leaf["region_variants"] = draw(st.lists(variants(kind), min_size=1, max_size=2))
    return leaf


@st.composite
def points_of(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """What decides the points of a leaf of this kind."""
    most = draw(halves)
    fields: dict[str, Any] = {"scoring": "tiered" if kind == "choice" else kind, "max_points": most}
    lower = st.sampled_from([half for half in HALVES if exact(half) <= exact(most)])
    match kind:
        case "tiered":
            steps = draw(st.lists(st.tuples(signs, bounds, lower), min_size=1, max_size=4))
            fields["tiers"] = [{**_condition(sign, bound), "points": points} for sign, bound, points in steps]
        case "choice":
            chosen = draw(st.permutations(CHOICES))[:2]
            fields["tiers"] = [{**_condition("=", choice), "points": draw(lower)} for choice in chosen]
        case "proportional":
            fields |= {"target": draw(st.sampled_from(BOUNDS[1:])), "round_to_step": draw(st.booleans())}
        case "deduction":
            fields["per_fault"] = draw(halves)
    return fields


@st.composite
def variants(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """What differs in a zone, a region, or both."""
    places: list[dict[str, Any]] = [
        {"zone": 1},
        {"zone": 2},
        {"region": "mien_nui"},
        {"zone": 3, "region": "dong_bang"},
    ]
    changes = draw(st.one_of(points_of(kind), st.just({"applies": False}), st.just({"not_applicable_rule": "zero"})))
    return {**draw(st.sampled_from(places)), **changes}


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    """A whole table: criteria answered by their number, by leaves, or by leaves under headings."""
    criteria = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        items = [draw(leaves(f"{number}.{place}")) for place in range(1, draw(st.integers(0, 3)) + 1)]
        if len(items) > 1 and draw(st.booleans()):
            heading = {"code": f"{number}.0", "text_vi": "đề mục", "max_points": None, "scoring": "manual"}
            items = [items[0], {**heading, "items": items[1:]}]
        criteria.append(
            {
                **{"criterion": number, "name_vi": "tiêu chí", "max_points": draw(halves)},
                **{"items": items, "items_complete": bool(items)},
            }
        )
    return tree(
        *criteria,
        total_min_percent=draw(st.sampled_from([0, 50, 80, 100])),
        each_criterion_min_percent=draw(st.sampled_from([0, 50])),
        no_knock_out=draw(st.booleans()),
        knock_out_items_known=draw(st.integers(0, 4)) > 0,
        denominator=draw(st.sampled_from(["full", "applicable"])),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Told], dict[str, Read], tuple[str, str]]:
    """A table, answers, figures, a place."""
    table = draw(tables())
    place = draw(st.sampled_from(["1", "2", "3"])), draw(st.sampled_from(["mien_nui", "dong_bang"]))
    told, read = {}, {}
    for _, leaf in leaves_of(table):
        if draw(st.integers(0, 9)):
            answer = draw(said_to(leaf)) if draw(st.integers(0, 4)) else "n/a"
            told[leaf["code"]] = Told(answer, draw(st.sampled_from(["", "vì"])))
        if "binds" in leaf:
            read[leaf["code"]] = Read(draw(st.one_of(st.sampled_from(["", "n/a"]), figures_of(leaf), figures_of(leaf))))
    return table, told, read, place


def said_to(leaf: dict[str, Any]) -> st.SearchStrategy[str]:
    """Answers that suit a leaf in every place."""
    if leaf["scoring"] == "yes_no":
        return st.sampled_from(["yes", "no"])
    if leaf["scoring"] == "manual":
        every = [leaf, *leaf.get("region_variants", ())]
        most = min(exact(str(each["max_points"])) for each in every if "max_points" in each)
        return st.sampled_from([half for half in HALVES if exact(half) <= most])
    if leaf["scoring"] == "tiered" and str(leaf["tiers"][0]["bound"])[0].isalpha():
        every = [leaf, *(each for each in leaf.get("region_variants", ()) if "tiers" in each)]
        shared = set.intersection(*({tier["bound"] for tier in each["tiers"]} for each in every))
        return st.sampled_from(sorted(shared) or ["no"])
    return bounds


def figures_of(leaf: dict[str, Any]) -> st.SearchStrategy[str]:
    """Figures that suit a bound leaf."""
    return st.sampled_from(["yes", "no"]) if leaf["scoring"] == "yes_no" else bounds


def _condition(sign: str, bound: str) -> dict[str, str]:
    return {"comparator": sign, "bound": bound}


def reading_of(read: Read) -> Reading:
    """The product's reading of a figure."""
    if read.value in ("", "n/a"):
        return Reading(code="share", status=Status.NOT_APPLICABLE if read.value else Status.MISSING)
    value = {"yes": "1", "no": "0"}.get(read.value, read.value)
    return Reading(code="share", status=Status.OK, value=exact(value))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_points_totals_and_verdict_are_those_of_the_slow_evaluator(
    case: tuple[dict[str, Any], dict[str, Told], dict[str, Read], tuple[str, str]],
) -> None:
    table, told, read, place = case
    expected = assess(table, told, read, place)
    answers = {code: Answer(code, SELF_LAYER, each.answer, each.reason) for code, each in told.items()}
    readings = {code: reading_of(each) for code, each in read.items()}
    result = score(set_of(table), SELF_LAYER, answers, readings, Place(*place))
    assert {leaf.item.code: (leaf.points, leaf.max_points, leaf.knock_out_hit) for leaf in result.leaves} == expected[
        "items"
    ]
    assert {each.criterion.number: (each.points, each.max_points) for each in result.criteria} == expected["criteria"]
    assert (result.total, result.max_total) == (expected["total"], expected["max_total"])
    assert result.verdict.value == expected["verdict"]
    assert [clause_text(clause).partition(":")[0] for clause in result.failed] == expected["failed"]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.data())
def test_what_is_foreseen_fails_however_the_open_leaves_are_answered(
    case: tuple[dict[str, Any], dict[str, Told], dict[str, Read], tuple[str, str]], data: st.DataObject
) -> None:
    table, told, read, place = case
    answers = {code: Answer(code, SELF_LAYER, each.answer, each.reason) for code, each in told.items()}
    readings = {code: reading_of(each) for code, each in read.items()}
    criteria_set = set_of(table)
    result = score(criteria_set, SELF_LAYER, answers, readings, Place(*place))
    for _, leaf in leaves_of(table):
        if leaf["code"] in result.unscored:
            answers[leaf["code"]] = Answer(leaf["code"], SELF_LAYER, data.draw(said_to(leaf)), "vì")
    later = score(criteria_set, SELF_LAYER, answers, readings, Place(*place))
    kept = {(clause.kind, clause.subject) for clause in later.foreseen}
    assert {(clause.kind, clause.subject) for clause in result.foreseen} <= kept


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_a_leaf_waits_for_the_place_just_where_places_decide_differently(
    case: tuple[dict[str, Any], dict[str, Told], dict[str, Read], tuple[str, str]],
) -> None:
    table, told, read, _ = case
    answers = {code: Answer(code, SELF_LAYER, each.answer, each.reason) for code, each in told.items()}
    readings = {code: reading_of(each) for code, each in read.items()}
    found = score(set_of(table), SELF_LAYER, answers, readings, Place())
    places = [(zone, region) for zone in "123" for region in ("mien_nui", "dong_bang")]
    known = [assess(table, told, read, place)["items"] for place in places]
    for leaf in found.leaves:
        code = leaf.item.code
        if leaf.problem is not Problem.PLACE_UNKNOWN:
            expected = {tuple(each[code]) for each in known}
            assert expected == {(leaf.points, leaf.max_points, leaf.knock_out_hit)}
        else:
            assert leaf.item.region_variants
            assert leaf.max_points == max(Fraction(str(each["max_points"])) for each in _readings(table, code))


def _readings(table: dict[str, Any], code: str) -> list[dict[str, Any]]:
    """The leaf as it reads in each place."""
    (leaf,) = (leaf for _, leaf in leaves_of(table) if leaf["code"] == code)
    return [leaf_in(leaf, zone, region) for zone in "123" for region in ("mien_nui", "dong_bang")]
