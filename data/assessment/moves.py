"""What an assessment keeps and what it loses when it goes over to another version of its set. Answers stay by item."""

from __future__ import annotations

from typing import NamedTuple

from data.assessment.answers import answer_fault
from data.assessment.definitions import CriteriaSet, leaves
from data.assessment.records import Answer, Assessed, Evidence
from data.assessment.results import Place


class Move(NamedTuple):
    """An assessment in another version.

    Attributes:
        gone: Answers to items that the other version does not have: they stay in the file and count no longer.
        unfit: Answers that the other version does not take (out of range, no such choice); to be answered anew.
        papers: Evidence of items that are not there any more.
        added: Codes of leaves that only the other version has, in its order.
    """

    gone: tuple[Answer, ...] = ()
    unfit: tuple[Answer, ...] = ()
    papers: tuple[Evidence, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def loses(self) -> bool:
        """Whether anything that was recorded counts no longer."""
        return bool(self.gone or self.unfit or self.papers)


def moved(old: CriteriaSet, new: CriteriaSet, assessed: Assessed, place: Place) -> Move:
    """What becomes of everything recorded when ``new`` takes the place of ``old``.

    Args:
        old: The version that the assessment uses.
        new: The version that it is to use.
        assessed: What is recorded.
        place: Zone and region, which may change what an item takes.
    """
    before = {leaf.code for _criterion, leaf in leaves(old)}
    after = [leaf.code for _criterion, leaf in leaves(new)]
    kept = [answer for answer in assessed.answers if answer.item in after]
    return Move(
        gone=tuple(answer for answer in assessed.answers if answer.item not in after),
        unfit=tuple(answer for answer in kept if answer_fault(new, place, answer) is not None),
        papers=tuple(paper for paper in assessed.evidence if paper.item not in after),
        added=tuple(code for code in after if code not in before),
    )
