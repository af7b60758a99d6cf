"""A time stamp is asked for when a person names an authority; what it says is proven, and its absence is said."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from data.errors import SoTramError, UserError
from reports.signing import Role, SignRequest, sign, signatures_of
from reports.signing.stamping import time_stamper
from tests.reports.signing.authority import Wanted, make_signer
from tests.reports.signing.conftest import NOW, Authority, Papers
from tests.reports.signing.outside import pdfsig

STAMPED_AT = NOW + timedelta(minutes=2)
REJECTION = bytes.fromhex("30053003020102")
Answer = Callable[[bytes], bytes]


@contextmanager
def serving(answer: Answer, status: int = 200) -> Iterator[str]:
    """An authority on this computer; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def stamping(authority: Authority) -> Answer:
    """Return how an authority of our own answers."""
    from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    wanted = Wanted("CẤP DẤU THỜI GIAN THỬ", stamps_time=True)
    issued = make_signer(authority.root, wanted, authority.head.private)
    raw = issued.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    stamper = DummyTimeStamper(
        tsa_cert=x509.Certificate.load(issued.der),
        tsa_key=keys.PrivateKeyInfo.load(raw),
        certs_to_embed=SimpleCertificateStore(),
        fixed_dt=STAMPED_AT,
    )
    return lambda question: bytes(stamper.request_tsa_response(tsp.TimeStampReq.load(question)).dump())


def request(authority: Authority, papers: Papers, url: str) -> SignRequest:
    """Return a request of the head with a time stamp."""
    return SignRequest(pdf=papers.frozen, key=authority.head.key, role=Role.HEAD, now=NOW, tsa=url)


def test_a_stamp_is_seen_and_proven(authority: Authority, papers: Papers, stamping: Answer) -> None:
    with serving(stamping) as url:
        result = sign(request(authority, papers, url))
    assert result.timestamp == url
    (seen,) = signatures_of(result.pdf, authority.roots, NOW)
    assert (seen.is_sound, seen.claimed_at, seen.stamped_at, seen.trust.value) == (True, NOW, STAMPED_AT, "yes")
    assert "Signature is Valid" in pdfsig(result.pdf)


def test_nothing_is_sent_before_everything_else_holds(authority: Authority, papers: Papers) -> None:
    asked: list[bytes] = []

    def listen(question: bytes) -> bytes:
        asked.append(question)
        return b""

    with serving(listen) as url:
        early = request(authority, papers, url)._replace(now=NOW - timedelta(days=365))
        with pytest.raises(UserError, match="sign_clock_wrong"):
            sign(early)
    assert asked == []


@pytest.mark.parametrize(
    ("answer", "status", "code"),
    [
        (b"", 200, "sign_tsa_refused"),
        (b"<html>", 200, "sign_tsa_refused"),
        (REJECTION, 200, "sign_tsa_refused"),
        (b"", 503, "sign_tsa_refused"),
    ],
)
def test_an_authority_that_gives_no_stamp(
    answer: bytes, status: int, code: str, authority: Authority, papers: Papers
) -> None:
    with serving(lambda question: answer, status) as url:
        with pytest.raises(SoTramError) as caught:
            sign(request(authority, papers, url))
        assert (caught.value.code, caught.value.parameters) == (code, {"url": url})


@pytest.mark.parametrize(
    "url", ["", "thoigian.vn", "file:///etc/passwd", "http://", "http://[", "https://thời gian.vn"]
)
def test_only_an_address_is_asked(url: str) -> None:
    with pytest.raises(UserError, match="sign_tsa_address"):
        time_stamper(url)
