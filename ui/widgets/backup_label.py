"""How the backups are, in the status bar; a click leads to the settings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import icons, theme


class BackupLabel(QWidget):
    """A word, with a sign and in amber when it needs a look; hidden before there is anything to say.

    ``clicked()``: somebody wants to see more.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden label."""
        super().__init__(parent)
        self._sign, self._text = QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.HALF)
        row.addWidget(self._sign)
        row.addWidget(self._text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text.text()

    def show_state(self, text: str, detail: str, *, is_bad: bool) -> None:
        """Say how they are."""
        self._text.setText(f"{text}  ·")
        self.setToolTip(detail)
        self.setAccessibleName(f"{text}. {detail}")
        palette = self._text.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("warn" if is_bad else "text"))
        self._text.setPalette(palette)
        self._sign.setVisible(is_bad)
        if is_bad:
            self._sign.setPixmap(icons.pixmap("warning", 16, self.devicePixelRatioF()))
        self.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads to the settings."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mouseReleaseEvent(event)
