"""The program under test, asked through its public interface with the oracle's own cells."""

from datetime import date

from data.calculation import Calculator
from data.catalogue import Catalogue
from data.entries import Entry, indicator_entries, target_entries
from data.figures import Figures
from data.model import Decision, Station, Verdict
from data.periods import parse_period
from data.targets import Judge
from tests.proof.figures import Cells
from tests.proof.verdicts import Choice, Situation

ORG_UNIT = "TYT_THU"


def given_indicator_entries(catalogue: Catalogue, cells: Cells, period: str) -> list[Entry]:
    """Ask the program for all indicators of a period."""
    return indicator_entries(Calculator(catalogue, Figures(dict(cells))), parse_period(period), ORG_UNIT)


def make_judge(catalogue: Catalogue, situation: Situation) -> Judge:
    """Make the program's judge of a situation."""
    calculator = Calculator(catalogue, Figures(dict(situation.cells)))
    station = Station(
        code=ORG_UNIT,
        name=f"Trạm Y tế {situation.place}",
        place=situation.place,
        place_kind=situation.place_kind,
        zone_as=situation.zone_as,
    )
    return Judge(calculator, station, tuple(_decision(choice) for choice in situation.choices))


def given_target_entries(catalogue: Catalogue, judge: Judge, plan: str, period: str) -> list[Entry]:
    """Ask the program for all targets of a plan."""
    results = judge.results(catalogue.plans[plan], parse_period(period))
    return target_entries(catalogue, results, ORG_UNIT)


def _decision(choice: Choice) -> Decision:
    return Decision(
        target=choice.target,
        decided_by="Lò Thị Mai",
        decided_on=date(2024, 10, 1),
        note="Theo kết luận họp trạm",
        period=choice.period,
        operator=choice.operator,
        value=choice.value,
        high=choice.high,
        verdict=Verdict(choice.verdict) if choice.verdict else None,
    )
