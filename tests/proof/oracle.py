"""An indicator's answer for a period: status, numerator, denominator, value, missing, provisional.

Source: CONTRACT section 1, P1 to P7, and the sentences on ``indicators`` in section 2.
"""

from dataclasses import dataclass
from fractions import Fraction

from tests.proof.definitions import Definitions, Indicator
from tests.proof.figures import Answer, Blank, Cells, Dash, over_span
from tests.proof.formula import names_in, work_out
from tests.proof.spans import Span, read_period


@dataclass(frozen=True)
class Result:
    """What the contract says an indicator's entry holds."""

    status: str
    span: Span
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    value: Fraction | None = None
    choice: str | None = None
    missing: frozenset[str] = frozenset()
    reported: str | None = None
    provisional: Fraction | None = None


def is_counted_from_january(definitions: Definitions, indicator: Indicator) -> bool:
    """Say whether an indicator is counted "lũy kế" within the year.

    Source: CONTRACT P6: its frequency is year, or its numerator adds up over time and its
    denominator does not (135 of the 203).
    """
    if indicator.frequency == "year":
        return True
    if indicator.denominator is None:
        return False
    above = [definitions.elements[name].over_time for name in names_in(indicator.numerator)]
    below = [definitions.elements[name].over_time for name in names_in(indicator.denominator)]
    return "sum" in above and "sum" not in below


def counted_span(definitions: Definitions, indicator: Indicator, period: str) -> Span:
    """Give the months that count: 1 January to the end of the period, or the period (P6)."""
    span = read_period(period)
    if is_counted_from_january(definitions, indicator):
        return Span(span.year, 1, span.last)
    return span


def named_elements(indicator: Indicator) -> tuple[str, ...]:
    """List the data elements of numerator, then denominator, each once."""
    above = names_in(indicator.numerator)
    below = names_in(indicator.denominator) if indicator.denominator else ()
    return tuple(dict.fromkeys(above + below))


def evaluate(definitions: Definitions, cells: Cells, code: str, period: str, category: str = "total") -> Result:
    """Work an indicator out for one period and ``total``, ``male`` or ``female``."""
    indicator = definitions.indicators[code]
    span = counted_span(definitions, indicator, period)
    if indicator.level != "station":
        return Result("not_station_level", span)
    answers = {name: over_span(cells, definitions.elements[name], span, category) for name in named_elements(indicator)}
    if any(isinstance(answer.value, Dash) for answer in answers.values()):
        return Result("not_applicable", span)
    if any(isinstance(answer.value, Blank) for answer in answers.values()):
        return _partly_reported(indicator, span, answers)
    return _complete(indicator, span, answers)


def _complete(indicator: Indicator, span: Span, answers: dict[str, Answer]) -> Result:
    """All elements are there: status ok or no_denominator; P7 for choices."""
    values = {name: answer.value for name, answer in answers.items() if isinstance(answer.value, Fraction)}
    for answer in answers.values():
        if isinstance(answer.value, str):
            return Result("ok", span, choice=answer.value)
    numerator = work_out(indicator.numerator, values)
    if indicator.denominator is None:
        return Result("ok", span, numerator, None, numerator * indicator.factor)
    denominator = work_out(indicator.denominator, values)
    if denominator == 0:
        return Result("no_denominator", span, numerator, denominator)
    value = numerator / denominator * indicator.factor
    return Result("ok", span, numerator, denominator, value)


def _partly_reported(indicator: Indicator, span: Span, answers: dict[str, Answer]) -> Result:
    """P5: value null; which are missing, "2/3" of the least reported, and what is there."""
    missing = frozenset(name for answer in answers.values() for name in answer.missing)
    least = min(answers.values(), key=lambda answer: Fraction(answer.reported, answer.needed))
    return Result(
        "missing",
        span,
        missing=missing,
        reported=f"{least.reported}/{least.needed}",
        provisional=_provisional(indicator, answers),
    )


def _provisional(indicator: Indicator, answers: dict[str, Answer]) -> Fraction | None:
    there: dict[str, Fraction] = {}
    for name, answer in answers.items():
        held = answer.value if isinstance(answer.value, Fraction) else answer.there
        if held is None:
            return None
        there[name] = held
    numerator = work_out(indicator.numerator, there)
    if indicator.denominator is None:
        return numerator * indicator.factor
    denominator = work_out(indicator.denominator, there)
    if denominator == 0:
        return None
    return numerator / denominator * indicator.factor
