"""The folder an installation lives in: database, uploads, keys; imports no Django, so that keys exist before settings do."""
import base64
import os
import secrets
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def folder() -> Path:
    """Where LIANFANG_HOME points, else `var` in the checkout, else in the working folder; made if absent, for this user only."""
    named = os.environ.get("LIANFANG_HOME")
    home = Path(named) if named else (CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()) / "var"
    home = home.expanduser().resolve()
    home.mkdir(parents=True, exist_ok=True)
    return home


def key(home: Path, name: str) -> bytes:
    """A 32-byte key of that name, made on first use; of two processes that make it at once, one wins and both read the same."""
    path = home / "keys" / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    if not path.exists():
        draft = path.with_name(f".{name}.{os.getpid()}.{secrets.token_hex(4)}")
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            out.write(base64.b64encode(secrets.token_bytes(32)))
            out.flush()
            os.fsync(out.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return base64.b64decode(path.read_bytes())


def data_keys(home: Path) -> Path:
    """The folder of the keys, with a first data key in it if there is none; later ones have higher numbers."""
    if not any((home / "keys").glob("data-*.key")):
        key(home, "data-1.key")
    return home / "keys"
