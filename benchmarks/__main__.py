"""`python -m benchmarks [--only NAME] [--quick] [--database sqlite|postgresql]`: measures both databases and prints one table."""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager, nullcontext
from pathlib import Path

from . import table

OUT = Path(".build/bench.json")
DATABASES = ("sqlite", "postgresql")
PATIENCE = 90 * 60


def main():
    """Each database in a process of its own; figures of an earlier run stand where this one did not measure."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("--only", action="append", default=[], metavar="NAME", help="one row: pages, checks, rosters … (repeatable)")
    asked.add_argument("--quick", action="store_true", help="the small county and short runs: whether it works, not how fast")
    asked.add_argument("--database", choices=DATABASES, action="append")
    asked.add_argument("--home", help="a county seeded before (SQLite)")
    given = asked.parse_args()
    results = {name: measure(name, given) for name in given.database or DATABASES}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(results, ensure_ascii=False, indent=1))
    table.show(results)
    faults = [f"{name}: {row}: {fault}" for name, result in results.items() for row, fault in result["faults"].items()]
    print("\n".join(faults), file=sys.stderr) if faults else None
    return 1 if faults else 0


def measure(name, given) -> dict:
    """All rows on one database, with a PostgreSQL of our own where that is asked for."""
    print(name, file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(prefix="lianfang-bench-") as folder, _database(name) as address:
        out = Path(folder) / "result.json"
        command = [sys.executable, "-m", "benchmarks.one_database", "--out", str(out), *(f"--only={row}" for row in given.only)]
        command += ["--quick"] if given.quick else []
        command += ["--home", given.home] if given.home else []
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        subprocess.run(command, env={**environment, **({"DATABASE_URL": address} if address else {})}, check=True, timeout=PATIENCE)
        return json.loads(out.read_text())


@contextmanager
def _database(name):
    """The address of the database; PostgreSQL keeps its promise to the disk here."""
    if name == "sqlite":
        with nullcontext():
            yield ""
        return
    from tools.with_postgres import postgres

    with postgres() as address:
        yield address


if __name__ == "__main__":
    sys.exit(main())
