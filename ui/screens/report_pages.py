"""Báo cáo: what is written, what was frozen, the register of outgoing documents, proving a printed page: four tabs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from data.documents.records import ReportKey
from data.periods import parse_period
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.reports import ReportsScreen
from ui.screens.screen import Place, Screen
from ui.session import Session

translate = QCoreApplication.translate

WRITE, FROZEN, REGISTER, PRINTS = "write", "frozen", "register", "print_check"


class Tab(Protocol):
    """What every tab can do."""

    def activate(self) -> None:
        """It came to the front: show what is there now."""

    def take_focus(self) -> None:
        """Take the keys."""


class TabEntry(NamedTuple):
    """A tab: its name in code, its title, and what builds it."""

    name: str
    title: str
    build: Callable[[Session], QWidget]


def _frozen(session: Session) -> QWidget:
    from ui.screens.frozen_page import FrozenPage

    return FrozenPage(session)


def _register(session: Session) -> QWidget:
    from ui.screens.register_page import RegisterPage

    return RegisterPage(session)


def _prints(session: Session) -> QWidget:
    from ui.screens.print_check import PrintCheckPage

    return PrintCheckPage(session)


TABS = (
    TabEntry(FROZEN, QT_TRANSLATE_NOOP("ReportPages", "Frozen"), _frozen),
    TabEntry(REGISTER, QT_TRANSLATE_NOOP("ReportPages", "Register of outgoing documents"), _register),
    TabEntry(PRINTS, QT_TRANSLATE_NOOP("ReportPages", "Check a print"), _prints),
)
"""The tabs beside the one where reports are written; each is built when it is first shown."""


class ReportPages(Screen):
    """A row of tabs over one page at a time.

    Attributes:
        writing: Where reports are written, checked and frozen.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the tab where reports are written."""
        super().__init__(session, parent)
        self.writing = ReportsScreen(session)
        self.writing.left_for.connect(self.left_for)
        self.writing.life.frozen_asked.connect(self.show_frozen)
        self.tabs, self.bodies = QTabBar(), QStackedWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the page of reports"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(self.tr("Write"))
        self._names = [WRITE]
        self._pages: dict[str, QWidget] = {WRITE: self.writing}
        self.bodies.addWidget(self.writing)
        for entry in TABS:
            self.tabs.addTab(translate("ReportPages", entry.title))
            self._names.append(entry.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.bodies, 1)
        self.tabs.currentChanged.connect(lambda place: self._turn(self._names[place]))
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.turn_tab(step))

    # --- coming and going ------------------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The tab in front."""
        return self._names[self.tabs.currentIndex()]

    @property
    def page(self) -> Tab:
        """What is in front."""
        return cast("Tab", self.bodies.currentWidget())

    def page_named(self, name: str) -> QWidget:
        """The page of a tab, built now if it was not shown before."""
        if name not in self._pages:
            entry = next(each for each in TABS if each.name == name)
            page = self._pages[name] = entry.build(self.session)
            for signal, target in (
                ("left_for", self.left_for),
                ("report_asked", self.write_report),
                ("report_named", self.show_frozen),
            ):
                if hasattr(page, signal):
                    getattr(page, signal).connect(target)
            self.bodies.addWidget(page)
        return self._pages[name]

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front."""
        place = self._names.index(name)
        if self.tabs.currentIndex() != place:
            self.tabs.setCurrentIndex(place)
        else:
            self._turn(name)

    def turn_tab(self, step: int) -> None:
        """Show the next tab, or the one before."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
        self.take_focus()

    def _turn(self, name: str) -> None:
        self.writing.finish()
        self.bodies.setCurrentWidget(self.page_named(name))
        if self.isVisible():
            self.page.activate()

    def activate(self) -> None:
        """Show what is there now."""
        self.page.activate()

    def take_focus(self) -> None:
        """The tab in front takes the keys."""
        self.page.take_focus()

    def go(self, place: Place) -> None:
        """Show a tab by the place's form, on it a report by its code (``target``); else the report of a plan or set."""
        if place.form in self._names:
            self.show_tab(place.form)
            if place.target:
                self.show_frozen(place.target)
            return
        self.show_tab(WRITE)
        self.writing.go(place)

    def show_frozen(self, code: str) -> None:
        """Show a frozen report."""
        self.show_tab(FROZEN)
        page = self.page_named(FROZEN)
        cast("ShowsReports", page).show_report(code)

    def write_report(self, key: ReportKey) -> None:
        """Show the report that replaces a frozen one, where it is written."""
        self.session.set_period(parse_period(key.period))
        self.show_tab(WRITE)
        self.writing.go(Place("reports", form=key.kind, plan=key.subject))
        self.writing.take_focus()

    def show_help(self) -> bool:
        """How reports are frozen, numbered, copied and proven, and the keys."""
        from ui.help_page import reports_help, show_page

        show_page(self, self.tr("Help: reports"), reports_help(self.session.language))
        return True

    # --- remembering -----------------------------------------------------------------------------------------------

    def save_state(self) -> dict[str, str]:
        """What the tab where reports are written remembers."""
        return self.writing.save_state()

    def restore_state(self, state: dict[str, str]) -> None:
        """Take up what was remembered."""
        self.writing.restore_state(state)

    def finish(self) -> None:
        """Keep the texts as they are typed now."""
        self.writing.finish()


class ShowsReports(Protocol):
    """The tab of frozen reports."""

    def show_report(self, code: str) -> None:
        """Put the cursor on a report."""
