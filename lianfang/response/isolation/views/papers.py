"""Notices as Word or PDF; printing one is an act that is journalled, since a full name stands on it."""
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.models import Account
from lianfang.ground.days import now
from lianfang.ground.journal.numbers import foot

from .. import actions, queries
from ..models import Order
from ..papers.filled import release_notice, start_notice

TYPES = {"pdf": "application/pdf", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


@may("print")
@require_POST
def notice(request, pk, paper, form):
    """A notice of an order: paper is start or release, form is pdf or docx."""
    order = get_object_or_404(Order.objects.select_related("person", "unit", "minder", "verdict"), pk=pk)
    if form not in TYPES or paper not in queries.papers_of(order):
        raise Http404
    drill = Account.objects.filter(is_demo=True).exists()
    filled = start_notice(order, drill) if paper == "start" else release_notice(order, drill)
    below = foot(actions.print_notice(order=order, paper=paper, by=request.user, at=now()), request.user.name)
    answer = HttpResponse(filled.pdf(below) if form == "pdf" else filled.docx(below), content_type=TYPES[form])
    answer.headers["Content-Disposition"] = f'inline; filename="{paper}-{order.year}-{order.serial:04d}.{form}"'
    return answer
