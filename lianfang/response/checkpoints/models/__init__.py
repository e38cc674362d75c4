"""Posts and their shifts; vehicles with everybody in them; notices to where they go; passes. Open to this loop only."""
from .notice import CONTENTS, Notice
from .passage import CODES, DIRECTIONS, MEANS, OUTCOMES, PROOFS, Passage, Vehicle
from .post import DEPARTMENTS, KINDS, ROADS, STOCK, TIERS, Post, Shift, Tally
from .said import GOES, PURPOSES
from .slip import PASS_KINDS, Declared, Pass, PassUse

__all__ = ["CODES", "CONTENTS", "DEPARTMENTS", "DIRECTIONS", "GOES", "KINDS", "MEANS", "OUTCOMES", "PASS_KINDS", "PROOFS", "PURPOSES",
           "ROADS", "STOCK", "TIERS", "Declared", "Notice", "Pass", "PassUse", "Passage", "Post", "Shift", "Tally", "Vehicle"]
