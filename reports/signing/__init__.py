"""Digital signatures of reports (PAdES): made with a key in a file or on a token, and read again. Bytes in, bytes out.

The only place of pyHanko and its libraries, which are imported inside functions: half a second that nobody pays who
does not sign. Nothing here knows the station file, the clock or the network, but for a time stamp that a person asks
for.
"""

from reports.signing.certificates import trust_roots
from reports.signing.images import check_image
from reports.signing.looks import attached_words, copy_words, time_words
from reports.signing.model import (
    FIELD_NAMES,
    NO_TIMESTAMP,
    Change,
    Holder,
    Pkcs11Key,
    Pkcs12Key,
    Place,
    Role,
    Secret,
    SignatureSeen,
    SignRequest,
    SignResult,
    Trust,
    TrustRoots,
    Validity,
)
from reports.signing.places import places_in
from reports.signing.seen import appended_since, signatures_of
from reports.signing.signing import sign

__all__ = [
    "FIELD_NAMES",
    "NO_TIMESTAMP",
    "Change",
    "Holder",
    "Pkcs11Key",
    "Pkcs12Key",
    "Place",
    "Role",
    "Secret",
    "SignRequest",
    "SignResult",
    "SignatureSeen",
    "Trust",
    "TrustRoots",
    "Validity",
    "appended_since",
    "attached_words",
    "check_image",
    "copy_words",
    "places_in",
    "sign",
    "signatures_of",
    "time_words",
    "trust_roots",
]
