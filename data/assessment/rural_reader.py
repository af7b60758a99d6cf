"""A new-rural set as a neutral tree (TOML, YAML, JSON give the same) -> ``RuralSet``; every fault is collected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from data.assessment.rural import GROUPS, OWN, REGIONS, RuralIndicator, RuralSet
from data.assessment.writer import canonical, version_of
from data.catalogue.content import Catalogue
from data.catalogue.records import RecordReader
from data.errors import Fault
from data.numbers import CANONICAL_DECIMAL


def read_rural_set(tree: object, place: str, origin: str = OWN) -> tuple[RuralSet | None, tuple[Fault, ...]]:
    """Read a set.

    Args:
        tree: Tables as dictionaries; levels may be numbers or text.
        place: Where the tree stands, ready to print.
        origin: ``shipped`` or ``own``; no file says that of itself.

    Returns:
        The set, or None when something is wrong with it, and what is wrong, in the order of the tree.
    """
    if not isinstance(tree, dict):
        return None, (Fault("catalogue_wrong_type", place, {"wanted": "table", "found": type(tree).__name__}),)
    reader = RecordReader()
    given = {"origin": origin, "version": version_of(canonical(tree))}
    found = reader.read(RuralSet, _as_typed(tree), f"{place}:", given)
    faults = list(reader.faults)
    if found is not None:
        faults += _faults(found, reader.places)
    return (found if not faults else None), tuple(faults)


def faults_against(rural_set: RuralSet, catalogue: Catalogue) -> tuple[Fault, ...]:
    """What a set says of figures that the catalogue does not hold, or not by sex."""
    faults = []
    for indicator in rural_set.indicators:
        place = f"{rural_set.id}: {indicator.code}"
        bound = [("binds", indicator.binds)] if indicator.binds else []
        bound += [("sex_indicators", code) for code in indicator.sex_indicators]
        for key, code in bound:
            if code not in catalogue.indicators:
                parameters = {"kind": "indicator", "code": code}
                faults.append(Fault("catalogue_dangling", f"{place}: {key}", parameters))
        known = catalogue.indicators.get(indicator.binds)
        if known is not None and indicator.each_sex and not known.by_sex:
            faults.append(Fault("rural_sex_missing", f"{place}: each_sex", {"indicator": indicator.binds}))
    return tuple(faults)


def _as_typed(tree: Mapping[str, object]) -> dict[str, object]:
    """The tree with levels as text and years as whole numbers: the canonical form keeps every number as text."""
    made = {key: _year(value) if key in ("first_year", "last_year") else value for key, value in tree.items()}
    indicators = tree.get("indicator")
    if isinstance(indicators, list):
        made["indicator"] = [_level_texts(each) if isinstance(each, dict) else each for each in indicators]
    return made


def _year(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdecimal() else value


def _level_texts(table: Mapping[str, object]) -> dict[str, object]:
    made = dict(table)
    levels = made.get("levels")
    if isinstance(levels, dict):
        made["levels"] = {str(name): _text(level) for name, level in levels.items()}
    if "level" in made:
        made["level"] = _text(made["level"])
    return made


def _text(level: object) -> object:
    return str(level) if type(level) in (int, Decimal) else level


def _faults(found: RuralSet, places: Mapping[int, str]) -> Iterator[Fault]:
    """What does not fit together in a set whose form is right."""
    if found.last_year < found.first_year:
        yield Fault("rural_years", places[id(found)], {"first": str(found.first_year), "last": str(found.last_year)})
    first: dict[str, str] = {}
    for indicator in found.indicators:
        place = places[id(indicator)]
        if indicator.code in first:
            parameters = {"code": indicator.code, "first": first[indicator.code]}
            yield Fault("catalogue_duplicate_code", place, parameters)
        first.setdefault(indicator.code, place)
        yield from _level_faults(indicator, place)


def _level_faults(indicator: RuralIndicator, place: str) -> Iterator[Fault]:
    levels = indicator.levels or {}
    texts = [*levels.values(), *([indicator.level] if indicator.level is not None else [])]
    if (indicator.level is not None) + bool(levels) != (indicator.comparator is not None):
        yield Fault("rural_level", place)
    for text in texts:
        if not CANONICAL_DECIMAL.fullmatch(text):
            yield Fault("catalogue_not_decimal", place, {"value": text})
    if not (levels.keys() <= set(REGIONS) or levels.keys() <= set(GROUPS)):
        allowed = f"{', '.join(REGIONS)}; {', '.join(GROUPS)}"
        yield Fault("rural_places", f"{place}: levels", {"value": ", ".join(levels), "allowed": allowed})
    if indicator.sex_indicators and not indicator.each_sex:
        yield Fault("rural_sexes", place)
