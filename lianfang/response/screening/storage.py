"""Rosters at rest: sealed files in the home, deleted when nothing needs them any more."""
from lianfang.ground.vault.files import SealedFiles

ROSTER, CORRECTION = SealedFiles("roster", "screening.roster"), SealedFiles("correction", "screening.correction")
