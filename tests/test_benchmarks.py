"""The table of `make bench` has every row of the product's budgets. Nothing is timed here."""

import pytest

from tests.benchmarks.measure import NotMeasured, Reading, in_turn, ratio
from tests.benchmarks.table import BENCHES, HEADS, Bench, Line, lines_of, table_of, verdict
from tests.benchmarks.workshop import Workshop

BUDGETED = (
    ("first paint", "1.5 ×"),
    ("grid filled and focused", "2.5 ×"),
    ("accepting a cell", "1.5 ×"),
    ("flushes to disk", "1, checkpoints apart"),
    ("GUI thread", "16 ms"),
    ("all indicators of one plan-year", "50 ms"),
    ("plain SQL", "3 ×"),
    ("cold process", "1.2 ×"),
    ("warm", "1.5 ×"),
    ("import of 100,000 figures", "4 ×"),
    ("five years", "10 MB"),
    ("resident memory", "200 MB"),
    ("catalogue", "50 ms"),
    ("ten times", "95 %"),
    ("two digits swapped, by half or more", "90 %"),
    ("honest figures", "5 %"),
    ("a form of 40 cells", "20 ms"),
    ("100 leaf items", "50 ms"),
    ("freezing a report", "3 ×"),
    ("signing it", "3 ×"),
    ("proving it", "3 ×"),
    ("30 years of sets and scores", "2 ×"),
)


@pytest.mark.parametrize(("words", "budget"), BUDGETED)
def test_every_budget_has_a_row(words: str, budget: str) -> None:
    rows = [row for bench in BENCHES for row in bench.rows]
    assert any(words in what and budget in limit for what, limit in rows)


@pytest.mark.parametrize(
    ("example", "large", "said"),
    [(True, True, "yes"), (True, False, "NO"), (None, True, "yes"), (None, None, "–")],
)
def test_verdict_counts_both_files(example: bool | None, large: bool | None, said: str) -> None:
    assert verdict(Line("", Reading("1", example), Reading("2", large), "")) == said


def test_table_has_a_line_for_every_row() -> None:
    lines = [Line(f"row {number}", Reading("1"), Reading("2"), "3") for number in range(3)]
    printed = table_of(lines).splitlines()
    assert len(printed) == 5
    assert all(head in printed[0] for head in HEADS)
    assert len({len(line) for line in printed}) == 1


def test_what_cannot_be_measured_is_said(workshop: Workshop) -> None:
    def refuse(_workshop: Workshop, _path: object) -> list[Reading]:
        raise NotMeasured("no strace")

    lines = lines_of(Bench((("a", "1"), ("b", "2")), refuse), workshop)
    assert [line.example.text for line in lines] == ["not measured: no strace", "not measured"]


def test_ratio_is_the_middle_of_the_rounds() -> None:
    assert ratio({"ours": [2.0, 9.0, 3.0], "plain": [1.0, 1.0, 1.0]}, "ours", "plain") == 3.0


def test_variants_take_turns() -> None:
    order: list[str] = []
    in_turn({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, 2)
    assert order == ["a", "b", "b", "a"]


@pytest.fixture
def workshop() -> Workshop:
    """A workshop without files: nothing is measured here."""
    workshop = Workshop.__new__(Workshop)
    workshop.small = workshop.large = workshop.folder = None  # type: ignore[assignment]
    return workshop
