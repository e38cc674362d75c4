"""What others may have done to firms."""
from time import sleep

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
from .reading import read

AT_ONCE, NAP = 300, 0.01  # rows that hold the write lock together, and seconds in which others may write
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
def import_firms(*, content, name, reach, by, at) -> tuple[int, int, list[tuple[int, str]]]:
    """Take in a sheet, some hundred rows at a time: how many firms were added, how many of those there corrected, and (row, sentence)
    of those that could not be read. The same sheet again adds nothing, so that one which broke off goes on."""
    entries, faults = read(content, name, reach)
    entries, others = _own(entries, reach)
    faults = sorted([*faults, *others])
    added = mended = 0
    for start in range(0, len(entries), AT_ONCE):
        some = entries[start:start + AT_ONCE]
        with transaction.atomic():
            new, changed = _taken(some, by, at)
        added, mended = added + new, mended + changed
        sleep(NAP)
    return added, mended, faults


def _own(entries, reach) -> tuple[list, list[tuple[int, str]]]:
    """Those that may be taken in, and (row, sentence) of those whose code stands where the writer has nothing to say."""
    codes = {code: path for start in range(0, len(entries), AT_ONCE) for code, path in Firm.objects.filter(
        code__in=[one.code for one in entries[start:start + AT_ONCE]], closed_at=None).values_list("code", "unit__path")}
    others = {code for code, path in codes.items() if not reach.covers(path)}
    says = _("“统一社会信用代码”“{code}”已经登记在别的地方，请由那边或县里更正。")
    faults = [(one.row, says.format(code=one.code)) for one in entries if one.code in others]
    return [one for one in entries if one.code not in others], faults


def _taken(entries, by, at) -> tuple[int, int]:
    """Some firms in one transaction: those that stand are corrected where they differ, the others are new."""
    rows.one_at_a_time(NUMBERS)
    there = {one.code: one for one in Firm.objects.filter(code__in=[one.code for one in entries], closed_at=None)}
    last = Firm.objects.aggregate(top=Max("number"))["top"] or 0
    made, changed = [], []
    for one in entries:
        firm = there.get(one.code)
        if firm is None:
            made.append(Firm(number=last + len(made) + 1, unit_id=one.unit, title=one.title, code=one.code, trade=one.trade,
                             office=one.office, made_at=at))
        elif (firm.title, firm.trade, firm.unit_id, firm.office) != (told := (one.title, one.trade, one.unit, one.office or firm.office)):
            firm.title, firm.trade, firm.unit_id, firm.office = told
            changed.append(firm)
    lines = [line_of(one, "enterprises.add_firm", kind="firm", by=by, at=at) for one in made]
    for one, told in zip(made, lines, strict=True):
        one.because = told.id
    rows.insert(made)
    rows.amend(changed, "title", "trade", "unit_id", "office")
    journal.write([*lines, *(line_of(one, "enterprises.amend_firm", kind="firm", by=by, at=at, data={"changed": ["sheet"]})
                             for one in changed)])
    return len(made), len(changed)


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
