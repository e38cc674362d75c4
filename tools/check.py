"""Every rule a machine can hold, side by side, in seconds: `make check`."""
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.checkout import ROOT, files, name

BIN = Path(sys.executable).parent
CODE = ["lianfang", "tools", "tests", "benchmarks", "conftest.py"]


def tool(module, *given):
    """One of our own scripts."""
    return [sys.executable, "-m", f"tools.{module}", *given]


def typed():
    """What mypy reads: ground, and the face of every domain."""
    faces = (path for path in files("lianfang/*.py") if {"actions", "queries"} & {path.stem, path.parent.name})
    return [name(path) for path in faces if "tests" not in path.parts and "ground" not in path.parts]


def checks():
    """Each check by name, the slow ones first."""
    here = [place for place in CODE if (ROOT / place).exists()]
    return {
        "types": [str(BIN / "mypy"), "--no-error-summary", "lianfang/ground", *typed()],
        "missing migrations": [str(BIN / "python"), "-m", "django", "makemigrations", "--check", "--dry-run"],
        "stale drawings": tool("drawings", "check"),
        "templates": [str(BIN / "djlint"), "--lint", "--quiet", "lianfang"],
        "untranslated words": tool("words", "check"),
        "words past the catalogues": tool("literals"),
        "bands and rooms": [str(BIN / "lint-imports"), "--no-logo"],
        "code": [str(BIN / "ruff"), "check", "--quiet", *here],
        "sizes": tool("sizes"),
        "unfinished": tool("unfinished"),
        "dead links": tool("links"),
    }


def run(check):
    """Run one: its name, whether it holds, what it says, how long it took."""
    called, command = check
    quiet = {**os.environ, "DJANGO_SETTINGS_MODULE": "lianfang.config.settings", "LIANFANG_HOME": str(ROOT / ".build" / "home")}
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True)
    return called, done.returncode == 0, (done.stdout + done.stderr).strip(), time.monotonic() - began


def main():
    """All of them, two at a time; 1 when any does not hold."""
    broken = 0
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for called, holds, said, seconds in pool.map(run, checks().items()):
            print(f"{'held  ' if holds else 'BROKEN'} {called} ({seconds:.1f} s)", flush=True)
            broken += not holds
            if not holds or "warning:" in said:
                print("    " + said.replace("\n", "\n    "))
    print(f"{len(checks())} checks, {broken} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
