"""Pins the libraries of pyproject.toml for every Python we serve, with hashes; needs the package registry."""
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11"
LOCKS = {
    "web.lock": ["pyproject.toml", "requirements/build.in"],
    "dev.lock": ["pyproject.toml", "requirements/build.in", "--extra", "dev", "-c", "requirements/web.lock"],
    "node.lock": ["requirements/node.in"],
}


def main(upgrade):
    """Write every lock; without `--upgrade`, pins that still fit stay."""
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "uv"], check=True)
    for lock, sources in LOCKS.items():
        how = ["--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes", "--no-header", "--no-annotate", *upgrade]
        uv = [sys.executable, "-m", "uv", "pip", "compile", "-q", *how, *sources, "-o", f"requirements/{lock}"]
        subprocess.run(uv, cwd=ROOT, check=True)
        print(lock)


if __name__ == "__main__":
    main(sys.argv[1:])
