"""The import contracts bite: each planted import breaks the one that forbids it."""
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.checkout import ROOT

MODULES = [
    "config.settings", "entry.home.views", "reactions", "overview.situation.queries", "overview.situation.views",
    "response.screening.actions", "response.screening.models", "response.isolation.flow", "response.isolation.models",
    "response.isolation.queries", "response.isolation.actions", "response.isolation.views",
    "registers.people.models", "registers.people.actions", "registers.territory.models",
    *(f"ground.{room}" for room in ("outbox", "ui", "sheets", "documents", "indicators", "workflow", "retention", "decisions", "accounts")),
    *(f"ground.{room}" for room in ("keeping", "clock", "units", "vault", "journal", "ids", "rows", "days", "faults", "kept")),
]  # fmt: skip


def broken(house, imports=None):
    """Numbers of the contracts that do not hold in a house of empty rooms with these imports."""
    for module in MODULES:
        path = Path("lianfang", *module.split("."))
        for room in path.parents[:-1]:
            house.put(room / "__init__.py")
        house.put(path.with_suffix(".py"), (imports or {}).get(module, ""))
    linter = Path(sys.executable).parent / "lint-imports"
    command = [linter, "--no-logo", "--no-cache", "--config", ROOT / ".importlinter"]
    done = subprocess.run(command, cwd=house.root, env={**os.environ, "PYTHONPATH": str(house.root)}, capture_output=True, text=True)
    assert "Contracts" in done.stdout, done.stdout + done.stderr
    return {line.split()[0] for line in done.stdout.splitlines() if line.endswith("BROKEN")}


def test_an_empty_house_stands(house):
    assert broken(house) == set()


@pytest.mark.parametrize(
    ("module", "says", "contract"),
    [
        ("ground.units", "import lianfang.response.isolation.queries", "1"),
        ("registers.people.actions", "import lianfang.response.isolation.actions", "1"),
        ("response.isolation.actions", "import lianfang.overview.situation.queries", "1"),
        ("ground.journal", "import lianfang.ground.workflow", "1b"),
        ("ground.days", "import lianfang.ground.ids\nimport lianfang.ground.clock", "1b"),
        ("response.screening.actions", "import lianfang.response.isolation.actions", "2"),
        ("response.isolation.models", "import lianfang.response.isolation.actions", "4"),
        ("registers.people.models", "import lianfang.registers.people.actions", "4"),
        ("overview.situation.queries", "import lianfang.overview.situation.views", "4"),
        ("response.isolation.flow", "import django", "5"),
        ("response.isolation.flow", "import lianfang.ground.days", "5"),
        ("reactions", "import lianfang.response.isolation.models", "6"),
        ("entry.home.views", "import lianfang.response.isolation.views", "6"),
        ("overview.situation.queries", "import lianfang.response.isolation.models", "6"),
    ],
)
def test_a_planted_import_breaks_its_contract(house, module, says, contract):
    assert contract in broken(house, {module: says})


def test_a_ring_between_registers_is_seen(house):
    ring = {
        "registers.people.actions": "import lianfang.registers.territory.models",
        "registers.territory.models": "import lianfang.registers.people.models",
    }
    assert "3" in broken(house, ring)


def test_a_room_of_ground_that_nobody_placed_is_seen(house):
    house.put("lianfang/ground/drawer.py")
    assert "1b" in broken(house)
