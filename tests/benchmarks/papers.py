"""Freezing, signing and proving a report, each beside the bare call of the library that does the work."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from data import commands
from data.documents.records import PAPER
from data.model import Attribution, Category, CellState, DataValue
from reports.freezing import Frozen, Order, freeze
from reports.registry import make_report
from reports.report import ReportRequest
from reports.signing import Role, SignRequest, sign
from reports.verifying import Outcome, verify_against
from tests.benchmarks.measure import NotMeasured, Reading, in_turn, ratio_reading
from tests.benchmarks.platypus import build, story_of
from tests.benchmarks.workshop import NOW, Workshop
from tests.reports.signing.authority import PASSWORD, Wanted, make_middle, make_root, make_signer

REQUEST = ReportRequest(kind="plan_progress", plan="lao-cai-2024", period="2024Q3")
ROUNDS = 7
FREEZE, SIGN, VERIFY = 3.0, 3.0, 3.0
_BY = Attribution(user="bench", now=NOW)
_LATER = NOW + timedelta(days=1)

ROWS = (
    ("freezing a report of some twelve pages / its text through plain platypus", f"≤ {FREEZE:g} × (ours)"),
    ("signing it / the bare call of pyHanko", f"≤ {SIGN:g} × (ours)"),
    ("proving it with two signatures / pyHanko's validation of both", f"≤ {VERIFY:g} × (ours)"),
)


class _Keys(NamedTuple):
    """Files with the keys of head and agency."""

    head: bytes
    agency: bytes


def measure(workshop: Workshop, path: Path) -> list[Reading]:
    """Three ratios; whatever is measured is also seen to be right."""
    root = make_middle(make_root())
    keys = _Keys(make_signer(root, Wanted("Người thử")).pkcs12, make_signer(root, Wanted("Trạm thử")).pkcs12)
    with commands.open_station(workshop.copy(path), writing=True) as store:
        freezing = _freezing(workshop, store)
        frozen = _frozen(workshop, store, 0)
        signing = _signing(frozen, keys)
        proving = _proving(store, _signed_twice(frozen, keys))
    return [freezing, signing, proving]


def _frozen(workshop: Workshop, store: commands.Store, number: int) -> Frozen:
    """Frozen anew: a figure behind it changes every time."""
    cell = DataValue("population_end", "2024Q3", Category.DEFAULT, CellState.FIGURE, str(4000 + number))
    commands.save_data_values(store, [cell], _BY)
    return freeze(store, workshop.catalogue, Order(REQUEST, PAPER, "đo"), _BY)


def _freezing(workshop: Workshop, store: commands.Store) -> Reading:
    story = story_of(make_report(store, workshop.catalogue, REQUEST))
    numbers = iter(range(1, 1000))
    variants = {"ours": lambda: _frozen(workshop, store, next(numbers)), "plain": lambda: build(story)}
    in_turn(variants, 1)
    return ratio_reading(in_turn(variants, ROUNDS), "ours", "plain", FREEZE)


def _request(pdf: bytes, key: bytes, role: Role) -> SignRequest:
    from reports.signing import Pkcs12Key, Secret

    return SignRequest(pdf=pdf, key=Pkcs12Key(key, Secret(PASSWORD), "khoa.p12"), role=role, now=_LATER)


def _signed_twice(frozen: Frozen, keys: _Keys) -> bytes:
    once = sign(_request(frozen.pdf, keys.head, Role.HEAD)).pdf
    return sign(_request(once, keys.agency, Role.AGENCY)).pdf


def _signing(frozen: Frozen, keys: _Keys) -> Reading:
    variants = {
        "ours": lambda: sign(_request(frozen.pdf, keys.head, Role.HEAD)),
        "plain": lambda: _plainly_signed(frozen.pdf, keys.head),
    }
    in_turn(variants, 1)
    return ratio_reading(in_turn(variants, ROUNDS), "ours", "plain", SIGN)


def _plainly_signed(pdf: bytes, key: bytes) -> None:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter

    signer = signers.SimpleSigner.load_pkcs12_data(key, other_certs=[], passphrase=PASSWORD.encode())
    metadata = signers.PdfSignatureMetadata(field_name="Plain", subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
    signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), metadata, signer=signer)


def _proving(store: commands.Store, signed: bytes) -> Reading:
    if verify_against(store, signed, None, _LATER).outcome is not Outcome.SIGNED:
        raise NotMeasured("the signed report is not proven")
    variants = {
        "ours": lambda: verify_against(store, signed, None, _LATER),
        "plain": lambda: _plainly_validated(signed),
    }
    in_turn(variants, 1)
    return ratio_reading(in_turn(variants, ROUNDS), "ours", "plain", VERIFY)


def _plainly_validated(signed: bytes) -> None:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    reader = PdfFileReader(io.BytesIO(signed))
    for signature in reader.embedded_signatures:
        validate_pdf_signature(signature, ValidationContext(allow_fetching=False))
