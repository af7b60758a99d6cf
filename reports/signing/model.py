"""The words of signing: who signs, with what, where, and what is read from a signed PDF. No library is known."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import NamedTuple, NoReturn


class Role(Enum):
    """Who signs. Source: Nghị định 30/2020/NĐ-CP, Điều 5 and Phụ lục I, Mục II.7 and II.8."""

    HEAD = "head"
    AGENCY = "agency"


class Place(NamedTuple):
    """A rectangle on a page, in points from the page's lower left corner.

    Attributes:
        page: Index of the page, from 0.
        left: Left edge.
        bottom: Lower edge.
        right: Right edge.
        top: Upper edge.
        turn: Degrees by which the page is turned clockwise when it is shown: 0, 90, 180 or 270, as scanners write it.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in points."""
        return self.top - self.bottom


class Secret:
    """A password or PIN: never printed, compared, copied to a file, or kept in a message."""

    __slots__ = ("_words",)

    def __init__(self, words: str) -> None:
        """Keep the words."""
        self._words = words

    def reveal(self) -> str:
        """The words, for the library that needs them and for nobody else."""
        return self._words

    def __repr__(self) -> str:
        """Nothing of the words, nor how many there are."""
        return "Secret(…)"

    def __reduce__(self) -> NoReturn:
        """A secret is never written anywhere."""
        raise TypeError("a secret cannot be pickled")


class Pkcs12Key(NamedTuple):
    """A key and its certificate in a PKCS#12 file (``.p12``, ``.pfx``).

    Attributes:
        content: The bytes of the file.
        password: What opens it.
        name: The file's name, for sentences.
    """

    content: bytes
    password: Secret
    name: str


class Pkcs11Key(NamedTuple):
    """A key on a token, reached through the library of its maker.

    Attributes:
        library: Path of the PKCS#11 library.
        pin: The user's PIN.
        token: Label of the token; empty for the only one plugged in.
        slot: Index of the slot in place of the label, or None.
        label: Label of the certificate or of the key; empty for the only one on the token.
    """

    library: str
    pin: Secret
    token: str = ""
    slot: int | None = None
    label: str = ""


class SignRequest(NamedTuple):
    """What shall be signed, by whom and with what.

    Attributes:
        pdf: The document; the result begins with these bytes.
        key: The key, in a file or on a token.
        role: Who signs.
        now: The claimed time, with its zone.
        image: A PNG with a transparent background, shown in place of words; None for words.
        corner: Words for the upper right corner of page 1, for attached files and electronic copies; the time is
            added to them, no image is shown, and no place in the outline is needed. Empty for the report itself.
        frozen: The frozen bytes that the document must begin with, where they are known.
        frozen_at: The moment of freezing, where it is known; nobody signs before it.
        tsa: Address of a time-stamping authority (RFC 3161); empty for none.
    """

    pdf: bytes
    key: Pkcs12Key | Pkcs11Key
    role: Role
    now: datetime
    image: bytes | None = None
    corner: str = ""
    frozen: bytes | None = None
    frozen_at: datetime | None = None
    tsa: str = ""


class Holder(NamedTuple):
    """Whom a certificate names.

    Attributes:
        name: Common name of the subject; empty when it has none.
        organisation: Organisation of the subject; empty when it has none.
        issuer: Common name of the issuer.
        serial: Serial number in hexadecimal digits.
        valid_from: First moment of validity.
        valid_to: Last moment of validity.
    """

    name: str
    organisation: str
    issuer: str
    serial: str
    valid_from: datetime
    valid_to: datetime


class SignResult(NamedTuple):
    """A signed document.

    Attributes:
        pdf: The bytes given, then the signature.
        holder: Who signed.
        at: The claimed time.
        timestamp: Address of the authority that stamped the time, or ``none``.
        remarks: Keys of remarks on the image (``image_not_blue``, ``image_not_red``), in words in ``ui``.
    """

    pdf: bytes
    holder: Holder
    at: datetime
    timestamp: str
    remarks: tuple[str, ...] = ()


class Change(Enum):
    """What was appended after some point of a PDF."""

    NOTHING = "nothing"
    SIGNATURES = "signatures"
    OTHER = "other"


class Validity(Enum):
    """A certificate at the claimed time."""

    VALID = "valid"
    EXPIRED = "expired"
    EARLY = "early"
    UNKNOWN = "unknown"


class Trust(Enum):
    """Whether the chain of a certificate ends at one of the roots that the person trusts; unknown without roots."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class TrustRoots(NamedTuple):
    """Certificates that the person trusts, each DER; ``trust_roots`` makes it from files."""

    certificates: tuple[bytes, ...]


class SignatureSeen(NamedTuple):
    """What one signature of a PDF says, and whether it holds.

    Attributes:
        field: Name of the signature's field.
        role: Whose signature of ours it is; None for those of other programs and for corners.
        place: Where it is shown, or None when it is invisible.
        holder: Whom the certificate names; None when the signature cannot be read.
        claimed_at: The time the signer claims, or None.
        stamped_at: The time an authority stamped, when that stamp is sound; else None.
        is_intact: The signed bytes are those that were signed, and the signature fits its certificate.
        covers_all: Nothing at all follows the signed bytes.
        after: What was appended after the signed bytes.
        validity: The certificate at the stamped, else at the claimed time.
        trust: Whether its chain ends at a trusted root.
        is_in_place: It is invisible, or shows only where the document has room for signatures; else it may hide text.
    """

    field: str
    role: Role | None
    place: Place | None
    holder: Holder | None
    claimed_at: datetime | None
    stamped_at: datetime | None
    is_intact: bool
    covers_all: bool
    after: Change
    validity: Validity
    trust: Trust
    is_in_place: bool = True

    @property
    def is_sound(self) -> bool:
        """Intact, and nothing but further signatures follows."""
        return self.is_intact and self.after is not Change.OTHER


FIELD_NAMES = {Role.HEAD: "SoTramHead", Role.AGENCY: "SoTramAgency"}
"""The fields of our signatures; a document holds each once."""
CORNER_FIELD = "SoTramCorner"
NO_TIMESTAMP = "none"
