"""A disk that forgets: what a run wrote, synced and named, and what a power cut may leave of it.

Nothing is certain but what was synced: file contents by a sync of the file, names by a sync of their folder. Everything
later may be there or not, in any order, whole or torn. Source: what POSIX promises, and no file system less.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

TRACE = (
    "openat,lseek,write,pwrite64,ftruncate,?fallocate,?sendfile,?copy_file_range,fsync,fdatasync,"
    "?rename,?renameat,?renameat2,?link,?linkat,?unlink,?unlinkat,?mkdir,?mkdirat"
)
OPTIONS = ("-y", "-xx", "-s", "10000000", "-e", f"trace={TRACE}")
SECTORS = (512, 4096)

_LINE = re.compile(rb"^\d+ +(\w+)\((.*)\) += +(-?\d+|0x[0-9a-f]+)")
_HANDLE = re.compile(rb"^(?:AT_FDCWD|(\d+))<((?:\\x[0-9a-f]{2})*)>")
_TEXT = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"')


class Event(NamedTuple):
    """One thing that happened to the disk.

    Attributes:
        kind: write, truncate, sync; create, rename, link, unlink, sync_folder; or said, for what stdout was told.
        file: Number of the file.
        offset: Where in the file, or its new length.
        data: What was written or said.
        name: Of a file, or the folder that was synced.
        new_name: Where a name leads to afterwards.
    """

    kind: str
    file: int = -1
    offset: int = 0
    data: bytes = b""
    name: str = ""
    new_name: str = ""


class Recording(NamedTuple):
    """The files at the beginning, by name, and all that happened to them."""

    start: dict[str, bytes]
    events: tuple[Event, ...]


class Recorder:
    """Reads a trace."""

    def __init__(self, folder: Path, start: dict[str, bytes]) -> None:
        """Begin with the files that were there."""
        self._folder = str(folder)
        self._names = {name: number for number, name in enumerate(start)}
        self._live = [bytearray(content) for content in start.values()]
        self._places: dict[bytes, int] = {}
        self.events: list[Event] = []

    def read(self, trace: bytes) -> None:
        """Take up every call that changed something."""
        for line in trace.splitlines():
            match = _LINE.match(line)
            if match and not match[3].startswith(b"-"):
                method: Callable[[bytes, int], None] | None = getattr(self, f"_on_{match[1].decode()}", None)
                if method is not None:
                    method(match[2], int(match[3], 0))

    def _on_openat(self, words: bytes, handle: int) -> None:
        name = self._inside(_text(words))
        self._places[str(handle).encode()] = 0
        if name is None or b"O_RDONLY" in words or b"O_DIRECTORY" in words:
            return
        if name not in self._names:
            self._names[name] = len(self._live)
            self._live.append(bytearray())
            self.events.append(Event("create", self._names[name], name=name))
        elif b"O_TRUNC" in words:
            self._truncate(self._names[name], 0)
        if b"O_APPEND" in words:
            self._places[str(handle).encode()] = len(self._live[self._names[name]])

    def _on_lseek(self, words: bytes, place: int) -> None:
        self._places[_handle(words)[0]] = place

    def _on_write(self, words: bytes, length: int) -> None:
        handle, path = _handle(words)
        data = _text_bytes(words)[:length]
        if path.endswith("torture-stdout"):
            self.events.append(Event("said", data=data))
            return
        self._write(path, self._places.get(handle, 0), data)
        self._places[handle] = self._places.get(handle, 0) + length

    def _on_pwrite64(self, words: bytes, length: int) -> None:
        self._write(_handle(words)[1], int(words.rpartition(b", ")[2]), _text_bytes(words)[:length])

    def _on_sendfile(self, words: bytes, length: int) -> None:
        handle, path = _handle(words)
        _, source = _handle(words.partition(b", ")[2])
        number, place = self._number(source), self._places.get(handle, 0)
        content = bytes(self._live[number][place : place + length]) if number is not None else bytes(length)
        self._write(path, place, content)
        self._places[handle] = place + length

    def _on_copy_file_range(self, words: bytes, length: int) -> None:
        raise AssertionError("the program copied inside the kernel, which this recording cannot follow: teach it to")

    def _on_ftruncate(self, words: bytes, _: int) -> None:
        number = self._number(_handle(words)[1])
        if number is not None:
            self._truncate(number, int(words.rpartition(b", ")[2]))

    def _on_fsync(self, words: bytes, _: int) -> None:
        path = _handle(words)[1]
        number, name = self._number(path), self._inside(path)
        if number is not None:
            self.events.append(Event("sync", number))
        elif name is not None:
            self.events.append(Event("sync_folder", name=name))

    _on_fdatasync = _on_fsync

    def _on_rename(self, words: bytes, _: int) -> None:
        old, new = (self._inside(text.decode()) for text in _texts(words)[:2])
        if old in self._names and new is not None and old is not None:
            self._names[new] = self._names.pop(old)
            self.events.append(Event("rename", self._names[new], name=old, new_name=new))

    _on_renameat = _on_renameat2 = _on_rename

    def _on_link(self, words: bytes, _: int) -> None:
        old, new = (self._inside(text.decode()) for text in _texts(words)[:2])
        if old in self._names and new is not None and old is not None:
            self._names[new] = self._names[old]
            self.events.append(Event("link", self._names[new], name=old, new_name=new))

    _on_linkat = _on_link

    def _on_unlink(self, words: bytes, _: int) -> None:
        name = self._inside(_text(words))
        if name in self._names and name is not None:
            self.events.append(Event("unlink", self._names.pop(name), name=name))

    _on_unlinkat = _on_unlink

    def _write(self, path: str, offset: int, data: bytes) -> None:
        number = self._number(path)
        if number is not None:
            put(self._live[number], offset, data)
            self.events.append(Event("write", number, offset, data))

    def _truncate(self, number: int, length: int) -> None:
        cut(self._live[number], length)
        self.events.append(Event("truncate", number, length))

    def _number(self, path: str) -> int | None:
        return self._names.get(self._inside(path) or "")

    def _inside(self, path: str) -> str | None:
        """A path below the folder, from there; None for all else."""
        whole = PurePosixPath(self._folder) / path
        return whole.relative_to(self._folder).as_posix() if whole.is_relative_to(self._folder) else None


class Disk:
    """What is certain, and what still waits to become so."""

    def __init__(self, start: dict[str, bytes]) -> None:
        """Begin with files that have lain there for long."""
        self.content = {number: bytearray(content) for number, content in enumerate(start.values())}
        self.names = {name: number for number, name in enumerate(start)}
        self.said = b""
        self._writes: dict[int, list[Event]] = {}
        self._renames: list[Event] = []

    def take(self, event: Event) -> None:
        """One thing happens."""
        match event.kind:
            case "said":
                self.said += event.data
            case "sync":
                self._apply(event.file, self._writes.pop(event.file, ()))
            case "sync_folder":
                for earlier in self._renames:
                    if _folder_of(earlier) == event.name:
                        _rename(self.names, earlier)
                self._renames = [one for one in self._renames if _folder_of(one) != event.name]
            case "write" | "truncate":
                self._writes.setdefault(event.file, []).append(event)
            case _:
                self._renames.append(event)

    def lose_power(self, chance: random.Random) -> dict[str, bytes]:
        """The files that are found afterwards, by name."""
        for event in _surviving_names(self._renames, chance):
            _rename(self.names, event)
        for number, events in self._writes.items():
            self._apply(number, _surviving(events, chance))
        return {name: bytes(self.content.get(number, b"")) for name, number in self.names.items()}

    def _apply(self, number: int, events: Iterable[Event]) -> None:
        content = self.content.setdefault(number, bytearray())
        for event in events:
            if event.kind == "truncate":
                cut(content, event.offset)
            else:
                put(content, event.offset, event.data)


def image(recording: Recording, end: int, chance: random.Random) -> tuple[dict[str, bytes], str]:
    """What may be found after a power cut before event ``end``: files by name; and what had been said by then."""
    disk = Disk(recording.start)
    for event in recording.events[:end]:
        disk.take(event)
    return disk.lose_power(chance), disk.said.decode("utf-8", "replace")


def _surviving_names(events: list[Event], chance: random.Random) -> list[Event]:
    """Changes of names that reached the disk: as a journal keeps them, in order; or each for itself."""
    if chance.random() < 0.7:
        return events[: chance.randint(0, len(events))]
    return [event for event in events if chance.random() < 0.5]


def _surviving(events: list[Event], chance: random.Random) -> Iterator[Event]:
    """Writes that reached the disk, whole, torn or as zeros where the file had grown."""
    style = chance.choice(("none", "all", "first", "last", "any", "torn", "torn", "grown"))
    edge = chance.randint(0, len(events))
    sector = chance.choice(SECTORS)
    for place, event in enumerate(events):
        if style in ("torn", "grown") and event.kind == "write":
            yield from _torn(event, sector, chance)
            if style == "grown":
                yield event._replace(offset=event.offset + len(event.data), data=b"")
        elif _is_whole(style, place - edge, chance):
            yield event


def _is_whole(style: str, distance: int, chance: random.Random) -> bool:
    """Whether a write reached the disk whole; ``distance`` counts from the edge between first and last."""
    match style:
        case "none" | "all":
            return style == "all"
        case "first" | "last":
            return (distance < 0) == (style == "first")
        case _:
            return chance.random() < 0.5


def _torn(event: Event, sector: int, chance: random.Random) -> Iterator[Event]:
    """The sectors of a write that reached the disk."""
    place, end = event.offset, event.offset + len(event.data)
    while place < end:
        edge = min(end, (place // sector + 1) * sector)
        if chance.random() < 0.5:
            yield event._replace(offset=place, data=event.data[place - event.offset : edge - event.offset])
        place = edge


def _rename(names: dict[str, int], event: Event) -> None:
    """Change names as one event did, where what it needs is there."""
    if event.kind == "create":
        names[event.name] = event.file
    elif names.get(event.name) != event.file:
        return
    elif event.kind == "unlink":
        del names[event.name]
    else:
        names[event.new_name] = event.file
        if event.kind == "rename":
            del names[event.name]


def _folder_of(event: Event) -> str:
    return PurePosixPath(event.new_name or event.name).parent.as_posix()


def put(content: bytearray, offset: int, data: bytes) -> None:
    """Write into a file's content, which grows with zeros where it has to."""
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def cut(content: bytearray, length: int) -> None:
    """Give a file's content another length."""
    if len(content) > length:
        del content[length:]
    else:
        content.extend(bytes(length - len(content)))


def _handle(words: bytes) -> tuple[bytes, str]:
    match = _HANDLE.match(words)
    return (match[1] or b"", _plain(match[2]).decode("utf-8", "surrogateescape")) if match else (b"", "")


def _texts(words: bytes) -> list[bytes]:
    return [_plain(text) for text in _TEXT.findall(words)]


def _text(words: bytes) -> str:
    return _text_bytes(words).decode("utf-8", "surrogateescape")


def _text_bytes(words: bytes) -> bytes:
    found = _TEXT.search(words)
    return _plain(found[1]) if found else b""


def _plain(escaped: bytes) -> bytes:
    return bytes.fromhex(escaped.replace(b"\\x", b"").decode("ascii"))
