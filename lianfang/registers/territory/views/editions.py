"""The page of official editions: what each one changed, and a new one shown before it is applied."""
from django.contrib import messages
from django.core import signing
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.ui.tables import Column, Filter, page, plain_table
from lianfang.ground.units.fields import TOP
from lianfang.ground.units.models import LEVELS, Unit

from .. import actions, queries
from ..divisions import DivisionFault, Row
from ..forms import EditionForm
from ..models import Edition
from .asking import who_and_when

SALT = "territory.edition"
WORDS = {"added": gettext_lazy("新增"), "gone": pgettext_lazy("change", "撤销"), "renamed": pgettext_lazy("change", "改名"),
         "moved": pgettext_lazy("change", "迁移")}


@may("configure")
def editions(request):
    """The history of change sets, and the form for the next; a filled form shows what it would change."""
    form = EditionForm(request.POST or None, request.FILES or None)
    proposed = None
    if request.method == "POST" and form.is_valid():
        try:
            proposed = _taken(request, form.cleaned_data["edition"], form.cleaned_data["rows"], dry_run=True)
        except DivisionFault as fault:
            form.add_error(None, str(fault))
    applied = Edition.objects.filter(county__path__under=request.reach).select_related("county").defer("changes")
    context = {"form": form, "history": [(e, _summary(e.counts)) for e in applied.order_by("-in_force_from", "county__path")]}
    context["stranded"] = queries.stranded(request.reach).select_related("parent")
    if proposed:
        counties = [(p.rows[0].name, p.code, p.is_applied, _summary(shown)) for p, shown in zip(
            proposed.proposals, proposed.shown()["counties"].values(), strict=True)]
        context |= {"proposed": proposed, "counties": counties, "table": _table(request, proposed.shown()["changes"]),
                    "kept": _kept(proposed)}
    return render(request, "territory/editions.html", context)


def _kept(proposed) -> str:
    """What was shown, signed, for the button that applies it."""
    rows = [[r.level, r.code, r.name, r.parent] for p in proposed.proposals for r in p.rows]
    return signing.dumps([proposed.edition, rows], salt=SALT, compress=True)


@may("configure")
@require_POST
def take_over(request):
    """Apply what was shown."""
    try:
        edition, rows = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=3600)
        outcome = _taken(request, edition, [Row(*row) for row in rows])
    except signing.BadSignature:
        messages.error(request, _("预览已过期，请重新选文件。"))
    except DivisionFault as fault:
        messages.error(request, str(fault))
    else:
        changed = sum(len(proposal.changes) for proposal in outcome.proposals)
        messages.success(request, _("{edition} 版已启用，共改动 {n} 处。").format(edition=edition, n=changed))
    return redirect("territory:editions")


def _taken(request, edition, rows, dry_run=False):
    """Only counties the reader configures; a new county, only by who configures all."""
    standing = set(Unit.objects.filter(parent=None, path__under=request.reach).values_list("code", flat=True))
    beyond = [row.name for row in rows if row.level == "county" and row.code not in standing]
    if beyond and TOP not in request.reach:
        raise DivisionFault(_("文件里有不归您管的县：{names}。").format(names=_("、").join(beyond)))
    return actions.take_over(edition=edition, rows=rows, dry_run=dry_run, **who_and_when(request))


@may("configure")
@require_GET
def edition(request, pk):
    """All that one edition changed in one county."""
    found = get_object_or_404(Edition.objects.select_related("county").filter(county__path__under=request.reach), pk=pk)
    table = _table(request, found.changes)
    return page(request, "territory/edition.html", table, edition=found, summary=_summary(found.counts))


def _summary(counts):
    """Kind, towns, villages."""
    return [(WORDS[kind], levels["township"], levels["village"]) for kind, levels in counts.items()]


def _table(request, changes):
    """Change by change; the kind may be asked for."""
    asked = request.GET.get("kind")
    changes = [c for c in changes if asked not in WORDS or c["kind"] == asked]
    rows = [{**c, "kind_word": WORDS[c["kind"]], "level_word": LEVELS[c["level"]]} for c in changes]
    columns = [Column("kind_word", _("改动"), sort=""), Column("level_word", _("级别"), sort=""), Column("name", _("名称"), kind="unit"),
               Column("code", _("代码"), kind="unit"), Column("old_name", _("原名称"), kind="unit"),
               Column("old_code", _("原代码"), kind="unit"), Column("parent", _("上级代码"), kind="unit")]
    kinds = Filter("kind", _("改动"), choices=WORDS, apply=lambda rows, kind: rows)
    return plain_table(request, rows, columns, filters=[kinds] if request.method == "GET" else [], title=_("改动"), size=200)
