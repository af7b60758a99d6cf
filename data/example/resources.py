"""The commune itself, hygiene, food, staff, steering and money of the example station."""

from __future__ import annotations

from data.example.rows import Dash, Fixed, Flow, Listed, Row, Stock, Sum

STATION: tuple[Row, ...] = (
    Fixed("area_type", ("xa",) * 4),
    Fixed("criteria_zone", ("3",) * 4),
    Fixed("area_km2", ("88.4",) * 4),
    Fixed("hamlets_total", (10,) * 4),
    Fixed("residential_groups_total", (0,) * 4),
    Sum("villages_total", ("hamlets_total", "residential_groups_total")),
    Stock("households_total", (935, 945, 955, 965, 974)),
)

ENVIRONMENT: tuple[Row, ...] = (
    Stock("hh_toilet_hygienic", (855, 872, 893, 912, 925)),
    Stock("hh_bathroom_hygienic", (862, 880, 901, 919, 930)),
    Stock("hh_water_container_hygienic", (880, 897, 917, 934, 945)),
    Stock("hh_three_works_three_clean", (818, 838, 864, 886, 900)),
    Stock("pop_three_works", (3710, 3780, 3860, 3930, 3970)),
    Stock("hh_hygienic_water", (890, 906, 924, 941, 952)),
    Stock("pop_clean_water", (2480, 2580, 2710, 2840, 2930)),
    Listed(
        "medical_waste_generated_kg",
        (
            "38.5",
            "40.2",
            "41",
            "39.8",
            "39.6",
            "41.4",
            "42.5",
            "40.7",
            "40.9",
            "42.3",
            "43.1",
            "41.6",
            "41.2",
            "42.8",
            "43.5",
            "42",
        ),
    ),
    Listed(
        "medical_waste_treated_kg",
        (
            "38.5",
            "40.2",
            "40",
            "39.8",
            "39.6",
            "41.4",
            "42.5",
            "40.7",
            "40.9",
            "42.3",
            "43.1",
            "41.6",
            "41.2",
            "42.8",
            "43.5",
            "42",
        ),
    ),
    Fixed("solid_waste_system", (True,) * 4),
    Fixed("wastewater_system", (True,) * 4),
)

FOOD: tuple[Row, ...] = (
    Fixed("food_units_total", (58, 60, 61, 61)),
    Fixed("food_units_compliant", (54, 58, 60, 61)),
    Flow("food_inspections", (44, 46, 48, 48)),
    Flow("food_poisoning_outbreaks", (0, 0, 0, 0)),
    Flow("food_poisoning_serious", (0, 0, 0, 0)),
    Flow("food_poisoning_cases", ((0, 0), (0, 0), (0, 1), (0, 0))),
    Flow("food_poisoning_deaths", (0, 0, 0, 0)),
)

STAFF: tuple[Row, ...] = (
    Listed("staff_total", ((2, 4),) * 6 + ((2, 5),) * 10),
    Listed("staff_doctors", ((1, 0),) * 16),
    Listed("staff_assistant_doctors", ((1, 1),) * 16),
    Listed("staff_midwives", ((0, 1),) * 16),
    Listed("staff_nurses", ((0, 2),) * 16),
    Listed("staff_pharmacists", ((0, 0),) * 6 + ((0, 1),) * 10),
    Listed("staff_traditional", ((1, 0),) * 16),
    Listed("staff_college_plus", ((1, 3), (1, 4), (1, 5), (1, 5))),
    Fixed("staff_title_groups_filled", (4, 5, 5, 5)),
    Fixed("staff_quota", (7,) * 4),
    Flow("staff_trained_year", (9, 11, 12, 12)),
    Listed("doctor_sessions_per_week", ("9", "9", "9.5", "9", "9.5", "9", "9.5", "9.5") + ("9.5",) * 8),
    Listed("vhw_active", ((3, 6),) * 2 + ((3, 7),) * 14),
    Listed("vhw_trained_standard", ((2, 6), (2, 7), (2, 7), (3, 7))),
    Fixed("vhw_with_kit", (10, 11, 12, 12)),
    Listed("villages_with_vhw", (9,) * 2 + (10,) * 14),
    Listed("village_birth_attendants", (2,) * 16),
    Listed("population_collaborators", ((1, 9),) * 16),
    Listed("groups_with_collaborator", (0,) * 16),
    Fixed("vhw_allowance_multiple", ("0.5",) * 4),
)

STEERING: tuple[Row, ...] = (
    Fixed("steering_committee_exists", (True,) * 4),
    Listed("steering_meetings", (1, 1, 0, 1) + (1,) * 12),
    Fixed("steering_max_interval_months", ("5.5", "3.5", "3.2", "3.2")),
    Fixed("annual_plan_approved", (True,) * 4),
    Fixed("resolution_includes_health", (True,) * 4),
    Listed("supervision_visits", (1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1)),
    Flow("communication_sessions", (94, 98, 104, 106)),
    Flow("communication_participants", (2380, 2460, 2610, 2650), male_pct=41),
    Flow("communication_media_items", (118, 124, 130, 132)),
    Flow("household_visits", (1010, 1060, 1100, 1120)),
    Fixed("station_software_full", (True,) * 4),
    Fixed("family_medicine_model", (False, False, True, True)),
    Fixed("infrastructure_standard", (True,) * 4),
    Fixed("station_solid_build", (True,) * 4),
    Fixed("primary_care_ready", (True,) * 4),
    Fixed("criteria_score", ("81.5", "84", "87.5", "88")),
    Fixed("criteria_groups_below_half", (1, 0, 0, 0)),
    Fixed("criteria_fatal_fails", (0,) * 4),
    Dash("ntm_advanced_health_met"),
    Fixed("steering_subplan_exists", (True,) * 4),
)

FINANCE: tuple[Row, ...] = (
    Fixed("fin_state_budget", ("598.4", "641.25", "702.6", "731")),
    Fixed("fin_insurance", ("131.75", "139.4", "148.35", "150.2")),
    Fixed("fin_fees", ("18.6", "20.15", "21.6", "22")),
    Fixed("fin_other_revenue", ("6", "6.5", "8", "8")),
    Sum("fin_revenue_total", ("fin_state_budget", "fin_insurance", "fin_fees", "fin_other_revenue")),
    Fixed("fin_salary", ("462.3", "501.8", "548.45", "571")),
    Fixed("fin_procurement", ("118.2", "124.65", "131.9", "133")),
    Fixed("fin_other_recurrent", ("128.4", "134.1", "141.35", "144")),
    Sum("fin_recurrent", ("fin_salary", "fin_procurement", "fin_other_recurrent")),
    Fixed("fin_investment", ("35", "38", "45", "46")),
    Sum("fin_expenditure_total", ("fin_recurrent", "fin_investment")),
    Fixed("fin_prevention", ("228.6", "246.2", "264.5", "272")),
)

RESOURCES: tuple[Row, ...] = STATION + ENVIRONMENT + FOOD + STAFF + STEERING + FINANCE
"""All rows of this module, every one after the rows it is part of."""
