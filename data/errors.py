"""Error families: a code and parameters, never prose.

Sentences live in ``ui/messages.py`` (one per code, Vietnamese and English). A ``UserError`` can be corrected by the
person in front of the program; an ``EnvironmentFault`` comes from the machine (disk full, file locked, newer file).
Everything else that is raised is a fault of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NO_PARAMETERS: Mapping[str, str] = MappingProxyType({})


class Fault(NamedTuple):
    """One thing that is wrong, with the place where it stands.

    Attributes:
        code: Key of the sentence, for example ``figure_negative``.
        place: Where it stands, ready to print (``F.csv:12``, ``plans/x.toml: targets[3].clause``); empty when nowhere.
        parameters: Values for the sentence, by name.
    """

    code: str
    place: str = ""
    parameters: Mapping[str, str] = _NO_PARAMETERS


class SoTramError(Exception):
    """Base of the errors that a person is told about in a sentence."""

    def __init__(self, code: str, **parameters: object) -> None:
        """Keep the code and the parameters, as text."""
        super().__init__(code)
        self.code = code
        self.parameters = {name: str(value) for name, value in parameters.items()}


class UserError(SoTramError):
    """Something the person can correct: shown at the field, or on stderr."""


class EnvironmentFault(SoTramError):
    """Something the machine does not allow: disk full, file locked, newer file, read-only folder."""


class FaultsError(UserError):
    """Several faults found together; nothing was changed.

    Attributes:
        faults: All faults in the order of the file.
    """

    def __init__(self, code: str, faults: tuple[Fault, ...], **parameters: object) -> None:
        """Keep the faults beside the code of the closing sentence."""
        super().__init__(code, count=len(faults), **parameters)
        self.faults = faults
