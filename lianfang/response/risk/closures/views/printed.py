"""On paper: the notice that is put up, and the register of the places with who saw them shut."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui.actions import office_of

from .. import actions
from ..papers import notice, register
from .shared import order_of, told


@may("print")
@require_POST
def print_notice(request, pk, form):
    """The notice of an order in force."""
    one = order_of(request, pk)
    check_form(form)
    if one.state != "in_force":
        return _not_yet(request, one)
    line = actions.print_notice(closure=one, **told(request))
    filled = notice.notice_of(one, is_drill=is_drill())
    return handed_out(filled, form, f"closure-{one.pk.hex[:8]}", foot(line, office_of(request, "print")))


@may("print")
@require_POST
def print_register(request, pk, form):
    """Its places, each with who has seen it."""
    one = order_of(request, pk)
    check_form(form)
    if one.approved_at is None:
        return _not_yet(request, one)
    line = actions.print_register(closure=one, **told(request))
    filled = register.register_of(one, told(request)["at"], is_drill=is_drill())
    return handed_out(filled, form, f"closure-register-{one.pk.hex[:8]}", foot(line, office_of(request, "print")))


def _not_yet(request, one):
    messages.error(request, _("批准以后、执行期间才能打印。"))
    return redirect("closures:closure", one.pk)
