"""The measures of an administrative document, in one table.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (thể thức), Mục II and V: paper, margins, sizes and styles of every
component. Where the decree gives a range, the default is its own sample column. Table text (11), chart text (9 to 10)
and the line in the bottom margin (8) are our own choice where the decree is silent.
"""

from __future__ import annotations

from typing import NamedTuple

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
TOP, BOTTOM, LEFT, RIGHT = 20 * MM, 20 * MM, 30 * MM, 15 * MM
TYPE_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TYPE_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

FIRST_LINE = 10 * MM
PARAGRAPH_GAP = 6.0
BODY_LEADING = 1.15
SINGLE_LEADING = 1.15
HAIRLINE = 0.35
RULE = 0.7
RULE_SHARE = 0.42
"""Share of the text line that the rule under the issuer and under the subject takes (1/3 to 1/2)."""


class Paper(NamedTuple):
    """A sheet in one orientation. The decree's margins hold by name on both: left is left as the page is read."""

    width: float
    height: float

    @property
    def type_width(self) -> float:
        """Width between the margins."""
        return self.width - LEFT - RIGHT

    @property
    def type_height(self) -> float:
        """Height between the margins."""
        return self.height - TOP - BOTTOM


PORTRAIT, LANDSCAPE = Paper(PAGE_WIDTH, PAGE_HEIGHT), Paper(PAGE_HEIGHT, PAGE_WIDTH)


class Style(NamedTuple):
    """Face and size of a component; ``face`` is regular, bold, italic or bold_italic."""

    face: str
    size: float
    grey: float = 0.0


NATION = Style("bold", 12)
MOTTO = Style("bold", 13)
PARENT_BODY = Style("regular", 12)
ISSUER = Style("bold", 12)
NUMBER = Style("regular", 13)
ABOUT = Style("regular", 12)
PLACE_DATE = Style("italic", 13)
TYPE_NAME = Style("bold", 14)
COPY_KIND = Style("bold", 14)
SUBJECT = Style("bold", 14)
ADDRESSEE = Style("regular", 14)
BODY = Style("regular", 14)
HEADING = Style("bold", 14)
POST = Style("bold", 14)
SIGNER = Style("bold", 14)
RECIPIENTS_LABEL = Style("bold_italic", 12)
RECIPIENTS = Style("regular", 11)
APPENDIX_LABEL = Style("bold", 14)
APPENDIX_TITLE = Style("bold", 14)
APPENDIX_REFERENCE = Style("italic", 13)
PAGE_NUMBER = Style("regular", 14)
CAPTION = Style("bold", 13)
TABLE_HEAD = Style("bold", 11)
TABLE_TEXT = Style("regular", 11)
TABLE_BOLD = Style("bold", 11)
TABLE_GREY = Style("regular", 11, 0.4)
TABLE_REMARK = Style("italic", 11)
REMARK = Style("italic", 11)
MARGIN_LINE = Style("regular", 8, 0.45)

PAGE_NUMBER_FROM_TOP = 13 * MM
MARGIN_LINE_FROM_BOTTOM = 10 * MM
