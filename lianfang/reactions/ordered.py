"""What a meeting decided is given to be done; the groups of the headquarters are known to whoever orders something."""
from lianfang.ground.journal.reactions import Reaction
from lianfang.overview.command import queries as command
from lianfang.overview.meetings import queries as meetings
from lianfang.response.directives import actions as directives
from lianfang.response.directives import queries as tasks

EVIDENCE = {"photo": "photo"}  # everything else is told in words


def decisions_are_given(lines):
    """Each share of a decision that stands is given to whoever the meeting named, by when it said; its words are what was read back."""
    told = {line.record: line for line in lines}
    for one in meetings.handed(told):
        line = told[one.decision.pk]
        specs = [directives.TaskSpec(_words(share), share.unit or one.meeting.unit, role=_role(share), account=share.account,
                                     due_at=share.due_at, evidence=EVIDENCE.get(share.evidence, "words"),
                                     tags=(one.decision.tag,) if one.decision.tag else ()) for share in one.shares]
        directives.give(tasks=specs, source="meeting", origin=one.decision.pk, by=one.decision.by, at=line.at, because=line.id,
                        given_unit=one.meeting.unit)


def _words(share) -> str:
    return f"{share.words}（{share.where}）" if share.where else share.words


def _role(share) -> str:
    return "" if share.account_id else share.role


tasks.hand_in(command.groups_on)

ORDERED = [Reaction("meetings.decide", decisions_are_given, ("directives.give",))]
