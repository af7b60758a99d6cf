"""Bộ tiêu chí: new-rural sets stand in the list with their certainty, and a file of one is previewed, then kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import assessment_queries
from data.paths import asset
from data.rural_queries import RURAL_SET, rural_sets
from tests.ui.assessment_sets import SHIPPED, quiet, shown
from tests.ui.tools import press
from ui.screens.criteria_sets import CriteriaSetsPage
from ui.session import Session

COME_WITH = "318-QD-TTG-NTM"
TEXT = asset("catalogue", "rural", f"{COME_WITH}.toml").read_text("utf-8")
OWN = TEXT.replace(f'id = "{COME_WITH}"', 'id = "TINH"')


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> CriteriaSetsPage:
    """The sets of a new file."""
    page = CriteriaSetsPage(session)
    shown(qtbot, page)
    page.show_about(2024, SHIPPED)
    quiet(qtbot, page)
    return page


def read(qtbot: QtBot, page: CriteriaSetsPage, path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    page.read(path)
    quiet(qtbot, page)
    return page.review.list.toPlainText()


def imported(qtbot: QtBot, page: CriteriaSetsPage, path: Path, text: str) -> None:
    read(qtbot, page, path, text)
    press(Qt.Key.Key_Return, text="\r", to=page.review.accept)
    quiet(qtbot, page)


def versions(page: CriteriaSetsPage) -> list[str]:
    return [found.version for found in assessment_queries.stored_sets(page.session.store, RURAL_SET, "TINH")]


def test_the_shipped_sets_are_listed_with_years_and_certainty(page: CriteriaSetsPage) -> None:
    found = next(each for each in page.rural if each.rural_set.id == COME_WITH)
    page.table.choose(found.key)
    line = next(line for line in page.model.lines if line.subject == found.key)
    assert (line.texts[1], line.texts[3]) == ("kèm theo phần mềm", "2021 – 2025")
    assert "nguồn thứ cấp" in line.texts[2]
    text = page.details.toPlainText()
    assert "Quyết định 318/QĐ-TTg" in text
    assert "15.1 Tỷ lệ người dân tham gia bảo hiểm y tế" in text
    assert "≥ 90%" in text
    assert [page.buttons[name].isEnabled() for name in ("edit", "export", "move")] == [False, False, False]


def test_a_file_is_previewed_then_kept_as_entered_by_the_station(
    qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path
) -> None:
    lines = read(qtbot, page, tmp_path / "tinh.toml", OWN)
    assert versions(page) == []
    assert lines.splitlines()[0].endswith("≥ 90%")
    assert "TINH" in page.review.summary.text()
    press(Qt.Key.Key_Return, text="\r", to=page.review.accept)
    quiet(qtbot, page)
    assert len(versions(page)) == 1
    assert page.rural_entry is not None
    assert page.rural_entry.rural_set.id == "TINH"
    assert "do đơn vị nhập" in page.details.toPlainText()
    assert "tinh.toml" in page.details.toPlainText()


def test_another_version_says_which_levels_change_and_both_stay(
    qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path
) -> None:
    imported(qtbot, page, tmp_path / "tinh.toml", OWN)
    lines = read(qtbot, page, tmp_path / "tinh.toml", OWN.replace('level = "90"', 'level = "97"'))
    assert lines.splitlines()[0].endswith("≥ 90% → ≥ 97%")
    press(Qt.Key.Key_Return, text="\r", to=page.review.accept)
    quiet(qtbot, page)
    own = [each for each in page.rural if each.rural_set.id == "TINH"]
    assert [each.is_newest for each in own] == [True, False]
    newest = next(each for each in rural_sets(page.session.store) if each.id == "TINH")
    assert newest.version == own[0].rural_set.version


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title_vi = "Bộ tiêu chí', 'title_vi = "Bản khác của bộ tiêu chí', "Các chỉ tiêu giữ nguyên"),
        ('name_vi = "Xã đạt tiêu chí', 'name_vi = "Xã được đạt tiêu chí', "mức giữ nguyên"),
        ('code = "15.1"', 'code = "15.9"', "Mới: "),
        ('code = "15.1"', 'code = "15.9"', "Bỏ: "),
    ],
)
def test_what_changes_besides_levels_is_said(
    qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path, old: str, new: str, said: str
) -> None:
    imported(qtbot, page, tmp_path / "tinh.toml", OWN)
    assert said in read(qtbot, page, tmp_path / "tinh.toml", OWN.replace(old, new))


def test_the_same_version_is_not_kept_twice(qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path) -> None:
    imported(qtbot, page, tmp_path / "tinh.toml", OWN)
    read(qtbot, page, tmp_path / "tinh.toml", OWN)
    assert page.review.accept.isHidden()
    assert "đã có sẵn" in page.review.summary.text()


def test_a_faulty_file_is_refused_with_its_places(qtbot: QtBot, page: CriteriaSetsPage, tmp_path: Path) -> None:
    lines = read(qtbot, page, tmp_path / "tinh.toml", OWN.replace('"16.5"', '"16,5"'))
    assert lines == "tinh.toml: indicator[3] 15.3: “16,5” không phải là số thập phân."
    assert page.review.accept.isHidden()
    assert versions(page) == []


def test_enter_on_a_new_rural_set_says_how_it_is_changed(page: CriteriaSetsPage) -> None:
    page.table.choose(page.rural[0].key)
    page.edit()
    assert "sửa trong tệp" in page.line.text
