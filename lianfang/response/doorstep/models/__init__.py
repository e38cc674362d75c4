"""Facts of doorstep: campaigns and what they ask, households and visits, calls made again, seal slips, who was found."""
from .campaign import TARGETS, Area, Campaign, Questions, Share
from .comparison import SETTLED, Claim, Comparison, Mismatch
from .found import Found
from .household import ANSWERED, NEEDS, OUTCOMES, Call, Household, Visit
from .leaving import PROOFS, PURPOSES, Leave, TripProof
from .seal import CONDITIONS, Seal, SealCheck

__all__ = ["ANSWERED", "CONDITIONS", "NEEDS", "OUTCOMES", "PROOFS", "PURPOSES", "SETTLED", "TARGETS", "Area", "Call", "Campaign", "Claim",
           "Comparison", "Found", "Household", "Leave", "Mismatch", "Questions", "Seal", "SealCheck", "Share", "TripProof", "Visit"]
