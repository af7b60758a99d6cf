"""Criteria sets as files: YAML, TOML and XLSX carry the same, and the same content has the same version.

Everything is read and checked before anything is kept; every fault has its place: ``bang.yaml:41:
criteria[3].items[0]`` or ``bang.xlsx: Bảng điểm!D14``. Source: CONTRACT section 3.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from data.assessment import writer
from data.assessment.definitions import CriteriaSet
from data.assessment.integrity import faults_of, warnings_of
from data.assessment.reader import read_set
from data.assessment.toml_form import key_twice, line_of, long_number, read_toml, toml_text
from data.assessment.tree_reading import PlaceOf, nearest, shown
from data.catalogue.content import Catalogue
from data.errors import Fault, FaultsError, UserError
from data.exchange.criteria_layout import FAULTS_KEPT
from data.exchange.criteria_yaml import read_yaml, yaml_text
from data.exchange.csv_rows import read_file
from data.exchange.files import replace_file

LARGEST_FILE = 5 * 1024 * 1024
ENDINGS = (".yaml", ".yml", ".toml", ".xlsx")


class ReadSet(NamedTuple):
    """A set that was read from a file and found sound.

    Attributes:
        tree: As ``writer.tree_of`` makes it, whatever the file looked like.
        warnings: What looks like a slip, each with its place.
    """

    tree: writer.Tree
    criteria_set: CriteriaSet
    warnings: tuple[Fault, ...]


def as_it_is(fault: Fault) -> Fault:
    """A fault of a file that speaks of keys itself."""
    return fault


class Parsed(NamedTuple):
    """A file taken apart, before anything is known of its meaning.

    Attributes:
        place: Place in the tree -> place in the file, ready to print.
        words: A fault -> the same in the words of the file.
    """

    tree: Any
    place: PlaceOf
    words: Callable[[Fault], Fault] = as_it_is


def read_criteria_file(path: Path, catalogue: Catalogue) -> ReadSet:
    """Read a set from a file and check it against the catalogue; nothing is kept.

    Raises:
        FaultsError: criteria_refused (``file``, ``total``) with the first 50 faults, each with its place.
        UserError: criteria_file_ending, criteria_file_large (``limit``), criteria_file_empty, criteria_not_utf8, all
            with ``file``; or as ``read_file``, ``read_package`` and ``Package``.
        EnvironmentFault: As ``read_file``.
    """
    parsed = parse_file(path)
    found, faults = read_set(parsed.tree, parsed.place)
    if found is not None:
        faults = _placed(faults_of(found, catalogue), parsed.place)
    if found is None or faults:
        raise refusal(tuple(map(parsed.words, faults)), path.name)
    warnings = tuple(map(parsed.words, _placed(warnings_of(found, catalogue), parsed.place)))
    return ReadSet(tree=writer.tree_of(found), criteria_set=found, warnings=warnings)


def write_criteria_file(tree: writer.Tree, path: Path) -> None:
    """Write a set as one file, in the form that its ending names.

    Args:
        tree: A sound set, as ``writer.tree_of`` makes it or as it is stored.
        path: Ends with .yaml, .yml, .toml or .xlsx.

    Raises:
        FaultsError: criteria_refused when the tree is no set.
        UserError: criteria_file_ending (``file``), or as ``replace_file``.
        EnvironmentFault: As ``replace_file``.
    """
    found, faults = read_set(tree)
    if found is None:
        raise refusal(faults, path.name)
    whole = writer.tree_of(found)
    match _ending(path):
        case ".toml":
            content = toml_text(whole).encode()
        case ".xlsx":
            from data.exchange.criteria_sheets import set_xlsx

            content = set_xlsx(whole)
        case _:
            content = yaml_text(whole).encode()
    replace_file(path, content)


def refusal(faults: tuple[Fault, ...], name: str) -> FaultsError:
    """The refusal of a file: the first faults, and how many there are."""
    return FaultsError("criteria_refused", faults[:FAULTS_KEPT], file=name, total=len(faults))


def _placed(faults: tuple[Fault, ...], place: PlaceOf) -> tuple[Fault, ...]:
    """The faults at the places of the file; a place that a sentence names is one of the file, too."""
    return tuple(
        fault._replace(
            place=place(fault.place),
            parameters={key: place(text) if key == "first" else text for key, text in fault.parameters.items()},
        )
        for fault in faults
    )


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UserError("criteria_file_ending", file=path.name, endings=", ".join(ENDINGS))
    return ending


def parse_file(path: Path) -> Parsed:
    """Take a file apart by its ending, before anything is known of its meaning.

    Raises:
        FaultsError, UserError, EnvironmentFault: As ``read_criteria_file``, for what is wrong with its form.
    """
    ending = _ending(path)
    if ending == ".xlsx":
        from data.exchange.criteria_cells import parsed_xlsx
        from data.exchange.criteria_sheet_words import in_sheet_words

        return Parsed(*parsed_xlsx(path), in_sheet_words)
    content = read_file(path)
    if len(content) > LARGEST_FILE:
        raise UserError("criteria_file_large", file=path.name, limit=LARGEST_FILE // 1024**2)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("criteria_not_utf8", file=path.name, byte=error.start + 1) from error
    if not text.strip():
        raise UserError("criteria_file_empty", file=path.name)
    return _from_toml(text, path.name) if ending == ".toml" else _from_yaml(text, path.name)


def _from_yaml(text: str, name: str) -> Parsed:
    found = read_yaml(text)
    if found.faults:
        faults = tuple(fault._replace(place=f"{name}:{fault.place}") for fault in found.faults)
        raise refusal(faults, name)
    return Parsed(found.tree, _line_places(name, found.lines))


def _line_places(name: str, lines: dict[str, int]) -> PlaceOf:
    def place(wanted: str) -> str:
        line = nearest(lines.get, wanted)
        return ": ".join(filter(None, (f"{name}:{line}" if line else name, wanted)))

    return place


def _from_toml(text: str, name: str) -> Parsed:
    try:
        tree = read_toml(text)
    except tomllib.TOMLDecodeError as error:
        line = line_of(error, text)
        key = key_twice(error, text, int(line))
        fault = Fault("criteria_key_twice", "", {"key": shown(key)}) if key else Fault("criteria_not_toml", "")
        raise refusal((fault._replace(place=f"{name}:{line}"),), name) from error
    except ValueError as error:
        line, number = long_number(text)
        raise refusal((Fault("criteria_not_number", f"{name}:{line}", {"value": shown(number)}),), name) from error
    except RecursionError as error:
        raise refusal((Fault("criteria_too_deep", name),), name) from error
    return Parsed(tree, lambda wanted: ": ".join(filter(None, (name, wanted))))
