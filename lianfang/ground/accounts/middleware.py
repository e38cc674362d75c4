"""Every request sees through its account's units, in its account's language, and leaves no copy behind."""
from django.utils import translation

from ..days import today
from ..units.fields import Reach
from . import scope as scopes


class ScopeMiddleware:
    """Sets request.assignments, .rights, .reach and .county, and opens the scope for the view; a revoked role bites at once."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.withheld = frozenset()
        request.assignments = self.held(request) if request.user.is_authenticated else []
        request.rights = frozenset().union(*(a.rights for a in request.assignments))
        request.reach = scopes.reach_of(request.assignments) if request.assignments else Reach()
        request.county = request.assignments[0].county if request.assignments else ""
        with scopes.through(request.reach), translation.override(language_of(request)):
            response = self.get_response(request)
            if getattr(response, "is_rendered", True) is False:
                response = response.render()
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def held(self, request):
        """The assignments that count for this request."""
        return scopes.held(request.user, today())


def language_of(request) -> str:
    """The cookie of this phone or desk, else the account's own choice."""
    chosen = request.COOKIES.get("language")
    if chosen in ("zh-hans", "en"):
        return chosen
    return request.user.language if request.user.is_authenticated else "zh-hans"
