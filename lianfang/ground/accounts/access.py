"""The one way a view is guarded: which right it needs; where, the scope decides."""
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied


def may(right: str):
    """Only signed-in accounts that hold this right somewhere; others go to the sign-in form or are refused."""

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if right not in request.rights:
                raise PermissionDenied(right)
            return view(request, *args, **kwargs)

        guarded.right = right
        return guarded

    return guard


def anybody(view):
    """Open to visitors who are not signed in: said aloud, so that a forgotten guard is found by the test that walks all addresses."""
    view.right = None
    return view
