"""The backups of the open file, newest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from data.numbers import format_number
from ui import backup_words, words

if TYPE_CHECKING:
    from pathlib import Path

    from data.safety import Backup

Index = QModelIndex | QPersistentModelIndex
KILOBYTE = 1024
FIGURES = (2, 3, 4)
"""Columns that hold figures."""


class BackupModel(QAbstractTableModel):
    """When, why, how far its history goes, size, where."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self._backups: tuple[Backup, ...] = ()
        self._others: frozenset[Path] = frozenset()

    def show_backups(self, backups: Sequence[Backup], others: Collection[Path] = ()) -> None:
        """Show these; ``others`` are of another copy of the file, with changes that the open one has not."""
        if (tuple(backups), frozenset(others)) != (self._backups, self._others):
            self.beginResetModel()
            self._backups, self._others = tuple(backups), frozenset(others)
            self.endResetModel()

    def backup_at(self, row: int) -> Backup | None:
        """The backup of a row; None where there is none."""
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of backups."""
        return 0 if parent.isValid() else len(self._backups)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Six columns."""
        return 0 if parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of the columns."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section in FIGURES:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (
            self.tr("Made at"),
            self.tr("Why"),
            self.tr("Figures"),
            self.tr("Changes"),
            self.tr("Size"),
            self.tr("Lies in"),
        )
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """The texts; figures stand at the right."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in FIGURES:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        backup = self._backups[index.row()]
        manifest = backup.manifest
        texts = (
            words.printed_moment(manifest.made_at),
            self.tr("of another copy, {why}").format(why=backup_words.why(manifest.why))
            if backup.path in self._others
            else backup_words.why(manifest.why),
            format_number(manifest.counts.get("data_value", 0), 0),
            format_number(manifest.counts.get("action", 0), 0),
            self.tr("{size} kB").format(size=format_number(-(-_size(backup) // KILOBYTE), 0)),
            str(backup.path.parent),
        )
        return texts[index.column()]


def _size(backup: Backup) -> int:
    try:
        return backup.path.stat().st_size
    except OSError:  # a stick that was pulled
        return 0
