"""The log of what is no figure, in words: what was changed, what stood there before, what stands there now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data.catalogue.content import Catalogue
from data.contradictions import MARK
from data.errors import UserError
from data.history import RecordEntry
from data.model import ObligationProgress, Verdict
from data.people import Role
from data.periods import parse_period
from data.settings import SINCE_EVER
from ui import words
from ui.fields import PROFILE
from ui.marking import QT_TRANSLATE_NOOP
from ui.paper_words import PAPERS, paper_value, paper_what
from ui.permissions import role_words
from ui.rule_words import lowered

translate = QCoreApplication.translate

_PASSED_OVER = frozenset({"content", "sha256", "size", "elements", "asked", "place"})
"""Values that no person reads."""

_SETTINGS = {
    "bound_plans": QT_TRANSLATE_NOOP("Journal", "Plans that bind"),
    "forms_not_kept": QT_TRANSLATE_NOOP("Journal", "Forms that are not kept"),
    "series_break": QT_TRANSLATE_NOOP("Journal", "Break of the series (merger, other borders)"),
    "lock_minutes": QT_TRANSLATE_NOOP("Journal", "Minutes until the window is locked"),
    "opened_year": QT_TRANSLATE_NOOP("Journal", "Year that was opened"),
    "name_kept": QT_TRANSLATE_NOOP("Journal", "The first user keeps the name"),
    "resent": QT_TRANSLATE_NOOP("Journal", "Sent once more after a correction"),
    "copy_chosen": QT_TRANSLATE_NOOP("Journal", "Copy of the file to go on with"),
    "zone_region": QT_TRANSLATE_NOOP("Journal", "Land (for the zone)"),
    "zone_distance_km": QT_TRANSLATE_NOOP("Journal", "Distance to the nearest hospital, km"),
    "zone_terrain_difficult": QT_TRANSLATE_NOOP("Journal", "Especially difficult terrain"),
    "official_population": QT_TRANSLATE_NOOP("Journal", "Population of the statistics office"),
    "rural_region": QT_TRANSLATE_NOOP("Journal", "Region (new-rural sets)"),
    "rural_group": QT_TRANSLATE_NOOP("Journal", "Group of communes (new-rural sets)"),
    "entry_mode": QT_TRANSLATE_NOOP("Journal", "How the form is typed"),
    "register": QT_TRANSLATE_NOOP("Journal", "Register"),
    "cut": QT_TRANSLATE_NOOP("Journal", "How the form is counted"),
    "report_cut": QT_TRANSLATE_NOOP("Journal", "Days that administrative reports count"),
    "holidays": QT_TRANSLATE_NOOP("Journal", "Days off"),
}
_VALUES = {
    "calendar": QT_TRANSLATE_NOOP("Journal", "1st to last day"),
    "fifteenth": QT_TRANSLATE_NOOP("Journal", "15th to 14th"),
    "cumulative": QT_TRANSLATE_NOOP("Journal", "cumulative since 1 January"),
    "period": QT_TRANSLATE_NOOP("Journal", "in the period"),
}
_SECTIONS = {
    "summary": QT_TRANSLATE_NOOP("Journal", "summary"),
    "difficulties": QT_TRANSLATE_NOOP("Journal", "difficulties"),
    "proposals": QT_TRANSLATE_NOOP("Journal", "proposals"),
    "next_steps": QT_TRANSLATE_NOOP("Journal", "next steps"),
}
_STATES = {
    ObligationProgress.DONE: QT_TRANSLATE_NOOP("Journal", "done"),
    ObligationProgress.IN_PROGRESS: QT_TRANSLATE_NOOP("Journal", "under way"),
    ObligationProgress.NOT_DONE: QT_TRANSLATE_NOOP("Journal", "not done"),
    ObligationProgress.NOT_APPLICABLE: QT_TRANSLATE_NOOP("Journal", "not applicable"),
}
_SECRETS = {
    "pin": (QT_TRANSLATE_NOOP("Journal", "with a PIN"), QT_TRANSLATE_NOOP("Journal", "without a PIN")),
    "recovery": (QT_TRANSLATE_NOOP("Journal", "with a recovery code"), ""),
}
_ASSESSED = {
    "assessment": QT_TRANSLATE_NOOP("Journal", "Self-assessment"),
    "assessment_layer": QT_TRANSLATE_NOOP("Journal", "Layer of the assessment"),
    "assessment_answer": QT_TRANSLATE_NOOP("Journal", "Answer of the assessment"),
    "evidence": QT_TRANSLATE_NOOP("Journal", "Paper of evidence"),
    "recognition": QT_TRANSLATE_NOOP("Journal", "Recognition"),
    "item_choice": QT_TRANSLATE_NOOP("Journal", "Choice for an item"),
    "definition": QT_TRANSLATE_NOOP("Journal", "Set of criteria"),
}


class JournalLine(NamedTuple):
    """One change as it is read."""

    when: str
    who: str
    what: str
    before: str
    after: str


def journal_line(catalogue: Catalogue, entry: RecordEntry) -> JournalLine:
    """A change in words; what a catalogue of another version called otherwise is shown by its code."""
    what = _what(catalogue, entry)
    if entry.why and entry.why not in (entry.new or {}).values():
        what += f" ({entry.why})"
    changed = _changed(entry)
    return JournalLine(
        when=words.printed_moment(entry.at),
        who=entry.who,
        what=what,
        before=_side(catalogue, entry, entry.old, changed),
        after=_after(catalogue, entry, changed),
    )


def _what(catalogue: Catalogue, entry: RecordEntry) -> str:
    """Which record, by the names a person knows."""
    key = entry.key
    if entry.record in PAPERS:
        return paper_what(entry)
    match entry.record:
        case "":
            return translate("Journal", "The file was restored")
        case "account":
            return translate("Journal", "User “{name}”").format(name=key["name"])
        case "setting":
            return _setting(catalogue, key["key"], key["valid_from"])
        case "decision":
            said = translate("Journal", "Decision: {target}").format(target=_target(catalogue, key["target"]))
            return said + _of_period(key["period"])
        case "obligation_state":
            return _duty(catalogue, key["item_id"]) + _of_period(key["period"])
        case "report_text":
            section = translate("Journal", _SECTIONS.get(key["section"], key["section"]))
            said = translate("Journal", "Text of the report, {section}: {plan}")
            return said.format(section=section, plan=_plan(catalogue, key["plan"])) + _of_period(key["period"])
        case "complete_data_set_registration":
            said = translate("Journal", "Form “{form}”").format(form=_form(catalogue, key["data_set"]))
            return said + _of_period(key["period"])
        case "rule_note":
            said = translate("Journal", "Note: {element}").format(element=_element(catalogue, key["data_element"]))
            return said + _of_period(key["period"])
    return _assessed(entry.record, key)


def _assessed(record: str, key: Mapping[str, str]) -> str:
    head = translate("Journal", _ASSESSED.get(record, record))
    return ", ".join([head, *(text for text in key.values() if text)])


def _setting(catalogue: Catalogue, code: str, day: str) -> str:
    captions = {spec.key: spec.caption for spec in PROFILE}
    name, _point, rest = code.partition(".")
    caption = captions.get(code) or translate("Journal", _SETTINGS.get(name, name))
    of_what = _form(catalogue, rest) if rest in catalogue.data_sets else _element(catalogue, rest)
    said = f"{caption}: {of_what}" if rest else caption
    since = date.fromisoformat(day)
    if since == SINCE_EVER:
        return said
    return translate("Journal", "{what}, from {day} on").format(what=said, day=words.printed_date(since))


def _target(catalogue: Catalogue, code: str) -> str:
    targets = (target for plan in catalogue.plans.values() for target in plan.targets)
    indicator = next((target.indicator for target in targets if target.id == code), "")
    return catalogue.indicators[indicator].name_vi if indicator else code


def _duty(catalogue: Catalogue, code: str) -> str:
    for plan in catalogue.plans.values():
        found = {each.id: each.item_vi for each in plan.obligations}
        found |= {each.id: each.content_vi for each in plan.reporting_duties}
        if code in found:
            return found[code]
    from data.statistics_rules import load_rules

    return load_rules().contents().get(code, code)


def _plan(catalogue: Catalogue, code: str) -> str:
    return catalogue.plans[code].short_title_vi if code in catalogue.plans else code


def _form(catalogue: Catalogue, code: str) -> str:
    return catalogue.data_sets[code].title_vi if code in catalogue.data_sets else code


def _element(catalogue: Catalogue, code: str) -> str:
    return catalogue.data_elements[code].name_vi if code in catalogue.data_elements else code


def _of_period(code: str) -> str:
    if not code:
        return ""
    try:
        return f", {lowered(words.period_name(parse_period(code)))}"
    except UserError:  # of a version that knew other periods
        return f", {code}"


# --- values ----------------------------------------------------------------------------------------------------------


def _changed(entry: RecordEntry) -> frozenset[str]:
    """Names of the values that are not the same before and after."""
    old, new = entry.old or {}, entry.new or {}
    return frozenset(name for name in {*old, *new} if old.get(name, "") != new.get(name, ""))


def _after(catalogue: Catalogue, entry: RecordEntry, changed: frozenset[str]) -> str:
    if entry.record == "complete_data_set_registration":
        if entry.new is None:
            return translate("Journal", "opened again")
        reason = entry.new.get("reason", "")
        return translate("Journal", "completed") + (f": {reason}" if reason else "")
    if entry.new is None:
        return translate("Journal", "taken away") if entry.record else ""
    return _side(catalogue, entry, entry.new, changed)


def _side(catalogue: Catalogue, entry: RecordEntry, values: Mapping[str, str] | None, changed: frozenset[str]) -> str:
    """What stood or stands there, as far as it is another on the other side."""
    if entry.record == "complete_data_set_registration" and values is not None:
        return translate("Journal", "completed")
    shown = (_value(catalogue, entry, name, text) for name, text in (values or {}).items() if name in changed)
    return "; ".join(text for text in shown if text)


def _value(catalogue: Catalogue, entry: RecordEntry, name: str, text: str) -> str:
    if entry.record in PAPERS:
        return _day(paper_value(entry, name, text))
    if name in _PASSED_OVER:
        return ""
    if name in _SECRETS:
        there, gone = _SECRETS[name]
        return translate("Journal", there if text else gone) if text or gone else ""
    if entry.record == "account":
        return _of_account(name, text)
    if entry.record == "setting" and name == "value":
        return _of_setting(catalogue, text)
    if name == "state":
        return translate("Journal", _STATES[ObligationProgress(text)])
    if name == "verdict":
        return words.verdict(Verdict(text)) if text else ""
    if entry.record == "rule_note":
        return text.rpartition(MARK)[2]
    return words.choice(_day(text))


def _of_account(name: str, text: str) -> str:
    if name == "role":
        return role_words(Role(text))
    return translate("Journal", "in use") if text == "yes" else translate("Journal", "not in use any more")


def _of_setting(catalogue: Catalogue, text: str) -> str:
    if not text.startswith("["):
        return translate("Journal", _VALUES[text]) if text in _VALUES else words.choice(text)
    return "; ".join(_of_item(catalogue, item) for item in json.loads(text))


def _of_item(catalogue: Catalogue, item: object) -> str:
    """One of a list: a plan, a form, a day off, or a text."""
    if isinstance(item, dict):
        return words.printed_date(date.fromisoformat(item["day"]))
    return _plan(catalogue, str(item)) if str(item) in catalogue.plans else _form(catalogue, str(item))


def _day(text: str) -> str:
    """A day as it is printed, where the text is one."""
    try:
        return words.printed_date(date.fromisoformat(text)) if len(text) == len("2025-01-01") else text
    except ValueError:
        return text
