"""What somebody looks at: raised by what a device told or did not tell, passed up when it repeats, answered from the list."""
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..clocks import then
from ..models import Alert
from ..queries.asking import running


def raise_alert(binding, kind, on, at, repeats=False) -> Alert:
    """The open alert of a kind at a door, made where there is none: `on` is the moment it is about. The caller has locked the binding."""
    found, system = Alert.objects.filter(binding=binding, kind=kind, closed_at=None).first(), named(SYSTEM)
    if found:
        found.first_at, found.last_at, found.times = min(found.first_at, on), max(found.last_at, on), found.times + 1
        rows.amend([found], "first_at", "last_at", "times")
    else:
        order = running(binding.order)
        found = Alert(id=uuid7(), binding=binding, person_id=binding.person_id, unit_id=binding.unit_id, kind=kind, first_at=on, last_at=on,
                      minder_id=order.minder if order else None, because=binding.because)
        rows.insert([found])
        binding.alerts += 1
        [told] = advance([found], "raise_door_alert", flow="door_alert", by=system, at=at, content=lambda one: {"kind": kind})
        open_turns("door_alert", [found], at=at, because={found.pk: told.id})
    if repeats and found.state == "open":
        advance([found], "pass_up_alert", flow="door_alert", by=system, at=at)
    return found


@everything()
def answer_alert(*, alert, answer, by, at):
    """Somebody looked, and says what it was; what only the town may settle goes up. Raises Refused for what is no answer to that."""
    follows = then(alert.kind, answer, at)
    if not follows:
        raise Refused(_("请从单子里选看到了什么。"))
    alert.answer, alert.answered_by, alert.answered_at = answer, by, at
    also = ("answer", "answered_by_id", "answered_at")
    if follows == "township" and alert.state == "open":
        return advance([alert], "pass_up_alert", flow="door_alert", by=by, at=at, also=also)
    alert.closed_at = at
    return advance([alert], "answer_alert", flow="door_alert", by=by, at=at, also=(*also, "closed_at"))


def explain(alert, at):
    """A record says what it was, or the device tells again: nobody needs to look."""
    alert.closed_at = at
    return advance([alert], "explain_alert", flow="door_alert", by=named(SYSTEM), at=at, also=("closed_at",))
