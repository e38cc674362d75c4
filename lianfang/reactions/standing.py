"""What a response level's run card stands up elsewhere: meetings run from that day on, all else is the headquarters' to see to."""
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.reactions import Reaction
from lianfang.overview.command import queries as command
from lianfang.overview.meetings import actions as meetings
from lianfang.response.directives import actions as directives

CARD = {"table": _("核对规则表：{what}"), "post": _("岗位上岗：{what}"), "site": _("场所启用：{what}"), "message": _("公告通知：{what}")}
PAPER = "zh-hans"  # an order goes out in the language of the county's papers


def series_run(lines):
    """The series of meetings on the card are held from now on."""
    told = {line.record: line for line in lines}
    for one in command.stood_up(told):
        if one.kind == "series":
            line = told[one.pk]
            meetings.start_series(unit=one.response.emergency.unit, series=one.item, by=named(SYSTEM), at=line.at, because=line.id)


def card_is_given(lines):
    """What else the card asks for is the duty officer's to see to."""
    told = {line.record: line for line in lines}
    for one in command.stood_up(told):
        if one.kind in CARD:
            line = told[one.pk]
            with translation.override(PAPER):
                words = CARD[one.kind].format(what=command.item_words(one.kind, one.item))
            spec = directives.TaskSpec(words, one.response.emergency.unit, role="duty_officer")
            directives.give(tasks=[spec], source="other", by=named(SYSTEM), at=line.at, because=line.id, origin=one.pk)


STANDING = [Reaction("command.stand_up", series_run, ("meetings.start_series",)),
            Reaction("command.stand_up", card_is_given, ("directives.give",))]
