"""The example as a station file."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from pathlib import Path

from data import assessment_commands, commands
from data.assessment.records import Assessed
from data.catalogue import load_catalogue
from data.errors import EnvironmentFault
from data.example.station import ExampleStation, generate
from data.model import Attribution
from data.store.creation import folder_faults, new_file

USER = "Ví dụ"
SUFFIX = ".sotram"


def write_example(folder: Path, now: datetime) -> Path:
    """Write the example station to ``FOLDER/TYT_TA_PHOI.sotram``; the folder is made when it is not there.

    Returns:
        Where the file lies.

    Raises:
        EnvironmentFault: file_exists (nothing is ever overwritten), folder_is_file, folder_not_writable, disk_full.
    """
    _make_folder(folder)
    example = generate(load_catalogue())
    path = folder / f"{example.new.code}{SUFFIX}"
    write_station(path, example, now)
    return path


def write_station(path: Path, example: ExampleStation, now: datetime) -> None:
    """Write an example station to a new file, which takes its name when it is finished."""
    with new_file(path) as draft:
        commands.create_station(draft, example.new, now, USER)
        with commands.open_station(draft, writing=True) as store:
            _fill(store, example, Attribution(user=USER, now=now))


def _make_folder(folder: Path) -> None:
    with folder_faults(folder):
        if folder.exists() and not folder.is_dir():
            raise EnvironmentFault("folder_is_file", file=folder, folder=folder)
        folder.mkdir(parents=True, exist_ok=True)


def _fill(store: commands.Store, example: ExampleStation, by: Attribution) -> None:
    commands.save_data_values(store, example.values, by)
    by_day: dict[date, dict[str, str]] = defaultdict(dict)
    for setting in example.settings:
        by_day[setting.valid_from][setting.key] = setting.value
    for day, values in by_day.items():
        commands.save_settings(store, values, day, by)
    commands.bind_plans(store, example.plans, by)
    for decision in example.decisions:
        commands.save_decision(store, decision, by)
    for state in example.obligation_states:
        commands.save_obligation_state(store, state, by)
    for text in example.report_texts:
        commands.save_report_text(store, text, by)
    for assessed in example.assessed:
        _assess(store, assessed, by)


def _assess(store: commands.Store, assessed: Assessed, by: Attribution) -> None:
    """Write one year: points in all layers, who gave them, which counts, the papers, the title."""
    catalogue = load_catalogue()
    assessment_commands.save_answers(store, catalogue, assessed.assessment, assessed.answers, by)
    for layer in assessed.layers:
        assessment_commands.save_layer(store, layer, by)
        if layer.is_recognised:
            assessment_commands.recognise_layer(store, catalogue, layer, by)
    assessment_commands.save_evidence(store, assessed.evidence, by)
    if assessed.recognition is not None:
        assessment_commands.save_recognition(store, assessed.recognition, by)
