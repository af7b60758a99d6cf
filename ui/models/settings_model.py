"""All dated values of the station's details, newest first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from data.model import Setting
from data.settings import SINCE_EVER
from ui import words
from ui.fields import PROFILE

Index = QModelIndex | QPersistentModelIndex


class SettingModel(QAbstractTableModel):
    """Detail, valid from, value, who set it."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self._rows: list[tuple[str, str, str, str]] = []

    def show_settings(self, settings: Sequence[Setting]) -> None:
        """Show values, in the order of the form, newest first within each."""
        captions = {spec.key: spec.caption for spec in PROFILE}
        order = list(captions)
        self.beginResetModel()
        self._rows = [
            (captions[setting.key], self._from(setting), _shown(setting.value), self._who(setting))
            for setting in sorted(settings, key=lambda each: (order.index(each.key), -each.valid_from.toordinal()))
        ]
        self.endResetModel()

    def _from(self, setting: Setting) -> str:
        return self.tr("from the start") if setting.valid_from == SINCE_EVER else words.printed_date(setting.valid_from)

    def _who(self, setting: Setting) -> str:
        if setting.stored_at is None:
            return setting.stored_by
        return f"{setting.stored_by}, {words.printed_moment(setting.stored_at)}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of dated values."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Four columns."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Detail"), self.tr("Valid from"), self.tr("Value"), self.tr("Set by"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """The texts."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._rows[index.row()][index.column()]


def _shown(value: str) -> str:
    if value.startswith("["):
        return "; ".join(json.loads(value))
    return {"true": words.choice("true"), "false": words.choice("false")}.get(value, value)
