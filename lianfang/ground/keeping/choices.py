"""What an installation has chosen for itself, kept in its home: read when it starts, written by a command; imports no Django."""
import json
import os
from pathlib import Path

NAME = "choices.json"


def read(home: Path) -> dict:
    """What was chosen; nothing where nobody chose."""
    try:
        return json.loads((home / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def choose(home: Path, **chosen):
    """Add to what was chosen; whole on the disk or not at all."""
    draft = home / f".{NAME}.{os.getpid()}"
    draft.write_text(json.dumps({**read(home), **chosen}, sort_keys=True), encoding="utf-8")
    draft.replace(home / NAME)
