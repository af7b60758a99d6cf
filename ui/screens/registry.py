"""The screens of the rail; each is imported when it is first shown, so that the first paint waits for none but one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.screen import Screen
from ui.session import Session


class ScreenEntry(NamedTuple):
    """One entry of the rail: its name in code (also its icon's), its title, and what builds it."""

    name: str
    title: str
    build: Callable[[Session], Screen]

    @property
    def text(self) -> str:
        """The title in the window's language."""
        return QCoreApplication.translate("Screens", self.title)


def _due_list(session: Session) -> Screen:
    from ui.screens.due_list import DueListScreen

    return DueListScreen(session)


def _data_entry(session: Session) -> Screen:
    from ui.screens.data_entry import DataEntryScreen

    return DataEntryScreen(session)


def _indicators(session: Session) -> Screen:
    from ui.screens.indicators import IndicatorsScreen

    return IndicatorsScreen(session)


def _assessment(session: Session) -> Screen:
    from ui.screens.assessment import AssessmentScreen

    return AssessmentScreen(session)


def _plan_work(session: Session) -> Screen:
    from ui.screens.plan_work import PlanWorkScreen

    return PlanWorkScreen(session)


def _reports(session: Session) -> Screen:
    from ui.screens.report_pages import ReportPages

    return ReportPages(session)


def _settings(session: Session) -> Screen:
    from ui.screens.settings import SettingsScreen

    return SettingsScreen(session)


SCREENS = (
    ScreenEntry("due_list", QT_TRANSLATE_NOOP("Screens", "To do"), _due_list),
    ScreenEntry("data_entry", QT_TRANSLATE_NOOP("Screens", "Data entry"), _data_entry),
    ScreenEntry("indicators", QT_TRANSLATE_NOOP("Screens", "Targets"), _indicators),
    ScreenEntry("assessment", QT_TRANSLATE_NOOP("Screens", "Self-assessment"), _assessment),
    ScreenEntry("plan_work", QT_TRANSLATE_NOOP("Screens", "Plan work"), _plan_work),
    ScreenEntry("reports", QT_TRANSLATE_NOOP("Screens", "Reports"), _reports),
    ScreenEntry("settings", QT_TRANSLATE_NOOP("Screens", "Settings"), _settings),
)
