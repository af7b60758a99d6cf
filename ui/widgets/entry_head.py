"""Above the grid: which form and period, how much is filled, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QMenu, QPushButton, QWidget

from ui import theme
from ui.widgets.heading import Heading, Quiet

PERIOD_MARK, JOINER = " · ", "\u2060"
LEAST_LETTERS, MOST_LINES = 12, 2
TALL = "Ệg"


def kept_together(text: str) -> str:
    """A title whose period is never broken over two lines: "Quý III/2025"."""
    title, mark, period = text.rpartition(PERIOD_MARK)
    return title + mark + period.replace(" ", "\u00a0").replace("/", f"{JOINER}/{JOINER}") if mark else text


class ShortHeading(Heading):
    """A heading of one line, or two where one is too short; what does not fit is elided and told as a tip."""

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.setToolTip(text)

    def hasHeightForWidth(self) -> bool:
        """The height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line or two."""
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(kept_together(self.text())) <= width:
            return metrics.lineSpacing()
        lines = "\n".join([TALL] * MOST_LINES)  # lines with tone marks are higher than the font says
        return metrics.boundingRect(QRect(0, 0, 10_000, 10_000), 0, lines).height()

    def minimumSizeHint(self) -> QSize:
        """A dozen letters on one line."""
        metrics = self.fontMetrics()
        return QSize(LEAST_LETTERS * metrics.averageCharWidth(), metrics.lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, elided at the end where even two lines are too short."""
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags, text = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), self.fitted()
        if not text:
            text, flags = metrics.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width()), 0
        painter.drawText(self.rect(), flags, text)
        painter.end()

    def fitted(self) -> str:
        """What is drawn: the period whole, of the form's title as many words as there is room for; empty for none."""
        title, mark, period = self.text().rpartition(PERIOD_MARK)
        wrapped, room = int(Qt.TextFlag.TextWordWrap), QRect(0, 0, self.width(), 10_000)
        text = kept_together(self.text())
        if self.fontMetrics().horizontalAdvance(text) <= self.width():
            return text
        while self.fontMetrics().boundingRect(room, wrapped, text).height() > self.height():
            title = title.removesuffix("…").rpartition(" ")[0]
            if not title:
                return ""
            title += "…"
            text = kept_together(f"{title}{mark}{period}")
        return text


class EntryHead(QWidget):
    """Title, progress, and the choice of the compared period."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty title."""
        super().__init__(parent)
        self.title = ShortHeading()
        self.progress = Quiet()
        self.progress.setWordWrap(False)
        self.compare = QComboBox()
        self.compare.addItems([self.tr("Same period last year"), self.tr("Period before")])
        self.compare.setAccessibleName(self.tr("Period shown beside"))
        self.compare.setMinimumContentsLength(LEAST_LETTERS)
        self.compare.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.cumulative = QCheckBox(self.tr("C&umulative"))
        self.cumulative.setAccessibleName(self.tr("Figures are typed cumulatively, since 1 January"))
        self.cumulative.setToolTip(self.cumulative.accessibleName())
        self.tools = QPushButton(self.tr("&Form"))
        self.tools.setAccessibleName(self.tr("What else can be done with this form"))
        self.tools.setMenu(QMenu(self.tools))
        self.tools.menu().aboutToHide.connect(self._dim)
        self.tools.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.HALF)
        row.setSpacing(theme.STEP)
        row.addWidget(self.title, 1)
        row.addWidget(self.progress)
        row.addWidget(self.compare)
        row.addWidget(self.cumulative)
        row.addWidget(self.tools)

    def _dim(self) -> None:
        """The menu closed elsewhere than over its button, which was never told that the mouse left it."""
        self.tools.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        self.tools.update()

    def fit_menu(self) -> None:
        """The lines of the open menu got longer: keep it on the screen."""
        menu = self.tools.menu()
        if menu.isVisible():
            size, area = menu.sizeHint(), menu.screen().availableGeometry()
            menu.setGeometry(min(menu.x(), area.right() - size.width()), menu.y(), size.width(), size.height())

    def add_tool(self, text: str, keys: str, action: Callable[[], object]) -> QAction:
        """One more thing that can be done with the form: a line of the menu, with its keys where it has any."""
        tool = self.tools.menu().addAction(text)
        if keys:
            tool.setShortcut(keys)
            tool.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        tool.triggered.connect(lambda _checked=False: action())
        self.tools.show()
        return tool
