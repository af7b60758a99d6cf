"""Figures outside what is usual, and the slip that may lie behind, in sentences. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.model import Category
from data.numbers import exact
from data.periods import parse_period
from ui.rule_words import lowered, printed, short_name

if TYPE_CHECKING:
    from data.catalogue.content import Catalogue
    from data.plausibility import Hit
    from data.slips import Slip
    from ui.messages import Messages


class DoubtWords(NamedTuple):
    """What hits and slips are put into words with."""

    messages: Messages
    catalogue: Catalogue

    def hit(self, hit: Hit, name: str) -> str:
        """Why a figure is doubted: "Khám thai (4.120) gấp 10 lần số của quý III/2023 (412); …"."""
        reference, times = hit.reference, hit.times
        period = parse_period(reference.period)
        return self.messages.text(
            "plausibility",
            "times" if times is not None else hit.kind,
            figure=f"{name} ({printed(hit.value)})",
            times=times,
            reference=printed(reference.value),
            reference_period=self.messages.period(period),
            low=printed(hit.limits.low),
            high=printed(hit.limits.high),
        )

    def slip(self, slip: Slip) -> str:
        """What may have gone wrong, and the figure that was meant: "Có thể gõ thừa một số 0: 412?"."""
        value = printed(exact(slip.value)) if slip.value else ""
        return self.messages.text("slip", slip.sentence, value=value, other=self._other(slip.other))

    def name(self, code: str, category: Category) -> str:
        """The short name of a cell at the beginning of a sentence."""
        name = short_name(self.messages.element_name(self.catalogue.data_elements[code]))
        if category is not Category.DEFAULT:
            name = f"{name} – {self.messages.text('category', category.value)}"
        return name[:1].upper() + name[1:]

    def _other(self, other: str) -> str:
        element = self.catalogue.data_elements.get(other)
        if element is not None:
            return lowered(short_name(self.messages.element_name(element)))
        return self.messages.period(parse_period(other)) if other else ""
