"""What was found out about a PDF, in sentences and as data: the command line and the window say the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from data.documents.codes import printed_code
from data.periods import parse_period
from reports.signing import Change, SignatureSeen, Trust, Validity
from reports.verifying import Verified
from ui.messages import Messages

_VIETNAM = timezone(timedelta(hours=7))


class VerifyWords:
    """Sentences on a PDF in one language."""

    def __init__(self, messages: Messages) -> None:
        """Take the sentences from a language's table ``verify``."""
        self._messages = messages

    def lines(self, found: Verified) -> list[str]:
        """The verdict first, then the report, then each signature."""
        return [self._say(found.outcome.value), *self._report(found), *map(self.signature, found.signatures)]

    def signature(self, seen: SignatureSeen) -> str:
        """Who signed, when, whether it holds, and what is known of the certificate."""
        holder = seen.holder
        parts = [
            self._say("who", name=holder.name or holder.organisation or "…" if holder else "…"),
            *self._times(seen),
            self._say("intact" if seen.is_intact else "not_intact"),
            *([self._say(f"after_{seen.after.value}")] if seen.after is not Change.NOTHING else []),
            *([] if seen.is_in_place else [self._say("out_of_place", page=seen.place.page + 1 if seen.place else 1)]),
            self._say(f"validity_{seen.validity.value}") if seen.validity is not Validity.VALID else "",
            self._say(f"trust_{seen.trust.value}"),
        ]
        return "; ".join(filter(None, parts)) + "."

    def _times(self, seen: SignatureSeen) -> Iterator[str]:
        if seen.stamped_at is not None:
            yield self._say("stamped", at=moment_words(seen.stamped_at))
        elif seen.claimed_at is not None:
            yield self._say("claimed", at=moment_words(seen.claimed_at))

    def _report(self, found: Verified) -> Iterator[str]:
        report = found.report
        if report is None:
            if found.code:
                yield self._say("says_code", code=printed_code(found.code))
            return
        period = self._messages.period(parse_period(report.key.period))
        kind = self._say(f"kind_{report.key.kind}")
        frozen = moment_words(report.stored_at) if report.stored_at is not None else "…"
        values = {"kind": kind, "subject": report.key.subject, "period": period, "code": printed_code(report.code)}
        yield self._say("report", **values, at=frozen, who=report.stored_by)
        if found.state is not None:
            yield self._say("state", state=self._messages.text("report_state", found.state.value))
        if found.is_redrawn is not None:
            yield self._say("redrawn" if found.is_redrawn else "not_redrawn")
        if found.replaced_by:
            yield self._say("replaced", code=printed_code(found.replaced_by))

    def _say(self, key: str, **parameters: object) -> str:
        return self._messages.text("verify", key, **parameters)


def moment_words(at: datetime) -> str:
    """A moment in Vietnam: 21/11/2026 14:05:09 +07:00."""
    return f"{at.astimezone(_VIETNAM):%d/%m/%Y %H:%M:%S} +07:00"


def verified_entry(found: Verified) -> dict[str, object]:
    """What was found out, for other programs."""
    report = found.report
    return {
        "outcome": found.outcome.value,
        "proven": found.is_proven,
        "code": printed_code(found.code) if found.code else "",
        "kind": report.key.kind if report else "",
        "subject": report.key.subject if report else "",
        "period": report.key.period if report else "",
        "state": found.state.value if found.state else "",
        "replaced_by": printed_code(found.replaced_by) if found.replaced_by else "",
        "redrawn": found.is_redrawn,
        "signatures": [_signature_entry(each) for each in found.signatures],
    }


def _signature_entry(seen: SignatureSeen) -> dict[str, object]:
    holder = seen.holder
    return {
        "field": seen.field,
        "role": seen.role.value if seen.role else "",
        "name": holder.name if holder else "",
        "organisation": holder.organisation if holder else "",
        "issuer": holder.issuer if holder else "",
        "serial": holder.serial if holder else "",
        "claimed_at": seen.claimed_at.isoformat() if seen.claimed_at else None,
        "stamped_at": seen.stamped_at.isoformat() if seen.stamped_at else None,
        "intact": seen.is_intact,
        "covers_all": seen.covers_all,
        "after": seen.after.value,
        "in_place": seen.is_in_place,
        "validity": seen.validity.value,
        "trusted": {Trust.YES: True, Trust.NO: False, Trust.UNKNOWN: None}[seen.trust],
    }
