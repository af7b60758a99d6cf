"""Time stamps of an authority (RFC 3161), asked for over the network only when a person names one."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from typing import TYPE_CHECKING

from data.errors import EnvironmentFault, UserError

if TYPE_CHECKING:
    from asn1crypto import tsp
    from pyhanko.sign.timestamps import TimeStamper

WAIT_SECONDS = 20
_LARGEST_ANSWER = 1024 * 1024
_SCHEMES = ("http", "https")


def time_stamper(url: str) -> TimeStamper:
    """What asks the authority at an address; nothing is sent before the document is signed.

    Raises:
        UserError: ``sign_tsa_address``.
    """
    from asn1crypto import tsp as tsp_types
    from pyhanko.sign.timestamps import TimeStamper

    try:
        parts = urllib.parse.urlsplit(url)
        is_usable = parts.scheme in _SCHEMES and bool(parts.hostname) and url.isascii() and url.isprintable()
    except ValueError:
        is_usable = False
    if not is_usable:
        raise UserError("sign_tsa_address", url=url)

    class Authority(TimeStamper):
        async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
            return tsp_types.TimeStampResp.load(_asked(url, req.dump()), strict=True)

    return Authority()  # type: ignore[no-untyped-call]


def _asked(url: str, question: bytes) -> bytes:
    """The answer of the authority.

    Raises:
        EnvironmentFault: ``sign_tsa_unreachable`` or ``sign_tsa_refused``.
    """
    headers = {"Content-Type": "application/timestamp-query"}
    request = urllib.request.Request(url, data=question, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=WAIT_SECONDS) as answer:
            content: bytes = answer.read(_LARGEST_ANSWER)
    except urllib.error.HTTPError as error:
        error.close()
        raise EnvironmentFault("sign_tsa_refused", url=url) from error
    except (OSError, HTTPException, ValueError) as error:
        raise EnvironmentFault("sign_tsa_unreachable", url=url) from error
    return content
