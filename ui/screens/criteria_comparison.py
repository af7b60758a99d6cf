"""Layers, sets and years side by side, criterion by criterion."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.screens.criteria_page import SubPage
from ui.session import Session


class ComparisonPage(SubPage):
    """Two columns of points, and what differs."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.heading.setText(self.tr("Comparison"))
