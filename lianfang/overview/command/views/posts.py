"""Who answers where: every post and link of every unit, those with nobody and those with two on top; who stands in for whom."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now, today
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import pressed, step
from lianfang.ground.units.models import Unit
from lianfang.registers.people.queries import Places

from .. import actions, rules
from ..forms import AnswerForm, CoverForm, accounts_of
from ..models import Answer, Cover
from ..responsibility import LEVELS, OVERALL, Post
from ..responsibility import posts as all_posts
from .asked import changed, changes

LOOKS = {"none": (gettext_lazy("没有人"), "bad"), "double": (gettext_lazy("不止一人"), "warn"),
         "away": (gettext_lazy("不在，没人代"), "warn"), "fine": (gettext_lazy("有人"), "good")}
STAFF = "staff"


@may("look")
@require_GET
def posts(request):
    """Within the reader's own units; what is not as it should be comes first."""
    on, places = today(), Places()
    found = [post for unit in _own(request) for post in all_posts(unit, on)]
    asked, level = request.GET.get("look", ""), request.GET.get("level", "")
    counts = [(code, word, sum(post.look == code for post in found)) for code, (word, _tone) in LOOKS.items()]
    shown = [post for post in found if (not asked or post.look == asked) and (not level or post.unit.level == level)]
    shown.sort(key=lambda post: list(LOOKS).index(post.look))
    columns = [
        tables.Column("unit", gettext_lazy("地方"), "name", sort="", width=28, cell=lambda post: places.of(post.unit),
                      text=lambda post: places.of(post.unit)),
        tables.Column("post", gettext_lazy("岗位和环节"), sort="", cell=_post_word, text=_post_word),
        tables.Column("who", gettext_lazy("谁负责"), sort="", cell=_who, text=_who, width=20),
        tables.Column("look", gettext_lazy("状态"), sort="", cell=lambda post: parts.tag(str(LOOKS[post.look][0]), LOOKS[post.look][1]),
                      text=lambda post: str(LOOKS[post.look][0])),
        tables.Column("act", gettext_lazy("办理"), sort="", in_sheet=False, cell=lambda post: _way(request, post)),
    ]
    table = tables.table(request, shown, columns, title=_("岗位责任"), keep=("look", "level"), empty_title=_("没有这样的岗位"))
    if "export" not in request.GET:
        places.learn([post.unit for post in table.page.object_list])
    else:
        places.learn([post.unit for post in shown])
    return tables.page(request, "command/posts.html", table, heading=_("岗位责任"), counts=counts, asked=asked, level=level,
                       levels=[(code, rules.word("answering", "level", code)) for code in LEVELS],
                       may_fill=STAFF in request.rights and any(post.look == "none" for post in found))


def _own(request) -> list[Unit]:
    """The widest units of the reader, each once and none within another."""
    held = sorted({one.unit_id: one.unit for one in request.assignments if "look" in one.rights}.values(), key=lambda one: one.path)
    return [one for one in held if not any(one is not other and one.path.startswith(other.path) for other in held)][:20]


def _post_word(post: Post) -> str:
    return rules.word("answering", "posts", post.post)


def _who(post: Post) -> str:
    said = []
    for account, _answer in post.answers:
        stand_in = post.stand_ins.get(account.pk, account)
        said.append(account.name if stand_in is account else _("{name}（不在，{other}代）").format(
            name=account.name, other=stand_in.name if stand_in else _("没人")))
    return "、".join(said)


def _way(request, post: Post):
    if not changes(request, post.unit, STAFF):
        return ""
    if post.post == OVERALL:
        return parts.name(_("去定"), reverse("accounts:nodes"))
    return parts.name(_("定人") if not post.answers else _("换人"), reverse("command:assign", args=[post.unit.pk, post.post]))


@may("staff")
@require_http_methods(["GET", "POST"])
def assign(request, unit, post):
    """Who answers for it."""
    one = get_object_or_404(Unit, pk=unit)
    if not changes(request, one, STAFF) or post not in rules.posts_at(one.level, today()):
        raise Http404
    form = AnswerForm(request.POST or None, unit=one)
    answers = list(Answer.objects.in_force(today()).filter(unit=one, post=post).select_related("account"))
    return step(request, "command/assign.html", form, lambda filled: actions.assign(
        unit=one, post=post, account=form.accounts[filled.cleaned_data["account"]], by=request.user, at=now()), _("已定。"),
        f"{reverse('command:posts')}?look=none", one=one, post=rules.word("answering", "posts", post), answers=answers)


@may("staff")
@require_POST
def unassign(request, pk):
    """Nobody for now."""
    one = changed(request, Answer._base_manager.select_related("unit").filter(pk=pk).first(), lambda found: found.unit, STAFF)
    return pressed(request, lambda: actions.unassign(answer=one, by=request.user, at=now()), _("已撤。"), "command:posts")


@may("staff")
@require_POST
def fill_gaps(request):
    """What nobody answers for falls to whoever answers for the whole."""
    own = [unit for unit in _own(request) if changes(request, unit, STAFF)]
    total = actions.fill_gaps(units=own, by=request.user, at=now())
    messages.success(request, ngettext("{n} 个空岗先由总责任人兼。", "{n} 个空岗先由总责任人兼。", total).format(n=total))
    return redirect("command:posts")


@may("staff")
@require_http_methods(["GET", "POST"])
def covers(request):
    """Who is away, and who stands in; one more."""
    accounts = {}
    for unit in _own(request):
        accounts |= accounts_of(unit, LEVELS)
    form = CoverForm(request.POST or None, accounts=accounts)
    found = Cover.objects.filter(until_on__gt=today()).select_related("away", "by_whom", "unit").order_by("from_on", "pk")

    def act(filled):
        said = filled.cleaned_data
        actions.cover(away=accounts[said["away"]], by_whom=accounts[said["by_whom"]], from_on=said["from_on"], until_on=said["until_on"],
                      by=request.user, at=now())

    return step(request, "command/covers.html", form, act, _("已记。"), reverse("command:covers"), covers=found)


@may("staff")
@require_POST
def stop_cover(request, pk):
    """He is back."""
    one = changed(request, Cover._base_manager.select_related("unit").filter(pk=pk).first(), lambda found: found.unit, STAFF)
    return pressed(request, lambda: actions.stop_cover(cover=one, by=request.user, at=now()), _("已记。"), "command:covers")

