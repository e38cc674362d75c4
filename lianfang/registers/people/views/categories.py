"""The county's list of categories: added, renamed, ended."""
from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now, today

from .. import actions
from ..forms import CategoryForm, EndForm, NewCategoryForm
from ..models import Category, Membership


@may("configure")
@require_GET
def categories(request):
    """All of them, with how many persons stand under each now."""
    held = Membership.objects.filter(Q(until_on=None) | Q(until_on__gt=today())).values_list("category")
    held = dict(held.annotate(n=Count("person", distinct=True)))
    listed = [{"category": c, "people": held.get(c.pk, 0), "is_over": c.until_on is not None and c.until_on <= today()}
              for c in Category.objects.order_by("until_on", "code")]
    return render(request, "people/categories.html", {"listed": listed})


@may("configure")
@require_http_methods(["GET", "POST"])
def add_category(request):
    """A new one."""
    form = NewCategoryForm(request.POST or None, initial={"from_on": today()})
    if request.method == "POST" and form.is_valid():
        made = actions.add_category(**form.cleaned_data, by=request.user, at=now())
        return _done(request, _("已添加类别“{name}”。").format(name=made))
    return _asked(request, form, _("添加类别"), _("添加"))


@may("configure")
@require_http_methods(["GET", "POST"])
def rename_category(request, code):
    """Other words for it, or another source."""
    found = get_object_or_404(Category, pk=code)
    form = CategoryForm(request.POST or None, initial={"zh": found.zh, "en": found.en, "source": found.source})
    if request.method == "POST" and form.is_valid():
        actions.rename_category(category=found, **form.cleaned_data, by=request.user, at=now())
        return _done(request, _("类别“{name}”已改。").format(name=found))
    return _asked(request, form, _("改类别“{name}”").format(name=found), _("保存"))


@may("configure")
@require_http_methods(["GET", "POST"])
def end_category(request, code):
    """Nobody comes under it any more."""
    found = get_object_or_404(Category, pk=code)
    form = EndForm(request.POST or None, initial={"until_on": today()})
    if request.method == "POST" and form.is_valid():
        actions.end_category(category=found, **form.cleaned_data, by=request.user, at=now())
        return _done(request, _("类别“{name}”自 {day} 起停用。").format(name=found, day=found.until_on))
    return _asked(request, form, _("停用类别“{name}”").format(name=found), _("停用"))


def _done(request, told):
    messages.success(request, told)
    return redirect("people:categories")


def _asked(request, form, title, word):
    return render(request, "people/category.html", {"form": form, "title": title, "word": word}, status=422 if form.errors else 200)
