"""What was seen on a visit: answers, points, people; with that an unannounced visit comes to the eyes of the place."""
import json

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.outbox.actions import attach_photo
from lianfang.ground.outbox.xlsform import full_marks
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Member, Sheet, Visit
from ..queries.visits import asked_on
from ..rules import focus
from .shared import LONGEST

FULL = 10_000  # hundredths of a hundred points


@everything()
def finish_visit(*, visit, people, answers, note, by, at, photo=None, asked=None) -> Sheet:
    """What the team saw: how many went, what the checklists of the day say ({checklist id: answers}), a note, a photo (bytes).

    The score is what the weighted questions earned of what they could; it counts in the round as long as that is not closed. `asked`: the
    checklists as a phone carried them, else those of the day. Raises Refused for who is not in the team, and before the day of the visit.
    """
    if not may_go(visit, by, at):
        raise Refused(_("只有本组的人登记检查结果。"))
    if day_of(at) < visit.on:
        raise Refused(_("还没有到检查的日子（{day}）。").format(day=visit.on))
    if not 1 <= people <= 99:
        raise Refused(_("去了几个人要写 1 到 99。"))
    if len(note or "") > LONGEST:
        raise Refused(_("{what}太长：最多 {n} 个字。").format(what=_("情况"), n=LONGEST))
    with transaction.atomic():
        visit = Visit.objects.select_related("team", "round__checklist", "place").select_for_update(of=("self",)).get(pk=visit.pk)
        asked = asked_on(visit, day_of(at)) if asked is None else asked
        answers = {str(key): given for key, given in answers.items() if given}
        [told] = advance([visit], "finish_visit", flow="inspection_visit", by=by, at=at, content=lambda one: {"people": people})
        sheet = Sheet.objects.filter(visit=visit).first() or Sheet(id=uuid7(), unit=visit.place, visit=visit, kind=visit.team.kind)
        sheet.on, sheet.topics, sheet.is_unannounced = day_of(at), focus(visit.team.kind, day_of(at),
                                                                         visit.place.path), visit.is_unannounced
        sheet.round = visit.round if visit.round and visit.round.state == "running" else None
        sheet.people, sheet.note, sheet.answers = people, note or "", json.dumps(answers, ensure_ascii=False)
        sheet.forms, sheet.score = [str(one.pk) for one in asked], score_of(asked, answers)
        sheet.done_at, sheet.done_by, sheet.because = at, by, told.id
        if sheet._state.adding:
            rows.insert([sheet])
        else:
            sheet.save()
        if photo:
            attach_photo(content=photo, record=sheet, by=by, at=at)
    return sheet


def may_go(visit, by, at) -> bool:
    """Whether somebody records what a visit saw: who is in the team, and who plans its visits."""
    return Member.objects.filter(team=visit.team_id, account=by.pk).exists() or may_do(by, "muster", visit.unit, day_of(at))


def score_of(checklists, answers) -> int | None:
    """Hundredths of a point: what the weighted questions that were asked earned of the most they could; None where none was."""
    earned = most = 0.0
    for one in checklists:
        given = answers.get(str(one.pk), {})
        for field in one.form["fields"]:
            if "weight" in field and field["name"] in given:
                earned += field["weight"] * float(given[field["name"]]) / full_marks(field)
                most += field["weight"]
    return round(FULL * min(earned / most, 1)) if most else None
