"""Finding somebody, or a door: the page behind the search box, and its list alone while one types.

A whole number never stands in an address, where browsers and servers keep it: what has more than a last four's or a door's digits in a row
is posted. It is looked up only when somebody says so, never while he types: each time is counted, and eleven digits begin eighteen.
"""
import re
from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import now, today
from lianfang.ground.workflow import Refused
from lianfang.registers.territory.queries import sought

from .. import actions, queries

LONGEST = 60
LONG = re.compile(r"(\d[\s-]*){5}")


@may("look")
@require_http_methods(["GET", "POST"])
def search(request):
    """Persons by name, initials or last four, and doors; register entries apart, for those who bring in rosters."""
    text = (request.POST if request.method == "POST" else request.GET).get("q", "").strip()[:LONGEST]
    fragment = request.htmx and not request.htmx.boosted
    if request.method == "GET" and _is_long(text):
        messages.error(request, _("完整的号码不要写在网址里，请填在框里再找。"))
        return redirect("people:search")
    if request.method == "POST" and not fragment and not _is_long(text):
        return redirect(f"{reverse('people:search')}?{urlencode({'q': text})}")
    entries = reach_of(request.assignments, "enlist", "look") if "enlist" in request.rights else None
    if fragment and queries.whole_number(text):
        return render(request, "people/found.html", {"q": text, "is_number": True})
    if not queries.whole_number(text):
        found = queries.search(text, request.reach, entries=entries)
        return _shown(request, fragment, text, found, sought(text, request.reach))
    try:
        return _shown(request, fragment, text, actions.look_up(text=text, reach=request.reach, entries=entries, by=request.user, at=now()))
    except Refused as refused:
        return _shown(request, fragment, text, problem=str(refused))


def _is_long(text):
    """Whether it might be a whole number, whatever was pasted between its digits."""
    return bool(LONG.search(text) or queries.whole_number(text))


def _shown(request, fragment, text, found=None, places=(), problem=""):
    found = found or queries.Found()
    groups = queries.memberships_of(found.people, request.rights)
    shown = [{"person": person, "memberships": groups.get(person.pk, []), "age": person.age(today())} for person in found.people]
    return render(request, "people/found.html" if fragment else "people/search.html", {
        "q": text, "shown": shown, "entries": found.entries, "has_more": found.has_more, "units": places, "problem": problem,
        "places": queries.whereabouts([*(one.unit for one in [*found.people, *found.entries]), *places])}, status=422 if problem else 200)
