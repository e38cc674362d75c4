"""What both kinds of pages do: take a step with its document, say what was refused, go back."""
from django.contrib import messages
from django.shortcuts import redirect

from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from ..forms import NumberForm


def taken(request, record, page, act, says, asks=True):
    """Take one step of a record and return to its page; with `asks`, by the document's number that was typed."""
    form = NumberForm(request.POST)
    if asks and not form.is_valid():
        messages.error(request, "；".join(error for errors in form.errors.values() for error in errors))
        return redirect(page, record.pk)
    try:
        act(by=request.user, at=now(), **({"number": form.cleaned_data["number"]} if asks else {}))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, says)
    return redirect(page, record.pk)
