"""The paper form and the receipt filled for one person."""
from django.conf import settings

from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of
from lianfang.ground.units.queries import above, ancestors
from lianfang.response.isolation.queries import NEEDS, SYMPTOMS, own_code
from lianfang.response.redress.queries import FIELDS, own_appeal, own_claim, receipt_word, term_days

from .papers import Form, Receipt
from .queries import standing_now


def form_of(person, at) -> Form:
    """The form with his name and code; without a code where he never was under an order."""
    told = standing_now(person, at)
    code, on = own_code(told["order"]) if told else "", day_of(at)
    return Form(name=person.name, place="".join(unit.name for unit in ancestors(person.unit)[1:]), order=told["number"] if told else "",
                code=code, link=_link(code), symptoms=tuple(map(str, SYMPTOMS.values())), needs=tuple(map(str, NEEDS.values())),
                fields=tuple(map(str, FIELDS.values())), correction_days=term_days(on, "correction"), appeal_days=term_days(on),
                help_phone=settings.HELP_PHONE, appeal_phone=settings.APPEAL_PHONE, office=_office(person), is_drill=is_drill())


def receipt_of(person, record, at) -> Receipt | None:
    """The slip for one of his appeals or corrections; None of anybody else's."""
    found = own_appeal(person.pk, record) or own_claim(person.pk, record)
    if found is None:
        return None
    told = standing_now(person, at)
    code = own_code(told["order"]) if told else ""
    return Receipt(what=receipt_word(found), number=found.number, asked_at=found.asked_at, due=found.due, unit=_office(person),
                   code=code, link=_link(code), phone=settings.APPEAL_PHONE, is_drill=is_drill())


def _office(person) -> str:
    office = above(person.unit, "village")
    return office.name if office else ""


def _link(code) -> str:
    return f"{settings.PUBLIC_ADDRESS}/p/{code}"
