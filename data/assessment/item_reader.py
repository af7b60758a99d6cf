"""Items of a neutral tree -> leaves and headings, to any depth; what differs in a zone becomes whole.

Source: CONTRACT section 3; criteria.md sections 9.1 and 9.2.
"""

from __future__ import annotations

from data.assessment.definitions import (
    Binding,
    Condition,
    Item,
    KnockOut,
    NotApplicableRule,
    RegionVariant,
    Scored,
    Scoring,
    Tier,
)
from data.assessment.tree_reading import LONGEST_CODE, MOST_DEPTH, Table, number_text, shown, signed_exact, tidy
from data.errors import Fault
from data.numbers import bare

COMPARATORS = (">=", ">", "<=", "<", "=")
ZONES, REGIONS = ("1", "2", "3"), ("mien_nui", "dong_bang")
EFFORTS = (1, 5)
RESPONSIBLE = {
    "station": ("trạm", "trạm y tế"),
    "health_centre": ("trung tâm y tế",),
    "commune": ("UBND xã", "xã"),
}
"""Who can act, and the words that say the same in a table; anything else stays as it is written."""

_PRINTED_SIGNS = {"≥": ">=", "≤": "<="}
_YES_NO = {"yes": 1, "no": 0}

_POINTS_KEYS = ("max_points", "scoring", "tiers", "target", "per_fault", "round_to_step", "knock_out")
_SHARED_KEYS = ("not_applicable_rule", "evidence")
ITEM_KEYS = (
    *("code", "text_vi", *_POINTS_KEYS, "binds", "region_variants", *_SHARED_KEYS),
    *("effort", "responsible", "data_source", "certainty", "items"),
)
VARIANT_KEYS = ("zone", "region", "text_vi", *_POINTS_KEYS, *_SHARED_KEYS, "applies")
TIER_KEYS = ("comparator", "bound", "points", "text_vi")
_LEAF_ONLY = ("tiers", "target", "per_fault", "round_to_step", "knock_out", "binds", "not_applicable_rule")
"""What a heading cannot say: its points are those of its items."""


def read_items(table: Table, above: tuple[int, ...] = ()) -> tuple[Item, ...]:
    """The items under a criterion or a heading."""
    return tuple(_item(each, (*above, table.identity)) for each in table.tables("items", ITEM_KEYS))


def _item(table: Table, above: tuple[int, ...]) -> Item:
    if table.identity in above or len(above) > MOST_DEPTH:
        table.notes.note(Fault("criteria_circular", table.place))
        return Item(code="", text_vi="", scored=Scored(max_points=None, scoring=None))
    table.must_name("max_points")
    is_heading = bool(table.value("items"))
    knock_out_known = not table.is_null("knock_out")
    variants = tuple(_variant(table, each, is_heading) for each in table.tables("region_variants", VARIANT_KEYS))
    item = Item(
        code=table.code("code"),
        text_vi=table.text("text_vi", is_required=True),
        scored=_heading(table) if is_heading else _scored(table),
        knock_out_known=knock_out_known and all(not each.is_null("knock_out") for each in _variant_tables(table)),
        binds=_binding(table),
        region_variants=variants,
        not_applicable_rule=table.word("not_applicable_rule", NotApplicableRule),
        evidence=table.texts("evidence"),
        data_source=table.text("data_source"),
        responsible=responsible_of(table),
        effort=table.whole("effort", EFFORTS) or 3,
        certainty=table.text("certainty"),
        items=read_items(table, above),
    )
    return item


def responsible_of(table: Table) -> str:
    """Who can act: the code of the three that everybody knows, else the text itself."""
    text = table.text("responsible")
    return next((code for code, words in RESPONSIBLE.items() if bare(text) in map(bare, words)), text)


def _variant_tables(table: Table) -> list[Table]:
    return table.tables("region_variants", VARIANT_KEYS)


def _heading(table: Table) -> Scored:
    for key in _LEAF_ONLY:
        if table.value(key) not in (None, False, [], ()):
            table.notes.note(Fault("criteria_heading_scores", table.at(key), {"key": key}))
    table.one_of("scoring", [word.value for word in Scoring])
    return Scored(max_points=table.number("max_points"), scoring=None)


def _scored(table: Table) -> Scored:
    scoring = table.word("scoring", Scoring, is_required=True)
    has_words = scoring is Scoring.TIERED and not table.has("binds")
    return Scored(
        max_points=table.number("max_points"),
        scoring=scoring,
        tiers=tuple(_tier(each, has_words=has_words) for each in table.tables("tiers", TIER_KEYS)),
        target=table.number("target"),
        per_fault=table.number("per_fault"),
        rounds_to_step=table.flag("round_to_step"),
        knock_out=_knock_out(table, has_words=has_words),
        applies=table.flag("applies", default=True),
    )


def _tier(table: Table, *, has_words: bool) -> Tier:
    points = table.number("points", is_required=True)
    return Tier(condition=_condition(table, has_words=has_words), points=points or 0, text_vi=table.text("text_vi"))


def _condition(table: Table, *, has_words: bool) -> Condition:
    """A comparison; yes and no count 1 and 0 where the answer is no choice."""
    said = table.value("comparator", is_required=True)
    comparator = _PRINTED_SIGNS.get(str(said).strip(), str(said).strip())
    if said is not None and comparator not in COMPARATORS:
        words = {"value": shown(said), "allowed": " ".join(COMPARATORS)}
        table.notes.note(Fault("criteria_bad_word", table.at("comparator"), words))
    bound = table.value("bound", is_required=True)
    text = number_text(bound)
    if bound is None or text is not None:
        return Condition(comparator=comparator, bound=signed_exact(text) if text else 0)
    choice = _choice(table, bound)
    if choice in _YES_NO and not has_words:
        return Condition(comparator=comparator, bound=_YES_NO[choice])
    if choice and comparator != "=":
        table.notes.note(Fault("criteria_choice_compared", table.at("bound"), {"value": shown(bound)}))
    return Condition(comparator=comparator, bound=0, choice=choice)


def _choice(table: Table, bound: object) -> str:
    if isinstance(bound, bool) or bound in ("true", "false"):
        return "yes" if bound in (True, "true") else "no"
    if not isinstance(bound, str):
        table.notes.note(Fault("criteria_not_number", table.at("bound"), {"value": shown(bound)}))
        return ""
    choice = tidy(bound)
    if not choice[:1].isalpha() or len(choice) > LONGEST_CODE:
        table.notes.note(Fault("criteria_not_number", table.at("bound"), {"value": shown(bound)}))
    return choice


def _knock_out(table: Table, *, has_words: bool) -> KnockOut | None:
    """True: at no points; a condition: when the answer satisfies it; false, null and nothing: never."""
    if isinstance(table.value("knock_out"), bool | str | None):
        return KnockOut() if table.flag("knock_out") else None
    condition = table.table("knock_out", ("comparator", "bound"))
    return None if condition is None else KnockOut(condition=_condition(condition, has_words=has_words))


def _binding(table: Table) -> Binding | None:
    binds = table.table("binds", ("indicator", "data_element"))
    if binds is None:
        return None
    found = Binding(indicator=binds.text("indicator"), data_element=binds.text("data_element"))
    if bool(found.indicator) == bool(found.data_element):
        table.notes.note(Fault("criteria_binds_one", binds.place))
    return found


def _variant(base: Table, table: Table, is_heading: bool) -> RegionVariant:
    """What stands in a zone or region: the whole item, with what the variant says in place of its own."""
    zone, region = table.one_of("zone", ZONES), table.one_of("region", REGIONS)
    if not table.has("zone") and not table.has("region"):
        table.notes.note(Fault("criteria_variant_nowhere", table.place))
    merged = base.under(table)
    return RegionVariant(
        scored=_heading(merged) if is_heading else _scored(merged),
        text_vi=merged.text("text_vi", is_required=True),
        evidence=merged.texts("evidence"),
        zone=zone,
        region=region,
        not_applicable_rule=merged.word("not_applicable_rule", NotApplicableRule),
    )
