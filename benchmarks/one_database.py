"""Measures everything on the database that DATABASE_URL names, and writes ours and the floors as JSON; run by benchmarks itself."""
import argparse
import importlib
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from .county import County
from .figures import BY_CODE

ROWS = ("seeding", "starting", "pages", "deciding", "working", "papers", "meetings", "checks", "doors", "passages", "outbox", "guarding",
        "phone", "tracing", "tubes", "chains",
        "switching",  # it binds a hundred thousand, and tries a policy on them
        "rosters",  # it grows the county
        "ending")  # and this one empties it


def main():
    """Seed, measure, stop, tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--home", type=Path, help="a county seeded before, instead of a new one")
    asked.add_argument("--quick", action="store_true")
    asked.add_argument("--only", action="append", default=[])
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="lianfang-bench-") as folder:
        county = County(given.home or Path(folder), given.quick, {"LIANFANG_HOME": str(given.home or folder), "LIANFANG_DEBUG": ""})
        result = {"ours": {}, "floor": {}, "faults": {}}
        try:
            _measure(county, given, result)
        finally:
            county.close()
        if county.most_memory:
            result["ours"]["memory"] = county.most_memory
        result |= {"about": _about(county), "is_quick": county.is_quick}
        given.out.write_text(json.dumps(result, ensure_ascii=False, indent=1))


def _measure(county, given, result):
    """Each row, the seeding first; a row that fails is told and the others go on."""
    for name in ROWS:
        if name == "seeding" and given.home:
            county.open()
            continue
        if name != "seeding" and given.only and name not in given.only:
            continue
        begun = time.monotonic()
        try:
            found = importlib.import_module(f".rows.{name}", __package__).measure(county)
        except Exception as fault:
            if name == "seeding":
                raise
            result["faults"][name] = f"{type(fault).__name__}: {fault}"
            say(f"{name}: {result['faults'][name]}")
            continue
        for kind in ("ours", "floor"):
            result[kind] |= {code: value for code, value in found.get(kind, {}).items() if code in BY_CODE}
        say(f"{name} ({time.monotonic() - begun:.0f} s): {', '.join(f'{k} {v:.4g}' for k, v in found['ours'].items())}"
            + (f" | floor {found['floor']}" if found.get("floor") else ""))


def _about(county):
    with open("/proc/cpuinfo") as lines:
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "")
    return f"size {county.size}, {os.cpu_count()} cores, {model}, load {os.getloadavg()[0]:.1f} at the end"


def say(text):
    """Progress, on stderr."""
    print(f"  {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
