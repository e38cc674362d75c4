"""The bulletins of the two days before: frozen at their cut-offs, drafted, checked and signed by three people."""
from datetime import timedelta

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import day_of
from lianfang.overview.situation import actions, cutoffs

DAYS = 2  # two issues each
BEFORE = timedelta(minutes=1)  # each is a minute early


def publish(county, staff, until):
    """Today's are left to those who look at the demo."""
    officer, epi, leader = (staff[who] for who in ("officer", "epi", "leader"))
    signers = (("drafted", actions.draft, officer), ("checked", actions.check, epi), ("signed", actions.sign, leader))
    past = [cut for cut in cutoffs.latest(until, 2 * DAYS + 2) if day_of(cut.at) < day_of(until)][:2 * DAYS]
    for cut in reversed(past):
        bulletin = actions.freeze(unit=county, cut_off_at=cut.at, by=named(SYSTEM), at=cut.at)
        for stage, act, who in signers:
            act(bulletin=bulletin, by=who, at=cutoffs.deadline(cut.at, stage) - BEFORE)
