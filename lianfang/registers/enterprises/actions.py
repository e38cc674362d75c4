"""What others may have done to firms."""
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused

from . import credit
from .models import Firm

NUMBERS = 5_130_216  # whoever counts firms on waits for the one before


@everything()
def add_firm(*, unit, title, code, office, by, at, trade="other", because=None) -> Firm:
    """Enter a firm where it is. Raises Refused for a code that none has, or that another firm has."""
    made = Firm(unit=unit, title=title.strip(), code=credit.read(code), office=office.strip(), trade=trade, made_at=at)
    if not made.title or not made.code:
        raise Refused(_("请写企业名称和 18 位统一社会信用代码，代码的校验位要对。"))
    try:
        with transaction.atomic():
            rows.one_at_a_time(NUMBERS)
            made.number = (Firm.objects.aggregate(top=Max("number"))["top"] or 0) + 1
            told = line_of(made, "enterprises.add_firm", kind="firm", by=by, at=at, because=because)
            made.because = told.id
            rows.insert([made])
            journal.write([told])
    except IntegrityError:
        raise Refused(_("这个信用代码已经登记了一家企业。")) from None
    return made


@everything()
def amend_firm(*, firm, title, office, unit, by, at, trade=None, because=None) -> Firm:
    """Correct what a firm is called, what it does, where it is, how its office is reached; its code stays."""
    if not title.strip():
        raise Refused(_("请写企业名称。"))
    firm.title, firm.office, firm.unit, firm.trade = title.strip(), office.strip(), unit, trade or firm.trade
    return _changed(firm, "enterprises.amend_firm", ("title", "office", "unit_id", "trade"), by, at, because)


@everything()
def close_firm(*, firm, by, at, because=None) -> Firm:
    """It is a firm of this county no more; its number is nobody else's."""
    firm.closed_at = at
    return _changed(firm, "enterprises.close_firm", ("closed_at",), by, at, because)


def _changed(firm, verb, names, by, at, because) -> Firm:
    with transaction.atomic():
        rows.amend([firm], *names)
        journal.write([line_of(firm, verb, kind="firm", by=by, at=at, because=because, data={"changed": list(names)})])
    return firm
