"""Somebody goes and sees that it is shut: asked of each village, or of each market; what stands open is the township's turn."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import SYSTEM, may_do, named
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.outbox.actions import attach_photo
from lianfang.ground.units.models import RANK, Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin
from lianfang.ground.workflow.queries import is_turn_of
from lianfang.registers.enterprises.models import Firm

from ..models import Check
from ..queries.book import book, ids_of, under_any
from ..rules import rules_of
from .shared import said

FLOW, SEEING = "closure_check", ("record", "inspect")


def ask_checks(closure, *, by, at, because):
    """A turn for each village or firm that the table wants to be seen once the order has begun; returns them."""
    asked_at = max(at, closure.from_at)
    areas = [one.unit for one in closure.areas.select_related("unit")]
    rulings = rules_of(closure.kind, closure.what, closure.unit, at)
    proofs = dict(zip(closure.what, rulings, strict=True)) if closure.kind == "trade" else {"": rulings[0]}
    by_firm = [what for what, one in proofs.items() if one.result["proof"] == "firm"]
    by_unit = [what for what, one in proofs.items() if one.result["proof"] == "unit"]
    firms = Firm.objects.filter(under_any(area.path for area in areas), closed_at=None)
    made = [Check(closure=closure, unit_id=one.unit_id, firm=one, asked_at=asked_at)
            for one in firms.filter(trade__in=by_firm).order_by("number")]
    if by_unit:
        places = _villages(areas)
        if closure.kind == "trade":  # a village without any such place has nothing to be seen
            there = {pk for path in firms.filter(trade__in=by_unit).values_list("unit__path", flat=True).distinct() for pk in ids_of(path)}
            places = [one for one in places if one.pk in there]
        made += [Check(closure=closure, unit=one, asked_at=asked_at) for one in places]
    return begin(made, "ask_check", flow=FLOW, by=by, at=at, because=because) if made else []


def _villages(areas) -> list[Unit]:
    """The villages of what is wider, and what is narrower as it is."""
    wide = [one for one in areas if RANK[one.level] < RANK["village"]]
    inside = under_any((one.path for one in wide), "path__under")
    found = list(Unit.objects.filter(inside, level="village", until_on=None).order_by("path")) if wide else []
    return [*found, *(one for one in areas if one not in wide)]


def drop_checks(checks, *, at, because):
    """Nobody has to look any more."""
    left = [one for one in checks if one.state in ("waiting", "not_shut")]
    for one in left:
        one.closed_at = at
    advance(left, "drop_check", flow=FLOW, by=named(SYSTEM), at=at, because=because, also=("closed_at",))


def _look(check, by, at):
    on = day_of(at)
    if not is_turn_of(check.pk, by, held(by, on)) and not any(may_do(by, right, check.unit, on) for right in SEEING):
        raise Refused(_("这里不归您核实。"))


@everything()
def see_shut(*, check, by, at, words="", photo=None):
    """Somebody was there and it is shut; of a firm with a photo (bytes)."""
    check.closed_at = at
    return _seen(check, "see_shut", words, photo, by, at)


@everything()
def see_open(*, check, words, by, at, photo=None):
    """Somebody was there and it stands open: what he saw. The township's turn. A place that was seen shut is a new record: what was seen
    before stays as it was."""
    words = said(words, _("看到了什么"), 200)
    with transaction.atomic():
        if check.state == "seen":
            check = _anew(check, by, at)
        check.open_at = at
        return _seen(check, "see_open", words, photo, by, at)


def _anew(check, by, at) -> Check:
    """The next look at a place that was seen shut, while it must be shut."""
    _look(check, by, at)
    if at <= check.seen_at:
        raise Refused(_("在这以后已经有人去看过，是关着的。"))
    ids, firm = check.unit.ancestor_ids, check.firm
    there = [one for one in book(at, (check.closure.kind,), ids).entries if one.closure.pk == check.closure_id]
    if not any(one.binds(ids, firm) and not one.spared_place(ids) and not (firm and one.spared_firm(firm)) for one in there):
        raise Refused(_("这里现在不用关停，不用再核实。"))
    made = Check(closure=check.closure, unit=check.unit, firm=firm, asked_at=at, after=check)
    try:
        with transaction.atomic():
            return begin([made], "ask_check", flow=FLOW, by=by, at=at, because=check.because)[0]
    except IntegrityError:
        raise Refused(_("刚才已经有人记下这里又开了，请刷新再看。")) from None


def _seen(check, step, words, photo, by, at):
    _look(check, by, at)
    check.seen_by, check.seen_at, check.words = by, at, words.strip()[:200]
    with transaction.atomic():
        [told] = advance([check], step, flow=FLOW, by=by, at=at, also=("seen_by_id", "seen_at", "words", "open_at", "closed_at"))
        if photo:
            attach_photo(content=photo, record=check, by=by, at=at)
    return told
