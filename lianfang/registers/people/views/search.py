"""Finding somebody: the page behind the search box, and its list alone while one types."""
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import today

from .. import queries


@may("look")
@require_GET
def search(request):
    """Persons by name, initials or last four; register entries apart, for those who bring in rosters."""
    text = request.GET.get("q", "").strip()[:60]
    entries = reach_of(request.assignments, "enlist", "look") if "enlist" in request.rights else None
    found = queries.search(text, request.reach, entries=entries)
    groups = queries.memberships_of(found.people)
    shown = [{"person": person, "memberships": groups.get(person.pk, []), "age": person.age(today())} for person in found.people]
    fragment = request.htmx and not request.htmx.boosted
    return render(request, "people/found.html" if fragment else "people/search.html", {
        "q": text, "shown": shown, "entries": found.entries, "has_more": found.has_more,
        "places": queries.whereabouts([one.unit for one in [*found.people, *found.entries]])})
