"""The decisions that recognised the station's years, and when it is to be recognised again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.screens.criteria_page import SubPage
from ui.session import Session


class RecognitionPage(SubPage):
    """A list over the years, and a form."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.heading.setText(self.tr("Recognition"))
