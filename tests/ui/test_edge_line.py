"""The line at the edge: where its answers stand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.edge_line import EdgeLine

LONG = "A figure that can hardly be, in a sentence that takes more than half of a narrow line."


@pytest.mark.parametrize(("width", "is_beside"), [(1600, True), (700, False)])
def test_answers_stand_beside_the_sentence_only_while_it_keeps_half_a_line(
    qtbot: QtBot, width: int, is_beside: bool
) -> None:
    window = QWidget()
    line = EdgeLine()
    QVBoxLayout(window).addWidget(line)
    qtbot.addWidget(window)
    window.resize(width, 200)
    window.show()
    line.ask(LONG, [("&One answer", lambda: None), ("&Another answer", lambda: None)], takes_keys=False)
    QApplication.processEvents()
    first = line.answers[0].geometry()
    assert (first.top() < line._text.geometry().bottom()) is is_beside
    assert line._text.width() >= width // 3
