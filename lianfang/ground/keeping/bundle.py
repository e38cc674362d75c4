"""The keys of an installation in one file that only a passphrase opens: they travel apart from what they open."""
import base64
import json
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from ..vault.ring import EMERGENCY, KEY

COST = {"n": 2**16, "r": 8, "p": 1}  # 64 MB and a fifth of a second for each guess
BOUND = b"lianfang keys"


class WrongPassphrase(Exception):
    """The passphrase does not open the keys."""


def seal_keys(folder: Path, passphrase: str, *, is_escrow=False) -> bytes:
    """Every key of a folder, sealed, but for the emergency's; that one alone for the escrow, which lies apart from all backups."""
    keys = {path.name: path.read_text() for path in sorted(folder.glob("*.key")) if path.name.startswith(EMERGENCY) == is_escrow}
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(_key(passphrase, salt, COST)).encrypt(nonce, json.dumps(keys).encode(), BOUND)
    return json.dumps({"form": 1, "scrypt": COST, "salt": _text(salt), "nonce": _text(nonce), "keys": _text(sealed)}).encode()


def open_keys(content: bytes, passphrase: str) -> dict[str, str]:
    """Each key's file name and content; raises WrongPassphrase."""
    try:
        found = json.loads(content)
        salt, nonce, sealed = (base64.b64decode(found[part]) for part in ("salt", "nonce", "keys"))
        return json.loads(AESGCM(_key(passphrase, salt, found["scrypt"])).decrypt(nonce, sealed, BOUND))
    except (InvalidTag, ValueError, KeyError) as wrong:
        raise WrongPassphrase from wrong


def escrow_of(folder: Path) -> dict[str, str]:
    """The emergency's keys of a home as their files lie there: what an escrow file of it would hold."""
    return {path.name: path.read_text() for path in folder.glob(f"{EMERGENCY}*{KEY}")}


def _key(passphrase, salt, cost):
    return Scrypt(salt=salt, length=32, **cost).derive(passphrase.encode())


def _text(content):
    return base64.b64encode(content).decode()
