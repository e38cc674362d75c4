"""Figures are told once: who drafts a bulletin signs for them in the ledger, and what is changed there is corrected on the bulletin."""
from lianfang.ground.accounts.models import Account
from lianfang.ground.journal.reactions import Reaction
from lianfang.overview.ledger import actions as ledger
from lianfang.overview.ledger import queries as changes
from lianfang.overview.situation import actions as situation
from lianfang.overview.situation import queries as bulletins


def drafters_sign(lines):
    """Who drafts the bulletin of a cut-off stands for its figures being those of the cut-off."""
    told = {line.record: line for line in lines}
    for one in bulletins.bulletins_named(told):
        line = told[one.pk]
        ledger.sign_with(unit=one.unit, cut_off_at=one.cut_off_at, by=Account.objects.get(pk=line.by), at=line.at, because=line.id)


def bulletins_follow(lines):
    """The bulletins that told a figure that was changed print both."""
    told = {line.record: line for line in lines}
    for one in changes.changes_named(told):
        line = told[one.pk]
        situation.follow(figures=[(figure.unit_id, figure.code) for figure in one.figures.all()], cut_off_at=one.cut.cut_off_at,
                         reason=one.reason, by=one.second or one.by, at=line.at)


PAPERS = [Reaction("situation.draft", drafters_sign, ("ledger.sign",)),
          Reaction("ledger.change", bulletins_follow, ("situation.correct",))]
