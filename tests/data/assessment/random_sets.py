"""Trees of any shape that the reader accepts, for round trips; what they say makes no sense."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐ0123456789 .,;:-–()[]{}#&*!|>'\"%@`=<≥?/\\"
table: Any = st.fixed_dictionaries
"""Its type cannot say what stands under which key."""

numbers = st.sampled_from(("0", "0.5", "1", "2.25", "14", "95", "100", "999999999999.123456"))
texts = st.text(LETTERS, min_size=1, max_size=24).map(str.strip).filter(lambda text: text not in ("", "–", "-", "null"))
long_texts = st.lists(texts, min_size=1, max_size=2).map("\n".join)
lists = st.lists(texts, max_size=2)
words = st.sampled_from(("day_du", "một phần", "không có"))
signs = st.sampled_from((">=", ">", "<=", "<", "="))
rules = st.sampled_from(("full_points", "exclude_from_denominator", "zero"))
conditions = table({"comparator": signs, "bound": numbers})
tiers = st.builds(
    lambda condition, points, said: {**condition, "points": points, **({"text_vi": said} if said else {})},
    conditions | st.builds(lambda word: {"comparator": "=", "bound": word}, words),
    numbers,
    st.just("") | st.sampled_from(("đầy đủ", "một phần (tạm)")),
)
knock_outs = st.booleans() | st.none() | conditions
points: dict[str, Any] = {
    "max_points": st.none() | numbers,
    "scoring": st.sampled_from(("yes_no", "tiered", "proportional", "manual", "deduction")),
}
more_points: dict[str, Any] = {
    "tiers": st.lists(tiers, max_size=3),
    "target": numbers,
    "per_fault": numbers,
    "round_to_step": st.booleans(),
    "knock_out": knock_outs,
}
variants = table(
    {"zone": st.sampled_from(("1", "2", "3"))},
    optional={
        "region": st.sampled_from(("mien_nui", "dong_bang")),
        "text_vi": long_texts,
        **points,
        **more_points,
        "evidence": lists,
        "not_applicable_rule": rules | st.none(),
        "applies": st.booleans(),
    },
)
shared: dict[str, Any] = {"evidence": lists, "effort": st.integers(1, 5), "responsible": texts, "certainty": long_texts}
leaves = table(
    {"code": texts, "text_vi": long_texts, **points},
    optional={
        **more_points,
        **shared,
        "binds": st.builds(lambda key, code: {key: code}, st.sampled_from(("indicator", "data_element")), texts),
        "region_variants": st.lists(variants, max_size=2),
        "not_applicable_rule": rules,
        "data_source": texts,
    },
)
headings = table(
    {"code": texts, "text_vi": long_texts, "max_points": numbers, "items": st.lists(leaves, min_size=1, max_size=2)},
    optional=shared,
)
criteria = table(
    {
        "criterion": texts,
        "name_vi": long_texts,
        "max_points": st.none() | numbers,
        "items_complete": st.booleans(),
        "items": st.lists(leaves | headings, max_size=3),
    },
    optional=shared,
)
distances = table({"min_km": numbers}, optional={"below_km_if_terrain_especially_difficult": numbers})


def _zones(codes: list[str], distance: Any, other: str) -> list[dict[str, Any]]:  # noqa: ANN401 - a part of a tree
    return [{"code": code, "mountain_remote": distance, "other_vi": f"{other} {code}"} for code in codes]


trees = table(
    {
        "schema": st.just("criteria/1"),
        "framework": table(
            {
                **{"id": texts, "title_vi": texts, "decision": texts, "valid_from": st.just("2023-03-09")},
                **{"valid_to": st.none() | st.just("2030-12-31"), "total_points": numbers, "point_step": numbers},
            },
            optional={
                **{"correction_applied": st.booleans(), "signed_by": texts, "indicator_count": st.integers(0, 99)},
                **{"completeness": st.sampled_from(("full", "names_only")), "supersedes": texts},
            },
        ),
        "pass_rule": table(
            {
                **{"total_min_percent": numbers, "each_criterion_min_percent": numbers, "no_knock_out": st.booleans()},
                **{"knock_out_items_known": st.booleans(), "denominator": st.sampled_from(("full", "applicable"))},
            },
            optional={"certainty": texts},
        ),
        "certainty": long_texts,
        "criteria": st.lists(criteria, max_size=3, unique_by=lambda each: each["criterion"]),
    },
    optional={
        "recognition": table({"term_years": st.integers(1, 9)}, optional={"certainty": texts}),
        "zones": st.builds(
            lambda listed, unknown: {"list": listed, "unknown": unknown},
            st.builds(_zones, st.lists(st.sampled_from("123"), unique=True, min_size=1), distances, texts),
            texts,
        ),
        "source": st.lists(texts, min_size=1, max_size=3),
    },
)


def with_own_codes(tree: dict[str, Any]) -> dict[str, Any]:
    """The tree with a code of its own for every item, since a spreadsheet finds items by their codes."""
    for number, criterion in enumerate(tree["criteria"]):
        for place, item in enumerate(criterion["items"]):
            item["code"] = f"{number}.{place}"
            for part, below in enumerate(item.get("items", ())):
                below["code"] = f"{number}.{place}.{part}"
    return tree
