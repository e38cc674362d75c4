"""The buttons of a paper, and the paper as Word and PDF."""
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui.actions import hand_out
from lianfang.ground.ui.forms import pressed

from .. import actions
from ..models import Paper
from ..papers.weekly import printed
from ..queries.filled import name_of


def _pressed(request, pk, act, done, **said):
    found = get_object_or_404(Paper.objects.select_related("unit"), pk=pk)
    return pressed(request, lambda: act(paper=found, by=request.user, at=now(), **said), done, "papers:paper", pk)


@may("sign")
@require_POST
def approve_paper(request, pk):
    """Approved under the reader's name."""
    return _pressed(request, pk, actions.approve_paper, _("已审签，文字和数不再变。"), seen=request.POST.get("seen", ""))


@may("manage")
@require_POST
def publish_paper(request, pk):
    """Out."""
    return _pressed(request, pk, actions.publish_paper, _("已发布，留在这里存档。"))


@may("look")
@require_POST
def withdraw_paper(request, pk):
    """Not out."""
    return _pressed(request, pk, actions.withdraw_paper, _("不发了。"))


@may("look")
@require_GET
def file(request, pk, form):
    """The paper as Word or PDF."""
    found = get_object_or_404(Paper.objects.select_related("unit"), pk=pk)
    check_form(form)
    paper = printed(found, is_drill=is_drill())
    told = hand_out(kind="paper", record=found.pk, unit=found.unit_id, form=form, by=request.user, at=now())
    return handed_out(paper, form, name_of(found), foot(told, request.user.name))
