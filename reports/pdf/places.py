"""Where the two digital signatures of a report belong, below the post and above the name of who signs.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7 and II.8: the image of the signature stands in the middle between
post and name; the image of the seal, of the seal's real size, covers about a third of it, on its left. The decree names
no size: the box of the signature and the 36 mm of the seal are our own choice, unverified.
"""

from __future__ import annotations

from reports.pdf.constants import MM
from reports.pdf.pieces import Place
from reports.texts import text

SIGNATURE_WIDTH, SIGNATURE_HEIGHT = 45 * MM, 24 * MM
SEAL_GAP = 2 * MM
"""Room between the seal and the post above and the name below it: its ring runs through no letter."""
UNSIGNED_SPACE = 6 * MM
"""Room between post and name where no signature belongs."""
OVERLAP = 1 / 3
"""Share of the signature, on its left, that the seal covers."""


def signing_space(seal_mm: float) -> float:
    """Room between post and name for a seal of a diameter in millimetres; a little where nobody signs (0)."""
    if not seal_mm:
        return UNSIGNED_SPACE
    return max(seal_mm * MM, SIGNATURE_HEIGHT) + 2 * SEAL_GAP


def signing_places(middle: float, top: float, seal_mm: float) -> tuple[Place, ...]:
    """The boxes of the signature and of the seal, in the measures of the piece they belong to; none without a seal.

    Args:
        middle: Where post and name are centred.
        top: Lower end of the post.
        seal_mm: Diameter of the seal in millimetres.
    """
    if not seal_mm:
        return ()
    left, right = middle - SIGNATURE_WIDTH / 2, middle + SIGNATURE_WIDTH / 2
    height, side = top + signing_space(seal_mm) / 2, seal_mm * MM
    half = SIGNATURE_HEIGHT / 2
    signature = Place(text("place.signature"), left, height - half, right, height + half)
    seal_right = left + SIGNATURE_WIDTH * OVERLAP
    seal = Place(text("place.seal"), seal_right - side, height - side / 2, seal_right, height + side / 2)
    return signature, seal
