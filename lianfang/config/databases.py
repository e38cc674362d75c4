"""One address for the database: SQLite in the home by default, PostgreSQL by DATABASE_URL."""
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


def database(url: str | None, home: Path) -> dict:
    """Django's settings of the default database; a wrong address raises ValueError with one sentence."""
    if not url:
        return _sqlite(home / "db.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path[1:] if parts.path.startswith("//") else parts.path)))
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError(f"DATABASE_URL begins with postgresql:// or sqlite://, not with {parts.scheme or 'nothing'}://")
    extra = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": extra.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 4, "timeout": 10}, "prepare_threshold": 5, **extra},
    }


def _sqlite(path: Path) -> dict:
    """Write-ahead log, every acknowledged record on the disk, writers in a fair queue; pages go home in bundles of some 30 MB."""
    return {
        "ENGINE": "lianfang.config.sqlite",
        "CONN_MAX_AGE": None,  # opening the file anew, with its settings and its schema, costs a request more than all it asks
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=8000; "
                            "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456",
        },
    }
