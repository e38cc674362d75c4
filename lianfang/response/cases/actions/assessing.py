"""What was found is held against the definition of the day; the answer is kept, and changes nothing by itself."""
import json

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions.evaluator.ruling import MANUAL
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.diseases.queries import profile

from ..models import TESTS, Assessment
from ..queries.defining import PARTS, Found, items, ruling


@everything()
def assess(*, case, found: Found, by, at, because=None) -> Assessment:
    """Judge what was found by the definition in force today; the class that counts is put on the card by a person.

    Raises Refused for an item or a test that nobody asks for, and where clinical findings stand beside "no symptoms".
    """
    known = items(case.disease, day_of(at))
    strange = [code for part in PARTS for code in getattr(found, part) if code not in known[part]]
    strange += [name for name, value in found.tests.items() if value not in TESTS.get(name, ())]
    if strange:
        raise Refused(_("没有这个选项，请重选。"))
    if found.symptoms == "no" and set(found.clinical) & set(profile(case.disease, day_of(at)).symptoms):
        raise Refused(_("选了临床表现，就不是没有症状；请核对。"))
    answer = ruling(case.disease, found, day_of(at))
    with transaction.atomic():
        [told] = advance([case], "assess", flow="case", by=by, at=at, because=because)
        made = Assessment(id=uuid7(), case=case, unit_id=case.unit_id, found=json.dumps(found.as_kept(), ensure_ascii=False),
                          result=MANUAL if answer.manual_review else answer.result["result"], version=answer.version or "", row=answer.row,
                          document=answer.document, clause=answer.clause, by=by, at=at, because=told.id)
        rows.insert([made])
    return made
