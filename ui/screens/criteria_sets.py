"""The criteria sets: shipped and own, their versions, import, editing, handing over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.screens.criteria_page import SubPage
from ui.session import Session


class CriteriaSetsPage(SubPage):
    """A list of sets, and what is known of each."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.heading.setText(self.tr("Criteria sets"))
