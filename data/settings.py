"""Dated settings of a station -> Station and Profile as of one day (CONTRACT S1, S2). Pure functions."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from data.errors import UserError
from data.model import Profile, Setting, Station

SINCE_EVER = date(1900, 1, 1)
"""``valid_from`` of a setting that holds from the first day on."""

BOUND_PLANS = "bound_plans"
FORMS_NOT_KEPT = "forms_not_kept"
SERIES_BREAK = "series_break"
LOCK_MINUTES = "lock_minutes"
OPENED_YEAR = "opened_year"
NAME_KEPT = "name_kept"
"""Whether somebody said that the first account keeps the name it was made with."""
RESENT = "resent"
COPY_CHOSEN = "copy_chosen"
"""When somebody chose to go on with this one of several copies of the file; the reason stands beside it."""

ZONE_REGION = "zone_region"
"""Kind of land for the zones of a criteria set: ``mien_nui`` or ``dong_bang``."""
ZONE_DISTANCE_KM, ZONE_TERRAIN_DIFFICULT = "zone_distance_km", "zone_terrain_difficult"
"""Distance to the nearest hospital, centre or polyclinic (km, decimal text), and whether the terrain is especially
difficult (``true``): both only propose a zone."""
OFFICIAL_POPULATION = "official_population"
"""Population of the statistics office, dated 1 January of its year; the note names the source (CONTRACT D1)."""

RURAL_REGION, RURAL_GROUP = "rural_region", "rural_group"
"""Where the commune lies for the levels of the new-rural sets: region (to 2025), group of communes (from 2026)."""

HOLIDAYS = "holidays"
"""Days off of a year, dated 1 January of it; ``data/working_days.py`` reads and writes the value."""
REPORT_CUT = "report_cut"
"""Whether periods of administrative reports are ``calendar`` or from the 15th to the 14th: ``fifteenth``."""

SEAL_SIZE = "seal_size"
"""Diameter of the station's seal in whole millimetres; the decree wants its image in real size and names none."""

LONGEST_NAME = 100
"""Letters of a name of a person, a station or a place."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Kinds of letters that no name has: control and format characters, halves of letters, ends of lines."""

_ENTRY_MODE = "entry_mode."
"""Before a form's code: whether its figures are typed in the ``period`` or ``cumulative`` since 1 January."""

CUMULATIVE, IN_PERIOD = "cumulative", "period"

_REGISTER = "register."
"""Before an element's code: the station's own name of the register that its figures come from."""

RECORDS_OFFICE = "VT"
"""Where documents are kept ("Lưu: VT") unless the station sets something else. Source: Nghị định 30/2020, layout."""

_PLACE_KINDS = {"xã": "xa", "phường": "phuong", "thị trấn": "thi_tran", "đặc khu": "dac_khu"}
"""Kind of an administrative unit as written -> code of the data element area_type."""


def entry_mode_key(data_set: str) -> str:
    """The setting that says how a form is typed."""
    return f"{_ENTRY_MODE}{data_set}"


def register_key(element: str) -> str:
    """The setting that names the register of a data element."""
    return f"{_REGISTER}{element}"


def value_on(settings: Iterable[Setting], key: str, day: date) -> str:
    """A setting's value as of a day; empty when it was not set by then."""
    valid = [setting for setting in settings if setting.key == key and setting.valid_from <= day]
    return max(valid, key=lambda setting: setting.valid_from).value if valid else ""


def list_on(settings: Iterable[Setting], key: str, day: date) -> tuple[str, ...]:
    """A setting that is a list (a JSON array) as of a day; empty when it was not set by then."""
    text = value_on(settings, key, day)
    return tuple(json.loads(text)) if text else ()


def list_text(items: Sequence[str]) -> str:
    """A list as the value of a setting."""
    return json.dumps([normalised(item) for item in items], ensure_ascii=False)


def normalised(text: str) -> str:
    """Text as it is kept: NFC."""
    return unicodedata.normalize("NFC", text)


def name_of(text: str) -> str:
    """A name of a person, a station or a place as it is kept: NFC, without blanks around it.

    Raises:
        UserError: name_wrong (``limit``): hidden letters, which look like nothing on paper, or too many letters.
    """
    name = normalised(text).strip()
    if len(name) > LONGEST_NAME or any(unicodedata.category(letter) in _HIDDEN for letter in name):
        raise UserError("name_wrong", limit=LONGEST_NAME)
    return name


def place_kind_of(place: str) -> str:
    """Kind of a place by its first words: xa, phuong, thi_tran or dac_khu.

    Raises:
        UserError: place_kind_unknown (``place``) when the place names no kind, or nothing but its kind.
    """
    words = normalised(place).strip()
    for kind, code in _PLACE_KINDS.items():
        if words.lower().startswith(kind + " "):
            return code
    raise UserError("place_kind_unknown", place=words)


def official_population(settings: Iterable[Setting], year: int) -> tuple[int, str] | None:
    """Population of the statistics office for a year, and its source; None where none was set for just that year.

    A figure of another year says nothing of this one (CONTRACT D1). An empty value takes the figure back.
    """
    dated = [each for each in settings if each.key == OFFICIAL_POPULATION and each.valid_from.year == year]
    newest = max(dated, key=lambda setting: setting.valid_from, default=None)
    return (int(newest.value), newest.note) if newest is not None and newest.value else None


def station_of(code: str, settings: Sequence[Setting], day: date, *, is_example: bool = False) -> Station:
    """The station as of a day."""
    place = value_on(settings, "place", day)
    breaks = (setting.valid_from for setting in settings if setting.key == SERIES_BREAK and setting.value)
    return Station(
        code=code,
        name=value_on(settings, "name", day),
        place=place,
        place_kind=place_kind_of(place),
        zone_as=value_on(settings, "zone_as", day),
        series_breaks=tuple(sorted(breaks)),
        is_example=is_example,
    )


def profile_of(settings: Sequence[Setting], day: date) -> Profile:
    """The details for documents as of a day; what follows from the name and place stands in where nothing is set."""
    seal_size = value_on(settings, SEAL_SIZE, day)
    name, place = value_on(settings, "name", day), value_on(settings, "place", day)
    return Profile(
        name=name,
        place=place,
        parent_body=value_on(settings, "parent_body", day),
        issuer=value_on(settings, "issuer", day) or name,
        document_symbol=value_on(settings, "document_symbol", day),
        place_of_issue=value_on(settings, "place_of_issue", day),
        receivers=list_on(settings, "receivers", day),
        recipients=list_on(settings, "recipients", day),
        archive=value_on(settings, "archive", day) or RECORDS_OFFICE,
        signer_prefix=value_on(settings, "signer_prefix", day),
        signer_title=value_on(settings, "signer_title", day),
        signer_name=value_on(settings, "signer_name", day),
        receiver_is_health_sector=value_on(settings, "receiver_is_health_sector", day) == "true",
        seal_size=int(seal_size) if seal_size.isdecimal() else 0,
    )
