"""The title above the grid: its period stays whole, however narrow the window is."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.entry_head import ShortHeading, kept_together

TITLE = "Phụ nữ mang thai, sinh đẻ, kế hoạch hóa gia đình và phá thai · Quý III/2025"


def test_a_period_is_never_broken() -> None:
    shown = kept_together(TITLE)
    assert shown.endswith("Quý\u00a0III\u2060/\u20602025")
    assert kept_together("Không có kỳ") == "Không có kỳ"


@pytest.mark.parametrize("width", [180, 260, 400, 900])
def test_the_period_outlasts_the_name_of_the_form(qtbot: QtBot, width: int) -> None:
    heading = ShortHeading()
    qtbot.addWidget(heading)
    heading.show_text(TITLE)
    heading.resize(width, heading.heightForWidth(width))
    assert heading.fitted().replace("\u2060", "").endswith("· Quý\u00a0III/2025")
    assert width < 900 or heading.fitted() == kept_together(TITLE)
