"""The first five minutes of a new station file: which steps are done, and which comes next."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data import queries
from data.model import Profile
from data.settings import NAME_KEPT, value_on
from ui.fields import PROFILE
from ui.permissions import UNNAMED
from ui.screens.screen import Place
from ui.session import Session

PRINTED = ("parent_body", "document_symbol", "receivers", "signer_title", "signer_name")
"""Details that every report prints and that nothing else stands in for."""

translate = QCoreApplication.translate


class Step(NamedTuple):
    """One step: whether it is done, what it is, why, and where it is done."""

    is_done: bool
    title: str
    detail: str
    place: Place


def missing_details(profile: Profile) -> tuple[str, ...]:
    """Keys of the printed details that are not there yet."""
    return tuple(key for key in PRINTED if not getattr(profile, key))


def first_steps(session: Session, plans: tuple[str, ...]) -> tuple[Step, ...]:
    """All steps in their order; nothing once all are done."""
    store = session.store
    steps = (
        Step(
            bool(plans),
            translate("Steps", "Choose the plans that bind the station"),
            translate("Steps", "The due list, the targets and the reports follow from them."),
            Place("settings", form="plans"),
        ),
        _profile_step(missing_details(queries.profile_on(store, session.today))),
        Step(
            _is_somebody_named(session) or queries.station_on(store, session.today).is_example,
            translate("Steps", "Say who types"),
            translate("Steps", "Give the first account your name, or add people; names stand beside all figures."),
            Place("settings", form="user"),
        ),
        Step(
            queries.has_figures(store),
            translate("Steps", "Type the first form"),
            translate(
                "Steps", "Choose the period above, then type; every figure is on disk as soon as it is accepted."
            ),
            Place("data_entry"),
        ),
    )
    return () if all(step.is_done for step in steps) else steps


def next_step(session: Session, here: Place | None = None) -> Step | None:
    """The first step that is not done and leads elsewhere than ``here``; None where there is none."""
    steps = first_steps(session, queries.bound_plans(session.store))
    return next((step for step in steps if not step.is_done and step.place != here), None)


def step_here(session: Session, here: Place) -> Step | None:
    """The step that is done on this page, while it is not done yet."""
    steps = first_steps(session, queries.bound_plans(session.store))
    return next((step for step in steps if not step.is_done and step.place == here), None)


def _is_somebody_named(session: Session) -> bool:
    """Whether an account of the file bears a name, or somebody said that the first one keeps its own."""
    names = {account.name for account in queries.accounts(session.store)}
    kept = value_on(queries.settings_history(session.store, NAME_KEPT), NAME_KEPT, session.today)
    return bool(names - {UNNAMED}) or bool(kept)


def _profile_step(missing: tuple[str, ...]) -> Step:
    detail = translate("Steps", "Parent body, receivers and the person who signs; they stand on every report.")
    if 0 < len(missing) < len(PRINTED):
        captions = ", ".join(spec.caption for spec in PROFILE if spec.key in missing)
        detail = translate("Steps", "Still missing: {details}.").format(details=captions)
    title = translate("Steps", "Fill in the station's details")
    return Step(not missing, title, detail, Place("settings", form="profile"))
