"""Forms handed in as spreadsheets: versions are kept, never changed; a running campaign may go on with a newer one."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.outbox.xlsform import Unreadable, read
from lianfang.ground.workflow import Refused

from ..models import Campaign, Questions


@everything()
def take_questions(*, content, unit, by, at) -> Questions:
    """Keep a version of a form for a unit and all below; the same version handed in twice is one, another under its number is refused.

    Raises Refused with what to mend where the sheet cannot be asked at a door.
    """
    try:
        form = read(content, personal=_("“{label}”：入户排查只记户，不问姓名、号码、住址；要登记到人请用“登记从外地回来的人”。"))
    except Unreadable as wrong:
        raise Refused(str(wrong)) from wrong
    made = Questions(id=uuid7(), unit=unit, code=form["code"], version=form["version"], title=form["title"], form=form, by=by, at=at)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
            journal.write([line("doorstep.take_questions", kind="questions", record=made.pk, by=by.id, at=at, unit=unit.pk)])
    except IntegrityError:
        kept = Questions.objects.get(unit=unit, code=made.code, version=made.version)
        if kept.form != form:
            raise Refused(_("版本 {version} 已经有了，内容不一样：改过的表请换一个版本号。").format(version=made.version)) from None
        return kept
    return made


@everything()
def ask_anew(*, campaign, questions, by, at) -> Campaign:
    """A running campaign asks by another version from now on; what comes in of an older one is taken and marked."""
    if campaign.state != "running":
        raise Refused(_("排查已经结束了。"))
    with transaction.atomic():
        campaign.questions = questions
        campaign.save(update_fields=["questions"])
        journal.write([line("doorstep.ask_anew", kind="campaign", record=campaign.pk, by=by.id, at=at, unit=campaign.unit_id,
                            data={"questions": str(questions.pk) if questions else None})])
    return campaign
