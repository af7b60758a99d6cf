"""Sentences proposed for the report on the self-assessment, and their figures.

Keys (``FigureLink.what``): ``total``, ``most``, ``need``, ``margin``, ``full`` (count of criteria with all points),
``full_names``; ``points/CRITERION``, ``most/CRITERION``, ``need/CRITERION``; ``lost/ITEM``; ``lost_by/RESPONSIBLE``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.assessment.actions import Actor, actor_of, responsible_by_set
from data.assessment.records import ItemChoice
from data.assessment.results import CriterionPoints, LeafPoints, Result
from data.documents.records import FigureLink
from data.model import Number
from data.numbers import format_number
from data.printing import printed_limit, printed_points
from reports.sections.assessment_tables import criterion_points
from reports.sections.assessment_words import total_text
from reports.sections.proposals import Rule, Said, said
from reports.texts import text, words

TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentBook:
    """The station's own score of a year, and how each of its figures prints.

    Attributes:
        period: Key of the period.
        choices: What the station says of who can act.
    """

    result: Result
    period: str
    choices: Sequence[ItemChoice] = ()

    def figure(self, what: str) -> FigureLink:
        """A figure as it prints now."""
        link = FigureLink(what=what, category=TOTAL, period=self.period, printed="")
        return link._replace(printed=self.printed(link))

    def printed(self, link: FigureLink) -> str:
        """How a linked figure prints now; empty where there is nothing to print."""
        kind, slash, subject = link.what.partition("/")
        if not slash:
            return self._of_whole(kind)
        if kind == "lost":
            lost = next((self.lost(leaf) for leaf in self.result.leaves if leaf.item.code == subject), 0)
            return printed_points(lost) if lost else ""
        if kind == "lost_by":
            total = sum(self.lost(leaf) for leaf in self.result.leaves if self.who(leaf) == subject)
            return printed_points(total) if total else ""
        criterion = next((each for each in self.result.criteria if each.criterion.number == subject), None)
        return "" if criterion is None else self._of_criterion(kind, criterion)

    @property
    def full(self) -> list[CriterionPoints]:
        """Criteria with all their points."""
        return [each for each in self.result.criteria if each.max_points and each.points == each.max_points]

    def lost(self, leaf: LeafPoints) -> Number:
        """Points that a scored leaf lacks; 0 for one without points."""
        return 0 if leaf.points is None else leaf.max_points - leaf.points

    def who(self, leaf: LeafPoints) -> str:
        """Who can act: as the station says, else as the set has it; empty where neither names anybody."""
        used, code = self.result.criteria_set.id, leaf.item.code
        own = next((each for each in self.choices if (each.criteria_set, each.item) == (used, code)), None)
        written = (own.responsible if own is not None else "") or responsible_by_set(self.result)[code]
        return words("actor").get(written, written)

    def _of_whole(self, kind: str) -> str:
        result = self.result
        if kind == "margin":
            apart = result.total - result.limit
            amount = text("proposal.amount_points", number=printed_points(apart if apart >= 0 else -apart))
            if not apart:
                return text("proposal.enough")
            return text("proposal.above" if apart > 0 else "proposal.below", amount=amount)
        return {
            "total": total_text(result),
            "most": printed_points(result.max_total),
            "need": printed_limit(result.limit),
            "full": format_number(len(self.full), 0),
            "full_names": ", ".join(each.criterion.number for each in self.full),
        }.get(kind, "")

    def _of_criterion(self, kind: str, each: CriterionPoints) -> str:
        if kind == "points":
            return criterion_points(self.result, each)
        return {"most": printed_points(each.max_points), "need": printed_limit(each.limit)}.get(kind, "")


def _total(book: AssessmentBook) -> Iterator[Said]:
    """The total against what is needed, once everything is scored."""
    if book.result.unscored or not book.result.max_total:
        return
    figures = {name: book.figure(name) for name in ("total", "most", "margin", "need")}
    apart = book.result.total != book.result.limit
    yield said("total" if apart else "total_enough", figures)


def _full(book: AssessmentBook) -> Iterator[Said]:
    """Criteria with all their points."""
    if book.full:
        yield said("full", {"count": book.figure("full"), "numbers": book.figure("full_names")})


def _below(book: AssessmentBook) -> Iterator[Said]:
    """Criteria that are scored and below what they need."""
    for each in book.result.criteria:
        if each.points < each.limit and not each.unscored:
            number = each.criterion.number
            figures = {kind: book.figure(f"{kind}/{number}") for kind in ("points", "most", "need")}
            yield said("criterion_below", figures, number=number, name=each.criterion.name_vi)


def _lost_by(book: AssessmentBook) -> Iterator[Said]:
    """Points lost by who can act, as the set names them, most points first."""
    sums: dict[str, Number] = {}
    for leaf in book.result.leaves:
        sums[book.who(leaf)] = sums.get(book.who(leaf), 0) + book.lost(leaf)
    for who, lost in sorted(sums.items(), key=lambda each: -each[1]):
        if who and lost:
            yield said("lost_by", {"lost": book.figure(f"lost_by/{who}")}, who=who)


def _lost(book: AssessmentBook) -> Iterator[Said]:
    """Leaves that lose points and that others than the station can change, most points first."""
    yield from _leaves(book, "lost", is_own=False)


def _lost_station(book: AssessmentBook) -> Iterator[Said]:
    """Leaves that lose points and that the station can change itself, most points first."""
    yield from _leaves(book, "lost_station", is_own=True)


def _leaves(book: AssessmentBook, key: str, *, is_own: bool) -> Iterator[Said]:
    places = [(-book.lost(leaf), place, leaf) for place, leaf in enumerate(book.result.leaves)]
    for less, _, leaf in sorted(places, key=lambda each: each[:2]):
        who = book.who(leaf)
        if less and who and (actor_of(who) is Actor.STATION) is is_own:
            name = leaf.item.text_vi.rstrip(".;")
            figures = {"lost": book.figure(f"lost/{leaf.item.code}")}
            yield said(key, figures, code=leaf.item.code, name=name, who=who)


ASSESSMENT_RULES: tuple[Rule[AssessmentBook], ...] = (
    Rule(code="total", section="summary", make=_total),
    Rule(code="full", section="summary", make=_full),
    Rule(code="criterion_below", section="difficulties", make=_below),
    Rule(code="lost_by", section="difficulties", make=_lost_by),
    Rule(code="lost", section="proposals", make=_lost),
    Rule(code="lost_station", section="next_steps", make=_lost_station),
)
"""In the order in which they are offered."""
