"""Checklists handed in as spreadsheets: versions are kept, never changed."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.outbox.xlsform import Unreadable, read
from lianfang.ground.workflow import Refused

from ..models import Checklist
from ..rules import topic_words


@everything()
def take_checklist(*, content, topic, by, at) -> Checklist:
    """Keep a version of a checklist for a topic; the same version handed in twice is one, another under its number is refused.

    Raises Refused with what to mend where the sheet cannot be asked.
    """
    if topic not in dict(topic_words()):
        raise Refused(_("没有这个重点。"))
    try:
        form = read(content, personal=_("“{label}”：检查表只问单位，不问姓名、号码、住址。"))
    except Unreadable as wrong:
        raise Refused(str(wrong)) from wrong
    made = Checklist(id=uuid7(), topic=topic, code=form["code"], version=form["version"], title=form["title"] or form["code"], form=form,
                     is_scored=any("weight" in field for field in form["fields"]), by=by, at=at)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
            journal.write([line("inspection.take_checklist", kind="checklist", record=made.pk, by=by.id, at=at)])
    except IntegrityError:
        kept = Checklist.objects.get(code=made.code, version=made.version)
        if kept.form != form or kept.topic != topic:
            raise Refused(_("版本 {version} 已经有了，内容不一样：改过的表请换一个版本号。").format(version=made.version)) from None
        return kept
    return made
