"""One authority, one report and its signatures for all tests of signing, made once for each run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from reports.pdf import render_pdf
from reports.pdf.stamp import Stamp
from reports.signing import Role, SignRequest, TrustRoots, sign, trust_roots
from tests.reports.builders import make_report
from tests.reports.signing.authority import (
    AGENCY,
    HEAD,
    Issued,
    Wanted,
    make_middle,
    make_root,
    make_signer,
)

FROZEN_AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 21, 7, 5, 9, tzinfo=UTC)
LATER = NOW + timedelta(minutes=3)


class Authority(NamedTuple):
    """Who vouches, and who signs: the head with an RSA key, as tokens have them, the agency with an elliptic one."""

    root: Issued
    middle: Issued
    head: Issued
    agency: Issued

    @property
    def roots(self) -> TrustRoots:
        """What a person trusts who trusts this authority."""
        return trust_roots({"goc.crt": self.root.der})


class Papers(NamedTuple):
    """A frozen report, and the same with the head's signature, and with both."""

    frozen: bytes
    once: bytes
    twice: bytes


@pytest.fixture(scope="session")
def authority() -> Authority:
    root = make_root()
    middle = make_middle(root)
    head = make_signer(middle, Wanted(HEAD), rsa.generate_private_key(65537, 2048))
    return Authority(root, middle, head, make_signer(middle, Wanted(AGENCY)))


@pytest.fixture(scope="session")
def papers(authority: Authority) -> Papers:
    frozen = render_pdf(make_report(marks=()), stamp=Stamp("ABCDE-FGHJK", FROZEN_AT))
    once = sign(SignRequest(pdf=frozen, key=authority.head.key, role=Role.HEAD, now=NOW, frozen=frozen)).pdf
    request = SignRequest(pdf=once, key=authority.agency.key, role=Role.AGENCY, now=LATER, frozen=frozen)
    return Papers(frozen, once, sign(request).pdf)
