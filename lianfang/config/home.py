"""The folder an installation lives in: database, uploads, keys; imports no Django, so that keys exist before settings do."""
import base64
import os
import secrets
from pathlib import Path

from lianfang.ground.vault.ring import EMERGENCY, KEY, KINDS, emergency_keys, key_file, wrapped

CHECKOUT = Path(__file__).resolve().parents[2]


def folder() -> Path:
    """Where LIANFANG_HOME points, else `var` in the checkout, else in the working folder; made if absent, for this user only."""
    named = os.environ.get("LIANFANG_HOME")
    home = Path(named) if named else (CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()) / "var"
    home = home.expanduser().resolve()
    home.mkdir(parents=True, exist_ok=True)
    return home


def key(home: Path, name: str) -> bytes:
    """A 32-byte key of that name, made on first use; of two processes that make it, one wins."""
    path = home / "keys" / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    if not path.exists():
        _put(path, base64.b64encode(secrets.token_bytes(32)))
    return base64.b64decode(path.read_bytes())


def _put(path: Path, content: bytes):
    """A file that is whole or absent, for this user only; one that is there already stays."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def numbered_keys(home: Path) -> Path:
    """The folder of the keys, with a first one of each kind in it, under the emergency's; later ones have higher numbers."""
    folder = home / "keys"
    for kind in KINDS:
        if not any(folder.glob(f"{kind}*{KEY}")):
            emergency, under = max((emergency_keys(folder) or {1: key(home, f"{EMERGENCY}1{KEY}")}).items())
            _put(key_file(folder, 1, kind), wrapped(1, secrets.token_bytes(32), emergency, under, kind).encode())
    return folder
