"""Whole numbers spread over months, quarters and sexes so that parts always add up and never exceed their whole.

Everything is exact and repeatable: the unevenness of months comes from a checksum of the row's name, not from chance.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Series = tuple[int, ...]


def uneven(name: str, count: int) -> Series:
    """Weights around 100 that belong to a name, so that no two periods look alike; months differ more than quarters.

    Args:
        name: Anything that tells rows apart, for example code, year and sex.
        count: How many weights.
    """
    swing = 50 if count == 12 else 14
    return tuple(100 - swing + zlib.crc32(f"{name} {place}".encode()) % (2 * swing + 1) for place in range(count))


def loosened(whole: Series, total: int, name: str) -> Series:
    """Weights near the periods of a whole, up to 5 per cent away, when a part takes at most 90 per cent of it.

    At that size no part can exceed its whole: 1.05 / 0.95 × 0.9 is less than 1.
    """
    if 10 * total > 9 * sum(whole):
        return whole
    return tuple(value * (95 + zlib.crc32(f"{name} {place}".encode()) % 11) for place, value in enumerate(whole))


def spread(total: int, weights: Sequence[int]) -> Series:
    """Split a total by weights (largest remainder; on a tie the earlier place).

    Every part is the quota rounded down or up, so with ``total <= sum(weights)`` no part exceeds its weight.
    """
    whole = sum(weights)
    if whole == 0:
        return (0,) * len(weights)
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % whole), place))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return tuple(parts)


def path(start: int, end: int, count: int) -> Series:
    """Values after each of ``count`` equal steps from start to end, rounded half-up; the last one is the end."""
    return tuple(start + (2 * (end - start) * step + count) // (2 * count) for step in range(1, count + 1))


def split(total: int, male: int, female: int) -> tuple[int, int]:
    """Male and female parts of a total, in proportion; neither exceeds its own whole when the total does not."""
    if male + female == 0:
        return 0, total
    part = (2 * total * male + male + female) // (2 * (male + female))
    return part, total - part
