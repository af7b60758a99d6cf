"""Immunisation, diseases, priority groups, insurance and records, visits and medicines of the example commune."""

from __future__ import annotations

from data.example.rows import Dash, Fixed, Flow, Listed, Row, Stock, Sum

IMMUNISATION: tuple[Row, ...] = (
    Fixed("epi_target_under_1", ((35, 32), (34, 31), (35, 32), (33, 32))),
    Flow("epi_fully_immunised_under_1", ((33, 30), (33, 30), (35, 31), (33, 31))),
    Flow("epi_bcg", (65, 64, 66, 64)),
    Flow("epi_hepb_birth", (60, 60, 63, 61), of="live_births"),
    Flow("epi_penta3", (63, 63, 66, 64)),
    Flow("epi_opv3", (64, 63, 66, 64)),
    Flow("epi_ipv", (62, 63, 66, 63)),
    Flow("epi_measles1", (64, 63, 66, 64)),
    Fixed("epi_target_18m", (68, 67, 66, 66)),
    Flow("epi_measles_rubella2", (62, 62, 63, 63)),
    Flow("epi_dpt4", (60, 61, 62, 62)),
    Fixed("epi_target_je", (70, 68, 67, 67)),
    Flow("epi_je3", (62, 63, 64, 63)),
    Fixed("epi_target_pregnant", (73, 71, 72, 70)),
    Flow("epi_tt2_pregnant", (67, 67, 69, 66)),
    Flow("epi_aefi_serious", (0, 0, 0, 0)),
)

DISEASES: tuple[Row, ...] = (
    Flow("outbreaks_detected", (1, 0, 1, 1)),
    Flow("outbreaks_responded_timely", (1, 0, 1, 1), of="outbreaks_detected"),
    Flow("outbreaks_large", (0, 0, 0, 0)),
    Flow("epidemic_cases", (96, 84, 79, 82), male_pct=52),
    Flow("epidemic_deaths", (0, 0, 0, 0)),
    Flow("tb_cases_new", ((3, 1), (2, 1), (3, 1), (2, 1))),
    Stock("tb_cases_managed", (4, 4, 3, 4, 3), male_pct=70),
    Flow("tb_cohort", (4, 4, 3, 4)),
    Flow("tb_treatment_success", (4, 3, 3, 4), of="tb_cohort"),
    Flow("hiv_new_detected", ((0, 0), (1, 0), (0, 1), (0, 0))),
    Listed("hiv_living_detected", ((8, 3),) * 4 + ((9, 3),) * 4 + ((9, 4),) * 8),
    Listed("hiv_on_art", ((7, 3),) * 4 + ((8, 3),) * 4 + ((8, 4),) * 8),
    Flow("hiv_tested", (172, 180, 188, 190), male_pct=38),
    Flow("malaria_cases", (0, 0, 0, 0)),
    Flow("malaria_deaths", (0, 0, 0, 0)),
    Flow("malaria_tests", (110, 114, 108, 112)),
    Flow("dengue_cases", ((0, 0), (1, 0), (0, 0), (0, 1))),
    Flow("measles_cases", ((0, 0), (0, 0), (0, 0), (1, 1))),
    Flow("leprosy_cases_new", (0, 0, 0, 0)),
    Flow("polio_cases", (0, 0, 0, 0)),
    Flow("neonatal_tetanus_cases", (0, 0, 0, 0)),
    Flow("injuries_total", (58, 54, 55, 53), male_pct=64),
)

LONG_ILLNESS: tuple[Row, ...] = (
    Fixed("ncd_prevention_service", (True,) * 4),
    Fixed("ncd_management_service", (True,) * 4),
    Fixed("ncd_treatment_service", (True,) * 4),
    Flow("htn_screened", (1042, 1098, 1156, 1180), male_pct=47),
    Stock("htn_detected", (306, 318, 331, 344, 355), male_pct=46),
    Stock("htn_managed", (246, 262, 281, 301, 315), of="htn_detected"),
    Stock("htn_controlled", (142, 156, 173, 192, 205), of="htn_managed"),
    Flow("dm_screened", (688, 724, 760, 780), male_pct=47),
    Stock("dm_detected", (58, 62, 66, 70, 73), male_pct=45),
    Stock("dm_managed", (45, 50, 54, 58, 62), of="dm_detected"),
    Stock("dm_controlled", (25, 28, 31, 34, 37), of="dm_managed"),
    Stock("copd_asthma_managed", (21, 22, 23, 24, 24), male_pct=68),
    Stock("schizophrenia_detected", (9, 9, 9, 9, 9), male_pct=56),
    Stock("schizophrenia_managed", (8, 9, 9, 9, 9), of="schizophrenia_detected"),
    Stock("epilepsy_detected", (8, 8, 8, 8, 8), male_pct=62),
    Stock("epilepsy_managed", (7, 7, 7, 7, 8), of="epilepsy_detected"),
    Stock("high_risk_people", (498, 506, 514, 521, 528), male_pct=51),
    Flow("high_risk_checked", (463, 481, 498, 505), of="high_risk_people"),
    Flow("people_health_checked", (1960, 2140, 2310, 2400), of="population_end"),
    Flow("adults_bmi_measured", (1510, 1620, 1710, 1760), of="pop_adult_18_plus"),
    Flow("adults_obese", (51, 57, 63, 66), of="adults_bmi_measured"),
)

PRIORITY_GROUPS: tuple[Row, ...] = (
    Flow("elderly_health_checked", (318, 334, 351, 360), of="pop_60_plus"),
    Listed("elderly_record", ((171, 207), (174, 211), (178, 215), (182, 219))),
    Stock("elderly_insured", (366, 375, 383, 390, 393), of="pop_60_plus"),
    Stock("elderly_managed", (340, 352, 363, 374, 382), of="pop_60_plus"),
    Listed("mothers_total", (126, 122, 121, 119)),
    Listed("mothers_ehr_managed", (109, 115, 121, 119)),
    Listed("children_total", ((214, 197), (216, 199), (218, 201), (217, 201))),
    Listed("children_ehr_managed", ((195, 181), (206, 191), (214, 198), (215, 199))),
    Listed("elderly_ehr_managed", ((160, 196), (170, 206), (178, 215), (182, 219))),
    Listed("disabled_total", ((26, 18), (26, 19), (27, 19), (27, 19))),
    Listed("disabled_ehr_managed", ((24, 16), (25, 18), (27, 19), (27, 19))),
    Listed("disabled_rehab", ((15, 10), (16, 12), (18, 13), (18, 13))),
    Listed("pupils_total", ((412, 386), (415, 388), (418, 394), (420, 396))),
    Listed("pupils_health_checked", ((396, 372), (405, 380), (410, 388), (414, 391))),
    Listed("pupils_ehr_managed", ((371, 350), (398, 374), (418, 394), (420, 396))),
    Listed("workers_total", ((94, 61), (97, 63), (99, 65), (101, 66))),
    Listed("workers_ehr_managed", ((72, 47), (82, 54), (92, 59), (95, 62))),
)

COVERAGE: tuple[Row, ...] = (
    Stock("insured_male", (1894, 1923, 1985, 2054, 2071)),
    Stock("insured_female", (1832, 1867, 1920, 1989, 2006)),
    Sum("insured_persons", ("insured_male", "insured_female")),
    Stock("health_managed_male", (1752, 1810, 1887, 1935, 1966)),
    Stock("health_managed_female", (1684, 1740, 1808, 1862, 1894)),
    Sum("health_managed_persons", ("health_managed_male", "health_managed_female")),
    Stock("ehr_created", (3540, 3720, 3915, 4098, 4138), of="population_end"),
    Flow("ehr_updated_year", (2210, 2460, 2690, 2750), of="ehr_created"),
    Stock("ebook_holders", (2150, 2450, 2870, 3190, 3400), of="population_end"),
    Stock("telehealth_users_male", (480, 610, 852, 1010, 1120)),
    Stock("telehealth_users_female", (460, 585, 811, 968, 1081)),
    Sum("telehealth_users", ("telehealth_users_male", "telehealth_users_female")),
)

SERVICES: tuple[Row, ...] = (
    Fixed("station_beds", (5,) * 4),
    Flow("outpatient_visits_station", (5380, 5610, 5790, 5850), male_pct=46),
    Flow("outpatient_visits_insured", (4690, 4960, 5190, 5260), of="outpatient_visits_station"),
    Flow("outpatient_visits_traditional", (1240, 1330, 1410, 1440), of="outpatient_visits_station"),
    Flow("outpatient_visits_under_15", (1510, 1550, 1580, 1590), of="outpatient_visits_station"),
    Flow("outpatient_visits_60_plus", (1160, 1240, 1310, 1340), of="outpatient_visits_station"),
    Flow("preventive_visits", (2320, 2410, 2480, 2500)),
    Flow("emergency_cases", (26, 24, 25, 25)),
    Flow("referrals_out", (262, 254, 243, 240), of="outpatient_visits_station"),
    Flow("lab_tests", (1120, 1210, 1290, 1310)),
    Dash("ultrasounds"),
    Fixed("technical_services_approved", (76,) * 4),
    Fixed("technical_services_performed", (55, 58, 62, 63)),
    Flow("patients_surveyed", ((45, 55), (54, 66), (54, 66), (54, 66))),
    Flow("patients_satisfied", ((39, 49), (48, 60), (49, 62), (50, 62))),
    Fixed("emergency_duty_24h", (True,) * 4),
)

MEDICINES: tuple[Row, ...] = (
    Fixed("essential_drugs_required", (72,) * 4),
    Listed("essential_drugs_available", (63, 64, 65, 65, 66, 65, 67, 67, 68, 67, 69, 69, 69, 68, 69, 70)),
    Listed("drug_stockout_days", (6, 4, 5, 3, 4, 4, 3, 2, 3, 2, 0, 2, 2, 3, 1, 0)),
    Fixed("equipment_items_required", (97,) * 4),
    Fixed("equipment_items_available", (86, 90, 94, 95)),
    Fixed("drug_outlets_total", (2, 2, 2, 2)),
    Fixed("drug_outlets_connected", (1, 1, 2, 2)),
)

CARE: tuple[Row, ...] = IMMUNISATION + DISEASES + LONG_ILLNESS + PRIORITY_GROUPS + COVERAGE + SERVICES + MEDICINES
"""All rows of this module, every one after the rows it is part of."""
