"""Three years of an honest commune station, over the catalogue's own data elements.

Events are Poisson with season, trend, a little more variation than chance, outbreaks and many zeros; stocks move
slowly; parts are shares of their wholes; sums are sums; a few cells are blank, a few series shift for good. What the
rules of the catalogue ask holds, but for what chance itself breaks (a change of more than half within a year).

The simulator was written before anything that looks for slips, and knows nothing of it: it may be read as what a
station is taken to be.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.definitions import OverTime
from data.figures import Cell, CellKey
from data.numbers import exact
from data.periods import Period, PeriodType
from tests.proof.chance import Chance
from tests.proof.simulator_levels import BESIDES, EPISODES, FIXED_SIZE, PEOPLE, SUMS, Level, levels_of

YEARS = (2022, 2023, 2024)
SMALLEST, LARGEST = 1500, 15_000
SEXES = ("male", "female")
BLANK = 0.01
"""Share of own periods of the first two years that were never reported."""

SHIFTED = 0.02
"""Share of series that change their level for good in some month."""

_PEOPLE_CODES = frozenset(("population_start", "population_end", "population_male_end", "population_female_end"))


class Simulated(NamedTuple):
    """A simulated station.

    Attributes:
        population: People at the beginning.
        cells: As ``data.figures.Figures`` takes them; all of them figures.
    """

    seed: int
    population: int
    cells: Mapping[CellKey, Cell]


class Course(NamedTuple):
    """How the level of one series goes on."""

    level: float
    growth: float
    season: float
    phase: float
    shift: float
    shift_at: float

    def at(self, years: float) -> float:
        """The level this many years after the beginning, season apart."""
        return self.level * math.exp(self.growth * years) * (self.shift if years >= self.shift_at else 1.0)

    def in_season(self, period: Period) -> float:
        """The level of a period."""
        middle = (period.first_month + period.last_month) / 24
        wave = 1 + self.season * math.sin(2 * math.pi * (middle + self.phase))
        return self.at(period.year - YEARS[0] + middle) * (wave if not period.is_year else 1.0)


def simulate(catalogue: Catalogue, seed: int, levels: Mapping[str, Level] | None = None) -> Simulated:
    """The station of a seed; ``levels`` spares working them out for each of many stations."""
    run = _Run(seed, levels or levels_of(catalogue))
    return Simulated(seed, run.population, run.cells())


class _Run:
    """The figures of one station while they are made, as whole numbers of their last decimal."""

    def __init__(self, seed: int, levels: Mapping[str, Level]) -> None:
        self.levels = levels
        self._station = Chance(f"station {seed}")
        self._seed = seed
        self.population = round(math.exp(self._station.between(math.log(SMALLEST), math.log(LARGEST))))
        self._figures: dict[str, dict[Period, int]] = {}
        self._male: dict[str, dict[Period, int]] = {}
        for code, level in levels.items():
            if code not in _PEOPLE_CODES:
                self._make(code, level)
            elif "population_end" not in self._figures:
                self._make_people()
        self._make_balance()

    def cells(self) -> dict[CellKey, Cell]:
        """All figures as cells; a few are left out in the years before the last."""
        chance = Chance(f"blank {self._seed}")
        cells: dict[CellKey, Cell] = {}
        for code, series in self._figures.items():
            level = self.levels[code]
            own_sexes = level.element.sex_disaggregated and level.element.male_element is None
            for period, value in series.items():
                if period.year < YEARS[-1] and chance.happens(BLANK):
                    continue
                cells[code, period.code, "default"] = _typed(value, level.decimals)
                if own_sexes:
                    male = self._male[code][period]
                    cells[code, period.code, "male"] = _typed(male, 0)
                    cells[code, period.code, "female"] = _typed(value - male, 0)
        return cells

    def _make(self, code: str, level: Level) -> None:
        chance = Chance(f"{self._seed} {code}")
        if code in SUMS:
            self._figures[code] = {
                period: sum(self._of(part, period) for part in SUMS[code]) for period in _periods(level)
            }
            self._add_sexes(code, level, chance)
            return
        wholes = [whole for whole in level.wholes if whole in self.levels]
        if code in ("women_delivered", "women_delivered_third_plus"):
            series = self._deliveries(code, level, chance)
        elif wholes:
            series = self._part(level, wholes, chance)
        elif level.element.over_time is OverTime.SUM and level.decimals == 0:
            series = self._events(level, chance)
        else:
            series = self._stock(level, chance)
        self._figures[code] = {period: self._limited(level, value) for period, value in series.items()}
        self._split_by_sex(code, level, chance)

    def _course(self, level: Level, chance: Chance, mean: float) -> Course:
        """How large this station's series is, how it grows, and its season."""
        size = self.population / PEOPLE
        group = level.element.group
        size = size**0.25 if group in FIXED_SIZE else size
        spread = 0.1 if group in FIXED_SIZE else 0.3
        is_shifted = chance.happens(SHIFTED)
        return Course(
            level=mean * size * chance.factor(spread),
            growth=chance.normal(0.02, 0.05 if level.element.over_time is OverTime.SUM else 0.015),
            season=chance.between(0.0, 0.3),
            phase=chance.between(0.0, 1.0),
            shift=chance.factor(0.4) if is_shifted else 1.0,
            shift_at=chance.between(0.0, 3.0),
        )

    def _events(self, level: Level, chance: Chance) -> dict[Period, int]:
        """Poisson counts, a little wider than chance alone; outbreaks where there are any."""
        course = self._course(level, chance, level.mean or 0.05)
        series = {}
        for period in _periods(level):
            mean = course.in_season(period) * chance.factor(0.08)
            if level.element.group in EPISODES and chance.happens(0.03):
                mean = (mean + 0.5) * chance.between(2.0, 5.0)
            series[period] = chance.poisson(mean)
        return series

    def _stock(self, level: Level, chance: Chance) -> dict[Period, int]:
        """A level that moves slowly; amounts of money and of waste vary as they are used up."""
        course = self._course(level, chance, level.mean or 0.0)
        unit = 10**level.decimals
        series = {}
        is_used_up = level.element.over_time is OverTime.SUM
        current = course.level
        if not is_used_up and level.decimals:  # lengths, years, points: the same size everywhere
            course = course._replace(level=level.mean or 0.0, growth=0.001, shift=1.0)
            current = course.level
        for period in _periods(level):
            target = course.at(period.year - YEARS[0] + period.last_month / 12)
            if is_used_up:
                current = target * chance.factor(0.06)
            elif current >= 30:
                current = target * chance.factor(0.008)
            elif chance.happens(0.12 * period.type.months / 3):
                step = max(1 / unit, round(current * 0.05 * unit) / unit)
                current = max(0.0, current + (step if chance.happens(0.6) else -step))
            series[period] = round(current * unit)
        return series

    def _part(self, level: Level, wholes: list[str], chance: Chance) -> dict[Period, int]:
        """A share of its wholes: of events by chance, of stocks a share that moves slowly."""
        share = min(0.985, self._share(level, wholes) * chance.factor(0.12))
        if share > 0.7:
            share = min(0.985, 1 - (1 - share) * chance.factor(0.3))
        course = self._course(level, chance, 1.0)
        growth = chance.normal(0.01, 0.02)
        series: dict[Period, int] = {}
        drift = chance.factor(0.02)
        for place, period in enumerate(_periods(level)):
            most = min(self._of(whole, period) for whole in wholes)
            beside = BESIDES.get(level.element.code)
            most = max(0, most - self._of(beside, period)) if beside else most
            now = min(0.99, share * math.exp(growth * place * period.type.months / 12))
            if level.element.over_time is not OverTime.SUM:
                drift = min(1.05, max(0.95, drift * chance.factor(0.006)))
                series[period] = min(most, round(most * min(1.0, now * drift)))
            elif now * most < 0.3 * most and level.decimals == 0:
                wave = course.in_season(period) / course.at(period.year - YEARS[0])
                series[period] = min(most, chance.poisson(most * now * wave * chance.factor(0.08)))
            elif level.decimals:
                series[period] = min(most, round(most * now * chance.factor(0.03)))
            else:
                series[period] = chance.binomial(most, now)
        return series

    def _share(self, level: Level, wholes: list[str]) -> float:
        """Share of the smallest whole in the example commune, per own period of the part."""
        if level.mean is None:
            return 0.75
        sizes = [self._per_period(whole, level.element.frequency) for whole in wholes]
        smallest = min((size for size in sizes if size), default=0.0)
        return min(0.985, (level.mean or 0.02) / smallest) if smallest else 0.75

    def _per_period(self, code: str, frequency: PeriodType) -> float:
        level = self.levels[code]
        parts = max(1, frequency.months // level.element.frequency.months)
        return (level.mean or 0.0) * (parts if level.element.over_time is OverTime.SUM else 1)

    def _deliveries(self, code: str, level: Level, chance: Chance) -> dict[Period, int]:
        """Births less a few twins; the same for third children."""
        source = "live_births" if code == "women_delivered" else "births_third_plus"
        return {
            period: (born := self._of(source, period)) - (chance.binomial(born, 0.008) if born >= 15 else 0)
            for period in _periods(level)
        }

    def _of(self, code: str, period: Period) -> int:
        """A series over a period, or that around it when its own periods are longer."""
        level = self.levels[code]
        series = self._figures[code]
        parts = period.parts(level.element.frequency)
        if parts is None:
            return series[period.around(level.element.frequency)]
        if level.element.over_time is OverTime.SUM:
            return sum(series[part] for part in parts)
        return series[parts[0] if level.element.over_time is OverTime.FIRST else parts[-1]]

    def _limited(self, level: Level, value: int) -> int:
        """Inside the limits of the catalogue."""
        unit = 10**level.decimals
        for rule in level.element.rules:
            if rule.rule == "range":
                low: int = math.ceil(exact(rule.minimum or "0") * unit)
                high: int = value if rule.maximum is None else math.floor(exact(rule.maximum) * unit)
                return min(max(value, low), high)
        return value

    def _split_by_sex(self, code: str, level: Level, chance: Chance) -> None:
        """Male figures: by chance of events, a fixed share of a stock."""
        share = min(0.97, max(0.03, level.male * chance.factor(0.05)))
        is_event = level.element.over_time is OverTime.SUM
        series = self._figures[code]
        self._male[code] = {
            period: chance.binomial(value, share) if is_event else round(value * share)
            for period, value in series.items()
        }

    def _add_sexes(self, code: str, level: Level, chance: Chance) -> None:
        """Sexes of a sum are the sums of its parts' sexes."""
        if level.element.male_element is not None or not level.element.sex_disaggregated:
            return
        self._male[code] = {period: sum(self._male[part][period] for part in SUMS[code]) for period in _periods(level)}

    def _make_people(self) -> None:
        """A first path of the population, for the parts of it; the balance is struck at the end."""
        chance = Chance(f"{self._seed} people")
        people, growth = float(self.population), chance.normal(0.008, 0.008)
        share = chance.normal(0.5, 0.01)
        end: dict[Period, int] = {}
        for period in _quarters():
            people *= math.exp(growth / 4) * chance.factor(0.001)
            end[period] = round(people)
        self._figures["population_end"] = end
        self._figures["population_male_end"] = {period: round(value * share) for period, value in end.items()}
        male = self._figures["population_male_end"]
        self._figures["population_female_end"] = {period: value - male[period] for period, value in end.items()}

    def _make_balance(self) -> None:
        """Start is the end before; who came and left makes up for what births and deaths leave open."""
        end, male = self._figures["population_end"], self._figures["population_male_end"]
        before = {"all": self.population, "male": round(self.population * male[_quarters()[0]] / end[_quarters()[0]])}
        for code in ("population_start", "in_migrants", "out_migrants"):
            self._male[code] = self._male.get(code, {})
            self._figures.setdefault(code, {})
        for period in _quarters():
            self._figures["population_start"][period] = before["all"]
            self._male["population_start"][period] = before["male"]
            came = self._figures["in_migrants"][period]
            for sex, total, boys in (("male", male[period], True), ("female", end[period] - male[period], False)):
                self._strike(period, sex, total, before["male"] if boys else before["all"] - before["male"])
            assert self._figures["in_migrants"][period] >= came
            before = {"all": end[period], "male": male[period]}

    def _strike(self, period: Period, sex: str, total: int, before: int) -> None:
        """Let so many of one sex come or leave that its balance holds."""
        born = self._of(f"live_births_{sex}", period)
        months = period.parts(PeriodType.MONTH) or ()
        died = sum(self._sexed("deaths_total", month, sex) for month in months)
        came, left = self._sexed("in_migrants", period, sex), self._sexed("out_migrants", period, sex)
        open_ = total - (before + born - died + came - left)
        code = "in_migrants" if open_ > 0 else "out_migrants"
        self._figures[code][period] += abs(open_)
        if sex == "male":
            self._male[code][period] += abs(open_)

    def _sexed(self, code: str, period: Period, sex: str) -> int:
        male = self._male[code][period]
        return male if sex == "male" else self._figures[code][period] - male


def _periods(level: Level) -> list[Period]:
    frequency = level.element.frequency
    return [part for year in YEARS for part in Period(year, 1, 12).parts(frequency) or ()]


def _quarters() -> list[Period]:
    return [part for year in YEARS for part in Period(year, 1, 12).parts(PeriodType.QUARTER) or ()]


def _typed(value: int, decimals: int) -> Cell:
    """As a person types it: without zeros at the end."""
    if decimals == 0:
        return "figure", str(value)
    whole, rest = divmod(value, 10**decimals)
    tail = str(rest).zfill(decimals).rstrip("0")
    return "figure", f"{whole}.{tail}" if tail else str(whole)
