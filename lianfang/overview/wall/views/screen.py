"""The screen: paired by a code, then shown by its own key, which reads and nothing else; no account is signed in there."""
from functools import cache, wraps

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground.accounts.access import anybody
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from .. import actions, queries
from ..forms import CodeForm
from ..words import CURVES, words

COOKIE = "wall"
ASSETS = ("wall/wall.js", "wall/draw.js", "wall/chart.js", "wall/wall.css")


@cache
def build() -> str:
    """Which files this server serves; a screen that learns of others loads itself again."""
    return " ".join(static(one) for one in ASSETS)


def _shown(view):
    """The view of a screen whose key this browser carries, in its language; None for all others."""
    @wraps(view)
    def asked(request, *args, **kwargs):
        at = now()
        screen = queries.screen_of_key(request.COOKIES.get(COOKIE, ""), at)
        with translation.override(screen.language if screen else translation.get_language()), everything():
            return view(request, screen, at, *args, **kwargs)
    return asked


@anybody
@require_GET
@_shown
def wall(request, screen, at):
    """The page; without a key the form for the code."""
    if screen is None:
        return redirect("wall:pair")
    return render(request, "wall/wall.html", {"screen": screen, "build": build(), "words": words(), "curves": CURVES})


@anybody
@require_http_methods(["GET", "POST"])
def pair(request):
    """Eight digits, typed with a remote control."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        at = now()
        try:
            screen, key = actions.pair(code=form.cleaned_data["code"], at=at)
        except Refused as refused:
            form.add_error("code", str(refused))
        else:
            answer = redirect("wall:wall")
            answer.set_cookie(COOKIE, key, max_age=int((screen.until_at - at).total_seconds()), httponly=True,
                              path=reverse("wall:wall"), samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
            return answer
    return render(request, "wall/pair.html", {"form": form}, status=422 if form.errors else 200)


@anybody
@require_GET
@_shown
def figures(request, screen, at):
    """What is shown now; 304 where nothing is new, 410 where the key holds no longer. The hour of this server goes with it."""
    if screen is None:
        return JsonResponse({}, status=410)
    actions.see(screen=screen, at=at)
    counted = queries.counted_of(screen.unit)
    if counted is None:
        return JsonResponse({}, status=503)
    tag = f'"{queries.digest(screen, counted, build())}"'
    if request.headers.get("If-None-Match") == tag:
        answer = HttpResponse(status=304)
    else:
        answer = JsonResponse(queries.shown(screen, counted, build(), at))
    answer["ETag"], answer["X-Now"] = tag, f"{at.timestamp():.3f}"
    return answer


@anybody
@require_GET
@_shown
def shape(request, screen, at):
    """What the map is drawn of."""
    if screen is None:
        return JsonResponse({}, status=410)
    return JsonResponse(queries.shape_of(screen.unit))
