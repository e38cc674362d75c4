"""The county's own Word templates: which papers have one, one with its versions, the file."""
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.documents.handing import TYPES
from lianfang.ground.ui.forms import pressed, step

from .. import actions
from ..forms import BackForm, EditionForm
from ..models import Edition
from ..queries.editions import editions_of, in_force, places, title_of


@may("configure")
@require_GET
def editions(request):
    """Every paper with a Word template, and whether the county's own is in force."""
    held = in_force()
    rows = [(place, title_of(place), held.get(place), *place.removesuffix(".docx").split("/")) for place in places()]
    return render(request, "papers/editions.html", {"rows": rows})


def _place(room, name) -> str:
    place = f"{room}/{name}.docx"
    if place not in places():
        raise Http404(place)
    return place


@may("configure")
@require_http_methods(["GET", "POST"])
def edition(request, room, name):
    """One template: take it, edit it in Word, hand it in; the versions so far."""
    place = _place(room, name)
    form = EditionForm(request.POST or None, request.FILES or None)

    def act(form):
        actions.keep_edition(place=place, content=form.cleaned_data["file"], why=form.cleaned_data["why"], by=request.user, at=now())

    held = editions_of(place)
    return step(request, "papers/edition.html", form, act, _("新模板启用了。只改 Word；网页和 PDF 仍是标准格式。"),
                reverse("papers:edition", args=[room, name]), place=place, title=title_of(place), held=held, room=room, name=name,
                is_own=bool(held and held[0].digest))


@may("configure")
@require_POST
def roll_back(request, room, name):
    """An earlier version, or the standard, is in force again."""
    place, form = _place(room, name), BackForm(request.POST)
    if not form.is_valid():
        return redirect("papers:edition", room, name)
    return pressed(request, lambda: actions.roll_back(place=place, by=request.user, at=now(), **form.cleaned_data), _("换回来了。"),
                   "papers:edition", room, name)


@may("configure")
@require_GET
def file(request, room, name, number):
    """A version as a file; 0 is the standard."""
    place = _place(room, name)
    content = bytes(get_object_or_404(Edition, place=place, number=number).content) if number else b""
    answer = HttpResponse(content or places()[place].read_bytes(), content_type=TYPES["docx"])
    answer["Content-Disposition"] = f'attachment; filename="{room}-{name}-{number}.docx"'
    return answer
