"""On a record's page: what a person wrote lies masked until the reader says why; then it stays open to him for the reason's minutes."""
from django.contrib import messages
from django.utils.translation import gettext as _

from lianfang.ground.days import day_of, now
from lianfang.ground.workflow import Refused

from . import actions, queries
from .forms import ReadForm


def reading(request, record, verb) -> dict:
    """For a page: whether the reader has said why, else the form that asks him."""
    is_read = bool(queries.read_for(record.pk, verb, request.user, now()))
    return {"is_read": is_read, "read_form": None if is_read else ReadForm(record=record, request=request, on=day_of(now()))}


def take_reason(request, record, verb, flow):
    """The reason he gives, told to the journal under the loop's own verb; what is wrong with it is said on the next page."""
    form = ReadForm(request.POST, record=record, request=request, on=day_of(now()))
    if not form.is_valid():
        messages.error(request, _("请选一个理由。"))
        return
    try:
        actions.read_words(record=record, verb=verb, flow=flow, reason=form.cleaned_data["reason"], by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
