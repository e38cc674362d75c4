"""What a page does with a refusal: said on its form with all that was typed, or on the next page where there was only a button."""
from django.contrib import messages
from django.shortcuts import redirect, render

from ..workflow import Refused


def step(request, template, form, act, done, to, **page):
    """A page with a form and one button: `act(form)` calls one action; afterwards `done` is said and `to` follows (or what `to()` says)."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, done)
            return redirect(to() if callable(to) else to)
    return render(request, template, {"form": form, **page}, status=422 if form.errors else 200)


def pressed(request, act, done, to, *args):
    """One button: `act()` calls one action; what it refuses is said on the next page."""
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(to, *args)
