"""What every check asks of the checkout: where it is, which files it has, how a fault is said."""
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def files(*patterns, root=ROOT):
    """The files that are or would be committed, by git's own patterns (`*.py`, `lianfang/*.html`)."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(listed, cwd=root, capture_output=True, check=True).stdout.decode().split("\0")
    return sorted(root / name for name in set(names) if name and (root / name).is_file())


def name(path, root=ROOT):
    """A path as people write it."""
    return path.relative_to(root).as_posix()


def is_test(path):
    """Does this file belong to the tests?"""
    return "tests" in path.parts or path.name.startswith("test_") or path.name == "conftest.py"


def end(faults, said="in order"):
    """Print the faults and leave with 1, or say that all is well."""
    faults = list(faults)
    print("\n".join(faults) or said)
    sys.exit(1 if faults else 0)
