"""What a person does here: comes in, takes his notice; each is told to the journal by the account "portal", with him as subject."""
from django.db import transaction

from lianfang.ground.accounts.queries import PORTAL, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.response.isolation.queries import order_of_code


@everything()
def enter(*, code, birthday, at):
    """The person a notice's code and a birthday belong to, told to the journal; None when the two do not belong together."""
    order = order_of_code(code)
    if order is None or birthday is None or order.person.birth_on != birthday:
        return None
    with transaction.atomic():
        journal.write([line("portal.enter", kind="person", record=order.person_id, by=named(PORTAL).id, at=at, unit=order.person.unit_id,
                            subject=order.person_id)])
    return order.person
