"""Random counts with a fixed seed: Poisson, binomial and factors around 1, without any library."""

from __future__ import annotations

import math
import random

_FEW = 30
"""Below this mean Poisson counts are drawn exactly, above it as a rounded normal figure."""


class Chance:
    """Draws of one seed; the same seed gives the same draws on every machine."""

    def __init__(self, seed: str) -> None:
        """Begin the draws of a seed."""
        self._random = random.Random(seed)

    def between(self, low: float, high: float) -> float:
        """A figure anywhere between two limits."""
        return self._random.uniform(low, high)

    def happens(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self._random.random() < probability

    def index(self, count: int) -> int:
        """A whole number from 0 to count - 1."""
        return self._random.randrange(count)

    def factor(self, spread: float) -> float:
        """A factor around 1 whose logarithm has this standard deviation."""
        return math.exp(self._random.gauss(0.0, spread))

    def normal(self, mean: float, deviation: float) -> float:
        """A normal figure."""
        return self._random.gauss(mean, deviation)

    def poisson(self, mean: float) -> int:
        """How many events happen where this many are expected."""
        if mean <= 0:
            return 0
        if mean > _FEW:
            return max(0, round(self._random.gauss(mean, math.sqrt(mean))))
        count, product, limit = 0, self._random.random(), math.exp(-mean)
        while product > limit:
            count, product = count + 1, product * self._random.random()
        return count

    def binomial(self, trials: int, probability: float) -> int:
        """How many of the trials come out."""
        share = min(max(probability, 0.0), 1.0)
        if trials <= 60:
            return sum(self._random.random() < share for _ in range(trials))
        drawn = round(self._random.gauss(trials * share, math.sqrt(trials * share * (1 - share))))
        return min(max(drawn, 0), trials)
