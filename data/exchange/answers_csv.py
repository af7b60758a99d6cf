"""Answers of an assessment from a CSV ``item,layer,answer,reason``: all of them are taken or none.

UTF-8 with or without mark, any line ends; the column ``reason`` may be left out. An empty layer is the station's own,
an empty answer says that the item is not answered. Source: CONTRACT section 2, assess.
"""

from __future__ import annotations

import unicodedata

from data.assessment.answers import answer_faults
from data.assessment.definitions import CriteriaSet
from data.assessment.records import SELF_LAYER, Answer
from data.assessment.results import Place
from data.errors import Fault, FaultsError, UserError
from data.exchange.csv_rows import file_fault, first_line, read_rows
from data.exchange.figure_text import shown
from data.settings import name_of

COLUMNS = ("item", "layer", "answer", "reason")
FAULTS_KEPT = 50
"""So many faults are kept to be shown; the others are only counted."""

_LONG = frozenset(("item", "answer"))
"""Parameters that stand in the file and may be longer than a sentence can hold."""


def read_answers(content: bytes, name: str, criteria_set: CriteriaSet, place: Place) -> tuple[Answer, ...]:
    """The answers of a file, in its order.

    Args:
        content: The whole file.
        name: The file's name, as it stands in front of each fault.
        criteria_set: The set that the answers are for.
        place: Where the station lies.

    Raises:
        FaultsError: ``answers_refused`` with the first 50 faults of the file and their number ``total``.
    """
    columns = COLUMNS[:-1] if first_line(content).strip() == ",".join(COLUMNS[:-1]) else COLUMNS
    whole = file_fault(content, name, columns)
    if whole is not None:
        raise FaultsError("answers_refused", (whole,), file=name, total=1)
    answers, lines, faults = _read_lines(content, name, len(columns))
    for number, fault in answer_faults(criteria_set, place, answers).items():
        parameters = {
            **fault.parameters,
            **{key: shown(fault.parameters[key]) for key in _LONG & fault.parameters.keys()},
        }
        faults.append((lines[number], Fault(fault.code, f"{name}:{lines[number]}", parameters)))
    if faults:
        kept = tuple(fault for _, fault in sorted(faults, key=lambda pair: pair[0]))
        raise FaultsError("answers_refused", kept[:FAULTS_KEPT], file=name, total=len(kept))
    return tuple(answers)


def _read_lines(content: bytes, name: str, columns: int) -> tuple[list[Answer], list[int], list[tuple[int, Fault]]]:
    """The answers that could be read, the line of each, and what is wrong with the other lines, by line."""
    answers: list[Answer] = []
    lines: list[int] = []
    faults: list[tuple[int, Fault]] = []
    seen: dict[tuple[str, str], int] = {}
    for line, fields, code in read_rows(content, columns):
        place = f"{name}:{line}"
        if code:
            counts = {"found": str(len(fields)), "needed": str(columns)} if code == "csv_columns" else {}
            faults.append((line, Fault(code, place, counts)))
            continue
        item, layer, answer, reason = (unicodedata.normalize("NFC", field).strip() for field in (*fields, "")[:4])
        try:
            layer = name_of(layer) or SELF_LAYER
        except UserError as fault:
            faults.append((line, Fault(fault.code, place, fault.parameters)))
            continue
        first = seen.setdefault((item, layer), line)
        if not item:
            faults.append((line, Fault("answers_item_blank", place)))
        elif first != line:
            names = {"item": shown(item), "layer": layer, "first": str(first)}
            faults.append((line, Fault("answers_duplicate", place, names)))
        else:
            answers.append(Answer(item=item, layer=layer, answer=answer, reason=reason))
            lines.append(line)
    return answers, lines, faults
