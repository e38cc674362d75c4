"""What a meeting decided is given to be done; the groups of the headquarters are known to whoever orders something."""
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from lianfang.ground.journal.reactions import Reaction
from lianfang.overview.command import queries as command
from lianfang.overview.meetings import queries as meetings
from lianfang.response.directives import actions as directives
from lianfang.response.directives import queries as tasks

PAPER = "zh-hans"  # a directive goes out in the language of the county's papers
EVIDENCE = {"photo": "photo"}  # everything else is told in words


def decisions_are_given(lines):
    """Each share of a decision that stands is given to whoever the meeting named, by when it said, under a directive of its own where the
    meeting wanted one; its words are what was read back."""
    lines = {line.record: line for line in lines}
    for one in meetings.handed(lines):
        line = lines[one.decision.pk]
        specs = [directives.TaskSpec(_words(share), share.unit or one.meeting.unit, role=_role(share), account=share.account,
                                     due_at=share.due_at, evidence=EVIDENCE.get(share.evidence, "words"),
                                     tags=(one.decision.tag,) if one.decision.tag else ()) for share in one.shares]
        told = {"tasks": specs, "source": "meeting", "origin": one.decision.pk, "by": one.decision.by, "at": line.at, "because": line.id}
        if one.decision.way == "directive":
            with translation.override(PAPER):
                title = _("关于落实{meeting}第{n}条决定的指令").format(meeting=meetings.name_of(one.meeting), n=one.decision.number)
            directives.issue(title=title, text=one.decision.words, unit=one.meeting.unit, tags=specs[0].tags, **told)
        else:
            directives.give(given_unit=one.meeting.unit, **told)


def _words(share) -> str:
    return f"{share.words}（{share.where}）" if share.where else share.words


def _role(share) -> str:
    return "" if share.account_id else share.role


tasks.hand_in(command.groups_on)

ORDERED = [Reaction("meetings.decide", decisions_are_given, ("directives.give", "directives.issue", "directives.send_directive"))]
