"""Where the commune lies: the zone that the distance proposes, and the one that a decision fixed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.screens.criteria_page import SubPage
from ui.session import Session


class ZonePage(SubPage):
    """Region, distance, terrain, and the zone of the year."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.heading.setText(self.tr("Zone"))
