"""What a phone keeps of the app: every file with its digest, and the edition they make together."""
import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

BORROWED = ["ui/tokens.css", "ui/icons.svg", "vendor/lit-html.js", "vendor/idb.js", "decisions/evaluator.js"]
SCANNER = ["vendor/zxing-reader.js", "vendor/zxing_reader.wasm"]  # kept apart: fetched when the first screen stands
WORKER, DECODER = "field/worker.js", "field/decoder.js"
KINDS = {".js", ".css", ".svg", ".png"}


def shell_files() -> list[str]:
    """The static files the app starts with, by the names they are served under."""
    own = Path(finders.find("field/app.js")).parent
    found = [f"field/{path.relative_to(own).as_posix()}" for path in sorted(own.rglob("*")) if path.suffix in KINDS]
    return [name for name in found if name not in (WORKER, DECODER)] + BORROWED


@lru_cache(maxsize=1)
def worker() -> bytes:
    """The service worker: which files make this edition, then what it does with them."""
    files = [["/field/", digest(page().encode())], *([settings.STATIC_URL + name, digest(content(name))] for name in shell_files())]
    later = [["/field/scanner.js", digest(scanner())], *([settings.STATIC_URL + name, digest(content(name))] for name in SCANNER)]
    told = {"FILES": files, "LATER": later, "EDITION": edition(files), "LATER_EDITION": edition(later)}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in told.items())
    return head.encode() + content(WORKER)


def page() -> str:
    """The one page of the app; the same for everybody, whatever he reads."""
    with translation.override("zh-hans"):
        return render_to_string("field/shell.html", {"root": settings.STATIC_URL, "modules": modules()})


def modules() -> list[str]:
    """What the page names beforehand, so that no module waits for the one that imports it."""
    return [name for name in shell_files() if name.endswith(".js") and not name.startswith("decisions/")]


def scanner() -> bytes:
    """What reads a code from a picture where the browser cannot by itself; runs apart, since only it may compile WebAssembly."""
    return content(DECODER)


def content(name) -> bytes:
    """The bytes as they are served: the gathered copy, else the source."""
    gathered = Path(settings.STATIC_ROOT) / name
    return (gathered if gathered.exists() else Path(finders.find(name))).read_bytes()


def digest(content) -> str:
    """What the browser checks a file by before it keeps it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def edition(files) -> str:
    """A short name that changes with any of the files."""
    return hashlib.sha256(json.dumps(files).encode()).hexdigest()[:12]
