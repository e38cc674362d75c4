"""Lines and services of transport: entered once, gone when they run no more; whether they are stopped the orders say."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused

from ..models import Service
from .shared import must_direct, said


@everything()
def add_service(*, unit, kind, title, by, at, operator="") -> Service:
    """A line or a service that runs here; Refused for a name that another has there."""
    must_direct(by, [unit], at)
    made = Service(unit=unit, kind=kind, title=said(title, _("线路、服务名称"), 80), operator=operator.strip(), made_at=at)
    told = line_of(made, "closures.add_service", kind="service", by=by, at=at)
    made.because = told.id
    try:
        with transaction.atomic():
            rows.insert([made])
            journal.write([told])
    except IntegrityError:
        raise Refused(_("这里已经有一条同名的线路。")) from None
    return made


@everything()
def close_service(*, service, by, at):
    """It runs no more, whatever is ordered."""
    must_direct(by, [service.unit], at)
    service.closed_at = at
    with transaction.atomic():
        rows.amend([service], "closed_at")
        told = line_of(service, "closures.close_service", kind="service", by=by, at=at)
        journal.write([told])
    return told
