"""A person decides who is a contact, many at once where the evidence is equal; what changes later is computed anew."""
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.diseases.queries import profile

from ..models import KINDS, REASONS, RULED_OUT, Contact, Exposure
from ..queries.judging import FIRST, REVIEW, judged, proposals
from .category import enter, let_go
from .following import hand_over

KEPT_EVIDENCE = 20  # the latest of each person; the rule looked at all


@everything()
def accept(*, index, people, by, at, kind="", reason="") -> list[Contact]:
    """Make these persons contacts of an index, as the rule says; `kind` is a person's word where the rule leaves it to one, `reason` (of
    REASONS) why many are decided on unseen.

    Raises Refused for whom nothing speaks any more, and for a word that is none.
    """
    found = _asked(index, people, at)
    if any(one.kind == REVIEW for one in found) and kind not in KINDS:
        raise Refused(_("规则定不了的，请选算哪一类。"))
    if reason and reason not in REASONS:
        raise Refused(_("请说明为什么一起定：{reasons}").format(reasons=_("、").join(map(str, REASONS.values()))))
    try:
        with transaction.atomic():
            made = [_made(index, one, kind if one.kind == REVIEW else one.kind, by, at) for one in found]
            _mark_elsewhere(made)
            _lead(index, made, found)
            _keep(made, "accept", by, at, {"reason": reason} if reason else {})
            open_turns("contact", made, at=at)
            enter([(one.person, one.last_on) for one in found], by, at)
            _lead_earlier(index, at)
            for contact in made:
                if contact.elsewhere:
                    hand_over(contacts=[contact], to=contact.elsewhere, by=by, at=at)
    except IntegrityError:
        raise Refused(_("其中有人刚才已经定过了，请刷新再看。")) from None
    return made


@everything()
def decline(*, index, people, by, at) -> list[Contact]:
    """Rule these persons out; they come again only when something later speaks for them."""
    found = _asked(index, people, at)
    with transaction.atomic():
        made = [_made(index, one, "none", by, at, state="dropped") for one in found]
        _keep(made, "decline", by, at)
        let_go(made, by, at)
    return made


@everything()
def recompute(*, index, by, at) -> list[Contact]:
    """Look at the open contacts of an index anew: a later or an earlier last exposure, a graver kind. Nobody is let go by this: for whom
    nothing speaks any more, a person decides."""
    still = list(Contact.objects.filter(index=index, state__in=("watched", "elsewhere")).select_related("person", "index"))
    if not still:
        return []
    found, changed, words = judged(index, at), [], {}
    for contact in still:
        one = found.get(contact.person_id)
        if one is None or one.kind == "none" or (one.last_on == contact.last_exposed_on and one.kind in (contact.kind, REVIEW)):
            continue
        words[contact.pk] = {"from": contact.last_exposed_on.isoformat(), "to": one.last_on.isoformat(), "kind": one.kind}
        _retold(contact, one, by, at)
        changed.append(contact)
    if changed:
        with transaction.atomic():
            rows.insert([contact.verdict for contact in changed])
            advance(changed, "recompute", flow="contact", by=by, at=at, content=lambda contact: words[contact.pk],
                    also=("kind", "ring", "last_exposed_on", "watch_until_on", "evidence", "verdict_id"))
    return changed


def _asked(index, people, at) -> list:
    wanted = set(people)
    found = [one for one in proposals(index, at) if one.person_id in wanted]
    if not wanted or len(found) != len(wanted):
        raise Refused(_("选的人里有的情况变了（别人刚定过，或者行程改了），请刷新再选。"))
    return found


def _made(index, one, kind, by, at, state="watched") -> Contact:
    verdict = _verdict(one, by, at, index)
    contact = rows.fresh(Contact, index_id=index.pk, person_id=one.person_id, unit_id=one.person.unit_id,
                         ring=1 if one.ring == FIRST else 2, kind=kind, last_exposed_on=one.last_on,
                         watch_until_on=_until(index.disease, one.last_on, at), evidence=_kept(one),
                         verdict_id=verdict.pk, state=state, decided_by_id=by.pk, decided_at=at,
                         ended_at=at if state == "dropped" else None)
    contact.verdict = verdict
    return contact


def _keep(made, step, by, at, more=None):
    """Verdicts, contacts and their lines: whoever reacts to a line finds what it tells of."""
    rows.insert([contact.verdict for contact in made])
    rows.insert(made)
    lines = advance(made, step, flow="contact", by=by, at=at, content=lambda contact: {
        "kind": contact.kind, "row": contact.verdict.row, **(more or {})})
    for contact, told in zip(made, lines, strict=True):
        contact.because = told.id
    rows.amend(made, "because")


def _verdict(one, by, at, index):
    return decisions.verdict(one.ruling, subject=one.person_id, unit_id=one.person.unit_id if one.person else index.unit_id, on=day_of(at),
                             at=at, because=index.because)


def _retold(contact, one, by, at):
    one.person = contact.person
    contact.verdict = _verdict(one, by, at, contact.index)
    contact.kind = contact.kind if one.kind == REVIEW else one.kind
    contact.ring = 1 if one.ring == FIRST else 2
    contact.last_exposed_on, contact.evidence = one.last_on, _kept(one)
    contact.watch_until_on = _until(contact.index.disease, one.last_on, at)


def _kept(one) -> list[dict]:
    return [each.kept() for each in sorted(one.all, key=lambda each: each.last_on)[-KEPT_EVIDENCE:]]


def _until(disease, last_on, at):
    """The last day of watch, as the disease's profile says; the measure has a table of its own."""
    return last_on + timedelta(days=profile(disease, day_of(at)).watch_days or 0)


def _lead(index, seconds, found):
    """Of each of the second ring, the contact through whom he came: of those kept already, or made now."""
    standing = Contact.objects.filter(index=index, ring=1).exclude(state__in=RULED_OUT)
    first = {contact.person_id: contact for contact in [*standing, *(one for one in seconds if one.ring == 1)]}
    for contact, one in zip(seconds, found, strict=True):
        if one.ring != FIRST:
            contact.via = first.get(one.evidence.source_id)


def _lead_earlier(index, at):
    """Who of the second ring was decided on before the contact he came through, is led by that one from now."""
    waiting = list(Contact.objects.filter(index=index, ring=2, via=None, state="watched"))
    if waiting:
        said = judged(index, at)
        known = [(contact, said[contact.person_id]) for contact in waiting if contact.person_id in said]
        _lead(index, [contact for contact, _one in known], [one for _contact, one in known])
        rows.amend([contact for contact, _one in known if contact.via_id], "via_id")


def _mark_elsewhere(made):
    """Who lives in another county, as somebody said, is its to bind: no order here."""
    said = Exposure.objects.filter(index=made[0].index_id, person__in=[one.person_id for one in made]).exclude(elsewhere="")
    away = dict(said.values_list("person_id", "elsewhere"))
    for contact in made:
        contact.elsewhere = away.get(contact.person_id, "")
