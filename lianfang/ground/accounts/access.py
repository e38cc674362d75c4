"""The one way a view is guarded: which right it needs; where, the scope decides."""
from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import resolve

from ..units.models import Unit
from ..units.queries import ancestors
from .scope import reach_of, through


def may(right: str, sees: str = "look"):
    """Only signed-in accounts that hold this right, and only where they hold it; others go to the sign-in form or are refused.

    Inside, `request.reach` is where this right is held, and scoped queries see what lies there and may be looked at: who leads a
    village and reads the whole county does not lead the county. `sees`: the right that opens what lies there, where it is not "look": a
    guard sees what passes his own post, and nothing else of the place.
    """

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return to_sign_in(request)
            if right not in request.rights and right in request.withheld:
                return to(request, resolve_url(settings.STRENGTHEN_URL))
            if right not in request.rights:
                raise PermissionDenied(right)
            request.reach = reach_of(request.assignments, right)
            if not all(map(reach_of(request.assignments, "export").covers, request.reach)):
                request.rights -= {"export"}  # a list is taken away whole or not at all
            with through(reach_of(request.assignments, right, sees)):
                response = view(request, *args, **kwargs)
                return response.render() if getattr(response, "is_rendered", True) is False else response

        return _needs(right, guarded)

    return guard


def opens(request, address: str) -> bool:
    """Whether this account holds the right that the page at an address needs."""
    right = getattr(resolve(urlsplit(address).path).func, "right", None)
    return not right or right in request.rights


def widest(request, right="look") -> Unit:
    """The widest unit at which this account holds a right; 404 where it holds none."""
    held = [one.unit for one in request.assignments if right in one.rights]
    if not held:
        raise Http404
    return min(held, key=lambda unit: unit.path.count("/"))


def county_of(request) -> Unit:
    """The county of the widest unit the reader looks at; 404 where he looks at none."""
    return ancestors(widest(request))[0]


def signed_in(view):
    """Open to every account, whatever its roles: its own password, its own sessions."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return view(request, *args, **kwargs) if request.user.is_authenticated else to_sign_in(request)

    return _needs("", guarded)


def anybody(view):
    """Open to visitors who are not signed in: said aloud, so that a forgotten guard is found by the test that walks all addresses."""
    return _needs(None, view)


def _needs(right, view):
    view.right = right
    return view


def to_sign_in(request):
    """To the sign-in form, and afterwards back to the page that was asked for; a fragment sends its whole page there."""
    if htmx := getattr(request, "htmx", None):
        return to(request, redirect_to_login(htmx.current_url_abs_path or "/").url)
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")


def to(request, address):
    """To another page; a fragment sends its whole page there."""
    if getattr(request, "htmx", None):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)
