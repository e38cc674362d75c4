"""The folder an installation lives in: database, uploads, keys; imports no Django, so that keys exist before settings do."""
import base64
import os
import secrets
from pathlib import Path

from lianfang.ground.vault.ring import wrapped

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


def data_keys(home: Path) -> Path:
    """The folder of the keys, with a first data key in it if there is none, under the emergency's; later ones have higher numbers."""
    if not any((home / "keys").glob("data-*.key")):
        under = key(home, "emergency-1.key")
        _put(home / "keys" / "data-1.key", wrapped(1, secrets.token_bytes(32), 1, under).encode())
    return home / "keys"


def index_keys(home: Path):
    """A first key of the numbers' blind index, if there is none."""
    if not any((home / "keys").glob("index-*.key")):
        key(home, "index-1.key")
