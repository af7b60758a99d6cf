"""Texts typed into the score table and not taken: kept while another assessment is shown, and until next time.

They are no answers, so they stand beside the window's other memories and never in the station file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.screens.assessment_work import Sheet

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen

_Key = tuple[int, str]
"""Year and set; texts follow an assessment that is moved to another version."""


class AssessmentDrafts(QObject):
    """Puts the texts of an assessment aside and takes them up again."""

    def __init__(self, screen: AssessmentScreen) -> None:
        """Nothing is put aside."""
        super().__init__(screen)
        self._screen = screen
        self._aside: dict[_Key, dict[tuple[str, str], str]] = {}

    def turn(self, before: Sheet | None, after: Sheet) -> None:
        """Another assessment is shown: put the texts of the last one aside, take those of this one up.

        A text of an item or a layer that is not there any more is given up.
        """
        model = self._screen.model
        if before is not None and model.drafts:
            self._aside[_key(before)] = model.drafts
        model.forget(drafts=True)
        if after.assessed is None:
            return
        found = {
            where: text for where, text in self._aside.pop(_key(after), {}).items() if after.leaf(*where) is not None
        }
        if found:
            model.take_drafts(found)
            text = self.tr("%n text(s) typed earlier and not taken stand in their cells again, marked.", "", len(found))
            self._screen.line.say(text, "warning")

    def save(self) -> str:
        """All of them as text; empty without any."""
        kept = dict(self._aside)
        if self._screen.sheet is not None and self._screen.model.drafts:
            kept[_key(self._screen.sheet)] = self._screen.model.drafts
        lines = [[*key, *where, text] for key, texts in kept.items() for where, text in texts.items()]
        return json.dumps(lines, ensure_ascii=False) if lines else ""

    def restore(self, text: str) -> None:
        """Put aside what was kept last time; what cannot be read is passed over, it may be spoilt."""
        try:
            lines = json.loads(text or "[]")
            for year, code, layer, item, typed in lines:
                self._aside.setdefault((int(year), str(code)), {})[str(layer), str(item)] = str(typed)
        except (TypeError, ValueError):
            self._aside.clear()


def _key(sheet: Sheet) -> _Key:
    return sheet.year, sheet.criteria_set.id if sheet.criteria_set is not None else ""
