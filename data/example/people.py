"""Population, births, deaths, marriages, mothers and small children of the example commune.

The population of every quarter follows from the one before: births and deaths are spread first, the migrants fill what
remains to the end of the year, so the balance holds in each quarter and for each sex.
"""

from __future__ import annotations

from data.example.rows import SEXES, Flow, Listed, Row, Stock, Sum, fill
from data.example.series import spread, uneven
from data.example.sheet import YEARS, Sheet, whole_year
from data.periods import PeriodType

BIRTHS_AND_DEATHS: tuple[Row, ...] = (
    Flow("live_births_male", (36, 35, 35, 34)),
    Flow("live_births_female", (32, 31, 32, 31)),
    Sum("live_births", ("live_births_male", "live_births_female")),
    Flow("births_second", (25, 24, 25, 23), of="live_births"),
    Flow("births_third_plus", (5, 4, 4, 3), of="live_births", besides="births_second"),
    Flow("births_mother_under_20", (6, 5, 4, 4), of="live_births"),
    Flow("stillbirths", (0, 1, 0, 0)),
    Flow("preterm_births", (4, 3, 3, 3), of="live_births"),
    Flow("deaths_under_1", ((1, 0), (0, 1), (0, 0), (1, 0))),
    Flow("deaths_neonatal_28d", ((1, 0), (0, 0), (0, 0), (1, 0)), of="deaths_under_1"),
    Flow("deaths_1_4", ((0, 1), (0, 0), (1, 0), (0, 0))),
    Flow("deaths_5_14", ((0, 0), (1, 0), (0, 0), (0, 0))),
    Flow("deaths_15_59", ((6, 2), (5, 2), (7, 2), (6, 2))),
    Flow("deaths_60_plus", ((9, 8), (9, 8), (9, 9), (10, 8))),
    Sum("deaths_total", ("deaths_under_1", "deaths_1_4", "deaths_5_14", "deaths_15_59", "deaths_60_plus")),
    Flow("maternal_deaths", (0, 0, 0, 0)),
    Flow("deaths_injury", ((1, 0), (1, 0), (2, 0), (1, 0)), of="deaths_15_59"),
    Flow("deaths_with_cause", (24, 24, 27, 26), of="deaths_total"),
)

IN_MIGRANTS = ((9, 16), (8, 15), (9, 15), (9, 14))
POPULATION_START = (2060, 1986)
POPULATION_END = ((2072, 1999), (2086, 2013), (2100, 2027), (2113, 2040))

AGES: tuple[Row, ...] = (
    Listed("pop_under_1", ((35, 31), (34, 30), (35, 32), (33, 31))),
    Listed("pop_under_5", ((178, 164), (180, 166), (181, 168), (180, 168))),
    Listed("pop_under_6", ((214, 197), (216, 199), (218, 201), (217, 201))),
    Listed("pop_under_15", ((575, 538), (578, 541), (581, 544), (583, 546))),
    Listed("pop_adult_18_plus", ((1380, 1360), (1390, 1372), (1401, 1384), (1411, 1395))),
    Listed("pop_40_plus", ((655, 672), (664, 682), (673, 691), (682, 700))),
    Listed("pop_60_plus", ((171, 207), (174, 211), (178, 215), (182, 219))),
    Stock("women_15_49", (1055, 1058, 1061, 1065, 1068)),
    Stock("women_15_49_married", (738, 742, 746, 751, 755)),
)

MARRIAGES: tuple[Row, ...] = (
    Flow("marriages_couples", (26, 25, 24, 24)),
    Sum("persons_married", ("marriages_couples", "marriages_couples")),
    Flow("marriages_child", (2, 2, 1, 0), of="persons_married"),
    Flow("marriages_consanguineous", (0, 0, 0, 0)),
    Flow("divorces", (4, 6, 4, 4)),
    Flow("couples_premarital_checked", (17, 19, 20, 21), of="marriages_couples"),
)

TWIN_BIRTHS = {2022: 1, 2025: 1}

MOTHERS: tuple[Row, ...] = (
    Flow("women_delivered_adolescent", (3, 2, 2, 1), of="women_delivered"),
    Flow("women_delivered_managed", (66, 66, 67, 64), of="women_delivered"),
    Flow("women_delivered_anc4", (52, 54, 57, 56), of="women_delivered"),
    Flow("women_delivered_anc3", (11, 10, 8, 7), of="women_delivered", besides="women_delivered_anc4"),
    Flow("women_delivered_tetanus", (63, 64, 65, 62), of="women_delivered"),
    Flow("women_delivered_hiv_tested", (63, 65, 66, 64), of="women_delivered"),
    Flow("women_delivered_hbv_tested", (61, 63, 65, 63), of="women_delivered"),
    Flow("women_delivered_syphilis_tested", (59, 62, 64, 63), of="women_delivered"),
    Flow("deliveries_health_worker", (63, 64, 66, 64), of="women_delivered"),
    Flow("deliveries_skilled", (62, 63, 65, 64), of="deliveries_health_worker"),
    Flow("deliveries_in_facility", (61, 63, 65, 63), of="women_delivered"),
    Sum("women_delivered_third_plus", ("births_third_plus",)),
    Flow("postnatal_42d", (65, 66, 66, 63), of="women_delivered"),
    Flow("postnatal_first_week", (63, 64, 65, 62), of="postnatal_42d"),
    Flow("pregnant_women", (74, 72, 73, 71)),
    Flow("anc_visits", (318, 322, 331, 326)),
    Flow("prenatal_screened", (52, 55, 60, 61), of="pregnant_women"),
    Flow("newborns_weighed", (67, 65, 67, 65), of="live_births"),
    Flow("newborns_under_2500g", (5, 4, 4, 4), of="newborns_weighed"),
    Flow("newborns_screened", (50, 55, 60, 60), of="live_births"),
)

FAMILY_PLANNING: tuple[Row, ...] = (
    Stock("contraception_any_users", (548, 553, 559, 566, 571), of="women_15_49_married"),
    Stock("contraception_modern_users", (492, 499, 506, 514, 520), of="contraception_any_users"),
    Flow("contraception_modern_new", (106, 109, 112, 108)),
    Flow("contraception_adverse_events", (0, 0, 0, 0)),
)

CHILDREN: tuple[Row, ...] = (
    Listed("children_u5_weighed", ((174, 161), (175, 163), (177, 164), (176, 164))),
    Listed("children_u5_underweight", ((17, 14), (15, 12), (13, 11), (12, 11))),
    Listed("children_u5_height_measured", ((173, 160), (175, 162), (177, 163), (176, 163))),
    Listed("children_u5_stunted", ((25, 21), (18, 16), (17, 15), (16, 15))),
    Listed("children_u5_wasted", ((8, 6), (7, 6), (6, 6), (6, 5))),
    Listed("children_6_59m_total", (308, 312, 315, 316)),
    Listed("children_6_59m_vitamin_a", (303, 309, 313, 313)),
)


def fill_people(sheet: Sheet) -> None:
    """Fill the forms on population, births and deaths, mothers, family planning and child nutrition."""
    fill(sheet, BIRTHS_AND_DEATHS)
    _fill_population(sheet)
    fill(sheet, AGES + MARRIAGES)
    _fill_deliveries(sheet)
    fill(sheet, MOTHERS + FAMILY_PLANNING + CHILDREN)


def _fill_population(sheet: Sheet) -> None:
    """Quarter by quarter: start, births, deaths, migrants, end, each sex on its own."""
    sizes = list(POPULATION_START)
    for place, year in enumerate(YEARS):
        in_parts, out_parts = [], []
        quarters = sheet.periods("population_end", year)
        for sex, size, end, arrived in zip(SEXES, sizes, POPULATION_END[place], IN_MIGRANTS[place], strict=True):
            born, died = (sum(sheet.added_up(code, quarters, sex)) for code in ("live_births", "deaths_total"))
            left = size + born - died + arrived - end
            in_parts.append(spread(arrived, uneven(f"in {year} {sex.value}", 4)))
            out_parts.append(spread(left, uneven(f"out {year} {sex.value}", 4)))
        for quarter, *moved in zip(quarters, *in_parts, *out_parts, strict=True):
            sheet.put_sexes("population_start", quarter, *sizes)
            sheet.put_sexes("in_migrants", quarter, moved[0], moved[1])
            sheet.put_sexes("out_migrants", quarter, moved[2], moved[3])
            for index, sex in enumerate(SEXES):
                born, died = (sheet.added_up(code, (quarter,), sex)[0] for code in ("live_births", "deaths_total"))
                sizes[index] += born - died + moved[index] - moved[index + 2]
            sheet.put("population_male_end", quarter, sizes[0])
            sheet.put("population_female_end", quarter, sizes[1])
            sheet.put("population_end", quarter, sum(sizes))


def _fill_deliveries(sheet: Sheet) -> None:
    """Women delivered: births and stillbirths less the second of twins."""
    for year in YEARS:
        months = whole_year(year).parts(PeriodType.MONTH) or ()
        women = list(sheet.added_up("live_births", months))
        for place, quarter in enumerate(sheet.periods("stillbirths", year)):
            women[3 * place + 1] += sheet.read("stillbirths", quarter)
        women[women.index(max(women))] -= TWIN_BIRTHS.get(year, 0)
        for month, value in zip(months, women, strict=True):
            sheet.put("women_delivered", month, value)
