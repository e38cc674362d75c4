"""A version of the county's own on screen: begun, looked at, handed on, approved or not, taken back."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from ...accounts.access import may, opens
from ...days import now
from ...workflow import Refused, ahead
from .. import actions, queries
from ..forms import BookForm, DraftForm
from ..forms.drafting import shown
from ..models import TableVersion
from . import showing
from .tables import known, page, told

WITH = ("area", "drafted_by", "approved_by", "ended_by", "returns")


@may("draft")
def draft_version(request, name):
    """Begin a version of the county's own; nothing counts before another unit has approved it."""
    known(name)
    form = DraftForm(request.POST or None, reach=request.reach)
    if request.method == "POST" and form.is_valid():
        try:
            found = actions.draft_version(table=name, by=request.user, at=now(), **form.given())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("草案在这里。一行一行改，或者下载成 Excel 改；改好再提请批准。"))
            return redirect("decisions:version", found.pk)
    return page(request, name, "draft", form=form)


@may("look")
@require_GET
def version(request, pk):
    """A version of the county's own: what it says, what it changes, whom it touches, and whose turn it is."""
    found = get_object_or_404(TableVersion.objects.select_related(*WITH), pk=pk)
    return _version_page(request, found, BookForm(found.table))


def _version_page(request, found, form, status=200):
    is_mine = found.state == "draft" and found.drafted_by_id == request.user.pk
    answer = page(request, found.table, "version", **showing.whole_version(found), version=found, is_mine=is_mine, form=form,
                  tried=told(found.table, queries.version_examples(found)),
                  beside=[(words, url) for words, url in ahead.beside(found.pk) if opens(request, url)],
                  may_approve=showing.may_approve(found, request.user, request.rights, now()))
    answer.status_code = status
    return answer


def mine(request, pk) -> TableVersion:
    """A version within the reach of who asks."""
    return get_object_or_404(TableVersion.objects.select_related(*WITH), pk=pk, area__path__under=request.reach)


@may("draft")
@require_POST
def hand_in(request, pk):
    """The draft as it was written in a spreadsheet."""
    found = mine(request, pk)
    form = BookForm(found.table, request.POST, request.FILES)
    if not form.is_valid():
        return _version_page(request, found, form, 422)
    text, examples = form.cleaned_data["book"]
    return _do(request, found, _("已按这个文件改好草案。"), actions.edit_version, text=text, examples=examples)


def _do(request, found, done, act, **more):
    try:
        act(version=found, by=request.user, at=now(), **more)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect("decisions:version", found.pk)


def _step(right, act, done, with_words=False):
    @may(right)
    @require_POST
    def taken(request, pk):
        more = {"says": request.POST.get("says", "")} if with_words else {}
        return _do(request, mine(request, pk), done, act, **more)

    return taken


submit_version = _step("draft", actions.submit_version, gettext_lazy("已提请另一个单位批准；批准之前什么也不变。"))
withdraw_version = _step("draft", actions.withdraw_version, gettext_lazy("已撤回。"))
reject_version = _step("approve", actions.reject_version, gettext_lazy("没有批准，现行规则照旧。"), with_words=True)
keep_version = _step("approve", actions.keep_version, gettext_lazy("已记下：看过，继续用。"))


@may("approve")
@require_POST
def approve_version(request, pk):
    """The other unit brings a version into force."""
    found = mine(request, pk)
    try:
        approved = actions.approve_version(version=found, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("已批准，{at} 起按这一版判定。").format(at=shown(approved.from_at)))
    return redirect("decisions:version", found.pk)


@may("approve")
@require_POST
def return_version(request, pk):
    """Back to the version before; of one whose hour has not come nobody is decided again."""
    found, at = mine(request, pk), now()
    is_ahead = bool(found.from_at and found.from_at > at)
    done = _("已退回，这一版没有生效过，谁的管控也没有变。") if is_ahead else _("已退回旧版，它动到的人正在重新判定。")
    return _do(request, found, done, actions.return_version, says=request.POST.get("says", ""))
