"""Keys by kind and number, each under the emergency's; and two forms of envelope: AES-256-GCM, and SM4-GCM, the national cipher."""
import base64
import hmac
import os
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMS = {"aes": b"\x01", "sm4": b"\x02"}  # envelope: form, number of the key, 12 bytes nonce, ciphertext with its tag
NONCE, TAG = 12, 16
LAST = 255  # the number is one byte
DATA, INDEX, BOX, EMERGENCY, KEY = "data-", "index-", "box-", "emergency-", ".key"
KINDS = {DATA: b"data", INDEX: b"index", BOX: b"box"}  # what seals, what finds numbers, what phones seal to: the end renews each


class WrapGone(Exception):
    """The emergency's key that wraps another is not here; says its number."""


class Sm4Gcm:
    """SM4-GCM with the face of AESGCM; its key of 16 bytes is drawn from the data key, so that no key serves two ciphers."""

    def __init__(self, key: bytes):
        self._cipher = algorithms.SM4(hmac.digest(key, b"lianfang sm4", "sha256")[:16])

    def encrypt(self, nonce, clear, bound):
        """Ciphertext and tag."""
        sealing = Cipher(self._cipher, modes.GCM(nonce)).encryptor()
        sealing.authenticate_additional_data(bound)
        return sealing.update(clear) + sealing.finalize() + sealing.tag

    def decrypt(self, nonce, sealed, bound):
        """The text in clear; raises InvalidTag."""
        opening = Cipher(self._cipher, modes.GCM(nonce, sealed[-TAG:])).decryptor()
        opening.authenticate_additional_data(bound)
        return opening.update(sealed[:-TAG]) + opening.finalize()


CIPHERS: dict[bytes, Any] = {FORMS["aes"]: AESGCM, FORMS["sm4"]: Sm4Gcm}


class Ring:
    """Data keys by number: the highest seals, each opens what it sealed."""

    def __init__(self, keys: dict[int, bytes], form: bytes = FORMS["aes"]):
        self.keys, self.head = keys, form + bytes([max(keys)])
        self._ciphers: dict[bytes, Any] = {}

    def seal(self, purpose: str, clear: bytes) -> bytes:
        """An envelope for one purpose."""
        nonce = os.urandom(NONCE)
        return self.head + nonce + self._cipher(self.head).encrypt(nonce, clear, purpose.encode())

    def open(self, purpose: str, sealed: bytes) -> bytes:
        """What an envelope holds."""
        return self._cipher(bytes(sealed[:2])).decrypt(sealed[2:2 + NONCE], sealed[2 + NONCE:], purpose.encode())

    def holds(self, sealed: bytes) -> bool:
        """Whether the key of an envelope is here."""
        return len(sealed) > 1 and sealed[1] in self.keys

    def is_newest(self, sealed: bytes) -> bool:
        """Whether an envelope has the form and key that seal now."""
        return bytes(sealed[:2]) == self.head

    def _cipher(self, head):
        found = self._ciphers.get(head)
        if found is None:
            found = self._ciphers[head] = CIPHERS[head[:1]](self.keys[head[1]])
        return found


def key_file(folder: Path, number: int, kind: str = DATA) -> Path:
    """Where a key lies."""
    return folder / f"{kind}{number}{KEY}"


def read_keys(folder: Path, kind: str = DATA) -> dict[int, bytes]:
    """Every key of a kind that lies in a folder."""
    return opened_keys({path.name: path.read_text() for path in folder.glob(f"*{KEY}")}, kind)


def opened_keys(texts: dict[str, str], kind: str = DATA) -> dict[int, bytes]:
    """The keys of a kind among files by their names; raises WrapGone where the emergency's key that wraps one is not among them."""
    return {_number(name, kind): _opened(name, text, texts, kind) for name, text in texts.items() if name.startswith(kind)}


def wrapped(number: int, key: bytes, emergency: int, under: bytes, kind: str = DATA) -> str:
    """A key as it lies in its file: only the emergency's key of that number opens it."""
    nonce = os.urandom(NONCE)
    return f"{emergency}:{base64.b64encode(nonce + AESGCM(under).encrypt(nonce, key, _bound(number, kind))).decode()}"


def emergency_keys(folder: Path) -> dict[int, bytes]:
    """The emergency's keys by number; destroying one destroys every key it wraps, in each copy of them."""
    return {int(path.stem.removeprefix(EMERGENCY)): base64.b64decode(path.read_bytes()) for path in folder.glob(f"{EMERGENCY}*{KEY}")}


def _opened(name, text, texts, kind) -> bytes:
    emergency, _, content = text.strip().rpartition(":")
    if not emergency:  # of a home older than the emergency's key: the next rotation wraps its successor
        return base64.b64decode(content)
    try:
        under, sealed = base64.b64decode(texts[f"{EMERGENCY}{emergency}{KEY}"]), base64.b64decode(content)
        return AESGCM(under).decrypt(sealed[:NONCE], sealed[NONCE:], _bound(_number(name, kind), kind))
    except (KeyError, InvalidTag) as gone:
        raise WrapGone(emergency) from gone


def _number(name, kind) -> int:
    return int(name[len(kind):-len(KEY)])


def _bound(number, kind) -> bytes:
    return b"lianfang %s key %d" % (KINDS[kind], number)
