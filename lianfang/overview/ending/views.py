"""Pages: how long what is kept, what an ending would do, one ending with its decisions, its progress and its certificate."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.retention import queries as retention
from lianfang.ground.ui.actions import hand_out
from lianfang.ground.units.queries import root
from lianfang.ground.workflow import FLOWS, Refused

from . import actions, forms, queries, words
from .papers.certificate import paper_of


@may("retain")
def kept(request):
    """Of each class: the days, what is done then, what will be due when; and the last sweeps."""
    heads = [_("{n} 天内").format(n=days) if days else _("今天到期") for days in retention.AHEAD]
    rows = [{"label": words.class_word(rule.code), "rule": rule, "then": words.class_word(rule.then),
             "due": list(zip(heads, due, strict=True)), "at_end": words.class_word(rule.at_end)} for rule, due in retention.ahead(now())]
    sweeps = [(on, words.class_word(code), words.class_word(then), rows) for on, code, then, rows in retention.last_sweeps(now())]
    return render(request, "ending/kept.html", {"rows": rows, "sweeps": sweeps, "ahead": heads})


@may("end")
def index(request):
    """What an ending would do now, and the form that proposes it; while one is open, that one."""
    if found := queries.open_ending():
        return redirect("ending:ending", found.pk)
    form, at = forms.ProposalForm(request.POST or None), now()
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.propose(unit=_county(), basis=form.cleaned_data["basis"], by=request.user, at=at)
            messages.success(request, _("已提议，等两个单位的两个人批准；批准之前什么也不删。"))
            return redirect("ending:ending", made.pk)
        except Refused as refused:
            form.add_error(None, str(refused))
    seen = queries.preview(at)
    cells = [(kind, *place, value) for kind, table in seen.cells.items() for place, value in table.items()]
    context = {"form": form, "seen": seen, "goes": words.kinds(seen.goes), "tables": words.grid(cells), "former": queries.endings()}
    return render(request, "ending/index.html", context, status=422 if form.is_bound else 200)


def _county():
    found = root()
    if found is None:
        raise Refused(_("这个安装还没有县"))
    return found


@may("end")
def ending(request, pk):
    """One ending: who decided, when it may begin, how far it is, what has gone."""
    found, at = _found(pk), now()
    parts = [(words_of, part in found.done) for part, words_of in _parts()]
    context = {
        "ending": found, "state": FLOWS["ending"].states[found.state], "goes": words.kinds(found.gone or found.told["goes"]),
        "parts": parts, "waits": words.WAITS.get(found.waits_for, ""), "is_ripe": found.state == "cooling" and at >= found.cooling_until,
        "tables": words.grid(found.statistics.values_list("kind", "row", "column", "value")),
        "decided": [(_("提议"), found.proposed_by, None, found.proposed_at),
                    (_("第一个批准"), found.first_by, found.first_unit, found.first_at),
                    (_("第二个批准"), found.second_by, found.second_unit, found.second_at)],
    }
    return render(request, "ending/ending.html", context)


def _parts():
    names = (_("统计留下来的数"), _("删除人员和记录"), _("清空门户备注"), _("换掉门户编号"), _("删除文件"), _("销毁密钥"),
             _("清理数据库残留"))
    return zip(queries.PARTS, names, strict=True)


def _found(pk):
    return get_object_or_404(queries.endings(), pk=pk)


def _step(request, pk, action, said):
    try:
        action(ending=_found(pk), by=request.user, at=now())
        messages.success(request, said)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("ending:ending", pk)


@may("end")
@require_POST
def approve(request, pk):
    """The first or the second approval, whichever is wanting."""
    action = actions.agree if _found(pk).state == "proposed" else actions.approve
    return _step(request, pk, action, _("已批准。"))


@may("end")
@require_POST
def revoke(request, pk):
    """Taken back."""
    return _step(request, pk, actions.revoke, _("已撤回，什么也没有删。"))


@may("end")
@require_POST
def carry_out(request, pk):
    """Begun; the clock goes on with it."""
    return _step(request, pk, actions.carry_out, _("已开始。一分钟内由后台执行，所有人都要重新登录；做完这里有证明。"))


@may("end")
def file(request, pk, form):
    """The certificate as Word or PDF."""
    found = _found(pk)
    check_form(form)
    if found.state != "ended":
        messages.error(request, _("还没有删完，没有证明。"))
        return redirect("ending:ending", pk)
    printed = paper_of(found)
    told = hand_out(kind="ending", record=found.pk, unit=found.unit_id, form=form, by=request.user, at=now())
    return handed_out(printed, form, f"{printed.words()['title']} {found.digest[:12]}", foot(told, request.user.name))
