"""A thin rule between parts of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from ui import theme


def rule_line(*, horizontal: bool) -> QFrame:
    """A line of one point."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.HLine if horizontal else QFrame.Shape.VLine)
    frame.setFrameShadow(QFrame.Shadow.Plain)
    palette = frame.palette()
    palette.setColor(palette.ColorRole.WindowText, theme.colour("rule"))
    frame.setPalette(palette)
    frame.setFixedHeight(1) if horizontal else frame.setFixedWidth(1)
    return frame
