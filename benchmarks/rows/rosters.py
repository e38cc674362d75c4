"""A roster of 100 000 rows, XLSX, by the command, while somebody else goes on recording checks."""
import tempfile
import threading
import time
from pathlib import Path

from benchmarks import people
from benchmarks.floors import roster as floor


def measure(county) -> dict:
    """Rows a second from the file to the last commit, the longest wait of another writer meanwhile, and the floor."""
    count = 3_000 if county.is_quick else 100_000
    with tempfile.TemporaryDirectory(prefix="lianfang-bench-") as folder:
        file = Path(folder) / "返乡人员.xlsx"
        people.write(file, count)
        least = floor.seconds(file)
        county.serve()
        other = Other(county)
        begun = time.monotonic()
        said = county.command("roster", "import", str(file), "--kind", "returnees", "--source", "community")
        seconds = time.monotonic() - begun
        waits = other.stop()
    if said["accepted"] < count * 0.9:
        raise RuntimeError(f"only {said['accepted']} of {count} rows were accepted")
    return {"ours": {"roster": count / seconds, "roster_wait": max(waits), "roster_waits": len(waits), "roster_created": said["created"]},
            "floor": {"roster": count / least}}


class Other:
    """Somebody who marks and unmarks a central quarantine site through its action, twenty times a second, and how long each took."""

    def __init__(self, county):
        self.waits, self._stop = [], threading.Event()
        self._thread = threading.Thread(target=self._write, daemon=True)
        self._thread.start()

    def _write(self):
        from django.db import connection

        from lianfang.ground.accounts.queries import CONSOLE, named
        from lianfang.ground.days import now
        from lianfang.registers.territory.actions import mark_site
        from lianfang.registers.territory.models import Building

        building, by = Building.objects.order_by("pk").first(), named(CONSOLE)
        while not self._stop.wait(0.05):
            begun = time.monotonic()
            mark_site(building=building, is_site=not building.is_site, by=by, at=now())
            self.waits.append(time.monotonic() - begun)
        if building.is_site:
            mark_site(building=building, is_site=False, by=by, at=now())
        connection.close()

    def stop(self) -> list[float]:
        """How long each write took, in seconds."""
        self._stop.set()
        self._thread.join(30)
        return self.waits or [0.0]
