"""Notices as Word or PDF; printing one is an act that is journalled, since a full name stands on it."""
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui.actions import office_of

from .. import actions, queries
from ..models import Order
from ..papers.filled import release_notice, start_notice


@may("print")
@require_POST
def notice(request, pk, paper, form):
    """A notice of an order: paper is start or release, form is pdf or docx."""
    order = get_object_or_404(Order.objects.select_related("person", "unit", "minder", "verdict"), pk=pk)
    check_form(form)
    if paper not in queries.papers_of(order):
        raise Http404
    filled = start_notice(order, is_drill()) if paper == "start" else release_notice(order, is_drill())
    below = foot(actions.print_notice(order=order, paper=paper, by=request.user, at=now()), office_of(request, "print"))
    return handed_out(filled, form, f"{paper}-{order.year}-{order.serial:04d}", below)
