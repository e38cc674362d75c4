"""A case is taken in; its page says by when what is due, what its cards say, what is still to be done and how it came to this."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.ui.flow_drawing import flow_drawing
from lianfang.ground.ui.forms import posted_id
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.diseases.queries import disease_word
from lianfang.registers.people.reading import reading, take_reason

from .. import actions, queries
from ..forms import WordForm
from ..models import CLASSES, ORIGINS, Case
from ..words import open_rows, sealed_rows
from .assessing import judged
from .story import story_of

READ = "cases.read_card"
CARDS = ("report", "bring_in", "finish_basic")  # buttons of their own, and what only a list does
TOLD = ("name", "disease", "channel", "source", "phone", "onset_on", "diagnosed_at", "address")
LAST = ("recover", "record_death")  # after the investigation


@may("investigate")
@require_http_methods(["GET", "POST"])
def take_in(request):
    """The first word about a case."""
    form, pk = WordForm(request.POST or None, reach=request.reach), posted_id(request)
    if request.method == "POST" and form.is_valid():
        found, papers = form.cleaned_data, form.cleaned_data["identity"]
        word = actions.Word(id=pk, unit=Unit.objects.get(pk=found["unit"]), id_kind=papers.kind, id_number=papers.number,
                            birth_on=papers.birth_on or found["birth_on"], sex=found["sex"] or papers.sex,
                            **{name: found[name] for name in TOLD})
        try:
            [made] = actions.take_in(words=[word], by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已登记，编号 {number}。请在时限内填好报告卡。").format(number=made.number))
            if found["address"] and made.person.unit.level != "door":
                messages.warning(request, _("住址记下了，但楼栋里没有这个门牌：同住的人要另外问，写行程时第一次“在家”后面写住址。"))
            return redirect("cases:case", made.pk)
    return render(request, "cases/take_in.html", {"form": form, "id": pk}, status=422 if form.errors else 200)


@may("investigate")
@require_GET
def case(request, pk):
    """One case on one page."""
    found = queries.case_named(pk)
    if found is None:
        raise Http404(pk)
    cards, flow = queries.cards_of(found), FLOWS["case"]
    opened = reading(request, found, READ)
    turn = Turn.objects.open().filter(record=pk).first()
    card = cards[0] if cards else None
    page = {
        "one": found, "card": card, "disease": disease_word(found.disease, day_of(found.told_at)), "klass": CLASSES.get(found.klass, ""),
        "state": str(flow.states[found.state]), "is_open": found.closed_at is None, "turn": turn, "origin": ORIGINS[found.origin],
        "rows": open_rows(card) if card else [], "sealed": (sealed_rows(card) if card else _of_person(found)) if opened["is_read"] else [],
        "words": _words(found) if opened["is_read"] else [],
        "earlier": [(one, sealed_rows(one)[-1:] if opened["is_read"] else []) for one in cards], "ways": _ways(found),
        "revisits": [(one, str(FLOWS["revisit"].states[one.state])) for one in found.revisits.order_by("due_on")],
        "links": [(one, actions.label(one.source) if one.source else "") for one in queries.links_of(found) if one.certainty != "refused"],
        "beside": _beside(pk), "steps": story_of(found), "drawing": flow_drawing(flow, None, found.state, _passed(found)),
        "action": reverse("cases:read", args=[pk]), **opened, **judged(found, opened["is_read"]),
    }
    return render(request, "cases/case.html", page)


def _beside(pk):
    """What others have begun about it, each with by when it is due."""
    found = queries.beside(pk)
    dues = dict(Turn.objects.open().filter(record__in=[one.record for one in found]).values_list("record", "due"))
    return [(one, dues.get(one.record)) for one in found]


def _of_person(found):
    person = found.person
    return [(label, said) for label, said in [(_("患者姓名"), person.name), (_("有效证件"), person.id_number.open()),
                                              (_("联系电话"), person.phone.open())] if said]


def _words(found):
    said = [(_("谁报来的"), found.source.open()), (_("流调结论"), found.summary.open()), (_("结案依据"), found.ending.open()),
            *((_("传染来源的依据"), link.note.open()) for link in queries.links_of(found))]
    return [(label, words) for label, words in said if words]


def _ways(found):
    """The steps that begin where the case stands, with their addresses; the card's own are buttons of their own."""
    steps = [step for step in FLOWS["case"].steps.values() if found.state in step.sources and step.target and step.code not in CARDS
             and (found.investigated_at or step.code not in LAST)]
    return [(step, reverse(f"cases:{step.code}", args=[found.pk])) for step in steps]


def _passed(found):
    order = ["to_report", "reported", "sketched", "investigated", "discharged"]
    dates = [found.told_at, found.reported_at, queries.inquiry_of(found).basic_at, found.investigated_at, found.discharged_on]
    return tuple(code for code, at in zip(order, [*dates[1:], found.closed_at], strict=True) if at and code != found.state)


@may("investigate")
@require_POST
def read(request, pk):
    """What lies sealed opens for a reason, for minutes."""
    found = get_object_or_404(Case, pk=pk)
    take_reason(request, found, READ, "case")
    return redirect("cases:inquiry" if request.GET.get("to") == "inquiry" else "cases:case", pk)
