"""The civil register: handed in town by town, and brought in by a second process beside the forty days."""
import os
import subprocess
import sys
from contextlib import contextmanager
from datetime import datetime

from . import arrivals


def hand_in(land, count, *, by, at):
    """Each town's register as a roster that waits."""
    from lianfang.response.screening import actions as screening

    for town, content in arrivals.register(land, count):
        screening.receive(content=content, name=f"{town.code}.csv", kind="residents", source="civil_register",
                          unit=town, on=at.date(), by=by, at=at,
                          basis="joint-control matching")


@contextmanager
def brought_in_beside(at):
    """While the block runs, a second process brings in what waits; the block ends when both have ended."""
    process = subprocess.Popen([sys.executable, "-m", __name__, at.isoformat()])
    try:
        yield
        if process.wait():
            raise RuntimeError(f"the register was not brought in (exit code {process.returncode})")
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def main(at):
    """Bring in all registers, oldest first."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianfang.config.settings")
    import django

    django.setup()
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.units.fields import TOP, Reach
    from lianfang.response.screening import actions, queries

    with everything():
        for roster in queries.rosters(Reach(TOP)).filter(kind="residents").order_by("pk"):
            actions.carry_out(roster=roster, clock=lambda: at)


if __name__ == "__main__":
    main(datetime.fromisoformat(sys.argv[1]))
