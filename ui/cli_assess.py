"""``assess``: a year scored by a criteria set, as a table for people or JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from data import assessment_commands, assessment_queries, commands, queries
from data.assessment.definitions import CriteriaSet, Item, is_valid_in
from data.assessment.entries import Scene, assessment_entry
from data.assessment.readings import readings_of
from data.assessment.records import SELF_LAYER, Answer, Assessment
from data.assessment.results import Place, Problem, Result, Source
from data.assessment.scoring import score
from data.catalogue import load_catalogue
from data.catalogue.content import Catalogue
from data.commands import Store
from data.errors import Fault, FaultsError, UserError
from data.exchange.answers_csv import read_answers
from data.exchange.csv_rows import read_file
from data.periods import PeriodType, parse_period
from ui.cli_arguments import UsageFault
from ui.cli_assess_table import Setting, assessment_lines, layer_name, printed_answer
from ui.cli_backup import say_upgrade
from ui.cli_call import Call

Layers = Mapping[str, Mapping[str, Answer]]
"""Name of a layer -> item -> answer, the one that stands at the top first."""


class _Asked(NamedTuple):
    """What is scored: a year of the station by a set, in the place where the station lies."""

    catalogue: Catalogue
    year: int
    criteria_set: CriteriaSet
    place: Place


def run(call: Call) -> int:
    """``assess``: the answers of a file, or the stored ones; every verdict is exit status 0."""
    year, saves = _year(call.value("--year")), "--save" in call.asked.flags
    if saves and call.optional("--answers") is None:
        raise UsageFault("missing_argument", "assess", argument="--answers")
    catalogue = load_catalogue()
    with commands.open_station(call.path("file"), writing=saves) as store:
        if saves:
            say_upgrade(store, call)
        used = _set_for(call, store, year, saves=saves)
        _check_in_force(used, year)
        asked = _Asked(catalogue, year, used, assessment_queries.place_on(store, catalogue, year))
        answers = _from_file(call, store, asked) if call.optional("--answers") is not None else None
        layers = _layers(answers) if answers is not None else _stored_layers(call, store, asked)
        results = _scored(store, asked, layers)
        if saves and answers:
            _save(call, store, asked, answers)
        station = queries.station_on(store, date(year, 12, 31))
    setting = Setting(call.messages, catalogue, station.name, year, asked.place)
    _say_what_was_left_out(call, setting, layers, results)
    if call.value("--format") == "json":
        scene = Scene(station.code, year, asked.place)
        entry = assessment_entry(results[0], scene, results[1:])
        call.terminal.line(json.dumps(entry, ensure_ascii=False, indent=1))
    else:
        for line in assessment_lines(setting, results):
            call.terminal.line(line)
    return 0


def _year(text: str) -> int:
    try:
        period = parse_period(text)
    except UserError as error:
        raise UserError("assess_year_wrong", year=text) from error
    if period.type is not PeriodType.YEAR:
        raise UserError("assess_year_wrong", year=text)
    return period.year


def _set_for(call: Call, store: Store, year: int, *, saves: bool) -> CriteriaSet:
    """The set in the version that is scored by: the assessment's own, or the newest for answers that are only tried."""
    code = call.value("--set")
    used = assessment_queries.used_set(store, year, code)
    if saves or call.optional("--answers") is None:
        return used
    newest = assessment_queries.criteria_set(store, code)
    if newest.version != used.version:
        words = {"year": year, "version": newest.version, "used": used.version}
        call.terminal.say(call.text("assess", "tried_by_newest", **words))
    return newest


def _check_in_force(used: CriteriaSet, year: int) -> None:
    if not is_valid_in(used, year):
        last = f"{used.valid_to:%d/%m/%Y}" if used.valid_to else "…"
        raise UserError(
            "criteria_set_not_in_force", set=used.id, year=year, term=f"{used.valid_from:%d/%m/%Y} – {last}"
        )


def _from_file(call: Call, store: Store, asked: _Asked) -> tuple[Answer, ...]:
    path, used = call.path("--answers"), asked.criteria_set
    try:
        return read_answers(read_file(path), str(path), used, asked.place)
    except FaultsError as error:
        if used.version == assessment_queries.criteria_set(store, used.id).version:
            raise
        faults = tuple(_in_version(fault, asked) for fault in error.faults)
        raise FaultsError(error.code, faults, file=path, total=error.parameters["total"]) from error


def _in_version(fault: Fault, asked: _Asked) -> Fault:
    """A fault of answers for an assessment that stays with an older version: an unknown item may be one of a newer."""
    if fault.code != "answer_item_unknown":
        return fault
    words = {**fault.parameters, "version": asked.criteria_set.version, "year": str(asked.year)}
    return fault._replace(code="answer_item_unknown_version", parameters=words)


def _layers(answers: Iterable[Answer]) -> Layers:
    """Answers by layer; the station's own first where it is named, or where no layer is."""
    found: dict[str, dict[str, Answer]] = {}
    for answer in answers:
        found.setdefault(answer.layer, {})[answer.item] = answer
    own = found.pop(SELF_LAYER, None)
    return found if own is None and found else {SELF_LAYER: own or {}, **found}


def _stored_layers(call: Call, store: Store, asked: _Asked) -> Layers:
    """The stored answers of every layer that was begun; the station's own without answers where none was."""
    code = asked.criteria_set.id
    begun = {(each.year, each.criteria_set) for each in assessment_queries.assessments(store)}
    if (asked.year, code) not in begun:
        call.terminal.say(call.text("assess", "not_stored", year=asked.year, set=code))
        return {SELF_LAYER: {}}
    found = assessment_queries.assessed(store, asked.year, code)
    names = dict.fromkeys((SELF_LAYER, *(layer.name for layer in found.layers)))
    return {name: assessment_queries.of_layer(found.answers, name) for name in names}


def _scored(store: Store, asked: _Asked, layers: Layers) -> list[Result]:
    used, year = asked.criteria_set, asked.year
    calculator = assessment_queries.calculator_for(store, asked.catalogue, used, year)
    readings = readings_of(used, calculator, year)
    return [score(used, name, answers, readings, asked.place) for name, answers in layers.items()]


def _save(call: Call, store: Store, asked: _Asked, answers: Sequence[Answer]) -> None:
    """Make these answers the stored ones of the layers they name: others of these layers are taken away."""
    year, used = asked.year, asked.criteria_set
    assessment = Assessment(year=year, criteria_set=used.id, version=used.version)
    named = {(answer.layer, answer.item) for answer in answers}
    layers = dict.fromkeys(answer.layer for answer in answers)
    standing: tuple[Answer, ...] = ()
    if (year, used.id) in {(each.year, each.criteria_set) for each in assessment_queries.assessments(store)}:
        standing = assessment_queries.assessed(store, year, used.id).answers
    gone = [
        each._replace(answer="", reason="")
        for each in standing
        if each.layer in layers and (each.layer, each.item) not in named
    ]
    assessment_commands.save_answers(store, asked.catalogue, assessment, [*answers, *gone], call.by)
    names = ", ".join(layer_name(call.messages, layer) for layer in layers)
    call.terminal.say(call.text("assess", "saved", layers=names))


def _say_what_was_left_out(call: Call, setting: Setting, layers: Layers, results: Iterable[Result]) -> None:
    """Answers that a figure stands over, and leaves that wait for the station's place."""
    waiting: dict[str, Item] = {}
    for result in results:
        for leaf in result.leaves:
            answer = layers[result.layer].get(leaf.item.code)
            if leaf.problem is Problem.PLACE_UNKNOWN:
                waiting[leaf.item.code] = leaf.item
            if leaf.source is Source.FIGURE and answer is not None and answer.answer not in ("", leaf.answer):
                words = {"item": leaf.item.code, "layer": layer_name(call.messages, result.layer)}
                words |= {"answer": answer.answer, "figure": printed_answer(setting, leaf)}
                call.terminal.say(call.text("assess", "set_aside", **words))
    for sentence in _what_is_needed(call, setting, waiting.values()):
        call.terminal.say(sentence)


def _what_is_needed(call: Call, setting: Setting, waiting: Iterable[Item]) -> Iterator[str]:
    """What the station has to state of its place before these items can be scored."""
    for name in Place._fields:
        items = [item.code for item in waiting if any(getattr(each, name) for each in item.region_variants)]
        if items and not getattr(setting.place, name):
            yield call.text("assess", f"{name}_needed", year=setting.year, items=", ".join(items))
