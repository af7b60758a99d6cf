"""The window: rail, header, the screens, the status bar. Navigation and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from data import queries
from data.errors import UserError
from data.periods import parse_period
from ui import icons, theme, unsaved
from ui.memory import OF_ONE_FILE, Memory
from ui.permissions import known_name
from ui.screens.registry import SCREENS
from ui.screens.screen import Place, Screen
from ui.session import Session
from ui.way_back import WayBack
from ui.widgets.edge_ground import EdgeGround
from ui.widgets.edge_line import EdgeLine
from ui.widgets.header import Header
from ui.widgets.heading import Heading
from ui.widgets.rail import Rail
from ui.widgets.rule_line import rule_line
from ui.words import LOCAL

if TYPE_CHECKING:
    from ui.switch_user import People

log = logging.getLogger(__name__)

FIRST_SIZE = (1240, 700)
SMALL_SCREEN = 1500
"""On a narrower screen the window is maximised when it is opened for the first time."""
PEOPLE_MILLISECONDS = 900
"""After this a file with one account and no PIN is watched for changes of who types."""


class MainWindow(QMainWindow):
    """One window over one open station file.

    ``opening_asked(path or None)``, ``creating_asked()``: another file is wanted (None: ask which).
    ``language_chosen(language)``: speak another language.
    """

    opening_asked = Signal(object)
    creating_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, session: Session, memory: Memory) -> None:
        """Build the frame and the start page; the other screens follow when they are first shown."""
        super().__init__()
        self.session = session
        self.memory = memory
        self._screens: dict[str, Screen] = {}
        self._is_closing = False
        self._restore_period()
        if not session.is_name_given:
            last = session.user or memory.user_of(session.file_id)
            session.user = known_name(queries.accounts(session.store), last)
        self._build()
        self._connect()
        self.resize(*FIRST_SIZE)
        geometry = memory.data("window/geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        elif self.screen().availableGeometry().width() < SMALL_SCREEN:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)
        self._people: People | None = None
        self.show_screen("due_list", keys=True)
        QTimer.singleShot(0 if self._asks_who() else PEOPLE_MILLISECONDS, self, self._greet)
        QTimer.singleShot(0, self._draw_icon)

    # --- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        title = self._title()
        self.setWindowTitle(f"{title} – Sổ Trạm")
        self.rail = Rail([(entry.name, entry.text) for entry in SCREENS])
        self.header = Header(title, self.session.period, self._collect)
        self.notice = EdgeLine()
        self.way_back = WayBack(self.session, self.notice)
        self.stack = QStackedWidget()
        self.lines = right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for widget in (self.header, self.notice, rule_line(horizontal=True)):
            right.addWidget(widget)
        right.addWidget(self.stack, 1)
        body = EdgeGround()
        layout = QHBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addWidget(rule_line(horizontal=False))
        layout.addLayout(right, 1)
        self.setCentralWidget(body)
        self._saved = QLabel()
        self._where = QLabel(str(self.session.path))
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._saved)
        self.statusBar().addWidget(self._where, 1)
        self._place = QLabel()
        self._who = QPushButton(flat=True)
        self._who.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._who.setObjectName("who")
        self._who.clicked.connect(lambda: self.people().ask())
        self.statusBar().addPermanentWidget(self._who)
        self._say_who(self.session.user)
        self._say_opened()

    def _connect(self) -> None:
        self.rail.chosen.connect(lambda row: self.show_screen(SCREENS[row].name))
        self.rail.entered.connect(lambda: self.current_screen().take_focus())
        self.header.picker.chosen.connect(self.session.set_period)
        self.session.period_changed.connect(self.header.picker.show_period)
        self.session.writer.saved.connect(self._say_saved)
        self.session.writer.saved.connect(self.way_back.drop)
        self.stack.currentChanged.connect(self.way_back.drop)
        self.session.period_changed.connect(self.way_back.drop)
        self.session.writer.busy.connect(self._say_busy)
        self.session.writer.emptied.connect(self._close_when_asked)
        self.session.unsaved.changed.connect(self._say_unsaved)
        self.session.bus.changed.connect(self._name_changed)
        self.session.user_changed.connect(self._say_who)
        self.header.picker.closed.connect(lambda: self.current_screen().take_focus())
        actions = (
            ("Ctrl+K", lambda: self.header.search.start(QApplication.focusWidget())),
            ("Ctrl+P", lambda: self.header.picker.open()),
            ("Alt+Left", lambda: self.header.picker.step(False)),
            ("Alt+Right", lambda: self.header.picker.step(True)),
            ("Ctrl+O", lambda: self.opening_asked.emit(None)),
            ("Ctrl+N", self.creating_asked.emit),
            ("Ctrl++", lambda: self.change_text_size(1)),
            ("Ctrl+Shift+=", lambda: self.change_text_size(1)),
            ("Ctrl+=", lambda: self.change_text_size(1)),
            ("Ctrl+-", lambda: self.change_text_size(-1)),
            ("Ctrl+0", lambda: self.change_text_size(0)),
            ("F6", self._next_area),
            ("F1", self._show_help),
            ("Ctrl+Q", self.close),
            *(
                (f"Ctrl+{number}", lambda name=entry.name: self.show_screen(name, keys=True))
                for number, entry in enumerate(SCREENS, start=1)
            ),
        )
        for keys, action in actions:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(action)
            shortcut.activatedAmbiguously.connect(action)  # Ctrl++ is also Ctrl+Shift+= on some keyboards

    def _asks_who(self) -> bool:
        """Whether somebody has to say at once who types, before any figure is seen."""
        accounts = queries.accounts(self.session.store)
        return len(accounts) > 1 or any(account.has_pin for account in accounts)

    def _greet(self) -> None:
        if self.session.is_open:
            self.people().begin()

    def people(self) -> People:
        """Who types; built when it is first needed."""
        from ui.switch_user import People

        if self._people is None:
            self._people = People(self)
        return self._people

    # --- screens ---------------------------------------------------------------------------------------------------

    def screens(self) -> tuple[Screen, ...]:
        """The screens shown so far."""
        return tuple(self._screens.values())

    def current_screen(self) -> Screen:
        """The screen in front."""
        screen = self.stack.currentWidget()
        assert isinstance(screen, Screen)
        return screen

    def screen_named(self, name: str) -> Screen:
        """A screen, built now if it was not shown before."""
        if name not in self._screens:
            entry = next(entry for entry in SCREENS if entry.name == name)
            screen = entry.build(self.session)
            screen.left_for.connect(self.go)
            screen.restore_state(self._remembered(name))
            for signal in ("opening_asked", "creating_asked", "language_chosen", "size_chosen"):
                if hasattr(screen, signal):
                    target = self.change_text_size if signal == "size_chosen" else getattr(self, signal)
                    getattr(screen, signal).connect(target)
            for line in screen.findChildren(EdgeLine):  # one question has Alt+1 at a time
                line.filled.connect(lambda line=line: self.way_back.drop() if line.answers else None)
            self._screens[name] = screen
            self.stack.addWidget(screen)
        return self._screens[name]

    def show_screen(self, name: str, *, keys: bool = False) -> Screen:
        """Bring a screen to the front; with ``keys`` it takes them."""
        screen = self.screen_named(name)
        self.stack.setCurrentWidget(screen)
        row = [entry.name for entry in SCREENS].index(name)
        if self.rail.currentRow() != row:
            self.rail.blockSignals(True)
            self.rail.setCurrentRow(row)
            self.rail.blockSignals(False)
        screen.activate()
        if keys:
            screen.take_focus()
        return screen

    def go(self, place: Place) -> None:
        """Follow a lead from one screen to another."""
        before = self.session.period
        self.session.set_period(parse_period(place.period) if place.period else before)
        screen = self.show_screen(place.screen)
        screen.go(place)
        if self.session.period != before:
            self.way_back.offer(before)
        focused: QWidget | None = self.focusWidget()
        if focused is None or not screen.isAncestorOf(focused):
            screen.take_focus()

    def _collect(self) -> list:  # type: ignore[type-arg]
        from ui.findings import collect

        return collect(self.session.catalogue, self.go)

    def _next_area(self) -> None:
        """F6: from the rail into the screen, from there to the header, to what is asked above, and round again."""
        focused = QApplication.focusWidget()
        screen = self.current_screen()
        asked = [line for line in self.findChildren(EdgeLine) if line.isVisible() and line.answers]
        above = [line for line in asked if not screen.isAncestorOf(line)]
        if focused is self.rail:
            screen.take_focus()
        elif focused is not None and screen.isAncestorOf(focused):
            self.header.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif above and focused is not None and self.header.isAncestorOf(focused):
            above[0].answers[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.rail.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- status ----------------------------------------------------------------------------------------------------

    def _say_opened(self) -> None:
        if not self.session.store.is_writable:
            self._saved.setText(self.tr("Opened for reading only"))
            return
        moment = self.session.clock().astimezone(LOCAL)
        self._saved.setText(self.tr("Opened {time}").format(time=f"{moment:%H:%M:%S}") + "  ·")

    def say_place(self, words: str) -> None:
        """Beside the path: what is to be known of the volume."""
        self._place.setText(words)
        self.statusBar().addWidget(self._place)
        self._place.show()

    def _say_saved(self) -> None:
        if len(self.session.unsaved):
            return
        moment = self.session.clock().astimezone(LOCAL)
        self._saved.setText(self.tr("Saved {time}").format(time=f"{moment:%H:%M:%S}") + "  ·")

    def _say_unsaved(self) -> None:
        if len(self.session.unsaved):
            self._saved.setText(unsaved.count_words(self.session) + "  ·")
        else:
            self.notice.clear()

    def _say_busy(self, is_busy: bool) -> None:
        if is_busy:
            self._saved.setText(self.tr("Writing…") + "  ·")

    def _name_changed(self, changes: object, _origin: object) -> None:
        if getattr(changes, "kind", "") == "setting":
            title = self._title()
            self.header.station.setText(title)
            self.setWindowTitle(f"{title} – Sổ Trạm")

    def _title(self) -> str:
        station = queries.station_on(self.session.store, self.session.today)
        return self.tr("{name} (example)").format(name=station.name) if station.is_example else station.name

    def _say_who(self, name: str) -> None:
        text = self.tr("Typing: {name}").format(name=name or self.tr("not said yet (Settings)"))
        self._who.setText(text)
        self._who.setAccessibleName(text)
        self._who.setToolTip(self.tr("Change who types (Ctrl+Shift+U)"))

    def _show_help(self) -> None:
        if self.current_screen().show_help():
            return
        from ui.help_page import show_help

        show_help(self, self.session.language)

    # --- text size -------------------------------------------------------------------------------------------------

    def change_text_size(self, step: int) -> None:
        """Larger (1), smaller (-1), or the system's own size (0)."""
        font = QApplication.font()
        if step == 0:
            font.setPointSizeF(float(self.memory.text("text/system", str(font.pointSizeF()))))
        else:
            size = font.pointSizeF() + step
            font.setPointSizeF(min(max(size, theme.SMALLEST_POINTS), theme.LARGEST_POINTS))
        self.memory.set_text("text/points", str(font.pointSizeF()))
        theme.set_font(font)
        for heading in self.findChildren(Heading):
            heading.fit()
        self.rail.fit()

    # --- remembering and closing -----------------------------------------------------------------------------------

    def _remembered(self, name: str) -> dict[str, str]:
        keys = ("splitter", "form", "compare", "columns", "kind", "preview", *OF_ONE_FILE)
        return {key: self.memory.text(self._memory_key(name, key)) for key in keys}

    def _memory_key(self, name: str, key: str) -> str:
        """Where something of a screen is remembered: a plan and texts for each file, the rest for all."""
        return f"{name}/{key}/{self.session.file_id}" if key in OF_ONE_FILE else f"{name}/{key}"

    def _restore_period(self) -> None:
        code = self.memory.text(f"period/{self.session.path.name}")
        if not code and queries.station_on(self.session.store, self.session.today).is_example:
            code = queries.newest_quarter(self.session.store)
        if code:
            with suppress(UserError):  # what is remembered may be spoilt
                self.session.period = parse_period(code)

    def remember(self) -> None:
        """Keep window size, text size, columns and place for next time."""
        self.memory.set_data("window/geometry", QByteArray(self.saveGeometry()))
        self.memory.set_text(f"period/{self.session.path.name}", self.session.period.code)
        for name, screen in self._screens.items():
            for key, value in screen.save_state().items():
                self.memory.set_text(self._memory_key(name, key), value)
        self.memory.save()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not before everything typed is on disk."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        for screen in self._screens.values():
            screen.finish()
        if not self.session.writer.is_empty:
            self._is_closing = True
            self._saved.setText(self.tr("Writing…") + "  ·")
            event.ignore()
            return
        if self.session.is_open and len(self.session.unsaved):
            unsaved.ask_before_leaving(self.session, self.notice, self.close)
            event.ignore()
            return
        if self.session.is_open and not self.session.may_close(self.close):
            event.ignore()
            return
        self.remember()
        event.accept()

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether the file can be closed now; if not, ``leave`` is called when nothing typed would be lost by it."""
        if not self.session.writer.is_empty:
            self.session.writer.emptied.connect(leave, Qt.ConnectionType.SingleShotConnection)
            return False
        if len(self.session.unsaved):
            unsaved.ask_before_leaving(self.session, self.notice, leave)
            return False
        return True

    def _close_when_asked(self) -> None:
        if self._is_closing:
            self._is_closing = False
            QTimer.singleShot(0, self.close)

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark: draw the icon anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._draw_icon()

    def _draw_icon(self) -> None:
        self.setWindowIcon(icons.icon("station", theme.colour("accent")))
