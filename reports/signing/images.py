"""The image of a signature or of a seal: checked before it is shown.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7 and II.8: a .png with a transparent background, the signature
blue, the seal red.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from data.errors import UserError
from reports.signing.model import Role

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_BYTES = 2 * 1024 * 1024
SMALLEST_SIDE, LARGEST_SIDE = 20, 4_000
_SAMPLE = (64, 64)
_OPAQUE = 255
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def check_image(png: bytes, role: Role) -> tuple[str, ...]:
    """Refuse what is no image of the kind the decree asks for.

    Returns:
        Keys of remarks: the colour is not that of the decree.

    Raises:
        UserError: ``sign_image_not_png``, ``sign_image_heavy``, ``sign_image_size``, ``sign_image_opaque``,
            ``sign_image_empty``.
    """
    if len(png) > LARGEST_BYTES:
        raise UserError("sign_image_heavy", limit=LARGEST_BYTES // 1024 // 1024)
    if not png.startswith(_SIGNATURE):
        raise UserError("sign_image_not_png")
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
            _check_size(image)
            dots = image.convert("RGBA")
    except (
        OSError,
        ValueError,
        SyntaxError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
        zlib.error,
    ) as error:
        raise UserError("sign_image_not_png") from error
    lowest, highest = dots.getchannel("A").getextrema()
    if lowest == _OPAQUE:
        raise UserError("sign_image_opaque")
    if highest == 0:
        raise UserError("sign_image_empty")
    return _colour_remarks(dots.resize(_SAMPLE), role)


def _check_size(image: Image) -> None:
    sides = image.size
    if min(sides) < SMALLEST_SIDE or max(sides) > LARGEST_SIDE:
        size = f"{sides[0]} × {sides[1]}"
        raise UserError("sign_image_size", size=size, smallest=SMALLEST_SIDE, largest=LARGEST_SIDE)


def _colour_remarks(sample: Image, role: Role) -> tuple[str, ...]:
    """The mean colour of what can be seen: the strongest part must be that of the decree."""
    raw = sample.tobytes()
    red, green, blue = (sum(raw[at + part] * raw[at + 3] for at in range(0, len(raw), 4)) for part in range(3))
    if role is Role.HEAD:
        return () if blue > max(red, green) else ("image_not_blue",)
    return () if red > max(green, blue) else ("image_not_red",)
