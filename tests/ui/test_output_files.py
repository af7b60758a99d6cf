"""Names that files are suggested under."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.output_files import plain_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1300-QD-BYT", "1300-QD-BYT"),
        ("1300/QĐ-BYT", "1300-QĐ-BYT"),
        ("../../etc/passwd", "etc-passwd"),
        ("/etc/passwd", "etc-passwd"),
        ("C:\\x", "C--x"),
        ("..", "-"),
        ("a\u202eb\n", "a-b"),
    ],
)
def test_a_suggested_name_never_leaves_its_folder(text: str, name: str) -> None:
    assert plain_name(text) == name
    assert Path(f"{plain_name(text)}.xlsx").parent == Path()
