"""Nơi nhận does not name again whom Kính gửi names, however the station typed it."""

from __future__ import annotations

import pytest

from reports.sections.letter import recipients_of
from tests.reports.plan_builders import PROFILE

COMMUNE = "Ủy ban nhân dân xã Tả Phời"


@pytest.mark.parametrize(
    ("typed", "addressee", "is_same"),
    [
        ("UBND xã Tả Phời;", COMMUNE, True),
        ("- Ủy ban nhân dân xã (ví dụ)", COMMUNE, True),
        ("Ủy ban nhân dân xã", COMMUNE, True),
        ("Trung tâm Y tế thành phố Lào Cai", "Trung tâm Y tế (ví dụ)", True),
        ("Trung tâm Y tế", "Trung tâm Y tế thành phố (ví dụ)", True),
        ("Sở Y tế tỉnh Lào Cai", "Sở Y tế", True),
        ("Ủy ban nhân dân xã Cam Đường", COMMUNE, False),
        ("Ủy ban nhân dân tỉnh", COMMUNE, False),
        ("Ủy ban nhân dân", COMMUNE, False),
        ("Trung tâm Y tế dự phòng", "Trung tâm Y tế", False),
        ("Phòng Y tế", COMMUNE, False),
    ],
)
def test_an_addressee_is_named_once(typed: str, addressee: str, *, is_same: bool) -> None:
    lines = recipients_of(PROFILE._replace(recipients=(typed,)), (addressee,))
    assert (len(lines) == 2) is is_same
