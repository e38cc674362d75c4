"""A decision is worded, on an item or on none; who does it is named, or taken back."""
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.ui.forms import pressed, step
from lianfang.ground.workflow.agenda import spoken

from .. import actions, queries
from ..forms import DecisionForm, OwnerForm
from ..models import AgendaItem, Decision, Share
from .asked import leads, led


@may("urge")
@require_http_methods(["GET", "POST"])
def word_decision(request, pk):
    """A decision on none of the items."""
    return _word(request, led(request, pk))


@may("urge")
@require_http_methods(["GET", "POST"])
def decide_on(request, pk):
    """A decision on an item."""
    item = AgendaItem._base_manager.select_related("meeting__unit").filter(pk=pk).first()
    if item is None or not leads(request, item.meeting.unit):
        raise Http404(pk)
    return _word(request, item.meeting, item)


def _word(request, one, item=None):
    if one.state != "sitting":
        return redirect("meetings:meeting", one.pk)
    with everything():
        form = DecisionForm(request.POST or None, meeting=one)

    def act(filled):
        actions.word_decision(meeting=one, item=item, words=filled.cleaned_data["words"], tag=filled.cleaned_data.get("tag", ""),
                              way=filled.cleaned_data.get("way") or "tasks",
                              shares=filled.shares(), by=request.user, at=now())

    back = f"{reverse('meetings:meeting', args=[one.pk])}{f'#item-{item.pk}' if item else ''}"
    return step(request, "meetings/decide.html", form, act, _("已记下决定。"), back, one=one, name=queries.name_of(one), item=item,
                about=spoken(item.title) if item else "", back=back)


@may("urge")
@require_http_methods(["GET", "POST"])
def give_share(request, pk):
    """Who else does something of it."""
    one = _decision(request, pk)
    if one.meeting.state != "sitting":
        return redirect("meetings:meeting", one.meeting_id)
    with everything():
        form = OwnerForm(request.POST or None, meeting=one.meeting)

    def act(filled):
        actions.give_shares(decision=one, shares=filled.shares(), words=filled.cleaned_data["words"], by=request.user, at=now())

    back = reverse("meetings:read_back", args=[one.meeting_id])
    return step(request, "meetings/decide.html", form, act, _("已写明谁办。"), back, one=one.meeting, name=queries.name_of(one.meeting),
                decision=one, about=one.words, back=back)


@may("urge")
@require_POST
def drop_decision(request, pk):
    """It was not decided."""
    one = _decision(request, pk)
    return pressed(request, lambda: actions.drop_decision(decision=one, by=request.user, at=now()), _("已撤这条决定。"),
                   "meetings:read_back", one.meeting_id)


@may("urge")
@require_POST
def drop_share(request, pk):
    """Not he."""
    share = Share._base_manager.select_related("decision__meeting__unit").filter(pk=pk).first()
    if share is None or not leads(request, share.decision.meeting.unit):
        raise Http404(pk)
    return pressed(request, lambda: actions.drop_share(share=share, by=request.user, at=now()), _("已撤。"), "meetings:read_back",
                   share.decision.meeting_id)


def _decision(request, pk) -> Decision:
    found = Decision._base_manager.select_related("meeting__unit").filter(pk=pk).first()
    if found is None or not leads(request, found.meeting.unit):
        raise Http404(pk)
    return found
