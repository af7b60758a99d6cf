"""Sentences proposed for a report's own text: what a rule is, and how its sentences and figures are put together.

A rule says in one plain statement (``[rule]`` of ``assets/texts/report_vi.toml``) when it proposes something. Its
sentences hold nothing but figures and what follows from them; causes and measures are left to people ("…"). Figures are
printed by what prints the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from data.documents.records import FigureLink
from data.narrative.links import Proposal
from reports.texts import text

Facts = TypeVar("Facts")

Said = tuple[str, tuple[FigureLink, ...]]
"""A sentence and its figures."""

MOST = 6
"""Sentences that a rule proposes at most, the weightiest first."""

SECTIONS = ("summary", "difficulties", "proposals", "next_steps")


class Rule(NamedTuple, Generic[Facts]):
    """When sentences of one kind are proposed, and for which section.

    Attributes:
        code: Stands beside the link of a sentence; ``statement_of`` says it in words.
        make: Facts -> sentences with their figures, the weightiest first.
    """

    code: str
    section: str
    make: Callable[[Facts], Iterator[Said]]


def statement_of(code: str) -> str:
    """When a rule proposes a sentence, in words; empty for a rule that is not there any more."""
    try:
        return text(f"rule.{code}", most=MOST)
    except KeyError:
        return ""


def proposals_of(rules: tuple[Rule[Facts], ...], facts: Facts) -> tuple[Proposal, ...]:
    """What all rules propose, in their order."""
    return tuple(
        Proposal(section=rule.section, rule=rule.code, sentence=sentence, figures=figures)
        for rule in rules
        for place, (sentence, figures) in enumerate(rule.make(facts))
        if place < MOST
    )


def said(key: str, figures: dict[str, FigureLink], **words: str) -> Said:
    """The words of a rule with its figures and names in their places; a sentence without line ends."""
    printed = {name: figure.printed for name, figure in figures.items()}
    sentence = " ".join(text(f"proposal.{key}", **printed, **words).split())
    return sentence, tuple(figure._replace(printed=" ".join(figure.printed.split())) for figure in figures.values())
