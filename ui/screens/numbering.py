"""Who may take numbers and give them up, and why somebody may not: the register, copies and letters ask alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.permissions import Deed, may, why_not
from ui.session import Session

translate = QCoreApplication.translate


def why_no_number(session: Session) -> str:
    """Why who types now may not change the register; empty where they may."""
    if not session.is_writable:
        return translate("Numbering", "The file is open for reading only.")
    return "" if may(session, Deed.REGISTER) else why_not(session, Deed.REGISTER)
