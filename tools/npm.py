"""Runs npm: the machine's own if there is a recent one, else Node from PyPI inside the virtual environment."""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
OLDEST = 9


def recent(npm):
    """Does this npm answer, with a version we trust?"""
    try:
        said = subprocess.run([npm, "--version"], capture_output=True, text=True, check=True, timeout=60).stdout
    except (OSError, subprocess.SubprocessError):
        return False
    found = re.match(r"\d+", said.strip())
    return bool(found) and int(found[0]) >= OLDEST


def node() -> str:
    """The Node that runs scripts: the machine's, else the one of the virtual environment."""
    return shutil.which("node") or str(BIN / "node")


def npm():
    """The npm to use, installed first if need be."""
    system, own = shutil.which("npm"), BIN / "npm"
    if system and shutil.which("node") and recent(system):
        return system
    if not own.exists():
        pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", "requirements/node.lock"]
        subprocess.run(pip, cwd=ROOT, check=True)
    return str(own)


if __name__ == "__main__":
    quiet = {"npm_config_loglevel": "error"}
    sys.exit(subprocess.run([npm(), *sys.argv[1:]], cwd=ROOT, env={**os.environ, **quiet}).returncode)
