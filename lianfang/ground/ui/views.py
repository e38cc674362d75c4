"""The shell's two switches: large letters and language, kept in a cookie of this phone or desk."""

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ..accounts.access import anybody
from .context import LARGE, LETTERS_COOKIE

YEAR = 365 * 24 * 3600
LANGUAGES = ("zh-hans", "en")


@anybody
@require_POST
def letters(request):
    """Large letters on or off."""
    wanted = LARGE if request.POST.get("letters") == LARGE else "normal"
    return _kept(request, LETTERS_COOKIE, wanted)


@anybody
@require_POST
def language(request):
    """Chinese or English."""
    wanted = request.POST.get("language")
    return _kept(request, "language", wanted if wanted in LANGUAGES else LANGUAGES[0])


def _kept(request, cookie, value):
    """Back to the page it came from, with the cookie set."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    answer = HttpResponseRedirect(back)
    age = YEAR if request.user.is_authenticated else None  # a visitor may be using a neighbour's phone
    answer.set_cookie(cookie, value, max_age=age, samesite="Lax", secure=request.is_secure())
    return answer
