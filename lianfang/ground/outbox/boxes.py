"""Boxes: entries and keys of photos that a phone cannot send as they are, sealed there so that only this server opens them.

A box is an ephemeral P-256 point of 65 bytes, a nonce of 12, and AES-256-GCM under HKDF-SHA256 of the shared secret; the entry's id is
bound into it. In it lies `{"said": JSON, "mark": base64}`: everybody can seal to the public point, so the mark, an HMAC of what is said
under a secret that only this account's phones were given when it signed in, says whose it is.
"""
import base64
import hmac
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
    """A box that does not open, holds no entry, or lacks the mark of the account it names."""


@cache
def _private(key: bytes):
    return ec.derive_private_key(int.from_bytes(key, "big") % (ORDER - 1) + 1, CURVE)


def _newest():
    return _private(keys.box()[0])


def public_key() -> str:
    """The point to which phones seal, base64."""
    return base64.b64encode(_newest().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)).decode()


def secret_of(account_id: int) -> str:
    """By what an account's phones mark what they seal, base64."""
    return base64.b64encode(_secret(keys.box()[0], account_id)).decode()


def _secret(key, account_id: int) -> bytes:
    return hmac.digest(key, b"lianfang-mark:%d" % account_id, "sha256")


def opened(ident, box: bytes) -> dict:
    """What a box of an entry's id holds, in the name of `account`; raises Shut."""
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, box[:POINT])
        whole = json.loads(_under(theirs, ident, box))
        said, mark = whole["said"], base64.b64decode(whole["mark"])
        found = json.loads(said)
        secrets = [_secret(key, found["account"]) for key in keys.box()]
        is_whole = found["id"] == str(ident) and any(hmac.compare_digest(mark, _mark(said, secret)) for secret in secrets)
    except (ValueError, TypeError, KeyError, AttributeError) as wrong:
        raise Shut(str(wrong)) from wrong
    if not is_whole:
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


def opened_bytes(key: str, sealed_photo: bytes, ident) -> bytes:
    """A photo under the key that its box holds; raises Shut."""
    try:
        return AESGCM(base64.b64decode(key)).decrypt(sealed_photo[:NONCE], sealed_photo[NONCE:], str(ident).encode())
    except (ValueError, TypeError, InvalidTag) as wrong:
        raise Shut(str(wrong)) from wrong


def sealed(entry: dict, secret: str) -> bytes:
    """A box as a phone makes it."""
    ours = ec.generate_private_key(CURVE)
    nonce, said = os.urandom(NONCE), json.dumps(entry)
    key = _shared(ours.exchange(ec.ECDH(), _newest().public_key()))
    point = ours.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    whole = json.dumps({"said": said, "mark": base64.b64encode(_mark(said, base64.b64decode(secret))).decode()})
    return point + nonce + AESGCM(key).encrypt(nonce, whole.encode(), entry["id"].encode())


def _mark(said, secret) -> bytes:
    return hmac.digest(secret, said.encode(), "sha256")


def _shared(secret) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=b"", info=MEANT_FOR).derive(secret)
