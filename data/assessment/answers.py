"""What an answer to a leaf may be: checks canonical answers, and reads what a person types.

Canonical answers are ``yes``, ``no``, ``n/a``, a decimal number with a point, or the code of a choice. A leaf of
choices takes ``no`` for "none of these". Source: CONTRACT section 2 (assess) and section 3.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet, Item, Scored, Scoring, leaves
from data.assessment.records import NO, NOT_APPLICABLE, YES, Answer
from data.assessment.results import Place
from data.assessment.zones import readings_in
from data.definitions import ValueType
from data.errors import UserError
from data.model import Number
from data.numbers import (
    CANONICAL_DECIMAL,
    Draft,
    Figure,
    NotApplicable,
    NotReported,
    Parsed,
    bare,
    exact,
    exact_text,
    parse_figure,
)

_NEGATIVE = re.compile(r"-[0-9.,]+", re.ASCII)
_WITH_COMMA = re.compile(r"[0-9.]*[0-9],[0-9][0-9.,]*", re.ASCII)
_ABSENT_WORDS = frozenset(("n/a", "na", "kad", "khong ap dung", "not applicable"))


class Value(NamedTuple):
    """What an answer says: a number (yes and no count 1 and 0), or the code of a choice (empty: none of them)."""

    number: Number | None = None
    choice: str = ""


def choices_of(scored: Scored) -> tuple[str, ...]:
    """The choices of a leaf: its tiers in their order, its knock-out, what its figure can hold besides.

    Empty for a leaf that asks for a number. A choice that meets no tier gets no points.
    """
    codes = [tier.condition.choice for tier in scored.tiers]
    if not any(codes):
        return ()
    if scored.knock_out is not None and scored.knock_out.condition is not None:
        codes.append(scored.knock_out.condition.choice)
    return tuple(dict.fromkeys(code for code in (*codes, *scored.figure_choices) if code))


def bounds_of(scored: Scored) -> tuple[Number, ...]:
    """Every number that a leaf holds an answer against: a printed figure stands on its own side of each."""
    bounds = [tier.condition.bound for tier in scored.tiers if not tier.condition.choice]
    if scored.knock_out is not None and scored.knock_out.condition is not None:
        bounds.append(scored.knock_out.condition.bound)
    return (*bounds, scored.target) if scored.target is not None else tuple(bounds)


def value_of(item: Item, step: Number, text: str) -> Value:
    """What a canonical answer says to a leaf, as it reads in its place; ``n/a`` says nothing and is not asked here.

    Args:
        item: The leaf.
        step: Smallest step of points; points given by hand are multiples of it.
        text: Neither empty nor ``n/a``.

    Raises:
        UserError: answer_not_yes_no, answer_not_choice (``choices``), answer_negative, answer_comma,
            answer_not_number, answer_too_high (``most``), answer_off_step (``step``); all with ``item``, ``answer``.
    """
    scored, names = item.scored, {"item": item.code, "answer": text}
    if scored.scoring is Scoring.YES_NO:
        if text not in (YES, NO):
            raise UserError("answer_not_yes_no", **names)
        return Value(number=int(text == YES))
    choices = choices_of(scored)
    if choices:
        if text not in choices and text != NO:
            raise UserError("answer_not_choice", **names, choices=", ".join(choices))
        return Value(choice=text if text in choices else "")
    if not CANONICAL_DECIMAL.fullmatch(text):
        raise UserError(_number_fault(text), **names)
    number = exact(text)
    if scored.scoring is Scoring.MANUAL:
        _check_points(number, scored, step, names)
    return Value(number=number)


def answer_fault(criteria_set: CriteriaSet, place: Place, answer: Answer) -> UserError | None:
    """What is wrong with an answer, or None; an empty answer and ``n/a`` suit every leaf.

    While the place of the station is not stated, an answer is right that is right in any zone.
    """
    return answer_faults(criteria_set, place, [answer]).get(0)


def answer_faults(criteria_set: CriteriaSet, place: Place, answers: list[Answer]) -> dict[int, UserError]:
    """Place in the list -> what is wrong with that answer, for those that are wrong; as ``answer_fault``."""
    known = {item.code: item for _, item in leaves(criteria_set)}
    found = {}
    for number, answer in enumerate(answers):
        item = known.get(answer.item)
        if item is None:
            found[number] = _unknown(criteria_set, answer.item)
        elif answer.answer not in ("", NOT_APPLICABLE):
            fault = _fault_in(item, place, criteria_set.point_step, answer.answer)
            if fault is not None:
                found[number] = fault
    return found


def typed_answer(item: Item, text: str) -> Parsed:
    """Read what a person types as answer to a leaf, as it reads in its place; raises nothing.

    ``Figure.value`` is the canonical answer ("có", "x" and "1" are ``yes`` where that is asked; "9,5" is ``9.5``).
    A dash, "n/a" and "không áp dụng" are not applicable; nothing and "…" not answered.
    """
    if bare(text).strip() in _ABSENT_WORDS:
        return NotApplicable()
    choices = choices_of(item.scored)
    if item.scored.scoring is Scoring.YES_NO:
        parsed = parse_figure(text, ValueType.BOOLEAN)
        return Figure(YES if parsed.value == "true" else NO) if isinstance(parsed, Figure) else parsed
    if choices:
        return _typed_choice(_code_of(item.scored, text), choices)
    return parse_figure(text, ValueType.DECIMAL)


def canonical_answer(parsed: Parsed) -> str | None:
    """The canonical answer of what was read; None while a person has to be asked or it is no answer."""
    if isinstance(parsed, Figure):
        return parsed.value
    if isinstance(parsed, NotApplicable):
        return NOT_APPLICABLE
    return "" if isinstance(parsed, NotReported) else None


def _code_of(scored: Scored, text: str) -> str:
    """The code of the choice whose words in the set were typed; any other text as it is."""
    word = bare(text).strip()
    known = {bare(tier.text_vi).strip(): tier.condition.choice for tier in scored.tiers if tier.condition.choice}
    return known.get(word, text) if word else text


def _typed_choice(text: str, choices: tuple[str, ...]) -> Parsed:
    """One of the choices, else "không" for none of them; "có" only where ``yes`` is a choice."""
    parsed = parse_figure(text, ValueType.CHOICE, choices)
    said = parse_figure(text, ValueType.BOOLEAN) if isinstance(parsed, Draft) else parsed
    if said == Figure("false"):
        return Figure(NO)
    return Figure(YES) if said == Figure("true") and YES in choices else parsed


def _fault_in(item: Item, place: Place, step: Number, text: str) -> UserError | None:
    first = None
    for reading in readings_in(item, place):
        try:
            value_of(reading, step, text)
        except UserError as fault:
            first = first or fault
        else:
            return None
    return first


def _number_fault(text: str) -> str:
    if _NEGATIVE.fullmatch(text):
        return "answer_negative"
    return "answer_comma" if _WITH_COMMA.fullmatch(text) else "answer_not_number"


def _check_points(number: Number, scored: Scored, step: Number, names: dict[str, str]) -> None:
    if scored.max_points is not None and number > scored.max_points:
        raise UserError("answer_too_high", **names, most=exact_text(scored.max_points))
    if number % step:
        raise UserError("answer_off_step", **names, step=exact_text(step))


def _unknown(criteria_set: CriteriaSet, code: str) -> UserError:
    """Why a code takes no answer: it is a heading, a line of a criterion answered by its number, or nothing at all."""
    for criterion in criteria_set.criteria:
        if criterion.items_complete and code == criterion.number:
            return UserError("answer_to_heading", item=code)
        waiting = list(criterion.items)
        while waiting:
            item = waiting.pop()
            if item.code == code:
                if not criterion.items_complete:
                    return UserError("answer_to_criterion", item=code, criterion=criterion.number)
                return UserError("answer_to_heading", item=code)
            waiting += item.items
    return UserError("answer_item_unknown", item=code, set=criteria_set.id)
