"""What the example station says of itself. Bodies are plainly examples; nobody is named."""

from __future__ import annotations

from datetime import date

from data.catalogue.content import Catalogue
from data.definitions import Level
from data.model import (
    Decision,
    NewStation,
    ObligationProgress,
    ObligationState,
    ReportText,
    Setting,
    Verdict,
)
from data.settings import list_text

NEW_STATION = NewStation(code="TYT_TA_PHOI", name="Trạm Y tế xã Tả Phời", place="xã Tả Phời", is_example=True)

PLANS = ("lao-cai-2024", "lao-cai-2023-ntm")
FORMS_NOT_KEPT = ("district.year", "survey.year")

_START = date(2022, 1, 1)
_REORGANISED = date(2025, 7, 1)


SETTINGS = (
    Setting(key="parent_body", valid_from=_START, value="TRUNG TÂM Y TẾ THÀNH PHỐ (VÍ DỤ)"),
    Setting(key="parent_body", valid_from=_REORGANISED, value="TRUNG TÂM Y TẾ KHU VỰC (VÍ DỤ)"),
    Setting(key="issuer", valid_from=_START, value="TRẠM Y TẾ XÃ TẢ PHỜI"),
    Setting(key="document_symbol", valid_from=_START, value="BC-TYT"),
    Setting(key="place_of_issue", valid_from=_START, value="Tả Phời"),
    Setting(key="receivers", valid_from=_START, value=list_text(["Trung tâm Y tế thành phố (ví dụ)"])),
    Setting(key="receivers", valid_from=_REORGANISED, value=list_text(["Trung tâm Y tế khu vực (ví dụ)"])),
    Setting(key="recipients", valid_from=_START, value=list_text(["Ủy ban nhân dân xã (ví dụ)"])),
    Setting(key="signer_title", valid_from=_START, value="TRƯỞNG TRẠM"),
    Setting(key="receiver_is_health_sector", valid_from=_START, value="true"),
    Setting(key="rural_region", valid_from=_START, value="tdmnpb"),
    Setting(key="forms_not_kept", valid_from=_START, value=list_text(FORMS_NOT_KEPT)),
)

_DECIDER = "(họ tên người kết luận)"

DECISIONS = (
    Decision(
        target="lao-cai-2024/natural_increase_rate-2024",
        operator="<=",
        value="10",
        decided_by=_DECIDER,
        decided_on=date(2024, 2, 5),
        note="Ví dụ: kế hoạch không in dấu so sánh; trạm chọn cách hiểu “không vượt quá 10‰”.",
    ),
    Decision(
        target="lao-cai-2024/outbreaks_large_count-2024",
        period="2024",
        verdict=Verdict.MET,
        decided_by=_DECIDER,
        decided_on=date(2025, 1, 6),
        note="Ví dụ: trong năm có một ổ dịch nhỏ, xử lý kịp thời, không lan rộng.",
    ),
    Decision(
        target="lao-cai-2024/epidemic_deaths_count-2024",
        period="2024",
        verdict=Verdict.MET,
        decided_by=_DECIDER,
        decided_on=date(2025, 1, 6),
        note="Ví dụ: không có ca tử vong.",
    ),
)
"""One target of each kind is left open: epidemic_incidence-2024 (manual) waits for a person."""

PERIODS_OF_PLANS = {
    "lao-cai-2024": ("2024S1", "2024Q3", "2024M9", "2024"),
    "lao-cai-2023-ntm": ("2023Q3", "2023S1", "2023M9", "2023"),
}
"""Periods for which the example has recorded how far the obligations are."""

_UNFINISHED = {
    "lao-cai-2024/ob05": "Còn thiếu 3 loại so với danh mục tối thiểu, đã đề nghị bổ sung.",
    "lao-cai-2024/ob27": "Một nhân viên đang học, dự kiến hoàn thành trong năm sau.",
    "lao-cai-2023-ntm/ob06": "Còn thiếu 7 loại so với danh mục tối thiểu, đã đề nghị bổ sung.",
    "lao-cai-2023-ntm/ob08": "Đã rà soát; 01 nhân viên y tế thôn bản chưa đạt chuẩn đào tạo.",
}
_NOT_DONE = {
    "lao-cai-2024/ob04": "Chưa được bố trí kinh phí sửa chữa trong kỳ.",
    "lao-cai-2023-ntm/ob23": "Chưa được bố trí kinh phí sửa chữa trong kỳ.",
}
_NOTES = {
    "lao-cai-2024/ob02": "Số liệu theo 10 thôn, lưu tại trạm.",
    "lao-cai-2024/ob24": "01 ổ dịch nhỏ, xử lý kịp thời.",
    "lao-cai-2023-ntm/ob03": "Biên bản họp lưu tại trạm.",
    "lao-cai-2023-ntm/ob20": "Biên bản giám sát lưu tại trạm.",
}


def obligation_states(catalogue: Catalogue) -> tuple[ObligationState, ...]:
    """State and note of every obligation of the bound plans, for the periods that are reported."""
    return tuple(
        _state(obligation.id, period, obligation.level)
        for plan, periods in PERIODS_OF_PLANS.items()
        for period in periods
        for obligation in catalogue.plans[plan].obligations
    )


def _state(item: str, period: str, level: Level) -> ObligationState:
    if level is not Level.STATION:
        return ObligationState(item_id=item, period=period, state=ObligationProgress.NOT_APPLICABLE)
    for notes, state in ((_UNFINISHED, ObligationProgress.IN_PROGRESS), (_NOT_DONE, ObligationProgress.NOT_DONE)):
        if item in notes:
            return ObligationState(item_id=item, period=period, state=state, note=notes[item])
    return ObligationState(item_id=item, period=period, state=ObligationProgress.DONE, note=_NOTES.get(item, ""))


_TEXTS = {
    "summary": (
        "Trạm thực hiện đủ các chương trình y tế trên địa bàn 10 thôn. Tiêm chủng, quản lý thai và quản lý "
        "bệnh không lây nhiễm được duy trì; không có dịch lớn, không có vụ ngộ độc thực phẩm nghiêm trọng."
    ),
    "difficulties": (
        "Một số thôn ở xa trạm, đường đi khó khăn trong mùa mưa.\n"
        "Trang thiết bị còn thiếu so với danh mục tối thiểu.\n"
        "Một bộ phận người dân đi làm ăn xa nên khó lập và cập nhật hồ sơ sức khỏe điện tử."
    ),
    "proposals": (
        "Đề nghị cấp trên bổ sung trang thiết bị theo danh mục tối thiểu.\nĐề nghị hỗ trợ kinh phí sửa chữa nhà trạm."
    ),
    "next_steps": (
        "Rà soát từng thôn những người chưa tham gia bảo hiểm y tế và chưa có hồ sơ sức khỏe điện tử.\n"
        "Tiếp tục truyền thông tại thôn, thăm hộ gia đình, tiêm chủng đúng lịch."
    ),
}

REPORT_TEXTS = tuple(
    ReportText(plan=plan, period=period, section=section, text=text)
    for plan, periods in PERIODS_OF_PLANS.items()
    for period in periods
    for section, text in _TEXTS.items()
)
