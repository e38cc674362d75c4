"""The register of points of entry: which, of which tier, who is there now; putting one up, changing it, taking it down."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may, opens
from lianfang.ground.accounts.scope import within
from lianfang.ground.days import now, today
from lianfang.ground.ui import tables
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .. import actions, queries
from ..forms import PostForm
from ..models import Post

PLACES = ("county", "township", "village", "compound")


@may("look")
def posts(request):
    """All posts of today, the widest tier first, with what stands there; behind a figure those that were counted."""
    if "figure" in request.GET:
        return _counted(request)
    found, at = queries.posts_of(request.reach, now()), now()
    ways = {name: reverse(f"checkpoints:{name}") for name in ("put_up_post", "totals", "notices", "passes", "shifts", "gates")}
    tallies = {"posts": len(found), "closed": sum(one.post.road == "closed" for one in found),
               "watched": sum(one.shift is not None for one in found), "unwatched": sum(one.unwatched_since is not None for one in found),
               "vehicles": sum(one.vehicles for one in found), "people": sum(one.people for one in found),
               "held": sum(one.held for one in found)}
    page = {"posts": found, "at": at, "tallies": tallies, "ways": {name: url for name, url in ways.items() if opens(request, url)},
            "may_change": "station" in request.rights}
    return render(request, "checkpoints/posts.html", page)


def _counted(request):
    found = indicators.opened(request, Post)
    columns = [tables.Column("name", gettext_lazy("名称"), "name"), tables.Column("tier", gettext_lazy("级别")),
               tables.Column("unit.name", gettext_lazy("设在"), "unit", sort="unit__path"),
               tables.Column("opens", gettext_lazy("几点开始")), tables.Column("closes", gettext_lazy("几点结束"))]
    table = tables.table(request, found.rows.select_related("unit"), columns, (), "name", title=found.title, keep=indicators.KEPT,
                         empty_title=_("没有记录"))
    return tables.page(request, "checkpoints/list.html", table, heading=found.title, at=found.at)


def _form(request, post=None):
    initial = {name: getattr(post, name) for name in PostForm.base_fields} if post else None
    places = within(Unit.objects.in_force(today()).filter(level__in=PLACES), request.reach, "path").order_by("path")
    sites = places | Unit.objects.filter(pk=post.site_id) if post and post.site_id else places
    return PostForm(request.POST or None, initial=initial, units=places, sites=sites)


def _save(request, form, title, act, post=None):
    """The form again, until the action takes it."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已保存。"))
            return redirect("checkpoints:posts")
    return render(request, "checkpoints/post.html", {"form": form, "title": title, "post": post}, status=422 if form.errors else 200)


@may("station")
def put_up_post(request):
    """A new post."""
    return _save(request, _form(request), _("新设卡口"), lambda said: actions.put_up_post(
        by=request.user, at=now(), from_on=today(), **said))


@may("station")
def change_post(request, pk):
    """Hours, departments, the state of the road."""
    post = get_object_or_404(within(Post.objects.filter(until_on=None), request.reach).select_related("unit"), pk=pk)
    return _save(request, _form(request, post), _("修改卡口"), lambda said: actions.change_post(
        post=post, by=request.user, at=now(), **said), post)


@may("station")
@require_POST
def take_down_post(request, pk):
    """No post any more from today on."""
    post = get_object_or_404(within(Post.objects.filter(until_on=None), request.reach), pk=pk)
    try:
        actions.take_down_post(post=post, until_on=today(), by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("已撤销：{post}").format(post=post.name))
    return redirect("checkpoints:posts")
