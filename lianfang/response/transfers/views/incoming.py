"""Letters of other counties on screen: taken in, one on a page with its people, receipted, settled, taken back."""
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of, now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.actions import office_of
from lianfang.ground.ui.forms import posted_id, pressed
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn
from lianfang.registers.diseases.queries import disease_word

from .. import actions, queries, storage
from ..forms import FoundForm, LetterForm, ReceiptForm
from ..models import Incoming
from ..papers.receipt import receipt_of
from .shared import letter_in_scope, step

NAMED = ("taken", "receipted")  # while people may be added


@may("investigate")
@require_GET
def incomings(request):
    """All letters, those that wait for our receipt first."""
    states = FLOWS["incoming"].states

    def owed(rows, _value):
        return rows.filter(pk__in=Turn.objects.overdue(now()).filter(flow="incoming", state="taken").values("record"))

    columns = [
        tables.Column("serial", gettext_lazy("来函"), "name", sort="at", text=lambda one: f"{one.county} {one.number}",
                      cell=lambda one: parts.name(f"{one.county} {one.number}", reverse("transfers:incoming", args=[one.pk]))),
        tables.Column("their_number", gettext_lazy("对方文号")),
        tables.Column("came_at", gettext_lazy("收到"), "moment"),
        tables.Column("people", gettext_lazy("涉及（人）"), "number", sort="", text=lambda one: one.people.count(),
                      cell=lambda one: one.people.count()),
        tables.Column("state", gettext_lazy("状态"), text=lambda one: str(states[one.state]), cell=lambda one: parts.tag(
            str(states[one.state]), {"settled": "good", "void": ""}.get(one.state, "warn"))),
        tables.Column("receipted_at", gettext_lazy("回执"), "moment"),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(one.code, str(one)) for one in states.values()]),
               tables.Filter("owed", gettext_lazy("逾期没有回执的"), "tick", apply=owed)]
    table = tables.table(request, Incoming.objects.all(), columns, filters, "-at", title=_("外县来函"),
                         empty_title=_("没有外县来函"), empty_text=_("外县打电话、发函请协查的，先在这里登记，再在时限内回执。"))
    return tables.page(request, "transfers/incomings.html", table, at=now())


@may("investigate")
@require_http_methods(["GET", "POST"])
def take_letter(request):
    """A letter came."""
    form, pk = LetterForm(request.POST or None, request.FILES or None), posted_id(request)

    def act(form):
        county = Unit.objects.filter(path__under=request.reach).order_by("path").first()
        actions.take_letter(id=pk, letter=form.letter(), unit=actions.county_of(county), by=request.user, at=now(),
                            content=form.cleaned_data["file"])

    done = _("已登记。把涉及的人登记进来，再发回执。")
    to = reverse("transfers:incoming", args=[pk]) if request.method == "POST" else reverse("transfers:incomings")
    return step(request, form, act, done, to, id=pk, title=_("登记外县来函"), files=True,
                text=_("电话来的也登记：谁打来的、几时打来的、怎么回他。"), home=reverse("transfers:incomings"))


@may("investigate")
@require_GET
def incoming(request, pk):
    """One letter: whom to call there, whom it names and what became of each, by when the receipt is due."""
    one = letter_in_scope(pk)
    people = queries.people_of(one)
    page = {"one": one, "state": str(FLOWS["incoming"].states[one.state]), "turn": Turn.objects.open().filter(record=pk).first(),
            "disease": disease_word(one.disease, day_of(one.came_at)), "people": people, "form": FoundForm(auto_id=False), "at": now(),
            "sheets": one.sheets.select_related("by").order_by("-at"), "is_open": one.state in NAMED,
            "left": sum(not each.found for each in people)}
    return render(request, "transfers/incoming.html", page)


@may("investigate")
@require_http_methods(["GET", "POST"])
def send_receipt(request, pk):
    """Our receipt has gone out."""
    one = letter_in_scope(pk)

    def act(form):
        actions.send_receipt(incoming=one, by=request.user, at=now(), **form.cleaned_data)

    return step(request, ReceiptForm(request.POST or None, by=request.user), act, _("记下了：回执已发。接着把每个人的下落记齐。"),
                reverse("transfers:incoming", args=[pk]), title=_("发回执"),
                text=_("发给 {county} {name}。先打印或者打电话，发出去了再记。").format(county=one.county, name=one.liaison))


@may("investigate")
@require_POST
def settle(request, pk):
    """Everybody has been found, or it is known that he is not here."""
    one = letter_in_scope(pk)
    return pressed(request, lambda: actions.settle(incoming=one, by=request.user, at=now()), _("办结了。"),
                   reverse("transfers:incoming", args=[pk]))


@may("investigate")
@require_POST
def void_letter(request, pk):
    """They take it back."""
    one = letter_in_scope(pk)
    return pressed(request, lambda: actions.void_letter(incoming=one, by=request.user, at=now()),
                   _("记下了。这些人的管控令先不变，已转人工复核。"), reverse("transfers:incoming", args=[pk]))


@may("investigate")
@require_POST
def open_letter(request, pk):
    """The file as it came, with nothing around it that could run."""
    content = actions.open_letter(incoming=letter_in_scope(pk), by=request.user, at=now())
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=storage.kind_of(content))


@may("investigate")
@require_POST
def print_receipt(request, pk, form):
    """The receipt; it bears full names, so that printing it is written down."""
    one = letter_in_scope(pk)
    check_form(form)
    filled = receipt_of(one, queries.people_of(one), by=request.user, is_drill=is_drill(), on=day_of(now()))
    below = foot(actions.print_receipt(incoming=one, by=request.user, at=now()), office_of(request, "investigate"))
    return handed_out(filled, form, f"receipt-{one.year}-{one.serial}", below)
