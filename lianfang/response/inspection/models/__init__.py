"""Facts of inspection: teams, rounds, visits, problems, case files, rankings, markets, cadres. Open to this loop only."""
from .cadres import WAYS, Assessment, Commendation
from .markets import CHANNELS, MARKETS, Complaint, MarketCase, MarketCheck
from .plans import LEVELS, PERIODS, Checklist, Round, Visit
from .problems import KINDS, OUTCOMES, CaseFile, Problem, Written
from .scores import Dispute, LastPlace, Sheet, Standing
from .teams import DUTIES, RANKS, TEAMS, Member, Team

__all__ = ["CHANNELS", "DUTIES", "KINDS", "LEVELS", "MARKETS", "OUTCOMES", "PERIODS", "RANKS", "TEAMS", "WAYS", "Assessment", "CaseFile",
           "Checklist", "Commendation", "Complaint", "Dispute", "LastPlace", "MarketCase", "MarketCheck", "Member", "Problem", "Round",
           "Sheet", "Standing", "Team", "Visit", "Written"]
