"""A sentence and its figures: which sentence keeps its link, whose figures print differently now. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from data.documents.records import FigureLink, SentenceLink
from data.narrative.sentences import Sentence, place_of, sentences_of, words_of

LIKENESS = Fraction(3, 5)
"""Share of the words that a sentence and its edited form must have in common to be the same sentence."""


class Proposal(NamedTuple):
    """A sentence that a rule makes from figures, for one section of a report's own text.

    Attributes:
        rule: Code of the rule.
        figures: Everything the sentence says that comes from the figures, as it stands in the sentence.
    """

    section: str
    rule: str
    sentence: str
    figures: tuple[FigureLink, ...]

    @property
    def key(self) -> tuple[str, str, tuple[tuple[str, str, str], ...]]:
        """What the sentence is about, whatever the figures say: section, rule, and what is counted."""
        return self.section, self.rule, subjects(self.figures)


class Changed(NamedTuple):
    """A linked figure that prints differently now; ``new`` is empty where there is nothing to print any more."""

    figure: FigureLink
    new: str


class Stale(NamedTuple):
    """A sentence whose figures changed: each with what it prints now."""

    link: SentenceLink
    changes: tuple[Changed, ...]


Printed = Callable[[FigureLink], str]
"""How a linked figure prints now; empty where there is nothing to print."""


def subjects(figures: Iterable[FigureLink]) -> tuple[tuple[str, str, str], ...]:
    """What figures are figures of, without what they print."""
    return tuple((each.what, each.category, each.period) for each in figures)


def key_of(link: SentenceLink) -> tuple[str, str, tuple[tuple[str, str, str], ...]]:
    """As ``Proposal.key``."""
    return link.section, link.rule, subjects(link.figures)


def places_of(links: Iterable[SentenceLink], text: str) -> tuple[tuple[SentenceLink, int, int], ...]:
    """Linked sentences that stand in a text word for word: each with its place, each place once."""
    taken: list[tuple[int, int]] = []
    found = []
    for link in sorted(links, key=lambda each: -len(each.sentence)):  # one may be the end of a longer one
        place = place_of(text, link.sentence, taken)
        if place is not None:
            taken.append(place)
            found.append((link, *place))
    return tuple(sorted(found, key=lambda each: each[1]))


def relinked(
    links: Sequence[SentenceLink], text: str, earlier: Sequence[SentenceLink] = ()
) -> tuple[SentenceLink, ...]:
    """The links of a section after its text was edited, in the order of the text, numbered from 1.

    A sentence that stands word for word keeps its link. An edited one keeps it while the old and the new sentence have
    at least three fifths of their words in common (the words of both counted together), the most alike first; its link
    then holds the new wording. All other links are gone.

    Args:
        links: Those of the text before.
        text: The text now.
        earlier: Links that the text had once: they come back with their sentence, word for word (undone and redone).
    """
    kept = list(places_of((*links, *earlier), text))
    subjects_kept = {key_of(link) for link, _, _ in kept}
    gone = [link for link in links if key_of(link) not in subjects_kept]
    free = [
        sentence
        for sentence in sentences_of(text)
        if all(sentence.end <= start or end <= sentence.start for _, start, end in kept)
    ]
    pairs = [
        (likeness(link.sentence, sentence.text), place, link, sentence)
        for place, link in enumerate(gone)
        for sentence in free
    ]
    used: set[Sentence] = set()
    again: set[int] = set()
    for alike, place, link, sentence in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[3].start)):
        if alike >= LIKENESS and sentence not in used and place not in again:
            used.add(sentence)
            again.add(place)
            kept.append((link, sentence.start, sentence.end))
    ordered = sorted(kept, key=lambda each: each[1])
    return tuple(
        link._replace(number=number, sentence=text[start:end]) for number, (link, start, end) in enumerate(ordered, 1)
    )


def likeness(first: str, second: str) -> Fraction:
    """Share of words that two sentences have in common, 0 to 1: twice the common ones over all of both."""
    one, other = Counter(words_of(first)), Counter(words_of(second))
    whole = one.total() + other.total()
    return Fraction(2 * (one & other).total(), whole) if whole else Fraction(0)


def stale(links: Iterable[SentenceLink], now: Printed) -> tuple[Stale, ...]:
    """The links whose figures print differently now, each with every figure that does."""
    found = []
    for link in links:
        changes = tuple(Changed(each, new) for each in link.figures if (new := now(each)) != each.printed)
        if changes:
            found.append(Stale(link, changes))
    return tuple(found)


def linked(proposal: Proposal, plan: str, period: str) -> SentenceLink:
    """The link of a sentence that was taken over."""
    return SentenceLink(
        plan=plan,
        period=period,
        section=proposal.section,
        number=0,
        sentence=proposal.sentence,
        rule=proposal.rule,
        figures=proposal.figures,
    )


def agreed(old: Stale) -> SentenceLink:
    """The link of a sentence that is to stay as it is although its figures print differently now."""
    new = {change.figure: change.figure._replace(printed=change.new) for change in old.changes}
    return old.link._replace(figures=tuple(new.get(each, each) for each in old.link.figures))


def updated(old: Stale, proposals: Iterable[Proposal]) -> SentenceLink | None:
    """The sentence with today's figures.

    Where its rule still proposes a sentence on the same subject, the old figures in it are replaced by the new ones,
    so that a person's own wording stays; where one of them does not stand in it word for word any more, the rule's new
    sentence takes its place.

    Returns:
        None where the rule proposes no such sentence any more: then a person decides.
    """
    key = key_of(old.link)
    new = next((each for each in proposals if each.key == key), None)
    if new is None:
        return None
    replaced = _replaced(old)
    return old.link._replace(sentence=replaced or new.sentence, figures=new.figures)


def _replaced(old: Stale) -> str:
    """The sentence with every changed figure replaced; empty where that cannot be done."""
    sentence = old.link.sentence
    marks: list[tuple[int, int, str]] = []
    taken: list[tuple[int, int]] = []
    # Every figure of the sentence claims its place, the changed ones and the others, so that none takes another's.
    new = {change.figure: change.new for change in old.changes}
    for figure in sorted(old.link.figures, key=lambda each: -len(each.printed)):
        place = place_of_figure(sentence, figure.printed, taken)
        if place is None:
            if figure in new:
                return ""
            continue
        taken.append(place)
        if figure in new:
            marks.append((*place, new[figure]))
    if not all(words for _, _, words in marks):
        return ""
    for start, end, words in sorted(marks, reverse=True):
        sentence = sentence[:start] + words + sentence[end:]
    return sentence


def place_of_figure(sentence: str, printed: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[int, int] | None:
    """Where a printed figure stands in a sentence, not as a part of a longer figure or word; None where it does not."""
    start = sentence.find(printed) if printed else -1
    while start >= 0:
        end = start + len(printed)
        if _is_apart(sentence, start, end) and all(end <= first or last <= start for first, last in taken):
            return start, end
        start = sentence.find(printed, start + 1)
    return None


def _is_apart(sentence: str, start: int, end: int) -> bool:
    before, after = sentence[max(start - 1, 0) : start], sentence[end : end + 2]
    if before.isalnum() or (before in (",", ".", "/") and sentence[start - 2 : start - 1].isdigit()):
        return False
    return not (after[:1].isalnum() or (after[:1] in (",", ".", "/") and after[1:].isdigit()))
