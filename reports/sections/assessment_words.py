"""Words of an assessment on paper: the set and how sure it is, verdicts, clauses, why a leaf has no points.

"Đạt" stands on paper only where the set was passed: with "chưa đủ căn cứ" no text of ours uses the word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.assessment.answers import bounds_of
from data.assessment.definitions import Completeness, CriteriaSet, leaves
from data.assessment.records import FROM_FIGURES, NO, NOT_APPLICABLE, YES
from data.assessment.results import AssessmentVerdict, Clause, LeafPoints, Problem, Reading, Result, Source
from data.assessment.verdict import CRITERION, TOTAL
from data.catalogue.content import Catalogue
from data.definitions import ValueType
from data.model import Number
from data.numbers import NOT_REPORTED_SIGN, exact_text, format_typed
from data.printing import printed_among, printed_limit, printed_points, with_unit
from reports.days import day_text
from reports.sections import wording
from reports.sections.appraised import short_citation
from reports.sections.wording import capital
from reports.texts import text

OFFICIAL = "official text seen"
"""Certainty of a set whose official text was read (research of the domain, labels)."""


def is_official(criteria_set: CriteriaSet) -> bool:
    """Whether a set may be printed without a mark: shipped, complete, and its official text was read."""
    is_whole = criteria_set.completeness is Completeness.FULL
    return criteria_set.is_shipped and is_whole and criteria_set.certainty == OFFICIAL


def has_no_details(criteria_set: CriteriaSet) -> bool:
    """Whether a set holds criteria alone, all or some of them without their items."""
    return not all(criterion.items_complete for criterion in criteria_set.criteria)


def asks_papers(result: Result) -> bool:
    """Whether any line of the table, as it reads in the station's place, names a paper to be there."""
    return any(leaf.item.evidence for leaf in result.leaves)


def noun_of(criteria_set: CriteriaSet) -> str:
    """What is scored: "nội dung", or "tiêu chí" where the set holds no items."""
    return text("assessment.noun_criterion" if has_no_details(criteria_set) else "assessment.noun_item")


def set_marks(criteria_set: CriteriaSet) -> tuple[str, ...]:
    """What every page says of a set that is not official."""
    if is_official(criteria_set):
        return ()
    marks = (text("assessment.mark_shipped" if criteria_set.is_shipped else "assessment.mark_own"),)
    return (*marks, text("assessment.mark_criteria_only")) if has_no_details(criteria_set) else marks


def basis_words(criteria_set: CriteriaSet) -> str:
    """The set as it is cited: title and decision."""
    title, decision = criteria_set.title_vi, criteria_set.decision
    return text("assessment.basis", title=title, decision=decision) if decision else title


def set_words(criteria_set: CriteriaSet) -> str:
    """Which set was used, since when it is in force, how large it is."""
    key = "assessment.set_criteria_only" if has_no_details(criteria_set) else "assessment.set"
    return text(
        key,
        basis=_basis_again(criteria_set),
        term=term_words(criteria_set),
        criteria=len(criteria_set.criteria),
        items=sum(1 for _ in leaves(criteria_set)),
        total=printed_points(criteria_set.total_points),
    )


def _basis_again(criteria_set: CriteriaSet) -> str:
    """The decision as it is cited again; the title of a set without one stands by itself."""
    basis = short_citation(criteria_set)
    return basis if criteria_set.title_vi in basis else text("assessment.by_decision", decision=basis)


def version_words(criteria_set: CriteriaSet) -> str:
    """By what the version that was used is told from others."""
    return text("assessment.set_version", version=criteria_set.version)


def term_words(criteria_set: CriteriaSet) -> str:
    """From when to when a set is in force."""
    first = day_text(criteria_set.valid_from)
    if criteria_set.valid_to is None:
        return text("assessment.term_open", first=first)
    return text("assessment.term", first=first, last=day_text(criteria_set.valid_to))


def certainty_words(criteria_set: CriteriaSet) -> str:
    """Where the table of points comes from and how sure it is, as it stands in the set; empty for an official one."""
    if is_official(criteria_set):
        return ""
    key = "assessment.shipped" if criteria_set.is_shipped else "assessment.own"
    return text(key, certainty=wording.certainty_words(criteria_set.certainty))


def correction_words(criteria_set: CriteriaSet) -> str:
    """Whether a later correction of the decision is in the table; empty where none is named."""
    facts = dict(criteria_set.facts)
    if "corrected_by" not in facts:
        return ""
    known = {"true": "applied", "false": "not_applied"}
    applied = text(f"assessment.{known.get(facts.get('correction_applied', ''), 'correction_unknown')}")
    document = facts["corrected_by"].removesuffix(text("assessment.is_correction")).rstrip()
    return text("assessment.corrected", document=document, applied=applied)


# --- verdict -------------------------------------------------------------------------------------------------------


def verdict_words(result: Result) -> str:
    """The verdict: "Đạt", "Không đạt", "Chưa đủ căn cứ: …" with every reason."""
    if result.verdict is not AssessmentVerdict.NO_GROUND:
        return text(f"assessment.{result.verdict.value}")
    return text("assessment.chua_du_can_cu", reasons="; ".join(_reasons(result)))


def _reasons(result: Result) -> Iterator[str]:
    if result.knock_outs_unknown:
        key = "no_details" if has_no_details(result.criteria_set) else "no_knock_outs"
        yield text(f"assessment.{key}")
    if result.unscored:
        yield text("assessment.unscored", count=len(result.unscored), noun=noun_of(result.criteria_set))
    if not result.max_total:
        yield text("assessment.none_applies")


def clause_words(clause: Clause, result: Result) -> str:
    """A clause that fails, with the figures it fails by."""
    points, limit = printed_points(clause.value, clause.limit), printed_limit(clause.limit)
    if clause.kind == TOTAL:
        return text("assessment.failed_total", points=points, limit=limit)
    if clause.kind == CRITERION:
        name = next(each.criterion.name_vi for each in result.criteria if each.criterion.number == clause.subject)
        number = clause.subject
        return text("assessment.failed_criterion", number=number, name=name, points=points, limit=limit)
    leaf = next(leaf for leaf in result.leaves if leaf.item.code == clause.subject)
    return text("assessment.failed_knock_out", code=clause.subject, text=leaf.item.text_vi.rstrip("."))


def rule_words(result: Result) -> list[str]:
    """Every condition of the set, with how it stands."""
    rule = result.criteria_set.pass_rule
    lines = [
        text(
            "assessment.rule_total",
            percent=printed_limit(rule.total_min_percent),
            limit=printed_limit(result.limit),
            most=printed_points(result.max_total),
            state=_total_state(result),
        ),
        text(
            "assessment.rule_criteria",
            percent=printed_limit(rule.each_criterion_min_percent),
            state=_criteria_state(result),
        ),
    ]
    if rule.no_knock_out:
        lines.append(text("assessment.rule_knock_out", state=_knock_out_state(result)))
    return lines


def _total_state(result: Result) -> str:
    state = text("assessment.enough" if result.total >= result.limit else "assessment.not_enough")
    if result.unscored and result.total < result.limit:
        state = text("assessment.unscored", count=len(result.unscored), noun=noun_of(result.criteria_set))
    return text("assessment.state_total", points=total_text(result), state=state)


def _criteria_state(result: Result) -> str:
    below = [each.criterion.number for each in result.criteria if each.points < each.limit and not each.unscored]
    still = [each.criterion.number for each in result.criteria if each.unscored]
    states = []
    if below:
        states.append(text("assessment.criteria_below", numbers=", ".join(below)))
    if still:
        states.append(text("assessment.criteria_open", numbers=", ".join(still)))
    return "; ".join(states) or text("assessment.criteria_enough", count=len(result.criteria))


def _knock_out_state(result: Result) -> str:
    hit = [leaf.item.code for leaf in result.leaves if leaf.knock_out_hit]
    if hit:
        return text("assessment.knock_out_hit", codes=", ".join(hit))
    if result.knock_outs_unknown:
        return text("assessment.knock_out_unknown")
    return text("assessment.knock_out_open" if result.unscored else "assessment.knock_out_none")


# --- appraisal layers ----------------------------------------------------------------------------------------------


def is_from_figures(leaf: LeafPoints) -> bool:
    """Whether the points of an appraisal layer are the station's figures: the layer itself answered nothing."""
    is_filled = leaf.source is Source.FIGURE or (leaf.source is not Source.NONE and leaf.reason == FROM_FIGURES)
    return is_filled and leaf.points is not None


def is_appraised(leaf: LeafPoints) -> bool:
    """Whether an appraisal layer gave points of its own."""
    return leaf.points is not None and not is_from_figures(leaf)


def has_points_from_figures(layers: Iterable[Result]) -> bool:
    """Whether any appraisal layer holds points that are the station's figures."""
    return any(is_from_figures(leaf) for result in layers for leaf in result.leaves)


# --- leaves --------------------------------------------------------------------------------------------------------


def points_text(points: Number | None, limit: Number | None = None) -> str:
    """Points as printed; "…" while there are none."""
    return NOT_REPORTED_SIGN if points is None else printed_points(points, limit)


def total_text(result: Result) -> str:
    """The total as printed; "…" while nothing is scored."""
    return points_text(None if len(result.unscored) == len(result.leaves) else result.total, result.limit)


def note_lines(leaf: LeafPoints, catalogue: Catalogue) -> list[str]:
    """What stands beside a leaf: a knock-out, what was answered, from where; why it has no points."""
    lines = [text("assessment.knock_out")] if leaf.knock_out_hit else []
    if leaf.problem is not None:
        lines.append(capital(problem_words(leaf, catalogue)))
    elif leaf.is_absent:
        lines.append(text("assessment.not_applicable"))
    elif leaf.source is Source.FIGURE:
        lines.append(text("assessment.by_figure", answer=answer_words(leaf, catalogue)))
    elif leaf.source is Source.OVERRIDE and leaf.reading is not None:
        figure = _figure_words(leaf, leaf.reading, catalogue)
        lines.append(text("assessment.override", figure=figure, answer=answer_words(leaf, catalogue)))
    elif not says_its_points(leaf):
        lines.append(text("assessment.by_answer", answer=answer_words(leaf, catalogue)))
    return lines


def reason_words(leaf: LeafPoints) -> str:
    """What a person wrote beside the answer."""
    return text("assessment.reason", reason=leaf.reason)


def says_its_points(leaf: LeafPoints) -> bool:
    """Whether the answer is the points themselves, so that printing it again would say nothing new."""
    return leaf.points is not None and leaf.answer == exact_text(leaf.points)


def problem_words(leaf: LeafPoints, catalogue: Catalogue) -> str:
    """Why a leaf has no points; what is missing is called by its name."""
    problem = leaf.problem or Problem.UNANSWERED
    names = ""
    if leaf.reading is not None:
        codes = dict.fromkeys(code.partition("@")[0] for code in leaf.reading.missing or (leaf.reading.code,))
        names = "; ".join(_name_of(code, catalogue) for code in codes)
    return text(f"assessment.problem_{problem.value}", names=names).strip()


def _name_of(code: str, catalogue: Catalogue) -> str:
    named = catalogue.data_elements.get(code) or catalogue.indicators.get(code)
    return f"“{named.name_vi}”" if named is not None else f"“{code}”"


def answer_words(leaf: LeafPoints, catalogue: Catalogue) -> str:
    """What was counted: Có, Không, a figure with its unit, or the code of a choice."""
    known = {YES: "yes", NO: "no", NOT_APPLICABLE: "not_applicable"}
    if leaf.answer in known:
        return text(f"assessment.{known[leaf.answer]}")
    if leaf.source is Source.FIGURE and leaf.reading is not None:
        return _figure_words(leaf, leaf.reading, catalogue)
    tiers = (tier for tier in leaf.item.scored.tiers if tier.condition.choice == leaf.answer)
    return next((tier.text_vi for tier in tiers if tier.text_vi), format_typed(leaf.answer))


def _figure_words(leaf: LeafPoints, reading: Reading, catalogue: Catalogue) -> str:
    """The station's figure with its unit, with decimals enough to stand on its side of every tier."""
    if reading.value is None:
        return reading.choice or NOT_REPORTED_SIGN
    bounds = bounds_of(leaf.item.scored)
    indicator = catalogue.indicators.get(reading.code)
    if indicator is not None:
        return with_unit(indicator, printed_among(reading.value, indicator.decimals, bounds))
    element = catalogue.data_elements.get(reading.code)
    if element is not None and element.value_type is ValueType.BOOLEAN:
        return text("assessment.yes" if reading.value else "assessment.no")
    shown = printed_among(reading.value, 0, (*bounds, reading.value))
    return f"{shown} {element.unit}" if element is not None else shown
