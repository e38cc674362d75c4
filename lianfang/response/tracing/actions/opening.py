"""An index: opened for somebody whose contacts must be found, retimed when his onset is corrected, finished, withdrawn."""
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.diseases.queries import profile
from lianfang.registers.people.actions import enrol
from lianfang.registers.people.models import Person

from ..models import OPEN, OURS, Contact, Index
from ..queries.judging import proposals
from .deciding import recompute
from .following import turn, withdraw


@everything()
def open_index(*, person, disease, anchor, anchor_on, by, at, isolated_at=None, record=None, because=None) -> Index:
    """Look for the contacts of somebody from so many days before his onset (or sampling) as the disease says; who was a contact himself
    becomes a case. Asked again for whom it is open already, that one is given, retimed if need be.
    """
    _check(disease, anchor_on, isolated_at, at)
    if there := Index.objects.filter(person=person, disease=disease, state__in=OPEN).first():
        return retime_index(index=there, anchor=anchor, anchor_on=anchor_on, isolated_at=isolated_at, by=by, at=at, because=because)
    index = Index(person=person, unit_id=person.unit_id, disease=disease, anchor=anchor, anchor_on=anchor_on,
                  from_on=_first_day(disease, anchor_on, at), isolated_at=isolated_at, record=record, opened_by=by, opened_at=at,
                  because=because)
    try:
        with transaction.atomic():
            index.save(force_insert=True)
            [told] = advance([index], "open_index", flow="index", by=by, at=at, because=because, content=_says)
            if index.because is None:
                index.because = told.id
                rows.amend([index], "because")
            open_turns("index", [index], at=at, because={index.pk: told.id})
            turn(person=person, disease=disease, by=by, at=at, because=told.id)
    except IntegrityError:
        raise Refused(_("这个人的密接排查已经开始了，请刷新再看。")) from None
    return index


@everything()
def trace_case(*, record, person, disease, anchor, anchor_on, by, at, because=None) -> Index | None:
    """Look for the contacts of a case (by its id), or correct its days; what was ended or withdrawn by a person stays so.

    Another disease on the card is another search. Nothing where the disease's profile has no contact watched.
    """
    if there := Index.objects.filter(record=record, disease=disease).order_by("-opened_at").first():
        if there.state not in OPEN:
            return there
        kept = there.isolated_at if _may_be(there.isolated_at, disease, anchor_on, at) else None
        return retime_index(index=there, anchor=anchor, anchor_on=anchor_on, isolated_at=kept, by=by, at=at, because=because)
    withdraw_case(record=record, by=by, at=at, because=because)
    known = profile(disease, day_of(at))
    if known is None or not known.watch_days:
        return None
    return open_index(person=Person.objects.get(pk=person), disease=disease, anchor=anchor, anchor_on=anchor_on, record=record,
                      by=by, at=at, because=because)


@everything()
def withdraw_case(*, record, by, at, because=None):
    """A case (by its id) was none: its index is withdrawn."""
    for index in Index.objects.filter(record=record, state__in=OPEN):
        close_index(index=index, by=by, at=at, because=because)


@everything()
def report_index(*, who, unit, disease, anchor, anchor_on, by, at, isolated_at=None) -> Index:
    """Open an index for somebody told by his papers: he is found in the register, or recorded there as a case."""
    _check(disease, anchor_on, isolated_at, at)
    with transaction.atomic():
        county = (above(unit, "county") or unit).pk
        [person] = enrol(told=[who], unit_id=county, category="case", source=gettext_noop("流调：密接排查"), on=anchor_on, by=by, at=at)
        return open_index(person=person, disease=disease, anchor=anchor, anchor_on=anchor_on, isolated_at=isolated_at, by=by, at=at)


@everything()
def retime_index(*, index, anchor, anchor_on, by, at, isolated_at=None, because=None) -> Index:
    """Correct the onset, the sampling or the isolation: the days that count are other ones, and the contacts are looked at anew."""
    _check(index.disease, anchor_on, isolated_at, at)
    now = (anchor, anchor_on, isolated_at)
    if (index.anchor, index.anchor_on, index.isolated_at) == now:
        return index
    index.anchor, index.anchor_on, index.isolated_at = now
    index.from_on = _first_day(index.disease, anchor_on, at)
    with transaction.atomic():
        if index.state == "following":
            advance([index], "reopen_index", flow="index", by=by, at=at, because=because)
        advance([index], "retime_index", flow="index", by=by, at=at, because=because, content=_says,
                also=("anchor", "anchor_on", "isolated_at", "from_on"))
        recompute(index=index, by=by, at=at)
    return index


@everything()
def finish_index(*, index, by, at) -> Index:
    """All contacts are found, and each is decided on; Refused while somebody is not."""
    if left := len(proposals(index, at)):
        raise Refused(_("还有 {n} 人没有定，定完才算排查完毕。").format(n=left))
    advance([index], "finish_index", flow="index", by=by, at=at)
    return index


@everything()
def close_index(*, index, by, at, because=None) -> Index:
    """He was no case after all: his contacts are withdrawn; what each is under stands until somebody has looked at it, unless he is
    another's contact still. Whose contact he was before, decides on him again."""
    index.closed_at = at
    with transaction.atomic():
        [told] = advance([index], "close_index", flow="index", by=by, at=at, because=because, also=("closed_at",))
        open_contacts = Contact.objects.filter(index=index, state__in=(*OURS, "received"))
        withdraw(contacts=list(open_contacts.order_by("pk")), by=by, at=at, because=told.id)
        turned = Contact.objects.filter(person=index.person_id, state="turned").values("index")
        again = list(Index.objects.filter(pk__in=turned, disease=index.disease, state="following").order_by("pk"))
        advance(again, "reopen_index", flow="index", by=by, at=at, because=told.id)
    return index


def _check(disease, anchor_on, isolated_at, at):
    if profile(disease, day_of(at)) is None:
        raise Refused(_("疾病档案里没有这种病，请先加上。"))
    if anchor_on > day_of(at):
        raise Refused(_("发病、采样日期还没有到。"))
    if not _may_be(isolated_at, disease, anchor_on, at):
        raise Refused(_("隔离时间不在可能的范围里，请核对。"))


def _may_be(isolated_at, disease, anchor_on, at) -> bool:
    """Whether he may have been isolated then: not yet known, or from the first day that counts on."""
    return isolated_at is None or (isolated_at <= at and day_of(isolated_at) >= _first_day(disease, anchor_on, at))


def _first_day(disease, anchor_on, at) -> date:
    """So many days before as the disease's profile says."""
    return anchor_on - timedelta(days=_lookback(disease, at))


def _lookback(disease, at) -> int:
    return profile(disease, day_of(at)).lookback_days or 0


def _says(index) -> dict:
    return {"disease": index.disease, "on": index.anchor_on.isoformat(), "from": index.from_on.isoformat()}
