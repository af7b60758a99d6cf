"""A token without hardware: SoftHSM in a folder of its own; keys and certificates go in through PKCS#11."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.reports.signing.authority import Issued

LIBRARIES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
)
PIN, WRONG_PIN, ADMINISTRATOR_PIN = "pin-danh-dau-2846", "pin-sai-danh-dau-9035", "57190422"


def library() -> str:
    """Where SoftHSM lies; a test that needs it fails with a sentence where it does not."""
    found = next((path for path in LIBRARIES if Path(path).is_file()), None)
    if found is None or which("softhsm2-util") is None:
        pytest.fail("SoftHSM is needed (Debian: softhsm2); tests/environment.py installs it")
    return found


def make_token(folder: Path, label: str) -> None:
    """A new token in the folder that ``SOFTHSM2_CONF`` names."""
    pins = ["--pin", PIN, "--so-pin", ADMINISTRATOR_PIN]
    command = ["softhsm2-util", "--init-token", "--free", "--label", label, *pins]
    subprocess.run(command, check=True, capture_output=True, cwd=folder, timeout=60)


def put(token: str, label: str, issued: Issued) -> None:
    """Put a key and its certificate on a token, under one label and one number."""
    import pkcs11
    from asn1crypto import keys
    from pkcs11 import Attribute, KeyType, ObjectClass
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    number = label.encode()
    loaded = pkcs11.lib(library())
    try:
        with loaded.get_token(token_label=token).open(rw=True, user_pin=PIN) as session:
            certificate = decode_x509_certificate(issued.der)
            named = {Attribute.TOKEN: True, Attribute.LABEL: label, Attribute.ID: number}
            session.create_object({**certificate, **named})
            der = issued.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
            inner = keys.PrivateKeyInfo.load(der)["private_key"].parsed
            if isinstance(issued.private, rsa.RSAPrivateKey):
                private = decode_rsa_private_key(inner.dump())
            else:
                curve = keys.PrivateKeyInfo.load(der)["private_key_algorithm"]["parameters"].dump()
                value = inner["private_key"].native.to_bytes(32, "big")
                private = {Attribute.KEY_TYPE: KeyType.EC, Attribute.EC_PARAMS: curve, Attribute.VALUE: value}
            kind = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.SIGN: True, Attribute.SENSITIVE: True}
            session.create_object({**private, **kind, **named})
    finally:
        loaded.finalize()


def put_certificate(token: str, label: str, issued: Issued) -> None:
    """Put a certificate alone on a token."""
    import pkcs11
    from pkcs11 import Attribute
    from pkcs11.util.x509 import decode_x509_certificate

    loaded = pkcs11.lib(library())
    try:
        with loaded.get_token(token_label=token).open(rw=True, user_pin=PIN) as session:
            named = {Attribute.TOKEN: True, Attribute.LABEL: label}
            session.create_object({**decode_x509_certificate(issued.der), **named})
    finally:
        loaded.finalize()


def settings(folder: Path) -> Path:
    """Settings for a SoftHSM that keeps its tokens in a folder."""
    tokens = folder / "tokens"
    tokens.mkdir()
    path = folder / "softhsm2.conf"
    path.write_text(f"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n", "utf-8")
    return path
