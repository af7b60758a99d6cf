"""Forms of the period with their progress, and which of them the station keeps."""

from __future__ import annotations

from collections.abc import Callable

from data import commands, queries
from data.settings import FORMS_NOT_KEPT, list_text
from ui.models.form_model import FormLine
from ui.session import Session


def form_lines(session: Session) -> list[FormLine]:
    """The forms of the session's period, in the order of the screen."""
    done = {(each.data_set, each.period) for each in queries.completions(session.store)}
    return [
        FormLine(
            each.data_set,
            each.filled,
            each.needed,
            each.drafts,
            each.is_kept,
            all((each.data_set.code, period) in done for period in each.periods),
        )
        for each in queries.form_progress(session.store, session.catalogue, session.period)
    ]


def set_kept(session: Session, code: str, is_kept: bool, then: Callable[[], None]) -> None:
    """Keep a form from the session's period on, or no longer ("không thu thập")."""
    day = session.period.first_day
    not_kept = [each for each in queries.forms_not_kept(session.store, day) if each != code]
    if not is_kept:
        not_kept.append(code)
    store, by, value = session.store, session.by(), list_text(not_kept)
    session.write(
        lambda: commands.save_setting(store, FORMS_NOT_KEPT, day, value, by),
        lambda _changes: then(),
    )
