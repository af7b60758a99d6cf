"""The register of evidence of an assessment: papers asked for, papers on record, what is missing or expired."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.screens.criteria_page import SubPage
from ui.session import Session


class EvidencePage(SubPage):
    """Papers by item, and the work list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.heading.setText(self.tr("Evidence"))
