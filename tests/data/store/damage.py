"""Damaged station files to test recovery with."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from data import commands, queries, safety
from data.model import Attribution, Completion
from data.people import AccountChange, Role
from data.safety import Option, Survey
from data.settings import SINCE_EVER
from tests.data.store.files import BY, NOW, make_value

ROOT = Path(__file__).resolve().parents[3]
PAGE = 4096
BEFORE, AFTER = 300, 40
HOA = Attribution(user="Hoa", now=NOW + timedelta(days=9), reason="ổ đĩa hỏng")


def at(minutes: int) -> Attribution:
    return BY._replace(now=NOW + timedelta(minutes=minutes))


def fill(path: Path) -> Path:
    """A file with a backup of 300 cells, then 40 cells more; the folder of the backup."""
    folder = safety.backup_folder(path)
    with commands.open_station(path, writing=True) as store:
        first = [make_value(f"element_{number}", "2024", str(number), comment="sổ A1" * 9) for number in range(BEFORE)]
        commands.save_data_values(store, first, at(1))
        account = AccountChange(name="Trưởng trạm", role=Role.HEAD, is_active=True, pin="argon", recovery="code")
        commands.save_account(store, account, at(2))
        commands.complete(store, [Completion(data_set="f", period="2024", elements=("element_1",))], at(3))
        safety.make_backup(store, folder, NOW, "interval")
        for number in range(AFTER):
            commands.save_data_values(store, [make_value(f"element_{number}", "2025", "7")], at(60 + number))
        commands.save_setting(store, "receiver", SINCE_EVER, "TTYT", at(200))
    return folder


def cells(path: Path) -> dict[tuple[str, str], str]:
    with commands.open_station(path, writing=False) as store:
        return {(value.data_element, value.period): value.value for value in queries.data_values(store, None)}


def look(path: Path) -> Survey:
    return safety.survey(path, [safety.backup_folder(path)])


def option_of(found: Survey, kind: str) -> Option:
    return next(option for option in found.options if option.kind == kind)


def recovered(option: Option, folder: Path, by: Attribution = HOA) -> Path:
    """A new file, checked."""
    target = folder / f"mới {option.kind}.sotram"
    assert safety.recover(option, target, by) == ()
    assert queries.check_file(target) == ()
    return target


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def truncated_in_a_page(content: bytes) -> bytes:
    return content[: len(content) * 3 // 4 + 100]


def first_page_zero(content: bytes) -> bytes:
    return bytes(PAGE) + content[PAGE:]


def page_zero(content: bytes) -> bytes:
    middle = len(content) // PAGE // 2 * PAGE
    return content[:middle] + bytes(PAGE) + content[middle + PAGE :]


def garbage_header(content: bytes) -> bytes:
    return b"\xa5" * 100 + content[100:]


def garbage_inside(content: bytes) -> bytes:
    third = len(content) // 3
    return content[:third] + random.Random(2).randbytes(third) + content[2 * third :]


def flipped(content: bytes) -> bytes:
    chance, changed = random.Random(4), bytearray(content)
    for _ in range(60):
        changed[chance.randrange(PAGE, len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def nothing_left(_content: bytes) -> bytes:
    return b""


def other_content(content: bytes) -> bytes:
    return b"hello " * (len(content) // 6)


def end_zero(content: bytes) -> bytes:
    return content[: -6 * PAGE] + bytes(6 * PAGE)


DAMAGES: tuple[Callable[[bytes], bytes], ...] = (
    truncated,
    truncated_in_a_page,
    first_page_zero,
    page_zero,
    garbage_header,
    garbage_inside,
    flipped,
    nothing_left,
    other_content,
    end_zero,
)
