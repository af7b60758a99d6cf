"""The image of a signature or seal: a PNG through which the page is seen, in the colour of the decree."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from data.errors import UserError
from reports.signing import Role, SignRequest, check_image, sign
from tests.reports.signing.conftest import LATER, NOW, Authority, Papers
from tests.reports.signing.outside import picture

BLUE, RED, BLACK = (10, 30, 180, 255), (210, 0, 0, 255), (0, 0, 0, 255)


def png(colour: tuple[int, int, int, int] = BLUE, size: tuple[int, int] = (300, 120), mode: str = "RGBA") -> bytes:
    """A thick line on nothing."""
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(image).line((5, size[1] / 2, size[0] - 5, size[1] / 2), fill=colour, width=9)
    return saved(image.convert(mode))


def saved(image: Image.Image, kind: str = "PNG") -> bytes:
    """The bytes of an image."""
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(
    ("image", "code"),
    [
        (b"", "sign_image_not_png"),
        (saved(Image.new("RGB", (50, 50)), "JPEG"), "sign_image_not_png"),
        (png()[:200], "sign_image_not_png"),
        (png()[:8] + bytes(300), "sign_image_not_png"),
        (png() + bytes(2 * 1024 * 1024), "sign_image_heavy"),
        (png(size=(300, 19)), "sign_image_size"),
        (saved(Image.new("L", (4_001, 30))), "sign_image_size"),
        (png(mode="RGB"), "sign_image_opaque"),
        (saved(Image.new("RGBA", (50, 50), BLUE)), "sign_image_opaque"),
        (saved(Image.new("RGBA", (50, 50), (0, 0, 0, 0))), "sign_image_empty"),
    ],
)
def test_what_is_no_image_of_a_signature(image: bytes, code: str) -> None:
    with pytest.raises(UserError) as caught:
        check_image(image, Role.HEAD)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("colour", "role", "remarks"),
    [
        (BLUE, Role.HEAD, ()),
        (BLACK, Role.HEAD, ("image_not_blue",)),
        (RED, Role.HEAD, ("image_not_blue",)),
        (RED, Role.AGENCY, ()),
        (BLUE, Role.AGENCY, ("image_not_red",)),
    ],
)
def test_another_colour_than_the_decree_s_is_remarked(
    colour: tuple[int, int, int, int], role: Role, remarks: tuple[str, ...]
) -> None:
    assert check_image(png(colour), role) == remarks


def test_a_palette_with_a_transparent_colour_will_do() -> None:
    image = Image.new("P", (50, 50), 0)
    image.putpalette([255, 255, 255, 0, 0, 200])
    image.paste(1, (10, 20, 40, 25))
    file = io.BytesIO()
    image.save(file, "PNG", transparency=0)
    assert check_image(file.getvalue(), Role.HEAD) == ()


def test_blue_signature_and_red_seal_over_a_third_of_it(authority: Authority, papers: Papers) -> None:
    seal = png(RED, (120, 120))
    head = SignRequest(pdf=papers.frozen, key=authority.head.key, role=Role.HEAD, now=NOW, image=png())
    once = sign(head).pdf
    agency = SignRequest(pdf=once, key=authority.agency.key, role=Role.AGENCY, now=LATER, image=seal)
    result = sign(agency)
    assert result.remarks == ()
    blue, red = coloured(once, "blue"), coloured(result.pdf, "red")
    overlap = red[1] - blue[0]
    assert overlap / (blue[1] - blue[0]) == pytest.approx(1 / 3, abs=0.05)
    assert red[0] < blue[0] < red[1] < blue[1]


def coloured(pdf: bytes, colour: str) -> tuple[int, int]:
    """The first and the last column of the first page in which a colour is seen."""
    red, _, blue = picture(pdf).split()
    strong, weak = (blue, red) if colour == "blue" else (red, blue)
    seen = Image.composite(Image.new("L", strong.size, 255), Image.new("L", strong.size, 0), difference(strong, weak))
    box = seen.getbbox()
    assert box is not None
    return box[0], box[2]


def difference(strong: Image.Image, weak: Image.Image) -> Image.Image:
    """Where one part of the colour is far stronger than the other."""
    from PIL import ImageChops

    return ImageChops.subtract(strong, weak).point(lambda value: 255 if value > 90 else 0).convert("1")
