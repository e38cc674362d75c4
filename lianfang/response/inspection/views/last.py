"""What is done about a unit that was among the last: its page, and the step that tells it."""
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.ui.columns import plain
from lianfang.ground.workflow.queries import is_turn_of

from .. import actions
from ..forms import WordsForm
from ..models import LastPlace
from .shared import Record, Step, found, shown, state_word, step, way


@may("inspected", sees="inspected")
def last_place(request, pk):
    """One: which ranking, which measure, by when, what was done."""
    one = found(LastPlace, pk, "unit", "round", "told_by")
    may_tell = one.state == "open" and (is_turn_of(pk, request.user, request.assignments)
                                        or reach_of(request.assignments, "muster").covers(one.unit.path))
    rows = [(_("单位"), one.unit.name), (_("怎么办"), one.words), (_("连续几次末位"), one.times), (_("时限"), plain(one.due)),
            (_("怎么落实的"), one.told.open()), (_("谁报"), f"{one.told_by.name} {plain(one.told_at)}" if one.told_by else "")]
    ways = [way(_("报怎么落实的"), "tell_last", pk, main=True)] if may_tell else []
    return shown(request, Record(_("末位措施"), one.round.title, state_word("last_place", one), "good" if one.state == "done" else "bad",
                                 rows, ways, back=(_("这一轮评比"), reverse("inspection:round", args=[one.round_id]))), pk)


tell_last = step(Step(LastPlace, "inspection:last_place", gettext_lazy("报怎么落实的"), gettext_lazy("记下了。"), "inspected",
                      form=WordsForm),
                 lambda one, given, by, at: actions.tell_last(last=one, words=given["words"], by=by, at=at))
