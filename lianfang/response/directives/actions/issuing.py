"""A directive is issued in its own series, received by name and time, chased, and answered."""
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns, urge
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.queries import may_urge
from lianfang.registers.people.typed.telling import said

from .. import storage
from ..models import OPEN, Directive, Receipt, Task
from .closing import WHY, end_directive, settle
from .giving import give
from .posts import must_lead, must_own, office, own_post, seat
from .specs import Group, TaskSpec

NUMBERS = 7041  # the advisory lock of whoever hands out numbers on PostgreSQL
LONG_TEXT, LONG_TITLE = 20_000, 120
ISSUING = ("county", "township")


@everything()
def issue(*, title, text, by, at, to: Iterable[Unit] = (), tasks: Iterable[TaskSpec] = (), source="document", because=None,
          kind="instruction", groups: Iterable[Group] = (), basis="", replaces=None, file=None, tags=(), origin=None,
          unit=None) -> Directive:
    """Issue a directive to units of the tree and named groups (Group), with its measures as tasks (TaskSpec); `file`: name and bytes.

    Whoever is given a task receives it too. Raises Refused when it goes to nobody, or to a place outside the issuer's.
    """
    tasks = list(tasks)
    to = {one.pk: one for one in map(office, (*to, *(one.unit for one in tasks if not one.group)))}
    groups = {one.code: one for one in (*groups, *(Group(one.group, one.group_name, one.account) for one in tasks if one.group))}
    if not to and not groups:
        raise Refused(_("请选发给谁：单位或工作组。"))
    made = Directive(id=uuid7(), unit=unit or _from(by, at, because, next(iter(to.values()), None)), kind=kind,
                     title=said(title, _("标题"), LONG_TITLE),
                     text=said(text, _("正文"), LONG_TEXT), basis=basis.strip(), measures=_measures(tasks), source=source, origin=origin,
                     tags=list(tags), issued_by=by, issued_at=at, replaces=replaces, because=because,
                     file_name=file[0] if file else "")
    _check(made, to.values(), by)
    with transaction.atomic():
        _number(made)
        rows.insert([made])
        [told] = advance([made], "issue", flow="directive", by=by, at=at, because=because, content=lambda one: {"serial": one.serial})
        open_turns("directive", [made], at=at, because={made.pk: told.id})
        _send(made, to.values(), groups.values(), by, at, told.id)
        give(tasks=tasks, source=source, by=by, at=at, because=told.id, origin=origin, directive=made, given_unit=made.unit)
        if file:
            storage.FILES.keep(made.pk, file[1])
    return made


def _from(by, at, because, near) -> Unit:
    """Whose directive it is: the issuer's own post; what follows from elsewhere is the county's."""
    if because is None and not by.is_program:
        return own_post(by, at)
    return Unit.objects.get(pk=near.ancestor_ids[0]) if near else Unit.objects.get(parent=None)


def _check(made, to, by):
    if made.unit.level not in ISSUING:
        raise Refused(_("指令由县或乡镇下达；村里要办的事请用“交办”。"))
    for one in to:
        if not one.path.startswith(made.unit.path):
            raise Refused(_("“{unit}”不在“{own}”辖区里。").format(unit=one.name, own=made.unit.name))


def _number(made):
    """The next number of its series in its year."""
    row = decisions.decide("directive_series", {"kind": made.kind}, unit=made.unit.path, on=day_of(made.issued_at))
    if row.hit is None:
        raise Refused(_("字号表里没有这一种文，请先补上。"))
    rows.one_at_a_time(NUMBERS)
    made.series, made.year = row.result["series"].replace("{unit}", made.unit.name)[:60], day_of(made.issued_at).year
    before = Directive.objects.filter(series=made.series, year=made.year).aggregate(top=Max("serial"))["top"]
    made.serial = (before or 0) + 1
    made.number = made.series.replace("{year}", str(made.year)).replace("{n}", str(made.serial))


def _send(made, to, groups, by, at, because):
    receipts = [Receipt(id=uuid7(), directive=made, unit=one, sent_at=at, because=because) for one in to]
    receipts += [Receipt(id=uuid7(), directive=made, unit=seat(one.account, made.unit, at), group=one.code, group_name=one.name,
                         account=one.account, sent_at=at,
                         because=because) for one in groups]
    rows.insert(receipts)
    lines = advance(receipts, "send_directive", flow="receipt", by=by, at=at, because=because)
    open_turns("receipt", receipts, at=at, because={told.record: told.id for told in lines})


def _measures(tasks) -> list[dict]:
    """The items as they are issued: the same words for several units are one item."""
    found: dict = {}
    for one in tasks:
        key = (one.words, one.evidence, one.due_at.isoformat() if one.due_at else "", one.urgency)
        found.setdefault(key, []).append(one.group_name or one.unit.name)
    return [{"words": words, "evidence": evidence, "due": due, "urgency": urgency, "who": who}
            for (words, evidence, due, urgency), who in found.items()]


@everything()
def replace_directive(*, directive, why, by, at, **told) -> Directive:
    """Another directive follows it; what is open of the old one is withdrawn. Returns the new one (told as `issue` takes it)."""
    must_lead(directive.unit, by, at)
    why = said(why, _("为什么用新的代替"), WHY)
    with transaction.atomic():
        end_directive(directive, "replace_directive", why, by, at)
        return issue(replaces=directive, unit=directive.unit, by=by, at=at, **told)


@everything()
def receive(*, receipt, by, at):
    """Received: by whom, when."""
    must_own(receipt, by, at)
    receipt.received_by, receipt.received_at = by, at
    with transaction.atomic():
        lines = advance([receipt], "receive", flow="receipt", by=by, at=at, also=("received_by_id", "received_at"))
        settle({receipt.directive_id}, at=at, because=lines[0].id)
    return lines


@everything()
def feed_back(*, receipt, words, by, at):
    """What became of it there."""
    if receipt.received_by_id != by.pk:
        must_own(receipt, by, at)
    receipt.feedback, receipt.feedback_by, receipt.feedback_at = said(words, _("落实情况")), by, at
    return advance([receipt], "feed_back", flow="receipt", by=by, at=at, also=("feedback", "feedback_by_id", "feedback_at"))


@everything()
def chase(*, directive, by, at):
    """Urge whoever has not received it, or has not done what it asks; returns the lines."""
    must_lead(directive.unit, by, at)
    waiting = [*Receipt.objects.filter(directive=directive, state="waiting").values_list("pk", flat=True),
               *Task.objects.filter(directive=directive, state__in=OPEN, due_at__lte=at).values_list("pk", flat=True)]
    posts = held(by, day_of(at))
    turns = Turn.objects.open().filter(record__in=waiting).select_related("unit")
    return urge(turns=[one for one in turns if may_urge(posts, one.level, one.unit)], by=by, at=at)
