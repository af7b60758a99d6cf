"""Yardstick for the start: a QMainWindow with nothing in it, left at its first paint."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    """A window that ends the program once it is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as usual, then leave."""
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


application = QApplication(sys.argv)
window = Bare()
window.resize(1240, 700)
window.show()
application.exec()
