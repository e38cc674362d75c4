"""Rosters at rest: sealed files in the home, deleted when nothing needs them any more."""
from lianfang.ground.vault.files import SealedFiles

ROSTER, CORRECTION = SealedFiles("roster", "screening.roster"), SealedFiles("correction", "screening.correction")
SENDER = SealedFiles("sender", "screening.sender")  # a list of leads as it came, to be returned answered
