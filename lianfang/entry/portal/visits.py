"""A visit: a session of its own beside any account's, over after some minutes, that sees one person only."""
from datetime import datetime, timedelta
from functools import wraps
from uuid import UUID

from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse

from lianfang.ground.accounts.access import anybody
from lianfang.ground.accounts.scope import everything, through
from lianfang.ground.accounts.sessions import SessionStore
from lianfang.ground.days import now
from lianfang.registers.people.queries import persons
from lianfang.response.isolation.queries import own_reach

SWITCHES = ("letters", "language")
COOKIE = "__Host-visit" if settings.BEHIND_TLS else "visit"


def begin(answer, person, at):
    """Let him in: the key goes into a cookie that ends with the browser, the rest stays here and ends by itself."""
    visit = SessionStore()
    visit.update({"visitor": str(person.pk), "began": at.isoformat()})
    visit.set_expiry(settings.PORTAL_MINUTES * 60)
    visit.create()
    answer.set_cookie(COOKIE, visit.session_key, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS)
    return answer


def end(request, answer):
    """Let him out: nothing stays, here or on the phone."""
    if key := request.COOKIES.get(COOKIE):
        SessionStore(key).delete()
    shared = () if request.user.is_authenticated else (settings.CSRF_COOKIE_NAME, *SWITCHES)
    for cookie in (COOKIE, *shared):
        answer.delete_cookie(cookie, samesite="Lax")
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def visitor(request):
    """Whose page this browser may see, or None."""
    kept = SessionStore(request.COOKIES.get(COOKIE, "")).load()
    if "visitor" not in kept:
        return None
    request.visit_began = datetime.fromisoformat(kept["began"])
    with everything():
        return persons([UUID(kept["visitor"])]).get(UUID(kept["visitor"]))


def himself(view):
    """Open to the one person of this visit, who sees where he and his orders lie and nothing else; all others go to the portal's door.

    An account's rights mean nothing here, and a visit means nothing to `@may`.
    """

    @wraps(view)
    def guarded(request, *args, **kwargs):
        person = visitor(request)
        if person is None:
            return redirect(reverse("portal:enter") + ("?over" if COOKIE in request.COOKIES else ""))
        request.person, request.at = person, now()
        with through(own_reach(person)):
            answer = view(request, *args, **kwargs)
        left = request.visit_began + timedelta(minutes=settings.PORTAL_MINUTES) - request.at
        answer.headers["Refresh"] = f"{int(left.total_seconds()) + 1};url={reverse('portal:own')}"  # then the page shuts without a script
        return answer

    guarded.is_personal = True
    return anybody(guarded)
