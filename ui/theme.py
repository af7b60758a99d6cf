"""Colours, spaces and the few style rules: one accent, thin rules, an 8-pixel rhythm, light and dark.

Every pair of text and ground has a contrast of at least 4.5:1 (a test measures them).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

STYLE = ("-style", "fusion")
"""Words for QApplication; its ``setStyle`` would load all enumerations of QStyle before the first paint (6 ms)."""

STEP = 8
HALF = 4
SMALLEST_POINTS, LARGEST_POINTS = 7.0, 22.0


class Colours(NamedTuple):
    """The colours of one scheme, as ``#rrggbb``."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    rule: str
    control: str
    accent: str
    on_accent: str
    tint: str
    good: str
    bad: str
    warn: str
    pending: str
    draft_ground: str


LIGHT = Colours(
    window="#f4f5f2",
    base="#ffffff",
    raised="#eceeea",
    text="#1a1f1c",
    muted="#55605a",
    rule="#d3d8d3",
    control="#868f89",
    accent="#0b655a",
    on_accent="#ffffff",
    tint="#dcefeb",
    good="#17663a",
    bad="#a8201a",
    warn="#7d5000",
    pending="#4a5a8a",
    draft_ground="#fdecea",
)

DARK = Colours(
    window="#171a18",
    base="#1e2220",
    raised="#272c29",
    text="#e9edea",
    muted="#a9b3ad",
    rule="#3a423d",
    control="#7f8a84",
    accent="#74d4c2",
    on_accent="#0d1f1b",
    tint="#24433d",
    good="#83d6a0",
    bad="#ff9f96",
    warn="#f0c264",
    pending="#b3c3f5",
    draft_ground="#47211f",
)


def is_dark() -> bool:
    """Whether the desktop asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def colours() -> Colours:
    """The colours of the scheme in use."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        lightness = application.palette().color(QPalette.ColorRole.Base).lightness()
        return DARK if lightness < 128 else LIGHT
    return LIGHT


def colour(name: str) -> QColor:
    """One colour of the scheme in use, by its field's name; not to be changed, since it is made once."""
    return _shade(getattr(colours(), name))


@cache
def _shade(code: str) -> QColor:
    return QColor(code)


def apply(application: QApplication, scheme: Colours | None = None) -> None:
    """Set palette and style rules, which are made for the style of ``STYLE``."""
    scheme = scheme or (DARK if is_dark() else LIGHT)
    application.setPalette(palette(scheme))
    application.setStyleSheet(rules(scheme))


def palette(scheme: Colours) -> QPalette:
    """The scheme as a palette."""
    role = QPalette.ColorRole
    result = QPalette()
    pairs = {
        role.Window: scheme.window,
        role.WindowText: scheme.text,
        role.Base: scheme.base,
        role.AlternateBase: scheme.raised,
        role.Text: scheme.text,
        role.Button: scheme.window,
        role.ButtonText: scheme.text,
        role.BrightText: scheme.bad,
        role.Highlight: scheme.accent,
        role.HighlightedText: scheme.on_accent,
        role.ToolTipBase: scheme.base,
        role.ToolTipText: scheme.text,
        role.PlaceholderText: scheme.muted,
        role.Link: scheme.accent,
        role.LinkVisited: scheme.accent,
        role.Mid: scheme.rule,
        role.Midlight: scheme.rule,
        role.Light: scheme.base,
        role.Dark: scheme.control,
        role.Accent: scheme.accent,
    }
    for key, name in pairs.items():
        result.setColor(key, QColor(name))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(scheme.muted))
    result.setColor(QPalette.ColorGroup.Disabled, role.Base, QColor(scheme.window))  # a field that takes nothing
    return result


def rules(scheme: Colours) -> str:
    """The few rules that a palette cannot say."""
    return _RULES.format(
        window=scheme.window,
        base=scheme.base,
        text=scheme.text,
        muted=scheme.muted,
        rule=scheme.rule,
        control=scheme.control,
        accent=scheme.accent,
        raised=scheme.raised,
        tint=scheme.tint,
        on_accent=scheme.on_accent,
    )


_RULES = """
QHeaderView {{ background: {window}; border: 0; }}
QHeaderView::section {{ background: {window}; color: {muted}; border: 0;
    border-bottom: 1px solid {control}; padding: 4px 7px; }}
QTableView, QTreeView, QListView {{ border: 0; background: {base};
    selection-background-color: {tint}; selection-color: {text}; }}
QLineEdit, QPlainTextEdit {{ border: 1px solid {control};
    border-radius: 3px; padding: 3px 6px; background: {base}; color: {text};
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus {{
    border: 2px solid {accent}; padding: 2px 5px; }}
QListWidget#sentences {{ border-top: 1px solid {rule}; }}
QListWidget#pages::item {{ padding: 6px 8px; }}
QListWidget#found {{ border: 1px solid {control}; }}
QListWidget#found::item {{ padding: 3px 6px; }}
QPushButton, QToolButton {{ border: 1px solid {control}; border-radius: 3px; padding: 4px 12px;
    background: {base}; color: {text}; }}
QPushButton:hover, QToolButton:hover {{ background: {raised}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 3px 11px; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked {{ background: {tint}; }}
QPushButton#who {{ border: 1px solid transparent; padding: 2px 8px; }}
QPushButton#who:hover {{ border-color: {control}; }}
QPushButton#who:focus {{ border: 2px solid {accent}; padding: 1px 7px; }}
QListWidget#people::item {{ padding: 5px 8px; }}
QTreeWidget#stocks::item {{ padding: 3px 8px; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:default:focus {{ border: 2px solid {text}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {muted}; border-color: {rule}; }}
QCheckBox {{ border: 1px solid transparent; border-radius: 3px; padding: 1px; }}
QCheckBox:focus {{ border-color: {accent}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolButton::menu-indicator {{ image: none; }}
QFileDialog QToolButton, QFileDialog QToolButton:focus {{ padding: 2px; }}
QTabBar::tab {{ padding: 5px 12px; border: 0; border-bottom: 2px solid transparent; color: {muted}; }}
QTabBar::tab:hover {{ background: {raised}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:selected:focus {{ background: {tint}; }}
QSplitter::handle {{ background: {rule}; }}
QStatusBar {{ background: {window}; color: {muted}; border-top: 1px solid {rule}; }}
QStatusBar::item {{ border: 0; }}
QScrollArea {{ border: 0; }}
QToolTip {{ border: 1px solid {control}; background: {base}; color: {text}; padding: 4px; }}
"""


def set_font(font: QFont) -> None:
    """Use a font everywhere, also in what is shown already: style rules hold widgets to their old font otherwise."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        kept = application.styleSheet()
        application.setStyleSheet("")
        application.setFont(font)
        application.setStyleSheet(kept)


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, where the font has them."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The same font larger or smaller."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * factor)
    result.setBold(bold)
    return result


def contrast(first: str, second: str) -> float:
    """Contrast of two colours as WCAG 2 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    colour_ = QColor(name)
    parts = (colour_.redF(), colour_.greenF(), colour_.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
