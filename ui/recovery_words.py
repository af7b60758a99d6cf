"""What guided recovery says: what each way brings back, and what it would lose, in cells and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data import safety
from data.documents.codes import printed_code
from data.errors import UserError
from data.numbers import format_number
from data.periods import parse_period
from ui import words
from ui.clock_check import moment

if TYPE_CHECKING:
    from data.safety import Loss, Option

translate = QCoreApplication.translate


def damage(code: str) -> str:
    """What is wrong with the file as a whole, said of a file that was good once; empty for other faults."""
    said = {
        "file_empty": translate("Recovery", "The file is empty: nothing is left in it."),
        "file_not_sqlite": translate(
            "Recovery", "The beginning of the file is destroyed, so that it cannot be read as a station file any more."
        ),
        "file_not_ours": translate(
            "Recovery", "The beginning of the file is changed, so that it cannot be read as a station file any more."
        ),
        "file_damaged": translate("Recovery", "A part of the file is destroyed."),
        "check_integrity": translate("Recovery", "A part of the file is destroyed."),
    }
    return said.get(code, "")


def while_open(unsaved: int) -> str:
    """That the file was in use just now, and what becomes of figures that were being typed."""
    text = translate("Recovery", "The damage was met while the file was open.")
    if not unsaved:
        return text
    kept = translate(
        "Recovery", "{count} figures typed just now are not in it; they are written into the new file once it is made."
    )
    return f"{text} {kept.format(count=format_number(unsaved, 0))}"


def title(option: Option) -> str:
    """One way, named by where it takes the figures from."""
    if option.backup is not None and option.parted is not None:
        text = translate("Recovery", "The backup of {when}, of another copy that went its own way at {parted}")
        return text.format(when=moment(option.backup.manifest.made_at), parted=moment(option.parted))
    if option.backup is None:
        return translate("Recovery", "What can still be read of the damaged file")
    made_at = moment(option.backup.manifest.made_at)
    if option.kind == safety.BOTH:
        text = translate("Recovery", "The backup of {when}, and what can still be read of the damaged file")
        return text.format(when=made_at)
    return translate("Recovery", "The backup of {when}").format(when=made_at)


def brings(option: Option) -> str:
    """How many figures the new file would have, and up to when."""
    count = format_number(option.cells, 0)
    if option.until is None:
        return translate("Recovery", "{count} figures").format(count=count)
    return translate("Recovery", "{count} figures, up to {when}").format(count=count, when=moment(option.until))


def loss(loss: Loss) -> str:
    """What would be lost, in cells and dates."""
    parts = [_cells(loss)]
    if loss.records:
        text = translate("Recovery", "{count} changes of details, decisions and texts are lost")
        parts.append(text.format(count=format_number(loss.records, 0)))
    if loss.papers:
        text = translate("Recovery", "of the frozen reports {codes} the PDF or the snapshot is lost")
        parts.append(text.format(codes=", ".join(printed_code(code) for code in loss.papers)))
    if loss.unknown:
        text = translate("Recovery", "{count} entries of the history cannot be read anywhere")
        parts.append(text.format(count=format_number(loss.unknown, 0)))
    return "; ".join(parts) + "."


def _cells(loss: Loss) -> str:
    if not loss.cells:
        return translate("Recovery", "No figure that is known is lost")
    count = format_number(loss.cells, 0)
    if loss.first is None or loss.last is None:
        text = translate("Recovery", "{count} cells are lost or older, of {periods}")
        return text.format(count=count, periods=_periods(loss))
    if loss.first == loss.last:
        text = translate("Recovery", "{count} cells are lost or older, typed at {first}, of {periods}")
        return text.format(count=count, first=moment(loss.first), periods=_periods(loss))
    text = translate("Recovery", "{count} cells are lost or older, typed from {first} to {last}, of {periods}")
    return text.format(count=count, first=moment(loss.first), last=moment(loss.last), periods=_periods(loss))


MOST_PERIODS = 4


def _periods(loss: Loss) -> str:
    names = [_period(code) for code in loss.periods[:MOST_PERIODS]]
    rest = len(loss.periods) - MOST_PERIODS
    if rest > 0:
        names.append(translate("Recovery", "{count} more periods").format(count=rest))
    return ", ".join(names)


def _period(code: str) -> str:
    """A period as it is spoken of; what a damaged file has in its place as it stands."""
    try:
        return words.period_name(parse_period(code))
    except UserError:
        return code
