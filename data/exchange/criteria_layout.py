"""Where everything stands in the spreadsheet of a criteria set: the same for writing and for reading.

Three sheets are read: the frame (one line for each fact), the table (one line for each criterion, item or zone variant)
and the zones. Columns are found by their heads, lines of the frame by their labels: both may be moved.
Source: criteria.md section 9.6.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from data.assessment.item_reader import RESPONSIBLE
from data.numbers import bare

FRAME_SHEET, TABLE_SHEET, ZONES_SHEET, GUIDE_SHEET = "Khung", "Bảng điểm", "Phân vùng", "Hướng dẫn"
LEVEL_CRITERION, LEVEL_ITEM, LEVEL_PART, LEVEL_VARIANT = "Tiêu chí", "Nội dung", "Ý", "Riêng vùng"
LEVELS = (LEVEL_CRITERION, LEVEL_ITEM, LEVEL_PART, LEVEL_VARIANT)
MOST_ROWS = 3000
FAULTS_KEPT = 50
"""So many faults of a file are told, and how many there are."""
NOTHING = "–"
"""In a zone variant: what the item has does not hold there."""


class Kind(NamedTuple):
    """How a cell is read and written.

    Attributes:
        name: ``text``, ``lines`` (one entry a line), ``number``, ``flag``, ``day``, ``tiers``, ``knock_out``, ``word``,
            or ``open`` (one of the words, or any text).
        words: Code -> word of the sheet, where only these may stand; a spreadsheet parts its list by commas.
    """

    name: str
    words: Mapping[str, str] = MappingProxyType({})

    @property
    def codes(self) -> dict[str, str]:
        """Word, without tone marks and case -> code; a code itself is understood, too."""
        return {bare(word): code for code, word in self.words.items()} | {bare(code): code for code in self.words}


TEXT, LINES, NUMBER, DAY, TIERS, KNOCK_OUT = map(Kind, ("text", "lines", "number", "day", "tiers", "knock_out"))
FLAG_WORDS = {"true": "có", "false": "không"}
UNKNOWN = "chưa rõ"
FLAG = Kind("flag", FLAG_WORDS)
SCORING = Kind(
    "word",
    {
        "yes_no": "có/không",
        "tiered": "theo mức",
        "proportional": "theo tỷ lệ",
        "manual": "tự cho điểm",
        "deduction": "trừ điểm",
    },
)
NOT_APPLICABLE = Kind(
    "word",
    {"full_points": "cho đủ điểm", "exclude_from_denominator": "không tính vào mẫu số", "zero": "cho 0 điểm"},
)
WHO = Kind("open", {code: words[0] for code, words in RESPONSIBLE.items()})
ZONE = Kind("word", {"1": "1", "2": "2", "3": "3"})
REGION = Kind("word", {"mien_nui": "miền núi", "dong_bang": "đồng bằng"})
DENOMINATOR = Kind("word", {"full": "toàn bộ điểm", "applicable": "điểm của nội dung áp dụng"})
COMPLETENESS = Kind("word", {"full": "đầy đủ", "criterion_level_only": "chỉ đến tiêu chí", "names_only": "chỉ có tên"})
TERRAIN = Kind("word", {"mountain_remote": "miền núi – hải đảo", "delta_midland": "đồng bằng – trung du"})


class Field(NamedTuple):
    """A line of the frame or a column of the table.

    Attributes:
        key: Key of the tree (``framework.valid_to``, ``max_points``).
        head: Label or head.
        hint: What is to be written there.
        is_required: Whether it is marked as needed.
    """

    key: str
    head: str
    kind: Kind
    hint: str = ""
    width: int = 12
    is_required: bool = False


FRAME: tuple[Field, ...] = (
    Field("framework.id", "Mã bộ tiêu chí", TEXT, "Ví dụ: 1300-QD-BYT", is_required=True),
    Field("framework.title_vi", "Tên bộ tiêu chí", TEXT, is_required=True),
    Field("framework.decision", "Quyết định", TEXT, "Số, ngày, cơ quan ban hành", is_required=True),
    Field("framework.signed_by", "Người ký", TEXT),
    Field("framework.corrected_by", "Quyết định đính chính", TEXT),
    Field("framework.correction_applied", "Đã áp dụng đính chính", FLAG, "có hoặc không"),
    Field("framework.valid_from", "Có hiệu lực từ ngày", DAY, "ngày/tháng/năm", is_required=True),
    Field("framework.valid_to", "Có hiệu lực đến ngày", DAY, "ngày/tháng/năm; để trống khi chưa biết"),
    Field("framework.total_points", "Tổng điểm", NUMBER, "Bằng tổng điểm của các tiêu chí", is_required=True),
    Field("framework.indicator_count", "Số nội dung chấm", NUMBER, "Ví dụ: 47"),
    Field("framework.point_step", "Bước điểm", NUMBER, "1; 0,5; 0,25 hoặc 0,1", is_required=True),
    Field("framework.completeness", "Mức độ đầy đủ", COMPLETENESS),
    Field("framework.supersedes", "Thay cho bộ (mã)", TEXT),
    Field("framework.ship_policy", "Lưu ý khi dùng", TEXT),
    Field("pass_rule.total_min_percent", "Đạt khi tổng điểm từ (%)", NUMBER, "Ví dụ: 80", is_required=True),
    Field("pass_rule.each_criterion_min_percent", "Đạt khi mỗi tiêu chí từ (%)", NUMBER, "Ví dụ: 50", is_required=True),
    Field("pass_rule.no_knock_out", "Không được bị điểm liệt", FLAG, "có hoặc không", is_required=True),
    Field("pass_rule.knock_out_items_known", "Đã ghi đủ các điểm liệt", FLAG, "có hoặc không", is_required=True),
    Field("pass_rule.denominator", "Tính phần trăm trên", DENOMINATOR, is_required=True),
    Field("pass_rule.certainty", "Độ chắc chắn của điều kiện đạt", TEXT),
    Field("recognition.term_years", "Thời hạn công nhận (năm)", NUMBER),
    Field("recognition.reassess_every_years", "Đánh giá lại sau (năm)", NUMBER),
    Field("recognition.withdraw_when_failed", "Thu hồi khi không còn đạt", FLAG, "có hoặc không"),
    Field("recognition.certainty", "Độ chắc chắn về công nhận", TEXT),
    Field("zones.distance_to_vi", "Khoảng cách phân vùng tính từ đâu", TEXT),
    Field("zones.decided_by", "Cơ quan quyết định phân vùng", TEXT),
    Field("zones.unknown", "Điều chưa rõ về phân vùng", TEXT),
    Field("zones.certainty", "Độ chắc chắn về phân vùng", TEXT),
    Field("source", "Nguồn", LINES, "Mỗi nguồn một dòng trong ô (Alt+Enter)"),
    Field("certainty", "Độ chắc chắn của bảng", TEXT, "Ví dụ: chép từ phụ lục của quyết định", is_required=True),
)

TABLE: tuple[Field, ...] = (
    Field("code", "Mã", TEXT, "Số của tiêu chí; mã của nội dung", 9, is_required=True),
    Field("parent", "Thuộc mã", TEXT, "Mã của dòng cấp trên", 9),
    Field("level", "Cấp", Kind("word", {word: word for word in LEVELS}), "", 11, is_required=True),
    Field("text_vi", "Nội dung", TEXT, "Chép đúng từng chữ của quyết định", 52, is_required=True),
    Field("max_points", "Điểm tối đa", NUMBER, "", 9, is_required=True),
    Field("scoring", "Kiểu chấm", SCORING, "", 13),
    Field("tiers", "Mức, ngưỡng", TIERS, "Mỗi mức một dòng: ≥ 95: 2", 22),
    Field("target", "Mức đủ điểm (theo tỷ lệ)", NUMBER, "", 12),
    Field("per_fault", "Điểm trừ mỗi lỗi", NUMBER, "", 10),
    Field("round_to_step", "Làm tròn theo bước điểm", FLAG, "", 10),
    Field("zone", "Vùng", ZONE, "1, 2, 3: chỉ ở dòng Riêng vùng", 7),
    Field("region", "Miền", REGION, "Chỉ ở dòng Riêng vùng", 10),
    Field("applies", "Có áp dụng", FLAG, "Chỉ ở dòng Riêng vùng", 9),
    Field("knock_out", "Điểm liệt", KNOCK_OUT, "có (khi 0 điểm), không, chưa rõ, hoặc < 50", 11),
    Field("not_applicable_rule", "Khi không áp dụng", NOT_APPLICABLE, "", 17),
    Field("evidence", "Minh chứng", LINES, "Mỗi minh chứng một dòng trong ô", 34),
    Field("binds.indicator", "Tự chấm từ chỉ tiêu (mã)", TEXT, "", 20),
    Field("binds.data_element", "Tự chấm từ trường số liệu (mã)", TEXT, "", 20),
    Field("effort", "Công sức", NUMBER, "1 (ít) đến 5", 8),
    Field("responsible", "Ai làm", WHO, "Chọn trong danh sách, hoặc ghi chữ khác", 16),
    Field("data_source", "Nguồn số liệu", TEXT, "", 18),
    Field("items_complete", "Đủ nội dung chấm", FLAG, "Chỉ ở dòng Tiêu chí", 9),
    Field("certainty", "Độ chắc chắn", TEXT, "", 18),
)

ZONES: tuple[Field, ...] = (
    Field("code", "Vùng", ZONE, "", 8),
    Field("terrain", "Địa hình", TERRAIN, "", 22),
    Field("min_km", "Từ (km)", NUMBER, "", 10),
    Field("below_km", "Dưới (km)", NUMBER, "", 10),
    Field("min_km_if_terrain_especially_difficult", "Từ, nơi đặc biệt khó khăn (km)", NUMBER, "", 16),
    Field("below_km_if_terrain_especially_difficult", "Dưới, nơi đặc biệt khó khăn (km)", NUMBER, "", 16),
    Field("other_vi", "Điều kiện khác", TEXT, "", 52),
)

CRITERION_KEYS = {"code": "criterion", "text_vi": "name_vi"}
"""Columns that a criterion calls otherwise in the tree."""


def value_at(tree: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401 - a part of the tree
    """What stands under a key with dots; None where nothing stands."""
    found: Any = tree
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def put_at(tree: dict[str, Any], key: str, value: object) -> None:
    """Put a value under a key with dots."""
    *above, last = key.split(".")
    for part in above:
        tree = tree.setdefault(part, {})
    tree[last] = value
