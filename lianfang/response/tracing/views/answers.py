"""What the other county answers, each a page with a form; and the papers that go there."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of, now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui.actions import office_of
from lianfang.ground.workflow import Refused
from lianfang.registers.outside.forms import AnswerForm

from .. import actions
from ..forms import OutcomeForm
from ..papers.letter import letter_of, recall_of
from ..queries.following import letters_sent
from .contact import contact_of


def _answer(title, text, done, form_of, act):
    """A view of one answer; what is refused is said on the form, and nothing typed is lost."""

    @may("investigate")
    @require_http_methods(["GET", "POST"])
    def view(request, pk):
        one, form = contact_of(pk), form_of(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                act(one, form, by=request.user, at=now())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, done)
                return redirect("tracing:contact", pk)
        page = {"one": one, "form": form, "title": title, "text": text}
        return render(request, "tracing/answer.html", page, status=422 if form.errors else 200)

    return view


def _outcome(one, form, **told):
    outcome = form.cleaned_data["outcome"]
    if outcome == "missing":
        return actions.note_missing(contact=one, said=form.answer(), **told)
    return actions.note_outcome(contact=one, outcome=outcome, said=form.answer(), **told)


receive = _answer(gettext_lazy("记回执"), gettext_lazy("对方接管了才记。写清谁接的、电话多少，以后好问结果。"),
                  gettext_lazy("记下了回执。观察期满再问结果。"), AnswerForm,
                  lambda one, form, **told: actions.receive(contact=one, said=form.answer(), **told))
note_outcome = _answer(gettext_lazy("记外地结果"), gettext_lazy("对方说人找到没有、有没有阳性。没有找到的，回到我们这里接着找。"),
                       gettext_lazy("记下了。"), OutcomeForm, _outcome)
tell_recall = _answer(gettext_lazy("记下已告知"), gettext_lazy("这个人不算接触者了，要告诉接管的县，别再管着他。"),
                      gettext_lazy("记下了，撤回办完了。"), AnswerForm,
                      lambda one, form, **told: actions.tell_recall(contact=one, said=form.answer(), **told))


@may("investigate")
@require_POST
def letter(request, pk, form):
    """The letter to the other county; it bears a full name, so that printing it is written down."""
    return _paper(request, pk, form, "letter", letter_of, actions.print_letter)


@may("investigate")
@require_POST
def recall(request, pk, form):
    """That the letter is withdrawn; it bears the name likewise."""
    return _paper(request, pk, form, "recall", recall_of, actions.print_recall)


def _paper(request, pk, form, name, paper_of, told):
    one = contact_of(pk)
    check_form(form)
    if not one.elsewhere or (name == "recall" and one.state != "recalled"):
        messages.error(request, _("先写明转给哪里，再打印协查函。") if name == "letter" else _("没有撤回的协查，不用告知。"))
        return redirect("tracing:contact", pk)
    filled = paper_of(one, is_drill=is_drill(), on=day_of(now()), sent=letters_sent(one))
    below = foot(told(contact=one, by=request.user, at=now()), office_of(request, "investigate"))
    return handed_out(filled, form, f"{name}-{one.pk.hex[:8]}", below)
