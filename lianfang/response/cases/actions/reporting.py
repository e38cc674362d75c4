"""The report card: the first report under the case's number, and every correction of it; nothing reported is ever overwritten."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people import actions as people
from lianfang.registers.people.models import Person
from lianfang.registers.territory.queries import one_door

from ..carding import FIELDS, faults
from ..models import NUMBERLESS, Card, Case

STANDING = ("disease", "klass", "severity", "onset_on", "diagnosed_at")  # of the newest card, on the case itself
NAMED = ("name", "sex", "birth_on")
NOTHING = ("birth_on", "age", "died_on")  # where nothing is said it is None


@everything()
def report(*, case, said, by, at, because=None) -> Card:
    """Fill the card of a case for the first time: its clock stops. `said` are the answers (carding.FIELDS).

    Raises Refused with one sentence a fault when the card may not be reported so.
    """
    return _card(case, "report", said, "", by, at, because)


@everything()
def correct(*, case, said, reason, by, at, because=None) -> Card:
    """A new card under the same number: what has changed, and why; the ones before stay as they were."""
    if not reason.strip():
        raise Refused(_("请写明为什么订正。"))
    return _card(case, "correct", said, reason.strip(), by, at, because)


def _card(case, step, said, reason, by, at, because):
    if wrong := faults(said, at):
        raise Refused(" ".join(wrong.values()))
    _refuse_two(case, said)
    with transaction.atomic():
        before = Card.objects.filter(case=case).order_by("-edition").first()
        changed = _changed(before, said)
        if before and not changed:
            raise Refused(_("和上一张卡一样，没有要订正的。"))
        for name in STANDING:
            setattr(case, name, said.get(name, ""))
        if step == "report":
            case.reported_at = at
        edition = before.edition + 1 if before else 1
        [told] = advance([case], step, flow="case", by=by, at=at, because=because, also=(*STANDING, "reported_at"),
                         content=lambda _case: {"edition": edition, "changed": changed})
        card = Card(id=uuid7(), case=case, unit_id=case.unit_id, edition=edition, filled_on=day_of(at), by=by, at=at, reason=reason,
                    because=told.id, **{name: said.get(name, None if name in NOTHING else "") for name in FIELDS})
        _insert(card)
        _amend_person(case, said, by, at, told.id)
    return card


def _refuse_two(case, said):
    """A correction of the disease may not make two open cases of one."""
    if case.closed_at is None and Case.objects.open().filter(person=case.person_id, disease=said["disease"]).exclude(pk=case.pk).exists():
        raise Refused(_("这个人已有这种病的另一张卡，还没有结案。"))


def _insert(card):
    try:
        with transaction.atomic():
            rows.insert([card])
    except IntegrityError:
        raise Refused(_("刚才已经有人订正了这张卡，请刷新再看。")) from None


def _changed(before, said) -> list[str]:
    """Names of the fields that differ from the card before; the journal tells which, not what."""
    if before is None:
        return []
    return sorted(name for name in FIELDS if _plain(getattr(before, name)) != _plain(said.get(name)))


def _plain(value):
    value = value.open() if hasattr(value, "open") else value
    return "" if value is None else value


def _settle(case, person, said, by, at, because):
    """Who stands at no door yet lives at the one door of the county that the card's address names."""
    if person.is_sheltered or person.unit.level == "door" or said["belongs"] != "county":
        return
    if door := one_door(said["address"], Reach((above(case.unit, "county") or case.unit).path)):
        people.place(people=[person], unit=door, by=by, at=at, because=because)


def _amend_person(case, said, by, at, because):
    """What the card knows better than the register goes there, too; the protected address stays as it is."""
    person = Person.objects.select_related("unit").get(pk=case.person_id)
    changes = {name: said[name] for name in NAMED if said.get(name) and said[name] != getattr(person, name)}
    if said["id_kind"] != NUMBERLESS and said.get("id_number") and said["id_number"] != person.id_number.open():
        changes |= {"id_kind": said["id_kind"], "id_number": said["id_number"]}
    if said.get("phone") and said["phone"] != person.phone.open():
        changes["phone"] = said["phone"]
    _settle(case, person, said, by, at, because)
    if not changes:
        return
    try:
        with transaction.atomic():
            people.amend(person=person, by=by, at=at, because=because, **changes)
    except IntegrityError:
        raise Refused(_("这个证件号码已经登记给另一个人，请核对。")) from None
