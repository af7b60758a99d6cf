"""The ground under rail, header and screens: what a key does there that nothing above it uses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.edge_line import EdgeLine


class EdgeGround(QWidget):
    """Hands an Esc that nobody uses to the edge line that is seen; a question comes before a notice."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc; all other keys go on to the window."""
        seen = [line for line in self.findChildren(EdgeLine) if line.isVisible()]
        if event.key() == Qt.Key.Key_Escape and seen:
            QApplication.sendEvent(max(seen, key=lambda line: bool(line.answers)), event)
        else:
            super().keyPressEvent(event)
