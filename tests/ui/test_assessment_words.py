"""What the window says of sums and limits: never anything else than the verdict."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.data.assessment.table_builders import answers, criterion, leaf, scored, set_of, tree
from ui.screens import assessment_words as said

ODD = set_of(
    tree(
        criterion(1, "6", leaf("1.1", "proportional", "6", target="100000")),
        criterion(2, "4", leaf("2.1", "proportional", "4", target="100000")),
        total_min_percent="66.67",
        each_criterion_min_percent="33.33",
    )
)


def test_points_and_limits_are_told_apart_however_close_they_are(qtbot: QtBot) -> None:
    result = scored(ODD, answers(i1_1="44449", i2_1="33329"))
    assert "6,667" in said.total_line(result)
    words = " ".join(line.text for line in said.clause_lines(result))
    assert ("1,3332" in words, "0,00004" in words) == (True, True)
