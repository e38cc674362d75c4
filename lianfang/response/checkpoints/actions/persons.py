"""Who comes on record at a gate: only those about whom something follows elsewhere."""
from django.utils.translation import gettext_noop as _  # what is stored is stored in Chinese

from lianfang.ground.days import day_of
from lianfang.registers.people.actions import add_people, join
from lianfang.registers.people.drafts import draft_membership, draft_person
from lianfang.registers.people.models import Person
from lianfang.registers.people.typed import identity
from lianfang.registers.people.vocabulary import RETURNEES

FOLLOWED = ("register", "transfer")  # whoever else is held comes on record when it is decided so


def persons_for(checked, *, by, at, because) -> dict:
    """The register's person for each of these, added where nobody knew him; ids by `id` of the one checked.

    `because`: a line, or lines by vehicle.
    """
    found, people, memberships, fresh = {}, [], [], {}
    for one in checked:
        cause = because[one.car.id].id if isinstance(because, dict) else because
        category = RETURNEES[one.origin.kind]
        source = _("卡口：{post}").format(post=one.car.post.name)
        if one.match.person is not None and not one.match.other_name:
            found[id(one)] = one.match.person.pk
            join(people=list(Person.objects.filter(pk=one.match.person.pk)), category=category, source=source, from_on=day_of(at), by=by,
                 at=at, because=cause)
            continue
        if one.blind and one.blind in fresh:  # the same person twice in one batch
            found[id(one)] = fresh[one.blind]
            continue
        person = _drafted(one, at)
        found[id(one)] = person.pk
        fresh[person.id_blind] = person.pk
        people.append(person)
        memberships.append(draft_membership(person=person.pk, category=category, source=source, from_on=day_of(one.car.at), because=cause))
    if people:
        add_people(people=people, memberships=memberships, by=by, at=at, because=memberships[0].because)
    return found


def _drafted(one, at):
    said, post = one.someone, one.car.post
    unit = said.home.pk if said.home else post.site_id or post.unit_id
    told = identity.read(said.id_number, on=day_of(at)) if said.id_kind in ("", "id_card") else identity.NOBODY
    person = draft_person(unit_id=unit, name=said.name or _("姓名不详"), at=at, id_number=said.id_number, id_kind=said.id_kind,
                          phone=said.phone, sex=told.sex, birth_on=told.birth_on)
    if one.match.other_name or one.match.is_another:
        person.id_blind = ""  # the number stands with the person it was first recorded for
    return person
