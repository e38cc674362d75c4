"""Boxes: entries of a phone whose PIN is lost, sealed there so that only this server opens them.

A box is an ephemeral P-256 point of 65 bytes, a nonce of 12, and AES-256-GCM under HKDF-SHA256 of the shared secret; the entry's id is
bound into it.
"""
import base64
import json
import os
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ..vault import keys

CURVE, ORDER = ec.SECP256R1(), 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
POINT, NONCE, MEANT_FOR = 65, 12, b"lianfang-box"


class Shut(ValueError):
    """A box that does not open, or holds no entry."""


@cache
def _private(key: bytes):
    return ec.derive_private_key(int.from_bytes(key, "big") % (ORDER - 1) + 1, CURVE)


def _newest():
    return _private(keys.box()[0])


def public_key() -> str:
    """The point to which phones seal, base64."""
    return base64.b64encode(_newest().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)).decode()


def opened(ident, box: bytes) -> dict:
    """What a box of an entry's id holds; raises Shut."""
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, box[:POINT])
        found = json.loads(_under(theirs, ident, box))
    except ValueError as wrong:
        raise Shut(str(wrong)) from wrong
    if not isinstance(found, dict) or found.get("id") != str(ident):
        raise Shut("another's entry")
    return found


def _under(theirs, ident, box) -> bytes:
    """What it holds, under whichever key it was sealed to."""
    for key in keys.box():
        try:
            shared = _shared(_private(key).exchange(ec.ECDH(), theirs))
            return AESGCM(shared).decrypt(box[POINT:POINT + NONCE], box[POINT + NONCE:], str(ident).encode())
        except InvalidTag:
            continue
    raise Shut("another key's")


def digest(text: str) -> str:
    """Equal for equal entries; it goes with the phones' key, since an entry that is known but for a number could be guessed at."""
    return keys.blind("outbox.entry", text, keys.box()[0])


def sealed(entry: dict) -> bytes:
    """A box as a phone makes it."""
    ours = ec.generate_private_key(CURVE)
    nonce = os.urandom(NONCE)
    key = _shared(ours.exchange(ec.ECDH(), _newest().public_key()))
    point = ours.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return point + nonce + AESGCM(key).encrypt(nonce, json.dumps(entry).encode(), entry["id"].encode())


def _shared(secret) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=b"", info=MEANT_FOR).derive(secret)
