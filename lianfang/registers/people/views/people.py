"""The register as a list, the way to a person's page, and a look behind the mask."""
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now, today
from lianfang.ground.ui.parts import name, tag
from lianfang.ground.ui.tables import Column, Filter, page, table
from lianfang.ground.units.models import Unit

from .. import actions, queries
from ..forms import OpenForm
from ..models import Person

STANDINGS = {"now": _("在册"), "past": _("已退出")}
LISTED_UNITS = 400


@may("look")
@require_GET
def people(request):
    """Persons under a category, within one's reach."""
    on, places, close = today(), queries.Places(), queries.hidden(request.rights)
    found = queries.people_listed(request.reach).prefetch_related("memberships__category")
    columns = [
        Column("name", _("姓名"), "name", sort="", cell=lambda p: name(p.masked_name, reverse("people:person", args=[p.pk])), text=masked),
        Column("sex", _("性别")),
        Column("age", _("年龄"), "number", sort="", cell=lambda p: p.age(on) if p.birth_on else "", text=lambda p: p.age(on)),
        Column("unit", _("住处"), "unit", sort="unit__path", cell=lambda p: places.of(p.unit), text=lambda p: places.of(p.unit), width=30),
        Column("categories", _("类别"), sort="", cell=lambda p: categories_of(p, on, close),
               text=lambda p: categories_in_words(p, on, close)),
        Column("made_at", _("登记"), "moment", sort="pk"),
    ]
    filters = [
        Filter("category", _("类别"), choices=[(c.pk, str(c)) for c in queries.categories_in_force(on, request.rights)],
               apply=lambda rows, code: rows.filter(queries.under(code))),
        Filter("unit", _("辖区"), choices=units_of, apply=lambda rows, pk: rows.filter(unit__path__under=Unit.objects.get(pk=pk).path)),
        Filter("standing", _("状态"), choices=STANDINGS, apply=lambda rows, code: rows.filter(queries.standing(code, on))),
    ]
    listed = table(request, found, columns, filters, title=_("人员登记簿"), roomy=False)
    if "export" not in request.GET:
        places.learn([person.unit for person in listed.page.object_list])
    return page(request, "people/people.html", listed)


def masked(person):
    """The name as a sheet shows it."""
    return person.masked_name


def _held(person, on, close):
    return [m for m in person.memberships.all() if (m.until_on is None or m.until_on > on) and m.category_id not in close]


def categories_of(person, on, close):
    """Categories as badges, but for those that are not shown."""
    return format_html_join(" ", "{}", ((tag(m.category),) for m in _held(person, on, close)))


def categories_in_words(person, on, close):
    """Categories as a sheet lists them."""
    return _("、").join(str(m.category) for m in _held(person, on, close))


def units_of(request):
    """Towns and villages one may narrow the list to."""
    found = Unit.objects.filter(path__under=request.reach, level__in=("township", "village"), until_on=None).order_by("path")[:LISTED_UNITS]
    return [(unit.pk, unit.name if unit.level == "township" else format_html("　{}", unit.name)) for unit in found]


@may("look")
@require_GET
def person(request, pk):
    """The person's page, with his timeline, lies in the house's entry; this is its lasting address."""
    get_object_or_404(Person, pk=pk)
    try:
        return HttpResponseRedirect(reverse("home:person", args=[pk]))
    except NoReverseMatch:
        raise Http404(pk) from None


@may("open")
@require_http_methods(["GET", "POST"])
def open_person(request, pk):
    """Full name, number and phone, for a reason that is written down."""
    found = get_object_or_404(Person.objects.select_related("unit"), pk=pk)
    reasons = queries.reasons(queries.OPEN, today())
    form, opened = OpenForm(request.POST or None, reasons=reasons), None
    if request.method == "POST" and form.is_valid():
        opened = actions.open_person(person=found, reason=form.cleaned_data["reason"], by=request.user, at=now())
    fragment = request.htmx and not request.htmx.boosted
    return render(request, "people/open_panel.html" if fragment else "people/open.html",
                  {"person": found, "form": form, "opened": opened, "reason": reasons.get(form.data.get("reason"))},
                  status=200 if opened or request.method == "GET" else 422)
