"""Facts of doorstep: campaigns and what they ask, households and visits, calls made again, seal slips, who was found."""
from .campaign import TARGETS, Area, Campaign, Questions, Share
from .found import Found
from .household import ANSWERED, NEEDS, OUTCOMES, Call, Household, Visit
from .seal import CONDITIONS, Seal, SealCheck

__all__ = ["ANSWERED", "CONDITIONS", "NEEDS", "OUTCOMES", "TARGETS", "Area", "Call", "Campaign", "Found", "Household", "Questions", "Seal",
           "SealCheck", "Share", "Visit"]
