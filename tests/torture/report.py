"""The figures of a torture, as a table, and every complaint with what it takes to see it again."""

from __future__ import annotations

from collections.abc import Sequence

from tests.torture.work import Outcome

_MOST = 25


def table(title: str, outcomes: Sequence[Outcome], seconds: float) -> str:
    """One part: a row for each command or kind of damage, then their sum, then the complaints."""
    rows = sorted({outcome.row for outcome in outcomes})
    width = max(map(len, (*rows, "together"))) + 2
    lines = [f"{title} ({seconds:.0f} s)", f"{'':{width}}{'tried':>8}{'reached':>9}{'lost':>7}{'failures':>10}"]
    lines += [_row(name, width, [outcome for outcome in outcomes if outcome.row == name]) for name in rows]
    lines.append(_row("together", width, outcomes))
    failed = failures(outcomes)
    for outcome in failed[:_MOST]:
        lines.append(f"  {outcome.row}, {outcome.what}: {'; '.join(outcome.complaints)}")
    if len(failed) > _MOST:
        lines.append(f"  … and {len(failed) - _MOST} more")
    return "\n".join(lines) + "\n"


def failures(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Those with complaints."""
    return [outcome for outcome in outcomes if outcome.complaints]


def _row(name: str, width: int, outcomes: Sequence[Outcome]) -> str:
    reached = sum(outcome.is_reached for outcome in outcomes)
    lost = sum(any(words.startswith("lost") for words in outcome.complaints) for outcome in outcomes)
    return f"{name:{width}}{len(outcomes):8}{reached:9}{lost:7}{len(failures(outcomes)):10}"
