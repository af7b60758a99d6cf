"""The yearly self-assessment in words: answers, rules, verdict, clauses; "Đạt" stands only where it is the verdict."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data.assessment.definitions import Condition, CriteriaSet, Item, Scored, Scoring
from data.assessment.records import NO, NOT_APPLICABLE, SELF_LAYER, YES, Layer
from data.assessment.results import AssessmentVerdict, CriterionPoints, LeafPoints, Place, Problem, Result, Source
from data.catalogue.content import Catalogue
from data.model import Number
from data.numbers import NOT_APPLICABLE_SIGN, NOT_REPORTED_SIGN, format_typed
from data.printing import printed_limit, printed_points
from reports.sections.assessment_words import answer_words
from reports.sections.wording import certainty_words
from ui import words
from ui.marking import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_VERDICTS = {
    AssessmentVerdict.PASSED: QT_TRANSLATE_NOOP("Assessment", "Passed"),
    AssessmentVerdict.FAILED: QT_TRANSLATE_NOOP("Assessment", "Not passed"),
    AssessmentVerdict.NO_GROUND: QT_TRANSLATE_NOOP("Assessment", "No sufficient ground"),
}
VERDICT_SIGNS = {
    AssessmentVerdict.PASSED: "met",
    AssessmentVerdict.FAILED: "not_met",
    AssessmentVerdict.NO_GROUND: "undecided",
}
_PROBLEMS = {
    Problem.UNANSWERED: QT_TRANSLATE_NOOP("Assessment", "not answered yet"),
    Problem.FIGURE_MISSING: QT_TRANSLATE_NOOP("Assessment", "figures missing"),
    Problem.NO_DENOMINATOR: QT_TRANSLATE_NOOP("Assessment", "nobody concerned"),
    Problem.NO_RULE_FOR_ABSENCE: QT_TRANSLATE_NOOP("Assessment", "the set does not say what it counts then"),
    Problem.PLACE_UNKNOWN: QT_TRANSLATE_NOOP("Assessment", "zone not stated"),
    Problem.FIGURE_GONE: QT_TRANSLATE_NOOP("Assessment", "its figure is no longer kept"),
}
_SIGNS = {">=": "≥", "<=": "≤"}
_RESPONSIBLE = {
    "station": QT_TRANSLATE_NOOP("Assessment", "the station"),
    "health_centre": QT_TRANSLATE_NOOP("Assessment", "the health centre"),
    "commune": QT_TRANSLATE_NOOP("Assessment", "the commune committee"),
    "other": QT_TRANSLATE_NOOP("Assessment", "others, or not named"),
}
_BOUND_DECIMALS = 2


class ClauseLine(NamedTuple):
    """One clause of the pass rule: whether it holds (icon's name), and the sentence."""

    sign: str
    text: str


def _tr(text: str) -> str:
    return translate("Assessment", text)


# --- layers, answers ------------------------------------------------------------


def layer_name(name: str) -> str:
    """The station's own layer by its word, others as they are called."""
    return translate("Assessment", "Self score") if name == SELF_LAYER else name


def layer_title(layer: Layer) -> str:
    """A layer as it heads its column: the recognised one says so."""
    name = layer_name(layer.name)
    return translate("Assessment", "{layer} (recognised)").format(layer=name) if layer.is_recognised else name


def certainty(criteria_set: CriteriaSet) -> str:
    """Whose table it is and how certain, as it must stand wherever the set is shown."""
    if not criteria_set.is_shipped:
        own = translate("Assessment", "entered by the station, not official")
        return f"{own}; {certainty_words(criteria_set.certainty)}" if criteria_set.certainty else own
    return certainty_words(criteria_set.certainty)


def knock_outs_unchecked() -> str:
    """What has to stand beside every result of a set without its knock-outs."""
    return translate("Assessment", "knock-outs not checked – the detailed score table has not been entered")


def answer_text(leaf: LeafPoints, place: Place) -> str:
    """What was counted, as a person reads it; of a leaf without points why not."""
    if leaf.problem in (None, Problem.UNANSWERED) or leaf.answer:
        return answer_to(leaf.item, leaf.answer)
    return problem(leaf.problem, leaf, place)


def counted(leaf: LeafPoints, place: Place, catalogue: Catalogue) -> str:
    """As ``answer_text``; a figure of the station as it is printed, with its unit."""
    if leaf.source is Source.FIGURE and leaf.reading is not None and leaf.reading.value is not None:
        return answer_words(leaf, catalogue)
    return answer_text(leaf, place)


def answer_to(item: Item, answer: str) -> str:
    """An answer to an item as a person reads it; a choice as the set words it."""
    worded = (tier.text_vi for tier in item.scored.tiers if tier.condition.choice and tier.condition.choice == answer)
    return next((each for each in worded if each), "") or canonical_text(answer)


def canonical_text(answer: str) -> str:
    """A canonical answer as a person reads it."""
    if answer == NOT_APPLICABLE:
        return NOT_APPLICABLE_SIGN
    if answer in (YES, NO):
        return words.choice("true" if answer == YES else "false")
    return _figure_text(answer) if answer[:1].isdigit() else words.choice(answer)


def _figure_text(text: str) -> str:
    """A decimal with its comma; one that does not end is cut after two decimals."""
    whole, _point, decimals = text.partition(".")
    return format_typed(f"{whole}.{decimals[:_BOUND_DECIMALS]}" if len(decimals) > 6 else text)


def problem(value: Problem, leaf: LeafPoints | None = None, place: Place | None = None) -> str:
    """Why a leaf has no points; with the place, which part of it is not stated."""
    if value is Problem.PLACE_UNKNOWN and leaf is not None and place is not None and lacks_region(leaf.item, place):
        return translate("Assessment", "mountain or plain not stated")
    return _tr(_PROBLEMS[value])


def lacks_region(item: Item, place: Place) -> bool:
    """Whether an item waits for mountain or plain, and for no zone."""
    waits_for_zone = not place.zone and any(each.zone for each in item.region_variants)
    return not waits_for_zone and not place.region and any(each.region for each in item.region_variants)


def source_words(leaf: LeafPoints, place: Place) -> tuple[str, str]:
    """Icon and words for where an answer comes from; both empty for a plain answer."""
    if leaf.problem is not None and leaf.problem is not Problem.UNANSWERED:
        return "missing", problem(leaf.problem, leaf, place)
    if leaf.source is Source.FIGURE:
        return "indicators", translate("Assessment", "from the station's figures")
    if leaf.source is Source.OVERRIDE:
        said = translate("Assessment", "a person's answer against the figures: {reason}")
        return "undecided", said.format(reason=leaf.reason)
    return "", ""


def responsible(text: str) -> str:
    """Who can act; a free text as it stands."""
    return _tr(_RESPONSIBLE[text]) if text in _RESPONSIBLE else text


# --- rules ------------------------------------------------------------


def points(value: Number, limit: Number | None = None) -> str:
    """Points with their word."""
    return translate("Assessment", "{points} points").format(points=printed_points(value, limit))


def rule(scored: Scored, step: Number) -> str:
    """How a leaf gets its points, as a sentence."""
    if not scored.applies:
        return translate("Assessment", "Does not apply in this zone.")
    most = points(scored.max_points or 0)
    match scored.scoring:
        case Scoring.YES_NO:
            return translate("Assessment", "Yes: {most}; no: 0.").format(most=most)
        case Scoring.TIERED:
            return _tiers(scored)
        case Scoring.PROPORTIONAL:
            return _share(scored, step)
        case Scoring.DEDUCTION:
            said = translate("Assessment", "{most}, less {per} for each fault found, not below 0.")
            return said.format(most=most, per=points(scored.per_fault or 0))
        case Scoring.MANUAL:
            said = translate("Assessment", "The scorer gives 0 to {most}, in steps of {step}.")
            return said.format(most=most, step=printed_points(step))
    return translate("Assessment", "The source does not say how it is scored.")


def _tiers(scored: Scored) -> str:
    parts = [f"{condition(tier.condition, scored)}: {points(tier.points)}" for tier in scored.tiers]
    rest = translate("Assessment", "none of these: 0")
    return translate("Assessment", "The first that holds counts: {tiers}; {rest}.").format(
        tiers="; ".join(parts), rest=rest
    )


def _share(scored: Scored, step: Number) -> str:
    said = translate("Assessment", "{most} × the figure ÷ {target}, at most {most}").format(
        most=points(scored.max_points or 0), target=printed_limit(scored.target or 0)
    )
    if scored.rounds_to_step:
        said += translate("Assessment", ", rounded to {step}").format(step=printed_points(step))
    return f"{said}."


def condition(value: Condition, scored: Scored) -> str:
    """A comparison with its bound: "≥ 95"; a choice as the tiers of its item word it."""
    if value.choice:
        worded = (tier.text_vi for tier in scored.tiers if tier.condition.choice == value.choice)
        return next((each for each in worded if each), "") or words.choice(value.choice)
    return f"{_SIGNS.get(value.comparator, value.comparator)} {printed_limit(value.bound)}"


def knock_out(item: Item, criteria_set: CriteriaSet) -> str:
    """When an item is a knock-out, as a sentence; empty where it is none."""
    found = item.scored.knock_out
    if found is None:
        is_known = item.knock_out_known and criteria_set.pass_rule.knock_out_items_known
        return "" if is_known else translate("Assessment", "The set does not say whether this is a knock-out.")
    if found.condition is None:
        return translate("Assessment", "Knock-out when it gets 0 points.")
    return translate("Assessment", "Knock-out when the answer is {condition}.").format(
        condition=condition(found.condition, item.scored)
    )


# --- verdict ------------------------------------------------------------


def verdict(value: AssessmentVerdict) -> str:
    """One of the three words."""
    return _tr(_VERDICTS[value])


def total_line(result: Result) -> str:
    """The sum against the maximum and what is needed."""
    said = translate("Assessment", "Total {total} of {most} points, {limit} needed")
    return said.format(
        total=scored_points(result.total, len(result.leaves) - len(result.unscored), result.limit),
        most=printed_points(result.max_total),
        limit=printed_limit(result.limit),
    )


def scored_points(value: Number, scored: int, limit: Number | None = None) -> str:
    """A sum of points; "…" while none of its items is scored."""
    return printed_points(value, limit) if scored else NOT_REPORTED_SIGN


def clause_lines(result: Result) -> list[ClauseLine]:
    """Every clause of the pass rule with how it stands."""
    return [_total_clause(result), _criterion_clause(result), *_knock_out_clauses(result)]


def _total_clause(result: Result) -> ClauseLine:
    rule_ = result.criteria_set.pass_rule
    head = translate("Assessment", "At least {percent}% of all points: ").format(
        percent=printed_limit(rule_.total_min_percent)
    )
    return ClauseLine(*_state(result, ("total", ""), result.total, result.limit, head))


def _state(result: Result, clause: tuple[str, str], value: Number, limit: Number, head: str) -> tuple[str, str]:
    """Sign and sentence of a sum against its limit."""
    shown, needed = printed_points(value, limit), printed_limit(limit)
    foreseen = {(each.kind, each.subject): each for each in result.foreseen}
    if value >= limit:
        said = translate("Assessment", "{value}, {needed} needed: enough, {more} more")
        return "met", head + said.format(value=shown, needed=needed, more=printed_points(value - limit, 0))
    less = printed_points(limit - value, 0)
    if clause in foreseen:
        if foreseen[clause].value != value:
            said = translate("Assessment", "{value}, {needed} needed: too little, at most {best} can be reached")
            best = printed_points(foreseen[clause].value, limit)
            return "not_met", head + said.format(value=shown, needed=needed, best=best)
        said = translate("Assessment", "{value}, {needed} needed: too little, {less} missing")
        return "not_met", head + said.format(value=shown, needed=needed, less=less)
    said = translate("Assessment", "{value} so far, {needed} needed: {less} more, still open")
    return "not_due", head + said.format(value=shown, needed=needed, less=less)


def _criterion_clause(result: Result) -> ClauseLine:
    rule_ = result.criteria_set.pass_rule
    head = translate("Assessment", "At least {percent}% of the points of each criterion: ").format(
        percent=printed_limit(rule_.each_criterion_min_percent)
    )
    certain = {each.subject for each in result.foreseen if each.kind == "criterion"}
    low = [each for each in result.criteria if each.points < each.limit]
    failing = [each for each in low if each.criterion.number in certain]
    if failing:
        return ClauseLine("not_met", head + "; ".join(_short_of(each) for each in failing))
    if low:
        said = translate("Assessment", "still open in {criteria}")
        return ClauseLine("not_due", head + said.format(criteria=", ".join(each.criterion.number for each in low)))
    return ClauseLine("met", head + translate("Assessment", "enough in all {count}").format(count=len(result.criteria)))


def _short_of(each: CriterionPoints) -> str:
    said = translate("Assessment", "criterion {number} has {points} of {most}, {limit} needed, {less} missing")
    return said.format(
        number=each.criterion.number,
        points=printed_points(each.points, each.limit),
        most=printed_points(each.max_points),
        limit=printed_limit(each.limit),
        less=printed_points(each.limit - each.points, 0),
    )


def _knock_out_clauses(result: Result) -> list[ClauseLine]:
    if not result.criteria_set.pass_rule.no_knock_out:
        return []
    head = translate("Assessment", "No knock-out: ")
    hit = [leaf.item.code for leaf in result.leaves if leaf.knock_out_hit]
    lines = []
    if hit:
        lines.append(
            ClauseLine("not_met", head + translate("Assessment", "hit at {items}").format(items=", ".join(hit)))
        )
    if result.knock_outs_unknown:
        lines.append(ClauseLine("undecided", head + knock_outs_unchecked()))
    elif not hit and result.unscored:
        lines.append(ClauseLine("not_due", head + translate("Assessment", "none hit so far")))
    elif not hit:
        lines.append(ClauseLine("met", head + translate("Assessment", "none hit")))
    return lines


def why_no_ground(result: Result) -> str:
    """Why there is no verdict, and what is certain all the same; empty where there is one."""
    if result.verdict is not AssessmentVerdict.NO_GROUND:
        return ""
    parts = []
    if result.unscored:
        said = translate("Assessment", "%n item(s) are not scored yet", "", len(result.unscored))
        parts.append(said)
    if result.knock_outs_unknown:
        parts.append(knock_outs_unchecked())
    if result.foreseen:
        parts.append(translate("Assessment", "it cannot pass any more, whatever the open items get"))
    return "; ".join(parts)
