"""What the meeting decides: worded on the spot, each with who does what, where, by when, shown by what; nothing leaves the room yet."""
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.roles import LEADERS, ROLES
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import EVIDENCE, WAYS, Decision, Share
from ..rules import usual_due
from .calling import grow
from .powers import clean, may_lead

ISSUING = ("county", "township")  # whose directives have a series of their own


@everything()
def word_decision(*, meeting, words, by, at, item=None, tag="", way="tasks", shares=()) -> Decision:
    """A decision, on an item or on none, with as many shares (as `give_share` takes them) as are known already; `way`: whether it goes out
    as tasks or as a directive, which only a county or a township issues."""
    may_lead(by, meeting.unit, at)
    if way not in WAYS or (way == "directive" and meeting.unit.level not in ISSUING):
        raise Refused(_("指令由县或乡镇下达；这里的决定只派成督办事项。"))
    if not (words := clean(words)):
        raise Refused(_("请写决定的内容。"))
    with transaction.atomic():
        grow(meeting)
        number = Decision.objects.filter(meeting=meeting).aggregate(top=Max("number"))["top"] or 0
        made = Decision(id=uuid7(), meeting=meeting, item=item, number=number + 1, words=words, tag=tag, way=way, by=by,
                        at=at)
        rows.insert([made])
        advance([meeting], "word_decision", flow="meeting", by=by, at=at, content=lambda one: {"decision": str(made.pk)})
        give_shares(decision=made, shares=shares, by=by, at=at)
    return made


@everything()
def give_shares(*, decision, shares, by, at, words="") -> list[Share]:
    """Several of them (each as `give_share` takes it), all or none; of each the same words, where any are said."""
    with transaction.atomic():
        return [give_share(decision=decision, by=by, at=at, **({"words": words} if words else {}), **share) for share in shares]


@everything()
def drop_decision(*, decision, by, at):
    """It was not decided after all."""
    meeting = decision.meeting
    may_lead(by, meeting.unit, at)
    with transaction.atomic():
        grow(meeting)
        advance([meeting], "drop_decision", flow="meeting", by=by, at=at, content=lambda one: {"decision": str(decision.pk)})
        decision.delete()


@everything()
def give_share(*, decision, by, at, words="", unit=None, role="", account=None, where="", due_at=None, evidence="text") -> Share:
    """Who does something of a decision; without words the decision's own, without a role whoever leads there, without a time the day's."""
    meeting = decision.meeting
    may_lead(by, meeting.unit, at)
    if account:
        seats = held(account, day_of(at))
        unit = next((one.unit for one in seats if one.unit.path.startswith(meeting.unit.path)), None)
        if unit is None:
            raise Refused(_("{name}在{unit}没有职务，派不了。").format(name=account.name, unit=meeting.unit.name))
    if unit and not unit.path.startswith(meeting.unit.path):
        raise Refused(_("{unit}不归这个会管。").format(unit=unit.name))
    role = "" if account else role or (LEADERS.get(unit.level, "") if unit else "")
    if role and (unit is None or ROLES[role].level != unit.level):
        raise Refused(_("{unit}没有“{role}”这个角色。").format(unit=unit.name if unit else "", role=ROLES[role].label))
    due_at = due_at or usual_due(meeting)
    if due_at <= at:
        raise Refused(_("时限已经过了，请重填。"))
    if evidence not in EVIDENCE:
        raise Refused(_("请选要什么佐证。"))
    made = Share(id=uuid7(), decision=decision, words=clean(words) or decision.words, unit=unit, role=role, account=account,
                 where=clean(where), due_at=due_at, evidence=evidence)
    with transaction.atomic():
        grow(meeting)
        rows.insert([made])
        advance([meeting], "give_share", flow="meeting", by=by, at=at, content=lambda one: {"share": str(made.pk)})
    return made


@everything()
def drop_share(*, share, by, at):
    """Not he, or not that."""
    meeting = share.decision.meeting
    may_lead(by, meeting.unit, at)
    with transaction.atomic():
        grow(meeting)
        advance([meeting], "drop_share", flow="meeting", by=by, at=at, content=lambda one: {"share": str(share.pk)})
        share.delete()
