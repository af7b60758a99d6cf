"""What a version of a criteria set changes, in words."""

from __future__ import annotations

import pytest

from data.assessment.changes import SetChange
from data.assessment.item_reader import ITEM_KEYS, VARIANT_KEYS
from ui.criteria_words import change_sentence, field_name
from ui.messages import load_messages

VI = load_messages("vi")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (SetChange(kind="added", code="2.9", name="Mới", after="2"), "2.9: thêm mới “Mới” (2 điểm)"),
        (SetChange(kind="removed", code="2.1", name="Cũ", before="1,5"), "2.1: bỏ đi “Cũ” (1,5 điểm)"),
        (SetChange(kind="changed", code="1", field="max_points", before="4", after="3,5"), "1: điểm tối đa: 4 → 3,5"),
        (
            SetChange(kind="changed", field="pass_rule.no_knock_out", before="true", after="false"),
            "không được bị điểm liệt: có → không",
        ),
        (SetChange(kind="changed", code="1", field="evidence", after="Sổ"), "1: minh chứng: (trống) → Sổ"),
        (
            SetChange(kind="changed", code="1", field="tiers@3/mien_nui", before="a", after="b"),
            "1: mức, ngưỡng (vùng 3, miền núi): a → b",
        ),
        (
            SetChange(kind="changed", code="1", field="tiers@/dong_bang", before="a", after="b"),
            "1: mức, ngưỡng (đồng bằng): a → b",
        ),
        (SetChange(kind="changed", field="order"), "thứ tự các dòng"),
        (
            SetChange(kind="changed", code="1", field="text_vi", before="x" * 99, after="y"),
            f"1: nội dung: {'x' * 80}… → y",
        ),
    ],
)
def test_changes_in_words(change: SetChange, sentence: str) -> None:
    assert change_sentence(change, VI) == sentence


def test_every_key_of_an_item_has_a_name() -> None:
    keys = {*ITEM_KEYS, *VARIANT_KEYS} - {"code", "items", "zone", "region"}
    assert [key for key in keys if field_name(key, VI) == key] == []
